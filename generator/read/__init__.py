"""Read: bytes -> parts. One module a format, one table; to add a format is a module and a row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.errors import ReadError
from generator.model import CaptureFile, Reading
from generator.read.decode import SIZE_LIMIT
from generator.read.files import regular_bytes
from generator.read.markdown import read_markdown
from generator.read.plain import read_text

#: Bytes and the path to name in findings -> what is in them. Raises ReadError, nothing else.
Reader = Callable[[bytes, Path], Reading]

READERS: Final[dict[str, Reader]] = {".txt": read_text, ".md": read_markdown}


def read(capture: CaptureFile) -> Reading:
    """The parts of a capture, by the reader that its suffix names.

    Raises ReadError for a suffix without a reader, a file that cannot be read or is no text,
    and bytes that are no longer those that ``capture.sha256`` was taken of.
    """
    suffix = capture.path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise ReadError(
            f"There is no reader for {suffix or 'a file without a suffix'}.",
            code="unknown-format",
            path=capture.path,
            advice=f"Save the capture as one that has: {', '.join(sorted(READERS))}.",
        )
    data = regular_bytes(capture.path, limit=SIZE_LIMIT, error=ReadError)
    _refuse_changed(data, capture)
    return reader(data, capture.path)


def _refuse_changed(data: bytes, capture: CaptureFile) -> None:
    if hashlib.sha256(data).hexdigest() != capture.sha256:
        raise ReadError(
            "The capture changed while it was being read.",
            code="capture-changed",
            path=capture.path,
            advice="Run the build again when nothing writes to the file.",
        )
