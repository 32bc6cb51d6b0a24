"""Headings of sections, numbered or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

LONGEST: Final = 14
#: A question this short is a heading; a longer one is asked by somebody.
QUESTION: Final = 8
#: So many questions on lines of their own are an interview.
INTERVIEW: Final = 4
#: A line right above the core heads it if it is no longer than this and headings follow.
FIRST: Final = 4

_NUMBERED: Final = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s|§\s?\d|#\d")
_BULLET: Final = re.compile(r"[-–—•·*▪►>]\s")
#: "A. NAME:", who speaks in an interview or a hearing.
_SPEAKER: Final = re.compile(r"[^\W\d_][\w.'’-]{0,20}(?: [^\W\d_][\w.'’-]{0,20}){0,2}\s?[:：]")
_OPEN_END: Final = (",", ";", ":", "-", "–", "—", "،", "؛")
_ASKS: Final = ("?", "？", "؟")


def section_heading(page: Page) -> Iterator[Claim]:
    """A short unfinished line, or a short question, with a paragraph below it."""
    interview = _is_interview(page)
    for index, passage in page.open(_where(page)):
        if not _is_short(passage) or (passage.ends and (interview or not _is_question(passage))):
            continue
        if _heads_paragraph(page, index) and not _is_listed(page, index):
            yield Claim(index, Fate.HEADING)


def _where(page: Page) -> range:
    """The core, and the line right above it if that heads the first section."""
    start = page.core.start
    above = page.at(start - 1)
    if above is None or start - 1 in page.claims or not page.claimed(Fate.TITLE):
        return page.core
    divided = any(_is_short(other) and not other.ends for _, other in page.open(page.core))
    heads = _NUMBERED.match(above.text) or (above.words <= FIRST and divided)
    return range(start - 1, page.core.stop) if heads else page.core


def _is_short(passage: Passage) -> bool:
    text = passage.text
    if not 1 <= passage.words <= LONGEST or passage.certain:
        return False
    if passage.credit or passage.is_credit or passage.is_source:
        return False
    if text.endswith(_OPEN_END) or text[:1].islower() or text[:1] in "([":
        return False
    return not _BULLET.match(text) and not _SPEAKER.match(text) and any(map(str.isalpha, text))


def _is_question(passage: Passage) -> bool:
    return passage.text.endswith(_ASKS) and passage.words <= QUESTION


def _is_interview(page: Page) -> bool:
    asked = [
        passage
        for _, passage in page.open(page.core)
        if passage.text.endswith(_ASKS) and not passage.breaks
    ]
    return len(asked) >= INTERVIEW


def _heads_paragraph(page: Page, index: int) -> bool:
    """Whether the next passage that is text is a paragraph, or another heading above one."""
    for below in range(index + 1, page.core.stop):
        passage, fate = page.passages[below], page.fate(below)
        if fate in {Fate.CAPTION, Fate.CREDIT, Fate.SET_ASIDE}:
            continue
        if passage.gap == 0 and fate is None:
            return passage.prose
        return passage.prose or (passage.ends and passage.words >= 4) or _is_short(passage)
    return False


def _is_listed(page: Page, index: int) -> bool:
    """Whether a short line stands among others: a list or verse, not a heading."""
    above = page.at(index - 1) if index - 1 in page.core else None
    if above and not above.prose and _NUMBERED.match(page.passages[index].text):
        return bool(_NUMBERED.match(above.text))
    around = [
        page.passages[at]
        for at in (index - 1, index + 1)
        if at in page.core and page.fate(at) in {None, Fate.HEADING}
    ]
    return bool(around) and not any(passage.prose or passage.ends for passage in around)
