"""Verdicts to a document: blocks of text, and where each part went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import accumulate
from typing import Final

from generator.model import (
    IN_TEXT,
    Block,
    BlockId,
    BlockKind,
    Document,
    Fate,
    Mark,
    Part,
    Placed,
    Span,
    Verdict,
)

_KINDS: Final = {
    Fate.SUBTITLE: BlockKind.SUBTITLE,
    Fate.HEADING: BlockKind.HEADING,
    Fate.CAPTION: BlockKind.CAPTION,
    Fate.CREDIT: BlockKind.CREDIT,
}
_FATES: Final = {kind: fate for fate, kind in _KINDS.items()}
#: Level 1 is the title's, which does not stand in the text.
TOP_LEVEL: Final = 2
_BETWEEN: Final = "\n\n"


def assemble(
    verdicts: Sequence[Verdict], *, prefix: str = "p"
) -> tuple[Document, tuple[Placed, ...]]:
    """The document that verdicts make, and a place for each of them, in order.

    Blocks stand a blank line apart; a part that joins goes on a new line of the block above it.
    A block's id is the prefix and a hash of the block's words, so that a link to it survives
    changes elsewhere; a second block of the same words ends in ``-2``.
    """
    groups = list(_groups(verdicts))
    texts = [
        "\n".join(_margin(verdict) + verdict.part.text for verdict in group) for group in groups
    ]
    starts = accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0)
    spans = [Span(start, start + len(text)) for start, text in zip(starts, texts, strict=False)]
    blocks = tuple(
        _block(group[0], span, block_id)
        for group, span, block_id in zip(groups, spans, _ids(texts, prefix), strict=True)
    )
    placed = tuple(_placed(verdicts, _spots(groups, blocks)))
    return Document(_BETWEEN.join(texts), blocks, tuple(_marks(placed))), placed


def document_of(parts: Iterable[Part], *, prefix: str = "d") -> Document:
    """The document of parts that are all text, as an editor's digest is.

    What the format calls no text (rulers, comments, link definitions) stands in no document.
    """
    verdicts = [
        Verdict(part, _FATES.get(part.kind or BlockKind.PARAGRAPH, Fate.BODY))
        for part in parts
        if not part.aside
    ]
    return assemble(verdicts, prefix=prefix)[0]


def _groups(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """The verdicts of each block. What the format calls no text does not come between lines."""
    group: list[Verdict] = []
    for verdict in verdicts:
        if verdict.part.aside:
            continue
        if group and verdict.part.joins and verdict.fate is group[0].fate:
            group.append(verdict)
            continue
        if group:
            yield group
        group = [verdict] if verdict.fate in IN_TEXT else []
    if group:
        yield group


def _margin(verdict: Verdict) -> str:
    """The spaces before a line, where they mean something: in code."""
    return " " * verdict.part.indent if verdict.part.kind is BlockKind.CODE else ""


def _block(verdict: Verdict, span: Span, block_id: BlockId) -> Block:
    part = verdict.part
    kind = _KINDS.get(verdict.fate, part.kind or BlockKind.PARAGRAPH)
    level = max(part.level, TOP_LEVEL) if kind is BlockKind.HEADING else part.level
    return Block(block_id, kind, span, level)


def _ids(texts: Iterable[str], prefix: str) -> Iterator[BlockId]:
    seen: Counter[str] = Counter()
    for text in texts:
        words = " ".join(text.casefold().split()).encode("utf-8", "surrogatepass")
        name = f"{prefix}-{blake2b(words, digest_size=4).hexdigest()}"
        seen[name] += 1
        yield BlockId(name if seen[name] == 1 else f"{name}-{seen[name]}")


def _spots(
    groups: Iterable[Sequence[Verdict]], blocks: Iterable[Block]
) -> Iterator[tuple[Span, BlockId]]:
    """The span and the block of each part in the text."""
    for group, block in zip(groups, blocks, strict=True):
        start = block.span.start
        for verdict in group:
            start += len(_margin(verdict))
            end = start + len(verdict.part.text)
            yield Span(start, end), block.id
            start = end + 1


def _placed(verdicts: Iterable[Verdict], spots: Iterator[tuple[Span, BlockId]]) -> Iterator[Placed]:
    for verdict in verdicts:
        yield Placed(verdict, *next(spots)) if verdict.fate in IN_TEXT else Placed(verdict)


def _marks(placed: Iterable[Placed]) -> Iterator[Mark]:
    for place in placed:
        if place.span is not None:
            for mark in place.verdict.part.marks:
                yield replace(mark, span=mark.span.shifted(place.span.start))
