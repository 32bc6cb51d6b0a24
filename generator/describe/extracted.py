"""What a capture says of itself: title, authors and date, from the lines that state them.

An editor's value always wins. What neither record nor capture states stays not stated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from generator.describe.people import Name
from generator.model import (
    Basis,
    Block,
    BlockId,
    BlockKind,
    CaptureFile,
    DateFound,
    Document,
    Fate,
    Placed,
    Record,
    Span,
    Value,
    Verdict,
)

#: Finds the dates in a text without help from a date of issue.
FindDates = Callable[[Document, str, str], tuple[DateFound, ...]]

_BY: Final = re.compile(
    r"^(?:by|von|par|por|di|от|автор|نویسنده|written by|text)\b[:\s]+", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*(?:[,;،|&]|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\bو\b)\s*")

#: A longer byline is a sentence about the author, not a list of names.
_NAME_WORDS: Final = 5


def record_of_capture(capture: CaptureFile, placed: Sequence[Placed]) -> Record:
    """A record for a capture that has none: what the capture states, and no digest."""
    title = _first(placed, Fate.TITLE)
    named = (
        Value(title, Basis.STATED)
        if title
        else Value(
            capture.path.stem, Basis.INFERRED, "the file's name: the capture has no title line"
        )
    )
    return Record(
        path=capture.path,
        title=named,
        type=Value("document", Basis.INFERRED, "no record says more"),
        capture_file=capture.path.name,
        capture_sha256=capture.sha256,
    )


def completed(record: Record, placed: Sequence[Placed], find_dates: FindDates) -> Record:
    """The record with what it leaves open taken from the capture's own lines."""
    if (
        not record.authors
        and record.authors_basis.basis is Basis.NOT_STATED
        and not record.authors_basis.why
    ):
        record = _with_authors(record, placed)
    if not record.issued and not record.issued.why:
        record = _with_date(record, placed, find_dates)
    return record


def _with_authors(record: Record, placed: Sequence[Placed]) -> Record:
    names = authors_in(_first(placed, Fate.BYLINE))
    if not names:
        return record
    authors = tuple(replace(Name.written(name), basis=Basis.STATED) for name in names)
    return replace(record, authors=authors, authors_basis=Value("", Basis.STATED))


def _with_date(record: Record, placed: Sequence[Placed], find_dates: FindDates) -> Record:
    line = _first(placed, Fate.DATE)
    found = find_dates(_line(line), "", record.language.text or "en") if line else ()
    if not found:
        return record
    return replace(record, issued=Value(found[0].date, Basis.STATED))


def authors_in(byline: str) -> list[str]:
    """The names in a byline; empty where it is no list of names."""
    names = [name.strip(" .") for name in _AND.split(_BY.sub("", byline))]
    names = [name for name in names if name]
    return names if all(len(name.split()) <= _NAME_WORDS for name in names) else []


def _first(placed: Sequence[Placed], fate: Fate) -> str:
    verdicts: list[Verdict] = [p.verdict for p in placed]
    return next((v.part.text for v in verdicts if v.fate is fate), "")


def _line(text: str) -> Document:
    return Document(text, (Block(BlockId("line"), BlockKind.PARAGRAPH, Span(0, len(text))),))
