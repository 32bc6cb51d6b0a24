"""Marks on an axis of time, in rows in which nothing touches: dots, bars, and names beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.write.charts.size import columns, fitted
from generator.write.charts.time import MARGIN, Scale

#: A row is high enough, and a mark's area wide enough, for a finger (WCAG 2.2, 2.5.8).
ROW: Final = 26
#: Longest name beside a mark, in columns of letters, and the pixels that a column takes at most.
COLUMNS: Final = 32
COLUMN: Final = 7

_HALF: Final = ROW // 2
#: From a mark to its name, and what is free behind that.
_TO_NAME: Final = 10
_AFTER: Final = 10
#: How far behind the end of the axis a name may reach, with what is free behind it.
_REACH: Final = MARGIN + _AFTER
#: A bar is longer than a dot is wide, however short its time; one that fades can still be seen.
_SHORTEST: Final = 16
_SHORTEST_FADING: Final = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in time: the days that it may have been on, from first to last; None is an open
    end. ``about``: the date is approximate or uncertain. ``name`` is short, ``says`` the whole.
    ``is_telling``: of too many names, this is one to keep."""

    first: date | None
    last: date | None
    about: bool
    kind: str
    name: str
    says: str
    href: str
    is_telling: bool = False

    @property
    def filed(self) -> date:
        """The day to find it under."""
        return self.first or self.last or date.min

    @property
    def fade(self) -> str:
        """The ends that are open, or only about known: start, end, both, or none."""
        if self.about:
            return "both"
        return "start" if self.first is None else "end" if self.last is None else ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in its row: a dot where ``width`` is 0, else a bar. ``left`` to ``right`` is the area
    of its link, with the name."""

    mark: Mark
    x: int
    width: int
    left: int
    right: int
    middle: int = 0
    name: str = ""
    name_x: int = 0
    is_name_before: bool = False

    @property
    def top(self) -> int:
        return self.middle - _HALF


def in_rows(marks: Iterable[Mark], scale: Scale, named: Sequence[Mark]) -> list[Drawn]:
    """Each mark in the first row that has room for it, and for its name if it is one of those named;
    the name stands behind it or before it. In the end the marks are in order of time.

    Rows are counted from 0; ``middle`` is that of the row.
    """
    rows: list[list[Drawn]] = []
    for mark in sorted(marks, key=lambda mark: (mark not in named, mark.filed)):
        bare = _drawn(mark, scale)
        _place(_with_name(bare, scale) if mark in named and mark.name else [bare], rows)
    placed = [
        replace(one, middle=number * ROW + _HALF) for number, row in enumerate(rows) for one in row
    ]
    return sorted(placed, key=lambda one: (one.mark.filed, one.left, one.middle))


def _place(ways: Sequence[Drawn], rows: list[list[Drawn]]) -> None:
    """A mark in the first row with room for it, one way or another; else in a row of its own."""
    for row in rows:
        for one in ways:
            if all(one.right <= other.left or other.right <= one.left for other in row):
                row.append(one)
                return
    rows.append([ways[0]])


def _drawn(mark: Mark, scale: Scale) -> Drawn:
    """A mark where it belongs on the axis, with room around it for a finger."""
    start, end = _ends(mark, scale)
    middle = (start + end) // 2
    left, right = min(start - 4, middle - _HALF), max(end + 4, middle + _HALF)
    return Drawn(mark, start, end - start, left, right)


def _ends(mark: Mark, scale: Scale) -> tuple[int, int]:
    """Where a mark begins and ends: a dot at once, a bar not before it can be seen."""
    first = mark.first.toordinal() if mark.first else scale.first
    last = mark.last.toordinal() if mark.last else scale.last
    if first == last and not mark.fade:
        return scale.middle(first), scale.middle(first)
    start, end = scale.at(first), scale.at(last + 1)
    missing = max(0, (_SHORTEST_FADING if mark.fade else _SHORTEST) - (end - start))
    width = end - start + missing
    start = max(scale.left, min(start - missing // 2, scale.right - width))
    return start, start + width


def _with_name(one: Drawn, scale: Scale) -> list[Drawn]:
    """The mark with its name behind it and before it, as far as there is room in the picture."""
    name = fitted(one.mark.name, COLUMNS)
    room = columns(name) * COLUMN
    behind, before = one.x + one.width + _TO_NAME, one.x - _TO_NAME
    end, begin = behind + room + _AFTER, before - room - _AFTER
    after = replace(one, right=max(one.right, end), name=name, name_x=behind)
    first = replace(one, left=min(one.left, begin), name=name, name_x=before, is_name_before=True)
    ways = ((after, end <= scale.right + _REACH), (first, begin >= scale.left - _REACH))
    return [way for way, fits in ways if fits] or [one]
