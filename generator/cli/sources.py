"""A source as it is named on the command line."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from generator.errors import SettingsError
from generator.model import Dossier, Source


def source_named(name: str, dossier: Dossier) -> Source:
    """The source with that id; the path of its record, with or without ``.md``, will do.

    Raises SettingsError, which names the nearest one.
    """
    sources = {str(source.id): source for source in dossier.sources}
    last = Path(name).name
    found = sources.get(last) or sources.get(last.removesuffix(".md"))
    if found is None:
        near = get_close_matches(last.removesuffix(".md"), sources, n=1)
        raise SettingsError(
            f'there is no source "{name}" in this edition',
            code="unknown-source",
            advice=f'Did you mean "{near[0]}"?' if near else "Name it by its id or its record.",
        )
    return found
