"""The options of a dossier, read once and never changed.

Each field is an option of the ``dossier`` plugin in mkdocs.yml and is explained in
docs/guide/settings.md; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from generator.errors import SettingsError

#: How many words of a restricted text may stand on a public page in one run (law 7).
QUOTATION_LIMIT: Final = 8


class Edition(StrEnum):
    """What a build may carry: only what may be published, or everything at hand."""

    PUBLIC = "public"
    FULL = "full"


class LinkPolicy(StrEnum):
    """Which mentions of a topic become links: the first in each block, section or page, or all."""

    BLOCK = "block"
    SECTION = "section"
    PAGE = "page"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run depends on besides the files it reads.

    ``root`` is the folder of mkdocs.yml, ``docs`` the hand-written pages, ``pages`` the folder
    that pages are written to (the same as ``docs`` for the public edition).
    """

    root: Path
    docs: Path
    pages: Path
    sources: Path
    captures: tuple[Path, ...]
    title: str = "Dossier"
    description: str = ""
    author: str = ""
    site_url: str = ""
    language: str = "en"
    edition: Edition = Edition.PUBLIC
    link: LinkPolicy = LinkPolicy.BLOCK
    plain_extensions: bool = True

    @property
    def topics(self) -> Path:
        return self.sources / "topics.yml"

    @property
    def introduction(self) -> Path:
        return self.sources / "index.md"

    @property
    def watched(self) -> tuple[Path, ...]:
        """Folders whose change asks for a new build."""
        return tuple(path for path in (self.sources, *self.captures) if path.is_dir())


def pages_folder(root: Path, docs: Path, edition: Edition) -> Path:
    """Where an edition's pages are written.

    Only the public edition writes into docs/: a restricted text never lies in a folder that some
    other builder, or a careless commit, might publish (docs/decisions/0003).
    """
    return docs if edition is Edition.PUBLIC else root / ".dossier" / edition / "docs"


def edition_named(name: str) -> Edition:
    """The edition of that name. Raises SettingsError, which lists the known ones."""
    try:
        return Edition(name)
    except ValueError:
        raise _unknown("edition", name, tuple(Edition)) from None


def link_policy_named(name: str) -> LinkPolicy:
    """The linking policy of that name. Raises SettingsError, which lists the known ones."""
    try:
        return LinkPolicy(name)
    except ValueError:
        raise _unknown("link", name, tuple(LinkPolicy)) from None


def _unknown(option: str, name: str, known: tuple[str, ...]) -> SettingsError:
    return SettingsError(
        f"{option}: {name!r} is not known",
        code="unknown-value",
        advice=f"Use one of: {', '.join(known)}.",
    )
