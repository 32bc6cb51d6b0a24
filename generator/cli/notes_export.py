"""``dossier notes export``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import click

from generator import pipeline
from generator.anchor.exchange.vocabulary import TERMS
from generator.cli.options import dossier_options, overrides
from generator.cli.sources import source_named
from generator.errors import SettingsError, WriteError
from generator.filing.replace import replace_file
from generator.model import Anchored
from generator.plugin import settings_for
from generator.settings import Edition, Settings
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json
from generator.write.exports.note_annotations import collection
from generator.write.exports.tables import NOTES, notes_table
from generator.write.quotable import may_quote


def _w3c(contents: Contents, notes: Sequence[Anchored]) -> bytes:
    return as_json(collection(contents, notes))


FORMATS: Final[dict[str, Callable[[Contents, Sequence[Anchored]], bytes]]] = {
    "w3c": _w3c,
    "csv": notes_table,
}

#: What a file of ours begins with, that may be written over.
_OURS: Final = (f'"dossier:{TERMS[-1]}"'.encode(), ",".join(NOTES).encode())
_HEAD: Final = 2000


@click.command(epilog="Example: dossier notes export --edition full -o notes.json")
@dossier_options
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="w3c",
    show_default=True,
    help="W3C Web Annotation as JSON-LD, or a table.",
)
@click.option("--source", "source_id", metavar="ID", help="Only the notes on this source.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write; without it, to standard output.",
)
def export(
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    form: str,
    source_id: str | None,
    output: Path | None,
) -> None:
    """Write all notes into one file, for other programs.

    The public edition's file may be handed on: it has no drafts, and of restricted texts no more
    than a few words. The full edition's has everything, and can be imported again without a loss.
    """
    settings = settings_for(Path(config), overrides(edition, captures))
    if output:
        _check_place(output, settings)
    contents = pipeline.build(settings)
    notes = _chosen(contents, source_id)
    data = FORMATS[form](contents, notes)
    if output is None:
        click.echo(data, nl=False)
    else:
        _write(output, data)
    what = f"{len(notes)} {'note' if len(notes) == 1 else 'notes'}"
    click.echo(f"{what}, {settings.edition} edition{_left_out(contents, notes)}", err=True)


def _chosen(contents: Contents, source_id: str | None) -> list[Anchored]:
    notes = contents.dossier.notes
    if source_id is None:
        return list(notes)
    source = source_named(source_id, contents.dossier).id
    return [one for one in notes if one.note.target.source == source]


def _left_out(contents: Contents, notes: Sequence[Anchored]) -> str:
    count = sum(not may_quote(contents, one) for one in notes)
    return f"; {count} without the words they quote, which `--edition full` has" if count else ""


def _check_place(path: Path, settings: Settings) -> None:
    """What is not for publication is not written where everything is published."""
    place = path.resolve()
    for folder in (settings.docs, settings.sources):
        if settings.edition is Edition.FULL and place.is_relative_to(folder.resolve()):
            raise SettingsError(
                f"{path} lies in a folder that is published",
                code="published-place",
                path=path,
                advice="The full edition has other people's words: name a file elsewhere.",
            )


def _write(path: Path, data: bytes) -> None:
    """Write a file whole, and over nothing but an older export."""
    try:
        if path.exists() and not any(mark in path.read_bytes()[:_HEAD] for mark in _OURS):
            raise WriteError(
                "there is a file of this name that is no export of notes",
                code="cannot-write",
                path=path,
                advice="Name another one, or remove it.",
            )
        replace_file(path, data)
    except OSError as error:
        raise WriteError(
            f"the notes cannot be written: {error.strerror or error}",
            code="cannot-write",
            path=path,
            advice="Name a file in a folder that is there and may be written to.",
        ) from error
