"""Arcs beside a column of names: which things go together, readable however many links there are.

A column keeps its names apart and straight, at the width of a phone too, where a cloud of nodes
would not; an arc's width says how often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt
from typing import Final

from generator.write.charts.size import columns, fitted, rem

ROW: Final = 26
#: Longest name, in columns of letters, and the pixels that a column takes at most.
COLUMNS: Final = 27
COLUMN: Final = 8
#: How far the widest arc reaches out.
REACH: Final = 120

_MARGIN: Final = 4
_GAP: Final = 12
_THICKEST: Final = 7
#: Passes over the order of names; it has settled long before.
_PASSES: Final = 12

#: How often two names, by their place in the column, go together.
Links = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the column: ``short`` fits, ``says`` is the whole of it."""

    short: str
    says: str
    href: str
    radius: int
    top: int
    middle: int
    arcs: tuple[int, ...]
    is_root: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """A link between two names, as a path of SVG."""

    path: str
    thickness: int
    says: str


@dataclass(frozen=True, slots=True)
class ArcChart:
    """Names from top to bottom, and the arcs between them, thin ones last.

    ``spine`` is where the line ends that goes down from the root, or 0 where there is no root.
    """

    width: int
    height: int
    name_end: int
    axis: int
    row: int
    spine: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]

    @property
    def size(self) -> tuple[str, str]:
        return rem(self.width), rem(self.height)


@dataclass(frozen=True, slots=True)
class Name:
    """What stands in the column: a label, where it leads, how much it weighs, what it says."""

    label: str
    href: str
    weight: int
    says: str


def arc_chart(
    names: Sequence[Name], links: Links, unit: tuple[str, str], *, rooted: bool = False
) -> ArcChart:
    """A chart of at least one name; ``unit`` is what links count: one and many.

    In a rooted chart all other names hang from the first one, and arcs to it would tell nothing.
    """
    pairs = sorted(links, key=lambda pair: (-links[pair], pair))
    shorts = [fitted(name.label, COLUMNS) for name in names]
    end = COLUMN * max(columns(short) for short in shorts)
    tallest = max((abs(a - b) for a, b in pairs), default=0) * ROW // 2
    shape = _Shape(end + _GAP, min(REACH, tallest), tallest, max(links.values(), default=1))
    return ArcChart(
        width=shape.axis + shape.reach + _THICKEST + _MARGIN,
        height=ROW * len(names) + 2 * _MARGIN,
        name_end=end,
        axis=shape.axis,
        row=ROW,
        spine=_middle(len(names) - 1) if rooted else 0,
        nodes=tuple(_nodes(names, shorts, pairs, rooted)),
        arcs=tuple(_arc(names, pair, links[pair], shape, unit) for pair in pairs),
    )


def _nodes(
    names: Sequence[Name], shorts: Sequence[str], pairs: Sequence[tuple[int, int]], rooted: bool
) -> Iterator[Node]:
    heaviest = max(name.weight for name in names) or 1
    for index, (name, short) in enumerate(zip(names, shorts, strict=True)):
        yield Node(
            short=short,
            says=name.says,
            href=name.href,
            radius=2 + isqrt(16 * name.weight // heaviest),
            top=_MARGIN + ROW * index,
            middle=_middle(index),
            arcs=tuple(number for number, pair in enumerate(pairs) if index in pair),
            is_root=rooted and index == 0,
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """What all arcs of a chart share: where they stand, how far the tallest reaches, the most that
    one counts."""

    axis: int
    reach: int
    tallest: int
    most: int


def _arc(
    names: Sequence[Name], pair: tuple[int, int], count: int, shape: _Shape, unit: tuple[str, str]
) -> Arc:
    one, other = pair
    return Arc(
        _path(shape, min(pair), max(pair)),
        _thickness(count, shape.most),
        f"{names[one].label} – {names[other].label}: {count:,} {unit[count != 1]}",
    )


def _middle(index: int) -> int:
    return _MARGIN + ROW * index + ROW // 2


def _path(shape: _Shape, one: int, other: int) -> str:
    """Half an ellipse, as high as the names are apart and as wide in proportion."""
    top, bottom = _middle(one), _middle(other)
    height = (bottom - top) // 2
    width = max(1, shape.reach * height // shape.tallest)
    return f"M{shape.axis} {top}A{width} {height} 0 0 1 {shape.axis} {bottom}"


def _thickness(count: int, most: int) -> int:
    """From 1 to _THICKEST pixels; the root, because the eye sees the area."""
    return max(1, isqrt(_THICKEST * _THICKEST * count // most))


# --- the order of names ------------------------------------------------------------------------


def in_short_arcs(number: int, links: Links) -> list[int]:
    """An order of so many names in which those that go together often stand near each other.

    Each name is moved to the place where all arcs together are shortest, until nothing moves.
    """
    order = list(range(number))
    for _ in range(_PASSES):
        before = list(order)
        for name in range(number):
            order = _moved(order, name, links)
        if order == before:
            break
    return order


def _moved(order: Sequence[int], name: int, links: Links) -> list[int]:
    rest = [other for other in order if other != name]
    places = [[*rest[:at], name, *rest[at:]] for at in range(len(order))]
    return min(places, key=lambda place: _length(place, links))


def _length(order: Sequence[int], links: Links) -> int:
    at = {name: index for index, name in enumerate(order)}
    return sum(abs(at[a] - at[b]) * count for (a, b), count in links.items())
