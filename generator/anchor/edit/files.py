"""Write the text of a notes file: whole or not at all."""

from __future__ import annotations

import errno
import stat
from codecs import BOM_UTF8
from pathlib import Path

from generator.errors import WriteError
from generator.filing.replace import replace_file


def write_text(path: Path, text: str) -> None:
    """Replace a file's text; a byte order mark stays. Raises ``WriteError`` where that cannot be
    done; the file is then as it was."""
    place = path.resolve()
    try:
        _check_writable(place)
        replace_file(place, _mark(place) + text.encode())
    except OSError as error:
        raise WriteError(
            f"The note cannot be written: {error.strerror or error}.",
            code="cannot-write",
            path=path,
            advice="Check that the file and its folder may be written to and that the disk is not full.",
        ) from error


def _check_writable(path: Path) -> None:
    """A file that its owner may not write to is not to be replaced by another one either."""
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "the file is read-only")


def _mark(path: Path) -> bytes:
    """The byte order mark of a file, if it has one."""
    return BOM_UTF8 if path.exists() and path.read_bytes().startswith(BOM_UTF8) else b""
