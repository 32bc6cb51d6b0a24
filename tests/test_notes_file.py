"""Notes files and the claims file: what is read, what is reported at which line, what is left out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.anchor.claims_file import CLAIM_KEYS, load_claims, parse_claims
from generator.anchor.find import misnamed, notes_files
from generator.anchor.note_ids import ID_LIMIT, derived_id, free_id, is_note_id
from generator.anchor.note_nodes import TAG_LIMIT
from generator.anchor.notes_file import NOTE_KEYS, load_notes, parse_notes, read_text
from generator.errors import NotesError
from generator.model import (
    Assessment,
    BlockId,
    Claim,
    ClaimId,
    ClaimStatus,
    Finding,
    Layer,
    Motivation,
    Note,
    NoteId,
    NoteStatus,
    Quote,
    Severity,
    SourceId,
    Stance,
    Target,
    TopicId,
)
from tests.strategies import lines

GAZETTE = SourceId("1931-gazette")
PATH = Path("1931-gazette.notes.yml")


def read(text: str, source: SourceId | None = GAZETTE) -> tuple[tuple[Note, ...], list[str]]:
    """Notes, and what was found as "line code"."""
    notes, findings = parse_notes(text, PATH, source)
    assert all(finding.path == PATH and finding.advice for finding in findings)
    return notes, [f"{finding.line} {finding.code}" for finding in findings]


def one(entry: str, source: SourceId | None = GAZETTE) -> Note:
    """The note of an entry that nothing is wrong with."""
    (note,), found = read(f"- {entry}\n", source)
    assert found == []
    return note


def messages(text: str, source: SourceId | None = GAZETTE) -> list[str]:
    return [f"{f.message} {f.advice}" for f in parse_notes(text, PATH, source)[1]]


# --- a note ------------------------------------------------------------------------------------


def test_a_whole_note() -> None:
    notes, found = read(
        """
# A comment
- id: n-4f2a91
  layer: digest
  quote: four hundred barges
  prefix: "the yard sold, "
  suffix: ", and lent"
  note: |

    The ledger has *three* hundred.

    See [[lake-vern|the lake]].
  by: The  editors
  on: 2026-11-20
  modified: 2026-11-22
  status: verified
  motivation: questioning
  tags: [figures, Lake   Vern, figures]
  claim: barges-sold
  stance: contradicts
  via: https://a.example/annotations/7
"""
    )
    assert found == []
    assert notes == (
        Note(
            NoteId("n-4f2a91"),
            Target(
                GAZETTE,
                Layer.DIGEST,
                Quote("four hundred barges", "the yard sold, ", ", and lent"),
            ),
            "The ledger has *three* hundred.\n\nSee [[lake-vern|the lake]].",
            "The editors",
            "2026-11-20",
            "2026-11-22",
            NoteStatus.VERIFIED,
            Motivation.QUESTIONING,
            ("figures", "Lake Vern"),
            (Assessment(ClaimId("barges-sold"), Stance.CONTRADICTS),),
            "https://a.example/annotations/7",
            PATH,
            3,
        ),
    )


def test_the_least_that_a_note_can_be() -> None:
    note = one("note: Printed twice.")
    target = Target(GAZETTE)
    assert note == Note(derived_id(target), target, "Printed twice.", path=PATH, line=1)


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "[]", "~"])
def test_a_file_without_notes(text: str) -> None:
    assert read(text) == ((), [])


#: Targets by file: what an entry names, and what its note is then about.
TARGETS: dict[str, tuple[SourceId | None, Target]] = {
    "quote: a pier": (GAZETTE, Target(GAZETTE, quote=Quote("a pier"))),
    "{layer: TEXT, quote: a pier}": (GAZETTE, Target(GAZETTE, Layer.TEXT, Quote("a pier"))),
    "block: p-1a2b3c": (GAZETTE, Target(GAZETTE, block=BlockId("p-1a2b3c"))),
    "{layer: text, block: p-1}": (GAZETTE, Target(GAZETTE, Layer.TEXT, block=BlockId("p-1"))),
    "{quote: a pier, block: }": (GAZETTE, Target(GAZETTE, quote=Quote("a pier"))),
    "{source: other, quote: a pier}": (None, Target(SourceId("other"), quote=Quote("a pier"))),
    "{source: other, topic: , layer: }": (None, Target(SourceId("other"))),
    "topic: lake-vern": (None, Target(topic=TopicId("lake-vern"))),
    "event: 1931": (None, Target(event="1931")),
    "event: 1931-05/1931-06": (None, Target(event="1931-05/1931-06")),
}


@pytest.mark.parametrize(("keys", "expected"), TARGETS.items())
def test_what_a_note_is_about(keys: str, expected: tuple[SourceId | None, Target]) -> None:
    source, target = expected
    entry = keys[1:-1] if keys.startswith("{") else keys
    assert one(f"{{{entry}, note: Words.}}", source).target == target


def test_a_quote_keeps_its_spaces_and_line_feeds_and_loses_those_that_yaml_adds() -> None:
    entry = (
        'quote: |\n    the first\n    the second\n  prefix: "\\n"\n  suffix: " \\n"\n  note: Words.'
    )
    assert one(entry).target.quote == Quote("the first\nthe second", "\n", " \n")
    assert one('{quote: " in ", note: Words.}').target.quote == Quote(" in ")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{motivation: highlighting}", Motivation.HIGHLIGHTING),
        ("{motivation: linking}", Motivation.LINKING),
        ("{motivation: Describing, note: x}", Motivation.DESCRIBING),
        ("{claim: a, stance: supports}", Motivation.COMMENTING),
    ],
)
def test_what_needs_no_words(entry: str, expected: Motivation) -> None:
    assert one(entry).motivation is expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("[a, A, a]", ("a", "A")),
        ("harbour", ("harbour",)),
        ("figures, the lake,, figures", ("figures", "the lake")),
        ('["one, two"]', ("one, two",)),
        ("آب، راه", ("آب", "راه")),
        ("[cafe\u0301]", ("caf\u00e9",)),
        ('["  two   words  ", "", ~, "\u200b"]', ("two words",)),
        ('"a, \u200b,b"', ("a", "b")),
        ("", ()),
        ("1931", ("1931",)),
    ],
)
def test_tags(tags: str, expected: tuple[str, ...]) -> None:
    assert one(f"note: Words.\n  tags: {tags}").tags == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("claim: a\n  stance: Supports", [("a", Stance.SUPPORTS)]),
        (
            "claim: {a: supports, b: contradicts}",
            [("a", Stance.SUPPORTS), ("b", Stance.CONTRADICTS)],
        ),
        ("claim:\n    a: mentions\n    b: supports", [("a", Stance.MENTIONS), ("b", Stance.SUPPORTS)]),
        ("claim:\n  stance:", []),
    ],
)  # fmt: skip
def test_claims_of_a_note(keys: str, expected: list[tuple[str, Stance]]) -> None:
    said = one(f"note: Words.\n  {keys}").assessments
    assert [(one.claim, one.stance) for one in said] == expected


@pytest.mark.parametrize(
    "via",
    [
        "https://a.example/1#x",
        "urn:uuid:8f1c",
        "tag:a.example,2026:1",
        "HTTPS://a.example/",
    ],
)
def test_where_notes_are_imported_from(via: str) -> None:
    assert one(f"note: Words.\n  via: {via}").via == via


# --- what is wrong -----------------------------------------------------------------------------

#: What stands in an entry after its first line; what is found, by line and code; is there a note?
PROBLEMS: dict[str, tuple[str, list[str], bool]] = {
    "unknown key": ("notee: x", ["2 unknown-key"], True),
    "quote and block": ("quote: a\n  block: p-1", ["2 note-two-targets"], False),
    "prefix and block": ("block: p-1\n  prefix: a", ["3 note-two-targets"], False),
    "empty quote": ('quote: ""', ["2 note-empty-target"], False),
    "quote of spaces": ('quote: " \\u200b\\n "', ["2 note-empty-target"], False),
    "quote of nothing": ("quote: []", ["2 note-empty-target"], False),
    "empty block": ("block:", ["2 note-empty-target"], False),
    "context alone": ('prefix: "the "', ["2 note-without-quote"], False),
    "layer alone": ("layer: text", ["2 note-without-quote"], False),
    "quote of a wrong type": ("quote: [a, b]", ["2 wrong-type"], False),
    "bad layer": ("quote: a\n  layer: txet", ["3 bad-layer"], False),
    "source": (f"source: {GAZETTE}", ["2 note-target-elsewhere"], False),
    "topic": ("topic: lake-vern", ["2 note-target-elsewhere"], False),
    "event": ("event: 1931", ["2 note-target-elsewhere"], False),
    "bad status": ("status: retratced", ["2 bad-status"], True),
    "status of a wrong type": ("status: [draft]", ["2 wrong-type"], True),
    "bad motivation": ("motivation: explaining", ["2 bad-motivation"], True),
    "bad date": ("on: May 2015", ["2 invalid-value"], True),
    "dates reversed": ("on: 2026-11\n  modified: 2026-10-31", ["3 note-dates-reversed"], True),
    "bad id": ("id: two words", ["2 note-bad-id"], True),
    "id that leads away": ("id: ../x", ["2 note-bad-id"], True),
    "long id": (f"id: {'n' * (ID_LIMIT + 1)}", ["2 note-bad-id"], True),
    "tag of a wrong type": ("tags: [a, [b]]", ["2 wrong-type"], True),
    "tags of a wrong type": ("tags: {a: b}", ["2 wrong-type"], True),
    "long tag": (f"tags: [a, {'b' * (TAG_LIMIT + 1)}]", ["2 invalid-value"], True),
    "claim without stance": ("claim: a", ["2 claim-without-stance"], True),
    "claims without stance": ("claim:\n    a: supports\n    b:", ["4 claim-without-stance"], True),
    "stance without claim": ("stance: supports", ["2 stance-without-claim"], True),
    "stances twice": (
        "claim: {a: supports}\n  stance: mentions",
        ["3 stance-without-claim"],
        True,
    ),
    "bad stance": ("claim: a\n  stance: suports", ["3 bad-stance"], True),
    "bad stance of several": ("claim:\n    a: refutes", ["3 bad-stance"], True),
    "list of claims": ("claim: [a, b]", ["2 wrong-type"], True),
    "via that runs": ("via: javascript:alert(1)", ["2 invalid-value"], True),
    "via with a password": ("via: https://a:b@c.example/", ["2 invalid-value"], True),
    "long name": (f"by: {'b' * 2001}", ["2 invalid-value"], True),
}


@pytest.mark.parametrize(("keys", "found", "is_kept"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_what_is_wrong_is_found_at_its_line_and_costs_no_other_note(
    keys: str, found: list[str], is_kept: bool
) -> None:
    notes, codes = read(f"- note: Words.\n  {keys}\n- quote: good\n  note: Good.\n")
    assert codes == found
    assert [note.body for note in notes] == (["Words.", "Good."] if is_kept else ["Good."])


#: The same in the dossier's own file, for a whole entry.
DOSSIER_PROBLEMS: dict[str, str] = {
    "{note: x}": "note-without-target",
    "{source: , note: x}": "note-without-target",
    "{source: a, topic: b, note: x}": "note-two-targets",
    "{topic: a, event: 1931, note: x}": "note-two-targets",
    "{topic: a, quote: b, note: x}": "note-two-targets",
    "{event: 1931, layer: text, note: x}": "note-two-targets",
    "{event: May 1931, note: x}": "invalid-value",
    "{event: [1931], note: x}": "wrong-type",
    "{source: a, block: p-1, quote: b, note: x}": "note-two-targets",
    "{source: a, suffix: b, note: x}": "note-without-quote",
}


@pytest.mark.parametrize(("entry", "code"), DOSSIER_PROBLEMS.items())
def test_targets_that_are_not_clear_are_no_targets(entry: str, code: str) -> None:
    assert read(f"- {entry}", None) == ((), [f"1 {code}"])


@pytest.mark.parametrize(
    "entry", ["quote: a", "{quote: a, motivation: assessing}", "note: ' '", "{quote: a, note: ~}"]
)
def test_a_note_says_something(entry: str) -> None:
    assert read(f"- {entry}") == ((), ["1 note-without-body"])


@pytest.mark.parametrize("entry", ["a word", "[a, b]", "~", ""])
def test_a_note_is_keys_and_values(entry: str) -> None:
    assert read(f"- {entry}\n- note: x\n")[1] == ["1 wrong-type"]


@pytest.mark.parametrize(
    ("entry", "advice"),
    [
        ("tag: [a]", 'Did you mean "tags"?'),
        ("Quotes: a", 'Did you mean "quote"?'),
        ("body: a", 'Did you mean "note"?'),
        ("Created: 2026", 'Did you mean "on"?'),
        ("exact: a", 'Did you mean "quote"?'),
        ("zzz: a", "Known keys: block, by,"),
        ("status: retratced", 'Did you mean "retracted"?'),
        ("status: zzz", "Write one of draft, verified, disputed, retracted."),
        ("motivation: comenting", 'Did you mean "commenting"?'),
        ("{claim: a, stance: contradict}", 'Did you mean "contradicts"?'),
        ("{quote: a, layer: digset}", 'Did you mean "digest"?'),
    ],
)
def test_the_nearest_is_suggested(entry: str, advice: str) -> None:
    keys = entry[1:-1] if entry.startswith("{") else entry
    (message,) = messages(f"- {{{keys}, note: x}}")
    assert advice in message


def test_what_may_have_been_a_warning_is_held_back() -> None:
    """A note whose status nobody understands must not be published as if it had none."""
    (note,), _ = read("- {note: x, status: retracted!}")
    assert note.status is NoteStatus.DRAFT


def test_what_is_said_of_a_claim_without_a_stance_is_that_it_is_mentioned() -> None:
    for keys in ("claim: a", "claim: {a: }", "claim: a, stance: maybe", "claim: {a: [x]}"):
        (note,), found = read(f"- {{note: x, {keys}}}")
        assert note.assessments == (Assessment(ClaimId("a"), Stance.MENTIONS),)
        assert len(found) == 1


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"quote: a\nnote: b\n", "notes-no-list", 1),
        (b"just words\n", "notes-no-list", 1),
        (b"- note: a\n- note: caf\xe9\n", "not-utf8", 2),
        (b"- note: 'a\n", "broken-yaml", 1),
        (b"- note: a\x00\n", "broken-yaml", 1),
        (b"- note: a\n  note: b\n", "duplicate-key", 2),
        (b"- &a {note: a}\n- *a\n", "yaml-feature", 1),
        (b"[" * 100, "yaml-bounds", 1),
    ],
)
def test_a_file_that_cannot_be_understood(
    data: bytes, code: str, line: int, tmp_path: Path
) -> None:
    path = tmp_path / PATH
    path.write_bytes(data)
    with pytest.raises(NotesError) as caught:
        load_notes(path, GAZETTE)
    assert (caught.value.code, caught.value.path, caught.value.line) == (code, path, line)
    assert caught.value.advice


def test_a_file_that_is_not_there_or_is_none(tmp_path: Path) -> None:
    path = tmp_path / PATH
    assert load_notes(path, GAZETTE) == ((), ())
    path.mkdir()
    with pytest.raises(NotesError, match="no regular file"):
        load_notes(path, GAZETTE)


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.yml", tmp_path / "sources"
    folder.mkdir()
    outside.write_text("- note: secret\n", "utf-8")
    (folder / PATH).symlink_to(outside)
    with pytest.raises(NotesError, match="leaves the folder"):
        load_notes(folder / PATH, GAZETTE)
    (folder / "claims.yml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotesError, match="leaves the folder"):
        load_claims(folder / "claims.yml")


def test_marks_and_line_ends_of_other_systems(tmp_path: Path) -> None:
    path = tmp_path / PATH
    path.write_bytes("\ufeff- note: |\r\n    one\r\n    two\r\n- note: x\r\n".encode())
    notes, findings = load_notes(path, GAZETTE)
    assert findings == ()
    assert [(note.body, note.line) for note in notes] == [("one\ntwo", 1), ("x", 4)]
    assert read_text(path).startswith("- note")


# --- ids ---------------------------------------------------------------------------------------


def test_ids_come_from_the_target_alone() -> None:
    first = one("{quote: a  pier, note: x}").id
    assert re.fullmatch("n-[0-9a-f]{8}", first)
    assert first == one("{quote: a pier, note: y, by: z, on: 2026, tags: t, status: draft}").id
    assert first == one('{quote: "a\\npier", motivation: highlighting}').id
    others = [
        one("{quote: a pie, note: x}").id,
        one("{quote: a pier, layer: text, note: x}").id,
        one("{quote: a pier, prefix: at, note: x}").id,
        one("{quote: a pier, suffix: at, note: x}").id,
        one("{block: a pier, note: x}").id,
        one("{quote: a pier, note: x}", SourceId("other")).id,
        one("{topic: a pier, note: x}", None).id,
        one("{source: a pier, note: x}", None).id,
    ]
    assert len({first, *others}) == 1 + len(others)


def test_an_id_stays_the_same_from_version_to_version() -> None:
    """Links to notes are made of it."""
    assert one("{quote: a pier, note: x}").id == "n-dfdbef1f"


def test_notes_on_one_target_are_counted() -> None:
    notes, found = read("- {quote: a, note: x}\n- {quote: b, note: x}\n- {quote: a, note: y}\n")
    first = derived_id(notes[0].target)
    assert [note.id for note in notes] == [first, derived_id(notes[1].target), f"{first}-2"]
    assert derived_id(notes[2].target, 2) == notes[2].id
    assert found == []


def test_of_two_notes_with_one_id_both_are_kept_and_the_first_has_it() -> None:
    notes, found = read("- {id: a, note: x}\n- note: y\n  id: a\n- {id: a, quote: q, note: z}\n")
    whole, passage = derived_id(notes[0].target), derived_id(notes[2].target)
    assert [(note.id, note.body) for note in notes] == [("a", "x"), (whole, "y"), (passage, "z")]
    assert found == ["3 note-id-twice", "4 note-id-twice"]


def test_two_notes_with_one_id_in_one_line() -> None:
    notes, found = read("[{id: a, note: x}, {id: a, note: y}]")
    assert [note.id for note in notes] == ["a", derived_id(Target(GAZETTE))]
    assert found == ["1 note-id-twice"]


def test_an_id_that_is_stated_comes_before_one_that_is_derived() -> None:
    id_ = derived_id(Target(GAZETTE))
    notes, found = read(f"- note: x\n- {{id: {id_}, note: y}}\n")
    assert [note.id for note in notes] == [f"{id_}-2", id_]
    assert found == []


@pytest.mark.parametrize("text", ["n-1", "A.b_c-d", "7", "n" * ID_LIMIT])
def test_ids(text: str) -> None:
    assert is_note_id(text)
    assert one(f"{{id: {text}, note: x}}").id == text


@pytest.mark.parametrize("text", ["", "-a", ".", "..", "a/b", "a b", "a\n", "é", "a#b", "٣"])
def test_no_ids(text: str) -> None:
    assert not is_note_id(text)


TARGET = st.builds(
    Target,
    source=st.none() | st.sampled_from(["a", "b"]).map(SourceId),
    layer=st.none() | st.sampled_from(Layer),
    quote=st.none() | st.builds(Quote, st.text(), st.text(), st.text()),
    block=st.none() | st.text(max_size=3).map(BlockId),
    topic=st.none() | st.text(max_size=3).map(TopicId),
    event=st.text(max_size=3),
)


@given(TARGET, st.integers(1, 6))
def test_derived_ids_are_ids_and_the_next_free_one_is_given(target: Target, many: int) -> None:
    ids: list[NoteId] = []
    for _ in range(many):
        ids.append(free_id(target, ids))
    assert ids == [derived_id(target, number) for number in range(1, many + 1)]
    assert all(map(is_note_id, ids))
    assert len(set(ids)) == many


# --- claims ------------------------------------------------------------------------------------


def claims(text: str) -> tuple[tuple[Claim, ...], list[str]]:
    found, findings = parse_claims(text, Path("claims.yml"))
    assert all(finding.advice for finding in findings)
    return found, [f"{finding.line} {finding.code}" for finding in findings]


def test_whole_claims(tmp_path: Path) -> None:
    path = tmp_path / "claims.yml"
    path.write_text(
        """
- id: barges-sold
  statement: >-
    The yard sold four
    hundred barges.
  status: disputed
  comment: |
    The ledger says [[ledger|less]].
  topics: [yard, barges, yard]
- {id: 1931, statement: The lock opened in 1931., topics: lock}
""",
        "utf-8",
    )
    assert load_claims(path) == (
        (
            Claim(
                ClaimId("barges-sold"),
                "The yard sold four hundred barges.",
                ClaimStatus.DISPUTED,
                "The ledger says [[ledger|less]].",
                (TopicId("yard"), TopicId("barges")),
                2,
            ),
            Claim(ClaimId("1931"), "The lock opened in 1931.", topics=(TopicId("lock"),), line=10),
        ),
        (),
    )


def test_without_claims(tmp_path: Path) -> None:
    assert load_claims(tmp_path / "claims.yml") == ((), ())
    assert claims("# none yet\n") == ((), [])


CLAIM_PROBLEMS: dict[str, tuple[str, list[str], list[str]]] = {
    "no mapping": ("- words", ["2 wrong-type"], ["good"]),
    "no id": ("- statement: x", ["2 claim-without-id"], ["good"]),
    "bad id": ("- {id: Two Words, statement: x}", ["2 claim-bad-id"], ["good"]),
    "id of the list of claims": ("- {id: index, statement: x}", ["2 claim-bad-id"], ["good"]),
    "long id": (f"- {{id: {'a' * 65}, statement: x}}", ["2 claim-bad-id"], ["good"]),
    "id of a wrong type": ("- {id: [a], statement: x}", ["2 wrong-type"], ["good"]),
    "no statement": ("- id: a\n  comment: x", ["2 claim-without-statement"], ["good"]),
    "empty statement": ("- id: a\n  statement: ' '", ["3 claim-without-statement"], ["good"]),
    "long statement": (f"- {{id: a, statement: {'x' * 2001}}}", ["2 invalid-value"], ["good"]),
    "nothing": ("- {}", ["2 claim-without-id", "2 claim-without-statement"], ["good"]),
    "one id twice": ("- {id: good, statement: x}", ["2 claim-id-twice"], ["good"]),
    "bad status": ("- {id: a, statement: x, status: true}", ["2 bad-status"], ["good", "a"]),
    "unknown key": ("- {id: a, statement: x, topic: y}", ["2 unknown-key"], ["good", "a"]),
    "topics of a wrong type": (
        "- {id: a, statement: x, topics: {a: b}}",
        ["2 wrong-type"],
        ["good", "a"],
    ),
}


@pytest.mark.parametrize(("entry", "found", "ids"), CLAIM_PROBLEMS.values(), ids=CLAIM_PROBLEMS)
def test_what_is_wrong_with_a_claim(entry: str, found: list[str], ids: list[str]) -> None:
    read_, codes = claims(f"- {{id: good, statement: A good one.}}\n{entry}\n")
    assert codes == found
    assert [claim.id for claim in read_] == ids


def test_claims_are_a_list() -> None:
    with pytest.raises(NotesError) as caught:
        claims("id: a\nstatement: x\n")
    assert caught.value.code == "claims-no-list"


# --- files -------------------------------------------------------------------------------------


def test_notes_files_are_found_by_name(tmp_path: Path) -> None:
    names = "b.notes.yml a.notes.yml dossier.notes.yml a.md .x.notes.yml a.b.notes.yml topics.yml"
    for name in names.split():
        (tmp_path / name).touch()
    assert [(path.name, source) for path, source in notes_files(tmp_path)] == [
        ("a.b.notes.yml", "a.b"),
        ("a.notes.yml", "a"),
        ("b.notes.yml", "b"),
        ("dossier.notes.yml", None),
    ]
    assert list(misnamed(tmp_path)) == []
    assert list(notes_files(tmp_path / "nowhere")) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a.notes.yaml", "a.notes.yml"),
        ("a.b.note.yml", "a.b.notes.yml"),
        ("A.Notes.YML", "A.notes.yml"),
        ("notes.yml", "dossier.notes.yml"),
        ("claim.yml", "claims.yml"),
        ("Claims.yaml", "claims.yml"),
    ],
)
def test_files_that_nobody_reads_are_named(name: str, right: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert [(f.code, f.path, f.advice) for f in misnamed(tmp_path)] == [
        ("misnamed-notes", tmp_path / name, f'Rename it to "{right}".')
    ]


@pytest.mark.parametrize(
    "name", ["topics.yml", "a.notes.yml", "claims.yml", "keynotes.yml", "notes.md", ".notes.yaml"]
)
def test_other_files_are_left_in_peace(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert list(misnamed(tmp_path)) == []


# --- laws --------------------------------------------------------------------------------------

KEYS = st.sampled_from([*sorted(NOTE_KEYS | CLAIM_KEYS), "body", "tgas", "", "on:", "\u200b"])
WORDS = st.sampled_from(
    [
        *("a", "n-1", "p-1", "digest", "text", "draft", "Retracted", "highlighting", "supports"),
        *("2026-11-20", "2026", "1931/1930", "May", "https://a.example/x", "javascript:1", "~"),
        *("", " ", "\n", "\u200b", "\u202e", "\u0301", "[[a]]", "- b", "#", "null", "\u2028"),
    ]
)
#: YAML takes the line end "\u2028" for a space, so that it would make one key of two.
NAMES = WORDS.filter(lambda word: word != "\u2028")
SCALARS = st.one_of(
    WORDS, lines(4), st.integers(-3, 3000), st.booleans(), st.none(), st.floats(allow_nan=False)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | NAMES, inner, max_size=3),
    max_leaves=5,
)
ENTRIES = st.lists(
    st.dictionaries(KEYS, VALUES, max_size=7) | st.dictionaries(KEYS, SCALARS, max_size=5) | VALUES,
    min_size=1,
    max_size=6,
)
SOURCES = st.sampled_from([GAZETTE, None])


def as_lines(entries: list[Any]) -> str:
    """Each entry on a line of its own."""
    return "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)


def parsed(text: str, source: SourceId | None) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """Nothing where the file as a whole is refused, which needs a reason and a place."""
    try:
        return parse_notes(text, PATH, source)
    except NotesError as error:
        assert error.reason
        assert error.advice
        assert error.path == PATH
        assert 1 <= error.line <= text.count("\n") + 2  # the parser may point behind the end
        return (), ()


@given(ENTRIES, SOURCES)
def test_no_entry_is_lost_without_a_word(entries: list[Any], source: SourceId | None) -> None:
    text = as_lines(entries)
    notes, findings = parse_notes(text, PATH, source)
    kept = {note.line for note in notes}
    errors = {finding.line for finding in findings if finding.severity is Severity.ERROR}
    assert kept | errors >= set(range(1, len(entries) + 1))
    assert len({note.id for note in notes}) == len(notes)
    assert all(is_note_id(note.id) for note in notes)
    assert all(finding.message and finding.advice for finding in findings)
    assert list(findings) == sorted(findings, key=lambda finding: finding.line)


@given(ENTRIES, SOURCES)
def test_a_bad_entry_costs_no_other(entries: list[Any], source: SourceId | None) -> None:
    """Each entry is read as if it stood alone, but for ids that others have."""
    together, findings = parse_notes(as_lines(entries), PATH, source)
    alone = [parse_notes(as_lines([entry]), PATH, source) for entry in entries]
    assert [replace(note, id=NoteId(""), line=1) for note in together] == [
        replace(note, id=NoteId("")) for notes, _ in alone for note in notes
    ]
    own = [finding for finding in findings if finding.code != "note-id-twice"]
    assert [replace(finding, line=1) for finding in own] == [f for _, found in alone for f in found]


@given(ENTRIES)
def test_claims_are_never_lost_without_a_word(entries: list[Any]) -> None:
    read_, findings = parse_claims(as_lines(entries), PATH)
    errors = {finding.line for finding in findings if finding.severity is Severity.ERROR}
    assert {claim.line for claim in read_} | errors >= set(range(1, len(entries) + 1))
    assert len({claim.id for claim in read_}) == len(read_)


@given(
    st.lists(
        st.sampled_from(
            ["-", "note:", "|quote", "\n", "", "", "\t[]{},\"'#&*!%@`~\\\x00\x85\u2028é:?>"]
        )
        | st.sampled_from(list("- \n:[]{},\"'#&*!|>%\\\t\x07"))
        | KEYS.map("{}: ".format)
        | WORDS,
        max_size=25,
    ).map("".join),
    SOURCES,
)
def test_any_text_is_read_or_refused_in_words(text: str, source: SourceId | None) -> None:
    notes, findings = parsed(text, source)
    assert all(1 <= note.line <= text.count("\n") + 1 for note in notes)
    assert all(1 <= finding.line <= text.count("\n") + 1 for finding in findings)


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.notes.yml"
    path.write_bytes(b"- note: " + data)
    try:
        notes, findings = load_notes(path, GAZETTE)
    except NotesError as error:
        assert error.advice
    else:
        assert notes or findings
