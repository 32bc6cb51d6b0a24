"""Which dated statements speak of the same thing.

A statement is gathered with others only where nothing has to be guessed: one date at one precision
("2010" is not "22 September 2010"), and one subject. How much a subject has to agree follows from
how much the date says. On one day, two topics in common will do, or all topics of one statement.
Within a month or a season it takes both. In a year or more too much happens: there topics alone
gather only what one source says. Whatever the date, the same words speak of the same thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from typing import Final

from rapidfuzz import fuzz, process

from generator.describe.dates import Precision, parse
from generator.model import TopicId
from generator.relate.statements import Statement
from generator.wording.evened import evened

#: Sentences this alike (from 0 to 100), with the same topics and the same figures, are the same:
#: a report that others printed, give or take a comma or a word.
SAME_WORDS: Final = 95.0
#: Shorter sentences ("He came on Monday.") are alike by chance; in characters.
SHORTEST: Final = 30
#: Topics in common that tell of one subject.
ENOUGH: Final = 2

_FIGURE: Final = re.compile(r"\d+")
_WITHIN_MONTHS: Final = frozenset({Precision.MONTH, Precision.SEASON})

#: Statements of one date and one set of topics.
_Unit = list[Statement]
_Agree = Callable[[frozenset[TopicId], frozenset[TopicId]], bool]


def gathered(
    statements: Iterable[Statement], words_of: Callable[[Statement], str]
) -> tuple[tuple[Statement, ...], ...]:
    """Every statement in exactly one group, in the order of the first of each; groups keep the order.

    ``words_of`` gives the sentence of a statement. Groups depend on the statements alone, not on
    others of another date.
    """
    order = {one: number for number, one in enumerate(statements)}
    groups = [
        sorted((one for unit in group for one in unit), key=order.__getitem__)
        for of_date in _by(order, lambda one: one.date)
        for group in _on_one_date(of_date, words_of)
    ]
    return tuple(tuple(group) for group in sorted(groups, key=lambda group: order[group[0]]))


def _by(
    statements: Iterable[Statement], key: Callable[[Statement], Hashable]
) -> Sequence[list[Statement]]:
    groups: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for one in statements:
        groups[key(one)].append(one)
    return list(groups.values())


def _on_one_date(
    statements: Sequence[Statement], words_of: Callable[[Statement], str]
) -> list[list[_Unit]]:
    """Units that agree, each with every other of its group: agreement is not passed on."""
    units = [
        unit
        for alike in _by(statements, lambda one: frozenset(one.topics))
        for unit in _units(alike, words_of)
    ]
    agree = _agreement(statements[0].date)
    return _grouped(units, agree) if agree else [[unit] for unit in units]


def _grouped(units: Iterable[_Unit], agree: _Agree) -> list[list[_Unit]]:
    groups: list[list[_Unit]] = []
    for unit in units:
        topics = frozenset(unit[0].topics)
        fitting = (g for g in groups if all(agree(topics, frozenset(u[0].topics)) for u in g))
        if group := next(fitting, None):
            group.append(unit)
        else:
            groups.append([unit])
    return groups


def _agreement(date: str) -> _Agree | None:
    """When two sets of topics are one subject, on a date of that precision; None for never."""
    period = parse(date)
    if period.start is None or period.start != period.end:
        return None
    if period.start.precision is Precision.DAY:
        return _overlap
    return _contain if period.start.precision in _WITHIN_MONTHS else None


def _overlap(one: frozenset[TopicId], other: frozenset[TopicId]) -> bool:
    shared = len(one & other)
    return shared >= ENOUGH or (shared > 0 and shared == min(len(one), len(other)))


def _contain(one: frozenset[TopicId], other: frozenset[TopicId]) -> bool:
    return len(one & other) == min(len(one), len(other)) >= ENOUGH


# --- one date and the same topics --------------------------------------------------------------


def _units(statements: Sequence[Statement], words_of: Callable[[Statement], str]) -> list[_Unit]:
    """What one source says of its topics, and what several say in the same words, together."""
    has_subject = bool(statements[0].topics)
    of_sources = _by(statements, lambda one: one.source) if has_subject else []
    return _joined([[one] for one in statements], of_sources, _alike(statements, words_of))


def _alike(
    statements: Iterable[Statement], words_of: Callable[[Statement], str]
) -> Iterable[list[Statement]]:
    """Statements with the same words, held against the first that has them."""
    by_words: defaultdict[tuple[str, ...], dict[str, list[Statement]]] = defaultdict(dict)
    for one in statements:
        words = " ".join(evened(words_of(one)).text.casefold().split())
        known = by_words[tuple(_FIGURE.findall(words))]
        if len(words) >= SHORTEST:
            found = process.extractOne(
                words, list(known), scorer=fuzz.ratio, score_cutoff=SAME_WORDS
            )
            known.setdefault(found[0] if found else words, []).append(one)
    return [group for known in by_words.values() for group in known.values()]


def _joined(*groupings: Iterable[list[Statement]]) -> list[_Unit]:
    """Groups that have a statement in common, made one, in the order of their first."""
    unit_of: dict[Statement, _Unit] = {}
    for group in chain(*groupings):
        units = {id(unit_of[one]): unit_of[one] for one in group if one in unit_of}
        members = [*chain(*units.values()), *(one for one in group if one not in unit_of)]
        unit_of.update((one, members) for one in members)
    return list({id(unit): unit for unit in unit_of.values()}.values())
