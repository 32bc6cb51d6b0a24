"""A source as a reference in a bibliography: author, title, publication, date.

What a source does not state itself stands in square brackets, as cataloguers do (ISBD).
"""

from __future__ import annotations

from generator.describe.dates import spoken
from generator.model import Basis, Source, Value
from generator.write.escape import Markdown, escape_value


def reference(source: Source) -> Markdown:
    """One line: ``Author. “Title.” Publication, date.``

    Names and titles are isolated: one that is written from right to left moves nothing around it.
    """
    record = source.record
    authors = ", ".join(_shown(author, author.text) for author in record.authors)
    title = record.title.text.rstrip(".")
    end = "" if title.endswith(("?", "!", "…")) else "."
    parts = [f"{authors}." if authors else "", f"“{_isolated(title)}{end}”", _published(source)]
    return Markdown(" ".join(part for part in parts if part))


def sort_key(source: Source) -> tuple[str, str]:
    """References stand in the order of authors and titles, whatever their quotation marks."""
    first = source.record.authors[0] if source.record.authors else source.record.title
    return first.text.casefold().lstrip("“”\"'«„[("), source.id


def _published(source: Source) -> str:
    record = source.record
    date = _shown(record.issued, spoken(record.issued.text)) if record.issued else "[no date]"
    named = [_shown(value, value.text) for value in (record.publication, record.place) if value]
    return ", ".join([*named, date]) + "."


def _shown(value: Value, text: str) -> str:
    """A value, in brackets where the source does not state it and has none of its own."""
    if value.basis in (Basis.INFERRED, Basis.EDITOR) and not text.startswith("["):
        return f"[{_isolated(text)}]"
    return _isolated(text)


def _isolated(text: str) -> str:
    return f"<bdi>{escape_value(text)}</bdi>"


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
