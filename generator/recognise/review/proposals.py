"""Proposals as a person is asked about them: with the source, the sentence, and the quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model import (
    Analysis,
    Document,
    Dossier,
    Finding,
    Layer,
    Mention,
    Proposal,
    Quote,
    Rights,
    Severity,
    Source,
    SourceId,
    Span,
    TopicId,
)
from generator.recognise.review import Review
from generator.recognise.review.placing import place
from generator.recognise.review.rulings import Answer
from generator.wording.quotes import OPEN, RESTRICTED, Quotable

#: Why a mention that needs no decision is shown for one.
_FOUND: Final = "found without a decision"


@dataclass(frozen=True, slots=True)
class Question:
    """A place that somebody may decide about.

    ``quote`` finds it again; it is None where the words around it stand elsewhere too, so that
    only the whole alias can be decided. ``before`` and ``after`` are the rest of its sentence.
    """

    source: Source
    layer: Layer
    proposal: Proposal
    quote: Quote | None
    before: str
    words: str
    after: str

    @property
    def topics(self) -> tuple[TopicId, ...]:
        return tuple(claim.topic for claim in self.proposal.claims)


def questions(dossier: Dossier) -> Iterator[Question]:
    """All open proposals, by source and place."""
    return _asked(dossier, {key: one.proposals for key, one in dossier.analyses.items()})


def questions_about_mentions(dossier: Dossier, review: Review) -> Iterator[Question]:
    """The mentions that nobody has confirmed, so that wrong ones can be rejected."""
    return _asked(
        dossier,
        {
            (source.id, layer): tuple(
                Proposal(one.span, (one,), _FOUND)
                for one in _unconfirmed(source, layer, document, dossier, review)
            )
            for source in dossier.sources
            for layer, document in source.layers
        },
    )


def open_proposals(analyses: Iterable[Analysis]) -> Iterator[Finding]:
    """A note that counts what waits for a decision, if anything does."""
    number = sum(len(analysis.proposals) for analysis in analyses)
    if number:
        yield Finding(
            Severity.NOTE,
            "open-proposals",
            f"{number} open: words that may name a topic, linked to nothing until you decide.",
            advice="Run `dossier topics review`.",
        )


def _asked(
    dossier: Dossier, proposals: Mapping[tuple[SourceId, Layer], tuple[Proposal, ...]]
) -> Iterator[Question]:
    for source in dossier.sources:
        for layer, document in source.layers:
            if proposed := proposals.get((source.id, layer), ()):
                sentences = dossier.analyses[source.id, layer].sentences
                yield from _of_text(source, layer, document, proposed, sentences)


def _of_text(
    source: Source,
    layer: Layer,
    document: Document,
    proposals: Iterable[Proposal],
    sentences: tuple[Span, ...],
) -> Iterator[Question]:
    quotable = Quotable(document)
    is_restricted = layer is Layer.TEXT and source.record.rights is Rights.RESTRICTED
    for one in proposals:
        quote = quotable.quote(one.span, RESTRICTED if is_restricted else OPEN)
        around = _sentence(document, one.span, sentences)
        yield Question(
            source,
            layer,
            one,
            quote,
            _line(document.text[around.start : one.span.start]),
            _line(one.span.of(document.text)),
            _line(document.text[one.span.end : around.end]),
        )


def _unconfirmed(
    source: Source, layer: Layer, document: Document, dossier: Dossier, review: Review
) -> Iterator[Mention]:
    placed, _ = place(
        document, review.rulings.by_text.get((source.id, layer), ()), review.rulings.path
    )
    accepted = {
        (one.span.start, one.ruling.topic) for one in placed if one.ruling.answer is Answer.ACCEPT
    }
    for mention in dossier.analyses[source.id, layer].mentions:
        if (mention.span.start, mention.topic) not in accepted:
            yield mention


def _sentence(document: Document, span: Span, sentences: Iterable[Span]) -> Span:
    """The sentence of a place, or all of the sentences that it touches."""
    touched = [one for one in sentences if one.overlaps(span)]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def _line(text: str) -> str:
    """On one line, with a space at an end that has one: whether a word goes on matters."""
    return re.sub(r"\s+", " ", text)
