"""Dated statements: every date that a source names, with the sentence that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.describe.dates import filed, latest
from generator.model import BlockId, Dossier, Layer, Source, SourceId, Span, TopicId
from generator.relate.contexts import BlockLookup, Lookup


@dataclass(frozen=True, slots=True)
class Statement:
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


def statements_of(dossier: Dossier) -> tuple[Statement, ...]:
    """All statements, by date; the less precise of two that begin together comes first."""
    found = [one for source in dossier.sources for one in _statements(dossier, source)]
    return tuple(sorted(found, key=_order))


def by_date(edtf: str) -> tuple[int, int]:
    """What to sort a date by: where it begins, then the longer ones first."""
    return filed(edtf).toordinal(), -latest(edtf).toordinal()


def _order(one: Statement) -> tuple[tuple[int, int], SourceId, Span]:
    return by_date(one.date), one.source, one.span


def _statements(dossier: Dossier, source: Source) -> Iterator[Statement]:
    layer = source.main_layer
    analysis = dossier.analyses[source.id, layer]
    sentence_at, block_at = Lookup(analysis.sentences), BlockLookup(source.document(layer))
    named: dict[Span, dict[TopicId, None]] = {}
    for mention in analysis.mentions:
        named.setdefault(sentence_at(mention.span), {})[mention.topic] = None
    for found in analysis.dates:
        sentence = sentence_at(found.span)
        yield Statement(
            source=source.id,
            layer=layer,
            block=block_at(found.span).id,
            span=found.span,
            sentence=sentence,
            date=found.date,
            basis=found.basis,
            topics=tuple(named.get(sentence, ())),
        )
