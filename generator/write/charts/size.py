"""Lengths of charts, and labels that fit into them."""

from __future__ import annotations

from typing import Final
from unicodedata import combining, east_asian_width

#: Pixels that are 1 rem in Material's style sheet.
ROOT: Final = 20


def rem(pixels: int) -> str:
    """A length for an attribute of SVG: ``340`` pixels are ``17rem``."""
    return f"{pixels / ROOT:g}rem"


def fitted(label: str, room: int) -> str:
    """A label that is no wider than so many columns of narrow letters; wide ones take two."""
    line = " ".join(label.split())
    if columns(line) <= room:
        return line
    kept, room = "", room - 1
    for character in line:
        room -= columns(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip(" ,;:–—-(") + "…"


def columns(text: str) -> int:
    """The width of a text in columns, as terminals count them (UAX 11)."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
