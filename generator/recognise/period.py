"""The days that an EDTF date can mean, to compare the dates of sources with those of aliases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.describe.dates import earliest, latest


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day that a date can mean, both included."""

    first: date = date.min
    last: date = date.max

    def overlaps(self, other: Period) -> bool:
        return self.first <= other.last and other.first <= self.last


def between(since: str, until: str) -> Period | None:
    """From the first day of one EDTF date to the last of another; an empty one is no bound.

    None where one of them is no EDTF or the bounds are the wrong way round.
    """
    begin = period(since) if since else Period()
    end = period(until) if until else Period()
    return Period(begin.first, end.last) if begin and end and begin.first <= end.last else None


def period(edtf: str) -> Period | None:
    """The days that an EDTF date can mean, or None if it is none."""
    try:
        return Period(earliest(edtf), latest(edtf))
    except ValueError:
        return None
