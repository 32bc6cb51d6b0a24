"""Review: decisions are kept as text, found again, never moved by guess, and asked once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator import pipeline
from generator.clean import document_of
from generator.cli import main, topics_review
from generator.errors import DossierError, TopicsError, WriteError
from generator.filing import replace as writing
from generator.model import (
    Alias,
    Analysis,
    Block,
    BlockId,
    BlockKind,
    Document,
    Layer,
    Mention,
    Quote,
    Severity,
    SourceId,
    Span,
    Topic,
    TopicId,
)
from generator.read.markdown import parts_of_markdown
from generator.recognise import recognise
from generator.recognise.matcher import Matcher
from generator.recognise.review import Review, State, append, rulings_path
from generator.recognise.review.rulings import AliasRuling, Answer, Ruling, Rulings
from generator.recognise.review.rulings_file import (
    RULING_KEYS,
    check_rulings,
    load_rulings,
    parse_rulings,
)
from generator.wording.quotes import OPEN, RESTRICTED, Quotable
from tests.conftest import ROOT
from tests.dossiers import make_dossier, settings_of_dossier
from tests.strategies import documents, spans_within
from tests.test_docs import GUIDE, codes, section, snippets
from tests.test_docs import explained as explained_in

PAGE = GUIDE / "review.md"
CASES = ROOT / "tests" / "cases" / "review"

TOPICS = (
    Topic(TopicId("harbour-board"), "Harbour Board", "organisation", aliases=(Alias("the board", review=True),)),
    Topic(TopicId("skarv-light"), "Skarv light", "place", aliases=(Alias("Skarv Point"),)),
)  # fmt: skip

TOPICS_FILE = """\
- id: harbour-board
  label: Harbour Board
  kind: organisation
  aliases: [{text: the board, review: true}]
- id: keeper
  label: Per Strand
  kind: person
  aliases: [{text: the keeper, near: [oil]}]
- id: skarv-light
  label: Skarv light
  kind: place
  aliases: [Skarv Point, {text: the keeper, near: [oil, paid]}]
"""

SOURCE = SourceId("1936-lamp")


def text(words: str) -> Document:
    return document_of(parts_of_markdown(words))


def ruling(topic: str, quote: Quote | str, answer: Answer, line: int = 1) -> Ruling:
    quoted = Quote(quote) if isinstance(quote, str) else quote
    return Ruling(SOURCE, Layer.DIGEST, TopicId(topic), quoted, answer, line=line)


def judged(
    words: str, *entries: Ruling | AliasRuling, topics: Iterable[Topic] = TOPICS
) -> Analysis:
    """What is recognised in a text under some rulings."""
    review = Review.of(tuple(topics), Rulings.of(Path("decisions.yml"), entries))
    return recognise(
        text(words),
        "1936",
        Matcher(review.topics),
        "en",
        lambda document, found: review.judge(SOURCE, Layer.DIGEST, document, found),
    )


def named(words: str, mentions: Iterable[Mention]) -> list[tuple[str, str]]:
    return [(one.span.of(text(words).text), one.topic) for one in mentions]


# --- what a decision does --------------------------------------------------------------------------

WORDS = "The board met at Skarv Point. Later the board left."


def test_without_a_decision_a_proposal_is_no_mention() -> None:
    found = judged(WORDS)
    assert named(WORDS, found.mentions) == [("Skarv Point", "skarv-light")]
    assert [one.span.start for one in found.proposals] == [0, 36]


def test_an_accepted_place_is_a_mention_with_its_alias() -> None:
    found = judged(
        WORDS, ruling("harbour-board", Quote("the board", suffix=" left"), Answer.ACCEPT)
    )
    assert found.mentions[-1] == Mention(Span(36, 45), TopicId("harbour-board"), "the board")
    assert [one.span.start for one in found.proposals] == [0]
    assert found.findings == ()


def test_a_rejected_proposal_is_not_asked_again() -> None:
    found = judged(
        WORDS, ruling("harbour-board", Quote("the board", suffix=" left"), Answer.REJECT)
    )
    assert [one.span.start for one in found.proposals] == [0]


def test_a_mention_that_matched_by_itself_can_be_rejected() -> None:
    found = judged(WORDS, ruling("skarv-light", "Skarv Point", Answer.REJECT))
    assert named(WORDS, found.mentions) == []


def test_a_longer_quote_rejects_the_mention_in_it_and_other_topics_stay() -> None:
    found = judged(
        "The Harbour Board of Skarv Point met.",
        ruling("harbour-board", "Board of Skarv Point met", Answer.REJECT),
        ruling("skarv-light", "of Skarv Point met", Answer.REJECT),
    )
    assert [one.topic for one in found.mentions] == ["harbour-board"]


def test_words_that_no_alias_has_can_be_accepted() -> None:
    found = judged(WORDS, ruling("skarv-light", "met at Skarv Point", Answer.ACCEPT))
    assert named(WORDS, found.mentions) == [("met at Skarv Point", "skarv-light")]


def test_what_a_rejected_mention_covered_becomes_a_proposal() -> None:
    topics = (*TOPICS, Topic(TopicId("rowing"), "Skarv Point Rowing Club", "organisation"))
    words = "They saw the Skarv Point Rowing Club."
    assert [one.topic for one in judged(words, topics=topics).mentions] == ["rowing"]
    found = judged(words, ruling("rowing", "Skarv Point Rowing Club", Answer.REJECT), topics=topics)
    assert found.mentions == ()
    assert [one.claims[0].topic for one in found.proposals] == ["skarv-light"]


def test_always_and_never_decide_every_match() -> None:
    always = AliasRuling(TopicId("harbour-board"), "The board", Answer.ALWAYS)
    assert [one.topic for one in judged(WORDS, always).mentions].count("harbour-board") == 2
    never = replace(always, answer=Answer.NEVER)
    found = judged(WORDS, never)
    assert found.proposals == ()
    assert [one.topic for one in found.mentions] == ["skarv-light"]


def test_never_can_be_said_of_a_label() -> None:
    never = AliasRuling(TopicId("harbour-board"), "Harbour Board", Answer.NEVER)
    found = judged("The Harbour Board met.", never)
    assert (found.mentions, found.proposals) == ((), ())


BOTH = (
    Topic(TopicId("north"), "North Light", "place", aliases=(Alias("the light", near=("oil",)),)),
    Topic(TopicId("south"), "South Light", "place", aliases=(Alias("the light", near=("lamp",)),)),
)
UNCLEAR = "Oil for the light and its lamp."


def test_an_ambiguous_place_is_reported_until_somebody_decides() -> None:
    found = judged(UNCLEAR, topics=BOTH)
    assert [one.code for one in found.findings] == ["ambiguous-mention"]
    assert [claim.topic for one in found.proposals for claim in one.claims] == ["north", "south"]
    for entries in (
        [ruling("south", "the light", Answer.ACCEPT)],
        [ruling("north", "the light", Answer.REJECT)],
        [AliasRuling(TopicId("south"), "the light", Answer.ALWAYS)],
        [AliasRuling(TopicId("north"), "the light", Answer.NEVER)],
    ):
        found = judged(UNCLEAR, *entries, topics=BOTH)
        assert named(UNCLEAR, found.mentions) == [("the light", "south")], entries
        assert (found.findings, found.proposals) == ((), ())


def test_a_short_form_before_the_full_name_is_proposed_only_if_there_is_one() -> None:
    topics = (
        Topic(TopicId("board"), "Harbour Board", "organisation", aliases=(Alias("the board", after_name=True),)),
    )  # fmt: skip
    assert judged("It was the board again.", topics=topics).proposals == ()
    found = judged("It was the board again. The Harbour Board paid.", topics=topics)
    assert [one.why for one in found.proposals] == [
        "a short form, and the full name follows only later"
    ]


def test_decisions_follow_a_topic_to_its_new_id() -> None:
    renamed = tuple(replace(one, id=TopicId(f"new-{one.id}"), formerly=(one.id,)) for one in TOPICS)
    found = judged(WORDS, ruling("skarv-light", "Skarv Point", Answer.REJECT), topics=renamed)
    assert found.mentions == ()


# --- what is not applied ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ([ruling("harbour-board", "the harbour", Answer.ACCEPT)], ["lost-decision"]),
        ([ruling("harbour-board", Quote("the board", prefix="Soon "), Answer.ACCEPT)], ["lost-decision"]),
        ([ruling("harbour-board", "board", Answer.ACCEPT)], ["ambiguous-decision"]),
        ([ruling("harbour-board", "oard", Answer.ACCEPT)], ["lost-decision"]),
        (
            [ruling("skarv-light", "Skarv Point", Answer.REJECT), ruling("skarv-light", "Skarv Point", Answer.ACCEPT, 2)],
            ["contradicting-decisions"],
        ),
        (
            [ruling("skarv-light", "at Skarv Point", Answer.ACCEPT), ruling("harbour-board", "Skarv Point", Answer.ACCEPT, 2)],
            ["contradicting-decisions"],
        ),
    ],
)  # fmt: skip
def test_a_decision_that_is_lost_ambiguous_or_contradicted_changes_nothing(
    entries: list[Ruling], codes: list[str]
) -> None:
    found = judged(WORDS, *entries)
    assert [one.code for one in found.findings] == codes
    assert {one.severity for one in found.findings} == {Severity.WARNING}
    assert found.findings[-1].line == entries[-1].line
    assert (found.mentions, found.proposals) == (judged(WORDS).mentions, judged(WORDS).proposals)


# --- quotes ----------------------------------------------------------------------------------------


@given(st.data())
def test_a_quote_finds_its_place_and_nothing_else(data: st.DataObject) -> None:
    document = data.draw(documents())
    span = data.draw(spans_within(list(document.blocks)))
    words = span.of(document.text)
    assume(words == words.strip() and "\n" not in words)
    for reaches in (RESTRICTED, OPEN):
        quote = Quotable(document).quote(span, reaches)
        if quote is not None:
            assert len(Quotable(document).find(quote)) == 1
            assert Quotable(document).find(quote)[0].start == span.start


SENTENCES = st.sampled_from(
    [
        "The board met in March.",
        "Nobody saw the board leave “Skarv Point” — not even he.",
        "the board",
        "He said that the board's oil had gone, and the board said nothing.",
        "Rain fell.",
        "It's the board – again!",
    ]
)
BLOCKS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5)

#: Changes of typography that change nothing for a reader.
TYPOGRAPHY = (
    ("“", '"'), ("”", '"'), ("'", "’"), ("—", "--"), ("–", "-"), (" ", "\u00a0"), (" ", "\u2009"), (". ", ".  "), ("the", "the\u00ad"),
)  # fmt: skip


def plain(blocks: list[str]) -> Document:
    """A document of paragraphs, whatever their words would mean to Markdown."""
    made, at = [], 0
    for number, words in enumerate(blocks):
        span = Span(at, at + len(words))
        made.append(Block(BlockId(f"p-{number}"), BlockKind.PARAGRAPH, span))
        at = span.end + 2
    return Document("\n\n".join(blocks), tuple(made))


@given(BLOCKS, st.data())
@example(["the board", "Rain fell."], None)
def test_a_decision_is_found_again_after_edits_elsewhere(
    blocks: list[str], data: st.DataObject | None
) -> None:
    """A paragraph before or after, other quotes, dashes and spaces: the same place, or none."""
    document = plain(blocks)
    places = [m.start() for m in re.finditer("the board", document.text)]
    assume(places)
    at = data.draw(st.sampled_from(places)) if data else places[0]
    span = Span(at, at + len("the board"))
    quote = Quotable(document).quote(span, RESTRICTED)
    assume(quote is not None)
    assert quote is not None
    here = next(n for n, block in enumerate(document.blocks) if span in block.span)
    inside = document.text[document.blocks[here].span.start : at].count("the board")

    edited = list(blocks)
    old, new = data.draw(st.sampled_from(TYPOGRAPHY)) if data else ("“", '"')
    edited = [words.replace(old, new) for words in edited]
    place = data.draw(st.integers(0, len(edited))) if data else 0
    edited.insert(
        place, data.draw(st.sampled_from(["Snow came.", "A boat sank."])) if data else "Snow came."
    )
    here += place <= here
    after = plain(edited)

    found = Quotable(after).find(quote)
    crosses = quote.prefix.strip("\n").count("\n") + quote.suffix.strip("\n").count("\n")
    if not found:
        assert crosses  # its context was in another paragraph, and that is no longer the next
        return
    assert len(found) == 1
    block = after.blocks[here].span
    before = after.text[block.start : found[0].start].replace("\u00ad", "")
    assert found[0] in block
    assert re.sub(r"\s", " ", before).count("the board") == inside


@given(BLOCKS, st.data())
def test_a_decision_about_a_paragraph_that_is_gone_goes_nowhere_else(
    blocks: list[str], data: st.DataObject
) -> None:
    document = plain(blocks)
    places = [m.start() for m in re.finditer("the board", document.text)]
    assume(places)
    at = data.draw(st.sampled_from(places))
    span = Span(at, at + len("the board"))
    quote = Quotable(document).quote(span, RESTRICTED)
    assume(quote is not None)
    assert quote is not None
    gone = next(document.text_of(b) for b in document.blocks if span in b.span)
    rest = [document.text_of(b) for b in document.blocks if span not in b.span]
    assume(gone not in rest)  # nobody can say which of two twins is gone
    assert Quotable(plain(rest)).find(quote) == ()


def test_a_restricted_text_is_quoted_with_six_words_a_side() -> None:
    words = "one two three four five six seven eight nine ten the board eleven twelve thirteen fourteen fifteen sixteen seventeen"
    document = plain([words, words.replace("ten", "tin").replace("one", "a")])
    at = words.index("the board")
    quote = Quotable(document).quote(Span(at, at + 9), RESTRICTED)
    assert quote is not None
    assert max(len(quote.prefix.split()), len(quote.suffix.split())) <= 6
    twins = plain([words, f"a {words}"])
    assert Quotable(twins).quote(Span(at, at + 9), RESTRICTED) is None
    assert Quotable(twins).quote(Span(at, at + 9), OPEN) is not None


# --- the file --------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(CASES.glob("*/")), ids=lambda case: case.name)
def test_what_is_wrong_in_the_file_is_reported_by_line(case: Path) -> None:
    rulings, findings = load_rulings(case / "in.yml")
    findings += check_rulings(rulings, TOPICS, {SOURCE}, all_known=True)
    lines = [f"{one.line} {one.answer} {one.topic}" for one in rulings.entries]
    lines += [
        f"{one.line} {one.severity} {one.code}: {one.message} {one.advice}" for one in findings
    ]
    assert "\n".join(lines) + "\n" == (case / "out.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"a: b\n", "decisions-no-list"), (b"- [\n", "broken-yaml"), (b"\xff\xfe\x00", "decisions-encoding")],
)  # fmt: skip
def test_a_file_that_is_no_list_is_an_error_and_never_written_to(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "decisions.yml"
    path.write_bytes(content)
    with pytest.raises(TopicsError) as caught:
        append.append(path, [ruling("a", "b", Answer.ACCEPT)])
    assert caught.value.code == code
    assert path.read_bytes() == content


TEXTS = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
CONTEXTS = st.text(max_size=30)
RULINGS = st.builds(
    Ruling,
    TEXTS.map(SourceId), st.sampled_from(Layer), TEXTS.map(TopicId), st.builds(Quote, TEXTS, CONTEXTS, CONTEXTS),
    st.sampled_from([Answer.ACCEPT, Answer.REJECT]), TEXTS, TEXTS,
)  # fmt: skip
ALIAS_RULINGS = st.builds(
    AliasRuling, TEXTS.map(TopicId), TEXTS, st.sampled_from([Answer.ALWAYS, Answer.NEVER])
)
BEFORE = st.sampled_from(
    [
        "",
        "# only a comment",
        "- {topic: a, alias: b, decision: never} # why",
        "  - topic: a\n    alias: b\n    decision: never\n\n# end\n",
        "- topic: a\r\n  alias: b\r\n  decision: never\r\n",
        "\ufeff- {topic: a, alias: b, decision: never}\n",
    ]
)


@given(BEFORE, st.lists(st.one_of(RULINGS, ALIAS_RULINGS), min_size=1, max_size=3))
def test_what_is_appended_is_read_again_and_all_before_it_stays(
    tmp_path_factory: pytest.TempPathFactory, before: str, entries: list[Ruling | AliasRuling]
) -> None:
    path = tmp_path_factory.mktemp("append") / "decisions.yml"
    path.write_bytes(before.encode())
    old, _ = load_rulings(path)
    try:
        append.append(path, entries)
    except (WriteError, DossierError):
        assert path.read_bytes() == before.encode()  # control characters: refused, whole
        return
    assert path.read_bytes().startswith(before.encode())
    new, findings = load_rulings(path)
    assert findings == ()
    assert new.entries[: len(old.entries)] == old.entries
    assert [replace(one, line=0) for one in new.entries[len(old.entries) :]] == entries


def test_a_list_in_brackets_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    path.write_text("[{topic: a, alias: b, decision: never}]\n")
    with pytest.raises(WriteError) as caught:
        append.append(path, [ruling("a", "b", Answer.ACCEPT)])
    assert caught.value.code == "decisions-not-extendable"
    assert path.read_text() == "[{topic: a, alias: b, decision: never}]\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_killed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "decisions.yml"
    append.append(path, [ruling("a", "b", Answer.ACCEPT)])
    before = path.read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os if step == "fsync" else Path, step, killed)
    with pytest.raises(KeyboardInterrupt):
        append.append(path, [ruling("c", "d", Answer.REJECT)])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


# --- the commands ----------------------------------------------------------------------------------


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    config = make_dossier(tmp_path / "d", topics=TOPICS_FILE)
    monkeypatch.chdir(config.parent)
    return config.parent


def run(*arguments: str, keys: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=keys)


def review(*arguments: str, keys: str = "") -> Result:
    return run("topics", "review", "--edition", "full", *arguments, keys=keys)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics_review, "is_terminal", lambda: True)


def decisions(dossier: Path) -> list[tuple[str, str]]:
    rulings, findings = load_rulings(rulings_path(dossier / "sources"))
    assert findings == ()
    return [(one.answer.value, one.topic) for one in rulings.entries]


def test_without_a_terminal_it_lists_and_says_how_to_decide(dossier: Path) -> None:
    for arguments in ([], ["--list"]):
        done = review(*arguments)
        assert done.exit_code == 1
        assert "[The board] denies it." in done.output
        assert "3 open, 0 decided." in done.output
        assert "--apply" in done.output
    assert not rulings_path(dossier / "sources").exists()


def test_filters_by_source_and_topic(dossier: Path) -> None:
    assert "2 open" in review("--topic", "harbour-board").output
    assert "3 open" in review("--source", "sources/1936-lamp.md").output
    for option, name in (("--topic", "harbor-board"), ("--source", "1936-lamb")):
        done = review(option, name)
        assert done.exit_code == 2
        assert "Did you mean" in done.output


@pytest.mark.usefixtures("terminal")
def test_each_key_decides_and_is_never_asked_again(dossier: Path) -> None:
    done = review("--by", "Ada Marsh", keys="1as")
    assert done.exit_code == 1
    assert decisions(dossier) == [("accept", "keeper"), ("accept", "harbour-board")]
    assert "1 open, 2 decided." in done.output
    again = review(keys="r")
    assert again.output.count("---") == 1
    assert again.exit_code == 0
    assert decisions(dossier)[-1] == ("reject", "harbour-board")
    assert "0 open, 3 decided." in review().output
    assert 'by: "Ada Marsh"' in rulings_path(dossier / "sources").read_text("utf-8")


@pytest.mark.usefixtures("terminal")
def test_always_closes_all_places_of_the_alias(dossier: Path) -> None:
    done = review(keys="x?rl")
    assert decisions(dossier) == [
        ("reject", "keeper"),
        ("reject", "skarv-light"),
        ("always", "harbour-board"),
    ]
    assert done.exit_code == 0
    settings = settings_of_dossier(dossier / "mkdocs.yml", edition="full")
    analyses = pipeline.build(settings).dossier.analyses
    board = [m for a in analyses.values() for m in a.mentions if m.topic == "harbour-board"]
    assert len(board) == 4


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("key", ["q", "\x03", "\x04", ""])
def test_who_leaves_keeps_what_was_decided(dossier: Path, key: str) -> None:
    done = review(keys="2" + key)
    assert decisions(dossier) == [("accept", "skarv-light")]
    assert "2 open, 1 decided." in done.output
    assert done.exit_code == 1


@pytest.mark.usefixtures("terminal")
def test_of_an_ambiguous_place_one_alias_can_be_ruled_out(dossier: Path) -> None:
    review(keys="n2q")
    assert decisions(dossier) == [("never", "skarv-light")]
    assert "ambiguous-mention" not in run("check", "--edition", "full").output


@pytest.mark.usefixtures("terminal")
def test_wrong_mentions_can_be_asked_about_and_rejected(dossier: Path) -> None:
    done = review("--mentions", "--topic", "skarv-light", keys="srq")
    assert decisions(dossier) == [("reject", "skarv-light")]
    assert "found without a decision" in done.output


def test_a_worksheet_goes_out_and_comes_back(dossier: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "questions.yml"
    assert review("--file", str(sheet)).exit_code == 0
    assert "[The board] denies it." in sheet.read_text("utf-8")
    untouched = review("--apply", str(sheet))
    assert untouched.exit_code == 0
    assert not rulings_path(dossier / "sources").exists()

    filled = iter(["accept", "", "reject", "never"])
    sheet.write_text(
        re.sub(
            "decision:",
            lambda m: f"{m[0]} {next(filled)}",
            sheet.read_text("utf-8").split("\n\n", 1)[1],
        ),
        "utf-8",
    )
    done = review("--apply", str(sheet), "--by", "Ada")
    assert (done.exit_code, done.output) == (0, "3 decisions taken, 0 known before, 0 not taken.\n")
    assert decisions(dossier) == [
        ("accept", "keeper"),
        ("reject", "harbour-board"),
        ("never", "harbour-board"),
    ]
    assert "0 decisions taken, 3 known before" in review("--apply", str(sheet)).output
    assert "0 open, 3 decided." in review("--list").output

    changed = sheet.read_text("utf-8").replace("decision: accept", "decision: reject", 1)
    sheet.write_text(
        changed.replace("1936-lamp", "1936-lamb", 3).replace("1936-lamb", "1936-lamp", 1), "utf-8"
    )
    wrong = review("--apply", str(sheet))
    assert wrong.exit_code == 1
    assert "contradicting-decisions" in wrong.output
    assert "unknown-source" in wrong.output
    assert len(decisions(dossier)) == 3


def test_a_worksheet_overwrites_nothing_and_is_not_published(dossier: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "mine.yml"
    sheet.write_text("mine")
    assert "cannot-write" in review("--file", str(sheet)).output
    assert sheet.read_text() == "mine"
    for folder in ("docs", "sources"):
        done = review("--file", str(dossier / folder / "q.yml"))
        assert done.exit_code == 2
        assert "published-place" in done.output
        assert not (dossier / folder / "q.yml").exists()


def test_check_counts_what_is_open_and_reports_lost_decisions_with_their_line(
    dossier: Path,
) -> None:
    path = rulings_path(dossier / "sources")
    path.write_text(
        "# mine\n"
        "- {source: 1936-lamp, layer: digest, topic: keeper, quote: no such words, decision: accept}\n"
        "- {source: 1936-lamp, layer: text, topic: keeper, quote: the keeper told, decision: accept}\n"
    )
    rows = json.loads(run("check", "--format", "json").output)
    by_code = {row["code"]: row for row in rows}
    assert by_code["open-proposals"]["severity"] == "note"
    assert (by_code["lost-decision"]["path"], by_code["lost-decision"]["line"]) == (
        "sources/decisions.yml",
        2,
    )
    # the text is not in the public edition, so nothing is known about line 3
    assert [row["line"] for row in rows if row["path"] == "sources/decisions.yml"] == [2]


def test_a_broken_file_of_decisions_is_reported_and_the_rest_is_built(dossier: Path) -> None:
    rulings_path(dossier / "sources").write_text("decisions: none\n")
    rows = json.loads(run("check", "--format", "json").output)
    assert "decisions-no-list" in [row["code"] for row in rows]
    done = review("--list")
    assert done.exit_code == 1
    assert "decisions-no-list" in done.output


# --- explain ---------------------------------------------------------------------------------------


def explained(*arguments: str) -> list[dict[str, object]]:
    done = run("check", "--edition", "full", "--format", "json", "--explain", *arguments)
    assert done.exit_code == 0, done.output
    rows: list[dict[str, object]] = json.loads(done.output)
    return rows


def test_explain_says_for_each_place_what_it_is_and_why(dossier: Path) -> None:
    rows = explained("sources/1936-lamp.md")
    assert {row["state"] for row in rows} == {state.value for state in State}
    board = next(row for row in rows if row["words"] == "The board" and row["layer"] == "text")
    assert (board["line"], board["reason"], board["state"]) == (11, "review", "proposal")
    keeper = next(row for row in rows if row["reason"] == "not-near")
    assert (keeper["line"], keeper["words"], keeper["state"]) == (7, "the keeper", "none")
    digest = next(row for row in rows if row["layer"] == "digest" and row["words"] == "The board")
    record = (dossier / "sources" / "1936-lamp.md").read_text("utf-8").splitlines()
    assert isinstance(digest["line"], int)
    assert record[digest["line"] - 1].startswith("The board")


def test_explain_takes_ids_and_paths_and_knows_the_nearest(dossier: Path) -> None:
    assert (
        explained("1936-lamp")
        == explained("sources/1936-lamp")
        == explained("sources/1936-lamp.md")
    )
    wrong = run("check", "--explain", "1936-lamb")
    assert wrong.exit_code == 2
    assert 'Did you mean "1936-lamp"?' in wrong.output


def test_explain_of_words_shows_parts_of_words_too(dossier: Path) -> None:
    (dossier / "captures" / "lamp.txt").unlink()
    record = dossier / "sources" / "1936-lamp.md"
    record.write_text(record.read_text("utf-8") + "\nTwo Harbour Boarders left.\n", "utf-8")
    assert not any(row["reason"] == "part-of-word" for row in explained("1936-lamp"))
    rows = explained("1936-lamp", "--span", "harbour boarders")
    assert [(row["reason"], row["words"]) for row in rows] == [("part-of-word", "Harbour Board")]
    assert explained("1936-lamp", "--span", "nowhere") == []


def test_explain_names_the_decision(dossier: Path) -> None:
    rulings_path(dossier / "sources").write_text(
        "- {topic: harbour-board, alias: the board, decision: never, by: Ada, on: 2024-05-01}\n"
    )
    done = run("check", "--explain", "1936-lamp")
    assert (
        '- "The board" harbour-board: the alias never counts (by Ada on 2024-05-01, decisions.yml:1)'
        in done.output
    )


@pytest.mark.parametrize(
    "arguments",
    [["check", "--span", "x"], ["check", "--explain", "1936-lamp", "--format", "sarif"], ["topics", "review", "--list", "--file", "x"]],
)  # fmt: skip
def test_options_that_do_not_go_together_are_wrong_use(dossier: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


# --- the guide -------------------------------------------------------------------------------------


def test_the_guide_explains_every_key_and_answer() -> None:
    assert explained_in(section(PAGE, "The file of decisions")) == RULING_KEYS
    assert {answer.value for answer in Answer} <= codes([section(PAGE, "The file of decisions")])
    keys = explained_in(section(PAGE, "In a terminal"))
    assert set("arlnsq") <= keys


def test_decisions_in_the_guide_have_no_findings() -> None:
    example = next(snippets(PAGE, "yaml"))
    rulings, findings = parse_rulings(example, PAGE)
    assert len(rulings.entries) == 2
    assert findings == ()
