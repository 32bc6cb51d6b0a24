"""``dossier topics``: commands for the topics file, one module each."""

from __future__ import annotations

from typing import Final

import click

from generator.cli.lazy import LazyGroup

COMMANDS: Final = {
    "review": ("generator.cli.topics_review", "review"),
    "suggest": ("generator.cli.topics_suggest", "suggest_topics"),
    "merge": ("generator.cli.topics_merge", "merge"),
    "rename": ("generator.cli.topics_rename", "rename"),
    "import": ("generator.cli.topics_import", "import_"),
    "export": ("generator.cli.topics_export", "export"),
}


@click.group(cls=LazyGroup, table=COMMANDS, epilog="Example: dossier topics review --list")
def topics() -> None:
    """Look after the topics: what they name, and what is still to be decided."""
