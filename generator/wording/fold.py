"""Fold a text so that spellings of one name become equal, and find the way back.

Folding makes one space of every run of white space and dashes ("S-300", "S 300", "North–\\nSouth"),
straightens quotes, takes compatibility forms apart (full-width letters, ligatures), removes case,
diacritics, vowel points and invisible characters, and unites letters that keyboards mix up
(Arabic alef, yeh and kaf in their variants, Russian ё and е, digits of all scripts).

Where a difference may matter after all (US is not us), ``cased`` keeps capitals and diacritics
and is otherwise the same, character by character: ``len(cased(text)) == len(fold(text).text)``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: What a dash is, beside the characters of Unicode's category Pd: the minus sign.
_MINUS: Final = "\u2212"
#: Persian and Kurdish writers use this or a space between the parts of a word.
_ZERO_WIDTH_NON_JOINER: Final = "\u200c"
_QUOTES: Final = dict.fromkeys("‘’‚‛`´ʻʼʽʾʿ′＇", "'") | dict.fromkeys("“”„‟«»″＂", '"')

#: Letters that are one and the same to a reader; the left one never says more than the right one.
_SAME: Final = {
    "ё": "е",  # Russian prints е for ё
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ہ": "ه",
}
#: Letters with a stroke and the like, which Unicode does not take apart.
_PLAIN: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
#: Vowel points, cantillation, tatweel and variation selectors: they come and go at will.
_OPTIONAL: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\ufe00-\ufe0f"
    "\U000e0100-\U000e01ef]"
)
#: Compatibility forms that are letters and digits in another dress. Not super- and subscripts,
#: fractions, circled and squared signs: "Iran²" is Iran and a footnote.
_DRESS: Final = re.compile("<(?:wide|narrow|compat|font|initial|medial|final|isolated)>")
#: Of other characters only the full-width and half-width ones: "…" stays one character.
_WIDTH: Final = re.compile("<(?:wide|narrow)>")
#: Base letters that lose their diacritics: Latin and Greek. Elsewhere a mark makes another letter
#: (Cyrillic й, kana が) or a syllable (Devanagari).
_LOSES_MARKS: Final = re.compile("[\u0000-\u024f\u0370-\u03ff]")
#: More distinct characters outside ASCII than this, and one table look-up a character is faster
#: than one replacement each (160 µs against 10 µs a character over 5,000 characters).
_FEW: Final = 16
#: Marks after one letter that are composed together; more are only found in hostile text.
_CLUSTER: Final = 30

_ASCII: Final = bytes(range(128))
_JAMO: Final = re.compile("[\u1160-\u11ff]")
_SPACES: Final = re.compile("  +")


def is_space(char: str) -> bool:
    """Whether folding makes a space of a character: white space and dashes."""
    return (
        char.isspace()
        or char in (_ZERO_WIDTH_NON_JOINER, _MINUS)
        or unicodedata.category(char) == "Pd"
    )


def _is_dropped(char: str) -> bool:
    return _OPTIONAL.match(char) is not None or unicodedata.category(char) == "Cf"


def _undressed(char: str) -> str:
    """A character without its compatibility form, composed."""
    is_letter = unicodedata.category(char)[0] in "LN"
    dress = _DRESS if is_letter else _WIDTH
    bare = unicodedata.normalize(
        "NFKC" if dress.match(unicodedata.decomposition(char)) else "NFC", char
    )
    return char if any(map(str.isspace, bare)) else bare


def _without_marks(text: str) -> str:
    kept, loses = "", True
    for char in unicodedata.normalize("NFD", text):
        is_mark = unicodedata.combining(char) > 0
        if not (is_mark and _OPTIONAL.match(char) and (loses or not "\u0300" <= char <= "\u036f")):
            kept += char
        if not is_mark:
            loses = _LOSES_MARKS.match(char) is not None
    return unicodedata.normalize("NFC", kept)


def _folded_letter(char: str) -> str:
    lower = "".join(_SAME.get(low, low) for low in _undressed(char).casefold())
    plain = "".join(_PLAIN.get(low, low) for low in _without_marks(lower).casefold())
    return plain if plain == char else "".join(map(_folded, plain))


def _folded(char: str) -> str:
    """What one character becomes: mostly one character, sometimes none or several."""
    if is_space(char):
        return " "
    if _is_dropped(char):
        return ""
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return _QUOTES.get(char) or _folded_letter(char)


def _cased(char: str) -> str:
    """As ``_folded``, of the same length, with capitals and diacritics."""
    folded = _FOLDED[char]
    bare = _undressed(char)
    same = _SAME.get(bare.casefold())
    if same is not None:
        return same.upper() if bare.isupper() else same
    if len(bare) == len(folded) == 1:
        return bare if folded.isalpha() else folded
    upper = folded.upper()
    return upper if bare.isupper() and len(upper) == len(folded) else folded


class _Table(dict[str, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, char: str) -> str:
        self[char] = result = self._rule(char)
        return result


_FOLDED: Final = _Table(_folded)
_CASED: Final = _Table(_cased)


class _OneToOne(dict[int, str]):
    """For ``str.translate``: characters that become exactly one; the others stay for the edits."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDED[chr(code)]
        self[code] = result = folded if len(folded) == 1 else chr(code)
        return result


_LEVEL: Final = _OneToOne()
_LEVEL_ASCII: Final = {ord(char): _LEVEL[ord(char)] for char in map(chr, range(128))}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stands in the original.

    From ``breaks[i]`` on, an original position is the folded one plus ``shifts[i]``. In a
    ``stretched`` text some characters became several.
    """

    text: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    stretched: bool = False

    def original(self, position: int) -> int:
        """Where a character of the folded text (or its end) stands in the original."""
        return position + self.shifts[bisect_right(self.breaks, position) - 1]

    def is_edge(self, position: int) -> bool:
        """Whether a position lies between two characters of the original, not within one (ß)."""
        if not self.stretched or position == 0:
            return True
        return self.original(position) > self.original(position - 1)


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    rare = _rare(text)
    level = _levelled(text, rare)
    irregular = "".join(char for char in rare if len(_FOLDED[char]) != 1)
    return _spliced(text, level, _edits(irregular, _parts(text, rare)))


def fold_phrase(text: str) -> str:
    """A folded alias or other short phrase: no space at its ends, empty where nothing is left."""
    return fold(text).text.strip(" ")


def cased(text: str) -> str:
    """A text folded in everything but capitals and diacritics."""
    parts = "" if text.isascii() else _parts(text, _rare(text))
    if parts:
        text = re.sub(_cluster(parts), lambda found: _composed(found[0]), text)
    return _SPACES.sub(" ", "".join(map(_CASED.__getitem__, text)))


def _rare(text: str) -> str:
    """The distinct characters outside ASCII, sorted."""
    if text.isascii():
        return ""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return "".join(sorted(set(rest.decode("utf-8", "surrogatepass"))))


def _levelled(text: str, rare: str) -> str:
    """A text of the same length in which all characters are folded that become exactly one."""
    if len(rare) <= _FEW:
        for char in rare:
            text = text.replace(char, _LEVEL[ord(char)])
        if text.isascii():
            return text.translate(_LEVEL_ASCII)
    return text.translate(_LEVEL)


def _parts(text: str, rare: str) -> str:
    """The marks and Hangul letters of a text that are to be composed with what precedes them."""
    parts = "".join(char for char in rare if unicodedata.combining(char) or _JAMO.match(char))
    return "" if unicodedata.is_normalized("NFC", parts and text) else parts


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _cluster(parts: str) -> str:
    """Matches a letter with its marks, and a Hangul syllable in letters."""
    marks = re.escape(parts)
    letter = rf"[^\s{marks}][{marks}]{{1,{_CLUSTER}}}+"
    return f"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?+|{letter}"


@lru_cache(maxsize=512)
def _edits(irregular: str, parts: str) -> re.Pattern[str]:
    """Finds what does not become exactly one character. Possessive, so it never goes back."""
    dropped = re.escape("".join(char for char in irregular if not _FOLDED[char]))
    pattern = rf"[ {dropped}]{{2,}}+"
    if parts:
        pattern = f"{_cluster(parts)}|{pattern}"
    return re.compile(f"{pattern}|[{re.escape(irregular)}]" if irregular else pattern)


def _spliced(text: str, level: str, pattern: re.Pattern[str]) -> Folded:
    pieces: list[str] = []
    breaks, shifts = [0], [0]
    at = done = 0
    stretched = False
    for found in pattern.finditer(level):
        start, end = found.span()
        new = _replacement(text[start:end], found[0])
        at += start - done
        stretched = stretched or len(new) > 1
        for inner in range(1, len(new)):
            breaks.append(at + inner)
            shifts.append(start - at - inner)
        pieces += (level[done:start], new)
        at, done = at + len(new), end
        breaks.append(at)
        shifts.append(end - at)
    if not pieces:
        return Folded(level)
    return Folded("".join((*pieces, level[done:])), tuple(breaks), tuple(shifts), stretched)


def _replacement(original: str, level: str) -> str:
    if " " in level:
        return " "
    return "".join(map(_FOLDED.__getitem__, _composed(original)))
