"""What a topic is named together with: its companions, the passages that prove it, and a picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import PurePosixPath
from typing import Final

from generator.model import Span, Topic, TopicId
from generator.relate import Companion, Context
from generator.relate.cooccurrence import Pair, pairs_among
from generator.write import paths
from generator.write.charts import ArcChart, arc_chart, in_short_arcs
from generator.write.charts.arcs import Links, Name
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import date_of, origin_of
from generator.write.pages.mentions import count
from generator.write.pages.passages import Passage, passage

#: Companions that a topic's page lists, and the passages shown of each.
COMPANIONS: Final = 14
PASSAGES: Final = 3

#: Companions in a topic's picture.
NEAREST: Final = 8

#: Topics in the picture of all, for each the links to those it is named with most, and all links.
TOPICS: Final = 24
STRONGEST: Final = 3
LINKS: Final = 40

_UNIT: Final = ("paragraph", "paragraphs")


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that names both topics, and where it is from."""

    passage: Passage
    origin: str


@dataclass(frozen=True, slots=True)
class Together:
    """A companion, in how many paragraphs it stands with the topic, and the first of these."""

    label: str
    href: Markdown
    anchor: str
    count: str
    proofs: Sequence[Proof]
    more: str


@dataclass(frozen=True, slots=True)
class Row:
    """Two topics and in how many paragraphs they stand together, with a link to these."""

    one: str
    other: str
    href: Markdown
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Which topics are named together: a chart, and the same as a table."""

    chart: ArcChart
    description: str
    rows: Sequence[Row]


def anchor_with(topic: TopicId) -> str:
    """The id of a companion in the list of a topic's page."""
    return f"with-{topic}"


# --- the list ----------------------------------------------------------------------------------


def together(contents: Contents, topic: Topic, page: PurePosixPath) -> list[Together]:
    """The topics of the same paragraphs, most frequent first."""
    companions = contents.relations.companions[topic.id][:COMPANIONS]
    return [_together(contents, topic.id, companion, page) for companion in companions]


def _together(
    contents: Contents, topic: TopicId, companion: Companion, page: PurePosixPath
) -> Together:
    proofs = _proofs(contents, topic, companion, page)
    rest = companion.count - len(proofs)
    return Together(
        label=contents.topics[companion.topic].label,
        href=paths.html_link(page, paths.topic_page(companion.topic)),
        anchor=anchor_with(companion.topic),
        count=count(companion.count, *_UNIT),
        proofs=proofs,
        more=f"{count(rest, 'more paragraph', 'more paragraphs')} with both" if rest else "",
    )


def _proofs(
    contents: Contents, topic: TopicId, companion: Companion, page: PurePosixPath
) -> list[Proof]:
    shown = companion.passages[:PASSAGES]
    own = _contexts_at(contents.relations.contexts[topic], shown)
    others = _contexts_at(contents.relations.contexts[companion.topic], shown)
    return [_proof(contents, own[place], others[place], page) for place in shown]


def _contexts_at(
    contexts: Sequence[Context], places: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[Context]]:
    found: dict[tuple[str, str], list[Context]] = {place: [] for place in places}
    for context in contexts:
        if (context.source, context.block) in found:
            found[context.source, context.block].append(context)
    return found


def _proof(
    contents: Contents, own: Sequence[Context], others: Sequence[Context], page: PurePosixPath
) -> Proof:
    """The nearest two sentences of a paragraph that name one topic and the other."""
    one, other = min(product(own, others), key=lambda pair: _apart(*pair))
    source = contents.sources[one.source]
    return Proof(
        passage(
            contents,
            page,
            source=one.source,
            layer=one.layer,
            block=one.block,
            sentence=_hull(one.sentence, other.sentence),
            meant=sorted({*one.mentions, *other.mentions}),
        ),
        f"{origin_of(source)}, {date_of(source)}",
    )


def _apart(one: Context, other: Context) -> tuple[int, Span]:
    return abs(one.sentence.start - other.sentence.start), one.sentence


def _hull(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


# --- the pictures ------------------------------------------------------------------------------


def picture_of(contents: Contents, topic: Topic, page: PurePosixPath) -> Picture | None:
    """A topic, those nearest to it, and which of these go together; None where there are not two.

    That all of them go with the topic itself is what the line says that they hang from.
    """
    companions = contents.relations.companions[topic.id][:NEAREST]
    if len(companions) < 2:
        return None
    near = [companion.topic for companion in companions]
    pairs = list(pairs_among(contents.relations.companions, [topic.id, *near]))
    between = [pair for pair in pairs if pair.one != topic.id]
    root = Name(topic.label, Markdown("#contexts"), companions[0].count, topic.label)
    names = [root, *(_companion(contents, topic, other, page) for other in companions)]
    links = _links([topic.id, *near], between)
    chart = arc_chart(names, links, _UNIT, rooted=True)
    return Picture(chart, *_in_words(contents, pairs, page))


def _companion(contents: Contents, topic: Topic, companion: Companion, page: PurePosixPath) -> Name:
    label = contents.topics[companion.topic].label
    href = paths.html_link(page, paths.topic_page(companion.topic))
    says = f"{label}: {count(companion.count, *_UNIT)} with {topic.label}"
    return Name(label, href, companion.count, says)


def picture_of_all(contents: Contents, page: PurePosixPath) -> Picture | None:
    """The topics that most sources name, with the strongest links between them."""
    topics = [topic.id for topic in contents.named_topics[:TOPICS]]
    pairs = _strongest(list(pairs_among(contents.relations.companions, topics)), topics)
    linked = {topic for pair in pairs for topic in (pair.one, pair.other)}
    topics = [topic for topic in topics if topic in linked]
    if len(topics) < 3:
        return None
    order = in_short_arcs(len(topics), _links(topics, pairs))
    topics = [topics[index] for index in order]
    chart = arc_chart([_name(contents, t, page) for t in topics], _links(topics, pairs), _UNIT)
    return Picture(chart, *_in_words(contents, pairs, page))


def _strongest(pairs: Sequence[Pair], topics: Sequence[TopicId]) -> list[Pair]:
    """Each topic's strongest links, and of these the strongest: enough to see, and no thicket."""
    ranked = sorted(pairs, key=lambda pair: -pair.count)
    kept: set[Pair] = set()
    for topic in topics:
        own = [pair for pair in ranked if topic in (pair.one, pair.other)]
        kept.update(own[:STRONGEST])
    return [pair for pair in ranked if pair in kept][:LINKS]


def _links(topics: Sequence[TopicId], pairs: Sequence[Pair]) -> Links:
    at = {topic: index for index, topic in enumerate(topics)}
    ends = [(sorted((at[pair.one], at[pair.other])), pair.count) for pair in pairs]
    return {(first, second): number for (first, second), number in ends}


def _name(contents: Contents, topic: TopicId, page: PurePosixPath) -> Name:
    label, total = contents.topics[topic].label, contents.relations.total(topic)
    href = paths.html_link(page, paths.topic_page(topic))
    return Name(label, href, total, f"{label}: {count(total, 'mention', 'mentions')}")


def _in_words(
    contents: Contents, pairs: Sequence[Pair], page: PurePosixPath
) -> tuple[str, list[Row]]:
    """What a picture shows: the closest two in a sentence, and all as a table."""
    rows = [_row(contents, pair, page) for pair in sorted(pairs, key=lambda pair: -pair.count)]
    first = rows[0]
    closest = f"{first.one} and {first.other}: {count(first.count, *_UNIT)}"
    return f"Most often together are {closest}. The table says all.", rows


def _row(contents: Contents, pair: Pair, page: PurePosixPath) -> Row:
    one, other = (contents.topics[topic].label for topic in (pair.one, pair.other))
    return Row(one, other, _evidence(contents, pair, page), pair.count)


def _evidence(contents: Contents, pair: Pair, page: PurePosixPath) -> Markdown:
    """To the passages that name both, where one of the topics' pages lists the other."""
    for topic, other in ((pair.one, pair.other), (pair.other, pair.one)):
        listed = contents.relations.companions[topic][:COMPANIONS]
        if any(companion.topic == other for companion in listed):
            return paths.html_link(page, paths.topic_page(topic), anchor_with(other))
    return paths.html_link(page, paths.topic_page(pair.one))
