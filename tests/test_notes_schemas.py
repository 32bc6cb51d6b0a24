"""The JSON Schemas of notes and claims agree with the program on what may stand in these files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.anchor.claims_file import CLAIM_KEYS, parse_claims
from generator.anchor.note_ids import ID_LIMIT
from generator.anchor.note_nodes import NOTE_KEYS, TAG_LIMIT, iri
from generator.anchor.notes_file import parse_notes
from generator.describe import checks
from generator.model import (
    ClaimStatus,
    Layer,
    Motivation,
    NoteStatus,
    SourceId,
    Stance,
)
from generator.write.exports.schemas import FOLDER
from tests.conftest import ROOT
from tests.test_schemas import EDTF, errors

jsonschema = pytest.importorskip("jsonschema")

NOTES = json.loads((FOLDER / "notes.schema.json").read_text("utf-8"))
CLAIMS = json.loads((FOLDER / "claims.schema.json").read_text("utf-8"))
NOTE = NOTES["$defs"]["note"]["properties"]
CLAIM = CLAIMS["$defs"]["claim"]["properties"]


def is_right_for_the_program(text: str, source: SourceId | None) -> bool:
    return parse_notes(text, Path("a.notes.yml"), source)[1] == ()


# --- keys and values ---------------------------------------------------------------------------


def values(schema: Any) -> Iterator[Any]:
    """The values of every ``examples`` and ``default`` of a property."""
    yield from schema.get("examples", ())
    if "default" in schema:
        yield schema["default"]


@pytest.mark.parametrize("schema", [NOTES, CLAIMS], ids=["notes", "claims"])
def test_a_schema_is_one_and_explains_every_key_and_takes_no_other(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    (entry,) = (one for one in schema["$defs"].values() if "title" in one)
    assert entry["additionalProperties"] is False
    assert all(value.get("description") for value in entry["properties"].values())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_keys_are_those_that_the_program_knows() -> None:
    assert NOTE.keys() == NOTE_KEYS
    assert CLAIM.keys() == CLAIM_KEYS


def test_the_values_are_those_that_the_program_knows() -> None:
    assert NOTE["layer"]["enum"] == [*(one.value for one in Layer), None]
    assert NOTE["status"]["enum"] == [*(one.value for one in NoteStatus), None]
    assert NOTE["motivation"]["enum"] == [*(one.value for one in Motivation), None]
    assert NOTES["$defs"]["stance"]["enum"] == [one.value for one in Stance]
    assert CLAIM["status"]["enum"] == [*(one.value for one in ClaimStatus), None]
    assert NOTE["tags"]["anyOf"][0]["items"]["maxLength"] == TAG_LIMIT
    assert CLAIM["statement"]["maxLength"] == NOTE["by"]["maxLength"] == checks.VALUE_LIMIT
    for key in (NOTE["id"], CLAIM["id"]):
        assert f"{{0,{ID_LIMIT - 1}}}" in key["pattern"]


@pytest.mark.parametrize("key", sorted(NOTE_KEYS))
def test_examples_of_a_note_are_right(key: str) -> None:
    for value in values(NOTE[key]):
        owner = {} if key in ("topic", "event") else {"source": "a"}
        entry = {"note": "Words.", **owner, key: value}
        entry |= {"stance": "supports"} if key == "claim" and isinstance(value, str) else {}
        text = f"- {json.dumps(entry)}"
        assert errors(NOTES, text) == []
        assert is_right_for_the_program(text, None)


# --- files -------------------------------------------------------------------------------------


def test_files_without_entries_are_valid() -> None:
    for schema in (NOTES, CLAIMS):
        assert errors(schema, "# none yet\n") == errors(schema, "[]") == []
        assert errors(schema, "note: x") != []


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("*.notes.yml")), ids=str)
def test_the_examples_notes_are_valid(path: Path) -> None:
    assert errors(NOTES, path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted((ROOT / "sources").glob("claims.yml")), ids=str)
def test_the_examples_claims_are_valid(path: Path) -> None:
    assert errors(CLAIMS, path.read_text("utf-8")) == []


#: What stands in an entry, and whether that is right; the program and the schema must agree.
ENTRIES = {
    "note: Words.": True,
    "note: 1931\n  id: 7\n  by: 1931\n  on: 2026": True,
    "quote: a pier\n  note: x\n  prefix: 'the '\n  suffix:": True,
    "quote: 1931\n  layer: text\n  note: |\n    Two\n    lines.": True,
    "block: p-1a2b3c\n  note: x\n  layer:": True,
    "block: p-1a2b3c\n  note: x\n  layer: digest": True,
    "quote: a\n  motivation: highlighting": True,
    "quote: a\n  motivation: linking\n  note:": True,
    "quote: a\n  claim: b\n  stance: supports": True,
    "quote: a\n  claim: {b: supports, c: mentions}": True,
    "note: x\n  on: 2026-11\n  modified: 2026-11-22\n  status: disputed": True,
    "note: x\n  on: 2026-11-22\n  modified: 2026-11-22": True,
    "note: x\n  on:\n  by:\n  status:\n  motivation:\n  tags:\n  via:\n  id:": True,
    "note: x\n  tags: one, two": True,
    "note: x\n  tags: [one, 2, ~]": True,
    "note: x\n  via: urn:uuid:1": True,
    "quote: a": False,
    "note:": False,
    "note: ' '": False,
    "note: [x]": False,
    "quote: a\n  motivation: assessing": False,
    "note: x\n  body: y": False,
    "note: x\n  quote:": False,
    "note: x\n  quote: ' '": False,
    "note: x\n  prefix: the": False,
    "note: x\n  layer: digest": False,
    "note: x\n  quote: a\n  block: p-1": False,
    "note: x\n  quote: a\n  layer: body": False,
    "note: x\n  status: published": False,
    "note: x\n  motivation: bookmarking": False,
    "note: x\n  on: May 2026": False,
    "note: x\n  tags: {a: b}": False,
    f"note: x\n  tags: [{'a' * (TAG_LIMIT + 1)}]": False,
    "note: x\n  claim: a": False,
    "note: x\n  claim: a\n  stance: refutes": False,
    "note: x\n  claim: {a: refutes}": False,
    "note: x\n  claim: {a: }": False,
    "note: x\n  claim: {a: supports}\n  stance: supports": False,
    "note: x\n  claim: [a]\n  stance: supports": False,
    "note: x\n  stance: supports": False,
    "note: x\n  id: two words": False,
    "note: x\n  id: .x": False,
    f"note: x\n  id: {'x' * (ID_LIMIT + 1)}": False,
    "note: x\n  via: ftp://a.example/": False,
}


@pytest.mark.parametrize(("entry", "is_right"), ENTRIES.items())
def test_schema_and_program_agree_about_notes(entry: str, is_right: bool) -> None:
    text = f"- {entry}\n"
    assert (errors(NOTES, text) == []) is is_right
    assert is_right_for_the_program(text, SourceId("a")) is (is_right or entry[-6:] == "layer:")


#: The same for what notes of the dossier's own file are about.
TARGETS = {
    "source: a": True,
    "source: a\n  quote: b": True,
    "source: 1931\n  block: p-1": True,
    "topic: a": True,
    "event: 1931": True,
    "event: 1931-05-04": True,
    "source: a\n  topic: b": False,
    "source: a\n  event: 1931": False,
    "topic: a\n  event: 1931": False,
    "topic: a\n  quote: b": False,
    "topic: a\n  layer: text": False,
    "event: 1931\n  block: p-1": False,
    "event: May 1931": False,
    "topic: [a]": False,
}


@pytest.mark.parametrize(("keys", "is_right"), TARGETS.items())
def test_schema_and_program_agree_about_targets(keys: str, is_right: bool) -> None:
    text = f"- note: x\n  {keys}\n"
    assert (errors(NOTES, text) == []) is is_right
    assert is_right_for_the_program(text, None) is is_right


#: The same for claims.
STATEMENTS = {
    "id: a\n  statement: The lock opened.": True,
    "id: 1931\n  statement: 1931\n  status:\n  comment:\n  topics:": True,
    "id: a-b\n  statement: x\n  status: corroborated\n  topics: lock": True,
    "id: a\n  statement: x\n  comment: |\n    See [[lock]].\n  topics: [lock, 1931]": True,
    "statement: x": False,
    "id: a": False,
    "id: a\n  statement: ' '": False,
    "id: A\n  statement: x": False,
    "id: index\n  statement: x": False,
    f"id: {'a' * (ID_LIMIT + 1)}\n  statement: x": False,
    "id: a\n  statement: x\n  status: verified": False,
    "id: a\n  statement: x\n  note: y": False,
    "id: a\n  statement: x\n  topics: {a: b}": False,
}


@pytest.mark.parametrize(("entry", "is_right"), STATEMENTS.items())
def test_schema_and_program_agree_about_claims(entry: str, is_right: bool) -> None:
    text = f"- {entry}\n"
    assert (errors(CLAIMS, text) == []) is is_right
    assert (parse_claims(text, Path("claims.yml"))[1] == ()) is is_right


#: Values that an entry may have, right and wrong.
VALUES: dict[str, list[Any]] = {
    "id": ["n-1", 7, "a b", None],
    "source": ["a"],
    "topic": ["a"],
    "event": ["1931-05", 1931, "May"],
    "layer": ["digest", "page"],
    "quote": ["a pier", 1931, ""],
    "prefix": ["the "],
    "suffix": [" of"],
    "block": ["p-1"],
    "note": ["Words.", 1931, "", ["a"]],
    "by": ["Ada Marsh", None, ["Ada"]],
    "on": ["2026-11-20", 2026, "today", None],
    "status": ["draft", "final", None],
    "motivation": ["commenting", "highlighting", "linking", "musing"],
    "tags": [["a", "b"], "a", [], None, {"a": "b"}],
    "claim": ["a", {"a": "supports"}, {"a": "maybe"}, ["a"]],
    "stance": ["supports", "maybe"],
    "via": ["https://a.example/1", "a b", None],
    "strange": ["a"],
}
ENTRY = st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=6).flatmap(
    lambda keys: st.fixed_dictionaries({key: st.sampled_from(VALUES[key]) for key in keys})
)


@given(ENTRY, st.sampled_from(["source", "topic", "event"]))
def test_schema_and_program_agree_about_any_mixture(entry: dict[str, Any], owner: str) -> None:
    """But for no target at all: which file an entry stands in, the schema cannot see."""
    owned = entry if entry.keys() & {"source", "topic", "event"} else {owner: 1931, **entry}
    text = f"- {json.dumps(owned)}\n"
    assert (errors(NOTES, text) == []) is is_right_for_the_program(text, None)


@given(EDTF)
def test_every_date_that_the_program_takes_is_valid(text: str) -> None:
    try:
        checks.edtf(text)
    except ValueError:
        return
    entry = {"note": "x", "on": text, "modified": text}
    assert errors(NOTES, f"- {json.dumps(entry)}") == []
    assert errors(NOTES, f"- {json.dumps({'note': 'x', 'event': text})}") == []


@given(st.text(st.sampled_from("htps:/urnTAG.a1# ?"), max_size=12).map("https:".__add__))
def test_every_origin_that_the_program_takes_is_valid(text: str) -> None:
    try:
        iri(text)
    except ValueError:
        return
    assert errors(NOTES, f"- {json.dumps({'note': 'x', 'via': text})}") == []
