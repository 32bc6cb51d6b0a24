"""A source as a reference in a bibliography: author, title, publication, date.

What a source does not state itself stands in square brackets, as cataloguers do (ISBD).
"""

from __future__ import annotations

from generator.describe.dates import spoken
from generator.model import Basis, Source, Value


def reference(source: Source) -> str:
    """One line: ``Author. “Title.” Publication, date.``"""
    record = source.record
    authors = ", ".join(_bracketed(author, author.text) for author in record.authors)
    title = record.title.text.rstrip(".")
    end = "" if title.endswith(("?", "!", "…")) else "."
    parts = [f"{authors}." if authors else "", f"“{title}{end}”", _published(source)]
    return " ".join(part for part in parts if part)


def _published(source: Source) -> str:
    record = source.record
    date = _bracketed(record.issued, spoken(record.issued.text)) if record.issued else "[no date]"
    named = [_bracketed(v, v.text) for v in (record.publication, record.place) if v]
    return ", ".join([*named, date]) + "."


def _bracketed(value: Value, text: str) -> str:
    return f"[{text}]" if value.basis in (Basis.INFERRED, Basis.EDITOR) else text


def caveats(source: Source) -> str:
    """What a reader of the reference should know about it, in a few words."""
    record = source.record
    said = []
    if not record.authors:
        said.append("author not stated")
    if not record.publication:
        said.append("publication not stated")
    if record.issued.basis is Basis.INFERRED:
        said.append("date inferred")
    return "; ".join(said)
