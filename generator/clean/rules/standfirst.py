"""The line between a title and its text that says what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

#: An unfinished line of fewer words below a title is a label.
SHORTEST, LONGEST = 5, 60
#: A sentence with nothing but a picture between it and the text has so many words at most.
ABOVE_PICTURE: Final = 32
#: A line with so many numbers in it refers to a volume and its pages.
NUMBERS: Final = 3

_SUMS_UP: Final = re.compile(
    r"(?:summary|in brief|in short|zusammenfassung|kurzfassung|résumé|resumen|кратко|خلاصه|چکیده)"
    r"\s?:",
    re.IGNORECASE,
)
_OPEN_END: Final = (":", ",", ";")


def standfirst(page: Page) -> Iterator[Claim]:
    """One line below the title, told from a paragraph by what stands between it and the text."""
    titles = page.claimed(Fate.TITLE)
    if not titles or page.claimed(Fate.SUBTITLE):
        return
    for index, passage in page.open(range(titles[-1] + 1, page.head.stop)):
        if not _possible(passage):
            continue
        if _is_unfinished(page, index) or _is_divided(page, index):
            yield Claim(index, Fate.SUBTITLE)
            return
        if passage.prose:
            return


def _possible(passage: Passage) -> bool:
    if not SHORTEST <= passage.words <= LONGEST or not passage.plain:
        return False
    return sum(word.isdecimal() for word in passage.key.split()) < NUMBERS


def _is_unfinished(page: Page, index: int) -> bool:
    passage = page.passages[index]
    if passage.text.endswith(_OPEN_END):
        return False
    return index < page.core.start or not (passage.prose or passage.ends)


def _is_divided(page: Page, index: int) -> bool:
    """Whether a byline, a date, a picture or a dateline divides a passage from the text."""
    passage = page.passages[index]
    if _SUMS_UP.match(passage.text):
        return True
    below = page.claims.get(index + 1)
    if below and below.rule == "dateline":
        return not passage.breaks
    between = _fates_below(page, index)
    if between & {Fate.BYLINE, Fate.DATE}:
        return passage.breaks < 3
    return Fate.CAPTION in between and not passage.breaks and passage.words <= ABOVE_PICTURE


def _fates_below(page: Page, index: int) -> set[Fate]:
    """The fates of the passages between a passage and the next one that is text."""
    fates: set[Fate] = set()
    for below in range(index + 1, len(page.passages)):
        fate = page.fate(below)
        if fate is None or fate is Fate.BODY:
            break
        fates.add(fate)
    return fates
