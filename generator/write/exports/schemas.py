"""``schemas/``: what the files that people write may hold, as JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from generator.write import paths
from generator.write.contents import Contents

#: Part of the program, so that editors can use them without a site.
FOLDER: Final = Path(__file__).parents[2] / "schemas"


def schema_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for path in sorted(FOLDER.glob("*.schema.json")):
        yield paths.DATA / "schemas" / path.name, path.read_bytes()
