"""Everything that pages and data files are made from, with the look-ups that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.model import (
    Anchored,
    Claim,
    ClaimId,
    Dossier,
    Layer,
    NoteId,
    Source,
    SourceId,
    Topic,
    TopicId,
)
from generator.relate import Event, Relations
from generator.relate.contexts import BlockLookup
from generator.settings import Settings
from generator.write.periods import Timeline, timeline_of


@dataclass(frozen=True)
class Contents:
    """A dossier, what follows from it, and the settings that it is written under."""

    dossier: Dossier
    relations: Relations
    settings: Settings

    @cached_property
    def sources(self) -> Mapping[SourceId, Source]:
        return MappingProxyType({source.id: source for source in self.dossier.sources})

    @cached_property
    def blocks(self) -> Mapping[tuple[SourceId, Layer], BlockLookup]:
        """For each text of this edition, the block that a span begins in."""
        return MappingProxyType(
            {
                (source.id, layer): BlockLookup(document)
                for source in self.dossier.sources
                for layer, document in source.layers
            }
        )

    @cached_property
    def topics(self) -> Mapping[TopicId, Topic]:
        return MappingProxyType({topic.id: topic for topic in self.dossier.topics})

    @cached_property
    def formerly(self) -> Mapping[TopicId, Topic]:
        """Topics by the ids that they had before."""
        topics = self.dossier.topics
        return MappingProxyType({old: topic for topic in topics for old in topic.formerly})

    def topic_of(self, name: TopicId) -> Topic | None:
        """The topic with that id, or that had it before."""
        return self.topics.get(name) or self.formerly.get(name)

    @cached_property
    def claims(self) -> Mapping[ClaimId, Claim]:
        return MappingProxyType({claim.id: claim for claim in self.dossier.claims})

    @cached_property
    def claims_on(self) -> Mapping[TopicId, tuple[Claim, ...]]:
        """The claims that are on each topic, in their order."""
        found: dict[TopicId, dict[ClaimId, Claim]] = {}
        for claim in self.dossier.claims:
            for name in claim.topics:
                if topic := self.topic_of(name):
                    found.setdefault(topic.id, {})[claim.id] = claim
        return MappingProxyType({topic: tuple(claims.values()) for topic, claims in found.items()})

    @cached_property
    def notes(self) -> Mapping[NoteId, Anchored]:
        return MappingProxyType({one.note.id: one for one in self.dossier.notes})

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by their ids."""
        return MappingProxyType({event.id: event for event in self.relations.events})

    @cached_property
    def timeline(self) -> Timeline:
        return timeline_of(self.dossier, self.relations)

    @cached_property
    def named_topics(self) -> Sequence[Topic]:
        """Topics that at least one source names: by reach, then mentions, then label."""
        relations = self.relations
        named = [topic for topic in self.dossier.topics if relations.reach(topic.id)]
        return sorted(
            named, key=lambda t: (-relations.reach(t.id), -relations.total(t.id), t.label)
        )

    @cached_property
    def figures(self) -> Sequence[tuple[int, str]]:
        """The dossier in numbers, each with the noun in the right number."""
        numbers = (
            (len(self.dossier.sources), "source", "sources"),
            (len(self.named_topics), "topic", "topics"),
            (sum(self.relations.total(t.id) for t in self.named_topics), "mention", "mentions"),
            (len(self.relations.statements), "dated statement", "dated statements"),
            *([(len(self.dossier.notes), "note", "notes")] if self.dossier.notes else []),
        )
        return [(number, one if number == 1 else many) for number, one, many in numbers]
