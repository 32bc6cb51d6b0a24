"""The whole way on a small dossier: what comes out, what bad input costs, and laws 5 to 7."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.model import Fate
from generator.write import render
from tests.dossiers import CAPTURE, RECORD, TOPICS, make_dossier, settings_of_dossier, tree


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "dossier")


def codes(outcome: pipeline.Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def test_the_public_edition_carries_the_digest_and_not_the_text(dossier: Path) -> None:
    outcome = pipeline.run(settings_of_dossier(dossier))
    assert outcome.problems == ()
    pages = tree(dossier.parent / "docs")
    page = pages["sources/1936-lamp.md"].decode()
    assert "never paid for oil ordered in 1935" in page
    assert "counts barrels" not in page
    assert "data/texts/1936-lamp.digest.txt" in pages
    assert "data/texts/1936-lamp.txt" not in pages
    assert "data/provenance/1936-lamp.json" not in pages


def test_no_run_of_a_restricted_text_is_anywhere_in_the_public_edition(dossier: Path) -> None:
    """Law 7, with the capture at hand: five words in a row would be too many here."""
    pipeline.run(settings_of_dossier(dossier))
    words = [w for line in CAPTURE.splitlines()[6:] for w in line.split()]
    runs = {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}
    for name, data in tree(dossier.parent / "docs").items():
        text = " ".join(data.decode().split())
        assert not [run for run in runs if run in text], name


def test_the_full_edition_never_touches_docs(dossier: Path) -> None:
    before = tree(dossier.parent / "docs")
    settings = settings_of_dossier(dossier, edition="full")
    outcome = pipeline.run(settings)
    assert outcome.problems == ()
    assert tree(dossier.parent / "docs") == before
    pages = tree(settings.pages)
    assert b"counts barrels" in pages["sources/1936-lamp.md"]
    assert pages["about.md"] == before["about.md"]


def test_an_open_capture_is_published_in_the_public_edition(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "open", rights="open")
    pipeline.run(settings_of_dossier(config))
    pages = tree(config.parent / "docs")
    assert b"counts barrels" in pages["sources/1936-lamp.md"]
    assert "data/provenance/1936-lamp.json" in pages


def test_every_line_of_the_capture_is_accounted_for(dossier: Path) -> None:
    settings = settings_of_dossier(dossier, edition="full")
    pipeline.run(settings)
    data = tree(settings.pages / "data")
    provenance = json.loads(data["provenance/1936-lamp.json"])
    text = data["texts/1936-lamp.txt"].decode()
    lines = CAPTURE.split("\n")
    assert [line["line"] for line in provenance["lines"]] == [
        n for n, line in enumerate(lines, 1) if line.strip()
    ]
    for line in provenance["lines"]:
        if "start" in line:
            assert text[line["start"] : line["end"]] == lines[line["line"] - 1].strip()
    fates = {lines[line["line"] - 1].strip(): line["fate"] for line in provenance["lines"]}
    assert fates["By Ingrid Aasen"] == "byline"
    assert fates["Subscribe to our newsletter"] == "set-aside"


def test_annotations_point_at_their_words(dossier: Path) -> None:
    settings = settings_of_dossier(dossier, edition="full")
    pipeline.run(settings)
    data = tree(settings.pages / "data")
    for name in ("1936-lamp.json", "1936-lamp.digest.json"):
        page = json.loads(data[f"annotations/{name}"])
        assert page["items"]
        for item in page["items"]:
            position, quote = item["target"]["selector"]
            text = data[item["target"]["source"].removeprefix("/data/")].decode()
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])
            assert item["body"]["source"] in (
                "/topics/harbour-board.html",
                "/topics/skarv-light.html",
            )


def test_the_sums_of_the_data_are_right(dossier: Path) -> None:
    pipeline.run(settings_of_dossier(dossier))
    data = tree(dossier.parent / "docs" / "data")
    sums = dict(reversed(line.split("  ")) for line in data.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in data.items()}


def test_tables_say_what_the_json_says(dossier: Path) -> None:
    pipeline.run(settings_of_dossier(dossier))
    data = tree(dossier.parent / "docs" / "data")
    tables = {
        n: list(csv.DictReader(io.StringIO(c.decode())))
        for n, c in data.items()
        if n.endswith(".csv")
    }
    assert set(tables) == {"sources.csv", "topics.csv", "mentions.csv", "notes.csv", "events.csv"}
    csl = json.loads(data["sources.json"])
    assert [row["id"] for row in tables["sources.csv"]] == [item["id"] for item in csl]
    assert csl[0]["issued"]["date-parts"] == [[1936, 3, 3]]
    assert csl[0]["author"] == [{"family": "Aasen", "given": "Ingrid"}]
    assert len(tables["events.csv"]) == len(json.loads(data["events.json"]))
    items = json.loads(data["annotations/1936-lamp.json"])["items"]
    assert len(tables["mentions.csv"]) == len(items)


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    record = config.parent / "sources" / "1936-lamp.md"
    record.write_text(record.read_text().replace("title: Keeper", "title: =HYPERLINK(1)&Keeper"))
    pipeline.run(settings_of_dossier(config))
    table = (config.parent / "docs/data/sources.csv").read_text()
    assert "'=HYPERLINK" in table and ",=HYPERLINK" not in table


# --- laws 5 and 6 ------------------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (make_dossier(tmp_path / name) for name in ("one", "other"))
    results = [render(pipeline.build(settings_of_dossier(c, edition="full"))) for c in (one, other)]
    assert results[0] == results[1]


def test_a_run_reads_what_people_wrote_and_changes_none_of_it(dossier: Path) -> None:
    root = dossier.parent
    hands = {n: d for n, d in tree(root).items() if not n.startswith(".dossier")}
    for edition in ("public", "full", "public"):
        pipeline.run(settings_of_dossier(dossier, edition=edition))
    after = tree(root)
    assert {name: after[name] for name in hands} == hands


def test_a_second_run_writes_nothing(dossier: Path) -> None:
    pipeline.run(settings_of_dossier(dossier))
    times = {p: p.stat().st_mtime_ns for p in dossier.parent.rglob("*")}
    outcome = pipeline.run(settings_of_dossier(dossier))
    assert (outcome.written.changed, outcome.written.removed) == (0, 0)
    assert {p: p.stat().st_mtime_ns for p in dossier.parent.rglob("*")} == times


# --- bad input: reported with its place, and the rest is built -----------------------------------


def broken(root: Path, name: str, content: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


SECOND = RECORD.format(rights="restricted", sha256="0" * 64).replace("lamp.txt", "second.txt")

BAD = {
    "broken YAML": ("sources/bad.md", "---\ntitle: [unclosed\n---\nwords\n", "broken-yaml"),
    "no front matter": ("sources/bad.md", "just words\n", "no-front-matter"),
    "an unknown key": ("sources/bad.md", SECOND.replace("rights:", "rigths:", 1), "unknown-key"),
    "bytes that are no text": ("sources/bad.md", b"---\ntitle: \xff\xfe\n---\n", "not-utf8"),
    "a name that makes no id": ("sources/two words.md", SECOND, "invalid-id"),
    "a capture outside of the folder": (
        "sources/bad.md",
        SECOND.replace("second.txt", "../../secret.txt"),
        "invalid-value",
    ),
    "the wrong capture": ("captures/second.txt", "other bytes", "capture-mismatch"),
}


@pytest.mark.parametrize("case", BAD)
def test_one_bad_file_is_reported_and_the_rest_is_built(dossier: Path, case: str) -> None:
    name, content, code = BAD[case]
    if case == "the wrong capture":
        broken(dossier.parent, "sources/second.md", SECOND)
    path = broken(dossier.parent, name, content)
    outcome = pipeline.run(settings_of_dossier(dossier))
    found = [finding for finding in outcome.findings if finding.code == code]
    assert found, codes(outcome)
    assert found[0].path == path
    assert found[0].advice
    assert (dossier.parent / "docs/sources/1936-lamp.md").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-capture"),
        (b"\x00\x01\x02" * 300, "not-text"),
        (b"%PDF-1.7 and so on", "not-text"),
        (b"x" * 50_000_000, "line-too-long"),
    ],
)
def test_a_capture_that_cannot_be_read_is_named_with_its_record(
    tmp_path: Path, content: bytes, code: str
) -> None:
    config = make_dossier(tmp_path / "d")
    root = config.parent
    broken(root, "captures/second.txt", content)
    broken(root, "sources/second.md", SECOND.replace("0" * 64, hashlib.sha256(content).hexdigest()))
    outcome = pipeline.run(settings_of_dossier(config, edition="full"))
    found = [finding for finding in outcome.findings if finding.code == code]
    assert [finding.path for finding in found] == [root / "captures/second.txt"], codes(outcome)
    assert (root / ".dossier/full/docs/sources/1936-lamp.md").exists()


@pytest.mark.parametrize(
    "form",
    [
        CAPTURE.encode("utf-8-sig"),
        CAPTURE.replace("\n", "\r\n").encode(),
        CAPTURE.replace("\n", "\r").encode(),
        CAPTURE.encode("utf-16"),
    ],
    ids=["BOM", "CRLF", "CR", "UTF-16"],
)
def test_the_same_text_in_another_form_gives_the_same_document(tmp_path: Path, form: bytes) -> None:
    texts = []
    for name, data in (("plain", CAPTURE.encode()), ("form", form)):
        config = make_dossier(tmp_path / name)
        broken(config.parent, "captures/lamp.txt", data)
        record = config.parent / "sources" / "1936-lamp.md"
        record.write_text(RECORD.format(rights="open", sha256=hashlib.sha256(data).hexdigest()))
        contents = pipeline.build(settings_of_dossier(config))
        texts.append(contents.dossier.sources[0].text)
    assert texts[0] == texts[1]
    assert texts[0] is not None


def test_a_topics_file_that_cannot_be_read_leaves_the_sources(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d", topics="- id: [")
    outcome = pipeline.run(settings_of_dossier(config))
    assert "broken-yaml" in codes(outcome)
    assert len(outcome.contents.dossier.sources) == 1


def test_two_records_of_one_capture_are_an_error_that_names_both(dossier: Path) -> None:
    root = dossier.parent
    shutil.copy(root / "sources/1936-lamp.md", root / "sources/again.md")
    outcome = pipeline.run(settings_of_dossier(dossier))
    found = [finding for finding in outcome.findings if finding.code == "same-capture"]
    assert any("1936-lamp.md" in f.message and "again.md" in f.message for f in found)


def test_a_capture_without_a_record_is_a_source_of_the_full_edition_only(dossier: Path) -> None:
    broken(dossier.parent, "captures/Other Paper.txt", CAPTURE.replace("Keeper", "Warden"))
    full = pipeline.build(settings_of_dossier(dossier, edition="full"))
    other = next(s for s in full.dossier.sources if s.id == "other-paper")
    assert other.record.title.text == "Warden Blames Harbour Board for Dark Lamp"
    assert other.record.authors[0].text == "Ingrid Aasen"
    assert other.record.issued.text == "1936-03-03"
    public = pipeline.build(settings_of_dossier(dossier))
    assert [source.id for source in public.dossier.sources] == ["1936-lamp"]
    assert "no-record" in {f.code for f in public.dossier.findings}


def test_what_a_digest_says_to_its_editors_only_is_not_published(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    record = config.parent / "sources/1936-lamp.md"
    more = "\n<!-- ask the archive -->\n\n***\n\n```\n  one\n    two\n```\n"
    record.write_text(record.read_text() + more)
    digest = pipeline.build(settings_of_dossier(config)).dossier.sources[0].digest
    assert "archive" not in digest.text and "*" not in digest.text and "`" not in digest.text
    assert digest.text_of(digest.blocks[-1]) == "  one\n    two"


def test_a_capture_in_markdown_keeps_its_structure_and_every_line(tmp_path: Path) -> None:
    captured = (
        "---\nlayout: post\n---\n\n# The Lamp Burns\n\nOil *came* at last to the [point](https://a.example/),\n"
        "and the lamp was lit again that night, as the keeper said.\n\n## Costs\n\n- forty barrels\n- two men\n\n"
        "> Nobody paid for the men, and nobody asked.\n\n[x]: https://a.example/\n"
    )
    config = make_dossier(tmp_path / "d", rights="open", capture=captured)
    root = config.parent
    (root / "captures/lamp.txt").rename(root / "captures/lamp.md")
    record = root / "sources/1936-lamp.md"
    record.write_text(record.read_text().replace("lamp.txt", "lamp.md"))
    source = pipeline.build(settings_of_dossier(config)).dossier.sources[0]
    assert source.text is not None
    kinds = [
        (block.kind.value, source.text.text_of(block).split("\n")[0])
        for block in source.text.blocks
    ]
    assert kinds == [
        ("paragraph", "Oil came at last to the point,"),
        ("heading", "Costs"),
        ("list-item", "forty barrels"),
        ("list-item", "two men"),
        ("quote", "Nobody paid for the men, and nobody asked."),
    ]
    lines = captured.split("\n")
    assert [p.verdict.part.line for p in source.placed] == [
        n for n, line in enumerate(lines, 1) if line.strip()
    ]
    reasons = {p.verdict.reason for p in source.placed if p.verdict.fate is Fate.SET_ASIDE}
    assert reasons == {"front-matter", "markup"}


def test_a_capture_may_lie_beside_its_record(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d", rights="open")
    (config.parent / "captures/lamp.txt").rename(config.parent / "sources/lamp.txt")
    outcome = pipeline.run(settings_of_dossier(config))
    assert outcome.problems == ()
    assert outcome.contents.dossier.sources[0].text is not None


def test_a_capture_that_was_changed_costs_the_text_and_makes_no_second_source(
    dossier: Path,
) -> None:
    broken(dossier.parent, "captures/lamp.txt", CAPTURE + "\nOne more line.\n")
    outcome = pipeline.run(settings_of_dossier(dossier, edition="full"))
    assert "capture-mismatch" in codes(outcome)
    assert "no-record" not in codes(outcome)
    assert [source.id for source in outcome.contents.dossier.sources] == ["1936-lamp"]
    assert outcome.contents.dossier.sources[0].text is None
    assert outcome.contents.dossier.sources[0].digest.text


def test_captures_whose_names_make_one_id_are_two_sources(dossier: Path) -> None:
    for name in ("A paper", "a-paper"):
        broken(dossier.parent, f"captures/{name}.txt", CAPTURE.replace("Keeper", name))
    contents = pipeline.build(settings_of_dossier(dossier, edition="full"))
    ids = [source.id for source in contents.dossier.sources]
    assert len(set(ids)) == len(ids) == 3


def test_a_missing_capture_and_a_topic_nobody_names_are_notes(tmp_path: Path) -> None:
    more = "- id: lloyds\n  label: Lloyds Bnak\n  kind: organisation\n"
    config = make_dossier(tmp_path / "d", rights="open", topics=TOPICS + more)
    (config.parent / "captures/lamp.txt").unlink()
    outcome = pipeline.run(settings_of_dossier(config))
    assert {"no-capture", "topic-not-named"} <= codes(outcome)
    assert outcome.problems == ()


def test_a_dead_link_in_a_hand_written_page_is_found_in_that_page(dossier: Path) -> None:
    page = broken(dossier.parent, "docs/more.md", "# More\n\nSee [[skarv-lite]] and `[[code]]`.\n")
    outcome = pipeline.run(settings_of_dossier(dossier, edition="full"))
    found = [f for f in outcome.problems if f.code == "unknown-link"]
    assert [(f.path, f.line, f.advice) for f in found] == [
        (page, 3, "Did you mean [[skarv-light]]?")
    ]


def test_a_hand_written_page_where_a_generated_one_would_go_is_kept(dossier: Path) -> None:
    page = broken(dossier.parent, "docs/timeline.md", "# My own timeline\n")
    outcome = pipeline.run(settings_of_dossier(dossier))
    assert "hand-written-page" in codes(outcome)
    assert page.read_text() == "# My own timeline\n"


def test_no_topics_and_no_sources_is_an_empty_dossier(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d", topics=TOPICS)
    (config.parent / "sources/1936-lamp.md").unlink()
    (config.parent / "sources/topics.yml").unlink()
    outcome = pipeline.run(settings_of_dossier(config))
    assert outcome.contents.dossier.sources == ()
    assert (config.parent / "docs/index.md").exists()


def test_what_one_record_restricts_no_other_record_opens(dossier: Path) -> None:
    root = dossier.parent
    again = (
        (root / "sources/1936-lamp.md").read_text().replace("rights: restricted", "rights: open")
    )
    (root / "sources/again.md").write_text(again)
    outcome = pipeline.run(settings_of_dossier(dossier))
    assert "same-capture" in codes(outcome)
    assert all(source.text is None for source in outcome.contents.dossier.sources)


def test_captures_with_names_in_any_script_are_sources(dossier: Path) -> None:
    for number, name in enumerate(("خبر", "индекс", "index", "404")):
        broken(
            dossier.parent, f"captures/{name}.txt", CAPTURE.replace("Keeper", f"Keeper {number}")
        )
    outcome = pipeline.run(settings_of_dossier(dossier, edition="full"))
    ids = [source.id for source in outcome.contents.dossier.sources]
    assert len(set(ids)) == 5
    assert not {"", "index", "404"} & set(ids)
    assert b"d-sources" in (outcome.contents.settings.pages / "sources/index.md").read_bytes()


def test_a_date_with_an_open_start_is_filed_under_its_end(dossier: Path) -> None:
    root = dossier.parent
    for name, issued in (("open", "../1935"), ("late", "1937")):
        text = SECOND.replace("issued: 1936-03-03", f"issued: {issued}").replace("0" * 64, "")
        (root / f"sources/{name}.md").write_text(text.replace("second.txt", ""))
    contents = pipeline.build(settings_of_dossier(dossier))
    assert [source.id for source in contents.dossier.sources] == ["open", "1936-lamp", "late"]


@pytest.mark.parametrize("content", [b"Caf\xe9", None], ids=["latin-1", "a folder"])
def test_an_introduction_that_cannot_be_read_is_reported(
    dossier: Path, content: bytes | None
) -> None:
    path = dossier.parent / "sources/index.md"
    path.unlink()
    path.write_bytes(content) if content else path.mkdir()
    assert "introduction-unreadable" in codes(pipeline.run(settings_of_dossier(dossier)))


def test_a_hand_written_page_in_the_way_is_reported_in_the_full_edition_too(dossier: Path) -> None:
    page = broken(dossier.parent, "docs/timeline.md", "# My own timeline\n")
    outcome = pipeline.run(settings_of_dossier(dossier, edition="full"))
    assert [f.path for f in outcome.findings if f.code == "hand-written-page"] == [page]


@pytest.mark.parametrize(
    "address", ["https://user:pw@e.example/x", "https://[bad/x", "javascript:alert(1)"]
)
def test_an_address_of_a_topic_is_as_strict_as_that_of_a_record(
    tmp_path: Path, address: str
) -> None:
    topics = TOPICS.replace("kind: place", f"kind: place\n  same_as: ['{address}']")
    outcome = pipeline.run(settings_of_dossier(make_dossier(tmp_path / "d", topics=topics)))
    assert "topic-bad-same-as" in codes(outcome)
    assert address not in (tmp_path / "d/docs/topics/skarv-light.md").read_text()
