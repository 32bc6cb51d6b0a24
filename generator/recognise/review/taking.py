"""What of a filled-in worksheet can be taken into the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Dossier, Finding, Layer, Severity, Source
from generator.recognise.review.placing import place
from generator.recognise.review.rulings import AliasRuling, Answer, Ruling, Rulings, told
from generator.recognise.review.rulings_file import check_rulings, load_rulings

Entry = Ruling | AliasRuling


@dataclass(frozen=True, slots=True)
class Taking:
    """Answers to take, how many of them are known already, and what is wrong with the others."""

    entries: tuple[Entry, ...]
    known: int
    findings: tuple[Finding, ...]


def take(worksheet: Path, rulings: Rulings, dossier: Dossier) -> Taking:
    """The answers of a worksheet that fit the dossier and do not contradict earlier ones.

    Raises ``TopicsError`` for a file that is no UTF-8, no YAML or no list.
    """
    filled, found = load_rulings(worksheet, is_worksheet=True)
    ids = {source.id for source in dossier.sources}
    findings = [*found, *check_rulings(filled, dossier.topics, ids, all_known=True)]
    unplaced = {one.line for one in _unplaced(filled, dossier.sources, findings)}
    wrong = unplaced | {finding.line for finding in findings}
    known = {_question(one): one for one in rulings.entries}
    taken: list[Entry] = []
    number = 0
    for one in filled.entries:
        earlier = known.setdefault(_question(one), one)
        if one.line in wrong:
            continue
        if earlier is one:
            taken.append(one)
        elif earlier.answer is one.answer:
            number += 1
        else:
            where = worksheet if earlier in filled.entries else rulings.path
            findings.append(_contradiction(one, told(earlier, where), earlier.answer, worksheet))
    return Taking(tuple(taken), number, tuple(sorted(findings, key=lambda one: one.line)))


def signed(entries: Iterable[Entry], by: str, on: str) -> tuple[Entry, ...]:
    """Entries with who decided and when, where they do not say so."""
    return tuple(replace(one, by=one.by or by, on=one.on or on) for one in entries)


def _question(entry: Entry) -> tuple[object, ...]:
    """What an entry answers."""
    if isinstance(entry, AliasRuling):
        return entry.topic, entry.alias
    return entry.source, entry.layer, entry.topic, entry.quote


def _unplaced(
    filled: Rulings, sources: Sequence[Source], findings: list[Finding]
) -> Iterator[Entry]:
    """Answers about places that are not found, or that contradict each other."""
    by_id = {source.id: source for source in sources}
    for (source_id, layer), rulings in filled.by_text.items():
        source = by_id.get(source_id)
        if source and (layer is Layer.DIGEST or source.text is not None):
            placed, found = place(source.document(layer), rulings, filled.path)
            findings += found
            known = {one.ruling for one in placed}
            yield from (one for one in rulings if one not in known)


def _contradiction(one: Entry, earlier: str, answer: Answer, path: Path) -> Finding:
    return Finding(
        Severity.WARNING,
        "contradicting-decisions",
        f'This is "{one.answer}", but it was decided before: {answer}, {earlier}. It is not taken.',
        path,
        one.line,
        "Change the earlier decision by hand if it was wrong.",
    )
