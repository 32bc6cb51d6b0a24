"""Bodies of Web Annotations: the Markdown, the tags and the claims of a note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from generator.anchor.exchange.addresses import place_of
from generator.anchor.exchange.arrivals import Arrivals
from generator.anchor.exchange.texts import (
    TEXT_LIMIT,
    address_in,
    body_in,
    line_in,
    markdown_of,
    markdown_of_html,
    text_in,
)
from generator.model import Assessment, Stance

#: The most bodies of an annotation that are read.
_MOST: Final = 200

_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(slots=True)
class Bodies:
    """What the bodies of an annotation say. ``purposes`` are those of texts."""

    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        return body_in("\n\n".join(filter(None, self.texts)))


def read_bodies(annotation: dict[str, Any], bases: tuple[str, ...], arrivals: Arrivals) -> Bodies:
    """The bodies of an annotation, whatever their form. ``bases`` begin addresses of ours."""
    bodies = Bodies()
    motivations = strings(annotation.get("motivation"))
    for body in islice(_all(annotation), _MOST):
        purposes = strings(body.get("purpose")) or motivations
        if stance := _assessment(body, bases):
            bodies.assessments.append(stance)
        elif purposes == ["tagging"]:
            bodies.tags.append(line_in(body.get("value")) or _address(body))
        elif text := _text(body, bases, arrivals):
            bodies.texts.append(text)
            bodies.purposes += purposes
    return bodies


def strings(value: Any) -> list[str]:
    """The texts of a value that may be one or a list."""
    return [
        line for one in (value if isinstance(value, list) else [value]) if (line := line_in(one))
    ]


def _all(annotation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every body as an object; of several to choose from, the first."""
    if value := annotation.get("bodyValue"):
        yield {"value": value, "format": "text/plain"}
    waiting = [annotation.get("body")]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one[:_MOST])
        elif isinstance(one, str):
            yield {"id": one}
        elif isinstance(one, dict) and isinstance(one.get("items"), list):
            choice = "Choice" in strings(one.get("type"))
            waiting += one["items"][:1] if choice else reversed(one["items"][:_MOST])
        elif isinstance(one, dict):
            yield one


def _assessment(body: dict[str, Any], bases: tuple[str, ...]) -> Assessment | None:
    """What a body says of one of our claims."""
    place = place_of(_address(body), bases)
    stance = line_in(body.get("stance"))
    if place is None or place.claim is None or stance not in [one.value for one in Stance]:
        return None
    return Assessment(place.claim, Stance(stance))


def _text(body: dict[str, Any], bases: tuple[str, ...], arrivals: Arrivals) -> str:
    """A body as Markdown: its words, or a link to what it points to."""
    value = body.get("value")
    if not isinstance(value, str):
        return _link(_address(body), bases, arrivals)
    if len(value) > TEXT_LIMIT:
        return value
    kind = line_in(body.get("format")).partition(";")[0].strip().lower()
    if kind in _HTML:
        return markdown_of_html(value)
    return markdown_of(text_in(value)) if kind == "text/plain" else text_in(value)


def _link(address: str, bases: tuple[str, ...], arrivals: Arrivals) -> str:
    place = place_of(address, bases)
    if place and (place.source or place.topic):
        return f"[[{place.source or place.topic}]]"
    if web := address_in(address):
        return f"<{web}>"
    arrivals.lose(
        "A body that is no text and no address of the web" if address else "An empty body"
    )
    return ""


def _address(body: dict[str, Any]) -> str:
    """What a body points to."""
    source = body.get("source")
    if isinstance(source, dict):
        source = source.get("id") or source.get("@id")
    return line_in(source or body.get("id") or body.get("@id"))
