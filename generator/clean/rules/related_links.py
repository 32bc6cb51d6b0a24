"""Invitations to read something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

#: Below a heading of links, at most so many lines are taken for them, and none of more words.
LINKS, LONGEST = 12, 20
#: An invitation of more words names what it leads to; a shorter one has a list below it.
HEADING: Final = 5


def related_links(page: Page) -> Iterator[Claim]:
    """ "Read also: ...", and "Related" with the titles listed below it."""
    for index, passage in page.open():
        if passage.certain != "related-links":
            continue
        yield Claim(index, Fate.SET_ASIDE, "related-links")
        if passage.words <= HEADING or passage.text.endswith(":"):
            yield from _listed(page, index + 1)


def _listed(page: Page, start: int) -> Iterator[Claim]:
    for index in range(start, min(start + LINKS, len(page.passages))):
        if index in page.claims or not _could_be_link(page, index):
            return
        yield Claim(index, Fate.SET_ASIDE, "related-links")


def _could_be_link(page: Page, index: int) -> bool:
    """Whether a line could be a title of another text; a sentence could where more follow."""
    passage, below = page.passages[index], page.at(index + 1)
    if passage.furniture or passage.is_credit or passage.words >= LONGEST:
        return False
    if not passage.ends:
        return True
    return below is not None and below.plain and not below.ends and below.words < LONGEST
