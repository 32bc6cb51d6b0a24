"""What is quoted around a passage so that it can be told from others, and how much of it.

A context ends at the border of its block, which a line feed stands for, unless it takes more to
tell two places apart: so a paragraph that comes in before or after loses nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, NamedTuple

from generator.model import Document, Span

_BORDER: Final = "\n"
_WORD: Final = re.compile(r"\S+")


class Reach(NamedTuple):
    """How much of a text is quoted on each side of a place at most."""

    words: int
    characters: int
    crosses_blocks: bool


#: Tried one after the other until the place is found by its quote, and nothing else is.
#: Of a restricted text never more than six words a side: the file is public (law 7).
RESTRICTED: Final = (Reach(6, 32, False), Reach(6, 64, False), Reach(6, 64, True))
OPEN: Final = (*RESTRICTED, Reach(40, 300, True))


def on_one_line(text: str) -> str:
    """A text with one space for each run of white space, and none at its ends."""
    return " ".join(text.split())


def sides(document: Document, span: Span, reach: Reach) -> tuple[str, str]:
    """What stands before and after a place, on one line but for the borders of blocks."""
    text, blocks = document.text, document.blocks
    starts = [block.span.start for block in blocks]
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, max(span.start, span.end - 1)) - 1
    before = _BORDER + _spaced(text[blocks[first].span.start : span.start])
    after = _spaced(text[span.end : blocks[last].span.end]) + _BORDER
    enough = 2 * reach.characters
    while reach.crosses_blocks and first > 0 and len(before) < enough:
        first -= 1
        before = _BORDER + _spaced(document.text_of(blocks[first])) + before
    while reach.crosses_blocks and last + 1 < len(blocks) and len(after) < enough:
        last += 1
        after += _spaced(document.text_of(blocks[last])) + _BORDER
    return before, after


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def left(text: str, reach: Reach) -> str:
    """The last words of a text, as many as the reach allows; of a very long word its end."""
    kept = text[-reach.characters :]
    if len(kept) < len(text) and not _splits_words(text, len(text) - len(kept)):
        kept = kept[_first_break(kept) :]
    words = list(_WORD.finditer(kept))
    if len(words) > reach.words:
        kept = kept[words[-reach.words].start() :]
    return kept


def right(text: str, reach: Reach) -> str:
    """The first words of a text, as many as the reach allows; of a very long word its beginning."""
    kept = text[: reach.characters]
    if len(kept) < len(text) and not _splits_words(text, len(kept)):
        kept = kept[: _last_break(kept)]
    words = list(_WORD.finditer(kept))
    if len(words) > reach.words:
        kept = kept[: words[reach.words - 1].end()]
    return kept


def _splits_words(text: str, at: int) -> bool:
    """Whether two words meet at a position."""
    return text[at].isspace() or text[at - 1].isspace()


def _first_break(text: str) -> int:
    """Where the first whole word begins; in a script without spaces, the first character."""
    space = re.search(r"\s(?=.*\S)", text, re.DOTALL)
    if space:
        return space.end() if space[0] == " " else space.start()
    return next((at for at, char in enumerate(text) if not unicodedata.combining(char)), 0)


def _last_break(text: str) -> int:
    spaces = [found for found in re.finditer(r"\s", text) if text[: found.start()].strip()]
    if spaces:
        return spaces[-1].end() if spaces[-1][0] == _BORDER else spaces[-1].start()
    return len(text)
