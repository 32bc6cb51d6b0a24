"""Which topics are named together: in one paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from generator.model import BlockId, SourceId, TopicId
from generator.relate.contexts import Context

Passage = tuple[SourceId, BlockId]


@dataclass(frozen=True, slots=True)
class Companion:
    """A topic that occurs with another: in how many paragraphs, and where the first few are."""

    topic: TopicId
    passages: tuple[Passage, ...]

    @property
    def count(self) -> int:
        return len(self.passages)


def companions_of(
    contexts: Mapping[TopicId, tuple[Context, ...]],
) -> dict[TopicId, tuple[Companion, ...]]:
    """For each topic the topics of the same paragraphs, most frequent first."""
    together: dict[TopicId, defaultdict[TopicId, list[Passage]]]
    together = {topic: defaultdict(list) for topic in contexts}
    for passage, topics in _topics_by_passage(contexts).items():
        for one, other in permutations(topics, 2):
            together[one][other].append(passage)
    return {topic: _ranked(others) for topic, others in together.items()}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two topics, the one that comes first in the order asked for before the other, and in how
    many paragraphs both are named."""

    one: TopicId
    other: TopicId
    count: int


def pairs_among(
    companions: Mapping[TopicId, tuple[Companion, ...]], topics: Collection[TopicId]
) -> Iterator[Pair]:
    """Every two of these topics that are ever named together, in the order of ``topics``."""
    rank = {topic: index for index, topic in enumerate(topics)}
    for one in topics:
        for companion in companions[one]:
            if rank.get(companion.topic, -1) > rank[one]:
                yield Pair(one, companion.topic, companion.count)


def _topics_by_passage(
    contexts: Mapping[TopicId, tuple[Context, ...]],
) -> dict[Passage, list[TopicId]]:
    passages: dict[Passage, list[TopicId]] = {}
    for topic, found in contexts.items():
        for passage in dict.fromkeys((context.source, context.block) for context in found):
            passages.setdefault(passage, []).append(topic)
    return passages


def _ranked(others: Mapping[TopicId, list[Passage]]) -> tuple[Companion, ...]:
    ranks = Counter({topic: len(passages) for topic, passages in others.items()})
    order = sorted(ranks, key=lambda topic: (-ranks[topic], topic))
    return tuple(Companion(topic, tuple(others[topic])) for topic in order)
