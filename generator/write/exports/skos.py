"""``topics.json``: the topics as a SKOS concept scheme in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from generator.model import Topic, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.annotations import iri
from generator.write.exports.as_json import as_json

_CONTEXT: Final = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "scopeNote": "skos:scopeNote",
    "kind": "dcterms:type",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
}


def skos_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    scheme = iri(contents, paths.TOPICS.with_suffix(".html"))
    graph: list[dict[str, Any]] = [
        {"id": scheme, "type": "skos:ConceptScheme", "prefLabel": contents.settings.title}
    ]
    graph += [_concept(contents, topic, scheme) for topic in contents.dossier.topics]
    yield paths.DATA / "topics.json", as_json({"@context": _CONTEXT, "@graph": graph})


def _concept(contents: Contents, topic: Topic, scheme: str) -> dict[str, Any]:
    concept: dict[str, Any] = {
        "id": _iri(contents, topic.id),
        "type": "skos:Concept",
        "inScheme": scheme,
        "prefLabel": topic.label,
        "kind": topic.kind,
    }
    optional: dict[str, str | Sequence[str]] = {
        "altLabel": list(dict.fromkeys(alias.text for alias in topic.aliases)),
        "scopeNote": topic.scope,
        "broader": [_iri(contents, other) for other in topic.broader],
        "related": [_iri(contents, other) for other in topic.related],
        "exactMatch": list(topic.same_as),
    }
    return concept | {name: value for name, value in optional.items() if value}


def _iri(contents: Contents, topic: TopicId) -> str:
    return iri(contents, paths.topic_page(topic).with_suffix(".html"))
