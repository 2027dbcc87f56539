"""From views to HTML: the Jinja environment. Views bring finished HTML; templates escape everything else.

Links in views are addresses, and become relative here for the page being rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import Words
from generator.security import lost, policy
from generator.text import phrases
from generator.text.prose import PictureView
from generator.views.parts import wording


class _Compiled(jinja2.BytecodeCache):
    """Templates that this process has compiled, by what is written in them; nothing of it is ever on a disk."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - the base class gives it
        """The same text is the same template, wherever it lies."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        if bucket.code:
            self._known[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Spoken(jinja2.FileSystemLoader):
    """Templates in the words of a contest."""

    def __init__(self, folders: Sequence[Path], words: Words) -> None:
        super().__init__([str(folder) for folder in folders])
        self._words = words

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """What is written in a file, in these words."""
        source, file, is_current = super().get_source(environment, template)
        return self._words.say(source), file, is_current


def speaking(folders: Sequence[Path], words: Words) -> jinja2.Environment:
    """An environment for templates from `folders` in a contest's words: strict, escaping."""
    environment = jinja2.Environment(
        loader=_Spoken(folders, words),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    environment.filters["as_track"] = words.track_name
    return environment


Environments = dict[tuple[tuple[Path, ...], Words], jinja2.Environment]
"""Environments by their folders and words."""


@dataclass
class Renderer:
    """Renders views with the templates found in `folders`, the first that has one winning."""

    folders: tuple[Path, ...]
    assets: Mapping[str, str] = field(default_factory=dict)
    """Published names of style sheets and scripts by their plain names, below the portal's `assets`."""
    words: Words = field(default_factory=Words)
    shared: Environments = field(default_factory=dict, repr=False)
    """Those of other renderers: a template that all parts have is compiled once."""
    _icons: dict[str, Markup] = field(default_factory=dict, repr=False)

    @property
    def environment(self) -> jinja2.Environment:
        """The Jinja environment: strict, escaping, told nothing but how to write icons and the policy."""
        key = self.folders, self.words
        if key not in self.shared:
            self.shared[key] = self._environment()
        return self.shared[key]

    def _environment(self) -> jinja2.Environment:
        environment = speaking(self.folders, self.words)
        environment.globals["icon"] = self._icon
        environment.filters["yaml"] = str  # the editor page shows the templates of new files with words for values
        environment.globals["policy"] = Markup(policy.PAGE)
        environment.globals["lost"] = Markup(policy.LOST)
        environment.globals["find_home"] = Markup(lost.FIND_HOME)
        environment.filters["phrases"] = phrases.html
        environment.filters["unbroken"] = phrases.unbroken
        return environment

    def _icon(self, name: str) -> Markup:
        """A Material icon as inline SVG, hidden from screen readers."""
        if name not in self._icons:
            source, _, _ = self.environment.loader.get_source(self.environment, f".icons/material/{name}.svg")  # type: ignore[union-attr]
            self._icons[name] = Markup(
                source.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
            )
        return self._icons[name]

    def context(self, shell: Any, view: Any) -> dict[str, Any]:
        """What a template is given: the shell, the view, and the means to write links and assets."""
        here: Address = shell.address

        def href(target: Address) -> str:
            return addresses.relative(here, target)

        def asset(name: str) -> str:
            return href(Address(f"{shell.portal.assets}/{self.assets.get(name, name)}"))

        return {"shell": shell, "view": view, "href": href, "asset": asset, "srcset": srcset(href)}

    def page(self, template: str, shell: Any, view: Any) -> str:
        """A whole page."""
        html = self.environment.get_template(template).render(self.context(shell, view))
        return wording.as_announced(html, shell.announced)


def srcset(href: Callable[[Address], str]) -> Callable[[PictureView], Markup]:
    """A function that writes the `srcset` of a picture with links made by `href`."""

    def write(picture: PictureView) -> Markup:
        return Markup(", ".join(f"{escape(href(at))} {width}w" for at, width in picture.sources))

    return write
