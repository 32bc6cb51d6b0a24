"""``citations/``, ``sources.bib`` and ``sources.ris``: the sources for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.model import Source
from generator.write import paths
from generator.write.citing.bibtex import bibtex_entry
from generator.write.citing.ris import ris_entry
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json
from generator.write.exports.csl import csl_item


def _csl_json(source: Source) -> bytes:
    return as_json([csl_item(source)])


def _bibtex(source: Source) -> bytes:
    return bibtex_entry(source).encode()


def _ris(source: Source) -> bytes:
    return ris_entry(source).encode()


#: Suffix of a file: what the format is called, and a source in it. CSL-JSON of all is sources.json.
FORMATS: Final[dict[str, tuple[str, Callable[[Source], bytes]]]] = {
    ".bib": ("BibTeX", _bibtex),
    ".ris": ("RIS", _ris),
    ".json": ("CSL-JSON", _csl_json),
}

#: Formats of which several records in a row are a file again, and what stands between them.
_CHAINED: Final = {".bib": b"\n", ".ris": b""}


def citation_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    sources = contents.dossier.sources
    for suffix, (_, write) in FORMATS.items():
        written = {source.id: write(source) for source in sources}
        for source, data in written.items():
            yield paths.citation_file(source, suffix), data
        if suffix in _CHAINED:
            whole = _CHAINED[suffix].join(written[source] for source in sorted(written))
            yield paths.DATA / f"sources{suffix}", whole
