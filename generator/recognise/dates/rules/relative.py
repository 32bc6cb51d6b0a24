"""Expressions counted from the source's date: "yesterday", "last year", "two years ago".

In direct speech they count from the day of speaking, which is not known: left out. So are those
that say little ("recently", "in the past years").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import Period, day_period, days_after, week_period
from generator.recognise.dates.context import (
    Tense,
    is_quoted,
    stands_before,
    starts_sentence,
    tense,
)
from generator.recognise.dates.lexicon import NEVER, Lexicon, Phrase, Unit
from generator.recognise.dates.patterns import form, valued
from generator.recognise.dates.reading import Passage, Reading
from generator.recognise.dates.wording import count_by, day_of_source, unit_by

#: From this number on a count of units is taken for a round one.
_ROUND: Final = 10
_ALONE: Final = r"(?<![\w-])(?i:{})(?![\w-])"


def find_phrases(passage: Passage) -> Iterator[Reading]:
    phrases = passage.lexicon.phrases
    any_phrase = "|".join(f"(?P<_{n}>{phrase.pattern})" for n, phrase in enumerate(phrases))
    for found in form(_ALONE.format(any_phrase or NEVER), passage.lexicon).finditer(passage.text):
        phrase, span = phrases[int((found.lastgroup or "_0")[1:])], Span(*found.span())
        if _is_meant(passage, span) and not (phrase.vague and _is_at_large(passage, span)):
            yield _phrase(passage, phrase, span)


def find_counts(passage: Passage) -> Iterator[Reading]:
    """Units ago, and units ahead where the clause is plainly about the future: "in two years"
    may also be how long something took."""
    for found in form(_ALONE.format("<ago>"), passage.lexicon).finditer(passage.text):
        if not is_quoted(passage, span := Span(*found.span())):
            yield _count(passage, found, span, -1)
    for found in form(_ALONE.format("<ahead>"), passage.lexicon).finditer(passage.text):
        span = Span(*found.span())
        if not is_quoted(passage, span) and tense(passage, span) is Tense.FUTURE:
            yield _count(passage, found, span, 1)


def _is_meant(passage: Passage, span: Span) -> bool:
    """Whether a phrase counts from the source's date: "the next year" counts from what was told
    before, and a capital inside of a sentence makes a name ("Russia Today")."""
    named = passage.text[span.start].isupper() and not starts_sentence(passage, span.start)
    other = stands_before(passage, span.start, "phrase_not_after")
    return not (named or other or is_quoted(passage, span))


def _is_at_large(passage: Passage, span: Span) -> bool:
    """Whether the clause tells of no act, past or to come: "today" is then the present."""
    return tense(passage, span) not in (Tense.PAST, Tense.FUTURE)


def _phrase(passage: Passage, phrase: Phrase, span: Span) -> Reading:
    issued, lexicon = passage.issued, passage.lexicon
    if phrase.unit is Unit.DAY and not phrase.shift:
        return Reading(span, issued.itself, day_of_source(issued.edtf))
    period = issued.agreed(lambda day: _moved(day, phrase.unit, phrase.shift, lexicon))
    return Reading(span, period, unit_by(phrase.unit, phrase.shift, issued.edtf))


def _count(passage: Passage, found: re.Match[str], span: Span, direction: int) -> Reading:
    lexicon, number = passage.lexicon, found["n"] or "1"
    unit = valued(lexicon.units, found["unit"])
    count = int(number) if number.isdecimal() else valued(lexicon.numbers, number)
    period = passage.issued.agreed(
        lambda day: _moved(day, unit, direction * count, lexicon, exact=True)
    )
    rough = unit is Unit.WEEK or count >= _ROUND
    basis = count_by(unit, direction * count, passage.issued.edtf)
    return Reading(span, _rough(period) if rough else period, basis)


def _rough(period: Period | None) -> Period | None:
    return Period(period.first, period.last, f"{period.edtf}~") if period else None


def _moved(
    day: date, unit: Unit, by: int, lexicon: Lexicon, *, exact: bool = False
) -> Period | None:
    """The period of a unit, so many units from that of a day; ``exact``: weeks count in days."""
    if unit is Unit.YEAR:
        return lexicon.calendar.period(lexicon.calendar.year_of(day) + by)
    if unit is Unit.MONTH:
        year, month = lexicon.calendar.month_of(day)
        years, month = divmod(month - 1 + by, 12)
        return lexicon.calendar.period(year + years, month + 1)
    there = days_after(day, by * (7 if unit is Unit.WEEK else 1))
    if there is None:
        return None
    whole_week = unit is Unit.WEEK and not exact
    return week_period(there, lexicon.week_start) if whole_week else day_period(there)
