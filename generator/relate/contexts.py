"""Backlinks with their sentence: where each topic is named, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model import (
    Analysis,
    Block,
    BlockId,
    Document,
    Dossier,
    Layer,
    Mention,
    Source,
    SourceId,
    Span,
    TopicId,
)


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names a topic, and the spans of the mentions in it.

    All spans are of the text that ``source`` and ``layer`` name; ``block`` is the paragraph to
    land on. ``aliases`` are the names that found the mentions, one for each.
    """

    source: SourceId
    layer: Layer
    block: BlockId
    sentence: Span
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...]


def contexts_of(dossier: Dossier) -> dict[TopicId, tuple[Context, ...]]:
    """Every topic's contexts, in the order of the sources and of their text."""
    found: dict[TopicId, list[Context]] = {topic.id: [] for topic in dossier.topics}
    for source in dossier.sources:
        analysis = dossier.analyses[source.id, source.main_layer]
        for topic, context in _contexts(source, analysis):
            found[topic].append(context)
    return {topic: tuple(contexts) for topic, contexts in found.items()}


def _contexts(source: Source, analysis: Analysis) -> Iterator[tuple[TopicId, Context]]:
    document = source.document(source.main_layer)
    sentence_at = Lookup(analysis.sentences)
    block_at = BlockLookup(document)

    def home(mention: Mention) -> tuple[TopicId, Span]:
        return mention.topic, sentence_at(mention.span)

    mentions = sorted(analysis.mentions, key=lambda m: (m.topic, m.span))
    for (topic, sentence), group in groupby(mentions, key=home):
        named = list(group)
        spans = tuple(mention.span for mention in named)
        aliases = tuple(mention.alias for mention in named)
        block = block_at(spans[0])
        yield topic, Context(source.id, source.main_layer, block.id, sentence, spans, aliases)


class Lookup:
    """The span, of a sorted sequence, that a given span begins in (itself where none does)."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self.starts = [span.start for span in spans]

    def __call__(self, span: Span) -> Span:
        index = bisect_right(self.starts, span.start) - 1
        if index >= 0 and span.start < self.spans[index].end:
            return Span(self.spans[index].start, max(self.spans[index].end, span.end))
        return span


class BlockLookup:
    """The block that a span begins in; blocks are in order, so a search by halves finds it."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.starts = [block.span.start for block in document.blocks]

    def __call__(self, span: Span) -> Block:
        return self.blocks[max(0, bisect_right(self.starts, span.start) - 1)]
