"""The command line: the only place that prints and sets exit codes.

Exit codes: 0 fine, 1 findings, 2 wrong use. One module a command; ``main`` lists them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from generator import __version__
from generator.cli.lazy import LazyGroup
from generator.cli.options import FINDINGS, WRONG_USE
from generator.errors import DossierError, SettingsError
from generator.report import as_line

COMMANDS: Final = {
    "build": ("generator.cli.build", "build"),
    "serve": ("generator.cli.build", "serve"),
    "check": ("generator.cli.check", "check"),
    "topics": ("generator.cli.topics", "topics"),
    "notes": ("generator.cli.notes", "notes"),
}


class Commands(LazyGroup):
    """Commands whose errors are a line for people, never a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except DossierError as error:
            click.echo(f"error: {as_line(error.finding, Path.cwd())}", err=True)
            context.exit(WRONG_USE if isinstance(error, SettingsError) else FINDINGS)


@click.group(cls=Commands, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Annotated dossiers from captured documents."""
