"""Lines in another script than the text's, outside of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.measure import script_of
from generator.clean.page import Claim, Page
from generator.model import Fate

LONGEST: Final = 14


def foreign_tagline(page: Page) -> Iterator[Claim]:
    """A builder's name, a choice of languages: short, above or below the text."""
    for index, passage in page.open():
        if index in page.core or passage.words > LONGEST:
            continue
        script = script_of(passage.text)
        if script and page.script and script != page.script:
            yield Claim(index, Fate.SET_ASIDE, "foreign-language-tagline")
