"""The home page: what this dossier is, its sources by date, its topics by reach, and a matrix of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.describe.dates import year_of
from generator.model import Source, SourceId, Topic
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import date_of, origin_of, source_card
from generator.write.pages.mentions import count, places
from generator.write.render import NOT_SEARCHED, Page, fill, shorten
from generator.write.wikilinks import resolve

#: How much the page shows at most, so that it stays a home page when the dossier grows.
SOURCES: Final = 12
TOPICS: Final = 16
ROWS: Final = 24
COLUMNS: Final = 12

#: Length of the second line of a column's head in the matrix, in characters.
_LABEL: Final = 24


@dataclass(frozen=True, slots=True)
class Column:
    """A source at the head of the matrix: its date and where it is from."""

    label: str
    origin: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a source names a topic; ``weight`` from 1 to 4 for its shade."""

    count: int
    href: str
    title: str
    weight: int


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    href: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]


def home_page(contents: Contents) -> Page:
    settings = contents.settings
    body = fill(
        "home",
        title=settings.title,
        lede=settings.description,
        figures=[{"number": f"{n:,}", "what": what} for n, what in contents.figures],
        introduction=Markdown(resolve(contents, contents.dossier.introduction, paths.HOME)),
        sources=[source_card(contents, s, paths.HOME) for s in contents.dossier.sources[:SOURCES]],
        more_sources=_more(contents),
        reach=_by_reach(contents),
        matrix=_matrix(contents),
    )
    meta = {"hide": ["toc"], **NOT_SEARCHED}
    return Page(paths.HOME, settings.title, settings.description or settings.title, body, meta)


def _more(contents: Contents) -> str:
    total = len(contents.dossier.sources)
    return f"All {total:,} sources" if total > SOURCES else ""


def _by_reach(contents: Contents) -> list[dict[str, object]]:
    shown = contents.named_topics[:TOPICS]
    sources = len(contents.dossier.sources)
    return [
        {
            "label": topic.label,
            "href": paths.html_link(paths.HOME, paths.topic_page(topic.id)),
            "share": f"{100 * contents.relations.reach(topic.id) / sources:.0f}",
            "count": _reach(contents, topic),
        }
        for topic in shown
    ]


def _reach(contents: Contents, topic: Topic) -> str:
    sources = count(contents.relations.reach(topic.id), "source", "sources")
    return f"{sources}, {count(contents.relations.total(topic.id), 'mention', 'mentions')}"


def _matrix(contents: Contents) -> Matrix:
    columns = contents.dossier.sources[-COLUMNS:]
    rows = contents.named_topics[:ROWS]
    return Matrix(
        caption="How often each source names each topic",
        columns=[_column(source) for source in columns],
        rows=[_row(contents, topic, columns) for topic in rows],
    )


def _column(source: Source) -> Column:
    title, issued = source.record.title.text, source.record.issued.text
    origin = origin_of(source) if source.record.publication or source.record.authors else title
    return Column(
        label=str(year_of(issued)) if issued else "undated",
        origin=shorten(origin, _LABEL),
        href=paths.html_link(paths.HOME, paths.source_page(source.id)),
        title=f"{title}, {date_of(source)}",
    )


def _row(contents: Contents, topic: Topic, columns: Sequence[Source]) -> Row:
    href = paths.html_link(paths.HOME, paths.topic_page(topic.id))
    links = places(contents, topic.id, paths.HOME)
    cells = [_cell(contents, topic, source.id, links.get(source.id, "")) for source in columns]
    return Row(topic.label, href, cells)


def _cell(contents: Contents, topic: Topic, source: SourceId, href: str) -> Cell:
    number = contents.relations.counts[source].get(topic.id, 0)
    title = f"{topic.label}: {count(number, 'mention', 'mentions')} in “{contents.sources[source].record.title.text}”"
    return Cell(number, href, title, _weight(number))


def _weight(number: int) -> int:
    return 1 if number < 2 else 2 if number < 4 else 3 if number < 8 else 4
