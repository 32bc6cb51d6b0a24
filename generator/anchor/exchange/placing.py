"""Where a note from elsewhere stands: its words are looked for as those of our own notes are.

The words of an original document are looked for in its text, and only if they are many, or have
words around them that fit too, in its digest: that is another text. A context may end at the border
of its block, since what pages have between two blocks is often no part of the text. Nothing else
about a quote is ever given up (law 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from generator.anchor.anchoring import anchor_in
from generator.anchor.exchange.settling import Settled
from generator.anchor.quoting import quote_for
from generator.model import Anchored, Layer, Note, Quote, Source, Standing

#: Characters of a quote that two texts hardly ever have in common by chance.
_ENOUGH: Final = 25


@dataclass(frozen=True, slots=True)
class Placing:
    """A note that came in, and what becomes of it in its source."""

    settled: Settled
    note: Note
    standing: Standing


def place(source: Source, settled: Sequence[Settled]) -> list[Placing]:
    """The notes on a source, in order, each with its words as they stand there."""
    tried = [(number, note) for number, one in enumerate(settled) for note in _ways(one, source)]
    anchored = anchor_in(source, [note for _, note in tried])
    numbered = zip((number for number, _ in tried), anchored, strict=True)
    return [
        _placing(settled[number], [one for _, one in group], source)
        for number, group in groupby(numbered, key=lambda pair: pair[0])
    ]


def _ways(one: Settled, source: Source) -> Iterator[Note]:
    """The note with its quote in every way that may be its place, the likeliest first."""
    quote = one.note.target.quote
    if one.is_kept or quote is None:
        yield one.note
        return
    for layer in _layers(one, source, quote):
        for way in dict.fromkeys((_on_one_line(quote), _on_one_line(_within_block(quote)))):
            yield replace(one.note, target=replace(one.note.target, layer=layer, quote=way))


def _layers(one: Settled, source: Source, quote: Quote) -> Iterator[Layer | None]:
    if not one.is_original:
        yield one.note.target.layer
        return
    yield Layer.TEXT
    if len(quote.exact) >= _ENOUGH or quote.prefix.strip() or quote.suffix.strip():
        yield Layer.DIGEST


def _placing(settled: Settled, tried: Sequence[Anchored], source: Source) -> Placing:
    found = next((one for one in tried if one.standing is Standing.ANCHORED), None)
    if settled.is_kept or found is None or found.note.target.quote is None:
        return Placing(settled, tried[0].note, tried[0].standing)
    assert found.layer is not None and found.span is not None
    quote = quote_for(source, found.layer, found.span) or found.note.target.quote
    target = replace(found.note.target, layer=found.layer, quote=quote)
    return Placing(settled, replace(found.note, target=target), found.standing)


def _within_block(quote: Quote) -> Quote:
    """A quote with the part of its context that is on the same line; a short one keeps some."""
    prefix = quote.prefix.rpartition("\n")[2]
    suffix = quote.suffix.partition("\n")[0]
    is_enough = (prefix + suffix).strip() or len(quote.exact) >= _ENOUGH
    return Quote(quote.exact, prefix, suffix) if is_enough else quote


def _on_one_line(quote: Quote) -> Quote:
    """A quote in which every border of a page's source is a mere space."""
    exact, prefix, suffix = (re.sub(r"\s+", " ", text) for text in _parts(quote))
    return Quote(exact.strip(), prefix if prefix.strip() else "", suffix if suffix.strip() else "")


def _parts(quote: Quote) -> tuple[str, str, str]:
    return quote.exact, quote.prefix, quote.suffix
