"""A value on one line, whatever a reader of another format takes for the end of one."""

from __future__ import annotations

import re
from typing import Final

#: Control characters and Unicode's own line ends: RIS and BibTeX have no way to write them.
_BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def flat(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()
