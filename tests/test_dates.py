"""Dates found in texts: cases in files, and laws."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, BlockId, BlockKind, DateFound, Document, Span
from generator.recognise.dates import find_dates
from generator.recognise.dates.calendars import GREGORIAN, SOLAR_HIJRI
from generator.recognise.dates.issued import Issued
from generator.recognise.dates.languages import LANGUAGES, UNKNOWN
from generator.recognise.dates.lexicon import Lexicon
from generator.recognise.dates.patterns import form, valued

CASES = Path(__file__).parent / "cases" / "dates"


def document(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, language: str = "") -> Document:
    """A document of one block a text."""
    blocks, start = [], 0
    for number, text in enumerate(texts):
        span = Span(start, start + len(text))
        blocks.append(Block(BlockId(f"b{number}"), kind, span, language=language))
        start += len(text) + 2
    return Document("\n\n".join(texts), tuple(blocks))


def one(text: str, issued: str = "2015-08-17", language: str = "en") -> DateFound:
    (found,) = find_dates(document(text), issued, language)
    return found


# --- cases -------------------------------------------------------------------------------------


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for number, case in enumerate(content["cases"], 1):
            yield pytest.param(content | case, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_dates(document(text), case["issued"], case["language"])
    wanted = [pair for dates in case.get("dates", []) for pair in dates.items()]
    assert [(date.span.of(text), date.date) for date in found] == wanted


# --- reasoning ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It broke on 3 May 2012.", "stated"),
        ("It broke in late May 2012.", 'stated; "late"'),
        ("It broke around 3 May 2012.", 'stated; "around"'),
        ("It broke in the 1990s.", "stated: a decade"),
        ("It broke on Sunday, 3 May 2012.", "stated, though with the name of another weekday"),
        ("It broke on May 3.", "the year is that of the source, issued 2015-08-17"),
        ("It broke in November.", "latest November before 2015-08-17"),
        ("It broke last May.", "the year is that of the source, issued 2015-08-17"),
        ("It broke in May last year.", "May of the publication year − 1"),
        ("It will close in May.", "next May after 2015-08-17: the text speaks of the future"),
        ("It broke on Friday.", "Friday on or before 2015-08-17"),
        ("It broke last Friday.", "Friday before 2015-08-17"),
        ("It will close on Friday.", "Friday on or after 2015-08-17"),
        ("It broke on Friday of last week.", "Friday of the week before that of 2015-08-17"),
        ("It will close next year.", "publication year + 1"),
        ("It broke this month.", "publication month"),
        ("It broke last week.", "the week before that of 2015-08-17, all seven days"),
        ("It was shut today.", "the day of the source, 2015-08-17"),
        ("It broke yesterday.", "1 day before 2015-08-17"),
        ("It broke two years ago.", "publication year − 2"),
        ("It broke two months ago.", "2 months before 2015-08-17"),
    ],
)
def test_readers_are_told_the_reasoning(text: str, basis: str) -> None:
    assert one(text).basis == basis


def test_a_conversion_is_told() -> None:
    converted = one("۲۶ مرداد ۱۳۹۴", language="fa")
    assert converted.basis == "stated; converted from the Solar Hijri calendar"


# --- blocks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind is not BlockKind.CODE])
def test_all_prose_is_read(kind: BlockKind) -> None:
    assert [date.date for date in find_dates(document("May 2012", kind=kind), "")] == ["2012-05"]


def test_code_is_not_read() -> None:
    assert find_dates(document("May 2012", kind=BlockKind.CODE), "") == ()


def test_a_quote_counts_from_its_own_day() -> None:
    said = document("He came last year, in May 2012.", kind=BlockKind.QUOTE)
    assert [date.date for date in find_dates(said, "2015-08-17")] == ["2012-05"]


def test_a_block_in_another_language_is_read_in_it() -> None:
    found = find_dates(document("Es war im Mai 2012.", language="de-AT"), "2015-08-17", "en")
    assert [date.date for date in found] == ["2012-05"]


def test_spans_count_in_the_documents_text() -> None:
    doc = document("A heading", "It broke in May 2012.", "And on 3 June 2013.")
    found = find_dates(doc, "")
    assert [date.span.of(doc.text) for date in found] == ["May 2012", "3 June 2013"]


# --- laws --------------------------------------------------------------------------------------

VOCABULARY = """
on in the of last next this since from to and a said will today, yesterday Monday Sunday.
August May march April 17 3 2015 1990s 2010-15 2015-08-17 8/7/2015 17.08.2015 year week two
years ago summer early “ ” " ( ) – - , . am 17. August im Mai vor zwei Jahren le 1er août
2014 il y a deux ans в мае 2012 года прошлом году назад ۲۶ مرداد ۱۳۹۴ دوشنبه گذشته اوت ۲۰۱۵
29 February 31 9999 0000 9/9/9999 30th around mid-2012 between دههٔ ۱۹۵۰ ۱۳۵۰ از سال تا ۱۳۶۰
"""
sentences = st.lists(st.sampled_from([*VOCABULARY.split(), "\u200c"]), max_size=30).map(" ".join)
texts = st.one_of(sentences, st.text(max_size=60))
languages = st.sampled_from([*LANGUAGES, "en-US", "en-GB", "de-CH", "xx", ""])
days = st.dates().map(str)
issue_dates = st.one_of(
    st.sampled_from(
        ["", "2020-08", "2023-10~", "2015-21", "2015?", "1000", "2999-12-31", "2016/.."]
    ),
    days,
    st.tuples(days, days).map("/".join),
    st.text(max_size=12),
)


@given(st.lists(texts, max_size=3), issue_dates, languages)
def test_dates_are_edtf_in_order_and_within_blocks(
    parts: list[str], issued: str, language: str
) -> None:
    doc = document(*parts)
    found = find_dates(doc, issued, language)
    for date in found:
        assert doc.block_at(date.span) is not None
        assert date.span.start < date.span.end
        assert date.basis
        parse_edtf(date.date)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(sentences, languages)
def test_without_a_date_of_issue_nothing_is_counted_from_it(text: str, language: str) -> None:
    assert all(date.basis.startswith("stated") for date in find_dates(document(text), "", language))


@given(sentences, st.dates().map(lambda day: day.replace(year=2000 + day.year % 90)))
def test_a_stated_date_does_not_depend_on_the_source(text: str, day: Any) -> None:
    def stated(issued: str) -> set[DateFound]:
        found = find_dates(document(text), issued)
        return {date for date in found if date.basis.startswith("stated")}

    assert stated(str(day)) >= {date for date in stated("") if "-" in date.date}


@given(st.dates(min_value=GREGORIAN.new_month(1000, 1), max_value=GREGORIAN.new_month(2900, 1)))
def test_past_and_future_are_on_their_side_of_the_source(day: Any) -> None:
    past = one("They met on Friday.", str(day)).date, one("They met on May 9.", str(day)).date
    future = one("They will meet on Friday.", str(day)), one("They will meet on May 9.", str(day))
    assert max(past) <= str(day) <= min(date.date for date in future)


@given(st.dates(min_value=GREGORIAN.new_month(1000, 1), max_value=GREGORIAN.new_month(2900, 1)))
def test_a_month_of_issue_gives_what_each_of_its_days_gives(day: Any) -> None:
    text = "It broke last month, and last year, and two years ago, and in a year before."
    by_day, by_month = (find_dates(document(text), issued) for issued in (str(day), str(day)[:7]))
    assert [date.date for date in by_month] == [date.date for date in by_day]
    assert len(by_month) == 3


@given(st.dates(min_value=GREGORIAN.new_month(1800, 1), max_value=GREGORIAN.new_month(2250, 1)))
def test_solar_hijri_days_come_back(day: Any) -> None:
    year, month = SOLAR_HIJRI.month_of(day)
    number = (day - SOLAR_HIJRI.new_month(year, month)).days + 1
    period = SOLAR_HIJRI.period(year, month, number)
    assert period is not None
    assert (period.edtf, number <= 31) == (str(day), True)


@pytest.mark.parametrize(
    ("solar", "edtf"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1375, 1, 1), "1996-03-20"),
        ((1394, 5, 26), "2015-08-17"),
        ((1399, 12, 30), "2021-03-20"),
        ((1403, 1, 1), "2024-03-20"),
        ((1404, 1, 1), "2025-03-21"),
    ],
)
def test_solar_hijri_as_the_almanac_has_it(solar: tuple[int, int, int], edtf: str) -> None:
    period = SOLAR_HIJRI.period(*solar)
    assert period is not None
    assert period.edtf == edtf


def test_solar_hijri_knows_its_leap_years() -> None:
    assert SOLAR_HIJRI.period(1400, 12, 30) is None
    assert SOLAR_HIJRI.period(1394, 7, 31) is None


@given(st.text(max_size=20))
def test_any_date_of_issue_is_read_or_not_known(text: str) -> None:
    days_known = Issued.of(text).days
    assert days_known is None or days_known[0] <= days_known[1]


@pytest.mark.parametrize(
    ("unit", "times", "number"),
    [
        ("1", 1_000_000, 0),
        ("August ", 150_000, 0),
        ("on Monday ", 3_000, 3_000),
        ("on Monday, 17 August 2015 ", 3_000, 3_000),
        ("17 August - ", 3_000, 1_500),
        ("2010-", 20_000, 0),
        ("\n", 20_000, 0),
        ("“a ", 20_000, 0),
        ("two years ", 20_000, 0),
    ],
)
def test_a_long_line_comes_to_an_end(unit: str, times: int, number: int) -> None:
    assert len(find_dates(document(unit * times), "2015-08-17")) == number


# --- data of the languages ---------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_every_month_and_its_names_are_read(language: str) -> None:
    for lexicon in LANGUAGES[language]:
        names_all_months(lexicon)


def names_all_months(lexicon: Lexicon) -> None:
    assert {*lexicon.months.values(), *lexicon.months_short.values()} == set(range(1, 13))
    assert all(valued(lexicon.months, name.upper()) == n for name, n in lexicon.months.items())


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_every_pattern_compiles_without_a_warning(language: str) -> None:
    form.cache_clear()
    text = "May Mai mai мая اوت مرداد 1 2015 Monday Montag lundi вторник جمعه"
    find_dates(document(text), "2015-08-17", language)


def test_an_unknown_language_reads_figures_only() -> None:
    assert not UNKNOWN.months
    assert one("2015-08-17", "", "xx").date == "2015-08-17"


# --- hand-made truth ---------------------------------------------------------------------------

SHARED = Path(__file__).parents[1].parent / "shared"
SCORED = {
    "body": BlockKind.PARAGRAPH,
    "subtitle": BlockKind.SUBTITLE,
    "heading": BlockKind.HEADING,
    "caption": BlockKind.CAPTION,
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the captures and their truth are not at hand")
def test_events_of_real_captures_are_found() -> None:
    truth = json.loads((SHARED / "gold" / "events.json").read_text("utf-8"))
    right = wrong = missed = 0
    for name, events in truth["events"].items():
        found = dated_lines(name, truth["assume_published"][name])
        free = {event["line"] for event in events if event["optional"]}
        wanted = {(e["line"], e["date"]) for e in events if is_scored(e)}
        right += len(wanted & found)
        missed += len(wanted - found)
        wrong += len({pair for pair in found - wanted if pair[0] not in free})
    assert right / (right + wrong) >= 0.9
    assert right / (right + missed) >= 0.85


def is_scored(event: dict[str, Any]) -> bool:
    resolvable = event["resolvable"] in ("text", "pubdate") and event["zone"] in SCORED
    return resolvable and not event["optional"] and not event["duplicate"]


def dated_lines(capture: str, issued: str) -> set[tuple[int, str]]:
    """Line and date of what is found in the lines of a capture that are text."""
    lines = (SHARED / "captures" / capture).read_text("utf-8").split("\n")
    classes = json.loads((SHARED / "gold" / capture).with_suffix(".json").read_text("utf-8"))
    return {
        (entry["line"], date.date)
        for entry in classes["line_classes"]
        if (kind := SCORED.get(entry["class"]))
        for date in find_dates(document(lines[entry["line"] - 1], kind=kind), issued)
    }
