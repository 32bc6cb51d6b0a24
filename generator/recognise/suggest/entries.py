"""Suggestions as YAML to paste into the topics file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import yaml

from generator.recognise.suggest.model import Suggestion, SuggestionKind
from generator.wording.fold import fold_phrase
from generator.wording.words import endings

_SCOPE: Final = "  scope:  # TODO: what this is, in a sentence of your own"


def entry(suggestion: Suggestion) -> str:
    """The YAML of one suggestion: a topic, or an item of a topic's aliases."""
    if suggestion.kind is SuggestionKind.ALIAS:
        return f"- {_scalar(suggestion.term)}\n"
    return _topic(suggestion, set())


def entries(suggestions: Sequence[Suggestion]) -> str:
    """A topics file of the new topics; the aliases of known topics follow as comments.

    No name stands in it twice, so it can be read as it is.
    """
    topics = [one for one in suggestions if one.kind is SuggestionKind.NEW_TOPIC]
    aliases = [one for one in suggestions if one.kind is SuggestionKind.ALIAS]
    seen = {fold_phrase(one.term) for one in topics}
    parts = [_topic(one, seen) for one in topics]
    if aliases:
        parts.append("".join(_comments(aliases)))
    return "\n".join(parts)


def _topic(one: Suggestion, seen: set[str]) -> str:
    lines = [
        f"- id: {one.id}",
        f"  label: {_scalar(one.term)}",
        f"  kind: {one.topic_kind}",
        _SCOPE,
    ]
    aliases = list(_aliases(one, seen | {fold_phrase(one.term)}))
    seen.update(map(fold_phrase, aliases))
    if aliases:
        lines += ["  aliases:", *(f"    - {_scalar(text)}" for text in aliases)]
    return "\n".join(lines) + "\n"


def _aliases(one: Suggestion, seen: set[str]) -> Iterator[str]:
    """The variants that are found by no name before them."""
    for variant in one.variants:
        folded = fold_phrase(variant.text)
        if folded not in seen and not _is_plural_of_one(folded, seen):
            seen.add(folded)
            yield variant.text


def _is_plural_of_one(folded: str, names: set[str]) -> bool:
    return any(
        folded.removesuffix(plural.ending) in names
        for plural in endings("en").plurals
        if plural.stands(folded, len(folded) - len(plural.ending))
    )


def _comments(aliases: Iterable[Suggestion]) -> Iterator[str]:
    yield "# Perhaps aliases of topics that you have:\n"
    for one in aliases:
        yield f"#   {one.id}: {_scalar(one.term)}\n"


def _scalar(text: str) -> str:
    """A text as a YAML scalar on one line, in quotes where it needs them."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=1 << 20)
    return written.removesuffix("...\n").strip()
