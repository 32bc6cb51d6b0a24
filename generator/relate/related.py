"""Related sources, with the reason shown: the topics that both name, the rare ones first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from generator.model import SourceId, TopicId

#: How many related sources a page shows, and how many shared topics explain each.
SHOWN: Final = 5
REASONS: Final = 4

Counts = Mapping[SourceId, Mapping[TopicId, int]]


@dataclass(frozen=True, slots=True)
class Related:
    """A source that shares topics: cosine of their weighted counts, and the topics that count most."""

    source: SourceId
    score: float
    topics: tuple[TopicId, ...]


def related_to(counts: Counts) -> dict[SourceId, tuple[Related, ...]]:
    """For each source up to SHOWN others, most alike first.

    A topic weighs its damped count times its inverse document frequency, smoothed so that in a
    small dossier a topic that every source names still counts a little.
    """
    vectors = _vectors(counts)
    naming = _sources_by_topic(vectors)
    return {source: _nearest(source, vectors, naming) for source in counts}


def _vectors(counts: Counts) -> dict[SourceId, dict[TopicId, float]]:
    frequency: dict[TopicId, int] = {}
    for topics in counts.values():
        for topic in topics:
            frequency[topic] = frequency.get(topic, 0) + 1
    rarity = {topic: log((1 + len(counts)) / seen) for topic, seen in frequency.items()}
    return {
        source: _unit({topic: (1 + log(n)) * rarity[topic] for topic, n in topics.items()})
        for source, topics in counts.items()
    }


def _unit(vector: dict[TopicId, float]) -> dict[TopicId, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {topic: weight / length for topic, weight in vector.items()}


def _sources_by_topic(
    vectors: Mapping[SourceId, Mapping[TopicId, float]],
) -> dict[TopicId, list[SourceId]]:
    naming: dict[TopicId, list[SourceId]] = {}
    for source, vector in vectors.items():
        for topic in vector:
            naming.setdefault(topic, []).append(source)
    return naming


def _nearest(
    source: SourceId,
    vectors: Mapping[SourceId, Mapping[TopicId, float]],
    naming: Mapping[TopicId, list[SourceId]],
) -> tuple[Related, ...]:
    own = vectors[source]
    shares: dict[SourceId, dict[TopicId, float]] = {}
    for topic, weight in own.items():
        for other in naming[topic]:
            if other != source:
                shares.setdefault(other, {})[topic] = weight * vectors[other][topic]
    related = [_related(other, share) for other, share in shares.items()]
    return tuple(sorted(related, key=lambda r: (-r.score, r.source))[:SHOWN])


def _related(source: SourceId, shares: Mapping[TopicId, float]) -> Related:
    reasons = sorted(shares, key=lambda topic: (-shares[topic], topic))
    return Related(source, round(sum(shares.values()), 6), tuple(reasons[:REASONS]))
