"""Opening files that may be anything: only regular files, only up to a size."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.errors import DossierError


def regular_bytes(path: Path, *, limit: int, error: type[DossierError]) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Raises ``error`` for anything else: a folder, a pipe (which would block), a device (which
    would never end), a file that is too large, is gone or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise error(
                "This is no regular file.",
                code="not-a-file",
                path=path,
                advice="Put the file itself here: not a folder, a pipe, a device or a socket.",
            )
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as cause:
        raise unreadable(path, cause, error) from cause
    if len(data) > limit:
        raise error(
            f"The file is larger than {limit:,} bytes.",
            code="too-large",
            path=path,
            advice="Split it, or keep only the part that belongs to this dossier.",
        )
    return data


def unreadable(path: Path, cause: OSError | ValueError, error: type[DossierError]) -> DossierError:
    """The error for a file that the system does not let us read, with the system's own words."""
    reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return error(
        f"The file cannot be read: {reason}.",
        code="unreadable",
        path=path,
        advice="Check that it exists and that you may read it.",
    )


def stays_in(path: Path, folder: Path) -> bool:
    """Whether a path, with all links followed, lies in a folder (itself followed)."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # RuntimeError: links in a circle, up to Python 3.12
        return False
