"""What a list can be filtered by: each value that occurs, with how many entries have it.

The names of facets and their values are those of the page's address (``#tag=figures&by=...``) and
of the entries' ``data-`` attributes: theme/assets/javascripts/filter.js reads both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import NoteStatus, SourceId, TopicId
from generator.write.contents import Contents
from generator.write.pages.entries import Entry
from generator.write.render import shorten

#: Longest name of a value in a menu, in characters.
_NAME: Final = 60

_STATUSES: Final = [status.value for status in NoteStatus]


@dataclass(frozen=True, slots=True)
class Option:
    """A value: as an address has it, as people read it, and how many entries have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A menu of values. With ``several`` an entry may have more than one, parted by spaces."""

    name: str
    label: str
    options: Sequence[Option]
    several: bool = False


def facets_of(contents: Contents, entries: Sequence[Entry]) -> list[Facet]:
    """The menus for a list of notes; none that would be empty."""
    facets = (
        Facet("tag", "Tag", by_label(_tags(entries)), several=True),
        Facet("status", "Status", _statuses(entries)),
        Facet("by", "Written by", by_label(options((e.note.by for e in entries), str))),
        Facet("source", "Source", _sources(contents, entries)),
        Facet("topic", "Topic", by_label(_topics(contents, entries)), several=True),
    )
    return [facet for facet in facets if facet.options]


def _tags(entries: Iterable[Entry]) -> list[Option]:
    pairs = [pair for e in entries for pair in zip(e.tags.split(), e.note.tags, strict=True)]
    labels = {slug: tag.label for slug, tag in pairs}
    return options((slug for slug, _ in pairs), labels.__getitem__)


def _statuses(entries: Iterable[Entry]) -> list[Option]:
    found = options((e.note.status for e in entries), str)
    return sorted(found, key=lambda option: _STATUSES.index(option.value))


def _sources(contents: Contents, entries: Iterable[Entry]) -> list[Option]:
    """In the order of the list."""
    sources = contents.sources
    return options(
        (e.source for e in entries), lambda id_: sources[SourceId(id_)].record.title.text
    )


def _topics(contents: Contents, entries: Iterable[Entry]) -> list[Option]:
    ids = (id_ for e in entries for id_ in e.topics.split())
    return options(ids, lambda id_: contents.topics[TopicId(id_)].label)


def options(values: Iterable[str], label_of: Callable[[str], str]) -> list[Option]:
    """An option for each value but the empty one, in the order in which they come."""
    counts = Counter(filter(None, values))
    return [Option(v, shorten(label_of(v), _NAME), number) for v, number in counts.items()]


def by_label(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: (option.label.casefold(), option.value))
