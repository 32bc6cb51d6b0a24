"""Dates in references: worded as a style has them, and as figures where figures can say it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.describe.dates import Moment, Period, Precision, Wording, parse, spoken, worded

_SEASONS: Final = ("Spring", "Summer", "Autumn", "Winter")
_PHRASES: Final = ("ca. {}", "{}?", "between {} and {}", "since {}", "until {}")

#: How Chicago writes a date: August 17, 2015; [ca. 1936]; [1936?]. Months are those of ``LOCALE``.
CHICAGO: Final = Wording(
    *_PHRASES, _SEASONS, "MMMM d, y", "MMMM y", "MMMM d", "MMMM", "MMMM d"
)  # fmt: skip
#: How APA writes one: 2015, August 17.
APA: Final = Wording(*_PHRASES, _SEASONS, "y, MMMM d", "y, MMMM", "MMMM d", "MMMM", "MMMM d")

#: References are phrased in English, as all words of the editors' pages are.
LOCALE: Final = "en_US"

#: What reference managers take for EDTF. They would read a season (2019-22) as a range of years.
_READ_AS_EDTF: Final = re.compile(
    r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?[~?%]?(/\d{4}(-(0\d|1[0-2])(-\d\d)?)?[~?%]?)?"
)

_EXACT: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


def in_words(edtf: str, words: Wording = CHICAGO) -> str:
    """A date as a style words it. An interval has no year at its head in any style."""
    period = parse(edtf)
    return worded(edtf, words if period.start == period.end else CHICAGO, LOCALE)


def is_doubtful(edtf: str) -> bool:
    """Whether a date is marked as uncertain, which styles put in brackets."""
    period = parse(edtf)
    return any(moment.qualifier in ("?", "%") for moment in _ends(period))


def is_exact(edtf: str) -> bool:
    """Whether a date is one day, month or year, without a qualifier: what ISO 8601 can say."""
    period = parse(edtf)
    start = period.start
    return bool(start and start == period.end and start.precision in _EXACT and not start.qualifier)


def figures(edtf: str) -> tuple[int, ...]:
    """Year, month and day as far as all days that a date may be share them; perhaps none."""
    period = parse(edtf)
    if period.start is None or period.end is None:
        return ()
    shared = []
    for one, other in zip(_parts(period.start.first), _parts(period.end.last), strict=True):
        if one != other:
            break
        shared.append(one)
    return tuple(shared)


def for_programs(edtf: str) -> str:
    """A date for programs that have one field of text for it: EDTF as far as they read it, such as
    ``2023-10~`` or ``2023-10-23/2023-10-29``, else words. No date gives no text."""
    if not edtf:
        return ""
    days = re.sub(r"T[^/]*", "", edtf)
    return days if _READ_AS_EDTF.fullmatch(days) else spoken(edtf)


def joined(parts: tuple[int, ...], sign: str = "-") -> str:
    """``2015-08-17``, ``2015-08`` or ``2015``; with another sign, ``2015/08/17``."""
    return sign.join(f"{part:0{2 if index else 4}}" for index, part in enumerate(parts))


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _ends(period: Period) -> list[Moment]:
    return [moment for moment in (period.start, period.end) if moment]
