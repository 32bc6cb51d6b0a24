"""A topic's page: what it is, its names, when and with what it is named, and every mention in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePosixPath
from typing import Final

from generator.model import SourceId, Topic, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages import names
from generator.write.pages.cards import Chip, topic_chip
from generator.write.pages.claims import claims_on
from generator.write.pages.entries import Entry, entry, notes_on, touching
from generator.write.pages.in_time import in_time
from generator.write.pages.mentions import (
    Group,
    Part,
    anchor_of,
    count,
    groups_of,
    has_feed,
    is_split,
    mentions_in,
    parts_of,
    passage_of,
    places,
)
from generator.write.pages.note import note_aside, note_view
from generator.write.pages.overtime import over_time
from generator.write.pages.passages import Passage
from generator.write.pages.together import picture_of, together
from generator.write.render import Page, fill

__all__ = ["anchor_of", "count", "places", "topic_pages"]

#: Sources that the overview names for each year that has a page of its own, and years up to which it does.
SOURCES: Final = 4
YEARS: Final = 40

#: Notes that touch a topic: shown at once, and folded below; what goes beyond is counted.
NOTES: Final = 3
NOTES_FOLDED: Final = 60


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words, for Markdown or raw HTML as the field that holds it says."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Year:
    """A year's passages: here in groups, or on pages of their own, to which ``pages`` link.

    Of those, ``first`` is shown, and ``sources`` are the first few.
    """

    name: str
    anchor: str
    count: str
    groups: Sequence[Group] = ()
    pages: Sequence[Link] = ()
    first: Passage | None = None
    sources: Sequence[Link] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on a topic itself, as they stand here, and those that touch it, which live elsewhere."""

    count: str
    own: Sequence[Markdown]
    touching: Sequence[Entry]
    folded: Sequence[Entry]
    left: int
    all: str


def topic_pages(contents: Contents, topic: Topic) -> Iterator[Page]:
    """The topic's page and, where its mentions are too many for one, the pages they go on at."""
    parts = parts_of(contents, topic.id)
    split = is_split(contents, topic.id)
    yield _entry_page(
        contents, topic, _overview(contents, topic, parts) if split else _all(contents, parts)
    )
    if split:
        yield from _part_pages(contents, topic, parts)


def _entry_page(contents: Contents, topic: Topic, years: Sequence[Year]) -> Page:
    page = paths.topic_page(topic.id)
    found = names.names_found(contents, topic, page)
    feed = _feed(contents, topic, page)
    body = fill(
        "topic",
        label=topic.label,
        kind=topic.kind.replace("-", " "),
        kind_href=paths.html_link(page, paths.TOPICS, f"kind-{topic.kind}"),
        scope=topic.scope,
        whose=names.whose(contents, topic),
        names=found[: names.OPEN],
        more_names=found[names.OPEN :][: names.FOLDED],
        names_left=max(0, len(found) - names.OPEN - names.FOLDED),
        not_found=names.names_not_found(contents, topic),
        never=", ".join(topic.never),
        relations=list(_relations(contents, topic, page)),
        same_as=[_elsewhere(link) for link in topic.same_as],
        feed=feed,
        reach=_reach(contents, topic),
        over_time=over_time(contents, topic, page),
        picture=picture_of(contents, topic, page),
        together=together(contents, topic, page),
        in_time=in_time(contents, topic.id, page),
        claims=claims_on(contents, topic.id, page),
        notes=_notes(contents, topic, page),
        years=years,
    )
    meta = {"feed": str(feed)} if feed else {}
    return Page(page, topic.label, topic.scope or topic.label, body, meta)


def _reach(contents: Contents, topic: Topic) -> str:
    mentions = count(contents.relations.total(topic.id), "mention", "mentions")
    return f"{mentions} in {count(contents.relations.reach(topic.id), 'source', 'sources')}"


def _notes(contents: Contents, topic: Topic, page: PurePosixPath) -> Notes | None:
    own, near = notes_on(contents, topic.id), touching(contents, topic.id)
    if not own and not near:
        return None
    shown = [entry(contents, one, page) for one in near[: NOTES + NOTES_FOLDED]]
    return Notes(
        count=count(len(own) + len(near), "note", "notes"),
        own=[note_aside(note_view(contents, one, page)) for one in own],
        touching=shown[:NOTES],
        folded=shown[NOTES:],
        left=len(near) - len(shown),
        all=paths.html_link(page, paths.NOTES, f"topic={topic.id}"),
    )


def _relations(
    contents: Contents, topic: Topic, page: PurePosixPath
) -> Iterator[dict[str, object]]:
    narrower = [other.id for other in contents.dossier.topics if topic.id in other.broader]
    for label, ids in (
        ("Part of", topic.broader),
        ("Includes", narrower),
        ("See also", topic.related),
    ):
        if ids:
            yield {"label": label, "topics": [_chip(contents, other, page) for other in ids]}


def _chip(contents: Contents, topic: TopicId, page: PurePosixPath) -> Chip:
    return topic_chip(contents, topic, page, contents.relations.total(topic))


def _elsewhere(link: str) -> Link:
    name = link.rstrip("/").rsplit("/", 1)[-1]
    return Link(f"Wikidata {name}" if "wikidata.org" in link else link, link)


def _feed(contents: Contents, topic: Topic, page: PurePosixPath) -> str:
    return paths.html_link(page, paths.topic_feed(topic.id)) if has_feed(contents, topic.id) else ""


# --- the mentions ------------------------------------------------------------------------------


def _count(parts: Sequence[Part]) -> str:
    """How many mentions, in how many sources."""
    contexts = [context for part in parts for context in part.contexts]
    sources = len({context.source for context in contexts})
    mentions = count(mentions_in(contexts), "mention", "mentions")
    return f"{mentions} in {count(sources, 'source', 'sources')}"


def _all(contents: Contents, parts: Sequence[Part]) -> list[Year]:
    """Every year with its passages."""
    return [
        Year(part.year, part.anchor, _count([part]), groups=list(groups_of(contents, part)))
        for part in parts
    ]


def _overview(contents: Contents, topic: Topic, parts: Sequence[Part]) -> list[Year]:
    """Every year with a link to its passages."""
    by_year = [list(group) for _, group in groupby(parts, key=lambda part: part.year)]
    links = places(contents, topic.id, paths.topic_page(topic.id))
    told = len(by_year) <= YEARS
    return [_year(contents, topic, group, links if told else {}) for group in by_year]


def _year(
    contents: Contents, topic: Topic, parts: Sequence[Part], links: Mapping[SourceId, str]
) -> Year:
    """A year of the overview; without ``links`` only its figures."""
    found = dict.fromkeys(context.source for part in parts for context in part.contexts)
    named = [source for source in found if source in links][:SOURCES]
    rest = len(found) - len(named)
    first = parts[0].contexts[0]
    return Year(
        parts[0].year,
        parts[0].anchor,
        _count(parts),
        pages=[_page_link(topic, part, len(parts)) for part in parts],
        first=passage_of(contents, first, paths.topic_page(topic.id)) if links else None,
        sources=[Link(contents.sources[s].record.title.text, links[s]) for s in named],
        more=count(rest, "other source", "other sources") if named and rest else "",
    )


def _page_link(topic: Topic, part: Part, of: int) -> Link:
    href = paths.markdown_link(paths.topic_page(topic.id), part.path)
    return Link("Read the passages" if of == 1 else f"Passages, part {part.number} of {of}", href)


def _part_pages(contents: Contents, topic: Topic, parts: Sequence[Part]) -> Iterator[Page]:
    around: list[Part | None] = [None, *parts, None]
    before_and_after = zip(pairwise(around[:-1]), around[2:], strict=True)
    for (before, part), after in before_and_after:
        assert part is not None
        yield _part_page(contents, topic, part, before, after)


def _part_page(
    contents: Contents, topic: Topic, part: Part, before: Part | None, after: Part | None
) -> Page:
    title = f"{topic.label}, {_name_of(part)}"
    body = fill(
        "topic_part",
        title=title,
        home=Link(topic.label, paths.markdown_link(part.path, paths.topic_page(topic.id))),
        count=_count([part]),
        before=_turn(part, before),
        after=_turn(part, after),
        groups=list(groups_of(contents, part)),
    )
    return Page(part.path, title, f"{topic.label}: {_count([part])}.", body)


def _name_of(part: Part) -> str:
    year = part.year.lower()
    return year if part.number == 1 else f"{year}, part {part.number}"


def _turn(part: Part, other: Part | None) -> Link | None:
    """A link to the part before or after."""
    if other is None:
        return None
    return Link(_name_of(other), paths.markdown_link(part.path, other.path))
