"""The machine that folds: what a rule makes of each character, over whole texts, with the way back.

A rule says what one character becomes: mostly one character, sometimes none or several. Runs of
characters that become the same kind of border (white space, say) become one of them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: More distinct characters outside ASCII than this, and one table look-up a character is faster
#: than one replacement each (160 µs against 10 µs a character over 5,000 characters).
_FEW: Final = 16
#: Marks after one letter that are composed together; more are only found in hostile text.
_CLUSTER: Final = 30

_ASCII: Final = bytes(range(128))
_JAMO: Final = re.compile("[\u1160-\u11ff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stands in the original.

    From ``breaks[i]`` on, an original position is the folded one plus ``shifts[i]``. In a
    ``stretched`` text some characters became several.
    """

    text: str
    breaks: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)
    stretched: bool = False

    def original(self, position: int) -> int:
        """Where a character of the folded text (or its end) stands in the original."""
        return position + self.shifts[bisect_right(self.breaks, position) - 1]

    def is_edge(self, position: int) -> bool:
        """Whether a position lies between two characters of the original, not within one (ß)."""
        if not self.stretched or position == 0:
            return True
        return self.original(position) > self.original(position - 1)


class Table(dict[str, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, char: str) -> str:
        self[char] = result = self._rule(char)
        return result


class Folding:
    """A way to fold texts, from what becomes of each character; linear in the length of a text.

    ``runs``: borders. A run of the characters of one of them becomes the first of these that is
    in it, whatever vanishes in between.
    """

    def __init__(self, table: Table, runs: tuple[str, ...]) -> None:
        self._table = table
        self._runs = runs
        self._level = _OneToOne(table)
        self._level_ascii = {code: self._level[code] for code in range(128)}

    def __call__(self, text: str) -> Folded:
        rare = rare_characters(text)
        irregular = "".join(char for char in rare if len(self._table[char]) != 1)
        dropped = "".join(char for char in irregular if not self._table[char])
        pattern = _edits(self._runs, irregular, dropped, separate_parts(text, rare))
        return self._spliced(text, self._levelled(text, rare), pattern)

    def _levelled(self, text: str, rare: str) -> str:
        """A text of the same length in which all characters are folded that become exactly one."""
        if len(rare) <= _FEW:
            for char in rare:
                text = text.replace(char, self._level[ord(char)])
            if text.isascii():
                return text.translate(self._level_ascii)
        return text.translate(self._level)

    def _spliced(self, text: str, level: str, pattern: re.Pattern[str]) -> Folded:
        pieces: list[str] = []
        breaks, shifts = [0], [0]
        at = done = 0
        stretched = False
        for found in pattern.finditer(level):
            start, end = found.span()
            new = self._replacement(text[start:end], found[0])
            at += start - done
            stretched = stretched or len(new) > 1
            for inner in range(1, len(new)):
                breaks.append(at + inner)
                shifts.append(start - at - inner)
            pieces += (level[done:start], new)
            at, done = at + len(new), end
            breaks.append(at)
            shifts.append(end - at)
        if not pieces:
            return Folded(level)
        return Folded("".join((*pieces, level[done:])), tuple(breaks), tuple(shifts), stretched)

    def _replacement(self, original: str, level: str) -> str:
        for border in self._runs:
            for char in border:
                if char in level:
                    return char
        return "".join(map(self._table.__getitem__, composed(original)))


class _OneToOne(dict[int, str]):
    """For ``str.translate``: characters that become exactly one; the others stay for the edits."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, code: int) -> str:
        folded = self._table[chr(code)]
        self[code] = result = folded if len(folded) == 1 else chr(code)
        return result


def rare_characters(text: str) -> str:
    """The distinct characters outside ASCII, sorted."""
    if text.isascii():
        return ""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return "".join(sorted(set(rest.decode("utf-8", "surrogatepass"))))


def separate_parts(text: str, rare: str) -> str:
    """The marks and Hangul letters of a text that are to be composed with what precedes them."""
    parts = "".join(char for char in rare if unicodedata.combining(char) or _JAMO.match(char))
    return "" if unicodedata.is_normalized("NFC", parts and text) else parts


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def cluster(parts: str) -> str:
    """Matches a letter with its marks, and a Hangul syllable in letters."""
    marks = re.escape(parts)
    letter = rf"[^\s{marks}][{marks}]{{1,{_CLUSTER}}}+"
    return f"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?+|{letter}"


@lru_cache(maxsize=512)
def _edits(runs: tuple[str, ...], irregular: str, dropped: str, parts: str) -> re.Pattern[str]:
    """Finds what does not become exactly one character. Possessive, so it never goes back."""
    patterns = [cluster(parts)] if parts else []
    patterns += (f"[{re.escape(border + dropped)}]{{2,}}+" for border in runs)
    if irregular:
        patterns.append(f"[{re.escape(irregular)}]")
    return re.compile("|".join(patterns))
