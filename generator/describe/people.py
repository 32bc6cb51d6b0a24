"""Names of authors: as they are written, and in CSL's parts where that is safe.

A name is split into given and family name only where it can hardly be wrong: two words, or more
with initials or a particle between. Everything else stays whole (CSL's ``literal``), which cites
well enough; an editor who knows better writes ``{given: ..., family: ...}``. Two words are taken
as given name first; a name in the other order (Hungarian, Chinese, Korean, ...) and an agency
with two words need the editor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model import Value

#: Words that begin a family name and belong to it.
PARTICLES: Final = re.compile(
    "a[flv]|bin|d[aeiou]|das|del|della|den|der|dos|el|ibn|l[ae]|st|ten|ter|van|von|y|zum?|zur",
    re.IGNORECASE,
)

#: Words of newsrooms, offices and firms. A name with one of them is not split.
CORPORATE: Final = re.compile(
    r"""agenc(?:e|y|ies)|and|associat(?:ed|ion)|bank|board|bureau|cent(?:er|re)|channel|commission
    |committee|company|correspondents?|council|daily|department|desk|editors?|editorial|embassy
    |foundation|gazette|government|group|herald|inc|institute|international|journal|limited|ltd
    |magazine|media|ministry|monitor|networks?|news|newspaper|newsroom|office|online
    |organi[sz]ation|post|press|radio|reporters?|reuters|review|services?|society|staff|team
    |television|times|tribune|tv|union|university|watch|weekly|wires?|writers?""",
    re.IGNORECASE | re.VERBOSE,
)

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\u200c-][^\W\d_]+)*", re.UNICODE)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Name(Value):
    """An author's name with its origin. ``text`` is how it is written; without ``given`` and
    ``family`` it is one whole (CSL's literal)."""

    given: str = ""
    family: str = ""

    @classmethod
    def written(cls, text: str) -> Name:
        """A name as it is written, split where that is safe."""
        given, family = split(text)
        return cls(text, given=given, family=family)


def csl_name(author: Value) -> dict[str, str]:
    """A CSL name variable: ``{"given", "family"}`` or ``{"literal"}``."""
    name = author if isinstance(author, Name) else Name.written(author.text)
    if not name.family:
        return {"literal": name.text}
    return {"family": name.family} | ({"given": name.given} if name.given else {})


def split(name: str) -> tuple[str, str]:
    """Given and family name, or two empty strings where a split is not safe."""
    words = name.split()
    if len(words) < 2 or not _is_personal(words):
        return "", ""
    start = _family_start(words)
    return (" ".join(words[:start]), " ".join(words[start:])) if start else ("", "")


def _is_personal(words: list[str]) -> bool:
    """Whether all words look like names, and none like an office or an acronym."""
    if any(CORPORATE.fullmatch(word.strip(".,")) for word in words):
        return False
    return all(_INITIALS.fullmatch(word) or _looks_like_name(word) for word in words)


def _looks_like_name(word: str) -> bool:
    if not _WORD.fullmatch(word):
        return False
    is_acronym = word.isupper() and len(word) > 1
    return bool(PARTICLES.fullmatch(word)) or not (is_acronym or word[0].islower())


def _family_start(words: list[str]) -> int:
    """The index of the family name's first word, or 0 where it is not certain."""
    last = len(words) - 1
    particles = [index for index, word in enumerate(words) if PARTICLES.fullmatch(word)]
    first = particles[0] if particles else last
    is_safe = first in range(1, last + 1) and last not in particles and _is_full(words[last])
    return first if is_safe and _sure_given(words[:first]) else 0


def _sure_given(words: list[str]) -> bool:
    """Whether words before a family name can only be given names: one, and any initials."""
    return sum(map(_is_full, words)) <= 1


def _is_full(word: str) -> bool:
    return not _INITIALS.fullmatch(word)
