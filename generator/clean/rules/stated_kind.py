"""What the capture's format says of itself: a Markdown heading is a heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import BlockKind, Fate

_FATES: Final = {
    BlockKind.HEADING: Fate.HEADING,
    BlockKind.SUBTITLE: Fate.SUBTITLE,
    BlockKind.CAPTION: Fate.CAPTION,
    BlockKind.CREDIT: Fate.CREDIT,
}


def stated_kind(page: Page) -> Iterator[Claim]:
    """A part that says its kind keeps it; the first heading of level 1 is the title."""
    titled = False
    for index, passage in page.open():
        part = passage.parts[0]
        if part.kind is None:
            continue
        if part.kind is BlockKind.HEADING and part.level == 1 and not titled:
            titled = True
            yield Claim(index, Fate.TITLE)
        else:
            yield Claim(index, _FATES.get(part.kind, Fate.BODY))
