"""Terms in small letters, or with a name in them: "nuclear deal", "legal status of the lake"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.recognise.suggest.forms import Found, Key
from generator.recognise.suggest.lexis import Lexis
from generator.recognise.suggest.naming import naming
from generator.recognise.suggest.roles import Role
from generator.recognise.suggest.stopwords import BEFORE_VERBS, NO_NOUN, NOUN_LAST, UNSPACED_STOPS
from generator.recognise.suggest.tokens import Sentence, Token

#: Words of a term, without the particles in it.
LONGEST_PHRASE: Final = 4
_SHORTEST_WORD: Final = 4
_SHORTEST_NUMBER: Final = 3
#: Characters of a term in a script without spaces.
LONGEST_UNSPACED: Final = 6

_YEAR: Final = re.compile("1[5-9][0-9]{2}|20[0-9]{2}")
_HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA: Final = "[\u30a1-\u30fa\u30fc-\u30ff]+"
_HAN_BUT_STOPS: Final = f"(?![{UNSPACED_STOPS}])[{_HAN}]"
_UNIT: Final = re.compile(f"{_KATAKANA}|{_HAN_BUT_STOPS}")
_RUN: Final = re.compile(f"(?:{_KATAKANA}|{_HAN_BUT_STOPS})+")

#: Two words that follow each other in a term.
Pair = tuple[str, str]


class Phrases:
    """Finds the terms of one sentence that are no names."""

    def __init__(self, sentence: Sentence, roles: Sequence[Role], lexis: Lexis) -> None:
        self._tokens, self._roles = sentence.tokens, roles
        self._words = naming(sentence.language)
        self._endings = NO_NOUN.get(sentence.language or "en", ())
        self._before_verbs = BEFORE_VERBS.get(sentence.language or "en", frozenset())
        self._keys = [lexis.base(token.folded, sentence.language) for token in sentence.tokens]
        self._text, self._language = sentence.text, sentence.language

    def pairs(self) -> Iterator[Pair]:
        """All neighbours that could be in one term: what longer terms need to be made of."""
        for at in range(1, len(self._tokens)):
            if self._goes_on(at) and self._may_be_in(at - 1):
                yield self._keys[at - 1], self._keys[at]
        for run in self._unspaced_runs():
            yield from pairwise(run[1])

    def found(self, recurring: Container[Pair]) -> Iterator[Found]:
        """The terms whose neighbouring words recur."""
        for start in range(len(self._tokens)):
            if self._may_begin(start):
                yield from self._from(start, recurring)
        for run in self._unspaced_runs():
            yield from _grams(*run, recurring)

    def _from(self, start: int, recurring: Container[Pair]) -> Iterator[Found]:
        size, has_word, has_link, at = 0, False, False, start
        while True:
            role = self._roles[at]
            size += role is not Role.STOP
            has_word = has_word or role is Role.WORD
            has_link = has_link or role is Role.STOP
            if has_word and self._may_end(start, at, has_link):
                yield self._place(start, at + 1)
            at += 1
            if (
                size == LONGEST_PHRASE
                or at == len(self._tokens)
                or not self._goes_on(at)
                or (self._keys[at - 1], self._keys[at]) not in recurring
            ):
                return

    def _place(self, start: int, end: int) -> Found:
        first, last = self._tokens[start], self._tokens[end - 1]
        key = tuple(self._keys[start:end])
        return Found(key, first.start, last.end, head=self._is_head(end), verb=self._is_verb(start))

    def _is_verb(self, at: int) -> bool:
        linked = at > 0 and self._tokens[at].linked
        return linked and self._tokens[at - 1].folded in self._before_verbs

    def _is_head(self, at: int) -> bool:
        """Whether a term ends before a word: what follows is not described by it."""
        return self._language not in NOUN_LAST or not (
            at < len(self._tokens)
            and self._tokens[at].linked
            and self._roles[at] in (Role.NAME, Role.WORD)
        )

    def _may_be_in(self, at: int) -> bool:
        return self._roles[at] in (Role.NAME, Role.WORD, Role.NUMBER) or self._is_link(at)

    def _goes_on(self, at: int) -> bool:
        return self._tokens[at].linked and self._may_be_in(at)

    def _is_link(self, at: int) -> bool:
        return self._roles[at] is Role.STOP and self._tokens[at].folded in self._words.links

    def _may_begin(self, at: int) -> bool:
        token, role = self._tokens[at], self._roles[at]
        if role is Role.NUMBER:
            return _YEAR.fullmatch(token.folded) is not None
        return role is Role.NAME or (role is Role.WORD and not token.folded.endswith("ly"))

    def _may_end(self, start: int, at: int, has_link: bool) -> bool:
        token, role = self._tokens[at], self._roles[at]
        if role is Role.NUMBER:
            return len(token.folded) >= _SHORTEST_NUMBER and self._roles[at - 1] is Role.WORD
        if role is Role.NAME:
            return has_link and not self._is_in_name(at + 1)
        return role is Role.WORD and self._is_noun(token, alone=at == start)

    def _is_in_name(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].linked and self._roles[at] is Role.NAME

    def _is_noun(self, token: Token, *, alone: bool) -> bool:
        """Whether a word can be the last of a term, as far as its letters tell."""
        if token.folded in self._words.titles or not token.folded[-1].isalnum():
            return False
        endings = self._endings if alone else self._endings[:2]
        return not (
            token.folded.endswith(endings) or (alone and len(token.folded) < _SHORTEST_WORD)
        )

    # --- scripts without spaces ---

    def _unspaced_runs(self) -> Iterator[tuple[int, Key]]:
        """Han characters and words in Katakana between particles: where they begin, and which."""
        for token, role in zip(self._tokens, self._roles, strict=True):
            if role is Role.UNSPACED:
                word = self._text[token.start : token.end]
                for run in _RUN.finditer(word):
                    yield token.start + run.start(), tuple(_UNIT.findall(run[0]))


def _grams(start: int, units: Key, recurring: Container[Pair]) -> Iterator[Found]:
    """All terms in a run. A word in Katakana is whole; a Han character alone is no term."""
    for first, unit in enumerate(units):
        end = start + len(unit)
        if len(unit) > 1:
            yield Found((unit,), start, end, unspaced=True)
        for last in range(first + 1, min(first + LONGEST_UNSPACED, len(units))):
            if (units[last - 1], units[last]) not in recurring:
                break
            end += len(units[last])
            yield Found(units[first : last + 1], start, end, unspaced=True)
        start += len(unit)
