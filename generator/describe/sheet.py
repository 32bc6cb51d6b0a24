"""Reading fields of a record: a good value comes back, a bad one becomes a finding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from generator.describe.checks import Check, one_line
from generator.describe.people import Name
from generator.filing.yaml_file import Mapping, Node, Scalar, Sequence, kind_of, unknown_keys
from generator.model import Basis, Finding, Severity, Value

#: The keys of an author who is not written as one string.
NAME_KEYS: Final = frozenset({"given", "family", "literal"})

_BASIS: Final = re.compile(r"(stated|inferred|editor|not stated)\s*(?::\s*(.*))?", re.I | re.S)


class Origin(NamedTuple):
    """Where a value comes from, and why that is known."""

    basis: Basis
    why: str = ""


@dataclass(slots=True)
class Sheet:
    """The fields of a record, and what was found wrong with them so far."""

    fields: Mapping
    path: Path
    findings: list[Finding] = field(default_factory=list)

    def text(self, key: str, check: Check = one_line) -> str:
        """A field's text, or an empty string where it has none or a bad one."""
        return self.checked(self.fields.get(key), f'"{key}"', check)

    def value(self, key: str, check: Check = one_line) -> Value:
        """A field's text with its origin, which stands in ``<key>_basis``."""
        return self.with_origin(key, self.text(key, check))

    def names(self, key: str) -> tuple[tuple[Name, ...], Value]:
        """A list of names with their origin, and the origin as a value of its own."""
        names = [name for node in self.items(key) if (name := self.name(node, key))]
        whole = self.with_origin(key, ", ".join(name.text for name in names))
        if not whole:
            return (), whole
        with_origin = (
            Name(name.text, whole.basis, whole.why, name.given, name.family) for name in names
        )
        return tuple(with_origin), whole

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts; bad and empty ones are left out."""
        texts = (self.checked(node, f'An item of "{key}"', one_line) for node in self.items(key))
        return tuple(text for text in texts if text)

    def sheet(self, key: str, known: frozenset[str]) -> Sheet:
        """A field's own fields. Findings about them are this sheet's findings."""
        node = self.fields.get(key)
        if isinstance(node, Mapping):
            self.findings += unknown_keys(node, known, self.path)
            return Sheet(node, self.path, self.findings)
        if node:
            self.wrong_kind(node, f'"{key}"', f"keys and values ({', '.join(sorted(known))})")
        return Sheet(Mapping({}, {}, self.fields.line_of(key)), self.path, self.findings)

    def problem(self, code: str, message: str, line: int, advice: str) -> None:
        self.findings.append(Finding(Severity.ERROR, code, message, self.path, line, advice))

    # --- one node

    def checked(self, node: Node | None, what: str, check: Check) -> str:
        if not node:
            return ""
        if not isinstance(node, Scalar):
            self.wrong_kind(node, what, "a single value")
            return ""
        try:
            return check(node.text.strip())
        except ValueError as cause:
            message = f"{what} is left out, as if not stated: {cause}"
            self.problem("invalid-value", message, node.line, "Correct the value or remove it.")
            return ""

    def items(self, key: str) -> tuple[Node, ...]:
        node = self.fields.get(key)
        if isinstance(node, Sequence):
            return node.items
        if node:
            self.wrong_kind(node, f'"{key}"', "a list, such as [one, two]")
        return ()

    def name(self, node: Node, key: str) -> Name | None:
        """An author: a string, ``family`` and perhaps ``given``, or ``literal`` for no person."""
        if not isinstance(node, Mapping):
            text = self.checked(node, f'An item of "{key}"', one_line)
            return Name.written(text) if text else None
        self.findings += unknown_keys(node, NAME_KEYS, self.path)
        own = Sheet(node, self.path, self.findings)
        given, family, literal = (own.text(part) for part in ("given", "family", "literal"))
        if bool(family) == bool(literal):
            message = f'An item of "{key}" is left out: it has not one of family and literal.'
            advice = "Write {given: Ada, family: Marsh}, or {literal: Coast Desk} for no person."
            self.problem("invalid-value", message, node.line, advice)
            return None
        if literal:
            return Name(literal)
        return Name(f"{given} {family}".strip(), given=given, family=family)

    def wrong_kind(self, node: Node, what: str, wanted: str) -> None:
        message = f"{what} is {kind_of(node)}; it is left out, as if not stated."
        self.problem("wrong-type", message, node.line, f"Write {wanted}.")

    # --- origins

    def with_origin(self, key: str, text: str) -> Value:
        origin = self.origin(f"{key}_basis")
        has_value = bool(self.fields.get(key))
        if origin and has_value == (origin.basis is Basis.NOT_STATED):
            self.contradiction(key, origin, has_value)
            return Value("", Basis.NOT_STATED, origin.why)
        if not text:
            return Value("", Basis.NOT_STATED, origin.why if origin else "")
        return Value(text, *(origin or Origin(Basis.EDITOR)))

    def origin(self, key: str) -> Origin | None:
        text = self.text(key)
        match = _BASIS.fullmatch(text)
        if not match:
            if text:
                self.bad_basis(key, f'"{text}" is no basis.')
            return None
        origin = Origin(Basis(match[1].lower()), match[2] or "")
        if origin.basis is Basis.INFERRED and not origin.why:
            self.bad_basis(key, "What is inferred must say why.")
        return origin

    def bad_basis(self, key: str, message: str) -> None:
        self.problem(
            "invalid-basis",
            message,
            self.fields.line_of(key),
            'Write "stated", "inferred: why", "editor: a note" or "not stated: why".',
        )

    def contradiction(self, key: str, origin: Origin, has_value: bool) -> None:
        has = "has a value" if has_value else "has no value"
        self.problem(
            "basis-contradicts-value",
            f'"{key}" {has}, but its basis is "{origin.basis}".',
            self.fields.line_of(f"{key}_basis"),
            "Correct the one or the other; until then the value counts as not stated.",
        )
