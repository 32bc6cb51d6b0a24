"""One topic of the topics file, from the YAML's nodes to a draft that knows its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from generator.describe.checks import web_address
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, Scalar, Sequence, kind_of, unknown_keys
from generator.model import Alias, Case, Topic, TopicId
from generator.recognise.period import between, period
from generator.wording.fold import fold_phrase

TOPIC_KEYS: Final = frozenset(
    {"id", "label", "kind", "scope", "aliases", "never", "broader", "related", "same_as"}
    | {"formerly"}
)
ALIAS_KEYS: Final = frozenset(
    {"text", "from", "until", "near", "not_before", "not_after", "after_name", "case", "review"}
)
#: The kind of a topic that names none.
OTHER_KIND: Final = "other"
#: A name is shorter than a sentence; what is longer is a slip of the YAML.
LONGEST_ALIAS: Final = 200

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_WIKIDATA: Final = re.compile(
    r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", re.ASCII
)
_FLAGS: Final = {"true": True, "yes": True, "false": False, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Draft:
    """A topic as it stands in the file, with the lines of what other topics may contradict."""

    topic: Topic
    id_line: int
    label_line: int
    alias_lines: tuple[int, ...]
    never_lines: tuple[int, ...]
    broader: tuple[Scalar, ...]
    related: tuple[Scalar, ...]
    formerly: tuple[Scalar, ...]


def read_topic(node: Node, report: Report) -> Draft | None:
    """A topic, or None where it cannot be used; the report says why."""
    if not isinstance(node, Mapping):
        report.error(
            "topic-not-a-mapping",
            node.line,
            f"A topic is keys and values (id, label, ...), but here is {kind_of(node)}.",
            'Begin each topic with "- id: ..." and indent its other keys below "id".',
        )
        return None
    report.findings.extend(unknown_keys(node, TOPIC_KEYS, report.path))
    topic_id, label = _id(node, report), _label(node, report)
    if not topic_id or not label:
        return None
    aliases = tuple(_aliases(node, report))
    never = tuple(_phrases(node, "never", report))
    topic = Topic(
        TopicId(topic_id),
        label,
        _kind(node, report),
        _text(node, "scope", report),
        tuple(alias for alias, _ in aliases),
        tuple(phrase.text for phrase in never),
        same_as=tuple(_same_as(node, report)),
        line=node.line,
    )
    return Draft(
        topic,
        node.line_of("id"),
        node.line_of("label"),
        tuple(line for _, line in aliases),
        tuple(phrase.line for phrase in never),
        tuple(_scalars(node, "broader", report)),
        tuple(_scalars(node, "related", report)),
        tuple(_former_ids(node, report)),
    )


# --- values ------------------------------------------------------------------------------------


def _text(node: Mapping, key: str, report: Report) -> str:
    """A value as one line of text; empty where there is none."""
    value = node.get(key)
    if isinstance(value, Scalar):
        return " ".join(value.text.split())
    if value is not None:
        report.error(
            "wrong-type",
            value.line,
            f'"{key}" is a single value, but here is {kind_of(value)}.',
            f'Write "{key}: ..." on one line, in quotes if it has ": " or "#" in it.',
        )
    return ""


def _is_missing(node: Mapping, key: str) -> bool:
    """Whether there is no value, rather than one of a wrong type, which is reported as such."""
    return isinstance(node.get(key), Scalar | None)


def _scalars(node: Mapping, key: str, report: Report) -> Iterator[Scalar]:
    """The items of a list of single values; one value alone is a list of one."""
    for item in _items(node, key):
        if not isinstance(item, Scalar):
            report.error(
                "wrong-type",
                item.line,
                f'An item of "{key}" is a single value, but here is {kind_of(item)}.',
                f'Write "{key}: [one, another]", in quotes where an item has ": " in it.',
            )
        elif item.text.strip():
            yield Scalar(item.text.strip(), item.line)


def _items(node: Mapping, key: str) -> tuple[Node, ...]:
    value = node.get(key)
    if value is None:
        return ()
    return value.items if isinstance(value, Sequence) else (value,)


def _phrases(node: Mapping, key: str, report: Report) -> Iterator[Scalar]:
    """Phrases to be matched: something must be left of them when they are folded."""
    for item in _scalars(node, key, report):
        if fold_phrase(item.text):
            yield item
        else:
            report.error(
                "empty-phrase",
                item.line,
                f'"{item.text}" under "{key}" has no letter, digit or sign to look for.',
                "Remove it, or write the words that you mean.",
            )


# --- the topic's own values --------------------------------------------------------------------


def _id(node: Mapping, report: Report) -> str:
    text = _text(node, "id", report)
    if not text and _is_missing(node, "id"):
        report.error(
            "topic-without-id",
            node.line,
            "This topic has no id.",
            'Add "id: some-short-name": small letters, digits and hyphens. Links are made of it.',
        )
    elif text and not is_slug(text):
        _bad_id(text, node.line_of("id"), report)
        return ""
    return text


def _former_ids(node: Mapping, report: Report) -> Iterator[Scalar]:
    for item in _scalars(node, "formerly", report):
        if is_slug(item.text):
            yield item
        else:
            _bad_id(item.text, item.line, report)


def _bad_id(text: str, line: int, report: Report) -> None:
    report.error(
        "topic-bad-id",
        line,
        f'"{text}" cannot be an id.',
        f'Use small letters a-z, digits and hyphens only, such as "{slug(text) or "topic-1"}".',
    )


def _label(node: Mapping, report: Report) -> str:
    text = _text(node, "label", report)
    if not text and _is_missing(node, "label"):
        report.error(
            "topic-without-label",
            node.line,
            "This topic has no label, so it has no name to show or to look for.",
            'Add "label: ..." with its usual name.',
        )
    return text


def _kind(node: Mapping, report: Report) -> str:
    text = _text(node, "kind", report)
    if not text or _SLUG.fullmatch(text):
        return text or OTHER_KIND
    kind = slug(text) or OTHER_KIND
    report.warning(
        "topic-bad-kind",
        node.line_of("kind"),
        f'"{text}" cannot be a kind; it is taken as "{kind}".',
        "Use small letters a-z, digits and hyphens only, such as person, place or weapon.",
    )
    return kind


def _same_as(node: Mapping, report: Report) -> Iterator[str]:
    for item in _scalars(node, "same_as", report):
        wikidata = _WIKIDATA.fullmatch(item.text)
        if wikidata:
            yield f"https://www.wikidata.org/entity/{wikidata[1]}"
        elif _is_address(item.text):
            yield item.text
        else:
            report.error(
                "topic-bad-same-as",
                item.line,
                f'"{item.text}" is neither a Wikidata id nor a web address.',
                'Write "Q42" or "https://...".',
            )


def _is_address(text: str) -> bool:
    """An address as records may have it: no password in it, no scheme but the web's."""
    try:
        return bool(web_address(text))
    except ValueError:
        return False


def is_slug(text: str) -> bool:
    """Whether a text can be an id: the index of topics has a page of its own."""
    return _SLUG.fullmatch(text) is not None and text != "index"


def slug(text: str) -> str:
    """The nearest thing to a text that can be an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold_phrase(text)).strip("-")


# --- aliases -----------------------------------------------------------------------------------


def _aliases(node: Mapping, report: Report) -> Iterator[tuple[Alias, int]]:
    """Each usable alias with its line."""
    for item in _items(node, "aliases"):
        alias = _alias(item, report)
        if alias and _is_matchable(alias, item.line, report):
            yield alias, item.line


def _alias(node: Node, report: Report) -> Alias | None:
    if isinstance(node, Scalar):
        return Alias(node.text.strip())
    if not isinstance(node, Mapping):
        report.error(
            "wrong-type",
            node.line,
            f"An alias is a text or {{text: ..., ...}}, but here is {kind_of(node)}.",
            'Write one alias in a line: "- Some name".',
        )
        return None
    report.findings.extend(unknown_keys(node, ALIAS_KEYS, report.path))
    errors = len(report.findings)
    alias = _conditioned(node, report)
    is_sound = all(finding.code == "unknown-key" for finding in report.findings[errors:])
    return alias if is_sound else None


def _conditioned(node: Mapping, report: Report) -> Alias:
    since, until = _text(node, "from", report), _text(node, "until", report)
    _check_dates(node, since, until, report)
    return Alias(
        _text(node, "text", report),
        since,
        until,
        _words(node, "near", report),
        _words(node, "not_before", report),
        _words(node, "not_after", report),
        _flag(node, "after_name", report),
        _case(node, report),
        _flag(node, "review", report),
    )


def _words(node: Mapping, key: str, report: Report) -> tuple[str, ...]:
    words = tuple(phrase.text for phrase in _phrases(node, key, report))
    if key in node and not words:
        report.error(
            "empty-phrase",
            node.line_of(key),
            f'"{key}" names no words.',
            f'Add words, such as "{key}: [one, another]", or remove the key.',
        )
    return words


def _check_dates(node: Mapping, since: str, until: str, report: Report) -> None:
    for key, value in (("from", since), ("until", until)):
        if value and period(value) is None:
            report.error(
                "alias-bad-date",
                node.line_of(key),
                f'"{value}" is not a date in EDTF.',
                'Write a year, month or day: "2015", "2015-07" or "2015-07-14".',
            )
            return
    if between(since, until) is None:
        report.error(
            "alias-dates-reversed",
            node.line_of("until"),
            f'"until: {until}" is before "from: {since}".',
            "Exchange the two dates, or remove the one that is wrong.",
        )


def _flag(node: Mapping, key: str, report: Report) -> bool:
    text = _text(node, key, report)
    if text.lower() not in _FLAGS:
        report.error(
            "alias-bad-flag",
            node.line_of(key),
            f'"{key}" is true or false, not "{text}".',
            f'Write "{key}: true", or remove the key.',
        )
    return _FLAGS.get(text.lower(), False)


def _case(node: Mapping, report: Report) -> Case:
    text = _text(node, "case", report).lower()
    known = [case.value for case in Case]
    if not text or text in known:
        return Case(text or Case.SMART)
    near = get_close_matches(text, known, n=1)
    report.error(
        "alias-bad-case",
        node.line_of("case"),
        f'"{text}" is no way to treat capitals.',
        f'Did you mean "{near[0]}"?' if near else f"Use one of {', '.join(known)}.",
    )
    return Case.SMART


def _is_matchable(alias: Alias, line: int, report: Report) -> bool:
    if len(alias.text) > LONGEST_ALIAS:
        report.error(
            "alias-too-long",
            line,
            f"This alias has {len(alias.text)} characters; a name has at most {LONGEST_ALIAS}.",
            "Check the quotes and the indent, or use a shorter name.",
        )
        return False
    if not fold_phrase(alias.text):
        report.error(
            "alias-empty",
            line,
            f'The alias "{alias.text}" has no letter, digit or sign to look for.',
            "Remove it, or write the name that you mean.",
        )
        return False
    return True
