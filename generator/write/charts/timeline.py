"""A timeline: marks above and below one axis of time, each as precise as its date.

A day is a dot, whatever is longer a bar as long as it may have lasted; an end that is open or only
about known fades. Marks and their names stand in rows and never touch. Where that would take too
many rows, names are left out; then marks are counted, in a bar for each stretch of time. So a
picture of five thousand dates has no more parts than one of fifty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.write.charts.marks import ROW, Drawn, Mark, in_rows
from generator.write.charts.size import rem
from generator.write.charts.time import Scale, Stretch, Tick, scale_for

#: Marks up to which each is drawn, and the rows that they may take: with all names, or with fewer.
MOST: Final = 80
ROWS_NAMED: Final = 9
ROWS: Final = 14

_BARS: Final = 72
_COUNT: Final = 20
_AXIS: Final = 26
_EDGE: Final = 6
#: How high a bar is that counts what lies beyond the axis, beside marks.
_BEYOND: Final = 6

#: What marks are called: one and many.
Unit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar that counts the marks of one stretch of time; its link leads to the first of them, and
    its area, from ``hit_top`` on, is wide enough for a finger."""

    count: int
    left: int
    width: int
    top: int
    height: int
    text_y: int
    hit_top: int
    hit_height: int
    says: str
    href: str

    @property
    def middle(self) -> int:
        return self.left + self.width // 2


@dataclass(frozen=True, slots=True)
class TimeChart:
    """An axis at the height ``axis``, and what stands above and below it."""

    width: int
    height: int
    axis: int
    ticks: tuple[Tick, ...]
    marks: tuple[Drawn, ...]
    bins: tuple[Bin, ...]

    @property
    def size(self) -> tuple[str, str]:
        return rem(self.width), rem(self.height)

    @property
    def fades(self) -> bool:
        return any(one.mark.fade for one in self.marks)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The marks of one stretch of time, and the height of their bar."""

    marks: Sequence[Mark]
    stretch: Stretch
    height: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Lane:
    """One side of the axis: marks in rows, and what is counted."""

    height: int
    marks: Sequence[Drawn] = ()
    counted: Sequence[_Counted] = ()


def time_chart(
    above: Sequence[Mark], below: Sequence[Mark], width: int, units: tuple[Unit, Unit]
) -> TimeChart:
    """A chart of at least one mark. ``units`` are what each side counts."""
    scale = scale_for([mark.filed for mark in (*above, *below)], width)
    upper, lower = _lane(above, scale, units[0]), _lane(below, scale, units[1])
    axis = _EDGE + upper.height
    base = axis + _AXIS
    return TimeChart(
        width=width,
        height=base + lower.height + _EDGE,
        axis=axis,
        ticks=scale.ticks,
        marks=(
            *(replace(one, middle=axis - one.middle) for one in upper.marks),
            *(replace(one, middle=base + one.middle) for one in lower.marks),
        ),
        bins=(*_rising(upper, axis), *_hanging(lower, base)),
    )


def _lane(marks: Sequence[Mark], scale: Scale, unit: Unit) -> _Lane:
    """The marks with their names, else with those that tell most, else with none; else counted."""
    inside = [mark for mark in marks if mark.filed in scale.whole]
    beyond = [
        _Counted(found, stretch, _BEYOND, unit)
        for stretch, found in _by_stretch(marks, (scale.before, scale.after))
    ]
    telling = [mark for mark in inside if mark.is_telling]
    choices = ((inside, ROWS_NAMED), (telling, ROWS), ([], ROWS)) if len(inside) <= MOST else ()
    for named, rows in choices:
        drawn = in_rows(inside, scale, named)
        needed = max([bool(beyond), *(one.middle // ROW + 1 for one in drawn)])
        if needed <= rows:
            return _Lane(needed * ROW, drawn, beyond)
    return _counted(marks, scale, unit)


def _counted(marks: Sequence[Mark], scale: Scale, unit: Unit) -> _Lane:
    found = _by_stretch(marks, scale.stretches)
    most = max(len(group) for _, group in found)
    bars = [
        _Counted(group, stretch, max(3, _BARS * len(group) // most), unit)
        for stretch, group in found
    ]
    return _Lane(_COUNT + _BARS, counted=bars)


def _by_stretch(
    marks: Iterable[Mark], stretches: Iterable[Stretch]
) -> list[tuple[Stretch, list[Mark]]]:
    """The stretches that have marks, with these, by date."""
    found: list[tuple[Stretch, list[Mark]]] = [(stretch, []) for stretch in stretches]
    for mark in sorted(marks, key=lambda mark: mark.filed):
        for stretch, group in found:
            if mark.filed in stretch:
                group.append(mark)
    return [(stretch, group) for stretch, group in found if group]


def _rising(lane: _Lane, base: int) -> Iterator[Bin]:
    """Bars that stand on the axis."""
    for one in lane.counted:
        top = base - one.height
        yield _bin(one, top, text_y=top - 5, hit_top=base - lane.height, hit_height=lane.height)


def _hanging(lane: _Lane, base: int) -> Iterator[Bin]:
    """Bars that hang below the axis."""
    for one in lane.counted:
        bottom = base + one.height
        yield _bin(one, base, text_y=bottom + 13, hit_top=base, hit_height=lane.height)


def _bin(one: _Counted, top: int, *, text_y: int, hit_top: int, hit_height: int) -> Bin:
    number = len(one.marks)
    return Bin(
        count=number,
        left=one.stretch.left,
        width=one.stretch.right - one.stretch.left,
        top=top,
        height=one.height,
        text_y=text_y,
        hit_top=hit_top,
        hit_height=hit_height,
        says=f"{one.stretch.name}: {number:,} {one.unit[number != 1]}",
        href=one.marks[0].href,
    )
