"""Problems found in content: what a diagnostic is, how a set of them is reported."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.diagnostics.codes import CODES, Severity

_UNSEEN = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, order=True)
class Span:
    """A place in a content file: path relative to the project root, 1-based line and column."""

    path: str
    line: int = 1
    column: int = 1

    @property
    def branch(self) -> str | None:
        """The branch in whose files it is; None for what all branches share."""
        top, _, rest = self.path.partition("/")
        branch, below, _ = rest.partition("/")
        return branch if top in ("content", "branches") and below else None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One problem: its permanent code, its place, what is wrong and what to do (both in Chinese)."""

    code: str
    at: Span
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """How grave the problem is; a property of the code."""
        return CODES[self.code].severity

    def to_text(self) -> str:
        """The two lines an editor reads: place, severity, code, message; then the hint."""
        return _visible(f"{self.at}: {self.severity.label}[{self.code}] {self._told('    ')}")

    def to_dict(self) -> dict[str, str | int]:
        """The fields as plain values, for JSON."""
        return {
            **vars(self.at),
            "severity": str(self.severity),
            "code": self.code,
            "message": _masked(self.message),
            "hint": _masked(self.hint),
        }

    def to_github(self) -> str:
        """A workflow command that the CI service turns into an annotation."""
        escaped = _escaped(_visible(self._told("")))
        path = _escaped(self.at.path).replace(":", "%3A").replace(",", "%2C")
        place = f"file={path},line={self.at.line},col={self.at.column}"
        return f"::{self.severity} {place},title={self.code}::{escaped}"

    def _told(self, indent: str) -> str:
        """The message and, on a line of its own, the hint; neither repeats a number of a person in full."""
        return _masked(self.message) + (f"\n{indent}提示：{_masked(self.hint)}" if self.hint else "")


def _masked(text: str) -> str:
    from generator.privacy.personal import masked  # noqa: PLC0415 (its tables take a tenth of a build without news)

    return masked(text)


def _visible(text: str) -> str:
    """The text with the code points of what a terminal would not show, or would obey."""
    return _UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def _escaped(text: str) -> str:
    """The text as the CI service's command syntax wants it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Problems by file, line, column, code."""
    return sorted(found, key=lambda each: (each.at, each.code, each.message))


def listed(found: Sequence[Diagnostic]) -> list[str]:
    """Every problem as text with its hint, which several in a row have once."""
    told = [replace(each, hint="") if before.hint == each.hint else each for before, each in pairwise(found)]
    return [each.to_text() for each in (*found[:1], *told)]


def counted(found: Collection[Diagnostic]) -> str:
    """How many errors and warnings there are, in words; empty for none."""
    errors = sum(each.severity is Severity.ERROR for each in found)
    warnings = len(found) - errors
    return "、".join([f"{errors} 个错误"] * bool(errors) + [f"{warnings} 个警告"] * bool(warnings))


@dataclass
class Report:
    """Collects every diagnostic of one run; sorted and free of repeats when read."""

    files: int = 0
    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, code: str, at: Span, message: str, hint: str = "") -> None:
        """Record one problem."""
        self._found[Diagnostic(code, at, message, hint)] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Record many problems."""
        self._found.update(dict.fromkeys(diagnostics))

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All problems by file, line, column, code."""
        return by_place(self._found)

    @property
    def errors(self) -> list[Diagnostic]:
        """The problems that stop a build."""
        return [found for found in self.diagnostics if found.severity is Severity.ERROR]

    @property
    def broken(self) -> frozenset[str | None]:
        """The branches with errors; None among them stands for what all share."""
        return frozenset(found.at.branch for found in self._found if found.severity is Severity.ERROR)

    def of(self, branch: str) -> Report:
        """What was found in one branch, and in what all share."""
        return Report(self.files, {found: None for found in self._found if found.at.branch in (branch, None)})

    @property
    def has_errors(self) -> bool:
        """Whether anything found would make a page wrong."""
        return any(found.severity is Severity.ERROR for found in self._found)

    def summary(self) -> str:
        """One line that counts errors, warnings and files."""
        if not self._found:
            return f"没有发现问题，共检查 {self.files} 个文件"
        touched = len({found.at.path for found in self._found})
        return f"{counted(self._found)}，{self.files} 个文件中的 {touched} 个"

    def to_text(self) -> str:
        """Every problem with its hint, then the counting line."""
        return "\n".join([*listed(self.diagnostics), self.summary()])

    def to_json(self) -> str:
        """The problems and counts as a JSON document."""
        document = {
            "schema": "diagnostics/1",
            "files": self.files,
            "errors": len(self.errors),
            "warnings": len(self._found) - len(self.errors),
            "diagnostics": [found.to_dict() for found in self.diagnostics],
        }
        return json.dumps(document, ensure_ascii=False, indent=2)

    def to_github(self) -> str:
        """One annotation command a problem, then the counting line."""
        return "\n".join([*(found.to_github() for found in self.diagnostics), self.summary()])
