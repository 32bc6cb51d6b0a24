"""What people wrote about a topic follows it to another id: links, notes, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from generator.errors import RecordError
from generator.filing.located import locate
from generator.filing.wikilinks import retarget
from generator.recognise.topic_edit.changes import Change
from generator.recognise.topic_edit.surgery import applied, as_read, refused, replaced
from generator.settings import Settings
from generator.write.disk import manifest_of

#: Keys of notes and decisions whose values are ids of topics.
_TOPIC_KEYS: Final = ("topic", "topics")


def followers(settings: Settings, old: str, new: str, words: str) -> Iterator[Change]:
    """Changes to records, hand-written pages, notes and decisions, each only where it is needed.

    ``words`` is what a link without words of its own shows from now on; empty for the new label.
    """
    for path in _texts(settings):
        yield from _change(path, lambda text, path: _markdown(text, old, new, words))
    for path in _lists(settings):
        yield from _change(path, lambda text, path: _yaml(text, path, old, new))


def _texts(settings: Settings) -> Iterator[Path]:
    """Records, the introduction, and the pages that people wrote."""
    yield from sorted(settings.sources.glob("*.md"))
    written = manifest_of(settings.docs)
    for path in sorted(settings.docs.rglob("*.md")):
        if path.relative_to(settings.docs).as_posix() not in written:
            yield path


def _lists(settings: Settings) -> Iterator[Path]:
    """Notes and decisions: every YAML file beside the topics file."""
    paths = (*settings.sources.glob("*.yml"), *settings.sources.glob("*.yaml"))
    return (path for path in sorted(paths) if path != settings.topics)


def _change(path: Path, edit: Any) -> Iterator[Change]:
    """The change to a file, if there is one. What is no text in UTF-8 has no ids to follow."""
    if not path.is_file():
        return
    before = path.read_bytes()
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError:
        return
    after = edit(text, path).encode("utf-8")
    if after != before:
        yield Change(path, before, after)


def _markdown(text: str, old: str, new: str, words: str) -> str:
    """Links in the body; the front matter has none."""
    end = text.find("\n---") if text.startswith(("---", "\ufeff---")) else -1
    body = end + len("\n---") if end >= 0 else 0
    return text[:body] + retarget(text[body:], old, new, words)


def _yaml(text: str, path: Path, old: str, new: str) -> str:
    """Ids under the keys of topics, wherever they stand. A file that is no YAML stays as it is."""
    if old not in text:
        return text
    try:
        page = locate(text, path, RecordError)
    except RecordError:
        return text
    cuts = [replaced(node, new, path) for node in _ids(page.root, old)]
    after = applied(text, cuts, path)
    if cuts and as_read(locate(after, path).data) != _exchanged(page.data, old, new):
        raise refused(path)
    return after


def _ids(node: yaml.Node | None, old: str) -> Iterator[yaml.ScalarNode]:
    """The single values under a key for topics that name the old id."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _ids(item, old)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in _TOPIC_KEYS:
                items = value.value if isinstance(value, yaml.SequenceNode) else [value]
                yield from (n for n in items if isinstance(n, yaml.ScalarNode) and n.value == old)
            yield from _ids(value, old)


def _exchanged(data: Any, old: str, new: str) -> Any:
    """The same as data: the check of the text."""
    if isinstance(data, list):
        return [_exchanged(item, old, new) for item in data]
    if not isinstance(data, dict):
        return data
    after = {key: _exchanged(value, old, new) for key, value in data.items()}
    for key in _TOPIC_KEYS:
        if key in after:
            after[key] = _named(after[key], old, new)
    return after


def _named(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [new if item == old else item for item in value]
    return new if value == old else value
