"""The index of topics: by reach, in a picture, and by kind; a page for each kind that is large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import Topic
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.mentions import count
from generator.write.pages.together import picture_of_all
from generator.write.render import Page, fill, shorten

#: Topics up to which the index lists all of them, and how many of a kind it lists where there are more.
ALL: Final = 150
FIRST: Final = 12

#: Topics in the list by reach.
MOST_NAMED: Final = 12

#: Length of a definition, in characters: in the index, and on a page of many topics.
SCOPE: Final = 200
SHORT_SCOPE: Final = 90

#: What several of a kind are called; a kind that is not here is called by its own name.
PLURALS: Final = {
    "agreement": "Agreements",
    "concept": "Concepts",
    "country": "Countries",
    "event": "Events",
    "forum": "Forums",
    "group": "Groups",
    "institution": "Institutions",
    "law": "Laws",
    "organisation": "Organisations",
    "organization": "Organizations",
    "payment-system": "Payment systems",
    "person": "People",
    "place": "Places",
    "policy": "Policies",
    "programme": "Programmes",
    "project": "Projects",
    "region": "Regions",
    "resolution": "Resolutions",
    "state": "States",
    "treaty": "Treaties",
    "weapon": "Weapons",
    "work": "Works",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic in a list; ``reach`` says how many sources name it."""

    label: str
    href: str
    reach: str
    scope: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Topics of a kind, those first that most sources name; ``more`` leads to the others."""

    name: str
    anchor: str
    count: int
    topics: Sequence[Entry]
    more: str = ""
    href: str = ""


def topics_pages(contents: Contents) -> Iterator[Page]:
    """The index, and the pages of those kinds that it does not list whole."""
    kinds = _by_kind(contents)
    yield _index(contents, kinds)
    for kind, topics in kinds.items():
        if _is_large(contents, topics):
            yield _kind_page(contents, kind, topics)


def _by_kind(contents: Contents) -> dict[str, list[Topic]]:
    """Topics by kind, the large kinds first, those first in each that most sources name."""
    kinds: dict[str, list[Topic]] = {}
    for topic in contents.dossier.topics:
        kinds.setdefault(topic.kind, []).append(topic)
    reach = contents.relations.reach
    order = sorted(kinds, key=lambda kind: (-len(kinds[kind]), kind))
    return {k: sorted(kinds[k], key=lambda t: (-reach(t.id), t.label, t.id)) for k in order}


def _is_large(contents: Contents, topics: Sequence[Topic]) -> bool:
    return len(contents.dossier.topics) > ALL and len(topics) > FIRST


def _index(contents: Contents, kinds: dict[str, list[Topic]]) -> Page:
    total = len(contents.dossier.topics)
    named = len(contents.named_topics)
    rest = "" if named == total else f" {named:,} of them are named in this edition."
    lede = f"{count(total, 'topic', 'topics')}, by reach and by kind.{rest}"
    body = fill(
        "topics",
        title="Topics",
        lede=lede,
        reach=_by_reach(contents),
        picture=picture_of_all(contents, paths.TOPICS),
        kinds=[_kind(contents, kind, topics) for kind, topics in kinds.items()],
    )
    return Page(paths.TOPICS, "Topics", f"{contents.settings.title}: {lede}", body)


def _by_reach(contents: Contents) -> list[dict[str, str]]:
    """The topics that most sources name, with a bar for how many of all sources these are."""
    all_sources = len(contents.dossier.sources)
    return [
        {
            "label": topic.label,
            "href": paths.html_link(paths.TOPICS, paths.topic_page(topic.id)),
            "share": f"{100 * contents.relations.reach(topic.id) // all_sources}",
            "count": _reach(contents, topic),
        }
        for topic in contents.named_topics[:MOST_NAMED]
    ]


def _kind(contents: Contents, kind: str, topics: Sequence[Topic]) -> Kind:
    large = _is_large(contents, topics)
    shown = topics[:FIRST] if large else topics
    return Kind(
        name=name_of(kind),
        anchor=f"kind-{kind}",
        count=len(topics),
        topics=[_entry(contents, topic, paths.TOPICS, SCOPE) for topic in shown],
        more=f"All {len(topics):,} {name_of(kind).lower()}" if large else "",
        href=paths.markdown_link(paths.TOPICS, paths.kind_page(kind)) if large else "",
    )


def _kind_page(contents: Contents, kind: str, topics: Sequence[Topic]) -> Page:
    page, name = paths.kind_page(kind), name_of(kind)
    lede = (
        f"{count(len(topics), 'topic', 'topics')} of this kind, those first that most sources name."
    )
    body = fill(
        "topics_kind",
        title=name,
        lede=lede,
        index=paths.markdown_link(page, paths.TOPICS),
        topics=[_entry(contents, topic, page, SHORT_SCOPE) for topic in topics],
    )
    return Page(page, name, f"{contents.settings.title}: {lede}", body)


def name_of(kind: str) -> str:
    """What topics of a kind are called together."""
    words = kind.replace("-", " ")
    return PLURALS.get(kind) or words[:1].upper() + words[1:]


def _entry(contents: Contents, topic: Topic, page: PurePosixPath, scope: int) -> Entry:
    return Entry(
        label=topic.label,
        href=paths.html_link(page, paths.topic_page(topic.id)),
        reach=_reach(contents, topic),
        scope=shorten(topic.scope, scope),
    )


def _reach(contents: Contents, topic: Topic) -> str:
    """How many sources name it, and how many notes touch it, if any does."""
    reach = contents.relations.reach(topic.id)
    notes = len(contents.relations.annotations.by_topic.get(topic.id, ()))
    said = count(reach, "source", "sources") if reach else "not named here"
    return f"{said}, {count(notes, 'note', 'notes')}" if notes else said
