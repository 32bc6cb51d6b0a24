"""Review: what people decided about mentions, put above what the matcher finds by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Document, Layer, SourceId, Topic
from generator.recognise.decision import Decision
from generator.recognise.review.aliases import AliasRulings, alias_rulings, ruled
from generator.recognise.review.judgement import Judged, Judgement, State, judge
from generator.recognise.review.rulings import NO_RULINGS, RULINGS_FILE, Rulings

__all__ = ["RULINGS_FILE", "Judged", "Judgement", "Review", "State"]


@dataclass(frozen=True, slots=True)
class Review:
    """The rulings of a dossier, and its topics as they are to be matched under them."""

    topics: tuple[Topic, ...]
    rulings: Rulings
    aliases: AliasRulings

    @classmethod
    def of(cls, topics: Sequence[Topic], rulings: Rulings = NO_RULINGS) -> Review:
        current = under_current_ids(rulings, topics)
        return cls(ruled(topics, current), current, alias_rulings(topics, current))

    def judge(
        self, source: SourceId, layer: Layer, document: Document, decisions: Sequence[Decision]
    ) -> Judgement:
        """What the matcher's decisions about a text of a source come to."""
        about_places = self.rulings.by_text.get((source, layer), ())
        return judge(document, decisions, about_places, self.aliases, self.rulings.path)


def under_current_ids(rulings: Rulings, topics: Sequence[Topic]) -> Rulings:
    """The rulings with the ids that their topics have now, where these were renamed or merged."""
    current = {old: topic.id for topic in topics for old in topic.formerly}
    if not current:
        return rulings
    entries = (replace(one, topic=current.get(one.topic, one.topic)) for one in rulings.entries)
    return Rulings.of(rulings.path, tuple(entries))


def rulings_path(sources: Path) -> Path:
    """Where the rulings of a dossier stand, given its folder of records."""
    return sources / RULINGS_FILE
