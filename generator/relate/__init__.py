"""Relate: what the sources have in common, computed from what was recognised in each.

Everything here speaks of a source's main text: the capture's where the edition carries it,
else the digest. A relation is never a guess: it counts mentions that stand on a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import Dossier, SourceId, TopicId
from generator.relate.contexts import Context, contexts_of
from generator.relate.cooccurrence import Companion, companions_of
from generator.relate.related import Related, related_to
from generator.relate.timeline import Event, events_of

__all__ = ["Companion", "Context", "Event", "Related", "Relations", "relate"]


@dataclass(frozen=True)
class Relations:
    """Backlinks, neighbours and the timeline.

    ``counts`` holds the number of mentions of each topic in each source that names it at all;
    ``contexts`` and ``companions`` are there for each topic, ``related`` for each source.
    """

    counts: Mapping[SourceId, Mapping[TopicId, int]]
    contexts: Mapping[TopicId, tuple[Context, ...]]
    companions: Mapping[TopicId, tuple[Companion, ...]]
    related: Mapping[SourceId, tuple[Related, ...]]
    events: tuple[Event, ...]

    @cached_property
    def _sums(self) -> Mapping[TopicId, tuple[int, int]]:
        """Mentions and sources of each topic that is named at all."""
        sums: dict[TopicId, tuple[int, int]] = {}
        for counts in self.counts.values():
            for topic, count in counts.items():
                mentions, sources = sums.get(topic, (0, 0))
                sums[topic] = mentions + count, sources + 1
        return sums

    @cached_property
    def _events_by_source(self) -> Mapping[SourceId, tuple[Event, ...]]:
        found: dict[SourceId, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.source, []).append(event)
        return {source: tuple(events) for source, events in found.items()}

    def events_in(self, source: SourceId) -> tuple[Event, ...]:
        """The dated statements of one source, by date."""
        return self._events_by_source.get(source, ())

    def total(self, topic: TopicId) -> int:
        """Mentions of a topic in all sources."""
        return self._sums.get(topic, (0, 0))[0]

    def reach(self, topic: TopicId) -> int:
        """How many sources name a topic."""
        return self._sums.get(topic, (0, 0))[1]


def relate(dossier: Dossier) -> Relations:
    """Everything that follows from all sources together."""
    contexts = contexts_of(dossier)
    counts = _counts(dossier, contexts)
    return Relations(
        counts=counts,
        contexts=contexts,
        companions=companions_of(contexts),
        related=related_to(counts),
        events=events_of(dossier),
    )


def _counts(
    dossier: Dossier, contexts: Mapping[TopicId, tuple[Context, ...]]
) -> dict[SourceId, dict[TopicId, int]]:
    counts: dict[SourceId, dict[TopicId, int]] = {source.id: {} for source in dossier.sources}
    for topic, found in contexts.items():
        for context in found:
            seen = counts[context.source]
            seen[topic] = seen.get(topic, 0) + len(context.mentions)
    return counts
