"""Passages of a document that are most like some words: for people to choose from, never to
anchor to.

Windows of as many words as the quote has, a quarter of its length apart, are compared with it. From
the best of them both edges move, word by word, for as long as that makes it more similar. So the
effort grows with the length of the text, not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from generator.model import Span
from generator.wording.evened import evened
from generator.wording.graphemes import is_edge
from generator.wording.passages import Passages
from generator.wording.words import UNSPACED

#: A shorter quote is like too many passages: of 25 characters true ones score 86 and more, foreign
#: ones 76 and less. A longer one is compared in the square of its length.
SHORTEST: Final = 12
LONGEST: Final = 2000
#: So many passages are more than anybody compares.
MOST: Final = 10
#: Below this similarity, from 0 to 100, it is another passage.
_LIKE: Final = 65.0
#: The same for a window, which may be an eighth of its length off.
_ROUGHLY_LIKE: Final = 45.0
#: Windows overlap, and so many may be of one passage.
_WINDOWS: Final = 6

_MARKS: Final = "!-/:-@\\[-`{-~¡-¿\u2010-\u2027\u2030-\u205e،؛؟।॥\u3001-\u303f！-／"
_LETTERS: Final = f"[^\\s{_MARKS}{UNSPACED}]+"
#: A word ("board's", "S-300", "1,5"), a character of a script without spaces, a punctuation mark.
_TOKEN: Final = re.compile(f"{_LETTERS}(?:['.,:/-]{_LETTERS})*|[{UNSPACED}]|[{_MARKS}]")


class Similar(NamedTuple):
    """A passage and how similar it is to what was looked for, from 0 to 100."""

    span: Span
    similarity: float


class Likeness:
    """A text in which similar passages are looked for. It is cut into words once."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages

    def similar(self, exact: str, limit: int) -> tuple[Similar, ...]:
        """The passages most like some words, the best first, ``MOST`` at most; they do not overlap.
        None for words of fewer than ``SHORTEST`` or more than ``LONGEST`` characters."""
        words = " ".join(evened(exact).text.split())
        if not (SHORTEST <= len(words) <= LONGEST and self._tokens):
            return ()
        limit = min(limit, MOST)
        windows = self._windows(words, limit * _WINDOWS)
        stretches = sorted({self._moved(words, *window) for window in windows}, reverse=True)
        found: list[Similar] = []
        for similarity, (first, last) in stretches:
            span = self._span(first, last)
            if similarity < _LIKE or len(found) == limit:
                break
            if span and not any(span.overlaps(other.span) for other in found):
                found.append(Similar(span, similarity))
        return tuple(found)

    @cached_property
    def _tokens(self) -> list[tuple[int, int]]:
        """Where the words of the evened text begin and end."""
        level = self._passages.level
        tokens: list[tuple[int, int]] = []
        for token in _TOKEN.finditer(level):
            start, end = token.span()
            if tokens and tokens[-1][1] == start and not is_edge(level, start):
                tokens[-1] = (tokens[-1][0], end)
            else:
                tokens.append((start, end))
        return tokens

    def _windows(self, words: str, limit: int) -> Iterator[tuple[int, int]]:
        """First and last token of stretches that are roughly like the words, the best first."""
        size = len(_TOKEN.findall(words))
        last = len(self._tokens) - 1
        starts = range(0, last + 1, max(1, size // 4))
        texts = (self._text(start, min(start + size - 1, last)) for start in starts)
        for _, _, number in process.extract(
            words, list(texts), scorer=fuzz.ratio, limit=limit, score_cutoff=_ROUGHLY_LIKE
        ):
            yield starts[number], min(starts[number] + size - 1, last)

    def _moved(self, words: str, first: int, last: int) -> tuple[float, tuple[int, int]]:
        """A stretch with its edges where it is most similar, by steps that become smaller."""
        best = self._scored(words, first, last)
        step = max(1, (last - first) // 4)
        while step:
            nearby = max(self._scored(words, *one) for one in _around(*best[1], step))
            if nearby[0] > best[0]:
                best = nearby
            else:
                step //= 2
        return best

    def _scored(self, words: str, first: int, last: int) -> tuple[float, tuple[int, int]]:
        if not 0 <= first <= last < len(self._tokens):
            return 0.0, (first, last)
        return fuzz.ratio(words, self._text(first, last)), (first, last)

    def _text(self, first: int, last: int) -> str:
        return self._passages.level[self._tokens[first][0] : self._tokens[last][1]]

    def _span(self, first: int, last: int) -> Span | None:
        return self._passages.original(self._tokens[first][0], self._tokens[last][1])


def _around(first: int, last: int, step: int) -> Iterator[tuple[int, int]]:
    yield first - step, last
    yield first + step, last
    yield first, last - step
    yield first, last + step
