"""Weave: the one place that cuts a text at the edges of all that is said about it.

A block becomes a row of pieces that together are its text, no more and no less. A piece knows
the mention it belongs to, if any, and how it was set in the original. Templates only loop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Block, Mark, MarkKind, Mention, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that everything said about it covers alike."""

    span: Span
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Pieces that stand together: a mention, a link of the original, or text between such."""

    pieces: tuple[Piece, ...]
    mention: Mention | None = None
    link: Mark | None = None

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)


def weave(span: Span, mentions: Sequence[Mention], marks: Sequence[Mark]) -> tuple[Strand, ...]:
    """Cut ``span`` into strands. ``mentions`` must not overlap; marks may do as they like.

    Links do not nest: where a mention and a link of the original meet, the link stays and the
    mention's words are cut at its edges.
    """
    links = _apart(mark for mark in marks if mark.kind is MarkKind.LINK)
    faces = [mark for mark in marks if mark.kind is not MarkKind.LINK]
    cuts = _edges(span, [*(m.span for m in mentions), *(m.span for m in links)])
    strands = []
    for part in cuts:
        link = next((link for link in links if part in link.span), None)
        mention = next((mention for mention in mentions if part in mention.span), None)
        strands.append(Strand(_pieces(part, faces), mention, link))
    return tuple(strands)


def weave_block(
    block: Block, mentions: Sequence[Mention], marks: Sequence[Mark]
) -> tuple[Strand, ...]:
    """The strands of one block, from mentions and marks of the whole document's."""
    return weave(
        block.span,
        [mention for mention in mentions if mention.span.overlaps(block.span)],
        [mark for mark in marks if mark.span.overlaps(block.span)],
    )


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return kept


def _pieces(span: Span, faces: Sequence[Mark]) -> tuple[Piece, ...]:
    cuts = _edges(span, [mark.span for mark in faces])
    return tuple(
        Piece(cut, tuple(mark for mark in faces if cut in mark.span and cut.start < cut.end))
        for cut in cuts
    )


def _edges(span: Span, others: Sequence[Span]) -> list[Span]:
    """``span`` cut at every edge of the others that lies within."""
    edges = {span.start, span.end}
    for other in others:
        edges.update(edge for edge in (other.start, other.end) if span.start < edge < span.end)
    order = sorted(edges)
    return [Span(a, b) for a, b in pairwise(order)] or [span]
