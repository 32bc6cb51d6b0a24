"""Rulings about whole aliases, put into the topics before they are matched.

An alias that *always* counts asks for no review and no full name before it; its words, capitals,
dates and context count as before. One that *never* counts is kept as a proposal, which takes no
words from others, and its proposals are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator.model import Alias, Finding, Severity, Topic, TopicId
from generator.recognise.claims import names
from generator.recognise.review.rulings import AliasRuling, Answer, Rulings, told
from generator.wording.fold import fold_phrase

#: What was decided about an alias, by its topic and its text as the topic has it.
AliasRulings = Mapping[tuple[TopicId, str], AliasRuling]


def alias_rulings(
    topics: Iterable[Topic], rulings: Rulings
) -> dict[tuple[TopicId, str], AliasRuling]:
    """The rulings about aliases that there are; of two that contradict each other none."""
    found: dict[tuple[TopicId, str], AliasRuling] = {}
    contradicted = set()
    by_id = {topic.id: topic for topic in topics}
    for one in rulings.about_aliases:
        for text in _meant(by_id.get(one.topic), one.alias):
            first = found.setdefault((one.topic, text), one)
            if first.answer is not one.answer:
                contradicted.add((one.topic, text))
    return {key: one for key, one in found.items() if key not in contradicted}


def ruled(topics: Sequence[Topic], rulings: Rulings) -> tuple[Topic, ...]:
    """The topics as they are to be matched."""
    decided = alias_rulings(topics, rulings)
    touched = {topic for topic, _ in decided}
    return tuple(_ruled(one, decided) if one.id in touched else one for one in topics)


def alias_findings(topics: Sequence[Topic], rulings: Rulings) -> Iterator[Finding]:
    """Rulings about aliases that no topic has, and those that contradict each other."""
    by_id = {topic.id: topic for topic in topics}
    first: dict[tuple[TopicId, str], AliasRuling] = {}
    for one in rulings.about_aliases:
        topic = by_id.get(one.topic)
        if topic is not None and not _meant(topic, one.alias):
            yield _unknown_alias(topic, one, rulings)
        known = first.setdefault((one.topic, fold_phrase(one.alias)), one)
        if known.answer is not one.answer:
            yield _contradiction(known, one, rulings)


def _meant(topic: Topic | None, alias: str) -> tuple[str, ...]:
    """The aliases of a topic that a ruling names: these very words, or else these but for spelling."""
    texts = [] if topic is None else [name.text for name in names(topic)]
    if alias in texts:
        return (alias,)
    return tuple(text for text in texts if fold_phrase(text) == fold_phrase(alias))


def _ruled(topic: Topic, decided: AliasRulings) -> Topic:
    aliases = tuple(_changed(topic.id, alias, decided) for alias in names(topic))
    return replace(topic, aliases=aliases)


def _changed(topic: TopicId, alias: Alias, decided: AliasRulings) -> Alias:
    one = decided.get((topic, alias.text))
    if one is None:
        return alias
    if one.answer is Answer.ALWAYS:
        return replace(alias, review=False, after_name=False)
    return replace(alias, review=True)


def _unknown_alias(topic: Topic, one: AliasRuling, rulings: Rulings) -> Finding:
    near = get_close_matches(one.alias, [name.text for name in names(topic)], n=1)
    return Finding(
        Severity.WARNING,
        "unknown-alias",
        f'"{topic.id}" has no alias "{one.alias}", so nothing is decided by this.',
        rulings.path,
        one.line,
        f'Did you mean "{near[0]}"?' if near else "Remove the decision, or add the alias.",
    )


def _contradiction(known: AliasRuling, one: AliasRuling, rulings: Rulings) -> Finding:
    return Finding(
        Severity.WARNING,
        "contradicting-decisions",
        f'"{one.alias}" is {one.answer} "{one.topic}" here, but {known.answer} in '
        f"{told(known, rulings.path)}; neither is applied.",
        rulings.path,
        one.line,
        "Remove one of the two.",
    )
