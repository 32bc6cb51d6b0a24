"""Changes to people's files: shown as a diff, or written all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator.errors import WriteError
from generator.filing.replace import part_of


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its bytes before and after. ``before`` is empty for a new file."""

    path: Path
    before: bytes
    after: bytes


def diff(changes: Sequence[Change], root: Path) -> str:
    """A unified diff, with paths relative to ``root`` where they lie below it."""
    return "".join(line for change in changes for line in _diff(change, root))


def _diff(change: Change, root: Path) -> Iterator[str]:
    path = change.path
    name = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    before, after = (
        data.decode("utf-8-sig", "replace").splitlines(keepends=True)
        for data in (change.before, change.after)
    )
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def write_all(changes: Sequence[Change]) -> None:
    """Write each file whole or not at all, and none unless all can be written.

    A file that changed since it was read is a reason to stop as well. Raises WriteError.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for change in changes:
            parts.append((_part(change), change.path.resolve()))
        for part, path in parts:
            part.replace(path)
    except OSError as cause:
        raise WriteError(
            f"cannot write the changes: {cause.strerror or cause}",
            code="cannot-write",
            path=Path(cause.filename) if cause.filename else None,
            advice="Check that the folder may be written to and that the disk is not full.",
        ) from cause
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)


def _part(change: Change) -> Path:
    """The new content in a file beside the old one, with its permissions."""
    path = change.path.resolve()
    if path.exists() and path.read_bytes() != change.before:
        raise WriteError(
            "this file changed while the command ran; nothing was changed",
            code="file-changed",
            path=change.path,
            advice="Run the command again.",
        )
    return part_of(path, change.after, durable=True)
