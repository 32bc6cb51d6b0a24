"""Search: everything that can be found, as scripts that a page can load from a disk too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from generator.write import paths
from generator.write.contents import Contents
from generator.write.search.entries import Entry
from generator.write.search.gather import entries_of, page_entry
from generator.write.search.scripts import index_scripts

__all__ = ["Entry", "page_entry", "search_files"]


def search_files(
    contents: Contents, own_pages: Iterable[Entry]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The index of a site, by path below the site's folder.

    ``own_pages`` are the pages that the editors wrote: only the builder knows how they came out.
    """
    entries = chain(entries_of(contents), own_pages)
    for name, data in index_scripts(entries, contents.dossier.topics):
        yield paths.INDEX / name, data
