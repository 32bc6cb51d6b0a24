"""The JSON Schemas and the program agree on what may stand in the files that people write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.describe import checks, record, sheet
from generator.model import Basis, Case, Rights
from generator.recognise.topic_edit.plain import entry_of
from generator.recognise.topic_edit.yaml_text import entries_text
from generator.recognise.topic_nodes import ALIAS_KEYS, LONGEST_ALIAS, TOPIC_KEYS
from generator.recognise.topics_file import load_topics, parse_topics
from generator.write.exports.schemas import FOLDER
from tests.conftest import ROOT

jsonschema = pytest.importorskip("jsonschema")

TOPICS = json.loads((FOLDER / "topics.schema.json").read_text("utf-8"))
RECORD = json.loads((FOLDER / "record.schema.json").read_text("utf-8"))


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, without dates and "yes"."""


Core.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rsplit(":", 1)[1] in ("int", "float", "null")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for _first in "tTfF":
    Core.add_implicit_resolver(
        "tag:yaml.org,2002:bool", re.compile("true|True|false|False"), [_first]
    )


def errors(schema: dict[str, Any], text: str) -> list[str]:
    data = yaml.load(text, Loader=Core)
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)]


def front_matter(path: Path) -> str:
    return path.read_text("utf-8").split("---\n")[1]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that is about keys and values."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


# --- keys and values ---------------------------------------------------------------------------


@pytest.mark.parametrize("schema", [TOPICS, RECORD], ids=["topics", "record"])
def test_a_schema_is_one_and_explains_every_key_and_takes_no_other(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    for one in objects(schema):
        assert one["additionalProperties"] is False
        assert all(value.get("description") for value in one["properties"].values())


def test_the_keys_are_those_that_the_program_knows() -> None:
    topic, alias = (one["properties"].keys() for one in objects(TOPICS))
    assert topic == TOPIC_KEYS
    assert alias == ALIAS_KEYS
    whole, capture, *names = (one["properties"].keys() for one in objects(RECORD))
    assert whole == record.KEYS
    assert capture == record.CAPTURE_KEYS
    assert {key for keys in names for key in keys} == sheet.NAME_KEYS


def test_the_values_are_those_that_the_program_knows() -> None:
    alias = list(objects(TOPICS))[1]["properties"]
    assert alias["case"]["enum"] == [*(case.value for case in Case), None]
    assert alias["text"]["maxLength"] == LONGEST_ALIAS
    assert RECORD["properties"]["type"]["enum"] == [*sorted(checks.ITEM_TYPES), None]
    assert set(RECORD["properties"]["rights"]["enum"]) == {*(right.value for right in Rights), None}
    examples = RECORD["$defs"]["basis"]["examples"]
    assert {example.split(":")[0] for example in examples} == {basis.value for basis in Basis}
    for key, value in RECORD["properties"].items():
        assert value.get("maxLength", checks.VALUE_LIMIT) == checks.VALUE_LIMIT, key


# --- files -------------------------------------------------------------------------------------


def test_the_examples_topics_are_valid() -> None:
    assert errors(TOPICS, (ROOT / "sources/topics.yml").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((ROOT / "sources").glob("*.md")) if path.name != "index.md"],
    ids=lambda path: path.stem,
)
def test_the_examples_records_are_valid(path: Path) -> None:
    assert errors(RECORD, front_matter(path)) == []


#: What stands in an entry, and whether that is right; the program and the schema must agree.
ENTRIES = {
    "label: A\n  formerly: b": True,
    "label: 1984\n  formerly: [b, c]": True,
    "label: A\n  broader:\n  never:\n  kind:": True,
    "label: A\n  aliases:": False,
    "label: A\n  aliases: {text: x, from: 2015, until: 2016-05, after_name: yes}": True,
    "label: A\n  aliases: {text: x, review: true}": True,
    "label: A\n  aliases: [{text: x, near: y, not_before: [z], case: exact}]": True,
    "label: A\n  same_as: [Q42, 'https://a.example/x']": True,
    "label: A\n  alias: x": False,
    "label:": False,
    "kind: x": False,
    "label: A\n  kind: Two Words": False,
    "label: A\n  formerly: Two Words": False,
    "label: A\n  same_as: 42": False,
    "label: A\n  aliases: [{near: y}]": False,
    "label: A\n  aliases: [{text: x, near: []}]": False,
    "label: A\n  aliases: [{text: x, case: upper}]": False,
    "label: A\n  aliases: [{text: x, review: maybe}]": False,
    "label: A\n  aliases: [{text: x, from: May 2015}]": False,
    "label: A\n  aliases: [{text: x, form: 2015}]": False,
    "label: [A]": False,
}


@pytest.mark.parametrize(("entry", "is_right"), ENTRIES.items())
def test_schema_and_program_agree_about_topics(entry: str, is_right: bool) -> None:
    text = f"- id: a\n  {entry}\n"
    assert (errors(TOPICS, text) == []) is is_right
    assert (parse_topics(text, Path("topics.yml"))[1] == ()) is is_right


#: The same for the facts of a record.
FACTS = {
    "title: A": True,
    "title: 1984\ntype: book\nissued: 1949": True,
    "title: A\nissued: 2023-10~\naccessed: 2015/2016": True,
    "title: A\nauthors: [Ada Marsh, {family: Dam, given: L.}, {literal: Coast Desk}]": True,
    "title: A\nauthors: []\nauthors_basis: 'not stated: no byline'": True,
    "title: A\npublication:\npublication_basis: not stated": True,
    "title: A\ncapture: {file: a.txt}\nrights: open": True,
    "title:": False,
    "titel: A": False,
    "title: A\ntype: newspaper": False,
    "title: A\nissued: May 2015": False,
    "title: A\nissued_basis: guessed": False,
    "title: A\ntitle_basis: inferred": False,
    "title: A\nauthors: [{given: Ada}]": False,
    "title: A\nurl: ftp://a.example/": False,
    "title: A\nlanguage: english please": False,
    "title: A\ncapture: {file: a/b.txt}": False,
    "title: A\ncapture: {sha256: abc}": False,
    "title: A\nrights: free": False,
}


@pytest.mark.parametrize(("facts", "is_right"), FACTS.items())
def test_schema_and_program_agree_about_records(facts: str, is_right: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{facts}\n---\n\nA digest.\n", "utf-8")
    assert (errors(RECORD, facts) == []) is is_right
    try:
        found: object = record.parse_record(path)[1]
    except record.RecordError:
        found = "refused"
    assert (found == ()) is is_right


EDTF = st.text(st.sampled_from("0123456789-X~?%/.YS+"), min_size=1, max_size=12)


@given(EDTF)
def test_every_date_that_the_program_takes_is_valid(text: str) -> None:
    try:
        checks.edtf(text)
    except ValueError:
        return
    assert errors(RECORD, f"title: A\nissued: '{text}'") == []


def test_what_the_program_writes_is_valid() -> None:
    topics, _ = load_topics(ROOT / "sources/topics.yml")
    assert errors(TOPICS, entries_text(map(entry_of, topics))) == []


# --- editors -----------------------------------------------------------------------------------


def test_editors_find_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).parent == FOLDER
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files))
