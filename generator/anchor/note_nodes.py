"""One note of a notes file, from the YAML's nodes to a draft that knows its lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.anchor.fields import Fields, is_visible
from generator.anchor.note_ids import ID_LIMIT, is_note_id
from generator.anchor.targets import read_target
from generator.describe.checks import edtf, web_address
from generator.describe.dates import earliest, latest
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, Scalar, kind_of, unknown_keys
from generator.model import (
    Assessment,
    ClaimId,
    Finding,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    SourceId,
    Stance,
    Target,
)

NOTE_KEYS: Final = frozenset(
    {"id", "source", "topic", "event", "layer", "quote", "prefix", "suffix", "block", "note"}
    | {"by", "on", "modified", "status", "motivation", "tags", "claim", "stance", "via"}
)

#: The longest tag, in characters: a word or a few.
TAG_LIMIT: Final = 64

#: What W3C's model and other tools call what has a shorter name here.
_OTHER_NAMES: Final = {
    **dict.fromkeys(("body", "text", "comment", "value", "annotation"), "note"),
    **dict.fromkeys(("creator", "author", "user", "who"), "by"),
    **dict.fromkeys(("created", "date", "when"), "on"),
    **dict.fromkeys(("updated", "changed"), "modified"),
    **dict.fromkeys(("exact", "passage", "words"), "quote"),
    **dict.fromkeys(("before",), "prefix"),
    **dict.fromkeys(("after",), "suffix"),
    **dict.fromkeys(("keywords", "labels"), "tags"),
    **dict.fromkeys(("url", "iri", "canonical"), "via"),
}
_COMMAS: Final = re.compile("[,،、]")
_IRI: Final = re.compile(r"(?:urn|tag|did|info):[^\s<>\"\\^`{|}]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as it stands in the file: its id is what it states, or empty."""

    note: Note
    id_line: int


def read_note(node: Node, source: SourceId | None, report: Report) -> Draft | None:
    """A note, or None where it cannot be used; the report says why."""
    if not isinstance(node, Mapping):
        report.error(
            "wrong-type",
            node.line,
            f"A note is keys and values, but here is {kind_of(node)}.",
            'Begin it with "- quote: ..." and indent its other keys below "quote".',
        )
        return None
    report.findings.extend(_unknown(node, report))
    fields = Fields(node, report)
    target = read_target(fields, source)
    note = _note(fields, target or Target())
    if target is None or not _says_something(note, fields):
        return None
    return Draft(note, fields.line("id"))


def _note(fields: Fields, target: Target) -> Note:
    created, modified = fields.text("on", edtf), fields.text("modified", edtf)
    _check_order(created, modified, fields)
    return Note(
        _id(fields),
        target,
        fields.markdown("note"),
        fields.text("by"),
        created,
        modified,
        _status(fields),
        _motivation(fields),
        tuple(dict.fromkeys(_tags(fields))),
        tuple(_assessments(fields)),
        fields.text("via", iri),
        fields.report.path,
        fields.node.line,
    )


def iri(text: str) -> str:
    """Where an annotation came from: an address of the web, or another kind of IRI that nothing
    can be run by. Raises ValueError, in words for people, for anything else."""
    if _IRI.fullmatch(text):
        return text
    return web_address(text)


# --- values ------------------------------------------------------------------------------------


def _id(fields: Fields) -> NoteId:
    text = fields.text("id")
    if not text or is_note_id(text):
        return NoteId(text)
    fields.report.error(
        "note-bad-id",
        fields.line("id"),
        f'"{text}" cannot be an id; the note gets one from what it is about.',
        f"Use letters a-z, digits, and - . _ after the first; at most {ID_LIMIT} characters.",
    )
    return NoteId("")


def _status(fields: Fields) -> NoteStatus | None:
    """What is no status may have been a warning to readers: it is held back until it is one."""
    meanwhile = "until it is one, the note counts as a draft"
    stated = fields.choice("status", NoteStatus, "bad-status", meanwhile)
    return stated or (NoteStatus.DRAFT if fields.is_given("status") else None)


def _motivation(fields: Fields) -> Motivation:
    meanwhile = "the note counts as a comment"
    stated = fields.choice("motivation", Motivation, "bad-motivation", meanwhile)
    return stated or Motivation.COMMENTING


def _check_order(created: str, modified: str, fields: Fields) -> None:
    if created and modified and latest(modified) < earliest(created):
        fields.report.warning(
            "note-dates-reversed",
            fields.line("modified"),
            f'"modified: {modified}" is before "on: {created}".',
            "Exchange the two dates, or correct the one that is wrong.",
        )


def _tags(fields: Fields) -> Iterator[str]:
    """Tags in composed characters; commas part those that are written as one text."""
    is_one = isinstance(fields.node.get("tags"), Scalar)
    for item in fields.texts("tags"):
        for piece in _COMMAS.split(item.text) if is_one else (item.text,):
            tag = unicodedata.normalize("NFC", " ".join(piece.split()))
            if len(tag) > TAG_LIMIT:
                fields.report.error(
                    "invalid-value",
                    item.line,
                    f"A tag has {len(tag):,} characters; at most {TAG_LIMIT} are kept.",
                    "A tag is a word or a few: shorten it, or say it in the note.",
                )
            elif is_visible(tag):
                yield tag


def _assessments(fields: Fields) -> Iterator[Assessment]:
    """What the note says of claims: of one, with a stance beside it, or of several, each with its
    own."""
    several = fields.node.get("claim")
    if isinstance(several, Mapping):
        yield from _each(Fields(several, fields.report))
    elif claim := fields.text("claim"):
        yield Assessment(ClaimId(claim), _stance(fields, "stance", claim))
        return
    if fields.is_given("stance"):
        fields.report.error(
            "stance-without-claim",
            fields.line("stance"),
            "This stance belongs to no claim.",
            'Write "claim: its-id" beside it, or "claim: {its-id: supports}" for several.',
        )


def _each(claims: Fields) -> Iterator[Assessment]:
    for key in claims.node:
        claim = " ".join(key.split())
        stance = _stance(claims, key, claim)
        if claim:
            yield Assessment(ClaimId(claim), stance)


def _stance(fields: Fields, key: str, claim: str) -> Stance:
    meanwhile = "the note only mentions the claim"
    stance = fields.choice(key, Stance, "bad-stance", meanwhile)
    if stance is None and not fields.is_given(key):
        fields.report.warning(
            "claim-without-stance",
            fields.line(key if key in fields else "claim"),
            f'The note does not say what the passage does to the claim "{claim}": it mentions it.',
            f"Say it: {', '.join(one.value for one in Stance)}.",
        )
    return stance or Stance.MENTIONS


# --- the whole ---------------------------------------------------------------------------------


def _says_something(note: Note, fields: Fields) -> bool:
    """Only what a reader sees without words may have none: a highlight, a link, a claim."""
    wordless = note.motivation in (Motivation.HIGHLIGHTING, Motivation.LINKING)
    if note.body or wordless or note.assessments:
        return True
    if not fields.is_given("note"):
        fields.report.error(
            "note-without-body",
            fields.line("note"),
            "This note says nothing.",
            'Add "note: ..." with your words; "motivation: highlighting" needs none.',
        )
    return False


def _unknown(node: Mapping, report: Report) -> Iterator[Finding]:
    """Keys that are not known, with ours for those that other tools use."""
    strange = [key for key in node if key not in NOTE_KEYS]
    for key, finding in zip(strange, unknown_keys(node, NOTE_KEYS, report.path), strict=True):
        ours = _OTHER_NAMES.get(key.lower())
        yield replace(finding, advice=f'Did you mean "{ours}"?') if ours else finding
