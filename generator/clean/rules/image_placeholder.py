"""What is left of a picture where only text was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

_LONGEST: Final = 90
_PLACEHOLDER: Final = re.compile(
    r"""\W*(?:
    \d{1,4}\s?[x×]\s?\d{1,4}\s*(?:px|image|photo|video|bild|foto|изображение|تصویر)?
    |\d{1,2}:\d{1,2}\s+(?:image|photo|video|bild|foto|изображение|تصویر)
    |(?:image|photo|picture|slide|bild|foto|imagen|фото|عکس|تصویر)\s?\#?\d{0,3}
        \s?(?:(?:/|of|von|de|sur|из|از)\s?\d{1,3})?
    |\d{1,3}\s?(?:/|of|von|sur|из|از)\s?\d{1,3}
    |[\w-]{1,80}\.(?:jpe?g|png|gif|webp|svg|mp4)
    |(?:image|photo|video|media|embed|tweet|widget)
        \s(?:placeholder|removed|not\savailable|unavailable)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def image_placeholder(page: Page) -> Iterator[Claim]:
    """ "16x9 Image", "Photo 3 of 12", "img_2033.jpg"."""
    for index, passage in page.open():
        if len(passage.text) <= _LONGEST and _PLACEHOLDER.fullmatch(passage.text):
            yield Claim(index, Fate.SET_ASIDE, "image-placeholder")
