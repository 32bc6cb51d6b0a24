"""Names of weekdays: the one on or before the source's date, "next Monday" the one after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import Period, day_period, days_after
from generator.recognise.dates.context import (
    Tense,
    is_quoted,
    stands_after,
    stands_before,
    tense,
)
from generator.recognise.dates.patterns import form, valued
from generator.recognise.dates.reading import Passage, Reading
from generator.recognise.dates.wording import weekday, weekday_of_week

_WEEKDAY: Final = (
    r"(?<![\w-])(?:(?:<last>|<next>|<this>) )?(?P<name><weekday_name>)"
    r"(?: (?:<of><week_by_words>|<last:after>|<next:after>))?(?![\w-])"
)
#: "Monday to Friday", "Monday-Friday": a rule, not an occasion.
_SPAN: Final = r"(?<![\w-])<weekday_name><weekday_to><weekday_name:till>"


def find_weekdays(passage: Passage) -> Iterator[Reading]:
    for found in form(_SPAN, passage.lexicon).finditer(passage.text):
        yield Reading(Span(*found.span()))
    for found in form(_WEEKDAY, passage.lexicon).finditer(passage.text):
        if _is_occasion(passage, found):
            yield _read(passage, found)


def _is_occasion(passage: Passage, found: re.Match[str]) -> bool:
    before = stands_before(passage, found.start(), "weekday_not_after")
    after = stands_after(passage, found.end(), "weekday_not_before")
    return not before and not after


def _read(passage: Passage, found: re.Match[str]) -> Reading:
    """In direct speech a weekday counts from the day of speaking, which is not known."""
    span, name = Span(*found.span()), found["name"]
    if is_quoted(passage, span) or (time := tense(passage, span)) is Tense.UNCLEAR:
        return Reading(span)
    day_of_week = valued(passage.lexicon.weekdays, name)
    if words := found["week_by_words"]:
        return _of_week(passage, span, name, valued(passage.lexicon.week_by_words, words))
    last = bool(found["last"] or found["after_last"])
    coming = bool(found["next"] or found["after_next"])
    step = 1 if coming or (time is Tense.FUTURE and not last) else -1
    strict = last or coming
    period = passage.issued.agreed(lambda day: _nearest(day, day_of_week, step, strict=strict))
    return Reading(span, period, weekday(name, passage.issued.edtf, step, strict=strict))


def _of_week(passage: Passage, span: Span, name: str, shift: int) -> Reading:
    """The weekday of the week before ("Monday last week"), of this one or of the next."""
    start = passage.lexicon.week_start
    offset = (valued(passage.lexicon.weekdays, name) - start) % 7

    def in_week(day: date) -> Period | None:
        there = days_after(day, 7 * shift - (day.weekday() - start) % 7 + offset)
        return day_period(there) if there else None

    basis = weekday_of_week(name, shift, passage.issued.edtf)
    return Reading(span, passage.issued.agreed(in_week), basis)


def _nearest(day: date, day_of_week: int, step: int, *, strict: bool) -> Period | None:
    """The day of that weekday nearest to a day in a direction; ``strict``: not the day itself."""
    start = days_after(day, step) if strict else day
    if start is None:
        return None
    nearest = days_after(start, step * ((step * (day_of_week - start.weekday())) % 7))
    return day_period(nearest) if nearest else None
