"""What a capture says of itself: title, authors and date, from the lines that state them, and the
language that its text seems to be in.

An editor's value always wins. What neither record nor capture states stays not stated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.clean.mail import content
from generator.clean.rules.mail import HEADER
from generator.describe.language import LOOK, language_of
from generator.describe.mail import has_address, senders, sent, without_addresses
from generator.describe.people import Name
from generator.model import (
    IN_TEXT,
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

#: Dates are read in this language where that of the text cannot be told.
UNKNOWN: Final = "en"
#: A longer byline is a sentence about the author, not a list of names.
_NAME_WORDS: Final = 5


def record_of_capture(capture: CaptureFile, placed: Sequence[Placed]) -> Record:
    """A record for a capture that has none: what the capture states, and no digest."""
    title = _stated(placed, Fate.TITLE)
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
    if not record.language and not record.language.why:
        record = replace(record, language=language_of(_beginning(placed)))
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
    names = _authors(placed)
    if not names:
        return record
    authors = tuple(replace(Name.written(name), basis=Basis.STATED) for name in names)
    return replace(record, authors=authors, authors_basis=Value("", Basis.STATED))


def _with_date(record: Record, placed: Sequence[Placed], find_dates: FindDates) -> Record:
    line = _stated(placed, Fate.DATE)
    date = sent(line) or _first_date(line, record.language.text or UNKNOWN, find_dates)
    return replace(record, issued=Value(date, Basis.STATED)) if date else record


def _first_date(line: str, language: str, find_dates: FindDates) -> str:
    found = find_dates(_line(line), "", language)
    return found[0].date if found else ""


def authors_in(byline: str) -> list[str]:
    """The names in a byline, without addresses; empty where it is no list of names."""
    line = without_addresses(_BY.sub("", byline))
    names = [name for piece in _AND.split(line) if (name := piece.strip(" ."))]
    return names if all(len(name.split()) <= _NAME_WORDS for name in names) else []


def _authors(placed: Sequence[Placed]) -> list[str]:
    line = _stated(placed, Fate.BYLINE)
    in_head = any(p.verdict.fate is Fate.BYLINE and p.verdict.rule == HEADER for p in placed)
    return senders(line) if in_head and has_address(line) else authors_in(line)


def _stated(placed: Sequence[Placed], fate: Fate) -> str:
    """What the first line of a fate says. In a mail's head a field has a name in front, and goes
    on until the next."""
    verdicts = [p.verdict for p in placed if p.verdict.fate is fate]
    if not verdicts or verdicts[0].rule != HEADER:
        return verdicts[0].part.text if verdicts else ""
    return content(" ".join(_field(verdicts)))


def _field(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The lines of the first field: those below it that are indented go on it."""
    first = verdicts[0].part
    for number, verdict in enumerate(verdicts, start=first.line):
        part = verdict.part
        if part is not first and (part.line != number or not part.indent):
            return
        yield part.text


def _beginning(placed: Sequence[Placed]) -> str:
    """The text, as far as its language is told from it, without what stands around it."""
    lines = [p.verdict.part.text for p in placed if p.verdict.fate in IN_TEXT]
    return "\n".join(line[:LOOK] for line in lines[:LOOK])


def _line(text: str) -> Document:
    return Document(text, (Block(BlockId("line"), BlockKind.PARAGRAPH, Span(0, len(text))),))
