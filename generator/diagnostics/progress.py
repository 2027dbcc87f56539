"""What long work says while it runs."""

from __future__ import annotations

from typing import Protocol

from generator.diagnostics.report import Diagnostic


class Progress(Protocol):
    """Told about every step: its name, how much of it is done, how much there is; and of mistakes as they are met."""

    def __call__(self, step: str, done: int, total: int, problem: Diagnostic | None = None) -> None:
        """Say that `done` of `total` parts of a step are done, 0 when it starts, and what was wrong with the last."""


def silent(step: str, done: int, total: int, problem: Diagnostic | None = None) -> None:
    """Progress that nobody watches."""
