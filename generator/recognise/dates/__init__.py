"""Dates in texts: what is said, resolved as far as the source's own date allows.

Each rule reads a block on its own; where readings overlap the one that starts first counts, and
of those the longest. To leave a rule out, take its line out of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from generator.model import Block, BlockKind, DateFound, Document, Span
from generator.recognise.dates.context import quotations
from generator.recognise.dates.issued import Issued
from generator.recognise.dates.languages import lexicons
from generator.recognise.dates.notes import noted
from generator.recognise.dates.patterns import without_genitive
from generator.recognise.dates.reading import Passage, Reading, Rule
from generator.recognise.dates.rules.days import find_days
from generator.recognise.dates.rules.months import find_months
from generator.recognise.dates.rules.numeric import find_numeric
from generator.recognise.dates.rules.relative import find_counts, find_phrases
from generator.recognise.dates.rules.seasons import find_seasons
from generator.recognise.dates.rules.weekdays import find_weekdays
from generator.recognise.dates.rules.years import find_decades, find_year_ranges, find_years
from generator.recognise.dates.settle import settle

#: Rules that only find what has a digit in it.
IN_FIGURES: Final[Mapping[str, Rule]] = {
    "days": find_days,
    "numeric": find_numeric,
    "seasons": find_seasons,
    "year ranges": find_year_ranges,
    "decades": find_decades,
    "years": find_years,
}
IN_WORDS: Final[Mapping[str, Rule]] = {
    "months": find_months,
    "weekdays": find_weekdays,
    "relative phrases": find_phrases,
    "relative counts": find_counts,
}
RULES: Final[Mapping[str, Rule]] = {**IN_FIGURES, **IN_WORDS}
_DIGIT: Final = re.compile(r"\d")


def find_dates(document: Document, issued: str, language: str = "en") -> tuple[DateFound, ...]:
    """The date expressions of a document, in order; they don't overlap and lie within blocks.

    ``issued`` is the source's date in EDTF, or empty: then nothing is counted from it.
    ``language`` is a BCP 47 tag, for blocks that name no other. Spans leave out prepositions,
    as TIMEX3 does; dates are EDTF (level 1), no more precise than what is known.
    """
    known = Issued.of(issued)
    blocks = (block for block in document.blocks if block.kind is not BlockKind.CODE)
    found = (_find(document, block, known, block.language or language) for block in blocks)
    return tuple(chain.from_iterable(found))


def _find(document: Document, block: Block, issued: Issued, tag: str) -> Iterator[DateFound]:
    text = without_genitive(document.text_of(block))
    spoken = (Span(0, len(text)),) if block.kind is BlockKind.QUOTE else quotations(text)
    passages = [Passage(text, lexicon, tag, issued, spoken) for lexicon in lexicons(tag)]
    readings = chain.from_iterable(_read(passage) for passage in passages)
    for reading in settle(text, readings):
        assert reading.period is not None
        span = reading.span.shifted(block.span.start)
        yield DateFound(span, reading.period.edtf, reading.basis)


def _read(passage: Passage) -> Iterator[Reading]:
    rules = RULES if _DIGIT.search(passage.text) else IN_WORDS
    for rule in rules.values():
        yield from (noted(passage, reading) for reading in rule(passage))
