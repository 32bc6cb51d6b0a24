"""For each place of a source that an alias could name: mention or not, and why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from generator.model import Block, BlockId, Document, Layer, Source, Span, TopicId
from generator.read.markdown import parts_of_markdown
from generator.recognise.matcher import Matcher
from generator.recognise.review import Review
from generator.recognise.review.judgement import Judged, State
from generator.wording.fold import fold_phrase

_SIGNS: Final = {State.MENTION: "+", State.PROPOSAL: "?", State.NONE: "-"}
#: How much of a paragraph is shown above its places.
_SHOWN: Final = 70


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of one place for one alias. ``line`` is that of the record's or capture's file."""

    layer: Layer
    block: BlockId
    paragraph: str
    line: int
    span: Span
    words: str
    topic: TopicId
    alias: str
    state: State
    reason: str
    why: str


Format = Callable[[Source, Sequence[Explanation]], str]


def explain(
    source: Source, review: Review, matcher: Matcher, language: str, words: str = ""
) -> tuple[Explanation, ...]:
    """The places of all texts that the edition shows of a source, in order.

    With ``words`` only those that touch these words where they stand, but also those that are only
    parts of words. ``matcher`` is that of the review's topics.
    """
    return tuple(
        _explanation(source, layer, document, one)
        for layer, document in source.layers
        for one in _judged(source, layer, document, review, matcher, language, words)
    )


def as_text(source: Source, explanations: Sequence[Explanation]) -> str:
    """For a terminal: each paragraph with its places, ``+`` mentions, ``?`` proposals, ``-`` none."""
    lines = [f"{source.id}: {source.record.title.text}"]
    for (layer, _), group in groupby(explanations, key=attrgetter("layer", "block")):
        rows = list(group)
        place = f"line {rows[0].line}" if rows[0].line else rows[0].block
        lines += ["", f"{layer}, {place}: {rows[0].paragraph}"]
        lines += (_row(one) for one in rows)
    counts = {state: sum(one.state is state for one in explanations) for state in State}
    lines += ["", "{} mentions, {} proposals, {} rejected".format(*counts.values())]
    return "\n".join(lines)


def as_json(source: Source, explanations: Sequence[Explanation]) -> str:
    rows = [
        {
            "source": source.id,
            "layer": one.layer,
            "block": one.block,
            "line": one.line,
            "start": one.span.start,
            "end": one.span.end,
            "words": one.words,
            "topic": one.topic,
            "alias": one.alias,
            "state": one.state,
            "reason": one.reason,
            "why": one.why,
        }
        for one in explanations
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _judged(
    source: Source,
    layer: Layer,
    document: Document,
    review: Review,
    matcher: Matcher,
    language: str,
    words: str,
) -> Iterator[Judged]:
    issued = source.record.issued.text
    spoken = source.record.language.text or language
    if not words:
        decisions = matcher.decide(document, issued, spoken)
        yield from review.judge(source.id, layer, document, decisions).judged
        return
    asked = list(_spans(document, words))
    if asked:
        decisions = matcher.explain(document, issued, Span(0, len(document.text)), spoken)
        for one in review.judge(source.id, layer, document, decisions).judged:
            if any(map(one.decision.span.overlaps, asked)):
                yield one


def _spans(document: Document, words: str) -> Iterator[Span]:
    """Where some words stand, whatever their case, quotes and dashes."""
    parts = [re.escape(part) for part in re.split(r"[\W_]+", words) if part]
    if not fold_phrase(words) or not parts:
        return
    for found in re.finditer(r"[\W_]+".join(parts), document.text, re.IGNORECASE):
        yield Span(*found.span())


def _explanation(source: Source, layer: Layer, document: Document, one: Judged) -> Explanation:
    decision = one.decision
    block = next(b for b in document.blocks if decision.span.start < b.span.end)
    return Explanation(
        layer,
        block.id,
        _beginning(document, block),
        _line_of(source, layer, decision.span),
        decision.span,
        " ".join(decision.span.of(document.text).split()),
        decision.topic,
        decision.alias,
        one.state,
        "decided" if one.by_person else decision.reason.value,
        one.why,
    )


def _beginning(document: Document, block: Block) -> str:
    text = " ".join(document.text_of(block).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} ..."


def _line_of(source: Source, layer: Layer, span: Span) -> int:
    """The line of the file that a place comes from; 0 where that is not known."""
    lines = _digest_lines(source) if layer is Layer.DIGEST else _capture_lines(source)
    return next((line for line, place in lines if span.overlaps(place)), 0)


def _capture_lines(source: Source) -> Iterator[tuple[int, Span]]:
    for placed in source.placed:
        if placed.span is not None:
            yield placed.verdict.part.line, placed.span


def _digest_lines(source: Source) -> Iterator[tuple[int, Span]]:
    """The parts of a digest stand in its text one after the other, with white space between."""
    at = 0
    for part in parts_of_markdown(source.record.digest, source.record.line):
        start = source.digest.text.find(part.text, at)
        if start >= 0:
            at = start + len(part.text)
            yield part.line, Span(start, at)


def _row(one: Explanation) -> str:
    named = f'"{one.words}"'
    if fold_phrase(one.alias) != fold_phrase(one.words):
        named += f' (alias "{one.alias}")'
    return f"  {_SIGNS[one.state]} {named} {one.topic}: {one.why}"
