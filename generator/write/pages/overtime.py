"""When a topic is named: mentions by the year of the sources that they stand in, as a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import Topic
from generator.write import paths
from generator.write.charts import BarChart, Slot, bar_chart
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.mentions import (
    UNDATED,
    Part,
    count,
    mentions_in,
    parts_of,
    year_name,
)

#: Most bars of a chart; with more years than that, a bar stands for several.
MOST: Final = 22
STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table that says what the chart shows."""

    years: str
    mentions: int
    naming: int
    sources: int


@dataclass(frozen=True, slots=True)
class OverTime:
    """The chart, what it shows in a sentence, and the same as a table."""

    chart: BarChart
    description: str
    rows: Sequence[Row]


def over_time(contents: Contents, topic: Topic, page: PurePosixPath) -> OverTime | None:
    """The chart for a topic's page; None where there is no time for it to go over.

    The axis spans all sources of the dossier, so that the charts of two topics can be compared.
    """
    published = Counter(year_name(source) for source in contents.dossier.sources)
    years = sorted(int(year) for year in published if year != UNDATED)
    parts = parts_of(contents, topic.id)
    if len(years) < 2 or all(part.year == UNDATED for part in parts):
        return None
    rows = [_row(years, published, parts) for years in _stretches(years[0], years[-1])]
    slots = [
        _slot(row, _link(stretch, parts, page))
        for row, stretch in zip(rows, _stretches(years[0], years[-1]), strict=True)
    ]
    undated = _row_of_undated(published, parts)
    shown = [row for row in [*rows, undated] if row.sources]
    return OverTime(bar_chart(slots), _description(rows), shown)


def _stretches(first: int, last: int) -> list[range]:
    """The years from the first to the last in equal stretches that begin with a round number."""
    step = next((s for s in STEPS if last // s - first // s < MOST), STEPS[-1])
    return [range(start, start + step) for start in range(first - first % step, last + 1, step)]


def _row(years: range, published: Counter[str], parts: Sequence[Part]) -> Row:
    names = {str(year) for year in years}
    contexts = [context for part in parts if part.year in names for context in part.contexts]
    return Row(
        years=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        mentions=mentions_in(contexts),
        naming=len({context.source for context in contexts}),
        sources=sum(published[name] for name in names),
    )


def _row_of_undated(published: Counter[str], parts: Sequence[Part]) -> Row:
    contexts = [context for part in parts if part.year == UNDATED for context in part.contexts]
    naming = len({context.source for context in contexts})
    return Row(UNDATED.lower(), mentions_in(contexts), naming, published[UNDATED])


def _slot(row: Row, href: str) -> Slot:
    says = f"{row.years}: {count(row.mentions, 'mention', 'mentions')} in {row.naming} of {count(row.sources, 'source', 'sources')}"
    return Slot(row.years.split("–")[0], row.mentions, bool(row.sources), href, says)


def _link(years: range, parts: Sequence[Part], page: PurePosixPath) -> Markdown:
    """To the first passages of a stretch, or to its line in the overview."""
    names = {str(year) for year in years}
    part = next((part for part in parts if part.year in names), None)
    if part is None:
        return Markdown("")
    if part.path != page and len(years) == 1:
        return paths.html_link(page, part.path)
    return Markdown(f"#{part.anchor}")


def _description(rows: Sequence[Row]) -> str:
    """What the chart shows, for who does not see it."""
    most = max(rows, key=lambda row: row.mentions)
    named = sum(1 for row in rows if row.mentions)
    return (
        f"From {rows[0].years.split('–')[0]} to {rows[-1].years.split('–')[-1]}: named in {named} of "
        f"{sum(1 for row in rows if row.sources)} with sources; most often in {most.years}, "
        f"{count(most.mentions, 'mention', 'mentions')}."
    )
