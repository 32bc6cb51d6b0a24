"""What an arrival is about, in this dossier: one of its sources, topics or dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final
from urllib.parse import quote as escaped

from generator.anchor.exchange.addresses import Place, note_of, place_of
from generator.anchor.exchange.arrivals import Aim, Arrival
from generator.anchor.exchange.documents import Documents
from generator.model import Layer, Note, NoteId, Quote, Source, SourceId, Target

#: What follows the address of an answer, before that of what it answers.
ANSWERS: Final = "in-reply-to="


class Doubt(Enum):
    """Why a person should look at a note that came in: its words are withheld from the file, or
    only their position is given, or a place that cannot be read here."""

    NO_WORDS = "no words"
    BY_POSITION = "by position"
    SELECTOR = "selector"


@dataclass(frozen=True, slots=True)
class Settled:
    """A note with its target. ``is_original``: its words are those of the original document, not
    of this dossier's pages. ``is_kept``: its target is to stay as it is. ``root`` is the address of
    the annotation of the same file that it answers in the end."""

    arrival: Arrival
    note: Note
    is_original: bool = False
    is_kept: bool = False
    root: str = ""
    by_title: bool = False
    doubt: Doubt | None = None


@dataclass(slots=True)
class Grounds:
    """What there is to settle on. ``sites`` begin the addresses of our own pages, ``fallback`` is
    the source of all that is on none. ``notes`` are the targets of our notes by id, ``targets``
    those of annotations from elsewhere by address, ``roots`` what an annotation of the file that is
    being imported answers in the end: itself, if nothing."""

    sources: dict[SourceId, Source]
    documents: Documents
    sites: tuple[str, ...] = ()
    fallback: SourceId | None = None
    notes: dict[NoteId, Target] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        notes: Iterable[Note],
        sites: tuple[str, ...] = (),
        fallback: SourceId | None = None,
    ) -> Grounds:
        by_id = {source.id: source for source in sources}
        here = list(notes)
        return cls(
            by_id,
            Documents.of(by_id.values()),
            sites,
            fallback,
            {note.id: note.target for note in here},
            {own_part(note.via): note.target for note in here if note.via},
        )

    def settle(self, arrivals: Sequence[Arrival]) -> tuple[list[Settled], list[Arrival]]:
        """Each arrival with its target, in order, and those that are about nothing here.

        An answer stands where what it answers stands, whichever of the two comes first.
        """
        settled = {number: self._settled(arrivals[number]) for number in _answers_last(arrivals)}
        pairs = [(settled[number], arrival) for number, arrival in enumerate(arrivals)]
        return [one for one, _ in pairs if one], [arrival for one, arrival in pairs if not one]

    def _settled(self, arrival: Arrival) -> Settled | None:
        made = self._answer(arrival) or self._on_own_page(arrival) or self._on_original(arrival)
        if made and arrival.address:
            self.targets.setdefault(arrival.address, made.note.target)
            self.roots.setdefault(arrival.address, made.root or arrival.address)
        return made

    # --- the three ways ------------------------------------------------------------------------

    def _answer(self, arrival: Arrival) -> Settled | None:
        """An annotation of an annotation is about the same thing."""
        for address in () if arrival.aim.quote else arrival.answers:
            if target := self.targets.get(address) or self._of_own_note(address):
                note = replace(
                    arrival.note, target=target, via=answering(arrival.note.via, address)
                )
                return Settled(arrival, note, is_kept=True, root=self.roots.get(address, ""))
        return None

    def _of_own_note(self, address: str) -> Target | None:
        site, id_ = note_of(address) or ("", NoteId(""))
        return self.notes.get(id_) if site in self.sites else None

    def _on_own_page(self, arrival: Arrival) -> Settled | None:
        sites = (arrival.site, *self.sites)
        places = (place_of(address, sites) for address in arrival.aim.addresses)
        place = next(filter(None, places), None)
        target, doubt = self._target(place, arrival) if place else (None, None)
        if target is None:
            return None
        note = replace(arrival.note, target=target)
        return Settled(arrival, note, is_kept=bool(arrival.site), doubt=doubt)

    def _on_original(self, arrival: Arrival) -> Settled | None:
        aim = arrival.aim
        by_address = self.documents.at(aim.addresses)
        by_title = None if by_address else self.documents.titled(aim.title)
        source = by_address or by_title or self.fallback
        if source is None:
            return None
        note = replace(arrival.note, target=Target(source, quote=aim.quote))
        is_lost = (aim.unread or aim.span or aim.block) and not aim.quote
        doubt = Doubt.SELECTOR if is_lost else None
        return Settled(arrival, note, is_original=True, by_title=bool(by_title), doubt=doubt)

    # --- our own pages and files ---------------------------------------------------------------

    def _target(self, place: Place, arrival: Arrival) -> tuple[Target | None, Doubt | None]:
        aim = arrival.aim
        if place.topic:
            return Target(topic=place.topic), Doubt.SELECTOR if aim.quote else None
        if place.is_timeline:
            return (Target(event=aim.event), None) if aim.event else (None, None)
        source = self.sources.get(place.source) if place.source else None
        layer = aim.layer if arrival.site else place.layer
        return _in_source(source, layer, aim) if source else (None, None)


def answering(via: str, answered: str) -> str:
    """The address of an answer, with that of what it answers behind it."""
    mark = "&" if "#" in via else "#"
    return f"{via}{mark}{ANSWERS}{escaped(answered, safe=':/?=&%~.-_')}" if via else ""


def own_part(via: str) -> str:
    """The address of an annotation itself, without that of what it answers."""
    for mark in "#&":
        via = via.partition(f"{mark}{ANSWERS}")[0]
    return via


def _answers_last(arrivals: Sequence[Arrival]) -> Iterator[int]:
    """The number of each arrival, that of an answer after that of what it answers."""
    numbers = {arrival.address: n for n, arrival in enumerate(arrivals) if arrival.address}
    done: set[int] = set()
    for first in range(len(arrivals)):
        number: int | None = first
        chain = []
        while number is not None and number not in done:
            done.add(number)
            chain.append(number)
            answers = arrivals[number].answers
            number = next((numbers[one] for one in answers if one in numbers), None)
        yield from reversed(chain)


def _in_source(source: Source, layer: Layer | None, aim: Aim) -> tuple[Target, Doubt | None]:
    if aim.quote:
        return Target(source.id, layer, aim.quote), None
    if aim.block:
        return Target(source.id, layer, block=aim.block), None
    if words := _words(source, layer, aim):
        return Target(source.id, layer, Quote(words)), Doubt.BY_POSITION
    if aim.is_withheld:
        return Target(source.id), Doubt.NO_WORDS
    return Target(source.id), Doubt.SELECTOR if aim.unread or aim.span else None


def _words(source: Source, layer: Layer | None, aim: Aim) -> str:
    """What stands at a position of a text file, if this edition shows that text."""
    shown = dict(source.layers)
    if layer is None or layer not in shown or aim.span is None:
        return ""
    return aim.span.of(shown[layer].text).strip()
