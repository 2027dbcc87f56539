"""Stand-ins for the REST APIs of GitHub, GitLab, Gitea and Gitee, over files in memory: what the editor page asks.

They refuse as the real ones do: without the token, for a version that is not the present one, for a file that exists.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "secret-token"
BRANCH = "content/2026"
PROJECT = "office/portal"
AUTHORISATION = {
    "github": f"Bearer {TOKEN}",
    "gitlab": f"Bearer {TOKEN}",
    "gitea": f"token {TOKEN}",
    "gitee": f"token {TOKEN}",
}


class Refused(Exception):
    """What the API answers instead: the status."""


class Forge:
    """A repository of one kind."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.files: dict[str, bytes] = {}
        self.messages: list[str] = []
        self.asked: list[str] = []
        self.refuses = 0
        """The status of the next answer to a change, if it is not to be made."""

    def answer(self, method: str, target: str, body: Any) -> Any:
        """The answer to a request; raises `Refused`."""
        path, query = urlsplit(target).path, {name: each[0] for name, each in parse_qs(urlsplit(target).query).items()}
        if method != "GET" and self.refuses:
            self.refuses, status = 0, self.refuses
            raise Refused(status)
        return (self._gitlab if self.kind == "gitlab" else self._github)(method, path, query, body)

    def _github(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        version = {"github": "v3", "gitea": "v1", "gitee": "v5"}[self.kind]
        base = f"/api/{version}/repos/{PROJECT}"
        path = unquote(_below(base, path))
        if path.startswith("/git/trees/"):
            assert path.removeprefix("/git/trees/") == BRANCH
            return self._tree(int(query["page"]) if self.kind == "gitea" else 1)
        name = path.removeprefix("/contents").removeprefix("/")
        if method == "GET":
            assert query["ref"] == BRANCH
            content = self._found(name)
            return {"sha": sha(content), "encoding": "base64", "content": _lines(content)}
        assert body["branch"] == BRANCH
        changes = body["files"] if self.kind == "gitea" else [{"path": name, **body}]
        is_new = self.kind == "gitee" and "sha" not in body
        assert method == ("POST" if self.kind == "gitea" or is_new else "PUT")
        for each in changes:
            self._expect(each["path"], each.get("sha"), 422 if self.kind == "gitea" else 409)
        self._commit(body["message"], {each["path"]: each["content"] for each in changes})
        return {}

    def _tree(self, page: int) -> Any:
        names = sorted(self.files)
        size = 10 if self.kind == "gitea" else len(names)  # as a server that gives less than it is asked for
        part = [{"path": name, "type": "blob"} for name in names[(page - 1) * size : page * size]]
        return {"tree": part, "truncated": False, "total_count": len(names)}

    def _gitlab(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        path = _below(f"/api/v4/projects/{PROJECT.replace('/', '%2F')}/repository", path)
        if path == "/tree":
            names = [name for name in sorted(self.files) if name.startswith(query["path"] + "/")]
            page, size = int(query["page"]), int(query["per_page"])
            return [{"path": name, "type": "blob"} for name in names[(page - 1) * size : page * size]]
        if method == "GET":
            assert query["ref"] == BRANCH
            content = self._found(unquote(path.removeprefix("/files/")))
            encoded = base64.b64encode(content).decode()
            return {"blob_id": sha(content), "last_commit_id": f"c{sha(content)}", "content": encoded}
        assert (method, path, body["branch"]) == ("POST", "/commits", BRANCH)
        for each in body["actions"]:
            assert (each["action"] == "create") == ("last_commit_id" not in each)
            self._expect(each["file_path"], each.get("last_commit_id", "").removeprefix("c") or None, 400)
        self._commit(body["commit_message"], {each["file_path"]: each["content"] for each in body["actions"]})
        return {}

    def _found(self, name: str) -> bytes:
        if name not in self.files:
            raise Refused(404)
        return self.files[name]

    def _expect(self, name: str, version: str | None, status: int) -> None:
        present = sha(self.files[name]) if name in self.files else None
        if present != version:
            raise Refused(status)

    def _commit(self, message: str, files: dict[str, str]) -> None:
        self.files |= {name: base64.b64decode(content, validate=True) for name, content in files.items()}
        self.messages.append(message)


def _below(base: str, path: str) -> str:
    if not path.startswith(base + "/"):
        raise Refused(404)
    return path.removeprefix(base)


def sha(content: bytes) -> str:
    """What git calls a file of that content."""
    return hashlib.sha1(b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()


def _lines(content: bytes) -> str:
    """As GitHub sends it: Base64 with line breaks."""
    return re.sub(r"(.{60})", r"\1\n", base64.b64encode(content).decode())


@contextmanager
def serving(forge: Forge) -> Iterator[str]:
    """Its address, which is another origin than that of the site."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            forge.asked.append(f"{self.command} {self.path} {body.decode()}")
            try:
                if self.headers.get("Authorization") != AUTHORISATION[forge.kind]:
                    raise Refused(401)
                self._send(200, forge.answer(self.command, self.path, json.loads(body) if body else None))
            except Refused as refused:
                self._send(refused.args[0], {"message": "refused"})

        do_GET = do_PUT = do_POST = _answer  # noqa: N815 - the base class looks for them

        def do_OPTIONS(self) -> None:
            self._send(204, None)

        def _send(self, status: int, answer: Any) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
            self.end_headers()
            if answer is not None:
                self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
