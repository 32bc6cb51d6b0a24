"""The command line: the only place that prints and sets exit codes.

Exit codes: 0 fine, 1 findings, 2 wrong use. One module a command; ``main`` lists them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from generator import __version__
from generator.cli.options import FINDINGS, WRONG_USE
from generator.errors import DossierError, SettingsError
from generator.report import as_line

#: Each command and where it is. They are imported when they are run, so that --help is quick.
COMMANDS: Final = {
    "build": "generator.cli.build",
    "serve": "generator.cli.build",
    "check": "generator.cli.check",
    "topics": "generator.cli.topics",
    "notes": "generator.cli.notes",
}


class Commands(click.Group):
    """Commands whose errors are a line for people, never a traceback."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name]), name)
        return command

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except DossierError as error:
            click.echo(f"error: {as_line(error.finding, Path.cwd())}", err=True)
            context.exit(WRONG_USE if isinstance(error, SettingsError) else FINDINGS)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Annotated dossiers from captured documents."""
