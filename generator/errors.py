"""What can go wrong, as a tree. Each error says which file, which line, what is wrong, and what to do.

DossierError
├── SettingsError     an option in mkdocs.yml or on the command line
├── SourceError       one source: it is reported and left out, the others are built
│   ├── ReadError     a capture that is no text, too large, empty or not the one its record names
│   └── RecordError   a record that cannot be understood
├── TopicsError       the topics file cannot be understood at all
├── NotesError        a file of notes, claims or events cannot be understood at all
├── WriteError        a page or data file that cannot be written where it should go
└── BuildError        MkDocs gave up
"""

from __future__ import annotations

from pathlib import Path

from generator.model import Finding, Severity


class DossierError(Exception):
    """Base of all errors of this program; carries data for people and for reports."""

    def __init__(
        self, reason: str, *, code: str, path: Path | None = None, line: int = 0, advice: str = ""
    ) -> None:
        self.reason, self.code, self.path, self.line, self.advice = reason, code, path, line, advice
        super().__init__(reason)

    @property
    def finding(self) -> Finding:
        return Finding(Severity.ERROR, self.code, self.reason, self.path, self.line, self.advice)


class SettingsError(DossierError):
    """An option in mkdocs.yml or on the command line is wrong."""


class SourceError(DossierError):
    """One source cannot be used; the others can."""


class ReadError(SourceError):
    """A capture cannot be read."""


class RecordError(SourceError):
    """A record cannot be understood."""


class TopicsError(DossierError):
    """The topics file cannot be understood."""


class NotesError(DossierError):
    """A file of notes, claims or events cannot be understood."""


class WriteError(DossierError):
    """Something cannot be written where it should go."""


class BuildError(DossierError):
    """MkDocs could not build the site from the pages."""
