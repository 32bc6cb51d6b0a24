"""Web Annotations in JSON-LD: a page, a collection, a list or a single one.

https://www.w3.org/TR/annotation-model/. What the dossier itself exports is known by its addresses
and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from generator.anchor.exchange.addresses import is_mention, note_of, place_of
from generator.anchor.exchange.arrivals import MOST, Aim, Arrival, Arrivals, shown
from generator.anchor.exchange.moments import edtf_in, edtf_of
from generator.anchor.exchange.selectors import aim_at, aim_at_fragment, quote_in
from generator.anchor.exchange.texts import address_in, iri_in, line_in
from generator.anchor.exchange.w3c_bodies import Bodies, read_bodies, strings
from generator.model import (
    BlockId,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Standing,
    Target,
)

#: The most targets of an annotation that are read.
_MOST_TARGETS: Final = 50

#: Motivations of W3C that notes do not have, and what comes nearest.
_NEAREST: Final = {
    "replying": Motivation.COMMENTING,
    "editing": Motivation.COMMENTING,
    "moderating": Motivation.ASSESSING,
    "classifying": Motivation.DESCRIBING,
    "tagging": Motivation.DESCRIBING,
    "identifying": Motivation.LINKING,
    "bookmarking": Motivation.HIGHLIGHTING,
}

_READ: Final = frozenset(
    {"@context", "id", "@id", "type", "@type", "motivation", "body", "bodyValue", "target", "via"}
    | {"creator", "created", "modified", "generator", "generated", "canonical"}
    | {"status", "createdEdtf", "modifiedEdtf", "partOf"}
)


def read_w3c(data: Any, arrivals: Arrivals, bases: tuple[str, ...]) -> None:
    """The annotations of a file. ``bases`` begin the addresses of this dossier's site."""
    for annotation in _annotations(data, arrivals):
        if len(arrivals.notes) >= MOST:
            arrivals.refuse_rest()
            return
        address = reference(annotation)
        if is_mention(address):
            arrivals.mentions += 1
        else:
            arrivals.notes += _arrivals(annotation, address, arrivals, bases)


def reference(thing: Any) -> str:
    """The address of a thing, given as text or in an object."""
    if isinstance(thing, dict):
        thing = thing.get("id") or thing.get("@id")
    line = line_in(thing)
    return "" if any(map(str.isspace, line)) else line


def _annotations(data: Any, arrivals: Arrivals) -> Iterator[dict[str, Any]]:
    """The annotations of pages, collections and lists, in order; without recursion."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict) and _is_annotation(one):
            yield one
        elif isinstance(one, dict) and (inner := _inner(one)):
            waiting += reversed(inner)
        elif isinstance(one, str) and one:
            arrivals.refuse(
                "import-elsewhere",
                f"Further annotations are at another address, {shown(one)}; it is not fetched.",
                "Save that page too, and import it.",
            )
        elif not (isinstance(one, dict) and _is_page(one)):
            arrivals.broken += 1


def _is_annotation(thing: dict[str, Any]) -> bool:
    return "Annotation" in _types(thing) or ("target" in thing and not _is_page(thing))


def _is_page(thing: dict[str, Any]) -> bool:
    return bool({"AnnotationPage", "AnnotationCollection"} & set(_types(thing)))


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = strings(thing.get("type")) + strings(thing.get("@type"))
    return [kind.removeprefix("oa:").rpartition("#")[2] for kind in kinds]


def _inner(thing: dict[str, Any]) -> list[Any]:
    """What a page or collection holds, in order; a page that is only named comes as its address."""
    return [thing[key] for key in ("@graph", "first", "items", "next") if thing.get(key)]


# --- one annotation ----------------------------------------------------------------------------


def _arrivals(
    annotation: dict[str, Any], address: str, arrivals: Arrivals, bases: tuple[str, ...]
) -> Iterator[Arrival]:
    """An arrival for each target."""
    site, id_ = note_of(address) or ("", NoteId(""))
    bases = (site, *bases) if site else bases
    note = replace(_note(annotation, read_bodies(annotation, bases, arrivals), arrivals), id=id_)
    for key in sorted(set(annotation) - _READ):
        arrivals.lose(f'"{shown(key)}"')
    targets = annotation.get("target")
    targets = targets[:_MOST_TARGETS] if isinstance(targets, list) else [targets]
    for number, target in enumerate(targets, start=1):
        aim = _aim(target)
        is_ours = bool(site) and any(place_of(one, [site]) for one in aim.addresses)
        foreign = replace(note, id=NoteId(""), via=iri_in(address))
        yield Arrival(
            _ours(note, annotation) if is_ours else foreign,
            aim,
            address,
            site if is_ours else "",
            () if is_ours else aim.addresses,
            str(number) if len(targets) > 1 else "",
        )


def _note(annotation: dict[str, Any], bodies: Bodies, arrivals: Arrivals) -> Note:
    return Note(
        NoteId(""),
        Target(),
        bodies.markdown,
        ", ".join(_names(annotation.get("creator"))),
        _date(annotation, "created"),
        _date(annotation, "modified"),
        _status(annotation, arrivals),
        _motivation(annotation, bodies, arrivals),
        tuple(dict.fromkeys(filter(None, bodies.tags))),
        tuple(bodies.assessments),
    )


def _date(annotation: dict[str, Any], key: str) -> str:
    return edtf_in(line_in(annotation.get(f"{key}Edtf"))) or edtf_of(line_in(annotation.get(key)))


def _ours(note: Note, annotation: dict[str, Any]) -> Note:
    """One of our notes, which may have come from elsewhere in its turn."""
    return replace(note, via=iri_in(next(iter(strings(annotation.get("via"))), "")))


def _names(creator: Any) -> Iterator[str]:
    for agent in creator if isinstance(creator, list) else [creator]:
        if isinstance(agent, dict):
            names = (line_in(agent.get(key)) for key in ("name", "nickname"))
            if name := next(filter(None, names), "") or address_in(reference(agent)):
                yield name
        elif name := line_in(agent):
            yield name


def _status(annotation: dict[str, Any], arrivals: Arrivals) -> NoteStatus | None:
    text = line_in(annotation.get("status"))
    if text and text not in [one.value for one in NoteStatus]:
        arrivals.lose(f'The status "{shown(text)}"')
        return None
    return NoteStatus(text) if text else None


def _motivation(annotation: dict[str, Any], bodies: Bodies, arrivals: Arrivals) -> Motivation:
    """The first motivation that notes have too, or what comes nearest."""
    given = strings(annotation.get("motivation"))
    names = [name.removeprefix("oa:") for name in (*given, *bodies.purposes)]
    known = [Motivation(name) for name in names if name in list(Motivation)]
    near = [_NEAREST[name] for name in names if name in _NEAREST]
    if near and not known and names[0] != "replying":
        arrivals.lose(f'The motivation "{names[0]}"')
    found = next(iter((*known, *near)), Motivation.COMMENTING)
    if bodies.markdown or bodies.assessments or found is Motivation.LINKING:
        return found
    return Motivation.HIGHLIGHTING


# --- one target --------------------------------------------------------------------------------


def _aim(target: Any) -> Aim:
    """What a target is about, whatever its form."""
    if not isinstance(target, dict):
        return _at(reference(target))
    aim = aim_at(_at(reference(target.get("source")) or reference(target)), target.get("selector"))
    written = quote_in(target.get("written"))
    layer = line_in(target.get("layer"))
    block = line_in(target.get("block"))
    return replace(
        aim,
        quote=None if block else written or aim.quote,
        span=None if block else aim.span,
        layer=Layer(layer) if layer in list(Layer) else None,
        block=BlockId(block) if block else aim.block,
        event=line_in(target.get("event")),
        title=line_in(target.get("title")),
        is_withheld=line_in(target.get("standing")) == Standing.WITHHELD,
    )


def _at(address: str) -> Aim:
    """The aim of an address: what it names, and the place in it that its fragment gives."""
    bare, _, fragment = address.partition("#")
    addresses = dict.fromkeys(filter(None, (address, bare)))
    return aim_at_fragment(Aim(tuple(addresses)), fragment) if fragment else Aim(tuple(addresses))
