"""What is said of notes that stand nowhere: what they quote, and what is nearest to it.

Passages of a restricted text are shown in findings: only who has the text sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.anchor.candidates import SAME, Candidate, Nearest
from generator.model import (
    Anchored,
    Document,
    Finding,
    Layer,
    Note,
    Quote,
    Severity,
    Source,
    SourceId,
    Standing,
    Target,
)

#: Of a source with more lost notes than this, what is nearest is looked for only for the first:
#: something has happened to it that is not mended note by note. One takes up to 0.1 s on 1 MB.
MOST_SEARCHED: Final = 20
#: Nearest passages that are shown, and of how many places it is said how many they are.
_NEAREST: Final = 3
_COUNTED: Final = 100
#: Characters of a quote or passage that are shown, and of the words on each side of it.
_SHOWN: Final = 72
_AROUND: Final = 32

#: White space and whatever could tell a terminal what to do.
_NOT_SHOWN: Final = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_CUT: Final = "…"

_REPAIR: Final = "`dossier notes repair`"
_UNSETTLED: Final = (Standing.LOST, Standing.AMBIGUOUS)


def lost_findings(
    anchored: Sequence[Anchored], sources: Mapping[SourceId, Source]
) -> Iterator[Finding]:
    """A warning for each note that is lost or ambiguous, at its entry, with up to three candidates
    where it quotes a source. Notes on sources that are not among those given, and on topics and dates
    that there are not (see ``write.note_checks``), are passed over."""
    by_source: dict[SourceId, list[Anchored]] = {}
    for one in anchored:
        id_ = one.note.target.source
        if one.standing in _UNSETTLED and id_ is not None and id_ in sources:
            by_source.setdefault(id_, []).append(one)
    for id_, unsettled in by_source.items():
        yield from _in_source(unsettled, sources[id_])


def _in_source(unsettled: Iterable[Anchored], source: Source) -> Iterator[Finding]:
    nearest = Nearest(source)
    quoting = 0
    for one in unsettled:
        quote = one.note.target.quote
        if quote is None:
            yield _of_block(one, source)
            continue
        quoting += 1
        if quoting > MOST_SEARCHED:
            yield _not_searched(one, quote, source)
        elif one.standing is Standing.AMBIGUOUS:
            yield _ambiguous(one.note, quote, source, nearest)
        else:
            yield _lost(one.note, quote, source, nearest)


# --- one finding each --------------------------------------------------------------------------


def _lost(note: Note, quote: Quote, source: Source, nearest: Nearest) -> Finding:
    near, elsewhere = nearest.to(note, _NEAREST), nearest.elsewhere(note)
    message = said_of_lost(note, quote, source, near)
    return _warning("lost-note", message, note, _advice(note.target, source, near, elsewhere))


def _ambiguous(note: Note, quote: Quote, source: Source, nearest: Nearest) -> Finding:
    fitting = nearest.to(note, _COUNTED)
    layers = len({one.layer for one in fitting})
    advice = "Add words before it as `prefix`, words after it as `suffix`"
    advice += ", or the `layer` that is meant" if layers > 1 else ""
    return _warning(
        "ambiguous-note",
        said_of_ambiguous(note, quote, source, fitting),
        note,
        f"{advice}; {_REPAIR} does it for the place that you choose.",
    )


def _not_searched(one: Anchored, quote: Quote, source: Source) -> Finding:
    is_lost = one.standing is Standing.LOST
    said = "does not stand" if is_lost else "stands more than once"
    return _warning(
        "lost-note" if is_lost else "ambiguous-note",
        f"{quoted(quote)} {said} in {where(one.note.target, source)}{with_context(quote)}. What "
        f"is nearest is looked for only for the first {MOST_SEARCHED} such notes of a source.",
        one.note,
        f"{_REPAIR} shows it for each.{_hidden(one.note.target, source)}",
    )


def _of_block(one: Anchored, source: Source) -> Finding:
    target = one.note.target
    place = where(target, source)
    if one.standing is Standing.AMBIGUOUS:
        return _warning(
            "ambiguous-note",
            f'There is a block "{target.block}" more than once in {place}.',
            one.note,
            "Add the `layer` that is meant, or quote words of the block instead.",
        )
    return _warning(
        "note-unknown-block",
        f'There is no block "{target.block}" in {place}.',
        one.note,
        "Ids of blocks come from their words, and change with them: quote its words instead."
        + _hidden(target, source),
    )


def _warning(code: str, message: str, note: Note, advice: str) -> Finding:
    return Finding(Severity.WARNING, code, message, note.path, note.line, advice)


# --- how it is said ----------------------------------------------------------------------------


def said_of_lost(note: Note, quote: Quote, source: Source, near: Sequence[Candidate]) -> str:
    """That a quote does not stand where it should, and what is nearest to it."""
    place = where(note.target, source)
    if near and near[0].similarity >= SAME:
        said = f"{quoted(quote)} stands in {place}, but not between this prefix and suffix"
    else:
        said = f"{quoted(quote)} does not stand in {place}"
    return f"{said}; nearest: {listed(near, source)}." if near else f"{said}."


def said_of_ambiguous(
    note: Note, quote: Quote, source: Source, fitting: Sequence[Candidate]
) -> str:
    """That a quote stands at several places, and the first of them."""
    times = f"{len(fitting)} times" + (" or more" if len(fitting) == _COUNTED else "")
    return (
        f"{quoted(quote)} stands {times} in {where(note.target, source)}"
        f"{with_context(quote)}: {listed(fitting[:_NEAREST], source)}."
    )


def _advice(
    target: Target, source: Source, near: Sequence[Candidate], elsewhere: Sequence[Layer]
) -> str:
    if elsewhere:
        return f"It stands in the {elsewhere[0]}: write `layer: {elsewhere[0]}`."
    if near:
        first = f"Choose one with {_REPAIR}, or correct the entry."
    else:
        first = "Copy the words from the source's page, or remove the note."
    return first + _hidden(target, source)


def _hidden(target: Target, source: Source) -> str:
    """What to do about a note on a text that this edition does not show."""
    record = source.record
    has_text = bool(record.capture_file or record.capture_sha256 or source.capture)
    if target.layer is not None or source.text is not None or not has_text:
        return ""
    return " If it is about the text, which this edition does not show, write `layer: text`."


def where(target: Target, source: Source) -> str:
    layers = [layer for layer, _ in source.layers if target.layer in (None, layer)]
    return f"the {' and '.join(layers)} of {source.id}"


def with_context(quote: Quote) -> str:
    return " with the words around it that are given" if quote.prefix or quote.suffix else ""


def listed(found: Iterable[Candidate], source: Source) -> str:
    return "; ".join(_place(one, source) for one in found)


def _place(one: Candidate, source: Source) -> str:
    """``93 % in the text, "The reply" (p-1a2b3c): "…the chairman, [Nils Aasgaard], denies it"``"""
    document = source.document(one.layer)
    block = next((block for block in document.blocks if block.span.overlaps(one.span)), None)
    section = document.section_of(block) if block else ""
    heading = f', "{_shortened(_plain(section))}"' if section else ""
    id_ = f" ({block.id})" if block else ""
    likeness = f"{one.percent} %"
    return f"{likeness} in the {one.layer}{heading}{id_}: {_in_context(one, document)}"


def _in_context(one: Candidate, document: Document) -> str:
    text, (start, end) = document.text, (one.span.start, one.span.end)
    before = _plain(text[max(0, start - _AROUND) : start])
    after = _plain(text[end : end + _AROUND])
    if start > _AROUND:
        before = _CUT + before[before.find(" ") + 1 :]
    if end + _AROUND < len(text):
        after = after[: after.rfind(" ") + 1 or None].rstrip() + _CUT
    return f'"{before}[{_shortened(_plain(one.passage))}]{after}"'


def quoted(quote: Quote) -> str:
    return f'"{_shortened(_plain(quote.exact.strip()))}"'


def _plain(text: str) -> str:
    return _NOT_SHOWN.sub(" ", text)


def _shortened(text: str) -> str:
    """A text of one line; of a long one both ends."""
    half = _SHOWN // 2
    return text if len(text) <= _SHOWN else f"{text[:half]}{_CUT}{text[-half:]}"
