"""Read: bytes to parts, encodings, Markdown, and finding records and captures."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ReadError, SettingsError
from generator.model import BlockKind, CaptureFile, MarkKind, Part, Reading, Record, Value
from generator.read import READERS, read
from generator.read.decode import LINE_LIMIT, SIZE_LIMIT, decode, normalise
from generator.read.find import (
    CaptureIndex,
    find_captures,
    find_records,
    match,
    same_captures,
    suggested_id,
)
from generator.read.markdown import MARKDOWN_LIMIT, parts_of_markdown, read_markdown
from generator.read.plain import read_text
from tests.conftest import SHARED, needs_shared

CASES = Path(__file__).parent / "cases" / "read"
HERE = Path("capture.txt")


def capture_of(path: Path) -> CaptureFile:
    data = path.read_bytes()
    return CaptureFile(path, hashlib.sha256(data).hexdigest(), len(data))


def nonblank_lines(text: str) -> list[int]:
    lines = normalise(text)[0].split("\n")
    return [number for number, line in enumerate(lines, start=1) if line.strip()]


# --- cases -------------------------------------------------------------------------------------


def shown(part: Part) -> str:
    """A part on a line: number, kind and level or why not, + for joins, gap and indent, text."""
    kind = f"{part.kind}{part.level or ''}" if part.kind else f"({part.aside or 'text'})"
    space = f"{'+' if part.joins else ''}"
    space += f" gap {part.gap}" if part.gap else ""
    space += f" indent {part.indent}" if part.indent else ""
    marks = "".join(
        f"\n    {mark.kind}: {mark.span.of(part.text)}{' -> ' + mark.href if mark.href else ''}"
        for mark in part.marks
    )
    return f"{part.line} {kind}{space} | {part.text}{marks}"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_cases(case: Path) -> None:
    (source,) = case.glob("in.*")
    reading = read(capture_of(source))
    assert "\n".join(map(shown, reading.parts)) + "\n" == (case / "out.txt").read_text("utf-8")


@needs_shared
def test_every_line_of_the_example_captures_is_a_part() -> None:
    for path in sorted((SHARED / "captures").glob("*.txt")):
        reading = read(capture_of(path))
        assert [part.line for part in reading.parts] == nonblank_lines(path.read_text("utf-8"))
        assert reading.encoding == "utf-8"
        assert reading.findings == ()


# --- encodings ---------------------------------------------------------------------------------

SAMPLES = {
    "en": "The mayor’s view — “no change” — is that the café stays.",
    "de": "Die Behörde prüft die Schäden; größere Ausfälle gibt es nicht.",
    "ru": "Порт закрыт до осени, сообщил городской совет.",
    "fa": "بندر تا پاييز بسته است",
    "zh": "港口关闭到秋天，市政府说。",
    "ja": "港は秋まで閉鎖される。",
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_unicode_is_read_without_a_finding(text: str, encoding: str, mark: bytes) -> None:
    decoded = decode(mark + text.encode(encoding), HERE)
    assert (decoded.text, decoded.encoding, decoded.findings) == (text, encoding, ())


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("en", "cp1252"),
        ("de", "cp1252"),
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("fa", "cp1256"),
        ("zh", "gb18030"),
        ("ja", "cp932"),
    ],
)
def test_old_encodings_are_guessed_and_named(language: str, encoding: str) -> None:
    decoded = decode(SAMPLES[language].encode(encoding), HERE)
    assert decoded.text == SAMPLES[language]
    (finding,) = decoded.findings
    assert (finding.severity, finding.code) == ("note", "guessed-encoding")
    assert encoding in finding.message


@pytest.mark.parametrize(
    ("language", "declared", "encoding"),
    [
        ("de", "ISO-8859-1", "cp1252"),
        ("ru", "windows-1251", "cp1251"),
        ("zh", "gb2312", "gb18030"),
        ("ja", "iso-2022-jp", "iso2022_jp"),
        ("ja", "Shift_JIS", "cp932"),
    ],
)
def test_a_declared_charset_is_taken_as_its_superset(
    language: str, declared: str, encoding: str
) -> None:
    decoded = decode(SAMPLES[language].encode(encoding), HERE, declared)
    assert (decoded.text, decoded.encoding, decoded.findings) == (SAMPLES[language], encoding, ())


@pytest.mark.parametrize("declared", ["rot13", "base64", "idna", "unicode_escape", "no such", "\0"])
def test_what_is_no_charset_is_not_believed(declared: str) -> None:
    assert decode("café".encode("cp1252"), HERE, declared).text == "café"


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("größer".encode(), HERE, "windows-1251").text == "größer"


def test_utf16_without_a_mark_is_guessed() -> None:
    decoded = decode("Floods took the scaffold away.\n".encode("utf-16-le"), HERE)
    assert decoded.text == "Floods took the scaffold away.\n"
    assert [finding.code for finding in decoded.findings] == ["guessed-encoding"]


def test_utf8_that_was_cut_off_is_mended_and_reported() -> None:
    decoded = decode("Überfülle: größer, höher, über alle Maße schön é".encode()[:-1], HERE)
    assert decoded.text == "Überfülle: größer, höher, über alle Maße schön \ufffd"
    (finding,) = decoded.findings
    assert (finding.severity, finding.code) == ("warning", "damaged-encoding")


def test_control_characters_are_counted_and_line_ends_are_one_kind() -> None:
    text = "one\r\ntwo\rthree\x0c\x0b\x85four\n" + "filler " * 20 + "\n\x00five\x7f\x9f"
    decoded = decode(text.encode(), HERE)
    assert decoded.text.startswith("one\ntwo\nthree   four\n")
    assert decoded.text.endswith("\n\ufffdfive\ufffd\ufffd")
    (finding,) = decoded.findings
    assert (finding.code, finding.line) == ("control-characters", 5)
    assert finding.message.startswith("3 control characters (U+0000, U+007F, U+009F)")


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "empty-capture", 0),
        (b"\xef\xbb\xbf \n\t\r\n", "empty-capture", 0),
        ("\u3000\u2028\n".encode(), "empty-capture", 0),
        (b"%PDF-1.7\n...", "not-text", 0),
        (b"PK\x03\x04...", "not-text", 0),
        (b"\x89PNG\r\n\x1a\n", "not-text", 0),
        (b"\x1f\x8b\x08\x00", "not-text", 0),
        (b"{\\rtf1 text}", "not-text", 0),
        (b"\x00" * 100, "not-text", 0),
        (bytes(range(256)) * 20, "not-text", 0),
        (b"short\n\n" + b"x" * (LINE_LIMIT + 1), "line-too-long", 3),
        (b"x" * (SIZE_LIMIT + 1), "too-large", 0),
    ],
    ids=lambda value: value[:8].hex() if isinstance(value, bytes) else str(value),
)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_refused(reader, data: bytes, code: str, line: int) -> None:
    with pytest.raises(ReadError) as caught:
        reader(data, HERE)
    finding = caught.value.finding
    assert (finding.code, finding.line, finding.path) == (code, line, HERE)
    assert finding.advice


def test_a_line_of_fifty_million_characters_is_refused_not_cut() -> None:
    with pytest.raises(ReadError, match="Line 1 has 50,000,000 characters"):
        read_text(b"x" * 50_000_000, HERE)


def test_long_markdown_is_refused() -> None:
    with pytest.raises(ReadError, match="at most 1,000,000"):
        read_markdown(b"a line\n" * (MARKDOWN_LIMIT // 7 + 1), HERE)


def test_read_refuses_unknown_suffixes_and_names_the_known(tmp_path: Path) -> None:
    path = tmp_path / "picture.xyz"
    path.write_bytes(b"x")
    with pytest.raises(ReadError, match="no reader for .xyz") as caught:
        read(capture_of(path))
    assert ".md, .txt" in caught.value.advice


def test_read_refuses_what_changed_since_it_was_hashed(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(b"one")
    capture = capture_of(path)
    assert read(capture).parts == (Part(1, "one"),)
    path.write_bytes(b"two")
    with pytest.raises(ReadError) as caught:
        read(capture)
    assert caught.value.code == "capture-changed"


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: None])
def test_read_refuses_what_is_no_file(tmp_path: Path, make) -> None:
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(ReadError) as caught:
        read(CaptureFile(path, "", 0))
    assert caught.value.code in ("not-a-file", "unreadable")


# --- laws --------------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ENCODINGS = ["utf-8", "utf-16", "utf-32", "cp1252", "cp1251", "gb18030", "cp932"]
ANY_BYTES = st.one_of(
    st.binary(max_size=400),
    st.builds(lambda text, name: text.encode(name, "ignore"), ANY_TEXT, st.sampled_from(ENCODINGS)),
    st.lists(
        st.sampled_from(
            [
                b"a",
                b"word ",
                b"\n",
                b"\r",
                b"\0",
                b"\xff\xfe",
                b"\xc3",
                b"\x1b$B",
                b"---\n",
                b"k: v\n",
            ]
        )
    ).map(b"".join),
)


@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(data=ANY_BYTES)
def test_any_bytes_are_read_or_refused(reader, data: bytes) -> None:
    try:
        reading = reader(data, HERE)
    except ReadError as error:
        assert error.advice
        return
    assert isinstance(reading, Reading)
    assert [part.line for part in reading.parts] == nonblank_lines(decode(data, HERE).text)


@settings(max_examples=200, deadline=None)
@given(
    data=ANY_BYTES,
    declared=st.sampled_from([*ENCODINGS, "", "hz", "iso-2022-kr", "utf-7"]) | st.text(),
)
def test_decoded_text_keeps_its_promise(data: bytes, declared: str) -> None:
    try:
        text = decode(data, HERE, declared).text
    except ReadError:
        return
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_each_line_of_plain_text_is_one_part(text: str) -> None:
    try:
        decoded = decode(text.encode(), HERE)
    except ReadError:
        return
    lines = decoded.text.split("\n")
    parts = read_text(text.encode(), HERE).parts
    assert [part.line for part in parts] == nonblank_lines(decoded.text)
    for part in parts:
        assert lines[part.line - 1].strip() == part.text
        assert lines[part.line - 1][part.indent :].startswith(part.text)
        above = lines[: part.line - 1]
        assert not any(line.strip() for line in above[len(above) - part.gap :])


BLOCKS = ["# ", ">", "- ", "1. ", "```", "~~~", "    ", "\t", "|", "|-|-|", "---", "===", "***"]
INLINE = ["*", "**", "_ ", "`", "``", "<b>", "<!--", "-->", "\\\n", "  \n", "!", "&"]
LINKS = ["[", "]", "](", "![", "]: ", "](<", ")", "<http://W>", '"', "]["]
ODD = ["\u00a0", "\u2028", "\ufeff", "&#10;", "&#0;", "\x00", "\r", "\x0c", "אב", "e\u0301"]
WORDS = ["W", "W", "W ", "\n", "\n", "\n\n", " "]


def numbered(pieces: list[str]) -> str:
    """Pieces as one text in which each W is a word of its own."""
    count = iter(range(len("".join(pieces))))
    return re.sub("W", lambda _: f"w{next(count)}q", "".join(pieces))


def markdown_of(*pieces: list[str]) -> st.SearchStrategy[str]:
    choices = st.sampled_from([piece for group in pieces for piece in group])
    return st.lists(choices, max_size=60).map(numbered)


@settings(max_examples=200, deadline=None)
@given(markdown_of(BLOCKS, INLINE, LINKS, ODD, WORDS) | ANY_TEXT)
def test_each_line_of_markdown_is_one_part(text: str) -> None:
    parts = parts_of_markdown(text)
    assert [part.line for part in parts] == nonblank_lines(text)
    for part in parts:
        assert part.text
        assert part.text == part.text.strip()
        assert "\n" not in part.text
        assert not (part.aside and (part.kind or part.marks or part.joins))
        assert all(0 <= m.span.start < m.span.end <= len(part.text) for m in part.marks)


@settings(max_examples=200, deadline=None)
@given(markdown_of(BLOCKS, INLINE, WORDS))
def test_no_word_of_markdown_is_lost(text: str) -> None:
    parts = {part.line: part for part in parts_of_markdown(text)}
    for number, line in enumerate(text.split("\n"), start=1):
        for word in re.findall(r"w\d+q", line):
            assert word in parts[number].text


@settings(max_examples=200, deadline=None)
@given(markdown_of(BLOCKS, INLINE, LINKS, LINKS, WORDS))
def test_no_word_of_markdown_moves_to_another_line(text: str) -> None:
    lines = text.split("\n")
    for part in parts_of_markdown(text):
        for word in re.findall(r"w\d+q", part.text):
            assert word in lines[part.line - 1]


@settings(max_examples=100, deadline=None)
@given(markdown_of(BLOCKS, INLINE, LINKS, WORDS), st.integers(1, 50))
def test_first_line_only_shifts_the_numbers(text: str, first: int) -> None:
    here, there = parts_of_markdown(text), parts_of_markdown(text, first)
    assert [part.line + first - 1 for part in here] == [part.line for part in there]
    assert [part.text for part in here] == [part.text for part in there]


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 20_000,
        "![" * 5_000 + "a" + "](b)" * 5_000,
        ">" * 20_000 + "a",
        "- " * 20_000 + "a",
        "<!--\n" * 20_000 + "--> x",
        "*" * 5_000 + "a\n" * 5_000 + "*" * 5_000,
        "|" * 500 + "\n" + "|-" * 500 + "|\n" + "|a" * 500,
    ],
    ids=lambda text: text[:4],
)
def test_hostile_markdown_is_read_without_exhausting_the_stack(hostile: str) -> None:
    parts = parts_of_markdown(hostile)
    assert [part.line for part in parts] == nonblank_lines(hostile)


def test_markdown_of_a_digest_has_kinds_and_marks() -> None:
    heading, text = parts_of_markdown("## Where\n\nBy the *old* quay.", first_line=10)
    assert (heading.line, heading.kind, heading.level) == (10, BlockKind.HEADING, 2)
    assert (text.line, text.gap, text.kind) == (12, 1, BlockKind.PARAGRAPH)
    assert [(mark.kind, mark.span.of(text.text)) for mark in text.marks] == [
        (MarkKind.EMPHASIS, "old")
    ]


# --- finding records ---------------------------------------------------------------------------


def codes(findings) -> list[tuple[str, str]]:
    return [(finding.path.name, finding.code) for finding in findings]


def test_records_are_found_sorted_without_the_introduction(tmp_path: Path) -> None:
    for name in ["b.md", "a.md", "index.md", "topics.yml", ".hidden.md", "a.notes.yml"]:
        (tmp_path / name).write_text("x")
    assert find_records(tmp_path) == ([tmp_path / "a.md", tmp_path / "b.md"], ())


def test_names_that_make_no_id_are_left_out_with_a_suggestion(tmp_path: Path) -> None:
    for name in ["Über Brücken.md", "-a.md", "橋.md", "good.md"]:
        (tmp_path / name).write_text("x")
    records, findings = find_records(tmp_path)
    assert records == [tmp_path / "good.md"]
    assert sorted(finding.code for finding in findings) == ["invalid-id"] * 3
    assert any('"uber-brucken.md"' in finding.advice for finding in findings)


def test_ids_that_differ_in_case_only_are_one_id(tmp_path: Path) -> None:
    for name in ["a.md", "A.md", "b.md"]:
        (tmp_path / name).write_text("x")
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this file system does not tell capitals apart")
    records, findings = find_records(tmp_path)
    assert records == [tmp_path / "b.md"]
    assert codes(findings) == [("A.md", "same-id"), ("a.md", "same-id")]
    assert all('"A.md" and "a.md" are one id' in finding.message for finding in findings)


def test_what_is_no_record_file_is_refused(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    (sources / "folder.md").mkdir(parents=True)
    os.mkfifo(sources / "pipe.md")
    (tmp_path / "secret.md").write_text("x")
    (sources / "outside.md").symlink_to(tmp_path / "secret.md")
    (sources / "circle.md").symlink_to("circle.md")
    (sources / "device.md").symlink_to("/dev/zero")
    (sources / "real.md").write_text("x")
    (sources / "inside.md").symlink_to("real.md")
    records, findings = find_records(sources)
    assert [path.name for path in records] == ["inside.md", "real.md"]
    assert dict(codes(findings)) == {
        "circle.md": "link-leaves-folder",
        "device.md": "link-leaves-folder",
        "folder.md": "not-a-file",
        "outside.md": "link-leaves-folder",
        "pipe.md": "not-a-file",
    }


def test_without_a_folder_of_records_the_setting_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        find_records(tmp_path / "none")
    assert "sources" in caught.value.advice


@given(st.text(max_size=30))
def test_a_suggested_id_is_an_id(stem: str) -> None:
    assert re.fullmatch(r"([a-z0-9][a-z0-9._-]*)?", suggested_id(stem))


# --- finding captures --------------------------------------------------------------------------


def record(name: str, file: str = "", sha256: str = "") -> Record:
    return Record(Path("sources", name), Value("A ferry"), capture_file=file, capture_sha256=sha256)


def index_of(folder: Path, files: dict[str, str]) -> CaptureIndex:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return find_captures([folder])


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_captures_are_found_below_folders_with_hash_and_size(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"b.txt": "two", "deep/er/a.txt": "one", ".git/x": "no"})
    assert index.files == (
        CaptureFile(tmp_path / "b.txt", sha("two"), 3),
        CaptureFile(tmp_path / "deep/er/a.txt", sha("one"), 3),
    )
    assert index.findings == ()
    assert find_captures([tmp_path]) == index


def test_captures_never_lead_out_of_their_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "captures", tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    inside.mkdir()
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "zero.txt").symlink_to("/dev/zero")
    (inside / "circle").symlink_to("circle")
    os.mkfifo(inside / "pipe.txt")
    (inside / "new\nline.txt").write_text("x")
    (inside / "a.txt").write_text("one")
    (inside / "same.txt").symlink_to("a.txt")
    index = find_captures([inside])
    assert [file.path.name for file in index.files] == ["a.txt"]
    assert dict(codes(index.findings)) == {
        "circle": "link-leaves-folder",
        "folder": "link-leaves-folder",
        "link.txt": "link-leaves-folder",
        "new\nline.txt": "odd-name",
        "pipe.txt": "not-a-file",
        "zero.txt": "link-leaves-folder",
    }


def test_a_missing_folder_of_captures_is_a_note(tmp_path: Path) -> None:
    (finding,) = find_captures([tmp_path / "none"]).findings
    assert (finding.severity, finding.code) == ("note", "no-captures-folder")


def test_a_capture_is_matched_by_hash_whatever_its_name(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"renamed.bin": "one", "a.txt": "two"})
    found = match(record("a.md", "a.txt", sha("one")), index)
    assert found is not None
    assert found.path.name == "renamed.bin"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (record("x.md", "b.txt"), "b.txt"),
        (record("a.md"), "a.txt"),
        (record("x.md"), None),
        (record("a.md", "c.txt"), None),
        (record("x.md", "c.txt", "0" * 64), None),
    ],
)
def test_a_capture_is_matched_by_name(tmp_path: Path, entry: Record, expected: str | None) -> None:
    found = match(entry, index_of(tmp_path, {"a.txt": "one", "b.txt": "two"}))
    assert (found and found.path.name) == expected


@pytest.mark.parametrize("entry", [record("x.md", "a.txt", "0" * 64), record("a.md", "", "0" * 64)])
def test_the_right_name_with_wrong_bytes_names_both(tmp_path: Path, entry: Record) -> None:
    with pytest.raises(ReadError) as caught:
        match(entry, index_of(tmp_path, {"a.txt": "one"}))
    assert caught.value.code == "capture-mismatch"
    for part in ["a.txt", entry.path.name, sha("one"), "0" * 64]:
        assert part in caught.value.reason


def test_two_files_of_one_name_are_ambiguous_unless_they_are_the_same(tmp_path: Path) -> None:
    same = index_of(tmp_path / "same", {"x/a.txt": "one", "y/a.txt": "one"})
    assert match(record("a.md"), same) == same.files[0]
    with pytest.raises(ReadError) as caught:
        match(record("a.md"), index_of(tmp_path / "two", {"x/a.txt": "one", "y/a.txt": "two"}))
    assert caught.value.code == "capture-ambiguous"


def test_two_records_of_one_capture_are_an_error_that_names_both(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"a.txt": "one", "copy.txt": "one", "c.txt": "three"})
    entries = [
        record("a.md"),
        record("b.md", "copy.txt"),
        record("c.md"),
        record("d.md", sha256="0" * 64),
        record("e.md", sha256="0" * 64),
        record("f.md"),
    ]
    findings = same_captures((entry, match(entry, index)) for entry in entries)
    assert [finding.path.name for finding in findings] == ["a.md", "b.md", "d.md", "e.md"]
    assert '"a.md" and "b.md" have the same capture' in findings[0].message
