"""An axis of time: days to pixels, its ticks, and the stretches in which much is counted.

A few dates far from all others would leave the rest no room: the axis spans the others, and what
lies beyond them is counted at its ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date

MARGIN: Final = 16
#: Room at an end of the axis for what lies beyond it.
BEYOND: Final = 64
#: How far from the end the name stands that says so.
_TO_BEYOND: Final = 40

#: Lengths of a stretch, in months.
_STEPS: Final = (
    1,
    2,
    3,
    6,
    *(12 * years for years in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)),
)
_YEAR: Final = 12
#: The least room of a stretch, and of a tick with its name: of a year, of a month.
_SLOT: Final = 28
_TICK: Final = 38
_TICK_OF_MONTH: Final = 66

#: One date in so many may lie beyond the axis, if that makes it at least this much shorter.
_FEW: Final = 10
_SHORTER: Final = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the picture, with a name on the axis."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: its days as ordinals, ``last`` included, its pixels, its name."""

    first: int
    last: int
    left: int
    right: int
    name: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day.toordinal() <= self.last


@dataclass(frozen=True, slots=True)
class Scale:
    """Days, as ordinals from ``first`` to ``last``, and the pixels that they are drawn between.

    With ``early`` and ``late`` there are dates beyond an end, and room for a count of them.
    """

    first: int
    last: int
    left: int
    right: int
    early: bool
    late: bool

    def at(self, ordinal: int) -> int:
        """Where a day begins; one beyond an end begins there."""
        inside = max(self.first, min(ordinal, self.last + 1)) - self.first
        return self.left + inside * (self.right - self.left) // (self.last + 1 - self.first)

    def middle(self, ordinal: int) -> int:
        return (self.at(ordinal) + self.at(ordinal + 1)) // 2

    @property
    def whole(self) -> Stretch:
        return Stretch(self.first, self.last, self.left, self.right, "")

    @property
    def before(self) -> Stretch:
        return Stretch(0, self.first - 1, self.left - BEYOND, self.left, "earlier")

    @property
    def after(self) -> Stretch:
        end = date.max.toordinal()
        return Stretch(self.last + 1, end, self.right, self.right + BEYOND, "later")

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The axis in equal stretches with round beginnings, and what lies beyond it."""
        step = _step(self.first, self.last, (self.right - self.left) // _SLOT)
        inside = tuple(self._stretch(index, step) for index in self._indexes(step))
        return (
            *([self.before] if self.early else []),
            *inside,
            *([self.after] if self.late else []),
        )

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of stretches, as many as have room for their names."""
        room = self.right - self.left
        step = _step(self.first, self.last, room // _TICK)
        if step < _YEAR:
            step = _step(self.first, self.last, room // _TICK_OF_MONTH)
        within = [i for i in self._indexes(step) if _ordinal(i) >= self.first]
        ticks = [Tick(self.at(_ordinal(i)), _name(i, step)) for i in within]
        before = [Tick(self.left - _TO_BEYOND, "earlier")] if self.early else []
        # The name of the last tick must not run into what stands behind the axis.
        after = [Tick(self.right + _TO_BEYOND, "later")] if self.late else []
        return (*before, *(t for t in ticks if t.x <= self.right - _TICK // 2), *after)

    def _indexes(self, step: int) -> range:
        first, last = _index(self.first), _index(self.last)
        return range(first - first % step, last + 1, step)

    def _stretch(self, index: int, step: int) -> Stretch:
        first, after = _ordinal(index), _ordinal(index + step)
        return Stretch(
            first, after - 1, self.at(first), self.at(after), _name(index, step, whole=True)
        )


def scale_for(days: Sequence[date], width: int) -> Scale:
    """The scale for at least one day, in a picture of that width; it begins and ends with a round
    stretch of time."""
    ordinals = sorted(day.toordinal() for day in days)
    first, last = _frame(ordinals)
    early, late = first > ordinals[0], last < ordinals[-1]
    left = MARGIN + BEYOND * early
    right = width - MARGIN - BEYOND * late
    step = _step(first, last, (right - left) // _SLOT)
    begin = _index(first) - _index(first) % step
    end = _index(last) - _index(last) % step + step
    return Scale(_ordinal(begin), _ordinal(end) - 1, left, right, early, late)


def _frame(ordinals: Sequence[int]) -> tuple[int, int]:
    """The first and last day of the axis."""
    spare = len(ordinals) // _FEW
    kept = len(ordinals) - spare
    windows = [(ordinals[start], ordinals[start + kept - 1]) for start in range(spare + 1)]
    first, last = min(windows, key=lambda window: (window[1] - window[0], window))
    if spare and (last - first) * _SHORTER < ordinals[-1] - ordinals[0]:
        return _with_neighbours(first, last, ordinals)
    return ordinals[0], ordinals[-1]


def _with_neighbours(first: int, last: int, ordinals: Sequence[int]) -> tuple[int, int]:
    """The days that lie near enough to the axis to be on it after all."""
    reach = (last - first) // _FEW + 1
    for day in reversed(ordinals):
        first = day if first - reach <= day < first else first
    for day in ordinals:
        last = day if last < day <= last + reach else last
    return first, last


def _step(first: int, last: int, most: int) -> int:
    """The shortest stretch, in months, of which there are no more than so many."""
    months = _index(last) - _index(first)
    return next((step for step in _STEPS if months // step + 2 <= most), _STEPS[-1])


def _index(ordinal: int) -> int:
    """The month of a day, counted from the year 0."""
    day = date.fromordinal(max(1, min(ordinal, date.max.toordinal())))
    return day.year * _YEAR + day.month - 1


def _ordinal(index: int) -> int:
    """The first day of a month; the day after the last one for a month beyond the calendar."""
    year, month = divmod(index, _YEAR)
    if year < date.min.year:
        return date.min.toordinal()
    if year > date.max.year:
        return date.max.toordinal() + 1
    return date(year, month + 1, 1).toordinal()


def _name(index: int, step: int, *, whole: bool = False) -> str:
    """The name of a stretch: "2015", "2010–2014", "Apr 2015"; ``whole`` says where it ends too."""
    year, month = divmod(index, _YEAR)
    if step >= _YEAR:
        last = year + step // _YEAR - 1
        return f"{year}–{last}" if whole and last > year else str(year)
    first = _month(year, month)
    return f"{first} – {_month(year, month + step - 1)}" if whole and step > 1 else first


def _month(year: int, month: int) -> str:
    return format_date(date(max(1, min(year, date.max.year)), month + 1, 1), "LLL y", locale="en")
