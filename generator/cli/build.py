"""``dossier build`` and ``dossier serve``."""

from __future__ import annotations

import logging
from pathlib import Path

import click

from generator.cli.options import (
    FINDINGS,
    dossier_options,
    overrides,
    print_problems,
    show_builder_messages,
)
from generator.plugin import Built, build_site, serve_site


@click.command(
    epilog="Example: dossier build --edition full --captures ~/captures --site-dir private"
)
@dossier_options
@click.option(
    "--site-dir", metavar="FOLDER", help="Where the site goes; default: site_dir of mkdocs.yml."
)
@click.option("--strict", is_flag=True, help="Fail on any finding, and leave the site as it was.")
@click.option("--quiet", "-q", is_flag=True, help="Print problems only.")
@click.pass_context
def build(
    context: click.Context,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    site_dir: str | None,
    strict: bool,
    quiet: bool,
) -> None:
    """Build the site, whole or not at all."""
    show_builder_messages()
    site = Path(site_dir) if site_dir else None
    built = build_site(Path(config), overrides(edition, captures), site=site, strict=strict)
    print_problems(built.outcome.findings)
    if strict and built.outcome.problems:
        number = len(built.outcome.problems)
        click.echo(f"strict: {number} findings; the site was not built", err=True)
        context.exit(FINDINGS)
    if not quiet:
        _print_outcome(built)


def _print_outcome(built: Built) -> None:
    contents, written = built.outcome.contents, built.outcome.written
    figures = ", ".join(f"{number:,} {what}" for number, what in contents.figures)
    click.echo(f"{figures} ({contents.settings.edition} edition)")
    click.echo(
        f"pages: {written.changed} written, {written.removed} removed, {written.unchanged} unchanged"
    )
    click.echo("site: built" if built.fresh else "site: nothing changed, left as it is")
    if notes := len(built.outcome.findings) - len(built.outcome.problems):
        click.echo(f"remarks: {notes} (dossier check lists them)")
    click.echo(f"open {(built.site / 'index.html').as_uri()}")


@click.command(epilog="Example: dossier serve --address 127.0.0.1:8001")
@dossier_options
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(config: str, edition: str | None, captures: tuple[str, ...], address: str) -> None:
    """Serve the site with live reload."""
    show_builder_messages(logging.INFO)
    serve_site(Path(config), overrides(edition, captures), address)
