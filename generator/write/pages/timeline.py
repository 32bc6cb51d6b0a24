"""The timeline: what was issued and what happened when, as a picture and by year; every line opens
the passages that prove it. A few hundred lines are one page, more are pages by years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePosixPath
from typing import Final

from generator.model import SourceId, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.facets import Facet, Option, by_label, options
from generator.write.pages.mentions import count
from generator.write.pages.timeline_entries import Entry, entry
from generator.write.pages.timeline_picture import Picture, picture_of
from generator.write.periods import Kind, Part
from generator.write.render import NOT_SEARCHED, Page, fill

#: Kinds of lines as a reader is told them: in a menu, and counted.
_KINDS: Final = {
    Kind.ISSUED: "Source issued",
    Kind.EVENT: "Editors’ event",
    Kind.STATEMENT: "Dated statement",
    Kind.NOTE: "Note on a date",
}


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of a year."""

    name: str
    anchor: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Step:
    """A page of years: its name, how much is on it, and a link for raw HTML."""

    label: str
    issued: int
    events: int
    href: Markdown


def timeline_pages(contents: Contents) -> Iterator[Page]:
    """The timeline and, where it is too long for one page, the pages it goes on at."""
    timeline = contents.timeline
    if not timeline.is_split:
        yield _whole_page(contents, timeline.parts[0])
        return
    yield _overview(contents, timeline.parts)
    around: list[Part | None] = [None, *timeline.parts, None]
    neighbours = zip(pairwise(around[:-1]), around[2:], strict=True)
    for (before, part), after in neighbours:
        assert part is not None
        yield _part_page(contents, part, before, after)


def _whole_page(contents: Contents, part: Part) -> Page:
    picture = picture_of(contents, part.lines, part.path)
    return _page(contents, part.path, "Timeline", _lede(contents), part=part, picture=picture)


def _overview(contents: Contents, parts: Sequence[Part]) -> Page:
    """The picture of all years, and the pages that their lines are on."""
    picture = picture_of(contents, contents.timeline.lines, paths.TIMELINE)
    steps = [_step(part, paths.TIMELINE) for part in parts]
    lede = _lede(contents)
    return _page(contents, paths.TIMELINE, "Timeline", lede, picture=picture, steps=steps)


def _part_page(contents: Contents, part: Part, before: Part | None, after: Part | None) -> Page:
    return _page(
        contents,
        part.path,
        f"Timeline, {part.name}",
        f"{count(len(part.lines), 'entry', 'entries')} of the timeline.",
        part=part,
        home=paths.html_link(part.path, paths.TIMELINE),
        before=_step(before, part.path) if before else None,
        after=_step(after, part.path) if after else None,
    )


def _page(
    contents: Contents,
    path: PurePosixPath,
    title: str,
    lede: str,
    *,
    part: Part | None = None,
    picture: Picture | None = None,
    steps: Sequence[Step] = (),
    home: str = "",
    before: Step | None = None,
    after: Step | None = None,
) -> Page:
    years = _years(contents, part) if part else []
    entries = [one for year in years for one in year.entries]
    body = fill(
        "timeline",
        title=title,
        lede=lede,
        picture=picture,
        facets=_facets(contents, entries),
        total=len(entries),
        part="" if part is None or part.whole else part.name,
        years=years,
        steps=steps,
        home=home,
        before=before,
        after=after,
        json=paths.html_link(path, paths.DATA / "timeline.json"),
        csv=paths.html_link(path, paths.DATA / "events.csv"),
    )
    return Page(path, title, f"{contents.settings.title}: {lede}", body, NOT_SEARCHED)


def _lede(contents: Contents) -> str:
    """How much there is, and what each line is good for."""
    relations = contents.relations
    told = sum(1 for event in relations.events if event.told)
    dated = count(len(relations.statements), "dated statement", "dated statements")
    sources = count(len(contents.dossier.sources), "source", "sources")
    editors = f" and {count(told, 'event', 'events')} told by the editors" if told else ""
    return f"{dated} from {sources}{editors}; each opens the passage that proves it."


def _years(contents: Contents, part: Part) -> list[Year]:
    return [
        Year(str(year), f"year-{year}", [entry(contents, line, part.path) for line in lines])
        for year, lines in groupby(part.lines, key=lambda line: line.year)
    ]


def _step(part: Part, page: PurePosixPath) -> Step:
    issued = sum(1 for line in part.lines if line.kind is Kind.ISSUED)
    events = sum(1 for line in part.lines if line.kind in (Kind.EVENT, Kind.STATEMENT))
    return Step(part.name, issued, events, paths.html_link(page, part.path))


# --- what to filter by -------------------------------------------------------------------------


def _facets(contents: Contents, entries: Sequence[Entry]) -> list[Facet]:
    """The menus for some lines; none that would be empty."""
    sources, topics = contents.sources, contents.topics
    found = (
        Facet("kind", "Kind", _kinds(entries)),
        Facet(
            "source",
            "Source",
            options(
                _ids(e.sources for e in entries), lambda s: sources[SourceId(s)].record.title.text
            ),
            several=True,
        ),
        Facet(
            "topic",
            "Topic",
            by_label(options(_ids(e.topics for e in entries), lambda t: topics[TopicId(t)].label)),
            several=True,
        ),
    )
    return [facet for facet in found if facet.options]


def _kinds(entries: Iterable[Entry]) -> list[Option]:
    found = options((e.kind.value for e in entries), lambda kind: _KINDS[Kind(kind)])
    return sorted(found, key=lambda option: list(Kind).index(Kind(option.value)))


def _ids(values: Iterable[str]) -> Iterator[str]:
    return (id_ for value in values for id_ in value.split())
