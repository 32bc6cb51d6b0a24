"""What is said to people about annotations that came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.anchor.exchange.arrivals import Arrival, shown
from generator.anchor.exchange.placing import Placing
from generator.anchor.exchange.settling import Doubt
from generator.model import Finding, Severity, Standing


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is said of a doubtful note, behind its name."""

    code: str
    said: str
    advice: str


_DOUBTS: Final = {
    Doubt.NO_WORDS: _Telling(
        code="import-no-words",
        said="this edition's export does not have the words that it is about, so it is a note on "
        "the whole source",
        advice="Export the full edition, or add the quote by hand.",
    ),
    Doubt.BY_POSITION: _Telling(
        code="import-by-position",
        said="only the position of its words is given; those that stand there now are taken",
        advice="Look whether they are the ones that are meant.",
    ),
    Doubt.SELECTOR: _Telling(
        code="import-selector",
        said="its place is given in a way that means nothing outside of its page, so it is a note "
        "on the whole",
        advice="Add the quote by hand.",
    ),
}


def about_homeless(arrivals: Sequence[Arrival], path: Path) -> Iterator[Finding]:
    """One finding for each document that is none of the sources."""
    for name, count in Counter(map(_document, arrivals)).items():
        what = "1 annotation is" if count == 1 else f"{count:,} annotations are"
        yield Finding(
            Severity.WARNING,
            "import-no-source",
            f"{what} not taken: no source has the address or the title of {name}.",
            path,
            advice="Give the record this `url`, or name the source with --source; import again.",
        )


def _document(arrival: Arrival) -> str:
    names = (*arrival.aim.addresses, arrival.aim.title)
    return f"“{shown(next(filter(None, names)))}”" if any(names) else "a document without a name"


def about_notes(placings: Sequence[Placing], path: Path) -> Iterator[Finding]:
    """What is doubtful about single notes, and what was decided about many."""
    for one in placings:
        if doubt := one.settled.doubt:
            told = _DOUBTS[doubt]
            message = f"{name_of(one.settled.arrival)}: {told.said}."
            yield Finding(Severity.WARNING, told.code, message, path, advice=told.advice)
    titled = Counter(one.note.target.source for one in placings if one.settled.by_title)
    for source, count in titled.items():
        yield _note(
            "import-by-title",
            f"{_notes(count)} taken to be on “{source}”: the page has its title, but another address.",
            path,
            "Look whether it is the same document, and give the record that `url`.",
        )
    if unchecked := sum(one.standing is Standing.WITHHELD for one in placings):
        yield _note(
            "import-unchecked",
            f"{_notes(unchecked)} on a text that is not at hand: the words are not checked.",
            path,
            "Import with the captures, or run `dossier check --edition full` with them.",
        )
    if private := sum(one.settled.arrival.is_private for one in placings):
        yield _note(
            "import-private",
            f"{_notes(private)} private or hidden where it was written: a draft here."
            if private == 1
            else f"{_notes(private)} private or hidden where they were written: drafts here.",
            path,
            "Change `status: draft` where a note may be published.",
        )
    if grouped := sum(one.settled.arrival.is_of_group for one in placings):
        yield _note(
            "import-group",
            f"{_notes(grouped)} written for a group.",
            path,
            "Look whether they may be published; import them with --status draft if not.",
        )


def _note(code: str, message: str, path: Path, advice: str) -> Finding:
    return Finding(Severity.NOTE, code, message, path, advice=advice)


def _notes(count: int) -> str:
    return "1 note is" if count == 1 else f"{count:,} notes are"


def name_of(arrival: Arrival) -> str:
    """An annotation as people can find it: by its address, or by what it says."""
    words = arrival.note.body or (arrival.aim.quote.exact if arrival.aim.quote else "")
    return shown(arrival.address) or f"“{shown(words)}”"
