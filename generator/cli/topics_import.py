"""``dossier topics import``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import FINDINGS, print_problems
from generator.cli.topics_merge import config_option, shown
from generator.plugin import settings_for
from generator.recognise.topic_edit.changes import write_all
from generator.recognise.topic_edit.importing import append as appended
from generator.recognise.topic_edit.importing import import_topics


@click.command("import", epilog="Example: dossier topics import thesaurus.jsonld --append")
@click.argument("file", metavar="FILE")
@click.option("--append", is_flag=True, help="Add the new topics to the end of the topics file.")
@config_option
@click.pass_context
def import_(context: click.Context, file: str, append: bool, config: str) -> None:
    """Take over topics from SKOS (.json, .jsonld) or CSV; print them, to be pasted."""
    settings = settings_for(Path(config), {})
    imported = import_topics(settings, Path(file))
    print_problems(imported.findings)
    if not imported.entries:
        click.echo("no new topics", err=True)
        context.exit(FINDINGS)
    if not append:
        click.echo(imported.text, nl=False)
        return
    change, findings = appended(settings, imported)
    write_all([change])
    print_problems(findings)
    path = shown(change.path, settings.root)
    click.echo(f"{path}: {len(imported.entries)} topics added")
