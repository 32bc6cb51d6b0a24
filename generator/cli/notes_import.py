"""``dossier notes import``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import click

from generator import pipeline
from generator.anchor.exchange.admitting import Defaults
from generator.anchor.exchange.formats import AUTO, FORMATS, read_annotations
from generator.anchor.exchange.importing import Import, import_annotations
from generator.cli.options import FINDINGS, dossier_options, overrides
from generator.cli.sources import source_named
from generator.cli.topics_merge import shown
from generator.model import Finding, NoteStatus, Severity
from generator.plugin import settings_for
from generator.report import as_line
from generator.settings import Edition, Settings


@click.command("import", epilog="Example: dossier notes import annotations.json --dry-run")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@dossier_options
@click.option(
    "--format",
    "form",
    type=click.Choice([AUTO, *FORMATS]),
    default=AUTO,
    show_default=True,
    help="What the file is: W3C Web Annotation, or an export of Hypothesis.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--by-default", "by", default="", metavar="NAME", help="Who wrote what names nobody.")
@click.option(
    "--status",
    type=click.Choice([status.value for status in NoteStatus]),
    help="The status of notes that come with none.",
)
@click.option("--source", "source_id", metavar="ID", help="The source of what is on no known page.")
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    config: str,
    edition: str | None,
    captures: tuple[str, ...],
    form: str,
    dry_run: bool,
    by: str,
    status: str | None,
    source_id: str | None,
) -> None:
    """Take over annotations: each becomes an entry in a notes file, once.

    Their words are looked for in all texts at hand, as in the full edition, whatever is published.
    """
    settings = settings_for(Path(config), overrides(edition or Edition.FULL, captures))
    arrivals = read_annotations(file, form, _sites(settings))
    dossier = pipeline.build(settings).dossier
    made = import_annotations(
        arrivals,
        dossier.sources,
        settings.sources,
        sites=_sites(settings),
        fallback=source_named(source_id, dossier).id if source_id else None,
        defaults=Defaults(by, NoteStatus(status) if status else None),
    )
    lost = made.lost() if dry_run else made.write()
    _print((*made.findings, *lost))
    for line in _summary(made, len(lost), settings.root, dry_run=dry_run):
        click.echo(line)
    if any(finding.severity is not Severity.NOTE for finding in (*made.findings, *lost)):
        context.exit(FINDINGS)


def _sites(settings: Settings) -> tuple[str, ...]:
    """The beginnings of this dossier's addresses, as its exports have them."""
    root = urljoin(settings.site_url, ".") if settings.site_url else ""
    return tuple(filter(None, (root, "/")))


def _print(findings: Iterable[Finding]) -> None:
    """Every finding, notes too: they say what was decided about the annotations."""
    for finding in findings:
        click.echo(f"{finding.severity}: {as_line(finding, Path.cwd())}", err=True)


def _summary(made: Import, lost: int, root: Path, *, dry_run: bool) -> Iterator[str]:
    for path, notes in sorted(made.entries.items()):
        verb = "would be added" if dry_run else "added"
        yield f"{shown(path, root)}: {len(notes)} {'note' if len(notes) == 1 else 'notes'} {verb}"
    counts = {
        "taken": made.taken,
        "to be placed": lost,
        "there before": made.known,
        "without a source": made.homeless,
        "mentions passed over": made.mentions,
    }
    told = (f"{count:,} {what}" for what, count in counts.items() if count or what == "taken")
    yield f"{', '.join(told)}."
