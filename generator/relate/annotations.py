"""Notes by what they are about: source, topic, date, tag, claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from generator.filing.wikilinks import links_in
from generator.model import (
    Anchored,
    ClaimId,
    Dossier,
    Layer,
    Mention,
    NoteId,
    SourceId,
    Stance,
    Standing,
    TopicId,
)

#: On a page: what stands beside a passage first, by its place; then the rest, as it is written.
_ORDER: Final = tuple(Standing)
_LAYERS: Final = tuple(Layer)

Key = TypeVar("Key")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A note's word on a claim."""

    anchored: Anchored
    stance: Stance


@dataclass(frozen=True, slots=True)
class Annotations:
    """Every note of this edition, under each thing that it is about.

    ``by_source`` is in the order of the page: ``numbers`` counts it from 1. ``by_topic`` has the
    notes on a topic itself, those whose passage names it, and those that link to it.
    """

    by_source: Mapping[SourceId, tuple[Anchored, ...]] = field(default_factory=dict)
    by_topic: Mapping[TopicId, tuple[Anchored, ...]] = field(default_factory=dict)
    by_event: Mapping[str, tuple[Anchored, ...]] = field(default_factory=dict)
    by_tag: Mapping[str, tuple[Anchored, ...]] = field(default_factory=dict)
    evidence: Mapping[ClaimId, tuple[Evidence, ...]] = field(default_factory=dict)
    numbers: Mapping[NoteId, int] = field(default_factory=dict)
    topics: Mapping[NoteId, tuple[TopicId, ...]] = field(default_factory=dict)


def annotations_of(dossier: Dossier) -> Annotations:
    """The notes of a dossier, sorted under what they are about."""
    order = {source.id: number for number, source in enumerate(dossier.sources)}
    notes = sorted(dossier.notes, key=lambda one: _place(one, order))
    by_source = _grouped((one.note.target.source, one) for one in notes if one.note.target.source)
    ids = _ids(dossier)
    topics = {one.note.id: tuple(_topics(one, dossier, ids)) for one in notes}
    return Annotations(
        by_source=by_source,
        by_topic=_grouped((topic, one) for one in notes for topic in topics[one.note.id]),
        by_event=_grouped((one.note.target.event, one) for one in notes if one.note.target.event),
        by_tag=_grouped((tag, one) for one in notes for tag in one.note.tags),
        evidence=_grouped(_evidence(notes)),
        numbers={
            one.note.id: number
            for group in by_source.values()
            for number, one in enumerate(group, start=1)
        },
        topics=topics,
    )


def _place(one: Anchored, order: Mapping[SourceId, int]) -> tuple[object, ...]:
    target, span = one.note.target, one.span
    source = order.get(target.source, len(order)) if target.source else len(order)
    layer = _LAYERS.index(one.layer) if one.layer else len(_LAYERS)
    where = (span.start, span.end) if span else (0, 0)
    return source, _ORDER.index(one.standing), layer, *where, str(one.note.path), one.note.line


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    groups: dict[Key, list[Item]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _topics(one: Anchored, dossier: Dossier, ids: Mapping[str, TopicId]) -> Iterator[TopicId]:
    """The topics that a note is on, stands at, or links to; each once."""
    target = one.note.target
    names: list[str] = [target.topic] if target.topic else []
    names += [mention.topic for mention in _named_at(one, dossier)]
    names += [link.name for link in links_in(one.note.body)]
    yield from dict.fromkeys(ids[name] for name in names if name in ids)


def _named_at(one: Anchored, dossier: Dossier) -> Iterator[Mention]:
    source, layer, span = one.note.target.source, one.layer, one.span
    if source and layer and span:
        mentions = dossier.analyses[source, layer].mentions
        yield from (mention for mention in mentions if mention.span.overlaps(span))


def _ids(dossier: Dossier) -> dict[str, TopicId]:
    """Topics by their ids, and by those that they had before."""
    former: dict[str, TopicId] = {
        old: topic.id for topic in dossier.topics for old in topic.formerly
    }
    former.update((topic.id, topic.id) for topic in dossier.topics)
    return former


def _evidence(notes: Iterable[Anchored]) -> Iterator[tuple[ClaimId, Evidence]]:
    for one in notes:
        for assessment in one.note.assessments:
            yield assessment.claim, Evidence(one, assessment.stance)
