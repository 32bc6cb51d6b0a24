"""``provenance/``: the fate of every nonblank line of each capture whose text is published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.model import Placed
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json


def provenance_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for source in contents.dossier.sources:
        if source.text is not None and source.capture is not None:
            data = {
                "sha256": source.capture.sha256,
                "file": source.capture.path.name,
                "lines": [_line(placed) for placed in source.placed],
            }
            yield paths.provenance_file(source.id), as_json(data)


def _line(placed: Placed) -> dict[str, Any]:
    verdict = placed.verdict
    line: dict[str, Any] = {"line": verdict.part.line, "fate": verdict.fate.value}
    if verdict.reason:
        line["reason"] = verdict.reason
    if verdict.rule:
        line["rule"] = verdict.rule
    if placed.span is not None:
        line |= {"start": placed.span.start, "end": placed.span.end, "block": placed.block}
    return line
