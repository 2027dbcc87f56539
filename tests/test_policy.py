"""The policy has one home: pages, previews and the web server's configuration say the same."""

from __future__ import annotations

import re
from pathlib import Path

from generator.security import lost, policy

NGINX = Path(__file__).parents[1] / "deploy" / "nginx.conf"


def directives(text: str) -> dict[str, str]:
    return dict(each.split(" ", 1) for each in text.split("; "))


def test_nginx_sends_the_same() -> None:
    sent = dict(re.findall(r'^ *add_header (\S+) +"([^"]+)" always;$', NGINX.read_text("utf-8"), re.MULTILINE))
    assert policy.HEADERS.items() <= sent.items()


def test_a_folder_of_another_site_tells_the_same_types() -> None:
    manual = (NGINX.parents[1] / "docs" / "publishing.md").read_text("utf-8")
    (types,) = re.findall(r"^ *types \{.*?\}", NGINX.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert types in manual, "a browser shows a calendar of type text/plain instead of opening it"
    assert "location = /shuju {" in manual, "nginx adds no slash to a location with an alias"


def test_strict() -> None:
    page = directives(policy.PAGE)
    assert page["default-src"] == page["base-uri"] == "'none'"
    assert page["script-src"] == page["style-src-elem"] == page["form-action"] == "'self' file:"
    assert "frame-ancestors" not in page, "browsers ignore it in a page and say so"
    assert not re.search(r"unsafe-eval|https?:|\*|blob:", policy.PAGE)
    assert [name for name, sources in page.items() if "unsafe-inline" in sources] == ["style-src"]


def test_the_header_adds_only_what_a_page_cannot_say() -> None:
    header = directives(policy.HEADER)
    assert header.pop("frame-ancestors") == "'none'"
    assert header.pop("base-uri") == "'self'", "for the 404 page, whose own policy comes after its base"
    page = {name: sources.replace(" file:", "") for name, sources in directives(policy.PAGE).items()}
    header["script-src"] = header["script-src"].replace(f"{lost.ALLOWED} ", "")
    assert header == {name: sources for name, sources in page.items() if name != "base-uri"}


def test_only_a_live_page_connects_and_only_to_its_server() -> None:
    assert directives(policy.live(policy.PAGE)) == {**directives(policy.PAGE), "connect-src": "'self'"}


def test_the_editor_connects_to_its_repository_only() -> None:
    page = directives(policy.editor("https://git.example/api/v1/"))
    assert page == {**directives(policy.PAGE), "connect-src": "https://git.example/api/v1/"}
    assert policy.editor(None) == policy.PAGE
