"""The command line: exit codes, plain words, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.model import Finding, Severity
from generator.report import as_github, as_line, as_sarif
from tests.dossiers import make_dossier


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    config = make_dossier(tmp_path / "d")
    monkeypatch.chdir(config.parent)
    return config.parent


def dossier_command(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_build_says_what_it_did_and_where_to_look(dossier: Path) -> None:
    done = dossier_command("build", cwd=dossier)
    assert done.returncode == 0, done.stderr
    assert "1 source" in done.stdout
    assert (dossier / "site/index.html").as_uri() in done.stdout
    again = dossier_command("build", cwd=dossier)
    assert "nothing changed" in again.stdout


def test_plain_mkdocs_does_the_whole_job_too(dossier: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=dossier, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (dossier / "site/sources/1936-lamp.html").exists()


def test_findings_fail_a_strict_build_and_a_check_and_not_a_plain_build(dossier: Path) -> None:
    (dossier / "sources/bad.md").write_text("---\ntitel: x\n---\n")
    for arguments, code in ((["build"], 0), (["build", "--strict"], 1), (["check"], 1)):
        done = dossier_command(*arguments, cwd=dossier)
        assert done.returncode == code, done.stderr
        assert "sources/bad.md" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["build", "--edition", "secret"], ["build", "--config", "nowhere.yml"], ["build", "--nonsense"], ["nonsense"], ["check", "--format", "xml"]],
)  # fmt: skip
def test_wrong_use_is_two(dossier: Path, arguments: list[str]) -> None:
    done = dossier_command(*arguments, cwd=dossier)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "site_name: [",
        "plugins: [dossier]\n",
        "site_name: x\nplugins: [search]\n",
        "- a\n- b\n",
        "site_name: x\nplugins: 7\n",
        "site_name: x\nplugins:\n- dossier: yes\n",
        "site_name: x\nplugins:\n- [search]\n",
    ],
)
def test_a_broken_mkdocs_yml_is_an_error_for_people(dossier: Path, content: str) -> None:
    (dossier / "mkdocs.yml").write_text(content)
    done = dossier_command("build", cwd=dossier)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "mkdocs.yml" in done.stderr


def test_check_writes_nothing(dossier: Path) -> None:
    before = sorted(dossier.rglob("*"))
    done = dossier_command("check", cwd=dossier)
    assert done.returncode == 0, done.stdout
    assert sorted(dossier.rglob("*")) == before


def test_check_prints_json(dossier: Path) -> None:
    (dossier / "sources/bad.md").write_text("no front matter")
    rows = json.loads(dossier_command("check", "--format", "json", cwd=dossier).stdout)
    bad = next(row for row in rows if row["code"] == "no-front-matter")
    assert bad["path"] == "sources/bad.md"
    assert bad["severity"] == "error"


FINDING = Finding(
    Severity.WARNING, "odd", "50% odd:\nreally, see::here", Path("/d/a,b.md"), 3, "Mend it."
)


def test_a_line_for_people_has_place_reason_and_advice() -> None:
    assert as_line(FINDING, Path("/d")).startswith("a,b.md:3: 50% odd:")
    assert as_line(FINDING, Path("/d")).endswith("[odd] Mend it.")


def test_github_annotations_are_escaped() -> None:
    assert as_github([FINDING], Path("/d")) == (
        "::warning file=a%2Cb.md,line=3,title=odd::50%25 odd:%0Areally, see::here Mend it."
    )


def test_sarif_names_rule_file_and_line() -> None:
    result = json.loads(as_sarif([FINDING], Path("/d")))["runs"][0]["results"][0]
    assert (result["ruleId"], result["level"]) == ("odd", "warning")
    location = result["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 3}


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_command_has_help_with_an_example(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert result.exit_code == 0
    assert not command or "Example: dossier" in result.output
