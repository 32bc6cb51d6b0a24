"""The agencies and colleagues that a report draws on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.credits import only_agencies
from generator.clean.page import Claim, Page
from generator.model import Fate

#: A credit for the text stands at most so many passages below it.
BELOW: Final = 6


def agency_credit(page: Page) -> Iterator[Claim]:
    """Who reported or edited, where it was taken from: at the end of the text or just below."""
    half = page.core.start + len(page.core) // 2
    last = max((index for index in page.core if page.passages[index].prose), default=half)
    for index, passage in page.open(range(half, page.below(BELOW).stop)):
        if passage.is_source and (index > last or not only_agencies(passage.text)):
            yield Claim(index, Fate.CREDIT, "agency-credit")
