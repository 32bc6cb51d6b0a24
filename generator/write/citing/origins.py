"""What a source states of itself, and what the editors had to add: said wherever it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Basis, Record, Value

#: Types whose subtitle is a standfirst: a reference has the headline alone.
_HEADLINED: Final = frozenset({"article-newspaper", "broadcast", "post", "post-weblog", "webpage"})

#: What a sentence about each basis begins with.
_SAID: Final = {Basis.INFERRED: "Inferred by the editors", Basis.EDITOR: "Supplied by the editors"}


def is_supplied(value: Value) -> bool:
    """Whether a value is not stated by the source itself, so that it gets square brackets."""
    return bool(value) and value.basis in _SAID


def is_inferred(value: Value) -> bool:
    return bool(value) and value.basis is Basis.INFERRED


def full_title(record: Record) -> str:
    """Title and subtitle, as a reference has them."""
    if not record.subtitle or record.type.text in _HEADLINED:
        return record.title.text
    sign = " " if record.title.text.endswith(("?", "!", ":")) else ": "
    return f"{record.title.text}{sign}{record.subtitle.text}"


def address(record: Record) -> str:
    """The original's address, or else that of its archived copy."""
    return record.url.text or record.archived.text


def remarks(record: Record) -> str:
    """What of a reference the source does not state, in sentences; empty where it states all."""
    sentences = []
    for basis, words in _SAID.items():
        if names := [name for name, value in _cited(record) if value and value.basis is basis]:
            sentences.append(f"{words}: {', '.join(names)}.")
    return " ".join(sentences)


def caveats(record: Record) -> str:
    """What a reader of the reference should know about it, in a few words."""
    said = []
    if not record.authors:
        said.append("author not stated")
    if not record.publication:
        said.append("publication not stated")
    if not record.issued:
        said.append("date not stated")
    elif record.issued.basis is Basis.INFERRED:
        said.append("date inferred")
    return "; ".join(said)


def _cited(record: Record) -> Iterator[tuple[str, Value]]:
    if record.authors:
        yield "author", record.authors[0]
    yield "publication", record.publication
    yield "publisher", record.publisher
    yield "place", record.place
    yield "date", record.issued
