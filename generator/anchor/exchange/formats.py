"""Files with annotations: what they are, and who reads them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from generator.anchor.exchange.arrivals import Arrivals, unreadable
from generator.anchor.exchange.hypothesis import is_hypothesis, read_hypothesis
from generator.anchor.exchange.w3c import read_w3c
from generator.errors import NotesError
from generator.read.files import regular_bytes

#: The largest file, in bytes: some 10,000 annotations.
SIZE_LIMIT: Final = 20_000_000

#: A reader takes the JSON of a file, puts what it finds into the arrivals, and knows the beginnings
#: of the addresses of this dossier's site.
Reader = Callable[[Any, Arrivals, tuple[str, ...]], None]

FORMATS: Final[dict[str, Reader]] = {
    "w3c": read_w3c,
    "hypothesis": lambda data, arrivals, bases: read_hypothesis(data, arrivals),
}

#: Let the file say it.
AUTO: Final = "auto"


def read_annotations(path: Path, form: str, bases: tuple[str, ...]) -> Arrivals:
    """The annotations of a file in one of the formats. Raises NotesError where there are none."""
    data = _json(path)
    arrivals = Arrivals(path)
    FORMATS[_format_of(data) if form == AUTO else form](data, arrivals, bases)
    if not (arrivals.notes or arrivals.mentions or arrivals.told()):
        advice = "Export it again: as a W3C AnnotationPage, or from the API of Hypothesis."
        raise unreadable(path, "There are no annotations in it.", advice)
    return arrivals


def _format_of(data: Any) -> str:
    return "hypothesis" if is_hypothesis(data) else "w3c"


def _json(path: Path) -> Any:
    data = regular_bytes(path, limit=SIZE_LIMIT, error=NotesError)
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        raise unreadable(path, "The file is not in UTF-8.", "Save it as UTF-8.") from cause
    except (ValueError, RecursionError) as cause:
        raise unreadable(
            path, "This is no JSON, or nested too deep.", "Export it again, as JSON."
        ) from cause
