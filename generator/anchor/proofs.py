"""The editors' events with their proofs: each at the one place that its words find (law 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.anchor.anchoring import anchor_in
from generator.anchor.candidates import Nearest
from generator.anchor.events_file import EventEntry, load_events
from generator.anchor.find import EVENTS_FILE
from generator.anchor.report import MOST_SEARCHED, said_of_ambiguous, said_of_lost
from generator.errors import NotesError
from generator.model import (
    Anchored,
    EditorsEvent,
    Finding,
    Note,
    Severity,
    Source,
    SourceId,
    Standing,
)
from generator.settings import Edition, Settings

#: Nearest passages that are shown, and of how many places it is said how many they are.
_NEAREST: Final = 3
_COUNTED: Final = 100

#: Where each passage stands, by its place in the file; those of sources not shown are not among them.
_Places = Mapping[Note, Anchored]


def read_events(settings: Settings, findings: list[Finding]) -> tuple[EventEntry, ...]:
    """The events of the file; of one that cannot be understood, which is reported, none."""
    path = settings.sources / EVENTS_FILE
    try:
        entries, found = load_events(path)
    except NotesError as error:
        findings.append(error.finding)
        return ()
    findings += found
    return entries


def anchor_events(
    entries: Sequence[EventEntry],
    sources: Mapping[SourceId, Source],
    settings: Settings,
    findings: list[Finding],
) -> tuple[EditorsEvent, ...]:
    """The events with where their passages stand in this edition; what is lost is reported."""
    places: dict[Note, Anchored] = {}
    for id_, notes in _by_source(entries).items():
        if source := sources.get(id_):
            anchored = anchor_in(source, notes)
            places.update((one.note, one) for one in anchored)
            findings += _unsettled(anchored, source)
        else:
            findings.append(_no_source(id_, notes[0], sources, settings))
    return tuple(_event(entry, places) for entry in entries)


def _by_source(entries: Iterable[EventEntry]) -> dict[SourceId, list[Note]]:
    found: defaultdict[SourceId, list[Note]] = defaultdict(list)
    for entry in entries:
        for note in (*entry.proofs, *entry.apart):
            if note.target.source:
                found[note.target.source].append(note)
    return found


def _event(entry: EventEntry, places: _Places) -> EditorsEvent:
    proofs, apart = (
        tuple(places[note] for note in notes if note in places)
        for notes in (entry.proofs, entry.apart)
    )
    return EditorsEvent(
        entry.id, entry.date, entry.title, entry.note, entry.topics, proofs, apart, entry.line
    )


# --- what is lost ------------------------------------------------------------------------------


def _unsettled(anchored: Iterable[Anchored], source: Source) -> Iterator[Finding]:
    nearest = Nearest(source)
    lost = [one for one in anchored if one.standing in (Standing.LOST, Standing.AMBIGUOUS)]
    for number, one in enumerate(lost):
        is_lost = one.standing is Standing.LOST
        limit = (_NEAREST if number < MOST_SEARCHED else 0) if is_lost else _COUNTED
        yield (_lost if is_lost else _ambiguous)(one.note, source, nearest, limit)


def _lost(note: Note, source: Source, nearest: Nearest, limit: int) -> Finding:
    assert note.target.quote is not None, "a proof without words is not read"
    near = nearest.to(note, limit) if limit else ()
    elsewhere = nearest.elsewhere(note)
    advice = "Correct the quote to one of these." if near else "Copy the words from the page."
    return Finding(
        Severity.WARNING,
        "lost-proof",
        said_of_lost(note, note.target.quote, source, near),
        note.path,
        note.line,
        f"It stands in the {elsewhere[0]}: write `layer: {elsewhere[0]}`." if elsewhere else advice,
    )


def _ambiguous(note: Note, source: Source, nearest: Nearest, limit: int) -> Finding:
    assert note.target.quote is not None, "a proof without words is not read"
    return Finding(
        Severity.WARNING,
        "ambiguous-proof",
        said_of_ambiguous(note, note.target.quote, source, nearest.to(note, limit)),
        note.path,
        note.line,
        "Quote more words, or add those before it as `prefix`, those after it as `suffix`.",
    )


def _no_source(
    id_: SourceId, note: Note, sources: Mapping[SourceId, Source], settings: Settings
) -> Finding:
    """In the public edition the source may be one that is not for the public."""
    near = get_close_matches(id_, sorted(sources), n=1)
    is_full = settings.edition is Edition.FULL
    record = Path(settings.sources.name) / f"{id_}.md"
    return Finding(
        Severity.WARNING if is_full else Severity.NOTE,
        "proof-without-source",
        f'There is no source "{id_}" in this edition, so it proves nothing here.',
        note.path,
        note.line,
        f'Did you mean "{near[0]}"?' if near else f"Write a record, {record}.",
    )
