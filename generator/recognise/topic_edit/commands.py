"""Merging and renaming as a whole: every file that changes, worked out before one is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.errors import SettingsError
from generator.filing.located import locate
from generator.model import Finding, Topic
from generator.recognise.topic_edit.changes import Change
from generator.recognise.topic_edit.follow import followers
from generator.recognise.topic_edit.merge import merged
from generator.recognise.topic_edit.plain import place_of
from generator.recognise.topic_edit.rename import renamed
from generator.recognise.topic_edit.surgery import rewritten
from generator.recognise.topic_nodes import is_slug, slug
from generator.recognise.topics_file import parse_topics, read_text
from generator.settings import Settings

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes to be made, what is not kept (in words), and findings that there were not before."""

    changes: tuple[Change, ...]
    lost: tuple[str, ...]
    findings: tuple[Finding, ...]


def merge(settings: Settings, giver: str, taker: str) -> Plan:
    """One topic into another. Raises SettingsError for ids that cannot be meant, TopicsError."""
    text = read_text(settings.topics)
    topics, _ = parse_topics(text, settings.topics)
    given, taken = (_known(id_, topics) for id_ in (giver, taker))
    if given is taken:
        raise SettingsError(
            f'"{giver}" cannot be merged into itself',
            code="merge-into-itself",
            advice="Name two different topics.",
        )
    page = locate(text, settings.topics)
    wanted, lost = merged(page.data, given, taken)
    heirs = {place_of(page.data, given.id): place_of(page.data, taken.id)}
    after = rewritten(page, settings.topics, wanted, heirs)
    return _plan(settings, after, given.id, taken.id, given.label, lost)


def rename(settings: Settings, old: str, new: str) -> Plan:
    """Another id for a topic. Raises SettingsError for ids that cannot be meant, TopicsError."""
    text = read_text(settings.topics)
    topics, _ = parse_topics(text, settings.topics)
    topic = _known(old, topics)
    _check_free(new, topic, topics)
    page = locate(text, settings.topics)
    lost = [f'the id "{old}" as a former one, since "{new}" was the id before'] * (
        new in topic.formerly
    )
    after = rewritten(page, settings.topics, renamed(page.data, old, new), {})
    return _plan(settings, after, old, new, "", lost)


def with_text(path: Path, text: str) -> Change:
    """A file's change to another text; a byte order mark stays."""
    before = path.read_bytes() if path.exists() else b""
    mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b""
    return Change(path, before, mark + text.encode("utf-8"))


def new_findings(before: str, after: str, path: Path) -> tuple[Finding, ...]:
    """What is wrong with a topics file that was not wrong with it before."""
    known = {(f.code, f.message) for f in parse_topics(before, path)[1]}
    found = parse_topics(after, path)[1]
    return tuple(f for f in found if (f.code, f.message) not in known)


def _plan(
    settings: Settings, after: str, old: str, new: str, words: str, lost: Iterable[str]
) -> Plan:
    change = with_text(settings.topics, after)
    changes = (change, *followers(settings, old, new, words))
    findings = new_findings(read_text(settings.topics), after, settings.topics)
    return Plan(changes, tuple(lost), findings)


def _known(id_: str, topics: Sequence[Topic]) -> Topic:
    for topic in topics:
        if topic.id == id_:
            return topic
    now = next((topic.id for topic in topics if id_ in topic.formerly), "")
    near = get_close_matches(id_, [topic.id for topic in topics], n=1)
    raise SettingsError(
        f'there is no topic "{id_}"',
        code="unknown-topic",
        advice=f'It is called "{now}" now.'
        if now
        else f'Did you mean "{near[0]}"?'
        if near
        else "Take an id from the topics file.",
    )


def _check_free(id_: str, topic: Topic, topics: Sequence[Topic]) -> None:
    """Raises SettingsError for an id that is none, or that another topic has or had."""
    if not is_slug(id_) or id_ == "null":
        raise SettingsError(
            f'"{id_}" cannot be an id',
            code="topic-bad-id",
            advice="Use small letters a-z, digits and hyphens only, "
            f'such as "{slug(id_) or "topic-1"}".',
        )
    for other in topics:
        if other.id == id_ or (id_ in other.formerly and other is not topic):
            raise SettingsError(
                f'the id "{id_}" belongs to "{other.label}"',
                code="id-taken",
                advice=f"Choose another one, or merge: dossier topics merge {topic.id} {other.id}"
                if other is not topic
                else "The topic has it already.",
            )
