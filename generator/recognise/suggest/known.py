"""The names that the topics file has already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span, Topic, TopicId
from generator.recognise.claims import names
from generator.recognise.suggest.forms import Key
from generator.recognise.suggest.lexis import Lexis
from generator.recognise.suggest.tokens import Token, read_sentence
from generator.wording.fold import fold_phrase
from generator.wording.words import endings


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a topic, in words."""

    topic: TopicId
    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All names of all topics, to be asked for by wording or by key."""

    folded: frozenset[str]
    keys: dict[Key, frozenset[TopicId]]

    def has(self, wording: str) -> bool:
        """Whether the matcher finds a wording already: it is a name, or the plural of one."""
        folded = fold_phrase(wording)
        if folded in self.folded:
            return True
        return any(
            plural.stands(folded, len(folded) - len(plural.ending))
            and folded.removesuffix(plural.ending) in self.folded
            for plural in endings("en").plurals
        )


def names_of(topics: Sequence[Topic]) -> tuple[Name, ...]:
    return tuple(
        Name(
            topic.id,
            alias.text,
            read_sentence(alias.text, Span(0, len(alias.text)), "", False).tokens,
        )
        for topic in topics
        for alias in names(topic)
    )


def known_names(found: Sequence[Name], lexis: Lexis) -> Known:
    """The names with their keys, once the words of all texts are known."""
    keys: dict[Key, set[TopicId]] = {}
    for name in found:
        keys.setdefault(key_of_name(name, lexis), set()).add(name.topic)
    folded = frozenset(fold_phrase(name.text) for name in found)
    return Known(folded, {key: frozenset(ids) for key, ids in keys.items()})


def key_of_name(name: Name, lexis: Lexis) -> Key:
    return tuple(lexis.base(token.folded, "") for token in name.tokens)


def words(found: Sequence[Name]) -> Iterator[str]:
    for name in found:
        yield from (token.folded for token in name.tokens)
