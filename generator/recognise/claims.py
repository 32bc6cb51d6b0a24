"""Topics made ready for matching: their phrases, numbered, and what each alias asks of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.model import Alias, Case, Topic, TopicId
from generator.recognise.automaton import MOST_NESTED, Automaton
from generator.recognise.decision import Reason
from generator.recognise.period import Period, between
from generator.wording.fold import cased, fold_phrase, is_space

#: A word needs as many letters to take a plural ending, unless a capital or a digit ends it.
_SHORTEST_PLURAL: Final = 3


@dataclass(frozen=True, slots=True)
class Need:
    """A character of an alias that the text must agree with, and how: in case, in its accent.

    An accent that is not ``strict`` may be lost where all is in capitals: Greek always loses it
    there, French often.
    """

    at: int
    char: str
    case: bool
    accent: bool
    strict: bool

    def unmet(self, letters: str) -> Reason | None:
        """What is different in the same words of a text: CASE, ACCENT or nothing."""
        char = letters[self.at]
        if self.case and char.isupper() != self.char.isupper():
            return Reason.CASE
        if not self.accent or char.casefold() == self.char.casefold():
            return None
        return Reason.ACCENT if self.strict or not letters.isupper() else None


@dataclass(frozen=True, slots=True)
class Claim:
    """An alias of a topic and what it asks for, in terms of the matcher.

    ``near``, ``not_before`` and ``not_after`` are numbers of phrases. ``period`` is None where
    the alias is not bound to dates. ``whole`` tells that a dash cannot stand in it unasked.
    ``rank`` is how much it asks for: letters, then evidence.
    """

    topic: TopicId
    alias: Alias
    needs: tuple[Need, ...]
    period: Period | None
    near: frozenset[int]
    not_before: frozenset[int]
    not_after: frozenset[int]
    plural: bool
    whole: bool
    rank: tuple[int, bool]


@dataclass(slots=True)
class Entry:
    """Who has a use for a folded phrase: aliases, topics that exclude it, and contexts."""

    claims: list[Claim] = field(default_factory=list)
    nevers: list[tuple[TopicId, tuple[Need, ...]]] = field(default_factory=list)
    is_context: bool = False


def is_conditioned(alias: Alias) -> bool:
    """Whether an alias counts on evidence only: dates, words near, a name before it."""
    return bool(alias.since or alias.until or alias.near or alias.after_name)


def is_plain(alias: Alias) -> bool:
    """Whether an alias is words and nothing else."""
    return alias == Alias(alias.text)


def names(topic: Topic) -> Iterator[Alias]:
    """The aliases of a topic. The label is one, unless an alias says as much or more of its words:
    then the conditions of that alias hold for them."""
    label, asked = fold_phrase(topic.label), needs(topic.label, Case.SMART)
    alike = (alias for alias in topic.aliases if fold_phrase(alias.text) == label)
    if label and all(is_plain(one) and needs(one.text, one.case) != asked for one in alike):
        yield Alias(topic.label)
    yield from topic.aliases


def needs(text: str, case: Case) -> tuple[Need, ...]:
    """Where a text must agree with an alias in more than its folded letters.

    SMART is asymmetric search as in Unicode's UTS #10: what is plain in the alias may be anything
    in the text, what is marked (a capital, an accent) must be there.
    """
    if case is Case.ANY:
        return ()
    letters = cased(text).strip(" ")
    if case is Case.EXACT:
        return tuple(Need(at, char, True, True, True) for at, char in enumerate(letters))
    return tuple(
        Need(at, char, char.isupper(), char.casefold() != plain, letters.isupper())
        for at, (char, plain) in enumerate(zip(letters, fold_phrase(text), strict=True))
        if char != plain
    )


def takes_plural(alias: Alias) -> bool:
    """Whether a plural ending may follow: not after "a" or "us", nor where letters count."""
    last = alias.text.split()[-1] if alias.text.split() else ""
    if alias.case is Case.EXACT or not last or not last[-1].isalnum():
        return False
    return len(last) >= _SHORTEST_PLURAL or last[-1].isupper() or last[-1].isdigit()


class Phrases:
    """All phrases of a topics list, numbered, in one automaton."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.entries: list[Entry] = []
        self._numbers: dict[str, int] = {}
        for topic in topics:
            self._add(topic)
        self.automaton = Automaton(tuple(self._numbers))

    def _add(self, topic: Topic) -> None:
        for alias in names(topic):
            phrase = fold_phrase(alias.text)
            if phrase:
                claims = self.entries[self._number(phrase)].claims
                claims.append(self._claim(topic.id, alias, phrase))
                del claims[MOST_NESTED:]
        for never in filter(fold_phrase, topic.never):
            nevers = self.entries[self._number(fold_phrase(never))].nevers
            nevers.append((topic.id, needs(never, Case.SMART)))
            del nevers[MOST_NESTED:]

    def _number(self, phrase: str) -> int:
        number = self._numbers.setdefault(phrase, len(self.entries))
        if number == len(self.entries):
            self.entries.append(Entry())
        return number

    def _context(self, words: Iterable[str]) -> frozenset[int]:
        numbers = frozenset(self._number(phrase) for phrase in map(fold_phrase, words) if phrase)
        for number in numbers:
            self.entries[number].is_context = True
        return numbers

    def _claim(self, topic: TopicId, alias: Alias, phrase: str) -> Claim:
        dated = bool(alias.since or alias.until)
        asked = needs(alias.text, alias.case)
        return Claim(
            topic,
            alias,
            asked,
            between(alias.since, alias.until) if dated else None,
            self._context(alias.near),
            self._context(alias.not_before),
            self._context(alias.not_after),
            takes_plural(alias),
            " " not in phrase or _has_dash(alias.text),
            (len(asked), is_conditioned(alias)),
        )


def _has_dash(text: str) -> bool:
    return any(is_space(char) and not char.isspace() for char in text)
