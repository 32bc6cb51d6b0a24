"""RIS: lines of two letters and a value, one record a source, with line ends as its makers wanted.

A date is ``YYYY/MM/DD/other``: the figures that all days it may be have in common, and in words
what figures cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generator.describe.dates import spoken
from generator.describe.people import csl_name
from generator.model import Source, Value
from generator.write.citing.dating import figures, is_exact, joined
from generator.write.citing.flat import flat
from generator.write.citing.kinds import kind_of
from generator.write.citing.origins import full_title, is_inferred, remarks

_END: Final = "\r\n"


def ris_entry(source: Source) -> str:
    """A source as a RIS record, with an empty line after it. What is not stated is left out."""
    lines = [f"{tag}  - {flat(value)}" for tag, value in _lines(source) if value]
    return _END.join([*lines, "ER  - ", "", ""])


def _lines(source: Source) -> Iterator[tuple[str, str]]:
    record = source.record
    yield "TY", kind_of(record.type.text).ris
    yield "ID", source.id
    yield "TI", full_title(record)
    for author in record.authors:
        yield "AU", _name(csl_name(author))
    yield "T2", record.publication.text
    yield "PB", record.publisher.text
    yield "CY", record.place.text
    yield from _issued(record.issued)
    yield "LA", record.language.text
    yield from (("KW", keyword) for keyword in record.keywords)
    yield "UR", record.url.text or record.archived.text
    yield "Y2", _date(record.accessed) if record.accessed else ""
    yield "AN", record.archived.text
    yield "N1", remarks(record)


def _name(name: Mapping[str, str]) -> str:
    """``Family, Given``; without a comma it is one whole."""
    return name.get("literal") or ", ".join(name[k] for k in ("family", "given") if k in name)


def _issued(issued: Value) -> Iterator[tuple[str, str]]:
    if not issued:
        return
    known = figures(issued.text)
    yield "PY", joined(known[:1]) if known else ""
    yield "DA", _date(issued)


def _date(value: Value) -> str:
    """``2015/08/17/``, ``2023/10//between 23 and 29 October 2023``, or words alone."""
    words = [] if is_exact(value.text) else [spoken(value.text)]
    words += ["inferred"] if is_inferred(value) else []
    known = figures(value.text)
    if not known:
        return ", ".join(words)
    parts = joined(known, "/").split("/")
    return "/".join([*parts, *[""] * (3 - len(parts)), ", ".join(words)])
