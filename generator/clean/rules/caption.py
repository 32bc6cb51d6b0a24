"""Captions of pictures, known by what only captions say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

#: Captions are short; what is longer and ends with an agency's name is a report.
LONGEST: Final = 80
#: How many passages below the core a caption may stand.
BELOW: Final = 2
#: A finished sentence above a picture's credit describes it up to this length.
SENTENCE: Final = 15

_SIDE: Final = re.compile(
    r"""[(\[,]\s?(?:
    left|right|cent(?:re|er)|second\sfrom\s(?:left|right)|l|r|c|from\sleft|top|bottom|pictured
    |archive|file(?:\s(?:photo|image|picture))?|links|rechts|mitte|l\.|r\.|archiv(?:bild|foto)
    |symbolbild|à\sgauche|à\sdroite|au\scentre|izquierda|derecha|(?:foto\s)?de\sarchivo
    |слева|справа|в\sцентре|архивное\sфото|фото\sиз\sархива|چپ|راست|آرشیو|عکس\sآرشیوی|يسار|يمين|أرشيف
    )\s?[)\],]""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENS: Final = re.compile(
    r"""(?:
    file\s(?:photo|picture|image)|archive\sphoto|pictured
    |in\sthis\s(?:\w+,?\s?){0,3}(?:photo|image|picture)
    |this\s(?:\w+,?\s?){0,3}(?:photo|image|picture|illustration|map|graphic)
        \s(?:of|shows|released|provided|taken)
    |(?:an?\s)?(?:undated|stock|handout|combination|satellite|aerial)\s(?:\w+\s){0,2}
        (?:photo|image|picture|view)
    |archiv(?:bild|foto)|symbol(?:bild|foto)|bildunterschrift|legende|légende|pie\sde\sfoto
    |foto\sde\sarchivo|подпись|архивное\sфото|на\sфото|на\sснимке
    )\b\s?[:,-]?""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL: Final = re.compile(r"(?:photo|picture|image|caption|foto|bild|фото|عکس)\s?:", re.IGNORECASE)


def caption(page: Page) -> Iterator[Claim]:
    """A line with a credit or a picture's words, one that was copied twice, one above a credit."""
    last = max((index for index in page.core if page.passages[index].prose), default=-1)
    for index, passage in page.open(_where(page)):
        if passage.words > LONGEST or passage.is_credit or passage.is_source:
            continue
        if index == last and _is_report(passage):
            continue
        if says_caption(passage) or _was_copied(page, index) or _stands_above_credit(page, index):
            yield Claim(index, Fate.CAPTION)


def says_caption(passage: Passage) -> bool:
    """Whether a line says of itself that it is a caption."""
    if passage.credit or _LABEL.match(passage.text):
        return True
    if passage.ends and passage.breaks:
        return False
    opens = _OPENS.match(passage.text) and not passage.breaks and passage.words >= 4
    return bool(opens or _SIDE.search(passage.text[-300:]))


def _where(page: Page) -> range:
    titles = page.claimed(Fate.TITLE)
    return range(titles[0] + 1 if titles else page.head.start, page.below(BELOW).stop)


def _was_copied(page: Page, index: int) -> bool:
    below = page.claims.get(index + 1)
    return below is not None and below.reason == "duplicate-caption"


def _stands_above_credit(page: Page, index: int) -> bool:
    passage, below = page.passages[index], page.at(index + 1)
    if below is None or not below.is_credit or passage.furniture:
        return False
    if passage.words < 4 or passage.text.endswith(":"):
        return False
    return not passage.ends or (index in page.head and passage.words <= SENTENCE)


def _is_report(passage: Passage) -> bool:
    """Whether the text's last paragraph ends with its agency: "... on Monday. (AGENCY)"."""
    body = passage.text[: len(passage.text) - len(passage.credit)].rstrip()
    return passage.prose and body.endswith((".", "!", "?", "”", '"', "»"))
