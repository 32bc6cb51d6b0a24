"""Change a text in some places, and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Cut(NamedTuple):
    """Characters ``start`` up to ``end`` are replaced by ``new``."""

    start: int
    end: int
    new: str


class CutsOverlapError(ValueError):
    """Two cuts touch the same characters; ``line`` is where, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"two changes touch the same characters in line {line}")
        self.line = line


def cut(text: str, cuts: Sequence[Cut]) -> str:
    """A text after all cuts. Raises CutsOverlapError."""
    pieces, at = [], 0
    for one in sorted(cuts, key=lambda one: (one.start, one.end)):
        if one.start < at:
            raise CutsOverlapError(text.count("\n", 0, one.start) + 1)
        pieces += [text[at : one.start], one.new]
        at = one.end
    return "".join([*pieces, text[at:]])
