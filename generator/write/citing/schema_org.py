"""A source's page for search engines: a page of ours that is based on somebody else's work.

The original keeps its own author, publisher and date, as far as they are stated; what was inferred
is left out, since schema.org has no brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.describe.people import csl_name
from generator.model import Record, Source, Value
from generator.write import paths
from generator.write.citing.dating import figures, is_exact, joined
from generator.write.citing.kinds import kind_of
from generator.write.citing.origins import full_title, is_inferred
from generator.write.contents import Contents
from generator.write.exports.addresses import iri_below


def schema_org(contents: Contents, source: Source) -> dict[str, Any]:
    """JSON-LD for a source's page."""
    settings = contents.settings
    site = {"@type": "WebSite", "name": settings.title}
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": f"“{source.record.title.text}” in “{settings.title}”",
        "inLanguage": settings.language,
        "isPartOf": site,
        "isBasedOn": dict(_original(source.record)),
    }
    if settings.site_url:
        site["url"] = settings.site_url
        built = paths.source_page(source.id).with_suffix(".html")
        page["url"] = iri_below(settings.site_url, built)
    return page


def _original(record: Record) -> Iterator[tuple[str, Any]]:
    yield "@type", kind_of(record.type.text).schema_org
    yield "name", full_title(record)
    if authors := [_person(author) for author in record.authors if not is_inferred(author)]:
        yield "author", authors
    if _is_said(record.publication):
        yield "isPartOf", {"@type": "CreativeWork", "name": record.publication.text}
    if _is_said(record.publisher):
        yield "publisher", {"@type": "Organization", "name": record.publisher.text}
    if _is_said(record.issued) and is_exact(record.issued.text):
        yield "datePublished", joined(figures(record.issued.text))
    for name, value in (
        ("inLanguage", record.language),
        ("url", record.url),
        ("archivedAt", record.archived),
    ):
        if value:
            yield name, value.text


def _is_said(value: Value) -> bool:
    return bool(value) and not is_inferred(value)


def _person(author: Value) -> dict[str, str]:
    """A person only where the name is one of a person; an office may be anything."""
    kind = {"@type": "Person"} if "family" in csl_name(author) else {}
    return {**kind, "name": author.text}
