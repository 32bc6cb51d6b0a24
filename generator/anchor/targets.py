"""What a note is about, from the keys of its entry. What is not clear is not guessed: the note is
left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator.anchor.fields import Fields
from generator.anchor.find import DOSSIER_NOTES
from generator.describe.checks import edtf
from generator.model import BlockId, Layer, Quote, SourceId, Target, TopicId

#: What a note of the dossier's own file is about, one of each.
_OWNERS: Final = ("source", "topic", "event")
#: What names a place in a source.
_PLACES: Final = ("layer", "quote", "prefix", "suffix", "block")


def read_target(fields: Fields, source: SourceId | None) -> Target | None:
    """The target of an entry, or None where it is not clear; the report says why.

    ``source`` is what all notes of the file are about; None where each names its own. A key
    without a value is as if it were not there.
    """
    before = len(fields.report.findings)
    target = _named(fields) if source is None else _of_file(fields, source)
    return target if len(fields.report.findings) == before else None


def _of_file(fields: Fields, source: SourceId) -> Target:
    """A target in a file that is about one source."""
    for key in _given(fields, _OWNERS):
        fields.report.error(
            "note-target-elsewhere",
            fields.line(key),
            f'"{key}" has no place in this file: its notes are about the source "{source}".',
            f"Remove the line, or move the note to {DOSSIER_NOTES}.",
        )
    return _in_source(fields, source)


def _named(fields: Fields) -> Target:
    """A target that the note names itself: a source and what is in it, a topic, or a date."""
    owner, *others = _given(fields, _OWNERS) or [""]
    if owner == "source":
        _check_alone(fields, owner, others)
        return _in_source(fields, SourceId(fields.text("source")))
    _check_alone(fields, owner, [*others, *_given(fields, _PLACES)])
    if owner == "topic":
        return Target(topic=TopicId(fields.text("topic")))
    if owner == "event":
        return Target(event=fields.text("event", edtf))
    fields.report.error(
        "note-without-target",
        fields.node.line,
        "This note does not say what it is about.",
        'Add "source: its-id", "topic: its-id" or "event: 2015-07-14".',
    )
    return Target()


def _in_source(fields: Fields, source: SourceId) -> Target:
    """A passage of a source, a block of it, or the whole."""
    layer = fields.choice("layer", Layer, "bad-layer", "the note is left out")
    if fields.is_given("block"):
        _check_alone(fields, "block", _given(fields, ("quote", "prefix", "suffix")))
        return Target(source, layer, block=BlockId(fields.text("block")))
    if fields.is_given("quote"):
        return Target(source, layer, quote_of(fields))
    _check_whole(fields)
    return Target(source)


def quote_of(fields: Fields) -> Quote:
    """The words as they stand in the file, but for the line feeds that YAML's ``|`` and ``>`` add.
    White space at the ends of a context counts, and so does a line feed there."""
    exact, prefix, suffix = (fields.scalar(key) or "" for key in ("quote", "prefix", "suffix"))
    return Quote(exact.strip("\n"), prefix, suffix)


def _given(fields: Fields, keys: Iterable[str]) -> list[str]:
    return [key for key in keys if fields.is_given(key)]


# --- what does not go together -----------------------------------------------------------------


def _check_alone(fields: Fields, key: str, others: Sequence[str]) -> None:
    """That a key stands without some others."""
    if key and others:
        names = " and ".join(f'"{other}"' for other in others)
        fields.report.error(
            "note-two-targets",
            fields.line(others[0]),
            f'"{key}" does not go with {names}: the note would be about two things.',
            "Keep what is meant, or write two notes.",
        )


def _check_whole(fields: Fields) -> None:
    """That a note on a whole source is meant to be one."""
    if empty := [key for key in ("quote", "block") if key in fields]:
        fields.report.error(
            "note-empty-target",
            fields.line(empty[0]),
            f'"{empty[0]}" is empty, so it is not clear what the note is about.',
            "Fill it in; for a note on the whole source remove the line.",
        )
    elif alone := _given(fields, ("layer", "prefix", "suffix")):
        fields.report.error(
            "note-without-quote",
            fields.line(alone[0]),
            f'There is "{alone[0]}" but no "quote", so it is not clear which passage is meant.',
            f'Add "quote: ..."; for a note on the whole source remove "{alone[0]}".',
        )
