"""A topic's page: what it is, its names, and every mention in context, source by source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import spoken
from generator.model import Alias, Source, SourceId, Topic, TopicId
from generator.relate import Context
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import Chip, date_of, foreign, origin_of, topic_chip
from generator.write.pages.passages import Passage, passage
from generator.write.render import Page, fill

#: Passages shown open for each source; further ones are folded.
OPEN: Final = 8

#: How many companions a topic's page lists.
COMPANIONS: Final = 14


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one source, in the order of its text."""

    title: str
    link: str
    language: str
    anchor: str
    date: str
    origin: str
    count: str
    passages: Sequence[Passage]
    rest: Sequence[Passage]
    rest_summary: str


def topic_page(contents: Contents, topic: Topic) -> Page:
    page = paths.topic_page(topic.id)
    body = fill(
        "topic",
        label=topic.label,
        kind=topic.kind.replace("-", " "),
        scope=topic.scope,
        aliases=[_alias(alias) for alias in topic.aliases if not alias.review],
        never=", ".join(topic.never),
        relations=list(_relations(contents, topic, page)),
        same_as=[_elsewhere(link) for link in topic.same_as],
        reach=_reach(contents, topic),
        companions=list(_companions(contents, topic, page)),
        groups=list(_groups(contents, topic, page)),
    )
    return Page(page, topic.label, topic.scope or topic.label, body)


def count(number: int, one: str, many: str) -> str:
    """``1 source``, ``5 sources``."""
    return f"{number:,} {one if number == 1 else many}"


def _reach(contents: Contents, topic: Topic) -> str:
    mentions = count(contents.relations.total(topic.id), "mention", "mentions")
    return f"{mentions} in {count(contents.relations.reach(topic.id), 'source', 'sources')}"


def _alias(alias: Alias) -> dict[str, str]:
    """An alias and, in a few words, when it counts."""
    when = []
    if alias.since or alias.until:
        when.append(_period(alias))
    if alias.near:
        when.append(f"near {', '.join(alias.near)}")
    if alias.after_name:
        when.append("after the full name")
    return {"text": alias.text, "when": "; ".join(when)}


def _period(alias: Alias) -> str:
    since, until = (spoken(edtf) if edtf else "" for edtf in (alias.since, alias.until))
    if since and until:
        return f"in sources from {since} to {until}"
    return f"in sources from {since} on" if since else f"in sources until {until}"


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


def _elsewhere(link: str) -> dict[str, str]:
    name = link.rstrip("/").rsplit("/", 1)[-1]
    return {"href": link, "label": f"Wikidata {name}" if "wikidata.org" in link else link}


def _companions(contents: Contents, topic: Topic, page: PurePosixPath) -> Iterator[Chip]:
    for companion in contents.relations.companions[topic.id][:COMPANIONS]:
        yield topic_chip(contents, companion.topic, page, companion.count)


def _groups(contents: Contents, topic: Topic, page: PurePosixPath) -> Iterator[Group]:
    contexts = contents.relations.contexts[topic.id]
    for source, group in groupby(contexts, key=lambda context: context.source):
        yield _group(contents, contents.sources[source], list(group), page)


def _group(
    contents: Contents, source: Source, contexts: Sequence[Context], page: PurePosixPath
) -> Group:
    passages = [_passage(contents, context, page) for context in contexts]
    mentions = sum(len(context.mentions) for context in contexts)
    return Group(
        title=source.record.title.text,
        link=paths.markdown_link(page, paths.source_page(source.id)),
        language=foreign(contents, source),
        anchor=anchor_of(source.id),
        date=date_of(source),
        origin=origin_of(source),
        count=count(mentions, "mention", "mentions"),
        passages=passages[:OPEN],
        rest=passages[OPEN:],
        rest_summary=f"{len(passages) - OPEN} more passages",
    )


def anchor_of(source: SourceId) -> str:
    """The id of a source's group on a topic's page."""
    return f"in-{source}".replace(".", "-")


def _passage(contents: Contents, context: Context, page: PurePosixPath) -> Passage:
    return passage(
        contents,
        page,
        source=context.source,
        layer=context.layer,
        block=context.block,
        sentence=context.sentence,
        meant=context.mentions,
    )
