"""``dossier check``."""

from __future__ import annotations

from pathlib import Path

import click

from generator import pipeline
from generator.cli.options import FINDINGS, dossier_options, overrides
from generator.cli.sources import source_named
from generator.model import Severity
from generator.plugin import settings_for
from generator.recognise.matcher import Matcher
from generator.recognise.review import Review, explain, rulings_path
from generator.recognise.review.rulings_file import load_rulings
from generator.report import FORMATS
from generator.settings import Settings

_EXPLAINED: dict[str, explain.Format] = {"text": explain.as_text, "json": explain.as_json}


@click.command(epilog="Example: dossier check --format github")
@dossier_options
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print findings; text or json for an explanation.",
)
@click.option(
    "--explain",
    "explained",
    metavar="SOURCE",
    help="Say for each place of a source that an alias could name why it is a mention or not.",
)
@click.option("--span", "words", metavar="WORDS", help="Explain only where these words stand.")
@click.pass_context
def check(
    context: click.Context,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    form: str,
    explained: str | None,
    words: str | None,
) -> None:
    """Read everything, write nothing, and list what a person should look at."""
    if words and not explained:
        raise click.UsageError("--span needs --explain.")
    if explained and form not in _EXPLAINED:
        raise click.UsageError(f"--explain prints text or json, not {form}.")
    settings = settings_for(Path(config), overrides(edition, captures))
    if explained:
        click.echo(_explanation(settings, explained, words or "", form))
        return
    findings = pipeline.inspect(pipeline.build(settings))
    click.echo(FORMATS[form](findings, settings.root))
    if any(finding.severity is not Severity.NOTE for finding in findings):
        context.exit(FINDINGS)


def _explanation(settings: Settings, source_id: str, words: str, form: str) -> str:
    dossier = pipeline.build(settings).dossier
    source = source_named(source_id, dossier)
    rulings, _ = load_rulings(rulings_path(settings.sources))
    review = Review.of(dossier.topics, rulings)
    rows = explain.explain(source, review, Matcher(review.topics), settings.language, words)
    return _EXPLAINED[form](source, rows)
