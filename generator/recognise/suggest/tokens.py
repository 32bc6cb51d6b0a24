"""The words of a text as a search for terms needs them: what belongs together, and what its letters say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from generator.model import BlockKind, Document, Span
from generator.recognise.automaton import bare
from generator.recognise.sentences import sentences as find_sentences
from generator.recognise.suggest.naming import PREFIXES
from generator.wording.fold import fold_phrase
from generator.wording.words import endings, has_unspaced

#: A word or number is shorter; what is longer is data.
LONGEST_WORD: Final = 60
#: A word with a stop behind it that ends no sentence: "Gen.", "W.".
_LONGEST_SHORT: Final = 4
#: Blocks in which nothing is said.
_SILENT: Final = frozenset({BlockKind.CODE, BlockKind.CREDIT})
#: Shares of capitalised words above which capitals say nothing: in a heading, in other text.
_TITLE_CASE: Final = {True: 0.5, False: 0.8}

_RUN: Final = re.compile(r"\S+")
_APOSTROPHES: Final = frozenset("'’ʼ")
_HYPHENS: Final = frozenset("-‐‑–")
_BEFORE_SPEECH: Final = re.compile('["“”„«»‘:•*]')
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|er|e|ème|o|a)", re.IGNORECASE)
_DESIGNATION: Final = re.compile(r"[^\W\d_][^\d]*\d.*|\d+\+\d+", re.DOTALL)


class Shape(Enum):
    """What the letters of a word say."""

    LOWER = auto()
    CAPITAL = auto()
    ACRONYM = auto()
    DESIGNATION = auto()
    NUMBER = auto()
    UNSPACED = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands, folded, and what its letters say.

    ``linked`` tells that only space is between it and the word before; ``opens`` that it begins a
    sentence or a speech, where a capital says nothing.
    """

    start: int
    end: int
    folded: str
    shape: Shape
    linked: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in words; in one that is not ``telling``, such as a headline, capitals say nothing."""

    text: str
    span: Span
    language: str
    tokens: tuple[Token, ...]
    telling: bool


def sentence_spans(document: Document) -> tuple[tuple[Span, str, bool], ...]:
    """The sentences to search, each with its language, if its block states one, and whether it is a heading."""
    kept, blocks = [], iter(document.blocks)
    block = next(blocks, None)
    for span in find_sentences(document):
        while block and block.span.end <= span.start:
            block = next(blocks, None)
        if block and block.kind not in _SILENT:
            kept.append((span, block.language, block.kind is BlockKind.HEADING))
    return tuple(kept)


def read_sentence(text: str, span: Span, language: str, heading: bool) -> Sentence:
    """A sentence of a text in words."""
    language = primary(language)
    tokens = tuple(_tokens(text, span, language))
    return Sentence(text, span, language, tokens, _is_telling(tokens, heading))


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag."""
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def _is_telling(tokens: tuple[Token, ...], heading: bool) -> bool:
    cased = [one.shape for one in tokens if one.end - one.start > 3 and not one.opens]
    capitals = sum(shape in (Shape.CAPITAL, Shape.ACRONYM) for shape in cased)
    return len(cased) < 3 or capitals <= _TITLE_CASE[heading] * len(cased)


# --- words -------------------------------------------------------------------------------------


def _tokens(text: str, span: Span, language: str) -> Iterator[Token]:
    loud = span.of(text).isupper()
    done, short = span.start, False
    for start, end in _words(text, span, language):
        gap = text[done:start]
        linked = gap.isspace() or (gap[1:].isspace() and _links(text, done, start, gap, short))
        opens = done == span.start or _BEFORE_SPEECH.search(gap) is not None
        done = end
        if end - start <= LONGEST_WORD:
            word = text[start:end]
            shape = _shape(word)
            if loud and shape is Shape.ACRONYM:
                shape, opens = Shape.CAPITAL, True
            yield Token(start, end, key_of(word), shape, linked, opens)
            short = shape is Shape.CAPITAL and len(word) <= _LONGEST_SHORT


def _links(text: str, end: int, start: int, gap: str, short: bool) -> bool:
    """Whether a sign before a space parts no name: "Gen. Ode", "Pilots' Union"."""
    if gap[0] == ".":
        return short
    return gap[0] in _APOSTROPHES and text[end - 1] == "s" and text[start].isupper()


def _words(text: str, span: Span, language: str) -> Iterator[tuple[int, int]]:
    """Where each word is: parts of words that punctuation joins are one ("S-300", "U.S.", "5+1")."""
    known = endings(language)
    start = end = -1
    for run in _RUN.finditer(bare(span.of(text))):
        first, last = run.start() + span.start, run.end() + span.start
        gap = text[end:first] if start >= 0 and end - start <= LONGEST_WORD else ""
        if gap in _APOSTROPHES:
            part = text[first:last].lower()
            if "'" + part in known.clitics or part == "s":
                yield start, end
                start = -1
                continue
            if text[start:end].lower() in known.elisions:
                start = first
            end = last
        elif gap and _joins(text, start, end, gap, first, last):
            end = last
        else:
            if start >= 0:
                yield start, _with_stop(text, start, end, span.end)
            start, end = first, last
    if start >= 0:
        yield start, _with_stop(text, start, end, span.end)


def _joins(text: str, start: int, end: int, gap: str, first: int, last: int) -> bool:
    before, after = text[end - 1], text[first]
    if gap in _HYPHENS:
        return True
    if gap == ".":
        initials = (end == start + 1 or text[end - 2] == ".") and last == first + 1
        return (before.isalpha() and after.isalpha() and initials) or (
            before.isdigit() and after.isdigit()
        )
    if gap == "+":
        return before.isdigit() and after.isdigit()
    return gap in ("/", "&") and text[start:end].isupper() and text[first:last].isupper()


def _with_stop(text: str, start: int, end: int, limit: int) -> int:
    """The end of a word, with the last stop of "U.S."."""
    has_stops = end - start > 2 and text[end - 2] == "." and text[end - 1].isalpha()
    return end + 1 if has_stops and end < limit and text[end] == "." else end


@lru_cache(maxsize=1 << 16)
def _shape(word: str) -> Shape:
    if has_unspaced(word):
        return Shape.UNSPACED
    if word[0].isdecimal():
        plus = "+" in word and _DESIGNATION.fullmatch(word)
        is_number = all(char.isdecimal() for char in word)
        return Shape.DESIGNATION if plus else Shape.NUMBER if is_number else Shape.OTHER
    if any(char.isdecimal() for char in word):
        is_name = any(char.isupper() for char in word) and not _ORDINAL.fullmatch(word)
        return Shape.DESIGNATION if is_name else Shape.LOWER
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return Shape.OTHER
    if len(letters) > 1 and is_acronym(word):
        return Shape.ACRONYM
    return Shape.CAPITAL if _is_capital(word) else Shape.LOWER


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals, but for an ending: "UN", "U.S.", "MPs"."""
    bare_word = word[:-1] if len(word) > 2 and word.endswith("s") else word
    return bare_word.isupper() and sum(map(str.isalpha, bare_word)) > 1


def _is_capital(word: str) -> bool:
    if word[0].isupper() or word[0].istitle():
        return True
    prefix, _, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return prefix.lower() in PREFIXES | {"d", "l"} and bool(rest) and rest[0].isupper()


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """What the spellings of a word have in common: "al-Amin" and "Amin", "US" and "U.S."."""
    folded = fold_phrase(word)
    prefix, _, rest = folded.partition(" ")
    if prefix in PREFIXES and rest and not word[: len(prefix)].isupper():
        return rest
    if is_acronym(word) and not any(char.isdecimal() for char in word):
        letters = folded.replace(".", "")
        return (letters[:-1] if word[-1] == "s" else letters).upper()
    return folded
