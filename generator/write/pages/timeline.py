"""The timeline: the sources' own dates and every dated statement, by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.describe.dates import filed, latest, spoken, year_of
from generator.model import Source
from generator.relate.timeline import Event
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import date_of, origin_of, when
from generator.write.pages.passages import Passage, passage
from generator.write.pages.topic import count
from generator.write.render import NOT_SEARCHED, Page, fill


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline: a source that was issued, or a statement about a date."""

    kind: str
    date: str
    spoken: str
    machine: str
    origin: str
    date_of_source: str = ""
    text: str = ""
    href: str = ""
    basis: str = ""
    passage: Passage | None = None


def timeline_page(contents: Contents) -> Page:
    entries = sorted([*_issues(contents), *_statements(contents)], key=_order)
    years = [
        {"name": str(year), "anchor": f"year-{year}", "events": list(group)}
        for year, group in groupby(entries, key=lambda entry: year_of(entry.date))
    ]
    dated = count(len(contents.relations.events), "dated statement", "dated statements")
    sources = count(len(contents.dossier.sources), "source", "sources")
    lede = f"{dated} from {sources}: every passage that names a date, and where it stands."
    body = fill("timeline", title="Timeline", lede=lede, years=years)
    return Page(
        paths.TIMELINE, "Timeline", f"{contents.settings.title}: {lede}", body, NOT_SEARCHED
    )


def _order(entry: Entry) -> tuple[int, int, str]:
    begin, end = filed(entry.date).toordinal(), latest(entry.date).toordinal()
    return begin, -end, entry.kind


def _issues(contents: Contents) -> Iterator[Entry]:
    for source in contents.dossier.sources:
        if source.record.issued:
            yield _issue(source)


def _issue(source: Source) -> Entry:
    return Entry(
        kind="issued",
        date=source.record.issued.text,
        spoken=date_of(source),
        machine=when(source.record.issued.text).machine,
        origin=origin_of(source),
        text=source.record.title.text,
        href=paths.html_link(paths.TIMELINE, paths.source_page(source.id)),
    )


def _statements(contents: Contents) -> Iterator[Entry]:
    for event in contents.relations.events:
        yield _statement(contents, event)


def _statement(contents: Contents, event: Event) -> Entry:
    source = contents.sources[event.source]
    return Entry(
        kind="statement",
        date=event.date,
        spoken=spoken(event.date),
        machine=when(event.date).machine,
        origin=source.record.title.text,
        date_of_source=date_of(source),
        basis=event.basis,
        passage=passage(
            contents,
            paths.TIMELINE,
            source=event.source,
            layer=event.layer,
            block=event.block,
            sentence=event.sentence,
            meant=[event.span],
        ),
    )
