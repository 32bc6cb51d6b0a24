"""The bibliography: a reference for every source, with what is inferred or not stated said so."""

from __future__ import annotations

from generator.model import Source
from generator.write import paths
from generator.write.contents import Contents
from generator.write.reference import caveats, reference, sort_key
from generator.write.render import NOT_SEARCHED, Page, fill


def bibliography_page(contents: Contents) -> Page:
    page = paths.BIBLIOGRAPHY
    entries = [_entry(source) for source in sorted(contents.dossier.sources, key=sort_key)]
    lede = "The sources as references. Square brackets hold what a source does not state itself."
    body = fill(
        "bibliography",
        title="Bibliography",
        lede=lede,
        entries=entries,
        csl=paths.html_link(page, paths.DATA / "sources.json"),
        csv=paths.html_link(page, paths.DATA / "sources.csv"),
    )
    return Page(
        page,
        "Bibliography",
        f"{contents.settings.title}: {lede}",
        body,
        {"hide": ["toc"], **NOT_SEARCHED},
    )


def _entry(source: Source) -> dict[str, str]:
    return {
        "id": f"ref-{source.id}",
        "reference": reference(source),
        "href": paths.html_link(paths.BIBLIOGRAPHY, paths.source_page(source.id)),
        "notes": caveats(source),
    }
