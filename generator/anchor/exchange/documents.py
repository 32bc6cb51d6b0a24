"""Which source a document on the web is: by the address in its record, or else by its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.model import Source, SourceId
from generator.wording.fold import fold_phrase

#: What is put before an address to look at it in another way.
_WRAPPER: Final = re.compile(
    r"https?://(?:via\.hypothes\.is|web\.archive\.org/web/[0-9]{1,14}[a-z_]*)/(?=.)", re.IGNORECASE
)

#: Parameters that tell where a reader came from, not what is read.
_TRACKING: Final = re.compile(
    r"utm_\w+|(?:fb|g|dc|ms|tw|y)clid|gclsrc|igshid|mc_[ce]id|_hs(?:enc|mi)|vero_id|ref_src|ref_url|"
    r"cmpid|spm|at_\w+|pk_\w+|mtm_\w+",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(r"/(?:index\.(?:html?|php))?$", re.IGNORECASE)
_WWW: Final = re.compile(r"^(?:www\d?|m|amp)\.")

#: What stands between a page's title and the name of its site.
_APART: Final = re.compile(r"\s+[|–—·:«»-]\s+|\s*\|\s*")

#: The longest title that is looked at, in characters.
_LONGEST: Final = 500


@dataclass(slots=True)
class Documents:
    """Sources by address and by title. What two sources share is no way to tell them apart."""

    by_address: dict[str, SourceId | None] = field(default_factory=dict)
    by_title: dict[str, SourceId | None] = field(default_factory=dict)

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Documents:
        documents = cls()
        for source in sources:
            record = source.record
            for address in (record.url.text, record.archived.text):
                _register(documents.by_address, normal(address), source.id)
            _register(documents.by_title, fold_phrase(record.title.text), source.id)
        return documents

    def at(self, addresses: Sequence[str]) -> SourceId | None:
        """The source at one of the addresses, as the records have them."""
        found = (self.by_address.get(normal(address)) for address in addresses)
        return next((source for source in found if source), None)

    def titled(self, title: str) -> SourceId | None:
        """The source with that title, which may have the name of a site before or behind it."""
        found = {source for name in _names(title) if (source := self.by_title.get(name))}
        return found.pop() if len(found) == 1 else None


def normal(address: str) -> str:
    """An address without what does not matter: scheme, www., port, fragment, tracking parameters,
    a slash at the end, and the archive or viewer that it is seen through. Empty for no address."""
    bare = _WRAPPER.sub("", address.strip(), count=2)
    try:
        parts = urlsplit(bare if re.match(r"[a-z]+:", bare, re.IGNORECASE) else f"//{bare}")
        host = _WWW.sub("", (parts.hostname or "").rstrip("."))
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "") or not host:
        return ""
    kept = urlencode([pair for pair in query if not _TRACKING.fullmatch(pair[0])])
    return f"{host}{_INDEX.sub('', parts.path)}{kept and '?'}{kept}"


def _register(index: dict[str, SourceId | None], key: str, source: SourceId) -> None:
    if key:
        index[key] = source if index.get(key, source) == source else None


def _names(title: str) -> Iterator[str]:
    """A title as a whole, and without its first or last part."""
    yield fold_phrase(title[:_LONGEST])
    borders = list(_APART.finditer(title[:_LONGEST]))
    if borders:
        yield fold_phrase(title[: borders[-1].start()])
        yield fold_phrase(title[borders[0].end() :])
