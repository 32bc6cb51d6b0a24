"""Selectors of Web Annotation: what of each kind is understood here.

Words are (TextQuoteSelector, text fragments of addresses), and so are blocks of our own pages by
their id. Positions count only in our own text files. Paths through the elements of a page
(CssSelector, XPathSelector, RangeSelector) mean nothing outside of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final
from urllib.parse import unquote

from generator.anchor.exchange.arrivals import Aim
from generator.anchor.exchange.texts import line_in, text_in
from generator.model import BlockId, Quote, Span

#: The most selectors of a target that are looked at, those that refine others included.
_MOST: Final = 50

#: The id of an element that a path ends with; a block's, if the page is ours.
_LAST_ID: Final = re.compile(r"(?:^|.*[\s>/*])#([\w.-]+)\s*|.*\[@?id=[\"']([\w.-]+)[\"']\]\s*")
_BLOCK: Final = re.compile(r"[a-z]-[0-9a-f]{8}(?:-[0-9]+)?")
_RANGE: Final = re.compile(r"char=([0-9]{1,9}),([0-9]{1,9})")
_DIRECTIVE: Final = re.compile(r"(?:^|:~:|&)text=([^&]*)")


def aim_at(aim: Aim, selectors: Any) -> Aim:
    """An aim with the place that selectors give: one, a list of several ways, or refined ones."""
    unread = ""
    for selector in islice(_all(selectors), _MOST):
        kind = line_in(selector.get("type") or selector.get("@type"))
        made = _READERS.get(kind, _nothing)(aim, selector)
        unread = unread or (kind if made == aim else "")
        aim = made
    has_place = aim.quote or aim.span or aim.block
    return aim if has_place or not unread else replace(aim, unread=unread)


def aim_at_fragment(aim: Aim, fragment: str) -> Aim:
    """An aim with the place that the fragment of an address gives."""
    if directive := _DIRECTIVE.search(fragment):
        return _with_quote(aim, _directed(directive[1]))
    if found := _RANGE.match(fragment):
        return _with_span(aim, int(found[1]), int(found[2]))
    if _BLOCK.fullmatch(fragment):
        return replace(aim, block=BlockId(fragment))
    return aim


def quote_in(selector: Any) -> Quote | None:
    """The words of a TextQuoteSelector, as they are; None where it has none."""
    if not isinstance(selector, dict):
        return None
    exact, prefix, suffix = (text_in(selector.get(key)) for key in ("exact", "prefix", "suffix"))
    return Quote(exact.strip("\n"), prefix, suffix) if exact.strip() else None


def _all(selectors: Any) -> Iterator[dict[str, Any]]:
    """Selectors and those that refine them, the outer ones first; without recursion."""
    waiting = [selectors]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one[:_MOST])
        elif isinstance(one, dict):
            yield one
            waiting += [one.get("refinedBy"), one.get("items")]
        elif isinstance(one, str):
            yield {"type": "a selector at another address"}


# --- kinds -------------------------------------------------------------------------------------


def _quote(aim: Aim, selector: dict[str, Any]) -> Aim:
    return _with_quote(aim, quote_in(selector))


def _position(aim: Aim, selector: dict[str, Any]) -> Aim:
    start, end = selector.get("start"), selector.get("end")
    # bool is an int to Python, not to JSON
    if type(start) is not int or type(end) is not int:
        return aim
    return _with_span(aim, start, end)


def _fragment(aim: Aim, selector: dict[str, Any]) -> Aim:
    return aim_at_fragment(aim, text_in(selector.get("value")).removeprefix("#"))


def _path(aim: Aim, selector: dict[str, Any]) -> Aim:
    found = _LAST_ID.fullmatch(line_in(selector.get("value")))
    return aim_at_fragment(aim, next(filter(None, found.groups()))) if found else aim


def _nothing(aim: Aim, selector: dict[str, Any]) -> Aim:
    return aim


_READERS: Final[dict[str, Callable[[Aim, dict[str, Any]], Aim]]] = {
    "TextQuoteSelector": _quote,
    "TextPositionSelector": _position,
    "FragmentSelector": _fragment,
    "CssSelector": _path,
    "XPathSelector": _path,
}


def _with_quote(aim: Aim, quote: Quote | None) -> Aim:
    return replace(aim, quote=aim.quote or quote) if quote else aim


def _with_span(aim: Aim, start: int, end: int) -> Aim:
    return replace(aim, span=aim.span or Span(start, end)) if 0 <= start < end else aim


def _directed(directive: str) -> Quote | None:
    """The words of a text directive, ``prefix-,exact,-suffix``; None for one with a start and an
    end, whose words between nobody knows. https://wicg.github.io/scroll-to-text-fragment/"""
    parts = directive.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts and parts[-1].startswith("-") else ""
    if len(parts) != 1:
        return None
    exact, before, after = (text_in(unquote(part)) for part in (parts[0], prefix, suffix))
    return Quote(exact, before, after) if exact.strip() else None
