"""Clean: every part gets one fate, the text stays as it was, and the rules tell what is what."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import RULES, Rule, assemble, clean, document_of
from generator.clean.dates import only_date
from generator.clean.furniture import furniture
from generator.clean.lookup import key, numberless
from generator.clean.measure import ends_sentence, script_of, sentence_breaks, words_in
from generator.clean.names import are_names, is_name, maybe_name, names_people
from generator.clean.phrases import APPEAL, CADENCE, OFFER, OPENING, WHOLE, WITHIN
from generator.clean.unwrap import unwrap
from generator.model import (
    IN_TEXT,
    BlockKind,
    Fate,
    Mark,
    MarkKind,
    Part,
    Span,
    Verdict,
)
from tests.conftest import SHARED, needs_shared
from tests.strategies import lines

CASES = Path(__file__).parent / "cases" / "clean"
CAPTURES = sorted((SHARED / "captures").glob("*.txt"))


def parts_of(text: str) -> list[Part]:
    """The nonblank lines of a text, as a reader of plain text gives them."""
    parts, gap = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            gap += 1
            continue
        parts.append(Part(number, line.strip(), len(line) - len(line.lstrip()), gap))
        gap = 0
    return parts


def shown(verdict: Verdict) -> str:
    """A line of a case's out.txt: line, fate ("+" where it joins), reason, how the text begins."""
    part, joins = verdict.part, "+" if verdict.part.joins else ""
    reason = f" ({verdict.reason})" if verdict.reason else ""
    return f"{part.line:>3} {verdict.fate}{joins}{reason}: {part.text[:60]}"


def fates(text: str) -> list[str]:
    return [verdict.fate.value for verdict in clean(parts_of(text))]


# --- cases -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    verdicts = clean(parts_of((case / "in.txt").read_text("utf-8")))
    wanted = (case / "out.txt").read_text("utf-8").splitlines()
    assert [shown(verdict) for verdict in verdicts] == wanted


# --- laws ------------------------------------------------------------------------------------

PARTS = st.lists(
    st.builds(
        Part,
        line=st.just(0),
        text=st.one_of(lines(), st.text(min_size=1)),
        indent=st.integers(0, 8),
        gap=st.integers(0, 2),
        kind=st.sampled_from([None, None, None, *BlockKind]),
        level=st.integers(0, 4),
        joins=st.booleans(),
    ),
    max_size=12,
).map(lambda parts: [replace(part, line=number) for number, part in enumerate(parts, 1)])

#: Lines in the shapes that the rules look for, so that they meet in any order.
SHAPES = st.sampled_from(
    """
    Home | Share this | 12 Comments | Tags: a, b | By Ada Miller | 3 May 2010 | Related | Subject: c
    | Photo: Ada Miller/AP | Image caption | 16x9 Image | From: a@b.example | -- | ### | Read on: d
    | A short heading | What happens next? | 1. First | Why did nobody ask? | Мост закрыт
    | The bridge was closed on Monday, and nobody knows when it will open again.
    | LIMA (AP) - The bridge was closed on Monday, they said, and they did not say for how long.
    | The bridge was closed on Monday (file photo) | Ada Miller is a journalist in Lima.
    | All rights reserved. | 橋は月曜日に閉鎖された。
    """.replace("\n", " ").split("|")
).map(str.strip)
SHAPED = st.lists(st.tuples(SHAPES, st.integers(0, 1)), max_size=25).map(
    lambda rows: [Part(number, text, gap=gap) for number, (text, gap) in enumerate(rows, 1)]
)


@given(st.one_of(PARTS, SHAPED))
def test_each_part_gets_exactly_one_verdict(parts: list[Part]) -> None:
    verdicts = clean(parts)
    assert [replace(verdict.part, joins=False) for verdict in verdicts] == [
        replace(part, joins=False) for part in parts
    ]
    assert all(verdict.reason for verdict in verdicts if verdict.fate is Fate.SET_ASIDE)
    assert {verdict.rule for verdict in verdicts} <= {rule.name for rule in RULES} | {""}


@given(st.one_of(PARTS, SHAPED))
def test_the_text_holds_each_part_verbatim_at_its_place(parts: list[Part]) -> None:
    document, placed = assemble(clean(parts))
    blocks = {block.id: block for block in document.blocks}
    assert [place.verdict for place in placed] == list(clean(parts))
    for place in placed:
        assert (place.span is not None) == (place.verdict.fate in IN_TEXT)
        if place.span is not None:
            assert place.span.of(document.text) == place.verdict.part.text
            assert place.block is not None and place.span in blocks[place.block].span


@given(st.one_of(PARTS, SHAPED))
def test_a_document_is_its_blocks_a_blank_line_apart(parts: list[Part]) -> None:
    document, _ = assemble(clean(parts))
    assert "\n\n".join(map(document.text_of, document.blocks)) == document.text
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    assert assemble(clean(parts)) == assemble(clean(parts))


@given(PARTS)
def test_parts_that_say_their_kind_keep_it(parts: list[Part]) -> None:
    document, placed = assemble(clean(parts))
    kinds = {block.id: block.kind for block in document.blocks}
    for place in placed:
        part = place.verdict.part
        if part.kind and not part.joins and place.block is not None:
            assert kinds[place.block] is part.kind


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_can_be_switched_off(rule: Rule) -> None:
    """The others still give each part one fate, and none in the name of that rule."""
    others = [other for other in RULES if other is not rule]
    for case in sorted(CASES.iterdir()):
        parts = parts_of((case / "in.txt").read_text("utf-8"))
        names = [verdict.rule for verdict in clean(parts, rules=others)]
        assert len(names) == len(parts)
        assert rule.name not in names


def test_each_rule_earns_its_place() -> None:
    """Without any one of the rules, at least one case comes out otherwise."""
    texts = [parts_of((case / "in.txt").read_text("utf-8")) for case in sorted(CASES.iterdir())]
    used = {verdict.rule for parts in texts for verdict in clean(parts)}
    assert {rule.name for rule in RULES} - used - {"stated-kind"} == set()


def test_without_rules_all_is_body() -> None:
    verdicts = clean(parts_of("Home\n\nA title\n\nSome text."), rules=())
    assert {(verdict.fate, verdict.rule) for verdict in verdicts} == {(Fate.BODY, "")}


@pytest.mark.parametrize(
    "line",
    [
        "a" * 1_000_000,
        "a " * 500_000,
        "(" * 1_000_000,
        "Photo: " * 150_000,
        "1" * 1_000_000,
        "By A B C " * 100_000,
        "3 May 2010 " * 90_000,
        ", " * 500_000,
        "!\u200f" * 500_000,
        "\ud800\udfff" * 10,
        "\u200b",
        "\x00",
        "و " * 500_000,
        "日" * 1_000_000,
    ],
    ids=lambda line: f"{line[:8]!a} x {len(line)}",
)
def test_a_line_of_any_length_and_kind_is_judged(line: str) -> None:
    document, placed = assemble(clean([Part(1, line), Part(2, "A line.", gap=1), Part(3, line)]))
    assert len(placed) == 3
    assert len(document.blocks) == sum(place.block is not None for place in placed)


# --- assembling ------------------------------------------------------------------------------


def test_an_empty_capture_is_an_empty_document() -> None:
    document, placed = assemble(clean([]))
    assert (document.text, document.blocks, placed) == ("", (), ())


def test_ids_survive_a_paragraph_inserted_above() -> None:
    before, after = ["One thing.", "Another."], ["New.", "One thing.", "Another."]
    ids = [
        [block.id for block in document_of([Part(1, line) for line in texts]).blocks]
        for texts in (before, after)
    ]
    assert ids[1][1:] == ids[0]


def test_ids_come_from_words_not_from_case_or_spacing() -> None:
    first, second = document_of([Part(1, "One  Thing.")]), document_of([Part(1, "one thing.")])
    assert first.blocks[0].id == second.blocks[0].id
    assert first.blocks[0].id.startswith("d-") and len(first.blocks[0].id) == len("d-") + 8


def test_the_same_words_twice_have_two_ids() -> None:
    blocks = document_of([Part(1, "Again."), Part(2, "Again."), Part(3, "again.")]).blocks
    first = blocks[0].id
    assert [block.id for block in blocks] == [first, f"{first}-2", f"{first}-3"]


def test_marks_move_with_their_part() -> None:
    mark = Mark(MarkKind.LINK, Span(4, 9), "https://a.example")
    parts = [Part(1, "Above."), Part(2, "See there.", marks=(mark,))]
    document = document_of(parts)
    assert [found.span.of(document.text) for found in document.marks] == ["there"]
    assert document.marks[0].href == "https://a.example"


def test_white_space_within_a_part_is_kept() -> None:
    document = document_of([Part(1, "a  b\u00a0\tc"), Part(2, "d", joins=True)])
    assert document.text == "a  b\u00a0\tc\nd"
    assert len(document.blocks) == 1


def test_a_part_does_not_join_across_one_that_is_set_aside() -> None:
    aside = Verdict(Part(2, "Share"), Fate.SET_ASIDE, "share")
    verdicts = [Verdict(Part(1, "One"), Fate.BODY), aside]
    verdicts.append(Verdict(Part(3, "two.", joins=True), Fate.BODY))
    assert assemble(verdicts)[0].text == "One\n\ntwo."


def test_headings_are_below_the_title() -> None:
    kinds = [(BlockKind.HEADING, 0), (BlockKind.HEADING, 1), (BlockKind.HEADING, 4)]
    parts = [Part(1, f"H{level}", kind=kind, level=level) for kind, level in kinds]
    assert [block.level for block in document_of(parts).blocks] == [2, 2, 4]


def test_markdown_keeps_what_it_says() -> None:
    parts = [
        Part(1, "Share", kind=BlockKind.HEADING, level=1),
        Part(3, "Newsletter", kind=BlockKind.HEADING, level=2),
        Part(5, "All rights reserved.", kind=BlockKind.QUOTE, level=1),
        Part(7, "Home", kind=BlockKind.LIST_ITEM, level=1),
        Part(9, "Share", kind=BlockKind.HEADING, level=1),
    ]
    wanted = [Fate.TITLE, Fate.HEADING, Fate.BODY, Fate.BODY, Fate.HEADING]
    verdicts = clean(parts)
    assert [verdict.fate for verdict in verdicts] == wanted
    kinds = [block.kind for block in assemble(verdicts)[0].blocks]
    assert kinds == ["heading", "quote", "list-item", "heading"]


# --- unwrapping ------------------------------------------------------------------------------

WRAPPED = """\
The committee met on the first floor because the lift was out of order
and two of its members had come on crutches. It decided nothing, which
took an hour and ten minutes, and adjourned for lunch.

Afterwards the chair remarked that the soup had been the best decision
of the day, and that it had been taken by somebody else altogether.
"""


def test_lines_of_a_wrapped_paragraph_join() -> None:
    joins = [part.joins for part in unwrap(parts_of(WRAPPED))]
    assert joins == [False, True, True, False, True]


def test_an_indented_line_begins_a_paragraph() -> None:
    text = "\n".join(f"  {line}" if i % 3 == 0 else line for i, line in enumerate(WRAPPED.split()))
    assert not any(part.joins for part in unwrap(parts_of(text)))
    indented = WRAPPED.replace("\n\nAfter", "\n   After")
    assert [part.joins for part in unwrap(parts_of(indented))] == [False, True, True, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Rain on the roof,\nrain in the yard,\nand nobody home\nbut the rain.\nGood.",
        "\n".join(
            f"A paragraph of its own that is long enough, number {i}. " * 4 for i in range(9)
        ),
        "Home\nNews\nSport\nContact\nImprint",
    ],
)
def test_lines_that_stand_alone_do_not_join(text: str) -> None:
    assert not any(part.joins for part in unwrap(parts_of(text)))


# --- measures and tables ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— * —", 0),
        ("It's the well-known S-300.", 4),
        ("橋は閉鎖された", 4),
        ("पहाड़ी गाँव में पहली बार", 5),
        ("می‌رود به خانه", 3),
    ],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He left.", True),
        ("“He left.”", True),
        ("He left.[1]", False),
        ("او رفت؟", True),
        ("वह चला गया।", True),
        ("彼は去った。」", True),
        ("He left", False),
        ("More on this ...", False),
        ("", False),
    ],
)
def test_sentences_end_in_any_script(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_abbreviations_break_no_sentence() -> None:
    assert sentence_breaks("At 5 p.m. on Monday St. John and Dr. Roe left") == 0
    assert sentence_breaks("It rained. Nobody left. “Why?” they asked.") == 3


@pytest.mark.parametrize(
    ("text", "script"),
    [("Река and", "Cyrillic"), ("かな漢字", "Han"), ("12 — 13", ""), ("سلام", "Arabic")],
)
def test_script_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, March 4, 2008",
        "Published: 4 March 2008 at 9:15 pm EST | Updated 10:02 pm",
        "04.03.2008, 21:15 Uhr",
        "Stand: 4. März 2008",
        "Publié le 4 mars 2008 à 21h15",
        "Опубликовано 4 марта 2008 года",
        "سه‌شنبه ۱۴ اسفند ۱۳۸۶",
        "الثلاثاء 4 مارس 2008",
        "2008年3月4日",
        "2008-03-04",
        "4 मार्च 2008",
        "Spring 2008",
    ],
)
def test_dates_alone(text: str) -> None:
    assert only_date(text)


@pytest.mark.parametrize(
    "text",
    ["March of the penguins", "May 3 workers strike", "2231", "2210-21-11-2018", "On Tuesday", ""],
)
def test_no_dates_alone(text: str) -> None:
    assert not only_date(text)


def test_names() -> None:
    assert is_name("Ada Miller") and is_name("Ludwig van der Berg") and is_name("Анна Лаптева")
    assert not is_name("Breaking News") and not is_name("ADA MILLER") and not is_name("Ada")
    assert names_people("Ada Miller and Bo Lind") and names_people("Ada Miller, Lima")
    assert not names_people("Oil, Gas and Coal") and not names_people("Rain falls")
    assert are_names("Ada Miller, Bo Lind & Cy Roe") and not are_names("rain in Lima")
    assert maybe_name("مریم کاویانی") and not maybe_name("Ada Miller")


@pytest.mark.parametrize(
    ("text", "reason", "certain"),
    [
        ("Share", "share", True),
        ("12 Comments (+)", "comments", True),
        ("» Read more: The well", "related-links", True),
        ("Read more and you will understand what nobody told us.", "", False),
        ("Related developments in the southern valleys", "", False),
        ("Sign up for our weekly letter.", "newsletter", True),
        ("© 2014 The Harbour Courier", "disclaimer", True),
        ("The opinions expressed here are the author's.", "disclaimer", False),
        ("Follow us on Facebook and Twitter.", "share", True),
        ("You find us on Facebook and on Twitter.", "share", False),
        ("What do you think?", "", False),
        ("3 thoughts on “Apples”", "comments", True),
        ("More great stories", "related-links", True),
        ("About Ada Miller", "author-bio", False),
        ("版权所有", "disclaimer", True),
        ("The bridge was closed.", "", False),
    ],
)
def test_furniture(text: str, reason: str, certain: bool) -> None:
    found = furniture(text, key(text), words_in(text), ends_sentence(text))
    assert (found.reason if found else "", bool(found and found.certain)) == (reason, certain)


@pytest.mark.parametrize("table", [WHOLE, OPENING, APPEAL, WITHIN, OFFER, CADENCE])
def test_each_phrase_can_be_found(table: dict[str, dict[str, str]]) -> None:
    for languages in table.values():
        for language, bars in languages.items():
            phrases = [" ".join(phrase.split()) for phrase in bars.split("|")]
            assert len(phrases) == len(set(phrases)), language
            assert all(numberless(key(phrase)) for phrase in phrases), language


# --- the example's captures ------------------------------------------------------------------


def truth(capture: Path) -> dict[int, str]:
    """Line -> fate as a person saw it, or nothing where nobody has looked."""
    gold = SHARED / "gold" / f"{capture.stem}.json"
    entries = json.loads(gold.read_text("utf-8"))["line_classes"] if gold.exists() else []
    return {entry["line"]: true_fate(entry) for entry in entries}


def true_fate(entry: dict[str, str]) -> str:
    kind, named = entry.get("kind"), entry["class"]
    if named == "metadata" and kind in {"date", "byline"}:
        return kind
    return "set-aside" if named in {"boilerplate", "metadata"} else named


@needs_shared
def test_captures_are_told_apart_as_people_do() -> None:
    pairs = [
        (verdict.fate.value, wanted[verdict.part.line])
        for capture in CAPTURES
        if (wanted := truth(capture))
        for verdict in clean(parts_of(capture.read_text("utf-8")))
    ]
    got_body = [wanted for got, wanted in pairs if got == "body"]
    true_body = [got for got, wanted in pairs if wanted == "body"]
    assert sum(got == wanted for got, wanted in pairs) / len(pairs) >= 0.97
    assert got_body.count("body") / len(got_body) >= 0.98
    assert true_body.count("body") / len(true_body) >= 0.98


@needs_shared
def test_each_line_of_the_captures_is_accounted_for() -> None:
    for capture in CAPTURES:
        text = capture.read_text("utf-8")
        judged = [verdict.part.line for verdict in clean(parts_of(text))]
        assert judged == [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
