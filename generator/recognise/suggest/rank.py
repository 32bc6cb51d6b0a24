"""How much a term promises: its kind, how often it was found, and in how many sources."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import Final

from generator.recognise.suggest.forms import Form
from generator.recognise.suggest.naming import ALL_LINKS
from generator.recognise.suggest.stopwords import is_generic

#: What a kind of term is worth. Set so that a name in one source may stand above a word in two.
_EXPLAINED: Final = 4.0
_PERSON: Final = 6.0
_DESIGNATION: Final = 5.0
_ACRONYM: Final = 3.0
_FULL_NAME: Final = 3.0
_NAME: Final = 2.6
_NAME_AND_WORD: Final = 2.4
_ADJECTIVE: Final = 1.0
#: A phrase of more than two words says more; one around a word of every subject says less.
_LENGTH: Final = 0.2
_GENERIC: Final = 0.7
_PHRASE: Final = 1.6
_UNSPACED: Final = 1.2
_WORD: Final = 0.9


def score(forms: Sequence[Form], count: int, sources: int, *, explained: bool) -> float:
    """A number to rank by: grows with the logarithms of the count and of the number of sources."""
    worth = _EXPLAINED if explained else max(map(_worth, forms))
    if len(forms) == 1 and not forms[0].is_name:
        worth *= _of_words(forms[0])
    return round(worth * log2(1 + count) * (1 + log2(sources)), 3)


def is_person(forms: Sequence[Form]) -> bool:
    """Whether a term stood after a title, and with a given name."""
    return any(form.titled for form in forms) and not any(form.sign for form in forms)


def _of_words(form: Form) -> float:
    """What the words of a phrase make of its worth."""
    words = [word for word in form.key if word not in ALL_LINKS]
    factor = 1 + _LENGTH * max(0, len(words) - 2)
    heads = words[:1] if len(words) < len(form.key) else words[-1:]
    return factor * _GENERIC if len(words) > 1 and is_generic(tuple(heads)) else factor


def _worth(form: Form) -> float:
    if form.unspaced:
        return _UNSPACED
    if form.is_name:
        if form.titled:
            return _PERSON
        if form.sign:
            return _DESIGNATION if form.has_digit else _ACRONYM
        if form.is_adjective:
            return _ADJECTIVE
        return _FULL_NAME if len(form.key) > 1 else _NAME
    if len(form.key) == 1:
        return _WORD
    return _NAME_AND_WORD if form.has_capital else _PHRASE
