"""The documentation keeps up with the code, or fails here; its examples are run."""

from __future__ import annotations

import ast
import csv
import inspect
import json
import re
import shlex
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import click
import markdown
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner

from generator import pipeline, plugin
from generator.anchor import claims_file, entries, note_ids, note_nodes, notes_file
from generator.anchor.exchange import arrivals, formats, texts
from generator.clean import phrases
from generator.cli import main
from generator.describe import checks, dates, record, sheet
from generator.filing import yaml_file
from generator.model import (
    Basis,
    Case,
    ClaimStatus,
    Fate,
    Motivation,
    NoteStatus,
    Rights,
    SourceId,
    Stance,
    Standing,
)
from generator.read import READERS, decode
from generator.read import markdown as markdown_captures
from generator.recognise import automaton, topic_nodes
from generator.recognise.topics_file import load_topics
from generator.report import FORMATS
from generator.settings import QUOTATION_LIMIT, Edition, LinkPolicy
from generator.wording import similar
from generator.write import paths
from generator.write.escape import SAFE_EXTENSIONS
from tests.conftest import ROOT
from tests.dossiers import make_dossier, settings_of_dossier

GENERATOR = ROOT / "generator"
GUIDE = ROOT / "docs" / "guide"
DECISIONS = ROOT / "docs" / "decisions"

PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        ROOT / "docs" / "about.md",
        ROOT / "docs" / "architecture.md",
        *GUIDE.glob("*.md"),
        *DECISIONS.glob("*.md"),
    ]
)

#: Pages that a run writes, which hand-written ones may link to.
WRITTEN = {
    ROOT / "docs" / path
    for path in (
        *(paths.HOME, paths.SOURCES, paths.TOPICS, paths.TIMELINE, paths.BIBLIOGRAPHY),
        *(paths.NOTES, paths.CLAIMS, paths.SEARCH),
    )
}

Node = TypeVar("Node", bound=ast.AST)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

of_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: str(page.relative_to(ROOT)) if isinstance(page, Path) else None
)


# --- reading the documentation -----------------------------------------------------------------


@cache
def html(page: Path) -> BeautifulSoup:
    """A page as the site shows it."""
    extensions = ["attr_list", "def_list", "tables", "fenced_code", "toc"]
    rendered = markdown.markdown(page.read_text("utf-8"), extensions=extensions)
    return BeautifulSoup(rendered, "html.parser")


def codes(tags: Iterable[Tag]) -> set[str]:
    return {code.get_text() for tag in tags for code in tag.find_all("code")}


def section(page: Path, title: str) -> BeautifulSoup:
    """What stands below a heading, up to the next one of its level or above."""
    heading = next(h for h in html(page).find_all(re.compile("h[1-6]")) if h.get_text() == title)
    kept = []
    for tag in heading.find_next_siblings():
        if re.fullmatch("h[1-6]", tag.name) and tag.name <= heading.name:
            break
        kept.append(str(tag))
    return BeautifulSoup("".join(kept), "html.parser")


def explained(soup: BeautifulSoup) -> set[str]:
    """What has a row of its own in a table: the code in first cells."""
    return codes(row.find("td") for row in soup.find_all("tr") if row.find("td"))


def headings(page: Path) -> set[str]:
    return {h.get_text() for h in html(page).find_all(re.compile("h[1-6]"))}


def snippets(page: Path, language: str) -> Iterator[str]:
    for pre in html(page).find_all("code", class_=f"language-{language}"):
        yield pre.get_text()


def lists_of(kind: str, *pages: Path) -> list[str]:
    """The examples of topics, claims or notes on some pages: YAML lists, told by their keys."""
    found = [snippet for page in pages for snippet in snippets(page, "yaml")]
    return [snippet for snippet in found if kind_of(yaml.safe_load(snippet)[0]) == kind]


def kind_of(entry: Mapping[str, Any]) -> str:
    return "topics" if "label" in entry else "claims" if "statement" in entry else "notes"


def of_dossier(snippet: str) -> bool:
    """Whether an example of notes is one for dossier.notes.yml."""
    return bool({"source", "topic", "event"} & set(yaml.safe_load(snippet)[0]))


# --- reading the code --------------------------------------------------------------------------


@cache
def trees(folder: Path) -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py")))


def nodes(kind: type[Node], folder: Path = GENERATOR) -> Iterator[Node]:
    return (node for tree in trees(folder) for node in ast.walk(tree) if isinstance(node, kind))


def takers_of_codes() -> dict[str, int]:
    """Functions with a parameter ``code``, and at which place of a call it stands."""
    found = {"Finding": 1}
    for function in nodes(ast.FunctionDef):
        names = [argument.arg for argument in function.args.args]
        if "code" in names:
            found[function.name] = names.index("code") - (names[0] == "self")
    return found


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def strings(node: ast.AST) -> Iterator[str]:
    """The strings that an expression may give; not those that it only compares with."""
    if isinstance(node, ast.IfExp):
        return chain(strings(node.body), strings(node.orelse))
    return (
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def codes_of_messages() -> set[str]:
    takers, found = takers_of_codes(), set()
    for call in nodes(ast.Call):
        given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
        place = takers.get(name_of(call), len(call.args))
        given += call.args[place : place + 1]
        found |= {text for node in given for text in strings(node) if SLUG.fullmatch(text)}
    return found


def reasons_of_fates() -> set[str]:
    tables = [table for table in vars(phrases).values() if isinstance(table, Mapping)]
    found = {name for table in tables for name, row in table.items() if isinstance(row, Mapping)}
    for call in nodes(ast.Call, GENERATOR / "clean"):
        if name_of(call) in ("Claim", "furniture", "Furniture"):
            given = call.args[2:] if name_of(call) == "Claim" else call.args[:1]
            found |= {text for node in given for text in strings(node) if SLUG.fullmatch(text)}
    return found


def commands_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Each command with its full name; groups give those in them."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for word in command.list_commands(context):
        found = command.get_command(context, word)
        assert found is not None
        yield from commands_of(found, f"{name} {word}")


COMMANDS = dict(commands_of(main, "dossier"))


def config_names(function: Callable[..., Any]) -> set[str]:
    """The settings of MkDocs that a function of the plugin looks at or changes."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "config"
    }


# --- settings and commands ---------------------------------------------------------------------


@pytest.mark.parametrize("option", [name for name, _ in plugin.Options._schema])
def test_every_option_of_the_plugin_has_its_heading_and_default(option: str) -> None:
    default = dict(plugin.Options._schema)[option].default
    shown = f"[{', '.join(default)}]" if isinstance(default, list) else default
    text = section(GUIDE / "settings.md", option).get_text()
    assert re.search(rf"Default: {re.escape(shown)}\.", text), f"{option}: {shown}"


def test_no_option_is_described_that_does_not_exist() -> None:
    described = section(GUIDE / "settings.md", "Options of the plugin")
    shown = {heading.get_text() for heading in described.find_all("h3")}
    assert shown == {name for name, _ in plugin.Options._schema}


@pytest.mark.parametrize(
    ("title", "function", "names"),
    [
        ("What is read from MkDocs' settings", plugin.settings_of, {"config_file_path"}),
        ("What the plugin sets", plugin._prepare, set()),
    ],
)
def test_what_the_plugin_reads_and_sets_is_explained(
    title: str, function: Callable[..., Any], names: set[str]
) -> None:
    rows = explained(section(GUIDE / "settings.md", title))
    rows = {row.split(".")[0] for row in rows}
    assert config_names(function) - names <= rows


def test_the_safe_extensions_are_listed() -> None:
    listed = codes([section(GUIDE / "settings.md", "Markdown extensions")])
    assert {name for name in SAFE_EXTENSIONS if not name.startswith("markdown.")} <= listed


def test_the_values_of_settings_are_explained() -> None:
    shown = explained(section(GUIDE / "settings.md", "link"))
    assert shown == {policy.value for policy in LinkPolicy}
    assert {edition.value for edition in Edition} <= explained(html(GUIDE / "editions.md"))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_heading_and_all_options_and_no_other(name: str) -> None:
    rows = explained(section(GUIDE / "commands.md", name))
    options = [p for p in COMMANDS[name].params if isinstance(p, click.Option)]
    words = {word for option in options for word in option.opts}
    assert {row.split()[0] for row in rows if row.startswith("-")} == words


def test_no_command_is_described_that_does_not_exist() -> None:
    shown = {h for h in headings(GUIDE / "commands.md") if h.startswith("dossier ")}
    assert shown == set(COMMANDS)


def test_formats_and_exit_codes_are_explained() -> None:
    rows = explained(section(GUIDE / "commands.md", "dossier check"))
    assert {row for row in rows if not row.startswith("-")} == set(FORMATS)
    cells = section(GUIDE / "commands.md", "Exit codes").find_all("td")
    assert {"0", "1", "2"} <= {cell.get_text() for cell in cells}


# --- messages ----------------------------------------------------------------------------------


def test_every_message_is_explained_and_no_other() -> None:
    shown = explained(html(GUIDE / "messages.md"))
    used = codes_of_messages()
    assert sorted(used - shown) == [], "codes that docs/guide/messages.md does not explain"
    assert sorted(shown - used) == [], "codes in docs/guide/messages.md that nothing uses"


def test_a_message_is_explained_once() -> None:
    first = [row.find("td") for row in html(GUIDE / "messages.md").find_all("tr")]
    names = [cell.get_text() for cell in first if cell]
    assert sorted(names) == sorted(set(names))


# --- records, captures, topics -----------------------------------------------------------------


def test_every_key_of_a_record_is_explained_and_no_other() -> None:
    shown = explained(section(GUIDE / "records.md", "Keys"))
    assert shown == record.KEYS | record.CAPTURE_KEYS | sheet.NAME_KEYS


def test_every_basis_and_right_is_explained() -> None:
    terms = {term.get_text() for term in html(GUIDE / "records.md").find_all("dt")}
    assert terms == {basis.value for basis in Basis}
    about = {term.get_text() for term in html(ROOT / "docs" / "about.md").find_all("dt")}
    published = set(NoteStatus) - {NoteStatus.DRAFT}
    assert about == {basis.value for basis in Basis} | {status.value for status in published}
    assert {right.value for right in Rights} <= codes([html(GUIDE / "records.md")])


def test_dates_mean_what_the_guide_says() -> None:
    rows = [row.find_all("td") for row in section(GUIDE / "records.md", "Dates").find_all("tr")]
    examples = [(row[0].get_text(), row[1].get_text()) for row in rows if row]
    assert examples
    assert examples == [(edtf, dates.spoken(edtf)) for edtf, _ in examples]


def test_formats_and_fates_of_captures_are_explained() -> None:
    shown = explained(html(GUIDE / "captures.md"))
    assert set(READERS) == {name for name in shown if name.startswith(".")}
    assert {fate.value for fate in Fate} == explained(
        section(GUIDE / "captures.md", "What becomes of each line")
    ) - explained(section(GUIDE / "captures.md", "Reasons"))


def test_every_reason_of_a_fate_is_explained() -> None:
    shown = explained(section(GUIDE / "captures.md", "Reasons"))
    formats = {"markup", "comment", "front-matter"}
    assert sorted(reasons_of_fates() - shown) == []
    assert sorted(shown - reasons_of_fates() - formats) == []


def test_every_key_of_a_topic_is_explained_and_no_other() -> None:
    assert explained(section(GUIDE / "topics.md", "Keys of a topic")) == topic_nodes.TOPIC_KEYS
    shown = explained(section(GUIDE / "topics.md", "Conditions of an alias"))
    assert shown == topic_nodes.ALIAS_KEYS
    assert {case.value for case in Case} <= codes([html(GUIDE / "topics.md")])


def test_every_key_of_a_note_and_of_a_claim_is_explained_and_no_other() -> None:
    assert explained(section(GUIDE / "notes.md", "Keys")) == note_nodes.NOTE_KEYS
    assert explained(section(GUIDE / "claims.md", "The file")) == claims_file.CLAIM_KEYS


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        ("notes.md", "Status", NoteStatus),
        ("notes.md", "Motivation", Motivation),
        ("notes.md", "Where a note stands", Standing),
        ("claims.md", "Status", ClaimStatus),
        ("claims.md", "What a passage does to it", Stance),
    ],
)
def test_every_word_of_a_note_or_claim_is_explained_and_no_other(
    name: str, title: str, kind: type[StrEnum]
) -> None:
    assert explained(section(GUIDE / name, title)) == {word.value for word in kind}


def test_every_format_of_annotations_is_explained() -> None:
    assert {f"From {name}" for name in ("Hypothesis", "W3C annotations")} <= headings(
        GUIDE / "notes-exchange.md"
    )
    rows = section(GUIDE / "commands.md", "dossier notes import")
    assert {formats.AUTO, *formats.FORMATS} <= codes([rows])


@pytest.mark.parametrize(
    ("name", "words", "limit"),
    [
        ("captures.md", "a capture {} bytes", decode.SIZE_LIMIT),
        ("captures.md", "one line of it {} characters", decode.LINE_LIMIT),
        ("captures.md", "a capture in Markdown {} characters", markdown_captures.MARKDOWN_LIMIT),
        ("captures.md", "control characters {} %", round(decode.CONTROL_SHARE * 100)),
        ("records.md", "A value may have {} characters", checks.VALUE_LIMIT),
        ("records.md", "a record {} bytes", record.SIZE_LIMIT),
        ("records.md", "at most {} deep", yaml_file.DEPTH_LIMIT),
        ("topics.md", "at most {} characters", topic_nodes.LONGEST_ALIAS),
        ("topics.md", "next longer one, {} are matched; so are", automaton.MOST_NESTED),
        ("notes.md", "A notes file may have {} bytes", entries.SIZE_LIMIT),
        ("notes.md", "an id {} characters", note_ids.ID_LIMIT),
        ("notes.md", "a tag {} characters", note_nodes.TAG_LIMIT),
        ("notes.md", "at most {} words of what a note quotes", QUOTATION_LIMIT),
        ("notes.md", "of fewer than {} characters", similar.SHORTEST),
        ("notes.md", "or more than {}, no similar passages", similar.LONGEST),
        ("claims.md", "hyphens, at most {};", note_ids.ID_LIMIT),
        ("notes-exchange.md", "{} words or fewer", QUOTATION_LIMIT),
        ("notes-exchange.md", "A file may have {} bytes", formats.SIZE_LIMIT),
        ("notes-exchange.md", "bytes and {} annotations", arrivals.MOST),
        ("notes-exchange.md", "quote of more than {} characters", texts.TEXT_LIMIT),
    ],
)
def test_limits_are_named_with_their_numbers(name: str, words: str, limit: int) -> None:
    assert words.format(f"{limit:,}") in " ".join(html(GUIDE / name).get_text(" ").split())


# --- examples ----------------------------------------------------------------------------------


@of_page
def test_yaml_in_the_documentation_is_yaml(page: Path) -> None:
    for snippet in snippets(page, "yaml"):
        assert yaml.safe_load(snippet)


@pytest.mark.parametrize("name", ["index.md", "records.md"])
def test_records_in_the_guide_have_no_findings(name: str, tmp_path: Path) -> None:
    examples = list(snippets(GUIDE / name, "markdown"))
    assert examples
    for example in examples:
        path = tmp_path / "1931-04-02-gazette.md"
        path.write_text(example, "utf-8")
        assert record.parse_record(path)[1] == ()


@pytest.mark.parametrize("name", ["index.md", "topics.md"])
def test_topics_in_the_guide_have_no_findings(name: str, tmp_path: Path) -> None:
    examples = lists_of("topics", GUIDE / name)
    assert examples
    for example in examples:
        path = tmp_path / "topics.yml"
        path.write_text(example, "utf-8")
        topics, findings = load_topics(path)
        assert topics
        assert findings == ()


#: Pages with examples of notes, all on the source of the quick start.
ON_NOTES = [ROOT / "README.md", *(GUIDE / name for name in ("index.md", "notes.md", "claims.md"))]


@pytest.mark.parametrize("page", ON_NOTES, ids=lambda page: page.name)
def test_notes_and_claims_in_the_guide_have_no_findings(page: Path) -> None:
    examples = lists_of("notes", page)
    assert examples
    for example in examples:
        source = None if of_dossier(example) else SourceId("1931-04-02-gazette")
        notes, findings = notes_file.parse_notes(example, Path("notes.yml"), source)
        assert notes
        assert findings == ()
    for example in lists_of("claims", page):
        claims, findings = claims_file.parse_claims(example, Path("claims.yml"))
        assert claims
        assert findings == ()


@pytest.fixture
def quick_start(tmp_path: Path) -> Path:
    """The folder of records of the quick start's dossier."""
    sources = tmp_path / "sources"
    for folder in (sources, tmp_path / "docs", tmp_path / "captures"):
        folder.mkdir()
    written = {
        tmp_path / "mkdocs.yml": next(snippets(GUIDE / "settings.md", "yaml")),
        sources / "1931-04-02-gazette.md": next(snippets(GUIDE / "index.md", "markdown")),
        sources / "topics.yml": "".join(lists_of("topics", GUIDE / "index.md")),
    }
    for path, text in written.items():
        path.write_text(text, "utf-8")
    return sources


def test_the_quick_start_and_all_notes_of_the_guide_make_a_dossier(quick_start: Path) -> None:
    notes = lists_of("notes", *ON_NOTES)
    of_source = [note for note in notes if not of_dossier(note)]
    written = {
        "claims.yml": lists_of("claims", *ON_NOTES),
        "dossier.notes.yml": filter(of_dossier, notes),
        "1931-04-02-gazette.notes.yml": of_source,
    }
    for name, examples in written.items():
        (quick_start / name).write_text("".join(examples), "utf-8")
    contents = pipeline.build(settings_of_dossier(quick_start.parent / "mkdocs.yml"))
    assert pipeline.inspect(contents) == ()
    standings = {one.standing for one in contents.dossier.notes}
    assert standings == {Standing.ANCHORED, Standing.WHOLE}


def transcript(page: Path, command: str) -> tuple[list[str], str]:
    """The arguments of a command that a page shows being run, and what it then prints."""
    shown = next(p.get_text() for p in html(page).find_all("pre") if f"$ {command}" in p.get_text())
    line, _, printed = shown.partition("\n")
    return shlex.split(line)[2:], printed


def test_a_first_note_is_written_as_the_guide_shows(
    quick_start: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(quick_start.parent)
    arguments, printed = transcript(GUIDE / "notes.md", "dossier notes new")
    assert CliRunner().invoke(main, arguments).output == printed


def test_a_lost_note_is_shown_as_the_guide_shows_it(
    quick_start: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(quick_start.parent)
    lost = "- quote: Seven boatmen\n  note: Eight, says the Mail.\n"
    (quick_start / "1931-04-02-gazette.notes.yml").write_text(lost, "utf-8")
    arguments, printed = transcript(GUIDE / "notes.md", "dossier notes repair")
    listed = CliRunner().invoke(main, [*arguments, "--list"]).output
    assert listed.splitlines()[:4] == printed.splitlines()[1:5]


def test_the_settings_in_the_guide_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    config = tmp_path / "mkdocs.yml"
    config.write_text(next(snippets(GUIDE / "settings.md", "yaml")), "utf-8")
    assert settings_of_dossier(config).edition is Edition.PUBLIC


# --- data --------------------------------------------------------------------------------------


#: Notes that have every field that a note can have in the data.
NOTES = {
    "1936-lamp.notes.yml": """\
- quote: oil
  layer: digest
  note: Forty barrels.
  by: The keeper's heirs
  on: 1936~
  modified: 1937
  status: disputed
  tags: [oil]
  claim: {paid: contradicts}
  via: https://example.org/annotations/1
- quote: no such words
  note: Lost.
""",
    "dossier.notes.yml": """\
- {topic: skarv-light, note: It was lit in May., on: 1936-05-02, modified: 1936-06-01}
- {event: 1936-03-03, note: A Tuesday.}
- {source: 1936-lamp, block: d-00000000, note: Lost too.}
""",
    "claims.yml": "- {id: paid, statement: The oil of 1935 was paid for.}\n",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small dossier's full edition."""
    root = tmp_path_factory.mktemp("dossier")
    config = make_dossier(root, rights="restricted")
    for name, entries_ in NOTES.items():
        (root / "sources" / name).write_text(entries_, "utf-8")
    settings = settings_of_dossier(config, edition="full")
    pipeline.run(settings)
    return settings.pages / "data"


def test_every_data_file_is_explained_and_no_other(data: Path) -> None:
    written = {f"data/{path.relative_to(data)}" for path in data.rglob("*") if path.is_file()}
    named = {re.sub(r"/1936-lamp(?=\.)", "/<id>", path) for path in written}
    assert {row for row in explained(html(GUIDE / "data.md")) if row.startswith("data/")} == named


def test_every_column_of_a_table_is_explained(data: Path) -> None:
    rows = section(GUIDE / "data.md", "Tables").find_all("tr")
    columns = {row.find("code").get_text(): row.find_all("td")[1] for row in rows if row.find("td")}
    for path in sorted(data.glob("*.csv")):
        header = next(csv.reader(path.read_text("utf-8").splitlines()))
        assert set(header) <= codes([columns[path.name]]), path.name


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("Sources", "sources.json"),
        ("Annotations", "annotations/*.json"),
        ("Provenance", "provenance/*.json"),
        ("Events", "events.json"),
        ("Topics", "topics.json"),
    ],
)
def test_every_field_of_a_data_file_is_explained(data: Path, title: str, pattern: str) -> None:
    shown = codes([section(GUIDE / "data.md", title)])
    files = sorted(data.glob(pattern))
    assert files
    for path in files:
        content = json.loads(path.read_text("utf-8"))
        if isinstance(content, dict) and "@graph" in content:
            content = {"@context": "", "@graph": content["@graph"]}
        assert sorted(set(keys(content)) - shown) == [], path.name


def keys(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        yield from content
        content = list(content.values())
    if isinstance(content, list):
        for item in content:
            yield from keys(item)


# --- what the documentation names ----------------------------------------------------------------


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    blocks = [pre.get_text().strip() for pre in html(ROOT / "README.md").find_all("pre")]
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert "make test" in blocks
    assert "make test" in script


@of_page
def test_make_knows_every_word_and_variable(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    variables = set(re.findall(r"^([A-Z]+) +[?:]=", makefile, re.MULTILINE))
    for code in html(page).find_all("code"):
        for line in code.get_text().splitlines():
            if found := re.match(r"make ([a-z]+)\b(.*)", line):
                assert found[1] in targets, line
                assert set(re.findall(r"\b([A-Z]+)=", found[2])) <= variables, line


def test_every_word_of_make_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    words = {f"make {word}" for word in phony[1].split()} - {"make help"}
    rows = explained(section(GUIDE / "commands.md", "make"))
    assert words <= rows
    assert set(re.findall(r"^([A-Z]+) +\?=", makefile, re.MULTILINE)) <= rows


@of_page
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in html(page).find_all("a", href=True):
        target, _, anchor = link["href"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists() or path in WRITTEN, f"{link['href']} in {page.name}"
        if anchor and path.suffix == ".md":
            assert html(path).find(id=anchor), f"{link['href']} in {page.name}"


@of_page
def test_every_file_and_test_of_the_project_that_is_named_exists(page: Path) -> None:
    for code in codes([html(page)]):
        found = re.fullmatch(r"((?:generator|tests|docs|requirements)/[\w./-]*)(?:::(\w+))?", code)
        if not found or (ROOT / found[1]) in WRITTEN:
            continue
        path = ROOT / found[1]
        assert path.exists(), f"{code} in {page.name}"
        if found[2]:
            assert f"def {found[2]}(" in path.read_text("utf-8"), f"{code} in {page.name}"


def test_every_decision_is_listed_once_and_in_order() -> None:
    files = sorted(path.name for path in DECISIONS.glob("[0-9]*.md"))
    links = [link["href"] for link in html(DECISIONS / "index.md").find_all("a")]
    assert links == files
    assert [name[:4] for name in files] == [f"{n:04}" for n in range(1, len(files) + 1)]


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_has_its_number_context_decision_and_cost(path: Path) -> None:
    titles = [h.get_text() for h in html(path).find_all(re.compile("h[1-6]"))]
    assert titles[0].startswith(f"{path.stem[:4]}: ")
    assert titles[1:] == ["Context", "Decision", "Cost"]


def test_decisions_that_the_code_names_exist() -> None:
    sources = [path.read_text("utf-8") for path in GENERATOR.rglob("*.py")]
    named = {n for source in sources for n in re.findall(r"docs/decisions/(\d{4})", source)}
    assert named <= {path.name[:4] for path in DECISIONS.glob("[0-9]*.md")}


@of_page
def test_every_page_of_the_guide_is_in_its_list(page: Path) -> None:
    if page.parent == GUIDE and page.name != "index.md":
        links = {link["href"] for link in html(GUIDE / "index.md").find_all("a")}
        assert page.name in links


def test_the_laws_are_all_there() -> None:
    rows = section(ROOT / "docs" / "architecture.md", "The laws").find_all("tr")
    numbers = [row.find("td").get_text().split(".")[0] for row in rows if row.find("td")]
    assert numbers == [str(n) for n in range(1, 10)]
