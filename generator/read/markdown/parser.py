"""The Markdown parser: markdown-it's CommonMark with tables, and rules that keep count of lines.

markdown-it forgets three things that an account of every line needs: the line breaks inside of
code spans and link targets, the cells of a row beyond its header's, and comments (with HTML off).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.rules_inline import StateInline, backtick, image, link
from markdown_it.token import Token

InlineRule = Callable[[StateInline, bool], bool]

#: Token types that stand for a line break in the source.
BREAKS: Final = frozenset({"softbreak", "hardbreak"})

#: A token of ours: line breaks of the source that no other token stands for, ``meta["count"]``.
SWALLOWED_BREAKS: Final = "swallowed_breaks"


@cache
def parser() -> MarkdownIt:
    """The one parser. Any link is a link to it; which hrefs are kept is decided on marks."""
    # inline_definitions: link definitions become tokens, so that their lines are known.
    markdown = MarkdownIt("commonmark", {"html": False, "inline_definitions": True})
    markdown.enable("table")
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.block.ruler.at("table", _table_with_rows, {"alt": ["paragraph", "reference"]})
    # With HTML off its rule never matches; comments take its place in the order.
    markdown.block.ruler.at("html_block", _comment, {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.at("backticks", _backtick_with_breaks)
    markdown.inline.ruler.at("link", _counting_breaks(link))
    markdown.inline.ruler.at("image", _counting_breaks(image))
    return markdown


def cells_of(row: str) -> list[str]:
    """The cells of a table row, however many its header has."""
    cells = escapedSplit(mdTrim(row))
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [mdTrim(cell) for cell in cells]


# --- blocks ------------------------------------------------------------------------------------


def _table_with_rows(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's table, with line and source of each row in ``meta["rows"]``."""
    known = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    rows = [token.map[0] for token in state.tokens[known:] if token.type == "tr_open" and token.map]
    for opened in state.tokens[known : known + 1]:
        opened.meta["rows"] = [(row, getLine(state, row)) for row in rows]
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``<!-- ... -->`` on lines of its own, outside of lists and quotes."""
    position = state.bMarks[start] + state.tShift[start]
    if state.level or state.is_code_block(start) or not state.src.startswith("<!--", position):
        return False
    close = _next_close(state, position)
    last = bisect_left(state.eMarks, close + len("-->"))
    if close < 0 or last >= end or state.src[close + len("-->") : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
        state.push("comment", "", 0).map = [start, state.line]
    return True


def _next_close(state: StateBlock, position: int) -> int:
    """Where the next ``-->`` stands, or -1. Remembered: many unclosed comments stay linear."""
    asked, found = state.env.get("next_close", (len(state.src), -1))
    if not asked <= position or 0 <= found < position:
        found = state.src.find("-->", position)
        state.env["next_close"] = (position, found)
    return int(found)


# --- inline ------------------------------------------------------------------------------------


def _backtick_with_breaks(state: StateInline, silent: bool) -> bool:
    """markdown-it's code span, with its line breaks where it would write spaces."""
    start, known = state.pos, len(state.tokens)
    if not backtick(state, silent):
        return False
    code = state.tokens[-1] if len(state.tokens) > known else None
    if code is not None and code.type == "code_inline":
        width = len(code.markup)
        source = state.src[start + width : state.pos - width]
        code.content = source if "\n" in source else code.content
    return True


def _counting_breaks(rule: InlineRule) -> InlineRule:
    """A rule that is followed by a token for the line breaks that it read over."""

    def counting(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        breaks = state.src.count("\n", start, state.pos)
        if not silent and breaks and (missing := breaks - _breaks_in(state.tokens[known:])):
            state.push(SWALLOWED_BREAKS, "", 0).meta["count"] = missing
        return True

    return counting


def _breaks_in(tokens: Sequence[Token]) -> int:
    return sum(map(_breaks_of, tokens))


def _breaks_of(token: Token) -> int:
    if token.type in BREAKS:
        return 1
    if token.type == "code_inline":
        return token.content.count("\n")
    if token.type == SWALLOWED_BREAKS:
        return int(token.meta["count"])
    return _breaks_in(token.children or ())
