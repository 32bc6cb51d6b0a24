"""Finding what editors say about the sources: their notes, claims and events, beside the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model import Finding, Severity, SourceId

#: Notes on topics, on dates and on any source. Notes on a source called "dossier" stand there too.
DOSSIER_NOTES: Final = "dossier.notes.yml"

CLAIMS_FILE: Final = "claims.yml"
EVENTS_FILE: Final = "events.yml"

_SUFFIX: Final = ".notes.yml"

#: Names that people give to such files, right and wrong; the stem is a source's.
_LOOKS_LIKE_NOTES: Final = re.compile(r"(?:(.+)\.)?notes?\.ya?ml", re.IGNORECASE)
_LOOKS_LIKE_CLAIMS: Final = re.compile(r"claims?\.ya?ml", re.IGNORECASE)
_LOOKS_LIKE_EVENTS: Final = re.compile(r"(?:events?|timeline)\.ya?ml", re.IGNORECASE)


def notes_files(sources: Path) -> Iterator[tuple[Path, SourceId | None]]:
    """The notes files of a folder by name, each with its source; None for the dossier's own.

    Whether there is such a source is not looked at. Names that begin with a dot are passed over.
    No folder has none.
    """
    for path in sorted(sources.glob(f"*{_SUFFIX}")):
        if not path.name.startswith("."):
            yield path, source_of(path)


def source_of(path: Path) -> SourceId | None:
    """The source that a notes file is about, by its name; None for the dossier's own."""
    if path.name == DOSSIER_NOTES:
        return None
    return SourceId(path.name.removesuffix(_SUFFIX))


def misnamed(sources: Path) -> Iterator[Finding]:
    """A warning for each file of a folder that nobody reads because of its name."""
    for path in sorted(sources.glob("[!.]*")):
        right = _right_name(path.name)
        if right != path.name:
            yield Finding(
                Severity.WARNING,
                "misnamed-notes",
                "This file is not read: its name is not quite that of notes, claims or events.",
                path,
                advice=f'Rename it to "{right}".',
            )


def _right_name(name: str) -> str:
    """What a file should be called that looks like one of these; its own name for any other."""
    if name.endswith(_SUFFIX):
        return name
    if _LOOKS_LIKE_CLAIMS.fullmatch(name):
        return CLAIMS_FILE
    if _LOOKS_LIKE_EVENTS.fullmatch(name):
        return EVENTS_FILE
    notes = _LOOKS_LIKE_NOTES.fullmatch(name)
    return f"{notes[1]}{_SUFFIX}" if notes and notes[1] else DOSSIER_NOTES if notes else name
