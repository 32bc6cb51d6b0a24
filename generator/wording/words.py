"""Where a word begins and ends in a folded text, and what may hang on to a name.

A name counts as a whole word: its neighbours are no letters, digits, marks or underscores. Scripts
that are written without spaces (Han, Hiragana, Thai, Lao, Khmer, Burmese) need no border; Katakana
words end where other characters begin. What a language attaches to a name without making another
word of it stands in ``ENDINGS``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final


class Kind(IntEnum):
    """What a character is to a word."""

    NONE = 0
    LETTER = 1
    MARK = 2
    UNSPACED = 3
    KATAKANA = 4


UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u309f\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_IS_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_IS_KATAKANA: Final = re.compile(f"[{_KATAKANA}]")
_WITHOUT_SPACES: Final = re.compile(f"[{UNSPACED}{_KATAKANA}]")
_OF_WORDS: Final = {"L": Kind.LETTER, "M": Kind.MARK}


def _kind(char: str) -> Kind:
    category = unicodedata.category(char)
    if category in ("Nd", "Nl") or char == "_":
        return Kind.LETTER
    kind = _OF_WORDS.get(category[0], Kind.NONE)
    if kind is Kind.LETTER and _IS_UNSPACED.match(char):
        return Kind.UNSPACED
    return Kind.KATAKANA if kind is Kind.LETTER and _IS_KATAKANA.match(char) else kind


class _Kinds(dict[str, Kind]):
    def __missing__(self, char: str) -> Kind:
        self[char] = kind = _kind(char)
        return kind


#: What each character is to a word, worked out when it is first met.
KINDS: Final = _Kinds()


@dataclass(frozen=True, slots=True)
class Plural:
    """An ending, after which letters it stands (none given: any), and after which it never does."""

    ending: str
    after: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()

    def stands(self, text: str, at: int) -> bool:
        """Whether the ending follows at a position of a text, as the language would have it."""
        return (
            text.startswith(self.ending, at)
            and (not self.after or text.endswith(self.after, 0, at))
            and not text.endswith(self.never_after, 0, at)
        )


@dataclass(frozen=True)
class Endings:
    """What a language attaches to names, folded.

    ``plurals`` belong to a mention, ``clitics`` (possessives, contractions, particles) do not.
    ``elisions`` stand before a name with an apostrophe (l'Iran). With ``open_apostrophe`` any
    letters may follow an apostrophe, as in Turkish.
    """

    plurals: tuple[Plural, ...] = ()
    clitics: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    open_apostrophe: bool = False

    @cached_property
    def firsts(self) -> frozenset[str]:
        """What an ending may begin with, but for an apostrophe."""
        all_of_them = (*(plural.ending for plural in self.plurals), *self.clitics)
        return frozenset(ending[0] for ending in all_of_them) - {"'"}


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_S: Final = Plural("s", never_after=("s", "x", "z"))
_ENGLISH: Final = Endings(
    plurals=(_S, Plural("es", after=("s", "x", "z", "ch", "sh", "o"))),
    clitics=("'s", "'d", "'ll", "'re", "'ve", "'m"),
)
_FRENCH: Final = _listed("l d j m t s n c qu jusqu lorsqu puisqu quoiqu")
_ITALIAN: Final = _listed("l un d c dell all dall nell sull coll quell quest bell sant")
_PARTICLES: Final = _listed(
    "은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 만 부터 까지 보다 이나 나 이란 라는"
)
#: By primary language subtag. A language that is not here only knows the possessive 's.
ENDINGS: Final[dict[str, Endings]] = {
    "en": _ENGLISH,
    "": _ENGLISH,
    "fr": Endings(plurals=(_S,), elisions=_FRENCH),
    "ca": Endings(plurals=(_S,), elisions=("l", "d", "s", "n", "m", "t")),
    "it": Endings(elisions=_ITALIAN),
    "es": Endings(plurals=(_S, Plural("es", after=tuple("dlnrsz")))),
    "pt": Endings(plurals=(_S, Plural("es", after=tuple("dlnrsz")))),
    "de": Endings(clitics=("s", "'s")),
    "nl": Endings(clitics=("s", "'s")),
    "sv": Endings(clitics=("s",)),
    "da": Endings(clitics=("s", "'s")),
    "nb": Endings(clitics=("s", "'s")),
    "no": Endings(clitics=("s", "'s")),
    "tr": Endings(open_apostrophe=True),
    "az": Endings(open_apostrophe=True),
    "ko": Endings(clitics=_PARTICLES),
}
_OTHER: Final = Endings(clitics=("'s",))


def endings(language: str) -> Endings:
    """The endings of a language (BCP 47 tag); English where none is stated."""
    return ENDINGS.get(language.split("-")[0].lower(), _OTHER)


def has_unspaced(text: str) -> bool:
    """Whether a text is in part in a script whose words may begin anywhere."""
    return not text.isascii() and _WITHOUT_SPACES.search(text) is not None


def joins(edge: str, neighbour: str, *, before: bool = False) -> bool:
    """Whether a character beside the edge of a name makes another word of it.

    ``before`` tells that the neighbour stands on the left.
    """
    kind = KINDS[neighbour]
    if kind is Kind.NONE:
        return False
    own = KINDS[edge]
    if kind is Kind.MARK:
        return not before or own is not Kind.UNSPACED
    if Kind.UNSPACED in (own, kind):
        return False
    return (own is Kind.KATAKANA) == (kind is Kind.KATAKANA)


def begins_word(text: str, at: int, language: Endings) -> bool:
    """Whether a name may begin at a position of a folded text."""
    if at == 0:
        return True
    before = text[at - 1]
    if before == "'" and at > 1 and KINDS[text[at - 2]]:
        return _is_elision(text, at - 1, language)
    return not joins(text[at], before, before=True)


def end_of_word(text: str, at: int, language: Endings) -> int | None:
    """Where a name ends whose alias ends at a position, plural included; None if within a word."""
    if _may_end(text, at, language):
        return at
    if text[at] not in language.firsts:
        return None
    for plural in language.plurals:
        end = at + len(plural.ending)
        if plural.stands(text, at) and _may_end(text, end, language):
            return end
    return None


def _may_end(text: str, at: int, language: Endings) -> bool:
    if at == len(text) or text[at] == " ":
        return True
    if text[at] == "'":
        return _is_quote_or_clitic(text, at, language)
    if not joins(text[at - 1], text[at]):
        return True
    return text[at] in language.firsts and _has_clitic(text, at, language)


def _is_quote_or_clitic(text: str, at: int, language: Endings) -> bool:
    follows = at + 1 < len(text) and bool(KINDS[text[at + 1]])
    return not follows or language.open_apostrophe or _has_clitic(text, at, language)


def _has_clitic(text: str, at: int, language: Endings) -> bool:
    return any(
        text.startswith(clitic, at) and _is_border(text, at + len(clitic))
        for clitic in language.clitics
    )


def _is_elision(text: str, at: int, language: Endings) -> bool:
    return any(
        text.endswith(elision, 0, at) and _is_border(text, at - len(elision) - 1)
        for elision in language.elisions
    )


def _is_border(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or not KINDS[text[at]]
