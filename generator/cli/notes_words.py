"""What a new note says, and who says it: from options, the environment or an editor."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from generator.cli.asking import is_terminal
from generator.describe.checks import edtf
from generator.model import Assessment, ClaimId, Motivation, Stance, Target

#: What is below this line in the editor's window does not belong to the note.
_END_OF_NOTE: Final = "---------- the note stands above this line ----------"


@dataclass(frozen=True, slots=True)
class Words:
    """What the command line says beside what the note is about."""

    body: str | None
    by: str | None
    on: str
    status: str
    motivation: str
    tags: tuple[str, ...]
    claim: str | None
    stance: str | None

    @property
    def may_be_wordless(self) -> bool:
        """A highlight, a link or a word on a claim needs no body."""
        wordless = (Motivation.HIGHLIGHTING, Motivation.LINKING)
        return bool(self.claim) or self.motivation in wordless

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        if not (self.claim and self.stance):
            return ()
        return (Assessment(ClaimId(self.claim), Stance(self.stance)),)

    def check(self) -> None:
        """Raises UsageError for what does not go together."""
        if bool(self.claim) != bool(self.stance):
            raise click.UsageError("--claim and --stance go together.")
        try:
            edtf(self.on)
        except ValueError as cause:
            raise click.UsageError(f"--on: {cause}") from cause


def name_of_writer(root: Path) -> str:
    """Who writes notes here, as far as anything says so."""
    if name := os.environ.get("DOSSIER_BY", "").strip():
        return name
    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(done.stdout.decode("utf-8", "replace").split())


def body_of(said: Words, target: Target) -> str | None:
    """The text of a note: given, piped, or typed in an editor. None where it lacks one."""
    if said.body is None and said.motivation == Motivation.HIGHLIGHTING:
        return ""
    if said.body is None and not is_terminal():
        if said.may_be_wordless:
            return ""
        raise click.UsageError("A note needs words: --note TEXT, or --motivation highlighting.")
    text = said.body
    if text is None:
        text = _edited(target)
    elif text == "-":
        with click.open_file("-", encoding="utf-8") as stream:
            text = str(stream.read())
    text = text.replace("\r\n", "\n").strip("\n").rstrip()
    return text if text.strip() or said.may_be_wordless else None


def _edited(target: Target) -> str:
    """What somebody types in their editor; nothing if the file is not saved."""
    words = f"\n\nIt is on: {target.quote.exact}" if target.quote else ""
    help_ = f"Markdown; [[id]] links to a topic or source.{words}\n"
    text = click.edit(f"\n{_END_OF_NOTE}\n{help_}", extension=".md")
    return (text or "").partition(_END_OF_NOTE)[0]
