"""Every notes file and the claims file, read; every note held against what it speaks of.

One bad file or entry is reported and costs no more than itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from generator.anchor.anchoring import anchor_in
from generator.anchor.claims_file import load_claims
from generator.anchor.find import CLAIMS_FILE, misnamed, notes_files
from generator.anchor.note_ids import derived_id, free_id
from generator.anchor.notes_file import load_notes
from generator.anchor.report import lost_findings
from generator.errors import NotesError
from generator.model import (
    Anchored,
    Claim,
    Finding,
    Note,
    NoteId,
    NoteStatus,
    Severity,
    Source,
    SourceId,
    Standing,
    Topic,
)
from generator.settings import Edition, Settings


@dataclass(frozen=True, slots=True)
class Subjects:
    """What there is to speak of: sources by id, the ids of topics (old ones too), the dates of
    the timeline (EDTF)."""

    sources: Mapping[SourceId, Source]
    topics: AbstractSet[str]
    dates: AbstractSet[str]

    @classmethod
    def of(
        cls, sources: Iterable[Source], topics: Iterable[Topic], dates: Iterable[str]
    ) -> Subjects:
        ids = {id_ for topic in topics for id_ in (topic.id, *topic.formerly)}
        return cls({source.id: source for source in sources}, ids, frozenset(dates))


def annotate(
    settings: Settings, subjects: Subjects, findings: list[Finding]
) -> tuple[Anchored, ...]:
    """Every note of this edition and where it stands. A draft is not for the public."""
    findings += misnamed(settings.sources)
    notes = list(_distinct(_notes(settings.sources, findings), findings))
    if settings.edition is Edition.PUBLIC:
        notes = list(_without_drafts(notes, settings, findings))
    anchored = tuple(_anchored(notes, subjects, findings, settings))
    findings += lost_findings(anchored, subjects.sources)
    return anchored


def claims_of(settings: Settings, findings: list[Finding]) -> tuple[Claim, ...]:
    """The claims; a file that cannot be understood is reported, and none of them is there."""
    path = settings.sources / CLAIMS_FILE
    if not path.exists():
        return ()
    try:
        claims, found = load_claims(path)
    except NotesError as error:
        findings.append(error.finding)
        return ()
    findings += found
    return claims


def _notes(folder: Path, findings: list[Finding]) -> Iterator[Note]:
    for path, source in notes_files(folder):
        try:
            notes, found = load_notes(path, source)
        except NotesError as error:
            findings.append(error.finding)
        else:
            findings += found
            yield from notes


def _distinct(notes: Iterable[Note], findings: list[Finding]) -> Iterator[Note]:
    """Ids are addresses in one site: a second note of an id gets one of its own, and where an
    editor chose it, that is reported."""
    first: dict[NoteId, Note] = {}
    for note in notes:
        if note.id not in first:
            first[note.id] = note
            yield note
            continue
        if note.id != derived_id(note.target):
            findings.append(_same_id(note, first[note.id]))
        own = replace(note, id=free_id(note.target, first))
        first[own.id] = own
        yield own


def _same_id(note: Note, other: Note) -> Finding:
    return Finding(
        Severity.ERROR,
        "same-note-id",
        f'The id "{note.id}" is that of another note too: {other.path.name}:{other.line}.',
        note.path,
        note.line,
        "Give one of them another id: links to notes are made of it.",
    )


def _without_drafts(
    notes: Iterable[Note], settings: Settings, findings: list[Finding]
) -> Iterator[Note]:
    drafts = 0
    for note in notes:
        if note.status is NoteStatus.DRAFT:
            drafts += 1
        else:
            yield note
    if drafts:
        what = "1 note is a draft" if drafts == 1 else f"{drafts} notes are drafts"
        findings.append(
            Finding(
                Severity.NOTE,
                "drafts-left-out",
                f"{what}, and not in the public edition.",
                settings.sources,
                advice="Change `status: draft` where a note may be published.",
            )
        )


def _anchored(
    notes: Iterable[Note], subjects: Subjects, findings: list[Finding], settings: Settings
) -> Iterator[Anchored]:
    """Notes with their standing, those of a source together; of a source not shown, none."""
    by_source: dict[SourceId, list[Note]] = {}
    for note in notes:
        target = note.target
        if target.source:
            by_source.setdefault(target.source, []).append(note)
        else:
            found = target.topic in subjects.topics or target.event in subjects.dates
            yield Anchored(note, Standing.WHOLE if found else Standing.LOST)
    for id_, of_source in by_source.items():
        if source := subjects.sources.get(id_):
            yield from anchor_in(source, of_source)
        else:
            findings.append(_no_source(id_, of_source[0], subjects, settings))


def _no_source(id_: SourceId, note: Note, subjects: Subjects, settings: Settings) -> Finding:
    """In the public edition the source may be one that is not for the public."""
    is_full = settings.edition is Edition.FULL
    near = get_close_matches(id_, sorted(subjects.sources), n=1)
    return Finding(
        Severity.WARNING if is_full else Severity.NOTE,
        "notes-without-source",
        f'There is no source "{id_}" in this edition, so its notes are not shown.',
        note.path,
        note.line,
        f'Did you mean "{near[0]}"?'
        if near
        else f"Write a record, {settings.sources.name}/{id_}.md.",
    )
