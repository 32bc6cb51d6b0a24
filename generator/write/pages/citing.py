"""How to cite: a source's references and files, what its page's head says of it, the dossier itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final

from generator.model import Source
from generator.settings import Settings
from generator.write import paths
from generator.write.citing.head import head_tags
from generator.write.citing.origins import caveats
from generator.write.citing.reference import STYLES, Work, reference, work_of
from generator.write.citing.schema_org import schema_org
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.exports.citations import FORMATS
from generator.write.pages.cards import first_paragraph, foreign
from generator.write.render import fill, shorten

#: Where the bibliography says how to cite the dossier.
DOSSIER_ANCHOR: Final = "cite-this-dossier"

#: In the place of a date that only the reader knows.
_VISIT: Final = "[day of your visit]"


def cite_section(contents: Contents, source: Source, page: PurePosixPath) -> Markdown:
    """The references and files of a source, for the foot of its page."""
    body = fill(
        "cite",
        references=list(references(work_of(source.record, foreign(contents, source)))),
        files=list(_files(source, page)),
        caveats=caveats(source.record),
        dossier=paths.html_link(page, paths.BIBLIOGRAPHY, DOSSIER_ANCHOR),
    )
    return Markdown(body.strip())


def head_of(contents: Contents, source: Source) -> dict[str, Any]:
    """Front matter of a source's page from which the theme writes what its head says."""
    digest = shorten(first_paragraph(source))
    return {
        "citation_meta": head_tags(source.record, digest, contents.settings.title),
        "schema_org": schema_org(contents, source),
    }


def references(work: Work) -> Iterator[dict[str, str]]:
    """A work in each style."""
    for style in STYLES.values():
        yield {"label": style.label, "html": reference(work, style).html}


def dossier_work(settings: Settings) -> Work:
    """The dossier itself, as mkdocs.yml names it, for a reader to fill in the day."""
    return Work(
        kind="webpage",
        title=settings.title,
        authors=({"literal": settings.author},) if settings.author else (),
        accessed=_VISIT if settings.site_url else "",
        url=settings.site_url,
    )


def _files(source: Source, page: PurePosixPath) -> Iterator[dict[str, str]]:
    for suffix, (label, _) in FORMATS.items():
        href = paths.html_link(page, paths.citation_file(source.id, suffix))
        yield {"label": label, "href": href}
