"""Change where a note stands: other words in its entry, and every other byte of the file kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import yaml

from generator.anchor.edit.files import write_text
from generator.anchor.edit.pairs import Entry, comments_of
from generator.anchor.notes_file import parse_notes, read_text
from generator.errors import DossierError, NotesError, WriteError
from generator.filing.cuts import CutsOverlapError, cut
from generator.filing.located import Located, locate
from generator.model import Layer, Note, NoteId, Quote, SourceId

#: The keys that say where a note stands, as they follow each other. ``id`` is only ever added: a
#: derived one would change with the quote, and with it the address of the note.
_ORDER: Final = ("id", "layer", "quote", "prefix", "suffix")
_ANCHOR: Final = "quote"

_Values = dict[str, str]


def requote(note: Note, quote: Quote, layer: Layer | None, source: SourceId | None) -> Note:
    """Let the entry of a note quote other words; the note as it then is read.

    ``note`` is as it was read from its file, and ``source`` what that is about. The entry keeps its
    id: one that was derived is written into it. Raises ``NotesError`` for a file that cannot be
    understood, and ``WriteError`` where the note is no longer there, where it is written in a way
    that cannot be changed safely, or where the file cannot be written; it is then as it was.
    """
    path = note.path
    before = read_text(path)
    notes, _ = parse_notes(before, path, source)
    number = _number(note, notes)
    page = locate(before, path, NotesError)
    item = _item(page, notes[number].line, path)
    after = _rewritten(page, item, _changes(page.data[item], note, quote, layer), path)
    made, _ = parse_notes(after, path, source)
    target = replace(note.target, quote=quote, layer=layer)
    if len(made) != len(notes) or made[number].target != target:
        raise _refused(path, notes[number].line)
    write_text(path, after)
    return made[number]


def as_it_stands(note: Note, source: SourceId | None) -> Note:
    """A note that was read from its file before, with the line that it is in now.

    Raises ``WriteError`` if it is no longer there, and ``NotesError`` as ``requote`` does.
    """
    notes, _ = parse_notes(read_text(note.path), note.path, source)
    return replace(note, line=notes[_number(note, notes)].line)


def _number(note: Note, notes: Sequence[Note]) -> int:
    """Where a note stands among those of its file as it is now. Of twins it is the one whose line
    is the same. Raises ``WriteError`` if it is not there."""
    same = [number for number, one in enumerate(notes) if _bare(one) == _bare(note)]
    there = [number for number in same if notes[number].line == note.line]
    if len(same) != 1 and len(there) != 1:
        raise WriteError(
            "This note changed while the command ran; nothing was written.",
            code="file-changed",
            path=note.path,
            line=note.line,
            advice="Run the command again.",
        )
    return (there or same)[0]


def _bare(note: Note) -> Note:
    return replace(note, id=NoteId(""), path=Path(), line=0)


def _item(page: Located, line: int, path: Path) -> int:
    """The entry that begins in a line, by its place in the list."""
    items = page.root.value if isinstance(page.root, yaml.SequenceNode) else []
    found = [at for at, item in enumerate(items) if item.start_mark.line + 1 == line]
    if len(found) != 1 or _ANCHOR not in page.data[found[0]]:
        raise _refused(path, line)
    return found[0]


def _changes(entry: Mapping[str, Any], note: Note, quote: Quote, layer: Layer | None) -> _Values:
    """The keys that have to say something else; nothing at all for one that has to go."""
    old = note.target.quote or Quote("")
    both = {
        "layer": (note.target.layer, layer),
        "quote": (old.exact, quote.exact),
        "prefix": (old.prefix, quote.prefix),
        "suffix": (old.suffix, quote.suffix),
    }
    changed = {key: now or "" for key, (was, now) in both.items() if was != now}
    return changed if entry.get("id") else {"id": note.id, **changed}


def _rewritten(page: Located, item: int, changes: _Values, path: Path) -> str:
    """The text with other values in one entry. Raises ``WriteError`` unless it then says exactly
    that and has all its comments."""
    assert page.root is not None
    node = page.root.value[item]
    cuts = tuple(Entry(page, node, _ANCHOR).change(changes, _ORDER))
    data = list(page.data)
    data[item] = page.data[item] | changes
    try:
        after = locate(cut(page.text, cuts), path, NotesError)
    except (DossierError, CutsOverlapError) as cause:
        raise _refused(path, node.start_mark.line + 1) from cause
    is_whole = not comments_of(page) - comments_of(after)
    if not is_whole or list(map(_said, after.data)) != list(map(_said, data)):
        raise _refused(path, node.start_mark.line + 1)
    return after.text


def _said(entry: Any) -> Any:
    """An entry without the keys that say nothing."""
    if not isinstance(entry, dict):
        return entry
    return {key: value for key, value in entry.items() if value}


def _refused(path: Path, line: int) -> WriteError:
    return WriteError(
        "The quote cannot be changed without touching more of the file than it should.",
        code="note-edit-refused",
        path=path,
        line=line,
        advice="Write the note with a key a line, as the guide shows it, or change it by hand.",
    )
