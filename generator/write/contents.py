"""Everything that pages and data files are made from, with the look-ups that they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.model import Dossier, Source, SourceId, Topic, TopicId
from generator.relate import Relations
from generator.settings import Settings


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
    def topics(self) -> Mapping[TopicId, Topic]:
        return MappingProxyType({topic.id: topic for topic in self.dossier.topics})

    @cached_property
    def formerly(self) -> Mapping[TopicId, Topic]:
        """Topics by the ids that they had before."""
        topics = self.dossier.topics
        return MappingProxyType({old: topic for topic in topics for old in topic.formerly})

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
            (len(self.relations.events), "dated statement", "dated statements"),
        )
        return [(number, one if number == 1 else many) for number, one, many in numbers]
