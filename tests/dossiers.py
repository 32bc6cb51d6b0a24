"""Small dossiers for tests: a lighthouse, its keeper and a lamp, in made-up papers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.plugin import settings_for
from generator.settings import Settings

MKDOCS = """\
site_name: The Lamp at Skarv Point
site_description: Who paid for the lamp, and who let it go out.
theme:
  name: material
plugins:
  - search
  - offline
  - dossier
markdown_extensions: [attr_list, def_list, tables, footnotes, toc]
"""

CAPTURE = """\
Keeper Blames Harbour Board for Dark Lamp

By Ingrid Aasen

3 March 1936

The lamp at Skarv Point was dark for two nights in February, the keeper told this paper on Tuesday.

Oil for the Skarv lamp had been ordered in 1935, he said, and the Harbour Board had neither paid for it nor refused to.

The board denies it. Its chairman, Nils Aasgaard, said that the keeper "counts barrels as he counts ships", which is to say late.

Subscribe to our newsletter
"""

RECORD = """\
---
title: Keeper Blames Harbour Board for Dark Lamp
type: article-newspaper
authors: [Ingrid Aasen]
authors_basis: stated
publication:
publication_basis: "not stated: the cutting has no masthead"
issued: 1936-03-03
issued_basis: stated
language: en
rights: {rights}
capture: {{file: lamp.txt, sha256: {sha256}}}
---

The keeper of the Skarv light says that the Harbour Board never paid for oil ordered in 1935.

## The reply

The board's chairman, Nils Aasgaard, denies it.
"""

TOPICS = """\
- id: harbour-board
  label: Harbour Board
  kind: organisation
  scope: The body that paid for lights and piers.
  aliases: [{text: the board, after_name: true}]
- id: skarv-light
  label: Skarv light
  kind: place
  scope: The lighthouse at Skarv Point.
  aliases: [Skarv Point, Skarv lamp]
  related: [harbour-board]
"""

INTRODUCTION = "A small quarrel about [[skarv-light|a lamp]].\n"


def make_dossier(
    root: Path, *, capture: str = CAPTURE, rights: str = "restricted", topics: str = TOPICS
) -> Path:
    """A dossier of one source in ``root``; the path of its mkdocs.yml."""
    for folder in ("docs", "sources", "captures"):
        (root / folder).mkdir(parents=True)
    data = capture.encode()
    record = RECORD.format(rights=rights, sha256=hashlib.sha256(data).hexdigest())
    (root / "captures" / "lamp.txt").write_bytes(data)
    (root / "sources" / "1936-lamp.md").write_text(record, "utf-8")
    (root / "sources" / "topics.yml").write_text(topics, "utf-8")
    (root / "sources" / "index.md").write_text(INTRODUCTION, "utf-8")
    (root / "docs" / "about.md").write_text(
        "# About\n\nMade for a [[harbour-board]] test.\n", "utf-8"
    )
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    return root / "mkdocs.yml"


def settings_of_dossier(config_file: Path, **overrides: object) -> Settings:
    return settings_for(config_file, overrides)


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
