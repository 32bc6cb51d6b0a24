"""The only place that knows the CSL processor: what a reference of some shape looks like in a style.

The processor never sees a value. It is given a sign of Unicode's private use for each, and what it
returns, a skeleton, says where in the reference each value goes and what stands between them. So no
title is taken for markup, no name for initials, and a style is asked once for each shape of a
source, not once for each source (docs/decisions/0013).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

FOLDER: Final = Path(__file__).parent / "styles"

#: The CSL variables that a reference can have, each with the sign that stands for its value.
SIGNS: Final[dict[str, str]] = {
    name: chr(0xE000 + index)
    for index, name in enumerate(
        ("title", "container-title", "publisher", "publisher-place", "issued", "accessed", "URL")
    )
}

#: Signs for the parts of names, counted on over all authors.
_FIRST_OF_NAMES: Final = 0xE100

#: No style asked for here prints more authors than these and the last one.
MOST_AUTHORS: Final = 20

_DATES: Final = frozenset({"issued", "accessed"})


class Shape(NamedTuple):
    """All that a skeleton depends on: the CSL type, which variables have a value, for each author
    the keys of the CSL name, and whether the authors stand in brackets."""

    kind: str
    variables: frozenset[str]
    names: tuple[tuple[str, ...], ...] = ()
    bracketed: bool = False


def name_signs(names: tuple[tuple[str, ...], ...]) -> Iterator[dict[str, str]]:
    """For each author the sign of each part of the name."""
    number = _FIRST_OF_NAMES
    for keys in names:
        yield {key: chr(number + index) for index, key in enumerate(keys)}
        number += len(keys)


@cache
def skeleton(style: str, shape: Shape) -> str:
    """A reference of that shape as HTML, with a sign in each value's place."""
    source = CiteProcJSON([_item(shape)])
    bibliography = CitationStylesBibliography(_style(style), source, formatter.html)
    bibliography.register(Citation([CitationItem("it")]))
    return "".join(map(str, bibliography.bibliography()))


@cache
def _style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(str(FOLDER / f"{name}.csl"), validate=False)


def _item(shape: Shape) -> Mapping[str, Any]:
    item: dict[str, Any] = {"id": "it", "type": shape.kind}
    for name in sorted(shape.variables):
        item[name] = {"literal": SIGNS[name]} if name in _DATES else SIGNS[name]
    if shape.names:
        item["author"] = list(name_signs(shape.names))
    if shape.bracketed:
        item["annote"] = "supplied"
    return item
