"""The built site's folder: replaced whole or not at all, and left alone when nothing changed.

A site is built beside its place and moved in when it is complete. What it was built from is
remembered as one fingerprint, so that a run without changes ends before the builder starts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import WriteError


def fingerprint(files: Iterable[Path], words: Iterable[str]) -> str:
    """One SHA-256 over the names and bytes of files and over some words (options, versions)."""
    total = hashlib.sha256()
    for word in words:
        total.update(b"word\0" + word.encode() + b"\0")
    for file in sorted(set(files)):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"file\0{file}\0{digest}\0".encode())
    return total.hexdigest()


def files_below(folder: Path) -> Iterator[Path]:
    """All files of a folder, at any depth."""
    return (path for path in folder.rglob("*") if path.is_file())


def is_current(site: Path, memory: Path, made_from: str) -> bool:
    """Whether the site is the one built from that fingerprint, and nobody touched it since."""
    try:
        remembered = json.loads(_memory_of(site, memory).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(remembered == {"from": made_from, "site": _inventory(site)})


def remember(site: Path, memory: Path, made_from: str) -> None:
    """Note what the site was built from, for is_current."""
    file = _memory_of(site, memory)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"from": made_from, "site": _inventory(site)}), "utf-8")


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """A folder to build in; it takes the site's place if the block ends well, else it goes.

    Raises WriteError where there is no place for it, or where ``site`` is a folder of something
    else that a build would throw away.
    """
    _refuse_other_folders(site)
    fresh, old = (site.with_name(f".{site.name}.{word}") for word in ("new", "old"))
    _clear(fresh, old)
    try:
        fresh.mkdir(parents=True)
        yield fresh
        if site.exists():
            site.replace(old)
        fresh.replace(site)
    except OSError as error:
        if old.exists() and not site.exists():
            old.replace(site)
        raise WriteError(
            f"cannot write the site: {error.strerror or error}",
            code="cannot-write",
            path=site,
            advice="Check that the folder above it may be written to and that the disk is not full.",
        ) from error
    finally:
        _clear(fresh, old)


def _refuse_other_folders(site: Path) -> None:
    """A site's folder is empty, or has an index.html and nothing hidden, such as a repository;
    anything else is a mistyped path, or holds more than a site."""
    names = {path.name for path in site.iterdir()} if site.is_dir() else set()
    if names and ("index.html" not in names or any(name.startswith(".") for name in names)):
        raise WriteError(
            "this folder has files in it and does not look like a built site",
            code="not-a-site",
            path=site,
            advice="Name an empty or new folder for the site, or empty this one yourself.",
        )


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _memory_of(site: Path, memory: Path) -> Path:
    name = hashlib.sha256(str(site.resolve()).encode()).hexdigest()[:16]
    return memory / f"{name}.json"


def _inventory(site: Path) -> dict[str, list[int]]:
    """Sizes in bytes and times of change in nanoseconds, by path."""
    stats = {str(path.relative_to(site)): path.stat() for path in files_below(site)}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in sorted(stats.items())}
