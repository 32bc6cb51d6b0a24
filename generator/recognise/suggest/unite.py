"""Bring together the terms that name one thing: short and full names, acronyms and expansions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from generator.recognise.suggest.collect import Collection
from generator.recognise.suggest.forms import Form, Key
from generator.recognise.suggest.naming import PARTICLES, PREFIXES

#: A person's name has as many words at most.
_LONGEST_PERSON: Final = 4
_PARTICLES: Final = frozenset(chain.from_iterable(PARTICLES.values()))


class Groups:
    """Terms in groups (union-find)."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._leaders = {key: key for key in keys}

    def leader(self, key: Key) -> Key:
        while self._leaders[key] != key:
            self._leaders[key] = key = self._leaders[self._leaders[key]]
        return key

    def unite(self, one: Key, other: Key) -> None:
        if one in self._leaders and other in self._leaders:
            first, second = sorted((self.leader(one), self.leader(other)))
            self._leaders[second] = first

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(sorted(self._leaders))

    def __iter__(self) -> Iterator[tuple[Key, ...]]:
        members: defaultdict[Key, list[Key]] = defaultdict(list)
        for key in sorted(self._leaders):
            members[self.leader(key)].append(key)
        return iter(tuple(group) for group in members.values())


def unite(collection: Collection, keys: Iterable[Key]) -> tuple[tuple[Key, ...], ...]:
    """The terms in groups, each of one thing."""
    forms = {key: form for key in keys if (form := collection.forms.get(key)) is not None}
    known = dict.fromkeys(collection.known.keys)
    groups = Groups({**forms, **known})
    for acronym, expansion in collection.expansions:
        groups.unite(acronym, expansion)
    full = [key for key in {**forms, **known} if len(key) > 1]
    for short, long in _short_forms(full, forms, known):
        groups.unite(short, long)
    for acronym, long in _initials(full, forms, known):
        groups.unite(acronym, long)
    _unite_alike(groups)
    _unite_topics(groups, collection)
    return tuple(groups)


def _unite_alike(groups: Groups) -> None:
    """ "Army 2020" and "Army-2020" are written alike once they are folded."""
    first: dict[str, Key] = {}
    for key in groups.keys:
        groups.unite(first.setdefault(" ".join(key), key), key)


def _unite_topics(groups: Groups, collection: Collection) -> None:
    """The names of a topic are one group, unless another topic has one of them."""
    first: dict[object, Key] = {}
    for key, topics in collection.known.keys.items():
        if len(topics) == 1:
            groups.unite(first.setdefault(min(topics), key), key)


# --- short forms -------------------------------------------------------------------------------


def _short_forms(
    full: Iterable[Key], forms: Mapping[Key, Form], known: Mapping[Key, object]
) -> Iterator[tuple[Key, Key]]:
    """Ends of one full name only: "Javad Zarif" and "Zarif" of "Mohammad Javad Zarif"."""
    longer: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in full:
        if key in known or forms[key].is_name:
            for start in range(1, len(key)):
                longer[key[start:]].append(key)
    for short in forms:
        candidates = longer.get(short, ())
        longest = max(candidates, key=lambda key: (len(key), key), default=None)
        if longest is None or any(longest[-len(key) :] != key for key in candidates):
            continue
        for key in candidates:
            if _is_short_form(forms[short], key, forms):
                yield short, key


def _is_short_form(short: Form, long: Key, forms: Mapping[Key, Form]) -> bool:
    form = forms.get(long)
    if len(short.key) > 1 and short.key[-1].isdecimal():
        return True
    if short.sign or not (short.is_name or short.is_capital):
        return False
    if form is None:
        return _may_be_person(long) and not short.placed
    if not short.is_name:
        return _may_be_person(long) and _introduces(form, short)
    if len(short.key) > 1:
        return bool(short.titled) or short.places.keys() <= form.places.keys()
    if not _may_be_person(long):
        return False
    return bool(form.titled or short.titled) or _introduces(form, short)


def _may_be_person(key: Key) -> bool:
    return len(key) <= _LONGEST_PERSON and not _PARTICLES.intersection(key[:-1]) - PREFIXES


def _introduces(long: Form, short: Form) -> bool:
    """Whether the full name stands first wherever the short one does, and the short one like a person's."""
    return not short.placed and all(
        number in long.places and long.first(number) <= short.first(number)
        for number in short.places
    )


# --- initials ----------------------------------------------------------------------------------


def _initials(
    full: Iterable[Key], forms: Mapping[Key, Form], known: Mapping[Key, object]
) -> Iterator[tuple[Key, Key]]:
    """Acronyms with the one name that has these initials, where a text has both."""
    by_initials: defaultdict[str, list[Key]] = defaultdict(list)
    for key in full:
        if key in known or (forms[key].is_name and forms[key].count > 1):
            by_initials["".join(_initial(word) for word in key)].append(key)
    for key, form in forms.items():
        if len(key) > 1 or not form.sign:
            continue
        names = by_initials.get(key[0].lower(), [])
        if len(names) == 1 and names[0] in forms and _meet(form, forms[names[0]]):
            yield key, names[0]


def _initial(word: str) -> str:
    if word in _PARTICLES:
        return ""
    return word.lower() if word.isupper() else word[:1]


def _meet(one: Form, other: Form) -> bool:
    return not one.places.keys().isdisjoint(other.places)
