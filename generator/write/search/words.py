"""The words of a text as a search has them. ``search/engine.js`` of the theme does the same in a browser.

Texts are folded first (generator/wording/fold.py). A word is a run of letters or of digits, so that
``S-300`` and ``S300`` are the words ``s`` and ``300``; what is written together, with a hyphen, an
apostrophe, a full stop or a zero-width non-joiner, is found in one piece too: ``s300``, ``northsouth``,
``us`` for ``U.S.``. A designation is found so even where a space parts it: ``S 300``. Scripts without
spaces have no words that a program could tell: there each two characters in a row are one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from generator.wording.fold import fold
from generator.wording.words import KINDS, Kind

#: Longer words are cut, in texts and in queries alike: what has no end is no word.
LONGEST: Final = 40

#: Parts that a run of a compound may have to be found in one piece; the whole compound always is.
_MOST_PARTS: Final = 4

#: Letters that a designation before a number may have: S 300, UNSC 2231.
_DESIGNATION: Final = 4

#: Dashes and the zero-width non-joiner become the first of these; a comma joins digits only.
_JOINERS: Final = "_'.,"
_DASHES: Final = "\u2212\u200c"

#: Classes of runs: letters, digits, a script without spaces, what joins, and everything else.
_LETTERS, _DIGITS, _UNSPACED, _JOINER, _OTHER = "ldujo"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, each with its place, and what else the text is found by: compounds in
    one piece. Words of a phrase have places that follow each other."""

    words: tuple[tuple[str, int], ...]
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two white spaces.

    ``steps``: words, each with how many places it lies after the one before it. ``before``: the
    letters that it ends with, where a number that follows makes a designation of them.
    ``after``: what it begins with that such letters may stand before.
    """

    steps: tuple[tuple[str, int], ...]
    joined: tuple[str, ...]
    before: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of one class in a row."""

    kind: str
    text: str


def words_of(text: str) -> Words:
    """The words of a text."""
    words: list[tuple[str, int]] = []
    joined: list[str] = []
    place, before = -1, ""
    for chunk in unicodedata.normalize("NFC", text).split():
        piece = _piece(chunk)
        for word, step in piece.steps:
            place += step
            words.append((word, place))
        if piece.joined:
            joined += piece.joined
        if before:
            joined += [(before + after)[:LONGEST] for after in piece.after]
        before = piece.before
    return Words(tuple(words), tuple(joined))


@lru_cache(maxsize=1 << 16)
def _piece(chunk: str) -> _Piece:
    runs = _runs(chunk)
    compounds = _compounds(runs)
    steps = (step for parts in compounds for part in parts for step in _steps(part))
    joined = (word for parts in compounds for word in _in_one_piece(parts))
    return _Piece(tuple(steps), tuple(joined), _before(chunk, runs), _after(runs, compounds))


# --- runs and compounds ------------------------------------------------------------------------


def _runs(chunk: str) -> list[_Run]:
    runs: list[_Run] = []
    for char in "".join(_FOLDED[char] for char in chunk):
        kind = _class_of(char, runs[-1].kind if runs else _OTHER)
        if runs and runs[-1].kind == kind:
            runs[-1] = _Run(kind, runs[-1].text + char)
        else:
            runs.append(_Run(kind, char))
    return runs


class _Marked(dict[str, str]):
    """What folding makes of a character; of a dash, the sign of what joins."""

    def __missing__(self, char: str) -> str:
        is_dash = unicodedata.category(char) == "Pd" or char in _DASHES
        self[char] = folded = _JOINERS[0] if is_dash else fold(char).text
        return folded


_FOLDED: Final = _Marked()


def _class_of(char: str, previous: str) -> str:
    """The class of a folded character; a mark has that of what it stands on."""
    if char in _JOINERS:
        return _JOINER
    if "0" <= char <= "9":
        return _DIGITS
    kind = KINDS[char]
    if kind is Kind.MARK:
        return previous if previous in (_LETTERS, _UNSPACED) else _LETTERS
    if kind is Kind.NONE:
        return _OTHER
    return _LETTERS if kind is Kind.LETTER else _UNSPACED


def _compounds(runs: list[_Run]) -> list[list[_Run]]:
    """Words that are written together, without a possessive's s."""
    compounds: list[list[_Run]] = []
    for at, run in enumerate(runs):
        if run.kind in (_JOINER, _OTHER) or _is_possessive(runs, at):
            continue
        if _is_joined(runs, at):
            compounds[-1].append(run)
        else:
            compounds.append([run])
    return compounds


def _is_joined(runs: list[_Run], at: int) -> bool:
    """Whether a word is written together with the word before it."""
    if at == 0 or _UNSPACED in (runs[at].kind, runs[at - 1].kind):
        return False
    joiner = runs[at - 1]
    if joiner.kind in (_LETTERS, _DIGITS):
        return True
    if at == 1 or joiner.kind != _JOINER or len(joiner.text) > 1:
        return False
    around = runs[at - 2].kind, runs[at].kind
    if joiner.text == ",":
        return around == (_DIGITS, _DIGITS)
    return around[0] in (_LETTERS, _DIGITS) and not _is_possessive(runs, at - 2)


def _is_possessive(runs: list[_Run], at: int) -> bool:
    """Whether this is the s of ``Iran's``."""
    if at < 2 or runs[at].text != "s" or runs[at - 1].text != "'":
        return False
    goes_on = at + 1 < len(runs) and runs[at + 1].kind in (_LETTERS, _DIGITS)
    return runs[at - 2].kind in (_LETTERS, _DIGITS) and not goes_on


def _steps(run: _Run) -> Iterator[tuple[str, int]]:
    """The words of a run: itself, or each two characters of a script without spaces.

    The last character counts alone as well, at the place of the last two, so that one character
    finds what begins with it.
    """
    if run.kind != _UNSPACED:
        yield run.text[:LONGEST], 1
        return
    for one, other in pairwise(run.text):
        yield one + other, 1
    yield run.text[-1], 1 if len(run.text) == 1 else 0


def _in_one_piece(parts: list[_Run]) -> Iterator[str]:
    """Each run of two to four parts of a compound in one piece, and all of it."""
    texts = [part.text for part in parts]
    for start in range(len(texts) - 1):
        for end in range(start + 2, min(start + _MOST_PARTS, len(texts)) + 1):
            yield "".join(texts[start:end])[:LONGEST]
    if len(texts) > _MOST_PARTS:
        yield "".join(texts)[:LONGEST]


# --- designations with a space in them ---------------------------------------------------------


def _before(chunk: str, runs: list[_Run]) -> str:
    """The letters that are all of a chunk's words, if they look like a designation: S, Su, UNSC."""
    if not runs or runs[-1].kind != _LETTERS or any(run.kind != _OTHER for run in runs[:-1]):
        return ""
    letters = runs[-1].text
    written = chunk[-len(letters) :]
    short = len(letters) == 1 or (len(letters) == 2 and written[0].isupper())
    return letters if short or (len(letters) <= _DESIGNATION and written.isupper()) else ""


def _after(runs: list[_Run], compounds: list[list[_Run]]) -> tuple[str, ...]:
    """The number that a chunk begins with, alone and with what is written together with it."""
    if not runs or runs[0].kind != _DIGITS:
        return ()
    texts = [part.text for part in compounds[0][:_MOST_PARTS]]
    return tuple("".join(texts[:end]) for end in range(1, len(texts) + 1))
