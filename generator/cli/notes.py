"""``dossier notes``: commands for the notes files, one module each."""

from __future__ import annotations

from typing import Final

import click

from generator.cli.lazy import LazyGroup

COMMANDS: Final = {
    "new": ("generator.cli.notes_new", "new"),
    "repair": ("generator.cli.notes_repair", "repair"),
    "import": ("generator.cli.notes_import", "import_"),
    "export": ("generator.cli.notes_export", "export"),
}


@click.group(cls=LazyGroup, table=COMMANDS, epilog="Example: dossier notes repair --list")
def notes() -> None:
    """Write notes, find the places of lost ones, and exchange them with other tools."""
