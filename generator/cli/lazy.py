"""Groups of commands that are imported when they are run, so that ``--help`` is quick."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, TypeAlias

import click

#: Each command in the order of the help text, with its module and the function there.
Table: TypeAlias = Mapping[str, tuple[str, str]]


class LazyGroup(click.Group):
    """The commands of a table."""

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.table:
            return None
        module, function = self.table[name]
        command: click.Command = getattr(import_module(module), function)
        return command
