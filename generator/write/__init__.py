"""Write: pages as Markdown and data beside them, onto the disk."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model import Finding
from generator.write.contents import Contents
from generator.write.disk import Written, hand_written, sync
from generator.write.exports import data_files
from generator.write.pages import pages
from generator.write.wikilinks import dead_links

__all__ = ["Contents", "Written", "findings", "render", "write"]


def render(contents: Contents) -> dict[PurePosixPath, bytes]:
    """Every file that the dossier consists of, by its path below the pages folder."""
    return {page.path: page.content for page in pages(contents)} | data_files(contents)


def write(contents: Contents) -> Written:
    """Render and write. Raises WriteError where the folder cannot be written at all.

    An edition that has a pages folder of its own gets copies of the hand-written pages too.
    """
    settings = contents.settings
    files = render(contents)
    if settings.pages != settings.docs:
        files = hand_written(settings.docs) | files
    return sync(files, settings.pages)


def findings(contents: Contents) -> tuple[Finding, ...]:
    """What only shows once pages are made: links of editors that lead nowhere."""
    return tuple(
        dead_links(contents, contents.dossier.introduction, contents.settings.introduction)
    )
