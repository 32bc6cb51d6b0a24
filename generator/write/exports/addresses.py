"""Files of the site as addresses."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urljoin

from generator.write.contents import Contents


def iri(contents: Contents, path: PurePosixPath) -> str:
    """A file of the site as an IRI: absolute where the site says its address, else from its root."""
    return iri_below(contents.settings.site_url, path)


def iri_below(site_url: str, path: PurePosixPath) -> str:
    """As ``iri``, for what has no contents yet."""
    return urljoin(site_url, str(path)) if site_url else f"/{path}"
