"""What the words around an expression add to it: "early", "around", another calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.recognise.dates.context import word_before
from generator.recognise.dates.reading import Passage, Reading

#: EDTF that may take a "~": years, months and days, not intervals, seasons or decades.
_POINT: Final = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")


def noted(passage: Passage, reading: Reading) -> Reading:
    """The reading with approximation in its date, and all that was noted in its basis."""
    period = reading.period
    if period is None:
        return reading
    about = word_before(passage, reading.span.start, "approximately")
    if about and _POINT.fullmatch(period.edtf):
        period = replace(period, edtf=f"{period.edtf}~")
    part = "" if period.is_day else word_before(passage, reading.span.start, "part")
    said = "".join(f'; "{word}"' for word in (about, part) if word)
    calendar = passage.lexicon.calendar.name
    converted = f"; converted from the {calendar} calendar" if calendar else ""
    return replace(reading, period=period, basis=f"{reading.basis}{said}{converted}")
