"""Seasons of a year: "the summer of 2019" is 2019-22 in EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Span
from generator.recognise.dates.calendars import GREGORIAN, Period
from generator.recognise.dates.context import follows_name, stands_before
from generator.recognise.dates.patterns import AFTER_NUMBER, form, valued
from generator.recognise.dates.reading import Passage, Reading, Role
from generator.recognise.dates.wording import STATED

_SEASON: Final = rf"(?<![\w-])<season><season_link><year><year_mark>?{AFTER_NUMBER}"


def find_seasons(passage: Passage) -> Iterator[Reading]:
    for found in form(_SEASON, passage.lexicon).finditer(passage.text):
        if not _in_name(passage, found.start()):
            season = valued(passage.lexicon.seasons, found["season"])
            period = _season(int(found["year"]), season)
            yield Reading(Span(*found.span()), period, STATED, Role.FRAME)


def _in_name(passage: Passage, start: int) -> bool:
    """Whether the season is part of a name: "the Arab Spring of 2011"."""
    capital = passage.text[start].isupper()
    led = stands_before(passage, start, "year_in", "year_bound", "year_lead", "part")
    return capital and follows_name(passage, start) and not led


def _season(year: int, season: int) -> Period | None:
    """Within its year for what needs days: a season's months differ between the hemispheres."""
    whole = GREGORIAN.period(year)
    return Period(whole.first, whole.last, f"{year:04}-{season}") if whole else None
