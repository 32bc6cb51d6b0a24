"""Dates of annotations: EDTF here, xsd:dateTime in UTC there (Web Annotation, 3.3.1)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from generator.describe.dates import parse

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT: Final = "T00:00:00Z"
_INSTANT: Final = re.compile(
    r"(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.,][0-9]+)?"
    r"(?:(?P<utc>Z|[+-]00:?(?:00)?)|(?P<hours>[+-][0-9]{2}):?(?P<minutes>[0-9]{2})?)?"
)


def is_day(edtf: str) -> bool:
    """Whether an EDTF date is a whole day and nothing else."""
    return _DAY.fullmatch(edtf) is not None


def date_time(edtf: str) -> str:
    """The xsd:dateTime of an EDTF date: a day begins at midnight UTC. Empty for what is less
    precise than a day, or a time that does not say its zone."""
    if is_day(edtf):
        return f"{edtf}{_MIDNIGHT}"
    try:
        moment = datetime.fromisoformat(edtf)
        if "T" not in edtf or moment.tzinfo is None:
            return ""
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except (ValueError, OverflowError):
        return ""


def edtf_in(text: str) -> str:
    """A text that is an EDTF date; empty for any other."""
    try:
        parse(text)
    except ValueError:
        return ""
    return text


def edtf_of(moment: str) -> str:
    """The EDTF date of an xsd:dateTime or anything like it, to the second; midnight UTC is the day.

    Empty for what is no date.
    """
    found = _INSTANT.fullmatch(moment.strip())
    edtf = f"{found['time']}{_zone(found)}" if found else moment.strip()
    return edtf_in(edtf).removesuffix(_MIDNIGHT)


def _zone(found: re.Match[str]) -> str:
    if found["utc"]:
        return "Z"
    return f"{found['hours']}:{found['minutes'] or '00'}" if found["hours"] else ""
