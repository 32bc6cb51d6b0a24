"""The title once more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.page import Claim, Page
from generator.model import Fate


def duplicate_title(page: Page) -> Iterator[Claim]:
    """The title's words above the text or in it: from a path of links, or a window's title."""
    titles = {page.passages[index].key for index in page.claimed(Fate.TITLE)}
    for index, passage in page.open():
        if passage.key in titles and not passage.prose:
            yield Claim(index, Fate.SET_ASIDE, "duplicate-title")
