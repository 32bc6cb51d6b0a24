"""Events: what happened when, with everything that says so.

Dated statements are gathered by rule (see ``gathering``) and by the editors, whose events take the
statements in the passages that they quote. Every statement belongs to exactly one event.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from generator.model import (
    Anchored,
    Dossier,
    EditorsEvent,
    EventId,
    Layer,
    SourceId,
    TopicId,
)
from generator.relate.gathering import gathered
from generator.relate.statements import Statement, by_date

#: Statements by the text that they stand in.
_Texts = Mapping[tuple[SourceId, Layer], Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on an EDTF date: the statements that say so, and what the editors tell of it,
    if they do. An event has one or the other, or both.

    ``topics`` are those of the statements, most often named first, after those that editors name.
    """

    id: EventId
    date: str
    topics: tuple[TopicId, ...]
    statements: tuple[Statement, ...]
    told: EditorsEvent | None = None

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources that speak of it, each once."""
        proofs = self.told.proofs if self.told else ()
        proving = (one.note.target.source for one in proofs if one.span is not None)
        named = (*(one.source for one in self.statements), *proving)
        return tuple(dict.fromkeys(source for source in named if source))


#: The statements of each event of the editors, and the groups that none of them takes.
_Homes = tuple[dict[EventId, list[Statement]], list[Sequence[Statement]]]


def events_of(dossier: Dossier, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """All events, by date; those that the editors tell come first on theirs."""
    texts = {
        (source.id, layer): document.text
        for source in dossier.sources
        for layer, document in source.layers
    }
    groups = gathered(statements, lambda one: one.sentence.of(texts[one.source, one.layer]))
    taken, rest = _homes(groups, dossier.events, statements)
    told = [_told(event, taken.get(event.id, []), dossier) for event in dossier.events]
    events = [*told, *_said(rest, taken={event.id for event in told})]
    return tuple(sorted(events, key=lambda event: (by_date(event.date), event.told is None)))


def claims_of(
    events: Iterable[EditorsEvent], statements: Iterable[Statement]
) -> dict[Statement, tuple[EditorsEvent, ...]]:
    """The events that quote each statement that any quotes, in the order of the file."""
    texts = _by_text(statements)
    claims: dict[Statement, tuple[EditorsEvent, ...]] = {}
    for event in events:
        apart = set(_in_passages(event.apart, texts))
        for one in dict.fromkeys(_in_passages(event.proofs, texts)):
            if one not in apart:
                claims[one] = (*claims.get(one, ()), event)
    return claims


# --- what editors gather -----------------------------------------------------------------------


def _homes(
    groups: Iterable[Sequence[Statement]],
    events: Sequence[EditorsEvent],
    statements: Sequence[Statement],
) -> _Homes:
    """Who quotes a statement takes all that is gathered with it, but for what it holds apart.

    Where several quote statements of one group, each takes what it quotes, the first what two
    quote; nobody takes the rest by guess.
    """
    claims, texts = claims_of(events, statements), _by_text(statements)
    apart = {event.id: frozenset(_in_passages(event.apart, texts)) for event in events}
    taken: dict[EventId, list[Statement]] = {}
    rest: list[Sequence[Statement]] = []
    for group in groups:
        owners = {one: claims[one][0].id for one in group if one in claims}
        if len(names := set(owners.values())) == 1:
            (name,) = names
            owners = {one: name for one in group if one not in apart[name]}
        for one, owner in owners.items():
            taken.setdefault(owner, []).append(one)
        if left := [one for one in group if one not in owners]:
            rest.append(left)
    return taken, rest


def _by_text(statements: Iterable[Statement]) -> _Texts:
    texts: dict[tuple[SourceId, Layer], list[Statement]] = {}
    for one in statements:
        texts.setdefault((one.source, one.layer), []).append(one)
    return texts


def _in_passages(passages: Iterable[Anchored], texts: _Texts) -> Iterator[Statement]:
    """The statements whose dates stand in these passages."""
    for passage in passages:
        source, layer, span = passage.note.target.source, passage.layer, passage.span
        if source and layer and span:
            yield from (one for one in texts.get((source, layer), ()) if one.span in span)


# --- one event each ----------------------------------------------------------------------------


def _told(event: EditorsEvent, statements: Sequence[Statement], dossier: Dossier) -> Event:
    """An event of the editors; topics that there are not are left out."""
    known = {old: topic.id for topic in dossier.topics for old in topic.formerly}
    known |= {topic.id: topic.id for topic in dossier.topics}
    named = [known[topic] for topic in event.topics if topic in known]
    ordered = sorted(statements, key=lambda one: (by_date(one.date), one.source, one.span))
    return Event(event.id, event.date, _topics(ordered, named), tuple(ordered), event)


def _said(groups: Iterable[Sequence[Statement]], taken: set[EventId]) -> Iterator[Event]:
    """An event for each group, with an id that comes from its first statement."""
    for group in groups:
        first = _id(group[0])
        ids = (first if n == 1 else EventId(f"{first}-{n}") for n in count(1))
        id_ = next(id_ for id_ in ids if id_ not in taken)
        taken.add(id_)
        yield Event(id_, group[0].date, _topics(group), tuple(group))


def _id(one: Statement) -> EventId:
    digest = hashlib.sha256(f"{one.source}\n{one.block}\n{one.date}".encode()).hexdigest()
    return EventId(f"e-{digest[:8]}")


def _topics(statements: Iterable[Statement], named: Sequence[TopicId] = ()) -> tuple[TopicId, ...]:
    counts = Counter(topic for one in statements for topic in one.topics)
    return tuple(dict.fromkeys((*named, *(topic for topic, _ in counts.most_common()))))
