"""Topics, dates and sentences in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from generator.model import Analysis, Document, Finding, Severity, Span
from generator.recognise.dates import find_dates
from generator.recognise.decision import Decision, Reason
from generator.recognise.matcher import Matcher
from generator.recognise.sentences import sentences as find_sentences


def recognise(document: Document, issued: str, matcher: Matcher, language: str) -> Analysis:
    """What is recognised in a text of a source.

    ``issued`` is the source's date in EDTF, or empty; ``language`` a BCP 47 tag, or empty.
    """
    decisions = matcher.decide(document, issued, language)
    return Analysis(
        tuple(decision.mention for decision in decisions if decision.accepted),
        find_dates(document, issued, language or "en"),
        find_sentences(document),
        tuple(ambiguities(document, decisions)),
    )


def ambiguities(document: Document, decisions: Sequence[Decision]) -> Iterator[Finding]:
    """A finding for each wording that topics claim equally, however often it stands there."""
    reported = set()
    unclear = (one for one in decisions if one.reason is Reason.AMBIGUOUS)
    for span, claims in groupby(unclear, key=attrgetter("span")):
        topics = tuple(sorted({claim.topic for claim in claims}))
        words = " ".join(span.of(document.text).split())
        if (words.casefold(), topics) not in reported:
            reported.add((words.casefold(), topics))
            yield _ambiguity(document, span, words, " or ".join(topics))


def _ambiguity(document: Document, span: Span, words: str, topics: str) -> Finding:
    around = document.text[max(0, span.start - 40) : span.end + 40]
    return Finding(
        Severity.WARNING,
        "ambiguous-mention",
        f'"{words}" may be {topics} here, so it is linked to neither: '
        f'"...{" ".join(around.split())}..."',
        advice="Bound one of the aliases by from, until or near, or give one topic a longer name.",
    )
