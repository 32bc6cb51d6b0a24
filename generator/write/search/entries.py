"""What a search finds: entries (pages, topics, notes, claims) and the units that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model import TopicId


class Kind(StrEnum):
    """What an entry is; readers filter by it."""

    SOURCE = "source"
    TOPIC = "topic"
    NOTE = "note"
    CLAIM = "claim"
    PAGE = "page"


class Voice(StrEnum):
    """Whose words a unit has. A name finds its entry and is not shown below it once more."""

    NAME = "name"
    DIGEST = "digest"
    TEXT = "text"
    EDITORS = "editors"


class Weight(StrEnum):
    """How much a word counts where it stands."""

    NAME = "name"
    HEADING = "heading"
    TEXT = "text"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading, caption, note: the smallest thing that is found, and where it stands.

    ``anchor`` is its id on the entry's page, empty for the page as a whole. ``also`` are further
    words that find it, and are not shown. ``language`` is a BCP 47 tag where it is not the site's.
    """

    text: str
    voice: Voice
    anchor: str = ""
    weight: Weight = Weight.TEXT
    also: tuple[str, ...] = ()
    topics: tuple[TopicId, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A result: a page, or a part of one that stands for itself (a note).

    ``href`` leads there from the site's first page. ``origin`` says who published it or what it is
    part of, ``date`` when, for people; ``year`` is for the filter. ``language`` is the title's where
    it is not the site's.
    """

    kind: Kind
    title: str
    href: str
    units: tuple[Unit, ...]
    origin: str = ""
    date: str = ""
    year: int | None = None
    language: str = ""
