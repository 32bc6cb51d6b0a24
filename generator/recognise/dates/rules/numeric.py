"""Days in figures: 2015-08-17, 17.08.2015, 8/17/2015.

With slashes or dashes and the year last, the order is the language's. English has two: the region
of the language tag decides, and where there is none only what can be read one way is a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import Period
from generator.recognise.dates.patterns import BEFORE_NUMBER, form
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.rules.partial import Partial, read_partial
from generator.recognise.dates.wording import STATED

_AFTER: Final = r"(?:(?![\w/@%])(?![.,:-]\w)|(?=T\d\d:))"
_YEAR_FIRST: Final = (
    rf"{BEFORE_NUMBER}<year>(?P<mark>[-/.])(?P<one>\d\d?)(?P=mark)(?P<two>\d\d?){_AFTER}"
)
_YEAR_LAST: Final = (
    rf"{BEFORE_NUMBER}(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)<year>{_AFTER}"
)
#: Without a year only after a word such as German "am": "3.5." may be anything.
_DOTTED: Final = r"(?<!\w)(?i:<dotted_before>) (?P<name>(?P<one>\d\d?)\.(?P<two>\d\d?)\.)(?!\w)"

#: Regions that write the day or the month first in English.
_DAY_FIRST: Final = frozenset({"AU", "GB", "HK", "IE", "IN", "KE", "NG", "NZ", "PK", "SG", "ZA"})
_MONTH_FIRST: Final = frozenset({"US"})


def find_numeric(passage: Passage) -> Iterator[Reading]:
    for found in form(_YEAR_FIRST, passage.lexicon).finditer(passage.text):
        yield _read(passage, found, int(found["one"]), int(found["two"]))
    for found in form(_YEAR_LAST, passage.lexicon).finditer(passage.text):
        one, two = int(found["one"]), int(found["two"])
        yield _read(passage, found, *_order(passage, found["mark"], one, two))
    for found in form(_DOTTED, passage.lexicon).finditer(passage.text):
        yield _partial(passage, found)


def _read(passage: Passage, found: re.Match[str], month: int, day: int) -> Reading:
    year, lexicon = int(found["year"]), passage.lexicon
    plausible = lexicon.years[0] <= year <= lexicon.years[1]
    period = lexicon.calendar.period(year, month, day) if plausible and month and day else None
    return Reading(Span(*found.span()), period, STATED, Role.FRAME)


def _order(passage: Passage, mark: str, one: int, two: int) -> tuple[int, int]:
    """Month and day of two numbers, zeros where that can't be told."""
    region = passage.tag.upper().rpartition("-")[2]
    if mark == "." or passage.lexicon.day_first or region in _DAY_FIRST:
        return two, one
    if region in _MONTH_FIRST or (one <= 12 < two):
        return one, two
    return (two, one) if one > 12 or one == two else (0, 0)


def _partial(passage: Passage, found: re.Match[str]) -> Reading:
    day, month = int(found["one"]), int(found["two"])

    def in_year(year: int) -> Period | None:
        return passage.lexicon.calendar.period(year, month, day) if day and month else None

    span = Span(*found.span("name"))
    return read_partial(passage, Partial(found["name"], span, in_year, found))
