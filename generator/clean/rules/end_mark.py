"""The sign that a text has ended: "###", "ENDS"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clean.core import is_end_mark
from generator.clean.page import Claim, Page
from generator.model import Fate


def end_mark(page: Page) -> Iterator[Claim]:
    """Below the text only: amid it, a row of signs divides."""
    for index, passage in page.open(page.below(len(page.passages))):
        if is_end_mark(passage):
            yield Claim(index, Fate.SET_ASIDE, "end-mark")
