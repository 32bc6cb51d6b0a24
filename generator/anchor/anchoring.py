"""Where a source's notes stand: each at the one place that its quote finds, or nowhere (law 3).

One place in all the texts that a note may be about is where it stands. Whatever else comes out is
reported, and a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from generator.anchor.places import Place, Texts, places, texts_of
from generator.anchor.quoting import quote_for
from generator.model import Anchored, Note, Source, Standing, Target

__all__ = ["anchor_in", "quote_for"]

#: Whether there is one place, and not two, is all that matters.
_TWO: Final = 2


def anchor_in(source: Source, notes: Sequence[Note]) -> tuple[Anchored, ...]:
    """The notes of a source, in their order, with where each stands in this edition."""
    texts = texts_of(source)
    return tuple(_anchored(note, texts) for note in notes)


def _anchored(note: Note, texts: Texts) -> Anchored:
    target = note.target
    if target.quote is None and target.block is None:
        return Anchored(note, Standing.WHOLE)
    own = {layer: text for layer, text in texts.items() if target.layer in (None, layer)}
    if not own:
        return Anchored(note, Standing.WITHHELD)
    found = list(islice(_places_of(target, own), _TWO))
    if len(found) == 1:
        return Anchored(note, Standing.ANCHORED, *found[0])
    return Anchored(note, Standing.AMBIGUOUS if found else Standing.LOST)


def _places_of(target: Target, texts: Texts) -> Iterator[Place]:
    if target.quote is not None:
        yield from places(target.quote, texts)
    elif target.block is not None:
        for layer, passages in texts.items():
            yield from ((layer, span) for span in passages.blocks.get(target.block, ()))
