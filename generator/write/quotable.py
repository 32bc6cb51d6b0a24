"""What an edition may quote of a passage that it does not show (law 7)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.model import Anchored, Quote, Rights, Standing
from generator.settings import QUOTATION_LIMIT, Edition
from generator.wording.words import KINDS, Kind
from generator.write.contents import Contents

_WORD: Final = re.compile(r"(?:[^\W_]|(?<=\w)[-'’](?=\w)|(?<=\d)[.,](?=\d))+")
_UNSPACED: Final = (Kind.UNSPACED, Kind.KATAKANA)


def may_quote(contents: Contents, one: Anchored) -> bool:
    """Whether a note's quote with its context may stand in a data file of this edition.

    What is anchored stands in a text that is published anyway. Any other quote may be one of a
    restricted text: of that the public edition gives a few words at most, or none.
    """
    quote = one.note.target.quote
    if quote is None or one.standing is Standing.ANCHORED or not is_closed(contents, one):
        return True
    return words_of(quote) <= QUOTATION_LIMIT


def words_of(quote: Quote) -> int:
    """How many words a quote has, with its context. Without spaces, each character is a word."""
    return _count(" ".join((quote.prefix, quote.exact, quote.suffix)))


def first_words(text: str) -> str:
    """As much of a text as may be quoted, cut behind a word, with a sign that it goes on."""
    if _count(text) <= QUOTATION_LIMIT:
        return text
    kept = ""
    for piece in re.findall(r"\s*\S+", text):
        if _count(kept + piece) > QUOTATION_LIMIT:
            break
        kept += piece
    return f"{kept or text.strip()[:QUOTATION_LIMIT]} …"


def _count(text: str) -> int:
    bare = "".join(char for char in text if unicodedata.category(char)[0] != "M")
    return sum(max(1, _unspaced(found[0])) for found in _WORD.finditer(bare))


def _unspaced(word: str) -> int:
    return sum(KINDS[char] in _UNSPACED for char in word)


def is_closed(contents: Contents, one: Anchored) -> bool:
    """Whether the words may be those of a text that this edition must not carry."""
    source = contents.sources.get(one.note.target.source) if one.note.target.source else None
    is_open = source is not None and source.record.rights is Rights.OPEN
    return contents.settings.edition is Edition.PUBLIC and not is_open
