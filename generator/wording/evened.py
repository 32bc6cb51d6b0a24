"""Even out a text's typography, and nothing else: what a reader does not see, or would not call a
difference. Two wordings are the same to a note if they are evened out to the same text.

- A run of white space is one space; where blocks meet, one ``BORDER``.
- A hyphen, dash or minus sign of any length is a hyphen, and so is a run of them ("--").
- Quotation marks and apostrophes of any shape are straight ones.
- Soft hyphens, marks of direction, zero-width spaces and other invisible characters vanish; not
  those that make one picture of several (zero-width joiners, the tags of flags).
- Characters are composed (NFC), ligatures and full-width letters are letters.

Everything else counts: capitals, diacritics, vowel points, digits, dashes against spaces. ``fold``,
which finds names, is far more lenient.
"""

from __future__ import annotations

import re
from typing import Final

from generator.model import Document
from generator.wording.fold import QUOTES, is_dash, undressed
from generator.wording.folded import Folded, Folding, Table

#: What stands where blocks meet, and at both ends of a document, once it is evened out: ASCII's
#: group separator, which is white space and stands in no text.
BORDER: Final = "\x1d"

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SINGLE: Final = dict.fromkeys("‹›", "'")


def is_invisible(char: str) -> bool:
    """Whether a character vanishes when a text is evened out."""
    return _INVISIBLE.match(char) is not None


def evened(text: str) -> Folded:
    """A text with its typography evened out, and the way back."""
    return _FOLDING(text)


def evened_document(document: Document) -> Folded:
    """The same with ``BORDER`` before, between and after the blocks of a document.

    Its original positions are one too high, for there is a border before the first character.
    """
    text, pieces, done = document.text, [BORDER], 0
    for block in document.blocks:
        gap = block.span.start - done
        pieces += (BORDER * gap, text[block.span.start : block.span.end])
        done = block.span.end
    return evened("".join((*pieces, BORDER * (len(text) - done + 1))))


def evened_context(text: str) -> str:
    """Words around a place, evened out; a line feed in them is a border of blocks."""
    return evened(text.replace("\n", BORDER)).text if text else ""


def _evened(char: str) -> str:
    if char == BORDER:
        return BORDER
    if char.isspace():
        return " "
    if is_dash(char):
        return "-"
    if is_invisible(char):
        return ""
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    bare = QUOTES.get(char) or _SINGLE.get(char) or undressed(char)
    return bare if bare == char else "".join(map(_evened, bare))


_FOLDING: Final = Folding(Table(_evened), runs=(BORDER + " ", "-"))
