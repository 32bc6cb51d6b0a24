"""Inline Markdown to lines: the text that is seen, and marks that stand beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple

from markdown_it.token import Token

from generator.model import Mark, MarkKind, Span
from generator.read.markdown.parser import BREAKS, SWALLOWED_BREAKS

#: Where a link may lead that is kept.
KEPT_HREF: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]", re.IGNORECASE)

_KINDS: Final[dict[str, MarkKind]] = {
    "em": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG,
    "link": MarkKind.LINK,
}

#: Entities can bring in line ends and tabs; in a line they are spaces.
_ONE_LINE: Final = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85", " "))


class Line(NamedTuple):
    """The visible text of a line without white space at its ends, and marks relative to it."""

    text: str
    marks: tuple[Mark, ...] = ()


def lines_of(tokens: Iterable[Token]) -> list[Line]:
    """One line for each source line that the inline tokens come from."""
    seen = _Seen()
    seen.add_all(tokens)
    return _cut("".join(seen.pieces), seen.marks)


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Lines as one, with a separator between."""
    text, marks = "", []
    for number, line in enumerate(lines):
        text += separator if number else ""
        marks += [_moved(mark, len(text)) for mark in line.marks]
        text += line.text
    return Line(text, tuple(marks))


def prefixed(line: Line, prefix: str) -> Line:
    """A line with a text before it that has no marks."""
    return joined((Line(prefix), line), "") if prefix else line


@dataclass(slots=True)
class _Open:
    """A mark that has begun. ``depth`` counts marks of its kind in each other: one is enough."""

    start: int
    href: str
    depth: int = 1


@dataclass(slots=True)
class _Seen:
    """Visible text in pieces, and marks relative to all of it."""

    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    open: dict[MarkKind, _Open] = field(default_factory=dict)

    def add_all(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            self.add(token)

    def add(self, token: Token) -> None:
        if token.type in BREAKS:
            self.write("\n")
        elif token.type == SWALLOWED_BREAKS:
            self.write("\n" * token.meta["count"])
        elif token.type == "code_inline":
            self.write_code(token.content)
        elif token.type == "image":
            self.add_all(token.children or ())
        elif token.nesting:
            self.turn(token)
        else:
            self.write(token.content.translate(_ONE_LINE))

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def write_code(self, text: str) -> None:
        self.marks.append(Mark(MarkKind.CODE, Span(self.length, self.length + len(text))))
        self.write(text)

    def turn(self, token: Token) -> None:
        """Begin or end a mark."""
        kind = _KINDS[token.type.rpartition("_")[0]]
        mark = self.open.get(kind)
        if mark is None:
            self.open[kind] = _Open(self.length, str(token.attrGet("href") or ""))
            return
        mark.depth += token.nesting
        if not mark.depth:
            del self.open[kind]
            self.finish(kind, mark)

    def finish(self, kind: MarkKind, mark: _Open) -> None:
        if kind is not MarkKind.LINK or KEPT_HREF.match(mark.href):
            self.marks.append(Mark(kind, Span(mark.start, self.length), mark.href))


def _cut(text: str, marks: Sequence[Mark]) -> list[Line]:
    """Text and marks cut at line breaks, and freed of white space at the ends of each line."""
    rows = text.split("\n")
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    marks_of: list[list[Mark]] = [[] for _ in rows]
    for mark in marks:
        first = bisect_right(starts, mark.span.start) - 1
        while first < len(rows) and starts[first] < mark.span.end:
            marks_of[first].append(_moved(mark, -starts[first]))
            first += 1
    return [stripped(Line(row, tuple(found))) for row, found in zip(rows, marks_of, strict=True)]


def stripped(line: Line) -> Line:
    """A line without white space at its ends; marks are clipped to it, empty ones dropped."""
    text = line.text.strip()
    offset = len(line.text) - len(line.text.lstrip())
    clipped = (_clipped(_moved(mark, -offset), len(text)) for mark in line.marks)
    kept = (mark for mark in clipped if mark.span.start < mark.span.end)
    return Line(text, tuple(sorted(kept, key=_outer_first)))


def _clipped(mark: Mark, length: int) -> Mark:
    start, end = max(mark.span.start, 0), min(mark.span.end, length)
    return Mark(mark.kind, Span(start, end), mark.href)


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.kind, mark.span.shifted(by), mark.href)


def _outer_first(mark: Mark) -> tuple[int, int, str]:
    return mark.span.start, -mark.span.end, mark.kind
