"""Anchoring: a note stands where its words are, once, or nowhere; what is lost is reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.anchor.anchoring import anchor_in, quote_for
from generator.anchor.candidates import Candidate, candidates
from generator.anchor.report import MOST_SEARCHED, lost_findings
from generator.model import (
    Anchored,
    Block,
    BlockId,
    BlockKind,
    Document,
    Finding,
    Layer,
    Note,
    NoteId,
    Quote,
    Record,
    Rights,
    Severity,
    Source,
    SourceId,
    Span,
    Standing,
    Target,
    Value,
)
from generator.wording.evened import BORDER, evened, evened_document
from generator.wording.graphemes import is_edge
from tests.strategies import documents

HERE = SourceId("1936-lamp")
FILE = Path("1936-lamp.notes.yml")


def paper(*blocks: str) -> Document:
    """A document of paragraphs; what begins with "# " is a heading."""
    made, at = [], 0
    texts = [block.removeprefix("# ") for block in blocks]
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        kind = BlockKind.HEADING if block.startswith("# ") else BlockKind.PARAGRAPH
        made.append(Block(BlockId(f"p-{number}"), kind, Span(at, at + len(text)), 2))
        at += len(text) + 2
    return Document("\n\n".join(texts), tuple(made))


def source(
    digest: Document | str = "",
    text: Document | str | None = None,
    *,
    rights: Rights = Rights.RESTRICTED,
    capture: str = "lamp.txt",
) -> Source:
    record = Record(Path("1936-lamp.md"), Value("Lamp"), rights=rights, capture_file=capture)
    shown = paper(text) if isinstance(text, str) else text
    return Source(HERE, record, paper(digest) if isinstance(digest, str) else digest, shown)


def note(
    words: str | Quote = "",
    prefix: str = "",
    suffix: str = "",
    *,
    layer: Layer | None = None,
    block: str | None = None,
    line: int = 1,
) -> Note:
    quote = words if isinstance(words, Quote) else Quote(words, prefix, suffix)
    has_quote = quote.exact != ""
    target = Target(HERE, layer, quote if has_quote else None, BlockId(block) if block else None)
    return Note(NoteId(f"n-{line}"), target, "Because.", path=FILE, line=line)


def anchored(where: Source, one: Note) -> Anchored:
    return anchor_in(where, [one])[0]


def words_of(where: Source, one: Anchored) -> str:
    assert one.layer is not None
    assert one.span is not None
    return one.span.of(where.document(one.layer).text)


# --- one place, several, none -----------------------------------------------------------------------

KEEPER = "The keeper – he said so – paid for “the lamp”. The board's oil\u00a0was gone."


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        (KEEPER, "paid for", "paid for"),
        (KEEPER, "id fo", "id fo"),
        (KEEPER, 'for "the lamp".', "for “the lamp”."),
        (KEEPER, "keeper — he said so -- paid", "keeper – he said so – paid"),
        (KEEPER, "The board’s oil was gone", "The board's oil\u00a0was gone"),
        (KEEPER, "The   board's\n  oil", "The board's oil"),
        (KEEPER, "  paid for ", "paid for"),
        (KEEPER, "Paid for", None),
        (KEEPER, "keeper he said so", None),
        (KEEPER, "the-lamp", None),
        (KEEPER, " ", None),
        ("The ﬁnal oﬃce", "final office", "ﬁnal oﬃce"),
        ("The ﬁnal oﬃce", "The f", None),
        ("Ｌａｍｐ ２", "Lamp 2", "Ｌａｍｐ ２"),
        ("one light\u00adhouse here", "lighthouse", "light\u00adhouse"),
        ("one lighthouse here", "light\u00adhouse\u200b here", "lighthouse here"),
        ("at −5 degrees", "at -5 degrees", "at −5 degrees"),
        ("at −5 degrees", "at 5 degrees", None),
        ("paid in 1990–2000", "1990-2000", "1990–2000"),
        ("nai\u0308ve café", "naïve cafe\u0301", "nai\u0308ve café"),
        ("naïve", "naive", None),
        ("cafe\u0301s", "cafe", None),
        ("x\u0302 and y", "x", None),
        ("x\u0302 and y", "x\u0302", "x\u0302"),
        ("a crew of 👩‍🚀 and 👩‍👩‍👧", "👩‍🚀", "👩‍🚀"),
        ("a crew of 👩‍🚀", "👩", None),
        ("a crew of 👩‍🚀", "🚀", None),
        ("well 👍🏽 done", "👍", None),
        ("well 👍🏽 done", "👍🏽", "👍🏽"),
        ("sun ☀️ up", "sun ☀ up", "sun ☀️ up"),
        ("sun ☀️ up", "☀", "☀️"),
        ("🇳🇴🇸🇪🇫🇮", "🇸🇪", "🇸🇪"),
        ("🇳🇴🇸🇪🇫🇮", "🇴🇸", None),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 here", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", None),
        ("한국의 등대", "\u1112\u1161\u11ab국", "한국"),
        ("한국의 등대", "\u1112\u1161", None),
        ("क्षेत्र में", "क्षेत्र", "क्षेत्र"),
        ("क्षेत्र में", "षे", None),
        ("גֵּר תּוֹשָׁב", "גֵּר", "גֵּר"),
        ("גֵּר תּוֹשָׁב", "ג", None),
        ("\u200fהמגדלור\u200f כבה", "המגדלור כבה", "המגדלור\u200f כבה"),
        ("المنارةُ مطفأةٌ", "المنارةُ", "المنارةُ"),
        ("المنارةُ مطفأةٌ", "المنارة", None),
        ("می\u200cروم", "میروم", "می\u200cروم"),
        ("東京の灯台", "の灯", "の灯"),
    ],
)
def test_a_quote_finds_its_words_and_nothing_that_only_resembles_them(
    text: str, quote: str, found: str | None
) -> None:
    where = source(text)
    one = anchored(where, note(quote))
    assert one.standing is (Standing.LOST if found is None else Standing.ANCHORED)
    if found is not None:
        assert words_of(where, one) == found


TWICE = paper(
    "The board met.", "# Oil", "The board paid.", "The board met again: the lamp was out."
)


@pytest.mark.parametrize(
    ("quote", "start"),
    [
        (Quote("The board"), "ambiguous"),
        (Quote("The board", suffix=" paid"), 21),
        (Quote("The board", suffix="paid"), 21),
        (Quote("The board", prefix="Oil "), 21),
        (Quote("The board", prefix="Oil\n"), 21),
        (Quote("The board", prefix="met.\nOil"), 21),
        (Quote("The board met", suffix=" again"), 38),
        (Quote("The board met", prefix="\n"), "ambiguous"),
        (Quote("The board met.", suffix="\n"), 0),
        (Quote("met", suffix="\n"), "lost"),
        (Quote("The board", prefix="Lamp "), "lost"),
        (Quote("paid", prefix="The board  "), 31),
        (Quote("lamp", prefix="\n"), "lost"),
        (Quote("Oil", prefix="\n", suffix="\n"), 16),
        (Quote("out.", suffix="\n"), 72),
    ],
)
def test_context_tells_places_apart_and_must_be_there(quote: Quote, start: int | str) -> None:
    one = anchored(source(TWICE), note(quote))
    assert (one.span.start if one.span else one.standing.value) == start


@pytest.mark.parametrize("between", ["\n", " ", "\n\n", "\u00a0", " \n "])
def test_white_space_in_a_quote_may_be_the_border_of_blocks(between: str) -> None:
    where = source(TWICE)
    one = anchored(where, note(f"met.{between}Oil{between}The board paid"))
    assert words_of(where, one) == "met.\n\nOil\n\nThe board paid"


def test_a_border_is_not_nothing() -> None:
    assert anchored(source(TWICE), note("met.Oil")).standing is Standing.LOST


def test_what_is_written_exactly_so_comes_before_what_only_reads_the_same() -> None:
    where = source("the ‘lamp’ and the 'lamp'")
    assert anchored(where, note("the 'lamp'")).span == Span(15, 25)
    assert anchored(where, note("the ‘lamp'")).standing is Standing.AMBIGUOUS


def test_notes_may_overlap_nest_and_share_a_word_and_stay_in_order() -> None:
    where = source("The keeper paid for the lamp.")
    quotes = ["the lamp", "keeper paid for the", "lamp", "paid", "paid", "paid for the lamp"]
    found = anchor_in(where, [note(quote, line=at) for at, quote in enumerate(quotes, 1)])
    assert [words_of(where, one) for one in found] == quotes
    assert [one.note.line for one in found] == [1, 2, 3, 4, 5, 6]


# --- layers, blocks, wholes -------------------------------------------------------------------------

BOTH = source("The board denies it.", "It was dark. The board said nothing.")


@pytest.mark.parametrize(
    ("where", "one", "standing", "layer"),
    [
        (BOTH, note("denies"), Standing.ANCHORED, Layer.DIGEST),
        (BOTH, note("dark"), Standing.ANCHORED, Layer.TEXT),
        (BOTH, note("The board"), Standing.AMBIGUOUS, None),
        (BOTH, note("The board", layer=Layer.TEXT), Standing.ANCHORED, Layer.TEXT),
        (BOTH, note("denies", layer=Layer.TEXT), Standing.LOST, None),
        (source("It was dark."), note("dark", layer=Layer.TEXT), Standing.WITHHELD, None),
        (source("It was dark."), note("gone", layer=Layer.TEXT), Standing.WITHHELD, None),
        (source("It was dark."), note("gone"), Standing.LOST, None),
        (source("It was dark."), note(block="p-0"), Standing.ANCHORED, Layer.DIGEST),
        (source("It was dark."), note(block="p-9"), Standing.LOST, None),
        (source("It was dark."), note(block="p-0", layer=Layer.TEXT), Standing.WITHHELD, None),
        (BOTH, note(block="p-0"), Standing.AMBIGUOUS, None),
        (BOTH, note(block="p-0", layer=Layer.TEXT), Standing.ANCHORED, Layer.TEXT),
        (BOTH, note(), Standing.WHOLE, None),
        (source(), note("dark"), Standing.LOST, None),
    ],
)
def test_where_a_note_stands_depends_on_what_the_edition_shows(
    where: Source, one: Note, standing: Standing, layer: Layer | None
) -> None:
    found = anchored(where, one)
    assert (found.standing, found.layer) == (standing, layer)
    assert (found.span is not None) == (standing is Standing.ANCHORED)


def test_a_note_on_a_block_stands_on_all_of_it() -> None:
    where = source(TWICE)
    assert words_of(where, anchored(where, note(block="p-2"))) == "The board paid."


# --- characters as readers see them -----------------------------------------------------------------


@pytest.mark.parametrize(
    "characters",
    [
        ["a", "b", " ", "\r\n", "c"],
        ["e\u0301", "x\u0302\u0323", "é", "\u00ad", "\u0301"],
        ["👩‍🚀", "👩🏽‍🚀", "👨‍👩‍👧", "👍🏽", "☀️", "❤️‍🔥"],
        ["🇳🇴", "🇸🇪", "🇫", "a", "🇮🇷"],
        ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "a\u200d", "b"],
        ["각", "\u1100\u1161\u11a8", "가", "\u1100\u1161", "a"],
        ["क्षे", "त्र", "।", "नी", "क्\u200dष", "क्\u200c", "ष"],
        ["க்", "ஷ", "ก\u0e33", "ກ\u0eb3", "ｶﾞ"],
        ["م\u0651\u064e", "ل", "ש\u05c1\u05b8", "\u200f", "\u06001"],
        ["က", "ာ", "\u200b", "က္က"],
    ],
)
def test_characters_end_where_unicode_says(characters: list[str]) -> None:
    text = "".join(characters)
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    assert edges == [0, *accumulate(map(len, characters))]


# --- evening out ------------------------------------------------------------------------------------


def test_what_is_evened_out_stays_as_it_is() -> None:
    for code in (*range(0x3400), *range(0xA640, 0xAC00), *range(0xF900, 0x10000)):
        char = chr(code)
        once = evened(char).text
        assert evened(once).text == once, hex(code)


def test_letters_marks_and_digits_are_not_typography() -> None:
    kept = "US us é e Ё Е 3 ٣ ² ½ … œ ß Ø ى ي בּ ב 5% a.b"
    assert evened(kept).text == unicodedata.normalize("NFC", kept)


def test_borders_stand_before_between_and_after_blocks() -> None:
    made = evened_document(paper("One — two", "Three\nfour\u00ad"))
    assert made.text.replace(BORDER, "|") == "|One - two|Three four|"
    assert [made.original(at) - 1 for at in (1, 11, 21)] == [0, 11, 21]


# --- law 3 ------------------------------------------------------------------------------------------

#: Each is one character to a reader, whatever stands beside it.
FRAGMENTS = st.sampled_from(
    [*"aabbA ", " ", "-", "–", "'", "’", "“", '"', "é", "e\u0301", "e", "q\u0302", "ﬁ", "f", "i", "\u00a0", "\u00ad", "\u200f",
     "👩‍🚀", "👩", "🚀", "👍🏽", "👍", "☀️", "☀", "🇳🇴", "🇴🇳", "ב\u05b0\u05bc", "ב", "م\u064e", "م", "각", "\u1100\u1161\u11a8", "क्ष", "क"]
)  # fmt: skip
UNSEEN = "\u00ad\u200f\ufe0f"
REFERENCE = {"–": "-", "—": "-", "’": "'", "“": '"', "”": '"', "ﬁ": "fi"} | dict.fromkeys(
    UNSEEN, ""
)
#: What a writer of notes may type or paste for a fragment.
RESTYLED = {
    " ": [" ", "  ", "\u00a0", "\n", " \u200f "],
    "\u00a0": [" "],
    "\n": ["\n", " ", "\n\n"],
    "-": ["-", "–", "--", "—"],
    "–": ["-", "—"],
    "'": ["'", "’"],
    "’": ["'"],
    "“": ['"', "”"],
    '"': ["“", '"'],
    "é": ["e\u0301"],
    "e\u0301": ["é"],
    "ﬁ": ["fi"],
    "각": ["\u1100\u1161\u11a8"],
    "\u1100\u1161\u11a8": ["각"],
    "☀️": ["☀"],
    "\u00ad": [""],
    "\u200f": [""],
    "a": ["a", "a\u00ad", "\u200fa"],
}


def plainly(text: str) -> str:
    """The rules of what is the same, as a specification: slow and simple."""
    composed = unicodedata.normalize("NFC", text)
    mapped = "".join(REFERENCE.get(char, char) for char in composed)
    spaced = re.sub(r"\s+", lambda run: "\n" if "\n" in run[0] else " ", mapped)
    return re.sub("-+", "-", spaced)


def level(text: str) -> str:
    return plainly(text).replace("\n", " ")


@dataclass(frozen=True)
class Written:
    """A document and the characters that it was put together from."""

    fragments: tuple[str, ...]
    document: Document

    @classmethod
    def of(cls, blocks: Iterable[Sequence[str]]) -> Written:
        kept = [[*block] for block in blocks]
        fragments = [part for block in kept for part in (*block, "\n", "\n")][:-2]
        return cls(tuple(fragments), paper(*map("".join, kept)))

    @property
    def edges(self) -> list[int]:
        return [0, *accumulate(map(len, self.fragments))]

    def passages(self) -> list[tuple[Span, int, int]]:
        """Every stretch of whole characters that begins and ends with something."""
        at = self.edges
        solid = [number for number, part in enumerate(self.fragments) if not part.isspace()]
        return [
            (Span(at[first], at[last + 1]), first, last)
            for first in solid
            for last in solid
            if first <= last
        ]

    def is_whole(self, first: int, last: int) -> bool:
        """Whether a stretch begins and ends with something to see, and cuts no run of dashes."""
        parts = self.fragments
        before = next((part for part in reversed(parts[:first]) if part not in UNSEEN), "")
        after = next((part for part in parts[last + 1 :] if part not in UNSEEN), "")
        dashes = ("-", "–")
        return (
            parts[first] not in UNSEEN
            and parts[last] not in UNSEEN
            and not (parts[first] in dashes and before in dashes)
            and not (parts[last] in dashes and after in dashes)
        )

    def places(self, quote: Quote) -> list[Span]:
        """Where a quote stands: by trying every passage."""
        text = self.document.text
        every = self.passages()
        wanted = level(quote.exact).strip(" ")
        alike = [
            span
            for span, first, last in every
            if level(span.of(text)) == wanted
            and self.is_whole(first, last)
            and fits(quote.prefix, "\n" + text[: span.start], is_before=True)
            and fits(quote.suffix, text[span.end :] + "\n", is_before=False)
        ]
        if "\n" in quote.prefix + quote.suffix:
            return [span for span in alike if span.of(text) == quote.exact] or alike
        exact = [
            span
            for span, _, _ in every
            if span.of(text) == quote.exact
            and text.endswith(quote.prefix, 0, span.start)
            and text.startswith(quote.suffix, span.end)
        ]
        return exact or alike


def fits(context: str, around: str, *, is_before: bool) -> bool:
    """Whether a context stands beside a place; the space next to the passage may be left out."""
    wanted = plainly(context)
    wanted = wanted.lstrip(" ") if is_before else wanted.rstrip(" ")
    if not wanted:
        return True
    inner = wanted[-1] if is_before else wanted[0]
    spaced = f"{wanted} " if is_before else f" {wanted}"
    around = plainly(around)
    for one in [wanted] if inner in " \n" else [wanted, spaced]:
        beside = around[-len(one) :] if is_before else around[: len(one)]
        if len(beside) == len(one) and all(
            have == want or (want == " " and have == "\n")
            for have, want in zip(beside, one, strict=True)
        ):
            return True
    return False


@st.composite
def written(draw: st.DrawFn) -> Written:
    """A short text of few different characters, so that much is in it twice."""
    size = draw(st.sampled_from([4, 8, 14]))
    blocks = []
    for block in draw(
        st.lists(st.lists(FRAGMENTS, min_size=1, max_size=size), min_size=1, max_size=3)
    ):
        while block and block[0].isspace():
            del block[0]
        while block and block[-1].isspace():
            del block[-1]
        blocks.append(block or ["a"])
    return Written.of(blocks)


def restyled(fragments: Sequence[str]) -> st.SearchStrategy[str]:
    """The same words with other typography."""
    styles = (st.sampled_from(RESTYLED.get(part, [part])) for part in fragments)
    return st.tuples(*styles).map("".join)


@st.composite
def quotes_of(draw: st.DrawFn, text: Written, *, with_context: bool = False) -> Quote:
    """A passage of a text, as it is, in other typography, or with a slip of the pen; and perhaps
    words around it."""
    _, first, last = draw(st.sampled_from(text.passages()))
    parts = list(text.fragments[first : last + 1])
    style = draw(st.sampled_from(["exact", "restyled", "restyled", "slip"]))
    if style == "slip":
        parts[draw(st.integers(0, len(parts) - 1))] = draw(FRAGMENTS)
    exact = "".join(parts) if style == "exact" else draw(restyled(parts))
    if not with_context:
        return Quote(exact.strip())
    before = text.fragments[max(0, first - draw(st.integers(0, 4))) : first]
    after = text.fragments[last + 1 : last + 1 + draw(st.integers(0, 4))]
    contexts = [re.sub("\n+", "\n", "".join(side)) for side in (before, after)]
    if draw(st.booleans()):
        contexts = [side.replace("–", "-").replace("’", "'").strip(" ") for side in contexts]
    return Quote(exact.strip(), *contexts)


def check_against(text: Written, quote: Quote) -> Anchored:
    """A quote is anchored if and only if the specification finds one place, and there."""
    expected = text.places(quote)
    one = anchored(source(text.document), note(quote))
    by_count = {0: Standing.LOST, 1: Standing.ANCHORED}
    assert one.standing is by_count.get(len(expected), Standing.AMBIGUOUS), expected
    if one.span:
        assert one.span == expected[0]
    return one


@settings(max_examples=1500)
@given(st.data())
def test_a_quote_is_anchored_if_and_only_if_it_is_there_once(data: st.DataObject) -> None:
    text = data.draw(written())
    quote = data.draw(quotes_of(text))
    assume(quote.exact)
    check_against(text, quote)


@settings(max_examples=1500)
@given(st.data())
def test_context_decides_where_a_quote_is_anchored(data: st.DataObject) -> None:
    text = data.draw(written())
    quote = data.draw(quotes_of(text, with_context=True))
    assume(quote.exact)
    check_against(text, quote)


@settings(max_examples=300)
@given(documents(), st.data())
def test_any_passage_of_any_text_is_found_where_it_is_once(
    document: Document, data: st.DataObject
) -> None:
    """Texts in all scripts: a quote cut between characters is found at its own place or reported."""
    text = document.text
    edges = [at for at in range(len(text) + 1) if is_edge(text, at)]
    start = data.draw(st.sampled_from(edges[:-1]))
    end = data.draw(st.sampled_from([at for at in edges if at > start]))
    words = text[start:end].strip()
    assume(words)
    begin = start + text[start:end].index(words)
    assume(is_edge(text, begin) and is_edge(text, begin + len(words)))
    one = anchored(source(document), note(words))
    assert one.standing in (Standing.ANCHORED, Standing.AMBIGUOUS)
    if text.find(words) == text.rfind(words):
        assert one.span == Span(begin, begin + len(words))


@settings(max_examples=500)
@given(written(), written(), st.data())
def test_a_note_stays_or_is_lost_and_never_moves_to_other_words(
    before: Written, other: Written, data: st.DataObject
) -> None:
    """A text is edited under a note: pieces go, come, change places."""
    span, _, _ = data.draw(st.sampled_from(before.passages()))
    quote = quote_for(source(before.document), Layer.DIGEST, span)
    assume(quote is not None)
    assert quote is not None
    parts = list(before.fragments)
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, min(len(parts), first + 5)))
    parts[first:last] = other.fragments[: data.draw(st.integers(0, 5))]
    after = Written.of(_blocks(parts))
    check_against(after, quote)


def _blocks(fragments: Sequence[str]) -> list[list[str]]:
    """Blocks of fragments between line feeds, without white space at their ends."""
    blocks: list[list[str]] = [[]]
    for part in fragments:
        if part == "\n":
            blocks.append([])
        elif blocks[-1] or not part.isspace():
            blocks[-1].append(part)
    for block in blocks:
        while block and block[-1].isspace():
            del block[-1]
    return [block for block in blocks if block] or [["a"]]


# --- quotes of passages -----------------------------------------------------------------------------


@settings(max_examples=500)
@given(written(), st.data())
def test_the_quote_of_a_passage_finds_it_and_says_no_more_than_it_must(
    text: Written, data: st.DataObject
) -> None:
    passages = [one for one in text.passages() if text.is_whole(one[1], one[2])]
    assume(passages)
    span, _, _ = data.draw(st.sampled_from(passages))
    for rights in Rights:
        where = source("lamp", text.document, rights=rights)
        quote = quote_for(where, Layer.TEXT, span)
        bare = Quote(" ".join(span.of(text.document.text).split()))
        if quote is None:
            assert rights is Rights.RESTRICTED
            continue
        assert anchored(where, note(quote, layer=Layer.TEXT)).span == span
        is_alone = anchored(where, note(bare, layer=Layer.TEXT)).standing is Standing.ANCHORED
        assert (quote == bare) == is_alone
        if rights is Rights.RESTRICTED:
            assert len(quote.prefix.split()) <= 6
            assert len(quote.suffix.split()) <= 6


@settings(max_examples=200)
@given(written(), written(), st.data())
def test_a_quote_that_is_to_do_without_a_layer_is_alone_in_all(
    digest: Written, text: Written, data: st.DataObject
) -> None:
    where = source(digest.document, text.document, rights=Rights.OPEN)
    span, _, _ = data.draw(st.sampled_from(text.passages()))
    quote = quote_for(where, Layer.TEXT, span, everywhere=True)
    if quote is not None:
        one = anchored(where, note(quote))
        assert one.layer is Layer.TEXT
        assert one.span is not None
        assert span.overlaps(one.span)


@pytest.mark.parametrize(
    ("start", "quote"),
    [
        (0, Quote("The board", suffix=" met.")),
        (21, Quote("The board", suffix=" paid.")),
        (38, Quote("The board", suffix=" met again:")),
        (42, Quote("board met", suffix=" again:")),
        (22, Quote("he board", suffix=" paid.")),
    ],
)
def test_the_context_of_a_quote_is_as_short_as_can_be(start: int, quote: Quote) -> None:
    span = Span(start, start + 9)
    assert quote_for(source(TWICE), Layer.DIGEST, span) == quote


def test_the_quote_of_a_passage_has_none_of_the_white_space_at_its_ends() -> None:
    assert quote_for(source(TWICE), Layer.DIGEST, Span(10, 21)) == Quote("met. Oil")
    assert quote_for(source(TWICE), Layer.DIGEST, Span(14, 16)) is None


def test_there_is_no_quote_that_cuts_a_character() -> None:
    assert quote_for(source("👩‍🚀 e\u0301"), Layer.DIGEST, Span(0, 1)) is None
    assert quote_for(source("👩‍🚀 e\u0301"), Layer.DIGEST, Span(4, 5)) is None


def test_of_a_restricted_text_six_words_a_side_are_quoted_and_no_more() -> None:
    line = (
        "one two three four five six seven the lamp eight nine ten eleven twelve thirteen fourteen"
    )
    twins = paper(line, f"zero {line} fifteen")
    span = Span(line.index("the lamp"), line.index("the lamp") + 8)
    assert quote_for(source("", twins), Layer.TEXT, span) is None
    found = quote_for(source("", twins, rights=Rights.OPEN), Layer.TEXT, span)
    assert found is not None
    assert found.prefix.startswith("\n") or found.suffix.endswith("\n")


def test_a_layer_that_is_not_shown_has_no_quotes() -> None:
    with pytest.raises(KeyError):
        quote_for(source("The lamp."), Layer.TEXT, Span(0, 3))


# --- candidates -------------------------------------------------------------------------------------

LONG = paper(
    "The harbour board met on Monday to hear the keeper of the Skarv light.",
    "# The oil",
    "Nobody had paid for the forty barrels of oil that the keeper ordered in the spring of 1935.",
    "Its chairman, Nils Aasgaard, said that the board had never seen an order for any oil.",
)


@pytest.mark.parametrize(
    ("quote", "best"),
    [
        ("Nobody paid for the fourty barrels of oil", "Nobody had paid for the forty barrels of oil"),
        ("the keeper of the Skarv lighthouse", "the keeper of the Skarv light"),
        ("chairman, N. Aasgaard, said", "chairman, Nils Aasgaard, said"),
        ("the spring of 1935. Its chairman Aasgaard", "the spring of 1935.\n\nIts chairman, Nils Aasgaard"),
        ("A bridge fell down in the north.", None),
        ("the keepr", None),
    ],
)  # fmt: skip
def test_the_nearest_candidate_is_what_a_person_would_choose(quote: str, best: str | None) -> None:
    found = candidates(note(quote), source(LONG))
    assert [one.passage for one in found[:1]] == ([best] if best else [])


def test_the_same_words_in_another_context_come_first_and_the_likeliest_of_them() -> None:
    found = candidates(note("the keeper", prefix="that ", suffix=" ordered late"), source(LONG))
    assert [(one.similarity, one.span.start) for one in found] == [(100.0, 131), (100.0, 40)]


def test_for_an_ambiguous_note_the_candidates_are_its_places() -> None:
    found = candidates(note("The board met"), source(TWICE))
    assert [(one.similarity, one.span.start) for one in found] == [(100.0, 0), (100.0, 38)]
    assert len(candidates(note("The board"), source(TWICE), limit=2)) == 2


def test_candidates_are_of_the_layer_that_a_note_is_about() -> None:
    assert candidates(note("denies", layer=Layer.TEXT), BOTH) == ()
    assert [one.layer for one in candidates(note("The board"), BOTH)] == list(Layer)
    assert candidates(note(block="p-7"), BOTH) == ()


def test_a_quote_longer_than_any_passage_has_no_similar_one() -> None:
    assert candidates(note("lamp " * 1000), source(LONG)) == ()


SENTENCES = st.sampled_from(
    "The keeper lit the lamp|Nobody paid for the oil|Rain fell on the pier|九月に灯台が消えた|المنارة مطفأة الليلة"
    "|The boat — “Terna” — sank off Skarv|Кто заплатил за масло|क्षेत्र में दीपक नहीं है".split("|")
)


@settings(max_examples=200)
@given(st.lists(SENTENCES, min_size=1, max_size=6), st.text(max_size=60), st.integers(1, 5))
@example(["The keeper lit the lamp"] * 4, "The keeper lit a lamp", 3)
def test_candidates_are_real_apart_and_in_order(
    sentences: list[str], words: str, limit: int
) -> None:
    where = source(paper(*sentences))
    for quote in (words, f"{sentences[0]} {words}", sentences[-1][3:] + words):
        if quote:
            check_candidates(where, candidates(note(quote), where, limit), limit)


def check_candidates(where: Source, found: Sequence[Candidate], limit: int) -> None:
    text = where.digest.text
    assert len(found) <= limit
    for one in found:
        assert one.passage == one.span.of(text) == one.passage.strip() != ""
        assert 0 <= one.similarity <= 100
        assert is_edge(text, one.span.start)
        assert is_edge(text, one.span.end)
    assert [one.similarity for one in found] == sorted((o.similarity for o in found), reverse=True)
    fuzzy = [one for one in found if one.similarity < 100]
    for number, one in enumerate(fuzzy):
        assert not any(one.span.overlaps(other.span) for other in fuzzy[:number])


# --- what is reported -------------------------------------------------------------------------------


def told(where: Source, *notes: Note) -> list[Finding]:
    return list(lost_findings(anchor_in(where, notes), {HERE: where}))


def test_a_note_that_stands_is_not_reported() -> None:
    notes = [
        note("denies"),
        note("dark", layer=Layer.TEXT),
        note(),
        note(block="p-0", layer=Layer.TEXT),
    ]
    assert told(BOTH, *notes) == []
    assert told(source("It was dark."), note("gone", layer=Layer.TEXT)) == []


def test_a_lost_note_is_reported_at_its_entry_with_what_is_nearest() -> None:
    (finding,) = told(source(LONG), note("Nobody paid for the forty barrels of oil", line=17))
    assert (finding.severity, finding.code) == (Severity.WARNING, "lost-note")
    assert (finding.path, finding.line) == (FILE, 17)
    assert (
        '95 % in the digest, "The oil" (p-2): "…of the Skarv light. The oil [Nobody had'
        in finding.message
    )
    assert "notes repair" in finding.advice
    assert "layer: text" in finding.advice


@pytest.mark.parametrize(
    ("where", "one", "code", "says"),
    [
        (source(LONG), note("A bridge fell"), "lost-note", "Copy the words"),
        (source(LONG), note("the keeper", prefix="whale "), "lost-note", "stands in the digest of 1936-lamp, but not between"),
        (source(LONG, capture=""), note("A bridge fell"), "lost-note", "does not stand in the digest of 1936-lamp."),
        (BOTH, note("denies", layer=Layer.TEXT), "lost-note", "It stands in the digest: write `layer: digest`."),
        (BOTH, note("The board"), "ambiguous-note", "or the `layer` that is meant"),
        (BOTH, note("The board"), "ambiguous-note", "stands 2 times in the digest and text of 1936-lamp: 100 % in the digest (p-0)"),
        (source(TWICE), note("The board", suffix=" met"), "ambiguous-note", "with the words around it that are given"),
        (BOTH, note(block="p-0"), "ambiguous-note", "more than once"),
        (BOTH, note(block="p-9"), "note-unknown-block", 'There is no block "p-9" in the digest and text'),
        (source("Lamp."), note(block="p-9"), "note-unknown-block", "write `layer: text`"),
        (source("Red\x1b[31m lamp, out"), note("Red\x1b[31m lamps, out"), "lost-note", "[Red [31m lamp, out]"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_note_that_stands_nowhere(
    where: Source, one: Note, code: str, says: str
) -> None:
    (finding,) = told(where, one)
    assert finding.code == code
    assert says in f"{finding.message} {finding.advice}"
    assert "\x1b" not in finding.message


def test_notes_on_a_source_that_is_not_known_here_are_not_judged() -> None:
    assert list(lost_findings(anchor_in(BOTH, [note("gone")]), {})) == []


def test_of_many_lost_notes_only_the_first_are_compared_with_the_text() -> None:
    notes = [note("Nobody paid for the barrels of oil", line=at) for at in range(MOST_SEARCHED + 2)]
    found = told(source(LONG), *notes)
    assert [("nearest:" in one.message) for one in found] == [True] * MOST_SEARCHED + [False] * 2
    assert f"first {MOST_SEARCHED} such notes" in found[-1].message
