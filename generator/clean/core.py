"""The densest run of prose: where the article most likely is.

Each passage weighs for or against, and the core is the run with the greatest sum, cut where the
article says itself that it has ended. Prose weighs its number of words; menus and teasers weigh
against. So the core reaches over a caption or an advertisement, but not over a list of other
articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from generator.clean.furniture import Furniture
from generator.clean.measure import script_of
from generator.clean.names import are_names
from generator.clean.passage import Passage

#: No paragraph weighs more than this many words: one long notice must not outweigh an article.
HEAVIEST: Final = 80
#: A sentence alone between lines that are none, and of fewer words, is more often a teaser.
LONE, TEASER = 0.3, 35
#: A finished line that is too short for prose: an answer, a line of dialogue.
SHORT: Final = 0.5
#: What stands below the invitation to comment counts half.
AFTER_COMMENTS: Final = 0.5
#: An end mark is believed once this share of the core's words stands above it, and the heading
#: of a note on somebody once that share does: it could be a section's.
ENOUGH, ENOUGH_FOR_NOTE = 0.5, 0.67
#: A text was copied with care where no more than this share of its lines is short and unfinished.
CALM: Final = 0.5
#: So many lines below the core of such a text may still be its own.
TAIL: Final = 5
#: "Best wishes," and the like have no more words than this; a name follows.
LEAVE: Final = 5
#: So many lines like "Somebody says:" are a thread of comments; fewer may introduce quotations.
THREAD: Final = 3

_AGAINST: Final = {
    "comments": -25.0,
    "keywords": -12.0,
    "related-links": -12.0,
    "author-bio": -12.0,
}
_FURNITURE: Final = -6.0
#: A notice that the article could hold: little for a newsletter, more by length for the others.
_NEWSLETTER, _NOTICE, _NOTICE_WORD = -2.0, -8.0, -0.2
_END: Final = -10.0
#: An unfinished line on a page with much furniture, in a text that was copied with care, and in
#: one with nothing but itself.
_UNFINISHED: Final = {"page": -4.0, "calm": -1.5, "bare": -0.3}
#: A credit, a date, an item of a list; a cell of a table.
_NEUTRAL, _CELL = -1.0, -0.5
#: A paragraph that occurs twice is the article's and a teaser's: no evidence for either.
_TWICE: Final = 1.0

_ITEM: Final = re.compile(r"\W{0,3}(?:\d{1,3}[.):]|https?://)|[•·*–—-]\s")
_SAYS: Final = re.compile(r"\S{2,30}(?: \S{1,20}){0,2} (?:says|said|sagt|dice|dit|diz|пишет)\s?:")
#: A menu's entry does not end with these; a line of verse or the head of a list does.
_GOES_ON: Final = (",", ";", ":", "—", "،", "؛", "，", "、")
_END_MARK: Final = re.compile(
    r"[\W_]*(?:#{2,}|-30-|ends?|ende|fin|end of (?:story|article|text|item)|конец|پایان"
    r"|انتهای پیام|انتهى)[\W_]*",
    re.IGNORECASE,
)
#: The initials and numbers by which agencies know who wrote and edited: "AB/CD", "1234**5678".
_CODE: Final = re.compile(r"[A-Z]{1,5}(?:/[A-Z0-9]{1,8}){1,3}|\d{3,5}\*+\d{3,5}")


def core(passages: Sequence[Passage]) -> range:
    """The run of passages that is the article's text; all of them where there is no prose."""
    best, start, total, share = (0.0, range(len(passages))), 0, 0.0, 1.0
    for index, weight in enumerate(_weights(passages)):
        if passages[index].certain == "comments":
            share *= AFTER_COMMENTS
        if total <= 0:
            start, total = index, 0.0
        total += weight * share if weight > 0 else weight
        if total > best[0]:
            best = total, range(start, index + 1)
    return _until_end(passages, _with_tail(passages, best[1]))


def is_end_mark(passage: Passage) -> bool:
    """Whether a line says nothing but that the text has ended, or is an agency's code."""
    text = passage.text
    return len(text) <= 40 and bool(_END_MARK.fullmatch(text) or _CODE.fullmatch(text))


def _until_end(passages: Sequence[Passage], run: range) -> range:
    """The run up to where the text says that it has ended."""
    total = sum(passages[index].words for index in run)
    above = 0
    for index in run:
        if _ends(passages[index], above / max(1, total)):
            return range(run.start, index)
        above += passages[index].words
    return run


def _ends(passage: Passage, share: float) -> bool:
    if share >= ENOUGH and (passage.is_end or passage.certain == "comments"):
        return True
    if share >= ENOUGH and is_end_mark(passage):
        return True
    about = passage.furniture is not None and passage.furniture.reason == "author-bio"
    return about and share >= ENOUGH_FOR_NOTE


def _with_tail(passages: Sequence[Passage], run: range) -> range:
    """The run and what it ends with that need not be sentences: a list, a name, who came."""
    if not run or run.stop == len(passages):
        return run
    if _is_own_tail(passages, run):
        return range(run.start, len(passages))
    last = passages[run.stop - 1]
    takes_leave = last.words <= LEAVE and last.text.endswith(",")
    belongs = _is_signature if takes_leave else _is_item
    return range(run.start, run.stop + sum(1 for _ in takewhile(belongs, passages[run.stop :])))


def _is_own_tail(passages: Sequence[Passage], run: range) -> bool:
    """Whether what stands below the core, to the end, was copied for its own sake."""
    manner, tail = _manner(passages), passages[run.stop :]
    if manner == "page" or (manner == "calm" and len(tail) > TAIL):
        return False
    if not all(other.plain and other.words > 1 and not is_end_mark(other) for other in tail):
        return False
    scripts = {script_of(other.text) for other in tail} - {script_of(passages[run.start].text), ""}
    return not scripts and not all(are_names(other.text) for other in tail)


def _is_signature(passage: Passage) -> bool:
    return passage.plain and 1 <= passage.words <= LEAVE and not passage.ends


def _is_item(passage: Passage) -> bool:
    return passage.plain and passage.words >= 2 and bool(_ITEM.match(passage.text))


def _manner(passages: Sequence[Passage]) -> str:
    """How a text was copied: with the "page" around it, "calm" with care, or "bare" of all else."""
    furnished = any(passage.certain for passage in passages)
    unfinished = sum(not passage.prose and not passage.ends for passage in passages)
    if unfinished <= CALM * len(passages):
        return "calm" if furnished else "bare"
    return "page" if furnished else "calm"


def _weights(passages: Sequence[Passage]) -> Iterator[float]:
    times = Counter(passage.key for passage in passages if passage.prose)
    unfinished = _UNFINISHED[_manner(passages)]
    says = [bool(_SAYS.fullmatch(passage.text[:100])) for passage in passages]
    thread = sum(says) >= THREAD
    for passage, lone, speaker in zip(passages, _lone(passages), says, strict=True):
        if thread and speaker:
            yield _AGAINST["comments"]
        elif passage.furniture:
            yield _against(passage.furniture, passage.words)
        elif passage.prose and passage.plain:
            yield _for(passage, lone, times[passage.key] > 1)
        else:
            yield _of_line(passage, unfinished)


def _against(found: Furniture, words: int) -> float:
    if found.certain:
        return _AGAINST.get(found.reason, _FURNITURE)
    return _NEWSLETTER if found.reason == "newsletter" else _NOTICE + _NOTICE_WORD * words


def _for(passage: Passage, lone: bool, twice: bool) -> float:
    if twice:
        return _TWICE
    weight = float(min(passage.words, HEAVIEST))
    return weight * LONE if lone and not passage.breaks and passage.words < TEASER else weight


def _of_line(passage: Passage, unfinished: float) -> float:
    """The weight of a line that is neither furniture nor clearly prose."""
    if passage.is_end:
        return _END
    if passage.credit and passage.prose:
        return passage.words * SHORT
    if not passage.bare:
        return _NEUTRAL
    if passage.ends or (passage.words >= 2 and passage.text.endswith(_GOES_ON)):
        return passage.words * SHORT
    if _is_cell(passage):
        return max(_CELL, unfinished)
    return max(_NEUTRAL, unfinished) if _ITEM.match(passage.text) else unfinished


def _is_cell(passage: Passage) -> bool:
    """Whether a line is mostly numbers, as the cells of a table are."""
    words = passage.key.split()
    return bool(words) and 2 * sum(word.isdecimal() for word in words) >= len(words)


def _lone(passages: Sequence[Passage]) -> list[bool]:
    """For each passage, whether none of its neighbours is prose."""
    lone = [True] * len(passages)
    for above, below in pairwise(_lines(passages)):
        lone[above] &= not passages[below].prose
        lone[below] &= not passages[above].prose
    return lone


def _lines(passages: Sequence[Passage]) -> Iterator[int]:
    """The passages without what may be inserted anywhere: furniture, listed links, pictures."""
    listed = False
    for index, passage in enumerate(passages):
        if passage.furniture or passage.credit or passage.is_credit:
            listed = passage.certain == "related-links"
        elif passage.prose or not listed:
            listed = False
            yield index
