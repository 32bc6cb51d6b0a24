"""Write notes: at the end of the file, whole or not at all, with every byte before them kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.anchor.edit.entry import as_yaml
from generator.anchor.edit.files import write_text
from generator.anchor.notes_file import parse_notes, read_text
from generator.errors import DossierError, WriteError
from generator.model import Note, NoteId, SourceId

HEADER: Final = """\
# Notes, made with `dossier notes new` or by hand.
# New ones are added at the end; docs/guide/notes.md explains the keys.

"""
_ITEM: Final = re.compile(r"^( *)-(?=[ \r\n])", re.MULTILINE)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


def append(path: Path, notes: Sequence[Note], source: SourceId | None) -> tuple[Note, ...]:
    """Add notes at the end of a file, which may not be there yet; they come back as they are read
    from it, with their lines.

    ``source`` is what the file is about; None for the dossier's own. A note without an id gets none
    in the file. Raises ``NotesError`` for a file that cannot be understood, and ``WriteError`` for
    one that nothing can be added to or that cannot be written; the file is then as it was.
    """
    before = read_text(path)
    old, _ = parse_notes(before, path, source)
    entries = [as_yaml(note, source, _indent(before)) for note in notes]
    for note, entry in zip(notes, entries, strict=True):
        _check_entry(note, entry, path, source)
    after = _extended(before, entries)
    made = _read_back(after, path, source)
    if made is None or made[: len(old)] != old or not _same(made[len(old) :], notes):
        raise _not_extendable(before, path)
    write_text(path, after)
    return made[len(old) :]


def _extended(before: str, entries: Sequence[str]) -> str:
    """The old text, a border where it lacks its last line feed, and the new entries in its style."""
    start = before or HEADER
    border = "" if start.endswith(("\n", "\r")) else "\n"
    if _is_apart(before) and _ITEM.search(before):
        border += "" if (start + border).endswith(("\n\n", "\r\n\r\n")) else "\n"
    new = border + ("\n" if _is_apart(before) else "").join(entries)
    return start + _LINE_END.sub(_line_end(before), new)


def _indent(text: str) -> str:
    """What stands before the dashes of a file's list."""
    first = _ITEM.search(text)
    return first[1] if first else ""


def _line_end(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _is_apart(text: str) -> bool:
    """Whether entries have a blank line between them: unless the last two have none."""
    indent = _indent(text)
    above = [text[: item.start()] for item in _ITEM.finditer(text) if item[1] == indent][1:]
    return not above or not above[-1].splitlines()[-1].strip()


# --- checks ------------------------------------------------------------------------------------


def _read_back(text: str, path: Path, source: SourceId | None) -> tuple[Note, ...] | None:
    """The notes of a text; None where it is none."""
    try:
        return parse_notes(text, path, source)[0]
    except DossierError:
        return None


def _same(made: Sequence[Note], wanted: Sequence[Note]) -> bool:
    """Whether notes say the same, wherever they stand."""
    return [_bare(one, one.id) for one in made] == [
        _bare(one, one.id or other.id) for one, other in zip(wanted, made, strict=False)
    ] and len(made) == len(wanted)


def _bare(note: Note, id_: NoteId) -> Note:
    body = note.body.strip("\n").rstrip()
    return replace(note, id=id_, body=body, path=Path(), line=0)


def _check_entry(note: Note, entry: str, path: Path, source: SourceId | None) -> None:
    """What is written must be read again as what was meant."""
    try:
        made, findings = parse_notes(entry, path, source)
    except DossierError as cause:
        raise _not_writable(path, cause.reason) from cause
    if not _same(made, [note]):
        raise _not_writable(path, *(finding.message for finding in findings[:1]))


def _not_writable(path: Path, reason: str = "It would be read as something else.") -> WriteError:
    return WriteError(
        f"This note cannot be written: {reason}",
        code="note-not-writable",
        path=path,
        advice="Take what is wrong out of its words.",
    )


def _not_extendable(before: str, path: Path) -> WriteError:
    return WriteError(
        "Nothing can be added at the end of this file.",
        code="notes-not-extendable",
        path=path,
        line=before.count("\n") + 1,
        advice='Write it as a list of entries that begin with "- ", without [ ] around them.',
    )
