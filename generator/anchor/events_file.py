"""Read ``sources/events.yml``: a list of events, as the editors tell them.

What is wrong with one event is a finding with its line, and only this event, or this value of it,
is left out. A file that cannot be read as a list at all is a ``NotesError``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.anchor.entries import entries_of, read_text
from generator.anchor.fields import Fields
from generator.anchor.targets import quote_of
from generator.describe.checks import edtf
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, Scalar, kind_of, unknown_keys
from generator.filing.yaml_file import Sequence as NodeSequence
from generator.model import EventId, Finding, Layer, Note, NoteId, SourceId, Target, TopicId

EVENT_KEYS: Final = frozenset({"id", "date", "title", "note", "topics", "proofs", "not"})
PROOF_KEYS: Final = frozenset({"source", "layer", "quote", "prefix", "suffix"})


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event as it stands in the file. ``proofs`` and ``apart`` (its ``not``) are notes without
    words, each on a passage of a source."""

    id: EventId
    date: str
    title: str
    note: str = ""
    topics: tuple[TopicId, ...] = ()
    proofs: tuple[Note, ...] = ()
    apart: tuple[Note, ...] = ()
    line: int = 0


def load_events(path: Path) -> tuple[tuple[EventEntry, ...], tuple[Finding, ...]]:
    """The events of a file in its order, and what a person should look at, by line.

    Whether there are such topics and sources is not looked at. No file is no events. Raises
    ``NotesError`` for a file that is no UTF-8, no YAML or no list.
    """
    return parse_events(read_text(path), path)


def parse_events(text: str, path: Path) -> tuple[tuple[EventEntry, ...], tuple[Finding, ...]]:
    """As ``load_events``, for a text that stands in ``path`` or is going to."""
    nodes = entries_of(
        text, path, code="events-no-list", advice='Begin each event with "- id: ...".'
    )
    report = Report(path)
    events = _without_doubles([e for node in nodes if (e := _read_event(node, report))], report)
    return events, tuple(sorted(report.findings, key=lambda finding: finding.line))


def _read_event(node: Node, report: Report) -> EventEntry | None:
    if not isinstance(node, Mapping):
        report.error(
            "wrong-type",
            node.line,
            f"An event is keys and values (id, date, title, ...), but here is {kind_of(node)}.",
            'Begin it with "- id: ..." and indent its other keys below "id".',
        )
        return None
    report.findings.extend(unknown_keys(node, EVENT_KEYS, report.path))
    fields = Fields(node, report)
    event = EventEntry(
        _id(fields),
        _date(fields),
        _title(fields),
        fields.markdown("note"),
        tuple(dict.fromkeys(TopicId(item.text) for item in fields.texts("topics"))),
        tuple(_proofs(fields, "proofs")),
        tuple(_proofs(fields, "not")),
        node.line,
    )
    return event if event.id and event.date and event.title else None


def _id(fields: Fields) -> EventId:
    return EventId(
        fields.needed(
            "id",
            fields.address_id(code="event-bad-id", kind="event"),
            code="event-without-id",
            said="This event has no id.",
            advice='Add "id: some-short-name": small letters, digits and hyphens. Its address has it.',
        )
    )


def _date(fields: Fields) -> str:
    return fields.needed(
        "date",
        fields.text("date", edtf),
        code="event-without-date",
        said="This event has no date.",
        advice='Add "date: ..." as EDTF has it: 2018-05-08, 2016, 2016-04/2016-10.',
    )


def _title(fields: Fields) -> str:
    return fields.needed(
        "title",
        fields.text("title"),
        code="event-without-title",
        said="This event has no title.",
        advice='Add "title: ..." with a few words that say what happened.',
    )


# --- proofs ------------------------------------------------------------------------------------


def _proofs(fields: Fields, key: str) -> Iterator[Note]:
    """The passages under a key; one alone is a list of one."""
    value = fields.node.get(key)
    if value is None or (isinstance(value, Scalar) and not value):
        return
    for node in value if isinstance(value, NodeSequence) else (value,):
        if isinstance(node, Mapping):
            yield from _proof(Fields(node, fields.report))
        else:
            fields.report.error(
                "wrong-type",
                node.line,
                f'An item of "{key}" is keys and values (source, quote, ...), '
                f"but here is {kind_of(node)}.",
                'Write "- {source: its-id, quote: some words}".',
            )


def _proof(fields: Fields) -> Iterator[Note]:
    """A passage, if its source and its words are both there."""
    report, line = fields.report, fields.node.line
    report.findings.extend(unknown_keys(fields.node, PROOF_KEYS, report.path))
    source = fields.text("source")
    layer = fields.choice("layer", Layer, "bad-layer", "the passage is left out")
    if missing := [key for key in ("source", "quote") if not fields.is_given(key)]:
        report.error(
            "proof-incomplete",
            line,
            f'This passage has no "{missing[0]}", so it is not clear where it stands.',
            f'Add "{missing[0]}: ...": a passage is named by its source and its words.',
        )
        return
    quote = quote_of(fields)
    if source and quote.exact and (layer or not fields.is_given("layer")):
        target = Target(SourceId(source), layer, quote)
        yield Note(NoteId(""), target, path=report.path, line=line)


def _without_doubles(events: Sequence[EventEntry], report: Report) -> tuple[EventEntry, ...]:
    """The events whose ids are their own; of two with one id the first."""
    first: dict[EventId, EventEntry] = {}
    for event in events:
        known = first.setdefault(event.id, event)
        if known is not event:
            report.error(
                "event-id-twice",
                event.line,
                f'The id "{event.id}" is that of the event in line {known.line}.',
                "Give one of them another id, or merge them. Only the first is used.",
            )
    return tuple(first.values())
