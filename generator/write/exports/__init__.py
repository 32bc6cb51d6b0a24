"""Data beside the pages: what they show, for other programs. UTF-8, sorted, stable."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.annotations import annotation_files
from generator.write.exports.citations import citation_files
from generator.write.exports.csl import csl_files
from generator.write.exports.events import event_files
from generator.write.exports.provenance import provenance_files
from generator.write.exports.schemas import schema_files
from generator.write.exports.skos import skos_files
from generator.write.exports.tables import table_files
from generator.write.exports.texts import text_files

Files = Iterator[tuple[PurePosixPath, bytes]]

EXPORTS: Final[tuple[Callable[[Contents], Files], ...]] = (
    csl_files,
    citation_files,
    text_files,
    annotation_files,
    provenance_files,
    event_files,
    skos_files,
    table_files,
    schema_files,
)


def data_files(contents: Contents) -> dict[PurePosixPath, bytes]:
    """Every data file, and the sums of all of them."""
    files = dict(item for export in EXPORTS for item in export(contents))
    return files | {paths.DATA / "SHA256SUMS": _sums(files)}


def _sums(files: Mapping[PurePosixPath, bytes]) -> bytes:
    """In the form that ``sha256sum -c`` checks from within the data folder."""
    lines = [
        f"{hashlib.sha256(data).hexdigest()}  {path.relative_to(paths.DATA)}\n"
        for path, data in sorted(files.items())
    ]
    return "".join(lines).encode()
