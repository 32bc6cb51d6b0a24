"""``dossier topics``: commands for the topics file, one module each."""

from __future__ import annotations

import click


@click.group()
def topics() -> None:
    """Look after the topics: review, suggest, import, export, merge, rename."""
