"""Entries as the YAML that a person would write: a key a line, long scope notes folded."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

import yaml

from generator.recognise.topic_edit.plain import Entry

#: Lines of folded text are no longer than this, in characters.
WIDTH: Final = 110

#: Written one below the other; other lists fit on a line.
_BLOCKS: Final = frozenset({"aliases", "never"})

#: What cannot be seen, or would end a line: written as an escape.
_ODD: Final = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def entries_text(entries: Iterable[Entry]) -> str:
    """Entries as the items of a topics file, a blank line between them."""
    return "\n".join(map(entry_text, entries))


def entry_text(entry: Entry) -> str:
    lines = [line for key, value in entry.items() for line in pair_lines(key, value)]
    return "".join(f"{'- ' if not n else '  '}{line}\n" for n, line in enumerate(lines))


def pair_lines(key: str, value: Any) -> list[str]:
    """The lines of a key and its value, to be indented as the entry is."""
    if key in _BLOCKS:
        return [f"{key}:", *(f"  - {inline(item)}" for item in value)]
    if isinstance(value, str) and len(key) + len(value) > WIDTH and _folds(value):
        return [f"{key}: >-", *(f"  {line}" for line in _folded(value))]
    return [f"{key}: {inline(value)}"]


def _folds(text: str) -> bool:
    """Whether a text survives being folded: single spaces, and nothing invisible."""
    return text == " ".join(text.split(" ")) == " ".join(text.split()) and not _ODD.search(text)


def _folded(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def inline(value: Any) -> str:
    """A value on one line, as it can stand in a list between brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(key)}: {inline(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _scalar(value)


@lru_cache(maxsize=4096)
def _scalar(text: str) -> str:
    """A text, with quotes where YAML would read something else without them."""
    if _ODD.search(text):
        return '"' + _ODD.sub(_escaped, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'
    dumped = yaml.safe_dump([text], default_flow_style=True, width=math.inf, allow_unicode=True)
    return dumped.strip()[1:-1]


def _escaped(odd: re.Match[str]) -> str:
    return f"\\u{ord(odd[0]):04x}" if odd[0] <= "\uffff" else f"\\U{ord(odd[0]):08x}"
