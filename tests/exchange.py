"""A small dossier for tests of what comes in and goes out: two sources, of which one has a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.anchor.anchoring import anchor_in
from generator.model import (
    Anchored,
    Assessment,
    BlockId,
    ClaimId,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Quote,
    SourceId,
    Stance,
    Standing,
    Target,
    TopicId,
)
from generator.settings import Settings
from generator.write.contents import Contents
from generator.write.exports import data_files
from tests.dossiers import make_dossier, settings_of_dossier

#: The address of its site, and those of its sources' originals.
SITE = "https://skarv.example/"
LAMP = "https://skarv-post.example/1936/03/lamp-dark"
OIL = "https://skarv-post.example/1937/oil"

SKARV = SourceId("1936-lamp")

OIL_RECORD = f"""\
---
title: Oil Bill Paid at Last
type: article-newspaper
issued: 1937-04-10
url: {OIL}
archived: https://archive.example/77
rights: restricted
---

The Harbour Board has paid for the oil of 1935, a year after the dark lamp.
"""


def make_exchange_dossier(root: Path, *, rights: str = "restricted") -> Path:
    """The dossier in ``root``; the path of its mkdocs.yml."""
    config = make_dossier(root, rights=rights)
    config.write_text(config.read_text("utf-8") + f"site_url: {SITE}\n", "utf-8")
    record = root / "sources" / "1936-lamp.md"
    record.write_text(
        record.read_text("utf-8").replace("language: en", f"language: en\nurl: {LAMP}"), "utf-8"
    )
    (root / "sources" / "1937-oil.md").write_text(OIL_RECORD, "utf-8")
    return config


def contents_of(config: Path, edition: str) -> Contents:
    return pipeline.build(settings_of(config, edition))


def settings_of(config: Path, edition: str) -> Settings:
    return settings_of_dossier(config, edition=edition)


def with_notes(contents: Contents, notes: Sequence[Note]) -> Contents:
    """A dossier with some notes, anchored as in any build."""
    anchored: list[Anchored] = []
    for note in notes:
        source = contents.sources.get(note.target.source) if note.target.source else None
        anchored += anchor_in(source, [note]) if source else [Anchored(note, Standing.WHOLE)]
    dossier = replace(contents.dossier, notes=tuple(anchored))
    return Contents(dossier, contents.relations, contents.settings)


def files_of(contents: Contents, pattern: str) -> dict[str, bytes]:
    """Data files by name."""
    files = data_files(contents)
    return {str(path): data for path, data in files.items() if path.match(pattern)}


def items_of(contents: Contents) -> list[dict[str, Any]]:
    """The notes of all annotation pages."""
    pages = [json.loads(data) for data in files_of(contents, "annotations/*.json").values()]
    return [item for page in pages for item in page["items"] if "#note-" in item["id"]]


def bare(notes: Sequence[Note]) -> list[Note]:
    """Notes without the places that they are written in, by id."""
    return sorted((replace(note, path=Path(), line=0) for note in notes), key=lambda note: note.id)


#: One note of each kind, in the order that pages have.
EXAMPLES = [
    Note(NoteId("n-event"), Target(event="1936-03-03"), "A Tuesday.", created="2026"),
    Note(NoteId("n-topic"), Target(topic=TopicId("skarv-light")), "Lit in 1871."),
    Note(
        NoteId("n-words"),
        Target(SKARV, quote=Quote("never paid", "Board ")),
        "So *he* says: [[harbour-board]].",
        "Ingrid Berg",
        "2026-11-20",
        "2026-11",
        NoteStatus.DISPUTED,
        Motivation.QUESTIONING,
        ("oil", "money"),
        (Assessment(ClaimId("unpaid"), Stance.SUPPORTS),),
        "https://hypothes.is/a/abc",
    ),
    Note(NoteId("n-text"), Target(SKARV, Layer.TEXT, Quote("two nights")), "In the text."),
    Note(NoteId("n-whole"), Target(SKARV), "", "The editors", motivation=Motivation.HIGHLIGHTING),
    Note(NoteId("n-lost"), Target(SKARV, quote=Quote("three nights")), "Lost."),
    Note(NoteId("n-twice"), Target(SKARV, Layer.TEXT, Quote("keeper")), "Twice."),
    Note(NoteId("n-withheld"), Target(SourceId("1937-oil"), Layer.TEXT, Quote("in April")), "?"),
    Note(NoteId("n-no-block"), Target(SourceId("1937-oil"), block=BlockId("d-0")), "Gone."),
]  # fmt: skip


def examples(contents: Contents) -> list[Note]:
    block = contents.sources[SKARV].digest.blocks[1]
    return [*EXAMPLES, Note(NoteId("n-block"), Target(SKARV, block=block.id), "A heading.")]
