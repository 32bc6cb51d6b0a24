"""The same as tables: ``sources.csv``, ``topics.csv``, ``mentions.csv``, ``notes.csv``, ``events.csv``.

Comma-separated with a header row and quotes as RFC 4180 has them, but for line ends of "\\n". A
cell that a spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from generator.recognise.topic_edit import table
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.events import event_item

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Rows = Iterator[Sequence[Any]]


def table_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for name, header, rows in (
        ("sources", SOURCES, _sources(contents)),
        ("topics", TOPICS, _topics(contents)),
        ("mentions", MENTIONS, _mentions(contents)),
        ("notes", NOTES, iter(())),
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
    "id",
    "source",
    "layer",
    "start",
    "end",
    "quote",
    "note",
    "by",
    "on",
    "status",
    "tags",
)
EVENTS: Final = ("source", "date", "start", "end", "words", "basis", "text", "block", "topics")


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


def _events(contents: Contents) -> Rows:
    for event in contents.relations.events:
        item = event_item(contents, event)
        yield [item[name] for name in EVENTS]
