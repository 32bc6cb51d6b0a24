"""A note as the YAML that a person would write: a key a line, the body as it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.filing.yaml_text import scalar
from generator.model import Motivation, Note, SourceId

#: What cannot stand in a literal block as it is: control characters, line ends that people do not
#: know, and signs that turn the direction of text around.
_NOT_LITERAL: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def as_yaml(note: Note, source: SourceId | None, indent: str = "") -> str:
    """An entry of a notes file, with a line feed at each line's end. ``source`` is what all notes
    of the file are about; None for the dossier's own. A note without an id states none."""
    lines = [line for key, value in _pairs(note, source) for line in f"{key}: {value}".split("\n")]
    return "".join(
        f"{indent}{'  ' if number else '- '}{line}\n" if line else "\n"
        for number, line in enumerate(lines)
    )


def _pairs(note: Note, source: SourceId | None) -> Iterator[tuple[str, str]]:
    """The keys that say something, and their values in YAML."""
    values = {
        "id": scalar(note.id),
        **{key: scalar(text) for key, text in _target(note, source)},
        "note": _markdown(note.body),
        "by": scalar(note.creator),
        "on": scalar(note.created),
        "modified": scalar(note.modified),
        "status": note.status or "",
        "motivation": "" if note.motivation is Motivation.COMMENTING else note.motivation,
        "tags": f"[{', '.join(map(scalar, note.tags))}]" if note.tags else "",
        **dict(_claims(note)),
        "via": scalar(note.via),
    }
    return ((key, value) for key, value in values.items() if value not in ("", '""'))


def _target(note: Note, source: SourceId | None) -> Iterator[tuple[str, str]]:
    target, quote = note.target, note.target.quote
    yield "source", "" if target.source == source else target.source or ""
    yield from (("topic", target.topic or ""), ("event", target.event))
    yield "layer", target.layer or ""
    if quote:
        yield from (("quote", quote.exact), ("prefix", quote.prefix), ("suffix", quote.suffix))
    yield "block", target.block or ""


def _claims(note: Note) -> Iterator[tuple[str, str]]:
    """One claim with its stance below it, or each with its own on a line."""
    if len(note.assessments) == 1:
        yield "claim", scalar(note.assessments[0].claim)
        yield "stance", note.assessments[0].stance
    elif note.assessments:
        each = (f"{scalar(one.claim)}: {one.stance}" for one in note.assessments)
        yield "claim", f"{{{', '.join(each)}}}"


def _markdown(body: str) -> str:
    """A body as it reads where YAML allows that, else between double quotes."""
    if not body:
        return ""
    if _NOT_LITERAL.search(body) or body[0].isspace() or body[-1].isspace():
        return scalar(body)
    return "\n".join(("|", *(line and f"  {line}" for line in body.split("\n"))))
