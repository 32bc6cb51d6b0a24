"""Go through all texts: learn their words, see which neighbours recur, then add up the terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span, Topic
from generator.recognise.cover import Cover
from generator.recognise.suggest.brackets import expansions
from generator.recognise.suggest.forms import Form, Found, Key
from generator.recognise.suggest.known import Known, known_names, names_of, words
from generator.recognise.suggest.lexis import Lexis
from generator.recognise.suggest.model import SuggestInput
from generator.recognise.suggest.names import Names, key_of
from generator.recognise.suggest.phrases import Pair, Phrases
from generator.recognise.suggest.roles import roles
from generator.recognise.suggest.tokens import Sentence, read_sentence, sentence_spans


@dataclass(frozen=True, slots=True)
class Collection:
    """What was found: terms, acronyms with what they stand for, and what is known already."""

    forms: dict[Key, Form]
    expansions: tuple[tuple[Key, Key], ...]
    lexis: Lexis
    known: Known


class Texts:
    """The sentences of all documents, as often as one asks for them; words are not kept."""

    def __init__(self, documents: Sequence[SuggestInput]) -> None:
        self._documents = documents
        self._spans: list[tuple[tuple[Span, str, bool], ...]] = [
            sentence_spans(one.document) for one in documents
        ]

    def __iter__(self) -> Iterator[tuple[int, Sentence]]:
        for number, (one, spans) in enumerate(zip(self._documents, self._spans, strict=True)):
            for span, language, heading in spans:
                yield (
                    number,
                    read_sentence(one.document.text, span, language or one.language, heading),
                )


def collect(documents: Sequence[SuggestInput], topics: Sequence[Topic]) -> Collection:
    """All terms of all documents."""
    texts, names = Texts(documents), names_of(topics)
    lexis = Lexis()
    for _, sentence in texts:
        lexis.count(sentence)
    lexis.know(words(names))
    lexis.unite_spellings()
    recurring = _recurring(texts, lexis)
    forms: dict[Key, Form] = {}
    expanded: set[tuple[Key, Key]] = set()
    for number, sentence in texts:
        found, pairs = _expanded(sentence, lexis, list(_terms(sentence, lexis, recurring)))
        expanded |= pairs
        for one in found:
            forms.setdefault(one.key, Form(one.key)).add(number, sentence, one)
    return Collection(forms, tuple(sorted(expanded)), lexis, known_names(names, lexis))


def _recurring(texts: Texts, lexis: Lexis) -> frozenset[Pair]:
    counted: Counter[Pair] = Counter()
    for _, sentence in texts:
        counted.update(Phrases(sentence, roles(sentence, lexis), lexis).pairs())
    return frozenset(pair for pair, count in counted.items() if count > 1)


def _terms(sentence: Sentence, lexis: Lexis, recurring: frozenset[Pair]) -> Iterator[Found]:
    """The terms of a sentence; none stands twice in one place."""
    found = roles(sentence, lexis)
    seen = set()
    for one in (*Names(sentence, found, lexis), *Phrases(sentence, found, lexis).found(recurring)):
        if (one.start, one.end) not in seen:
            seen.add((one.start, one.end))
            yield one


def _expanded(
    sentence: Sentence, lexis: Lexis, found: Sequence[Found]
) -> tuple[list[Found], set[tuple[Key, Key]]]:
    """The terms with acronyms and their expansions in place of what is within them; and which these are."""
    new, pairs = [], set()
    for pair in expansions(sentence):
        acronym = key_of((pair.acronym,), lexis, sentence.language)
        long = key_of(pair.expansion, lexis, sentence.language)
        new.append(Found(acronym, pair.acronym.start, pair.acronym.end, named=True, sign=True))
        new.append(Found(long, pair.expansion[0].start, pair.expansion[-1].end, named=True))
        pairs.add((acronym, long))
    cover = Cover(Span(one.start, one.end) for one in new)
    kept = [one for one in found if Span(one.start, one.end) not in cover]
    return kept + new, pairs
