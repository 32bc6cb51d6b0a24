"""Places in a text as selectors of Web Annotation."""

from __future__ import annotations

from typing import Any, Final

from generator.model import Document, Span

#: Characters of context on either side of a quote.
CONTEXT: Final = 32


def selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    """A TextPositionSelector and a TextQuoteSelector for a span."""
    text = document.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
    ]
