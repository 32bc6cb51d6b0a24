"""Topics from elsewhere into the topics file: checked as if they stood there, and never over
what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.errors import SettingsError, TopicsError
from generator.filing.located import Located, is_inline, locate
from generator.filing.report import Report
from generator.filing.yaml_file import Scalar, load
from generator.filing.yaml_file import Sequence as Items
from generator.model import Finding, Severity, Topic, TopicId
from generator.recognise.topic_edit.changes import Change
from generator.recognise.topic_edit.commands import new_findings, with_text
from generator.recognise.topic_edit.concepts import read_concepts
from generator.recognise.topic_edit.incoming import Incoming, unreadable
from generator.recognise.topic_edit.plain import Entry, entry_of
from generator.recognise.topic_edit.surgery import refused, verified
from generator.recognise.topic_edit.table import read_table
from generator.recognise.topic_edit.yaml_text import entries_text, entry_text
from generator.recognise.topic_nodes import read_topic
from generator.recognise.topics_file import parse_topics, read_text
from generator.settings import Settings

#: Readers by the ending of a file: its text, its path, the dossier's language.
READERS: Final[dict[str, Callable[[str, Path, str], Incoming]]] = {
    ".csv": read_table,
    ".json": read_concepts,
    ".jsonld": read_concepts,
}

#: The largest file that is imported, in bytes.
SIZE_LIMIT: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """New entries, ready for the topics file, and what a person should know."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        return entries_text(self.entries)


def import_topics(settings: Settings, path: Path) -> Imported:
    """The topics of a file that the dossier does not have yet.

    Raises SettingsError for a format that is not read, TopicsError where nothing can be read.
    """
    topics = _present(settings)
    incoming = _read(path, settings.language)
    findings = incoming.told()
    checked = [
        (topic, line)
        for entry, line in incoming.entries
        if (topic := _checked(entry, line, path, findings))
    ]
    new = list(_unknown(checked, topics, path, findings))
    ids = {topic.id for topic in topics} | {topic.id for topic, _ in new}
    linked = [_linked(topic, line, ids, path, findings) for topic, line in new]
    return Imported(tuple(entry_of(topic) for topic in linked), tuple(findings))


def append(settings: Settings, imported: Imported) -> tuple[Change, tuple[Finding, ...]]:
    """The change that puts new entries at the end of the topics file, and what is wrong then.

    Every byte that is there stays. Raises TopicsError where the file is no list to add to.
    """
    path = settings.topics
    before = read_text(path) if path.exists() else ""
    page = locate(before, path)
    wanted = [*(page.data or []), *imported.entries]
    after = verified(page, _appended(page, imported, path), wanted, path)
    return with_text(path, after), new_findings(before, after, path)


def _appended(page: Located, imported: Imported, path: Path) -> str:
    root, text = page.root, page.text
    if page.data and (root is None or not isinstance(page.data, list) or is_inline(root)):
        raise refused(path, 1)
    if root is not None and not page.data:
        text = text[: root.start_mark.index] + text[root.end_mark.index :]
    newline = page.newline(0)
    indent = " " * (root.start_mark.column if root is not None and page.data else 0)
    lines = [f"{indent}{line}" if line else "" for line in imported.text.splitlines()]
    gap = "" if not text or text.endswith(("\n", "\r")) else newline
    apart = newline if text.strip() else ""
    return f"{text}{gap}{apart}{newline.join(lines)}{newline}"


def _present(settings: Settings) -> tuple[Topic, ...]:
    if not settings.topics.exists():
        return ()
    return parse_topics(read_text(settings.topics), settings.topics)[0]


def _read(path: Path, language: str) -> Incoming:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SettingsError(
            f'topics are not imported from "{path.suffix or path.name}" files',
            code="import-format",
            path=path,
            advice=f"Save it as one of: {', '.join(READERS)}. SKOS is read as JSON-LD.",
        )
    incoming = reader(_text(path), path, language)
    if not incoming.entries:
        raise unreadable(path, "There are no topics in it.", "Export them again, as SKOS or CSV.")
    return incoming


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise unreadable(path, f"It has more than {SIZE_LIMIT:,} bytes.", "Split it.")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        reason = f"The file cannot be read: {cause.strerror}."
        raise unreadable(path, reason, "Check its name, and that you may read it.") from cause
    except UnicodeDecodeError as cause:
        raise unreadable(path, "The file is not in UTF-8.", "Save it as UTF-8.") from cause


# --- one topic ---------------------------------------------------------------------------------


def _checked(entry: Entry, line: int, path: Path, findings: list[Finding]) -> Topic | None:
    """An entry as the topics file would take it; what it would not take is reported."""
    report = Report(path)
    try:
        root = load(entry_text(entry), path, error=TopicsError)
    except TopicsError as error:
        findings.append(replace(error.finding, line=line))
        return None
    node = root.items[0] if isinstance(root, Items) else root
    draft = read_topic(node, report)
    name = str(entry.get("label") or entry.get("id") or "")
    findings += (
        replace(one, line=line, message=f"{name}: {one.message}" if name else one.message)
        for one in report.findings
    )
    if draft is None:
        return None
    return replace(
        draft.topic,
        broader=_ids(draft.broader),
        related=_ids(draft.related),
        formerly=_ids(draft.formerly),
    )


def _ids(references: Sequence[Scalar]) -> tuple[TopicId, ...]:
    return tuple(dict.fromkeys(TopicId(item.text) for item in references))


def _unknown(
    checked: Sequence[tuple[Topic, int]],
    topics: Sequence[Topic],
    path: Path,
    findings: list[Finding],
) -> Iterator[tuple[Topic, int]]:
    """The topics whose ids are free."""
    taken = {id_: topic.label for topic in topics for id_ in (topic.id, *topic.formerly)}
    for topic, line in checked:
        if topic.id in taken:
            message = f'The id "{topic.id}" is that of "{taken[topic.id]}" already.'
            advice = "It is left as it is. Give this one another id to have both."
            findings.append(
                Finding(Severity.WARNING, "import-id-known", message, path, line, advice)
            )
        else:
            taken[topic.id] = topic.label
            yield topic, line


def _linked(
    topic: Topic, line: int, ids: set[TopicId], path: Path, findings: list[Finding]
) -> Topic:
    """A topic without references that would lead nowhere."""
    for other in (*topic.broader, *topic.related):
        if other not in ids:
            near = get_close_matches(other, sorted(ids), n=1)
            message = f'{topic.label}: there is no topic "{other}" to refer to.'
            advice = f'Did you mean "{near[0]}"?' if near else "Add it if you need it."
            findings.append(
                Finding(Severity.WARNING, "import-reference", message, path, line, advice)
            )
    return replace(
        topic,
        broader=tuple(other for other in topic.broader if other in ids),
        related=tuple(other for other in topic.related if other in ids),
    )
