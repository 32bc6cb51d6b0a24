"""What the sources have in common: backlinks, companions, related sources and the timeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.model import Span
from generator.relate import Relations
from generator.relate.contexts import Lookup
from generator.relate.related import related_to
from generator.write import Contents
from tests.dossiers import RECORD, make_dossier, settings_of_dossier

OTHERS = {
    "1937-pier": ("1937-06", "The Harbour Board mends a pier. The pier is not at Skarv Point."),
    "1938-oil": (
        "1938",
        "Oil for the Skarv lamp came in May 1938. The board paid, the Harbour Board says.",
    ),
}


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    config = make_dossier(tmp_path / "d")
    for name, (issued, digest) in OTHERS.items():
        record = (
            RECORD.format(rights="restricted", sha256="").split("---\n\n")[0] + f"---\n\n{digest}\n"
        )
        record = record.replace("issued: 1936-03-03", f"issued: {issued}")
        record = record.replace("capture: {file: lamp.txt, sha256: }\n", "")
        (config.parent / "sources" / f"{name}.md").write_text(record)
    return pipeline.build(settings_of_dossier(config))


def words(contents: Contents, relations: Relations, topic: str) -> list[tuple[str, str, list[str]]]:
    result = []
    for context in relations.contexts[topic]:  # type: ignore[index]
        text = contents.sources[context.source].document(context.layer).text
        result.append(
            (str(context.source), context.sentence.of(text), [m.of(text) for m in context.mentions])
        )
    return result


def test_a_topic_knows_every_sentence_that_names_it_in_order_of_date(contents: Contents) -> None:
    assert words(contents, contents.relations, "skarv-light") == [
        (
            "1936-lamp",
            "The keeper of the Skarv light says that the Harbour Board never paid for oil ordered in 1935.",
            ["Skarv light"],
        ),
        ("1937-pier", "The pier is not at Skarv Point.", ["Skarv Point"]),
        ("1938-oil", "Oil for the Skarv lamp came in May 1938.", ["Skarv lamp"]),
    ]


def test_a_short_form_counts_only_after_the_full_name(contents: Contents) -> None:
    found = words(contents, contents.relations, "harbour-board")
    assert ("1938-oil", "The board paid, the Harbour Board says.", ["Harbour Board"]) in found


def test_counts_agree_with_the_contexts(contents: Contents) -> None:
    relations = contents.relations
    for topic in contents.dossier.topics:
        mentions = sum(len(context.mentions) for context in relations.contexts[topic.id])
        assert relations.total(topic.id) == mentions
        assert relations.reach(topic.id) == len({c.source for c in relations.contexts[topic.id]})


def test_companions_are_mutual(contents: Contents) -> None:
    companions = contents.relations.companions
    for topic, others in companions.items():
        for other in others:
            back = next(c for c in companions[other.topic] if c.topic == topic)
            assert set(back.passages) == set(other.passages)


def test_statements_are_in_order_and_know_their_words(contents: Contents) -> None:
    found = contents.relations.statements
    assert [(s.date, s.source) for s in found] == [("1935", "1936-lamp"), ("1938-05", "1938-oil")]
    assert found[1].topics == ("skarv-light",)


def test_the_source_that_shares_the_rarer_topic_is_nearer() -> None:
    counts = {
        "a": {"rare": 1, "common": 1},
        "b": {"rare": 1, "common": 1},
        "c": {"common": 9},
        "d": {"common": 1},
    }
    nearest = related_to(counts)["a"]  # type: ignore[arg-type,index]
    assert nearest[0].source == "b"
    assert nearest[0].topics[0] == "rare"
    assert {related.source for related in nearest} == {"b", "c", "d"}


def test_a_mention_between_sentences_has_itself_for_context() -> None:
    lookup = Lookup((Span(0, 5), Span(6, 9)))
    assert lookup(Span(2, 4)) == Span(0, 5)
    assert lookup(Span(5, 6)) == Span(5, 6)
    assert lookup(Span(6, 12)) == Span(6, 12)
