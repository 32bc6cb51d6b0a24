"""The timeline: every dated statement of every source, with the passage that proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.describe.dates import filed, latest
from generator.model import BlockId, Dossier, Layer, Source, SourceId, Span, TopicId
from generator.relate.contexts import BlockLookup, Lookup


@dataclass(frozen=True, slots=True)
class Event:
    """A dated statement: an EDTF date, the words that say so, and how the date was worked out.

    ``span`` is the date expression and ``sentence`` the sentence around it, both in the text that
    ``source`` and ``layer`` name; ``topics`` are the topics named in that sentence.
    """

    source: SourceId
    layer: Layer
    block: BlockId
    span: Span
    sentence: Span
    date: str
    basis: str
    topics: tuple[TopicId, ...]


def events_of(dossier: Dossier) -> tuple[Event, ...]:
    """All events, by date; the less precise of two that begin together comes first."""
    events = [event for source in dossier.sources for event in _events(dossier, source)]
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[int, int, SourceId, Span]:
    begin, end = filed(event.date).toordinal(), latest(event.date).toordinal()
    return begin, -end, event.source, event.span


def _events(dossier: Dossier, source: Source) -> Iterator[Event]:
    layer = source.main_layer
    analysis = dossier.analyses[source.id, layer]
    sentence_at, block_at = Lookup(analysis.sentences), BlockLookup(source.document(layer))
    named: dict[Span, dict[TopicId, None]] = {}
    for mention in analysis.mentions:
        named.setdefault(sentence_at(mention.span), {})[mention.topic] = None
    for found in analysis.dates:
        sentence = sentence_at(found.span)
        yield Event(
            source=source.id,
            layer=layer,
            block=block_at(found.span).id,
            span=found.span,
            sentence=sentence,
            date=found.date,
            basis=found.basis,
            topics=tuple(named.get(sentence, ())),
        )
