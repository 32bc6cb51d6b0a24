"""A topic in time: its events as a small picture and in short, with the way to the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import TopicId
from generator.relate import Event
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import When, when
from generator.write.pages.mentions import count
from generator.write.pages.timeline_entries import Proof, proofs_of
from generator.write.pages.timeline_picture import Picture, picture_of_events
from generator.write.render import shorten

#: Events shown at once, and folded below; what goes beyond is counted.
OPEN: Final = 5
FOLDED: Final = 40
#: Longest sentence shown, in characters.
SENTENCE: Final = 150


@dataclass(frozen=True, slots=True)
class Brief:
    """An event in a line: the editors' title, or the words of its first proof; ``href`` leads to
    what proves it, of an event of the editors to its place on the timeline."""

    date: When
    title: str
    words: str
    language: str
    hand: str
    href: Markdown
    proof: Proof | None
    more: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words, for raw HTML."""

    label: str
    href: Markdown


@dataclass(frozen=True, slots=True)
class InTime:
    """The events of a topic, by date, and links to the pages of the timeline that have them."""

    count: str
    picture: Picture | None
    shown: Sequence[Brief]
    folded: Sequence[Brief]
    left: int
    links: Sequence[Link]


def in_time(contents: Contents, topic: TopicId, page: PurePosixPath) -> InTime | None:
    """What a topic's page tells of its events; None where there are none."""
    events = contents.relations.events_on.get(topic, ())
    if not events:
        return None
    briefs = [_brief(contents, event, page) for event in events[: OPEN + FOLDED]]
    return InTime(
        count=count(len(events), "event", "events"),
        picture=picture_of_events(contents, topic, page),
        shown=briefs[:OPEN],
        folded=briefs[OPEN:],
        left=len(events) - len(briefs),
        links=_links(contents, events, topic, page),
    )


def _brief(contents: Contents, event: Event, page: PurePosixPath) -> Brief:
    proofs = proofs_of(contents, event, page)
    proof = proofs[0] if proofs else None
    place = paths.html_link(
        page, contents.timeline.page_of_event(event), paths.event_anchor(event.id)
    )
    words = "".join(piece.text for piece in proof.passage.pieces) if proof else ""
    more = len(proofs) - (0 if event.told else 1)
    unit = ("passage", "passages") if event.told else ("more passage", "more passages")
    return Brief(
        date=when(event.date),
        title=event.told.title if event.told else "",
        words=shorten(words, SENTENCE),
        language=proof.passage.language if proof else "",
        hand=proof.passage.layer.value if proof else "",
        href=place if event.told or proof is None else Markdown(proof.passage.href),
        proof=proof,
        more=count(more, *unit) if more else "",
    )


def _links(
    contents: Contents, events: Sequence[Event], topic: TopicId, page: PurePosixPath
) -> list[Link]:
    """The pages of the timeline that have some of these events, filtered by the topic."""
    timeline = contents.timeline
    found = Counter(timeline.page_of_event(event) for event in events)
    return [
        Link(
            f"{part.name} ({found[part.path]:,})" if timeline.is_split else "On the timeline",
            paths.html_link(page, part.path, f"topic={topic}"),
        )
        for part in timeline.parts
        if part.path in found
    ]
