"""Links that highlight words in a page: text fragments (WICG Scroll to Text Fragment).

What such a link says stands behind the id of a block, so that a browser that cannot do it, or does
not find the words, shows the block.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from generator.model import Span

#: Words on either side that tell a date from the same date elsewhere on the page.
_AROUND: Final = 3
_WORD: Final = re.compile(r"\S+")


def directive(text: str, block: Span, words: Span) -> str:
    """``:~:text=prefix-,words,-suffix`` for words of a block of a text."""
    before = _WORD.findall(text, block.start, words.start)[-_AROUND:]
    after = _WORD.findall(text, words.end, block.end)[:_AROUND]
    prefix = [f"{_encoded(' '.join(before))}-"] if before else []
    suffix = [f"-{_encoded(' '.join(after))}"] if after else []
    return f":~:text={','.join((*prefix, _encoded(words.of(text)), *suffix))}"


def _encoded(words: str) -> str:
    """On one line; what means something in a directive (",", "-", "&") is escaped."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D").replace("~", "%7E")
