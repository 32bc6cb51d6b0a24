"""Names of days and months without a year, counted from the source's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.model import Span
from generator.recognise.dates.context import Tense, is_quoted, tense
from generator.recognise.dates.issued import InYear
from generator.recognise.dates.patterns import valued
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.wording import FUTURE, coming, latest, year_of_name, year_of_source


@dataclass(frozen=True, slots=True)
class Partial:
    """A name such as "August 17" and what it means in a given year.

    ``found`` is the match that it comes from, with the words beside the name in its groups.
    """

    name: str
    span: Span
    in_year: InYear
    found: re.Match[str]

    def has(self, word: str) -> bool:
        groups = self.found.groupdict()
        return bool(groups.get(word) or groups.get(f"after_{word}"))


def read_partial(passage: Passage, partial: Partial) -> Reading:
    """The year by the words beside the name ("last year", "next"), else by the clause's tense."""
    if any(partial.has(word) for word in ("year_by_words", "this", "last", "next")):
        return _by_words(passage, partial)
    time = tense(passage, partial.span)
    if time is Tense.UNCLEAR:
        return Reading(partial.span)
    if time is Tense.FUTURE:
        return read_coming(passage, partial, FUTURE)
    before = _before(passage, partial)
    if time in (Tense.PAST, Tense.FORM) or not _is_nearer_ahead(passage, partial, before):
        return before
    return Reading(partial.span)


def _by_words(passage: Passage, partial: Partial) -> Reading:
    """In direct speech the words count from the day of speaking, which is not known."""
    if is_quoted(passage, partial.span):
        return Reading(partial.span)
    if partial.has("year_by_words"):
        words = partial.found["year_by_words"]
        return _by_shift(passage, partial, valued(passage.lexicon.year_by_words, words))
    if partial.has("this"):
        return _by_shift(passage, partial, 0)
    if partial.has("next"):
        return read_coming(passage, partial, FUTURE)
    return replace(_before(passage, partial), role=Role.PLAIN)


def _is_nearer_ahead(passage: Passage, partial: Partial, before: Reading) -> bool:
    """Whether the next one is nearer to the source than the latest one: then only words can tell
    which is meant ("the Dec. 12 election" in a source of November)."""
    issued, calendar = passage.issued, passage.lexicon.calendar
    ahead = issued.coming(partial.in_year, calendar, ahead=True)
    if issued.days is None or before.period is None or ahead is None:
        return False
    first, last = issued.days
    return ahead.first - last < first - before.period.last


def read_coming(passage: Passage, partial: Partial, why: str) -> Reading:
    """The first one after the source's date, and the reason to look there."""
    issued, calendar = passage.issued, passage.lexicon.calendar
    period = issued.coming(partial.in_year, calendar, ahead=partial.has("next"))
    return Reading(partial.span, period, coming(partial.name, issued.edtf, why))


def _before(passage: Passage, partial: Partial) -> Reading:
    issued, calendar = passage.issued, passage.lexicon.calendar
    period = issued.latest(partial.in_year, calendar, over=partial.has("last"))
    if period and issued.days and period.first.year == issued.days[1].year:
        basis = year_of_source(partial.name, issued.edtf)
    else:
        basis = latest(partial.name, issued.edtf)
    return Reading(partial.span, period, basis, Role.PARTIAL)


def _by_shift(passage: Passage, partial: Partial, shift: int) -> Reading:
    year_of = passage.lexicon.calendar.year_of
    period = passage.issued.agreed(lambda day: partial.in_year(year_of(day) + shift))
    return Reading(partial.span, period, year_of_name(partial.name, shift))
