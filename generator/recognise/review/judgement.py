"""The matcher's decisions, people's rulings about them, and what is still open.

1. A place that somebody **accepted** is a mention, whatever the matcher said; what overlaps it is
   none. Words that no alias found can be accepted too.
2. What somebody **rejected** is no mention of that topic. Of an ambiguous place whose other topics
   are all rejected, the last one is named. What a rejected mention had covered becomes a proposal.
3. An alias that **always** counts wins a tie; one that **never** counts makes no proposals.
4. Proposals are: matches of aliases marked for review, ambiguous places, and a short form that
   stands before the full name in a text that has one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from generator.model import Document, Finding, Mention, Proposal, Span, TopicId
from generator.recognise.decision import Decision, Reason
from generator.recognise.review.aliases import AliasRulings
from generator.recognise.review.placing import Placed, place
from generator.recognise.review.rulings import RULINGS_FILE, Answer, Ruling, told
from generator.wording.quotes import core

#: What is open about a proposal, for people; of other reasons the matcher's own words do.
_OPEN: Final = {
    Reason.REVIEW: "the alias is marked for review",
    Reason.AMBIGUOUS: "several topics claim it equally",
    Reason.NOT_NAMED_BEFORE: "a short form, and the full name follows only later",
}
_FREED: Final = "it was part of a mention that is rejected"
#: What the matcher passed over only because something else was there.
_YIELDED: Final = (Reason.COVERED, Reason.WEAKER)


class State(StrEnum):
    """What a place is after all."""

    MENTION = "mention"
    PROPOSAL = "proposal"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision of the matcher, what it came to, why, and whether a person decided that."""

    decision: Decision
    state: State
    why: str
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that was judged about a text, in order; its mentions do not overlap."""

    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(one.decision.mention for one in self.judged if one.state is State.MENTION)

    @property
    def ambiguous(self) -> tuple[Decision, ...]:
        """Ambiguous places that nobody decided."""
        return tuple(
            one.decision
            for one in self.judged
            if one.state is State.PROPOSAL and one.decision.reason is Reason.AMBIGUOUS
        )

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        opened = (one for one in self.judged if one.state is State.PROPOSAL)
        return tuple(
            _proposal(span, tuple(group))
            for span, group in groupby(opened, key=attrgetter("decision.span"))
        )


def judge(
    document: Document,
    decisions: Sequence[Decision],
    rulings: Sequence[Ruling],
    aliases: AliasRulings,
    path: Path,
) -> Judgement:
    """Put people's rulings about one text above the matcher's decisions about it.

    ``path`` is the file that the rulings stand in.
    """
    if not rulings and not aliases:
        return unreviewed(document, decisions)
    placed, findings = place(document, rulings, path)
    bench = _Bench(document, placed, aliases, path)
    judged = [*bench.first(decisions), *bench.by_hand(decisions)]
    return Judgement(tuple(_once(sorted(bench.second(judged), key=_in_order))), findings)


def unreviewed(document: Document, decisions: Sequence[Decision]) -> Judgement:
    """What the matcher's decisions come to where nobody decided anything: the quick way."""
    judged = tuple(map(_plain, decisions))
    if any(one.reason is Reason.NOT_NAMED_BEFORE for one in decisions):
        judged = tuple(_Bench(document, (), {}, Path(RULINGS_FILE)).second(judged))
    return Judgement(judged)


class _Bench:
    """The rulings about one text, ready to be asked about places."""

    def __init__(
        self, document: Document, placed: Sequence[Placed], aliases: AliasRulings, path: Path
    ) -> None:
        self._text = document.text
        self._aliases = aliases
        self._path = path
        self._accepted = sorted(
            {one.span: one for one in placed if one.ruling.answer is Answer.ACCEPT}.values(),
            key=attrgetter("span"),
        )
        self._rejected: defaultdict[TopicId, list[Placed]] = defaultdict(list)
        for one in placed:
            if one.ruling.answer is Answer.REJECT:
                self._rejected[one.ruling.topic].append(one)

    def first(self, decisions: Sequence[Decision]) -> Iterator[Judged]:
        """What each place is, but for what depends on where the mentions are."""
        for span, group in groupby(decisions, key=attrgetter("span")):
            told_apart = [self._by_person(one, span) or one for one in group]
            yield from (one for one in told_apart if isinstance(one, Judged))
            yield from self._tie([one for one in told_apart if isinstance(one, Decision)])

    def by_hand(self, decisions: Sequence[Decision]) -> Iterator[Judged]:
        """Words that somebody accepted and that are no alias of the topic."""
        known = (
            {(core(self._text, one.span), one.topic) for one in decisions}
            if self._accepted
            else set()
        )
        for one in self._accepted:
            ruling = one.ruling
            if (one.span, ruling.topic) not in known:
                decision = Decision(one.span, ruling.topic, ruling.quote.exact, Reason.NAMED)
                yield self._ruled(decision, ruling)

    def second(self, judged: Sequence[Judged]) -> Iterator[Judged]:
        """Open what gave way to something that is no mention after all, and early short forms."""
        mentions = sorted(one.decision.span for one in judged if one.state is State.MENTION)
        named = {one.decision.topic for one in judged if one.state is State.MENTION}
        freed = [one.decision.span for one in judged if self._is_rejected_mention(one)]
        for one in judged:
            decision = one.decision
            if one.by_person or one.state is not State.NONE or _overlaps(mentions, decision.span):
                yield one
            elif decision.reason is Reason.NOT_NAMED_BEFORE and decision.topic in named:
                yield Judged(decision, State.PROPOSAL, _OPEN[decision.reason])
            elif decision.reason in _YIELDED and any(map(decision.span.overlaps, freed)):
                yield Judged(decision, State.PROPOSAL, _FREED)
            else:
                yield one

    def _by_person(self, decision: Decision, span: Span) -> Judged | None:
        """What somebody decided about a place, if so."""
        at = bisect_left(self._accepted, span.end, key=lambda one: one.span.start) - 1
        taken = self._accepted[at] if at >= 0 and self._accepted[at].span.overlaps(span) else None
        if taken is not None and self._is_about(taken, decision):
            return self._ruled(decision, taken.ruling)
        if taken is not None:
            words = taken.span.of(self._text)
            why = (
                f'"{words}" is accepted as {taken.ruling.topic} ({told(taken.ruling, self._path)})'
            )
            return Judged(decision, State.NONE, why, by_person=True)
        for one in self._rejected.get(decision.topic, ()):
            if core(self._text, span) in one.span:
                return self._ruled(decision, one.ruling)
        return self._by_alias(decision)

    def _by_alias(self, decision: Decision) -> Judged | None:
        one = self._aliases.get((decision.topic, decision.alias))
        if one is None or one.answer is Answer.ALWAYS or decision.reason is not Reason.REVIEW:
            return None
        why = f"the alias never counts ({told(one, self._path)})"
        return Judged(decision, State.NONE, why, by_person=True)

    def _is_about(self, placed: Placed, decision: Decision) -> bool:
        same_words = placed.span == core(self._text, decision.span)
        return same_words and placed.ruling.topic == decision.topic

    def _ruled(self, decision: Decision, ruling: Ruling) -> Judged:
        accepted = ruling.answer is Answer.ACCEPT
        state = State.MENTION if accepted else State.NONE
        why = f"{ruling.answer}ed ({told(ruling, self._path)})"
        return Judged(decision, state, why, by_person=True)

    def _tie(self, group: Sequence[Decision]) -> Iterator[Judged]:
        """The decisions about one span that nobody ruled on one by one."""
        level = [one for one in group if one.reason is Reason.AMBIGUOUS]
        always = [one for one in level if self._always(one)]
        winners = always if len({one.topic for one in always}) == 1 else level
        for one in group:
            if one.reason is not Reason.AMBIGUOUS or len({winner.topic for winner in winners}) > 1:
                yield _plain(one)
            elif one is winners[0]:
                why = "the alias always counts" if always else "the other topics are rejected here"
                yield Judged(one, State.MENTION, why)
            else:
                yield Judged(one, State.NONE, "another topic's alias always counts")

    def _always(self, decision: Decision) -> bool:
        one = self._aliases.get((decision.topic, decision.alias))
        return one is not None and one.answer is Answer.ALWAYS

    def _is_rejected_mention(self, one: Judged) -> bool:
        """Whether the matcher took these words for something that a person rejected."""
        took = one.decision.reason in (Reason.NAMED, Reason.AMBIGUOUS)
        return one.by_person and one.state is State.NONE and took


def _plain(decision: Decision) -> Judged:
    """What a decision comes to that nobody ruled on."""
    if decision.accepted:
        return Judged(decision, State.MENTION, decision.why)
    if decision.reason in (Reason.REVIEW, Reason.AMBIGUOUS):
        return Judged(decision, State.PROPOSAL, _OPEN[decision.reason])
    return Judged(decision, State.NONE, decision.why)


def _proposal(span: Span, group: Sequence[Judged]) -> Proposal:
    by_topic: Mapping[TopicId, Mention] = {
        one.decision.topic: one.decision.mention for one in reversed(group)
    }
    return Proposal(span, tuple(by_topic[topic] for topic in sorted(by_topic)), group[0].why)


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some ordered spans, which do not overlap, overlaps another."""
    at = bisect_right(spans, span.end - 1, key=attrgetter("start")) - 1
    return at >= 0 and spans[at].end > span.start


def _once(judged: Sequence[Judged]) -> Iterator[Judged]:
    """Of several aliases in the same accepted words the first is the mention."""
    end = 0
    for one in judged:
        if one.state is not State.MENTION:
            yield one
        elif one.decision.span.start >= end:
            end = one.decision.span.end
            yield one
        else:
            yield replace(one, state=State.NONE, why="another alias of the topic is accepted here")


def _in_order(judged: Judged) -> tuple[int, int, str, bool, str]:
    one = judged.decision
    return one.span.start, one.span.end, one.topic, not one.accepted, one.alias
