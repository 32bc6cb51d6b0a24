"""Related sources, with the reason shown: the topics that both name, the rare ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from math import log, sqrt
from typing import Final

from generator.model import SourceId, TopicId

#: How many related sources a page shows, and how many shared topics explain each.
SHOWN: Final = 5
REASONS: Final = 4

#: With how many sources each is compared. In a dossier of no more than these the answer is exact;
#: in a larger one, a topic that thousands share does not make every source a neighbour of every other.
CANDIDATES: Final = 128

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
    small dossier a topic that every source names still counts a little. Time grows with the number
    of sources, not with its square: candidates are sought by the rarest topics first.
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
    """The sources that name each topic, those first in which it weighs most."""
    naming: dict[TopicId, list[SourceId]] = {}
    for source, vector in vectors.items():
        for topic in vector:
            naming.setdefault(topic, []).append(source)
    for topic, sources in naming.items():
        sources.sort(key=lambda source: (-vectors[source][topic], source))
    return naming


def _nearest(
    source: SourceId,
    vectors: Mapping[SourceId, Mapping[TopicId, float]],
    naming: Mapping[TopicId, list[SourceId]],
) -> tuple[Related, ...]:
    own = vectors[source]
    scores = {other: _score(own, vectors[other]) for other in _candidates(source, own, naming)}
    best = nsmallest(SHOWN, scores, key=lambda other: (-scores[other], other))
    return tuple(Related(other, scores[other], _reasons(own, vectors[other])) for other in best)


def _score(own: Mapping[TopicId, float], other: Mapping[TopicId, float]) -> float:
    """The cosine of two unit vectors, rounded so that no order hangs on the last bit."""
    return round(sum([weight * other[topic] for topic, weight in own.items() if topic in other]), 6)


def _reasons(own: Mapping[TopicId, float], other: Mapping[TopicId, float]) -> tuple[TopicId, ...]:
    """The topics that count most in what two sources share."""
    shares = {topic: own[topic] * other[topic] for topic in own.keys() & other.keys()}
    return tuple(nsmallest(REASONS, shares, key=lambda topic: (-shares[topic], topic)))


def _candidates(
    source: SourceId, own: Mapping[TopicId, float], naming: Mapping[TopicId, list[SourceId]]
) -> Iterable[SourceId]:
    """Sources to compare with: those that share the rarest topics, CANDIDATES of them at most."""
    found: dict[SourceId, None] = {}
    for topic in sorted(own, key=lambda topic: (len(naming[topic]), topic)):
        room = CANDIDATES - len(found)
        if room <= 0:
            break
        others = (other for other in naming[topic][: CANDIDATES + 1] if other not in found)
        found |= dict.fromkeys(islice((other for other in others if other != source), room))
    return found
