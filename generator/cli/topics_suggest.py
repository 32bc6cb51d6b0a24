"""``dossier topics suggest``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from generator import pipeline
from generator.cli.options import dossier_options, overrides
from generator.plugin import settings_for
from generator.recognise.suggest import (
    Example,
    Suggestion,
    SuggestionKind,
    entries,
    entry,
    inputs,
    suggest,
)

#: Characters of a sentence that are shown on either side of a term.
_AROUND: Final = 60


def as_text(suggestions: Sequence[Suggestion]) -> str:
    """Three lines for each suggestion: what it is, how it is written, a sentence."""
    if not suggestions:
        return "nothing to suggest"
    return "\n\n".join(f"{rank:3}. {_lines(one)}" for rank, one in enumerate(suggestions, 1))


def as_yaml(suggestions: Sequence[Suggestion]) -> str:
    """Entries for the topics file."""
    return entries(suggestions).rstrip("\n")


def as_json(suggestions: Sequence[Suggestion]) -> str:
    """A list of objects, one for each suggestion."""
    return json.dumps([_object(one) for one in suggestions], ensure_ascii=False, indent=2)


FORMATS: Final[dict[str, Callable[[Sequence[Suggestion]], str]]] = {
    "text": as_text,
    "yaml": as_yaml,
    "json": as_json,
}


@click.command("suggest", epilog="Example: dossier topics suggest --limit 20 --format yaml")
@dossier_options
@click.option(
    "--limit", type=click.IntRange(min=1), default=60, show_default=True, help="How many at most."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to print them.",
)
def suggest_topics(
    config: str, edition: str | None, captures: tuple[str, ...], limit: int, form: str
) -> None:
    """List terms that may be worth a topic, and names that a topic lacks. Nothing is written."""
    settings = settings_for(Path(config), overrides(edition, captures))
    dossier = pipeline.build(settings).dossier
    found = suggest(inputs(dossier, settings.language), dossier.topics)
    click.echo(FORMATS[form](found[:limit]))


# --- text --------------------------------------------------------------------------------------


def _lines(one: Suggestion) -> str:
    number = len(one.sources)
    head = f"{one.term}: {one.count} in {number} source{'s' if number > 1 else ''}"
    if one.kind is SuggestionKind.ALIAS:
        head += f"; perhaps an alias of {one.id}"
    others = ", ".join(variant.text for variant in one.variants[1:])
    lines = [head, f"also: {others}" if others else "", _said(one.examples[0])]
    return "\n     ".join(filter(None, lines))


def _said(example: Example) -> str:
    """The sentence around the term, and where it stands."""
    sentence, wording = example.sentence, example.wording
    at = sentence.index(wording)
    start, end = max(0, at - _AROUND), at + len(wording) + _AROUND
    before = "..." if start else ""
    after = "..." if end < len(sentence) else ""
    return f"{example.source}: {before}{sentence[start:end]}{after}"


# --- JSON --------------------------------------------------------------------------------------


def _object(one: Suggestion) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "id": one.id,
        "term": one.term,
        "topic_kind": one.topic_kind,
        "score": one.score,
        "count": one.count,
        "variants": [{"text": variant.text, "count": variant.count} for variant in one.variants],
        "sources": [
            {
                "source": example.source,
                "issued": example.issued,
                "sentence": example.sentence,
                "wording": example.wording,
            }
            for example in one.examples
        ],
        "entry": entry(one),
    }
