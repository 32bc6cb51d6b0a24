"""Topic pages: names as found, mentions by year and source, proofs of company, and a thousand mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import markdown
import pytest
from bs4 import BeautifulSoup, Tag

from generator import pipeline
from generator.plugin import build_site
from generator.relate.cooccurrence import pairs_among
from generator.relate.related import CANDIDATES, related_to
from generator.write import Contents, render
from generator.write.pages import mentions, topics
from generator.write.pages.overtime import MOST, _stretches
from tests.dossiers import MKDOCS, TOPICS, make_dossier, settings_of_dossier

#: What a reader's browser gets at most for a page of a topic, in bytes of HTML.
LARGEST = 150_000

RECORD = """\
---
title: "{title}"
issued: {issued}
publication: Skarv Weekly
language: en
---

{digest}
"""

HOSTILE = "<script>alert(1)</script> \"x\" 'y' ]]> & *z*"

SOURCES = {
    "1937-pier": ("1937-06", "The Harbour Board mends a pier. The pier is not at Skarv Point."),
    "1937-oil": (
        "1937",
        "Oil for the Skarv lamp came. The Harbour Board paid for Skarv Point twice.",
    ),
    "1941-end": ("1941-01-02", "The Skarv light is dark."),
    "old-note": ("", "Nobody knows who lit the Skarv lamp first."),
}


def with_sources(config: Path, sources: Mapping[str, tuple[str, str]]) -> Path:
    for name, (issued, digest) in sources.items():
        record = RECORD.format(title=f"On {name}", issued=issued, digest=digest)
        (config.parent / "sources" / f"{name}.md").write_text(
            record.replace("issued: \n", ""), "utf-8"
        )
    return config


def small_dossier(root: Path) -> Path:
    listed = TOPICS.replace("Skarv lamp]", "Skarv lamp, {text: Old Smoky, from: 1940}]")
    return with_sources(make_dossier(root / "d", topics=listed), SOURCES)


def contents_of(config: Path, **overrides: object) -> Contents:
    return pipeline.build(settings_of_dossier(config, **overrides))


def pages_of(contents: Contents) -> dict[str, BeautifulSoup]:
    """Every page as a reader's browser gets it, without the theme around it."""
    return {
        str(path): BeautifulSoup(
            markdown.markdown(
                data.decode().split("---\n", 2)[2],
                extensions=["attr_list", "def_list", "tables", "footnotes", "toc"],
            ),
            "html.parser",
        )
        for path, data in render(contents).items()
        if path.suffix == ".md"
    }


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return contents_of(small_dossier(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def page(contents: Contents) -> BeautifulSoup:
    return pages_of(contents)["topics/skarv-light.md"]


def rows(table: Tag) -> list[list[str]]:
    return [
        [cell.get_text() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")
    ]


def headings(page: BeautifulSoup, name: str) -> list[str]:
    return [heading.get_text() for heading in page.find_all(name)]


# --- names -------------------------------------------------------------------------------------


def test_names_stand_as_found_with_counts_and_who_uses_them(page: BeautifulSoup) -> None:
    table = page.find("table", class_="d-names")
    assert isinstance(table, Tag)
    assert rows(table) == [
        ["In the digests", "Mentions", "Used by"],
        ["Skarv lamp", "2", "Skarv Weekly, 1937; Skarv Weekly, undated"],
        ["Skarv light", "2", "Ingrid Aasen, 1936; Skarv Weekly, 1941"],
        ["Skarv Point", "2", "Skarv Weekly, 1937; Skarv Weekly, 1937"],
    ]
    users = [link["href"] for link in table.select("td a")]
    assert users[:2] == ["skarv-light.html#in-1937-oil", "skarv-light.html#in-old-note"]


def test_names_that_nobody_uses_are_told_apart(contents: Contents) -> None:
    pages = pages_of(contents)
    folded = pages["topics/skarv-light.md"].find("details", class_="d-fold")
    assert isinstance(folded, Tag)
    assert folded.get_text(" ", strip=True) == "Also looked for Old Smoky (in sources from 1940 on)"
    assert pages["topics/harbour-board.md"].find("details", class_="d-fold") is None


# --- mentions ----------------------------------------------------------------------------------


def test_mentions_are_grouped_by_year_and_source_and_the_undated_come_last(
    page: BeautifulSoup,
) -> None:
    assert headings(page, "h3") == ["1936", "1937", "1941", "Undated"]
    assert headings(page, "h4")[1:] == ["On 1937-oil", "On 1937-pier", "On 1941-end", "On old-note"]
    for source in SOURCES:
        assert page.find("h4", id=f"in-{source}")


def test_each_passage_marks_the_words_and_lands_on_its_paragraph(
    contents: Contents, page: BeautifulSoup
) -> None:
    passages = page.select(".d-contexts blockquote")
    assert len(passages) == sum(
        len(c) for t, c in contents.relations.contexts.items() if t == "skarv-light"
    )
    ids = {
        f"../sources/{source.id}.html#{block.id}"
        for source in contents.dossier.sources
        for block in source.digest.blocks
    }
    for passage in passages:
        assert passage.find("mark")
        assert passage.select_one("a[href]")["href"] in ids  # type: ignore[index]


def test_a_year_under_an_open_start_does_not_appear_twice(tmp_path: Path) -> None:
    sources = {**SOURCES, "before": ("../1941", "The Skarv light burns.")}
    contents = contents_of(with_sources(make_dossier(tmp_path / "d"), sources))
    parts = mentions.parts_of(contents, contents.dossier.topics[1].id)
    assert [part.year for part in parts] == ["1936", "1937", "1941", "Undated"]


# --- company -----------------------------------------------------------------------------------


def test_a_companion_is_proved_by_passages_that_name_both(page: BeautifulSoup) -> None:
    other = page.find("li", id="with-harbour-board")
    assert isinstance(other, Tag)
    assert other.summary is not None
    assert other.summary.get_text() == "3 paragraphs"
    marked = [
        {mark.get_text().casefold() for mark in proof.find_all("mark")}
        for proof in other.find_all("blockquote")
    ]
    assert len(marked) == 3
    assert all({"harbour board"} < words for words in marked)


def test_pairs_agree_with_the_companions_and_are_told_once(contents: Contents) -> None:
    companions = contents.relations.companions
    pairs = list(pairs_among(companions, list(companions)))
    assert [(pair.one, pair.other, pair.count) for pair in pairs] == [
        ("harbour-board", "skarv-light", 3)
    ]


# --- the chart ---------------------------------------------------------------------------------


def test_the_chart_and_its_table_say_how_often_in_which_year(page: BeautifulSoup) -> None:
    figure = page.find("figure", class_="d-chart")
    assert isinstance(figure, Tag)
    says = [link.title.get_text() for link in figure.select("svg a") if link.title]
    assert says == [
        "1936: 1 mention in 1 of 1 source",
        "1937: 3 mentions in 2 of 2 sources",
        "1941: 1 mention in 1 of 1 source",
    ]
    assert [link["href"] for link in figure.select("svg a")] == [
        "#year-1936",
        "#year-1937",
        "#year-1941",
    ]
    assert rows(figure.table)[1:] == [  # type: ignore[arg-type]
        ["1936", "1", "1", "1"],
        ["1937", "3", "2", "2"],
        ["1941", "1", "1", "1"],
        ["undated", "1", "1", "1"],
    ]


@pytest.mark.parametrize(("first", "last"), [(1936, 1936), (1936, 1957), (1936, 1958), (1, 9999)])
def test_a_chart_has_few_enough_bars_and_covers_every_year(first: int, last: int) -> None:
    stretches = _stretches(first, last)
    assert len(stretches) <= MOST
    assert stretches[0][0] <= first
    assert stretches[-1][-1] >= last
    assert {len(years) for years in stretches} == {len(stretches[0])}


# --- hostile, and the same again ---------------------------------------------------------------


def test_labels_and_titles_are_shown_and_not_run(tmp_path: Path) -> None:
    label = HOSTILE.replace("'", "''")
    listed = TOPICS.replace("label: Skarv light", f"label: '{label}'").replace(
        "aliases: [Skarv Point, Skarv lamp]",
        f"aliases: [Skarv Point, Skarv lamp, Skarv light, '{label}']",
    )
    listed += f"- {{id: pier, label: '{label} too', kind: place, aliases: [pier]}}\n"
    config = with_sources(make_dossier(tmp_path / "d", topics=listed), SOURCES)
    sources = config.parent / "sources"
    record = (sources / "1937-oil.md").read_text().replace('"On 1937-oil"', f"'{label}'")
    (sources / "1937-oil.md").write_text(record)
    config.write_text(MKDOCS.replace("theme:", "site_url: https://skarv.example/\ntheme:"))
    pages = pages_of(contents_of(config))
    for name, page in pages.items():
        assert not page.find("script"), name
    topic, index = pages["topics/skarv-light.md"], pages["topics/index.md"]
    assert topic.h1 is not None
    assert topic.h1.get_text() == HOSTILE
    assert f"Mentions of {HOSTILE} by year" in [t.get_text() for t in topic.find_all("title")]
    assert HOSTILE in headings(topic, "h4")
    assert HOSTILE in [link.get_text() for link in index.select("dt a")]


def test_the_same_dossier_gives_the_same_pages(tmp_path: Path, contents: Contents) -> None:
    again = contents_of(small_dossier(tmp_path))
    assert render(again) == render(contents)


# --- a thousand mentions -----------------------------------------------------------------------


def long_sources() -> Iterator[tuple[str, tuple[str, str]]]:
    """Forty sources in eight years with 1,000 mentions, 200 of them in one source and one year."""
    for number in range(40):
        sentences = 200 if number == 7 else 21
        digest = "\n\n".join(
            f"In entry {entry} of log {number} the keeper of the Skarv light writes, at some length and "
            f"without hope, that the Harbour Board has sent neither oil nor wick nor word since entry {entry - 1}."
            for entry in range(sentences)
        )
        yield f"log-{number:02}", (f"{1900 + number // 5}-02", digest)


@pytest.fixture(scope="module")
def long_config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = make_dossier(tmp_path_factory.mktemp("long") / "d")
    return with_sources(config, dict(long_sources()))


@pytest.fixture(scope="module")
def long_site(long_config: Path) -> Path:
    return build_site(long_config, {}, site=None, strict=True).site


def test_with_a_thousand_mentions_no_page_is_too_large(long_site: Path) -> None:
    pages = [*long_site.glob("topics/*.html"), *long_site.glob("topics/*/*.html")]
    sizes = {path.relative_to(long_site).as_posix(): path.stat().st_size for path in pages}
    assert "topics/skarv-light/1901-2.html" in sizes
    assert len(sizes) > 16
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_with_a_thousand_mentions_every_passage_is_there_once(long_config: Path) -> None:
    contents = contents_of(long_config)
    pages = pages_of(contents)
    links = [
        link["href"]
        for name, page in pages.items()
        if name.startswith("topics/skarv-light/")
        for link in page.select(".d-contexts blockquote a[href]")
    ]
    assert (
        len(links)
        == len(set(links))
        == len(contents.relations.contexts[contents.dossier.topics[1].id])
        > 1000
    )
    folded = pages["topics/skarv-light/1900.md"].select(".d-contexts")
    assert all(
        len(group.find_all("blockquote", recursive=False)) <= mentions.OPEN for group in folded
    )


def test_every_link_to_a_source_s_passages_leads_to_the_page_that_has_them(long_site: Path) -> None:
    pages = {
        path: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in long_site.rglob("*.html")
    }
    ids = {
        path: {element["id"] for element in page.find_all(id=True)} for path, page in pages.items()
    }
    followed = 0
    for path, page in pages.items():
        for link in page.select("article a[href]"):
            target, _, fragment = str(link["href"]).partition("#")
            anchor = fragment.partition(":~:")[0]
            if "://" in target or not (link["href"] and anchor):
                continue
            goal = (path.parent / target).resolve() if target else path
            assert anchor in ids[goal], f"{path.name}: {link['href']}"
            followed += 1
    assert followed > 1000
    matrix = [
        str(link["href"]) for link in pages[long_site / "index.html"].select(".d-matrix td a")
    ]
    assert "topics/skarv-light/1907.html#in-log-39" in matrix


def test_the_overview_leads_to_every_part(long_site: Path) -> None:
    page = BeautifulSoup((long_site / "topics/skarv-light.html").read_text("utf-8"), "html.parser")
    assert headings(page, "h3") == [*(str(year) for year in range(1900, 1908)), "1936"]
    parts = {link["href"] for link in page.select(".d-turn a")}
    on_disk = {f"skarv-light/{path.name}" for path in long_site.glob("topics/skarv-light/*.html")}
    assert parts - {link for link in parts if "#" in link} == on_disk
    assert len(page.select(".d-contexts blockquote")) == 9
    bars = {link["href"] for link in page.select("svg.d-bars a")}
    assert {href for href in bars if href.startswith("#")} <= {
        f"#year-{y}" for y in range(1900, 1937)
    }


# --- the index ---------------------------------------------------------------------------------


def many_topics(number: int) -> str:
    kinds = ("person", "place", "organisation", "lamp-maker")
    scope = "Somebody or something that keeps, lights, feeds, pays or forgets the lamp. " * 4
    return TOPICS + "".join(
        f"- {{id: t-{i}, label: Number {i}, kind: {kinds[i % 4]}, scope: '{scope}'}}\n"
        for i in range(number)
    )


def test_the_index_of_a_few_topics_lists_all_by_kind(contents: Contents) -> None:
    index = pages_of(contents)["topics/index.md"]
    assert [a.get_text() for a in index.select("nav a")] == ["Organisations 1", "Places 1"]
    assert index.find(id="kind-place")
    assert [a["href"] for a in index.select(".d-topics-by-reach a")] == [
        "skarv-light.html",
        "harbour-board.html",
    ]


def test_the_index_stays_small_with_five_hundred_topics(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d", topics=many_topics(500))
    rendered = render(contents_of(config))
    sizes = {
        str(path): len(data) for path, data in rendered.items() if str(path.parent) == "topics"
    }
    assert {name: size for name, size in sizes.items() if size > LARGEST - 20_000} == {}
    index = rendered[PurePosixPath("topics/index.md")].decode()
    assert "[All 126 places](kind.place.md)" in index
    assert index.count('href="t-') == 4 * topics.FIRST - 2
    people = rendered[PurePosixPath("topics/kind.person.md")].decode()
    assert people.count('href="t-') == 125


# --- related sources ---------------------------------------------------------------------------


def test_in_a_large_dossier_a_source_is_compared_with_those_that_share_its_rare_topics() -> None:
    counts = {f"s{i:04}": {"everywhere": 1} for i in range(10 * CANDIDATES)}
    for source in ("s0003", "s0900"):
        counts[source]["rare"] = 1
    related = related_to(counts)  # type: ignore[arg-type]
    assert related["s0003"][0].source == "s0900"  # type: ignore[index]
    assert related["s0003"][0].topics == ("rare", "everywhere")  # type: ignore[index]
    assert len(related["s0003"]) == 5  # type: ignore[index]
