"""The index as plain scripts, cut into parts that a page loads when a query needs them.

Scripts, because a page from a disk may load nothing else. Each calls ``dossierSearch.put`` with its
name, a part of the SHA-256 of what it holds, and that itself; ``search/engine.js`` of the theme reads
them. ``index.js`` says which part holds what:

    words-N.js    words in order, the units of each, and the topics that have a name which begins so
    places-N.js   where each of these words stands in each of its units: for phrases
    texts-N.js    units with their texts, under the entries that they belong to: for what is shown

A small dossier has one of each. In a large one they are small, and a query needs few.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.model import Topic
from generator.write.search.entries import Entry, Kind, Unit, Voice
from generator.write.search.names import keys_of, names_of
from generator.write.search.numbers import NUMBERS
from generator.write.search.postings import TOPIC_MARK, Index, topic_key

#: The form of the scripts; the theme's script refuses another.
VERSION: Final = 1

#: Up to this many bytes everything of a kind is one part; more is cut into parts of about the other size.
WHOLE: Final = 200_000
PART: Final = 24_000

#: Letters of a SHA-256 that tell two states of a part apart.
_STAMP: Final = 8

_KINDS: Final = tuple(Kind)
_VOICES: Final = tuple(Voice)

Script = tuple[str, bytes]


def index_scripts(entries: Iterable[Entry], topics: Sequence[Topic]) -> Iterator[Script]:
    """Every script of the index by its file name; ``index.js`` comes last."""
    shelf = _Shelf()
    for entry in entries:
        shelf.add(entry)
    texts = [*_texts(shelf)]
    words = [*_words(shelf.index, topics)]
    yield from (part.script for part in texts)
    for part, places in words:
        yield part.script
        yield places.script
    yield _script("index", _contents(shelf, texts, words))


@dataclass(frozen=True, slots=True)
class _Part:
    """A script of the index. ``first`` is what its contents begin with."""

    name: str
    first: str | int
    data: Any

    @property
    def script(self) -> Script:
        return _script(self.name, self.data)

    @property
    def stamp(self) -> str:
        return _stamp(_json(self.data))


class _Shelf:
    """Entries as they come: their words go into the index, their texts wait to be cut into parts."""

    def __init__(self) -> None:
        self.index = Index()
        self.entries: list[tuple[Kind, int | None, int]] = []
        self.units: list[tuple[int, list[str], list[Any]]] = []

    def add(self, entry: Entry) -> None:
        head = [entry.title, entry.href, entry.origin, entry.date, entry.language]
        self.entries.append((entry.kind, entry.year, len(entry.units)))
        for unit in entry.units:
            self.units.append((len(self.entries) - 1, head, _unit(unit)))
            self.index.add(unit)


def _unit(unit: Unit) -> list[Any]:
    """What is shown of a unit: whose words, where, which, and their language if it is another."""
    shown = [_VOICES.index(unit.voice), unit.anchor, " ".join(unit.text.split())]
    return [*shown, unit.language] if unit.language else shown


# --- the parts ---------------------------------------------------------------------------------


def _texts(shelf: _Shelf) -> Iterator[_Part]:
    """Units in order. An entry's head stands above its units, in each part that holds some."""
    sizes = [len(_json(unit)) for _, _, unit in shelf.units]
    for number, (start, end) in enumerate(_cuts(sizes)):
        entries: list[list[Any]] = []
        shown = None
        for which, head, unit in shelf.units[start:end]:
            if which != shown:
                entries.append([*head, []])
                shown = which
            entries[-1][-1].append(unit)
        yield _Part(f"texts-{number}", start, {"entries": entries})


def _words(index: Index, topics: Sequence[Topic]) -> Iterator[tuple[_Part, _Part]]:
    """Words in order (of UTF-16, as browsers compare), and the places beside them."""
    keyed = sorted(index.postings.items(), key=lambda item: _order(item[0]))
    cuts = [*_cuts([len(word.encode()) + len(posting.units) + 2 for word, posting in keyed])]
    firsts = [keyed[start][0] for start, _ in cuts]
    kept = _kept_beside(firsts, topics)
    for number, (start, end) in enumerate(cuts):
        words, postings = zip(*keyed[start:end], strict=True)
        data = {
            "words": " ".join(words),
            "units": b" ".join(posting.units for posting in postings).decode(),
            **kept[number],
        }
        places = {"places": b" ".join(posting.places for posting in postings).decode()}
        yield _Part(f"words-{number}", firsts[number], data), _Part(f"places-{number}", "", places)


def _kept_beside(firsts: Sequence[str], topics: Sequence[Topic]) -> list[dict[str, dict[str, Any]]]:
    """What else is kept in each part of the words: names, spellings, and the topics themselves."""
    kept: list[dict[str, dict[str, Any]]] = [
        {"names": {}, "spellings": {}, "topics": {}} for _ in firsts
    ]
    orders = [_order(first) for first in firsts]
    names = names_of(topics)

    def keep(what: str, key: str, word: str, value: Any) -> None:
        at = max(bisect_right(orders, _order(word)) - 1, 0)
        kept[at][what][key] = value

    for name, ids in names.topics.items():
        keep("names", name, name.split(" ")[0], ids)
    for word, others in names.spellings.items():
        keep("spellings", word, word, others)
    for topic in topics:
        keep("topics", topic.id, topic_key(topic.id), [topic.label, *keys_of(topic)])
    return kept


def _contents(
    shelf: _Shelf, texts: Sequence[_Part], words: Sequence[tuple[_Part, _Part]]
) -> Mapping[str, Any]:
    """What is where. Of each entry: its kind, its year (from the first one; 0: none), its units."""
    years = [year for _, year, _ in shelf.entries if year is not None]
    first = min(years, default=0)
    return {
        "version": VERSION,
        "kinds": _KINDS,
        "voices": _VOICES,
        "year": first,
        "entries": b"".join(
            NUMBERS[value]
            for kind, year, units in shelf.entries
            for value in (_KINDS.index(kind), 0 if year is None else year - first + 1, units)
        ).decode(),
        "texts": [part.first for part in texts],
        "words": [part.first for part, _ in words],
        "stamps": {
            "texts": "".join(part.stamp for part in texts),
            "words": "".join(part.stamp for part, _ in words),
            "places": "".join(part.stamp for _, part in words),
        },
        "topics": any(word.startswith(TOPIC_MARK) for word in shelf.index.postings),
    }


# --- writing down ------------------------------------------------------------------------------


def _cuts(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where to cut things of these sizes: each part is less than full without its last one."""
    limit = WHOLE if sum(sizes) <= WHOLE else PART
    start = total = 0
    for at, size in enumerate(sizes):
        total += size
        if total >= limit:
            yield start, at + 1
            start, total = at + 1, 0
    if start < len(sizes):
        yield start, len(sizes)


def _order(word: str) -> bytes:
    return word.encode("utf-16-be", "surrogatepass")


def _script(name: str, data: Any) -> Script:
    text = _json(data)
    return f"{name}.js", f'dossierSearch.put("{name}","{_stamp(text)}",{text});\n'.encode()


def _stamp(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_STAMP]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
