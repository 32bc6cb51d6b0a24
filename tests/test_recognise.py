"""Recognition: cases as files, laws as properties."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import (
    Alias,
    Block,
    BlockId,
    BlockKind,
    Case,
    Document,
    Severity,
    Span,
    Topic,
    TopicId,
)
from generator.recognise import automaton as automata
from generator.recognise import recognise
from generator.recognise.automaton import MOST_NESTED, Automaton
from generator.recognise.cover import Cover
from generator.recognise.decision import EXPLANATIONS, Decision, Reason
from generator.recognise.matcher import Matcher
from generator.recognise.period import Period, between, period
from generator.recognise.sentences import sentences
from generator.recognise.topics_file import load_topics
from generator.wording.fold import cased, fold, fold_phrase
from tests.conftest import ROOT, SHARED, needs_shared
from tests.strategies import documents

CASES = Path(__file__).parent / "cases" / "recognise"


def document(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """A document of blocks with blank lines between them."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(BlockId(f"p-{number}"), kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(text, tuple(blocks))


def topic(name: str, *aliases: Alias | str, never: Sequence[str] = ()) -> Topic:
    """A topic whose label is never in a text."""
    made = tuple(Alias(one) if isinstance(one, str) else one for one in aliases)
    return Topic(TopicId(name), f"@@{name}@@", "x", aliases=made, never=tuple(never))


def found(text: str, *topics: Topic, issued: str = "") -> list[str]:
    """The words of all mentions."""
    return [one.span.of(text) for one in Matcher(topics).mentions(document(text), issued)]


# --- cases -------------------------------------------------------------------------------------


@dataclass
class Given:
    text: str
    issued: str = ""
    language: str = "en"

    @classmethod
    def read(cls, path: Path) -> Given:
        head, separator, body = path.read_text("utf-8").partition("\n---\n")
        if not separator:
            head, body = "", head
        values = dict(line.split(": ", 1) for line in head.splitlines())
        return cls(body.rstrip("\n"), **values)


def told(text: str, decisions: Sequence[Decision]) -> str:
    """A text with its mentions marked, and below why other places are none."""
    pieces, at = [], 0
    for one in decisions:
        if one.accepted:
            pieces += [text[at : one.span.start], f"[{one.span.of(text)}|{one.topic}]"]
            at = one.span.end
    others = [
        f"{one.reason} {one.topic}: {' '.join(one.span.of(text).split())}\n"
        for one in decisions
        if not one.accepted
    ]
    return "".join((*pieces, text[at:], "\n---\n", *others))


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_case(case: Path) -> None:
    """``in.txt`` (with a head of issued and language, if need be) and ``topics.yml`` give
    ``out.txt``: the text with [mention|topic], then the places that are none, and why."""
    topics, findings = load_topics(case / "topics.yml")
    given = Given.read(case / "in.txt")
    decisions = Matcher(topics).decide(document(given.text), given.issued, given.language)
    assert not findings
    assert told(given.text, decisions) == (case / "out.txt").read_text("utf-8")


def test_the_cases_show_every_reason() -> None:
    shown = "".join(path.read_text("utf-8") for path in CASES.glob("*/out.txt"))
    only_explained = {Reason.NAMED, Reason.PART_OF_WORD, Reason.ACROSS_BLOCKS, Reason.IN_ADDRESS}
    assert {reason for reason in Reason if f"\n{reason} " not in shown} == only_explained
    assert set(EXPLANATIONS) == set(Reason)


# --- explanations and findings -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("An Orlagate.", Reason.PART_OF_WORD),
        ("A Preorla.", Reason.PART_OF_WORD),
        ("Orla-side.", Reason.NAMED),
        ("See www.orla.example/Orla", Reason.IN_ADDRESS),
        ("Of Orla\n\nVern.", Reason.ACROSS_BLOCKS),
        ("The orla.", Reason.CASE),
    ],
)
def test_a_place_is_explained(text: str, reason: Reason) -> None:
    matcher = Matcher([topic("orla", "Orla", "Orla Vern")])
    at = text.lower().rindex("orla")
    explained = matcher.explain(document(text), "", Span(at, at + 1))
    assert reason in {one.reason for one in explained}
    assert all(one.why for one in explained)


def test_an_ambiguous_wording_is_reported_once_and_linked_to_neither() -> None:
    topics = [topic("pact-1931", "the pact"), topic("pact-1948", "the pact")]
    text = "Of the pact, The Pact and the  pact."
    analysis = recognise(document(text), "1950", Matcher(topics), "en")
    (finding,) = analysis.findings
    assert analysis.mentions == ()
    assert (finding.code, finding.severity) == ("ambiguous-mention", Severity.WARNING)
    assert '"the pact" may be pact-1931 or pact-1948' in finding.message


def test_mentions_dates_and_sentences_of_a_text() -> None:
    text = "The Orla rose on 3 May 1931. It fell."
    analysis = recognise(document(text), "1931-05-07", Matcher([topic("orla", "Orla")]), "")
    assert [one.span.of(text) for one in analysis.mentions] == ["Orla"]
    assert [one.date for one in analysis.dates] == ["1931-05-03"]
    assert [one.of(text) for one in analysis.sentences] == [text[:28], "It fell."]
    assert analysis.findings == ()


def test_a_block_has_the_endings_of_its_language() -> None:
    text = "Orlas Ufer\n\nOrlas Ufer"
    german, english = document(text).blocks
    blocks = (Block(german.id, german.kind, german.span, language="de"), english)
    matcher = Matcher([topic("orla", "Orla")])
    spans = [one.span for one in matcher.mentions(Document(text, blocks), "", "en")]
    assert [span.of(text) for span in spans] == ["Orla", "Orlas"]


@pytest.mark.parametrize(
    ("alias", "text", "expected"),
    [
        (Alias("other"), "Quay Pact, quay pact", ["Quay Pact"]),
        (Alias("quay pact"), "Quay Pact, quay pact", ["Quay Pact", "quay pact"]),
        (Alias("QUAY PACT"), "Quay Pact, QUAY PACT", ["Quay Pact", "QUAY PACT"]),
        (Alias("quay-pact", since="1931"), "Quay Pact, quay pact", []),
        (Alias("Quay Pact", near=("lake",)), "Quay Pact", []),
        (Alias("Quay Pact", review=True), "Quay Pact", []),
    ],
)
def test_the_label_is_a_name_unless_an_alias_bounds_it(
    alias: Alias, text: str, expected: list[str]
) -> None:
    pact = Topic(TopicId("pact"), "Quay Pact", "x", aliases=(alias,))
    assert found(text, pact) == expected


def test_mentions_in_code_count() -> None:
    matcher = Matcher([topic("orla", "Orla")])
    assert len(matcher.mentions(document("x = Orla", BlockKind.CODE), "")) == 1


# --- laws of matching --------------------------------------------------------------------------

LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Nd"), exclude_characters="\u0345")
NAMES = st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from([" ", "-", "–", " \n"]).map(lambda glue: glue.join(words))
)
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "since": st.sampled_from(["1931", "1948-06-01", "19XX", "nonsense"]),
        "until": st.sampled_from(["1931", "2020~"]),
        "near": st.lists(st.text(max_size=6), max_size=2).map(tuple),
        "not_before": st.lists(st.text(max_size=6), max_size=2).map(tuple),
        "not_after": st.lists(st.text(max_size=6), max_size=2).map(tuple),
        "after_name": st.booleans(),
        "case": st.sampled_from(Case),
        "review": st.booleans(),
    },
)
NASTY = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [
            *(
                ".*",
                "(a|b)+",
                "[",
                "\\",
                "a",
                "aa",
                "aaa",
                "s",
                "'s",
                "-",
                "\u0301",
                "e\u0301",
                "ß",
            ),
            *(
                "İ",
                "👩‍🚀",
                "\u200f",
                "ا",
                "가",
                "\u1100\u1161",
                "カ\u3099",
                "ﷺ",
                "\ud800",
                "\x00",
                "٣٠٠",
            ),
        ]
    ),
)


@st.composite
def aliases(draw: st.DrawFn) -> Alias:
    return Alias(draw(NASTY), **draw(CONDITIONS))


@st.composite
def topic_lists(draw: st.DrawFn) -> list[Topic]:
    several = draw(st.lists(st.lists(aliases(), min_size=1, max_size=4), min_size=1, max_size=5))
    nevers = [draw(st.lists(NASTY, max_size=1)) for _ in several]
    pairs = zip(several, nevers, strict=True)
    return [topic(f"t-{n}", *names, never=never) for n, (names, never) in enumerate(pairs)]


def words_of(text: str) -> st.SearchStrategy[str]:
    """A stretch of a text, as an alias that is sure to stand in it."""
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.map(lambda pair: text[min(pair) : max(pair)][:20])


@given(st.data(), documents(), topic_lists())
def test_mentions_lie_in_blocks_do_not_overlap_and_begin_with_their_alias(
    data: st.DataObject, given_document: Document, topics: list[Topic]
) -> None:
    text = given_document.text
    own = [topic(f"own-{n}", data.draw(words_of(text))) for n in range(3)]
    mentions = Matcher([*topics, *own]).mentions(given_document, "1948-06")
    for one, following in pairwise(mentions):
        assert one.span.end <= following.span.start
    for one in mentions:
        assert given_document.block_at(one.span)
        assert fold_phrase(one.span.of(text)).startswith(fold_phrase(one.alias))


@given(st.lists(NASTY, max_size=12).map("".join), topic_lists())
@example("\ud800 a\ud800", [topic("t", "\ud800", "a")])
def test_no_alias_and_no_text_breaks_it(text: str, topics: list[Topic]) -> None:
    matcher = Matcher(topics)
    decisions = matcher.decide(document(text), "1931")
    explained = matcher.explain(document(text), "1931", Span(0, len(text)))
    assert {one for one in decisions if one.span.start < one.span.end} <= set(explained)


@given(st.data(), documents())
def test_a_further_topic_changes_others_only_where_it_overlaps(
    data: st.DataObject, given_document: Document
) -> None:
    text = given_document.text
    topics = [topic(f"t-{n}", data.draw(words_of(text)), "a", "U.S.") for n in range(3)]
    other = topic("other", data.draw(words_of(text)), data.draw(NASTY))
    alone = Matcher(topics).decide(given_document, "")
    beside = Matcher([*topics, other]).decide(given_document, "")
    touched = touched_by(TopicId("other"), beside)
    kept = [one for one in beside if one.topic != "other" and one.span not in touched]
    assert kept == [one for one in alone if one.span not in touched]


def touched_by(name: TopicId, decisions: Sequence[Decision]) -> Cover:
    """Stretches of overlapping decisions of which one is a topic's."""
    stretches: list[Span] = []
    has_it: list[bool] = []
    for one in decisions:
        if stretches and one.span.start < stretches[-1].end:
            stretches[-1] = Span(stretches[-1].start, max(stretches[-1].end, one.span.end))
            has_it[-1] = has_it[-1] or one.topic == name
        else:
            stretches.append(one.span)
            has_it.append(one.topic == name)
    return Cover(span for span, has in zip(stretches, has_it, strict=True) if has)


BETWEEN = st.sampled_from(["; ", " | ", ") (", "!\n", "؛ ", "。", " … ", "] [", '" "', "/", " = "])


@given(
    st.lists(
        st.tuples(NAMES, BETWEEN), min_size=1, max_size=8, unique_by=lambda t: fold_phrase(t[0])
    )
)
def test_planted_names_are_all_found(planted: list[tuple[str, str]]) -> None:
    text, spans = "(", []
    for name, after in planted:
        spans.append(Span(len(text), len(text) + len(name)))
        text += name + after
    topics = [topic(f"t-{n}", name) for n, (name, _) in enumerate(planted)]
    block = Block(BlockId("p"), BlockKind.PARAGRAPH, Span(0, len(text)))
    mentions = Matcher(topics).mentions(Document(text, (block,)), "")
    assert [(one.span, one.topic) for one in mentions] == [
        (span, f"t-{n}") for n, span in enumerate(spans)
    ]


# --- the automaton -----------------------------------------------------------------------------

HOSTILE = {
    "one letter": ["a" * length for length in range(1, 1000)],
    "near-identical": ["a" * (n % 100 + 1) + "b" * (n // 100) for n in range(10_000)],
    "words within words": [" ".join(["a"] * length) for length in range(1, 500)],
    "punctuation only differs": [
        f"a{first}{second}" for first in "!?.:;+*" * 9 for second in "!?.:;+*" * 9
    ],
    "all between signs": ["(" * length + "a" for length in range(1, 500)],
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(
    "text", ["a" * 3000, "a " * 1500, "ab" * 1500, "a!?" * 1000, "(" * 2999 + "a"]
)
@pytest.mark.parametrize("anywhere", [True, False])
def test_no_list_gives_more_than_so_many_matches_a_character(
    kind: str, text: str, anywhere: bool
) -> None:
    phrases = tuple(dict.fromkeys(map(fold_phrase, HOSTILE[kind])))
    hits = Automaton(phrases).hits(text, anywhere=anywhere)
    assert len(hits) <= MOST_NESTED * len(text)


@pytest.mark.parametrize(
    ("kind", "kept"),
    [("one letter", MOST_NESTED), ("punctuation only differs", MOST_NESTED)],
)
def test_what_is_never_found_is_told(kind: str, kept: int) -> None:
    phrases = tuple(dict.fromkeys(map(fold_phrase, HOSTILE[kind])))
    assert len(phrases) - len(Automaton(phrases).left_out) == kept


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_list_gives_more_than_so_many_decisions_a_character(kind: str) -> None:
    text = "a a! " * 300
    topics = [topic("t", *HOSTILE[kind]), topic("u", *HOSTILE[kind])]
    decisions = Matcher(topics).decide(document(text), "")
    assert len(decisions) <= 2 * MOST_NESTED * len(text)


def test_many_topics_that_claim_one_name_do_not_multiply_the_work() -> None:
    topics = [topic(f"t-{n}", Alias("the deal", since=f"{1000 + n}")) for n in range(500)]
    decisions = Matcher(topics).decide(document("the deal " * 50), "2000")
    assert len(decisions) <= MOST_NESTED * 50


@given(
    st.text("ab .é北", max_size=60),
    st.lists(st.text("ab .é北", min_size=1, max_size=5), max_size=8),
)
def test_windows_make_no_difference(text: str, phrases: list[str]) -> None:
    automaton = Automaton(tuple(dict.fromkeys(phrases)))
    whole = automaton.hits(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automata, "WINDOW", 4)
        assert sorted(automaton.hits(text)) == sorted(whole)


# --- folding -----------------------------------------------------------------------------------


def test_what_is_folded_stays_as_it_is() -> None:
    """All of the Basic Multilingual Plane, but Han and Hangul, which folding does not touch."""
    codes = [*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000)]
    for char in map(chr, codes):
        if unicodedata.category(char) in ("Cn", "Co"):
            continue
        folded = fold(char).text
        assert fold(folded).text == folded, hex(ord(char))
        assert fold(cased(char)).text == folded, hex(ord(char))
        assert len(cased(char)) == len(folded), hex(ord(char))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("S‑300", "s 300"),
        ("North–\n South", "north south"),
        ("a\u00a0—\u200b b", "a b"),
        ("‘It’s’ “so”", "'it's' \"so\""),
        ("Straße ﬁne Œuvre", "strasse fine oeuvre"),
        ("e\u0301te\u0301 Łódź ISI ısı İ", "ete lodz isi isi i"),
        ("Й И\u0306 Ё Пу́тин", "й й е путин"),
        ("می\u200cخواهم كتاب کتاب آب", "مي خواهم كتاب كتاب اب"),
        ("٢٢٣١ ۲۲۳۱ ２２３１", "2231 2231 2231"),
        ("が カ\u3099 \u1112\u1161\u11ab", "が ガ 한"),
        ("x² № … ½ ①", "x² № … ½ ①"),
        ("soft\u00adhyphen\u2060", "softhyphen"),
        ("\ud800", "\ufffd"),
    ],
)
def test_a_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


FOLDABLE = st.lists(st.one_of(NASTY, st.sampled_from([" ", "-", "\n", "’", "\u00ad"]))).map("".join)


@given(FOLDABLE, st.data())
def test_a_stretch_of_folded_text_leads_back_to_what_it_was_folded_from(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    edges = [at for at in range(len(folded.text) + 1) if folded.is_edge(at)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    original = text[folded.original(start) : folded.original(end)]
    assert fold(original).text == folded.text[start:end]


@given(FOLDABLE)
def test_keeping_capitals_keeps_the_length(text: str) -> None:
    assert len(cased(text)) == len(fold(text).text)
    assert fold(cased(text)).text == fold(text).text


# --- periods -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2015-07-14", (2015, 7, 14), (2015, 7, 14)),
        ("2015-07", (2015, 7, 1), (2015, 7, 31)),
        ("2023-10~", (2023, 10, 1), (2023, 10, 31)),
        ("2015?", (2015, 1, 1), (2015, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("2015-21", (2015, 3, 1), (2015, 5, 31)),
        ("2015-07-14T10:00:00Z", (2015, 7, 14), (2015, 7, 14)),
        ("2013/2015-06", (2013, 1, 1), (2015, 6, 30)),
    ],
)
def test_the_days_of_a_date(
    edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert period(edtf) == Period(date(*first), date(*last))


@pytest.mark.parametrize(
    "edtf",
    ["", "soon", "2015-13", "2015-02-30", "2015/2014", "../..", "15", "Y1E9", "2015-1", "٢٠١٥"],
)
def test_what_is_no_date(edtf: str) -> None:
    assert period(edtf) is None


def test_open_periods() -> None:
    since, until, sometime = between("2015", ""), between("", "2013"), period("2014/..")
    assert since and until and sometime
    assert not since.overlaps(until)
    assert since.overlaps(sometime)
    assert between("2015", "2014") is None


# --- sentences ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Congress sat. It rose.", ["The U.S. Congress sat.", "It rose."]),
        ("No. 5 is Gen. Orla's. He said “Go.” They went.", None),
        ("Первое. Второе!", ["Первое.", "Второе!"]),
        ("一。二！「三？」四", ["一。", "二！", "「三？」", "四"]),
        ("اول است. دوم؟ سوم", ["اول است.", "دوم؟", "سوم"]),
        ("एक। दो॥ तीन", ["एक।", "दो॥", "तीन"]),
        ("  no end  ", ["no end"]),
    ],
)
def test_the_sentences_of_a_paragraph(text: str, expected: list[str] | None) -> None:
    wanted = expected or ["No. 5 is Gen. Orla's.", "He said “Go.”", "They went."]
    assert [span.of(text) for span in sentences(document(text))] == wanted


def test_headings_captions_and_lines_of_tables_are_whole() -> None:
    text = "A ferry. Photo: B."
    assert len(sentences(document(text, BlockKind.CAPTION))) == 1
    assert len(sentences(document(text, BlockKind.HEADING))) == 1
    assert len(sentences(document("a. b. | c\nd | e", BlockKind.TABLE))) == 2


@given(st.one_of(documents(), st.text(max_size=200).map(document)))
@example(document("a. " * 50_000))
@example(document("." * 150_000 + "x"))
@example(document("\u3002" * 1000 + "。a" * 1000))
def test_each_character_is_in_exactly_one_sentence_of_its_block(given_document: Document) -> None:
    text = given_document.text
    spans = sentences(given_document)
    outside, at = [], 0
    for span in spans:
        assert at <= span.start < span.end
        assert given_document.block_at(span)
        outside.append(text[at : span.start])
        at = span.end
    assert "".join((*outside, text[at:])).strip() == ""


# --- on the real captures ----------------------------------------------------------------------

SCORED = {"body", "subtitle", "heading", "caption"}


@needs_shared
def test_the_mentions_in_the_captures() -> None:
    """With the project's topics, line by line: P >= 0.985, R >= 0.97."""
    matcher = Matcher(load_topics(ROOT / "sources" / "topics.yml")[0])
    gold = json.loads((SHARED / "gold" / "topics.json").read_text("utf-8"))["topics"]
    issued = {"000": "2015-08-17", "002": "2013-12-17", "004": "2023-10~"}
    right = missed = wrong = 0
    for path in sorted((SHARED / "gold").glob("0*.json")):
        given = json.loads(path.read_text("utf-8"))
        lines = [one["line"] for one in given["line_classes"] if one["class"] in SCORED]
        text = (SHARED / "captures" / given["seed"]).read_text("utf-8")
        starts = line_starts(text)
        blocks = [
            Block(
                BlockId(f"p-{line}"), BlockKind.PARAGRAPH, Span(starts[line - 1], starts[line] - 1)
            )
            for line in sorted(lines)
        ]
        mentions = matcher.mentions(Document(text, tuple(blocks)), issued[path.name[:3]])
        for name, entry in gold.items():
            wanted = [
                (Span(at, at + len(one["surface"])), one)
                for one in entry["mentions"].get(given["seed"], [])
                if (at := starts[one["line"] - 1] + one["col"] - 1) >= 0
            ]
            got = [one.span for one in mentions if one.topic == name]
            strict = [
                span
                for span, one in wanted
                if one["kind"] in ("named", "alias") and one["zone"] in SCORED
            ]
            hit = sum(any(span.overlaps(one) for one in got) for span in strict)
            right, missed = right + hit, missed + len(strict) - hit
            wrong += sum(not any(one.overlaps(span) for span, _ in wanted) for one in got)
    assert right / (right + wrong) >= 0.985
    assert right / (right + missed) >= 0.97


def line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
