"""Whether a place where an alias stands meets what the alias asks for, taken by itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from generator.model import Span, TopicId
from generator.recognise.claims import Claim, Entry, Need
from generator.recognise.cover import Cover
from generator.recognise.decision import Reason
from generator.recognise.period import period
from generator.recognise.places import FoldedDocument, Place
from generator.wording.fold import cased

_DASHES: Final = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
#: A dash that parts more than a hyphen does: spaced, doubled or long ("in Iran — Russia's").
_PAUSE: Final = re.compile(
    rf"\s[{_DASHES}]|[{_DASHES}][^\S\n]|[{_DASHES}]{{2}}|[\u2014\u2015\u2e3a]"
)


class Judge:
    """What the whole of a document says to its places: dates, contexts, phrases that exclude."""

    def __init__(
        self, given: FoldedDocument, entries: Sequence[Entry], places: Iterable[Place], issued: str
    ) -> None:
        self._given = given
        self._issued = period(issued)
        self._begins: defaultdict[int, set[int]] = defaultdict(set)
        self._ends: defaultdict[int, set[int]] = defaultdict(set)
        self._in_block: defaultdict[int, set[int]] = defaultdict(set)
        excluded: defaultdict[TopicId, list[Span]] = defaultdict(list)
        for place in places:
            entry = entries[place.phrase]
            if entry.is_context:
                self._note_context(place)
            for topic, needs in entry.nevers:
                if not needs or unmet(self.letters(place), needs) is None:
                    excluded[topic].append(place.span)
        self._excluded = {topic: Cover(spans) for topic, spans in excluded.items()}

    def letters(self, place: Place) -> str:
        """The words of an alias as the text has them, with their capitals and accents."""
        return cased(self._original(place)).strip(" ")

    def flaw(self, place: Place, claim: Claim) -> Reason | None:
        """Why an alias does not count at a place, or None if it does."""
        return (
            self._flaw_of_letters(place, claim)
            or self._flaw_of_date(claim)
            or self._flaw_of_context(place, claim)
            or self._flaw_of_phrase(place, claim.topic)
        )

    def _original(self, place: Place) -> str:
        if place.full == place.end:
            return place.span.of(self._given.document.text)
        return self._given.document.text[place.span.start : self._given.folded.original(place.end)]

    def _note_context(self, place: Place) -> None:
        self._in_block[place.block].add(place.phrase)
        self._begins[place.start].add(place.phrase)
        self._ends[place.end].add(place.phrase)
        self._ends[place.full].add(place.phrase)

    def _flaw_of_letters(self, place: Place, claim: Claim) -> Reason | None:
        words = self._original(place)
        if not claim.whole and _PAUSE.search(words):
            return Reason.DASH
        if claim.needs and words != claim.alias.text:
            flaw = unmet(self.letters(place), claim.needs)
            if flaw:
                return flaw
        if place.full == place.end:
            return None
        return None if claim.plural and self._is_ending(place, words, claim) else Reason.ENDING

    def _is_ending(self, place: Place, words: str, claim: Claim) -> bool:
        """Small letters, or all in capitals: then an acronym cannot be told from its plural."""
        ending = place.span.of(self._given.document.text)[len(words) :]
        return ending.islower() or (words.isupper() and not claim.alias.text.isupper())

    def _flaw_of_date(self, claim: Claim) -> Reason | None:
        if not (claim.alias.since or claim.alias.until):
            return None
        if self._issued is None or claim.period is None:
            return Reason.UNDATED
        if self._issued.overlaps(claim.period):
            return None
        before = self._issued.last < claim.period.first
        return Reason.TOO_EARLY if before else Reason.TOO_LATE

    def _flaw_of_context(self, place: Place, claim: Claim) -> Reason | None:
        text = self._given.folded.text
        if claim.alias.near and self._in_block[place.block].isdisjoint(claim.near):
            return Reason.NOT_NEAR
        if claim.not_after:
            gap = text[place.start - 1 : place.start] == " "
            if not claim.not_after.isdisjoint(self._ends[place.start - gap]):
                return Reason.NOT_AFTER
        if claim.not_before:
            gap = text[place.full : place.full + 1] == " "
            if not claim.not_before.isdisjoint(self._begins[place.full + gap]):
                return Reason.NOT_BEFORE
        return None

    def _flaw_of_phrase(self, place: Place, topic: TopicId) -> Reason | None:
        cover = self._excluded.get(topic)
        return Reason.NEVER if cover and place.span in cover else None


def unmet(letters: str, needs: Sequence[Need]) -> Reason | None:
    """The first thing in which the letters of a text differ where they must not."""
    return next((flaw for need in needs if (flaw := need.unmet(letters))), None)
