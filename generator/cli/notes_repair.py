"""``dossier notes repair``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import click

from generator import pipeline
from generator.anchor.candidates import Candidate, Nearest
from generator.anchor.edit.placing import may_have_two_texts, target_at
from generator.anchor.edit.requote import as_it_stands, requote
from generator.anchor.find import source_of
from generator.cli.anchored import anchored_in, notes_in
from generator.cli.asking import LEAVE, is_terminal, key
from generator.cli.options import FINDINGS, dossier_options, overrides, print_problems
from generator.cli.passages import passage, plain, shortened
from generator.cli.sources import source_named
from generator.cli.topics_merge import shown
from generator.errors import NotesError, WriteError
from generator.model import Finding, Note, Severity, Source, Standing, Target
from generator.plugin import settings_for

_HOW: Final = "Run `dossier notes repair` in a terminal to choose, or correct the entries by hand."
_NOWHERE: Final = "nothing in this edition is like it; --edition full may show more"
_NO_BLOCK: Final = "no block has this id now: quote its words instead, by hand"
_SKIP, _QUIT = "s", "q"
#: A key of the keyboard each.
_CHOICES: Final = 9

_WHAT: Final = {
    Standing.LOST: "lost",
    Standing.AMBIGUOUS: "ambiguous: more than one place says this",
}


@click.command(epilog="Example: dossier notes repair --source 1931-04-02-gazette")
@dossier_options
@click.option("--list", "only_list", is_flag=True, help="Print what is lost, and ask nothing.")
@click.option("--source", "source_id", metavar="ID", help="Only notes on this source.")
@click.pass_context
def repair(
    context: click.Context,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    only_list: bool,
    source_id: str | None,
) -> None:
    """Find the places of notes whose words are no longer found, or found more than once.

    The place that you choose is written into the note's entry, each at once; nothing else in the
    file changes.
    """
    settings = settings_for(Path(config), overrides(edition, captures))
    dossier = pipeline.build(settings).dossier
    sources = [source_named(source_id, dossier)] if source_id else dossier.sources
    findings: list[Finding] = []
    lost = list(_lost(sources, notes_in(settings.sources, findings)))
    print_problems(findings)
    ask = is_terminal() and not only_list
    still_lost = _Session().ask(lost) if ask else _print_list(lost)
    if still_lost or any(one.severity is Severity.ERROR for one in findings):
        context.exit(FINDINGS)


@dataclass(frozen=True)
class Lost:
    """A note that stands nowhere for sure, and its source."""

    note: Note
    standing: Standing
    source: Source
    nearest: Nearest

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Where it may belong; looked for only when it is shown, which takes a moment."""
        return self.nearest.to(self.note, _CHOICES)


def _lost(sources: Iterable[Source], notes: Iterable[Note]) -> Iterator[Lost]:
    for source, anchored in anchored_in(sources, notes):
        adrift = [one for one in anchored if one.standing in _WHAT]
        if adrift:
            nearest = Nearest(source)
            yield from (Lost(one.note, one.standing, source, nearest) for one in adrift)


# --- what is shown -----------------------------------------------------------------------------


def _print_list(lost: Sequence[Lost]) -> int:
    """Print what is lost, and how to repair it; how many notes that are."""
    for one in lost:
        click.echo("\n".join(_rows(one)) + "\n")
    click.echo(_count(len(lost)))
    if lost:
        click.echo(_HOW)
    return len(lost)


def _count(number: int) -> str:
    return f"{number} {'note' if number == 1 else 'notes'} to repair."


def _rows(one: Lost) -> Iterator[str]:
    """The note, what it says, and a numbered row for each place."""
    note, target = one.note, one.note.target
    place = f"{shown(note.path, Path.cwd())}:{note.line}"
    yield f"{place}: {note.id} on {one.source.id}, {_WHAT[one.standing]}"
    yield f"  words: {_words(target)}"
    if note.body:
        yield f"  note:  {shortened(note.body.splitlines()[0])}"
    for number, near in enumerate(one.candidates, 1):
        where = passage(one.source, near.layer, near.span)
        yield f"  {number}  {near.percent:3} %  {where}"
    if not one.candidates:
        yield f"  {_NOWHERE if target.quote else _NO_BLOCK}"


def _words(target: Target) -> str:
    """What an entry quotes, its context outside of the brackets."""
    quote = target.quote
    if quote is None:
        return f"block {target.block}"
    layer = f" ({target.layer})" if target.layer else ""
    return f"{plain(quote.prefix)}[{shortened(quote.exact)}]{plain(quote.suffix)}{layer}"


# --- in a terminal -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Session:
    """Asks about one note after the other and writes each choice at once."""

    repaired: int = 0

    def ask(self, lost: Sequence[Lost]) -> int:
        """Ask until all is repaired or somebody leaves; how many notes still stand nowhere."""
        for number, one in enumerate(lost):
            click.echo(f"\n--- {len(lost) - number} to go, {self.repaired} repaired")
            try:
                goes_on = self._about(one)
            except (WriteError, NotesError) as error:
                print_problems([error.finding])
            else:
                if not goes_on:
                    break
        still = len(lost) - self.repaired
        click.echo(f"\n{self.repaired} repaired. {_count(still)}")
        return still

    def _about(self, one: Lost) -> bool:
        """Ask about one note; whether to go on to the next."""
        one = replace(one, note=as_it_stands(one.note, source_of(one.note.path)))
        click.echo("\n".join(_rows(one)))
        choice = _choice(one) if one.candidates else _SKIP
        if isinstance(choice, Candidate):
            self.repaired += _moved(one, choice)
        return choice != _QUIT


def _choice(one: Lost) -> Candidate | str:
    """The place that somebody chooses, or the key to skip or to leave."""
    count = len(one.candidates)
    numbers = {str(number): near for number, near in enumerate(one.candidates, 1)}
    while True:
        pressed = key(f"  [1]{f'-[{count}]' if count > 1 else ''}  [s]kip  [q]uit ? ")
        if pressed in numbers:
            return numbers[pressed]
        if pressed in (*LEAVE, _QUIT):
            return _QUIT
        if pressed == _SKIP:
            return _SKIP


def _moved(one: Lost, place: Candidate) -> bool:
    """Write a place into a note's entry; whether there are words for it."""
    note, target = one.note, _target(one, place)
    if target is None or target.quote is None:
        click.echo("  These words cannot be told from others: write a longer quote by hand.")
        return False
    made = requote(note, target.quote, target.layer, source_of(note.path))
    click.echo(f"  written: {shown(note.path, Path.cwd())}:{made.line}")
    return True


def _target(one: Lost, place: Candidate) -> Target | None:
    """The chosen place; with its layer where the note named one, or where it takes one."""
    source = one.source
    hides_one = source.text is None and may_have_two_texts(source)
    names_layer = one.note.target.layer is not None or hides_one
    found = target_at(source, place.layer, place.span, names_layer=names_layer)
    return found or target_at(source, place.layer, place.span, names_layer=True)
