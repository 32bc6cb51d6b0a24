"""Other names: what a reader may type for what the texts call otherwise, out of the topics' aliases.

A query that has a topic's name in it finds the passages that name the topic in any way (Rohani and
Rouhani, Лавров and Lavrov). Of names that differ in the spelling of a word only, the word alone
finds the other one too (Sergey, Sergei).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeVar

from rapidfuzz.distance import OSA

from generator.model import Topic, TopicId
from generator.write.search.words import words_of

#: Letters that two spellings of a word have at least, and how alike they are.
_SHORTEST: Final = 4
_ALIKE: Final = 0.7

Item = TypeVar("Item", bound=str)


@dataclass(frozen=True, slots=True)
class Names:
    """``topics``: the topics that have a name, whose words are parted by spaces.

    ``spellings``: the other spellings of a word.
    """

    topics: Mapping[str, tuple[TopicId, ...]]
    spellings: Mapping[str, tuple[str, ...]]


def names_of(topics: Iterable[Topic]) -> Names:
    """The names of all topics, but for those that only propose (``review: true``)."""
    found: defaultdict[str, set[TopicId]] = defaultdict(set)
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for topic in topics:
        names = [name for name in map(_words, _written(topic)) if name]
        for name in names:
            found[" ".join(name)].add(topic.id)
        for one, other in _spellings(names):
            spellings[one].add(other)
            spellings[other].add(one)
    return Names(_sorted(found), _sorted(spellings))


def keys_of(topic: Topic) -> tuple[str, ...]:
    """A topic's own names as they stand in ``Names.topics``; the label first."""
    return tuple(dict.fromkeys(" ".join(_words(text)) for text in _written(topic)))


def _written(topic: Topic) -> Iterator[str]:
    yield topic.label
    yield from (alias.text for alias in topic.aliases if not alias.review)


def _words(text: str) -> tuple[str, ...]:
    """The words of a name, without those that only stand in for a single character."""
    words = words_of(text).words
    return tuple(
        word for at, (word, place) in enumerate(words) if not at or place != words[at - 1][1]
    )


def _spellings(names: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Words that differ where two names of as many words are the same otherwise."""
    for one, other in combinations(sorted(set(names)), 2):
        pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
        if len(one) == len(other) and len(pairs) == 1 and _is_spelling(*pairs[0]):
            yield pairs[0]


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words look like one in two spellings, and not like one and its ending."""
    if min(len(one), len(other)) < _SHORTEST or not (one + other).isalpha():
        return False
    if one.startswith(other) or other.startswith(one):
        return False
    return OSA.normalized_similarity(one, other) >= _ALIKE


def _sorted(sets: Mapping[str, set[Item]]) -> dict[str, tuple[Item, ...]]:
    return {key: tuple(sorted(sets[key])) for key in sorted(sets)}
