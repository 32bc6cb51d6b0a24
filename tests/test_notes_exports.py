"""Notes as data: Web Annotations that keep to the rules of the model, tables, and law 7."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.anchor.exchange.addresses import note_of
from generator.anchor.exchange.vocabulary import CONTEXT
from generator.model import (
    Layer,
    Note,
    NoteId,
    Quote,
    Target,
)
from generator.settings import QUOTATION_LIMIT
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json
from generator.write.exports.note_annotations import collection
from generator.write.exports.tables import NOTES, notes_table
from generator.write.quotable import words_of
from tests.conftest import ROOT
from tests.dossiers import CAPTURE
from tests.exchange import (
    EXAMPLES,
    SITE,
    SKARV,
    contents_of,
    examples,
    files_of,
    items_of,
    make_exchange_dossier,
    with_notes,
)

CASES = Path(__file__).parent / "cases" / "exchange"


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The dossier with everything at hand."""
    return contents_of(make_exchange_dossier(tmp_path_factory.mktemp("full") / "d"), "full")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The dossier as it is published: without the text of its capture."""
    return contents_of(make_exchange_dossier(tmp_path_factory.mktemp("public") / "d"), "public")


# --- going out ---------------------------------------------------------------------------------


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads((CASES / "web-annotation.schema.json").read_text()))


def all_exports(contents: Contents) -> Iterator[Any]:
    yield from map(json.loads, files_of(contents, "annotations/*.json").values())
    yield json.loads(as_json(collection(contents, contents.dossier.notes)))


@pytest.mark.parametrize("edition", ["contents", "public"])
def test_exports_are_web_annotations(edition: str, request: pytest.FixtureRequest) -> None:
    made: Contents = request.getfixturevalue(edition)
    for export in all_exports(with_notes(made, examples(made))):
        validator().validate(export)


def test_the_notes_of_the_example_are_web_annotations() -> None:
    """Whatever the dossier of this project says."""
    made = contents_of(ROOT / "mkdocs.yml", "public")
    made = replace(made, settings=replace(made.settings, site_url=SITE))
    for export in all_exports(made):
        validator().validate(export)


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("id", "not an iri"), ("type", "Note"), ("target", []), ("target", {"selector": []}),
        ("motivation", "musing"), ("created", "2026-11-20"), ("created", "2026-11-20T00:00:00"),
        ("body", {"type": "TextualBody"}), ("body", []), ("creator", "Ann"), ("via", ""),
        ("unheard-of", 1),
    ],
)  # fmt: skip
def test_the_rules_of_the_model_refuse_what_is_none(
    change: str, value: Any, contents: Contents
) -> None:
    made = with_notes(contents, examples(contents))
    export = json.loads(as_json(collection(made, made.dossier.notes)))
    export["first"]["items"][0][change] = value
    assert not validator().is_valid(export)


def test_every_word_of_ours_is_declared_in_the_context(contents: Contents) -> None:
    theirs = set(
        "@context id type items motivation creator name created modified via body value format purpose "
        "target source selector exact prefix suffix start end total label first startIndex".split()
    )
    ours = set(CONTEXT[1]) - {"dossier"}
    made = with_notes(contents, examples(contents))
    used = {key for export in all_exports(made) for key in keys({**export, "@context": ""})}
    assert used - theirs == ours


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from keys(item)


def test_ids_are_the_addresses_of_notes_and_each_note_stands_in_one_file(
    contents: Contents,
) -> None:
    notes = examples(contents)
    items = items_of(with_notes(contents, notes))
    assert len({item["id"] for item in items}) == len(items) == len(notes)
    for item in items:
        base, _ = note_of(item["id"]) or ("", "")
        assert base == SITE


def test_a_note_goes_where_its_text_is(contents: Contents) -> None:
    files = files_of(with_notes(contents, examples(contents)), "annotations/*.json")
    found = {
        PurePosixPath(name).name: [
            item["id"].partition("#note-")[2]
            for item in json.loads(data)["items"]
            if "#note-" in item["id"]
        ]
        for name, data in files.items()
    }
    assert found == {
        "1936-lamp.digest.json": ["n-words", "n-block"],
        "1936-lamp.json": ["n-text", "n-whole", "n-lost", "n-twice"],
        "1937-oil.json": ["n-withheld", "n-no-block"],
        "dossier.json": ["n-event", "n-topic"],
    }


def test_an_annotation_says_all_that_the_note_says(contents: Contents) -> None:
    items = {
        item["id"].partition("#")[2]: item for item in items_of(with_notes(contents, EXAMPLES))
    }
    text = contents.sources[SKARV].digest.text
    start = text.index("never paid")
    assert items["note-n-words"] == {
        "id": f"{SITE}sources/1936-lamp.html#note-n-words",
        "type": "Annotation",
        "motivation": "questioning",
        "creator": {"type": "Person", "name": "Ingrid Berg"},
        "created": "2026-11-20T00:00:00Z",
        "modifiedEdtf": "2026-11",
        "via": "https://hypothes.is/a/abc",
        "status": "disputed",
        "body": [
            {
                "type": "TextualBody",
                "value": "So *he* says: [[harbour-board]].",
                "format": "text/markdown",
                "purpose": "questioning",
            },
            {"type": "TextualBody", "value": "oil", "format": "text/plain", "purpose": "tagging"},
            {"type": "TextualBody", "value": "money", "format": "text/plain", "purpose": "tagging"},
            {
                "type": "SpecificResource",
                "source": f"{SITE}claims/unpaid.html",
                "purpose": "assessing",
                "stance": "supports",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": f"{SITE}data/texts/1936-lamp.digest.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": start + 10},
                {
                    "type": "TextQuoteSelector",
                    "exact": "never paid",
                    "prefix": text[start - 32 : start],
                    "suffix": text[start + 10 : start + 42],
                },
            ],
            "written": {"type": "TextQuoteSelector", "exact": "never paid", "prefix": "Board "},
        },
    }
    assert items["note-n-whole"]["target"] == f"{SITE}sources/1936-lamp.html"
    assert items["note-n-whole"]["creator"] == {"type": "Organization", "name": "The editors"}
    assert "body" not in items["note-n-whole"]
    assert items["note-n-topic"]["target"] == f"{SITE}topics/skarv-light.html"
    assert items["note-n-event"]["target"]["event"] == "1936-03-03"
    assert items["note-n-lost"]["target"] == {
        "type": "SpecificResource",
        "source": f"{SITE}sources/1936-lamp.html",
        "selector": [{"type": "TextQuoteSelector", "exact": "three nights"}],
        "standing": "lost",
    }


def test_the_table_says_what_the_annotations_say(contents: Contents) -> None:
    made = with_notes(contents, examples(contents))
    (table,) = files_of(made, "notes.csv").values()
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table.decode()))}
    assert table == notes_table(made, made.dossier.notes)
    assert sorted(rows) == sorted(item["id"].partition("#note-")[2] for item in items_of(made))
    start = contents.sources[SKARV].digest.text.index("never paid")
    assert rows["n-words"] == {
        "id": "n-words",
        "source": "1936-lamp",
        "layer": "digest",
        "start": str(start),
        "end": str(start + 10),
        "quote": "never paid",
        "note": "So *he* says: [[harbour-board]].",
        "by": "Ingrid Berg",
        "on": "2026-11-20",
        "modified": "2026-11",
        "status": "disputed",
        "motivation": "questioning",
        "tags": "oil; money",
        "claims": "unpaid: supports",
        "standing": "anchored",
        "target": "passage",
    }
    assert tuple(rows["n-words"]) == NOTES
    kinds = {id_: (row["target"], row["standing"]) for id_, row in rows.items()}
    assert kinds["n-event"] == ("date 1936-03-03", "whole")
    assert kinds["n-topic"] == ("topic skarv-light", "whole")
    assert kinds["n-whole"] == ("source", "whole")
    assert kinds["n-no-block"] == ("block d-0", "lost")
    assert kinds["n-withheld"] == ("passage", "withheld")


def test_the_order_is_that_of_places_and_not_of_files(contents: Contents) -> None:
    notes = examples(contents)
    moved = [replace(note, path=Path("b.yml"), line=n) for n, note in enumerate(notes[::-1])]
    made, again = (with_notes(contents, group) for group in (notes, moved))
    assert files_of(made, "annotations/*.json") == files_of(again, "annotations/*.json")
    assert files_of(made, "notes.csv") == files_of(again, "notes.csv")


# --- law 7 -------------------------------------------------------------------------------------


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


@given(data=st.data())
def test_no_more_than_a_few_words_of_a_restricted_text_are_in_public_data(
    data: st.DataObject, public: Contents
) -> None:
    at = data.draw(st.integers(0, len(CAPTURE) - 1))
    exact = CAPTURE[at : at + data.draw(st.integers(1, 200))]
    assert public.sources[SKARV].text is None
    target = Target(
        SKARV,
        data.draw(st.sampled_from([None, *Layer])),
        Quote(exact, CAPTURE[max(0, at - 30) : at]),
    )
    made = with_notes(public, [Note(NoteId("n-1"), target, "A note.")])
    digest = runs(public.sources[SKARV].digest.text, QUOTATION_LIMIT + 1)
    for content in (
        *files_of(made, "annotations/*.json").values(),
        *files_of(made, "notes.csv").values(),
    ):
        leaked = runs(content.decode().replace("\\n", " "), QUOTATION_LIMIT + 1) - digest
        assert not leaked & runs(CAPTURE, QUOTATION_LIMIT + 1)
    assert (
        "TextPositionSelector" not in str(items_of(made))
        or made.dossier.notes[0].layer is Layer.DIGEST
    )


@pytest.mark.parametrize(
    ("words", "is_quoted"),
    [("dark for two nights in February the keeper", True), ("dark for two nights in February, the keeper told", False)],
)  # fmt: skip
def test_a_withheld_note_is_quoted_up_to_the_limit(
    words: str, is_quoted: bool, public: Contents, contents: Contents
) -> None:
    note = Note(NoteId("n-1"), Target(SKARV, Layer.TEXT, Quote(words)), "A note.")
    (item,) = items_of(with_notes(public, [note]))
    assert item["target"] == {
        "type": "SpecificResource",
        "source": f"{SITE}sources/1936-lamp.html",
        **({"selector": [{"type": "TextQuoteSelector", "exact": words}]} if is_quoted else {}),
        "layer": "text",
        "standing": "withheld",
    }
    (item,) = items_of(with_notes(contents, [note]))
    assert "selector" in item["target"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two", 2),
        ("the S-300's price—$1.5 billion/2,000", 6),
        ("don’t… stop", 2),
        ("東京の灯台", 5),
        ("カメラ", 3),
        ("नमस्ते दुनिया", 2),
        ("cafe\u0301 noir", 2),
    ],
)
def test_words_are_counted_in_any_script(text: str, count: int) -> None:
    assert words_of(Quote(text)) == count
    assert words_of(Quote("x", text)) == words_of(Quote("x", "", text)) == count + 1
