"""Rulings about places, found again in the text as it is now, or reported: never moved by guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import Document, Finding, Severity, Span, TopicId
from generator.recognise.review.rulings import Answer, Ruling, told
from generator.wording.quotes import Quotable


@dataclass(frozen=True, slots=True)
class Placed:
    """A ruling and the one place that it is about."""

    span: Span
    ruling: Ruling


def place(
    document: Document, rulings: Sequence[Ruling], path: Path
) -> tuple[tuple[Placed, ...], tuple[Finding, ...]]:
    """The rulings that can be applied to a text, and a finding for each of the others."""
    if not rulings:
        return (), ()
    quotable = Quotable(document)
    placed: list[Placed] = []
    findings: list[Finding] = []
    for ruling in rulings:
        spans = quotable.find(ruling.quote)
        if len(spans) == 1:
            placed.append(Placed(spans[0], ruling))
        else:
            findings.append(_lost(ruling, path) if not spans else _twice(ruling, spans, path))
    against = list(_contradictions(placed))
    findings += (_contradiction(one.ruling, other.ruling, path) for one, other in against)
    out = {_key(one) for pair in against for one in pair}
    return tuple(one for one in placed if _key(one) not in out), tuple(findings)


def _contradictions(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Two answers about one place and topic, or two topics accepted where only one can be."""
    yes = sorted((one for one in placed if one.ruling.answer is Answer.ACCEPT), key=_place_of)
    no: defaultdict[tuple[Span, TopicId], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.ruling.answer is Answer.REJECT:
            no[_key(one)].append(one)
    farthest: Placed | None = None
    for one in yes:
        yield from ((one, other) for other in no.get(_key(one), ()))
        if farthest and farthest.span.overlaps(one.span) and _key(farthest) != _key(one):
            yield farthest, one
        if farthest is None or one.span.end > farthest.span.end:
            farthest = one


def _place_of(placed: Placed) -> tuple[Span, int]:
    return placed.span, placed.ruling.line


def _key(placed: Placed) -> tuple[Span, TopicId]:
    return placed.span, placed.ruling.topic


def _lost(ruling: Ruling, path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        "lost-decision",
        f'"{ruling.quote.exact}" does not stand in the {ruling.layer} of {ruling.source} with '
        "the words around it that this decision gives, so it is not applied.",
        path,
        ruling.line,
        "Correct quote, prefix and suffix, or remove the decision; a review asks again.",
    )


def _twice(ruling: Ruling, spans: Sequence[Span], path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        "ambiguous-decision",
        f'"{ruling.quote.exact}" stands {len(spans)} times in the {ruling.layer} of '
        f"{ruling.source} with the same words around it, so this decision is not applied.",
        path,
        ruling.line,
        "Add more of the words before it to prefix, or of those after it to suffix.",
    )


def _contradiction(one: Ruling, other: Ruling, path: Path) -> Finding:
    first, second = sorted((one, other), key=lambda ruling: ruling.line)
    return Finding(
        Severity.WARNING,
        "contradicting-decisions",
        f'"{second.quote.exact}" is {second.answer}ed as "{second.topic}" here, but {first.answer}ed '
        f'as "{first.topic}" in {told(first, path)}; neither is applied.',
        path,
        second.line,
        "Remove one of the two.",
    )
