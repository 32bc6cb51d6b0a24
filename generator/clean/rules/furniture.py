"""Lines that are furniture wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.clean.page import Claim, Page
from generator.model import Fate


def furniture(reason: str) -> Callable[[Page], Iterator[Claim]]:
    """The rule that sets aside what is certainly furniture for one reason."""

    def judge(page: Page) -> Iterator[Claim]:
        for index, passage in page.open():
            if passage.certain == reason:
                yield Claim(index, Fate.SET_ASIDE, reason)

    return judge
