"""Writing into notes files: what is meant is written, and no other byte of a file changes."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given
from hypothesis import strategies as st

from generator import pipeline
from generator.anchor.anchoring import anchor_in
from generator.anchor.edit.append import append
from generator.anchor.edit.entry import as_yaml
from generator.anchor.edit.placing import places_of, target_at
from generator.anchor.edit.requote import requote
from generator.anchor.find import source_of
from generator.anchor.notes_file import load_notes, parse_notes
from generator.cli import main, notes_repair, notes_target, notes_words
from generator.errors import DossierError, NotesError, WriteError
from generator.model import (
    Assessment,
    ClaimId,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Quote,
    Record,
    Source,
    SourceId,
    Span,
    Stance,
    Standing,
    Target,
    TopicId,
    Value,
)
from tests.dossiers import CAPTURE, make_dossier, settings_of_dossier
from tests.strategies import documents, spans_within

SOURCE = SourceId("1936-lamp")
PATH = Path("1936-lamp.notes.yml")
A_NOTE = Note(NoteId(""), Target(SOURCE), "Words.")


def bare(note: Note) -> Note:
    """A note wherever it stands."""
    return replace(note, path=Path(), line=0)


def notes_file(folder: Path, text: str) -> Path:
    path = folder / PATH
    path.write_bytes(text.encode())
    return path


# --- adding ------------------------------------------------------------------------------------

LINES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
WORDS = LINES.map(lambda text: " ".join(text.split())).filter(bool)
BODIES = st.lists(st.one_of(LINES, st.sampled_from(["- a", "# b", "    code", "a: b # c", "---", "..."]))).map(
    lambda lines: "\n".join(lines).strip("\n").rstrip()
)  # fmt: skip
DATES = st.sampled_from(["2026-11-20", "2026-10~", "../1936", ""])
QUOTES = st.builds(
    Quote,
    st.lists(WORDS, min_size=1, max_size=2).map("\n".join).filter(lambda words: any(map(str.isalnum, words))),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8), st.sampled_from(["", " and\nso", "\n", ", "]),
)  # fmt: skip
TARGETS = st.one_of(
    st.builds(Target, st.just(SOURCE), st.sampled_from([None, *Layer]), QUOTES),
    st.just(Target(SOURCE)),
)
ASSESSMENTS = st.lists(
    st.builds(Assessment, WORDS.map(ClaimId), st.sampled_from(Stance)),
    max_size=2,
    unique_by=lambda one: one.claim,
)
NOTES = st.builds(
    Note,
    st.just(NoteId("")), TARGETS, BODIES, WORDS | st.just(""), DATES, DATES,
    st.sampled_from([None, *NoteStatus]), st.just(Motivation.HIGHLIGHTING) | st.sampled_from(Motivation),
    st.lists(st.sampled_from(["figures", "two words", "a, b", "№ 5", "no: yes", "- x"]), max_size=2, unique=True).map(tuple),
    ASSESSMENTS.map(tuple), st.sampled_from(["", "https://a.example/x?y=1&z=%20"]),
)  # fmt: skip
BEFORE = st.sampled_from(
    [
        "",
        "# only a comment",
        "- {note: a} # why",
        "  - note: |\n      a\n      - b\n\n# end\n",
        "- quote: a\r\n  note: b\r\n- note: c\r\n",
        "- note: a\n\n- note: |\n    b",
        "-\n  note: a\n",
        "\ufeff- note: a\n\n\n- note: b\n",
    ]
)


@given(BEFORE, st.lists(NOTES, min_size=1, max_size=3))
def test_what_is_added_is_read_again_and_all_before_it_stays(
    tmp_path_factory: pytest.TempPathFactory, before: str, notes: list[Note]
) -> None:
    path = notes_file(tmp_path_factory.mktemp("append"), before)
    old, _ = load_notes(path, SOURCE)
    try:
        added = append(path, notes, SOURCE)
    except WriteError as error:
        assert error.code == "note-not-writable"
        assert any(not words_of(note).isprintable() or not note.body for note in notes)
        assert path.read_bytes() == before.encode()
        return
    assert path.read_bytes().startswith(before.encode())
    assert ("\r\n" in before) == (b"\r\n" in path.read_bytes())
    new, _ = load_notes(path, SOURCE)
    assert new == (*old, *added)
    assert [replace(bare(one), id=NoteId("")) for one in added] == notes


def words_of(note: Note) -> str:
    quote = note.target.quote or Quote("")
    claims = [one.claim for one in note.assessments]
    texts = (note.body, note.creator, quote.exact, quote.prefix, quote.suffix, *claims)
    return re.sub(r"\s", "", "".join(texts))


def test_an_entry_reads_as_a_person_would_write_it() -> None:
    note = Note(
        NoteId("n-1"),
        Target(SOURCE, Layer.TEXT, Quote("paid for it", prefix="had ")),
        "See [[harbour-board]].\n\n    twelve barrels\n\nNot more.",
        "Ada Marsh",
        "2026-11-20",
        "2026-11-22",
        NoteStatus.DISPUTED,
        Motivation.ASSESSING,
        ("figures", "oil, lamps"),
        (
            Assessment(ClaimId("paid"), Stance.SUPPORTS),
            Assessment(ClaimId("late"), Stance.MENTIONS),
        ),
        "https://a.example/1",
    )
    entry = """\
- id: n-1
  layer: text
  quote: "paid for it"
  prefix: "had "
  note: |
    See [[harbour-board]].

        twelve barrels

    Not more.
  by: "Ada Marsh"
  on: 2026-11-20
  modified: 2026-11-22
  status: disputed
  motivation: assessing
  tags: [figures, "oil, lamps"]
  claim: {paid: supports, late: mentions}
  via: "https://a.example/1"
"""
    assert as_yaml(note, SOURCE) == entry
    assert bare(parse_notes(entry, PATH, SOURCE)[0][0]) == note


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        (Target(SOURCE), ["source: 1936-lamp"]),
        (Target(topic=TopicId("harbour-board")), ["topic: harbour-board"]),
        (Target(event="1936-03~"), ['event: "1936-03~"']),
    ],
)
def test_in_the_file_of_the_dossier_a_note_names_what_it_is_about(
    tmp_path: Path, target: Target, lines: list[str]
) -> None:
    path = tmp_path / "dossier.notes.yml"
    [added] = append(path, [replace(A_NOTE, target=target)], None)
    assert added.target == target
    assert as_yaml(added, None).splitlines()[1:-2] == [f"  {line}" for line in lines]


@pytest.mark.parametrize(
    ("before", "new"),
    [
        ("- note: a\n- note: b\n", "- note: |\n    Words.\n"),
        ("- note: a\n\n- note: b\n", "\n- note: |\n    Words.\n"),
        ("- note: a\n", "\n- note: |\n    Words.\n"),
        ("  - note: a\r\n  - note: b", "\r\n  - note: |\r\n      Words.\r\n"),
    ],
)
def test_new_entries_look_like_those_before_them(tmp_path: Path, before: str, new: str) -> None:
    path = notes_file(tmp_path, before)
    append(path, [A_NOTE], SOURCE)
    assert path.read_bytes().decode() == before + new


@pytest.mark.parametrize(
    ("before", "error"),
    [("[{note: a}]\n", WriteError), ("- note: a\n...\n", WriteError), ("note: a\n", NotesError), ("- [", NotesError)],
)  # fmt: skip
def test_a_file_that_nothing_can_be_added_to_stays(
    tmp_path: Path, before: str, error: type[DossierError]
) -> None:
    path = notes_file(tmp_path, before)
    with pytest.raises(error):
        append(path, [A_NOTE], SOURCE)
    assert path.read_text() == before


def test_a_note_that_would_be_read_as_another_is_not_written(tmp_path: Path) -> None:
    path = notes_file(tmp_path, "- note: a\n")
    for note in (replace(A_NOTE, body=""), replace(A_NOTE, body="a\x00"), replace(A_NOTE, tags=("x" * 99,))):  # fmt: skip
        with pytest.raises(WriteError) as caught:
            append(path, [A_NOTE, note], SOURCE)
        assert caught.value.code == "note-not-writable"
    assert path.read_text() == "- note: a\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_killed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = notes_file(tmp_path, "- quote: oil\n  note: a\n")
    [note] = load_notes(path, SOURCE)[0]

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os if step == "fsync" else Path, step, killed)
    with pytest.raises(KeyboardInterrupt):
        append(path, [A_NOTE], SOURCE)
    with pytest.raises(KeyboardInterrupt):
        requote(note, Quote("lamp"), None, SOURCE)
    assert path.read_text() == "- quote: oil\n  note: a\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = notes_file(tmp_path, "- note: a\n")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="read-only") as caught:
        append(path, [A_NOTE], SOURCE)
    assert caught.value.code == "cannot-write"
    assert path.read_text() == "- note: a\n"


# --- another quote in an entry -----------------------------------------------------------------

FILE = """\
# Notes on the lamp.

- quote: the keepr   # as printed
  prefix: "told by "
  # he was the second one
  note: |
    # not a comment
    prefix: nor a key
  by: Ada

- id: paid
  layer: digest
  quote: >-   # folded
    ordered in
    1935

  # who ordered it?
  suffix:
  note: x
- {note: why, quote: 'the board', prefix: "That ", tags: [a, b]}  # last
"""


def requoted(text: str, number: int, quote: Quote, layer: Layer | None = None) -> str:
    path = Path(PATH)
    written: list[str] = []
    notes, _ = parse_notes(text, path, SOURCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.anchor.edit.requote.read_text", lambda _: text)
        patch.setattr(
            "generator.anchor.edit.requote.write_text", lambda _, new: written.append(new)
        )
        made = requote(notes[number], quote, layer, SOURCE)
    after, _ = parse_notes(written[0], path, SOURCE)
    assert after[number] == made
    return written[0]


def test_only_the_words_change_and_the_derived_id_is_kept() -> None:
    [note, *_] = parse_notes(FILE, PATH, SOURCE)[0]
    assert requoted(FILE, 0, Quote("the keeper", suffix=" told"), Layer.TEXT) == FILE.replace(
        '- quote: the keepr   # as printed\n  prefix: "told by "\n',
        f'- id: {note.id}\n  layer: text\n  quote: "the keeper"   # as printed\n  suffix: " told"\n',
    )


def test_folded_words_keep_their_comment_and_empty_keys_are_filled() -> None:
    assert requoted(FILE, 1, Quote("ordered in 1936", suffix=", he")) == FILE.replace(
        "  layer: digest\n  quote: >-   # folded\n    ordered in\n    1935\n",
        '  quote: "ordered in 1936"   # folded\n',
    ).replace("suffix:\n", 'suffix: ", he"\n')


def test_an_entry_between_braces_stays_so() -> None:
    [*_, note] = parse_notes(FILE, PATH, SOURCE)[0]
    assert requoted(FILE, 2, Quote("the board", suffix=" left"), Layer.DIGEST) == FILE.replace(
        "quote: 'the board', prefix: \"That \"",
        f"id: {note.id}, layer: digest, quote: 'the board', suffix: \" left\"",
    )


#: Ways to write each key; those that say where the note stands, and the others.
PLACE = {
    "quote": ["quote: the lamp", "quote: 'the lamp'", 'quote: "the lamp"  # why', "quote: >-  # why\n  the\n  lamp", "quote: |\n  the lamp\n", "quote: the\n  lamp"],
    "prefix": ["prefix: 'of '", "prefix:", "prefix: >-  # why\n  of", 'prefix: "\\n"  # why'],
    "suffix": ["suffix: of", "suffix: ~", "suffix: |+\n  of\n\n", "suffix:  # why\n  of"],
    "layer": ["layer: text", "layer: 'digest'  # why"],
    "id": ["id: a-1"],
}  # fmt: skip
OTHER = {
    "note": ["note: |\n  words\n  # of the note\n  quote: the lamp\n", "note: words  # why", "note: >\n  a\n\n  b"],
    "by": ["by: Ada", "by: 'Ada'  # why"],
    "tags": ["tags: [a, b]", "tags:\n- a  # why\n- b"],
}  # fmt: skip
WAYS = PLACE | OTHER
HEADS = st.sampled_from(
    ["", "# notes\n\n", "- note: a  # why\n", "- quote: the lamp\n  note: b\n\n"]
)
TAILS = st.sampled_from(
    ["", "\n# end", "- note: c\n", "\n\n# next\n- quote: the lamp\n  note: d  # why\n"]
)
NEW_QUOTES = st.builds(
    Quote,
    st.sampled_from(["the lamp", "the Skarv lamp", 'it\'s "so": # 1', "a\nb", "Ёлка 👩‍🚀"]),
    st.sampled_from(["", "of ", "\n", "{x"]), st.sampled_from(["", " of", "\n", ": x"]),
)  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A note's entry, a key a line or between braces, and what of it must stay."""
    others = draw(st.sets(st.sampled_from(sorted(WAYS.keys() - {"quote", "note"}))))
    keys = draw(st.permutations(["quote", "note", *sorted(others)]))
    if draw(st.booleans()):
        short = {key: min(WAYS[key], key=lambda way: ("\n" in way, "#" in way)) for key in keys}
        short["note"] = "note: words"
        kept = [short[key] for key in keys if key in OTHER]
        return f"- {{{', '.join(short[key] for key in keys)}}}  # why\n", kept
    rows: list[str] = []
    kept = []
    for key in keys:
        is_told = draw(st.booleans())
        if rows and is_told:
            rows.append(f"# about {key}")
            kept.append(f"# about {key}")
        way = draw(st.sampled_from(WAYS[key]))
        rows += way.split("\n")
        kept += way.split("\n") if key in OTHER else []
    return "- " + "\n".join(row and f"  {row}" for row in rows)[2:] + "\n", kept


@given(HEADS, entries(), TAILS, NEW_QUOTES, st.sampled_from([None, *Layer]), st.booleans())
def test_another_quote_is_read_again_and_every_other_line_stays(
    head: str,
    entry: tuple[str, list[str]],
    tail: str,
    quote: Quote,
    layer: Layer | None,
    crlf: bool,
) -> None:
    text = head + entry[0] + tail
    text = text.replace("\n", "\r\n") if crlf else text
    number = len(parse_notes(head, PATH, SOURCE)[0])
    before = parse_notes(text, PATH, SOURCE)[0]
    after = requoted(text, number, quote, layer)
    ends = "\r\n" if crlf else "\n"
    assert after.startswith(head.replace("\n", ends))
    assert after.endswith(tail.replace("\n", ends))
    assert after.count("\n") == after.count(ends)
    rows = iter([row.removeprefix("- ").strip() for row in after.split(ends)])
    if entry[0].startswith("- {"):
        assert all(way in after for way in entry[1])
    else:
        assert all(any(row == kept.strip() for row in rows) for kept in entry[1])
    assert after.count("# why") == text.count("# why")
    target = replace(before[number].target, quote=quote, layer=layer)
    wanted = [*before]
    wanted[number] = replace(before[number], target=target)
    assert list(map(bare, parse_notes(after, PATH, SOURCE)[0])) == list(map(bare, wanted))


@given(st.data())
def test_a_note_on_any_passage_goes_through_the_file_and_finds_it_again(
    data: st.DataObject,
) -> None:
    document = data.draw(documents())
    spans = [data.draw(spans_within(list(document.blocks))) for _ in range(2)]
    span = Span(min(spans).start, max(one.end for one in spans))  # often across blocks
    record = Record(Path("a.md"), Value("A"))
    source = Source(SOURCE, record, document, document if data.draw(st.booleans()) else None)
    target = target_at(source, Layer.DIGEST, span, names_layer=True)
    assume(target is not None)
    assert target is not None
    assert target.quote is not None
    entry = as_yaml(replace(A_NOTE, target=target), SOURCE)
    [note] = parse_notes(entry, PATH, SOURCE)[0]
    [found] = anchor_in(source, [note])
    assert (found.standing, found.layer) == (Standing.ANCHORED, Layer.DIGEST)
    assert found.span == span
    assert (Layer.DIGEST, span) in places_of(source, target.quote.exact)


@pytest.mark.parametrize(
    "text",
    ["- quote: oil\n  note: a\n  layer: text\n", "", "- quote: oil\n  note: b\n", "\n\n" + "- quote: oil\n  note: a\n" * 2],
)  # fmt: skip
def test_a_note_that_somebody_changed_meanwhile_is_left_alone(tmp_path: Path, text: str) -> None:
    path = notes_file(tmp_path, "- quote: oil\n  note: a\n")
    [note] = load_notes(path, SOURCE)[0]
    notes_file(tmp_path, text)
    with pytest.raises(WriteError) as caught:
        requote(note, Quote("lamp"), None, SOURCE)
    assert caught.value.code == "file-changed"
    assert path.read_bytes().decode() == text


def test_a_note_that_only_moved_is_found_and_of_twins_the_one_in_the_line(tmp_path: Path) -> None:
    path = notes_file(tmp_path, "- quote: oil\n  note: a\n")
    [note] = load_notes(path, SOURCE)[0]
    notes_file(tmp_path, "# new\n- note: b\n- quote: oil\n  note: a\n")
    assert requote(note, Quote("lamp"), None, SOURCE).line == 3
    notes_file(tmp_path, "- quote: oil\n  note: a\n" * 2)
    second = load_notes(path, SOURCE)[0][1]
    made = requote(second, Quote("lamp"), None, SOURCE)
    assert (made.line, made.id) == (3, second.id)


@pytest.mark.parametrize(
    "text",
    [
        "[{quote: oil, note: a}, {quote: oil, note: b}]\n",  # two in a line
        "- block: p-1\n  note: a\n",
        "- note: a\n  ? quote\n  : oil\n  ? prefix\n  : of\n",
    ],
)
def test_what_cannot_be_changed_safely_is_refused(tmp_path: Path, text: str) -> None:
    path = notes_file(tmp_path, text)
    note = load_notes(path, SOURCE)[0][0]
    with pytest.raises(WriteError) as caught:
        requote(note, Quote("lamp", suffix=" and"), None, SOURCE)
    assert caught.value.code == "note-edit-refused"
    assert path.read_text() == text


# --- dossier notes new -------------------------------------------------------------------------


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    capture = CAPTURE.replace('"counts', "“counts").replace('ships"', "ships”")
    config = make_dossier(tmp_path / "d", capture=capture)
    monkeypatch.chdir(config.parent)
    monkeypatch.setenv("DOSSIER_BY", "Ada Marsh")
    return config.parent


def run(*arguments: str, keys: str | None = None) -> Result:
    return CliRunner().invoke(main, ["notes", *arguments], input=keys)


def new(*arguments: str, keys: str | None = None) -> Result:
    """A new note with words; most tests are about something else."""
    words = [] if "--note" in arguments else ["--note", "Words."]
    return run("new", "--edition", "full", *arguments, *words, keys=keys)


def notes_of(dossier: Path, name: str = "1936-lamp") -> list[Note]:
    path = dossier / "sources" / f"{name}.notes.yml"
    notes, findings = load_notes(path, source_of(path))
    assert findings == ()
    return list(notes)


def standings(dossier: Path) -> dict[str, str]:
    """What is marked for each note in a full build."""
    settings = settings_of_dossier(dossier / "mkdocs.yml", edition="full")
    built = pipeline.build(settings).dossier
    [source] = built.sources
    return {
        one.note.id: one.span.of(source.document(one.layer).text)
        for one in built.notes
        if one.span and one.layer
    }


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (notes_words, notes_target, notes_repair):
        monkeypatch.setattr(module, "is_terminal", lambda: True)


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened in an editor; it types "Typed." above what is there."""
    opened: list[str] = []

    def edit(text: str, **_: str) -> str:
        opened.append(text)
        return f"Typed.\r\n{text}"

    monkeypatch.setattr(click, "edit", edit)
    return opened


def test_a_note_is_written_with_all_that_was_said(dossier: Path) -> None:
    (dossier / "sources/claims.yml").write_text("- {id: paid, statement: The oil was paid for.}\n")
    done = new(
        *("1936-lamp", "--quote", "never paid for oil", "--note", "See [[harbour-board]]."),
        *("--on", "2026-11~", "--status", "disputed", "--motivation", "assessing"),
        *("--tag", "figures", "--tag", "oil", "--claim", "paid", "--stance", "contradicts"),
    )
    assert done.exit_code == 0, done.output
    [note] = notes_of(dossier)
    quote = Quote("never paid for oil")
    assert replace(bare(note), id=NoteId("")) == Note(
        NoteId(""),
        Target(SOURCE, Layer.DIGEST, quote),
        "See [[harbour-board]].",
        "Ada Marsh",
        "2026-11~",
        "",
        NoteStatus.DISPUTED,
        Motivation.ASSESSING,
        ("figures", "oil"),
        (Assessment(ClaimId("paid"), Stance.CONTRADICTS),),
    )
    assert f"sources/1936-lamp.notes.yml:{note.line}: {note.id}\n" in done.output
    assert "the Harbour Board [never paid for oil] ordered in 1935." in done.output
    assert "marked as disputed" in done.output
    assert f"sources/1936-lamp.html#note-{note.id}" in done.output
    assert standings(dossier) == {note.id: "never paid for oil"}


def test_words_are_written_as_the_text_has_them(dossier: Path) -> None:
    done = new("1936-lamp", "--quote", '"counts  barrels as he\ncounts ships", which')
    assert done.exit_code == 0, done.output
    [note] = notes_of(dossier)
    assert note.target == Target(SOURCE, Layer.TEXT, Quote("“counts barrels as he counts ships”, which"))  # fmt: skip
    assert "restricted" in done.output


def test_of_several_places_one_is_taken_by_number(dossier: Path) -> None:
    listed = new("1936-lamp", "--quote", "Harbour Board")
    assert listed.exit_code == 1
    assert "These words stand in 2 places:" in listed.output
    assert "  2  text: …the Skarv lamp had been ordered" in listed.output
    assert "--nth" in listed.output
    assert new("1936-lamp", "--quote", "Harbour Board", "--nth", "3").exit_code == 2
    assert not (dossier / "sources/1936-lamp.notes.yml").exists()
    for number in (1, 2, 3):
        assert new("1936-lamp", "--quote", "oard", "--nth", str(number)).exit_code == 0
    assert [(one.target.layer, one.id in standings(dossier)) for one in notes_of(dossier)] == [
        (Layer.DIGEST, True),
        (Layer.DIGEST, True),
        (Layer.TEXT, True),
    ]
    assert len({one.target for one in notes_of(dossier)}) == 3


@pytest.mark.usefixtures("terminal")
def test_in_a_terminal_somebody_chooses_the_place(dossier: Path) -> None:
    done = new("1936-lamp", "--quote", "Nils Aasgaard", keys="x\n2\n")
    assert done.exit_code == 0, done.output
    assert [one.target.layer for one in notes_of(dossier)] == [Layer.TEXT]
    assert new("1936-lamp", "--quote", "Nils Aasgaard", keys="").exit_code == 1
    assert len(notes_of(dossier)) == 1


def test_with_a_layer_only_that_text_is_looked_in(dossier: Path) -> None:
    assert new("1936-lamp", "--quote", "Nils Aasgaard", "--layer", "text").exit_code == 0
    assert [one.target.layer for one in notes_of(dossier)] == [Layer.TEXT]
    words = ("--quote", "Nils Aasgaard", "--layer", "text", "--note", "x")
    done = run("new", "1936-lamp", *words)
    assert (done.exit_code, "layer-not-shown" in done.output) == (2, True)


def test_a_source_without_a_record_has_one_text_and_needs_no_layer(dossier: Path) -> None:
    (dossier / "captures/pier.txt").write_text("The Pier\n\nThe pier was sold. Nobody bought it.\n")
    assert new("pier", "--quote", "the pier was sold").exit_code == 1
    assert new("pier", "--quote", "The pier was sold").exit_code == 0
    assert [one.target.layer for one in notes_of(dossier, "pier")] == [None]


def test_words_that_are_not_there_show_the_nearest_and_write_nothing(dossier: Path) -> None:
    done = new("1936-lamp", "--quote", "the Harbor Board never payed")
    assert done.exit_code == 1
    assert re.search(r"\d\d %  digest: .*\[.*Harbour Board never paid.*\]", done.output)
    public = run("new", "1936-lamp", "--quote", "counts barrels", "--note", "x")
    assert public.exit_code == 1
    assert "--edition full" in public.output
    assert not list((dossier / "sources").glob("*.notes.yml"))


def test_notes_on_a_whole_a_topic_a_date_and_a_block(dossier: Path) -> None:
    [source] = pipeline.build(settings_of_dossier(dossier / "mkdocs.yml")).dossier.sources
    block = source.digest.blocks[0].id
    assert new("sources/1936-lamp.md").exit_code == 0
    assert new("1936-lamp", "--block", block).exit_code == 0
    assert new("--topic", "harbour-board").exit_code == 0
    assert new("--event", "1936-03-03").exit_code == 0
    assert [one.target for one in notes_of(dossier)] == [Target(SOURCE), Target(SOURCE, block=block)]  # fmt: skip
    assert [one.target for one in notes_of(dossier, "dossier")] == [
        Target(topic=TopicId("harbour-board")),
        Target(event="1936-03-03"),
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["1936-lamb"], "unknown-source"),
        (["--topic", "harbor-board"], "unknown-topic"),
        (["--event", "1936-03-04"], "unknown-date"),
        (["1936-lamp", "--block", "d-none"], "unknown-block"),
        (["1936-lamp", "--claim", "payd", "--stance", "supports"], "unknown-claim"),
    ],
)
def test_what_there_is_not_is_wrong_use(dossier: Path, arguments: list[str], code: str) -> None:
    done = new(*arguments)
    assert (done.exit_code, code in done.output) == (2, True), done.output
    assert not list((dossier / "sources").glob("*.notes.yml"))


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["1936-lamp", "--topic", "harbour-board"], ["--topic", "harbour-board", "--quote", "x"], ["1936-lamp", "--nth", "1"],
        ["1936-lamp", "--layer", "text"], ["1936-lamp", "--quote", " "], ["1936-lamp", "--quote", "oil", "--block", "d-1"],
        ["1936-lamp", "--claim", "x"], ["1936-lamp", "--stance", "supports"], ["1936-lamp", "--on", "yesterday"],
        ["1936-lamp", "--status", "good"],
    ],
)  # fmt: skip
def test_options_that_do_not_go_together_are_wrong_use(dossier: Path, arguments: list[str]) -> None:
    done = new(*arguments)
    assert done.exit_code == 2, done.output
    assert not list((dossier / "sources").glob("*.notes.yml"))


def test_a_note_needs_words_unless_it_is_a_highlight(dossier: Path) -> None:
    done = run("new", "1936-lamp", "--quote", "oil")
    assert (done.exit_code, "--note" in done.output) == (2, True)
    assert run("new", "1936-lamp", "--quote", "oil", "--note", " \n").exit_code == 1
    assert not (dossier / "sources/1936-lamp.notes.yml").exists()
    assert run("new", "1936-lamp", "--quote", "oil", "--motivation", "highlighting").exit_code == 0
    assert run("new", "1936-lamp", "--note", "-", keys="Piped.\r\n\r\nTwice.\n").exit_code == 0
    assert [one.body for one in notes_of(dossier)] == ["", "Piped.\n\nTwice."]


@pytest.mark.usefixtures("terminal")
def test_in_a_terminal_the_words_are_typed_in_an_editor(
    dossier: Path, editor: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("new", "1936-lamp", "--quote", "oil").exit_code == 0
    assert [one.body for one in notes_of(dossier)] == ["Typed."]
    assert "It is on: oil" in editor[0]
    monkeypatch.setattr(click, "edit", lambda *_, **__: None)
    assert run("new", "1936-lamp", "--quote", "oil").exit_code == 1
    assert len(notes_of(dossier)) == 1


@pytest.mark.usefixtures("terminal")
def test_nobody_writes_a_text_that_cannot_be_added(dossier: Path, editor: list[str]) -> None:
    path = dossier / "sources/1936-lamp.notes.yml"
    path.write_text("- [")
    assert "broken-yaml" in run("new", "1936-lamp", "--quote", "oil").output
    assert editor == []
    path.write_text("[{note: a}]\n")
    done = run("new", "1936-lamp", "--quote", "oil")
    assert (done.exit_code, "notes-not-extendable" in done.output) == (1, True)
    assert "  note: |\n    Typed.\n" in done.output  # to be kept by hand
    assert path.read_text() == "[{note: a}]\n"


def test_who_writes_is_asked_of_the_option_the_environment_and_git(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new("1936-lamp", "--by", "Nils")
    new("1936-lamp", "--by", "")
    new("1936-lamp")
    monkeypatch.delenv("DOSSIER_BY")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(dossier / "gitconfig"))
    (dossier / "gitconfig").write_text("[user]\n\tname = Per Strand\n")
    new("1936-lamp")
    monkeypatch.setenv("PATH", str(dossier))
    new("1936-lamp")
    notes = notes_of(dossier)
    assert [one.creator for one in notes] == ["Nils", "", "Ada Marsh", "Per Strand", ""]
    assert len({one.id for one in notes}) == 5


def test_a_long_quote_of_a_restricted_text_is_warned_of(dossier: Path) -> None:
    quote = "had been ordered in 1935, he said, and the Harbour Board"
    done = new("1936-lamp", "--quote", quote)
    assert "more than 8 words" in done.output
    assert "more than 8 words" not in new("1936-lamp", "--quote", "Oil for the Skarv lamp").output


# --- dossier notes repair ----------------------------------------------------------------------

LOST = """\
# Notes on the lamp.

- quote: the Harbour Board never payed   # sic
  note: |
    Not **even** late.
    More.
  status: draft
- quote: denies it
  prefix: "Nils Aasgard, "
  layer: digest
  note: b
- quote: the
  layer: text
  note: c   # which one?
"""


@pytest.fixture
def lost(dossier: Path) -> Path:
    path = dossier / "sources/1936-lamp.notes.yml"
    path.write_bytes(LOST.encode())
    return path


def repair(*arguments: str, keys: str = "") -> Result:
    return run("repair", "--edition", "full", *arguments, keys=keys)


def test_with_nothing_lost_there_is_nothing_to_repair(dossier: Path) -> None:
    done = repair()
    assert (done.exit_code, done.output) == (0, "0 notes to repair.\n")


@pytest.mark.usefixtures("lost")
def test_without_a_terminal_lost_notes_are_listed() -> None:
    for arguments in ([], ["--list"]):
        done = repair(*arguments)
        assert done.exit_code == 1
        assert "sources/1936-lamp.notes.yml:3: n-" in done.output
        assert "words: [the Harbour Board never payed]" in done.output
        assert "note:  Not **even** late.\n" in done.output
        assert re.search(r"  1   \d\d %  digest: .* that \[the Harbour Board never paid\] for", done.output)  # fmt: skip
        assert "  1  100 %  digest, The reply: The board's chairman, Nils Aasgaard, [denies it]." in done.output  # fmt: skip
        assert "ambiguous" in done.output
        assert "3 notes to repair." in done.output
    # the text is not in this edition, so nothing is known about the third
    assert "2 notes to repair." in run("repair").output


@pytest.mark.usefixtures("terminal")
def test_what_is_chosen_is_written_and_nothing_else(dossier: Path, lost: Path) -> None:
    first, second, third = load_notes(lost, SOURCE)[0]
    done = repair(keys="1x12")
    assert done.exit_code == 0, done.output
    assert "3 repaired. 0 notes to repair." in done.output
    quote = load_notes(lost, SOURCE)[0][2].target.quote
    assert quote is not None
    contexts = [f'  {key}: "{text}"\n' for key, text in (("prefix", quote.prefix), ("suffix", quote.suffix)) if text]  # fmt: skip
    assert lost.read_bytes().decode() == (
        LOST.replace("- quote: the Harbour Board never payed ", f'- id: {first.id}\n  quote: "the Harbour Board never paid" ')
        .replace('- quote: denies it\n  prefix: "Nils Aasgard, "\n', f"- id: {second.id}\n  quote: denies it\n")
        .replace("- quote: the\n  layer: text\n", f"- id: {third.id}\n  quote: the\n{''.join(contexts)}  layer: text\n")
    )  # fmt: skip
    assert list(standings(dossier)) == [first.id, second.id, third.id]
    assert repair().exit_code == 0


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("keys", "repaired"), [("s1q", 1), ("q", 0), ("\x03", 0), ("1\x1b", 1), ("sss", 0), ("1", 1)])  # fmt: skip
def test_skipping_and_leaving_keep_what_was_chosen(lost: Path, keys: str, repaired: int) -> None:
    done = repair(keys=keys)
    assert done.exit_code == 1
    assert f"{repaired} repaired. {3 - repaired} notes to repair." in done.output
    assert lost.read_text().count("id: ") == repaired


def test_only_one_source_can_be_asked_about(dossier: Path, lost: Path) -> None:
    assert "3 notes" in repair("--source", "1936-lamp").output
    assert repair("--source", "1936-lamb").exit_code == 2
    (dossier / "captures/pier.txt").write_text("The Pier\n\nThe pier was sold.\n")
    assert repair("--source", "pier").exit_code == 0


@pytest.mark.usefixtures("terminal")
def test_a_broken_file_is_reported_and_notes_of_others_are_repaired(dossier: Path) -> None:
    (dossier / "sources/dossier.notes.yml").write_text(
        "- source: 1936-lamp\n  quote: the harbour board never paid\n  note: a\n"
    )
    (dossier / "sources/1936-lamp.notes.yml").write_text("- [")
    done = repair(keys="1")
    assert "broken-yaml" in done.output
    assert done.exit_code == 1
    [note] = notes_of(dossier, "dossier")
    assert note.target == Target(SOURCE, None, Quote("the Harbour Board never paid"))


@pytest.mark.usefixtures("terminal")
def test_in_the_public_edition_the_layer_is_written_where_a_text_is_hidden(lost: Path) -> None:
    assert run("repair", keys="1s").exit_code == 1
    assert load_notes(lost, SOURCE)[0][0].target.layer is Layer.DIGEST


@pytest.mark.usefixtures("terminal")
def test_what_cannot_be_written_is_said_and_the_next_is_asked_about(lost: Path) -> None:
    lost.chmod(0o444)
    done = repair(keys="111")
    assert done.exit_code == 1
    assert done.output.count("cannot-write") == 3
    assert lost.read_text() == LOST


@pytest.mark.usefixtures("terminal")
def test_a_lost_block_has_no_candidates(dossier: Path) -> None:
    path = dossier / "sources/1936-lamp.notes.yml"
    path.write_text("- block: d-gone\n  note: a\n")
    done = repair()
    assert done.exit_code == 1
    assert "no block has this id" in done.output
    assert path.read_text() == "- block: d-gone\n  note: a\n"


@pytest.mark.usefixtures("terminal")
def test_a_file_that_changes_while_somebody_chooses_is_not_written_to(
    lost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(_: str) -> str:
        lost.write_text(LOST.replace("never payed", "never, never payed"))
        return "1"

    monkeypatch.setattr(notes_repair, "key", chosen)
    done = repair("--source", "1936-lamp")
    assert "file-changed" in done.output
    assert "2 repaired. 1 note to repair." in done.output
    assert "never, never payed" in lost.read_text()
