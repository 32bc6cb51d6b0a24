"""Months: "May 2012", "May-July 2012", "in April", "last November"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import Period, spanning
from generator.recognise.dates.patterns import AFTER_NUMBER, BEFORE_NUMBER, form, valued
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.rules.partial import Partial, read_partial
from generator.recognise.dates.wording import STATED

_WITH_YEAR: Final = (
    rf"{BEFORE_NUMBER}(?:<month:from>(?:<year_link><year:from>)?<to>)?"
    rf"<month><year_link><year><year_mark>?{AFTER_NUMBER}"
)
#: Without a year a name counts only where the words beside it say that it is a month:
#: "May" and "March" are other words, "April" and "June" are persons too.
_WITHOUT_YEAR: Final = (
    r"(?<!\w)(?:(?P<sure>(?i:<month_before>[\s-](?:<part>[\s-])?|<part>[\s-])))?"
    r"(?P<what>(?:(?:<last>|<next>|<this>) )?(?P<name><month_name>)"
    r"(?:<year_link><year_by_words>| (?:<last:after>|<next:after>|<this:after>))?)"
    r"(?P<proof><month_after>)?(?!\w)"
)

_PROOFS: Final = (
    *("sure", "proof", "year_by_words"),
    *("last", "next", "this", "after_last", "after_next", "after_this"),
)


def find_months(passage: Passage) -> Iterator[Reading]:
    if not form("<month>", passage.lexicon).search(passage.text):
        return
    for found in form(_WITH_YEAR, passage.lexicon).finditer(passage.text):
        yield _stated(passage, found)
    for found in form(_WITHOUT_YEAR, passage.lexicon).finditer(passage.text):
        if _is_month(found):
            yield _partial(passage, found)


def _stated(passage: Passage, found: re.Match[str]) -> Reading:
    lexicon, span, groups = passage.lexicon, Span(*found.span()), found.groupdict()
    year = int(groups["year"])
    if not lexicon.years[0] <= year <= lexicon.years[1]:
        return Reading(span)
    last = lexicon.calendar.period(year, _number(passage, groups["month"]))
    if not groups["from_month"]:
        return Reading(span, last, STATED, Role.FRAME)
    month = _number(passage, groups["from_month"])
    first = lexicon.calendar.period(int(groups["from_year"] or year), month)
    return Reading(span, spanning(first, last), STATED, Role.FRAME)


def _number(passage: Passage, name: str) -> int:
    return valued({**passage.lexicon.months, **passage.lexicon.months_short}, name)


def _is_month(found: re.Match[str]) -> bool:
    """Whether something beside the name says that it is a month."""
    return any(found[group] for group in _PROOFS)


def _partial(passage: Passage, found: re.Match[str]) -> Reading:
    month = _number(passage, found["month_name"])

    def in_year(year: int) -> Period | None:
        return passage.lexicon.calendar.period(year, month)

    span = Span(*found.span("what"))
    return read_partial(passage, Partial(found["name"], span, in_year, found))
