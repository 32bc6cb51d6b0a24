"""The inverted index: for each word the units that it stands in, how much it counts there, and where.

Postings are written down as numbers (see numbers.py) while units are added, so that what is held is
hardly more than what comes out. Nothing depends on how many units there are or how long they are on
average: a unit's part is the same in any dossier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from generator.model import TopicId
from generator.write.search.entries import Unit, Weight
from generator.write.search.numbers import DIGITS, NUMBERS
from generator.write.search.words import words_of

#: How much a word counts by where it stands.
_WEIGHTS: Final = {Weight.NAME: 3.0, Weight.HEADING: 1.6, Weight.TEXT: 1.0, Weight.ASIDE: 0.8}

#: What the words count at most that are not shown with a unit: a topic's other names, authors.
_ALSO: Final = 1.6

#: Okapi BM25's constants: how soon a word that is repeated stops counting, how much length matters,
#: and the length in words that a paragraph has as a rule.
_K1: Final = 1.2
_B: Final = 0.5
_USUAL_LENGTH: Final = 60

#: Steps to one in an impact, which is a digit of base 64.
_STEPS: Final = 9
_MOST: Final = len(DIGITS) - 1

#: Places left free between the fields of a unit, so that no phrase spans two of them.
_GAP: Final = 8

#: Before a topic's id in the list of words; no word begins so.
TOPIC_MARK: Final = "#"


class Posting:
    """What is known of one word: its units with impacts, and its places in each."""

    __slots__ = ("last", "places", "units")

    def __init__(self) -> None:
        self.last = -1
        self.units = bytearray()
        self.places = bytearray()

    def add(self, unit: int, impact: float, places: Sequence[int]) -> None:
        """Note a unit, whose number is higher than that of the one before."""
        self.units += NUMBERS[unit - self.last - 1]
        self.units.append(DIGITS[min(max(round(impact * _STEPS), 1), _MOST)])
        self.last = unit
        self.places += NUMBERS[len(places)]
        before = 0
        for place in places:
            self.places += NUMBERS[place - before]
            before = place


class Index:
    """Words and topics, each with its posting. Units are numbered in the order of being added."""

    def __init__(self) -> None:
        self.postings: defaultdict[str, Posting] = defaultdict(Posting)
        self.units = 0

    def add(self, unit: Unit) -> None:
        found = _Found()
        found.add(unit.text, _WEIGHTS[unit.weight])
        for text in unit.also:
            found.add(text, min(_ALSO, _WEIGHTS[unit.weight]))
        pressure = _K1 * (1 - _B + _B * found.length / _USUAL_LENGTH)
        for word, (count, weight, places) in found.words.items():
            impact = weight * count * (_K1 + 1) / (count + pressure)
            self.postings[word].add(self.units, impact, places)
        for topic in unit.topics:
            self.postings[topic_key(topic)].add(self.units, 1, ())
        self.units += 1


class _Found:
    """The words of one unit: how often each is there, what it counts at most, and its places."""

    def __init__(self) -> None:
        self.length = 0
        self.words: dict[str, tuple[int, float, list[int]]] = {}
        self._next = 0

    def add(self, text: str, weight: float) -> None:
        found = words_of(text)
        for word, place in found.words:
            self._note(word, weight).append(self._next + place)
        for word in found.joined:
            self._note(word, weight)
        self.length += len(found.words)
        if found.words:
            self._next += found.words[-1][1] + _GAP

    def _note(self, word: str, weight: float) -> list[int]:
        count, most, places = self.words.get(word) or (0, weight, [])
        self.words[word] = count + 1, max(most, weight), places
        return places


def topic_key(topic: TopicId) -> str:
    """What a topic is called in the list of words."""
    return TOPIC_MARK + topic
