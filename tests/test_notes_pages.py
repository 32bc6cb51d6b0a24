"""The pages of notes: all of them, tags, claims; notes on topics and dates; counts; what is amiss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from bs4 import BeautifulSoup, Tag

from generator import pipeline
from generator.model import Finding, Severity
from generator.plugin import build_site
from generator.write import Contents, render
from generator.write.note_checks import claim_findings
from generator.write.pages import notes
from tests.dossiers import make_dossier, settings_of_dossier
from tests.test_topic_pages import headings, pages_of, with_sources

HOSTILE = "<script>alert(1)</script> \"x\" 'y' ]]> & *z*"

SOURCES = {
    "1937-pier": ("1937-06", "The Harbour Board mends a pier. The pier is not at Skarv Point."),
    "1941-end": ("1941-01-02", "The Skarv light is dark."),
}

LAMP = """\
- id: n-oil
  quote: never paid for oil
  note: Two barrels, says [[1937-pier|another paper]].
  by: Sigrid Holm
  on: 2026-11-20
  modified: 2026-11-22
  status: verified
  motivation: assessing
  tags: [figures, Oil & wick]
  claim: paid
  stance: contradicts
- id: n-denial
  layer: digest
  quote: denies it
  note: He said nothing of the [[skarv-light]] itself.
  by: Ola Berg
  on: 2026-11
  status: disputed
  motivation: questioning
  tags: [figures]
- id: n-whole
  note: The cutting is torn at the edge.
- id: n-withheld
  layer: text
  quote: >-
    Oil for the Skarv lamp had been ordered in 1935, he said, and the Harbour Board had neither paid
  note: The order was never found.
  status: retracted
  claim: {paid: contradicts, dark: mentions}
"""

PIER = """\
- id: n-pier
  quote: The Harbour Board mends a pier
  note: So there was money.
  by: Sigrid Holm
  tags: [money]
  claim: paid
  stance: supports
"""

DOSSIER = """\
- id: n-board
  topic: harbour-board
  note: It was dissolved in 1950.
  tags: [later]
- id: n-year
  event: 1935
  note: A hard winter.
  status: verified
  tags: [figures, later]
- source: 1941-end
  quote: is dark
  note: For good.
"""

CLAIMS = """\
- {id: paid, statement: The board paid for the oil., status: disputed, topics: [harbour-board],
   comment: "No receipt is left; see [[skarv-light|the light]]."}
- {id: dark, statement: The lamp was dark for two nights., status: corroborated, topics: [skarv-light]}
- {id: keeper, statement: The keeper drank.}
"""


def small_dossier(root: Path, **files: str) -> Path:
    """Three sources with notes and claims; ``files`` replaces or adds files of sources/."""
    config = with_sources(make_dossier(root / "d"), SOURCES)
    given = {
        "1936-lamp.notes": LAMP,
        "1937-pier.notes": PIER,
        "dossier.notes": DOSSIER,
        "claims": CLAIMS,
        **files,
    }
    for name, text in given.items():
        (config.parent / "sources" / f"{name}.yml").write_text(text, "utf-8")
    return config


def contents_of(config: Path, **overrides: object) -> Contents:
    return pipeline.build(settings_of_dossier(config, **overrides))


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return contents_of(small_dossier(tmp_path_factory.mktemp("notes")))


@pytest.fixture(scope="module")
def pages(contents: Contents) -> dict[str, BeautifulSoup]:
    return pages_of(contents)


@pytest.fixture(scope="module")
def full_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    config = small_dossier(tmp_path_factory.mktemp("full"))
    return pages_of(contents_of(config, edition="full"))


def entries(page: BeautifulSoup) -> list[Tag]:
    return page.select(".d-entry")


def entry(page: BeautifulSoup, note: str) -> Tag:
    """An entry of the page of all notes."""
    heading = page.find(["h2", "h3"], id=f"note-{note}")
    assert isinstance(heading, Tag)
    assert isinstance(heading.parent, Tag)
    return heading.parent


def abouts(page: BeautifulSoup) -> list[str]:
    return [about.get_text() for about in page.select(".d-entry__about")]


def text(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""


def href(tag: Tag, selector: str) -> str:
    link = tag.select_one(selector)
    assert link is not None, selector
    return str(link["href"])


# --- all notes ---------------------------------------------------------------------------------


def test_all_notes_stand_by_source_then_topic_then_date(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["notes/index.md"]
    assert headings(page, "h2") == [
        "Keeper Blames Harbour Board for Dark Lamp",
        "On 1937-pier",
        "On 1941-end",
        "On topics",
        "On dates",
    ]
    assert abouts(page) == [
        "“never paid for oil”",
        "“denies it”",
        "The source as a whole",
        "“Oil for the Skarv lamp had been ordered …”",
        "“The Harbour Board mends a pier”",
        "“is dark”",
        "Harbour Board",
        "1935",
    ]
    assert text(page.select_one(".d-lede")) == (
        "8 notes of the editors, on 3 sources, 1 topic and 1 date."
    )


def test_an_entry_says_all_that_is_known_of_a_note(pages: dict[str, BeautifulSoup]) -> None:
    note = entry(pages["notes/index.md"], "n-oil")
    assert href(note, "h3 a") == "../sources/1936-lamp.html#note-n-oil"
    assert text(note.select_one(".d-entry__words")) == "verified assessment in the digest"
    assert text(note.select_one(".d-note__body")) == "Two barrels, says another paper ."
    assert href(note, ".d-note__body a") == "../sources/1937-pier.html"
    assert text(note.select_one(".d-note__claims")) == "contradicts The board paid for the oil."
    assert href(note, ".d-note__claims a") == "../claims/paid.html"
    foot = text(note.select_one(".d-entry__foot"))
    assert foot == "Sigrid Holm , 20 November 2026 , changed 22 November 2026"
    assert [tag.get_text() for tag in note.select(".d-entry__tags a")] == ["figures", "Oil & wick"]


def test_a_note_says_whose_words_it_quotes(full_pages: dict[str, BeautifulSoup]) -> None:
    page = full_pages["notes/index.md"]
    own, other = entry(page, "n-oil"), entry(page, "n-withheld")
    assert own.select_one("h3.d-entry__about--digest")
    assert text(own.select_one(".d-entry__whose")) == "in the digest"
    assert other.select_one("h3.d-entry__about--text")
    assert text(other.select_one(".d-entry__whose")) == "in the text"
    assert not entry(page, "n-whole").select_one(".d-entry__whose")


def test_of_a_text_that_is_not_shown_no_more_than_a_few_words_are_quoted(
    pages: dict[str, BeautifulSoup],
) -> None:
    for name, page in pages.items():
        if name.startswith(("notes/", "claims/", "topics/")):
            assert "ordered in 1935, he said" not in text(page), name
    note = entry(pages["notes/index.md"], "n-withheld")
    assert "which this edition does not carry" in text(note)


def test_every_link_leads_to_a_place_that_is_there(contents: Contents) -> None:
    pages = pages_of(contents)
    data = {str(path) for path in render(contents)}
    ids = {name: {str(tag["id"]) for tag in page.find_all(id=True)} for name, page in pages.items()}
    followed = 0
    for name, page in pages.items():
        for link in page.select("a[href]"):
            target, _, anchor = str(link["href"]).split(":~:")[0].partition("#")
            if "://" in target:
                continue
            parts = (PurePosixPath(name).parent / target).parts if target else (name,)
            goal = "/".join(_walked(parts)).replace(".html", ".md")
            assert goal in ids or goal in data, f"{name}: {link['href']}"
            assert not anchor or anchor in ids[goal], f"{name}: {link['href']}"
            followed += bool(anchor)
    assert followed > 50


def _walked(parts: tuple[str, ...]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if part == "..":
            kept.pop()
        else:
            kept.append(part)
    return kept


# --- menus -------------------------------------------------------------------------------------


def test_each_menu_counts_the_notes_that_have_a_value(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["notes/index.md"]
    menus = {str(menu["name"]): menu for menu in page.select("form.d-filter select")}
    assert list(menus) == ["tag", "status", "by", "source", "topic"]
    for name, menu in menus.items():
        for option in menu.find_all("option")[1:]:
            having = [e for e in entries(page) if option["value"] in _values(e, name, menu)]
            assert option.get_text() == f"{option['data-label']} ({len(having)})"
            assert having


def _values(note: Tag, name: str, menu: Tag) -> list[str]:
    said = str(note[f"data-{name}"])
    return said.split() if menu.has_attr("data-several") else [said]


def test_menus_are_in_an_order_to_find_things_in(pages: dict[str, BeautifulSoup]) -> None:
    menus = {
        str(menu["name"]): [option["data-label"] for option in menu.find_all("option")[1:]]
        for menu in pages["notes/index.md"].select("form.d-filter select")
    }
    assert menus["tag"] == ["figures", "later", "money", "Oil & wick"]
    assert menus["status"] == ["verified", "disputed", "retracted"]
    assert menus["by"] == ["Ola Berg", "Sigrid Holm"]
    assert menus["source"][0] == "Keeper Blames Harbour Board for Dark Lamp"
    assert menus["topic"] == ["Harbour Board", "Skarv light"]


def test_without_a_script_nothing_is_dead_and_everything_is_within_reach(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["notes/index.md"]
    assert page.select_one("form.d-filter")["hidden"] == ""  # type: ignore[index]
    jumps = [str(link["href"]) for link in page.select(".d-jump a")]
    assert jumps == [f"#{heading['id']}" for heading in page.find_all("h2")]
    tags = [text(link) for link in page.select(".d-kinds a")]
    assert tags == ["figures 3", "later 2", "money 1", "Oil & wick 1"]


# --- many notes --------------------------------------------------------------------------------


def numbered(number: int) -> Iterator[str]:
    for i in range(number):
        yield f"- {{id: n-{i}, note: Word {i}., tags: [all, t{i % 3}]}}\n"


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "WHOLE", 6)
    monkeypatch.setattr(notes, "PART", 3)


@pytest.mark.usefixtures("small_parts")
def test_many_notes_go_on_at_further_pages_each_note_once(tmp_path: Path) -> None:
    lost = "- {id: n-lost, topic: nobody, note: To whom?}\n"
    files = {"1936-lamp.notes": "".join(numbered(7)), "dossier.notes": lost, "claims": "[]"}
    contents = contents_of(small_dossier(tmp_path, **files))
    pages = pages_of(contents)
    names = ["notes/index.md", "notes/part.2.md", "notes/part.3.md"]
    listed = [[str(h["id"]) for h in pages[name].select(".d-entry h3")] for name in names]
    assert [len(part) for part in listed] == [4, 3, 2]
    assert listed[0][-1] == "note-n-lost"  # it lives on the first part, as links to it know
    assert len({id_ for part in listed for id_ in part}) == len(contents.dossier.notes)
    for name in names:
        steps = pages[name].select(".d-steps li")
        assert len(steps) == 3
        assert len(pages[name].select(".d-steps a")) == 2
        assert "only" in text(pages[name].select_one(".d-filter__part"))
    assert (
        text(steps[2]) == "Part 3 2 notes: Keeper Blames Harbour Board for Dark Lamp – On 1937-pier"
    )


@pytest.mark.usefixtures("small_parts")
def test_a_tag_with_many_notes_goes_on_at_further_pages(tmp_path: Path) -> None:
    pages = pages_of(
        contents_of(small_dossier(tmp_path, **{"1936-lamp.notes": "".join(numbered(7))}))
    )
    names = ["notes/tag.all.md", "notes/tag.all.2.md", "notes/tag.all.3.md"]
    assert [len(entries(pages[name])) for name in names] == [3, 3, 1]
    assert [a["href"] for a in pages[names[1]].select(".d-steps a")] == [
        "tag.all.html",
        "tag.all.3.html",
    ]


def test_a_note_on_what_is_not_there_is_seen(tmp_path: Path) -> None:
    lost = "- {id: n-lost, event: 1802-01-01, note: When?}\n"
    contents = contents_of(small_dossier(tmp_path, **{"dossier.notes": lost}))
    note = entry(pages_of(contents)["notes/index.md"], "n-lost")
    assert text(note.select_one(".d-note__where")) == "What it is on is not there."
    assert href(note, "h3 a") == "#note-n-lost"


# --- tags --------------------------------------------------------------------------------------


def test_a_tag_has_a_page_with_its_notes_and_the_tags_beside_it(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["notes/tag.figures.md"]
    assert headings(page, "h1") == ["Notes tagged “figures”"]
    assert abouts(page) == ["“never paid for oil”", "“denies it”", "1935"]
    assert [text(link) for link in page.select(".d-kinds a")] == ["later 1", "Oil & wick 1"]
    assert text(page.select_one(".d-lede")) == "3 notes on 1 source. All notes"
    assert text(page.select_one(".d-entry__of")) == (
        "Keeper Blames Harbour Board for Dark Lamp · Ingrid Aasen , 3 March 1936"
    )


def test_tags_that_look_alike_have_pages_of_their_own(tmp_path: Path) -> None:
    tags = ["Figures", "figures", "figures!", "Фигуры", "../figures", "part"]
    listed = f"- {{id: n-a, note: x, tags: {json.dumps(tags, ensure_ascii=False)}}}\n"
    contents = contents_of(small_dossier(tmp_path, **{"1936-lamp.notes": listed}))
    titles = [
        page.h1.get_text()
        for name, page in pages_of(contents).items()
        if name.startswith("notes/tag.") and page.h1
    ]
    assert {f"Notes tagged “{tag}”" for tag in tags} <= set(titles)
    assert len(titles) == len(contents.relations.annotations.by_tag)


# --- none --------------------------------------------------------------------------------------


def test_a_dossier_without_notes_has_two_friendly_pages_and_no_link_to_them(
    tmp_path: Path,
) -> None:
    pages = pages_of(contents_of(with_sources(make_dossier(tmp_path / "d"), SOURCES)))
    made = {name for name in pages if name.startswith(("notes/", "claims/"))}
    assert made == {"notes/index.md", "claims/index.md"}
    assert "There is no note yet" in text(pages["notes/index.md"])
    assert "There is no claim yet" in text(pages["claims/index.md"])
    for name, page in pages.items():
        links = [str(a["href"]) for a in page.select("a[href]")]
        assert not [link for link in links if "notes/" in link or "claims/" in link], name
        assert not page.select(".d-entry, .d-notes-here, #filter-tag, h2#notes, h2#claims"), name
    assert "note" not in text(pages["index.md"].select_one(".d-figures"))


# --- claims ------------------------------------------------------------------------------------


def test_claims_stand_by_status_with_what_is_for_and_against(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["claims/index.md"]
    assert headings(page, "h2") == ["Corroborated", "Disputed", "Unverified"]
    assert [text(claim) for claim in page.select(".d-claims > li")] == [
        "The lamp was dark for two nights. no evidence yet",
        "The board paid for the oil. 1 for, 1 against",
        "The keeper drank. no evidence yet",
    ]


def test_a_claim_shows_its_passages_for_and_against(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["claims/paid.md"]
    assert headings(page, "h1") == ["The board paid for the oil."]
    assert text(page.select_one(".d-claim")).startswith("disputed There is something to be said")
    assert href(page, ".d-comment a") == "../topics/skarv-light.html"
    assert [text(chip) for chip in page.select(".d-kinds a")] == ["Harbour Board 3"]
    assert headings(page, "h2") == ["For", "Against"]
    pro, contra, retracted = entries(page)
    assert text(pro.blockquote) == "The Harbour Board mends a pier . Read in the digest"
    assert text(pro.mark) == "The Harbour Board mends a pier"
    assert text(pro.select_one(".d-voice")) == "June 1937 · Skarv Weekly"
    assert href(pro, ".d-entry__link") == "../sources/1937-pier.html#note-n-pier"
    assert href(pro, "blockquote a").startswith("../sources/1937-pier.html#d-")
    assert text(contra.mark) == "never paid for oil"
    assert not contra.select(".d-note__claims")  # it is the one that the page is about
    assert (
        text(retracted.select_one(".d-note__claims"))
        == "mentions The lamp was dark for two nights."
    )


def test_a_retracted_note_is_shown_and_does_not_count(pages: dict[str, BeautifulSoup]) -> None:
    tallies = [text(p) for p in pages["claims/paid.md"].select("h2 + .d-voice")]
    assert tallies == ["1 passage of 1 source", "1 passage of 1 source, 1 note not counted"]


def test_a_claim_without_evidence_says_so(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["claims/keeper.md"]
    assert not headings(page, "h2")
    assert text(page.select_one(".d-absent")) == (
        "No note names a passage for or against this claim yet."
    )
    assert [text(p) for p in pages["claims/dark.md"].select(".d-absent")] == [
        "No passage supports it.",
        "No passage contradicts it.",
    ]


# --- topics, dates, counts ---------------------------------------------------------------------


def test_a_note_on_a_topic_lives_on_its_page(pages: dict[str, BeautifulSoup]) -> None:
    page = pages["topics/harbour-board.md"]
    aside = page.find("aside", id="note-n-board")
    assert isinstance(aside, Tag)
    assert "It was dissolved in 1950." in text(aside)
    assert not page.select_one(".d-note__number")  # there is no passage to count


def test_notes_that_touch_a_topic_are_quoted_with_a_link_to_where_they_live(
    pages: dict[str, BeautifulSoup],
) -> None:
    page = pages["topics/skarv-light.md"]
    assert abouts(page) == ["“denies it”"]  # its words link to the light
    (near,) = entries(page)
    assert href(near, "h3 a") == "../sources/1936-lamp.html#note-n-denial"
    assert not near.select("[id]")
    assert href(page, ".d-card a[href='#notes']") == "#notes"
    assert text(page.select_one("#notes")) == "Notes"
    assert [text(li) for li in page.select(".d-claims li")] == [
        "corroborated The lamp was dark for two nights. no evidence yet"
    ]


def test_of_many_notes_that_touch_a_topic_most_are_folded_or_counted(tmp_path: Path) -> None:
    many = "".join(f"- {{id: n-{i}, note: 'On [[skarv-light]], {i}.'}}\n" for i in range(70))
    page = pages_of(contents_of(small_dossier(tmp_path, **{"1936-lamp.notes": many})))[
        "topics/skarv-light.md"
    ]
    shown = page.select(".d-touching > .d-entries > .d-entry")
    folded = page.select(".d-touching details .d-entry")
    assert (len(shown), len(folded)) == (3, 60)
    left = page.select_one(".d-touching details p.d-why")
    assert text(left) == "and 7 more among all notes"
    assert href(page, ".d-touching details p.d-why a") == "../notes/index.html#topic=skarv-light"


def test_a_note_under_a_topics_old_id_is_on_that_topic(tmp_path: Path) -> None:
    config = small_dossier(tmp_path)
    topics = config.parent / "sources" / "topics.yml"
    listed = topics.read_text().replace(
        "  kind: organisation\n", "  kind: organisation\n  formerly: [board]\n"
    )
    topics.write_text(listed)
    old = "- {id: n-board, topic: board, note: Dissolved.}\n"
    (config.parent / "sources" / "dossier.notes.yml").write_text(old)
    contents = contents_of(config)
    pages = pages_of(contents)
    assert pages["topics/harbour-board.md"].find("aside", id="note-n-board")
    assert href(entry(pages["notes/index.md"], "n-board"), "h3 a") == (
        "../topics/harbour-board.html#note-n-board"
    )
    assert "unknown-topic" not in {finding.code for finding in claim_findings(contents)}


def test_a_note_on_a_date_lives_on_the_timeline_below_what_is_said_of_it(
    pages: dict[str, BeautifulSoup],
) -> None:
    lines = pages["timeline.md"].select(".d-timeline li")
    notes = [i for i, line in enumerate(lines) if line.find("aside", id="note-n-year")]
    assert len(notes) == 1
    assert text(lines[notes[0]].select_one(".d-when")) == "1935"
    assert "oil ordered in 1935" in text(lines[notes[0] - 1])


def test_counts_of_notes_stand_on_cards_lists_and_home(pages: dict[str, BeautifulSoup]) -> None:
    for name in ("index.md", "sources/index.md"):
        links = [text(link) for link in pages[name].select(".d-notes-here")]
        assert links == ["4 notes", "1 note", "1 note"], name
    first = href(pages["sources/index.md"], ".d-notes-here")
    assert first == "1936-lamp.html#note-n-oil"
    assert "8 notes" in text(pages["index.md"].select_one(".d-figures"))
    counts = [text(count) for count in pages["topics/index.md"].select("dt .d-count")]
    assert counts == ["2 sources, 2 notes", "3 sources, 1 note"]


# --- hostile -----------------------------------------------------------------------------------


def test_what_editors_write_is_shown_and_not_run(tmp_path: Path) -> None:
    words = json.dumps(HOSTILE)
    files = {
        "1936-lamp.notes": f"- {{quote: denies it, note: {words}, by: {words}, tags: [{words}], claim: paid, stance: supports}}\n",
        "claims": f"- {{id: paid, statement: {words}, comment: {words}, topics: [skarv-light]}}\n",
    }
    pages = pages_of(contents_of(small_dossier(tmp_path, **files)))
    for name, page in pages.items():
        assert not page.find("script"), name
    (tag_page,) = [
        page for name, page in pages.items() if name.startswith("notes/tag.script-alert-1")
    ]
    assert headings(tag_page, "h1") == [f"Notes tagged “{HOSTILE}”"]
    assert headings(pages["claims/paid.md"], "h1") == [HOSTILE]
    menu = pages["notes/index.md"].select_one("#filter-by")
    assert menu is not None
    assert HOSTILE in [option["value"] for option in menu.find_all("option")]


def test_the_same_notes_give_the_same_pages(tmp_path: Path, contents: Contents) -> None:
    assert render(contents_of(small_dossier(tmp_path))) == render(contents)


# --- the built site ----------------------------------------------------------------------------


def test_a_strict_build_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    built = build_site(small_dossier(tmp_path), {}, site=None, strict=True)
    assert built.outcome.problems == ()
    assert (built.site / "notes" / "index.html").is_file()


# --- findings ----------------------------------------------------------------------------------

NOTE_ON = "- {{id: n-a, {}, note: x}}\n"

FINDINGS = [
    ("dossier.notes", NOTE_ON.format("topic: harbor-board"), "unknown-topic", "harbour-board"),
    ("dossier.notes", NOTE_ON.format("event: 1935-01"), "unknown-event", "1935"),
    (
        "1937-pier.notes",
        "- {id: n-a, note: x, claim: payed, stance: supports}\n",
        "unknown-claim",
        "paid",
    ),
    (
        "1937-pier.notes",
        "- {id: n-a, note: 'See [[skarv-lite]].'}\n",
        "unknown-link",
        "skarv-light",
    ),
    ("claims", "- {id: a, statement: B., topics: [skarv-lite]}\n", "unknown-topic", "skarv-light"),
    (
        "claims",
        "- {id: a, statement: B., comment: 'In [[1937-peer]].'}\n",
        "unknown-link",
        "1937-pier",
    ),
]


@pytest.mark.parametrize(
    ("name", "listed", "code", "nearest"), FINDINGS, ids=[f"{f[0]}-{f[2]}" for f in FINDINGS]
)
def test_what_is_not_there_is_a_warning_with_the_nearest(
    name: str, listed: str, code: str, nearest: str, tmp_path: Path
) -> None:
    found = findings_of(tmp_path, **{name: "# first\n" + listed})[code]
    assert found.severity is Severity.WARNING
    assert found.path is not None
    assert (found.path.name, found.line) == (f"{name}.yml", 2)
    assert nearest in found.advice


def findings_of(root: Path, **files: str) -> dict[str, Finding]:
    """What is found, by code, apart from claims that the other files speak of."""
    quiet = {"1936-lamp.notes": "[]", "1937-pier.notes": "[]", "dossier.notes": "[]"}
    found = claim_findings(contents_of(small_dossier(root, **(quiet | files))))
    return {finding.code: finding for finding in found}


def evidence(*stances: str, source: str = "a") -> str:
    return "".join(
        f"- {{id: n-{source}{i}, note: x, claim: c, stance: {stance}}}\n"
        for i, stance in enumerate(stances)
    )


BORNE_OUT = [
    ("unverified", "", "", "claim-without-evidence"),
    ("unverified", evidence("mentions"), "", "claim-without-evidence"),
    ("unverified", evidence("supports"), "", ""),
    ("corroborated", evidence("supports", "supports"), "", "claim-by-one-source"),
    ("corroborated", evidence("supports"), evidence("supports", source="b"), ""),
    ("corroborated", evidence("supports"), evidence("contradicts", source="b"), "claim-by-one-source"),
    ("disputed", evidence("supports"), "", "claim-undisputed"),
    ("disputed", evidence("supports"), evidence("contradicts", source="b"), ""),
    ("retracted", evidence("contradicts"), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("status", "lamp", "pier", "code"), BORNE_OUT)
def test_a_status_that_the_passages_do_not_bear_out_is_remarked(
    status: str, lamp: str, pier: str, code: str, tmp_path: Path
) -> None:
    files = {
        "1936-lamp.notes": lamp or "[]",
        "1937-pier.notes": pier or "[]",
        "claims": f"- {{id: c, statement: S., status: {status}}}\n",
    }
    found = findings_of(tmp_path, **files)
    assert list(found) == ([code] if code else [])
    assert all(finding.severity is Severity.NOTE for finding in found.values())


def test_a_retracted_note_bears_nothing_out(tmp_path: Path) -> None:
    retracted = "- {id: n-a, note: x, status: retracted, claim: c, stance: supports}\n"
    files = {"1936-lamp.notes": retracted, "claims": "- {id: c, statement: S.}\n"}
    assert list(findings_of(tmp_path, **files)) == ["claim-without-evidence"]
