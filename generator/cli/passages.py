"""A passage as a terminal shows it: where it is, and its words among those around them."""

from __future__ import annotations

import re
from typing import Final

import click

from generator.model import Block, Document, Layer, Source, Span

#: Characters that are shown on each side of a passage, and of a long passage at each end.
_AROUND: Final = 60
_LONG: Final = 240

#: Line ends, tabs and what could tell a terminal what to do.
_NOT_SHOWN: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_CUT: Final = "…"


def passage(source: Source, layer: Layer, span: Span) -> str:
    """``digest, The reply: The chairman, [Nils Aasgaard], denies it.``"""
    document = source.document(layer)
    before, after = _around(document, span)
    words = click.style(f"[{shortened(span.of(document.text))}]", bold=True)
    return f"{_place(document, layer, span)}: {before}{words}{after}"


def shortened(text: str) -> str:
    """A text on one line; of a long one both ends."""
    line = plain(text)
    half = _LONG // 2
    return line if len(line) <= _LONG else f"{line[:half]} {_CUT} {line[-half:]}"


def plain(text: str) -> str:
    """A text on one line, without what a terminal would act on."""
    return _NOT_SHOWN.sub(" ", text)


def _place(document: Document, layer: Layer, span: Span) -> str:
    touched = _touched(document, span)
    section = document.section_of(touched[0]) if touched else ""
    return f"{layer}, {plain(section)}" if section else str(layer)


def _around(document: Document, span: Span) -> tuple[str, str]:
    """What stands before and after a passage in its blocks."""
    touched = _touched(document, span)
    start = min([span.start, *(block.span.start for block in touched)])
    end = max([span.end, *(block.span.end for block in touched)])
    before = plain(document.text[start : span.start])
    after = plain(document.text[span.end : end])
    return _last(before), _first(after)


def _touched(document: Document, span: Span) -> list[Block]:
    return [block for block in document.blocks if block.span.overlaps(span)]


def _last(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    kept = text[-_AROUND:]
    return _CUT + kept[kept.find(" ") + 1 :]


def _first(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    kept = text[:_AROUND]
    return (kept[: kept.rfind(" ")] if " " in kept.strip() else kept) + _CUT
