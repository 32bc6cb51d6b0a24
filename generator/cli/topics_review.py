"""``dossier topics review``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import click

from generator import pipeline
from generator.cli.asking import LEAVE, is_terminal, key
from generator.cli.options import FINDINGS, dossier_options, overrides, print_problems
from generator.cli.sources import source_named
from generator.errors import SettingsError, WriteError
from generator.model import Dossier, Mention, TopicId
from generator.plugin import settings_for
from generator.recognise.review import Review, rulings_path
from generator.recognise.review.append import append
from generator.recognise.review.proposals import Question, questions, questions_about_mentions
from generator.recognise.review.rulings import AliasRuling, Answer, Ruling, Rulings
from generator.recognise.review.rulings_file import load_rulings
from generator.recognise.review.taking import signed, take
from generator.recognise.review.worksheet import as_worksheet
from generator.settings import Settings

_HOW: Final = (
    "Decide in a terminal with `dossier topics review`, or in an editor with `--file PATH` "
    "and then `--apply PATH`."
)
_KEYS: Final = {"r": Answer.REJECT, "a": Answer.ACCEPT, "l": Answer.ALWAYS, "n": Answer.NEVER}
_SKIP, _QUIT = "s", "q"


@click.command(epilog="Example: dossier topics review --source 1931-04-02-gazette")
@dossier_options
@click.option("--list", "only_list", is_flag=True, help="Print what is open, and ask nothing.")
@click.option(
    "--file",
    "worksheet",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write what is open into a new file, to be filled in.",
)
@click.option(
    "--apply",
    "filled",
    metavar="PATH",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Take the answers from such a file.",
)
@click.option("--source", "source_id", metavar="ID", help="Only places in this source.")
@click.option("--topic", "topic_id", metavar="ID", help="Only places that may name this topic.")
@click.option(
    "--mentions",
    is_flag=True,
    help="Ask about mentions too that need no decision, to reject wrong ones.",
)
@click.option("--by", default="", metavar="NAME", help="Who decides; written into each decision.")
@click.pass_context
def review(
    context: click.Context,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    only_list: bool,
    worksheet: Path | None,
    filled: Path | None,
    source_id: str | None,
    topic_id: str | None,
    mentions: bool,
    by: str,
) -> None:
    """Decide what the program leaves open: is this a mention of that topic?

    Decisions are written to decisions.yml in the folder of records, each at once.
    """
    if sum(map(bool, (only_list, worksheet, filled))) > 1:
        raise click.UsageError("Take one of --list, --file and --apply.")
    settings = settings_for(Path(config), overrides(edition, captures))
    rulings, _ = load_rulings(rulings_path(settings.sources))
    dossier = pipeline.build(settings).dossier
    own = [finding for finding in dossier.findings if finding.path == rulings.path]
    print_problems(own)
    sign = _Signature(by, date.today().isoformat())
    if filled:
        context.exit(_apply(filled, rulings, dossier, sign))
    asked = list(_asked(dossier, rulings, source_id, topic_id, mentions=mentions))
    if worksheet:
        _write(worksheet, asked, settings)
        click.echo(f"{len(asked)} places to decide: {worksheet}")
        return
    if only_list or not is_terminal():
        still_open = _print_list(asked, dossier, len(rulings.entries))
    else:
        still_open = _Session(rulings, dossier, sign).ask(asked)
    if still_open and not mentions:
        context.exit(FINDINGS)


@dataclass(frozen=True, slots=True)
class _Signature:
    by: str
    on: str


def _asked(
    dossier: Dossier,
    rulings: Rulings,
    source_id: str | None,
    topic_id: str | None,
    *,
    mentions: bool,
) -> Iterator[Question]:
    """The questions that the options ask for."""
    source = source_named(source_id, dossier).id if source_id else None
    topic = _topic_named(topic_id, dossier) if topic_id else None
    found = list(questions(dossier))
    if mentions:
        found += questions_about_mentions(dossier, Review.of(dossier.topics, rulings))
    for one in found:
        if source in (None, one.source.id) and (topic is None or topic in one.topics):
            yield one


def _topic_named(name: str, dossier: Dossier) -> TopicId:
    ids = {topic.id for topic in dossier.topics}
    if name not in ids:
        near = get_close_matches(name, ids, n=1)
        raise SettingsError(
            f'there is no topic "{name}"',
            code="unknown-topic",
            advice=f'Did you mean "{near[0]}"?' if near else "Name it by its id.",
        )
    return TopicId(name)


# --- lists and files ---------------------------------------------------------------------------


def _print_list(asked: Sequence[Question], dossier: Dossier, decided: int) -> int:
    """Print what is open, and how to decide it; how many places that are."""
    labels = {topic.id: topic.label for topic in dossier.topics}
    for one in asked:
        click.echo("\n".join(_shown(one, labels)) + "\n")
    click.echo(f"{len(asked)} open, {decided} decided.")
    if asked:
        click.echo(_HOW)
    return len(asked)


def _shown(question: Question, labels: dict[TopicId, str]) -> Iterator[str]:
    record = question.source.record
    yield f"{question.source.id}, {question.layer} ({record.issued.text or 'undated'}):"
    marked = click.style(f"[{question.words}]", bold=True)
    yield f"  {question.before}{marked}{question.after}"
    for number, claim in enumerate(question.proposal.claims, 1):
        yield f'  {number} {claim.topic}: {labels.get(claim.topic, "")} (alias "{claim.alias}")'
    yield f"  open: {question.proposal.why}"


def _write(path: Path, asked: Iterable[Question], settings: Settings) -> None:
    """A worksheet, in a place where nobody publishes it and where there is no file yet."""
    place = path.resolve()
    for folder in (settings.docs, settings.sources):
        if place.is_relative_to(folder.resolve()):
            raise SettingsError(
                f"{path} lies in a folder that is published",
                code="published-place",
                path=path,
                advice="The sentences may be other people's: name a file elsewhere.",
            )
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(as_worksheet(asked))
    except FileExistsError as error:
        raise _unwritable(path, "there is a file of this name", "Name another one.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unwritable(path, reason, "Name a file in a folder that is there.") from error


def _unwritable(path: Path, reason: str, advice: str) -> WriteError:
    return WriteError(
        f"the questions cannot be written: {reason}", code="cannot-write", path=path, advice=advice
    )


def _apply(path: Path, rulings: Rulings, dossier: Dossier, sign: _Signature) -> int:
    """Take the answers of a worksheet; the exit code."""
    taking = take(path, rulings, dossier)
    if taking.entries:
        append(rulings.path, signed(taking.entries, sign.by, sign.on))
    print_problems(taking.findings)
    click.echo(
        f"{len(taking.entries)} decisions taken, {taking.known} known before, "
        f"{len(taking.findings)} not taken."
    )
    return FINDINGS if taking.findings else 0


# --- in a terminal -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Session:
    """Asks one question after the other and writes each answer at once."""

    rulings: Rulings
    dossier: Dossier
    sign: _Signature
    decided: int = 0
    aliases: set[tuple[TopicId, str]] = field(default_factory=set)

    def ask(self, asked: Sequence[Question]) -> int:
        """Ask until all is decided or somebody leaves; how many questions are still open."""
        labels = {topic.id: topic.label for topic in self.dossier.topics}
        still_open = 0
        for number, question in enumerate(asked):
            if self._is_settled(question):
                continue
            count = (
                f"{len(asked) - number} to go, {len(self.rulings.entries) + self.decided} decided"
            )
            click.echo(f"\n--- {count}\n" + "\n".join(_shown(question, labels)))
            entries = self._answer(question)
            if entries is None:
                still_open += len([one for one in asked[number:] if not self._is_settled(one)])
                break
            self._keep(entries)
            still_open += not entries
        click.echo(f"\n{still_open} open, {len(self.rulings.entries) + self.decided} decided.")
        return still_open

    def _is_settled(self, question: Question) -> bool:
        """Whether the aliases of a question were decided as a whole since it was found."""
        return any((one.topic, one.alias) in self.aliases for one in question.proposal.claims)

    def _keep(self, entries: Sequence[Ruling | AliasRuling]) -> None:
        if entries:
            append(self.rulings.path, signed(entries, self.sign.by, self.sign.on))
        self.decided += len(entries)
        self.aliases |= {(one.topic, one.alias) for one in entries if isinstance(one, AliasRuling)}

    def _answer(self, question: Question) -> tuple[Ruling | AliasRuling, ...] | None:
        """What somebody decides: nothing if the question is skipped, None to leave."""
        claims = question.proposal.claims
        numbers = {str(number): claim for number, claim in enumerate(claims[:9], 1)}
        is_one = len(claims) == 1
        while True:
            pressed = key(_prompt(question, numbers))
            if pressed in (*LEAVE, _QUIT):
                return None
            if pressed == _SKIP:
                return ()
            if pressed in numbers and question.quote:
                return (_ruling(question, numbers[pressed], Answer.ACCEPT),)
            answer = _KEYS.get(pressed)
            if answer is Answer.REJECT and question.quote:
                return tuple(_ruling(question, claim, answer) for claim in claims)
            if answer is Answer.ACCEPT and question.quote and is_one:
                return (_ruling(question, claims[0], answer),)
            if answer in (Answer.ALWAYS, Answer.NEVER):
                claim = claims[0] if is_one else numbers.get(key("  which of them? "))
                if claim is not None:
                    return (AliasRuling(claim.topic, claim.alias, answer),)


def _prompt(question: Question, numbers: dict[str, Mention]) -> str:
    accept = "[a]ccept" if len(numbers) == 1 else f"accept [1]-[{len(numbers)}]"
    here = f"{accept}  [r]eject  " if question.quote else ""
    return f"  {here}a[l]ways  [n]ever  [s]kip  [q]uit ? "


def _ruling(question: Question, claim: Mention, answer: Answer) -> Ruling:
    assert question.quote is not None
    return Ruling(question.source.id, question.layer, claim.topic, question.quote, answer)
