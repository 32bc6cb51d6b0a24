"""Findings for people and for programs: one line each, or JSON, GitHub's annotations, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from generator.model import Finding, Severity


def as_line(finding: Finding, root: Path | None = None) -> str:
    """``sources/a.md:3: what is wrong [code] What to do.``"""
    place = _place(finding, root)
    advice = f" {finding.advice}" if finding.advice else ""
    return f"{place}{finding.message} [{finding.code}]{advice}"


def as_text(findings: Sequence[Finding], root: Path) -> str:
    lines = [f"{finding.severity}: {as_line(finding, root)}" for finding in findings]
    return "\n".join([*lines, _summary(findings)])


def as_json(findings: Sequence[Finding], root: Path) -> str:
    rows = [
        {
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.message,
            "path": _path(finding, root),
            "line": finding.line,
            "advice": finding.advice,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], root: Path) -> str:
    """Workflow commands that GitHub shows beside the changed lines."""
    return "\n".join(_github(finding, root) for finding in findings)


def as_sarif(findings: Sequence[Finding], root: Path) -> str:
    """SARIF 2.1.0, as code scanning reads it."""
    results = [_sarif_result(finding, root) for finding in findings]
    rules = [{"id": code} for code in sorted({finding.code for finding in findings})]
    driver = {"name": "dossier", "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: Final[dict[str, Callable[[Sequence[Finding], Path], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def _path(finding: Finding, root: Path | None) -> str:
    if finding.path is None:
        return ""
    if root is not None and finding.path.is_relative_to(root):
        return str(finding.path.relative_to(root))
    return str(finding.path)


def _place(finding: Finding, root: Path | None) -> str:
    path = _path(finding, root)
    return f"{path}:{finding.line}: " if path and finding.line else f"{path}: " if path else ""


def _summary(findings: Sequence[Finding]) -> str:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return ", ".join(f"{n} {severity}{'s' * (n != 1)}" for severity, n in counts.items())


_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _github(finding: Finding, root: Path) -> str:
    properties = {"file": _path(finding, root), "line": finding.line or "", "title": finding.code}
    shown = ",".join(f"{k}={_property(str(v))}" for k, v in properties.items() if v)
    message = f"{finding.message} {finding.advice}".strip()
    return f"::{_GITHUB[finding.severity]} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_result(finding: Finding, root: Path) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message} {finding.advice}".strip()},
    }
    if finding.path is not None:
        location: dict[str, Any] = {
            "artifactLocation": {"uri": Path(_path(finding, root)).as_posix()}
        }
        if finding.line:
            location["region"] = {"startLine": finding.line}
        result["locations"] = [{"physicalLocation": location}]
    return result
