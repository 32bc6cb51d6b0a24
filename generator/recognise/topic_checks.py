"""What only shows when all topics are seen together: doubles, contradictions, loose ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.filing.report import Report
from generator.filing.yaml_file import Scalar
from generator.model import Alias, Topic, TopicId
from generator.recognise.automaton import MOST_NESTED, Automaton
from generator.recognise.claims import is_conditioned, names, needs
from generator.recognise.period import Period, between
from generator.recognise.topic_nodes import Draft
from generator.wording.fold import fold_phrase

_EVER: Final = Period()


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a topic, folded, and where it stands in the file."""

    topic: TopicId
    alias: Alias
    folded: str
    line: int


def without_doubles(drafts: Sequence[Draft], report: Report) -> list[Draft]:
    """The drafts whose ids are their own; of two with one id the first."""
    first: dict[TopicId, Draft] = {}
    for draft in drafts:
        known = first.setdefault(draft.topic.id, draft)
        if known is not draft:
            report.error(
                "topic-id-twice",
                draft.id_line,
                f'The id "{draft.topic.id}" is that of the topic in line {known.id_line}.',
                "Give one of them another id, or merge them. Only the first is used.",
            )
    return list(first.values())


def named(drafts: Sequence[Draft], report: Report) -> list[Draft]:
    """The drafts that have a name to look for."""
    kept = []
    for draft in drafts:
        if any(_names(draft)):
            kept.append(draft)
        else:
            report.error(
                "topic-without-alias",
                draft.label_line,
                f'Neither "{draft.topic.label}" nor an alias has anything to look for.',
                'Add a name under "aliases".',
            )
    return kept


def related(drafts: Sequence[Draft], report: Report) -> tuple[Topic, ...]:
    """The topics with their broader and related ones, as far as these exist, and former ids."""
    ids = dict.fromkeys(draft.topic.id for draft in drafts)
    former = _former_ids(drafts, report)
    topics = [
        replace(
            draft.topic,
            broader=tuple(dict.fromkeys(_known(draft, draft.broader, ids, report))),
            related=tuple(dict.fromkeys(_known(draft, draft.related, ids, report))),
            formerly=tuple(old for old, now in former.items() if now == draft.topic.id),
        )
        for draft in drafts
    ]
    return tuple(_without_circles(topics, drafts, report))


def check_names(drafts: Sequence[Draft], report: Report) -> None:
    """Report names that two topics claim, that stand twice, or that cannot all be matched."""
    by_folded: defaultdict[str, list[Name]] = defaultdict(list)
    for draft in drafts:
        for name in _names(draft):
            by_folded[name.folded].append(name)
    for claims in by_folded.values():
        _check_claims(claims, report)
    _check_depth(by_folded, drafts, report)


def check_nevers(drafts: Sequence[Draft], report: Report) -> None:
    """Report phrases under ``never`` that exclude nothing."""
    for draft in drafts:
        if not draft.topic.never:
            continue
        automaton = AhoCorasick([name.folded for name in _names(draft)], store_patterns=False)
        for phrase, line in zip(draft.topic.never, draft.never_lines, strict=True):
            if not automaton.find_matches_as_indexes(fold_phrase(phrase)):
                report.warning(
                    "never-without-alias",
                    line,
                    f'"{phrase}" has no name of "{draft.topic.id}" in it, so it excludes nothing.',
                    "Remove it, or check its spelling.",
                )


# --- names -------------------------------------------------------------------------------------


def _names(draft: Draft) -> Iterator[Name]:
    lines = {
        id(alias): line for alias, line in zip(draft.topic.aliases, draft.alias_lines, strict=True)
    }
    for alias in names(draft.topic):
        line = lines.get(id(alias), draft.label_line)
        yield Name(draft.topic.id, alias, fold_phrase(alias.text), line)


def _check_claims(claims: Sequence[Name], report: Report) -> None:
    """Compare each name with the first ones of the same words; more are not matched anyway."""
    for number, name in enumerate(claims):
        rival = next((one for one in claims[: min(number, MOST_NESTED)] if _clash(one, name)), None)
        if rival and rival.topic == name.topic:
            report.warning(
                "alias-twice",
                name.line,
                f'"{name.alias.text}" stands already in line {rival.line}.',
                "Remove one of them; hyphens, accents and capitals make no difference here.",
            )
        elif rival:
            report.error(
                "alias-claimed-twice",
                name.line,
                f'"{name.alias.text}" is claimed by "{rival.topic}" (line {rival.line})'
                f' and "{name.topic}": it is linked to neither.',
                "Give it to one of them, or bound it by from, until, near or after_name.",
            )
        elif number >= MOST_NESTED:
            report.error(
                "alias-claimed-too-often",
                name.line,
                f'"{name.alias.text}" stands for more than {MOST_NESTED} topics.',
                "Use longer names. This one is not looked for.",
            )


def _clash(one: Name, other: Name) -> bool:
    """Whether two names in the same words can count at the same place, with nothing to choose."""
    a, b = one.alias, other.alias
    return (
        a.review == b.review
        and not (a.review and one.topic != other.topic)
        and is_conditioned(a) == is_conditioned(b)
        and _context(a) == _context(b)
        and _asked(a) == _asked(b)
        and _period(a).overlaps(_period(b))
    )


def _context(alias: Alias) -> tuple[object, ...]:
    phrases = (alias.near, alias.not_before, alias.not_after)
    return (*(frozenset(map(fold_phrase, words)) for words in phrases), alias.after_name)


def _asked(alias: Alias) -> object:
    return needs(alias.text, alias.case)


def _period(alias: Alias) -> Period:
    return between(alias.since, alias.until) or _EVER


def _check_depth(by_folded: dict[str, list[Name]], drafts: Sequence[Draft], report: Report) -> None:
    nevers = (fold_phrase(never) for draft in drafts for never in draft.topic.never)
    left_out = Automaton(tuple(dict.fromkeys((*by_folded, *nevers)))).left_out
    for deep in sorted(left_out):
        for name in by_folded.get(deep, ()):
            report.error(
                "alias-nested-too-deep",
                name.line,
                f'"{name.alias.text}" ends in {MOST_NESTED} other names, one within the next.',
                "Remove some of them. This one is not looked for.",
            )


# --- relations ---------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _nearest(text: str, ids: tuple[TopicId, ...]) -> str:
    near = get_close_matches(text, ids, n=1)
    return f'Did you mean "{near[0]}"?' if near else "Add the topic, or remove the reference."


def _known(
    draft: Draft, references: Sequence[Scalar], ids: Mapping[TopicId, None], report: Report
) -> Iterator[TopicId]:
    for reference in references:
        if reference.text == draft.topic.id:
            report.warning(
                "topic-of-itself",
                reference.line,
                f'"{reference.text}" refers to itself.',
                "Remove it, or name the topic that you mean.",
            )
        elif TopicId(reference.text) in ids:
            yield TopicId(reference.text)
        else:
            report.warning(
                "unknown-topic",
                reference.line,
                f'There is no topic "{reference.text}".',
                _nearest(reference.text, tuple(ids)),
            )


def _former_ids(drafts: Sequence[Draft], report: Report) -> dict[TopicId, TopicId]:
    """The id that each former one became. One that is in use, or was two topics', leads nowhere."""
    lines = {draft.topic.id: draft.id_line for draft in drafts}
    former: dict[TopicId, TopicId] = {}
    for draft in drafts:
        for old in draft.formerly:
            id_ = TopicId(old.text)
            if id_ in lines:
                report.error(
                    "former-id-taken",
                    old.line,
                    f'The former id "{id_}" is in use already, in line {lines[id_]}.',
                    "Remove it here, or give the other topic another id.",
                )
            else:
                lines[id_], former[id_] = old.line, draft.topic.id
    return former


def _without_circles(
    topics: Sequence[Topic], drafts: Sequence[Draft], report: Report
) -> list[Topic]:
    """Topics of which none is broader than itself: of a circle, the last reference is not used."""
    broader = {topic.id: topic.broader for topic in topics}
    references = {draft.topic.id: draft.broader for draft in drafts}
    while circle := _circle(broader):
        closing = {
            _line(references[narrow], wide): (narrow, wide) for wide, narrow in pairwise(circle)
        }
        line = max(closing)
        narrow, wide = closing[line]
        broader[narrow] = tuple(topic for topic in broader[narrow] if topic != wide)
        report.warning(
            "broader-in-circle",
            line,
            f'"{narrow}" is, over other topics, broader than its own "broader: {wide}".',
            "Remove one reference of the circle. This one is not used.",
        )
    return [replace(topic, broader=broader[topic.id]) for topic in topics]


def _line(references: Sequence[Scalar], topic: TopicId) -> int:
    return next(one.line for one in references if one.text == topic)


def _circle(broader: dict[TopicId, tuple[TopicId, ...]]) -> list[TopicId]:
    """Topics each of which is broader than the next, and the first than itself; mostly none."""
    try:
        TopologicalSorter(broader).prepare()
    except CycleError as cycle:
        return list(cycle.args[1])
    return []
