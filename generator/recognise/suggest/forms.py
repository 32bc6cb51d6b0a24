"""What was found of each term, added up over all texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from generator.model import Span
from generator.recognise.suggest.tokens import Sentence

#: So few places tell little.
_FEW: Final = 3

#: The words of a term, each in the form that stands for all of its forms.
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a term stands.

    ``named``: as a name. ``titled``: with a title before or behind it.
    ``placed``: after words that no person's name follows. ``joined``: of parts that particles join.
    ``sign``: an acronym or a designation. ``head``: no word of a term follows, so it is no adjective.
    ``verb``: after a word that verbs follow.
    """

    key: Key
    start: int
    end: int
    named: bool = False
    titled: bool = False
    placed: bool = False
    joined: bool = False
    sign: bool = False
    head: bool = True
    verb: bool = False
    unspaced: bool = False


@dataclass(slots=True)
class Form:
    """All places of a term. ``places``: by document and wording, where it stands first, and in which
    sentence."""

    key: Key
    count: int = 0
    named: int = 0
    titled: int = 0
    placed: int = 0
    heads: int = 0
    verbs: int = 0
    joined: bool = False
    sign: bool = False
    unspaced: bool = False
    wordings: Counter[str] = field(default_factory=Counter)
    places: dict[int, dict[str, tuple[int, Span]]] = field(default_factory=dict)

    def add(self, document: int, sentence: Sentence, found: Found) -> None:
        wording = " ".join(sentence.text[found.start : found.end].split())
        self.count += 1
        self.named += found.named
        self.titled += found.titled
        self.placed += found.placed
        self.heads += found.head
        self.verbs += found.verb
        self.joined = self.joined or found.joined
        self.sign = self.sign or found.sign
        self.unspaced = self.unspaced or found.unspaced
        self.wordings[wording] += 1
        firsts = self.places.setdefault(document, {})
        firsts.setdefault(wording, (found.start, sentence.span))

    def first(self, document: int) -> int:
        """Where the term stands first in a document that has it."""
        return min(start for start, _ in self.places[document].values())

    @property
    def is_adjective(self) -> bool:
        """Whether it mostly stands before a word that it describes."""
        return self.heads == 0 or (self.count > _FEW and 2 * self.heads < self.count)

    @property
    def is_verb(self) -> bool:
        return 3 * self.verbs > self.count

    @property
    def is_name(self) -> bool:
        return 2 * self.named > self.count

    @property
    def is_capital(self) -> bool:
        """Whether every wording begins with a capital, as all nouns do in German."""
        return all(wording[:1].isupper() for wording in self.wordings)

    @property
    def has_digit(self) -> bool:
        return any(char.isdecimal() for word in self.key for char in word)

    @property
    def has_capital(self) -> bool:
        """Whether a wording has a capital or a digit behind its first letter."""
        return any(
            char.isupper() or char.isdecimal() for wording in self.wordings for char in wording[1:]
        )
