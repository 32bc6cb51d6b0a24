"""How readers are told the reasoning: every phrase that ``DateFound.basis`` is made of."""

from __future__ import annotations

from typing import Final

from generator.recognise.dates.lexicon import Unit

STATED: Final = "stated"
STATED_DECADE: Final = "stated: a decade"
FUTURE: Final = "the text speaks of the future"
WEEKDAY_FITS: Final = "the weekday fits"
OTHER_WEEKDAY: Final = "stated, though with the name of another weekday"


def year_of_source(name: str, issued: str) -> str:
    return f"the year is that of the source, issued {issued}"


def latest(name: str, issued: str) -> str:
    return f"latest {name} before {issued}"


def coming(name: str, issued: str, why: str) -> str:
    return f"next {name} after {issued}: {why}"


def year_of_name(name: str, shift: int) -> str:
    return f"{name} of the {_shifted('publication year', shift)}"


def day_of_source(issued: str) -> str:
    return f"the day of the source, {issued}"


def unit_by(unit: Unit, shift: int, issued: str) -> str:
    """A unit counted from the source's own: "publication year + 1"."""
    if unit in (Unit.YEAR, Unit.MONTH):
        return _shifted(f"publication {unit.value}", shift)
    if unit is Unit.WEEK:
        return f"{_BESIDE[shift]} of {issued}, all seven days"
    return count_by(unit, shift, issued)


def count_by(unit: Unit, shift: int, issued: str) -> str:
    """Units counted from the source's date: "3 days before 2015-08-17"."""
    if unit is Unit.YEAR:
        return _shifted("publication year", shift)
    units = unit.value if abs(shift) == 1 else f"{unit.value}s"
    return f"{abs(shift)} {units} {'after' if shift > 0 else 'before'} {issued}"


def weekday(name: str, issued: str, step: int, *, strict: bool) -> str:
    side = "after" if step > 0 else "before"
    return f"{name} {side if strict else f'on or {side}'} {issued}"


def weekday_of_week(name: str, shift: int, issued: str) -> str:
    return f"{name} of {_BESIDE[shift]} of {issued}"


_BESIDE: Final = {-1: "the week before that", 0: "the week", 1: "the week after that"}


def _shifted(what: str, by: int) -> str:
    return f"{what} {'+' if by > 0 else '−'} {abs(by)}" if by else what
