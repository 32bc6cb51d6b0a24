"""Any text into Markdown and HTML such that a reader sees exactly that text.

Backslash escapes are not safe here: extensions give them meanings of their own. Numeric
entities are, under every extension that was tried, and inside of raw HTML too. Ordinary prose
stays readable: only what can begin or end some syntax is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markupsafe import Markup

#: Begin or end some syntax anywhere in a line, under the extensions of SAFE_EXTENSIONS.
_ACTIVE: Final = "\\`*_{}[]<>#~^|&=\t"

#: The same inside of attribute values and tags.
_ACTIVE_IN_TAGS: Final = _ACTIVE + "\"'@"

#: For a builder whose extensions are not known to be harmless: all ASCII punctuation.
_PUNCTUATION: Final = "".join(chr(c) for c in range(0x21, 0x7F) if not chr(c).isalnum()) + "\t"


def _table(characters: str) -> dict[int, str]:
    return {ord(character): f"&#{ord(character)};" for character in characters}


_PROSE: Final = _table(_ACTIVE)
_TAGS: Final = _table(_ACTIVE_IN_TAGS)
_EVERYTHING: Final = _table(_PUNCTUATION)

#: What makes a line a list item, a rule, a definition, an admonition or a directive: at its start.
_LINE_START: Final = re.compile(r"^(\d*)([-+=:!?/.)%])", re.MULTILINE)

#: Spaces at either end of a line: indented code and line breaks.
_LINE_ENDS: Final = re.compile(r"^ +| +$", re.MULTILINE)

#: A builder's Markdown extensions under which prose needs no more than the short list above.
#: A property test holds escape_prose to each of them (tests/test_write_escape.py).
SAFE_EXTENSIONS: Final = frozenset(
    {
        "toc", "tables", "fenced_code", "footnotes", "attr_list", "def_list", "abbr", "admonition",
        "markdown.extensions.toc", "markdown.extensions.tables", "markdown.extensions.fenced_code",
        "pymdownx.details", "pymdownx.superfences", "pymdownx.caret", "pymdownx.tilde", "pymdownx.mark",
    }
)  # fmt: skip

Escape = Callable[[str], str]


class Markdown(Markup):
    """A string that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape_prose(text: str) -> str:
    """Escape the inside of a line of prose; the block's line starts are guard_lines' business."""
    return text.translate(_PROSE)


def escape_everything(text: str) -> str:
    """Escape prose under any extensions at all: every punctuation mark as an entity."""
    return text.translate(_EVERYTHING)


def escape_value(text: str) -> Markdown:
    """Escape a value onto one line, for the attributes, tags and cells of raw HTML.

    It is right in Markdown too under SAFE_EXTENSIONS, but not at the start of a line.
    """
    return Markdown(text.translate(_TAGS).replace("\n", "&#10;"))


def escape_in_markdown(text: str) -> Markdown:
    """Escape a value for a line of Markdown, a heading for one, under any extensions at all."""
    return Markdown(text.translate(_EVERYTHING).replace("\n", "&#10;"))


def guard_lines(markdown: str) -> str:
    """Take the meaning from what stands at the start or the end of a block's lines."""
    ended = _LINE_ENDS.sub(lambda found: "&#32;" * len(found.group()), markdown)
    return _LINE_START.sub(lambda found: f"{found[1]}&#{ord(found[2])};", ended)
