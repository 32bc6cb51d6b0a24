"""The same as tables: ``sources.csv``, ``topics.csv``, ``mentions.csv``, ``notes.csv``, ``events.csv``.

Comma-separated with a header row and quotes as RFC 4180 has them, but for line ends of "\\n". A
cell that a spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from generator.model import Anchored, Target
from generator.recognise.topic_edit import table
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.events import statement_item
from generator.write.exports.note_annotations import in_order
from generator.write.quotable import may_quote

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Rows = Iterator[Sequence[Any]]


def table_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for name, header, rows in (
        ("sources", SOURCES, _sources(contents)),
        ("topics", TOPICS, _topics(contents)),
        ("mentions", MENTIONS, _mentions(contents)),
        ("notes", NOTES, _notes(contents, contents.dossier.notes)),
        ("events", EVENTS, _events(contents)),
    ):
        yield paths.DATA / f"{name}.csv", as_csv(header, rows)


SOURCES: Final = (
    "id", "title", "type", "authors", "publication", "publication_basis", "issued",
    "issued_basis", "language", "url", "rights", "capture_file", "capture_sha256",
)  # fmt: skip
TOPICS: Final = (*table.COLUMNS, "mentions", "sources")
MENTIONS: Final = ("source", "layer", "topic", "start", "end", "words", "alias")
NOTES: Final = (
    "id", "source", "layer", "start", "end", "quote", "note", "by", "on", "modified", "status",
    "motivation", "tags", "claims", "standing", "target",
)  # fmt: skip
EVENTS: Final = (
    "source",
    "date",
    "start",
    "end",
    "words",
    "basis",
    "text",
    "block",
    "topics",
    "event",
)


def as_csv(header: Sequence[str], rows: Rows) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode()


def _cell(cell: Any) -> str:
    text = "; ".join(cell) if isinstance(cell, list | tuple) else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(cell, int) else text


def _sources(contents: Contents) -> Rows:
    for source in contents.dossier.sources:
        record = source.record
        yield (
            source.id,
            record.title.text,
            record.type.text,
            [author.text for author in record.authors],
            record.publication.text,
            record.publication.basis,
            record.issued.text,
            record.issued.basis,
            record.language.text,
            record.url.text,
            record.rights.value,
            record.capture_file,
            record.capture_sha256,
        )


def _topics(contents: Contents) -> Rows:
    for topic in contents.dossier.topics:
        yield (
            *table.row(topic),
            contents.relations.total(topic.id),
            contents.relations.reach(topic.id),
        )


def _mentions(contents: Contents) -> Rows:
    for source in contents.dossier.sources:
        for layer, document in source.layers:
            for mention in contents.dossier.analyses[source.id, layer].mentions:
                span = mention.span
                words = span.of(document.text)
                yield (
                    source.id,
                    layer.value,
                    mention.topic,
                    span.start,
                    span.end,
                    words,
                    mention.alias,
                )


def notes_table(contents: Contents, notes: Iterable[Anchored]) -> bytes:
    """Some notes as a table."""
    return as_csv(NOTES, _notes(contents, notes))


def _notes(contents: Contents, notes: Iterable[Anchored]) -> Rows:
    for one in in_order(notes):
        note, span = one.note, one.span
        yield (
            note.id,
            note.target.source or "",
            one.layer or note.target.layer or "",
            span.start if span else "",
            span.end if span else "",
            _words(contents, one),
            note.body,
            note.creator,
            note.created,
            note.modified,
            note.status or "",
            note.motivation.value,
            note.tags,
            [f"{assessment.claim}: {assessment.stance}" for assessment in note.assessments],
            one.standing.value,
            _subject(note.target),
        )


def _words(contents: Contents, one: Anchored) -> str:
    """The words that a note is about, as the text has them; where it does not, as they are written."""
    source = contents.sources.get(one.note.target.source) if one.note.target.source else None
    if source and one.layer and one.span:
        return one.span.of(source.document(one.layer).text)
    quote = one.note.target.quote
    return quote.exact if quote and may_quote(contents, one) else ""


def _subject(target: Target) -> str:
    """What kind of thing a note is about, with the id of one that has no column of its own."""
    if target.source:
        return f"block {target.block}" if target.block else "passage" if target.quote else "source"
    return f"topic {target.topic}" if target.topic else f"date {target.event}"


def _events(contents: Contents) -> Rows:
    for statement in contents.relations.statements:
        item = statement_item(contents, statement)
        yield [item[name] for name in EVENTS]
