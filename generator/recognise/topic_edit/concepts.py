"""SKOS concepts on their way in: their labels, notes and relations as entries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.recognise.topic_edit import jsonld
from generator.recognise.topic_edit.incoming import Incoming, unreadable
from generator.recognise.topic_edit.plain import Entry, text_of
from generator.recognise.topic_edit.skos import DCTERMS, OWN, SKOS
from generator.recognise.topic_nodes import is_slug, slug

Properties = Mapping[str, list[jsonld.Value]]

#: What needs no place in a topics file, or is read from the other side of the relation.
_PASSED_OVER: Final = frozenset(
    {"@type", f"{SKOS}inScheme", f"{SKOS}topConceptOf", f"{SKOS}narrower"}
)
_NAMES: Final = (f"{SKOS}altLabel", f"{SKOS}hiddenLabel")
_READ: Final = _PASSED_OVER | {
    *(f"{SKOS}{name}" for name in ("prefLabel", "notation", "scopeNote", "definition")),
    *(f"{SKOS}{name}" for name in ("broader", "related", "exactMatch")),
    *(f"{OWN}{name}" for name in ("aliases", "never", "formerly")),
    *_NAMES,
    f"{DCTERMS}type",
}


@dataclass(frozen=True, slots=True)
class Concepts:
    """All concepts of a file, by their address, and the ids that they are to have."""

    found: Sequence[jsonld.Node]
    ids: Mapping[str, str]
    language: str
    incoming: Incoming


def read_concepts(text: str, path: Path, language: str) -> Incoming:
    """The concepts of a JSON-LD file as entries. Raises TopicsError where there are none."""
    incoming = Incoming(path)
    try:
        document = json.loads(text)
        found = [node for node in jsonld.nodes(document, SKOS) if _is_concept(node)]
    except (ValueError, RecursionError) as cause:
        raise unreadable(
            path, "This is no JSON, or nested too deep.", "Export it again, as JSON-LD."
        ) from cause
    if jsonld.has_remote_context(document):
        incoming.lose("A context at another address, which may say what names mean,")
    ids: dict[str, str] = {}
    for address, values in found:
        if address:
            ids.setdefault(address, _id(address, values, language))
    concepts = Concepts(found, ids, language, incoming)
    wider = _from_narrower(concepts)
    for address, values in found:
        incoming.add(_entry(concepts, address, values, wider.get(address, [])))
    return incoming


def _is_concept(node: jsonld.Node) -> bool:
    kinds = [value.get("@id") for value in node[1].get("@type", [])]
    return f"{SKOS}Concept" in kinds


def _entry(concepts: Concepts, address: str, values: Properties, wider: Sequence[str]) -> Entry:
    incoming, language = concepts.incoming, concepts.language
    for name in values:
        if name not in _READ:
            incoming.lose(f'"{name.removeprefix(SKOS)}"')
    label = _text(values, f"{SKOS}prefLabel", language)
    scope = f"{SKOS}scopeNote" if f"{SKOS}scopeNote" in values else f"{SKOS}definition"
    if scope != f"{SKOS}definition" and f"{SKOS}definition" in values:
        incoming.lose('A "definition" beside a scope note')
    return {
        "id": concepts.ids.get(address) or _id(address, values, language),
        "formerly": list(_texts(values, f"{OWN}formerly")),
        "label": label,
        "kind": _kind(values),
        "scope": _note(values, scope, concepts),
        "aliases": list(_aliases(values, label)),
        "never": list(_texts(values, f"{OWN}never")),
        "broader": list(dict.fromkeys([*_ids(concepts, values, "broader"), *wider])),
        "related": list(_ids(concepts, values, "related")),
        "same_as": list(_addresses(values, f"{SKOS}exactMatch")),
    }


def _id(address: str, values: Properties, language: str) -> str:
    """The notation where it can be an id, else the end of the address, else the label."""
    notations = [text for text in _texts(values, f"{SKOS}notation") if is_slug(text)]
    return (
        next(iter(notations), "")
        or slug(_tail(address))
        or slug(_text(values, f"{SKOS}prefLabel", language))
    )


def _tail(address: str) -> str:
    return re.sub(r"\.html?$", "", re.split(r"[/#:]", address.rstrip("/#"))[-1])


def _kind(values: Properties) -> str:
    texts = [*_texts(values, f"{DCTERMS}type"), *map(_tail, _addresses(values, f"{DCTERMS}type"))]
    return next(iter(texts), "")


def _note(values: Properties, name: str, concepts: Concepts) -> str:
    """The notes in the dossier's language, one after the other, or else the first one."""
    notes = values.get(name, [])
    own = [note["@value"] for note in notes if _is_in(note, concepts.language)]
    others = [note["@value"] for note in notes if "@value" in note and note["@value"] not in own]
    kept = own or others[:1]
    for _ in range(len(others) if own else len(others) - 1):
        concepts.incoming.lose("A note in another language")
    return " ".join(kept)


def _is_in(value: jsonld.Value, language: str) -> bool:
    """Whether a text is in a language, or says nothing about it."""
    tag = value.get("@language", "")
    return "@value" in value and (not tag or tag.split("-")[0] == language.split("-")[0])


# --- names -------------------------------------------------------------------------------------


def _aliases(values: Properties, label: str) -> Iterator[Any]:
    """All names but the label: ours with their conditions, then what others added."""
    own = [item for value in values.get(f"{OWN}aliases", []) for item in _list(value.get("@json"))]
    yield from own
    known = {label, *map(text_of, own)}
    for name in (*_NAMES, f"{SKOS}prefLabel"):
        for text in _texts(values, name):
            if text not in known or (not own and name == _NAMES[0]):
                known.add(text)
                yield text


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(values: Properties, name: str, language: str) -> str:
    """A text in the dossier's language, or else the first one."""
    texts = [value for value in values.get(name, []) if value.get("@value")]
    own = [value for value in texts if _is_in(value, language)]
    return str((own or texts or [{"@value": ""}])[0]["@value"])


def _texts(values: Properties, name: str) -> Iterator[str]:
    return (value["@value"] for value in values.get(name, []) if value.get("@value"))


def _addresses(values: Properties, name: str) -> Iterator[str]:
    return (value["@id"] for value in values.get(name, []) if value.get("@id"))


# --- relations ---------------------------------------------------------------------------------


def _ids(concepts: Concepts, values: Properties, name: str) -> Iterator[str]:
    """Other topics' ids; one from outside of the file may be a topic of the dossier."""
    for address in _addresses(values, f"{SKOS}{name}"):
        yield concepts.ids.get(address) or slug(_tail(address))


def _from_narrower(concepts: Concepts) -> dict[str, list[str]]:
    """What each concept's broader ones say of it, by its address."""
    wider: dict[str, list[str]] = {}
    for address, values in concepts.found:
        for narrow in _addresses(values, f"{SKOS}narrower"):
            wider.setdefault(narrow, []).append(concepts.ids.get(address, ""))
    return wider
