"""``dossier topics export``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import click

from generator.cli.options import print_problems
from generator.cli.topics_merge import config_option
from generator.model import Topic
from generator.plugin import settings_for
from generator.recognise.topic_edit.plain import entry_of
from generator.recognise.topic_edit.table import as_table
from generator.recognise.topic_edit.yaml_text import entries_text
from generator.recognise.topics_file import load_topics
from generator.settings import Settings
from generator.write.exports.skos import as_skos


def _skos(topics: Sequence[Topic], settings: Settings) -> str:
    return as_skos(topics, settings).decode()


def _csv(topics: Sequence[Topic], settings: Settings) -> str:
    return as_table(topics)


def _yaml(topics: Sequence[Topic], settings: Settings) -> str:
    return entries_text(map(entry_of, topics))


FORMATS: Final[dict[str, Callable[[Sequence[Topic], Settings], str]]] = {
    "skos": _skos,
    "csv": _csv,
    "yaml": _yaml,
}


@click.command(epilog="Example: dossier topics export --format csv > topics.csv")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="skos",
    show_default=True,
    help="SKOS as JSON-LD, a table, or the topics file in its plainest form.",
)
@config_option
def export(form: str, config: str) -> None:
    """Print all topics, for other programs."""
    settings = settings_for(Path(config), {})
    topics, findings = load_topics(settings.topics)
    print_problems(findings)
    click.echo(FORMATS[form](topics, settings).encode(), nl=False)
