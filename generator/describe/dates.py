"""Dates in EDTF, the Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1.

Read: ``2015-08-17``, ``2015-08``, ``2015``, ``2015-08-17T10:00:00Z``; about ``2023-10~``,
uncertain ``2023-10?``, both ``2023-10%``; seasons ``2019-22`` (21 spring to 24 winter); what is
not known of a date ``201X``, ``2015-XX``, ``2015-08-XX``; intervals ``2015-08-17/2015-08-31``,
open ``2015/..`` or with an unknown end ``2015/``. Years run from 0001 to 9999; sets, years
beyond four digits and level 2 are refused. The ``edtf`` package is the judge of this in the
tests. It is not used here: it takes 4 ms a date, writes to standard output on some input, takes
29 February for a day of every year, and makes up ten years for an unknown end.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final

from babel.dates import format_date

#: The longest EDTF string that can mean something here is an interval of two date-times.
LENGTH_LIMIT: Final = 64

EXAMPLES: Final = (
    "2015-08-17, 2015-08, 2015, 2023-10~ (about), 2023-10? (uncertain), 2019-22 (summer), "
    "2015-08-17/2015-08-31 (between) or 2015/.. (since)"
)

_MOMENT: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?P<zone>Z|[+-][01][0-9](?::[0-5][0-9])?)?)?"
    r"(?P<qualifier>[~?%]?)"
)

#: First months of the seasons, on the northern half of the earth. Winter ends in the next year.
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}

#: What may stand for an end that is open, or not known.
_OPEN: Final = frozenset({"", ".."})


class Precision(Enum):
    """What of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as precise as it is known: the days that it may be, from first to last.

    ``qualifier`` is EDTF's: ``~`` approximate, ``?`` uncertain, ``%`` both, or empty.
    """

    first: date
    last: date
    precision: Precision
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """What an EDTF string means. A single date begins and ends with the same moment; None is an
    end that is open or not known."""

    start: Moment | None
    end: Moment | None


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Period:
    """The meaning of an EDTF string. Raises ValueError, in words for people, for anything else."""
    ends = edtf.split("/") if len(edtf) <= LENGTH_LIMIT else []
    if len(ends) == 1:
        moment = _moment(edtf, edtf)
        return Period(moment, moment)
    if len(ends) != 2 or all(end in _OPEN for end in ends):
        raise _no_date(edtf)
    start, end = (None if text in _OPEN else _moment(text, edtf) for text in ends)
    if start and end and start.first > end.last:
        raise ValueError(f'The interval "{edtf}" ends before it begins.')
    return Period(start, end)


def earliest(edtf: str) -> date:
    """The first day that a date may be; ``date.min`` for an open start. ValueError as ``parse``."""
    start = parse(edtf).start
    return start.first if start else date.min


def filed(edtf: str) -> date:
    """The day to sort a date under: its first, or the first of its end where the start is open."""
    period = parse(edtf)
    moment = period.start or period.end
    return moment.first if moment else date.min


def latest(edtf: str) -> date:
    """The last day that a date may be; ``date.max`` for an open end. ValueError as ``parse``."""
    end = parse(edtf).end
    return end.last if end else date.max


def overlaps(issued: str, since: str = "", until: str = "") -> bool:
    """Whether a date may lie in a range whose ends are EDTF too, or empty where it is open.

    No date (an empty string) lies only in the range that is open at both ends.
    """
    if not issued:
        return not since and not until
    return (not since or latest(issued) >= earliest(since)) and (
        not until or earliest(issued) <= latest(until)
    )


def year_of(edtf: str) -> int:
    """The year to file a date under: that of its start, or of its end where the start is open."""
    period = parse(edtf)
    moment = period.start or period.end
    assert moment is not None, "parse() lets no interval pass that is open at both ends"
    return moment.first.year


# --- reading -----------------------------------------------------------------------------------


def _moment(text: str, edtf: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None or not _makes_sense(match):
        raise _no_date(edtf)
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    try:
        first, last, precision = _range(year, month, day)
    except ValueError as cause:
        raise ValueError(f'"{edtf}" is no day of the calendar.') from cause
    return Moment(first, last, precision, match["qualifier"])


def _makes_sense(match: re.Match[str]) -> bool:
    """Levels 0 and 1 only: known parts come first, a time needs a day and has no qualifier."""
    year, month, day = match["year"], match["month"], match["day"]
    has_time = "T" in match[0]
    known_first = not ("X" in year and month) and not (month == "XX" and day not in (None, "XX"))
    return known_first and not (has_time and (day in (None, "XX") or match["qualifier"]))


def _range(year: str, month: str, day: str) -> tuple[date, date, Precision]:
    """First and last day. Raises ValueError for a month or day that does not exist, and year 0."""
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(first, 1, 1), date(last, 12, 31), Precision.YEARS
    if month == "XX":
        return date(int(year), 1, 1), date(int(year), 12, 31), Precision.YEAR
    if int(month) in _SEASONS and day == "XX":
        return *_season(int(year), _SEASONS[int(month)]), Precision.SEASON
    if day == "XX":
        first_day = date(int(year), int(month), 1)
        return first_day, _month_end(first_day), Precision.MONTH
    exact = date(int(year), int(month), int(day))
    return exact, exact, Precision.DAY


def _season(year: int, month: int) -> tuple[date, date]:
    if month == 12:
        after = min(year + 1, date.max.year)
        return date(year, 12, 1), max(_month_end(date(after, 2, 1)), date(year, 12, 31))
    return date(year, month, 1), _month_end(date(year, month + 2, 1))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _no_date(edtf: str) -> ValueError:
    shown = edtf if len(edtf) <= LENGTH_LIMIT else f"{edtf[:LENGTH_LIMIT]}..."
    return ValueError(f'"{shown}" is no EDTF date. Write {EXAMPLES}.')


# --- for people --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language speaks of dates: phrases with ``{}``, seasons, and patterns of Unicode CLDR.

    The patterns after ``month`` are for the first of two dates that share a year, or a month too.
    """

    about: str
    possibly: str
    between: str
    since: str
    until: str
    seasons: tuple[str, str, str, str]
    day: str
    month: str
    day_and_month: str
    month_alone: str
    day_alone: str

    def season(self, first: date) -> str:
        """The name of the season that begins on a day: March, June, September or December 1."""
        return self.seasons[first.month // 3 - 1]


#: One row a language; any other gets English.
WORDINGS: Final[dict[str, Wording]] = {
    "en": Wording(
        *("about {}", "possibly {}", "between {} and {}", "since {}", "until {}"),
        ("spring", "summer", "autumn", "winter"),
        *("d MMMM y", "LLLL y", "d MMMM", "LLLL", "d"),
    ),
    "de": Wording(
        *("etwa {}", "möglicherweise {}", "zwischen {} und {}", "seit {}", "bis {}"),
        ("Frühling", "Sommer", "Herbst", "Winter"),
        *("d. MMMM y", "LLLL y", "d. MMMM", "LLLL", "d."),
    ),
    "fr": Wording(
        *("vers {}", "peut-être {}", "entre {} et {}", "depuis {}", "jusqu’à {}"),
        ("printemps", "été", "automne", "hiver"),
        *("d MMMM y", "LLLL y", "d MMMM", "LLLL", "d"),
    ),
}


def spoken(edtf: str, language: str = "en") -> str:
    """A date for people: "17 August 2015", "about October 2023", "between May and June 2019".

    ``language`` is a BCP 47 tag; its first subtag counts. Raises ValueError as ``parse``.
    """
    name = language.split("-")[0].lower()
    name = name if name in WORDINGS else "en"
    return worded(edtf, WORDINGS[name], name)


@lru_cache(maxsize=4096)
def worded(edtf: str, words: Wording, name: str) -> str:
    """A date in a wording of any kind; ``name`` is the locale of its months (Unicode CLDR).

    Raises ValueError as ``parse``.
    """
    period = parse(edtf)
    if period.start is None or period.end is None:
        return _spoken_open(period, words, name)
    if period.start == period.end:
        return _spoken_moment(period.start, words, name)
    first = _spoken_short(period.start, period.end, words, name)
    return words.between.format(first, _spoken_moment(period.end, words, name))


def _spoken_open(period: Period, words: Wording, name: str) -> str:
    if period.start:
        return words.since.format(_spoken_moment(period.start, words, name))
    assert period.end is not None, "parse() lets no interval pass that is open at both ends"
    return words.until.format(_spoken_moment(period.end, words, name))


def _spoken_moment(moment: Moment, words: Wording, name: str) -> str:
    text = _spoken_plain(moment, words, name)
    if moment.qualifier in ("~", "%"):
        text = words.about.format(text)
    return words.possibly.format(text) if moment.qualifier in ("?", "%") else text


def _spoken_plain(moment: Moment, words: Wording, name: str) -> str:
    if moment.precision is Precision.DAY:
        return format_date(moment.first, words.day, locale=name)
    if moment.precision is Precision.MONTH:
        return format_date(moment.first, words.month, locale=name)
    if moment.precision is Precision.SEASON:
        return f"{words.season(moment.first)} {moment.first.year}"
    if moment.precision is Precision.YEAR:
        return str(moment.first.year)
    return words.between.format(moment.first.year, moment.last.year)


def _spoken_short(start: Moment, end: Moment, words: Wording, name: str) -> str:
    """The start of an interval without what its end says again: "17" and 31 August 2015."""
    plain = not start.qualifier and not end.qualifier and start.precision is end.precision
    if plain and start.first.year == end.first.year:
        if start.precision is Precision.MONTH:
            return format_date(start.first, words.month_alone, locale=name)
        if start.precision is Precision.DAY:
            same_month = start.first.month == end.first.month
            pattern = words.day_alone if same_month else words.day_and_month
            return format_date(start.first, pattern, locale=name)
    return _spoken_moment(start, words, name)
