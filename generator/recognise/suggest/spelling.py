"""Whether two spellings are one name in Latin letters, by different ways of transliteration.

Two names agree when their consonants do (kh is h, gh, g and q are one, ...) and their vowels do too,
where e and i are one, o and u are one, and runs of vowels count once: Rohani and Rouhani, Sergei and
Sergey, Dehqan and Dehghan. Longer ones may differ in a vowel: Mohammad and Mohammed.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

#: Shorter names have too many neighbours.
SHORTEST: Final = 5
#: From this length on, names that are this much alike may differ in their vowels.
_LONG: Final = 7
_ALIKE: Final = 0.85

_LATIN: Final = re.compile("[a-z]+")
_CONSONANTS: Final = (
    ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("q", "g"), ("ph", "f"), ("ck", "k"), ("dj", "j"),
    ("zh", "j"), ("ts", "z"), ("tz", "z"), ("th", "t"), ("dh", "d"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"([^aeiou])\1")
_VOWELS: Final = re.compile("[aeiouy]+")
_REPEATED: Final = re.compile(r"(.)\1+")
_ALIKE_VOWELS: Final = str.maketrans("eyo", "iiu")
_ENDS_IN_VOWEL: Final = re.compile("[aeiouy]$")


@lru_cache(maxsize=1 << 15)
def skeleton(name: str) -> str:
    """The consonants of a folded name; empty where it is too short or in other letters."""
    if len(name) < SHORTEST or not _LATIN.fullmatch(name):
        return ""
    end = "+" if _ENDS_IN_VOWEL.search(name) else ""
    bones = _VOWELS.sub("", _consonants(name))
    first = "a" if name[0] in "aeiouy" else ""
    return first + bones + end if len(bones) > 1 else ""


def is_same_name(one: str, other: str) -> bool:
    """Whether two folded names with the same skeleton are spellings of one name."""
    if _sound(one) == _sound(other):
        return True
    if min(len(one), len(other)) < _LONG:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _consonants(name: str) -> str:
    for spelling, sound in _CONSONANTS:
        name = name.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", name)


def _sound(name: str) -> str:
    return _REPEATED.sub(r"\1", _consonants(name).translate(_ALIKE_VOWELS))
