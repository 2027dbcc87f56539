"""Rules are the public functions of their modules: nobody lists them, so that none can be forgotten."""

from __future__ import annotations

from inspect import isfunction
from types import ModuleType
from typing import Any


def rules_of(module: ModuleType, *signature: str) -> tuple[Any, ...]:
    """A module's own public functions whose annotations are written so: of what they take, and what they give."""
    own = (each for name, each in vars(module).items() if isfunction(each) and not name.startswith("_"))
    alike = (each for each in own if tuple(each.__annotations__.values()) == signature)
    return tuple(each for each in alike if each.__module__ == module.__name__)
