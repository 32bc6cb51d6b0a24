"""Read ``sources/decisions.yml``: a list of rulings, each a few keys and values.

What is wrong with one ruling is a finding with its line, and only this ruling is left out. A file
that cannot be read as a list at all is a ``TopicsError``. The file is written by ``append`` only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.errors import TopicsError
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, Scalar, kind_of, load, unknown_keys
from generator.filing.yaml_file import Sequence as YamlList
from generator.model import Finding, Layer, Quote, Severity, SourceId, Topic, TopicId
from generator.recognise.review.aliases import alias_findings
from generator.recognise.review.rulings import AliasRuling, Answer, Ruling, Rulings

RULING_KEYS: Final = frozenset(
    {"source", "layer", "topic", "quote", "prefix", "suffix", "alias", "decision", "by", "on"}
)
_FOR_ALIAS: Final = ("topic", "alias")
_FOR_PLACE: Final = ("source", "layer", "topic", "quote")


def load_rulings(path: Path, *, is_worksheet: bool = False) -> tuple[Rulings, tuple[Finding, ...]]:
    """The rulings of a file, and what a person should look at, by line; no file is no rulings.

    In a worksheet an entry without an answer is still open, and keys that its answer does not need
    are fine. Raises ``TopicsError`` for a file that is no UTF-8, no YAML or no list.
    """
    text = read_text(path)
    return parse_rulings(text, path, is_worksheet=is_worksheet) if text else (Rulings(path), ())


def parse_rulings(
    text: str, path: Path, *, is_worksheet: bool = False
) -> tuple[Rulings, tuple[Finding, ...]]:
    """The same from the text of a file."""
    report = Report(path)
    nodes = _nodes(load(text, path, error=TopicsError), path)
    reader = _Reader(report, is_worksheet)
    entries = tuple(one for node in nodes if (one := reader.ruling(node)))
    return Rulings.of(path, entries), tuple(report.findings)


def check_rulings(
    rulings: Rulings, topics: Sequence[Topic], sources: Collection[SourceId], *, all_known: bool
) -> tuple[Finding, ...]:
    """What does not fit the dossier: topics, aliases and sources that there are not.

    Unless ``all_known``, a source of which only a text is spoken may be a capture without a record
    that this edition does not show.
    """
    ids = {id_ for topic in topics for id_ in (topic.id, *topic.formerly)}
    found = [
        *(_not_known("topic", one.topic, one.line, ids, rulings.path) for one in rulings.entries if one.topic not in ids),
        *(
            _not_known("source", one.source, one.line, set(sources), rulings.path)
            for one in rulings.entries
            if isinstance(one, Ruling)
            and one.source not in sources
            and (all_known or one.layer is Layer.DIGEST)
        ),
        *alias_findings(topics, rulings),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda finding: finding.line))


def read_text(path: Path) -> str:
    """The text of a file of rulings, empty where there is none. Raises ``TopicsError``."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as cause:
        raise TopicsError(
            f"The decisions cannot be read: {cause.strerror}.",
            code="decisions-unreadable",
            path=path,
            advice="Check that this is a file and that you may read it.",
        ) from cause
    except UnicodeDecodeError as cause:
        raise TopicsError(
            "The decisions are not in UTF-8.",
            code="decisions-encoding",
            path=path,
            line=cause.object.count(b"\n", 0, cause.start) + 1,
            advice='Save the file as "UTF-8" in your editor.',
        ) from cause


def _nodes(root: Node, path: Path) -> tuple[Node, ...]:
    if isinstance(root, YamlList):
        return root.items
    if isinstance(root, Scalar) and not root:
        return ()
    raise TopicsError(
        f"Decisions are a list, but here is {kind_of(root)}.",
        code="decisions-no-list",
        path=path,
        line=root.line,
        advice='Begin each decision with "- source: ..." or "- topic: ...".',
    )


def _not_known(what: str, name: str, line: int, known: Collection[str], path: Path) -> Finding:
    near = get_close_matches(name, sorted(known), n=1)
    return Finding(
        Severity.WARNING,
        "unknown-topic" if what == "topic" else "unknown-source",
        f'There is no {what} "{name}", so nothing is decided by this.',
        path,
        line,
        f'Did you mean "{near[0]}"?' if near else f"Remove the decision, or add the {what}.",
    )


class _Reader:
    """One entry after the other; what is wrong goes into the report."""

    def __init__(self, report: Report, is_worksheet: bool) -> None:
        self._report = report
        self._is_worksheet = is_worksheet

    def ruling(self, node: Node) -> Ruling | AliasRuling | None:
        if not isinstance(node, Mapping):
            self._report.error(
                "wrong-type",
                node.line,
                f"A decision is keys and values, but here is {kind_of(node)}.",
                'Begin it with "- source: ..." and indent its other keys below "source".',
            )
            return None
        self._report.findings.extend(unknown_keys(node, RULING_KEYS, self._report.path))
        answer = self._answer(node)
        if answer is None or not self._is_complete(node, answer):
            return None
        return self._of_alias(node, answer) if answer.is_for_alias else self._of_place(node, answer)

    def _answer(self, node: Mapping) -> Answer | None:
        text = self._text(node, "decision").lower()
        known = [answer.value for answer in Answer]
        if text in known:
            return Answer(text)
        if text or (not self._is_worksheet and isinstance(node.get("decision"), Scalar | None)):
            near = get_close_matches(text, known, n=1)
            self._report.error(
                "bad-decision",
                node.line_of("decision"),
                f'"{text}" is no decision.' if text else "This entry has no decision.",
                f'Did you mean "{near[0]}"?' if near else f"Write one of {', '.join(known)}.",
            )
        return None

    def _is_complete(self, node: Mapping, answer: Answer) -> bool:
        wanted = _FOR_ALIAS if answer.is_for_alias else _FOR_PLACE
        missing = [key for key in wanted if not self._text(node, key)]
        if missing:
            self._report.error(
                "incomplete-decision",
                node.line,
                f'"{answer}" needs {" and ".join(missing)}.',
                f"Add {', '.join(f'`{key}: ...`' for key in missing)}.",
            )
        elif answer.is_for_alias and not self._is_worksheet and {"source", "quote"} & set(node):
            self._report.warning(
                "decision-for-all",
                node.line_of("decision"),
                f'"{answer}" decides every match of the alias, not only the one in this place.',
                "Remove `source`, `layer` and `quote`, or write accept or reject.",
            )
        return not missing

    def _of_alias(self, node: Mapping, answer: Answer) -> AliasRuling:
        topic, alias, by, on = (self._text(node, key) for key in ("topic", "alias", "by", "on"))
        return AliasRuling(TopicId(topic), alias, answer, by, on, node.line)

    def _of_place(self, node: Mapping, answer: Answer) -> Ruling | None:
        layer = self._text(node, "layer").lower()
        if layer not in [known.value for known in Layer]:
            self._report.error(
                "bad-layer",
                node.line_of("layer"),
                f'"{layer}" is none of a source\'s texts.',
                "Write digest (the editors' words) or text (the captured ones).",
            )
            return None
        source, topic, by, on = (self._text(node, key) for key in ("source", "topic", "by", "on"))
        quote = Quote(self._text(node, "quote"), *self._contexts(node))
        return Ruling(
            SourceId(source), Layer(layer), TopicId(topic), quote, answer, by, on, node.line
        )

    def _contexts(self, node: Mapping) -> Iterator[str]:
        """A context as it is: the space next to the quote counts, and so does a line feed."""
        for key in ("prefix", "suffix"):
            value = node.get(key)
            yield value.text if isinstance(value, Scalar) else ""

    def _text(self, node: Mapping, key: str) -> str:
        value = node.get(key)
        if isinstance(value, Scalar):
            return " ".join(value.text.split())
        if value is not None and not self._is_reported(value):
            self._report.error(
                "wrong-type",
                value.line,
                f'"{key}" is a single value, but here is {kind_of(value)}.',
                f'Write "{key}: ..." on one line, in quotes if it has ": " or "#" in it.',
            )
        return ""

    def _is_reported(self, node: Node) -> bool:
        return any(
            finding.code == "wrong-type" and finding.line == node.line
            for finding in self._report.findings[-len(RULING_KEYS) :]
        )
