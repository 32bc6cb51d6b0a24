"""Suggestions: cases as files, laws as properties, and the example's captures where they are at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import pipeline
from generator.cli.topics_suggest import FORMATS, suggest_topics
from generator.model import Block, BlockId, BlockKind, Document, SourceId, Span, Topic
from generator.plugin import settings_for
from generator.recognise.claims import names
from generator.recognise.suggest import (
    SuggestInput,
    Suggestion,
    SuggestionKind,
    entries,
    entry,
    inputs,
    suggest,
)
from generator.recognise.suggest.spelling import is_same_name, skeleton
from generator.recognise.topics_file import load_topics
from generator.wording.fold import fold_phrase
from tests.conftest import ROOT, SHARED, needs_shared
from tests.dossiers import make_dossier, tree
from tests.strategies import documents

CASES = Path(__file__).parent / "cases" / "suggest"

#: Topics of the example, of which issue 3 asks for 24 among the first 60 suggestions.
WANTED = """
s-300 antei-2500 s-400 jcpoa jpoa unscr-2231 syria assad treaty-2001 military-agreement-2015 sanctions bushehr-rosatom
instex swift astana-format north-south-corridor caspian-legal-regime afghanistan sco brics israel united-states putin
lavrov zarif rouhani shoigu dehqan khatami-amir raisi obama trump khamenei sanaei rogozin jalali
""".split()


def source(name: str, text: str, issued: str = "", language: str = "") -> SuggestInput:
    """A source of paragraphs with blank lines between them."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        span = Span(at, at + len(paragraph))
        blocks.append(Block(BlockId(f"p-{number}"), BlockKind.PARAGRAPH, span))
        at += len(paragraph) + 2
    return SuggestInput(SourceId(name), Document(text, tuple(blocks)), issued, language)


def sources(text: str) -> list[SuggestInput]:
    """Sources that stand below each other, each under ``== id issued language``."""
    parts = re.split(r"^== (\S*) (\S*) (\S*)\n", text, flags=re.MULTILINE)[1:]
    return [
        source(name, body.strip(), issued, language)
        for name, issued, language, body in zip(*(parts[n::4] for n in range(4)), strict=True)
    ]


def topics_of(case: Path) -> tuple[Topic, ...]:
    path = case / "topics.yml"
    return load_topics(path)[0] if path.exists() else ()


def line(one: Suggestion) -> str:
    """A suggestion as the cases show it."""
    kind = f"alias of {one.id}" if one.kind is SuggestionKind.ALIAS else one.topic_kind
    also = ", ".join(variant.text for variant in one.variants[1:])
    where = " ".join(one.sources)
    return " | ".join(filter(None, (one.term, kind, f"{one.count} in {where}", also)))


# --- cases -------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_suggest(case: Path) -> None:
    found = suggest(sources((case / "in.txt").read_text("utf-8")), topics_of(case))
    assert [line(one) for one in found] == (case / "out.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rohani", "rouhani", True),
        ("sergei", "sergey", True),
        ("dehqan", "dehghan", True),
        ("mohammad", "mohammed", True),
        ("sofia", "sophia", True),
        ("zelensky", "zelenskiy", True),
        ("niger", "nigeria", False),
        ("biden", "baden", False),
        ("minister", "ministry", False),
        ("austria", "australia", False),
        ("steve", "steven", False),
        ("braun", "brian", False),
        ("oman", "amman", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (
        bool(skeleton(one)) and skeleton(one) == skeleton(other) and is_same_name(one, other)
    ) is same


def test_a_sentence_of_each_source_by_date_with_the_term_rather_than_a_variant() -> None:
    late = source("late", "Aasen slept. The minister Ingrid Aasen\nwoke.", "1999")
    early = source("early", "The minister Ingrid Aasen met a dog.", "1998-03")
    undated = source("a", "Nobody saw Ingrid Aasen.")
    found = suggest([late, early, undated], ())[0]
    assert found.sources == ("early", "late", "a")
    assert [one.sentence for one in found.examples] == [
        "The minister Ingrid Aasen met a dog.",
        "The minister Ingrid Aasen woke.",
        "Nobody saw Ingrid Aasen.",
    ]


def test_an_entry_has_the_variants_that_the_matcher_would_not_find_by_the_label() -> None:
    one = source(
        "a",
        "The minister Ingrid Aasen met Aasen. Aasen left in an LX-3. LX-3s are good, said Aasen.",
    )
    found = {suggestion.term: entry(suggestion) for suggestion in suggest([one], ())}
    assert found["Ingrid Aasen"] == (
        "- id: ingrid-aasen\n  label: Ingrid Aasen\n  kind: person\n"
        "  scope:  # TODO: what this is, in a sentence of your own\n  aliases:\n    - Aasen\n"
    )
    assert "aliases" not in found["LX-3"]


# --- laws --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    """the of in Harbour Board harbour board Skarv Ingrid Aasen Aasen's Minister President al-Dehqan Dehghan Rohani
    Rouhani LX-300 LX-300s U.S. US us (HB) Sylvaria Sylvarian resolution 8812 2001 Zürich Москва маяк 松江灯塔 スカルブ岬
    بندر oil lamp lamps . , ( ) – “ ” and""".split()
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
LANGUAGES = st.sampled_from(["", "en", "de-CH", "fa", "zh", "xx"])
DOSSIERS = st.lists(
    st.one_of(
        st.builds(lambda text, language: source("", text, "1999", language), TEXTS, LANGUAGES),
        st.builds(
            lambda one, language: SuggestInput(SourceId(""), one, "", language),
            documents(),
            LANGUAGES,
        ),
        st.builds(lambda text: source("", text), st.text()),
    ),
    max_size=4,
).map(
    lambda made: [
        SuggestInput(SourceId(f"s{n}"), one.document, one.issued, one.language)
        for n, one in enumerate(made)
    ]
)

TOPICS = load_topics(CASES / "known" / "topics.yml")[0]


@given(DOSSIERS, st.sampled_from([(), TOPICS]))
def test_every_sentence_has_its_wording_and_stands_in_its_source(
    made: list[SuggestInput], topics: Sequence[Topic]
) -> None:
    texts = {one.source: " ".join(one.document.text.split()) for one in made}
    for found in suggest(made, topics):
        assert found.examples
        wordings = {variant.text for variant in found.variants}
        assert found.variants[0].text == found.term
        for example in found.examples:
            assert example.wording in wordings
            assert example.wording in example.sentence
            assert example.sentence in texts[example.source]
        assert len(set(found.sources)) == len(found.sources)


@given(DOSSIERS, st.randoms(use_true_random=False))
def test_the_order_of_the_sources_makes_no_difference(made: list[SuggestInput], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(made)
    random.shuffle(shuffled)
    assert suggest(made, TOPICS) == suggest(shuffled, TOPICS)


@given(DOSSIERS)
def test_what_a_topic_is_called_already_is_never_suggested(made: list[SuggestInput]) -> None:
    known = {fold_phrase(alias.text) for topic in TOPICS for alias in names(topic)}
    for found in suggest(made, TOPICS):
        assert not known & {fold_phrase(variant.text) for variant in found.variants}


@given(DOSSIERS)
def test_once_taken_a_suggestion_is_not_made_again(made: list[SuggestInput]) -> None:
    first = suggest(made, ())
    taken = tuple(Topic(one.id, one.term, "x") for one in first)
    again = suggest(made, taken)
    terms = {fold_phrase(one.term) for one in first}
    assert not [one for one in again if fold_phrase(one.term) in terms]


@given(made=DOSSIERS)
def test_entries_are_a_topics_file_without_errors(
    made: list[SuggestInput], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = suggest(made, TOPICS)
    path = tmp_path_factory.getbasetemp() / "suggested.yml"
    path.write_text(entries(found), "utf-8")
    topics, findings = load_topics(path)
    new = [one for one in found if one.kind is SuggestionKind.NEW_TOPIC]
    assert [(topic.id, topic.label) for topic in topics] == [(one.id, one.term) for one in new]
    assert findings == ()
    assert not {topic.id for topic in topics} & {topic.id for topic in TOPICS}


# --- the command -------------------------------------------------------------------------------


def run(root: Path, *arguments: str) -> str:
    config = str(root / "mkdocs.yml")
    done = CliRunner().invoke(suggest_topics, ["--config", config, *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_ranks_and_writes_nothing(tmp_path: Path) -> None:
    make_dossier(tmp_path, topics="")
    before = tree(tmp_path)
    shown = run(tmp_path, "--edition", "full")
    assert "Nils Aasgaard: 1 in 1 source\n" in shown
    assert "1936-lamp: ..." in shown
    assert tree(tmp_path) == before


def test_the_public_edition_uses_digests_only(tmp_path: Path) -> None:
    make_dossier(tmp_path, topics="")
    assert "Skarv Point" not in run(tmp_path, "--edition", "public")
    assert "Skarv Point" in run(tmp_path, "--edition", "full")


def test_the_limit_is_kept_in_every_format(tmp_path: Path) -> None:
    make_dossier(tmp_path, topics="")
    assert set(FORMATS) == {"text", "yaml", "json"}
    options = ("--edition", "full", "--limit", "2", "--format")
    assert len(run(tmp_path, *options, "text").split("\n\n")) == 2
    objects = json.loads(run(tmp_path, *options, "json"))
    pasted = tmp_path / "pasted.yml"
    pasted.write_text(run(tmp_path, *options, "yaml"), "utf-8")
    topics, findings = load_topics(pasted)
    assert [topic.label for topic in topics] == [one["term"] for one in objects]
    assert len(objects) == 2
    assert findings == ()


def test_nothing_to_suggest_is_said(tmp_path: Path) -> None:
    make_dossier(tmp_path, capture="Oil.\n", rights="restricted")
    record = tmp_path / "sources" / "1936-lamp.md"
    record.write_text(record.read_text("utf-8").split("---\n\n")[0] + "---\n\nOil.\n", "utf-8")
    assert run(tmp_path, "--edition", "public") == "nothing to suggest\n"


# --- the example -------------------------------------------------------------------------------


@needs_shared
@pytest.mark.xdist_group("captures")
def test_the_topics_of_the_example_are_among_the_first_suggestions() -> None:
    """Issue 3: at least 24 of them among 60, from the captures and an empty topics file."""
    captures = [str(SHARED / "captures")]
    settings = settings_for(ROOT / "mkdocs.yml", {"edition": "full", "captures": captures})
    dossier = pipeline.build(settings).dossier
    topics = {topic.id: topic for topic in dossier.topics}
    found = suggest(inputs(dossier, settings.language), ())[:60]
    shown = {fold_phrase(variant.text) for one in found for variant in one.variants}
    named = [
        name
        for name in WANTED
        if shown & {fold_phrase(alias.text) for alias in names(topics[name])}
    ]
    assert len(named) >= 24, sorted(set(WANTED) - set(named))
