"""What a source's page says of the original in its <head>, so that reference managers read it.

Highwire's ``citation_*`` for what is certain, Dublin Core for all of it. Read by Zotero, whose
translator "Embedded Metadata" takes what it misses from the page around; where that would be ours
and not the original's, a tag here stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.describe.people import csl_name
from generator.model import Record, Value
from generator.write.citing.dating import figures, for_programs, is_exact, joined
from generator.write.citing.flat import flat
from generator.write.citing.kinds import kind_of
from generator.write.citing.origins import address, full_title, is_inferred, remarks

#: Else Zotero takes the first date on the page, a note's for one.
_UNDATED: Final = "n.d."


def head_tags(record: Record, digest: str, dossier: str) -> list[list[str]]:
    """Names and contents of meta tags. ``digest`` is what the page says of the source in a line,
    ``dossier`` the site's name."""
    tags = [*_highwire(record), *_dublin_core(record, digest, dossier)]
    return [[name, flat(content)] for name, content in tags if content]


def _highwire(record: Record) -> Iterator[tuple[str, str]]:
    yield "citation_title", full_title(record)
    for author in record.authors:
        yield "citation_author", _name(author)
    yield "citation_publication_date", _certain(record.issued)
    if record.type.text == "article-journal":  # the tag alone makes an article of a journal of it
        yield "citation_journal_title", record.publication.text
    yield "citation_publisher", record.publisher.text
    yield "citation_language", record.language.text
    yield "citation_keywords", "; ".join(record.keywords)
    yield "citation_public_url", address(record)


def _dublin_core(record: Record, digest: str, dossier: str) -> Iterator[tuple[str, str]]:
    yield "DC.title", full_title(record)
    for author in record.authors:
        yield "DC.creator", _name(author)
    yield "DC.date", for_programs(record.issued.text) or _UNDATED
    yield "DC.source", record.publication.text
    yield "DC.publisher", record.publisher.text
    yield "DC.language", record.language.text
    yield "DC.description", remarks(record)
    # Else the description of our page would become the abstract of the original.
    yield "DCTERMS.abstract", f"{digest} (From the digest in “{dossier}”; not the source’s words.)"
    yield "z:itemType", kind_of(record.type.text).zotero


def _name(author: Value) -> str:
    """``Family, Given``. The comma after a name that is one whole keeps it from being split."""
    name = csl_name(author)
    if "literal" in name:
        return f"{name['literal']},"
    return ", ".join(name[key] for key in ("family", "given") if key in name)


def _certain(issued: Value) -> str:
    """``2015/08/17``, where the date is exact and nobody inferred it."""
    is_certain = issued and not is_inferred(issued) and is_exact(issued.text)
    return joined(figures(issued.text), "/") if is_certain else ""
