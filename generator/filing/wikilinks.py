"""``[[id]]`` and ``[[id|words]]``: how editors link to topics and sources by id, wherever they write.

The words may go on in the next line. What stands in code (between backticks, or in a fenced block) is no link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Span

_LINK: Final = re.compile(
    r"""
      (?P<code> ^(?P<fence>```+|~~~+).*?^(?P=fence)[ \r]*$ | (?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`) )
    | \[\[ (?P<name>[^\[\]|\n]+) (?: \| (?P<words>[^\[\]\n]+(?:\n[^\[\]\n]+)*) )? \]\]
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link as it is written: where it stands, the id it names, and its words (empty for none)."""

    span: Span
    name: str
    words: str


def links_in(markdown: str) -> Iterator[WikiLink]:
    """The links of a text, in order."""
    for found in _LINK.finditer(markdown):
        if not found["code"]:
            yield _wiki_link(found)


def rewritten(markdown: str, rewrite: Callable[[WikiLink], str | None]) -> str:
    """A text with each link replaced by what ``rewrite`` makes of it; None leaves it as it is."""

    def new(found: re.Match[str]) -> str:
        made = None if found["code"] else rewrite(_wiki_link(found))
        return found[0] if made is None else made

    return _LINK.sub(new, markdown)


def retarget(markdown: str, old: str, new: str, words: str = "") -> str:
    """Markdown whose wiki links to one id lead to another. A link without words of its own gets
    ``words``; with none, it shows the new label."""

    def renamed(link: WikiLink) -> str | None:
        if link.name != old:
            return None
        shown = link.words or words
        return f"[[{new}|{shown}]]" if shown else f"[[{new}]]"

    return rewritten(markdown, renamed)


def _wiki_link(found: re.Match[str]) -> WikiLink:
    return WikiLink(
        Span(*found.span()), found["name"].strip(), " ".join((found["words"] or "").split())
    )
