"""Weave: the one place that cuts a text at the edges of all that is said about it.

A block becomes a row of pieces that together are its text, no more and no less. A piece knows
the mention it belongs to, if any, the notes that are on it, and how it was set in the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Block, Mark, MarkKind, Mention, Span
from generator.write.margin import EMPTY, Margin, MarginNote


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that everything said about it covers alike."""

    span: Span
    marks: tuple[Mark, ...] = ()
    notes: tuple[MarginNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand:
    """Pieces that stand together: a mention, a link of the original, or text between such.

    ``ending`` are the notes whose passage ends here: their numbers stand behind it.
    """

    pieces: tuple[Piece, ...]
    mention: Mention | None = None
    link: Mark | None = None
    ending: tuple[MarginNote, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)


def weave(
    span: Span, mentions: Sequence[Mention], marks: Sequence[Mark], notes: Margin = EMPTY
) -> tuple[Strand, ...]:
    """Cut ``span`` into strands. ``mentions`` must not overlap; marks and notes may do as they like.

    Links do not nest: where a mention and a link of the original meet, the link stays and the
    mention's words are cut at its edges.
    """
    links = _apart(mark for mark in marks if mark.kind is MarkKind.LINK)
    faces = [mark for mark in marks if mark.kind is not MarkKind.LINK]
    whole = [*(m.span for m in mentions), *(m.span for m in links)]
    # A note's number stands right behind its passage, but never inside of a link.
    ends = [Span(n.span.end, n.span.end) for n in notes if not _is_within(n.span.end, whole)]
    cuts = _edges(span, [*whole, *ends])
    strands = []
    for part in cuts:
        link = next((link for link in links if part in link.span), None)
        mention = next((mention for mention in mentions if part in mention.span), None)
        ending = tuple(note for note in notes if part.start < note.span.end <= part.end)
        strands.append(Strand(_pieces(part, faces, notes), mention, link, ending))
    return tuple(strands)


def weave_block(
    block: Block, mentions: Sequence[Mention], marks: Sequence[Mark], notes: Margin
) -> tuple[Strand, ...]:
    """The strands of one block, from mentions, marks and notes of the whole document's."""
    return weave(
        block.span,
        [mention for mention in mentions if mention.span.overlaps(block.span)],
        [mark for mark in marks if mark.span.overlaps(block.span)],
        [note for note in notes if note.span.overlaps(block.span)],
    )


def _is_within(position: int, spans: Sequence[Span]) -> bool:
    return any(span.start < position < span.end for span in spans)


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.span):
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return kept


def _pieces(span: Span, faces: Sequence[Mark], notes: Margin) -> tuple[Piece, ...]:
    cuts = _edges(span, [*(mark.span for mark in faces), *(note.span for note in notes)])
    return tuple(
        Piece(
            cut,
            tuple(mark for mark in faces if cut in mark.span and cut.start < cut.end),
            tuple(note for note in notes if cut in note.span and cut.start < cut.end),
        )
        for cut in cuts
    )


def _edges(span: Span, others: Sequence[Span]) -> list[Span]:
    """``span`` cut at every edge of the others that lies within."""
    edges = {span.start, span.end}
    for other in others:
        edges.update(edge for edge in (other.start, other.end) if span.start < edge < span.end)
    order = sorted(edges)
    return [Span(a, b) for a, b in pairwise(order)] or [span]
