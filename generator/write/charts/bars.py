"""Bars over time: how often in each year, and in which years there was anything to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.write.charts.size import rem

#: A slot is wide enough for a finger (WCAG 2.2, 2.5.8), and no wider than looks well.
NARROWEST: Final = 26
WIDEST: Final = 44
#: What all slots together take where they are few.
ROOM: Final = 300

_MARGIN: Final = 6
_TOP: Final = 18
_BARS: Final = 72
_AXIS: Final = 30
#: Room that the name of a slot takes on the axis.
_NAME: Final = 34


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time: its name, what is counted, whether there was anything to count in, and
    for the bar a link and what it says."""

    name: str
    count: int
    filled: bool
    href: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, and the area around it that belongs to its link."""

    slot: Slot
    left: int
    middle: int
    width: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars on an axis. ``names`` are slots with a name on the axis, ``dots`` the middles of those
    in which there was anything to count."""

    width: int
    height: int
    base: int
    slot: int
    bars: tuple[Bar, ...]
    names: tuple[tuple[int, str], ...]
    dots: tuple[int, ...]

    @property
    def size(self) -> tuple[str, str]:
        return rem(self.width), rem(self.height)


def bar_chart(slots: Sequence[Slot]) -> BarChart:
    """A chart of at least one slot; slots without a count have no bar."""
    width = max(NARROWEST, min(WIDEST, ROOM // len(slots)))
    most = max(slot.count for slot in slots) or 1
    middles = [_MARGIN + width * index + width // 2 for index in range(len(slots))]
    placed = list(zip(slots, middles, strict=True))
    return BarChart(
        width=2 * _MARGIN + width * len(slots),
        height=_TOP + _BARS + _AXIS,
        base=_TOP + _BARS,
        slot=width,
        bars=tuple(_bar(slot, middle, width, most) for slot, middle in placed if slot.count),
        names=tuple(_names(placed)),
        dots=tuple(middle for slot, middle in placed if slot.filled),
    )


def _names(placed: Iterable[tuple[Slot, int]]) -> Iterator[tuple[int, str]]:
    """The slots with something in them, but for those too near to the last one named."""
    free = 0
    for slot, middle in placed:
        if slot.filled and middle >= free:
            yield middle, slot.name
            free = middle + _NAME


def _bar(slot: Slot, middle: int, width: int, most: int) -> Bar:
    height = max(3, _BARS * slot.count // most)
    return Bar(slot, middle - width // 2, middle, width - 8, _TOP + _BARS - height, height)
