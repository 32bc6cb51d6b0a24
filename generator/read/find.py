"""Finding records and captures, and which capture belongs to which record.

Links that lead out of a folder are never followed; pipes, devices and the like never opened.
Names that begin with a dot are the system's or an editor's own and are passed over.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

from generator.errors import ReadError, RecordError, SettingsError
from generator.model import CaptureFile, Finding, Record, Severity
from generator.read.files import stays_in, unreadable

#: What a source's id, the stem of its record's name, may be: it goes into addresses and files.
SOURCE_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")

#: The editors' introduction, which lies among the records and is none.
INTRODUCTION: Final = "index.md"


# --- records -----------------------------------------------------------------------------------


def find_records(folder: Path) -> tuple[list[Path], tuple[Finding, ...]]:
    """The records of a folder, sorted by name, and what was left out with the reason.

    Left out are names that make no id, ids that differ in case only, and what is no regular file
    in the folder. Raises SettingsError where there is no such folder.
    """
    candidates = [path for path in _listed(folder) if _is_record_name(path.name)]
    problems = {path: _record_problem(path, folder) for path in candidates}
    problems |= _same_ids(candidates)
    records = [path for path in candidates if problems[path] is None]
    return records, tuple(problem.finding for problem in problems.values() if problem)


def suggested_id(stem: str) -> str:
    """An id made of a file stem's ASCII letters and digits; empty where it has none."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9._]+", "-", plain.lower()).strip("-._")


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as cause:
        raise SettingsError(
            f"The folder of records cannot be read: {cause.strerror}.",
            code="no-sources-folder",
            path=folder,
            advice="Create it, or set the option `sources` to the folder that holds the records.",
        ) from cause


def _is_record_name(name: str) -> bool:
    return name.lower().endswith(".md") and not name.startswith(".") and name != INTRODUCTION


def _record_problem(path: Path, folder: Path) -> RecordError | None:
    # "x.digest" would be the name of x's own files under data/.
    if not SOURCE_ID.fullmatch(path.stem) or path.stem.endswith(".digest"):
        return _bad_id(path)
    if not stays_in(path, folder):
        return RecordError(
            "This is a link that leaves the folder of records.",
            code="link-leaves-folder",
            path=path,
            advice="Put the record itself here.",
        )
    if not path.is_file():
        return RecordError(
            "This is no regular file.",
            code="not-a-file",
            path=path,
            advice="Put a text file here, or give the folder a name that does not end in .md.",
        )
    return None


def _bad_id(path: Path) -> RecordError:
    suggestion = suggested_id(path.stem)
    rename = f'Rename the file, for example to "{suggestion}.md".' if suggestion else "Rename it."
    return RecordError(
        f'"{path.stem}" cannot be the id of a source.',
        code="invalid-id",
        path=path,
        advice=f"{rename} Ids are small letters a-z, digits, and - . _ after the first character; "
        'none ends in ".digest".',
    )


def _same_ids(paths: Iterable[Path]) -> dict[Path, RecordError]:
    """The error for each record whose id is another's, but for capitals."""
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        groups[path.stem.casefold()].append(path)
    return {
        path: RecordError(
            f"{_listing(other.name for other in group)} are one id.",
            code="same-id",
            path=path,
            advice="Rename all but one of them; capitals do not make a difference.",
        )
        for group in groups.values()
        if len(group) > 1
        for path in group
    }


def _listing(names: Iterable[str]) -> str:
    *most, last = (f'"{name}"' for name in names)
    return f"{', '.join(most)} and {last}" if most else last


# --- captures ----------------------------------------------------------------------------------


#: What in the folder of records is no capture.
OURS: Final = frozenset({".md", ".yml", ".yaml"})


@dataclass(frozen=True, slots=True)
class CaptureIndex:
    """All capture files at hand, and what was passed over.

    Each lookup lists files in the order of their paths: by SHA-256 (hex), by file name, and by
    file name without suffix.
    """

    files: tuple[CaptureFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    by_sha256: Mapping[str, tuple[CaptureFile, ...]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[CaptureFile, ...]] = field(default_factory=dict)
    by_stem: Mapping[str, tuple[CaptureFile, ...]] = field(default_factory=dict)


def find_captures(folders: Sequence[Path], sources: Path | None = None) -> CaptureIndex:
    """Every regular file below the folders, with its SHA-256.

    A folder that is not there is a note: a dossier without its captures is the public edition.
    Captures may lie beside the records in ``sources`` too, but Markdown and YAML there is ours.
    """
    files: list[CaptureFile] = []
    findings: list[Finding] = []
    beside = (
        (path for path in _walk(sources, findings) if path.suffix.lower() not in OURS)
        if sources
        else ()
    )
    for path in chain((path for folder in folders for path in _walk(folder, findings)), beside):
        try:
            files.append(_capture(path))
        except OSError as cause:
            findings.append(unreadable(path, cause, ReadError).finding)
    return CaptureIndex(
        tuple(files),
        tuple(findings),
        _grouped((file.sha256, file) for file in files),
        _grouped((file.path.name, file) for file in files),
        _grouped((file.path.stem, file) for file in files),
    )


def _walk(folder: Path, findings: list[Finding]) -> Iterator[Path]:
    """Regular files below a folder, sorted. What is passed over is reported, but for dot names."""
    if not folder.is_dir():
        findings.append(_no_folder(folder))
        return
    for parent, subfolders, names in os.walk(folder, onerror=_reporting(findings)):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(parent, name)
            problem = _capture_problem(path, folder)
            if problem:
                findings.append(problem)
            elif not path.is_symlink():
                yield path
        findings += filter(None, (_link_problem(Path(parent, name), folder) for name in subfolders))


def _reporting(findings: list[Finding]) -> Callable[[OSError], None]:
    """What os.walk calls with the error for a folder that it cannot list."""

    def report(cause: OSError) -> None:
        findings.append(unreadable(Path(cause.filename), cause, ReadError).finding)

    return report


def _capture_problem(path: Path, folder: Path) -> Finding | None:
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in path.name):
        return _passed_over("odd-name", path, "has a name that is no text", "Rename it.")
    if path.is_symlink():
        return _link_problem(path, folder)
    if not path.is_file():
        return _passed_over("not-a-file", path, "is no regular file", "Put the file itself here.")
    return None


def _link_problem(path: Path, folder: Path) -> Finding | None:
    """A link that leaves the folder. One that stays leads to what is found anyway."""
    if not path.is_symlink() or stays_in(path, folder):
        return None
    return _passed_over(
        "link-leaves-folder", path, "leads out of the folder of captures", "Put the file here."
    )


def _passed_over(code: str, path: Path, why: str, advice: str) -> Finding:
    name = path.name.encode("unicode_escape").decode("ascii")
    return Finding(Severity.WARNING, code, f'"{name}" {why}: it is passed over.', path, 0, advice)


def _no_folder(folder: Path) -> Finding:
    return Finding(
        Severity.NOTE,
        "no-captures-folder",
        "There is no such folder of captures.",
        folder,
        advice="Nothing is missing from a public edition; the full one needs the captures.",
    )


def _capture(path: Path) -> CaptureFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return CaptureFile(path, digest, file.tell())


def _grouped(pairs: Iterable[tuple[str, CaptureFile]]) -> dict[str, tuple[CaptureFile, ...]]:
    groups: defaultdict[str, list[CaptureFile]] = defaultdict(list)
    for key, file in pairs:
        groups[key].append(file)
    return {key: tuple(found) for key, found in groups.items()}


# --- which capture belongs to which record ------------------------------------------------------


def match(record: Record, index: CaptureIndex) -> CaptureFile | None:
    """The capture of a record, or None where it is not at hand.

    By SHA-256, whatever the file is called; else by the file name that the record gives; where
    it gives none, by the record's own id as the file's stem. Raises ReadError where a file has
    the right name and the wrong bytes, or where several files with different bytes could be meant.
    """
    if same := index.by_sha256.get(record.capture_sha256):
        return same[0]
    named = (
        index.by_name.get(record.capture_file, ())
        if record.capture_file
        else index.by_stem.get(record.path.stem, ())
    )
    if named and record.capture_sha256:
        raise _wrong_bytes(record, named[0])
    if len({file.sha256 for file in named}) > 1:
        raise _several(record, named)
    return named[0] if named else None


def same_captures(matched: Iterable[tuple[Record, CaptureFile | None]]) -> list[Finding]:
    """An error for each record that shares its capture's bytes with another, naming all of them.

    Records that name the same SHA-256 share it whether the capture is at hand or not.
    """
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record, capture in matched:
        groups[capture.sha256 if capture else record.capture_sha256].append(record)
    groups.pop("", None)
    return [
        Finding(
            Severity.ERROR,
            "same-capture",
            f"{_listing(other.path.name for other in group)} have the same capture ({sha256}).",
            record.path,
            advice="Keep one record for each capture.",
        )
        for sha256, group in groups.items()
        if len(group) > 1
        for record in group
    ]


def _wrong_bytes(record: Record, file: CaptureFile) -> ReadError:
    return ReadError(
        f'"{file.path.name}" has SHA-256 {file.sha256}, but its record "{record.path.name}" '
        f"names {record.capture_sha256}.",
        code="capture-mismatch",
        path=file.path,
        advice="Put back the capture that the record was written for, or correct the record.",
    )


def _several(record: Record, files: Sequence[CaptureFile]) -> ReadError:
    return ReadError(
        f"{_listing(str(file.path) for file in files)} could all be the capture of "
        f'"{record.path.name}".',
        code="capture-ambiguous",
        path=record.path,
        advice="Name the one that is meant by its sha256, under `capture` in the record.",
    )
