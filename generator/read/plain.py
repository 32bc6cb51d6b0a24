"""Plain text: each line that is not blank is a part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import Part, Reading
from generator.read.decode import decode


def read_text(data: bytes, path: Path) -> Reading:
    """The parts of a .txt capture. Raises ReadError as ``decode`` does."""
    decoded = decode(data, path)
    return Reading("text", decoded.encoding, tuple(_parts(decoded.text)), decoded.findings)


def _parts(text: str) -> Iterator[Part]:
    gap = 0
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if not stripped:
            gap += 1
            continue
        yield Part(number, stripped, indent=len(line) - len(line.lstrip()), gap=gap)
        gap = 0
