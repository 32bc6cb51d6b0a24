"""The words of a page that is there in HTML: its blocks, each with the nearest place to land on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

#: Elements that begin a new block. A table's row is one: its cells explain each other.
_BLOCKS: Final = tuple(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS: Final = ("td", "th")

#: What is no text: programs, pictures, controls.
_NO_TEXT: Final = frozenset("script style template noscript svg math button input select".split())

#: How Material's users leave a part of a page out of the search.
_EXCLUDED: Final = "data-search-exclude"


@dataclass(frozen=True, slots=True)
class Section:
    """A block of a page: its words on one line, the id to land on, and the level of a heading (else 0)."""

    text: str
    anchor: str = ""
    level: int = 0


def sections_of(html: str) -> tuple[Section, ...]:
    """The blocks of a page's content, in order; those that are to be left out are."""
    found: list[Section] = []
    anchor, excluded = "", 0
    for element, text in _blocks(BeautifulSoup(html, "html.parser")):
        level = _level(element)
        anchor = _anchor(element, anchor)
        if level and (not excluded or level <= excluded):
            excluded = level if element.has_attr(_EXCLUDED) else 0
        line = " ".join(text.split())
        if line and not excluded:
            found.append(Section(line, anchor, level))
    return tuple(found)


def _blocks(element: Tag) -> Iterator[tuple[Tag, str]]:
    """The text of an element's own, block by block, each with the element that it is in."""
    text = ""
    for child in element.children:
        if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(list(_BLOCKS))):
            yield element, text
            text = ""
            yield from _blocks_of_child(child)
        else:
            text += _text(child)
    yield element, text


def _blocks_of_child(child: Tag) -> Iterator[tuple[Tag, str]]:
    if child.name in _NO_TEXT:
        return
    if not child.has_attr(_EXCLUDED) or child.name in _HEADINGS:
        yield from _blocks(child)


def _text(node: object) -> str:
    """The words of what stands within a line; cells of a row are parted."""
    if isinstance(node, Tag):
        if node.name in _NO_TEXT or node.has_attr(_EXCLUDED):
            return ""
        inner = "".join(map(_text, node.children))
        return f" {inner} " if node.name in _CELLS or node.name == "br" else inner
    is_text = isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
    return str(node) if is_text else ""


def _level(element: Tag) -> int:
    return int(element.name[1]) if element.name in _HEADINGS else 0


def _anchor(element: Tag, above: str) -> str:
    """The block's own id, or that of the last heading above it."""
    own = element.get("id")
    return str(own) if own else above
