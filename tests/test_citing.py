"""Citing: references say what records say and no more, and every form can be read again."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl, urljoin

import pytest
import yaml
from bs4 import BeautifulSoup
from citeproc import SCHEMA_PATH
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator import pipeline
from generator.describe.checks import ITEM_TYPES
from generator.describe.people import Name
from generator.describe.record import parse_record
from generator.model import Basis, Document, Record, Source, SourceId, Value
from generator.plugin import build_site
from generator.settings import Settings
from generator.write.citing import dating, skeleton
from generator.write.citing.bibtex import bibtex_entry
from generator.write.citing.coins import coins
from generator.write.citing.flat import flat
from generator.write.citing.head import head_tags
from generator.write.citing.kinds import KINDS
from generator.write.citing.origins import remarks
from generator.write.citing.reference import STYLES, Style, Work, initials, reference, work_of
from generator.write.citing.ris import ris_entry
from generator.write.exports.csl import csl_item
from generator.write.pages.citing import dossier_work
from tests.conftest import ROOT
from tests.dossiers import CAPTURE, make_dossier, settings_of_dossier

CASES = sorted((Path(__file__).parent / "cases" / "citing").iterdir())

of_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
in_style = pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))

HOSTILE = '</script><script>alert("1")</script> }} @book{x, title={y} % $z^2$ \\input ~#_& -->'

#: What a record may hold: anything that a person could paste, on one line.
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\t"), min_size=1, max_size=30
).filter(lambda text: text == " ".join(text.split()) and flat(text))
hostile_texts = texts | st.sampled_from(
    [HOSTILE, "{", "}", "\\", "{{", "“a”", "100 %", "a and b", "[b]", "\ue000\ue100", "</bdi>"]
)
bases = st.sampled_from([Basis.STATED, Basis.INFERRED, Basis.EDITOR])
edtf_dates = st.sampled_from(
    """2015 2015-08 2015-08-17 2015-08-17T10:00:00Z 0987 2023-10~ 2023? 2023% 2019-22 2019-24 201X
    2015-XX 2015-08-XX 2015/.. ../2015 2015/ 2015-08-17/2015-08-31 2015-08/2016 2014~/2015?
    2019-21/2019-22""".split()
)


@st.composite
def values(draw: st.DrawFn, of: st.SearchStrategy[str]) -> Value:
    return draw(st.just(Value("", Basis.NOT_STATED)) | st.builds(Value, of, bases))


@st.composite
def records(draw: st.DrawFn) -> Record:
    some = partial(draw, values(hostile_texts))
    basis = draw(bases)
    written = st.builds(lambda text: Name(text, basis), hostile_texts)
    split = st.builds(lambda g, f: Name(f"{g} {f}", basis, "", g, f), hostile_texts, hostile_texts)
    return Record(
        Path("x.md"),
        title=Value(draw(hostile_texts), draw(bases)),
        type=Value(draw(st.sampled_from(sorted(ITEM_TYPES)))),
        subtitle=some(),
        authors=tuple(draw(st.lists(written | split, max_size=24))),
        publication=some(),
        publisher=some(),
        place=some(),
        issued=draw(values(edtf_dates)),
        accessed=draw(values(edtf_dates)),
        url=draw(values(st.just("https://example.org/{a}?b=%20&c=d#e_~"))),
        archived=draw(values(st.just("https://archive.example/1"))),
        language=draw(values(st.sampled_from(["en", "fa", "pt-BR", "xx"]))),
        keywords=tuple(draw(st.lists(hostile_texts, max_size=3))),
    )


def source_of(record: Record, name: str = "s-1") -> Source:
    return Source(SourceId(name), record, Document(""))


def stated(text: str) -> Value:
    return Value(text, Basis.STATED)


# --- cases ---------------------------------------------------------------------------------------


@of_case
def test_cases(case: Path) -> None:
    record, findings = parse_record(case / "in.md")
    assert findings == ()
    for name, style in STYLES.items():
        shown = reference(work_of(record), style).text + "\n"
        assert shown == (case / f"{name}.txt").read_text("utf-8"), name
    source = source_of(record, case.name)
    assert bibtex_entry(source).encode() == (case / "out.bib").read_bytes()
    assert ris_entry(source).encode() == (case / "out.ris").read_bytes()


# --- styles --------------------------------------------------------------------------------------


def test_styles_are_valid_csl() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    for path in sorted(skeleton.FOLDER.glob("*.csl")):
        assert schema.validate(etree.parse(path)), schema.error_log


def test_every_style_has_its_file_and_no_file_is_left_over() -> None:
    files = {path.stem for path in skeleton.FOLDER.glob("*.csl")}
    assert files == {style.file for style in STYLES.values()}


def test_every_type_of_csl_has_its_row() -> None:
    assert set(KINDS) == ITEM_TYPES


@in_style
@pytest.mark.parametrize("kind", sorted(ITEM_TYPES))
def test_a_reference_of_any_type_says_all_that_readers_need_and_nothing_else(
    kind: str, style: Style
) -> None:
    """The processor drops what it stumbles over without a word: nothing may get lost."""
    full = Work(
        kind,
        "Lamp",
        ({"family": "Aasen", "given": "Ida"},),
        container="Gazette",
        publisher="Press",
        issued="1936",
        url="https://example.org/",
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert {"Lamp", "Aasen", "Gazette", "1936"} <= words(reference(full, style).text)
        bare = reference(Work(kind, "Lamp", issued="1936"), style).text
        undated = reference(Work(kind, "Lamp"), style).text
        published = reference(Work(kind, "Lamp", publisher="Press"), style).text
    assert len(re.findall("Lamp", bare)) == 1
    described = {"Lamp", "1936"} | words(" ".join(re.findall(r"\[(.*?)\]", bare)))
    assert words(bare) == described
    assert "Press" in words(published)
    assert words(undated) - {"n", "d"} <= described


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def test_the_processor_is_asked_once_for_each_shape() -> None:
    style = STYLES["chicago"]
    work = Work("speech", "A", ({"family": "B", "given": "C"},), publisher="D", issued="1936")
    reference(work, style)
    before = skeleton.skeleton.cache_info().misses
    for year in range(1000, 1100):
        reference(replace(work, title=f"T{year}", issued=str(year)), style)
    assert skeleton.skeleton.cache_info().misses == before


# --- references: laws -----------------------------------------------------------------------------


@given(records())
def test_a_reference_is_text_whatever_a_record_holds(record: Record) -> None:
    for style in STYLES.values():
        for language in ("", "fa"):
            shown = reference(work_of(record, language), style)
            soup = BeautifulSoup(f"<p>{shown.html}</p>", "html.parser")
            assert {tag.name for tag in soup.find_all(True)} <= {"p", "i", "bdi", "a"}
            assert {link["href"] for link in soup.find_all("a")} <= {work_of(record).url}
            assert soup.get_text() == shown.text.replace("\0", "\ufffd")


@given(records())
def test_a_reference_has_the_title_as_it_stands(record: Record) -> None:
    """But for quotation marks within quotation marks."""
    title = re.sub('[“”‘’"]|[.,]$', "", work_of(record).title)
    for style in STYLES.values():
        shown = re.sub('[“”‘’"]', "", reference(work_of(record), style).text)
        assert title in shown or title in re.sub(r"[.,](?=\W*$|\W* )", "", shown)


@given(edtf_dates, bases)
def test_a_date_that_is_not_stated_stands_in_brackets(edtf: str, basis: Basis) -> None:
    record = Record(Path("x.md"), title=stated("Lamp"), issued=Value(edtf, basis))
    for style in STYLES.values():
        shown = reference(work_of(record), style).text
        date = dating.in_words(edtf, style.dates)
        is_bracketed = f"[{date}]".casefold() in shown.casefold()
        assert is_bracketed == (basis is not Basis.STATED or dating.is_doubtful(edtf))
        assert date.casefold() in shown.casefold()


def test_what_is_not_stated_is_not_made_up() -> None:
    for style in STYLES.values():
        shown = reference(Work("document", "Lamp"), style).text
        assert words(shown) == {"Lamp", "n", "d"}


def test_a_title_in_another_language_says_so_and_turns_nothing_around() -> None:
    work = Work("report", "چراغ", ({"literal": "علی"},), language="fa")
    html = reference(work, STYLES["chicago"]).html
    assert '<bdi lang="fa">چراغ</bdi>' in html
    assert "<bdi>علی</bdi>" in html


@pytest.mark.parametrize(
    ("given_names", "shown"),
    [
        ("Ingrid", "I."),
        ("Karl-Otto M.", "K.-O. M."),
        ("J.R.", "J. R."),
        ("Ludwig van", "L. van"),
        ("Élodie", "É."),
        ("E\u0301lodie", "E\u0301."),
        ("علی", "علی"),
        ("", ""),
    ],
)
def test_initials(given_names: str, shown: str) -> None:
    assert initials(given_names) == shown


@pytest.mark.parametrize(
    ("edtf", "known", "is_exact", "said"),
    [
        ("2015-08-17", (2015, 8, 17), True, "2015-08-17"),
        ("2015-08-17T10:00:00Z", (2015, 8, 17), True, "2015-08-17"),
        ("2015", (2015,), True, "2015"),
        ("2023-10~", (2023, 10), False, "2023-10~"),
        ("2023-10-23/2023-10-29", (2023, 10), False, "2023-10-23/2023-10-29"),
        ("2014/2015", (), False, "2014/2015"),
        ("2019-22", (2019,), False, "summer 2019"),
        ("2019-24", (), False, "winter 2019"),
        ("201X", (), False, "between 2010 and 2019"),
        ("2015/..", (), False, "since 2015"),
    ],
)
def test_dates_for_programs(edtf: str, known: tuple[int, ...], is_exact: bool, said: str) -> None:
    assert dating.figures(edtf) == known
    assert dating.is_exact(edtf) is is_exact
    assert dating.for_programs(edtf) == said


def test_remarks_name_what_the_editors_added() -> None:
    record = Record(
        Path("x.md"),
        title=stated("Lamp"),
        authors=(Name("Ida Aasen", Basis.INFERRED, "handwriting"),),
        publication=Value("Gazette"),
        place=stated("Skarv"),
        issued=Value("1936", Basis.INFERRED, "the gale"),
    )
    said = "Inferred by the editors: author, date. Supplied by the editors: publication."
    assert remarks(record) == said
    assert csl_item(source_of(record))["note"] == said
    assert remarks(Record(Path("x.md"), title=stated("Lamp"))) == ""


# --- BibTeX ---------------------------------------------------------------------------------------


def bibtex_values(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Keys and fields, read as BibTeX does: braces are counted and nothing else is special."""
    place = 0
    while (start := text.find("@", place)) >= 0:
        head = re.compile(r"@[a-z]+\{([^,{}]+),\s*").match(text, start)
        assert head, text[start : start + 80]
        place, fields = head.end(), {}
        while text[place] != "}":
            name = re.compile(r"([a-z]+) = \{").match(text, place)
            assert name, text[place : place + 80]
            depth, end = 1, name.end()
            while depth:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
            fields[name[1]] = text[name.end() : end - 1]
            place = end + len(re.compile(r"[,\s]*").match(text, end)[0])  # type: ignore[index]
        yield head[1], fields
        place += 1


COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}


def printed(latex: str) -> str:
    """What LaTeX prints: commands as their signs, braces not at all."""
    pattern = "|".join([*map(re.escape, COMMANDS), "[{}]", r"\\"])
    return re.sub(pattern, lambda found: COMMANDS.get(found[0], ""), latex)


@given(st.lists(records(), min_size=1, max_size=3))
def test_bibtex_can_be_read_again(many: list[Record]) -> None:
    text = "\n".join(bibtex_entry(source_of(r, f"s-{n}")) for n, r in enumerate(many))
    read = dict(bibtex_values(text))
    assert list(read) == [f"s-{n}" for n in range(len(many))]
    for fields, record in zip(read.values(), many, strict=True):
        assert printed(fields["title"]) == flat(record.title.text)
        assert printed(fields.get("subtitle", "")) == flat(record.subtitle.text)
        assert printed(fields.get("location", "")) == flat(record.place.text)
        assert fields.get("date", "") == record.issued.text
        assert "author" in fields if record.authors else "author" not in fields


@given(st.lists(hostile_texts, min_size=1, max_size=4))
def test_each_author_is_one_name_in_bibtex(names: list[str]) -> None:
    record = Record(
        Path("x.md"),
        title=stated("Lamp"),
        authors=tuple(Name(f"x {name}", given=name, family=name) for name in names),
    )
    ((_, fields),) = bibtex_values(bibtex_entry(source_of(record)))
    outside = re.sub(r"\\text[a-z]+\{\}", "", fields["author"])
    while (shorter := re.sub(r"\{[^{}]*\}", "", outside)) != outside:
        outside = shorter
    assert len(re.split(r"\sand\s", outside)) == len(names)
    assert outside.count(",") == len(names)


# --- RIS ------------------------------------------------------------------------------------------


def ris_records(text: str) -> Iterator[list[tuple[str, str]]]:
    record: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line:
            continue
        tag = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert tag, line
        record.append((tag[1], tag[2]))
        if tag[1] == "ER":
            yield record
            record = []
    assert record == []


@given(st.lists(records(), min_size=1, max_size=3))
def test_ris_can_be_read_again(many: list[Record]) -> None:
    text = "".join(ris_entry(source_of(r, f"s-{n}")) for n, r in enumerate(many))
    read = list(ris_records(text))
    assert len(read) == len(many)
    for lines, record in zip(read, many, strict=True):
        assert [lines[0][0], lines[-1][0]] == ["TY", "ER"]
        assert dict(lines)["TI"] == flat(work_of(record).title)
        assert [value for tag, value in lines if tag == "KW"] == [flat(k) for k in record.keywords]
        assert len([tag for tag, _ in lines if tag == "AU"]) == len(record.authors)
        assert ("DA" in dict(lines)) is bool(record.issued)
        assert dict(lines).get("PY", "") == "".join(
            f"{year:04}" for year in dating.figures(record.issued.text or "2014/2016")[:1]
        )


# --- COinS and the head ---------------------------------------------------------------------------


@given(records())
def test_coins_can_be_read_again(record: Record) -> None:
    pairs = parse_qsl(coins(record), strict_parsing=True)
    read = dict(pairs)
    titles = {read.get(f"rft.{name}") for name in ("title", "atitle", "btitle")}
    assert flat(work_of(record).title) in titles
    authors = [value for key, value in pairs if key in ("rft.au", "rft.aucorp")]
    assert len(authors) == len(record.authors)
    assert ("rft.date" in read) is bool(record.issued)
    assert read.get("rft_id", "") == work_of(record).url


@given(records())
def test_meta_tags_are_of_one_line_and_none_is_empty(record: Record) -> None:
    tags = head_tags(record, "A digest.", "Lamps")
    assert all(content and content == flat(content) for _, content in tags)
    names = dict(tags)
    assert names["citation_title"] == flat(work_of(record).title)
    if not record.issued:
        assert "citation_publication_date" not in names
        assert names["DC.date"] == "n.d."


def test_what_is_inferred_is_not_certain_in_meta_tags() -> None:
    inferred = Record(
        Path("x.md"),
        title=stated("Lamp"),
        authors=(Name("Coast Desk"), Name("Ida Aasen", given="Ida", family="Aasen")),
        issued=Value("1936-03-03", Basis.INFERRED, "the gale"),
    )
    tags = head_tags(inferred, "A digest.", "Lamps")
    assert "citation_publication_date" not in dict(tags)
    assert dict(tags)["DC.description"].startswith("Inferred by the editors: date.")
    assert [c for n, c in tags if n == "citation_author"] == ["Coast Desk,", "Aasen, Ida"]
    certain = head_tags(replace(inferred, issued=stated("1936-03-03")), "A digest.", "Lamps")
    assert dict(certain)["citation_publication_date"] == "1936/03/03"


# --- the site -------------------------------------------------------------------------------------

SITE_URL = "https://example.org/lamps/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier with an address and an author, and a second source with a hostile title."""
    config = make_dossier(tmp_path_factory.mktemp("citing") / "d")
    named = f"site_url: {SITE_URL}\nsite_author: The Lamp Society\n"
    config.write_text(named + config.read_text("utf-8"), "utf-8")
    front = {
        "title": HOSTILE,
        "type": "report",
        "authors": [{"literal": HOSTILE}],
        "authors_basis": "stated",
    }
    record = f"---\n{yaml.safe_dump(front)}---\n\nWhat somebody pasted.\n"
    (config.parent / "sources" / "hostile.md").write_text(record, "utf-8")
    return build_site(config, {}, site=None, strict=False).site


def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def contents_of(soup: BeautifulSoup, name: str) -> list[str]:
    return [tag["content"] for tag in soup.find_all("meta", attrs={"name": name})]


def test_the_head_of_a_source_describes_the_original(site: Path) -> None:
    soup = parsed(site / "sources" / "1936-lamp.html")
    assert contents_of(soup, "citation_title") == ["Keeper Blames Harbour Board for Dark Lamp"]
    assert contents_of(soup, "citation_author") == ["Aasen, Ingrid"]
    assert contents_of(soup, "citation_publication_date") == ["1936/03/03"]
    assert contents_of(soup, "DC.date") == ["1936-03-03"]
    assert contents_of(soup, "z:itemType") == ["newspaperArticle"]
    assert contents_of(soup, "author") == []
    assert contents_of(parsed(site / "about.html"), "author") == ["The Lamp Society"]
    assert contents_of(parsed(site / "about.html"), "citation_title") == []


def test_a_hostile_title_stays_a_title_on_every_page(site: Path) -> None:
    soup = parsed(site / "sources" / "hostile.html")
    assert contents_of(soup, "citation_title") == [HOSTILE]
    assert json_ld(soup)["isBasedOn"]["name"] == HOSTILE
    for path in sorted(site.rglob("*.html")):
        assert "<script>alert" not in path.read_text("utf-8"), path


def json_ld(soup: BeautifulSoup) -> dict[str, object]:
    (script,) = soup.find_all("script", type="application/ld+json")
    return json.loads(script.string)


def test_our_page_is_based_on_the_original_and_does_not_claim_to_be_it(site: Path) -> None:
    data = json_ld(parsed(site / "sources" / "1936-lamp.html"))
    assert data["@type"] == "WebPage"
    assert data["url"] == urljoin(SITE_URL, "sources/1936-lamp.html")
    assert not {"author", "publisher", "datePublished"} & set(data)
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "name": "Keeper Blames Harbour Board for Dark Lamp",
        "author": [{"@type": "Person", "name": "Ingrid Aasen"}],
        "datePublished": "1936-03-03",
        "inLanguage": "en",
    }


def test_coins_stand_in_the_bibliography_and_nowhere_else(site: Path) -> None:
    found = {path: parsed(path).select("span.Z3988") for path in site.rglob("*.html")}
    assert [path.name for path, spans in found.items() if spans] == ["bibliography.html"]
    titles = [dict(parse_qsl(span["title"])) for span in found[site / "bibliography.html"]]
    shown = {values.get("rft.title") or values.get("rft.btitle") for values in titles}
    assert shown == {"Keeper Blames Harbour Board for Dark Lamp", HOSTILE}


def test_the_source_page_offers_references_and_files(site: Path) -> None:
    page = site / "sources" / "1936-lamp.html"
    soup = parsed(page)
    shown = {tag["data-cite"]: tag.get_text() for tag in soup.select(".d-cite dd")}
    title = "Keeper Blames Harbour Board for Dark Lamp"
    assert shown == {
        "Chicago": f"Aasen, Ingrid. “{title}.” March 3, 1936.",
        "APA": f"Aasen, I. (1936, March 3). {title}.",
    }
    files = [page.parent / link["href"] for link in soup.select(".d-cite-files a")]
    assert [file.suffix for file in files] == [".bib", ".ris", ".json"]
    ((key, _),) = bibtex_values(files[0].read_text("utf-8"))
    ((_, (_, ris_id), *_),) = ris_records(files[1].read_text("utf-8"))
    (item,) = json.loads(files[2].read_text("utf-8"))
    assert key == ris_id == item["id"] == "1936-lamp"


def test_the_whole_dossier_is_there_in_each_form(site: Path) -> None:
    data = site / "data"
    keys = [key for key, _ in bibtex_values((data / "sources.bib").read_text("utf-8"))]
    ris = [dict(lines)["ID"] for lines in ris_records((data / "sources.ris").read_text("utf-8"))]
    csl = [item["id"] for item in json.loads((data / "sources.json").read_text("utf-8"))]
    assert keys == ris == csl == ["1936-lamp", "hostile"]
    links = [link["href"] for link in parsed(site / "bibliography.html").select(".d-cite-files a")]
    assert links == [
        "data/sources.bib",
        "data/sources.ris",
        "data/sources.json",
        "data/sources.csv",
    ]


def test_the_bibliography_says_how_to_cite_the_dossier(site: Path) -> None:
    soup = parsed(site / "bibliography.html")
    heading = soup.find(id="cite-this-dossier")
    shown = [tag.get_text() for tag in heading.find_next("dl").select("dd")]
    assert shown[0] == (
        "The Lamp Society. “The Lamp at Skarv Point.” Accessed [day of your visit]. "
        + SITE_URL
        + "."
    )
    assert SITE_URL in shown[1]


def test_a_dossier_without_address_and_author_can_be_cited(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path, tmp_path, tmp_path, (), title="Lamps")
    shown = reference(dossier_work(settings), STYLES["chicago"]).text
    assert shown == "“Lamps.”"


def test_nothing_of_a_restricted_text_is_cited(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d", rights="restricted")
    settings = settings_of_dossier(config)
    pipeline.run(settings)
    title = "Keeper Blames Harbour Board for Dark Lamp"
    sentences = [line for line in CAPTURE.splitlines() if len(line) > 40 and line != title]
    files = [*(settings.pages / "data" / "citations").iterdir()]
    files += [settings.pages / "bibliography.md", *(settings.pages / "data").glob("sources.*")]
    assert len(files) == 8
    for file in files:
        text = file.read_text("utf-8")
        assert not [line for line in sentences if line in text], file


# --- CITATION.cff ---------------------------------------------------------------------------------

#: Keys of the Citation File Format 1.2.0 at the top, and those of an author that is no person.
CFF_KEYS = set(
    """abstract authors cff-version commit contact date-released doi identifiers keywords license
    license-url message preferred-citation references repository repository-artifact
    repository-code title type url version""".split()
)
ENTITY_KEYS = set(
    """address alias city country date-end date-start email fax location name orcid post-code
    region tel website""".split()
)


def test_the_citation_file_is_one_and_names_the_example_dossier() -> None:
    path = ROOT / "CITATION.cff"
    config = ROOT / "mkdocs.yml"
    if not (path.is_file() and config.is_file()):
        pytest.skip("the example dossier is not there")
    cff = yaml.safe_load(path.read_text("utf-8"))
    site = dict(re.findall(r"^(site_\w+): (.+)$", config.read_text("utf-8"), re.MULTILINE))
    assert set(cff) <= CFF_KEYS
    assert {"authors", "cff-version", "message", "title"} <= set(cff)
    assert cff["cff-version"] == "1.2.0"
    assert cff["type"] in {"software", "dataset"}
    assert cff["title"] == site["site_name"]
    assert [author["name"] for author in cff["authors"]] == [site["site_author"]]
    assert all(set(author) <= ENTITY_KEYS for author in cff["authors"])
    assert len(cff["keywords"]) == len(set(cff["keywords"]))
