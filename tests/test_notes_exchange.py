"""Notes to other programs and back: W3C Web Annotation, Hypothesis, tables."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.anchor.edit.append import append
from generator.anchor.edit.entry import as_yaml
from generator.anchor.exchange.addresses import is_mention, place_of
from generator.anchor.exchange.admitting import Defaults
from generator.anchor.exchange.arrivals import MOST, Arrivals
from generator.anchor.exchange.documents import Documents, normal
from generator.anchor.exchange.formats import AUTO, FORMATS, read_annotations
from generator.anchor.exchange.importing import (
    Import,
    file_of,
    import_annotations,
    notes_of,
)
from generator.anchor.exchange.moments import date_time, edtf_of
from generator.anchor.exchange.settling import answering, own_part
from generator.anchor.exchange.texts import (
    TEXT_LIMIT,
    address_in,
    iri_in,
    markdown_of,
    markdown_of_html,
)
from generator.anchor.find import source_of
from generator.anchor.notes_file import parse_notes
from generator.clean import document_of
from generator.cli import main
from generator.errors import NotesError
from generator.model import (
    Assessment,
    BlockId,
    ClaimId,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Quote,
    Source,
    SourceId,
    Stance,
    Target,
    TopicId,
)
from generator.read.markdown import parts_of_markdown
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json
from generator.write.exports.note_annotations import collection
from generator.write.prose import prose
from tests.dossiers import settings_of_dossier
from tests.exchange import (
    EXAMPLES,
    LAMP,
    OIL,
    SITE,
    SKARV,
    bare,
    contents_of,
    files_of,
    make_exchange_dossier,
    with_notes,
)
from tests.strategies import CHARACTERS, lines

CASES = Path(__file__).parent / "cases" / "exchange"
SITES = (SITE, "/")


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The dossier with everything at hand."""
    return contents_of(make_exchange_dossier(tmp_path_factory.mktemp("full") / "d"), "full")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The dossier as it is published: without the text of its capture."""
    return contents_of(make_exchange_dossier(tmp_path_factory.mktemp("public") / "d"), "public")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier's folder, which is also where commands run."""
    config = make_exchange_dossier(tmp_path / "d")
    monkeypatch.chdir(config.parent)
    return config.parent


def imported(path: Path, sources: Sequence[Source], folder: Path, **options: Any) -> Import:
    arrivals = read_annotations(path, AUTO, SITES)
    return import_annotations(arrivals, sources, folder, sites=SITES, **options)


def written_as(data: Any, folder: Path) -> Path:
    path = folder / "in.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return path


# --- coming in ---------------------------------------------------------------------------------


def outcome(path: Path, sources: Sequence[Source], folder: Path) -> str:
    """What an import of a file writes and says, as the cases have it."""
    made = imported(path, sources, folder)
    lost = made.write()
    files = [f"=== {p.name}\n{without_comments(p)}" for p in sorted(folder.glob("*.yml"))]
    told = [f"{f.severity} {f.code}: {f.message}\n" for f in made.findings]
    told += [f"{f.severity} {f.code}: {f.path and f.path.name}:{f.line}\n" for f in lost]
    return "".join([*files, "=== findings\n", *told])


def without_comments(path: Path) -> str:
    return re.sub(r"^#.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE).lstrip("\n")


@pytest.mark.parametrize("case", sorted(CASES.glob("*/in.json")), ids=lambda p: p.parent.name)
def test_what_an_import_makes_of_a_file(case: Path, contents: Contents, tmp_path: Path) -> None:
    expected = (case.parent / "out.txt").read_text("utf-8")
    assert outcome(case, contents.dossier.sources, tmp_path) == expected


@pytest.mark.parametrize("case", sorted(CASES.glob("*/in.json")), ids=lambda p: p.parent.name)
def test_a_second_import_adds_nothing(case: Path, contents: Contents, tmp_path: Path) -> None:
    first = imported(case, contents.dossier.sources, tmp_path)
    first.write()
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    again = imported(case, contents.dossier.sources, tmp_path)
    assert (again.taken, again.homeless) == (0, first.homeless)
    assert again.known == first.known + first.taken
    again.write()
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_annotation_is_known_by_where_it_came_from_whatever_its_id(
    contents: Contents, tmp_path: Path
) -> None:
    file = CASES / "hypothesis-search" / "in.json"
    imported(file, contents.dossier.sources, tmp_path).write()
    notes = tmp_path / "1936-lamp.notes.yml"
    notes.write_text(re.sub(r"id: n-\w+\n", "id: mine\n", notes.read_text("utf-8"), count=1))
    assert imported(file, contents.dossier.sources, tmp_path).taken == 0


def test_an_answer_to_one_imported_before_stands_where_that_stands(
    contents: Contents, tmp_path: Path
) -> None:
    rows = json.loads((CASES / "hypothesis-search" / "in.json").read_text())["rows"]
    first = [row for row in rows if row["id"].startswith("Anno")]
    answer = [row for row in rows if row["id"].startswith("Reply2")]
    for part in (first, answer):
        imported(written_as(part, tmp_path), contents.dossier.sources, tmp_path).write()
    one, two = notes_of(tmp_path)
    assert one.target == two.target
    assert one.target.quote == Quote("had been ordered in 1935")


def test_an_answer_to_one_of_our_own_notes_stands_with_it(
    contents: Contents, tmp_path: Path
) -> None:
    note = Note(NoteId("n-1"), Target(SKARV, quote=Quote("never paid for oil")), "A doubt.")
    append(tmp_path / "1936-lamp.notes.yml", [note], SKARV)
    answer = {
        "id": "https://annotations.example/1",
        "type": "Annotation",
        "motivation": "replying",
        "bodyValue": "Rightly so.",
        "target": f"{SITE}sources/1936-lamp.html#note-n-1",
    }
    imported(written_as(answer, tmp_path), contents.dossier.sources, tmp_path).write()
    assert [one.target for one in notes_of(tmp_path)] == [note.target] * 2


def test_defaults_fill_what_is_not_said_and_nothing_else(
    contents: Contents, tmp_path: Path
) -> None:
    target = {"source": LAMP}
    items = [
        {"type": "Annotation", "bodyValue": "Unsigned.", "target": target},
        {"type": "Annotation", "bodyValue": "Signed.", "target": target, "creator": "Ann"},
        {"type": "Annotation", "bodyValue": "Sure.", "target": target, "status": "verified"},
    ]
    defaults = Defaults("Somebody", NoteStatus.DRAFT)
    file = written_as(items, tmp_path)
    imported(file, contents.dossier.sources, tmp_path, defaults=defaults).write()
    assert [(note.creator, note.status) for note in notes_of(tmp_path)] == [
        ("Somebody", NoteStatus.DRAFT),
        ("Ann", NoteStatus.DRAFT),
        ("Somebody", NoteStatus.VERIFIED),
    ]


def test_a_named_source_takes_what_is_on_no_known_page(contents: Contents, tmp_path: Path) -> None:
    items = [
        {"type": "Annotation", "bodyValue": "Elsewhere.", "target": "https://else.example/"},
        {"type": "Annotation", "bodyValue": "Known.", "target": OIL},
    ]
    file = written_as(items, tmp_path)
    imported(file, contents.dossier.sources, tmp_path, fallback=SKARV).write()
    sources = {note.body: note.target.source for note in notes_of(tmp_path)}
    assert sources == {"Elsewhere.": SKARV, "Known.": "1937-oil"}


def test_words_of_an_original_are_not_taken_for_those_of_its_digest(
    public: Contents, tmp_path: Path
) -> None:
    """A few words may be in both by chance; many, or with fitting context, are not."""
    quotes = {
        "oil ordered in 1935": {},
        "the Harbour Board never paid for oil": {},
        "denies it": {"prefix": "Nils Aasgaard, "},
    }
    items = [
        {"type": "Annotation", "bodyValue": exact, "target": {"source": LAMP, "selector": {"type": "TextQuoteSelector", "exact": exact, **context}}}
        for exact, context in quotes.items()
    ]  # fmt: skip
    made = imported(written_as(items, tmp_path), public.dossier.sources, tmp_path)
    made.write()
    layers = {note.body: note.target.layer for note in notes_of(tmp_path)}
    assert list(layers.values()) == [Layer.TEXT, Layer.DIGEST, Layer.DIGEST]
    assert [finding.code for finding in made.findings] == ["import-unchecked"]


def test_too_much_is_refused_and_said(contents: Contents, tmp_path: Path) -> None:
    target = {"source": LAMP}
    items = [
        {"type": "Annotation", "bodyValue": "x" * (TEXT_LIMIT + 1), "target": target},
        {"type": "Annotation", "bodyValue": "", "body": [{"type": "TextualBody", "purpose": "tagging", "value": f"{n} " + "y" * 90} for n in range(60)], "target": target},
    ]  # fmt: skip
    made = imported(written_as(items, tmp_path), contents.dossier.sources, tmp_path)
    made.write()
    (note,) = notes_of(tmp_path)
    assert len(note.tags) == 50
    codes = [finding.code for finding in made.findings]
    assert codes == ["import-too-long", "import-loss", "import-loss"]


def test_only_so_many_annotations_are_read(tmp_path: Path) -> None:
    items = [{"type": "Annotation", "target": LAMP}] * (MOST + 5)
    arrivals = read_annotations(written_as(items, tmp_path), AUTO, SITES)
    assert len(arrivals.notes) == MOST
    assert [finding.code for finding in arrivals.told()] == ["import-too-much"]


def test_what_comes_in_runs_on_no_page(contents: Contents, tmp_path: Path) -> None:
    imported(CASES / "hostile" / "in.json", contents.dossier.sources, tmp_path).write()
    bodies = [note.body for note in notes_of(tmp_path)]
    assert any("<img" in body and "javascript:" in body for body in bodies)
    shown = "".join(prose(contents, body, paths.NOTES) for body in bodies)
    tags = BeautifulSoup(shown, "html.parser").find_all(True)
    assert {tag.name for tag in tags} == {"p"}
    assert not any(tag.attrs for tag in tags)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import-unreadable"),
        (b"not json", "import-unreadable"),
        (b"\xff\xfe", "import-unreadable"),
        (b"[" * 200_000, "import-unreadable"),
        (b"[]", "import-unreadable"),
        (b"{}", None),
        (b'{"type": "AnnotationPage", "items": []}', "import-unreadable"),
        (b'{"rows": []}', "import-unreadable"),
        (b"1" * 5000, "import-unreadable"),
    ],
)
def test_a_file_without_annotations_is_said_to_be_one(
    data: bytes, code: str | None, tmp_path: Path
) -> None:
    path = written_as(data, tmp_path)
    if code is None:
        (finding,) = read_annotations(path, AUTO, SITES).told()
        assert finding.code == "import-broken"
    else:
        with pytest.raises(NotesError) as raised:
            read_annotations(path, AUTO, SITES)
        assert raised.value.code == code


#: The words that annotations are made of, so that random data gets far.
KEYS = st.sampled_from(
    "@context id @id type motivation body bodyValue value format purpose target source selector exact "
    "prefix suffix start end refinedBy items first next @graph creator name created modified via "
    "status layer block event written standing stance rows annotations uri text tags user document "
    "title references permissions read hidden user_info display_name links".split()
)
VALUES = st.sampled_from(
    [
        "Annotation", "AnnotationPage", "AnnotationCollection", "TextQuoteSelector", "tagging",
        "TextPositionSelector", "FragmentSelector", "CssSelector", "Choice", "text/html", LAMP,
        f"{SITE}sources/1936-lamp.html", f"{SITE}topics/skarv-light.html", f"{SITE}timeline.html",
        f"{SITE}sources/1936-lamp.html#note-n-1", f"{SITE}data/texts/1936-lamp.txt", "withheld",
        "dark for two nights", "<p>x", "javascript:alert(1)", "2024-05-02T09:15:30Z", "draft",
        "https://annotations.example/1", "acct:a@b", "\ud800", "\x00", "", "text", "p-01234567",
        f"{LAMP}#:~:text=-,a,-b,", "char=1,2", "Anno1",
    ]
)  # fmt: skip
JSON = st.recursive(
    st.one_of(VALUES, st.none(), st.booleans(), st.integers(-2, 2**70), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=8)),
    max_leaves=40,
)


@settings(max_examples=300)
@given(data=JSON, form=st.sampled_from(sorted(FORMATS)))
def test_nothing_that_is_json_makes_an_import_stumble(
    data: Any, form: str, contents: Contents
) -> None:
    arrivals = Arrivals(Path("in.json"))
    FORMATS[form](data, arrivals, SITES)
    with TemporaryDirectory() as folder:
        made = import_annotations(
            arrivals, contents.dossier.sources, Path(folder), sites=SITES, fallback=SKARV
        )
        made.write()
        notes = list(notes_of(Path(folder)))
    assert len(notes) == made.taken
    assert not any("javascript:" in note.via for note in notes)


# --- the round trip ----------------------------------------------------------------------------

WORDS = st.one_of(
    lines(4), CHARACTERS, st.sampled_from(["a\nb", "= 1", "– x", "'", "&amp;", "  y "])
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,10}", fullmatch=True)
MOMENTS = st.sampled_from(
    "2026-11-20 2026-11 2026 2026-11-20T00:00:00Z 2026-11-20T10:00:00+01:00 2023-10~ 201X 2019-22 "
    "2015-07-14/2015-08-01 2015/.. 0007-01-02 2026-11-20T10:00:00".split()
)


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    """Words of a text, or any others, with context that may fit."""
    start = draw(st.integers(0, max(0, len(text) - 1)))
    end = draw(st.integers(start, min(len(text), start + 60)))
    exact = draw(st.one_of(st.just(text[start:end]), WORDS))
    prefix = draw(st.one_of(st.just(""), st.just(text[max(0, start - 20) : start]), WORDS))
    return Quote(exact, prefix, draw(st.one_of(st.just(""), st.just(text[end : end + 20]), WORDS)))


@st.composite
def targets(draw: st.DrawFn, sources: Sequence[Source]) -> Target:
    kind = draw(st.sampled_from(["whole", "quote", "quote", "quote", "block", "topic", "event"]))
    if kind == "topic":
        return Target(topic=TopicId(draw(st.one_of(st.just("skarv-light"), IDS, WORDS))))
    if kind == "event":
        return Target(event=draw(MOMENTS))
    source = draw(st.sampled_from(sources))
    if kind == "whole":
        return Target(source.id)
    layer = draw(st.sampled_from([None, *Layer]))
    document = draw(st.sampled_from([document for _, document in source.layers]))
    if kind == "quote":
        return Target(source.id, layer, draw(quotes(document.text)))
    known = [block.id for block in document.blocks]
    return Target(source.id, layer, block=draw(st.one_of(st.sampled_from(known), IDS.map(BlockId))))


@st.composite
def all_notes(draw: st.DrawFn, sources: Sequence[Source]) -> list[Note]:
    """Notes as they can stand in notes files, each with its file."""
    made: dict[NoteId, Note] = {}
    for _ in range(draw(st.integers(1, 5))):
        note = Note(
            NoteId(draw(IDS)),
            draw(targets(sources)),
            draw(st.lists(WORDS, max_size=4).map("\n".join)),
            draw(st.one_of(st.just(""), WORDS)),
            draw(st.one_of(st.just(""), MOMENTS)),
            draw(st.one_of(st.just(""), MOMENTS)),
            draw(st.sampled_from([None, *NoteStatus])),
            draw(st.sampled_from(Motivation)),
            tuple(draw(st.lists(WORDS, max_size=3))),
            tuple(
                Assessment(ClaimId(claim), draw(st.sampled_from(Stance)))
                for claim in draw(st.lists(st.one_of(IDS, WORDS), max_size=2, unique=True))
            ),
            draw(st.sampled_from(["", "https://hypothes.is/a/x#in-reply-to=https://y.example/#z", "urn:x:1"])),
        )  # fmt: skip
        path = file_of(note, Path())
        try:
            read, _ = parse_notes(as_yaml(note, source_of(path)), path, source_of(path))
        except NotesError:
            continue
        made |= {one.id: one for one in read}
    return list(made.values())


@settings(max_examples=200)
@given(data=st.data())
def test_what_is_exported_comes_back_as_it_was(data: st.DataObject, contents: Contents) -> None:
    sources = contents.dossier.sources
    notes = data.draw(all_notes(sources))
    exported = as_json(
        collection(with_notes(contents, notes), with_notes(contents, notes).dossier.notes)
    )
    arrivals = Arrivals(Path("in.json"))
    FORMATS["w3c"](json.loads(exported), arrivals, SITES)
    with TemporaryDirectory() as folder:
        made = import_annotations(arrivals, sources, Path(folder), sites=SITES)
        made.write()
        assert bare(list(notes_of(Path(folder)))) == bare(notes)
    assert {finding.code for finding in made.findings} <= {"import-unchecked"}


def test_the_pages_of_a_site_can_be_imported_too(contents: Contents, tmp_path: Path) -> None:
    """Another dossier's copy of a page, under another address; its mentions are no notes."""
    note = Note(NoteId("n-1"), Target(SKARV, quote=Quote("never paid")), "A doubt.", tags=("oil",))
    page = files_of(with_notes(contents, [note]), "annotations/1936-lamp.digest.json")
    (data,) = page.values()
    file = written_as(data.replace(SITE.encode(), b"https://copy.example/a/"), tmp_path)
    made = imported(file, contents.dossier.sources, tmp_path)
    made.write()
    assert bare(list(notes_of(tmp_path))) == [note]
    assert made.mentions == len(json.loads(data)["items"]) - 1 > 0


def test_what_the_public_edition_withholds_comes_back_as_a_note_on_the_whole(
    public: Contents, contents: Contents, tmp_path: Path
) -> None:
    quote = Quote("dark for two nights in February, the keeper told this paper")
    note = Note(NoteId("n-1"), Target(SKARV, Layer.TEXT, quote), "Two?")
    shown = with_notes(public, [note])
    file = written_as(as_json(collection(shown, shown.dossier.notes)), tmp_path)
    made = imported(file, contents.dossier.sources, tmp_path)
    made.write()
    assert bare(list(notes_of(tmp_path))) == [replace(note, target=Target(SKARV))]
    assert [finding.code for finding in made.findings] == ["import-no-words"]


# --- the parts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        LAMP,
        f"{LAMP}/",
        "http://skarv-post.example/1936/03/lamp-dark#comments",
        "https://www.skarv-post.example:443/1936/03/lamp-dark?utm_source=a&fbclid=b",
        "HTTPS://SKARV-POST.example/1936/03/lamp-dark",
        "https://via.hypothes.is/https://skarv-post.example/1936/03/lamp-dark",
        "https://web.archive.org/web/20240101000000/http://skarv-post.example/1936/03/lamp-dark",
    ],
)
def test_a_source_is_known_by_its_address_in_any_dress(address: str, contents: Contents) -> None:
    assert Documents.of(contents.dossier.sources).at([address]) == SKARV


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "https://skarv-post.example/1936/03/lamp-dark?page=2",
        "https://skarv-post.example/1936/03/LAMP-dark",
        "https://[",
        "urn:x",
    ],
)
def test_another_address_is_another_document(address: str, contents: Contents) -> None:
    assert Documents.of(contents.dossier.sources).at([address]) is None


def test_an_archived_copy_is_the_source(contents: Contents) -> None:
    assert Documents.of(contents.dossier.sources).at(["http://archive.example/77/"]) == "1937-oil"


def test_what_two_sources_share_tells_neither(contents: Contents) -> None:
    one, two = contents.dossier.sources[:2]
    twin = replace(two, record=replace(two.record, url=one.record.url, title=one.record.title))
    documents = Documents.of([one, twin])
    assert documents.at([LAMP]) is None
    assert documents.titled(one.record.title.text) is None
    assert documents.at([two.record.archived.text]) == two.id


@pytest.mark.parametrize(
    ("title", "is_known"),
    [
        ("Keeper Blames Harbour Board for Dark Lamp", True),
        ("KEEPER BLAMES HARBOUR BOARD FOR DARK LAMP – The Skarv Post", True),
        ("The Skarv Post | Keeper blames Harbour Board for dark lamp", True),
        ("Keeper Blames Harbour Board", False),
        ("Dark Lamp", False),
        ("", False),
        ("|" * 5000, False),
    ],
)
def test_a_source_is_known_by_its_title(title: str, is_known: bool, contents: Contents) -> None:
    found = Documents.of(contents.dossier.sources).titled(title)
    assert found == (SKARV if is_known else None)


@given(st.text(max_size=60))
def test_any_address_is_made_normal_once(text: str) -> None:
    once = normal(text)
    assert normal(f"https://{once}" if once else "") == once


def test_addresses_of_our_own_are_read_as_they_are_written() -> None:
    def place(path: PurePosixPath) -> Any:
        return place_of(
            f"{SITE}{path.with_suffix('.html') if path.suffix == '.md' else path}", SITES
        )

    source = SourceId("1936-lamp.b")
    assert place(paths.source_page(source)).source == source
    for layer in Layer:
        found = place(paths.text_file(source, layer))
        assert (found.source, found.layer) == (source, layer)
    assert place(paths.topic_page(TopicId("oil"))).topic == "oil"
    assert place(paths.topic_part(TopicId("oil"), "1936")).topic == "oil"
    assert place(paths.claim_page(ClaimId("unpaid"))).claim == "unpaid"
    assert place(paths.TIMELINE).is_timeline
    for other in (paths.HOME, paths.BIBLIOGRAPHY, paths.provenance_file(source)):
        assert place(other) is None
    assert place_of("https://elsewhere.example/sources/1936-lamp.html", SITES) is None


def test_mentions_are_known_by_their_address(contents: Contents) -> None:
    pages = map(json.loads, files_of(contents, "annotations/*.json").values())
    ids = [item["id"] for page in pages for item in page["items"]]
    assert ids
    assert all(map(is_mention, ids))
    assert not is_mention(f"{SITE}sources/1936-lamp.html#note-n-1")


@pytest.mark.parametrize(
    ("edtf", "moment"),
    [
        ("2026-11-20", "2026-11-20T00:00:00Z"),
        ("0007-01-02", "0007-01-02T00:00:00Z"),
        ("2026-11-20T10:30:00Z", "2026-11-20T10:30:00Z"),
        ("2026-11-20T00:30:00+01:00", "2026-11-19T23:30:00Z"),
        ("0999-01-01T12:00:00Z", "0999-01-01T12:00:00Z"),
        ("2026-11-20T10:30:00", ""),
        ("0001-01-01T00:00:00+01:00", ""),
        ("2026-11", ""),
        ("2026", ""),
        ("2026-11-20~", ""),
        ("2026-11-20/2026-11-21", ""),
        ("", ""),
    ],
)
def test_a_date_becomes_a_date_time_as_far_as_it_is_one(edtf: str, moment: str) -> None:
    assert date_time(edtf) == moment


@pytest.mark.parametrize(
    ("moment", "edtf"),
    [
        ("2026-11-20T00:00:00Z", "2026-11-20"),
        ("2026-11-20T00:00:00.000000+00:00", "2026-11-20"),
        ("2024-05-02T09:15:30.512312+00:00", "2024-05-02T09:15:30Z"),
        ("2024-05-02T09:15:30+0200", "2024-05-02T09:15:30+02:00"),
        ("2024-05-02", "2024-05-02"),
        ("2024-05", "2024-05"),
        ("2024-02-30T00:00:00Z", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_time_becomes_a_date(moment: str, edtf: str) -> None:
    assert edtf_of(moment) == edtf


@given(lines())
def test_plain_text_is_shown_as_it_is(line: str) -> None:
    seen = document_of(parts_of_markdown(markdown_of(line))).text
    assert " ".join(seen.split()) == " ".join(line.split())


@given(st.text(max_size=200))
def test_any_html_becomes_a_text(html: str) -> None:
    made = markdown_of_html(html)
    assert made == made.strip("\n").rstrip()
    assert "\x00" not in made


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h1>A</h1><p>b <i>c</i></p>", "A\n\nb c"),
        ("a<br>b", "a\nb"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("x<script>alert(1)</script><style>p{}</style><!-- c -->y", "xy"),
        ("<a href='https://a.example/b_c'>d_e</a>", "d\\_e <https://a.example/b_c>"),
        ("<a href='javascript:alert(1)'>d</a>", "d"),
        ("&lt;b&gt; &amp;amp;", "\\<b> \\&amp;"),
        ("<div>" * 5000 + "deep", "deep"),
    ],
)
def test_html_becomes_what_a_reader_sees(html: str, markdown: str) -> None:
    assert markdown_of_html(html) == markdown


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        " javascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "vbscript:x",
        "//a",
        "x",
        7,
        None,
        "https://a.example/ b",
        "https://user:secret@a.example/",
    ],
)
def test_no_address_that_could_run_comes_in(value: Any) -> None:
    assert address_in(value) == iri_in(value) == ""


def test_whom_an_answer_answers_stands_behind_its_address() -> None:
    via = answering("https://a.example/1#x", "https://a.example/2#y")
    assert via == "https://a.example/1#x&in-reply-to=https://a.example/2%23y"
    assert iri_in(via) == via
    assert own_part(via) == "https://a.example/1#x"
    assert own_part(answering("https://a.example/1", "z")) == "https://a.example/1"


# --- commands ----------------------------------------------------------------------------------


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["notes", *arguments])


def test_notes_go_out_and_come_in_by_command(dossier: Path) -> None:
    notes = [replace(note, path=Path(), line=0) for note in EXAMPLES if note.id != "n-text"]
    for note in notes:
        path = file_of(note, dossier / "sources")
        append(path, [note], source_of(path))
    done = run("export", "--edition", "full", "-o", "notes.json")
    assert done.exit_code == 0, done.output
    assert f"{len(notes)} notes, full edition" in done.output
    again = run("import", "notes.json")
    assert "0 taken" in again.output
    for path in (dossier / "sources").glob("*.notes.yml"):
        path.unlink()
    dry = run("import", "notes.json", "--dry-run")
    assert "would be added" in dry.output
    assert not list((dossier / "sources").glob("*.notes.yml"))
    done = run("import", "notes.json")
    assert done.exit_code == 1, "what is lost is a finding"
    assert "lost-note" in done.output
    assert bare(list(notes_of(dossier / "sources"))) == bare(notes)


def test_an_export_has_the_form_and_the_source_that_are_asked_for(dossier: Path) -> None:
    for note in EXAMPLES[:3]:
        path = file_of(note, dossier / "sources")
        append(path, [note], source_of(path))
    table = run("export", "--format", "csv", "--source", "1936-lamp")
    assert table.exit_code == 0, table.output
    assert "n-words" in table.stdout
    assert "n-topic" not in table.stdout
    everything = json.loads(run("export").stdout)
    assert everything["total"] == 3
    assert run("export", "--source", "1936-lamb").exit_code == 2


def test_an_export_says_what_the_public_edition_leaves_out(dossier: Path) -> None:
    quote = Quote("dark for two nights in February, the keeper told this paper")
    path = dossier / "sources" / "1936-lamp.notes.yml"
    append(path, [Note(NoteId("n-1"), Target(SKARV, Layer.TEXT, quote), "Two?")], SKARV)
    done = run("export", "-o", "notes.json")
    assert "1 without the words they quote" in done.output
    assert "keeper" not in (dossier / "notes.json").read_text()
    assert "keeper" in run("export", "--edition", "full").stdout


def test_an_export_is_written_over_nothing_but_an_export(dossier: Path) -> None:
    for form in ("w3c", "csv"):
        for _ in range(2):
            assert run("export", "--format", form, "-o", f"notes.{form}").exit_code == 0
    before = (dossier / "mkdocs.yml").read_bytes()
    done = run("export", "-o", "mkdocs.yml")
    assert done.exit_code == 1
    assert "cannot-write" in done.output
    assert (dossier / "mkdocs.yml").read_bytes() == before
    assert "cannot-write" in run("export", "-o", "nowhere/notes.json").output


def test_what_is_not_for_publication_is_not_written_where_all_is_published(dossier: Path) -> None:
    done = run("export", "--edition", "full", "-o", "docs/notes.json")
    assert (done.exit_code, "published-place" in done.output) == (2, True)
    assert run("export", "-o", "docs/notes.json").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["missing.json"], 1),
        (["mkdocs.yml"], 1),
        (["sources"], 1),
        (["mkdocs.yml", "--source", "nobody"], 1),
        (["mkdocs.yml", "--format", "xml"], 2),
        (["mkdocs.yml", "--status", "sure"], 2),
        ([], 2),
    ],
)
def test_wrong_use_gets_a_line_and_no_traceback(
    arguments: list[str], code: int, dossier: Path
) -> None:
    done = run("import", *arguments)
    assert done.exit_code == code
    assert isinstance(done.exception, SystemExit)
    assert "Traceback" not in done.output


def test_an_import_takes_the_source_and_the_status_that_are_named(dossier: Path) -> None:
    row = {"uri": "https://else.example/", "text": "Elsewhere.", "id": "abc", "target": []}
    written_as([row], dossier)
    assert "import-no-source" in run("import", "in.json").output
    done = run(
        "import", "in.json", "--source", "1937-oil", "--status", "draft", "--by-default", "Ann"
    )
    assert done.exit_code == 0, done.output
    (note,) = notes_of(dossier / "sources")
    assert (note.target.source, note.status, note.creator) == ("1937-oil", NoteStatus.DRAFT, "Ann")
    assert settings_of_dossier(dossier / "mkdocs.yml").edition == "public"
