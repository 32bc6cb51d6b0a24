"""What a language brings to the rules: names, numbers and small words, as data.

Names are written in lower case and in full. All other strings are patterns: regular expressions
in which a space stands for white space and ``<name>`` for a fragment of ``patterns``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from generator.recognise.dates.calendars import GREGORIAN, Calendar

#: A pattern that nothing matches.
NEVER: Final = "(?!)"


class Unit(Enum):
    """What time is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed relative expression: ``shift`` units from the source's own.

    ``vague``: it also means the present or the past at large, as "today" does.
    """

    pattern: str
    unit: Unit
    shift: int
    vague: bool = False


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Lexicon:
    """The words with which a language tells dates in a calendar.

    ``capitals``: names of months and weekdays are capitalised. ``years``: first and last
    year that a number may mean. ``bare_years``: a year may stand without a word that says so.
    ``month_first``: "August 17" is said; ``day_first``: 3/4/2015 is always in April.
    ``week_start``: the first day of the week, Monday being 0.
    """

    calendar: Calendar = GREGORIAN
    capitals: bool = False
    years: tuple[int, int] = (1000, 2099)
    bare_years: bool = True
    week_start: int = 0

    # Names. Short ones count only beside a number.
    months: Mapping[str, int] = field(default_factory=dict)
    months_short: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    weekdays_short: Mapping[str, int] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    season_link: str = " "
    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)

    # Days and months: "Monday, the 17th of August, 2015", "from 17 to 19 August last year".
    month_first: bool = False
    day_first: bool = False
    weekday_link: str = ",? "
    ordinal: str = ""
    of: str = ""
    to: str = " ?[-–—] ?"
    year_link: str = " "
    year_mark: str = NEVER
    year_by_words: Mapping[str, int] = field(default_factory=dict)
    month_before: str = NEVER
    month_after: str = NEVER
    dotted_before: str = NEVER

    # "last April", "next Monday", in front or behind.
    last: str = NEVER
    next: str = NEVER
    this: str = NEVER

    # "Monday last week"; weekdays that are no occasion: "Monday to Friday", "every Monday".
    week_by_words: Mapping[str, int] = field(default_factory=dict)
    weekday_to: str = NEVER
    weekday_not_after: str = NEVER
    weekday_not_before: str = NEVER

    # Years and decades.
    year_in: str = NEVER
    year_bound: str = NEVER
    year_lead: str = NEVER
    year_ranges: tuple[str, ...] = ()
    decades: str = NEVER
    count_before: str = NEVER
    count_after: str = NEVER

    # Precision: "early 2015", "around 2015".
    part: str = NEVER
    approximately: str = NEVER

    # Relative expressions.
    phrases: tuple[Phrase, ...] = ()
    phrase_not_after: str = NEVER
    ago: str = NEVER
    ahead: str = NEVER

    # What the verbs around a date say of the time.
    done: str = NEVER
    past_form: str = NEVER
    coming: str = NEVER
    unclear: str = NEVER
    present: str = NEVER
    clause_break: str = NEVER
