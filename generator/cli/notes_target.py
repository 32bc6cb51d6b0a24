"""What a new note is about: from the words of the command line to the one place that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

import click

from generator.anchor.anchoring import anchor_in
from generator.anchor.candidates import candidates
from generator.anchor.edit.placing import may_have_two_texts, places_of, target_at
from generator.anchor.places import Place
from generator.cli.asking import is_terminal
from generator.cli.options import FINDINGS
from generator.cli.passages import passage, plain
from generator.cli.sources import source_named
from generator.errors import NotesError, SettingsError
from generator.model import (
    BlockId,
    Dossier,
    Layer,
    Note,
    NoteId,
    Quote,
    Source,
    Standing,
    Target,
    TopicId,
)
from generator.write import Contents

#: How many passages are shown that are like a quote which is not found.
_NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says that a note is about."""

    source: str | None
    quote: str | None
    block: str | None
    layer: Layer | None
    nth: int | None
    topic: str | None
    event: str | None

    def check(self) -> None:
        """Raises UsageError for what does not go together."""
        owners = [name for name in (self.source, self.topic, self.event) if name is not None]
        if len(owners) != 1:
            raise click.UsageError("Name a SOURCE, or --topic ID, or --event DATE: one of them.")
        if self.quote is not None and self.block is not None:
            raise click.UsageError("Take --quote or --block: a note is about one place.")
        for name in ("quote", "block", "layer", "nth"):
            if getattr(self, name) is not None and self.source is None:
                raise click.UsageError(f"--{name} needs a SOURCE.")
        for name in ("layer", "nth"):
            if getattr(self, name) is not None and not self.quote:
                raise click.UsageError(f"--{name} needs --quote.")
        if self.quote is not None and not self.quote.strip():
            raise click.UsageError("--quote is empty: quote some words of the source.")


def target_of(wish: Wish, contents: Contents) -> Target:
    """The target that is meant. Asks where there are several and somebody can answer.

    Raises SettingsError for a name that there is not, and Exit where a person has to look first.
    """
    dossier = contents.dossier
    if wish.topic is not None:
        return Target(topic=_topic(wish.topic, dossier))
    if wish.event is not None:
        return Target(event=_event(wish.event, contents))
    source = source_named(wish.source or "", dossier)
    if wish.block is not None:
        return _block(wish.block, source)
    return _passage(wish, source) if wish.quote else Target(source.id)


# --- what is not a passage ---------------------------------------------------------------------


def _topic(name: str, dossier: Dossier) -> TopicId:
    ids = {topic.id for topic in dossier.topics}
    former = {old for topic in dossier.topics for old in topic.formerly}
    if name not in ids | former:
        advice = "Name it by its id."
        raise unknown("topic", name, ids, code="unknown-topic", advice=advice)
    return TopicId(name)


def _event(name: str, contents: Contents) -> str:
    issued = {source.record.issued.text for source in contents.dossier.sources}
    dates = contents.relations.dates | issued
    if name not in dates:
        advice = "Take an EDTF date that stands on the timeline."
        raise unknown("date", name, dates, code="unknown-date", advice=advice)
    return name


def _block(name: str, source: Source) -> Target:
    target = Target(source.id, block=BlockId(name))
    if anchor_in(source, [Note(NoteId(""), target)])[0].standing is not Standing.ANCHORED:
        ids = [block.id for _, document in source.layers for block in document.blocks]
        advice = "Take an id from the address of a paragraph; --edition full may have more."
        raise unknown("block", name, ids, code="unknown-block", advice=advice)
    return target


def unknown(what: str, name: str, known: Iterable[str], *, code: str, advice: str) -> SettingsError:
    """The error for a name that there is not: it names the nearest one, or gives advice."""
    near = get_close_matches(name, sorted(known), n=1)
    return SettingsError(
        f'there is no {what} "{name}"',
        code=code,
        advice=f'Did you mean "{near[0]}"?' if near else advice,
    )


# --- passages ----------------------------------------------------------------------------------


def _passage(wish: Wish, source: Source) -> Target:
    words = wish.quote or ""
    if wish.layer not in (None, *(layer for layer, _ in source.layers)):
        raise SettingsError(
            f"this edition does not show the {wish.layer} of {source.id}",
            code="layer-not-shown",
            advice="Take --edition full, and --captures FOLDER where the capture lies elsewhere.",
        )
    found = places_of(source, words, wish.layer)
    if not found:
        _tell_nearest(words, wish.layer, source)
        raise click.exceptions.Exit(FINDINGS)
    layer, span = _one_of(found, source, wish.nth)
    target = target_at(source, layer, span, names_layer=may_have_two_texts(source))
    if target is None:
        raise NotesError(
            "These words cannot be told from others like them by what may be quoted around them",
            code="quote-not-unique",
            advice="Quote more words, or take --block with the id of the paragraph.",
        )
    return target


def _one_of(found: Sequence[Place], source: Source, nth: int | None) -> Place:
    """The place that was asked for, or that somebody now chooses."""
    if nth is not None:
        if nth > len(found):
            raise click.UsageError(f"--nth {nth}: the words stand in {_number(len(found))} only.")
        return found[nth - 1]
    if len(found) == 1:
        return found[0]
    click.echo(f"These words stand in {_number(len(found))}:")
    for number, (layer, span) in enumerate(found, 1):
        click.echo(f"  {number}  {passage(source, layer, span)}")
    if not is_terminal():
        click.echo("Take one of them with --nth.")
        raise click.exceptions.Exit(FINDINGS)
    chosen: int = click.prompt("Which one", type=click.IntRange(1, len(found)))
    return found[chosen - 1]


def _number(places: int) -> str:
    return "1 place" if places == 1 else f"{places} places"


def _tell_nearest(words: str, layer: Layer | None, source: Source) -> None:
    """Say that words are not found, and what is most like them."""
    shown = [layer] if layer else [known for known, _ in source.layers]
    texts = " or ".join(f"the {one}" for one in shown)
    click.echo(f'"{plain(words)}" does not stand in {texts} of {source.id}.', err=True)
    note = Note(NoteId(""), Target(source.id, layer, Quote(words)))
    near = candidates(note, source, _NEAREST)
    for one in near:
        where = passage(source, one.layer, one.span)
        click.echo(f"  {one.percent:3} %  {where}", err=True)
    if not near:
        click.echo("Nothing in it is like these words.", err=True)
    if source.text is None and layer is None and may_have_two_texts(source):
        click.echo("This edition does not show its text: --edition full may.", err=True)
