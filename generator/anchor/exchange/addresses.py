"""Addresses of a dossier's own site, read backwards: what a page or data file of it is about.

The other way round they are made by ``generator/write/paths.py``; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from generator.anchor.note_ids import NOTE_ID
from generator.model import ClaimId, Layer, NoteId, SourceId, TopicId

#: The address of a note of a dossier: its page, and its id there.
_NOTE: Final = re.compile(
    r"(?P<base>(?:[^?#]*/)?)(?:(?:sources|topics|notes)/[^/?#]+|timeline)\.html"
    rf"#note-(?P<id>{NOTE_ID.pattern})"
)
_MENTION: Final = re.compile(r"[^?#]*data/annotations/[^/?#]+\.json#mention-[0-9]+-[0-9]+")

_PLACES: Final = re.compile(
    r"""
      sources/(?P<source>[^/?#]+)\.html
    | data/texts/(?P<digest>[^/?#]+)\.digest\.txt
    | data/texts/(?P<text>[^/?#]+)\.txt
    | topics/(?P<topic>[^/?#]+)(?:/[^/?#]+)?\.html
    | claims/(?P<claim>[^/?#]+)\.html
    | (?P<timeline>timeline)\.html
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """What an address of the site is about. ``layer`` is given for the file of a text only."""

    source: SourceId | None = None
    layer: Layer | None = None
    topic: TopicId | None = None
    claim: ClaimId | None = None
    is_timeline: bool = False


def note_of(address: str) -> tuple[str, NoteId] | None:
    """The site and the id of a note, by the address that an export gives it."""
    found = _NOTE.fullmatch(address)
    return (found["base"], NoteId(found["id"])) if found else None


def is_mention(address: str) -> bool:
    """Whether an address is that of a mention in an export."""
    return _MENTION.fullmatch(address) is not None


def place_of(address: str, bases: Iterable[str]) -> Place | None:
    """What an address is about that begins with one of the bases; None for any other."""
    bare = address.partition("#")[0].partition("?")[0]
    for base in bases:
        if base and bare.startswith(base) and (found := _PLACES.fullmatch(bare, len(base))):
            return _place(found)
    return None


def _place(found: re.Match[str]) -> Place:
    kind = str(found.lastgroup)
    name = unquote(found[kind])
    if kind in ("source", "digest", "text"):
        return Place(SourceId(name), None if kind == "source" else Layer(kind))
    return Place(
        topic=TopicId(name) if kind == "topic" else None,
        claim=ClaimId(name) if kind == "claim" else None,
        is_timeline=kind == "timeline",
    )
