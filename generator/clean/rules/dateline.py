"""Where a report was written, at the beginning of its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

_CAPITALS: Final = "A-ZÀ-ÖØ-ÞА-ЯЁ"
#: "MOSCOW — ", "LIMA, Peru (AFP) - ", "КИЕВ, 3 марта. "; "Soltau (dpa) - "; "Lima, 4 sep.- ";
#: "OSLO, May 3. /TASS/."; and the verb that Persian and Arabic agencies begin with.
_DATELINE: Final = re.compile(
    rf"[{_CAPITALS}][{_CAPITALS} .,'’/-]{{2,50}}(?:[^\W\d_][\w. ]{{1,20}},? ?)?"
    r"(?:\d{1,2}[^—–:-]{0,20})?(?:\([^)]{2,30}\))?\s?(?:[—–-]|\.\s)"
    r"|[^\W\d_][\w .,'’/-]{1,40}\([^)]{2,30}\)\s?[—–:.-]"
    r"|[^\W\d_][\w ,.-]{2,40}\s/[^/\d]{2,30}/"
    r"|[^\W\d_][\w ]{2,20}, \d{1,2}\.? \w{3,12}\.?(?: \([^)]{2,30}\))?\s?[—–-]"
    r"|به گزارش\s|أفادت?\s"
)
#: A dateline ends within so many characters.
LENGTH: Final = 120


def dateline(page: Page) -> Iterator[Claim]:
    """The paragraph stays whole and is the text's first: what stands above it is not text.

    The place is where the report was written, which need not be where anything happened.
    """
    for index, passage in page.open(page.core):
        if passage.prose and passage.plain and _DATELINE.match(passage.text[:LENGTH]):
            yield Claim(index, Fate.BODY)
