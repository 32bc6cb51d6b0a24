"""Law 5: a run never overwrites or deletes a file that it did not write."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import WriteError
from generator.write import disk
from generator.write.disk import MANIFEST, hand_written, manifest_of, sync
from tests.dossiers import tree

NAMES = st.sampled_from(["a.md", "b.md", "sub/c.md", "sub/deep/d.md", "e.json"])
CONTENTS = st.sampled_from([b"", b"one", b"two", b"three"])
FILES = st.dictionaries(NAMES, CONTENTS, max_size=5)


def paths(files: dict[str, bytes]) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(name): data for name, data in files.items()}


@given(runs=st.lists(FILES, min_size=1, max_size=4), by_hand=FILES, edits=FILES)
def test_what_a_person_wrote_stays(
    tmp_path_factory: pytest.TempPathFactory,
    runs: list[dict[str, bytes]],
    by_hand: dict[str, bytes],
    edits: dict[str, bytes],
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    mine = {}
    for name, data in by_hand.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        mine[name] = data
    for number, run in enumerate(runs):
        sync(paths(run), folder)
        if number == 0:
            for name, data in edits.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data + b" by hand")
                mine[name] = data + b" by hand"
    on_disk = tree(folder)
    for name, data in mine.items():
        # A file that happens to hold what the run would write may become the run's own.
        ours = {run[name] for run in runs if name in run}
        assert on_disk.get(name) == data or data in ours


@given(FILES, FILES)
def test_the_folder_holds_the_last_run_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    sync(paths(first), folder)
    sync(paths(second), folder)
    on_disk = tree(folder)
    on_disk.pop(MANIFEST, None)
    assert on_disk == second
    assert manifest_of(folder) == second.keys()


def test_a_run_without_changes_writes_nothing(tmp_path: Path) -> None:
    sync(paths({"a.md": b"one", "sub/c.md": b"two"}), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    written = sync(paths({"a.md": b"one", "sub/c.md": b"two"}), tmp_path)
    assert (written.changed, written.removed, written.unchanged) == (0, 0, 2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_hand_written_page_in_the_way_is_reported_and_the_rest_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    written = sync(paths({"a.md": b"theirs", "b.md": b"new"}), tmp_path)
    assert (tmp_path / "a.md").read_text() == "mine"
    assert (tmp_path / "b.md").read_bytes() == b"new"
    assert [(f.code, f.path) for f in written.findings] == [
        ("hand-written-page", tmp_path / "a.md")
    ]


def test_a_page_changed_by_hand_is_reported_again_and_again(tmp_path: Path) -> None:
    sync(paths({"a.md": b"one"}), tmp_path)
    (tmp_path / "a.md").write_text("my correction")
    for _ in range(2):
        written = sync(paths({"a.md": b"two"}), tmp_path)
        assert [f.code for f in written.findings] == ["changed-by-hand"]
    assert sync({}, tmp_path).findings[0].code == "changed-by-hand"
    assert (tmp_path / "a.md").read_text() == "my correction"


def test_a_run_that_is_killed_leaves_only_files_that_the_next_one_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the run stops, the next one ends as if nothing had happened."""
    files = {f"{n}.md": f"new {n}".encode() for n in range(5)}
    for stop_at in range(7):
        folder = tmp_path / str(stop_at)
        folder.mkdir()
        sync(paths({"0.md": b"old", "gone.md": b"old"}), folder)
        calls, write = 0, disk._write

        def dying(path: Path, data: bytes, stop: int = stop_at, write=write) -> None:  # type: ignore[no-untyped-def]
            nonlocal calls
            calls += 1
            if calls > stop:
                raise KeyboardInterrupt
            write(path, data)

        monkeypatch.setattr(disk, "_write", dying)
        with pytest.raises(KeyboardInterrupt):
            sync(paths(files), folder)
        monkeypatch.setattr(disk, "_write", write)
        assert sync(paths(files), folder).findings == ()
        assert {n: d for n, d in tree(folder).items() if n != MANIFEST} == files


@pytest.mark.parametrize(
    "damaged", ["", "[]", '{"files": 3}', '{"files": {"a.md": "x"}}', "\x00\xff"]
)
def test_a_damaged_manifest_overwrites_nothing(tmp_path: Path, damaged: str) -> None:
    sync(paths({"a.md": b"one"}), tmp_path)
    (tmp_path / MANIFEST).write_text(damaged)
    (tmp_path / "a.md").write_text("mine by now")
    assert [f.code for f in sync(paths({"a.md": b"two"}), tmp_path).findings] == [
        "hand-written-page"
    ]
    assert (tmp_path / "a.md").read_text() == "mine by now"


def test_a_manifest_cannot_make_a_run_delete_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (tmp_path / "precious").write_bytes(b"x")
    hash_of_x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    entries = {"../precious": [hash_of_x], str(tmp_path / "precious"): [hash_of_x]}
    (folder / MANIFEST).write_text(json.dumps({"files": entries}))
    sync({}, folder)
    assert (tmp_path / "precious").read_bytes() == b"x"


def test_a_link_or_folder_where_a_page_would_go_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine")
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "b.md").mkdir()
    written = sync(paths({"a.md": b"x", "b.md": b"y"}), tmp_path)
    assert {f.path for f in written.findings} == {tmp_path / "a.md", tmp_path / "b.md"}
    assert (tmp_path / "elsewhere").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_an_error_for_people(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteError) as caught:
            sync(paths({"a.md": b"x"}), tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.advice


def test_a_folder_that_cannot_be_made_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WriteError) as caught:
        sync(paths({"a.md": b"x"}), tmp_path / "file" / "pages")
    assert caught.value.code == "cannot-write"


def test_hand_written_files_are_those_no_run_wrote(tmp_path: Path) -> None:
    sync(paths({"a.md": b"one"}), tmp_path)
    (tmp_path / "about.md").write_text("mine")
    (tmp_path / ".hidden").write_text("no")
    assert hand_written(tmp_path) == {PurePosixPath("about.md"): b"mine"}
