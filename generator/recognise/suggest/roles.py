"""What each word of a sentence can be to a term."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import cache
from typing import Final

from generator.recognise.dates.languages import lexicons
from generator.recognise.suggest.lexis import Lexis
from generator.recognise.suggest.naming import naming
from generator.recognise.suggest.stopwords import NOUNS_WITH_CAPITALS, stop_words
from generator.recognise.suggest.tokens import Sentence, Shape, Token
from generator.wording.fold import fold_phrase


class Role(Enum):
    """STOP and BREAK stand in no term; a STOP may link two parts of one."""

    NAME = auto()
    WORD = auto()
    NUMBER = auto()
    UNSPACED = auto()
    STOP = auto()
    BREAK = auto()


#: A stop word that is in small letters so often has its capital by chance ("Council In Ghent").
_RARELY: Final = 10
_PLAIN: Final = {
    Shape.ACRONYM: Role.NAME,
    Shape.DESIGNATION: Role.NAME,
    Shape.NUMBER: Role.NUMBER,
    Shape.UNSPACED: Role.UNSPACED,
    Shape.OTHER: Role.BREAK,
}


@cache
def of_calendar(language: str) -> frozenset[str]:
    """The names of months and days: they are in dates, not in terms."""
    known = lexicons(language or "en")
    words = (*(one.months for one in known), *(one.weekdays for one in known))
    return frozenset(fold_phrase(word) for names in words for word in names)


def roles(sentence: Sentence, lexis: Lexis) -> list[Role]:
    """The role of each word."""
    tokens = sentence.tokens
    found = [_role(sentence, token, lexis) for token in tokens]
    if sentence.language in NOUNS_WITH_CAPITALS:
        _raise_neighbours(tokens, found)
    for at in range(len(tokens) - 2, -1, -1):
        if found[at] is not Role.NAME and found[at + 1] is Role.NAME and tokens[at + 1].linked:
            found[at] = _beside_name(sentence, tokens[at], lexis, found[at])
    return found


def _raise_neighbours(tokens: Sequence[Token], found: list[Role]) -> None:
    """Where every noun has a capital, two nouns side by side are a name."""
    nouns = [
        token.shape is Shape.CAPITAL and role is Role.WORD
        for token, role in zip(tokens, found, strict=True)
    ]
    for at in range(1, len(tokens)):
        if nouns[at - 1] and nouns[at] and tokens[at].linked:
            found[at - 1] = found[at] = Role.NAME


def _role(sentence: Sentence, token: Token, lexis: Lexis) -> Role:
    if token.shape is Shape.ACRONYM and lexis.is_loud(token.folded):
        return Role.NAME if lexis.is_name(token.folded.lower()) else Role.BREAK
    if token.shape in _PLAIN:
        return _PLAIN[token.shape]
    if token.folded in of_calendar(sentence.language):
        return Role.STOP
    if token.shape is Shape.CAPITAL and _is_name(sentence, token, lexis):
        return Role.NAME
    return Role.STOP if token.folded in stop_words(sentence.language) else Role.WORD


def _is_name(sentence: Sentence, token: Token, lexis: Lexis) -> bool:
    if sentence.language in NOUNS_WITH_CAPITALS:
        return False
    is_stop = token.folded in stop_words(sentence.language)
    if sentence.telling and not token.opens:
        named, lower = lexis.named.get(token.folded, 0), lexis.lower.get(token.folded, 0)
        return not is_stop or named * _RARELY > lower
    return lexis.is_name(token.folded) and not is_stop


def _beside_name(sentence: Sentence, token: Token, lexis: Lexis, role: Role) -> Role:
    """A capital at the start of a sentence belongs to the name that follows, unless it is a usual word."""
    if token.shape is not Shape.CAPITAL or role is Role.STOP:
        return role
    words = naming(sentence.language)
    is_title = token.folded in words.titles or token.folded in words.qualifiers
    return Role.NAME if is_title or not lexis.lower.get(token.folded) else role
