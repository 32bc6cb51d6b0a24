"""Put a file in the place of another: whoever reads it finds the old one or the new one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file that people keep, whole or not at all, safe from a power cut too."""
    part = part_of(path, data, durable=True)
    try:
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def part_of(path: Path, data: bytes, *, durable: bool) -> Path:
    """The new content in a file beside ``path``, ready to take its place, with its permissions.

    ``durable`` waits until the disk has it: right for what people wrote, too slow for what a run
    can write again.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, part)
        else:
            part.chmod(0o644)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part
