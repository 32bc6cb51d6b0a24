"""Which of the candidates that overlap is a mention.

The one that begins first; of those the longest; of several with one span the one that needs no
plural ending, then the one that asks most of the text's letters, then one that asks for evidence
over one that asks for none. Where topics are still level the text is ambiguous: it is linked to
none of them, and to nothing within it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.model import Span, TopicId
from generator.recognise.claims import Claim
from generator.recognise.decision import Decision, Reason


class Candidate(NamedTuple):
    """A place where an alias would count if nothing else claimed it."""

    span: Span
    claim: Claim
    inflected: bool = False

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """How closely the alias fits, for a tie: its very words first."""
        return not self.inflected, *self.claim.rank

    def decided(self, reason: Reason) -> Decision:
        return Decision(self.span, self.claim.topic, self.claim.alias.text, reason)


def settle(candidates: Iterable[Candidate]) -> Iterator[Decision]:
    """One decision a candidate; those that are accepted do not overlap."""
    ordered = sorted(candidates, key=lambda one: (one.span.start, -one.span.end))
    firm = [one for one in ordered if not one.claim.alias.review]
    proposed = [one for one in ordered if one.claim.alias.review]
    settled = Settlement()
    for span, group in groupby(firm, key=attrgetter("span")):
        yield from settled.take(span, list(group))
    for candidate in proposed:
        yield candidate.decided(settled.of_proposal(candidate))


class Settlement:
    """What is taken so far, from left to right."""

    def __init__(self) -> None:
        self._taken: list[Span] = []
        #: The last proposal.
        self._proposed = Span(0, 0)
        #: Where each topic was first named in full.
        self._named: dict[TopicId, int] = {}

    def take(self, span: Span, group: Sequence[Candidate]) -> Iterator[Decision]:
        """Decide the candidates of one span; spans come by their start, the longest first."""
        if self._taken and span.start < self._taken[-1].end:
            yield from (one.decided(Reason.COVERED) for one in group)
            return
        known = [one for one in group if self._is_known(one)]
        yield from (one.decided(Reason.NOT_NAMED_BEFORE) for one in group if one not in known)
        if known:
            self._taken.append(span)
            yield from self._choose(known)

    def of_proposal(self, candidate: Candidate) -> Reason:
        """A proposal stands unless a mention or a longer proposal holds all of it."""
        if not self._is_known(candidate):
            return Reason.NOT_NAMED_BEFORE
        at = bisect_left(self._taken, candidate.span.end, key=attrgetter("start")) - 1
        covered = at >= 0 and candidate.span in self._taken[at]
        if covered or (candidate.span in self._proposed and candidate.span != self._proposed):
            return Reason.COVERED
        self._proposed = candidate.span
        return Reason.REVIEW

    def _choose(self, group: Sequence[Candidate]) -> Iterator[Decision]:
        leaders = group if len(group) == 1 else _leaders(group)
        if len({one.claim.topic for one in leaders}) > 1:
            chosen, reason = leaders, Reason.AMBIGUOUS
        else:
            chosen, reason = leaders[:1], Reason.NAMED
            self._name(leaders[0])
        yield from (one.decided(reason) for one in chosen)
        yield from (one.decided(Reason.WEAKER) for one in group if one not in chosen)

    def _is_known(self, candidate: Candidate) -> bool:
        if not candidate.claim.alias.after_name:
            return True
        named = self._named.get(candidate.claim.topic)
        return named is not None and named < candidate.span.start

    def _name(self, candidate: Candidate) -> None:
        if not candidate.claim.alias.after_name:
            self._named.setdefault(candidate.claim.topic, candidate.span.start)


def _leaders(group: Sequence[Candidate]) -> list[Candidate]:
    best = max(one.rank for one in group)
    return [one for one in group if one.rank == best]
