"""The words of exported notes: W3C's, and a few of our own for what those cannot say.

https://www.w3.org/TR/annotation-vocab/ has the terms of the context named first. A JSON-LD
processor finds ours declared beside it; other programs may pass over them.
"""

from __future__ import annotations

from typing import Any, Final

from generator.recognise.topic_edit.skos import OWN

ANNO: Final = "http://www.w3.org/ns/anno.jsonld"

#: ``status`` of the note; ``stance`` of a body that is a claim; ``createdEdtf`` and
#: ``modifiedEdtf`` where a date is no whole day. Of a target: the ``layer`` that the editor names,
#: the ``block`` or the ``event`` that is meant, the quote as it is ``written``, and the
#: ``standing`` of a passage that this edition does not show.
TERMS: Final = (
    "status", "stance", "createdEdtf", "modifiedEdtf",
    "layer", "block", "event", "written", "standing",
)  # fmt: skip

CONTEXT: Final[list[Any]] = [ANNO, {"dossier": OWN, **{term: f"dossier:{term}" for term in TERMS}}]
