"""Topics as a table, and back: ``topics.csv``.

A cell with several values has semicolons between them; a value that has one itself stands in
quotes, as in a CSV file of its own. The column ``conditions`` has what a list of names cannot say:
all aliases as JSON, as they would stand in a topics file. Where a person changed the names in
``aliases``, these count, with the conditions of those that are still there.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from generator.model import Topic
from generator.recognise.topic_edit.incoming import Incoming, unreadable
from generator.recognise.topic_edit.plain import LISTS, Entry, alias_of, text_of
from generator.recognise.topic_nodes import slug

COLUMNS: Final = (
    "id", "label", "kind", "scope", "aliases", "conditions", "never", "broader", "related",
    "same_as", "formerly",
)  # fmt: skip

#: Columns of the table beside the site that follow from the texts.
COUNTED: Final = frozenset({"mentions", "sources"})

#: A spreadsheet would run this as a formula: an apostrophe goes before it.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_QUOTED: Final = re.compile(r'[;"\r\n]|^\s|\s$')

_ADVICE: Final = "Save it as CSV in UTF-8, with the names of the columns in the first row."


def row(topic: Topic) -> list[str]:
    """A topic's cells, one for each of COLUMNS."""
    aliases = [alias_of(alias) for alias in topic.aliases]
    is_plain = all(isinstance(alias, str) for alias in aliases)
    cells = {
        "aliases": _joined([alias.text for alias in topic.aliases]),
        "conditions": "" if is_plain else json.dumps(aliases, ensure_ascii=False),
    }
    for column in COLUMNS:
        value = cells.get(column, getattr(topic, column, ""))
        cells[column] = value if isinstance(value, str) else _joined(value)
    return [_guarded(cells[column]) for column in COLUMNS]


def as_table(topics: Sequence[Topic]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(row, topics))
    return buffer.getvalue()


def read_table(text: str, path: Path, language: str) -> Incoming:
    """The rows of a table as entries. Raises TopicsError for what is no table of topics."""
    incoming = Incoming(path)
    rows = _rows(text, path)
    _, header = next(rows, (1, []))
    names = [name.strip().lower() for name in header]
    if "label" not in names and "id" not in names:
        raise unreadable(path, "There is no column of ids or labels.", _ADVICE, 1)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            values = {name: _unguarded(cell) for name, cell in zip(names, cells, strict=False)}
            incoming.add(_entry(values, line, incoming), line)
    return incoming


# --- out ---------------------------------------------------------------------------------------


def _joined(values: Sequence[str]) -> str:
    return "; ".join(map(_quoted, values))


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if _QUOTED.search(value) else value


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


# --- in ----------------------------------------------------------------------------------------


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it ends in; the separator is the one of the first row."""
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        for cells in reader:
            yield before + 1, cells
            before = reader.line_num
    except csv.Error as cause:
        raise unreadable(
            path, f"This is no CSV: {cause}.", "Check the quotes of this row.", before + 1
        ) from cause


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _entry(values: dict[str, str], line: int, incoming: Incoming) -> Entry:
    entry: Entry = {}
    for name, cell in values.items():
        if name in LISTS:
            entry[name] = _split(cell, line, incoming.path)
        elif name in COLUMNS and name != "conditions":
            entry[name] = cell
        elif name != "conditions" and name not in COUNTED and cell.strip():
            incoming.lose(f'The column "{name}"')
    if values.get("conditions"):
        names = entry.get("aliases") if "aliases" in values else None
        entry["aliases"] = _conditioned(names, values["conditions"], line, incoming)
    return {**entry, "id": entry.get("id", "").strip() or slug(entry.get("label", ""))}


def _split(cell: str, line: int, path: Path) -> list[str]:
    """The values of a cell."""
    text = io.StringIO(cell, newline="")
    reader = csv.reader(text, delimiter=";", skipinitialspace=True, strict=True)
    try:
        return [value for values in reader for value in values if value.strip()]
    except csv.Error as cause:
        reason = f"A cell with several values cannot be split: {cause}."
        advice = "Close the quotes, or double those in a value."
        raise unreadable(path, reason, advice, line) from cause


def _conditioned(
    names: list[str] | None, conditions: str, line: int, incoming: Incoming
) -> list[Any]:
    """The aliases with their conditions, as far as they are among the names."""
    known = _loaded(conditions, line, incoming)
    texts = [text_of(alias) for alias in known]
    if names is None or names == texts:
        return known
    kept: list[Any] = []
    for name in dict.fromkeys(names):
        same = [alias for alias, text in zip(known, texts, strict=True) if text == name]
        kept += same or [name]
    for alias, text in zip(known, texts, strict=True):
        if text not in names and isinstance(alias, dict):
            incoming.problem(
                "import-conditions",
                f'There are conditions for "{text}", which is not among the aliases.',
                "Nothing is done with them. Add the name to the aliases if it should stay.",
                line,
            )
    return kept


def _loaded(conditions: str, line: int, incoming: Incoming) -> list[Any]:
    try:
        known = json.loads(conditions)
    except (ValueError, RecursionError):
        known = None
    if isinstance(known, list):
        return known
    incoming.problem(
        "import-conditions",
        "The conditions are no list in JSON; the aliases have none.",
        "Copy the cell again from the table that was exported.",
        line,
    )
    return []
