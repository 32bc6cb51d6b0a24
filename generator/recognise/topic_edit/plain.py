"""Topics as plain data: mappings, lists and texts with the keys of the topics file.

Two forms, and the way between them. A *topic* is what the program works with; its *entry* is what
stands in a topics file, with every value that says nothing left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any, Final

from generator.model import Alias, Topic
from generator.recognise.topic_nodes import OTHER_KIND

Entry = dict[str, Any]

#: Keys whose value is a list; one value alone is a list of one.
LISTS: Final = ("aliases", "never", "broader", "related", "same_as", "formerly")

#: The order of an entry's keys where the program writes them.
ORDER: Final = ("id", "formerly", "label", "kind", "scope", *LISTS[:-1])

#: The fields of an alias by their keys; "from" is no name for a field in Python.
ALIAS_FIELDS: Final = {{"since": "from"}.get(f.name, f.name): f.name for f in fields(Alias)}

_UNCONDITIONED: Final = Alias("")


def entry_of(topic: Topic) -> Entry:
    """A topic as it would stand in a topics file."""
    values: Entry = {
        "id": str(topic.id),
        "label": topic.label,
        "kind": "" if topic.kind == OTHER_KIND else topic.kind,
        "scope": topic.scope,
        "aliases": [alias_of(alias) for alias in topic.aliases],
        **{key: list(map(str, getattr(topic, key))) for key in LISTS[1:]},
    }
    return {key: values[key] for key in ORDER if values[key]}


def alias_of(alias: Alias) -> str | Entry:
    """An alias: its text alone, or a mapping with the conditions that it has."""
    values = {
        key: _plain(getattr(alias, name))
        for key, name in ALIAS_FIELDS.items()
        if getattr(alias, name) != getattr(_UNCONDITIONED, name)
    }
    return alias.text if values.keys() <= {"text"} else values


def text_of(alias: Any) -> str:
    """The words of an alias, whatever form it has."""
    return str(alias.get("text", "") if isinstance(alias, dict) else alias)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, Enum) else value


def normalised(entry: Mapping[str, Any]) -> Entry:
    """An entry with lists where lists belong, and without values that say nothing."""
    values = {key: as_list(value) if key in LISTS else value for key, value in entry.items()}
    return {key: value for key, value in values.items() if value}


def as_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if value else []


def place_of(entries: Sequence[Any], id_: str) -> int:
    """The place of the topic with this id among the entries: the first one, as the program reads
    it. Raises KeyError where there is none."""
    for place, entry in enumerate(entries):
        if isinstance(entry, dict) and " ".join(str(entry.get("id", "")).split()) == id_:
            return place
    raise KeyError(id_)
