"""Charts: geometry that stays within its frame, links that a keyboard reaches, labels that cannot bite."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.write.charts import Slot, arc_chart, bar_chart, in_short_arcs
from generator.write.charts.arcs import COLUMNS, ROW, Links, Name
from generator.write.charts.bars import NARROWEST
from generator.write.charts.size import columns, fitted, rem
from generator.write.render import _environment
from tests.strategies import lines

HOSTILE = ["<script>alert(1)</script>", "a \"quoted\" 'one'", "]]>", "</svg><b>", "&amp; &#65;"]
UNIT = ("paragraph", "paragraphs")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(macro: str, chart: object, title: str = "Title") -> ElementTree.Element:
    """A chart as SVG, read by a parser of XML: what is not well formed fails."""
    module = _environment().get_template("charts.md.j2").module
    svg = str(getattr(module, macro)(chart, "c", title, "What it shows"))
    return ElementTree.fromstring(
        svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def texts(svg: ElementTree.Element, tag: str) -> list[str]:
    return ["".join(element.itertext()) for element in svg.iter(SVG + tag)]


@st.composite
def links(draw: st.DrawFn, number: int) -> Links:
    pairs = [(a, b) for a in range(number) for b in range(a + 1, number)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return {pair: draw(st.integers(1, 500)) for pair in chosen}


# --- bars --------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=22))
def test_bars_stand_on_the_axis_in_order_and_in_proportion(counts: list[int]) -> None:
    chart = bar_chart([Slot(str(1900 + i), n, True, "#x", "x") for i, n in enumerate(counts)])
    assert [bar.slot.count for bar in chart.bars] == [n for n in counts if n]
    assert all(bar.top + bar.height == chart.base and bar.top > 0 for bar in chart.bars)
    assert all(bar.left >= 0 and bar.left + chart.slot <= chart.width for bar in chart.bars)
    by_count = sorted(chart.bars, key=lambda bar: bar.slot.count)
    assert [bar.height for bar in by_count] == sorted(bar.height for bar in chart.bars)


@given(st.integers(1, 22))
def test_the_area_of_a_bar_is_wide_enough_for_a_finger(number: int) -> None:
    chart = bar_chart([Slot(str(i), 1, True, "#x", "x") for i in range(number)])
    assert chart.slot >= NARROWEST >= 24
    lefts = [bar.left for bar in chart.bars]
    assert all(b - a == chart.slot for a, b in pairwise(lefts))


def test_names_on_the_axis_do_not_touch() -> None:
    chart = bar_chart([Slot(str(1900 + i), 1, i != 1, "#x", "x") for i in range(20)])
    middles = [middle for middle, _ in chart.names]
    assert [name for _, name in chart.names][:2] == ["1900", "1902"]
    assert all(b - a >= 34 for a, b in pairwise(middles))


def test_a_year_without_sources_has_no_dot_and_one_without_mentions_no_bar() -> None:
    chart = bar_chart(
        [Slot("1901", 2, True, "#a", "a"), Slot("1902", 0, False), Slot("1903", 0, True)]
    )
    assert len(chart.dots) == 2
    assert [bar.slot.name for bar in chart.bars] == ["1901"]


# --- arcs --------------------------------------------------------------------------------------


@given(st.data())
def test_arcs_join_the_rows_of_their_names_and_stay_in_the_frame(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 9))
    joined = data.draw(links(number))
    names = [Name(f"name {i}", "#", data.draw(st.integers(0, 99)), "says") for i in range(number)]
    chart = arc_chart(names, joined, UNIT)
    assert len(chart.arcs) == len(joined)
    assert sum(len(node.arcs) for node in chart.nodes) == 2 * len(joined)
    assert all(
        a.middle + ROW == b.middle for a, b in zip(chart.nodes, chart.nodes[1:], strict=False)
    )
    middles = {node.middle for node in chart.nodes}
    for arc in chart.arcs:
        start, ellipse = arc.path[1:].split("A")
        width, height, *_, x, bottom = ellipse.split()
        top = int(start.split()[1])
        assert {top, int(bottom)} <= middles
        assert int(bottom) - top == 2 * int(height)
        assert int(x) + int(width) + arc.thickness <= chart.width


@given(st.data())
def test_the_order_of_names_is_a_permutation_and_no_longer_than_the_given_one(
    data: st.DataObject,
) -> None:
    number = data.draw(st.integers(1, 8))
    joined = data.draw(links(number))
    order = in_short_arcs(number, joined)
    at = {name: index for index, name in enumerate(order)}
    assert sorted(order) == list(range(number))
    given_length = sum(abs(a - b) * n for (a, b), n in joined.items())
    assert sum(abs(at[a] - at[b]) * n for (a, b), n in joined.items()) <= given_length


def test_names_that_go_together_come_to_stand_together() -> None:
    order = in_short_arcs(6, {(0, 5): 9, (1, 4): 9, (2, 3): 1})
    assert abs(order.index(0) - order.index(5)) == 1
    assert abs(order.index(1) - order.index(4)) == 1


def test_what_hangs_from_a_root_hangs_down_to_the_last_name() -> None:
    names = [Name(label, "#", 1, label) for label in "abc"]
    assert arc_chart(names, {}, UNIT, rooted=True).spine == ROW * 2 + 4 + ROW // 2
    svg = drawn("arcs", arc_chart(names, {(1, 2): 1}, UNIT, rooted=True))
    assert [a.get("class") for a in svg.iter(SVG + "a")] == ["d-root", None, None]


# --- as SVG ------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", HOSTILE)
def test_labels_are_shown_and_not_run(label: str) -> None:
    bars = drawn("bars", bar_chart([Slot(label, 3, True, "#x", label)]), label)
    names = [Name(label, "#x", 3, label), Name("other", "#y", 1, "other")]
    arcs = drawn("arcs", arc_chart(names, {(0, 1): 2}, UNIT), label)
    for svg in (bars, arcs):
        assert label in texts(svg, "title")
        assert label in texts(svg, "text")
        assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= {
            "svg", "title", "desc", "line", "g", "circle", "text", "a", "rect", "path", "use",
        }  # fmt: skip
    assert f"{label} – other: 2 paragraphs" in texts(arcs, "title")


@given(lines())
def test_any_label_makes_well_formed_svg(label: str) -> None:
    svg = drawn("arcs", arc_chart([Name(label, "#x", 1, label)], {}, UNIT), label)
    assert texts(svg, "title")[0] == label


def test_every_link_of_a_chart_has_a_name_and_leads_somewhere() -> None:
    bars = drawn("bars", bar_chart([Slot("1901", 3, True, "#a", "1901: 3 mentions")]))
    names = [Name("Pier", "pier.html", 3, "Pier: 3 mentions")]
    for svg in (bars, drawn("arcs", arc_chart(names, {}, UNIT))):
        for link in svg.iter(SVG + "a"):
            assert link.get("href")
            assert link[0].tag == SVG + "title"
            assert "3 mentions" in str(link[0].text)
        assert svg.get("role") == "group"
        assert svg.find(f".//*[@id='{svg.get('aria-labelledby')}']").text == "Title"  # type: ignore[union-attr]
        assert svg.find(f".//*[@id='{svg.get('aria-describedby')}']").text == "What it shows"  # type: ignore[union-attr]


def test_a_chart_has_no_colour_and_no_script_of_its_own() -> None:
    chart = arc_chart([Name("a", "#", 1, "a"), Name("b", "#", 1, "b")], {(0, 1): 1}, UNIT)
    for element in drawn("arcs", chart).iter():
        assert not {"style", "fill", "stroke", "onclick"} & element.attrib.keys()


# --- sizes -------------------------------------------------------------------------------------


def test_lengths_grow_with_the_letters() -> None:
    assert (rem(340), rem(309), rem(0)) == ("17rem", "15.45rem", "0rem")


@given(lines(max_size=30), st.integers(2, 40))
def test_a_fitted_label_fits_and_begins_as_the_whole(label: str, room: int) -> None:
    short = fitted(label, room)
    assert columns(short) <= room
    assert " ".join(label.split()).startswith(short.removesuffix("…"))


def test_wide_letters_take_two_columns() -> None:
    assert columns("北京") == 4
    assert columns("e\u0301") == 1
    assert fitted("北京北京北京", 7) == "北京北…"
    assert len(fitted("x" * 50, COLUMNS)) == COLUMNS
