"""The title: of the lines above the text, the one that says what the text is about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.clean.measure import unspaced
from generator.clean.names import is_name
from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.clean.rules.caption import says_caption
from generator.model import Fate

#: How far above the core a title is looked for, and how far within it, in passages.
ABOVE, WITHIN = 25, 3
LONGEST: Final = 32
#: So many passages above the core it does not matter how far; of so many words, how long.
CLOSE, TYPICAL = 4, 14
#: Below this score no line is a title.
ENOUGH: Final = 2.0
#: Letters by which two forms of a word are one.
STEM: Final = 5
#: Signs between the steps of a path of links.
_PATH: Final = ("»", "›", " > ", " | ", "→")


def title(page: Page) -> Iterator[Claim]:
    """Marks for length, place, being repeated, and words that the text uses too."""
    if page.claimed(Fate.TITLE) or len(page.passages) < 2:
        return
    text = _stems(" ".join(page.passages[index].key for index in page.core[1:]))
    scores = [(_score(page, index, text), -index) for index in _candidates(page)]
    best, index = max(scores, default=(0.0, 0))
    if best >= ENOUGH:
        yield Claim(-index, Fate.TITLE)


def _candidates(page: Page) -> Iterator[int]:
    """Open lines above the first paragraph of the text that could be titles."""
    for index, passage in page.open(range(max(0, page.core.start - ABOVE), page.core.stop)):
        if index in page.core and not _stands_apart(page, index, passage):
            return
        if _possible(page, index, passage):
            yield index


def _stands_apart(page: Page, index: int, passage: Passage) -> bool:
    """Whether a line within the core, at its beginning, is set off as a poem's title is."""
    if index - page.core.start >= WITHIN or (
        passage.prose and passage.plain and not _asks(passage)
    ):
        return False
    below = page.at(index + 1)
    return below is not None and (below.gap > 0 or page.fate(index + 1) in {Fate.BYLINE, Fate.DATE})


def _asks(passage: Passage) -> bool:
    return passage.text.rstrip("\"'”’»").endswith(("?", "!")) and not passage.breaks


def _possible(page: Page, index: int, passage: Passage) -> bool:
    if not 1 <= passage.words <= LONGEST or passage.breaks > 1:
        return False
    if passage.is_source or passage.is_credit or passage.is_date or says_caption(passage):
        return False
    below = page.at(index + 1)
    copied = below is not None and below.gap == 0 and below.without_credit == passage.without_credit
    return not copied and not is_name(passage.text)


def _score(page: Page, index: int, text: frozenset[str]) -> float:
    passage = page.passages[index]
    stems = _stems(passage.key)
    for_it = (
        min(passage.words, 4) * 0.75
        + 3.0 * len(stems & text) / max(3, len(stems))
        + 1.5 * _is_repeated(page, index)
        + 1.0 * (index == 0)
        + 1.0 * (passage.words >= 3 and _is_first(page, index))
    )
    against = (
        0.12 * max(0, page.core.start - index - CLOSE)
        + 0.1 * max(0, passage.words - TYPICAL)
        + 0.5 * passage.breaks
        + 1.5 * passage.text[0].islower()
        + 1.5 * _stands_below(page, index, Fate.BYLINE)
        + 0.5 * _stands_below(page, index, Fate.DATE)
        + 2.0 * (passage.furniture is not None)
        + 2.0 * any(sign in passage.text for sign in _PATH)
        + 2.0 * (passage.ends and not _asks(passage))
    )
    return for_it - against


def _is_repeated(page: Page, index: int) -> bool:
    key = page.passages[index].key
    return any(other.key == key for at, other in enumerate(page.passages) if at != index)


def _is_first(page: Page, index: int) -> bool:
    """Whether nothing stands right above a line but what is no text."""
    above = page.at(index - 1)
    return above is not None and (index - 1 in page.claims or above.furniture is not None)


def _stands_below(page: Page, index: int, fate: Fate) -> bool:
    """Whether a byline or a date stands above a line: titles mostly come first."""
    return any(page.fate(above) is fate for above in range(index))


def _stems(key: str) -> frozenset[str]:
    """The beginnings of the longer words, for inflected languages change their ends; pairs of
    letters where a script sets no spaces."""
    stems: set[str] = set()
    for word in key.split():
        if unspaced(word):
            stems |= {first + second for first, second in pairwise(word)}
        elif len(word) > 3:
            stems.add(word[:STEM])
    return frozenset(stems)
