"""Days by the name of the month: "17 August 2015", "August 17-19", "on Monday, 17 August"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import Period, spanning
from generator.recognise.dates.patterns import AFTER_NUMBER, BEFORE_NUMBER, form, valued
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.rules.partial import Partial, read_coming, read_partial
from generator.recognise.dates.wording import OTHER_WEEKDAY, STATED, WEEKDAY_FITS

_LEAD: Final = rf"{BEFORE_NUMBER}(?:<weekday><weekday_link>)?"
_YEAR: Final = (
    rf"(?:<year_link>(?:<year><year_mark>?|<year_by_words>))?{AFTER_NUMBER}(?! <count_after>)"
)
_MONTH_FIRST: Final = (
    rf"{_LEAD}(?P<name><month> <day><ordinal>(?:<to>(?:<month:till> )?<day:till><ordinal>)?){_YEAR}"
)
_DAY_FIRST: Final = (
    rf"{_LEAD}(?P<name>"
    r"(?:<day:from><ordinal>(?: <of><month:from>(?:<year_link><year:from>)?)?<to>)?"
    rf"<day><ordinal> <of><month>){_YEAR}"
)

#: Month and day.
Day = tuple[int, int]


def find_days(passage: Passage) -> Iterator[Reading]:
    forms = (_MONTH_FIRST, _DAY_FIRST) if passage.lexicon.month_first else (_DAY_FIRST,)
    for template in forms:
        for found in form(template, passage.lexicon).finditer(passage.text):
            yield _read(passage, found)


def _read(passage: Passage, found: re.Match[str]) -> Reading:
    return _stated(passage, found) if found["year"] else _partial(passage, found)


def _stated(passage: Passage, found: re.Match[str]) -> Reading:
    (first, last), year = _ends(passage, found), int(found["year"])
    low, high = passage.lexicon.years
    if not low <= year <= high:
        return Reading(Span(*found.span()))
    start = int(found.groupdict().get("from_year") or year - (last < first))
    period = _period(passage, (start, *first), (year, *last))
    reading = Reading(Span(*found.span()), period, STATED, Role.FRAME)
    agrees = _weekday_agrees(passage, found, reading)
    return reading if agrees else replace(reading, basis=OTHER_WEEKDAY)


def _partial(passage: Passage, found: re.Match[str]) -> Reading:
    """A weekday has to agree; where only that of the coming year does, it is that one."""
    first, last = _ends(passage, found)

    def in_year(year: int) -> Period | None:
        return _period(passage, (year, *first), (year + (last < first), *last))

    partial = Partial(_name(found), Span(*found.span()), in_year, found)
    reading = read_partial(passage, partial)
    if not found["weekday"] or (reading.period and _weekday_agrees(passage, found, reading)):
        return reading
    ahead = read_coming(passage, partial, WEEKDAY_FITS)
    return ahead if _weekday_agrees(passage, found, ahead) else Reading(partial.span)


def _period(
    passage: Passage, first: tuple[int, int, int], last: tuple[int, int, int]
) -> Period | None:
    period = passage.lexicon.calendar.period
    return period(*first) if first == last else spanning(period(*first), period(*last))


def _ends(passage: Passage, found: re.Match[str]) -> tuple[Day, Day]:
    """The first and the last day; the same where only one is named."""
    groups = found.groupdict()
    months = {**passage.lexicon.months, **passage.lexicon.months_short}

    def end(role: str) -> Day:
        month = groups.get(f"{role}_month") or groups["month"]
        return valued(months, month), int(groups.get(f"{role}_day") or groups["day"])

    return end("from"), end("till")


def _weekday_agrees(passage: Passage, found: re.Match[str], reading: Reading) -> bool:
    if not found["weekday"] or reading.period is None:
        return True
    weekdays = {**passage.lexicon.weekdays, **passage.lexicon.weekdays_short}
    return reading.period.first.weekday() == valued(weekdays, found["weekday"])


def _name(found: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", found["name"])
