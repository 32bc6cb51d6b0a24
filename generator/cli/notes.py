"""``dossier notes``: commands for the notes files, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

#: Each command, and its module and function; imported when it is run, so that --help is quick.
COMMANDS: Final = {
    "new": ("generator.cli.notes_new", "new"),
    "repair": ("generator.cli.notes_repair", "repair"),
    "import": ("generator.cli.notes_import", "import_"),
    "export": ("generator.cli.notes_export", "export"),
}


class NoteCommands(click.Group):
    """The commands of the table above, in its order."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, function = COMMANDS[name]
        command: click.Command = getattr(import_module(module), function)
        return command


@click.group(cls=NoteCommands, epilog="Example: dossier notes repair --list")
def notes() -> None:
    """Write notes, find the places of lost ones, and exchange them with other tools."""
