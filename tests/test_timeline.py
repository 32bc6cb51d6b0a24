"""The timeline: which statements are gathered, what editors tell, and that nothing is lost on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.anchor.events_file import EVENT_KEYS, PROOF_KEYS, load_events, parse_events
from generator.describe.dates import spoken, year_of
from generator.errors import NotesError
from generator.model import (
    Anchored,
    BlockId,
    Document,
    Dossier,
    EditorsEvent,
    EventId,
    Finding,
    Layer,
    Note,
    NoteId,
    Quote,
    Record,
    Source,
    SourceId,
    Span,
    Standing,
    Target,
    TopicId,
    Value,
)
from generator.relate.events import Event, events_of
from generator.relate.gathering import gathered
from generator.relate.statements import Statement
from generator.write import Contents, render
from generator.write import findings as findings_of
from generator.write.charts import Mark, time_chart
from generator.write.charts.marks import COLUMN, ROW
from generator.write.charts.size import columns
from generator.write.charts.timeline import MOST, TimeChart
from generator.write.exports.schemas import FOLDER
from generator.write.fragments import directive
from generator.write.periods import _STEPS, PART, WHOLE, Kind, Line, _parts
from tests.conftest import ROOT
from tests.dossiers import RECORD, make_dossier, settings_of_dossier
from tests.strategies import lines
from tests.test_charts import SVG, drawn, texts
from tests.test_docs import GUIDE, explained, html, section, snippets
from tests.test_docs import codes as codes_in
from tests.test_schemas import errors, objects

SCHEMA = json.loads((FOLDER / "events.schema.json").read_text("utf-8"))
EVENTS_YML = Path("sources/events.yml")


# --- statements for tests ----------------------------------------------------------------------


def statement(
    source: str = "a", date: str = "1936-03-02", topics: Iterable[str] = (), at: int = 0
) -> Statement:
    return Statement(
        source=SourceId(source),
        layer=Layer.DIGEST,
        block=BlockId(f"d-{at}"),
        span=Span(10 * at, 10 * at + 4),
        sentence=Span(10 * at, 10 * at + 9),
        date=date,
        basis="stated",
        topics=tuple(map(TopicId, topics)),
    )


def groups(*statements: Statement, said: dict[Statement, str] | None = None) -> list[int]:
    """The sizes of the groups; without words, no two sentences are alike."""
    words = said or {}
    found = gathered(statements, lambda one: words.get(one, f"{one.source} {one.span.start}"))
    return [len(group) for group in found]


@st.composite
def any_statements(draw: st.DrawFn) -> list[Statement]:
    dates = st.sampled_from(["1936-03-02", "1936-03-03", "1936-03", "1936", "1936~", "1936/1938"])
    topics = st.lists(st.sampled_from("pier lamp oil".split()), max_size=3, unique=True)
    number = draw(st.integers(0, 12))
    return [
        statement(draw(st.sampled_from("abc")), draw(dates), draw(topics), at)
        for at in range(number)
    ]


# --- gathering ---------------------------------------------------------------------------------

PIER = "The pier at Skarv Point was mended at last, the board says"

#: Two statements, and whether they are gathered.
PAIRS = {
    "two topics on a day": (("x", "1936-03-02", "pq"), ("y", "1936-03-02", "pqr"), True),
    "two of three topics": (("x", "1936-03-02", "pqs"), ("y", "1936-03-02", "pqr"), True),
    "the only topic on a day": (("x", "1936-03-02", "p"), ("y", "1936-03-02", "pqr"), True),
    "one of two topics": (("x", "1936-03-02", "ps"), ("y", "1936-03-02", "pqr"), False),
    "no topics": (("x", "1936-03-02", ""), ("y", "1936-03-02", ""), False),
    "no topics of one source": (("x", "1936-03-02", ""), ("x", "1936-03-02", ""), False),
    "the next day": (("x", "1936-03-02", "pq"), ("y", "1936-03-03", "pq"), False),
    "less precise": (("x", "1936-03", "pq"), ("x", "1936-03-02", "pq"), False),
    "approximate": (("x", "1936-03~", "pq"), ("y", "1936-03", "pq"), False),
    "two topics in a month": (("x", "1936-03", "pq"), ("y", "1936-03", "pqr"), True),
    "one topic in a month": (("x", "1936-03", "p"), ("y", "1936-03", "pqr"), False),
    "two of three in a month": (("x", "1936-03", "pqs"), ("y", "1936-03", "pqr"), False),
    "a season": (("x", "1936-21", "pq"), ("y", "1936-21", "pq"), True),
    "a year": (("x", "1936", "pq"), ("y", "1936", "pq"), False),
    "a year of one source": (("x", "1936", "pq"), ("x", "1936", "qp"), True),
    "a year of one source, other topics": (("x", "1936", "pq"), ("x", "1936", "p"), False),
    "an interval": (("x", "1936/1938", "pq"), ("y", "1936/1938", "pq"), False),
}


@pytest.mark.parametrize("name", PAIRS)
def test_statements_are_gathered_by_date_and_subject(name: str) -> None:
    one, other, together = PAIRS[name]
    found = groups(statement(*one, at=1), statement(*other, at=2))
    assert found == ([2] if together else [1, 1])


#: Two sentences with one date and the same topics, and whether they are the same words.
WORDS = {
    PIER + ".": True,
    "The pier at Skarv Point was mended at last, the board said.": True,
    "“The pier at Skarv Point  was mended – at last”, the board says.": True,
    "The pier at Skarv Point was never mended, the board says.": False,
}


@pytest.mark.parametrize(("other", "together"), WORDS.items())
@pytest.mark.parametrize("date", ["1936", "1936/..", "1936-03"])
def test_the_same_words_are_the_same_whatever_the_date(
    date: str, other: str, together: bool
) -> None:
    one, two = statement("a", date, at=1), statement("b", date, at=2)
    assert groups(one, two, said={one: PIER, two: other}) == ([2] if together else [1, 1])


def test_other_figures_or_topics_or_few_words_are_not_the_same() -> None:
    one, two, three = (statement(source, "1936", "p") for source in "abc")
    other = statement("d", "1936", "pq")
    said = {one: f"{PIER} in 3 days", two: f"{PIER} in 8 days"}
    assert groups(one, two, said=said) == [1, 1]
    assert groups(one, other, said=dict.fromkeys((one, other), PIER)) == [1, 1]
    assert groups(one, three, said=dict.fromkeys((one, three), "He came in 1936.")) == [1, 1]


def test_agreement_is_not_passed_on() -> None:
    """a and b agree, b and c agree, a and c have nothing in common."""
    found = [statement(s, topics=t) for s, t in (("a", "pq"), ("b", "pqrs"), ("c", "rs"))]
    assert groups(*found) == [2, 1]


@given(any_statements())
def test_every_statement_is_in_exactly_one_group_of_its_date(found: list[Statement]) -> None:
    result = gathered(found, lambda one: f"{one.source} {one.span.start}")
    assert sorted(one.span for group in result for one in group) == sorted(s.span for s in found)
    assert all(len({one.date for one in group}) == 1 for group in result)
    assert [group[0] for group in result] == sorted((g[0] for g in result), key=found.index)
    assert all(list(group) == sorted(group, key=found.index) for group in result)


@given(any_statements(), any_statements())
def test_statements_of_other_dates_make_no_difference(
    found: list[Statement], others: list[Statement]
) -> None:
    def words(one: Statement) -> str:
        return f"{one.source} {one.span.start}"

    here = [one for one in found if one.date.startswith("1936-03-0")]
    there = [one for one in others if not one.date.startswith("1936-03-0")]
    alone = gathered(here, words)
    among = gathered([*there, *here], words)
    assert [group for group in among if group[0].date.startswith("1936-03-0")] == list(alone)


# --- what editors gather -----------------------------------------------------------------------


def passage(source: str, start: int, end: int) -> Anchored:
    note = Note(NoteId(""), Target(SourceId(source), Layer.DIGEST, Quote("x")))
    return Anchored(note, Standing.ANCHORED, Layer.DIGEST, Span(start, end))


def told(
    id_: str, *proofs: Anchored, apart: Sequence[Anchored] = (), date: str = "1930"
) -> EditorsEvent:
    return EditorsEvent(EventId(id_), date, "Title", proofs=proofs, apart=tuple(apart))


def events(statements: Sequence[Statement], *edited: EditorsEvent) -> dict[str, Event]:
    found = events_of(dossier_of(statements, edited), statements)
    return {event.id: event for event in found}


def dossier_of(statements: Sequence[Statement], edited: Sequence[EditorsEvent]) -> Dossier:
    record = Record(Path("a.md"), Value("A"))
    text = Document(" " * (10 * (len(statements) + 2)))
    sources = tuple(Source(SourceId(id_), record, text) for id_ in "abc")
    return Dossier(sources, (), {}, events=tuple(edited))


def test_a_proof_gathers_the_statements_whose_dates_it_quotes() -> None:
    one, two = statement("a", "1935", at=1), statement("b", "1936-03-02", at=2)
    found = events([one, two], told("oil", passage("a", 8, 20), passage("b", 0, 20)))
    assert found["oil"].statements == (one,)
    assert [event.statements for id_, event in found.items() if id_ != "oil"] == [(two,)]


def test_who_quotes_a_statement_takes_what_is_gathered_with_it() -> None:
    one, two, three = (statement(s, topics="pq", at=1) for s in "abc")
    found = events([one, two, three], told("oil", passage("a", 0, 99)))
    assert found["oil"].statements == (one, two, three)
    found = events([one, two, three], told("oil", passage("a", 0, 99), apart=[passage("b", 0, 99)]))
    assert found["oil"].statements == (one, three)
    assert [event.statements for id_, event in found.items() if id_ != "oil"] == [(two,)]


def test_where_two_quote_one_group_nobody_takes_the_rest() -> None:
    one, two, three = (statement(s, topics="pq", at=1) for s in "abc")
    found = events(
        [one, two, three], told("oil", passage("a", 0, 99)), told("pier", passage("b", 0, 99))
    )
    assert found["oil"].statements == (one,)
    assert found["pier"].statements == (two,)
    assert len(found) == 3


def test_of_two_that_quote_a_statement_the_first_has_it() -> None:
    one = statement("a", at=1)
    found = events([one], told("oil", passage("a", 0, 99)), told("pier", passage("a", 0, 99)))
    assert found["oil"].statements == (one,)
    assert found["pier"].statements == ()


@st.composite
def editors_events(draw: st.DrawFn) -> list[EditorsEvent]:
    def passages() -> list[Anchored]:
        starts = draw(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 100)), max_size=3))
        return [passage(source, at, at + draw(st.integers(1, 60))) for source, at in starts]

    return [told(f"t-{n}", *passages(), apart=passages()) for n in range(draw(st.integers(0, 3)))]


@given(any_statements(), editors_events())
def test_every_statement_belongs_to_exactly_one_event(
    statements: list[Statement], edited: list[EditorsEvent]
) -> None:
    found = events_of(dossier_of(statements, edited), statements)
    assert sorted(one.span for event in found for one in event.statements) == sorted(
        one.span for one in statements
    )
    assert len({event.id for event in found}) == len(found)
    assert {event.told.id for event in found if event.told} == {event.id for event in edited}
    assert found == events_of(dossier_of(statements, edited), statements)


@given(any_statements(), editors_events())
def test_no_event_has_what_was_held_apart_and_none_but_editors_joins_dates(
    statements: list[Statement], edited: list[EditorsEvent]
) -> None:
    for event in events_of(dossier_of(statements, edited), statements):
        if event.told is None:
            assert {one.date for one in event.statements} == {event.date}
        for apart in event.told.apart if event.told else ():
            assert apart.span is not None
            inside = [one for one in event.statements if one.span in apart.span]
            assert all(one.source != apart.note.target.source for one in inside)


# --- the file ----------------------------------------------------------------------------------

GOOD = """\
- id: lamp-lit
  date: 1936-03-05
  title: The lamp burns again
  note: |
    After two nights; see [[skarv-light]].
  topics: [skarv-light]
  proofs:
    - {source: 1936-lamp, layer: digest, quote: oil ordered in 1935}
  not: {source: 1936-lamp, quote: a reply}
"""


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_an_event_is_read_with_its_passages_and_lines() -> None:
    (event,), findings = parse_events(GOOD, EVENTS_YML)
    assert findings == ()
    assert (event.id, event.date, event.title) == ("lamp-lit", "1936-03-05", "The lamp burns again")
    assert event.note == "After two nights; see [[skarv-light]]."
    assert event.proofs[0].target.quote == Quote("oil ordered in 1935")
    assert (event.proofs[0].line, event.apart[0].line, event.line) == (8, 9, 1)


#: What stands in an entry, whether the schema takes it, and what the program says.
ENTRIES = {
    "id: a\n  date: 1936\n  title: b": [],
    "id: 1936\n  date: 1936-03~\n  title: 1936\n  note:\n  topics:\n  proofs:\n  not:": [],
    "id: a\n  date: 1936/..\n  title: b\n  topics: lamp\n  proofs: []": [],
    "id: a\n  date: 1936\n  title: b\n  proofs: {source: 1936, quote: 1935, prefix: 'in ', layer: }": [],
    "date: 1936\n  title: b": ["event-without-id"],
    "id: A b\n  date: 1936\n  title: b": ["event-bad-id"],
    "id: index\n  date: 1936\n  title: b": ["event-bad-id"],
    "id: a\n  title: b": ["event-without-date"],
    "id: a\n  date: May 1936\n  title: b": ["invalid-value"],
    "id: a\n  date: 1936\n  title: ' '": ["event-without-title"],
    "id: a\n  date: 1936\n  title: b\n  when: 1936": ["unknown-key"],
    "id: a\n  date: 1936\n  title: b\n  proofs: words": ["wrong-type"],
    "id: a\n  date: 1936\n  title: b\n  proofs: [words]": ["wrong-type"],
    "id: a\n  date: 1936\n  title: b\n  proofs: [{quote: x}]": ["proof-incomplete"],
    "id: a\n  date: 1936\n  title: b\n  not: [{source: x}]": ["proof-incomplete"],
    "id: a\n  date: 1936\n  title: b\n  proofs: [{source: x, quote: y, block: z}]": ["unknown-key"],
    "id: a\n  date: 1936\n  title: b\n  proofs: [{source: x, quote: y, layer: page}]": [
        "bad-layer"
    ],
    "id: a\n  date: 1936\n  title: b\n  proofs: [{source: x, quote: [y]}]": ["wrong-type"],
}


@pytest.mark.parametrize(("entry", "found"), ENTRIES.items())
def test_what_is_wrong_with_an_entry_is_said_and_the_schema_agrees(
    entry: str, found: list[str]
) -> None:
    text = f"- {entry}\n"
    assert codes(parse_events(text, EVENTS_YML)[1]) == found
    assert (errors(SCHEMA, text) == []) is (found == [])


def test_of_two_events_with_one_id_the_first_is_used() -> None:
    (event,), findings = parse_events(GOOD + GOOD, EVENTS_YML)
    assert codes(findings) == ["event-id-twice"]
    assert (event.line, findings[0].line) == (1, 10)


def test_a_file_that_is_no_list_is_refused_and_none_is_no_events(tmp_path: Path) -> None:
    assert load_events(tmp_path / "events.yml") == ((), ())
    for text, code in (("id: a", "events-no-list"), ("- [", "broken-yaml")):
        with pytest.raises(NotesError) as caught:
            parse_events(text, EVENTS_YML)
        assert caught.value.code == code


def test_the_schema_explains_every_key_and_takes_no_other() -> None:
    event, proof = objects(SCHEMA)
    assert event["properties"].keys() == EVENT_KEYS
    assert proof["properties"].keys() == PROOF_KEYS
    for one in (event, proof):
        assert one["additionalProperties"] is False
        assert all(value.get("description") for value in one["properties"].values())


def test_the_examples_events_are_valid() -> None:
    text = (ROOT / "sources/events.yml").read_text("utf-8")
    assert errors(SCHEMA, text) == []
    assert parse_events(text, EVENTS_YML)[1] == ()


YAML = st.text(
    st.sampled_from("- id:dateproofsquotenot[]{}\n  '\"|>&*!#~0123aé\u202e\x00"), max_size=80
)


@given(st.one_of(YAML, YAML.map(lambda text: GOOD + text), st.text(max_size=60)))
def test_any_file_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        found, findings = parse_events(text, EVENTS_YML)
    except NotesError as error:
        assert error.line >= 0 and error.advice
        return
    assert all(finding.line > 0 and finding.advice for finding in findings)
    for event in found:
        assert re.fullmatch(r"[a-z0-9-]{1,64}", event.id)
        assert event.title.strip() and spoken(event.date)
        assert all(n.target.source and n.target.quote for n in (*event.proofs, *event.apart))


def test_every_key_is_explained_and_no_other() -> None:
    guide = GUIDE / "timeline.md"
    assert explained(section(guide, "Keys of an event")) == EVENT_KEYS
    shown = codes_in([section(guide, "Keys of a passage")])
    assert shown & (PROOF_KEYS | {"digest", "text"}) == PROOF_KEYS | {"digest", "text"}


def test_events_in_the_guide_have_no_findings() -> None:
    examples = list(snippets(GUIDE / "timeline.md", "yaml"))
    assert examples
    for example in examples:
        found, findings = parse_events(example, EVENTS_YML)
        assert found and findings == ()
        assert errors(SCHEMA, example) == []


def test_limits_are_named_with_their_numbers() -> None:
    said = " ".join(html(GUIDE / "pages.md").get_text(" ").split())
    assert f"With more than {WHOLE} entries the list moves to pages of at most {PART}" in said


# --- pages and data ----------------------------------------------------------------------------

OTHERS = {
    "1937-pier": ("1937-06", "The Harbour Board mends a pier. The pier is not at Skarv Point."),
    "1938-oil": (
        "1938",
        "Oil for the Skarv lamp came in May 1938. The board paid, the Harbour Board says.",
    ),
    "1939-again": ("1939", "In May 1938 the Harbour Board bought oil for the Skarv lamp."),
}


def small_dossier(root: Path, events: str = GOOD) -> Path:
    """Four sources, with statements and an event of the editors; the path of mkdocs.yml."""
    config = make_dossier(root / "d")
    for name, (issued, digest) in OTHERS.items():
        record = RECORD.format(rights="restricted", sha256="").split("---\n\n")[0]
        record = record.replace("issued: 1936-03-03", f"issued: {issued}")
        record = record.replace("capture: {file: lamp.txt, sha256: }\n", "")
        (config.parent / "sources" / f"{name}.md").write_text(f"{record}---\n\n{digest}\n")
    (config.parent / "sources" / "events.yml").write_text(events, "utf-8")
    return config


def contents_of(root: Path, events: str = GOOD) -> Contents:
    return pipeline.build(settings_of_dossier(small_dossier(root, events)))


def text_of(contents: Contents, path: str) -> str:
    return {str(p): data for p, data in render(contents).items()}[path].decode()


WITHOUT_NOT = GOOD.replace("  not: {source: 1936-lamp, quote: a reply}\n", "")


def test_a_lost_proof_is_a_warning_with_candidates_and_proves_nothing(tmp_path: Path) -> None:
    contents = contents_of(tmp_path, WITHOUT_NOT.replace("oil ordered in", "oil ordred for"))
    (finding,) = (f for f in contents.dossier.findings if f.code == "lost-proof")
    assert "oil ordered in 1935" in finding.message
    assert (finding.path and finding.path.name, finding.line) == ("events.yml", 8)
    event = contents.events["lamp-lit"]
    assert event.statements == () and event.sources == ()
    assert "not in this edition" in text_of(contents, "timeline.md")


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("source: 1936-lamp, quote: the", "ambiguous-proof"),
        ("source: 1936-lmap, quote: board", "proof-without-source"),
        ("source: 1936-lamp, layer: text, quote: anything", None),
    ],
)
def test_what_becomes_of_other_proofs(quote: str, code: str | None, tmp_path: Path) -> None:
    events = WITHOUT_NOT.replace(
        "source: 1936-lamp, layer: digest, quote: oil ordered in 1935", quote
    )
    found = {f.code for f in contents_of(tmp_path, events).dossier.findings}
    assert (code in found) if code else not {"lost-proof", "ambiguous-proof"} & found


def test_what_an_event_names_that_is_not_there_is_said(tmp_path: Path) -> None:
    events = WITHOUT_NOT.replace("topics: [skarv-light]", "topics: [skarv-lite]")
    contents = contents_of(tmp_path, events.replace("[[skarv-light]]", "[[skarv-lihgt]]"))
    found = (f for f in findings_of(contents) if f.path and f.path.name == "events.yml")
    assert {(f.code, f.line) for f in found} == {("unknown-topic", 1), ("unknown-link", 1)}


def test_a_statement_that_two_events_quote_is_said(tmp_path: Path) -> None:
    contents = contents_of(tmp_path, WITHOUT_NOT + WITHOUT_NOT.replace("lamp-lit", "oil-ordered"))
    (finding,) = (f for f in findings_of(contents) if f.code == "proof-claimed-twice")
    assert finding.line == 9
    assert "1935" in finding.message and "lamp-lit" in finding.message


def test_the_timeline_shows_what_was_issued_and_what_happened_by_year(tmp_path: Path) -> None:
    page = text_of(contents_of(tmp_path, WITHOUT_NOT), "timeline.md")
    assert re.findall(r"^## .*#year-(\d+)", page, re.MULTILINE) == ["1936", "1937", "1938", "1939"]
    kinds = re.findall(r'<li class="d-event d-event--(\w+)"', page)
    assert sorted(kinds) == ["event", *["issued"] * 4, *["statement"] * 2]
    assert "Dated there: 1935" in page
    assert "1 more passage" not in page


def test_a_proof_opens_its_paragraph_and_highlights_its_words(tmp_path: Path) -> None:
    page = text_of(contents_of(tmp_path, WITHOUT_NOT), "timeline.md")
    assert re.search(
        r'href="sources/1936-lamp.html#d-[0-9a-f]{8}:~:text=never%20paid%20for-,oil%20ordered%20in%201935,-\."',
        page,
    )


def test_two_sources_that_say_the_same_of_a_day_are_one_event(tmp_path: Path) -> None:
    config = small_dossier(tmp_path)
    for name, said in {
        "1938-oil": "On 3 May 1938 the Harbour Board bought oil for the Skarv lamp.",
        "1939-again": "The Skarv lamp had oil again on 3 May 1938.",
    }.items():
        path = config.parent / "sources" / f"{name}.md"
        path.write_text(path.read_text().replace(OTHERS[name][1], said))
    contents = pipeline.build(settings_of_dossier(config))
    (event,) = (e for e in contents.relations.events if e.date == "1938-05-03")
    assert event.sources == ("1938-oil", "1939-again")
    page = text_of(contents, "timeline.md")
    (entry,) = re.findall(rf'<li [^>]*id="event-{event.id}".*?</div></li>', page, re.DOTALL)
    assert 'data-source="1938-oil 1939-again"' in entry
    assert entry.count("<blockquote") == 2


def test_data_has_an_item_a_statement_with_its_event_and_an_event_with_its_proofs(
    tmp_path: Path,
) -> None:
    contents = contents_of(tmp_path, WITHOUT_NOT)
    statements = json.loads(text_of(contents, "data/events.json"))
    by_id = {event["id"]: event for event in json.loads(text_of(contents, "data/timeline.json"))}
    assert len(statements) == len(contents.relations.statements) == 3
    for item in statements:
        place = {key: item[key] for key in ("source", "start", "end", "text", "words")}
        proofs = by_id[item["event"]]["proofs"]
        assert place in proofs or item["words"] == "1935"
        text = text_of(contents, f"data/{item['text']}")
        assert text[item["start"] : item["end"]] == item["words"]
    told_event = by_id["lamp-lit"]
    assert [proof["words"] for proof in told_event["proofs"]] == ["oil ordered in 1935", "1935"]
    assert told_event["title"] == "The lamp burns again"
    header, *rows = text_of(contents, "data/events.csv").splitlines()
    assert header.endswith(",event") and len(rows) == 3


def test_a_withheld_text_is_in_no_file_of_the_public_edition(tmp_path: Path) -> None:
    events = WITHOUT_NOT.replace(
        "layer: digest, quote: oil ordered in 1935", "layer: text, quote: dark for two nights"
    )
    contents = contents_of(tmp_path, events)
    assert contents.events["lamp-lit"].told.proofs[0].standing is Standing.WITHHELD  # type: ignore[union-attr]
    assert b"dark for two nights" not in b"".join(render(contents).values())


def test_a_topic_tells_its_events_in_time(tmp_path: Path) -> None:
    page = text_of(contents_of(tmp_path, WITHOUT_NOT), "topics/skarv-light.md")
    section = page.split("## In time")[1].split("\n## ")[0]
    assert "../timeline.html#event-lamp-lit" in section
    assert "../sources/1938-oil.html#d-" in section
    assert 'href="../timeline.html#topic=skarv-light"' in section
    assert 'id="topic=skarv-light"' in text_of(contents_of(tmp_path / "b"), "timeline.md")


@given(st.lists(lines(), min_size=1, max_size=3), st.data())
def test_a_directive_has_no_sign_that_would_part_it(words: list[str], data: st.DataObject) -> None:
    text = "\n".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    said = directive(text, Span(0, len(text)), span).removeprefix(":~:text=")
    assert re.fullmatch(r"([\w.%]+-,)?[\w.%]*(,-[\w.%]+)?", said, re.ASCII)


# --- the pages of a long timeline --------------------------------------------------------------


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(1, 2100), st.integers(1, 3 * PART)), min_size=1, max_size=8),
)
def test_every_line_is_on_one_page_in_order_and_no_page_is_too_long(
    years: list[tuple[int, int]],
) -> None:
    found = [
        Line(Kind.STATEMENT, f"{year:04}", f"{year}-{n}")
        for year, number in sorted(dict(years).items())
        for n in range(number)
    ]
    parts = list(_parts(found, _STEPS))
    assert [line for part in parts for line in part.lines] == found
    assert all(len(part.lines) <= PART for part in parts)
    assert len({part.path for part in parts}) == len(parts)
    for part in parts:
        assert all(part.first <= year_of(line.date) <= part.last for line in part.lines)


def long_dossier(root: Path, days: int) -> Path:
    """A dossier with a day and a month for each of so many sentences."""
    said = [
        f"On {day:%-d} {day:%B} {day.year} the Skarv lamp was lit for ship {n} and the Harbour Board paid."
        for n, day in enumerate(date(1900, 1, 1) + timedelta(days=53 * n) for n in range(days))
    ]
    config = small_dossier(root)
    record = config.parent / "sources" / "1938-oil.md"
    record.write_text(record.read_text().replace(OTHERS["1938-oil"][1], "\n\n".join(said)))
    return config


def test_a_long_timeline_goes_on_at_pages_by_years_and_every_link_is_right(
    tmp_path: Path,
) -> None:
    contents = pipeline.build(settings_of_dossier(long_dossier(tmp_path, WHOLE)))
    made = {str(path): data.decode() for path, data in render(contents).items()}
    parts = contents.timeline.parts
    assert (len(parts) > 1 and parts[0].name == "1900–1999") or len(parts) > 4
    overview = made["timeline.md"]
    for part in parts:
        assert f'href="{part.path.with_suffix(".html")}"' in overview
    for page, body in made.items():
        for target, anchor in re.findall(
            r'href="([^":#]*timeline[^":#]*)\.html#(event-[\w-]+)"', body
        ):
            place = (Path(page).parent / f"{target}.md").as_posix()
            place = re.sub(r"[^/]+/\.\./", "", place)
            assert f'id="{anchor}"' in made[place], (page, target, anchor)
    assert overview.count("<a ") < 200
    topic = made["topics/skarv-light.md"]
    assert all(f"../{part.path.with_suffix('.html')}#topic=skarv-light" in topic for part in parts)


# --- the picture -------------------------------------------------------------------------------

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def any_marks(draw: st.DrawFn, kinds: tuple[str, ...]) -> Mark:
    first = draw(st.one_of(DAYS, st.dates(date(2010, 1, 1), date(2016, 12, 31))))
    length = draw(st.one_of(st.just(0), st.integers(0, 900)))
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    is_open = draw(st.sampled_from(["", "", "", "start", "end"]))
    return Mark(
        first=None if is_open == "start" else first,
        last=None if is_open == "end" else last,
        about=draw(st.booleans()) and draw(st.booleans()),
        kind=draw(st.sampled_from(kinds)),
        name=draw(st.one_of(st.just(""), lines(max_size=6))),
        says="What it says",
        href="#x",
        is_telling=draw(st.booleans()),
    )


def chart_of(above: Sequence[Mark], below: Sequence[Mark], width: int = 890) -> TimeChart:
    return time_chart(above, below, width, (("source", "sources"), ("event", "events")))


MARKS = st.tuples(
    st.lists(any_marks(("issued",)), max_size=25),
    st.lists(any_marks(("event", "statement")), min_size=1, max_size=40),
    st.sampled_from([340, 620, 890]),
)


@given(MARKS)
def test_marks_do_not_touch_and_stay_in_the_picture(
    case: tuple[list[Mark], list[Mark], int],
) -> None:
    above, below, width = case
    chart = chart_of(above, below, width)
    for one, other in combinations(chart.marks, 2):
        if one.middle == other.middle:
            assert one.right <= other.left or other.right <= one.left
    for one in chart.marks:
        assert one.right - one.left >= ROW - 1
        assert one.x >= 0 and one.x + one.width <= width
        room = columns(one.name) * COLUMN
        name = (
            (one.name_x - room, one.name_x)
            if one.is_name_before
            else (one.name_x, one.name_x + room)
        )
        assert not one.name or (one.left <= name[0] and name[1] <= one.right)
        assert not one.name or (name[0] >= 0 and name[1] <= width)
        assert one.top >= 0 and one.top + ROW <= chart.height
        assert (one.middle < chart.axis) is (one.mark.kind == "issued")
    assert len(chart.marks) + sum(bin.count for bin in chart.bins) == len(above) + len(below)
    for one_tick, other_tick in pairwise(chart.ticks):
        assert other_tick.x - one_tick.x >= 30


@given(MARKS)
def test_a_picture_is_well_formed_and_every_mark_is_a_link_with_a_name(
    case: tuple[list[Mark], list[Mark], int],
) -> None:
    svg = drawn("timeline", chart_of(*case))
    for link in svg.iter(SVG + "a"):
        assert link.get("href")
        assert link[0].tag == SVG + "title" and link[0].text
    named = {element.get("id") for element in svg.iter() if element.get("id")}
    used = {str(e.get("fill"))[5:-1] for e in svg.iter() if e.get("fill")}
    assert used <= named
    assert texts(svg, "title")[0] == "Title"


@pytest.mark.parametrize("number", [1, 5, 50, 500, 5000])
@pytest.mark.parametrize("width", [340, 890])
def test_a_picture_has_a_bounded_number_of_parts(number: int, width: int) -> None:
    days = [date(1990, 1, 1) + timedelta(days=(n * 7919) % 12000) for n in range(number)]
    marks = [Mark(day, day, False, "statement", f"name {day}", "x", "#x") for day in days]
    issued = [Mark(day, day, False, "issued", "name", "x", "#x") for day in days]
    chart = chart_of(issued, marks, width)
    assert len(chart.marks) <= 2 * MOST
    assert len(chart.bins) <= 2 * (width // 28 + 2)
    assert chart.height < 900
    assert len(list(drawn("timeline", chart).iter())) < 1000
    lefts = sorted((bin.left, bin.left + bin.width, bin.hit_top) for bin in chart.bins)
    assert all(b[0] >= a[1] or a[2] != b[2] for a, b in pairwise(lefts))
    assert all(bin.width >= 24 for bin in chart.bins)


def test_precision_is_drawn_as_it_is_known() -> None:
    year, day = date(2015, 1, 1), date(2015, 7, 14)
    marks = [
        Mark(day, day, False, "event", "", "day", "#d"),
        Mark(year, date(2015, 12, 31), False, "event", "", "year", "#y"),
        Mark(date(2019, 1, 1), None, False, "event", "", "since", "#s"),
        Mark(None, date(2012, 1, 1), False, "event", "", "until", "#u"),
        Mark(day, day, True, "event", "", "about", "#a"),
        Mark(date(2021, 1, 1), date(2021, 1, 1), False, "event", "", "last", "#l"),
    ]
    found = {one.mark.says: (one.width, one.mark.fade) for one in chart_of([], marks).marks}
    assert found["day"] == (0, "")
    assert 60 < found["year"][0] < 100
    assert (found["since"][1], found["until"][1], found["about"][1]) == ("end", "start", "both")
    assert found["about"][0] > 0
    assert found["since"][0] > found["year"][0]


def test_dates_far_from_all_others_are_counted_at_the_end_of_the_axis() -> None:
    days = [date(2010 + n % 12, 5, 1) for n in range(30)]
    marks = [Mark(d, d, False, "event", "", "x", "#x") for d in (*days, date(1648, 10, 24))]
    chart = chart_of([], marks)
    assert len(chart.marks) == 30
    assert [(bin.count, bin.says) for bin in chart.bins] == [(1, "earlier: 1 event")]
    assert chart.ticks[0].name == "earlier"
    assert all(other.x - one.x >= 38 for one, other in pairwise(chart.ticks))


@pytest.mark.parametrize("label", ["<script>alert(1)</script>", "]]>", "</svg><b>", "&amp; &#65;"])
def test_names_are_shown_and_not_run(label: str) -> None:
    day = date(2015, 7, 14)
    svg = drawn(
        "timeline", chart_of([], [Mark(day, day, True, "event", label, label, "#x")]), label
    )
    assert label in texts(svg, "title")
    assert label in texts(svg, "text")
    assert not [element for element in svg.iter() if "script" in element.tag]
