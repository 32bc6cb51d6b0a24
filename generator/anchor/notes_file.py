"""Read a notes file: a list of notes, each a few keys and values.

What is wrong with one note is a finding with its line, and only this note, or this value of it,
is left out. A file that cannot be read as a list at all is a ``NotesError``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.anchor.entries import entries_of, read_text
from generator.anchor.note_ids import free_id
from generator.anchor.note_nodes import NOTE_KEYS, Draft, read_note
from generator.filing.report import Report
from generator.model import Finding, Note, NoteId, SourceId, Target

__all__ = ["NOTE_KEYS", "load_notes", "parse_notes", "read_text"]


def load_notes(path: Path, source: SourceId | None) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """The notes of a file in its order, and what a person should look at, by line.

    ``source`` is what they are about; None for the dossier's own file, in which each names its
    target. No file is no notes. Raises ``NotesError`` for a file that is no UTF-8, no YAML or no
    list.
    """
    return parse_notes(read_text(path), path, source)


def parse_notes(
    text: str, path: Path, source: SourceId | None
) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """As ``load_notes``, for a text that stands in ``path`` or is going to."""
    nodes = entries_of(
        text,
        path,
        code="notes-no-list",
        advice='Begin each note with "- quote: ..." or "- note: ...".',
    )
    report = Report(path)
    drafts = [draft for node in nodes if (draft := read_note(node, source, report))]
    notes = _with_ids(drafts, report)
    return notes, tuple(sorted(report.findings, key=lambda finding: finding.line))


def _with_ids(drafts: Sequence[Draft], report: Report) -> tuple[Note, ...]:
    """The notes, each with an id of its own: what is stated comes before what is derived."""
    stated = _stated(drafts, report)
    taken: set[str] = set(stated)
    on_target: Counter[Target] = Counter()
    notes = []
    for draft in drafts:
        note = draft.note
        if stated.get(note.id) is not draft:
            on_target[note.target] += 1
            note = replace(note, id=free_id(note.target, taken, on_target[note.target]))
            taken.add(note.id)
        notes.append(note)
    return tuple(notes)


def _stated(drafts: Sequence[Draft], report: Report) -> dict[NoteId, Draft]:
    """The notes that state an id; of two with one id the first."""
    first: dict[NoteId, Draft] = {}
    for draft in drafts:
        id_ = draft.note.id
        if id_ and first.setdefault(id_, draft) is not draft:
            report.error(
                "note-id-twice",
                draft.id_line,
                f'The id "{id_}" is that of the note in line {first[id_].note.line}.',
                "Give one of them another id. Until then this one gets one from what it is about.",
            )
    return first
