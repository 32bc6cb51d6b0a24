"""Captions that nothing gives away but their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

#: An unfinished line of so many words is too long for a heading.
SHORTEST: Final = 13
#: What captions do not do: quote, ask, announce, speak of us.
_TELLS: Final = re.compile(
    r"[“”„«»\"?!:…]|\b(?:I|we|you|ich|wir|sie|je|nous|vous|я|мы|вы)\b", re.IGNORECASE
)


def stray_caption(page: Page) -> Iterator[Claim]:
    """A long unfinished line between finished paragraphs that describes something."""
    for index, passage in page.open(page.core):
        if not passage.plain or passage.words < SHORTEST or passage.ends or passage.breaks:
            continue
        if _describes(passage) and _between_paragraphs(page, index):
            yield Claim(index, Fate.CAPTION)


def _describes(passage: Passage) -> bool:
    last = passage.text[-1]
    return (last.isalnum() or last == ")") and not _TELLS.search(passage.text[:400])


def _between_paragraphs(page: Page, index: int) -> bool:
    above, below = page.at(index - 1), page.at(index + 1)
    if above is None or below is None:
        return False
    return above.ends and below.prose and not below.text[:1].islower()
