"""A capture as the rules see it: its passages, its core, and what earlier rules have claimed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from generator.clean.core import core
from generator.clean.measure import script_of
from generator.clean.passage import Passage, passages
from generator.model import Fate, Part, Verdict

#: How many passages above the core a title, a byline or a date may stand.
HEAD: Final = 15
#: Below how many of the core's first paragraphs a byline or a date may still stand.
HEAD_PARAGRAPHS: Final = 2
#: A page's script is told from the beginnings of its first passages: how many, how long.
SAMPLED, SAMPLE = 20, 100


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule's word on one passage, by its index."""

    index: int
    fate: Fate
    reason: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The passages of a capture in order, and the claims of the rules so far.

    ``core`` is the run of passages that is the text: all of them where nothing is prose.
    ``head`` is where title, byline and date may stand: above the core and just within it.
    ``script`` is the script that the core is in.
    """

    passages: tuple[Passage, ...]
    core: range
    head: range
    script: str
    claims: Mapping[int, Claim] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Page:
        found = passages(parts)
        run = core(found)
        text = " ".join(found[index].text[:SAMPLE] for index in run[:SAMPLED])
        return cls(found, run, _head(found, run), script_of(text))

    def open(self, where: range | None = None) -> Iterator[tuple[int, Passage]]:
        """The passages that no rule has claimed yet, with their index."""
        for index in range(len(self.passages)) if where is None else where:
            if index not in self.claims:
                yield index, self.passages[index]

    def at(self, index: int) -> Passage | None:
        """The passage with an index, or None beyond the ends."""
        return self.passages[index] if 0 <= index < len(self.passages) else None

    def fate(self, index: int) -> Fate | None:
        """What the rules so far made of a passage."""
        claim = self.claims.get(index)
        return claim.fate if claim else None

    def claimed(self, fate: Fate) -> list[int]:
        """The indexes of the passages that were given a fate, in order."""
        return sorted(index for index, claim in self.claims.items() if claim.fate is fate)

    def below(self, lines: int) -> range:
        """The passages right below the core, at most so many."""
        return range(self.core.stop, min(self.core.stop + lines, len(self.passages)))

    def after(self, name: str, judge: Callable[[Page], Iterable[Claim]]) -> Page:
        """This page with the claims of one more rule; what was claimed before stays."""
        claims = dict(self.claims)
        for claim in judge(self):
            claims.setdefault(claim.index, replace(claim, rule=name))
        return replace(self, claims=MappingProxyType(claims))

    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict a part, in order; what no rule has claimed stays in the text."""
        unclaimed = Claim(-1, Fate.BODY)
        return tuple(
            Verdict(part, claim.fate, claim.reason, claim.rule)
            for index, passage in enumerate(self.passages)
            for claim in (self.claims.get(index, unclaimed),)
            for part in passage.parts
        )


def _head(found: Sequence[Passage], run: range) -> range:
    start, paragraphs = max(0, run.start - HEAD), 0
    for index in run:
        paragraphs += found[index].prose and found[index].plain
        if paragraphs > HEAD_PARAGRAPHS:
            return range(start, index)
    return range(start, run.stop)
