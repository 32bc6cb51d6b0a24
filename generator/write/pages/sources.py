"""The index of sources, by year of issue."""

from __future__ import annotations

from itertools import groupby

from generator.describe.dates import year_of
from generator.model import Source
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import source_card
from generator.write.pages.topic import count
from generator.write.render import NOT_SEARCHED, Page, fill


def sources_page(contents: Contents) -> Page:
    page = paths.SOURCES
    years = [
        {
            "name": name,
            "anchor": f"year-{name.lower()}",
            "sources": [source_card(contents, source, page) for source in group],
        }
        for name, group in groupby(contents.dossier.sources, key=_year)
    ]
    total = count(len(contents.dossier.sources), "document", "documents")
    lede = f"{total}, each with a digest in the editors’ words, by date of issue."
    body = fill("sources", title="Sources", lede=lede, years=years)
    return Page(page, "Sources", f"{contents.settings.title}: {lede}", body, NOT_SEARCHED)


def _year(source: Source) -> str:
    issued = source.record.issued
    return str(year_of(issued.text)) if issued else "Undated"
