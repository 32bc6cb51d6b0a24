"""One entry of a list that editors write: values by key. What is wrong goes into the report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, TypeVar

from generator.anchor.note_ids import ID_LIMIT
from generator.describe.checks import Check, one_line
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, Scalar, Sequence, kind_of
from generator.recognise.topic_nodes import is_slug, slug

E = TypeVar("E", bound=StrEnum)

_NOTHING: Final = Scalar("", 0)


def is_visible(text: str) -> bool:
    """Whether a text has more than white space and invisible characters."""
    return any(not char.isspace() and unicodedata.category(char) != "Cf" for char in text)


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys and values of an entry. Each is read once, so that nothing is reported twice."""

    node: Mapping
    report: Report

    def __contains__(self, key: str) -> bool:
        return key in self.node

    def is_given(self, key: str) -> bool:
        """Whether a key has a value, good or bad."""
        value = self.node.get(key) or _NOTHING
        return is_visible(value.text) if isinstance(value, Scalar) else True

    def line(self, key: str) -> int:
        """The line of a key, or of the entry where it has none."""
        return self.node.line_of(key)

    def scalar(self, key: str) -> str | None:
        """A value as it was written; None where there is no single value, which is reported."""
        value = self.node.get(key) or _NOTHING
        if isinstance(value, Scalar):
            return value.text
        self._wrong_type(value, f'"{key}" is a single value', f'Write "{key}: ...".')
        return None

    def text(self, key: str, check: Check = one_line) -> str:
        """A value on one line that passes a check; empty where there is none, or a bad one."""
        return self._checked(self.scalar(key) or "", key, self.line(key), check)

    def markdown(self, key: str) -> str:
        """A value of several lines, without blank lines around it."""
        text = self.scalar(key) or ""
        return text.strip("\n").rstrip() if is_visible(text) else ""

    def texts(self, key: str) -> Iterator[Scalar]:
        """The items of a list, each on one line; a single value is a list of one."""
        value = self.node.get(key) or _NOTHING
        for item in value if isinstance(value, Sequence) else (value,):
            if not isinstance(item, Scalar):
                said = f'An item of "{key}" is a single value'
                self._wrong_type(item, said, f'Write "{key}: [one, another]".')
            elif text := self._checked(item.text, key, item.line, one_line):
                yield Scalar(text, item.line)

    def choice(self, key: str, kind: type[E], code: str, meanwhile: str) -> E | None:
        """One of a few words; None where there is none, or another. ``meanwhile`` is what then
        happens, for people."""
        text, known = self.text(key), [one.value for one in kind]
        if not text or text.lower() in known:
            return kind(text.lower()) if text else None
        near = get_close_matches(text.lower(), known, n=1)
        self.report.error(
            code,
            self.line(key),
            f'"{text}" is no {_spoken(kind)}; {meanwhile}.',
            f'Did you mean "{near[0]}"?' if near else f"Write one of {', '.join(known)}.",
        )
        return None

    def address_id(self, code: str, kind: str) -> str:
        """The id of an entry that is an address too: small letters, digits and hyphens. Empty for
        none, and for a bad one, which is reported with ``code``. ``kind`` is what the entry is."""
        text = self.text("id")
        if not text or (is_slug(text) and len(text) <= ID_LIMIT):
            return text
        fitting = slug(text)[:ID_LIMIT].strip("-") or f"{kind}-1"
        self.report.error(
            code,
            self.line("id"),
            f'"{text}" cannot be an id.',
            f'Use small letters a-z, digits and hyphens only, such as "{fitting}".',
        )
        return ""

    def needed(self, key: str, value: str, code: str, said: str, advice: str) -> str:
        """The value of a key; where none is given, that is reported. A bad one has been already."""
        if not value and not self.is_given(key):
            self.report.error(code, self.line(key), said, advice)
        return value

    def _checked(self, text: str, key: str, line: int, check: Check) -> str:
        try:
            return check(text.strip()) if is_visible(text) else ""
        except ValueError as cause:
            said = f'"{key}" cannot be used: {cause}'
            self.report.error("invalid-value", line, said, "Correct the value or remove it.")
            return ""

    def _wrong_type(self, node: Node, wanted: str, advice: str) -> None:
        said = f"{wanted}, but here is {kind_of(node)}."
        self.report.error("wrong-type", node.line, said, advice)


def _spoken(kind: type[StrEnum]) -> str:
    """The name of a type in words: NoteStatus is a "note status"."""
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
