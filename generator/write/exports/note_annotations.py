"""Notes as W3C Web Annotations: https://www.w3.org/TR/annotation-model/.

What that model has no word for (status, stances, dates that are no whole day, the quote as the
editor wrote it) stands beside it under terms of our own, which the context declares; so nothing is
lost on the way out and in again (``generator/anchor/exchange/``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import quote as escaped

from generator.anchor.exchange.moments import date_time, is_day
from generator.anchor.exchange.vocabulary import CONTEXT
from generator.describe.people import CORPORATE
from generator.model import Anchored, Assessment, ClaimId, Note, Quote, Standing, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.addresses import iri
from generator.write.exports.selectors import selectors
from generator.write.pages.note import home_of
from generator.write.quotable import may_quote

_STANDINGS: Final = tuple(Standing)


def note_annotation(contents: Contents, one: Anchored) -> dict[str, Any]:
    """A note as an Annotation. Without its own context: that of its page holds."""
    note = one.note
    parts = {
        "motivation": note.motivation.value,
        "creator": _agent(note.creator) if note.creator else None,
        **dict(_dates("created", note.created)),
        **dict(_dates("modified", note.modified)),
        "via": note.via,
        "status": note.status.value if note.status else None,
        "body": list(_bodies(contents, note)),
        "target": _target(contents, one),
    }
    address = f"{_page(contents, home_of(contents, one))}#{paths.note_anchor(note.id)}"
    known = {name: value for name, value in parts.items() if value}
    return {"id": address, "type": "Annotation", **known}


def collection(contents: Contents, notes: Iterable[Anchored]) -> dict[str, Any]:
    """Notes as one AnnotationCollection, complete in itself: its only page is in it."""
    address = iri(contents, paths.DATA / "annotations")
    items = [note_annotation(contents, one) for one in in_order(notes)]
    return {
        "@context": CONTEXT,
        "id": f"{address}#notes",
        "type": "AnnotationCollection",
        "label": contents.settings.title,
        "total": len(items),
        "first": {
            "id": f"{address}#notes-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def in_order(notes: Iterable[Anchored]) -> list[Anchored]:
    """Notes by what they are about and where they stand in it; never by where they are written."""
    return sorted(notes, key=_order)


def _order(one: Anchored) -> tuple[object, ...]:
    target, span = one.note.target, one.span
    owner = (target.source or "", target.topic or "", target.event)
    place = (span.start, span.end) if span else (0, 0)
    return *owner, _STANDINGS.index(one.standing), one.layer or "", *place, one.note.id


# --- who, when, what ---------------------------------------------------------------------------


def _agent(name: str) -> dict[str, str]:
    is_group = any(CORPORATE.fullmatch(word.strip(".,")) for word in name.split())
    return {"type": "Organization" if is_group else "Person", "name": name}


def _dates(name: str, edtf: str) -> Iterator[tuple[str, str]]:
    """A date as W3C has it, as far as that can be said, and as it is where that is not the same."""
    if edtf:
        yield name, date_time(edtf)
        yield f"{name}Edtf", "" if is_day(edtf) else edtf


def _bodies(contents: Contents, note: Note) -> Iterator[dict[str, str]]:
    if note.body:
        yield _textual(note.body, "text/markdown", note.motivation)
    for tag in note.tags:
        yield _textual(tag, "text/plain", "tagging")
    for assessment in note.assessments:
        yield _assessment(contents, assessment)


def _textual(value: str, form: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": form, "purpose": str(purpose)}


def _assessment(contents: Contents, assessment: Assessment) -> dict[str, str]:
    return {
        "type": "SpecificResource",
        "source": _page(contents, paths.claim_page(ClaimId(_escaped(assessment.claim)))),
        "purpose": "assessing",
        "stance": assessment.stance.value,
    }


# --- where -------------------------------------------------------------------------------------


def _target(contents: Contents, one: Anchored) -> dict[str, Any] | str:
    """A page as it is for a note on a whole, else a place in a text or, not shown, of a page."""
    target = one.note.target
    if target.topic:
        return _page(contents, paths.topic_page(TopicId(_escaped(target.topic))))
    if target.event:
        return _specific(_page(contents, paths.TIMELINE), {"event": target.event})
    assert target.source is not None, "a note is about a source, a topic or a date"
    page = _page(contents, paths.source_page(target.source))
    if one.standing is Standing.WHOLE:
        return page
    if one.layer is not None and one.span is not None:
        page = iri(contents, paths.text_file(target.source, one.layer))
    return _specific(page, dict(_passage(contents, one)))


def _passage(contents: Contents, one: Anchored) -> Iterator[tuple[str, Any]]:
    """The selectors of a passage, and what only our own terms can say of it."""
    target, found = one.note.target, list(_selectors(contents, one))
    quote = _quote(target.quote) if target.quote and may_quote(contents, one) else None
    yield "selector", found
    yield "written", quote if quote not in found else None
    yield "layer", target.layer.value if target.layer else None
    yield "block", target.block
    yield "standing", one.standing.value if one.standing is not Standing.ANCHORED else None


def _selectors(contents: Contents, one: Anchored) -> Iterator[dict[str, Any]]:
    target = one.note.target
    if target.source and one.layer is not None and one.span is not None:
        yield from selectors(contents.sources[target.source].document(one.layer), one.span)
    elif target.quote and may_quote(contents, one):
        yield _quote(target.quote)


def _quote(quote: Quote) -> dict[str, str]:
    parts = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    return {"type": "TextQuoteSelector", **{name: text for name, text in parts.items() if text}}


def _specific(source: str, parts: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in parts.items() if value}
    return {"type": "SpecificResource", "source": source, **known}


def _page(contents: Contents, page: PurePosixPath) -> str:
    return iri(contents, page.with_suffix(".html"))


def _escaped(id_: str) -> str:
    """An id that may be none: a note can name a topic or claim that there is not."""
    return escaped(id_, safe="")
