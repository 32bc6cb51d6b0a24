"""The bibliography: a reference for every source, for readers and for reference managers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Source
from generator.write import paths
from generator.write.citing.coins import coins
from generator.write.citing.origins import caveats
from generator.write.citing.reference import STYLES, reference, work_of
from generator.write.contents import Contents
from generator.write.pages.cards import foreign
from generator.write.pages.citing import DOSSIER_ANCHOR, dossier_work, references
from generator.write.render import NOT_SEARCHED, Page, fill

#: The style of the whole list; a source's own page has it in each.
STYLE: Final = STYLES["chicago"]

_LEDE: Final = (
    "The sources as references. Square brackets hold what a source does not state itself."
)

_FILES: Final = (
    ("BibTeX", "sources.bib"),
    ("RIS", "sources.ris"),
    ("CSL-JSON", "sources.json"),
    ("CSV", "sources.csv"),
)


def bibliography_page(contents: Contents) -> Page:
    body = fill(
        "bibliography",
        title="Bibliography",
        lede=_LEDE,
        entries=[entry for _, entry in sorted(_entries(contents), key=lambda keyed: keyed[0])],
        files=[
            {"label": label, "href": paths.html_link(paths.BIBLIOGRAPHY, paths.DATA / name)}
            for label, name in _FILES
        ],
        anchor=DOSSIER_ANCHOR,
        dossier=list(references(dossier_work(contents.settings))),
    )
    description = f"{contents.settings.title}: {_LEDE}"
    meta = {"hide": ["toc"], **NOT_SEARCHED}
    return Page(paths.BIBLIOGRAPHY, "Bibliography", description, body, meta)


def _entries(contents: Contents) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """Each entry with the key that it is sorted by."""
    for source in contents.dossier.sources:
        cited = reference(work_of(source.record, foreign(contents, source)), STYLE)
        yield (cited.sort_key, source.id), _entry(source, cited.html)


def _entry(source: Source, html: str) -> dict[str, str]:
    return {
        "id": f"ref-{source.id}",
        "reference": html,
        "coins": coins(source.record),
        "href": paths.html_link(paths.BIBLIOGRAPHY, paths.source_page(source.id)),
        "notes": caveats(source.record),
    }
