"""Merging, renaming and importing: what is wanted happens, and no other byte of a file changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import pipeline
from generator.cli import main
from generator.errors import SettingsError, TopicsError, WriteError
from generator.filing.located import locate
from generator.model import Topic
from generator.recognise.topic_edit.changes import Change, write_all
from generator.recognise.topic_edit.commands import merge, rename
from generator.recognise.topic_edit.importing import append, import_topics
from generator.recognise.topic_edit.merge import merged
from generator.recognise.topic_edit.plain import ALIAS_FIELDS, LISTS, ORDER
from generator.recognise.topic_edit.rename import renamed
from generator.recognise.topic_edit.surgery import rewritten
from generator.recognise.topic_edit.yaml_text import entry_text, inline
from generator.recognise.topic_nodes import ALIAS_KEYS, TOPIC_KEYS
from generator.recognise.topics_file import parse_topics
from tests.dossiers import make_dossier, settings_of_dossier, tree

PATH = Path("topics.yml")

FILE = """\
# Who and what stood at the harbour.

# --- people ---

- id: keeper            # the first one
  label: Ingrid Aasen
  kind: person
  aliases:
    - the keeper        # in every paper
    - {text: Aasen, after_name: true}
  related: [board, "lamp"]

- id: second-keeper
  label: 'Old Aasen'
  # nobody knows when he came
  scope: >-
    Kept the lamp
    before her.
  aliases: [the old man, "père d'Ingrid"]   # his nickname
  never:
    - the keeper
  related:
    - lamp
    - keeper
  same_as: Q42

# --- things ---
- {id: lamp, label: The lamp, related: [second-keeper, keeper]}
- label: Harbour Board

  id: board
  broader: second-keeper
"""


def edited_by_rename(text: str, old: str, new: str) -> str:
    page = locate(text, PATH)
    return rewritten(page, PATH, renamed(page.data, old, new), {})


def edited_by_merge(text: str, giver: str, taker: str) -> str:
    topics = {topic.id: topic for topic in parse_topics(text, PATH)[0]}
    page = locate(text, PATH)
    ids = [entry["id"] for entry in page.data]
    wanted, _ = merged(page.data, topics[giver], topics[taker])  # type: ignore[index]
    return rewritten(page, PATH, wanted, {ids.index(giver): ids.index(taker)})


def topics_of(text: str) -> dict[str, Topic]:
    return {topic.id: replace(topic, line=0) for topic in parse_topics(text, PATH)[0]}


# --- by example --------------------------------------------------------------------------------


def test_a_rename_changes_the_id_and_what_refers_to_it_and_nothing_else() -> None:
    expected = (
        FILE.replace(
            "id: second-keeper\n  label", "id: old-aasen\n  formerly: [second-keeper]\n  label"
        )
        .replace("[second-keeper, keeper]", "[old-aasen, keeper]")
        .replace("broader: second-keeper", "broader: old-aasen")
    )
    assert edited_by_rename(FILE, "second-keeper", "old-aasen") == expected


def test_a_merge_moves_names_and_comments_and_cuts_out_the_entry() -> None:
    assert (
        edited_by_merge(FILE, "second-keeper", "keeper")
        == """\
# Who and what stood at the harbour.

# --- people ---

- id: keeper            # the first one
  formerly: [second-keeper]
  label: Ingrid Aasen
  kind: person
  aliases:
    - the keeper        # in every paper
    - {text: Aasen, after_name: true}
    - Old Aasen
    - the old man
    - père d'Ingrid
  related: [board, "lamp"]
  scope: >-
    Kept the lamp
    before her.
  same_as: ['https://www.wikidata.org/entity/Q42']
  # nobody knows when he came
  # his nickname

# --- things ---
- {id: lamp, label: The lamp, related: [keeper]}
- label: Harbour Board

  id: board
  broader: keeper
""".replace(
            "  scope: >-\n    Kept the lamp\n    before her.\n",
            "  scope: Kept the lamp before her.\n",
        )
    )


def test_a_merge_says_what_it_does_not_keep() -> None:
    text = """\
- {id: a, label: Lamp, scope: Mine, kind: thing, never: [Lantern], aliases: [light]}
- {id: b, label: Lantern, scope: Yours, kind: tool, aliases: [{text: Lamp, near: [oil]}], colour: red}
"""
    topics = topics_of(text)
    _, lost = merged(locate(text, PATH).data, topics["b"], topics["a"])
    assert lost == [
        'kind "tool"',
        'scope "Yours"',
        'the conditions of "Lamp", which is the label of the other',
        '"Lantern" under never, which is a name now',
        'the unknown key "colour"',
    ]
    assert topics_of(edited_by_merge(text, "b", "a"))["a"].never == ()


@pytest.mark.parametrize(
    "text",
    [
        "- id: >-\n    a\n  label: A\n",  # no single word to replace
        "[{id: a, label: A}, {id: b, label: B}]\n",  # no line of its own to cut out
        "- # a comment between\n  id: a\n  label: A\n- {id: b, label: B}\n",
    ],
)
def test_what_cannot_be_cut_safely_is_refused(text: str) -> None:
    with pytest.raises(TopicsError) as caught:
        if "id: b" in text:
            edited_by_merge(text, "a", "b")
        else:
            edited_by_rename(text, "a", "c")
    assert caught.value.code == "edit-refused"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("formerly: x", "formerly: [x, a]"),
        ("formerly: [x]", "formerly: [x, a]"),
        ("formerly: []", "formerly: [a]"),
        ("formerly:", "formerly: [a]"),
        ("formerly:\n    - x  # once", "formerly:\n    - x  # once\n    - a"),
        ("formerly:\n  - x", "formerly:\n  - x\n  - a"),
    ],
)
def test_a_former_id_joins_those_that_are_there(before: str, after: str) -> None:
    text = "- id: a\n  {}\n  label: A\n"
    assert edited_by_rename(text.format(before), "a", "b") == (
        text.format(after).replace("id: a", "id: b")
    )


# --- laws --------------------------------------------------------------------------------------

IDS = [f"t{n}" for n in range(5)]
WORDS = st.sampled_from(
    ["Quay", "Lake Vern", "père d'Ingrid", "a: b", "c, d", "№ 7", "灯台", "😀 lamp", "# x"]
)
COMMENTS = st.sampled_from(["", "", "  # said once", "  # 'quoted, [odd]: {text}"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Topics files as people write them: every style, comments anywhere, any line end."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    entries = [draw(entries_of(id_)) for id_ in IDS[: draw(st.integers(2, 5))]]
    text = draw(st.sampled_from(["", "# a head\n\n", "---\n"])) + "".join(entries)
    text = text if draw(st.booleans()) else text.rstrip("\n")
    return text.replace("\n", newline)


@st.composite
def entries_of(draw: st.DrawFn, id_: str) -> str:
    values: dict[str, object] = {"id": id_, "label": f"{draw(WORDS)} {id_}"}
    values |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "kind": st.sampled_from(["place", "person"]),
                "scope": st.sampled_from(["Short.", "With 'quotes': and # signs " * 6]),
                "aliases": st.lists(st.one_of(WORDS, CONDITIONED), min_size=1, max_size=3),
                "never": st.lists(WORDS, min_size=1, max_size=2),
                "broader": st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
                "related": st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True),
                "formerly": st.just([f"old-{id_}"]),
            },
        )
    )
    if draw(st.integers(0, 3)) == 0:
        return f"- {inline(values)}{draw(COMMENTS)}\n"
    first = draw(st.sampled_from(["id", "label"]))
    keys = [first, *draw(st.permutations([key for key in values if key != first]))]
    lines = [line for key in keys for line in draw(pairs(key, values[key]))]
    lines = [line + (draw(COMMENTS) if not line.endswith(">-") else "") for line in lines]
    gap = draw(st.sampled_from(["", "\n", "\n# --- next ---\n\n"]))
    return f"- {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:]) + gap


@st.composite
def pairs(draw: st.DrawFn, key: str, value: object) -> list[str]:
    if not isinstance(value, list):
        return [f'{key}: "{value}"' if draw(st.booleans()) else f"{key}: {inline(value)}"]
    style = draw(st.sampled_from(["flow", "block", "indented"]))
    if style == "flow":
        return [f"{key}: {inline(value)}"]
    indent = "  " if style == "indented" else ""
    return [f"{key}:", *(f"{indent}- {inline(item)}" for item in value)]


CONDITIONED = st.fixed_dictionaries(
    {"text": WORDS},
    optional={"near": st.lists(WORDS, min_size=1, max_size=2), "until": st.just("1931")},
)


def comments(text: str) -> Counter[str]:
    return Counter(locate(text, PATH).comments())


@given(files(), st.data())
def test_renamed_and_renamed_back_is_the_same_bytes(text: str, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sorted(topics_of(text))))
    there = edited_by_rename(text, old, "new-name")
    assert "new-name" in topics_of(there)
    assert old in topics_of(there)["new-name"].formerly
    assert edited_by_rename(there, "new-name", old) == text


@given(files(), st.data())
def test_a_rename_changes_no_line_that_does_not_name_the_id(text: str, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sorted(topics_of(text))))
    there = edited_by_rename(text, old, "new-name").splitlines()
    kept = Counter(line for line in text.splitlines() if old not in line)
    assert not kept - Counter(there)


@given(files(), st.data())
def test_a_merge_keeps_every_alias_and_comment_and_every_other_topic(
    text: str, data: st.DataObject
) -> None:
    before = topics_of(text)
    giver, taker = data.draw(st.permutations(sorted(before)))[:2]
    after_text = edited_by_merge(text, giver, taker)
    after = topics_of(after_text)
    assert after.keys() == before.keys() - {giver}
    names = {alias.text for alias in after[taker].aliases} | {after[taker].label}
    assert {alias.text for alias in before[giver].aliases} | {before[giver].label} <= names
    bound = [alias for alias in before[giver].aliases if alias.text != before[taker].label]
    assert set(bound) <= set(after[taker].aliases) | {
        replace(b, text=b.text) for b in before[taker].aliases
    }
    assert {giver, *before[giver].formerly} <= set(after[taker].formerly)
    assert comments(after_text) == comments(text)
    for id_ in after.keys() - {taker}:
        assert replace(after[id_], broader=(), related=()) == replace(
            before[id_], broader=(), related=()
        )
        assert giver not in (*after[id_].broader, *after[id_].related)


def test_the_tables_of_keys_agree() -> None:
    assert set(ORDER) == TOPIC_KEYS
    assert set(LISTS) < TOPIC_KEYS
    assert ALIAS_FIELDS.keys() == ALIAS_KEYS


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_any_text_can_be_written(text: str) -> None:
    for written in (f"- {inline(text)}\n", f"- [{inline(text)}]\n", f"- {{a: {inline(text)}}}\n"):
        data = locate(written, PATH).data[0]
        assert data in (text, [text], {"a": text})


# --- files -------------------------------------------------------------------------------------


def dossier(root: Path) -> Path:
    config = make_dossier(root)
    sources, docs = root / "sources", root / "docs"
    (sources / "decisions.yml").write_text(
        "# ours\n- {topic: skarv-light, quote: the lamp}\n- topics: [harbour-board, 'skarv-light']\n"
        "  note: skarv-light stays\n",
        "utf-8",
    )
    (sources / "broken.yml").write_text("topic: [skarv-light\n", "utf-8")
    (docs / "about.md").write_bytes(
        b"[[skarv-light]] and [[skarv-light|words]], `[[skarv-light]]`\r\n"
        b"```\r\n[[skarv-light]]\r\n```\r\n[[ skarv-light ]]\r\n"
    )
    return config


def carried_out(config: Path, command: Callable[..., object], *ids: str) -> dict[str, bytes]:
    """What a command changed, by file."""
    root, before = config.parent, tree(config.parent)
    plan = command(settings_of_dossier(config), *ids)
    assert tree(root) == before
    write_all(plan.changes)  # type: ignore[attr-defined]
    after = tree(root)
    assert after.keys() == before.keys()
    return {name: data for name, data in after.items() if data != before[name]}


def test_links_and_decisions_follow_a_rename(tmp_path: Path) -> None:
    changed = carried_out(dossier(tmp_path), rename, "skarv-light", "lamp")
    assert changed.keys() == {
        "sources/topics.yml", "sources/index.md", "sources/decisions.yml", "docs/about.md",
    }  # fmt: skip
    assert changed["sources/index.md"] == b"A small quarrel about [[lamp|a lamp]].\n"
    assert changed["sources/decisions.yml"] == (
        b"# ours\n- {topic: lamp, quote: the lamp}\n- topics: [harbour-board, 'lamp']\n"
        b"  note: skarv-light stays\n"
    )
    assert changed["docs/about.md"] == (
        b"[[lamp]] and [[lamp|words]], `[[skarv-light]]`\r\n"
        b"```\r\n[[skarv-light]]\r\n```\r\n[[lamp]]\r\n"
    )


def test_links_keep_their_words_in_a_merge(tmp_path: Path) -> None:
    changed = carried_out(dossier(tmp_path), merge, "skarv-light", "harbour-board")
    assert changed["docs/about.md"].startswith(
        b"[[harbour-board|Skarv light]] and [[harbour-board|words]], "
    )


def test_the_old_address_and_old_links_lead_to_the_topic(tmp_path: Path) -> None:
    config = make_dossier(tmp_path)
    settings = settings_of_dossier(config)
    write_all(rename(settings, "skarv-light", "lamp").changes)
    (tmp_path / "sources/index.md").write_text("See [[skarv-light]].\n", "utf-8")
    outcome = pipeline.run(settings)
    assert outcome.problems == ()
    page = (settings.pages / "topics/skarv-light.md").read_text("utf-8")
    assert "redirect: lamp.html\n" in page
    assert "[Skarv light](lamp.md)" in page
    assert "[Skarv light](topics/lamp.md)" in (settings.pages / "index.md").read_text("utf-8")


def test_a_byte_order_mark_and_permissions_stay(tmp_path: Path) -> None:
    config = make_dossier(tmp_path)
    path = tmp_path / "sources/topics.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    path.chmod(0o640)
    write_all(rename(settings_of_dossier(config), "skarv-light", "lamp").changes)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf- id: harbour-board\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_where_one_file_changed_meanwhile(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"two")
    with pytest.raises(WriteError) as caught:
        write_all([Change(one, b"1", b"I"), Change(two, b"2", b"II")])
    assert caught.value.code == "file-changed"
    assert tree(tmp_path) == {"one": b"1", "two": b"two"}


@pytest.mark.parametrize(
    ("arguments", "code", "advice"),
    [
        (["merge", "skarv-lihgt", "harbour-board"], "unknown-topic", '"skarv-light"?'),
        (["merge", "harbour-board", "harbour-board"], "merge-into-itself", "two different"),
        (["rename", "nowhere-at-all", "x"], "unknown-topic", "topics file"),
        (["rename", "skarv-light", "harbour-board"], "id-taken", "topics merge skarv-light"),
        (["rename", "skarv-light", "skarv-light"], "id-taken", "already"),
        (["rename", "skarv-light", "Skarv Light"], "topic-bad-id", '"skarv-light"'),
        (["import", "topics.rdf"], "import-format", "JSON-LD"),
    ],
)
def test_wrong_use_is_told_with_the_way_out(
    arguments: list[str], code: str, advice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    result = CliRunner().invoke(main, ["topics", *arguments])
    assert result.exit_code == 2
    assert f"[{code}]" in result.output
    assert advice in result.output
    assert tree(tmp_path) == before


def test_a_dry_run_shows_a_diff_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = tree(tmp_path)
    result = CliRunner().invoke(main, ["topics", "rename", "skarv-light", "lamp", "--dry-run"])
    assert result.exit_code == 0
    assert "--- a/sources/topics.yml\n+++ b/sources/topics.yml\n" in result.output
    assert "\n-- id: skarv-light\n+- id: lamp\n+  formerly: [skarv-light]\n" in result.output
    assert tree(tmp_path) == before


def test_a_renamed_topic_can_be_asked_for_by_its_former_id(tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path))
    write_all(rename(settings, "skarv-light", "lamp").changes)
    with pytest.raises(SettingsError) as caught:
        rename(settings, "skarv-light", "x")
    assert caught.value.advice == 'It is called "lamp" now.'


@pytest.mark.parametrize("former", ["b", "c", "x"])
def test_a_former_id_leads_to_one_topic_only(former: str) -> None:
    text = f"""\
- {{id: a, label: A, formerly: [x, {former}]}}
- {{id: b, label: B}}
- {{id: c, label: C, formerly: x}}
"""
    topics, findings = parse_topics(text, PATH)
    assert {(f.code, f.line) for f in findings} <= {("former-id-taken", 1), ("former-id-taken", 3)}
    assert ("former-id-taken", 3) in {(f.code, f.line) for f in findings}
    assert [topic.formerly for topic in topics] == [("x",), (), ()]


# --- importing ---------------------------------------------------------------------------------


def test_an_import_adds_at_the_end_and_leaves_what_is_there(tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    table = tmp_path / "topics.csv"
    table.write_text(
        "\ufeffid;label;aliases;broader;colour\r\n"
        "skarv-light;Another;;;\r\n"
        "oil;Oil;train oil;skarv-light;yellow\r\n"
        ";Lamp Tax;;nowhere;\r\n"
        "x;;;;\r\n",
        "utf-8",
    )
    imported = import_topics(settings, table)
    assert sorted((found.line, found.code) for found in imported.findings) == [
        (0, "import-loss"),
        (2, "import-id-known"),
        (4, "import-reference"),
        (5, "topic-without-label"),
    ]
    before = settings.topics.read_bytes()
    change, findings = append(settings, imported)
    assert findings == ()
    assert change.after == before + (
        b"\n- id: oil\n  label: Oil\n  aliases:\n    - train oil\n  broader: [skarv-light]\n"
        b"\n- id: lamp-tax\n  label: Lamp Tax\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- id: a\n  label: A\n"),
        ("[]\n", "\n- id: a\n  label: A\n"),
        ("# none yet\n", "# none yet\n\n- id: a\n  label: A\n"),
        ("- {id: b, label: B}", "- {id: b, label: B}\n\n- id: a\n  label: A\n"),
        ("  - {id: b, label: B}\n", "  - {id: b, label: B}\n\n  - id: a\n    label: A\n"),
        ("- {id: b, label: B}\r\n", "- {id: b, label: B}\r\n\r\n- id: a\r\n  label: A\r\n"),
    ],
)
def test_an_import_fits_the_file(before: str, after: str, tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    settings.topics.write_bytes(before.encode())
    table = tmp_path / "topics.csv"
    table.write_text("id,label\na,A\n", "utf-8")
    assert append(settings, import_topics(settings, table))[0].after.decode() == after


def test_an_import_refuses_a_list_between_brackets(tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    settings.topics.write_text("[{id: b, label: B}]\n", "utf-8")
    table = tmp_path / "topics.csv"
    table.write_text("id,label\na,A\n", "utf-8")
    with pytest.raises(TopicsError) as caught:
        append(settings, import_topics(settings, table))
    assert caught.value.code == "edit-refused"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.csv", None),
        ("a.csv", b"\xff\xfe"),
        ("a.csv", b"colour,size\nred,7\n"),
        ("a.csv", b'id,label\na,"A\n'),
        ("a.csv", b'id,label,aliases\na,A,"""x"\n'),
        ("a.csv", b"id,label\n"),
        ("a.json", b"{"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"id": "x"}'),
    ],
)
def test_what_is_no_vocabulary_is_told(name: str, content: bytes | None, tmp_path: Path) -> None:
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(TopicsError) as caught:
        import_topics(settings, tmp_path / name)
    assert caught.value.code == "import-unreadable"


def test_conditions_follow_the_names_in_a_table(tmp_path: Path) -> None:
    """A person took one name out and put one in; the JSON beside it is as it was."""
    settings = settings_of_dossier(make_dossier(tmp_path / "d"))
    table = tmp_path / "topics.csv"
    conditions = json.dumps(
        ["x", {"text": "tax", "until": "1931"}, {"text": "duty", "case": "any"}]
    )
    quoted = conditions.replace('"', '""')
    table.write_text(f'id,label,aliases,conditions\na,A,levy; tax,"{quoted}"\n', "utf-8")
    imported = import_topics(settings, table)
    assert imported.entries[0]["aliases"] == ["levy", {"text": "tax", "until": "1931"}]
    assert [finding.code for finding in imported.findings] == ["import-conditions"]


def test_an_entry_is_written_as_the_guide_shows_it() -> None:
    entry = {
        "id": "a",
        "label": "A: b",
        "aliases": ["x", {"text": "y", "near": ["z"]}],
        "broader": ["b"],
    }
    assert entry_text(entry) == (
        "- id: a\n  label: 'A: b'\n  aliases:\n    - x\n    - {text: y, near: [z]}\n  broader: [b]\n"
    )
