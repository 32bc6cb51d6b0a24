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
from typing import Final

from generator.wording.folded import (
    Folded,
    Folding,
    Table,
    cluster,
    composed,
    rare_characters,
    separate_parts,
)

__all__ = [
    "QUOTES",
    "Folded",
    "cased",
    "fold",
    "fold_phrase",
    "is_dash",
    "is_space",
    "undressed",
]

#: What a dash is, beside the characters of Unicode's category Pd: the minus sign.
_MINUS: Final = "\u2212"
#: Persian and Kurdish writers use this or a space between the parts of a word.
_ZERO_WIDTH_NON_JOINER: Final = "\u200c"
#: Quotation marks, apostrophes and what is typed for them.
QUOTES: Final = dict.fromkeys("‘’‚‛`´ʻʼʽʾʿ′＇", "'") | dict.fromkeys("“”„‟«»″＂", '"')

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
_SPACES: Final = re.compile("  +")


def is_space(char: str) -> bool:
    """Whether folding makes a space of a character: white space and dashes."""
    return char.isspace() or char == _ZERO_WIDTH_NON_JOINER or is_dash(char)


def is_dash(char: str) -> bool:
    """Whether a character is a hyphen, a dash of any length, or the minus sign."""
    return char == _MINUS or unicodedata.category(char) == "Pd"


def _is_dropped(char: str) -> bool:
    return _OPTIONAL.match(char) is not None or unicodedata.category(char) == "Cf"


def undressed(char: str) -> str:
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
    lower = "".join(_SAME.get(low, low) for low in undressed(char).casefold())
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
    return QUOTES.get(char) or _folded_letter(char)


def _cased(char: str) -> str:
    """As ``_folded``, of the same length, with capitals and diacritics."""
    folded = _FOLDED[char]
    bare = undressed(char)
    same = _SAME.get(bare.casefold())
    if same is not None:
        return same.upper() if bare.isupper() else same
    if len(bare) == len(folded) == 1:
        return bare if folded.isalpha() else folded
    upper = folded.upper()
    return upper if bare.isupper() and len(upper) == len(folded) else folded


_FOLDED: Final = Table(_folded)
_CASED: Final = Table(_cased)
_FOLDING: Final = Folding(_FOLDED, runs=(" ",))


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    return _FOLDING(text)


def fold_phrase(text: str) -> str:
    """A folded alias or other short phrase: no space at its ends, empty where nothing is left."""
    return fold(text).text.strip(" ")


def cased(text: str) -> str:
    """A text folded in everything but capitals and diacritics."""
    parts = "" if text.isascii() else separate_parts(text, rare_characters(text))
    if parts:
        text = re.sub(cluster(parts), lambda found: composed(found[0]), text)
    return _SPACES.sub(" ", "".join(map(_CASED.__getitem__, text)))
