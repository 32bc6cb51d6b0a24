"""``annotations/``: mentions and notes as W3C Web Annotation pages, one a text.

Positions count Unicode code points in the text file that ``target.source`` names. A note whose
passage is not shown, or that is about a source as a whole, stands with the source's main text;
one on a topic or a date in a page of the dossier itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.anchor.exchange.vocabulary import CONTEXT
from generator.model import Anchored, Document, Mention
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.addresses import iri, iri_below
from generator.write.exports.as_json import as_json
from generator.write.exports.note_annotations import in_order, note_annotation
from generator.write.exports.selectors import selectors

__all__ = ["annotation_files", "iri", "iri_below", "selectors"]


def annotation_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    items: defaultdict[PurePosixPath, list[dict[str, Any]]] = defaultdict(list)
    items[paths.DOSSIER_ANNOTATIONS] = []
    for source in contents.dossier.sources:
        for layer, document in source.layers:
            file = paths.annotations_file(source.id, layer, source.main_layer)
            mentions = contents.dossier.analyses[source.id, layer].mentions
            target = iri(contents, paths.text_file(source.id, layer))
            page = iri(contents, file)
            items[file] += [
                _identifying(contents, mention, document, target, page) for mention in mentions
            ]
    for one in in_order(contents.dossier.notes):
        items[_file(contents, one)].append(note_annotation(contents, one))
    for file, found in items.items():
        yield file, as_json(_page(iri(contents, file), found))


def _file(contents: Contents, one: Anchored) -> PurePosixPath:
    source = contents.sources.get(one.note.target.source) if one.note.target.source else None
    if source is None:
        return paths.DOSSIER_ANNOTATIONS
    return paths.annotations_file(source.id, one.layer or source.main_layer, source.main_layer)


def _page(address: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"@context": CONTEXT, "id": address, "type": "AnnotationPage", "items": items}


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
