"""Where the texts of a source say something.

A quote is looked for as it is written, in all the texts that it may be in; only if it is in none,
with typography evened out (see ``wording.evened``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.model import Layer, Quote, Source, Span
from generator.wording.passages import Passages

#: The texts of a source in which passages are looked for.
Texts: TypeAlias = Mapping[Layer, Passages]
Place: TypeAlias = tuple[Layer, Span]


def texts_of(source: Source, layer: Layer | None = None) -> Texts:
    """The texts of a source that this edition shows, or that of one layer if it does."""
    return {
        known: Passages(document) for known, document in source.layers if layer in (None, known)
    }


def places(quote: Quote, texts: Texts) -> Iterator[Place]:
    """Every place of a quote in some texts, in order."""
    found = False
    for place in _found(Passages.exact, quote, texts):
        found = True
        yield place
    if not found:
        yield from _found(Passages.alike, quote, texts)


def _found(
    find: Callable[[Passages, Quote], Iterator[Span]], quote: Quote, texts: Texts
) -> Iterator[Place]:
    for layer, passages in texts.items():
        for span in find(passages, quote):
            yield layer, span
