"""Files that hold a list of entries: their text, and the node of each entry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from generator.errors import NotesError
from generator.filing.yaml_file import Node, Scalar, Sequence, kind_of, load
from generator.read.files import regular_bytes, stays_in

#: The largest file, in bytes: some 20,000 notes.
SIZE_LIMIT: Final = 8_000_000


def read_text(path: Path) -> str:
    """The text of a file, empty where there is none. Raises ``NotesError``."""
    if not os.path.lexists(path):
        return ""
    if not stays_in(path, path.parent):
        raise NotesError(
            "This is a link that leaves the folder of records.",
            code="link-leaves-folder",
            path=path,
            advice="Put the file itself here.",
        )
    data = regular_bytes(path, limit=SIZE_LIMIT, error=NotesError)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise NotesError(
            "The file is not in UTF-8.",
            code="not-utf8",
            path=path,
            line=data.count(b"\n", 0, cause.start) + 1,
            advice='Save it as "UTF-8" in your editor.',
        ) from cause


def entries_of(text: str, path: Path, *, code: str, advice: str) -> tuple[Node, ...]:
    """The items of a list. Raises ``NotesError``, with ``code`` and ``advice`` for no list."""
    root = load(text, path, error=NotesError)
    if isinstance(root, Sequence):
        return root.items
    if isinstance(root, Scalar) and not root:
        return ()
    raise NotesError(
        f"This file is a list, but here is {kind_of(root)}.",
        code=code,
        path=path,
        line=root.line,
        advice=advice,
    )
