"""Ids of notes: those that editors write, and those that come from what a note is about."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from generator.model import NoteId, Target

#: The longest id, in characters.
ID_LIMIT: Final = 64

#: What an id may be: it becomes a part of addresses and the id of an element.
NOTE_ID: Final = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{ID_LIMIT - 1}}}")


def is_note_id(text: str) -> bool:
    """Whether a text can be the id of a note."""
    return NOTE_ID.fullmatch(text) is not None


def derived_id(target: Target, ordinal: int = 1) -> NoteId:
    """The id of a note that states none: "n-" and eight hexadecimal digits, from its target alone.

    It stays when the body, the date or the status change, and however the quote is wrapped. Of
    several notes on one target the first has ordinal 1, the second 2 ("n-0123abcd-2"), and so on.
    """
    digest = hashlib.sha256(json.dumps(_said(target)).encode()).hexdigest()
    return _numbered(f"n-{digest[:8]}", ordinal)


def free_id(target: Target, taken: Container[str], ordinal: int = 1) -> NoteId:
    """The first derived id of a target, from an ordinal on, that is not taken."""
    first = derived_id(target)
    ids = (_numbered(first, number) for number in count(ordinal))
    return next(id_ for id_ in ids if id_ not in taken)


def _numbered(id_: str, ordinal: int) -> NoteId:
    return NoteId(id_ if ordinal == 1 else f"{id_}-{ordinal}")


def _said(target: Target) -> list[str]:
    quote = target.quote
    words = (quote.exact, quote.prefix, quote.suffix) if quote else ("", "", "")
    place = (target.source, target.layer, target.block, target.topic, target.event)
    return [*(part or "" for part in place), *map(_plain, words)]


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())
