"""Topics on their way in from another format: entries, where they stood, and what got lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator.errors import TopicsError
from generator.model import Finding, Severity
from generator.recognise.topic_edit.plain import Entry

#: Control characters (but tab and line end) and lone surrogates: no YAML can hold them.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(slots=True)
class Incoming:
    """Entries with the line that each began in (0 where lines mean nothing), and losses so far."""

    path: Path
    entries: list[tuple[Entry, int]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    losses: Counter[str] = field(default_factory=Counter)

    def add(self, entry: Entry, line: int = 0) -> None:
        """Take an entry; values that say nothing are left out, and so is what is no text."""
        values = {key: self._tidy(value) for key, value in entry.items()}
        self.entries.append(({key: value for key, value in values.items() if value}, line))

    def lose(self, what: str) -> None:
        """Note that something of a topic is not taken; each thing is told once, with a count."""
        self.losses[what] += 1

    def told(self) -> list[Finding]:
        """Everything that a person should know, by line; what got lost comes last."""
        found = sorted(self.findings, key=lambda finding: finding.line)
        return found + [
            Finding(
                Severity.WARNING,
                "import-loss",
                f"{what} is not taken over ({count} {'time' if count == 1 else 'times'}).",
                self.path,
                advice="Put it into the scope notes if it matters.",
            )
            for what, count in self.losses.items()
        ]

    def problem(self, code: str, message: str, advice: str, line: int = 0) -> None:
        self.findings.append(Finding(Severity.WARNING, code, message, self.path, line, advice))

    def _tidy(self, value: Any) -> Any:
        """Data of another format as a topics file can hold it: texts, flags, lists and mappings."""
        if isinstance(value, dict):
            return {str(self._tidy(key)): self._tidy(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self._tidy(item) for item in value]
        if isinstance(value, bool):
            return value
        text = "" if value is None else str(value)
        if _NO_TEXT.search(text):
            self.lose("A control character")
        return _NO_TEXT.sub("", text)


def unreadable(path: Path, reason: str, advice: str, line: int = 0) -> TopicsError:
    return TopicsError(reason, code="import-unreadable", path=path, line=line, advice=advice)
