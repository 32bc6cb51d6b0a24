"""The date of a source, as the point from which partial and relative dates are counted.

A date of issue that is known to the month only stands for each of its days: what is counted
from it is resolved where the first and the last of these days give the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.recognise.dates.calendars import GREGORIAN, Calendar, Period, days_after

#: Gives the period that a name ("August 17") means in a year, if that year has it.
InYear = Callable[[int], Period | None]
#: Counts from a day to a period.
FromDay = Callable[[date], Period | None]

_POINT: Final = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T[0-9:.+Z-]+)?)?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
#: EDTF's spring, summer and autumn: other months elsewhere on earth, but all within their year.
_SEASONS: Final = (21, 22, 23)
#: How many days a date marked "approximate" or "uncertain" may be off, by its precision.
_SLACK_OF_DAY, _SLACK_OF_MONTH, _SLACK_OF_YEAR = 7, 31, 366
#: A source whose day is known as closely as this speaks of its own month when it names it.
_A_MONTH: Final = 31
#: A name that not every year has (29 February) comes again within so many years.
_LONGEST_WAIT: Final = 8


@dataclass(frozen=True, slots=True)
class Issued:
    """A date of issue: its EDTF, and the first and last day that it may be where that is known."""

    edtf: str = ""
    days: tuple[date, date] | None = None

    @classmethod
    def of(cls, edtf: str) -> Issued:
        """Read a point or a closed interval of EDTF; anything else is a date that is not known."""
        text = edtf.strip()
        start, _, end = text.partition("/")
        first, last = _point(start), _point(end or start)
        if first is None or last is None or first[0] > last[1] or text.endswith("/"):
            return cls()
        return cls(text, (first[0], last[1]))

    @property
    def itself(self) -> Period | None:
        """The date of issue as a period; None for an interval, which is no single occasion."""
        if self.days is None or "/" in self.edtf:
            return None
        return Period(*self.days, self.edtf.partition("T")[0])

    def agreed(self, count: FromDay) -> Period | None:
        """What counting gives, if the first and last day of issue give the same."""
        early, late = self._both(count)
        return late if early == late else None

    def latest(
        self, in_year: InYear, calendar: Calendar = GREGORIAN, *, over: bool = False
    ) -> Period | None:
        """The latest such period that has begun (``over``: has ended) at the date of issue."""

        def count(day: date) -> Period | None:
            year = calendar.year_of(day)
            candidates = (in_year(year - back) for back in range(_LONGEST_WAIT + 1))
            fit = (p for p in candidates if p and (p.last < day if over else p.first <= day))
            return next(fit, None)

        return self._one_of_both(count)

    def coming(
        self, in_year: InYear, calendar: Calendar = GREGORIAN, *, ahead: bool = False
    ) -> Period | None:
        """The first such period that isn't over (``ahead``: has not begun) at the date of issue."""

        def count(day: date) -> Period | None:
            year = calendar.year_of(day)
            candidates = (in_year(year + on) for on in range(_LONGEST_WAIT + 1))
            fit = (p for p in candidates if p and (p.first > day if ahead else p.last >= day))
            return next(fit, None)

        return self._one_of_both(count)

    def _both(self, count: FromDay) -> tuple[Period | None, Period | None]:
        return (count(self.days[0]), count(self.days[1])) if self.days else (None, None)

    def _one_of_both(self, count: FromDay) -> Period | None:
        """The period on which both days agree, else the one in the month that is the source's."""
        early, late = self._both(count)
        if self.days is None or early == late:
            return late
        first, last = self.days
        if (last - first).days > _A_MONTH:
            return None
        own = (p for p in (late, early) if p and p.first <= last and p.last >= first)
        return next(own, None)


def _point(text: str) -> tuple[date, date] | None:
    """The first and last day that a point in time may be."""
    found = _POINT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    period = GREGORIAN.period(year, 0 if month in _SEASONS and not day else month, day)
    if period is None:
        return None
    slack = _SLACK_OF_DAY if day else _SLACK_OF_MONTH if month else _SLACK_OF_YEAR
    return _widened(period, slack if found["mark"] else 0)


def _widened(period: Period, by: int) -> tuple[date, date] | None:
    first, last = days_after(period.first, -by), days_after(period.last, by)
    return (first, last) if first and last else None
