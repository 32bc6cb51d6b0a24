"""Markdown: CommonMark and tables, without HTML (tags are shown as the text that they are).

One part a source line, so that every line has its fate. Lines that are only syntax become
parts too, with their reason in ``Part.aside``:

- ``markup``: fences, rulers, underlines of headings, link definitions, images without a word
- ``comment``: ``<!-- ... -->`` on lines of its own
- ``front-matter``: YAML between ``---`` at the top of a capture

Bullets and quote signs are markup, the numbers of ordered lists are text ("3. Third"). A row of
a table is one line, its cells divided by a bar between spaces. Links keep their href where it is
http, https or mailto; of any other only the text stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.errors import ReadError
from generator.model import BlockKind, Part, Reading
from generator.read.decode import decode, normalise
from generator.read.markdown.outline import Outline, outline

#: The longest Markdown that is read, in characters. The parser is linear but slow on hostile
#: input: some 20 seconds for this much of it (honest text takes a fifth of a second).
MARKDOWN_LIMIT: Final = 1_000_000

_FRONT_MATTER_KEY: Final = re.compile(r"[A-Za-z_][\w.-]*[ \t]*:(?:[ \t]|$)")
_FRONT_MATTER_REST: Final = re.compile(r"[ \t#]|-(?:[ \t]|$)|$")

#: A line of white space and container signs, with white space that Markdown does not know.
_BLANK_BUT_ODD: Final = re.compile(r"[\s>*+\-\d.)]*[^\S \t][\s>*+\-\d.)]*$")
_ODD_SPACE: Final = re.compile(r"[^\S \t]")


def read_markdown(data: bytes, path: Path) -> Reading:
    """The parts of a .md capture. Raises ReadError as ``decode`` does, and above MARKDOWN_LIMIT."""
    decoded = decode(data, path)
    _refuse_size(decoded.text, path)
    lines = decoded.text.split("\n")
    end = _end_of_front_matter(lines)
    parts = (*_front_matter(lines[:end]), *parts_of_markdown("\n".join(lines[end:]), end + 1))
    return Reading("markdown", decoded.encoding, parts, decoded.findings)


def parts_of_markdown(text: str, first_line: int = 1) -> tuple[Part, ...]:
    """The parts of a Markdown text whose first line is line ``first_line`` of its file.

    Every line that is not blank is exactly one part, in order. Raises nothing; whoever calls
    this with text from outside bounds its length first (see MARKDOWN_LIMIT).
    """
    lines = normalise(text)[0].split("\n")
    found = outline("\n".join(map(_without_odd_blanks, lines)))
    return tuple(
        _part(found, index, line, gap, first_line) for index, line, gap in _nonblank(lines)
    )


def _part(found: Outline, index: int, line: str, gap: int, first_line: int) -> Part:
    number = first_line + index
    if piece := found.pieces.get(index):
        return Part(
            number, piece.text, piece.indent, gap, piece.kind, piece.level, piece.marks, piece.joins
        )
    aside = found.asides.get(index, "")
    if not aside and not any(map(str.isalnum, line)):
        aside = "markup"
    # What is neither (nested too deep for the parser, say) is text, as it stands.
    kind = None if aside else BlockKind.PARAGRAPH
    return Part(number, line.strip(), _indent(line), gap, kind, aside=aside)


# --- front matter ------------------------------------------------------------------------------


def _end_of_front_matter(lines: list[str]) -> int:
    """The number of lines that front matter takes at the top, 0 without it.

    A rule above a text is no front matter: what is between the two ``---`` must look like YAML.
    """
    if lines[0].rstrip() != "---" or len(lines) < 3 or not _FRONT_MATTER_KEY.match(lines[1]):
        return 0
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return index + 1
        if not _FRONT_MATTER_KEY.match(line) and not _FRONT_MATTER_REST.match(line):
            return 0
    return 0


def _front_matter(lines: list[str]) -> Iterator[Part]:
    for index, line, gap in _nonblank(lines):
        yield Part(index + 1, line.strip(), _indent(line), gap, aside="front-matter")


# --- lines -------------------------------------------------------------------------------------


def _nonblank(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """Index, line and the number of blank lines above, for each line that is not blank."""
    gap = 0
    for index, line in enumerate(lines):
        if line and not line.isspace():
            yield index, line, gap
            gap = 0
        else:
            gap += 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_odd_blanks(line: str) -> str:
    """A line of no-break spaces is blank to people, but not to Markdown: make it blank to both."""
    return _ODD_SPACE.sub(" ", line) if _BLANK_BUT_ODD.match(line) else line


def _refuse_size(text: str, path: Path) -> None:
    if len(text) > MARKDOWN_LIMIT:
        raise ReadError(
            f"The Markdown has {len(text):,} characters; at most {MARKDOWN_LIMIT:,} are read.",
            code="too-large",
            path=path,
            advice="Split it into one file for each document, or save it as .txt.",
        )
