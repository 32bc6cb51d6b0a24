"""Which terms are worth a look at all, and which are only parts of others."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final

from generator.recognise.suggest.forms import Form, Key
from generator.recognise.suggest.stopwords import is_generic

#: A term in small letters recurs so often, in a source alone, to be worth a look.
_OFTEN_WORD: Final = 4
_OFTEN_PHRASE: Final = 2
#: So many places tell that a word is an adjective.
_ENOUGH: Final = 3
#: A longer term with this share of a shorter one's places takes its place (as in C-value).
_NEARLY_ALWAYS: Final = 0.75


def chosen(forms: dict[Key, Form], explained: Container[Key]) -> list[Key]:
    """The terms that may be suggested, in order.

    ``explained`` ones always may, and so may surnames and short forms of numbered names ("resolution 12").
    """
    short = set(_short_forms(forms.values()))
    kept = [
        key for key, form in forms.items() if key in explained or key in short or _is_worth(form)
    ]
    cover = _cover(forms[key] for key in kept)
    return sorted(key for key in kept if not _is_part(forms[key], cover.get(key, 0)))


def _short_forms(forms: Iterable[Form]) -> Iterator[Key]:
    for form in forms:
        if form.is_name and form.key[-1].isdecimal():
            yield form.key[-2:]
        elif form.titled:
            yield form.key[-1:]


def _is_worth(form: Form) -> bool:
    if form.joined:
        return form.count > 1
    if is_generic(form.key) and not form.sign:
        return False
    if form.is_name:
        return not _only_describes(form)
    if form.is_adjective or form.is_verb:
        return False
    recurs = len(form.places) > 1
    if len(form.key) == 1:
        return form.count >= _OFTEN_WORD or (recurs and form.count > _OFTEN_PHRASE)
    return recurs or form.count >= _OFTEN_PHRASE


def _only_describes(form: Form) -> bool:
    """Whether a word is an adjective for all that was seen: "Western"."""
    few = form.count < _ENOUGH or form.sign or len(form.key) > 1
    return not few and form.is_adjective and 4 * form.heads < form.count


def _cover(forms: Iterable[Form]) -> dict[Key, int]:
    """How often each term is within one longer term, at most; names count once, as a whole."""
    most: dict[Key, int] = {}
    for form in forms:
        if form.is_name:
            continue
        size = len(form.key)
        for start in range(size):
            for end in range(start + 1, size + 1):
                part = form.key[start:end]
                if len(part) < size:
                    most[part] = max(most.get(part, 0), form.count)
    return most


def _is_part(form: Form, covered: int) -> bool:
    if form.is_name:
        return covered >= form.count
    return covered >= _NEARLY_ALWAYS * form.count
