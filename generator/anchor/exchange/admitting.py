"""Which annotations of a file are taken: those that are not there yet, and are not too long."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.anchor.exchange.arrivals import Arrival, Arrivals
from generator.anchor.exchange.settling import own_part
from generator.anchor.exchange.telling import name_of
from generator.anchor.exchange.texts import TEXT_LIMIT
from generator.anchor.note_nodes import TAG_LIMIT
from generator.model import Note, NoteId, NoteStatus, Quote

#: The most tags of an annotation that are taken.
_MOST_TAGS: Final = 50


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a note gets that does not say it."""

    creator: str = ""
    status: NoteStatus | None = None


NO_DEFAULTS: Final = Defaults()


def new(arrivals: Arrivals, here: Sequence[Note]) -> Iterator[Arrival]:
    """The arrivals that are not there yet, each with its id and once."""
    ids = {note.id for note in here}
    addresses = {own_part(note.via) for note in here}
    for arrival in arrivals.notes:
        id_ = arrival.note.id or _id(arrival)
        is_there = not (arrival.site or arrival.part) and arrival.note.via in addresses - {""}
        if id_ not in ids and not is_there:
            ids.add(id_)
            yield replace(arrival, note=replace(arrival.note, id=id_))


def _id(arrival: Arrival) -> NoteId:
    """An id that is the same at each import: from the address, or else from all that is said."""
    said = [arrival.note.via or repr((arrival.note, arrival.aim)), arrival.part]
    return NoteId(f"n-{hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]}")


def fits(arrival: Arrival, arrivals: Arrivals) -> bool:
    """Whether an annotation is short enough; what is not taken of it is reported."""
    quote = arrival.aim.quote or Quote("")
    texts = (arrival.note.body, quote.exact, quote.prefix, quote.suffix)
    longest = max(map(len, texts))
    if longest > TEXT_LIMIT:
        arrivals.refuse(
            "import-too-long",
            f"{name_of(arrival)} has {longest:,} characters, more than the {TEXT_LIMIT:,} that a "
            "note may have; it is left out.",
            "Shorten it where it comes from.",
        )
    for tag in arrival.note.tags:
        if len(tag) > TAG_LIMIT:
            arrivals.lose("The end of a long tag")
    if len(arrival.note.tags) > _MOST_TAGS:
        arrivals.lose(f"A tag beyond the first {_MOST_TAGS}")
    return longest <= TEXT_LIMIT


def with_defaults(arrival: Arrival, defaults: Defaults) -> Arrival:
    """An arrival with what it does not say, and tags as a notes file has them."""
    note = arrival.note
    tags = dict.fromkeys(" ".join(tag[:TAG_LIMIT].split()) for tag in note.tags[:_MOST_TAGS])
    made = replace(
        note,
        creator=note.creator or defaults.creator,
        status=note.status or defaults.status,
        tags=tuple(filter(None, tags)),
    )
    return replace(arrival, note=made)
