"""Notices about the page: rights, opinions, cookies, whom to follow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.page import Claim, Page
from generator.model import Fate


def notice(page: Page) -> Iterator[Claim]:
    """What holds a phrase of a notice and stands outside the text; within, it is the subject."""
    for index, passage in page.open():
        if passage.furniture and index not in page.core:
            yield Claim(index, Fate.SET_ASIDE, passage.furniture.reason)
