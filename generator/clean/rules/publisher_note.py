"""Who publishes, in the first person, below what is left of a logo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

#: How far below the text a publisher is looked for, in passages.
BELOW: Final = 6

_WE: Final = re.compile(
    r"\b(?:we|our|us|wir|unsere?[mnrs]?|nous|notre|nos|nosotros|nuestr[oa]s?|nós|nossos?|noi"
    r"|мы|нас|наш[аеи]?|ما|نحن)\b",
    re.IGNORECASE,
)


def publisher_note(page: Page) -> Iterator[Claim]:
    """The text's last paragraph, or one below it, if a placeholder of a picture stands above it
    and it says "we"."""
    last = [index for index, passage in page.open(page.core) if passage.prose][-1:]
    below = [index for index, passage in page.open(page.below(BELOW)) if passage.prose]
    for index in last + below:
        above = page.claims.get(index - 1)
        placeholder = above is not None and above.reason == "image-placeholder"
        if placeholder and _WE.search(page.passages[index].text[:1000]):
            yield Claim(index, Fate.SET_ASIDE, "author-bio")
