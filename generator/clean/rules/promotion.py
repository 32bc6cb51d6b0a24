"""What a newsletter's prompt goes on to promise, on the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.furniture import OPENING_WORDS, furniture
from generator.clean.lookup import cadences, key, offers
from generator.clean.measure import ends_sentence, words_in
from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

_REASON: Final = "newsletter"
_SENTENCE: Final = re.compile(r"(?<=[.!?؟。！？])\s+|(?<=[。！？])")


def promotion(page: Page) -> Iterator[Claim]:
    """A short line right below a prompt that asks too, stands between two, or says what comes
    how often. A quotation is the text's own."""
    below = False
    for index, passage in enumerate(page.passages):
        claim = page.claims.get(index)
        if claim is None and below and _promises(page, index, passage):
            yield Claim(index, Fate.SET_ASIDE, _REASON)
        else:
            below = claim is not None and claim.reason == _REASON


def _promises(page: Page, index: int, passage: Passage) -> bool:
    if passage.words > OPENING_WORDS or passage.text[0] in "\"“„«‘'":
        return False
    return _asks(passage) or _is_asked(page, index + 1) or _offers(passage)


def _asks(passage: Passage) -> bool:
    """Whether one of several sentences would be a prompt on a line of its own."""
    sentences = _SENTENCE.split(passage.text)
    return len(sentences) > 1 and any(map(_is_prompt, sentences))


def _is_prompt(sentence: str) -> bool:
    found = furniture(sentence, key(sentence), words_in(sentence), ends_sentence(sentence))
    return found is not None and found.certain and found.reason == _REASON


def _is_asked(page: Page, index: int) -> bool:
    claim = page.claims.get(index)
    return claim is not None and claim.reason == _REASON


def _offers(passage: Passage) -> bool:
    """Whether a line says what is sent, and how often: "our best stories, every Friday"."""
    return bool(offers().reason(passage.key) and cadences().reason(passage.key))
