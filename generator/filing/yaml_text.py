"""Values as YAML that nobody can misread, and that reads like what a person would write."""

from __future__ import annotations

import json
import re
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_NOTHING: Final = frozenset({"null", "Null", "NULL"})
#: Joiners that words of some scripts are written with; other invisible characters are escaped.
_JOINERS: Final = "\u200c\u200d"


def scalar(text: str) -> str:
    """A value in YAML: as it is where nobody can misread it, else between double quotes."""
    if _PLAIN.fullmatch(text) and text not in _NOTHING:
        return text
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(char: str) -> str:
    if char.isprintable() or char in _JOINERS:
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
