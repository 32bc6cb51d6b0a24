"""What the commands have in common: options, exit codes, and how findings are printed."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import click

from generator.model import Finding, Severity
from generator.report import as_line

#: Exit codes besides 0, which is fine.
FINDINGS: Final = 1
WRONG_USE: Final = 2


def dossier_options(command: Any) -> Any:
    """The options that every command which reads a dossier has."""
    for option in (
        click.option("--captures", multiple=True, metavar="FOLDER", help="Where captures lie; may be given again."),
        click.option("--edition", metavar="NAME", help="public (what may be published) or full (everything)."),
        click.option("--config", default="mkdocs.yml", show_default=True, metavar="FILE", help="The dossier's mkdocs.yml."),
    ):  # fmt: skip
        command = option(command)
    return command


def overrides(edition: str | None, captures: tuple[str, ...]) -> dict[str, Any]:
    """Options of the command line that stand for those in mkdocs.yml."""
    folders = [str(Path(folder).resolve()) for folder in captures]
    given: dict[str, Any] = {"edition": edition, "captures": folders}
    return {name: value for name, value in given.items() if value}


def print_problems(findings: Iterable[Finding]) -> None:
    """A line each to standard error; notes are for ``dossier check``."""
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            click.echo(f"{finding.severity}: {as_line(finding, Path.cwd())}", err=True)


class _Plain(logging.Formatter):
    """``warning: what is wrong``, as findings have it."""

    def format(self, record: logging.LogRecord) -> str:
        if record.levelno < logging.WARNING:
            return record.getMessage()
        return f"{record.levelname.lower()}: {record.getMessage()}"


def show_builder_messages(level: int = logging.WARNING) -> None:
    """MkDocs' own messages as plain lines; the dossier's findings are printed by us."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain())
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logger.addHandler(handler)
