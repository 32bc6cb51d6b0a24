"""``dossier check``."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.cli.options import FINDINGS, dossier_options, overrides
from generator.model import Severity
from generator.plugin import settings_for
from generator.report import FORMATS


@click.command(epilog="Example: dossier check --format github")
@dossier_options
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print findings.",
)
@click.pass_context
def check(
    context: click.Context, config: str, edition: str | None, captures: tuple[str, ...], form: str
) -> None:
    """Read everything, write nothing, and list what a person should look at."""
    settings = settings_for(Path(config), overrides(edition, captures))
    findings = pipeline.inspect(pipeline.build(settings))
    click.echo(FORMATS[form](findings, settings.root))
    if any(finding.severity is not Severity.NOTE for finding in findings):
        context.exit(FINDINGS)
