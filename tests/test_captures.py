"""The example's own captures against hand-made truth, where both are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.plugin import settings_for
from tests.conftest import ROOT, SHARED, needs_shared

pytestmark = [needs_shared, pytest.mark.xdist_group("captures")]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Outcome:
    """The full edition of the example, its pages in a folder of the test's."""
    from dataclasses import replace

    captures = [str(SHARED / "captures")]
    settings = settings_for(ROOT / "mkdocs.yml", {"edition": "full", "captures": captures})
    return pipeline.run(replace(settings, pages=tmp_path_factory.mktemp("full") / "docs"))


def test_the_example_has_no_findings_and_all_its_captures(outcome: pipeline.Outcome) -> None:
    assert outcome.problems == ()
    assert all(source.text for source in outcome.contents.dossier.sources)


def test_the_figures_hold(outcome: pipeline.Outcome) -> None:
    data = outcome.contents.settings.pages / "data"
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(data), "--detail"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout.splitlines()[-1])
    print(done.stdout)
    assert figures["missing"] == figures["unaccounted"] == 0
    assert figures["class_accuracy"] >= 0.98
    assert min(figures["body_p"], figures["body_r"]) >= 0.98
    assert figures["mention_p"] >= 0.985
    assert figures["mention_r"] >= 0.97
    assert figures["event_p"] >= 0.9
    assert figures["event_r"] >= 0.85


def test_every_nonblank_line_of_every_capture_has_one_fate(outcome: pipeline.Outcome) -> None:
    total = 0
    for source in outcome.contents.dossier.sources:
        assert source.capture is not None
        lines = source.capture.path.read_text("utf-8").split("\n")
        expected = [number for number, line in enumerate(lines, 1) if line.strip()]
        assert [placed.verdict.part.line for placed in source.placed] == expected
        total += len(expected)
    assert total == 140


def test_the_public_edition_shares_no_run_of_words_with_a_capture(tmp_path: Path) -> None:
    """Law 7 on real captures, at hand while the public edition is built."""
    from dataclasses import replace

    captures = [str(SHARED / "captures")]
    settings = settings_for(ROOT / "mkdocs.yml", {"edition": "public", "captures": captures})
    pipeline.run(replace(settings, pages=tmp_path / "docs"))
    files = [str(path) for path in (tmp_path / "docs").rglob("*") if path.is_file()]
    command = [sys.executable, str(SHARED / "tools" / "own_words.py"), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_project_shares_no_run_of_words_with_a_capture() -> None:
    command = [sys.executable, str(SHARED / "tools" / "own_words.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
