"""Where a note that stands nowhere may belong: for a person to choose from (law 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from generator.anchor.places import Place, Texts, places, texts_of
from generator.model import Layer, Note, Quote, Source, Span
from generator.wording.evened import evened
from generator.wording.graphemes import is_edge
from generator.wording.similar import Likeness

#: The same words, typography aside.
SAME: Final = 100.0
#: Of more places than this with the same words only the first are held against a note's context.
_MANY: Final = 1000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of a source, and how similar it is to what a note quotes, from 0 to 100."""

    layer: Layer
    span: Span
    similarity: float
    passage: str

    @property
    def percent(self) -> int:
        """The similarity for people, rounded down: only the same is 100."""
        return int(self.similarity)


def candidates(note: Note, source: Source, limit: int = 3) -> tuple[Candidate, ...]:
    """The passages nearest to a note's quote in the texts that it may be about, the nearest first.

    Where its quote with its context fits several places, these and no others. Else first those
    that say the same in another context or in other capitals, then those that say nearly the same (see
    ``wording.similar``: only for quotes of 12 to 2,000 characters, and at most 10 of them). None
    for a note without a quote.
    """
    return Nearest(source).to(note, limit)


class Nearest:
    """A source whose texts are prepared once, to look for the candidates of several notes."""

    def __init__(self, source: Source) -> None:
        self._texts = texts_of(source)
        self._likeness = {layer: Likeness(text) for layer, text in self._texts.items()}

    def to(self, note: Note, limit: int = 3) -> tuple[Candidate, ...]:
        """As ``candidates``."""
        quote, layer = note.target.quote, note.target.layer
        if quote is None:
            return ()
        texts = {known: text for known, text in self._texts.items() if layer in (None, known)}
        if fitting := tuple(islice(places(quote, texts), limit)):
            return tuple(self._candidate(place, SAME) for place in fitting)
        same = _same_words(quote, texts)[:limit]
        found = [self._candidate(place, SAME) for place in same]
        if not found:
            found = [
                self._candidate(place, SAME - 1) for place in _in_other_case(quote, texts)[:limit]
            ]
        if len(found) < limit:
            found += self._similar(quote, texts, found, limit)
        return tuple(found[:limit])

    def elsewhere(self, note: Note) -> tuple[Layer, ...]:
        """The texts that a note is not about, by its own word, and that have its quote."""
        quote, layer = note.target.quote, note.target.layer
        if quote is None or layer is None:
            return ()
        others = (one for one in self._texts.items() if one[0] is not layer)
        return tuple(other for other, text in others if any(places(quote, {other: text})))

    def _similar(
        self, quote: Quote, texts: Texts, known: list[Candidate], limit: int
    ) -> list[Candidate]:
        found = [
            self._candidate((layer, one.span), one.similarity)
            for layer in texts
            for one in self._likeness[layer].similar(quote.exact, limit)
            if not any(layer is other.layer and one.span.overlaps(other.span) for other in known)
        ]
        return sorted(found, key=lambda one: -one.similarity)

    def _candidate(self, place: Place, similarity: float) -> Candidate:
        layer, span = place
        text = self._texts[layer].document.text
        return Candidate(layer, span, similarity, span.of(text))


def _same_words(quote: Quote, texts: Texts) -> list[Place]:
    """The places of a quote in any context, those first whose context is more like its own."""
    found = list(islice(places(Quote(quote.exact), texts), _MANY))
    if len(found) > 1 and (quote.prefix or quote.suffix):
        found.sort(key=lambda place: -_context_likeness(quote, place, texts))
    return found


def _in_other_case(quote: Quote, texts: Texts) -> list[Place]:
    """The places of a quote in other capitals, in any context."""
    words = quote.exact.strip().casefold()
    found: list[Place] = []
    for layer, passages in texts.items():
        text = passages.document.text
        if not words or len(text.casefold()) != len(text):
            continue  # in the second case positions would not agree
        for match in islice(re.finditer(re.escape(words), text.casefold()), _MANY):
            span = Span(*match.span())
            if is_edge(text, span.start) and is_edge(text, span.end):
                found.append((layer, span))
    return found


def _context_likeness(quote: Quote, place: Place, texts: Texts) -> float:
    layer, span = place
    text = texts[layer].document.text
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    after = text[span.end : span.end + len(quote.suffix)]
    return fuzz.ratio(_told(quote.prefix), _told(before)) + fuzz.ratio(
        _told(quote.suffix), _told(after)
    )


def _told(context: str) -> str:
    return " ".join(evened(context).text.split())
