"""Find many phrases in a text in one pass, however many they are and however much alike.

One Aho-Corasick automaton for all, over texts in which everything but words is blank: so a phrase
with a space before it is found at the beginnings of words only, which spares nine in ten matches
("us" in "must"). Whether its punctuation is there too is looked up at each match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.wording.words import KINDS, has_unspaced

#: So many phrases may end alike, each within the next longer one, and so many may be one but for
#: their punctuation. It bounds the matches at any place of a text, whatever the phrases: real ones
#: nest five deep ("Iran", "of Iran", "Republic of Iran", ...).
MOST_NESTED: Final = 16
#: Texts are searched by windows, so that a hostile list needs memory for one of them only.
WINDOW: Final = 1 << 16

#: Number of a phrase, where it starts, and where it ends.
Hit = tuple[int, int, int]


class _Blanks(dict[int, str]):
    """For ``str.translate``: a space for each character that is in no word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = result = char if KINDS[char] else " "
        return result


_BLANKS: Final = _Blanks()
_BLANKS_ASCII: Final = {code: _BLANKS[code] for code in range(128)}


def bare(folded: str) -> str:
    """A folded text of the same length in which everything but words is blank."""
    return folded.translate(_BLANKS_ASCII if folded.isascii() else _BLANKS)


def too_deep(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases with MOST_NESTED others at their ends, one within the next longer one."""
    chain: list[str] = []
    left_out = set()
    for backwards in sorted({phrase[::-1] for phrase in phrases}):
        while chain and not backwards.startswith(chain[-1]):
            chain.pop()
        if len(chain) < MOST_NESTED:
            chain.append(backwards)
        else:
            left_out.add(backwards[::-1])
    return frozenset(left_out)


class Automaton:
    """Finds folded phrases, numbered as given, in folded texts."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = phrases
        alike: defaultdict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            alike[bare(phrase)].append(number)
        left_out = too_deep(alike)
        self._patterns = [pattern for pattern in alike if pattern not in left_out]
        self._numbers = [tuple(alike[pattern][:MOST_NESTED]) for pattern in self._patterns]
        self._longest = max(map(len, self._patterns), default=0) + 1

    @property
    def left_out(self) -> frozenset[str]:
        """The phrases that are never found, because too many others are within them."""
        kept = {number for numbers in self._numbers for number in numbers}
        return frozenset(one for number, one in enumerate(self._phrases) if number not in kept)

    def hits(self, folded: str, *, anywhere: bool = False) -> list[Hit]:
        """All phrases in a folded text, by their ends: at the beginnings of words, or anywhere.

        In scripts that are written without spaces words may begin anywhere.
        """
        text = bare(folded)
        if anywhere or has_unspaced(text):
            found, blank = self._search(self._anywhere, text), 0
        else:
            found, blank = self._search(self._at_words, f" {text}"), 1
        phrases = self._phrases
        return [
            (number, start, end - blank)
            for which, start, end in found
            for number in self._numbers[which]
            if folded.startswith(phrases[number], start)
        ]

    @cached_property
    def _at_words(self) -> AhoCorasick:
        return AhoCorasick([f" {pattern}" for pattern in self._patterns], store_patterns=False)

    @cached_property
    def _anywhere(self) -> AhoCorasick:
        return AhoCorasick(self._patterns, store_patterns=False)

    def _search(self, automaton: AhoCorasick, text: str) -> Iterator[Hit]:
        find = automaton.find_matches_as_indexes
        if len(text) <= WINDOW:
            return iter(find(text, overlapping=True))
        return chain.from_iterable(
            self._in_window(find, text, seen) for seen in range(0, len(text), WINDOW)
        )

    def _in_window(self, find: Callable[..., list[Hit]], text: str, seen: int) -> Iterator[Hit]:
        """The matches of a window that do not end in what was seen before it."""
        begin = max(0, seen - self._longest)
        for which, start, end in find(text[begin : seen + WINDOW], overlapping=True):
            if begin + end > seen:
                yield which, begin + start, begin + end
