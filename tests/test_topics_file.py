"""The topics file: what is read, what is reported at which line, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import TopicsError
from generator.model import Alias, Case, Finding, Severity, Topic, TopicId
from generator.recognise.automaton import MOST_NESTED
from generator.recognise.topic_nodes import ALIAS_KEYS, TOPIC_KEYS
from generator.recognise.topics_file import load_topics


def load(folder: Path, text: str | bytes) -> tuple[tuple[Topic, ...], tuple[Finding, ...]]:
    path = folder / "topics.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_topics(path)


def test_a_whole_topic(tmp_path: Path) -> None:
    topics, findings = load(
        tmp_path,
        """
# A comment
- id: harbour-pact
  label: Harbour Pact
  kind: agreement
  scope: >-
    Signed in 1931
    by three towns.
  aliases:
    - Quay Pact
    - {text: the pact, from: 1931-05, until: 1947, near: [quay, Lake Vern], not_before: [of peace],
       not_after: [peace], after_name: true, case: exact, review: yes}
  never: [Harbour Pact Hotel]
  broader: [treaties]
  related: vern
  same_as: [Q42, https://www.wikidata.org/wiki/Q43, https://a.example/x]
- {id: treaties, label: Treaties}
- {id: vern, label: Vern, kind: place}
""",
    )
    assert findings == ()
    assert topics[0] == Topic(
        TopicId("harbour-pact"),
        "Harbour Pact",
        "agreement",
        "Signed in 1931 by three towns.",
        (
            Alias("Quay Pact"),
            Alias(
                "the pact",
                since="1931-05",
                until="1947",
                near=("quay", "Lake Vern"),
                not_before=("of peace",),
                not_after=("peace",),
                after_name=True,
                case=Case.EXACT,
                review=True,
            ),
        ),
        ("Harbour Pact Hotel",),
        (TopicId("treaties"),),
        (TopicId("vern"),),
        (
            "https://www.wikidata.org/entity/Q42",
            "https://www.wikidata.org/entity/Q43",
            "https://a.example/x",
        ),
        line=3,
    )
    assert [(topic.id, topic.kind, topic.line) for topic in topics[1:]] == [
        ("treaties", "other", 17),
        ("vern", "place", 18),
    ]


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "[]", "\ufeff[]\r\n"])
def test_a_file_without_topics(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == ((), ())


GOOD = "- {id: good, label: Good}\n"

#: What stands in the file after a good topic; what is found: line, code; topics that are left.
PROBLEMS: dict[str, tuple[str, list[tuple[int, str]], list[str]]] = {
    "no mapping": ("- just a name\n", [(2, "topic-not-a-mapping")], ["good"]),
    "no id": ("- label: Vern\n", [(2, "topic-without-id")], ["good"]),
    "bad id": ("- label: Vern\n  id: Lake Vern\n", [(3, "topic-bad-id")], ["good"]),
    "id leaves the folder": ("- {id: ../x, label: X}\n", [(2, "topic-bad-id")], ["good"]),
    "no label": ("- id: vern\n", [(2, "topic-without-label")], ["good"]),
    "neither": ("- kind: place\n", [(2, "topic-without-id"), (2, "topic-without-label")], ["good"]),
    "one id twice": (
        "- {id: vern, label: Vern}\n- label: Orla\n  id: vern\n",
        [(4, "topic-id-twice")],
        ["good", "vern"],
    ),
    "nothing to look for": ('- id: dash\n  label: "—"\n', [(3, "topic-without-alias")], ["good"]),
    "label is no name, alias is": (
        '- {id: dash, label: "—", aliases: [dash]}\n',
        [],
        ["good", "dash"],
    ),
    "unknown key": (
        "- id: vern\n  label: Vern\n  alias: [x]\n",
        [(4, "unknown-key")],
        ["good", "vern"],
    ),
    "unknown key of an alias": (
        "- id: vern\n  label: Vern\n  aliases:\n    - text: the lake\n      form: 1931\n",
        [(6, "unknown-key")],
        ["good", "vern"],
    ),
    "a list for a value": ("- id: vern\n  label: [Vern]\n", [(3, "wrong-type")], ["good"]),
    "bad kind": (
        "- id: vern\n  label: Vern\n  kind: Big Lake\n",
        [(4, "topic-bad-kind")],
        ["good", "vern"],
    ),
    "bad same_as": (
        "- id: vern\n  label: Vern\n  same_as:\n    - Q42\n    - javascript:x\n",
        [(6, "topic-bad-same-as")],
        ["good", "vern"],
    ),
    "empty alias": (
        '- id: vern\n  label: Vern\n  aliases:\n    - ""\n    - " - "\n    - {from: 1931}\n',
        [(5, "alias-empty"), (6, "alias-empty"), (7, "alias-empty")],
        ["good", "vern"],
    ),
    "long alias": (
        f"- id: vern\n  label: Vern\n  aliases:\n    - {'lake ' * 50}\n",
        [(5, "alias-too-long")],
        ["good", "vern"],
    ),
    "alias in a list": (
        "- id: vern\n  label: Vern\n  aliases:\n    - [a, b]\n",
        [(5, "wrong-type")],
        ["good", "vern"],
    ),
    "bad dates": (
        "- id: vern\n  label: Vern\n  aliases:\n"
        "    - {text: a, from: soon}\n    - text: b\n      until: 1931-02-30\n"
        "    - {text: c, from: 1932, until: 1931}\n",
        [(5, "alias-bad-date"), (7, "alias-bad-date"), (8, "alias-dates-reversed")],
        ["good", "vern"],
    ),
    "bad case and flag": (
        "- id: vern\n  label: Vern\n  aliases:\n"
        "    - {text: a, case: exakt}\n    - {text: b, review: maybe}\n"
        "    - {text: c, after_name: [1]}\n",
        [(5, "alias-bad-case"), (6, "alias-bad-flag"), (7, "wrong-type")],
        ["good", "vern"],
    ),
    "empty words near": (
        "- id: vern\n  label: Vern\n  aliases:\n    - {text: a, near: [b, '-']}\n"
        "    - text: b\n      near: []\n  never: ['…', ' ']\n",
        [(5, "empty-phrase"), (7, "empty-phrase"), (8, "never-without-alias")],
        ["good", "vern"],
    ),
    "unknown relations": (
        "- id: vern\n  label: Vern\n  broader:\n    - goood\n  related: [vern, good, orla]\n",
        [(5, "unknown-topic"), (6, "topic-of-itself"), (6, "unknown-topic")],
        ["good", "vern"],
    ),
    "broader in a circle": (
        "- {id: a, label: A1, broader: [b]}\n- {id: b, label: B1, broader: [c]}\n"
        "- id: c\n  label: C1\n  broader: [good, a]\n- {id: d, label: D1, broader: [a]}\n",
        [(6, "broader-in-circle")],
        ["good", "a", "b", "c", "d"],
    ),
    "two topics with one alias": (
        "- id: vern\n  label: Lake Vern\n  aliases: [the lake]\n"
        "- id: orla\n  label: Lake-Orla\n  aliases:\n    - Orla\n    - the  lake\n",
        [(9, "alias-claimed-twice")],
        ["good", "vern", "orla"],
    ),
    "alias is another's label": (
        "- {id: vern, label: Vern, aliases: [Good]}\n",
        [(2, "alias-claimed-twice")],
        ["good", "vern"],
    ),
    "one alias twice in a topic": (
        "- id: vern\n  label: Vern\n  aliases:\n    - Lake-Vern\n    - Lake Vern\n",
        [(6, "alias-twice")],
        ["good", "vern"],
    ),
    "never without a name": (
        "- id: vern\n  label: Vern\n  never:\n    - Vern Street\n    - Orla Street\n",
        [(6, "never-without-alias")],
        ["good", "vern"],
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_reported_at_its_line_and_the_rest_is_used(tmp_path: Path, name: str) -> None:
    text, expected, left = PROBLEMS[name]
    topics, findings = load(tmp_path, GOOD + text)
    assert [(one.line, one.code) for one in findings] == expected
    assert [topic.id for topic in topics] == left
    for one in findings:
        assert one.path == tmp_path / "topics.yml"
        assert one.message.endswith(".")
        assert one.advice


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{text: the deal, until: 2014}", "{text: the deal, from: 2015}"),
        ("{text: the deal, near: [quay]}", "{text: the deal, near: [pier]}"),
        ("{text: the deal, near: [quay]}", "the deal"),
        ("{text: the deal, review: true}", "the deal"),
        ("{text: the deal, review: true}", "{text: the deal, review: true}"),
        ("{text: the deal, not_after: [quay]}", "the deal"),
        ("HELIX", "Helix"),
        ("Helix", "{text: Helix, case: exact}"),
    ],
)
def test_what_can_be_told_apart_may_be_claimed_twice(
    tmp_path: Path, first: str, second: str
) -> None:
    text = "- {{id: a, label: A1, aliases: [{}]}}\n- {{id: b, label: B1, aliases: [{}]}}\n"
    assert load(tmp_path, text.format(first, second))[1] == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{text: the deal, until: 2015}", "{text: The-Deal, from: 2015-12, case: any}"),
        ("{text: the deal, near: [Quay, pier]}", "{text: the deal, near: [pier, quay]}"),
        ("{text: the deal, after_name: true}", "{text: the deal, after_name: true}"),
    ],
)
def test_what_cannot_be_told_apart_must_not(tmp_path: Path, first: str, second: str) -> None:
    text = "- {{id: a, label: A1, aliases: [{}]}}\n- {{id: b, label: B1, aliases: [{}]}}\n"
    (finding,) = load(tmp_path, text.format(first, second))[1]
    assert (finding.code, finding.severity) == ("alias-claimed-twice", Severity.ERROR)
    assert '"a" (line 1) and "b"' in finding.message


def test_the_nearest_is_named(tmp_path: Path) -> None:
    _, findings = load(
        tmp_path, "- {id: vern, label: Vern, lable: x, related: [orl], broader: [quite-else]}\n"
        "- {id: orla, label: Orla, aliases: [{text: x, case: smrt}]}\n"
    )  # fmt: skip
    advice = {finding.message: finding.advice for finding in findings}
    assert advice == {
        '"lable" is not a known key.': 'Did you mean "label"?',
        'There is no topic "orl".': 'Did you mean "orla"?',
        'There is no topic "quite-else".': "Add the topic, or remove the reference.",
        '"smrt" is no way to treat capitals.': 'Did you mean "smart"?',
    }


def test_an_alias_with_an_error_is_left_out_and_no_other(tmp_path: Path) -> None:
    topics, _ = load(
        tmp_path,
        "- {id: vern, label: Vern, aliases: [{text: a, from: x}, b, {text: c, form: 1}]}\n",
    )
    assert [alias.text for alias in topics[0].aliases] == ["b", "c"]


def test_only_one_reference_of_a_circle_is_left_out(tmp_path: Path) -> None:
    topics, _ = load(tmp_path, GOOD + PROBLEMS["broader in a circle"][0])
    assert [topic.broader for topic in topics] == [(), ("b",), ("c",), ("good",), ("a",)]


def test_too_many_nested_aliases_are_reported_and_not_looked_for(tmp_path: Path) -> None:
    nested = "".join(f"    - {'la ' * length}vern\n" for length in range(1, MOST_NESTED + 3))
    _, findings = load(tmp_path, f"- id: vern\n  label: Vern\n  aliases:\n{nested}")
    assert [(one.line, one.code) for one in findings] == [
        (3 + MOST_NESTED, "alias-nested-too-deep"),
        (4 + MOST_NESTED, "alias-nested-too-deep"),
        (5 + MOST_NESTED, "alias-nested-too-deep"),
    ]


def test_a_name_of_too_many_topics_is_reported(tmp_path: Path) -> None:
    one = "- {{id: t-{0}, label: T{0}, aliases: [{{text: deal, from: {0}, until: {0}}}]}}\n"
    claims = "".join(map(one.format, range(1900, 1902 + MOST_NESTED)))
    _, findings = load(tmp_path, claims)
    assert [(one.line, one.code) for one in findings] == [
        (MOST_NESTED + 1, "alias-claimed-too-often"),
        (MOST_NESTED + 2, "alias-claimed-too-often"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- id: a\n  label: A\n- id: [\n", "broken-yaml", 4),
        ("- id: a\n  id: b\n", "duplicate-key", 2),
        ("topics:\n  - id: a\n", "topics-no-list", 1),
        ("just text", "topics-no-list", 1),
        ("- &a {id: a}\n- *a\n", "yaml-feature", 1),
        (b"- id: a\n  label: \xe9t\xe9\n", "topics-encoding", 2),
    ],
)
def test_a_file_that_is_no_list_of_topics(
    tmp_path: Path, text: str | bytes, code: str, line: int
) -> None:
    with pytest.raises(TopicsError) as caught:
        load(tmp_path, text)
    assert (caught.value.code, caught.value.line) == (code, line)
    assert caught.value.path == tmp_path / "topics.yml"
    assert caught.value.advice


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TopicsError) as caught:
        load_topics(tmp_path / "topics.yml")
    assert caught.value.code == "topics-unreadable"


KEYS = st.sampled_from([*sorted(TOPIC_KEYS | ALIAS_KEYS), "x"])
VALUES = st.recursive(
    st.sampled_from(["a", "b-c", "2015", "true", '""', "~", "'-'", "Q1", "exact", "S-300"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=12,
)


@given(st.lists(VALUES, max_size=4))
def test_any_tree_gives_topics_and_findings(
    tmp_path_factory: pytest.TempPathFactory, items: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("topics")
    topics, findings = load(folder, "".join(f"- {item}\n" for item in items))
    ids = [topic.id for topic in topics]
    assert len(set(ids)) == len(ids)
    assert all(set(topic.broader) | set(topic.related) <= set(ids) for topic in topics)
    assert all(1 <= finding.line <= len(items) for finding in findings)
    assert len(topics) + sum(one.severity is Severity.ERROR for one in findings) >= len(items)
