"""Every note as it stands now, drafts included, for commands that write into notes files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.anchor.anchoring import anchor_in
from generator.anchor.find import notes_files
from generator.anchor.note_ids import free_id
from generator.anchor.notes_file import load_notes
from generator.errors import NotesError
from generator.model import Anchored, Finding, Note, NoteId, Source, SourceId


def notes_in(folder: Path, findings: list[Finding]) -> Iterator[Note]:
    """The notes of all files of a folder, each with an id of its own. A file that cannot be
    understood is reported, and passed over."""
    taken: set[NoteId] = set()
    for path, source in notes_files(folder):
        try:
            notes, found = load_notes(path, source)
        except NotesError as error:
            findings.append(error.finding)
            continue
        findings += found
        for note in notes:
            id_ = free_id(note.target, taken) if note.id in taken else note.id
            taken.add(id_)
            yield replace(note, id=id_)


def anchored_in(
    sources: Iterable[Source], notes: Iterable[Note]
) -> Iterator[tuple[Source, tuple[Anchored, ...]]]:
    """Each source with the notes on it, and where they stand."""
    by_source: dict[SourceId | None, list[Note]] = {}
    for note in notes:
        by_source.setdefault(note.target.source, []).append(note)
    for source in sources:
        yield source, anchor_in(source, by_source.get(source.id, ()))
