"""From all that the rules read in a passage to what is told: one sound reading for each place."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import Span
from generator.recognise.dates.context import same_sentence
from generator.recognise.dates.reading import Reading, Role


def settle(text: str, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Resolved readings that don't overlap, in order."""
    resolved = [reading for reading in _apart(readings) if reading.period]
    return tuple(_without_echoes(text, list(_in_frame(resolved))))


def _apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """What starts first counts, of that the longest, of that what could be resolved."""
    end = 0
    for reading in sorted(readings, key=_precedence):
        if reading.span.start >= end:
            end = reading.span.end
            yield reading


def _precedence(reading: Reading) -> tuple[int, int, bool]:
    return reading.span.start, -reading.span.end, reading.period is None


def _in_frame(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Leave out partial dates that a year stated before puts in doubt.

    "In 1979 the Shah left. On February 1 ..." may go on in 1979. The source's year is sure only
    if the first such day after the stated date is the same one.
    """
    frame = date.max
    for reading in readings:
        assert reading.period is not None
        if reading.role is Role.FRAME:
            frame = reading.period.first
        if reading.role is not Role.PARTIAL or not _a_year_after(frame, reading.period.first):
            yield reading


def _a_year_after(day: date, other: date) -> bool:
    return (other.year - 1, other.month, other.day) >= (day.year, day.month, day.day)


def _without_echoes(text: str, readings: list[Reading]) -> Iterator[Reading]:
    """Leave out a bare year that goes with a name where its sentence gives the closer date."""
    closer: defaultdict[int, list[Span]] = defaultdict(list)
    for reading in readings:
        assert reading.period is not None
        if len(reading.period.edtf) > len("2015"):
            closer[reading.period.first.year].append(reading.span)
    for reading in readings:
        assert reading.period is not None
        spans = closer[reading.period.first.year]
        at = bisect(spans, reading.span)
        beside = spans[max(0, at - 1) : at + 1]
        echo = reading.role is Role.REFERENCE
        if not (echo and any(same_sentence(text, reading.span, span) for span in beside)):
            yield reading
