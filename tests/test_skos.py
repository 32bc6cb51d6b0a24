"""SKOS and CSV: what goes out comes in again, and what others wrote comes in as far as it can."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import pipeline
from generator.cli import main
from generator.model import Alias, Finding, Topic, TopicId
from generator.recognise.topic_edit import jsonld
from generator.recognise.topic_edit.importing import Imported, import_topics
from generator.recognise.topic_edit.plain import entry_of
from generator.recognise.topic_edit.skos import OWN, SKOS, concept
from generator.recognise.topic_edit.table import as_table
from generator.recognise.topic_edit.yaml_text import entries_text
from generator.recognise.topics_file import parse_topics
from generator.settings import Settings
from generator.write.exports.skos import as_skos
from tests.conftest import ROOT
from tests.dossiers import make_dossier, settings_of_dossier

NOWHERE = Path("nowhere")
SETTINGS = Settings(NOWHERE, NOWHERE, NOWHERE, NOWHERE, (), site_url="https://a.example/d/")

IDS = ["a", "b-2", "1931", "yes"]
TEXTS = st.one_of(
    st.sampled_from(
        [
            "Quay",
            "a; b",
            '"q" x',
            "=1+1",
            "'=x",
            "-",
            "@x",
            "#",
            "a: b",
            "père",
            "灯台",
            "x\ny",
            "1931",
            "yes",
        ]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12),
)
WORDS = st.lists(TEXTS, min_size=1, max_size=2)
ALIASES = st.one_of(
    TEXTS,
    st.fixed_dictionaries(
        {"text": TEXTS},
        optional={
            "from": st.sampled_from(["1931", "1931-05"]),
            "until": st.sampled_from(["1947", "1950~"]),
            "near": WORDS,
            "not_before": WORDS,
            "not_after": WORDS,
            "after_name": st.just(True),
            "case": st.sampled_from(["smart", "exact", "any"]),
            "review": st.just(True),
        },
    ),
)


@st.composite
def vocabularies(draw: st.DrawFn) -> tuple[Topic, ...]:
    """Topics as the program reads them, whatever their names are."""
    entries = []
    for id_ in IDS[: draw(st.integers(1, 4))]:
        optional = {
            "kind": st.sampled_from(["place", "other"]),
            "scope": TEXTS,
            "aliases": st.lists(ALIASES, min_size=1, max_size=4),
            "never": WORDS,
            "broader": st.lists(st.sampled_from(IDS), max_size=2),
            "related": st.lists(st.sampled_from(IDS), max_size=2),
            "same_as": st.lists(st.sampled_from(["Q42", "https://a.example/x;y"]), max_size=2),
            "formerly": st.lists(st.sampled_from([f"old-{id_}", f"older-{id_}"]), max_size=2),
        }
        values = draw(st.fixed_dictionaries({"label": TEXTS}, optional=optional))
        entries.append({"id": id_, **values})
    return parse_topics(entries_text(entries), NOWHERE)[0]


def same(topics: Sequence[Topic]) -> list[Topic]:
    return [replace(topic, line=0) for topic in topics]


def taken(folder: Path, name: str, content: str | bytes) -> Imported:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return import_topics(SETTINGS, path)


def codes(findings: Sequence[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vocabularies")


# --- out and in --------------------------------------------------------------------------------


@given(vocabularies())
def test_what_goes_out_comes_in_again(folder: Path, topics: tuple[Topic, ...]) -> None:
    for name, content in (
        ("topics.jsonld", as_skos(topics, SETTINGS)),
        ("topics.csv", as_table(topics)),
    ):
        if topics:
            imported = taken(folder, name, content)
            assert same(parse_topics(imported.text, NOWHERE)[0]) == same(topics), name
            assert imported.findings == (), name


@given(vocabularies())
def test_the_plainest_form_says_the_same(topics: tuple[Topic, ...]) -> None:
    text = entries_text(map(entry_of, topics))
    again = parse_topics(text, NOWHERE)[0]
    assert same(again) == same(topics)
    assert entries_text(map(entry_of, again)) == text


@given(vocabularies())
def test_no_label_stands_in_two_properties(topics: tuple[Topic, ...]) -> None:
    """SKOS, S13."""
    for topic in topics:
        found = concept(topic, "s", str)
        labels = [topic.label, *found.get("altLabel", []), *found.get("hiddenLabel", [])]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("form", ["skos", "csv", "yaml"])
def test_the_example_goes_out_whole(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["topics", "export", "--format", form])
    assert result.exit_code == 0, result.output
    topics = same(parse_topics((ROOT / "sources/topics.yml").read_text("utf-8"), NOWHERE)[0])
    text = result.output
    if form != "yaml":
        text = taken(tmp_path, {"skos": "t.json", "csv": "t.csv"}[form], text).text
    assert same(parse_topics(text, NOWHERE)[0]) == topics


def test_the_table_beside_the_site_comes_in_too(tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    outcome = pipeline.run(settings)
    for name in ("topics.csv", "topics.json"):
        imported = taken(tmp_path, name, (settings.pages / "data" / name).read_bytes())
        assert imported.findings == ()
        assert same(parse_topics(imported.text, NOWHERE)[0]) == same(
            outcome.contents.dossier.topics
        )


def test_names_under_conditions_are_hidden_labels_and_proposals_none() -> None:
    aliases = (
        Alias("Skarv lamp"),
        Alias("the light", near=("Skarv",)),
        Alias("it", review=True),
        Alias("Skarv lamp", until="1931"),
    )
    found = concept(Topic(TopicId("x"), "Skarv light", "place", aliases=aliases), "s", str)
    assert found["altLabel"] == ["Skarv lamp"]
    assert found["hiddenLabel"] == ["the light"]
    assert found["aliases"] == [
        "Skarv lamp",
        {"text": "the light", "near": ["Skarv"]},
        {"text": "it", "review": True},
        {"text": "Skarv lamp", "until": "1931"},
    ]


# --- in ----------------------------------------------------------------------------------------

FOREIGN: dict[str, Any] = {
    "@context": {
        "@vocab": SKOS,
        "ex": "https://v.example/t/",
        "uri": "@id",
        "label": {"@id": f"{SKOS}prefLabel", "@container": "@language"},
        "broader": {"@type": "@id"},
    },
    "@graph": [
        {
            "uri": "ex:Light_House",
            "@type": "Concept",
            "label": {"de": "Leuchtturm", "en": "Lighthouse"},
            "altLabel": [{"@value": "phare", "@language": "fr"}, "beacon"],
            "definition": {"@value": "A tower with a lamp."},
            "editorialNote": "check",
            "exactMatch": {"@id": "http://www.wikidata.org/entity/Q39715"},
            "broader": ["ex:tower", "https://elsewhere.example/x"],
        },
        {"uri": "ex:tower", "@type": ["Concept"], "label": {"en": "Tower"}, "editorialNote": "b"},
        {"uri": "ex:lamp", "@type": "Concept", "label": {"en": "Lamp"}},
        {
            "uri": "ex:town",
            "@type": f"{SKOS}Concept",
            "label": {"en": "Town"},
            "narrower": {"uri": "ex:lamp"},
        },
        {"uri": "ex:scheme", "@type": "ConceptScheme", "label": {"en": "All"}},
    ],
}  # fmt: skip


def test_a_vocabulary_of_others_comes_in_and_losses_are_named(tmp_path: Path) -> None:
    imported = taken(tmp_path, "v.jsonld", json.dumps(FOREIGN))
    lighthouse, tower, lamp, town = imported.entries
    assert lighthouse == {
        "id": "light-house",
        "label": "Lighthouse",
        "scope": "A tower with a lamp.",
        "aliases": ["phare", "beacon", "Leuchtturm"],
        "broader": ["tower"],
        "same_as": ["https://www.wikidata.org/entity/Q39715"],
    }
    assert tower == {"id": "tower", "label": "Tower"}
    assert (lamp["broader"], town["id"]) == (["town"], "town")
    assert codes(imported.findings) == ["import-loss", "import-reference"]
    assert imported.findings[0].message.startswith('"editorialNote" is not taken over (2 times)')


@pytest.mark.parametrize("kind", ["@json", "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"])
def test_conditions_come_in_from_expanded_json_ld_too(kind: str, tmp_path: Path) -> None:
    """As other programs write what they read from us: full names, and JSON as data or as a text."""
    aliases = ["x", {"text": "y", "near": ["z"]}]
    concepts = {
        "@id": "https://a.example/topics/a.html",
        "@type": [f"{SKOS}Concept"],
        f"{SKOS}prefLabel": [{"@value": "A"}],
        f"{SKOS}hiddenLabel": [{"@value": "y"}],
        f"{OWN}aliases": [
            {"@type": kind, "@value": aliases if kind == "@json" else json.dumps(aliases)}
        ],
        f"{OWN}never": [{"@list": [{"@value": "n"}]}],
    }
    imported = taken(tmp_path, "v.json", json.dumps([concepts]))
    assert imported.entries == ({"id": "a", "label": "A", "aliases": aliases, "never": ["n"]},)
    assert imported.findings == ()


def test_a_context_elsewhere_is_not_fetched_but_named(tmp_path: Path) -> None:
    document = {
        "@context": "https://v.example/skos.jsonld",
        "@id": "https://v.example/a",
        "@type": "Concept",
        "prefLabel": "A",
    }
    imported = taken(tmp_path, "v.json", json.dumps(document))
    assert imported.entries == ({"id": "a", "label": "A"},)
    assert "context" in imported.findings[0].message


def test_a_concept_without_a_name_is_told_and_left_out(tmp_path: Path) -> None:
    graph = [{"@id": "x:1", "@type": f"{SKOS}Concept", f"{SKOS}note": "?"}]
    graph.append({"@id": "x:2", "@type": f"{SKOS}Concept", f"{SKOS}prefLabel": "B\u0007"})
    imported = taken(tmp_path, "v.json", json.dumps(graph))
    assert [entry["label"] for entry in imported.entries] == ["B"]
    assert set(codes(imported.findings)) == {"import-loss", "topic-without-label"}


KEYS = "@id @type @value @list @context @graph @language aliases prefLabel broader never x".split()
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_no_json_breaks_the_reader(folder: Path, value: Any) -> None:
    good = {"@id": "x:good", "@type": f"{SKOS}Concept", f"{SKOS}prefLabel": "Good"}
    context = json.loads(as_skos((), SETTINGS))["@context"]
    document = {
        "@context": context,
        "@graph": [
            good,
            {
                "type": "skos:Concept",
                "prefLabel": "N",
                "aliases": value,
                "never": value,
                "broader": value,
            },
            value,
        ],
    }
    imported = taken(folder, "any.json", json.dumps(document))
    assert {"id": "good", "label": "Good"} in imported.entries
    assert parse_topics(imported.text, NOWHERE)[0]


def test_a_term_that_means_itself_ends() -> None:
    context = jsonld.Context().with_definitions({"a": "b:x", "b": "a:y", "c": "c"}, SKOS)
    assert re.search("[xy]", context.iri("a:z"))
    assert context.iri("c") == "c"
