"""The timeline as a picture: what was issued when above the axis, what happened when below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import parse, spoken
from generator.model import SourceId, TopicId
from generator.write import paths
from generator.write.charts import Mark, TimeChart, time_chart
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import origin_of
from generator.write.pages.mentions import count
from generator.write.pages.timeline_entries import anchor_of
from generator.write.periods import Kind, Line, kind_of

#: The widths of a picture, in pixels: on the timeline, on a topic's page, and both on a phone.
WIDE: Final = 890
NARROW: Final = 620
PHONE: Final = 340

#: Topics that name a mark, and that say what it is about.
_NAMED: Final = 2
_SAID: Final = 4

_ISSUED: Final = ("source issued", "sources issued")
_HAPPENED: Final = ("event", "events")


@dataclass(frozen=True, slots=True)
class Picture:
    """The chart, the same for a narrow screen, and what they show in a sentence."""

    chart: TimeChart
    narrow: TimeChart
    description: str


def picture_of(contents: Contents, lines: Iterable[Line], page: PurePosixPath) -> Picture | None:
    """The picture of a whole timeline; None where there is nothing to draw."""
    return _picture(contents, [line for line in lines if line.kind is not Kind.NOTE], page, WIDE)


def picture_of_events(contents: Contents, topic: TopicId, page: PurePosixPath) -> Picture | None:
    """The picture of a topic's events; None for fewer than two, which say nothing of time."""
    events = contents.relations.events_on.get(topic, ())
    lines = [Line(kind_of(event), event.date, event.id) for event in events]
    return _picture(contents, lines, page, NARROW, but=topic) if len(lines) > 1 else None


def _picture(
    contents: Contents,
    lines: Sequence[Line],
    page: PurePosixPath,
    width: int,
    but: TopicId | None = None,
) -> Picture | None:
    """``but`` is a topic that goes without saying."""
    if not lines:
        return None
    marks = [_mark(contents, line, page, but) for line in lines]
    above = [mark for mark in marks if mark.kind == Kind.ISSUED]
    below = [mark for mark in marks if mark.kind != Kind.ISSUED]
    sides = ((above, "above", _ISSUED), (below, "below", _HAPPENED))
    said = (f"{count(len(side), *unit)} {where} the axis" for side, where, unit in sides if side)
    wide, narrow = (time_chart(above, below, w, (_ISSUED, _HAPPENED)) for w in (width, PHONE))
    return Picture(wide, narrow, f"From {lines[0].year} to {lines[-1].year}: {', '.join(said)}.")


def _mark(contents: Contents, line: Line, page: PurePosixPath, but: TopicId | None) -> Mark:
    period = parse(line.date)
    moments = [moment for moment in (period.start, period.end) if moment]
    name, said = _words(contents, line, but)
    return Mark(
        first=period.start.first if period.start else None,
        last=period.end.last if period.end else None,
        about=any(moment.qualifier for moment in moments),
        kind=line.kind.value,
        name=name,
        says=f"{spoken(line.date)}: {said}",
        href=_href(contents, line, page),
        is_telling=line.kind is not Kind.STATEMENT,
    )


def _words(contents: Contents, line: Line, but: TopicId | None) -> tuple[str, str]:
    """A short name, and what is said of a line."""
    if line.kind is Kind.ISSUED:
        source = contents.sources[SourceId(line.id)]
        title, publication = source.record.title.text, source.record.publication.text
        return publication or title, f"issued, {title} ({origin_of(source)})"
    event = contents.events[line.id]
    if event.told:
        return event.told.title, event.told.title
    topics = [contents.topics[topic].label for topic in event.topics if topic != but]
    about = ", ".join(topics[:_SAID])
    passages = count(len(event.statements), "passage", "passages")
    return ", ".join(topics[:_NAMED]), f"{about}; {passages}" if about else passages


def _href(contents: Contents, line: Line, page: PurePosixPath) -> Markdown:
    target, anchor = contents.timeline.page_of(line.kind, line.id), anchor_of(line)
    return Markdown(f"#{anchor}") if target == page else paths.html_link(page, target, anchor)
