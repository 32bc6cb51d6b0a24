"""Where the phrases of a topics list stand in a document as whole words within one block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.model import Document, Span
from generator.recognise.automaton import Hit
from generator.recognise.claims import Phrases
from generator.recognise.cover import Cover
from generator.recognise.decision import Reason
from generator.wording.fold import Folded, fold
from generator.wording.words import begins_word, end_of_word, endings, has_unspaced

#: What makes a longer number of one: 2231.4, S-300-2, 1,300. En dashes stand between two.
_MORE_DIGITS: Final = re.compile(r"[.,\-\u2010\u2011]\d")
_CURRENCIES: Final = frozenset("$€£¥₽₹₺₪﷼")
#: Addresses, by what one can quickly see that there are some. Possessive, so linear.
_ADDRESSES: Final = {
    "://": re.compile(r"https?://\S++"),
    "www.": re.compile(r"www\.\S++"),
    "@": re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++"),
}
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Place(NamedTuple):
    """Where a phrase stands: ``span`` in the document, the rest in its folded text.

    ``end`` is where the phrase ends and ``full`` where the mention does, plural included.
    ``flaw`` is why it is no candidate at all, if so.
    """

    phrase: int
    span: Span
    block: int
    start: int
    end: int
    full: int
    flaw: Reason | None = None


class FoldedDocument:
    """A document made ready for finding places in it."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.folded: Folded = fold(document.text)
        self._starts = [block.span.start for block in document.blocks]
        self._endings = [endings(block.language or language) for block in document.blocks]
        self._may_follow = frozenset().union(*(one.firsts for one in self._endings))
        self._addresses = _addresses(document.text)

    def places(self, phrases: Phrases, *, flawed: bool = False) -> Iterator[Place]:
        """The places of all phrases; with ``flawed`` also those that are no candidates."""
        hits = phrases.automaton.hits(self.folded.text, anywhere=flawed)
        for phrase, start, end in hits if flawed else filter(self._may_be_whole, hits):
            place = self._place(phrase, start, end)
            if place and (flawed or not place.flaw):
                yield place

    def _may_be_whole(self, hit: Hit) -> bool:
        """A first, quick look, which most hits do not pass: "iran" in "iranian"."""
        text, end = self.folded.text, hit[2]
        return (
            end == len(text)
            or text[end] == " "
            or text[end] in self._may_follow
            or not (text[end].isalpha() and text[end - 1].isalpha())
            or has_unspaced(text[end - 1 : end + 1])
        )

    def _place(self, phrase: int, start: int, end: int) -> Place | None:
        text, begin = self.folded.text, self.folded.original(start)
        block = bisect_right(self._starts, begin) - 1
        if block < 0:
            return None
        language = self._endings[block]
        full = end_of_word(text, end, language) if begins_word(text, start, language) else None
        span = self._span(begin, end if full is None else full)
        if full is None:
            return Place(phrase, span, block, start, end, end, Reason.PART_OF_WORD)
        is_torn = not all(map(self.folded.is_edge, (start, end, full)))
        flaw = Reason.PART_OF_WORD if is_torn else self._flaw(span, block)
        return Place(phrase, span, block, start, end, full, flaw)

    def _span(self, begin: int, full: int) -> Span:
        """The original of a place, without invisible characters that hang on at its end."""
        end = self.folded.original(full)
        while end > begin + 1 and self.document.text[end - 1] in _INVISIBLE:
            end -= 1
        return Span(begin, end)

    def _flaw(self, span: Span, block: int) -> Reason | None:
        if span.end > self.document.blocks[block].span.end:
            return Reason.ACROSS_BLOCKS
        if _number_goes_on(self.document.text, span):
            return Reason.PART_OF_WORD
        return Reason.IN_ADDRESS if span in self._addresses else None


def _addresses(text: str) -> Cover:
    patterns = [pattern for sign, pattern in _ADDRESSES.items() if sign in text]
    found = (match.span() for pattern in patterns for match in pattern.finditer(text))
    return Cover(Span(*span) for span in found)


def _number_goes_on(text: str, span: Span) -> bool:
    """Whether an alias with a digit or a currency at its edge is only a part of a longer one."""
    after = text[span.end : span.end + 2]
    if after[:1] in _CURRENCIES:
        return True
    before = text[max(0, span.start - 2) : span.start]
    return bool(
        (text[span.end - 1].isdigit() and _MORE_DIGITS.fullmatch(after))
        or (text[span.start].isdigit() and _MORE_DIGITS.fullmatch(before[::-1]))
    )
