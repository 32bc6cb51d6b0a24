"""A line of the timeline as a page shows it, and what a reader can find it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import spoken
from generator.model import Anchored, Layer, NoteId, SourceId, Span
from generator.relate import Event, Statement
from generator.relate.contexts import Lookup
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.fragments import directive
from generator.write.pages.cards import Chip, When, date_of, foreign, origin_of, topic_chip, when
from generator.write.pages.mentions import count
from generator.write.pages.note import note_aside, note_view
from generator.write.pages.passages import Passage, passage
from generator.write.periods import Kind, Line
from generator.write.prose import prose

#: Passages of an event that are shown open; further ones are folded.
OPEN: Final = 2
#: Topics that stand below an event.
CHIPS: Final = 6


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that says so, and where it stands: the source, with its date. ``why`` is how the
    date was worked out, empty where it is stated; ``dated`` the date there, where it is another."""

    passage: Passage
    title: str
    language: str
    date: str
    why: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line. ``sources`` and ``topics`` are ids, parted by spaces, to filter by.

    Of a source that was issued, ``title`` is its own, and links to it. Of an event of the editors
    it is theirs, and ``note`` what they say; ``missing`` says that no passage proves it here. Of a
    note on a date, ``note`` is all.
    """

    kind: Kind
    id: str
    date: When
    sources: str
    topics: str
    title: str = ""
    href: str = ""
    language: str = ""
    origin: str = ""
    note: Markdown | str = ""
    missing: str = ""
    chips: Sequence[Chip] = ()
    proofs: Sequence[Proof] = ()
    more: Sequence[Proof] = ()
    more_summary: str = ""


def entry(contents: Contents, line: Line, page: PurePosixPath) -> Entry:
    """The line as ``page`` shows it."""
    return _ENTRIES[line.kind](contents, line, page)


def anchor_of(line: Line) -> str:
    """The id of a line on its page. A note has one of its own."""
    return _ANCHORS[line.kind](line.id)


def proofs_of(contents: Contents, event: Event, page: PurePosixPath) -> list[Proof]:
    """Every passage that says so: those that editors quote, then the other statements."""
    quoted = _quoted(contents, event)
    dated = (one for one in event.statements if not _is_among(one, quoted))
    return [
        *(_quoted_proof(contents, one, event, page) for one in quoted),
        *(_dated_proof(contents, one, event, page) for one in dated),
    ]


# --- each kind ---------------------------------------------------------------------------------


def _issued(contents: Contents, line: Line, page: PurePosixPath) -> Entry:
    source = contents.sources[SourceId(line.id)]
    return Entry(
        kind=line.kind,
        id=anchor_of(line),
        date=when(line.date),
        sources=source.id,
        topics="",
        title=source.record.title.text,
        href=paths.html_link(page, paths.source_page(source.id)),
        language=foreign(contents, source),
        origin=origin_of(source),
    )


def _event(contents: Contents, line: Line, page: PurePosixPath) -> Entry:
    event = contents.events[line.id]
    proofs, told = proofs_of(contents, event, page), event.told
    counts = contents.relations
    return Entry(
        kind=line.kind,
        id=anchor_of(line),
        date=when(line.date),
        sources=" ".join(event.sources),
        topics=" ".join(event.topics),
        title=told.title if told else "",
        note=prose(contents, told.note, page) if told else "",
        missing="" if proofs else _missing(event),
        chips=[topic_chip(contents, t, page, counts.total(t)) for t in event.topics[:CHIPS]],
        proofs=proofs[:OPEN],
        more=proofs[OPEN:],
        more_summary=count(len(proofs) - OPEN, "more passage", "more passages"),
    )


def _note(contents: Contents, line: Line, page: PurePosixPath) -> Entry:
    one = contents.notes[NoteId(line.id)]
    view = note_view(contents, one, page)
    topics = " ".join(view.topics)
    return Entry(line.kind, "", when(line.date), "", topics, note=note_aside(view))


_ENTRIES: Final[Mapping[Kind, Callable[[Contents, Line, PurePosixPath], Entry]]] = {
    Kind.ISSUED: _issued,
    Kind.EVENT: _event,
    Kind.STATEMENT: _event,
    Kind.NOTE: _note,
}
_ANCHORS: Final[Mapping[Kind, Callable[[str], str]]] = {
    Kind.ISSUED: lambda id_: f"issued-{id_}",
    Kind.EVENT: lambda id_: f"event-{id_}",
    Kind.STATEMENT: lambda id_: f"event-{id_}",
    Kind.NOTE: lambda id_: paths.note_anchor(NoteId(id_)),
}


def _missing(event: Event) -> str:
    assert event.told is not None, "only the editors tell of events that nothing proves"
    if event.told.proofs:
        return "The passages that say so are not in this edition."
    return "Told by the editors; no passage of the sources is given for it."


# --- proofs ------------------------------------------------------------------------------------


def _quoted(contents: Contents, event: Event) -> Sequence[Anchored]:
    """The proofs of editors that this edition carries; of a source that it has the text of, those
    in the digest only where there are none in the text."""
    proofs = event.told.proofs if event.told else ()
    found = [one for one in proofs if one.span is not None]
    main = {one.note.target.source for one in found if _is_main(contents, one)}
    return [o for o in found if _is_main(contents, o) or o.note.target.source not in main]


def _is_main(contents: Contents, one: Anchored) -> bool:
    source = one.note.target.source
    return source is not None and one.layer is contents.sources[source].main_layer


def _is_among(statement: Statement, quoted: Sequence[Anchored]) -> bool:
    return any(
        one.note.target.source == statement.source
        and one.layer is statement.layer
        and one.span is not None
        and statement.span in one.span
        for one in quoted
    )


def _quoted_proof(contents: Contents, one: Anchored, event: Event, page: PurePosixPath) -> Proof:
    """A passage that editors quote, with the dates that are said in it."""
    source, layer, span = one.note.target.source, one.layer, one.span
    assert source and layer and span, "only what was found is a proof"
    inside = [s for s in event.statements if _is_among(s, [one])]
    sentence = Lookup(contents.dossier.analyses[source, layer].sentences)(span)
    proof = _proof(contents, (source, layer), sentence, span, page)
    dates = dict.fromkeys(s.date for s in inside if s.date != event.date)
    reasons = dict.fromkeys(s.basis for s in inside if s.basis != "stated")
    return replace(proof, why="; ".join(reasons), dated=", ".join(map(spoken, dates)))


def _dated_proof(contents: Contents, one: Statement, event: Event, page: PurePosixPath) -> Proof:
    proof = _proof(contents, (one.source, one.layer), one.sentence, one.span, page)
    dated = "" if one.date == event.date else spoken(one.date)
    return replace(proof, why="" if one.basis == "stated" else one.basis, dated=dated)


def _proof(
    contents: Contents,
    text: tuple[SourceId, Layer],
    sentence: Span,
    words: Span,
    page: PurePosixPath,
) -> Proof:
    """A passage that opens with its words highlighted, where the browser can do that."""
    id_, layer = text
    source, block = contents.sources[id_], contents.blocks[text](words)
    meant = Span(words.start, min(words.end, sentence.end, block.span.end))
    shown = passage(
        contents, page, source=id_, layer=layer, block=block.id, sentence=sentence, meant=[meant]
    )
    fragment = directive(source.document(layer).text, block.span, meant)
    return Proof(
        passage=replace(shown, href=Markdown(f"{shown.href}{fragment}")),
        title=source.record.title.text,
        language=foreign(contents, source),
        date=date_of(source),
    )
