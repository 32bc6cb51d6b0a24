"""The lines of the timeline, and the pages that they stand on.

A few hundred lines are one page. More are parted where a reader would look for them: by century,
decade or year, whichever fits, so that a page keeps its address while others come and go. What is
too much for a page of one year goes on at a second one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import year_of
from generator.model import Dossier, EventId, NoteId, SourceId, Standing
from generator.relate import Event, Relations
from generator.relate.statements import by_date
from generator.write import paths

#: Lines up to which all stand on one page, and how many stand on each where there are more.
WHOLE: Final = 400
PART: Final = 250

#: The stretches of years that a page may be for, the longest first.
_STEPS: Final = (100, 10, 1)


class Kind(StrEnum):
    """What a line of the timeline tells of; on one date they come in this order."""

    ISSUED = "issued"
    EVENT = "event"
    STATEMENT = "statement"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """Something on an EDTF date, by its id: a source, an event (of the editors, or of statements
    alone), or a note on the date."""

    kind: Kind
    date: str
    id: str

    @property
    def year(self) -> int:
        return year_of(self.date)


@dataclass(frozen=True, slots=True)
class Part:
    """Lines on one page: those of the years ``first`` to ``last``; ``number`` counts the pages of
    a single year. ``whole`` is the page of all."""

    path: PurePosixPath
    first: int
    last: int
    number: int
    lines: tuple[Line, ...]
    whole: bool = False

    @property
    def name(self) -> str:
        """The years for people: "2015", "2010–2019", "2015, part 2"."""
        years = str(self.first) if self.first == self.last else f"{self.first}–{self.last}"
        return years if self.number == 1 else f"{years}, part {self.number}"


@dataclass(frozen=True)
class Timeline:
    """All lines in order, on their pages."""

    parts: tuple[Part, ...]

    @property
    def is_split(self) -> bool:
        return not self.parts[0].whole

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @cached_property
    def _pages(self) -> Mapping[tuple[Kind, str], PurePosixPath]:
        return {(line.kind, line.id): part.path for part in self.parts for line in part.lines}

    def page_of(self, kind: Kind, id_: str) -> PurePosixPath:
        """The page that a line stands on; the first one for what has no line."""
        return self._pages.get((kind, id_), paths.TIMELINE)

    def page_of_event(self, event: Event) -> PurePosixPath:
        return self.page_of(kind_of(event), event.id)


def kind_of(event: Event) -> Kind:
    return Kind.EVENT if event.told else Kind.STATEMENT


def timeline_of(dossier: Dossier, relations: Relations) -> Timeline:
    """The timeline of a dossier; without a line it is one empty page."""
    lines = sorted(_lines(dossier, relations), key=_order)
    if len(lines) <= WHOLE:
        first, last = (lines[0].year, lines[-1].year) if lines else (0, 0)
        return Timeline((Part(paths.TIMELINE, first, last, 1, tuple(lines), whole=True),))
    return Timeline(tuple(_parts(lines, _STEPS)))


def _lines(dossier: Dossier, relations: Relations) -> Iterator[Line]:
    for source in dossier.sources:
        if source.record.issued:
            yield Line(Kind.ISSUED, source.record.issued.text, SourceId(source.id))
    for event in relations.events:
        yield Line(kind_of(event), event.date, EventId(event.id))
    for notes in relations.annotations.by_event.values():
        for one in notes:
            if one.standing is Standing.WHOLE:
                yield Line(Kind.NOTE, one.note.target.event, NoteId(one.note.id))


def _order(line: Line) -> tuple[int, int, int]:
    return *by_date(line.date), _KINDS.index(line.kind)


_KINDS: Final = tuple(Kind)


# --- pages -------------------------------------------------------------------------------------


def _parts(lines: Iterable[Line], steps: Sequence[int]) -> Iterator[Part]:
    """Pages for stretches of so many years; what is too much for one, for shorter stretches."""
    step, *shorter = steps
    for start, group in groupby(lines, key=lambda line: line.year - line.year % step):
        found = tuple(group)
        if len(found) <= PART:
            yield _part(start, step, 1, found)
        elif shorter:
            yield from _parts(found, shorter)
        else:
            chunks = (found[at : at + PART] for at in range(0, len(found), PART))
            yield from (_part(start, step, n, chunk) for n, chunk in enumerate(chunks, 1))


def _part(start: int, step: int, number: int, lines: tuple[Line, ...]) -> Part:
    last = start + step - 1
    years = f"{start:04}" if step == 1 else f"{start:04}-{last:04}"
    name = years if number == 1 else f"{years}-part-{number}"
    return Part(paths.timeline_part(name), start, last, number, lines)
