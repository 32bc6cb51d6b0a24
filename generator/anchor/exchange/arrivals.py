"""Annotations on their way in: what a reader of a format makes of a file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.anchor.exchange.texts import line_in
from generator.errors import NotesError
from generator.model import BlockId, Finding, Layer, Note, Quote, Severity, Span

#: The most annotations that are read from a file.
MOST: Final = 10_000

#: How many kinds of loss are told; a file could make up any number of them.
_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class Aim:
    """What an annotation is about, as its file says it.

    ``addresses`` are those of the document (or of an annotation, which is then answered),
    ``title`` is the document's. ``span`` counts code points in the file at the address.
    ``unread`` names a way to give a place that means nothing outside of the page itself.
    """

    addresses: tuple[str, ...] = ()
    title: str = ""
    quote: Quote | None = None
    span: Span | None = None
    layer: Layer | None = None
    block: BlockId | None = None
    event: str = ""
    is_withheld: bool = False
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An annotation: a note that has no target yet, and what it is about.

    ``address`` is its own, by which it is known again; ``site`` the beginning of those of the
    dossier that it was exported from, empty for one that is not ours. ``answers`` are the
    annotations above it, the nearest first. ``part`` numbers the targets where there are several.
    ``is_private``: only its writer may read it; ``is_of_group``: only a group may.
    """

    note: Note
    aim: Aim
    address: str = ""
    site: str = ""
    answers: tuple[str, ...] = ()
    part: str = ""
    is_private: bool = False
    is_of_group: bool = False


@dataclass(slots=True)
class Arrivals:
    """All that comes from a file, and what a person should know about it."""

    path: Path
    notes: list[Arrival] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    losses: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    broken: int = 0

    def lose(self, what: str) -> None:
        """Note that something of an annotation is not taken; it is told once, with a count."""
        self.losses[what] += 1

    def refuse(self, code: str, message: str, advice: str) -> None:
        """Report something that is not, or not wholly, taken."""
        self.findings.append(Finding(Severity.WARNING, code, message, self.path, advice=advice))

    def refuse_rest(self) -> None:
        """Report that a file holds more annotations than are read."""
        self.refuse(
            "import-too-much",
            f"Only the first {MOST:,} annotations are read.",
            "Export fewer at a time.",
        )

    def told(self) -> list[Finding]:
        """Everything that a person should know; what got lost comes last."""
        told = Arrivals(self.path, findings=list(self.findings))
        if self.broken:
            entries = "1 entry is" if self.broken == 1 else f"{self.broken:,} entries are"
            told.refuse("import-broken", f"{entries} no annotation.", "Export them again.")
        for what, count in sorted(self.losses.most_common(_TOLD)):
            times = "1 time" if count == 1 else f"{count:,} times"
            message = f"{what} is not taken over ({times})."
            told.refuse("import-loss", message, "Put it into the notes if it matters.")
        return told.findings


def unreadable(path: Path, reason: str, advice: str) -> NotesError:
    return NotesError(reason, code="import-unreadable", path=path, advice=advice)


def shown(words: str) -> str:
    """Words from a file for a message: on one line, and not too many."""
    line = line_in(words)
    return f"{line[:60]}…" if len(line) > 61 else line
