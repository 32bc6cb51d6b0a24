"""What stands in a text's margin: notes, each with the passage that it is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Block, Span
from generator.write.escape import Markdown, escape_value


@dataclass(frozen=True, order=True, slots=True)
class MarginNote:
    """A note beside a text. ``anchor`` is its HTML id and ``passage`` that of the number at the
    end of its passage; ``name`` is what a screen reader says; ``aside`` is the note itself."""

    span: Span
    number: int
    anchor: str
    passage: str
    name: str
    status: str
    aside: Markdown

    def ends_in(self, block: Block) -> bool:
        """Whether the passage ends in this block: the note stands beside it, and its number in it."""
        return block.span.start < self.span.end <= block.span.end


Margin = Sequence[MarginNote]

#: A text without notes.
EMPTY: Final[Margin] = ()


def marked(html: str, notes: Margin) -> str:
    """A run of text that is part of the passages of these notes."""
    if not notes:
        return html
    doubts = sorted({f" d-noted--{note.status}" for note in notes if note.status})
    classes = "d-noted" + "".join(doubts) + (" d-noted--more" if len(notes) > 1 else "")
    anchors = " ".join(note.anchor for note in notes)
    return f'<mark class="{classes}" data-note="{anchors}">{html}</mark>'


def reference(note: MarginNote) -> str:
    """The number of a note behind its passage. It is empty: the text shows its own words only, and
    the style sheet shows the number."""
    doubt = f" d-ref--{note.status}" if note.status else ""
    return (
        f'<a class="d-ref{doubt}" id="{note.passage}" href="#{note.anchor}" role="doc-noteref"'
        f' aria-label="{escape_value(note.name)}" data-n="{note.number}"></a>'
    )
