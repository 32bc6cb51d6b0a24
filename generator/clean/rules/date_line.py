"""When the text was published, on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

#: A date below the text belongs to it within so many passages.
BELOW: Final = 3
#: So many dates on lines of their own within a text are headings of a chronology.
CHRONOLOGY: Final = 3


def date_line(page: Page) -> Iterator[Claim]:
    """Nothing but a date, in the head of a text or, where none stands there, just below it."""
    for where in (_head(page), page.below(BELOW)):
        found = [index for index, passage in page.open(where) if passage.is_date]
        yield from (Claim(index, Fate.DATE) for index in found)
        if found:
            return


def _head(page: Page) -> range:
    within = sum(page.passages[index].is_date for index in page.core)
    return range(page.head.start, page.core.start) if within >= CHRONOLOGY else page.head
