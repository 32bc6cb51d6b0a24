"""``dossier topics rename``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.topics_merge import carry_out, config_option
from generator.plugin import settings_for
from generator.recognise.topic_edit.commands import rename as rename_topic


@click.command(epilog="Example: dossier topics rename s300 s-300")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@config_option
def rename(old: str, new: str, dry_run: bool, config: str) -> None:
    """Give a topic another id. Links to the old one keep working."""
    settings = settings_for(Path(config), {})
    carry_out(rename_topic(settings, old, new), settings, dry_run=dry_run)
