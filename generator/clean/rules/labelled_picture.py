"""Pictures whose caption and maker stand below labels: "Image caption", "Image source"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

_CAPTION: Final = re.compile(
    r"(?:image |photo |picture |media )?caption|bildunterschrift|bildtext|légende(?: de l.image)?"
    r"|pie de (?:foto|imagen)|подпись к фото|توضیح تصویر|التعليق على الصورة",
    re.IGNORECASE,
)
_MAKER: Final = re.compile(
    r"(?:image|photo|picture|media) (?:copyright|source|credit|rights)|bildquelle|bildrechte"
    r"|crédit photo|fuente de la imagen|автор фото|منبع تصویر|صدر الصورة",
    re.IGNORECASE,
)
#: What a label announces stands right below it and is no longer than so many words.
LONGEST: Final = 60


def labelled_picture(page: Page) -> Iterator[Claim]:
    """The label is set aside; the line below it is a caption or a credit."""
    for index, passage in page.open():
        fate = _announced(passage.text)
        if fate is None:
            continue
        yield Claim(index, Fate.SET_ASIDE, "image-placeholder")
        below = page.at(index + 1)
        near = index + 1 in page.core or index + 1 in page.head
        if near and below and below.words <= LONGEST and below.furniture is None:
            yield Claim(index + 1, fate, "photo-credit" if fate is Fate.CREDIT else "")


def _announced(text: str) -> Fate | None:
    label = text[:60].rstrip(": ")
    if _CAPTION.fullmatch(label):
        return Fate.CAPTION
    return Fate.CREDIT if _MAKER.fullmatch(label) else None
