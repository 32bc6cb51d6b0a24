"""The words of all texts taken together: which are names, and which are forms of one word.

Forms are united only where both are found: a plural with its singular, the adjective of a country
with its name where they share five letters (four before -ian), and the spellings of one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from generator.recognise.suggest.spelling import is_same_name, skeleton
from generator.recognise.suggest.stopwords import NOUNS_WITH_CAPITALS
from generator.recognise.suggest.tokens import Sentence, Shape
from generator.wording.words import endings

#: A singular is as long at least.
_SHORTEST_SINGULAR: Final = 3
#: A name all in capitals, no acronym, is as long at least: "MOSCOW" where there is "Moscow".
_SHORTEST_LOUD: Final = 4
#: Endings of adjectives of countries, what the country ends in, and how many letters it has at least.
_DEMONYMS: Final = (("ian", "", 4), ("an", "e", 5), ("n", "a", 5))
_NAMED: Final = frozenset({Shape.CAPITAL, Shape.ACRONYM, Shape.DESIGNATION})


@dataclass(slots=True)
class Lexis:
    """What is known of the words; complete once every sentence was counted."""

    lower: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    named: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    _any: set[str] = field(default_factory=set)
    _same: dict[str, str] = field(default_factory=dict)
    _bases: dict[tuple[str, str], str] = field(default_factory=dict)

    def count(self, sentence: Sentence) -> None:
        """Learn from a sentence where its capitals say something."""
        capitals_tell = sentence.telling and sentence.language not in NOUNS_WITH_CAPITALS
        for token in sentence.tokens:
            self._any.add(token.folded)
            if token.shape is Shape.LOWER:
                self.lower[token.folded] += 1
            elif token.shape in _NAMED and (
                token.shape is not Shape.CAPITAL or (capitals_tell and not token.opens)
            ):
                self.named[token.folded] += 1

    def know(self, words: Iterable[str]) -> None:
        """Learn the words of a name that an editor gave."""
        for word in words:
            self._any.add(word)
            self.named[word] += 1

    def unite_spellings(self) -> None:
        """Find the spellings of one name; call once, after counting. The most frequent one leads."""
        alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.named, key=lambda word: (-self.named[word], word)):
            bones = skeleton(word) if self.is_name(word) else ""
            if not bones:
                continue
            leader = next((one for one in alike[bones][:8] if is_same_name(one, word)), "")
            if leader:
                self._same[word] = leader
            else:
                alike[bones].append(word)

    def is_name(self, word: str) -> bool:
        """Whether a word is a name more often than not."""
        return self.named.get(word, 0) > self.lower.get(word, 0)

    def base(self, word: str, language: str) -> str:
        """The word that stands for all forms of a word."""
        key = (word, language)
        if key not in self._bases:
            self._bases[key] = self._base(word, language)
        return self._bases[key]

    def is_derived(self, word: str) -> bool:
        """Whether a word is the adjective of a country or the like that is found too."""
        return self._country(word) != word

    def is_loud(self, word: str) -> bool:
        """Whether capitals make no acronym of a word, because it is found with one or none too."""
        lower = word.lower()
        return (
            len(word) >= _SHORTEST_LOUD
            and word.isupper()
            and (self.is_name(lower) or self.lower.get(lower, 0) > self.named.get(word, 0))
        )

    def _base(self, word: str, language: str) -> str:
        if self.is_loud(word):
            word = word.lower()
        word = self._country(self._singular(word, language))
        return self._same.get(word, word)

    def _singular(self, word: str, language: str) -> str:
        for plural in endings(language).plurals:
            stem = word[: -len(plural.ending)]
            if (
                len(stem) >= _SHORTEST_SINGULAR
                and stem in self._any
                and plural.stands(word, len(stem))
                and not self._is_rarer_name(stem, word)
            ):
                return stem
        stem = word[:-3] + "y"
        if language in ("", "en") and word.endswith("ies") and stem in self._any:
            return stem
        return word

    def _is_rarer_name(self, stem: str, word: str) -> bool:
        """Edward is no singular of Edwards: a name is one where it is the more frequent."""
        both = (
            self.is_name(stem) and self.is_name(word) and word.isalpha() and not word[0].isupper()
        )
        return both and self.named[stem] < self.named[word]

    def _country(self, word: str) -> str:
        if self.is_name(word):
            for ending, last, shortest in _DEMONYMS:
                stem = word.removesuffix(ending)
                is_long = stem != word and len(stem) >= shortest
                if is_long and stem.endswith(last) and self.is_name(stem):
                    return stem
        return word
