"""The sentences of a document, as spans.

English and other text in letters with capitals goes through nupunkt (Punkt with trained
abbreviations: it knows "U.S. Congress", "No. 5" and "Gen."). The full stops of other scripts end a
sentence wherever they stand; in scripts without capitals so does a stop before a space. Headings,
captions, credits and code are one sentence each, and so is each line of a table: what one wants to
see around a mention is all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nupunkt import sent_spans

from generator.model import Block, BlockKind, Document, Span

#: Blocks that are read as a whole, unless they are longer than a long sentence.
_WHOLE: Final = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.CODE})
_LONG: Final = 600
#: Beyond this a block is no prose, and only the simple rule is used. nupunkt needs 2 ms for it.
_LONGEST: Final = 100_000
#: How much of a text shows whether its letters come in capitals too.
_SAMPLE: Final = 400

#: Where scripts without capitals are, among others: a quick look that most texts pass.
_UNCASED: Final = re.compile(
    "[\u0590-\u1dff\u2c80-\ua63f\ua6a0-\ua71f\ua800-\ufaff\ufb1d-\U0003ffff]"
)

_CLOSING: Final = r"[\"'”’»›)\]）］」』】》〉]*+"
#: Stops that end a sentence whatever follows: CJK, Devanagari, Urdu, Armenian, Ethiopic, Burmese.
_STOPS: Final = rf"[。！？｡।॥۔։።။]++{_CLOSING}"
#: Stops that do so before a space, in scripts where no capital tells.
_STOPS_AND_SPACE: Final = rf"(?<![.!?؟…])[.!?؟…]++{_CLOSING}(?=\s)"
_LINES: Final = re.compile(r"\n")
_STRONG: Final = re.compile(_STOPS)
_ANY: Final = re.compile(f"{_STOPS}|{_STOPS_AND_SPACE}")


def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of a document, in order, without white space at their ends.

    None crosses a border of blocks, and each character but white space is in exactly one.
    """
    return tuple(
        span
        for block in document.blocks
        for piece in _pieces(block, document.text_of(block))
        if (span := _trimmed(document.text, piece.shifted(block.span.start)))
    )


def _pieces(block: Block, text: str) -> Iterator[Span]:
    if block.kind is BlockKind.TABLE:
        return _cut(text, _LINES)
    if block.kind in _WHOLE and len(text) <= _LONG:
        return iter((Span(0, len(text)),))
    if len(text) > _LONGEST or not _has_capitals(text):
        return _cut(text, _ANY)
    if not text.isascii() and _STRONG.search(text):
        return (span for part in _cut(text, _STRONG) for span in _punkt(text, part))
    return _punkt(text, Span(0, len(text)))


def _has_capitals(text: str) -> bool:
    """Whether a text is mostly in a script that has capital letters."""
    if text.isascii() or not _UNCASED.search(text, 0, _SAMPLE):
        return True
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return 2 * sum(char.lower() != char.upper() for char in letters) >= len(letters)


def _cut(text: str, border: re.Pattern[str]) -> Iterator[Span]:
    """The pieces of a text, each up to the end of a border."""
    start = 0
    for found in border.finditer(text):
        yield Span(start, found.end())
        start = found.end()
    yield Span(start, len(text))


def _punkt(text: str, part: Span) -> Iterator[Span]:
    """The sentences that nupunkt finds; what it might leave between them goes to the next."""
    start = part.start
    for _, end in sent_spans(part.of(text)):
        yield Span(start, part.start + end)
        start = part.start + end
    yield Span(start, part.end)


def _trimmed(text: str, span: Span) -> Span | None:
    """A span without white space at its ends, or None where nothing else is in it."""
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    end = span.start + len(part.rstrip())
    return Span(start, end) if start < end else None
