"""What a rule of this package gets, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from generator.model import Span
from generator.recognise.dates.calendars import Period
from generator.recognise.dates.issued import Issued
from generator.recognise.dates.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's text and what is needed to read it; spans of its readings count from its start.

    ``tag`` is the BCP 47 tag of the language that ``lexicon`` belongs to, ``quotations`` the
    spans of direct speech.
    """

    text: str
    lexicon: Lexicon
    tag: str
    issued: Issued
    quotations: tuple[Span, ...] = ()


class Role(Enum):
    """How a date stands in its sentence, where that decides what becomes of it.

    FRAME: it sets the time that is told of ("In 1979 ..."). REFERENCE: a bare year that goes with
    a name ("the 2015 deal"). PARTIAL: it gives no year, and was counted from the source's date.
    """

    PLAIN = auto()
    FRAME = auto()
    REFERENCE = auto()
    PARTIAL = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression and its meaning. No period: it can't be resolved, or is no date after all,
    and nothing else shall be read into its characters."""

    span: Span
    period: Period | None = None
    basis: str = ""
    role: Role = Role.PLAIN


Rule = Callable[[Passage], Iterator[Reading]]
