"""``events.json``: every dated statement of the sources' main texts, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.relate.timeline import Event
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json


def event_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    events = [event_item(contents, event) for event in contents.relations.events]
    yield paths.DATA / "events.json", as_json(events)


def event_item(contents: Contents, event: Event) -> dict[str, Any]:
    """An event as data; ``start`` and ``end`` are code points in the file that ``text`` names."""
    return {
        "source": event.source,
        "date": event.date,
        "start": event.span.start,
        "end": event.span.end,
        "words": event.span.of(contents.sources[event.source].document(event.layer).text),
        "basis": event.basis,
        "text": str(paths.text_file(event.source, event.layer).relative_to(paths.DATA)),
        "block": event.block,
        "topics": list(event.topics),
    }
