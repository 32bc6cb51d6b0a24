"""``events.json``: every dated statement of the sources' main texts, with its place; and
``timeline.json``: the events that they are gathered under, with all their proofs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.model import Layer, SourceId, Span
from generator.relate import Event, Statement
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json


def event_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    statements = [statement_item(contents, one) for one in contents.relations.statements]
    yield paths.DATA / "events.json", as_json(statements)
    events = [_event_item(contents, event) for event in contents.relations.events]
    yield paths.DATA / "timeline.json", as_json(events)


def statement_item(contents: Contents, one: Statement) -> dict[str, Any]:
    """A dated statement as data; ``start`` and ``end`` are code points in the file that ``text``
    names, ``event`` is the id of what it is gathered under."""
    return {
        **_place(contents, one.source, one.layer, one.span),
        "date": one.date,
        "basis": one.basis,
        "block": one.block,
        "topics": list(one.topics),
        "event": contents.relations.event_of[one].id,
    }


def _event_item(contents: Contents, event: Event) -> dict[str, Any]:
    """An event as data. What an edition does not carry is not among its proofs (law 7)."""
    told = event.told
    editors = {"title": told.title, "note": told.note} if told else {}
    quoted = [
        _place(contents, one.note.target.source, one.layer, one.span)
        for one in (told.proofs if told else ())
        if one.note.target.source and one.layer and one.span
    ]
    dated = [_place(contents, one.source, one.layer, one.span) for one in event.statements]
    return {
        "id": event.id,
        "date": event.date,
        **{key: value for key, value in editors.items() if value},
        "topics": list(event.topics),
        "proofs": [*quoted, *(place for place in dated if place not in quoted)],
    }


def _place(contents: Contents, source: SourceId, layer: Layer, span: Span) -> dict[str, Any]:
    """A passage: its words, and where they stand."""
    return {
        "source": source,
        "start": span.start,
        "end": span.end,
        "words": span.of(contents.sources[source].document(layer).text),
        "text": str(paths.text_file(source, layer).relative_to(paths.DATA)),
    }
