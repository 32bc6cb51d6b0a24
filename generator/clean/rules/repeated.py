"""What was copied twice, or strayed into the text from a menu."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

#: Fewer words than this repeat for good reasons: a refrain, an answer.
FEWEST: Final = 4


def repeated(page: Page) -> Iterator[Claim]:
    """A paragraph right below its double; a short line that stands outside the text, too."""
    outside = chain(range(page.core.start), range(page.core.stop, len(page.passages)))
    seen = {page.passages[index].key for index in outside} - {""}
    for index, passage in page.open(page.core):
        above = page.at(index - 1)
        twice = above is not None and above.key == passage.key and passage.words >= FEWEST
        if twice or (passage.key in seen and not passage.prose):
            yield Claim(index, Fate.SET_ASIDE, "repeated-line")
