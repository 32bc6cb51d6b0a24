"""Places of a text by their words, and back, as W3C's TextQuoteSelector has it.

A quote is looked for after typography is evened out: white space, dashes, quotation marks,
invisible characters (see ``fold``). Capitals and accents count. Blocks are parted by a line feed,
so that a context can say that a block begins or ends there; a context ends at the border of its
block unless it takes more to tell two places apart. So a paragraph that comes in before or after
loses nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from generator.model import Document, Quote, Span
from generator.wording.contexts import (
    OPEN,
    RESTRICTED,
    Reach,
    left,
    on_one_line,
    right,
    sides,
)
from generator.wording.fold import Folded, cased, fold
from generator.wording.words import joins

__all__ = ["OPEN", "RESTRICTED", "Quotable", "Reach", "core"]

_BORDER: Final = "\n"
_AROUND_BORDER: Final = re.compile(r" *\n[ \n]*")


class Quotable:
    """A document in which quotes are found, and of whose places quotes are made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._folded: list[tuple[Folded, int]] = []
        self._starts: list[int] = []
        pieces = [_BORDER]
        at = len(_BORDER)
        for block in document.blocks:
            text = document.text_of(block)
            letters = cased(text)
            self._folded.append((fold(text), len(letters) - len(letters.lstrip(" "))))
            self._starts.append(at)
            pieces += (letters.strip(" "), _BORDER)
            at += len(pieces[-2]) + len(_BORDER)
        self._text = "".join(pieces)

    def find(self, quote: Quote) -> tuple[Span, ...]:
        """Every place that a quote with its context fits, in order."""
        exact = _evened(quote.exact).strip(" \n")
        before = _ends(_evened(quote.prefix).lstrip(" "))
        after = _begins(_evened(quote.suffix).rstrip(" "))
        return tuple(
            span
            for at in _places(self._text, exact)
            if self._text.endswith(before, 0, at)
            and self._text.startswith(after, at + len(exact))
            and self._is_whole(at, at + len(exact), quote)
            and (span := self._original(at, at + len(exact)))
        )

    def quote(self, span: Span, reaches: tuple[Reach, ...]) -> Quote | None:
        """The shortest quote that finds a place and no other; None where none of the reaches does."""
        for reach in reaches:
            quote = self._quote(span, reach)
            if self.find(quote) == (core(self.document.text, span),):
                return quote
        return None

    def _quote(self, span: Span, reach: Reach) -> Quote:
        before, after = sides(self.document, span, reach)
        return Quote(
            on_one_line(span.of(self.document.text)), left(before, reach), right(after, reach)
        )

    def _is_whole(self, start: int, end: int, quote: Quote) -> bool:
        """Without a context the words must be whole words."""
        text = self._text
        begins = quote.prefix or not joins(text[start], text[start - 1], before=True)
        return bool(begins and (quote.suffix or not joins(text[end - 1], text[end])))

    def _original(self, start: int, end: int) -> Span | None:
        """A place of the evened text in the document; None within a character (ß is ss)."""
        here = bisect_right(self._starts, start) - 1
        folded, lead = self._folded[here]
        first, last = (at - self._starts[here] + lead for at in (start, end))
        if not (folded.is_edge(first) and folded.is_edge(last)):
            return None
        begin = self.document.blocks[here].span.start
        span = Span(folded.original(first), folded.original(last)).shifted(begin)
        return core(self.document.text, span)


def core(text: str, span: Span) -> Span:
    """A span without the invisible characters at its end, so that two ways to it can be compared."""
    end = span.end
    while end > span.start + 1 and unicodedata.category(text[end - 1]) == "Cf":
        end -= 1
    return Span(span.start, end)


def _evened(text: str) -> str:
    return _AROUND_BORDER.sub(_BORDER, _BORDER.join(map(cased, text.split(_BORDER))))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _ends(prefix: str) -> tuple[str, ...]:
    """A space next to the quote may have been forgotten by who wrote it; one that is there counts."""
    return (prefix, f"{prefix} ") if not prefix.endswith((" ", _BORDER)) else (prefix,)


def _begins(suffix: str) -> tuple[str, ...]:
    return (suffix, f" {suffix}") if not suffix.startswith((" ", _BORDER)) else (suffix,)
