"""A passage as topic pages and the timeline show it: a sentence, the words meant, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import BlockId, Layer, Mention, SourceId, Span, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import foreign
from generator.write.weave import weave

#: Longest sentence shown whole, in characters; a longer one is cut to a window around the words meant.
WINDOW: Final = 480


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a passage, and whether they are the ones meant."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in pieces, its layer, and a link to its very paragraph."""

    layer: Layer
    language: str
    pieces: tuple[Words, ...]
    href: str
    place: str


def passage(
    contents: Contents,
    page: PurePosixPath,
    *,
    source: SourceId,
    layer: Layer,
    block: BlockId,
    sentence: Span,
    meant: Sequence[Span],
) -> Passage:
    """The passage for a page, with the spans in ``meant`` marked."""
    text = contents.sources[source].document(layer).text
    shown = _window(sentence, meant)
    mentions = [Mention(span, TopicId(""), "") for span in sorted(meant) if span in shown]
    words = [Words(s.span.of(text), s.mention is not None) for s in weave(shown, mentions, [])]
    before = [Words("… ", False)] if shown.start > sentence.start else []
    after = [Words(" …", False)] if shown.end < sentence.end else []
    return Passage(
        layer=layer,
        language=foreign(contents, contents.sources[source]) if layer is Layer.TEXT else "",
        pieces=(*before, *words, *after),
        href=paths.html_link(page, paths.source_page(source), block),
        place="Read in place" if layer is Layer.TEXT else "Read in the digest",
    )


def _window(sentence: Span, meant: Sequence[Span]) -> Span:
    if sentence.end - sentence.start <= WINDOW:
        return sentence
    first = min(meant)
    start = max(sentence.start, first.start - WINDOW // 2)
    return Span(start, min(sentence.end, max(first.end, start + WINDOW)))
