"""The quote of a passage, with as little around it as tells it apart.

Of a restricted text never more than six words a side are quoted: notes files are public (law 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from generator.anchor.places import places, texts_of
from generator.model import Document, Layer, Quote, Rights, Source, Span
from generator.wording.contexts import OPEN, RESTRICTED, Reach, left, on_one_line, right, sides
from generator.wording.passages import Passages, trimmed

_BORDER: Final = "\n"
#: A border of blocks is less of an anchor than words are: it counts as so many characters more.
_BORDER_COSTS: Final = 12
#: Up to so many words a side, every pair of contexts is tried; beyond, both grow alike.
_FEW: Final = 6


def quote_for(
    source: Source, layer: Layer, span: Span, *, everywhere: bool = False
) -> Quote | None:
    """The words of a passage with the shortest context that finds it and nothing else in its layer.

    With ``everywhere``: nothing else in any layer that this edition shows, so that a note needs
    no ``layer``. None for a span that begins or ends inside of a character, and where what may be
    quoted around it does not tell it apart. Raises ``KeyError`` for a layer not shown.
    """
    document = source.document(layer)
    span = trimmed(document.text, span)
    if span.start == span.end:
        return None
    texts = texts_of(source) if everywhere else {layer: Passages(document)}
    for quote in _quotes(document, span, _reaches(source, layer)):
        if list(islice(places(quote, texts), 2)) == [(layer, span)]:
            return quote
    return None


def _reaches(source: Source, layer: Layer) -> tuple[Reach, ...]:
    is_restricted = layer is Layer.TEXT and source.record.rights is Rights.RESTRICTED
    return RESTRICTED if is_restricted else OPEN


def _quotes(document: Document, span: Span, reaches: tuple[Reach, ...]) -> Iterator[Quote]:
    """Quotes of a passage, from the shortest contexts to the longest that are allowed."""
    exact = on_one_line(span.of(document.text))
    yield Quote(exact)
    for reach in reaches:
        before, after = sides(document, span, reach)
        few = min(reach.words, _FEW)
        lefts = _steps([left(before, reach._replace(words=n)) for n in range(1, few + 1)])
        rights = _steps([right(after, reach._replace(words=n)) for n in range(1, few + 1)])
        for prefix, suffix in sorted(product(lefts, rights), key=_cost):
            yield Quote(exact, prefix, suffix)
        for words in range(_FEW + 1, reach.words + 1):
            longer = reach._replace(words=words)
            yield Quote(exact, left(before, longer), right(after, longer))


def _steps(contexts: list[str]) -> list[str]:
    """Nothing, and each context without and with the border of its block."""
    steps = ("", *(step for text in contexts for step in (text.strip(_BORDER), text)))
    return list(dict.fromkeys(steps))


def _cost(pair: tuple[str, str]) -> int:
    both = "".join(pair)
    return len(both) + _BORDER_COSTS * both.count(_BORDER)
