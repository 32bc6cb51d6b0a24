"""``annotations/``: mentions as W3C Web Annotation pages, one a text.

Positions count Unicode code points in the text file that ``target.source`` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import urljoin

from generator.model import Document, Layer, Mention, Source, Span
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json

#: Characters of context on either side of a quote.
CONTEXT: Final = 32


def annotation_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for source in contents.dossier.sources:
        for layer, document in source.layers:
            file = paths.annotations_file(source.id, layer, source.main_layer)
            yield file, as_json(_page(contents, source, layer, document, file))


def _page(
    contents: Contents, source: Source, layer: Layer, document: Document, file: PurePosixPath
) -> dict[str, Any]:
    mentions = contents.dossier.analyses[source.id, layer].mentions
    target = iri(contents, paths.text_file(source.id, layer))
    items = [
        _identifying(contents, mention, document, target, iri(contents, file))
        for mention in mentions
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": iri(contents, file),
        "type": "AnnotationPage",
        "items": items,
    }


def _identifying(
    contents: Contents, mention: Mention, document: Document, target: str, page: str
) -> dict[str, Any]:
    topic = paths.topic_page(mention.topic).with_suffix(".html")
    return {
        "id": f"{page}#mention-{mention.span.start}-{mention.span.end}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "SpecificResource",
            "source": iri(contents, topic),
            "purpose": "identifying",
        },
        "target": {"source": target, "selector": selectors(document, mention.span)},
    }


def selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    """A TextPositionSelector and a TextQuoteSelector for a span."""
    text = document.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
    ]


def iri(contents: Contents, path: PurePosixPath) -> str:
    """A file of the site as an IRI: absolute where the site's address is known, else from its root."""
    return iri_below(contents.settings.site_url, path)


def iri_below(site_url: str, path: PurePosixPath) -> str:
    """As ``iri``, for what has no contents yet."""
    return urljoin(site_url, str(path)) if site_url else f"/{path}"
