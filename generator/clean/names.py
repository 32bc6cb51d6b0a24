"""Whether a few words look like names of people."""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = """
    van von der den de del della di da dos das du la le al el bin ibn abu ben ter ten zu zur
"""
#: Small words within names.
_PARTICLES: Final = frozenset(_SMALL.split())
#: What stands between names: commas, and words for "and", "for", "in".
_BETWEEN: Final = re.compile(
    r"\s*[,;/|&،、]\s*|\s+[-–—]\s+"
    r"|\s+(?:and|und|et|y|e|i|и|و|with|mit|avec|con|for|für|pour|para|in|from|aus|à)\s+"
)
_FIRST: Final = """
    the a an in on at by from to of our your this that these how why what when who where new no
    news breaking latest live top more most read watch photo video opinion analysis exclusive one
    special report editorial comment interview world politics business sport sports culture der die
    das ein eine le la les un une el los las il lo and or but it is middle foreign united national
    international south north east west central latin eastern western northern southern global local
    public human civil climate energy health science policy security defense defence economy society
    environment arts books letters guest press research blog press long related
"""
#: Common first words of short lines that are capitalised as names are.
_NOT_NAMES: Final = frozenset(_FIRST.split())
_LONGEST: Final = 120
#: Where a script has no capitals, a name is told by its length alone.
_LONGEST_UNCASED: Final = 24
_LONGEST_UNSPACED: Final = 8


def are_names(text: str, longest: int = 8) -> bool:
    """Whether a line is nothing but names, up to ``longest`` words.

    Scripts without capitals can't tell: there any few words pass.
    """
    words = [word for piece in _pieces(text) for word in piece.split()]
    return 1 <= len(words) <= longest and all(map(_namelike, words)) and any(map(_capital, words))


def is_name(text: str) -> bool:
    """Whether a line is the name of one person, in a script with capitals: two to four words."""
    return len(_pieces(text)) == 1 and _is_person(text.split())


def names_people(text: str) -> bool:
    """Whether a line is one or more names, or a name and a place: "A. Roe and B. Doe, Lyon"."""
    pieces = _pieces(text)
    return bool(pieces) and _is_person(pieces[0].split()) and are_names(text)


def maybe_name(text: str) -> bool:
    """Whether a line in a script without capitals is short enough for a name."""
    if any(letter.lower() != letter.upper() for letter in text[:_LONGEST]):
        return False
    pieces = _pieces(text)
    words = pieces[0].split() if len(pieces) in {1, 2} else []
    if len(words) == 1:
        return 2 <= len(text) <= _LONGEST_UNSPACED and text.isalpha()
    return 2 <= len(words) <= 3 and len(text) <= _LONGEST_UNCASED and _letters(words)


def _pieces(text: str) -> list[str]:
    if len(text) > _LONGEST:
        return []
    return [piece for piece in _BETWEEN.split(text.strip()) if piece]


def _is_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= 4 or words[0].casefold() in _NOT_NAMES:
        return False
    cased = [word for word in words if word.casefold() not in _PARTICLES]
    return (
        all(word[0].isupper() and _clean(word) for word in cased)
        and not all(len(word) > 1 and word.isupper() for word in cased)
        and len(cased) > 1
    )


def _letters(words: list[str]) -> bool:
    return all(word[0].isalpha() and not any(map(str.isdigit, word)) for word in words)


def _clean(word: str) -> bool:
    return not any(letter.isdigit() or letter in ':!?"“”()[]%$€' for letter in word)


def _namelike(word: str) -> bool:
    return word.casefold() in _PARTICLES or (_capital(word) and _clean(word))


def _capital(word: str) -> bool:
    first = word[0]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())
