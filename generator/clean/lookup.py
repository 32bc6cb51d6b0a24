"""Looking phrases up: how texts are compared with the tables of `phrases`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.clean.measure import unspaced
from generator.clean.phrases import APPEAL, CADENCE, OFFER, OPENING, WHOLE, WITHIN, Table

_TOKEN: Final = re.compile(r"[^\W_]+")
#: Letters that Persian and Arabic keyboards write differently, and apostrophes within words.
_FOLD: Final = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "’": None, "'": None, "\u0640": None})


def key(text: str) -> str:
    """The words of a text as they are compared: small letters, no punctuation."""
    return " ".join(_TOKEN.findall(text.translate(_FOLD).casefold()))


def numberless(words: str) -> str:
    """A key without its bare numbers, as phrases are looked up."""
    return " ".join([word for word in words.split() if not word.isdecimal()])


@cache
def whole_lines() -> Mapping[str, str]:
    """Key of a line -> reason; where two reasons claim a phrase, the earlier in the table wins."""
    return {phrase: why for why in reversed(list(WHOLE)) for phrase in _phrases(WHOLE, why)}


@cache
def openings() -> Mapping[str, str]:
    """Key of the beginning of a line -> reason."""
    return {phrase: why for why in reversed(list(OPENING)) for phrase in _phrases(OPENING, why)}


@cache
def appeals() -> Matcher:
    """What finds the phrases by which a page speaks to its readers."""
    return Matcher(APPEAL)


@cache
def notices() -> Matcher:
    """What finds the phrases of notices."""
    return Matcher(WITHIN)


@cache
def offers() -> Matcher:
    """What finds the words for what a newsletter brings."""
    return Matcher(OFFER)


@cache
def cadences() -> Matcher:
    """What finds the words for how often it comes."""
    return Matcher(CADENCE)


class Matcher:
    """Finds a table's phrases within a key, on borders of words, in one pass.

    Phrases and text are padded with spaces to that end; phrases of scripts without spaces are
    not, for they stand within longer runs.
    """

    def __init__(self, table: Table) -> None:
        found = [(_padded(phrase), why) for why in table for phrase in _phrases(table, why)]
        self._automaton = AhoCorasick([phrase for phrase, _ in found])
        self._reasons = tuple(why for _, why in found)

    def reason(self, words: str) -> str:
        """The reason of the phrase that comes first in the table, or an empty string."""
        found = self._automaton.find_matches_as_indexes(f" {words} ", overlapping=True)
        return self._reasons[min(index for index, _, _ in found)] if found else ""


def _phrases(table: Table, reason: str) -> Iterator[str]:
    for bars in table[reason].values():
        yield from filter(None, (numberless(key(phrase)) for phrase in bars.split("|")))


def _padded(phrase: str) -> str:
    return phrase if unspaced(phrase) else f" {phrase} "
