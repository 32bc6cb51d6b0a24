"""Texts from elsewhere, as a notes file can hold them. None of it is trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from generator.anchor.note_nodes import iri
from generator.describe.checks import VALUE_LIMIT, web_address

#: The longest body or quote that is taken, in characters: some ten pages.
TEXT_LIMIT: Final = 20_000

_LINE_ENDS: Final = re.compile("\r\n?|\x85")
_SPACES: Final = re.compile(r"[ \t\n\u2028\u2029]+")
#: Control characters (but tab and line end) and lone surrogates: no YAML can hold them.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANK_LINES: Final = re.compile(r"\n{2,}")
_MARGIN: Final = re.compile(r"^[ \t]+", re.MULTILINE)

#: Elements of HTML whose content is no text, and those that stand on lines of their own.
_UNSEEN: Final = frozenset({"script", "style", "template", "head", "title", "noscript", "iframe"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"}
    | {"p", "pre", "section", "table", "tr", "ul"}
)

#: Stand around the address of a link until the text around it is Markdown; no text has them in it.
_ADDRESS_MARK: Final = "\x00"
_ADDRESS: Final = re.compile(r"\x00[^\x00]*\x00")

#: What would be markup in Markdown: anywhere in a line, and at its beginning.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_MARKUP_AT_START: Final = re.compile(r"^((?:[0-9]{1,9}(?=[.)]))?)([-+#>=~|:.)])", re.MULTILINE)


def text_in(value: Any) -> str:
    """A text without what is none, with line feeds for line ends; empty for any other value."""
    if not isinstance(value, str):
        return ""
    return _NO_TEXT.sub("", _LINE_ENDS.sub("\n", value))


def line_in(value: Any) -> str:
    """The same on one line, as a notes file has it: a name, a tag, a date; what is too long is cut."""
    return _SPACES.sub(" ", text_in(value)).strip()[:VALUE_LIMIT].strip()


def body_in(value: Any) -> str:
    """The same as the Markdown of a note: without blank lines around it."""
    return text_in(value).strip("\n").rstrip()


def address_in(value: Any) -> str:
    """An address of the web, or empty: nothing that could run (``javascript:``) comes in."""
    text = text_in(value).strip()
    try:
        return web_address(text)
    except ValueError:
        return ""


def iri_in(value: Any) -> str:
    """The same, or an IRI of another kind that nothing can be run by."""
    try:
        return iri(line_in(value))
    except ValueError:
        return ""


def markdown_of(plain: str) -> str:
    """Markdown that shows the words of a plain text as they are."""
    escaped = _MARKUP.sub(lambda found: f"\\{found[0]}", _MARGIN.sub("", plain))
    return _MARKUP_AT_START.sub(lambda found: f"{found[1]}\\{found[2]}", escaped)


def markdown_of_html(html: str) -> str:
    """What a reader of HTML sees, as Markdown without markup; a link is followed by its address."""
    soup = BeautifulSoup(text_in(html), "html.parser")
    lines = "".join(_seen(soup)).split("\n")
    text = "\n".join(" ".join(line.split()) for line in lines)
    return body_in(_ADDRESS.sub(_linked, markdown_of(_BLANK_LINES.sub("\n\n", text))))


def _linked(found: re.Match[str]) -> str:
    return f"<{found[0].strip(_ADDRESS_MARK).replace(chr(92), '')}>"


class _Open(NamedTuple):
    """An element whose end has not come, what is written there, and whether nobody sees it."""

    tag: Tag
    after: str
    is_unseen: bool


def _seen(soup: BeautifulSoup) -> Iterator[str]:
    """Texts and borders in order, without recursion: depth cannot exhaust the stack."""
    open_tags: list[_Open] = []
    for element in soup.descendants:
        while open_tags and element.parent is not open_tags[-1].tag:
            yield open_tags.pop().after
        is_unseen = bool(open_tags) and open_tags[-1].is_unseen
        if isinstance(element, Tag):
            yield "\n\n" if element.name in _BLOCKS else "\n" if element.name == "br" else ""
            open_tags.append(_Open(element, _after(element), is_unseen or element.name in _UNSEEN))
        elif type(element) is NavigableString and not is_unseen:
            yield re.sub(r"\s+", " ", element)
    yield from (one.after for one in reversed(open_tags))


def _after(tag: Tag) -> str:
    if tag.name in _BLOCKS:
        return "\n\n"
    href = address_in(tag.get("href")) if tag.name == "a" else ""
    return f" {_ADDRESS_MARK}{href}{_ADDRESS_MARK}" if href else ""
