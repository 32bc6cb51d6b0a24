"""Relate: what the sources have in common, computed from what was recognised in each.

Everything here speaks of a source's main text: the capture's where the edition carries it,
else the digest. A relation is never a guess: it counts mentions that stand on a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import Dossier, SourceId, TopicId
from generator.relate.annotations import Annotations, Evidence, annotations_of
from generator.relate.contexts import Context, contexts_of
from generator.relate.cooccurrence import Companion, companions_of
from generator.relate.events import Event, events_of
from generator.relate.related import Related, related_to
from generator.relate.statements import Statement, statements_of

__all__ = [
    "Annotations",
    "Companion",
    "Context",
    "Event",
    "Evidence",
    "Related",
    "Relations",
    "Statement",
    "relate",
]


@dataclass(frozen=True)
class Relations:
    """Backlinks, neighbours and the timeline.

    ``counts`` holds the number of mentions of each topic in each source that names it at all;
    ``contexts`` and ``companions`` are there for each topic, ``related`` for each source. Every
    one of the ``statements`` belongs to one of the ``events``.
    """

    counts: Mapping[SourceId, Mapping[TopicId, int]]
    contexts: Mapping[TopicId, tuple[Context, ...]]
    companions: Mapping[TopicId, tuple[Companion, ...]]
    related: Mapping[SourceId, tuple[Related, ...]]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    annotations: Annotations = field(default_factory=Annotations)

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
    def _statements_by_source(self) -> Mapping[SourceId, tuple[Statement, ...]]:
        found: dict[SourceId, list[Statement]] = {}
        for one in self.statements:
            found.setdefault(one.source, []).append(one)
        return {source: tuple(statements) for source, statements in found.items()}

    def statements_in(self, source: SourceId) -> tuple[Statement, ...]:
        """The dated statements of one source, by date."""
        return self._statements_by_source.get(source, ())

    @cached_property
    def event_of(self) -> Mapping[Statement, Event]:
        """The event that each statement is gathered under."""
        return {one: event for event in self.events for one in event.statements}

    @cached_property
    def events_on(self) -> Mapping[TopicId, tuple[Event, ...]]:
        """The events of each topic that has any, by date."""
        found: dict[TopicId, list[Event]] = {}
        for event in self.events:
            for topic in event.topics:
                found.setdefault(topic, []).append(event)
        return {topic: tuple(events) for topic, events in found.items()}

    @cached_property
    def dates(self) -> frozenset[str]:
        """The EDTF dates of statements and events."""
        said, told = self.statements, self.events
        return frozenset((*(one.date for one in said), *(one.date for one in told)))

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
    statements = statements_of(dossier)
    return Relations(
        counts=counts,
        contexts=contexts,
        companions=companions_of(contexts),
        related=related_to(counts),
        statements=statements,
        events=events_of(dossier, statements),
        annotations=annotations_of(dossier),
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
