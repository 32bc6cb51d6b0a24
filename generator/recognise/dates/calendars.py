"""Stretches of time, and the calendars that texts count them in.

A period is always kept in the Gregorian calendar, as its two outer days and in EDTF
(ISO 8601-2): the form that shows how precise it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

#: Years that all calendars here can count.
YEARS: Final = range(1, 9000)


@dataclass(frozen=True, slots=True)
class Period:
    """The days ``first`` to ``last``, both included, and what EDTF writes for them."""

    first: date
    last: date
    edtf: str

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def spanning(first: Period | None, last: Period | None) -> Period | None:
    """The EDTF interval from one period to another, or None where they are not in order."""
    if first is None or last is None or last.first <= first.first:
        return None
    start, end = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
    return Period(first.first, last.last, f"{start}/{end}")


def days_after(day: date, number: int) -> date | None:
    """The day so many days after another, or None outside of the calendar."""
    ordinal = day.toordinal() + number
    in_range = date.min.toordinal() <= ordinal <= date.max.toordinal()
    return date.fromordinal(ordinal) if in_range else None


def day_period(day: date) -> Period:
    return Period(day, day, day.isoformat())


def week_period(day: date, start: int) -> Period | None:
    """The week around a day as an interval; ``start`` is its first weekday, Monday being 0."""
    first = days_after(day, -((day.weekday() - start) % 7))
    last = days_after(first, 6) if first else None
    return spanning(day_period(first), day_period(last)) if first and last else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A way to count days in years and months.

    ``new_month`` gives the first day of a month, ``year_of`` and ``month_of`` the year and month
    of a day. ``name`` is for readers; empty for the calendar that EDTF itself is written in.
    """

    name: str
    new_month: Callable[[int, int], date]
    year_of: Callable[[date], int]

    def period(self, year: int, month: int = 0, day: int = 0) -> Period | None:
        """A year, month or day (0: not given), or None where the calendar has no such thing."""
        if year not in YEARS or not 0 <= month <= 12:
            return None
        first, last = self._bounds(year, month)
        if day:
            exact = days_after(first, day - 1)
            return day_period(exact) if exact and first <= exact <= last else None
        return Period(first, last, self._edtf(first, last, year, month))

    def month_of(self, day: date) -> tuple[int, int]:
        """Year and month of a day."""
        year = self.year_of(day)
        return year, max(month for month in range(1, 13) if self.new_month(year, month) <= day)

    def _bounds(self, year: int, month: int) -> tuple[date, date]:
        first = self.new_month(year, month or 1)
        ends = month == 0 or month == 12
        after = self.new_month(year + 1, 1) if ends else self.new_month(year, month + 1)
        return first, date.fromordinal(after.toordinal() - 1)

    def _edtf(self, first: date, last: date, year: int, month: int) -> str:
        if self.name:
            return f"{first.isoformat()}/{last.isoformat()}"
        return f"{year:04}-{month:02}" if month else f"{year:04}"


GREGORIAN: Final = Calendar("", lambda year, month: date(year, month, 1), lambda day: day.year)

#: Days before each month of a Solar Hijri year: six of 31 days, five of 30, the rest.
_SOLAR_MONTHS: Final = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)
#: Years from the start of a 33-year cycle, long ago, to the year 0, and its ordinal, which
#: makes 1 Farvardin 1394 the 21st of March 2015.
_SOLAR_CYCLE, _SOLAR_EPOCH = 1595, -356032


def _solar_new_month(year: int, month: int) -> date:
    """By the cycle of 8 leap years in 33, as the almanacs have it for the years 1178 to 1633."""
    age = year + _SOLAR_CYCLE
    leaps = age // 33 * 8 + (age % 33 + 3) // 4
    return date.fromordinal(_SOLAR_EPOCH + 365 * age + leaps + _SOLAR_MONTHS[month - 1])


def _solar_year_of(day: date) -> int:
    year = day.year - 621
    return year if _solar_new_month(year, 1) <= day else year - 1


SOLAR_HIJRI: Final = Calendar("Solar Hijri", _solar_new_month, _solar_year_of)
