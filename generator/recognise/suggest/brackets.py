"""Acronyms that a text explains: "Lake Pilots' Union (LPU)", "LPU (Lake Pilots' Union)".

The letters of the acronym stand in its expansion, in order, the first one at the beginning of a
word: the rule of Schwartz and Hearst (2003).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.recognise.suggest.tokens import LONGEST_WORD, Sentence, Token, is_acronym

#: More words than letters that an expansion may have.
_MORE_WORDS: Final = 5
_MOST_LETTERS: Final = 10
_MOST_WORDS: Final = _MOST_LETTERS + _MORE_WORDS
_BRACKETS: Final = re.compile(r"\(([^()\[\]]{2,120})\)")


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym and what it stands for, as words of a sentence."""

    acronym: Token
    expansion: tuple[Token, ...]


def expansions(sentence: Sentence) -> Iterator[Expansion]:
    """The acronyms of a sentence that are explained in it."""
    starts = [token.start for token in sentence.tokens]
    for found in _BRACKETS.finditer(sentence.text, sentence.span.start, sentence.span.end):
        first = bisect_left(starts, found.start())
        end = bisect_left(starts, found.end())
        before = sentence.tokens[max(0, first - _MOST_WORDS) : first]
        pair = _pair(sentence.text, before, sentence.tokens[first:end])
        if pair:
            yield pair


def _pair(text: str, before: Sequence[Token], inside: Sequence[Token]) -> Expansion | None:
    if not before or not inside:
        return None
    if len(inside) == 1 and _is_short(text, inside[0]):
        length = inside[0].end - inside[0].start
        return _explained(text, inside[0], before[-min(length + _MORE_WORDS, 2 * length) :])
    last = before[-1]
    if len(inside) > 1 and _is_short(text, last):
        letters = _letters(text, last)
        long = text[inside[0].start : inside[-1].end].lower()
        return Expansion(last, tuple(inside)) if _has_all(long, letters) else None
    return None


def _letters(text: str, token: Token) -> str:
    return "".join(char for char in text[token.start : token.end].lower() if char.isalnum())


def _has_all(long: str, letters: str) -> bool:
    """Whether a text begins with the first letter and has the others in their order."""
    rest = iter(long)
    return long[:1] == letters[:1] and all(letter in rest for letter in letters)


def _is_short(text: str, token: Token) -> bool:
    word = text[token.start : token.end]
    return 2 <= len(word) <= _MOST_LETTERS and is_acronym(word)


def _explained(text: str, acronym: Token, words: Sequence[Token]) -> Expansion | None:
    long = text[words[0].start : words[-1].end].lower()
    start = _beginning(long, _letters(text, acronym))
    if start is None:
        return None
    start += words[0].start
    expansion = tuple(word for word in words if word.start >= start)
    is_long = len(expansion) > 1 and expansion[0].start == start
    is_fit = expansion[-1].end - start < LONGEST_WORD * 3 if expansion else False
    return Expansion(acronym, expansion) if is_long and is_fit else None


def _beginning(text: str, letters: str) -> int | None:
    """Where an expansion begins that ends with a text and has all the letters, read backwards."""
    at = len(text)
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (
            text[at] == letters[number] and (number > 0 or at == 0 or not text[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    return at
