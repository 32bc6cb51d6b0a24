"""A picture's caption that was copied twice: its alternative text, and what is printed below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.lookup import numberless
from generator.clean.measure import unspaced
from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

#: A copy stands at most so many passages below its original.
NEAR: Final = 3
#: Fewer words than this repeat for good reasons: a refrain, an answer.
FEWEST: Final = 4


def duplicate_caption(page: Page) -> Iterator[Claim]:
    """The second of two captions that differ by their credit at most; the first one stays.

    The credit of the copy may stand on a line of its own below it.
    """
    copies: dict[int, Passage] = {}
    for index, passage in page.open():
        original = _original(page, index, passage)
        if original is not None:
            copies[index] = original
        if original is not None or _credits_again(copies.get(index - 1), passage):
            yield Claim(index, Fate.SET_ASIDE, "duplicate-caption")


def _original(page: Page, index: int, passage: Passage) -> Passage | None:
    words = passage.without_credit
    if len(numberless(words).split()) < FEWEST and not unspaced(words):
        return None
    for above in range(index - 1, max(-1, index - 1 - NEAR), -1):
        other = page.passages[above]
        if other.without_credit != words or page.fate(above) is Fate.SET_ASIDE:
            continue
        if other.credit or passage.credit or not (other.ends and passage.ends):
            return other
    return None


def _credits_again(original: Passage | None, passage: Passage) -> bool:
    if original is None:
        return False
    maker = passage.text.strip("()[] ")
    return passage.is_credit or (bool(maker) and maker in original.credit)
