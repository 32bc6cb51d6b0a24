"""Findings about one file, collected while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong in a file, by line."""

    path: Path
    findings: list[Finding] = field(default_factory=list)

    def error(self, code: str, line: int, message: str, advice: str) -> None:
        """Something is left out because of this."""
        self._add(Severity.ERROR, code, line, message, advice)

    def warning(self, code: str, line: int, message: str, advice: str) -> None:
        """Everything is used, but a person may have meant something else."""
        self._add(Severity.WARNING, code, line, message, advice)

    def _add(self, severity: Severity, code: str, line: int, message: str, advice: str) -> None:
        self.findings.append(Finding(severity, code, message, self.path, line, advice))
