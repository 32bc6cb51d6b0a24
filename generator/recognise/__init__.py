"""Topics, dates and sentences in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from generator.model import Analysis, Document, Finding, Severity, Span
from generator.recognise.dates import find_dates
from generator.recognise.decision import Decision
from generator.recognise.matcher import Matcher
from generator.recognise.review.judgement import Judgement, unreviewed
from generator.recognise.sentences import sentences as find_sentences


def recognise(
    document: Document,
    issued: str,
    matcher: Matcher,
    language: str,
    judge: Callable[[Document, Sequence[Decision]], Judgement] = unreviewed,
) -> Analysis:
    """What is recognised in a text of a source.

    ``issued`` is the source's date in EDTF, or empty; ``language`` a BCP 47 tag, or empty.
    ``judge`` puts what people decided above what the matcher did (see ``review``).
    """
    judgement = judge(document, matcher.decide(document, issued, language))
    return Analysis(
        judgement.mentions,
        find_dates(document, issued, language or "en"),
        find_sentences(document),
        (*judgement.findings, *ambiguities(document, judgement.ambiguous)),
        judgement.proposals,
    )


def ambiguities(document: Document, unclear: Sequence[Decision]) -> Iterator[Finding]:
    """A finding for each wording that topics claim equally, however often it stands there."""
    reported = set()
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
        advice="Bound one of the aliases by from, until or near, give one topic a longer name, "
        "or decide with `dossier topics review`.",
    )
