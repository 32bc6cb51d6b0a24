"""BibTeX, in the dialect of biblatex: UTF-8, EDTF dates, and one entry a source.

The key of an entry is the id of the source. Titles are braced twice, so that no style changes
their capitals. What LaTeX would act on is written as a command, braces too: BibTeX counts braces
even where they are escaped, and one too many would swallow the rest of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from babel.core import Locale, UnknownLocaleError

from generator.describe.people import csl_name
from generator.model import Record, Source
from generator.write.citing.flat import flat
from generator.write.citing.kinds import kind_of
from generator.write.citing.origins import remarks

_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)

#: In an address nothing is escaped: biblatex reads it as it is. It needs its braces in pairs.
_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D"})

#: The field for what a source appeared in, by entry type; other types have no such field.
_CONTAINERS: Final = {
    "article": "journaltitle",
    "review": "journaltitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inreference": "booktitle",
    "online": "titleaddon",
}

#: The field for a publisher, by entry type; other types have an organization.
_PUBLISHERS: Final = {
    **dict.fromkeys(
        ("article", "book", "dataset", "incollection", "inproceedings", "inreference"), "publisher"
    ),
    **dict.fromkeys(("report", "thesis"), "institution"),
}

#: CSL types that biblatex tells apart by a subtype.
_SUBTYPES: Final = {"article-magazine": "magazine", "article-newspaper": "newspaper"}


def bibtex_entry(source: Source) -> str:
    """A source as a biblatex entry, with a line's end. What is not stated is left out."""
    entry_type = kind_of(source.record.type.text).biblatex
    fields = "".join(
        f"  {name} = {{{value}}},\n" for name, value in _fields(source.record, entry_type) if value
    )
    return f"@{entry_type}{{{source.id},\n{fields}}}\n"


def escaped(text: str) -> str:
    """A text in which LaTeX finds nothing to act on."""
    return flat(text).translate(_SPECIAL)


def _fields(record: Record, entry_type: str) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(_name(csl_name(author)) for author in record.authors)
    yield "title", f"{{{escaped(record.title.text)}}}"
    yield "subtitle", f"{{{escaped(record.subtitle.text)}}}" if record.subtitle else ""
    yield "entrysubtype", _SUBTYPES.get(record.type.text, "")
    yield _CONTAINERS.get(entry_type, "howpublished"), escaped(record.publication.text)
    yield _PUBLISHERS.get(entry_type, "organization"), escaped(record.publisher.text)
    yield "location", escaped(record.place.text)
    yield "date", record.issued.text
    yield "url", _address(record.url.text or record.archived.text)
    yield "urldate", record.accessed.text if record.url or record.archived else ""
    yield "langid", _language(record.language.text)
    yield "keywords", ", ".join(_keyword(keyword) for keyword in record.keywords)
    yield "note", escaped(remarks(record))
    yield "addendum", _archived(record)


def _name(name: Mapping[str, str]) -> str:
    """``Family, Given``; a name that is one whole stands in braces."""
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    return ", ".join(_part(name[key]) for key in ("family", "given") if key in name)


def _part(text: str) -> str:
    """A part of a name, in braces where a comma or an "and" in it would be taken for a border."""
    part = escaped(text)
    is_safe = "," not in part and "and" not in part.casefold().split()
    return part if is_safe else f"{{{part}}}"


def _keyword(text: str) -> str:
    return f"{{{escaped(text)}}}" if "," in text else escaped(text)


def _address(url: str) -> str:
    return flat(url).translate(_IN_ADDRESS)


def _archived(record: Record) -> str:
    if not (record.url and record.archived):
        return ""
    return f"Archived copy: \\url{{{_address(record.archived.text)}}}"


def _language(tag: str) -> str:
    """A language as babel and polyglossia call it: its English name in small letters."""
    try:
        name = Locale.parse(tag.split("-")[0]).english_name if tag else ""
    except (UnknownLocaleError, ValueError):
        name = ""
    return (name or "").lower()
