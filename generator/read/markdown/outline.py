"""Block tokens to lines: what each source line says and in what kind of block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from markdown_it.token import Token

from generator.model import BlockKind, Mark
from generator.read.markdown.inline import Line, joined, lines_of, prefixed, stripped
from generator.read.markdown.parser import cells_of, parser

#: Between the cells of a table's row: as in Markdown, and no name runs on across it.
CELL_SEPARATOR: Final = " | "

_CONTAINERS: Final[dict[str, BlockKind]] = {
    "blockquote": BlockKind.QUOTE,
    "list_item": BlockKind.LIST_ITEM,
}

#: Blocks whose lines without words are their own syntax, and the reason given for those.
_REASONS: Final[dict[str, str]] = {
    "heading_open": "markup",
    "inline": "markup",
    "fence": "markup",
    "code_block": "markup",
    "definition": "markup",
    "comment": "comment",
}


class Piece(NamedTuple):
    """What a source line says."""

    text: str
    indent: int
    kind: BlockKind
    level: int
    marks: tuple[Mark, ...]
    joins: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """By index of source line (from 0): what it says, or why it says nothing.

    A line that is in neither is blank, only signs, or beyond what the parser goes into.
    """

    pieces: dict[int, Piece]
    asides: dict[int, str]


@dataclass(slots=True)
class _Container:
    """A quote or list item that is open. ``fresh`` until it holds a block of text."""

    kind: BlockKind
    first: int
    number: str
    fresh: bool = True


@dataclass(slots=True)
class _Place:
    """The containers around a block, outermost first."""

    around: list[_Container] = field(default_factory=list)

    def turn(self, token: Token) -> None:
        """Go into a container, or out of it."""
        if token.nesting < 0:
            self.around.pop()
            return
        number = f"{token.info}{token.markup} " if token.info else ""
        kind = _CONTAINERS[token.type.removesuffix("_open")]
        self.around.append(_Container(kind, token.map[0] if token.map else -1, number))

    def kind(self) -> tuple[BlockKind, int]:
        """What a paragraph here is, and its level. A list item's second paragraph is just one."""
        inner = self.around[-1] if self.around else None
        if inner is None or (inner.kind is BlockKind.LIST_ITEM and not inner.fresh):
            return BlockKind.PARAGRAPH, 0
        return inner.kind, sum(container.kind is inner.kind for container in self.around)

    def numbers(self, line: int) -> str:
        """The numbers of the ordered list items that begin on a line."""
        return "".join(item.number for item in self.around if item.first == line)

    def settle(self) -> None:
        for container in self.around:
            container.fresh = False


def outline(text: str) -> Outline:
    """What each line of a Markdown text says. Lines end in ``\\n``."""
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    pieces: dict[int, Piece] = {}
    for token, kind, level, numbers in _leaves(tokens):
        pieces.update(_pieces(_lines(token, env), kind, level, numbers))
    return Outline(pieces, _asides(tokens))


def _asides(tokens: Iterable[Token]) -> dict[int, str]:
    return {
        index: _REASONS[token.type]
        for token in tokens
        if token.type in _REASONS and token.map
        for index in range(*token.map)
    }


def _leaves(tokens: Iterable[Token]) -> Iterator[tuple[Token, BlockKind, int, str]]:
    """Each token that holds lines of text, with its kind, level and list numbers."""
    place = _Place()
    parent = ""
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if name in _CONTAINERS:
            place.turn(token)
        elif found := _kind(token, parent, place):
            kind, level = found
            first = token.map[0] if token.map else -1
            # A fence's own line, which has the number, is not text but a part set aside.
            numbers = "" if token.type == "fence" else place.numbers(first)
            yield token, kind, level, numbers
            place.settle()
        parent = token.tag if token.type == "heading_open" else token.type


def _kind(token: Token, parent: str, place: _Place) -> tuple[BlockKind, int] | None:
    """The kind and level of the block that a token's lines make up; None if it has none."""
    if token.type in ("fence", "code_block"):
        return BlockKind.CODE, 0
    if token.type == "table_open":
        return BlockKind.TABLE, 0
    if token.type != "inline" or parent in ("th_open", "td_open"):
        return None
    if parent == "paragraph_open":
        return place.kind()
    return BlockKind.HEADING, int(parent.removeprefix("h"))


def _lines(token: Token, env: dict[str, Any]) -> Iterator[tuple[int, Line, int]]:
    """Index, content and indent of each source line of a leaf."""
    first, _ = token.map or (0, 0)
    if token.type == "table_open":
        for index, row in token.meta["rows"]:
            yield index, _row(row, env), 0
    elif token.type == "inline":
        for index, line in enumerate(lines_of(token.children or ()), start=first):
            yield index, line, 0
    else:
        rows = token.content.split("\n")
        for index, row in enumerate(rows, start=first + (token.type == "fence")):
            yield index, Line(row.strip()), len(row) - len(row.lstrip())


def _row(source: str, env: dict[str, Any]) -> Line:
    parsed = (parser().parseInline(cell, env)[0].children or () for cell in cells_of(source))
    cells = [joined(lines_of(tokens), " ") for tokens in parsed]
    return stripped(joined(cells, CELL_SEPARATOR)) if any(text for text, _ in cells) else Line("")


def _pieces(
    lines: Iterable[tuple[int, Line, int]], kind: BlockKind, level: int, numbers: str
) -> Iterator[tuple[int, Piece]]:
    """Pieces of the lines that say something; those after the first go on its block."""
    joins = False
    for index, line, indent in lines:
        if line.text:
            text, marks = line if joins else prefixed(line, numbers)
            yield index, Piece(text, indent, kind, level, marks, joins)
            joins = True
