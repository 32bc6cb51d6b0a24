"""From groups of terms to suggestions: the wording to take, the kind, the sentences."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Final

from generator.model import TopicId
from generator.recognise.suggest.collect import Collection
from generator.recognise.suggest.forms import Form, Key
from generator.recognise.suggest.model import (
    Example,
    SuggestInput,
    Suggestion,
    SuggestionKind,
    Variant,
)
from generator.recognise.suggest.rank import is_person, score
from generator.recognise.topic_nodes import LONGEST_ALIAS, OTHER_KIND, slug
from generator.wording.fold import fold_phrase

#: Control characters and the like, which a topics file may not hold.
_UNWRITABLE: Final = frozenset({"Cc", "Cs", "Co", "Cn"})
#: Sources without a date come last.
_UNDATED: Final = "~"


class Assembly:
    """Makes suggestions of what was collected from documents."""

    def __init__(self, documents: Sequence[SuggestInput], collection: Collection) -> None:
        self._documents, self._collection = documents, collection
        self._explained = {key for pair in collection.expansions for key in pair}

    def suggestions(self, group: Sequence[Key]) -> Iterator[Suggestion]:
        """What a group of terms suggests: a topic, or aliases of the topic that it belongs to."""
        known = self._collection.known
        forms = [form for key in group if (form := self._collection.forms.get(key))]
        topics = {topic for key in group for topic in known.keys.get(key, ())}
        new = [one for form in forms for one in form.wordings if self._is_new(one)]
        if not new or len(topics) > 1:
            return
        if not topics:
            yield self._topic(forms)
        else:
            for wordings in _by_folding(new):
                yield self._alias(min(topics), forms, wordings)

    def _is_new(self, wording: str) -> bool:
        folded = fold_phrase(wording)
        has = self._collection.known.has
        if not folded or len(wording) > LONGEST_ALIAS or has(wording):
            return False
        return not any(unicodedata.category(char) in _UNWRITABLE for char in wording)

    def _topic(self, forms: Sequence[Form]) -> Suggestion:
        counted = self._wordings(forms)
        term = self._term(forms, counted)
        kind = "person" if is_person(forms) else OTHER_KIND
        places = sum(form.count for form in forms)
        return self._suggestion(
            SuggestionKind.NEW_TOPIC, TopicId(""), term, kind, forms, counted, places
        )

    def _alias(self, topic: TopicId, forms: Sequence[Form], wordings: set[str]) -> Suggestion:
        counted = Counter(
            {text: n for text, n in self._wordings(forms).items() if text in wordings}
        )
        term = min(counted, key=lambda text: (-counted[text], text))
        return self._suggestion(
            SuggestionKind.ALIAS, topic, term, OTHER_KIND, forms, counted, counted.total()
        )

    def _wordings(self, forms: Sequence[Form]) -> Counter[str]:
        counted: Counter[str] = Counter()
        for form in forms:
            counted.update({text: n for text, n in form.wordings.items() if self._is_new(text)})
        return counted

    def _suggestion(
        self,
        kind: SuggestionKind,
        topic: TopicId,
        term: str,
        topic_kind: str,
        forms: Sequence[Form],
        counted: Counter[str],
        places: int,
    ) -> Suggestion:
        examples = tuple(self._examples(forms, counted, term))
        explained = any(form.key in self._explained for form in forms)
        rank = score(forms, places, len(examples), explained=explained)
        order = sorted(counted, key=lambda text: (text != term, -counted[text], text))
        variants = tuple(Variant(text, counted[text]) for text in order)
        return Suggestion(kind, topic, term, topic_kind, rank, places, examples, variants)

    # --- the wording to take ---

    def _term(self, forms: Sequence[Form], counted: Counter[str]) -> str:
        """The full name of a person; of anything else the most frequent name."""
        able = [form for form in forms if any(text in counted for text in form.wordings)]
        titled = is_person(forms)
        full = [form for form in able if len(form.key) > 1] if titled else []
        best = min(full or able, key=lambda form: (-form.titled * titled, *_most_used(form)))
        texts = [text for text in best.wordings if text in counted]
        return min(
            texts, key=lambda text: (self._is_derived(text), -counted[text], _is_loud(text), text)
        )

    def _is_derived(self, text: str) -> bool:
        words = fold_phrase(text).split()
        return len(words) == 1 and self._collection.lexis.is_derived(words[0])

    # --- sentences ---

    def _examples(
        self, forms: Sequence[Form], counted: Counter[str], term: str
    ) -> Iterator[Example]:
        """The first sentence of each source with the term, else with another wording of it."""
        numbers = {number for form in forms for number in form.places}
        for number in sorted(numbers, key=self._by_date):
            places = [
                (text != term, start, text, span)
                for form in forms
                for text, (start, span) in form.places.get(number, {}).items()
                if text in counted
            ]
            if places:
                _, _, wording, span = min(places)
                one = self._documents[number]
                said = " ".join(span.of(one.document.text).split())
                yield Example(one.source, one.issued, said, wording)

    def _by_date(self, number: int) -> tuple[str, str, int]:
        one = self._documents[number]
        return one.issued or _UNDATED, one.source, number


def _most_used(form: Form) -> tuple[int, int, int, Key]:
    return (-form.named, -form.count, -len(form.key), form.key)


def _is_loud(text: str) -> bool:
    return text.isupper() and not any(map(str.isdecimal, text))


def _by_folding(wordings: Iterable[str]) -> Iterator[set[str]]:
    """Wordings that differ in what the matcher does not mind are one."""
    alike: dict[str, set[str]] = {}
    for text in sorted(wordings):
        alike.setdefault(fold_phrase(text), set()).add(text)
    return iter(alike.values())


def with_ids(suggestions: Iterable[Suggestion], taken: Iterable[TopicId]) -> Iterator[Suggestion]:
    """New topics with ids of their own; of two with one name the first."""
    used, names = set(taken), set()
    for one in suggestions:
        name = fold_phrase(one.term)
        if one.kind is SuggestionKind.ALIAS:
            yield one
        elif name not in names:
            names.add(name)
            new = _free_id(slug(one.term) or "topic", used)
            used.add(new)
            yield replace(one, id=new)


def _free_id(stem: str, used: Container[TopicId]) -> TopicId:
    ids = (TopicId(f"{stem}-{number}") for number in count(2))
    return next(one for one in chain((TopicId(stem),), ids) if one not in used)
