"""Where one character ends for a reader: the borders of grapheme clusters (UAX #29).

All its rules are here. Of the tables, the standard library has most; that of emoji takes whole
blocks, so that what a later Unicode adds to them is known already.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ZWJ: Final = "\u200d"

#: Letters and signs that continue the character before them without being marks (M*): signs of
#: Thai and Lao, half-width voicing marks, joiners, skin tones, tags.
_CONTINUES: Final = re.compile(
    "[\u0e33\u0eb3\uff9e\uff9f\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
#: Signs that the next character belongs to, such as the Arabic number sign.
_LEADS: Final = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
    "\U0001193f\U00011941\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
_PICTURES: Final = re.compile(
    "[©®‼⁉™ℹ↔-⇿⌀-⏿Ⓜ▪-◿☀-➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\U0001fc00-\U0001fffd]"
)
_FLAG_LETTERS: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
#: Marks that stand for themselves all the same (Burmese, Tai Tham, Ahom).
_ALONE: Final = re.compile(
    "[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c"
    "\u1a61\u1a63\u1a64\uaa7b\uaa7d\U00011720\U00011721]"
)
#: Consonants of the scripts that join them across a virama, and these viramas: Devanagari, Bengali,
#: Gujarati, Oriya, Telugu, Malayalam; from Unicode 16 on Burmese and Khmer.
_CONSONANTS: Final = re.compile(
    "[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc-\u09df\u09f0\u09f1"
    "\u0a95-\u0ab9\u0af9\u0b15-\u0b39\u0b5c-\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a"
    "\u0d15-\u0d3a\u1000-\u102a\u103f\u1050-\u1055\u1075-\u107f\u1780-\u17b3]"
)
_VIRAMAS: Final = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2"

_LEADING_JAMO: Final = re.compile("[\u1100-\u115f\ua960-\ua97c]")
_VOWEL_JAMO: Final = re.compile("[\u1160-\u11a7\ud7b0-\ud7c6]")
_TRAILING_JAMO: Final = re.compile("[\u11a8-\u11ff\ud7cb-\ud7fb]")
_SYLLABLES: Final = re.compile("[\uac00-\ud7a3]")
#: Syllables come in rows of 28, the first of each without a trailing consonant.
_ROW: Final = 28


def is_edge(text: str, at: int) -> bool:
    """Whether a character ends, for a reader, at a position of a text; true at both its ends."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        return before + after != "\r\n"
    if _is_control(before) or _is_control(after):
        return True
    return not (
        _continues(after)
        or _LEADS.match(before)
        or _is_in_syllable(before, after)
        or (_CONSONANTS.match(after) and _is_after_virama(text, at))
        or (before == _ZWJ and _PICTURES.match(after) and _is_after_picture(text, at))
        or (_FLAG_LETTERS.match(before) and _FLAG_LETTERS.match(after) and _is_in_flag(text, at))
    )


def _is_control(char: str) -> bool:
    """Line breaks, controls and invisible signs of layout stand for themselves."""
    category = unicodedata.category(char)
    if category == "Cf":
        return not (_CONTINUES.match(char) or _LEADS.match(char))
    return category in ("Cc", "Zl", "Zp", "Cs")


def _continues(char: str) -> bool:
    is_mark = unicodedata.category(char)[0] == "M" and not _ALONE.match(char)
    return is_mark or _CONTINUES.match(char) is not None


def _is_in_syllable(before: str, after: str) -> bool:
    if _LEADING_JAMO.match(before):
        return any(kind.match(after) for kind in (_LEADING_JAMO, _VOWEL_JAMO, _SYLLABLES))
    is_open = _SYLLABLES.match(before) and (ord(before) - 0xAC00) % _ROW == 0
    if is_open or _VOWEL_JAMO.match(before):
        return bool(_VOWEL_JAMO.match(after) or _TRAILING_JAMO.match(after))
    is_closed = _SYLLABLES.match(before) or _TRAILING_JAMO.match(before)
    return bool(is_closed and _TRAILING_JAMO.match(after))


def _is_after_virama(text: str, at: int) -> bool:
    """Whether a consonant is joined to the one before it."""
    joined = False
    while at > 0 and (unicodedata.combining(text[at - 1]) or text[at - 1] == _ZWJ):
        at -= 1
        joined = joined or text[at] in _VIRAMAS
    return joined and at > 0 and _CONSONANTS.match(text[at - 1]) is not None


def _is_after_picture(text: str, at: int) -> bool:
    """Whether what precedes a joiner is an emoji with its skin tone or variation."""
    at -= 1
    while at > 0 and _continues(text[at - 1]) and text[at - 1] != _ZWJ:
        at -= 1
    return at > 0 and _PICTURES.match(text[at - 1]) is not None


def _is_in_flag(text: str, at: int) -> bool:
    """Whether a flag's second letter follows: its letters come in pairs."""
    start = at
    while start > 0 and _FLAG_LETTERS.match(text[start - 1]):
        start -= 1
    return (at - start) % 2 == 1
