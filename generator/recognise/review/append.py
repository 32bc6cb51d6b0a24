"""Write rulings: at the end of the file, whole or not at all, with every byte before them kept."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from generator.errors import DossierError, WriteError
from generator.filing.replace import replace_file
from generator.filing.yaml_text import scalar
from generator.recognise.review.rulings import AliasRuling, Ruling
from generator.recognise.review.rulings_file import parse_rulings, read_text

HEADER: Final = """\
# Decisions about mentions, made with `dossier topics review` or by hand.
# New ones are added at the end; docs/guide/review.md explains the keys.
"""
_FIRST_ITEM: Final = re.compile(r"^( *)- ", re.MULTILINE)


def append(path: Path, rulings: Sequence[Ruling | AliasRuling]) -> None:
    """Add rulings at the end of a file, which may not be there yet.

    Raises ``TopicsError`` for a file that cannot be understood, and ``WriteError`` for one that
    nothing can be added to or that cannot be written; the file is then as it was.
    """
    place = path.resolve()
    before = read_text(place)
    old, _ = parse_rulings(before, path)
    after = _extended(before, rulings)
    _check(before, after, len(old.entries) + len(rulings), path)
    try:
        replace_file(place, _mark(place) + after.encode())
    except OSError as error:
        raise WriteError(
            f"The decision cannot be written: {error.strerror or error}.",
            code="cannot-write",
            path=path,
            advice="Check that the folder may be written to and that the disk is not full.",
        ) from error


def as_yaml(entry: Ruling | AliasRuling, indent: str = "") -> str:
    """An entry as it stands in the file."""
    rows = [f"{key}: {scalar(value)}" for key, value in _keys(entry)]
    return "".join(f"{indent}{'  ' if number else '- '}{row}\n" for number, row in enumerate(rows))


def _mark(path: Path) -> bytes:
    """The byte order mark of a file, if it has one."""
    return BOM_UTF8 if path.exists() and path.read_bytes().startswith(BOM_UTF8) else b""


def _keys(entry: Ruling | AliasRuling) -> Iterator[tuple[str, str]]:
    if isinstance(entry, AliasRuling):
        yield from (("topic", entry.topic), ("alias", entry.alias))
    else:
        yield from (("source", entry.source), ("layer", entry.layer), ("topic", entry.topic))
        yield "quote", entry.quote.exact
        yield from (("prefix", entry.quote.prefix), ("suffix", entry.quote.suffix))
    yield "decision", entry.answer
    yield from (pair for pair in (("by", entry.by), ("on", entry.on)) if pair[1])


def _extended(before: str, rulings: Sequence[Ruling | AliasRuling]) -> str:
    """The old text, a border where it lacks its last line feed, and the new entries in its style."""
    first = _FIRST_ITEM.search(before)
    entries = "".join(as_yaml(one, first[1] if first else "") for one in rulings)
    start = before or HEADER
    start += "" if start.endswith("\n") else "\n"
    crlf = "\r\n" in before
    return start + (entries.replace("\n", "\r\n") if crlf else entries)


def _check(before: str, after: str, entries: int, path: Path) -> None:
    """What comes out must be readable, with everything in it."""
    try:
        made, _ = parse_rulings(after, path)
    except DossierError:
        made = None
    if made is None or len(made.entries) != entries:
        raise WriteError(
            "Nothing can be added at the end of this file.",
            code="decisions-not-extendable",
            path=path,
            line=before.count("\n") + 1,
            advice='Write it as a list of entries that begin with "- ", without [ ] around them.',
        )
