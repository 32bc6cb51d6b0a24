"""What is left above and below the text: it has not earned a place in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

#: Furniture that lists follow: what stands below it, and below the text, is its own.
_LISTS: Final = frozenset({"related-links", "keywords", "comments"})
#: Furniture that paragraphs follow.
_NOTES: Final = frozenset({"disclaimer", "author-bio"})


def outside(page: Page) -> Iterator[Claim]:
    """Above the text, navigation; below it, more of what was set aside last."""
    last = ""
    for index, passage in enumerate(page.passages):
        claim = page.claims.get(index)
        if index in page.core:
            continue
        if claim is None:
            more = last if last in _LISTS or (passage.prose and last in _NOTES) else ""
            yield Claim(
                index, Fate.SET_ASIDE, more or ("unrelated-text" if passage.prose else "navigation")
            )
        elif index >= page.core.stop:
            last = claim.reason
