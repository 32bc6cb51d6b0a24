"""Read the topics file (``sources/topics.yml``): a list of topics, as in SKOS.

What is wrong with one topic or alias is a finding with its line, and only this topic or alias is
left out. A file that cannot be read as a list at all is a ``TopicsError``.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import TopicsError
from generator.filing.report import Report
from generator.filing.yaml_file import Scalar, Sequence, kind_of, load
from generator.model import Finding, Topic
from generator.recognise.topic_checks import (
    check_names,
    check_nevers,
    named,
    related,
    without_doubles,
)
from generator.recognise.topic_nodes import read_topic


def load_topics(path: Path) -> tuple[tuple[Topic, ...], tuple[Finding, ...]]:
    """The topics of a file, in its order, and what a person should look at, by line.

    Raises ``TopicsError`` for a file that is not there, is no UTF-8, no YAML or no list.
    """
    return parse_topics(read_text(path), path)


def parse_topics(text: str, path: Path) -> tuple[tuple[Topic, ...], tuple[Finding, ...]]:
    """As ``load_topics``, for a text that stands in ``path`` or is going to."""
    root = load(text, path, error=TopicsError)
    report = Report(path)
    if isinstance(root, Scalar) and not root:
        return (), ()
    if not isinstance(root, Sequence):
        raise TopicsError(
            f"The topics file is a list, but here is {kind_of(root)}.",
            code="topics-no-list",
            path=path,
            line=root.line,
            advice='Begin each topic with "- id: ...".',
        )
    drafts = [draft for node in root if (draft := read_topic(node, report))]
    drafts = named(without_doubles(drafts, report), report)
    check_names(drafts, report)
    check_nevers(drafts, report)
    topics = related(drafts, report)
    return topics, tuple(sorted(report.findings, key=lambda finding: finding.line))


def read_text(path: Path) -> str:
    """The text of a topics file. Raises ``TopicsError`` where there is none, or none in UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        raise TopicsError(
            f"The topics file cannot be read: {cause.strerror}.",
            code="topics-unreadable",
            path=path,
            advice="Check that the file is there and that you may read it.",
        ) from cause
    except UnicodeDecodeError as cause:
        raise TopicsError(
            "The topics file is not in UTF-8.",
            code="topics-encoding",
            path=path,
            line=cause.object.count(b"\n", 0, cause.start) + 1,
            advice='Save it as "UTF-8" in your editor.',
        ) from cause
