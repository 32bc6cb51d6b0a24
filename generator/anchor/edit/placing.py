"""From typed words to the passages that say them, and from a passage to a target that finds it."""

from __future__ import annotations

from generator.anchor.anchoring import anchor_in
from generator.anchor.places import Place, places, texts_of
from generator.anchor.quoting import quote_for
from generator.model import Layer, Note, NoteId, Quote, Source, Span, Target


def places_of(source: Source, words: str, layer: Layer | None = None) -> tuple[Place, ...]:
    """Every place that says some words, typography aside, in one or all of the texts that this
    edition shows; in their order."""
    return tuple(places(Quote(words), texts_of(source, layer)))


def target_at(source: Source, layer: Layer, span: Span, *, names_layer: bool) -> Target | None:
    """The target that finds a passage and nothing else, in the words of the text. None where what
    may be quoted around it does not tell it apart."""
    quote = quote_for(source, layer, span, everywhere=not names_layer)
    if quote is None:
        return None
    target = Target(source.id, layer if names_layer else None, quote)
    found = anchor_in(source, [Note(NoteId(""), target)])[0]
    return target if (found.layer, found.span) == (layer, span) else None


def may_have_two_texts(source: Source) -> bool:
    """Whether some edition may show a digest and a text of a source, so that a note should name its
    layer: what is unique in one may stand in the other. An edition that has no capture cannot know
    of one, for it may go by the source's id alone."""
    return bool(source.digest.text)
