"""COinS: a source as an OpenURL in the title of an empty span, for reference managers.

Only the bibliography has them, one a source: on every page they would make Zotero import whatever
page it happens to see. Key names are those of Z39.88-2004; a type that OpenURL has no format for
goes as Dublin Core with Zotero's name of the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from generator.describe.people import csl_name
from generator.model import Record
from generator.write.citing.dating import for_programs
from generator.write.citing.flat import flat
from generator.write.citing.kinds import kind_of
from generator.write.citing.origins import address, full_title

_FORMAT: Final = "info:ofi/fmt:kev:mtx:"

#: OpenURL's formats: which one, its genre, the keys of the title and of what it appeared in.
_FORMATS: Final = {
    "journalArticle": ("journal", "article", "rft.atitle", "rft.jtitle"),
    "book": ("book", "book", "rft.btitle", "rft.series"),
    "bookSection": ("book", "bookitem", "rft.atitle", "rft.btitle"),
    "conferencePaper": ("book", "proceeding", "rft.atitle", "rft.btitle"),
    "report": ("book", "report", "rft.btitle", "rft.series"),
}
_DUBLIN_CORE: Final = ("dc", "", "rft.title", "rft.source")


def coins(record: Record) -> str:
    """The ContextObject as a query string, not yet escaped for an attribute."""
    pairs = (f"{key}={quote(flat(value), safe='')}" for key, value in _pairs(record) if value)
    return "&".join(pairs)


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    zotero = kind_of(record.type.text).zotero
    name, genre, title, container = _FORMATS.get(zotero, _DUBLIN_CORE)
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"{_FORMAT}{name}"
    yield ("rft.genre", genre) if genre else ("rft.type", zotero)
    yield title, full_title(record)
    yield container, record.publication.text
    yield "rft.publisher", record.publisher.text
    yield "rft.place", record.place.text
    yield from _authors(record)
    yield "rft.date", for_programs(record.issued.text)
    yield "rft.language", record.language.text
    yield "rft_id", address(record)


def _authors(record: Record) -> Iterator[tuple[str, str]]:
    """Zotero puts an ``aucorp`` before all others. The comma after a later name that is one whole
    keeps it from being split."""
    for index, author in enumerate(record.authors):
        name = csl_name(author)
        if "family" in name:
            yield "rft.au", ", ".join(name[key] for key in ("family", "given") if key in name)
        elif index == 0:
            yield "rft.aucorp", name["literal"]
        else:
            yield "rft.au", f"{name['literal']},"
