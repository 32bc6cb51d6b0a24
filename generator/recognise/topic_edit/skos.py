"""Topics as SKOS concepts in JSON-LD, and back.

Standard properties say all that SKOS can say. What it cannot (conditions of aliases, phrases that
are not the topic) stands beside them under terms of our own, so that nothing is lost on the way
out and in again; other programs may pass over these.

``altLabel`` has the names that hold anywhere. One that holds under conditions only would mislead
whoever shows it, but helps who searches: that is ``hiddenLabel``. No label stands in two of the
three (SKOS, S13), and a mere proposal in none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from generator.model import Alias, Case, Topic, TopicId
from generator.recognise.topic_edit.plain import Entry, alias_of

SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
#: A name for our own terms; there is nothing at this address to fetch.
OWN: Final = "urn:x-dossier:terms#"

CONTEXT: Final[dict[str, Any]] = {
    "skos": SKOS,
    "dcterms": DCTERMS,
    "dossier": OWN,
    "id": "@id",
    "type": "@type",
    "notation": "skos:notation",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "hiddenLabel": "skos:hiddenLabel",
    "scopeNote": "skos:scopeNote",
    "kind": "dcterms:type",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "aliases": {"@id": "dossier:aliases", "@type": "@json"},
    "never": {"@id": "dossier:never", "@container": "@list"},
    "formerly": {"@id": "dossier:formerly", "@container": "@list"},
}


def concept(topic: Topic, scheme: str, iri: Callable[[TopicId], str]) -> dict[str, Any]:
    """A topic as a concept of a scheme. ``iri`` gives the address of a topic's page."""
    alternative = _labels(topic, lambda alias: not _is_bound(alias), {topic.label})
    optional: Entry = {
        "altLabel": alternative,
        "hiddenLabel": _labels(
            topic,
            lambda alias: _is_bound(alias) and not alias.review,
            {topic.label, *alternative},
        ),
        "scopeNote": topic.scope,
        "broader": [iri(other) for other in topic.broader],
        "related": [iri(other) for other in topic.related],
        "exactMatch": list(topic.same_as),
        "never": list(topic.never),
        "formerly": list(topic.formerly),
    }
    aliases = [alias_of(alias) for alias in topic.aliases]
    if aliases != alternative:
        optional["aliases"] = aliases
    return {
        "id": iri(topic.id),
        "type": "skos:Concept",
        "inScheme": scheme,
        "notation": topic.id,
        "prefLabel": topic.label,
        "kind": topic.kind,
        **{name: value for name, value in optional.items() if value},
    }


def _is_bound(alias: Alias) -> bool:
    """Whether an alias holds under conditions; how it treats capitals is none."""
    return replace(alias, case=Case.SMART) != Alias(alias.text)


def _labels(topic: Topic, is_meant: Callable[[Alias], bool], others: set[str]) -> list[str]:
    texts = dict.fromkeys(alias.text for alias in topic.aliases if is_meant(alias))
    return [text for text in texts if text not in others]


def scheme_of(
    topics: Sequence[Topic], title: str, scheme: str, iri: Callable[[TopicId], str]
) -> dict[str, Any]:
    """Topics as a concept scheme: a JSON-LD document that is complete in itself."""
    head = {"id": scheme, "type": "skos:ConceptScheme", "prefLabel": title}
    return {
        "@context": CONTEXT,
        "@graph": [head, *(concept(topic, scheme, iri) for topic in topics)],
    }
