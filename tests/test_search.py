"""The search's index: everything is in it, nothing else is, and each part is found again.

What a browser makes of it is tested in tests/browser/test_search.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Alias, Topic, TopicId
from generator.plugin import build_site
from generator.verify import parsed
from generator.write.search import scripts as parts
from generator.write.search.entries import Entry, Kind, Unit, Voice, Weight
from generator.write.search.names import names_of
from generator.write.search.numbers import DIGITS, NUMBERS
from generator.write.search.scripts import index_scripts
from generator.write.search.sections import Section, sections_of
from generator.write.search.words import LONGEST, words_of
from tests.dossiers import CAPTURE, MKDOCS, make_dossier

SCRIPT = re.compile(r'dossierSearch\.put\("([a-z]+(?:-\d+)?)","([0-9a-f]{8})",(.*)\);\n', re.DOTALL)

# --- an index read back, as a browser does -----------------------------------------------------


class Numbers:
    """Numbers and digits read one after the other."""

    def __init__(self, text: str) -> None:
        self.values = [DIGITS.index(char) for char in text.encode()]
        self.at = 0

    def __bool__(self) -> bool:
        return self.at < len(self.values)

    def digit(self) -> int:
        self.at += 1
        return self.values[self.at - 1]

    def number(self) -> int:
        value, shift = 0, 0
        while (part := self.digit()) >= 32:
            value, shift = value + ((part - 32) << shift), shift + 5
        return value + (part << shift)


class Read:
    """An index: units of each word with impacts and places, and the texts of all units."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        self.files = dict(files)
        self.data = {name: self._put(name, script) for name, script in self.files.items()}
        self.contents = self.data["index.js"]
        self.impacts: dict[str, dict[int, int]] = {}
        self.places: dict[str, dict[int, list[int]]] = {}
        for number in range(len(self.contents["words"])):
            self._read_words(self.data[f"words-{number}.js"], self.data[f"places-{number}.js"])

    def _put(self, name: str, script: bytes) -> Any:
        found = SCRIPT.fullmatch(script.decode())
        assert found, name
        assert f"{found[1]}.js" == name
        kind, _, number = found[1].partition("-")
        if number:
            last = SCRIPT.fullmatch(self.files["index.js"].decode())
            assert last
            stamps = json.loads(last[3])["stamps"][kind]
            assert found[2] == stamps[int(number) * 8 : int(number) * 8 + 8]
        return json.loads(found[3])

    def _read_words(self, words: dict[str, str], places: dict[str, str]) -> None:
        rows = zip(
            words["words"].split(" "),
            words["units"].split(" "),
            places["places"].split(" "),
            strict=True,
        )
        for word, units, where in rows:
            assert word not in self.impacts
            impacts, unit, reader = {}, -1, Numbers(units)
            while reader:
                unit += reader.number() + 1
                impacts[unit] = reader.digit()
            self.impacts[word] = impacts
            self.places[word] = dict(_places(impacts, Numbers(where)))

    def units(self, word: str) -> set[int]:
        return set(self.impacts.get(word, ()))

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Each unit's address, title and text, in order."""
        for number in range(len(self.contents["texts"])):
            for title, href, _, _, _, units in self.data[f"texts-{number}.js"]["entries"]:
                for _, anchor, text, *_ in units:
                    yield f"{href}#{anchor}", title, text

    def entries(self) -> list[tuple[str, int | None, int]]:
        """Kind, year and number of units of each entry."""
        reader, found = Numbers(self.contents["entries"]), []
        while reader:
            kind, year, units = reader.number(), reader.number(), reader.number()
            stated = year + self.contents["year"] - 1 if year else None
            found.append((self.contents["kinds"][kind], stated, units))
        return found


def _places(units: Iterable[int], reader: Numbers) -> Iterator[tuple[int, list[int]]]:
    for unit in units:
        place, places = 0, []
        for _ in range(reader.number()):
            place += reader.number()
            places.append(place)
        yield unit, places
    assert not reader


def entry(*texts: str, **values: Any) -> Entry:
    units = tuple(Unit(text, Voice.TEXT, f"p-{number}") for number, text in enumerate(texts))
    given = {"kind": Kind.SOURCE, "title": "A title", "href": "sources/a.html", "units": units}
    return Entry(**{**given, **values})


def index(*entries: Entry, topics: Iterable[Topic] = ()) -> Read:
    return Read(index_scripts(entries, tuple(topics)))


def topic(name: str, *aliases: str | Alias) -> Topic:
    """A topic whose id is made of the first letters of its label."""
    id_ = TopicId("".join(word[0] for word in name.lower().split()))
    others = tuple(Alias(one) if isinstance(one, str) else one for one in aliases)
    return Topic(id_, name, "person", aliases=others)


# --- words ---------------------------------------------------------------------------------------


def base(text: str) -> list[str]:
    return [word for word, _ in words_of(text).words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pump, (wet) «coal»; and—so: “mud”!", "the pump wet coal and so mud"),
        ("Iran's and Iran’s; the stokers' union", "iran and iran the stokers union"),
        ("the 1920's", "the 1920"),
        ("Café ÉTÉ Łódź STRASSE Straße", "cafe ete lodz strasse strasse"),
        ("ёлка ЁЛКА елка", "елка елка елка"),
        ("كار کار ڪ", "كار كار ڪ"),
        ("۱۲۳ ١٢٣ 123", "123 123 123"),
        ("می‌رود", "مي رود"),
        ("T-40 T40 T 40", "t 40 t 40 t 40"),
        ("核心部品", "核心 心部 部品 品"),
        ("水", "水"),
        ("ﬁne ＦＵＬＬ", "fine full"),
        ("soft\u00adhyphen", "softhyphen"),
        ("", ""),
        ("… – ’ ' . _", ""),
    ],
)
def test_words_are_folded(text: str, words: str) -> None:
    assert base(text) == words.split()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("T-40", {"t40"}),
        ("T40", {"t40"}),
        ("T 40", {"t40"}),
        ("“T 40", {"t40"}),
        ("Su 35M", {"su35", "su35m", "35m"}),
        ("UNSC 2231", {"unsc2231"}),
        ("until 1936", set()),
        ("to 40", set()),
        ("in T. 40", set()),
        ("North–South", {"northsouth"}),
        ("O’Brien-Smith", {"obrien", "briensmith", "obriensmith"}),
        ("U.S.", {"us"}),
        ("1,250.50", {"1250", "25050", "125050"}),
        ("one,two", set()),
        ("می‌رود", {"ميرود"}),
        ("a--b", set()),
        ("T-核", set()),
        ("Varn's-end", set()),
        ("a-b-c-d-e", {"ab", "abc", "abcd", "bc", "bcd", "bcde", "cd", "cde", "de", "abcde"}),
    ],
)
def test_what_is_written_together_is_found_in_one_piece(text: str, joined: set[str]) -> None:
    assert set(words_of(text).joined) == joined


def test_a_word_without_end_is_cut() -> None:
    assert base("x" * 10_000) == ["x" * LONGEST]


@given(st.text(max_size=80))
def test_words_of_a_phrase_follow_each_other(text: str) -> None:
    places = [place for _, place in words_of(text).words]
    assert places == sorted(places)
    assert set(places) == set(range(len(set(places))))


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_has_the_words_of_its_parts(one: str, other: str) -> None:
    assert base(f"{one}\n{other}") == base(one) + base(other)


# --- the index -----------------------------------------------------------------------------------

TEXTS = st.lists(
    st.text("abcdeé’'-. 0123\nЯявёمی‌核心ท", min_size=1, max_size=40), min_size=1, max_size=6
)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_word_of_every_unit_is_found_and_nothing_else(texts: list[list[str]]) -> None:
    read = index(*(entry(*units) for units in texts))
    units = [words_of(text) for entry in texts for text in entry]
    wanted: dict[str, set[int]] = {}
    for number, unit in enumerate(units):
        for word in (*(word for word, _ in unit.words), *unit.joined):
            wanted.setdefault(word, set()).add(number)
    assert {word: set(found) for word, found in read.impacts.items() if found} == wanted


@given(TEXTS, st.data())
def test_words_in_a_row_have_places_in_a_row(texts: list[str], data: st.DataObject) -> None:
    read = index(entry(*texts))
    number = data.draw(st.integers(0, len(texts) - 1))
    words = words_of(texts[number]).words
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    phrase = words[start:end]
    if phrase:
        begins = [set(read.places[word][number]) for word, _ in phrase]
        steps = [place - phrase[0][1] for _, place in phrase]
        assert set.intersection(
            *({p - step for p in places} for places, step in zip(begins, steps, strict=True))
        )


def test_a_phrase_does_not_span_two_fields() -> None:
    unit = Unit("Wet coal", Voice.NAME, also=("South quay", "Oskar"))
    places = index(entry(units=(unit,))).places
    assert places["wet"][0] == [0]
    assert places["coal"][0] == [1]
    assert places["south"][0][0] > 2
    assert places["oskar"][0][0] > places["quay"][0][0] + 1


def test_names_count_most_and_long_texts_less() -> None:
    long = "pump " + "mud " * 200
    units = (
        Unit("pump", Voice.NAME, weight=Weight.NAME),
        Unit("pump", Voice.TEXT, weight=Weight.HEADING),
        Unit("pump", Voice.TEXT),
        Unit(long, Voice.TEXT),
    )
    impacts = index(entry(units=units)).impacts["pump"]
    assert impacts[0] > impacts[1] > impacts[2] > impacts[3] > 0


def test_a_unit_counts_the_same_in_any_dossier() -> None:
    alone = index(entry("wet coal")).impacts["coal"][0]
    among = index(entry("wet coal"), *(entry("mud " * 300) for _ in range(20))).impacts["coal"][0]
    assert alone == among


@given(st.integers(0, 10**12))
def test_numbers_are_read_back(value: int) -> None:
    reader = Numbers(NUMBERS[value].decode())
    assert reader.number() == value
    assert not reader


def test_entries_say_kind_year_and_units() -> None:
    read = index(
        entry("a", "b", year=1931),
        entry("c", kind=Kind.PAGE),
        entry("d", "e", "f", kind=Kind.NOTE, year=2026),
    )
    assert read.entries() == [("source", 1931, 2), ("page", None, 1), ("note", 2026, 3)]


def test_an_empty_dossier_has_an_index() -> None:
    read = index()
    assert read.entries() == []
    assert list(read.texts()) == []


def test_what_is_shown_is_the_text_on_one_line() -> None:
    read = index(entry("wet\n\n coal", "a</script>\u2028b"))
    assert [text for _, _, text in read.texts()] == ["wet coal", "a</script> b"]
    assert b"\n" not in read.files["texts-0.js"][:-1]


# --- parts ---------------------------------------------------------------------------------------


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of some hundred bytes, as if the dossier were large."""
    monkeypatch.setattr(parts, "WHOLE", 400)
    monkeypatch.setattr(parts, "PART", 200)


PAPERS = [
    entry(*(f"paper {n} paragraph {m} on sluice number {n * m}" for m in range(n % 5 + 1)))
    for n in range(30)
]


def test_a_small_dossier_is_three_files_and_one_for_phrases() -> None:
    assert sorted(index(*PAPERS).files) == ["index.js", "places-0.js", "texts-0.js", "words-0.js"]


@pytest.mark.usefixtures("small_parts")
def test_a_large_one_is_cut_into_small_parts_that_hold_the_same() -> None:
    cut = index(*PAPERS)
    assert len(cut.contents["texts"]) > 5
    assert len(cut.contents["words"]) > 5
    assert max(len(data) for name, data in cut.files.items() if name.startswith("texts")) < 1000
    units = [unit for paper in PAPERS for unit in paper.units]
    assert [text for _, _, text in cut.texts()] == [unit.text for unit in units]
    assert cut.units("paper") == set(range(len(units)))


@pytest.mark.usefixtures("small_parts")
def test_a_part_is_where_the_contents_say() -> None:
    cut = index(*PAPERS, topics=[topic("Sluice Gate", "the gate"), topic("Xavier", "Zebulon")])
    firsts = cut.contents["words"]
    assert firsts == sorted(firsts)
    for number, first in enumerate(firsts):
        part = cut.data[f"words-{number}.js"]
        words = part["words"].split(" ")
        assert words[0] == first
        assert words == sorted(words)
        following = firsts[number + 1] if number + 1 < len(firsts) else "\uffff"
        for name in part["names"]:
            assert (number == 0 or first <= name.split(" ")[0]) and name.split(" ")[0] < following
    count = 0
    for number, first in enumerate(cut.contents["texts"]):
        assert first == count
        count += sum(len(one[-1]) for one in cut.data[f"texts-{number}.js"]["entries"])


@pytest.mark.usefixtures("small_parts")
def test_an_entry_of_many_units_is_named_in_each_of_its_parts() -> None:
    read = index(entry(*(f"paragraph {n} of a very long paper" for n in range(40))))
    assert len(read.contents["texts"]) > 3
    assert {title for _, title, _ in read.texts()} == {"A title"}


def test_words_are_in_the_order_that_browsers_compare_in() -> None:
    """By UTF-16: a character beyond the BMP comes before the last ones in it."""
    words = index(entry("\U00010428 \uabe0 \uff71")).data["words-0.js"]["words"].split(" ")
    assert words == sorted(words, key=lambda word: word.encode("utf-16-be"))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    topics = [topic("Oskar Lindqvist", "Oscar Lindqvist", "Lindkvist"), topic("Dike Board")]
    one, other = (index(*PAPERS, topics=topics).files for _ in range(2))
    assert one == other


# --- names ---------------------------------------------------------------------------------------


def test_a_topic_has_all_its_names_whatever_their_spelling() -> None:
    names = names_of([topic("T-40", "T 40", "Т-40"), topic("Dike Board", "the board")])
    assert names.topics == {
        "dike board": ("db",),
        "t 40": ("t",),
        "the board": ("db",),
        "т 40": ("t",),
    }


def test_one_name_may_be_that_of_several_topics() -> None:
    names = names_of([topic("Harbour Board", "the board"), topic("Dike Board", "the board")])
    assert names.topics["the board"] == ("db", "hb")


def test_a_name_that_only_proposes_is_none() -> None:
    names = names_of([topic("Dike Board", Alias("the body", review=True))])
    assert list(names.topics) == ["dike board"]


@pytest.mark.parametrize(
    ("one", "other", "spellings"),
    [
        ("Oskar Lindqvist", "Oscar Lindqvist", ("oskar", "oscar")),
        ("Sergei Orlov", "Sergey Orlov", ("sergei", "sergey")),
        ("Rohani", "Rouhani", ("rohani", "rouhani")),
        ("dike board", "dike boards", None),  # an ending, no spelling
        ("pump house", "mill house", None),
        ("T-400", "T-401", None),
        ("Lamp Road", "Oskar Lamp Road", None),
    ],
)
def test_words_in_two_spellings(one: str, other: str, spellings: tuple[str, str] | None) -> None:
    found = names_of([topic(one, other)]).spellings
    assert found == ({} if spellings is None else _both_ways(*spellings))


def _both_ways(one: str, other: str) -> dict[str, tuple[str, ...]]:
    return {one: (other,), other: (one,)}


def test_units_know_their_topics() -> None:
    paper = entry("one", "two", "three")
    named = tuple(
        replace(unit, topics=(TopicId("t-40"),) if unit.text != "two" else ())
        for unit in paper.units
    )
    assert index(replace(paper, units=named)).units("#t-40") == {0, 2}


# --- pages of the editors ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "sections"),
    [
        (
            "<h1 id=a>Title</h1><p>One <em>two</em>.</p><h2 id=b>Head</h2><p>Three.</p>",
            [("Title", "a", 1), ("One two.", "a", 0), ("Head", "b", 2), ("Three.", "b", 0)],
        ),
        (
            "<ul><li>one<ul><li>inner</li></ul>rest</li><li id=x>two</li></ul>",
            [("one", "", 0), ("inner", "", 0), ("rest", "", 0), ("two", "x", 0)],
        ),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("a b", "", 0)]),
        ("<dl><dt>term</dt><dd><p>what</p></dd></dl>", [("term", "", 0), ("what", "", 0)]),
        ("<p>a<br>b</p><pre>c\n  d</pre>", [("a b", "", 0), ("c d", "", 0)]),
        ("<script>x</script><style>y</style><svg><text>z</text></svg><!-- c -->", []),
        ("<p data-search-exclude>no</p><p>yes <b data-search-exclude>no</b></p>", [("yes", "", 0)]),
        (
            "<h2 data-search-exclude>no</h2><p>no</p><h3>no</h3><h2 id=y>yes</h2><p>so</p>",
            [("yes", "y", 2), ("so", "y", 0)],
        ),
        (
            "loose words <p>in a block</p> and after",
            [("loose words", "", 0), ("in a block", "", 0), ("and after", "", 0)],
        ),
    ],
)
def test_a_page_is_cut_into_its_blocks(html: str, sections: list[tuple[str, str, int]]) -> None:
    assert sections_of(html) == tuple(Section(*section) for section in sections)


# --- a site --------------------------------------------------------------------------------------

NOTES = """\
- id: n-oil
  layer: digest
  quote: oil ordered
  note: Whale oil, by the [[skarv-light|lamp]]'s own ledger.
  by: The editors
  on: 2026-11-20
  tags: [ledgers]
"""
CLAIMS = """\
- id: unpaid
  statement: The oil was never paid for.
  comment: The **bank** says otherwise.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with one of everything, and a page that is to be left out."""
    config = make_dossier(tmp_path_factory.mktemp("search") / "d")
    root = config.parent
    (root / "sources" / "1936-lamp.notes.yml").write_text(NOTES, "utf-8")
    (root / "sources" / "claims.yml").write_text(CLAIMS, "utf-8")
    (root / "docs" / "more").mkdir()
    (root / "docs" / "more" / "tides.md").write_text(
        "# Tides\n\n## Neap {: #neap }\n\nMoonlight.\n"
    )
    (root / "docs" / "out.md").write_text(
        "---\nsearch: {exclude: true}\n---\n\n# Out\n\nGunpowder.\n"
    )
    return build_site(config, {}, site=None, strict=False).site


@pytest.fixture(scope="module")
def read(site: Path) -> Read:
    return read_of(site)


def read_of(site: Path) -> Read:
    return Read((path.name, path.read_bytes()) for path in (site / "assets" / "search").iterdir())


def places_of(read: Read, word: str) -> set[str]:
    """The addresses at which a word is found."""
    units = list(read.texts())
    return {units[unit][0] for unit in read.units(word)}


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("blames", r"sources/1936-lamp\.html#"),
        ("aasen", r"sources/1936-lamp\.html#"),
        ("ordered", r"sources/1936-lamp\.html#d-[0-9a-f]{8}"),
        ("reply", r"sources/1936-lamp\.html#d-[0-9a-f]{8}"),
        ("piers", r"topics/harbour-board\.html#"),
        ("whale", r"sources/1936-lamp\.html#note-n-oil"),
        ("ledgers", r"sources/1936-lamp\.html#note-n-oil"),
        ("bank", r"claims/unpaid\.html#"),
        ("quarrel", r"index\.html#"),
        ("test", r"about\.html#.*"),
        ("moonlight", r"more/tides\.html#neap"),
    ],
)
def test_everything_that_is_written_is_found_where_it_stands(
    read: Read, word: str, where: str
) -> None:
    found = places_of(read, word)
    assert len(found) == 1
    assert re.fullmatch(where, found.pop())


@pytest.mark.parametrize("word", ["gunpowder", "newsletter", "barrels"])
def test_what_is_not_to_be_found_is_not(read: Read, word: str) -> None:
    assert places_of(read, word) == set()


def test_every_result_leads_to_a_place_that_is_there(site: Path, read: Read) -> None:
    addresses = {address for address, _, _ in read.texts()}
    assert len(addresses) > 8
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert (site / path).is_file(), address
        page = parsed((site / path).read_text("utf-8"))
        assert not anchor or page.find(id=anchor), address


def test_the_kinds_are_all_there(read: Read) -> None:
    assert {kind for kind, _, _ in read.entries()} == set(Kind)


def test_nothing_of_a_restricted_text_is_in_the_index(site: Path) -> None:
    """Law 7. The capture lies beside the record; five words in a row would be too many."""
    words = [word for line in CAPTURE.splitlines()[6:] for word in line.split()]
    runs = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
    for path in (site / "assets" / "search").iterdir():
        assert not [run for run in runs if run in path.read_text("utf-8")], path.name
    assert read_of(site).units("barrels") == set()


def test_the_full_edition_finds_the_text_too(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    full = build_site(config, {"edition": "full"}, site=tmp_path / "private", strict=False).site
    addresses = places_of(read_of(full), "barrels")
    assert [re.sub("[0-9a-f]{8}", "", one) for one in addresses] == ["sources/1936-lamp.html#p-"]


@pytest.mark.parametrize("plugins", ["", "  - search\n", "  - search\n  - offline\n"])
def test_the_search_of_material_is_not_needed_and_does_no_harm(
    tmp_path: Path, plugins: str
) -> None:
    config = make_dossier(tmp_path / "d")
    listed = MKDOCS.partition("plugins:\n")[0] + f"plugins:\n{plugins}  - dossier\n"
    config.write_text(listed, "utf-8")
    site = build_site(config, {}, site=None, strict=False).site
    assert not (site / "search").exists()
    page = parsed((site / "index.html").read_text("utf-8"))
    assert page.find("form", class_="d-search")
    assert not [script for script in page.find_all("script", src=True) if "//" in script["src"]]


def test_the_search_page_offers_lists_without_a_script(site: Path) -> None:
    page = parsed((site / "search.html").read_text("utf-8"))
    links = {link["href"] for link in page.find(class_="d-find__without").find_all("a")}
    assert links == {
        "sources/index.html",
        "topics/index.html",
        "timeline.html",
        "notes/index.html",
        "claims/index.html",
        "bibliography.html",
    }
    assert all((site / link).is_file() for link in links)
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert page.find("form", class_="d-search") is None
