"""Tags' names in addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

#: The longest name that is made of a tag's own letters, in characters.
_LENGTH: Final = 48


@lru_cache(maxsize=4096)
def tag_slug(tag: str) -> str:
    """A name of letters a-z, digits and hyphens that no other tag has.

    A tag of other letters, capitals or signs gets a part of its SHA-256 as well: two tags that
    look alike in ASCII stay two, also on disks that take capitals for small letters.
    """
    bare = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LENGTH]
    if slug == tag:
        return slug
    return "-".join(filter(None, (slug, hashlib.sha256(tag.encode()).hexdigest()[:6])))
