"""One module a kind of page: what it shows is decided here, how it is phrased in templates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.write.contents import Contents
from generator.write.pages.bibliography import bibliography_page
from generator.write.pages.claims import claims_pages
from generator.write.pages.home import home_page
from generator.write.pages.notes import notes_pages
from generator.write.pages.redirects import redirect_pages
from generator.write.pages.search import search_page
from generator.write.pages.source import source_page
from generator.write.pages.sources import sources_page
from generator.write.pages.timeline import timeline_pages
from generator.write.pages.topic import topic_pages
from generator.write.pages.topics import topics_pages
from generator.write.render import Page


def pages(contents: Contents) -> Iterator[Page]:
    """Every page of the dossier."""
    yield from redirect_pages(contents)  # first: a page of the same name takes its place
    yield home_page(contents)
    yield sources_page(contents)
    yield from (source_page(contents, source) for source in contents.dossier.sources)
    yield from topics_pages(contents)
    for topic in contents.dossier.topics:
        yield from topic_pages(contents, topic)
    yield from timeline_pages(contents)
    yield from notes_pages(contents)
    yield from claims_pages(contents)
    yield bibliography_page(contents)
    yield search_page(contents)
