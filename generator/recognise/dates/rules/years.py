"""Years, spans of years and decades: "in 2014", "the 2015 deal", "2010-15", "the 1990s".

Most numbers of four digits are no years. One counts if the words around it make it a year, and
no word makes it something else: an amount, the number of a resolution, part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import GREGORIAN, Period, spanning
from generator.recognise.dates.context import follows_name, stands_after, stands_before
from generator.recognise.dates.patterns import AFTER_NUMBER, BEFORE_NUMBER, form
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.wording import STATED, STATED_DECADE

#: A hyphen before a year joins it to a name, but for "mid-2014" and French "mi-2014".
_YEAR: Final = (
    rf"(?:{BEFORE_NUMBER}|(?<=\b[Mm]id-)|(?<=\b[Mm]i-))<year>(?P<mark><year_mark>)?{AFTER_NUMBER}"
)
_DASHED: Final = (
    rf"{BEFORE_NUMBER}<year>(?:\s?[-–—]\s?<year:till>|/<year:next>|(?P<dash>[-–/])(?P<short>\d\d))"
    rf"{AFTER_NUMBER}"
)
_DECADE: Final = rf"{BEFORE_NUMBER}<decades>(?!\w)"

#: Years that need no word to be taken for one, and those after words such as "the" and "of".
_RECENT, _MODERN = range(1900, 2050), range(1700, 2050)
_SMALL_WORD: Final = re.compile(r"\s[^\W\d_A-Z]")
#: A span of more years than this is a pair of other numbers.
_LONGEST: Final = 300


def find_years(passage: Passage) -> Iterator[Reading]:
    for found in form(_YEAR, passage.lexicon).finditer(passage.text):
        if (role := _role(passage, found)) is not None:
            period = passage.lexicon.calendar.period(int(found["year"]))
            yield Reading(Span(*found.span()), period, STATED, role)


def find_year_ranges(passage: Passage) -> Iterator[Reading]:
    for found in form(_DASHED, passage.lexicon).finditer(passage.text):
        if not stands_before(passage, found.start(), "count_before"):
            yield Reading(Span(*found.span()), _dashed(passage, found), STATED)
    for template in passage.lexicon.year_ranges:
        for found in form(template, passage.lexicon).finditer(passage.text):
            if (
                period := _between(passage, int(found["year"]), int(found["till_year"]))
            ) is not None:
                yield Reading(Span(found.start("year"), found.end()), period, STATED)


def find_decades(passage: Passage) -> Iterator[Reading]:
    for found in form(_DECADE, passage.lexicon).finditer(passage.text):
        span, year = Span(*found.span()), int(found["decade"])
        if till := found.groupdict().get("till_decade"):
            yield Reading(span, _between(passage, year, int(till) + 9), STATED, Role.FRAME)
        elif decade := _decade(passage, year):
            yield Reading(span, decade, STATED_DECADE, Role.FRAME)


def _decade(passage: Passage, year: int) -> Period | None:
    if passage.lexicon.calendar is not GREGORIAN:
        return _between(passage, year, year + 9)
    if year not in _MODERN:
        return None
    return Period(date(year, 1, 1), date(year + 9, 12, 31), f"{year // 10}X")


def _role(passage: Passage, found: re.Match[str]) -> Role | None:
    """How a number stands as a year, or None where it is none."""
    year, lexicon, start = int(found["year"]), passage.lexicon, found.start()
    plausible = lexicon.years[0] <= year <= lexicon.years[1]
    if not plausible or stands_before(passage, start, "count_before"):
        return None
    plain = year in _RECENT and year % 100 != 0
    counts = stands_after(passage, found.end(), "count_after")
    if stands_before(passage, start, "year_in"):
        return Role.FRAME if plain or not counts else None
    if counts:
        return None
    if found["mark"] or stands_before(passage, start, "year_bound"):
        return Role.PLAIN
    if year in _MODERN and stands_before(passage, start, "year_lead"):
        return Role.REFERENCE
    if stands_before(passage, start, "approximately"):
        return Role.PLAIN if year in _MODERN and not _is_counting(passage, found.end()) else None
    bare = lexicon.bare_years and plain and not follows_name(passage, start)
    return Role.REFERENCE if bare else None


def _is_counting(passage: Passage, end: int) -> bool:
    """Whether a word in small letters follows: "about 2015 rebels" are not of that year."""
    return _SMALL_WORD.match(passage.text, end) is not None


def _dashed(passage: Passage, found: re.Match[str]) -> Period | None:
    year, short = int(found["year"]), int(found["short"] or 0)
    if found["till_year"]:
        return _between(passage, year, int(found["till_year"]))
    if found["next_year"] or found["dash"] == "/":
        till = int(found["next_year"] or year - year % 100 + short)
        return _between(passage, year, till) if till == year + 1 else None
    till = year - year % 100 + short
    if found["dash"] == "-" and short in range(1, 13):
        #: 2010-11 is a winter or a November; 2015-08 can only be an August.
        return None if till > year else GREGORIAN.period(year, short)
    return _between(passage, year, till)


def _between(passage: Passage, first: int, last: int) -> Period | None:
    """The interval of two years; pairs of other numbers are often out of its bounds."""
    modern = first in _MODERN or passage.lexicon.calendar is not GREGORIAN
    earliest, latest = passage.lexicon.years
    if not modern or not earliest <= first < last <= min(latest, first + _LONGEST):
        return None
    period = passage.lexicon.calendar.period
    return spanning(period(first), period(last))
