"""Files onto the disk, and off again: only what changed, and never what a person wrote.

A manifest beside the pages names every file that a run wrote, with the SHA-256 it had. A file
that is not in it, or that was changed since, belongs to a person: it is left as it is and
reported. The manifest is written before the pages with old and new hashes together, so that a
run that is killed half-way leaves nothing that the next one would not know.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import WriteError
from generator.filing.replace import part_of
from generator.model import Finding

MANIFEST: Final = ".dossier.json"

Hashes = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the disk: numbers of files, and what it had to leave alone."""

    changed: int
    removed: int
    unchanged: int
    findings: tuple[Finding, ...] = ()


def manifest_of(folder: Path) -> frozenset[str]:
    """The paths, relative to ``folder``, of the files that a run wrote there."""
    return frozenset(_load(folder))


def hand_written(folder: Path) -> dict[PurePosixPath, bytes]:
    """The files of a folder that no run wrote, by their relative path; hidden ones are left out."""
    return {path: (folder / path).read_bytes() for path in names_by_hand(folder)}


def names_by_hand(folder: Path) -> list[PurePosixPath]:
    """The relative paths of the files that no run wrote."""
    ours = manifest_of(folder)
    paths = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        PurePosixPath(path)
        for path in paths
        if str(path) not in ours and not any(part.startswith(".") for part in path.parts)
    ]


def sync(files: Mapping[PurePosixPath, bytes], folder: Path) -> Written:
    """Make ``folder`` hold ``files`` and none that an earlier run wrote and this one does not.

    Raises WriteError if the folder cannot be written at all.
    """
    try:
        return _sync(files, folder)
    except OSError as error:
        raise WriteError(
            f"cannot write pages: {error.strerror or error}",
            code="cannot-write",
            path=folder,
            advice="Check that the folder exists, that it may be written to, and that the disk is not full.",
        ) from error


def _sync(files: Mapping[PurePosixPath, bytes], folder: Path) -> Written:
    before = _load(folder)
    after = {str(path): [_sha256(data)] for path, data in files.items()}
    found = {name: _hash_on_disk(folder / name) for name in before.keys() | after.keys()}
    findings = [
        foreign(folder / n, n in before)
        for n in sorted(found)
        if _is_foreign(n, found, before, after)
    ]
    theirs = {str(finding.path.relative_to(folder)) for finding in findings if finding.path}
    changed = [n for n in sorted(after) if n not in theirs and found[n] not in after[n]]
    removed = [n for n in sorted(before) if n not in after and n not in theirs and found[n]]
    kept = {name: before[name] for name in theirs if name in before}
    if changed or removed:
        _save(folder, _union(before, after))
        for name in changed:
            _write(folder / name, files[PurePosixPath(name)])
        for name in removed:
            _remove(folder / name, folder)
    if (final := kept | {n: h for n, h in after.items() if n not in theirs}) != before:
        _save(folder, final)
    unchanged = len(after) - len(changed) - len(theirs & after.keys())
    return Written(len(changed), len(removed), unchanged, tuple(findings))


def _is_foreign(name: str, found: Mapping[str, str], before: Hashes, after: Hashes) -> bool:
    """Whether a file on the disk holds anything but what a run put there."""
    on_disk = found[name]
    return (
        bool(on_disk) and on_disk not in before.get(name, []) and on_disk not in after.get(name, [])
    )


def foreign(path: Path, was_ours: bool = False) -> Finding:
    """The finding for a file of a person's where a page would go."""
    if was_ours:
        return WriteError(
            "this page was changed by hand since it was written, so it is left as it is",
            code="changed-by-hand",
            path=path,
            advice="Move your words into sources/ (a record or a topic), then delete the page.",
        ).finding
    return WriteError(
        "a page that the generator writes would go here, but this file is not its own",
        code="hand-written-page",
        path=path,
        advice="Rename the file, or delete it if it is an old generated page.",
    ).finding


def _union(before: Hashes, after: Hashes) -> Hashes:
    names = before.keys() | after.keys()
    return {name: sorted({*before.get(name, []), *after.get(name, [])}) for name in names}


def _load(folder: Path) -> Hashes:
    """The manifest; a missing or damaged one knows no file, so that nothing is overwritten."""
    try:
        loaded = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    files = loaded.get("files", {}) if isinstance(loaded, dict) else {}
    return dict(_valid_entries(files)) if isinstance(files, dict) else {}


def _valid_entries(files: Mapping[object, object]) -> Iterator[tuple[str, list[str]]]:
    """Entries that name a file inside the folder: a manifest must not make a run delete elsewhere."""
    for name, hashes in files.items():
        if not isinstance(name, str) or not isinstance(hashes, list):
            continue
        path = PurePosixPath(name)
        if not path.is_absolute() and ".." not in path.parts:
            yield name, [h for h in hashes if isinstance(h, str)]


def _save(folder: Path, files: Hashes) -> None:
    content = {"what": "Files that the generator wrote, with their SHA-256.", "files": files}
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    _write(folder / MANIFEST, text.encode())


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path, data, durable=False)
    try:
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _remove(path: Path, folder: Path) -> None:
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()


def _hash_on_disk(path: Path) -> str:
    """The SHA-256 of a file, "" where there is none; a folder or link in its place is not ours."""
    if path.is_symlink() or path.is_dir():
        return "not a file"
    try:
        return _sha256(path.read_bytes())
    except FileNotFoundError:
        return ""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
