"""The credit of a picture on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.credits import only_agencies
from generator.clean.page import Claim, Page
from generator.model import Fate

#: How far below the text a credit need not say that it is one, in passages.
BELOW: Final = 6


def photo_credit(page: Page) -> Iterator[Claim]:
    """ "Photo: A. Name", "A. Name/AGENCY"; amid the text an agency's name alone, too."""
    near = range(page.head.start, page.core.stop + BELOW)
    for index, passage in page.open():
        says_so = passage.is_credit and (index in near or ":" in passage.text)
        if says_so or (index in page.core and only_agencies(passage.text)):
            yield Claim(index, Fate.CREDIT, "photo-credit")
