"""Passages: the parts of a capture that stand or fall together, and what was measured of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.clean.credits import ending_credit, picture_credit, reported_by, taken_from
from generator.clean.dates import only_date
from generator.clean.furniture import Furniture, furniture
from generator.clean.lookup import key
from generator.clean.measure import LOOK, ends_sentence, sentence_breaks, words_in
from generator.model import Part

#: A line that ends as a sentence and has this many words is prose.
PROSE_WORDS: Final = 10
#: A line of this many words is prose however it ends.
LONG_WORDS: Final = 22
#: The items of a list of keywords have so many words on average.
ITEM_WORDS: Final = 3.5
#: A sentence left open at the end of a line has so many words on it, and no more characters.
OPEN_WORDS, OPEN_LENGTH = 6, 140


@dataclass(frozen=True, slots=True)
class Passage:
    """One part, or the parts of one wrapped paragraph.

    ``key`` is the text as phrases are compared, ``words`` its length, ``ends`` whether it ends as
    a sentence does, ``breaks`` how many sentences end before its own end. ``credit`` is what it
    ends with if it ends as captions do. The rest says that it is nothing but the credit of a
    picture, where the text was taken from, who reported it (which ends it), or a date.
    """

    parts: tuple[Part, ...]
    text: str
    key: str
    words: int
    ends: bool
    breaks: int
    furniture: Furniture | None
    credit: str
    is_credit: bool
    is_source: bool
    is_end: bool
    is_date: bool

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Passage:
        text = " ".join(part.text for part in parts) if len(parts) > 1 else parts[0].text
        words, words_key, ends = words_in(text), key(text[:LOOK]), ends_sentence(text)
        found = furniture(text, words_key, words, ends)
        reported = reported_by(text)
        return cls(
            parts=tuple(parts),
            text=text,
            key=words_key,
            words=words,
            ends=ends,
            breaks=sentence_breaks(text),
            furniture=found,
            credit=ending_credit(text),
            is_credit=found is None and picture_credit(text),
            is_source=reported or taken_from(text),
            is_end=reported,
            is_date=only_date(text),
        )

    @property
    def gap(self) -> int:
        """Blank lines above."""
        return self.parts[0].gap

    @property
    def prose(self) -> bool:
        """Long enough and finished as sentences are, or too long for anything but prose."""
        if self.words >= PROSE_WORDS and (self.ends or self.breaks > 1):
            return True
        return self.words >= LONG_WORDS and not self.listing

    @property
    def listing(self) -> bool:
        """A list of keywords: more commas than a sentence has, and no end."""
        return not self.ends and self.text.count(",", 0, LOOK) * ITEM_WORDS > self.words

    @property
    def certain(self) -> str:
        """Why this is furniture wherever it stands, or an empty string."""
        return self.furniture.reason if self.furniture and self.furniture.certain else ""

    @property
    def plain(self) -> bool:
        """No phrase gives it away as anything but text."""
        return self.furniture is None and self.bare

    @property
    def bare(self) -> bool:
        """No credit, source or date."""
        return not (self.credit or self.is_credit or self.is_source or self.is_date)

    @property
    def without_credit(self) -> str:
        """The key of what a caption says, its credit aside."""
        return key(self.text[: len(self.text) - len(self.credit)]) if self.credit else self.key


def passages(parts: Iterable[Part]) -> tuple[Passage, ...]:
    """Parts in passages: one that joins, or goes on a sentence, goes with the part above it."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and (part.joins or _goes_on(groups[-1][-1], part)):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(map(Passage.of, groups))


def _goes_on(above: Part, part: Part) -> bool:
    """Whether a line begins amid a sentence that the line above it has left open."""
    if above.kind or part.kind or not part.text[:1].islower():
        return False
    if len(above.text) > OPEN_LENGTH or above.text.endswith(":") or ends_sentence(above.text):
        return False
    if words_in(above.text) < OPEN_WORDS:
        return False
    return words_in(part.text) >= OPEN_WORDS or ends_sentence(part.text)
