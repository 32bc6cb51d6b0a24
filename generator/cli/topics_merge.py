"""``dossier topics merge``, and how a plan is carried out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.options import print_problems
from generator.plugin import settings_for
from generator.recognise.topic_edit.changes import diff, write_all
from generator.recognise.topic_edit.commands import Plan
from generator.recognise.topic_edit.commands import merge as merge_topics
from generator.settings import Settings


def config_option(command: Any) -> Any:
    """``--config`` alone: what these commands do has nothing to do with editions or captures."""
    return click.option(
        "--config",
        default="mkdocs.yml",
        show_default=True,
        metavar="FILE",
        help="The dossier's mkdocs.yml.",
    )(command)


@click.command(epilog="Example: dossier topics merge s-300pmu s-300 --dry-run")
@click.argument("giver", metavar="FROM")
@click.argument("taker", metavar="INTO")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@config_option
def merge(giver: str, taker: str, dry_run: bool, config: str) -> None:
    """Make one topic of two: names, links and decisions of FROM become those of INTO."""
    settings = settings_for(Path(config), {})
    carry_out(merge_topics(settings, giver, taker), settings, dry_run=dry_run)


def carry_out(plan: Plan, settings: Settings, *, dry_run: bool) -> None:
    """Make the changes of a plan, or only show them, and say what is not kept."""
    if dry_run:
        click.echo(diff(plan.changes, settings.root), nl=False)
    else:
        write_all(plan.changes)
        for change in plan.changes:
            click.echo(f"changed: {shown(change.path, settings.root)}")
    for lost in plan.lost:
        click.echo(f"not kept: {lost}", err=True)
    print_problems(plan.findings)


def shown(path: Path, root: Path) -> Path:
    """A path as people have it before them."""
    return path.relative_to(root) if path.is_relative_to(root) else path
