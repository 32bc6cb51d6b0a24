"""As much of JSON-LD 1.1 as vocabularies use: terms, prefixes, lists, languages.

Contexts within the file are followed; one at an address is not fetched, and the names of SKOS are
then taken as they are. https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

#: A value of a node: ``{"@value", "@language"?}``, ``{"@id"}`` or ``{"@json"}``.
Value = dict[str, Any]

#: An object with its address ("" for none), and its values by the full name of the property.
Node = tuple[str, dict[str, list[Value]]]

_KEYWORDS: Final = frozenset(
    {"@id", "@type", "@value", "@language", "@list", "@set", "@graph", "@context", "@json"}
)


#: Types of a value that is JSON itself, either as data or as a text (as RDF programs write it).
_JSON: Final = ("@json", "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")

#: How often a name is looked up in terms of other terms.
_LONGEST_CHAIN: Final = 10


@dataclass(frozen=True, slots=True)
class Term:
    """What a key stands for ("" for a name of the vocabulary), and how its values are read."""

    iri: str
    type: str = ""
    container: str = ""


@dataclass(slots=True)
class Context:
    """The terms in force. ``fallback`` is the vocabulary of names that nothing explains."""

    terms: dict[str, Term] = field(default_factory=dict)
    vocabulary: str = ""
    language: str = ""
    fallback: str = ""

    def with_definitions(self, definitions: Any, fallback: str) -> Context:
        """This context and further definitions; an address stands for the fallback."""
        new = Context(dict(self.terms), self.vocabulary, self.language, self.fallback)
        for one in definitions if isinstance(definitions, list) else [definitions]:
            if isinstance(one, str):
                new.fallback = fallback
            elif isinstance(one, dict):
                new.vocabulary = str(one.get("@vocab") or new.vocabulary)
                new.language = str(one.get("@language") or new.language)
                new.terms |= {k: t for k, v in one.items() if (t := _term(v)) and k[:1] != "@"}
        return new

    def iri(self, name: str) -> str:
        """The full name, or the keyword, that a name stands for."""
        for _ in range(_LONGEST_CHAIN):
            if name.startswith("@") or "://" in name:
                return name
            prefix, colon, rest = name.partition(":")
            term = self.terms.get(name)
            if term and term.iri:
                if term.iri == name:
                    return name
                name = term.iri
            elif colon and prefix in self.terms:
                name = self.terms[prefix].iri + rest
            else:
                return name if colon else f"{self.vocabulary or self.fallback}{name}"
        return name

    def address(self, name: str) -> str:
        """The full address of a thing, which may be written with a prefix."""
        return self.iri(name) if name.partition(":")[0] in self.terms else name

    def term(self, name: str) -> Term:
        return self.terms.get(name) or Term(name)


def _term(definition: Any) -> Term | None:
    if isinstance(definition, str):
        return Term(definition)
    if isinstance(definition, dict):
        return Term(*(_word(definition.get(key)) for key in ("@id", "@type", "@container")))
    return None


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def nodes(document: Any, fallback: str) -> Iterator[Node]:
    """Every object of a document that says something, those within others too."""
    yield from _nodes(document, Context(), fallback)


def has_remote_context(document: Any) -> bool:
    context = document.get("@context") if isinstance(document, dict) else None
    listed = context if isinstance(context, list) else [context]
    return any(isinstance(one, str) for one in listed)


def _nodes(item: Any, context: Context, fallback: str) -> Iterator[Node]:
    if isinstance(item, list):
        for one in item:
            yield from _nodes(one, context, fallback)
    if not isinstance(item, dict):
        return
    if "@context" in item:
        context = context.with_definitions(item["@context"], fallback)
    address, values = "", {}
    for key, value in item.items():
        name = context.iri(key)
        if name == "@graph":
            yield from _nodes(value, context, fallback)
        elif name == "@id":
            address = context.address(_word(value))
        elif name == "@type":
            kinds = value if isinstance(value, list) else [value]
            values["@type"] = [{"@id": context.iri(_word(kind))} for kind in kinds]
        elif name not in _KEYWORDS:
            term = context.term(key)
            values.setdefault(name, []).extend(_values(value, term, context))
            if term.type != "@json" and term.container != "@language":
                yield from _nodes(_embedded(value, context), context, fallback)
    if values:
        yield address, values


def _embedded(value: Any, context: Context) -> list[Any]:
    """Objects within an object that say more than their address."""
    found = value if isinstance(value, list) else [value]
    return [
        one
        for one in found
        if isinstance(one, dict) and any(context.iri(key) not in _KEYWORDS for key in one)
    ]


def _values(value: Any, term: Term, context: Context) -> Iterator[Value]:
    if term.type == "@json":
        yield {"@json": value}
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, term, context)
    elif isinstance(value, dict):
        yield from _of_object(value, term, context)
    elif value is not None:
        yield _of_text(value, term, context)


def _of_object(value: Mapping[str, Any], term: Term, context: Context) -> Iterator[Value]:
    words = {context.iri(key): item for key, item in value.items()}
    if "@value" in words:
        if words.get("@type") in _JSON:
            yield {"@json": _loaded(words["@value"])}
        elif isinstance(words["@value"], str | int | float):
            language = _word(words.get("@language"))
            yield {"@value": str(words["@value"]), "@language": language}
    elif "@list" in words or "@set" in words:
        yield from _values(words.get("@list", words.get("@set")), term, context)
    elif "@id" in words:
        yield {"@id": context.address(_word(words["@id"]))}
    elif term.container == "@language":
        for language, texts in value.items():
            for text in texts if isinstance(texts, list) else [texts]:
                yield {"@value": str(text), "@language": "" if language == "@none" else language}


def _loaded(value: Any) -> Any:
    """JSON as data; a text that is no JSON stays one."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _of_text(value: Any, term: Term, context: Context) -> Value:
    if term.type in ("@id", "@vocab"):
        name = str(value)
        return {"@id": context.address(name) if term.type == "@id" else context.iri(name)}
    return {"@value": str(value), "@language": context.language}
