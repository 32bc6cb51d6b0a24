"""``texts/``: the texts that this edition publishes, as plain text; all spans count in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.write import paths
from generator.write.contents import Contents


def text_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    for source in contents.dossier.sources:
        for layer, document in source.layers:
            yield paths.text_file(source.id, layer), document.text.encode()
