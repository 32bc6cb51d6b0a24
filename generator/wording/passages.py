"""Passages of a document by their words: as they are written, or with typography evened out.

Unlike names (``quotes``), passages may cross blocks and begin within a word; a passage is whatever
an editor quotes. It never begins or ends inside of a character (a letter with its marks, an emoji).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from heapq import merge
from itertools import product
from typing import Final

from generator.model import BlockId, Document, Quote, Span
from generator.wording.evened import (
    BORDER,
    evened,
    evened_context,
    evened_document,
    is_invisible,
)
from generator.wording.folded import Folded
from generator.wording.graphemes import is_edge

#: A border in the context of a quote.
_LINE_FEED: Final = "\n"
_AT_BORDER: Final = (" ", BORDER)


class Passages:
    """A document in which passages are found. It is evened out once, and only if need be."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def exact(self, quote: Quote) -> Iterator[Span]:
        """Where a quote stands letter for letter, its context beside it. White space at its ends
        must be there, but does not belong to the passage. A line feed in the context is a border,
        as in ``alike``."""
        text, words = self.document.text, quote.exact
        lead, core = len(words) - len(words.lstrip()), words.strip()
        if _LINE_FEED in quote.prefix + quote.suffix:
            yield from (span for span in self.alike(quote) if span.of(text) == core)
        elif core:
            for at in _places(text, quote.prefix + words + quote.suffix):
                start = at + len(quote.prefix) + lead
                span = Span(start, start + len(core))
                if is_edge(text, span.start) and is_edge(text, span.end):
                    yield span

    def alike(self, quote: Quote) -> Iterator[Span]:
        """Where a quote stands once typography is evened out, in order. A space or line feed in it
        may be a border of blocks; a line feed in its context must be one."""
        words = _level(evened(quote.exact).text).strip(" ")
        if not words:
            return
        before = _with_space(evened_context(quote.prefix).lstrip(" "), -1)
        after = _with_space(evened_context(quote.suffix).rstrip(" "), 0)
        starts = merge(
            *(self._alike(prefix, words, suffix) for prefix, suffix in product(before, after))
        )
        for start in starts:
            if span := self.original(start, start + len(words)):
                yield span

    @cached_property
    def blocks(self) -> Mapping[BlockId, list[Span]]:
        """Where the blocks of an id stand; of a document that is well made, one."""
        spans: defaultdict[BlockId, list[Span]] = defaultdict(list)
        for block in self.document.blocks:
            spans[block.id].append(block.span)
        return spans

    @cached_property
    def evened(self) -> Folded:
        """The document evened out, with its borders; original positions are one too high."""
        return evened_document(self.document)

    @cached_property
    def level(self) -> str:
        """The same text with spaces for borders."""
        return _level(self.evened.text)

    def original(self, start: int, end: int) -> Span | None:
        """A stretch of the evened text in the document, without white space and what cannot be
        seen at its ends; None if it begins or ends inside of a character."""
        if not (self.evened.is_edge(start) and self.evened.is_edge(end)):
            return None
        text = self.document.text
        span = Span(self.evened.original(start), self.evened.original(end)).shifted(-1)
        span = trimmed(text, _completed(text, span))
        return span if is_edge(text, span.start) and is_edge(text, span.end) else None

    def _alike(self, prefix: str, words: str, suffix: str) -> Iterator[int]:
        """Where the words stand between their contexts, in the evened text."""
        for at in _places(self.level, _level(prefix + words + suffix)):
            start = at + len(prefix)
            if self._has_borders(at, prefix) and self._has_borders(start + len(words), suffix):
                yield start

    def _has_borders(self, at: int, context: str) -> bool:
        """Whether blocks meet where a context at a position says so."""
        return BORDER not in context or all(
            self.evened.text[at + number] == BORDER
            for number, char in enumerate(context)
            if char == BORDER
        )


def trimmed(text: str, span: Span) -> Span:
    """A span without white space and invisible characters at its ends."""
    start, end = max(span.start, 0), min(span.end, len(text))
    while start < end and _is_blank(text[end - 1]) and is_edge(text, end - 1):
        end -= 1
    while start < end and _is_blank(text[start]) and is_edge(text, start + 1):
        start += 1
    return Span(start, end)


def _completed(text: str, span: Span) -> Span:
    """A span with the variation selector and the like of its last character: evened out, they may
    count as a part of the white space that follows."""
    end = span.end
    while end < len(text) and is_invisible(text[end]) and not is_edge(text, end):
        end += 1
    return Span(span.start, end)


def _is_blank(char: str) -> bool:
    return char.isspace() or is_invisible(char)


def _level(text: str) -> str:
    return text.replace(BORDER, " ")


def _with_space(context: str, edge: int) -> tuple[str, ...]:
    """A context, and the same with the space next to the passage that its writer left out."""
    if not context or context[edge] in _AT_BORDER:
        return (context,)
    return (context, f" {context}" if edge == 0 else f"{context} ")


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
