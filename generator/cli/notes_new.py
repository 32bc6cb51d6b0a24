"""``dossier notes new``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from generator import pipeline
from generator.anchor.anchoring import anchor_in
from generator.anchor.edit.append import append
from generator.anchor.edit.entry import as_yaml
from generator.anchor.find import CLAIMS_FILE, DOSSIER_NOTES, source_of
from generator.anchor.note_ids import free_id
from generator.anchor.notes_file import load_notes
from generator.cli.anchored import notes_in
from generator.cli.notes_target import Wish, target_of, unknown
from generator.cli.notes_words import Words, body_of, name_of_writer
from generator.cli.options import FINDINGS, dossier_options, overrides
from generator.cli.passages import passage
from generator.cli.topics_merge import shown
from generator.errors import WriteError
from generator.model import (
    Anchored,
    Claim,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Rights,
    Stance,
    Standing,
    Target,
)
from generator.plugin import settings_for
from generator.settings import QUOTATION_LIMIT, Settings
from generator.write import Contents
from generator.write.pages.note import home_of
from generator.write.paths import note_anchor

_NO_STATUS: Final = "none"
_STATUSES: Final = [*(status.value for status in NoteStatus), _NO_STATUS]

_SHOWN: Final = {
    NoteStatus.DRAFT: "draft: only in the full edition; change `status` to publish it",
    NoteStatus.VERIFIED: "published, as verified",
    NoteStatus.DISPUTED: "published, and marked as disputed",
    NoteStatus.RETRACTED: "published, and marked as retracted",
}


@click.command(
    "new",
    epilog='Example: dossier notes new 1931-04-02-gazette --quote "Six boatmen" --note "Eight, says the Mail."',
)
@dossier_options
@click.argument("source", required=False)
@click.option(
    "--quote", metavar="WORDS", help="The words that the note is on, as the source says them."
)
@click.option(
    "--nth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which place, where the words stand more than once.",
)
@click.option(
    "--layer",
    type=click.Choice([layer.value for layer in Layer]),
    help="Only look in the digest, or in the text.",
)
@click.option("--block", metavar="ID", help="The paragraph that the note is on, instead of words.")
@click.option("--topic", metavar="ID", help="A note on a topic.")
@click.option("--event", metavar="DATE", help="A note on a date of the timeline, in EDTF.")
@click.option(
    "--note",
    "body",
    metavar="TEXT",
    help="What you have to say, in Markdown; - reads it from standard input. Without it an editor opens.",
)
@click.option(
    "--by",
    metavar="NAME",
    help="Who says it; else the environment's DOSSIER_BY, or git's user.name.",
)
@click.option(
    "--on",
    metavar="DATE",
    default=lambda: date.today().isoformat(),
    show_default="today",
    help="When, in EDTF.",
)
@click.option(
    "--status",
    type=click.Choice(_STATUSES),
    default="draft",
    show_default=True,
    help="How far you stand behind it; none publishes it without a badge.",
)
@click.option(
    "--motivation",
    type=click.Choice([one.value for one in Motivation]),
    default="commenting",
    show_default=True,
    help="Why it is written, in W3C's words.",
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; may be given again.")
@click.option("--claim", metavar="ID", help="A claim that the passage bears on.")
@click.option(
    "--stance",
    type=click.Choice([one.value for one in Stance]),
    help="What the passage does to the claim.",
)
@click.pass_context
def new(
    context: click.Context,
    /,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    source: str | None,
    quote: str | None,
    block: str | None,
    layer: str | None,
    nth: int | None,
    topic: str | None,
    event: str | None,
    **words: Any,
) -> None:
    """Add a note to the notes file of SOURCE: on words of it, on a paragraph, or on the whole.

    Type the words as you like: they are written as the source has them, with as much of what
    stands around them as it takes to tell them apart. Notes on topics and dates go into
    dossier.notes.yml.
    """
    wish = Wish(source, quote, block, Layer(layer) if layer else None, nth, topic, event)
    said = Words(**words)
    wish.check()
    said.check()
    settings = settings_for(Path(config), overrides(edition, captures))
    contents = pipeline.build(settings)
    target = target_of(wish, contents)
    _check_claim(said.claim, contents.dossier.claims)
    path = _path(settings, target)
    load_notes(path, source_of(path))  # before anybody writes a text that could not be added
    taken = {note.id for note in notes_in(settings.sources, [])}
    body = body_of(said, target)
    if body is None:
        click.echo("Nothing written: the note has no words.", err=True)
        context.exit(FINDINGS)
    note = _note(said, body, target, free_id(target, taken), settings)
    [written] = _appended(path, note)
    click.echo("\n".join(_outcome(written, contents)))


def _path(settings: Settings, target: Target) -> Path:
    """The file that a note belongs into."""
    name = f"{target.source}.notes.yml" if target.source else DOSSIER_NOTES
    return settings.sources / name


def _check_claim(name: str | None, claims: tuple[Claim, ...]) -> None:
    ids = [claim.id for claim in claims]
    if name is not None and name not in ids:
        advice = f"Add it to {CLAIMS_FILE} first."
        raise unknown("claim", name, ids, code="unknown-claim", advice=advice)


def _note(said: Words, body: str, target: Target, id_: NoteId, settings: Settings) -> Note:
    return Note(
        id_,
        target,
        body,
        creator=name_of_writer(settings.root) if said.by is None else said.by.strip(),
        created=said.on,
        status=None if said.status == _NO_STATUS else NoteStatus(said.status),
        motivation=Motivation(said.motivation),
        tags=tuple(dict.fromkeys(" ".join(tag.split()) for tag in said.tags)),
        assessments=said.assessments,
    )


def _appended(path: Path, note: Note) -> tuple[Note, ...]:
    """Write a note; if that fails, show it, since somebody may just have typed it."""
    source = source_of(path)
    try:
        return append(path, [note], source)
    except WriteError:
        click.echo(as_yaml(note, source), nl=False)
        raise


# --- what came of it ---------------------------------------------------------------------------


def _outcome(note: Note, contents: Contents) -> Iterator[str]:
    """Where the entry stands, what it is on, and how readers will see it."""
    one, source = Anchored(note, Standing.WHOLE), None
    if note.target.source:
        source = contents.sources[note.target.source]
        one = anchor_in(source, [note])[0]
    yield f"{shown(note.path, Path.cwd())}:{note.line}: {note.id}"
    if source and one.layer and one.span:
        yield f"  on {passage(source, one.layer, one.span)}"
    yield f"  {_SHOWN[note.status] if note.status else 'published, without a badge'}"
    page = home_of(contents, one).with_suffix(".html")
    yield f"  at {page}#{note_anchor(note.id)}"
    if source and one.layer is Layer.TEXT and source.record.rights is Rights.RESTRICTED:
        yield "  Its passage is in a restricted text: the public edition lists it without its place."
        if note.target.quote and len(note.target.quote.exact.split()) > QUOTATION_LIMIT:
            yield f"  It quotes more than {QUOTATION_LIMIT} words of that text, and this file may be public: shorten it."
