"""``dossier topics``: commands for the topics file, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

#: Each command, and its module and function; imported when it is run, so that --help is quick.
COMMANDS: Final = {
    "review": ("generator.cli.topics_review", "review"),
    "suggest": ("generator.cli.topics_suggest", "suggest_topics"),
    "merge": ("generator.cli.topics_merge", "merge"),
    "rename": ("generator.cli.topics_rename", "rename"),
    "import": ("generator.cli.topics_import", "import_"),
    "export": ("generator.cli.topics_export", "export"),
}


class TopicCommands(click.Group):
    """The commands of the table above, in its order."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, function = COMMANDS[name]
        command: click.Command = getattr(import_module(module), function)
        return command


@click.group(cls=TopicCommands, epilog="Example: dossier topics review --list")
def topics() -> None:
    """Look after the topics: what they name, and what is still to be decided."""
