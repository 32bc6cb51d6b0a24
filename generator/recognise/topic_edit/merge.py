"""Two topics become one: what the giver has goes to the taker, and what cannot is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from generator.model import Alias, Topic
from generator.recognise.claims import names
from generator.recognise.topic_edit.plain import Entry, alias_of, normalised, place_of
from generator.recognise.topic_nodes import TOPIC_KEYS
from generator.wording.fold import fold_phrase

#: Keys with one value: the taker's counts, the giver's only where the taker has none.
_SINGLE: Final = ("kind", "scope")

_REFERENCES: Final = ("broader", "related")


def merged(
    entries: Sequence[Entry], giver: Topic, taker: Topic
) -> tuple[list[Entry | None], list[str]]:
    """All entries after a merge, None for the giver's; and what of it is not kept, in words."""
    leaving, heir = place_of(entries, giver.id), place_of(entries, taker.id)
    lost: list[str] = []
    after: list[Entry | None] = [redirected(entry, giver.id, taker.id) for entry in entries]
    after[heir] = _enriched(
        redirected(entries[heir], giver.id, taker.id),
        normalised(entries[leaving]),
        giver,
        taker,
        lost,
    )
    after[leaving] = None
    return after, lost


def redirected(entry: Entry, old: str, new: str) -> Entry:
    """An entry whose references to one topic lead to another; to itself it has none."""
    if not isinstance(entry, dict):
        return entry
    after = normalised(entry)
    for key in _REFERENCES:
        if old in after.get(key, ()):
            after[key] = list(_redirected(after[key], old, new, after.get("id", "")))
    return after


def _redirected(references: Sequence[str], old: str, new: str, own: str) -> Iterator[str]:
    for reference in references:
        if reference != old:
            yield reference
        elif new not in references and new != own:
            yield new


def _enriched(own: Entry, other: Entry, giver: Topic, taker: Topic, lost: list[str]) -> Entry:
    """The taker's entry with what the giver brings."""
    own = normalised(own)
    for key in _SINGLE:
        if key in other and own.setdefault(key, other[key]) != other[key]:
            lost.append(f'{key} "{" ".join(str(other[key]).split())}"')
    own["aliases"] = _united(own.get("aliases", []), _names(giver, taker, lost))
    own["never"] = _united(
        _without(own.get("never", []), giver, lost), _without(other.get("never", []), taker, lost)
    )
    for key in _REFERENCES:
        others = (id_ for id_ in other.get(key, []) if id_ not in (giver.id, taker.id))
        own[key] = _united(own.get(key, []), others)
    links = (link for link in giver.same_as if link not in taker.same_as)
    own["same_as"] = _united(own.get("same_as", []), links)
    own["formerly"] = _united(own.get("formerly", []), [giver.id, *other.get("formerly", [])])
    lost += _unread(other, giver)
    return normalised(own)


def _names(giver: Topic, taker: Topic, lost: list[str]) -> Iterator[str | Entry]:
    """The giver's names as aliases of the taker, its label among them where it counts as one."""
    label = [alias for alias in names(giver) if alias not in giver.aliases]
    for alias in (*label, *giver.aliases):
        if alias in (*taker.aliases, Alias(taker.label)):
            continue
        if fold_phrase(alias.text) == fold_phrase(taker.label) and alias != Alias(alias.text):
            # it would bind the taker's label to its own conditions (see names in claims.py)
            lost.append(f'the conditions of "{alias.text}", which is the label of the other')
        else:
            yield alias_of(alias)


def _without(phrases: Sequence[str], other: Topic, lost: list[str]) -> list[str]:
    """Phrases that are not this topic, without those that now are: names of the other one."""
    theirs = {fold_phrase(alias.text) for alias in names(other)}
    theirs -= set(map(fold_phrase, other.never))
    gone = [phrase for phrase in phrases if fold_phrase(phrase) in theirs]
    lost += [f'"{phrase}" under never, which is a name now' for phrase in gone]
    return [phrase for phrase in phrases if phrase not in gone]


def _unread(other: Entry, giver: Topic) -> Iterator[str]:
    """What stands in the giver's entry and could not be read in the first place."""
    yield from (f'the unknown key "{key}"' for key in other if key not in TOPIC_KEYS)
    for key in ("aliases", "same_as"):
        if len(other.get(key, [])) > len(getattr(giver, key)):
            yield f'what has an error under "{key}"'


def _united(one: Sequence[Any], other: Iterable[Any]) -> list[Any]:
    """Both lists, what stands in both only once."""
    both = list(one)
    for item in other:
        if item not in both:
            both.append(item)
    return both
