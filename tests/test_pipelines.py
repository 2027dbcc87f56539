"""The commands of the pipelines that build in parts, run here one job after the other as their runners would.

What a runner does besides commands is played: a fresh checkout for each job, caches, files that go from job to job.
Each run must give what a build from nothing gives, and make only the parts that an edit touches.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from generator.commands.cli import main
from generator.commands.terminal import now
from generator.publish import Request
from generator.publish.build import build
from tests import whole

ROOT = Path(__file__).parents[1]
URL = "https://contest.example/"
PORTAL = f"""#!{sys.executable} -SE
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as asked:
    asked.connect(os.environ["PORTAL_SERVER"])
    order = json.dumps([os.getcwd(), dict(os.environ), sys.argv[1:]]) + "\\n"
    socket.send_fds(asked, [order.encode()], [0, 1, 2])
    sys.exit(asked.recv(1)[0])
"""
"""The command of a checkout: it is run by a process that has loaded the program, which takes longer than to run it."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where commands are run, each in a process of its own."""
    address = str(tmp_path_factory.mktemp("portal") / "server")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        listener.settimeout(600)  # whatever becomes of the tests
        if not (process := os.fork()):
            try:
                _serve(listener)
            finally:
                os._exit(1)
    yield address
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _serve(listener: socket.socket) -> NoReturn:
    while True:
        asked, _ = listener.accept()
        order, streams, *_ = socket.recv_fds(asked, 1 << 16, 3)
        while not order.endswith(b"\n"):
            order += asked.recv(1 << 16)
        if not (process := os.fork()):
            os._exit(_run(*json.loads(order), streams))
        asked.send(bytes([os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])]))
        for each in (asked.detach(), *streams):
            os.close(each)


def _run(here: str, told: dict[str, str], arguments: list[str], streams: list[int]) -> int:
    """The command in this process, which is for nothing else; without books. Gives its exit code."""
    for own, given in enumerate(streams):
        os.dup2(given, own)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
    os.chdir(here)
    os.environ.clear()
    os.environ.update(told)
    try:
        main([*arguments, *["--no-handbooks"] * (arguments[0] != "check")], "portal")
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - whoever asked is told
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else bool(code)


class Runner:
    """Runs the commands of jobs. `kept` is what caches and artifacts hold, by a name."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self.kept, self.jobs, self.server = folder, folder / "kept", 0, server
        self.project = whole.lay(folder / "project")
        shutil.copy(ROOT / "Makefile", self.project)
        for name, text in (("scripts/setup.sh", "#!/bin/sh\n"), (".venv/bin/portal", PORTAL)):
            path = self.project / name
            path.parent.mkdir(parents=True)
            path.write_text(text, "utf-8")
            path.chmod(0o755)

    def start(self) -> Path:
        """A fresh checkout."""
        self.jobs += 1
        return Path(shutil.copytree(self.project, self.folder / f"job-{self.jobs}", symlinks=True))

    def restore(self, name: str, here: Path, folders: Iterable[str]) -> None:
        for folder in folders:
            if (self.kept / name / folder).exists():
                shutil.copytree(self.kept / name / folder, here / folder, dirs_exist_ok=True)

    def save(self, name: str, here: Path, folders: Iterable[str]) -> None:
        shutil.rmtree(self.kept / name, ignore_errors=True)
        self.add(name, here, folders)

    def add(self, name: str, here: Path, folders: Iterable[str]) -> None:
        for folder in folders:
            shutil.copytree(here / folder, self.kept / name / folder, dirs_exist_ok=True)

    def run(self, here: Path, command: str, told: Mapping[str, str]) -> None:
        shell = ["bash", "-eo", "pipefail", "-c", command]
        environment = _quiet() | told | {"PORTAL_SERVER": self.server}
        done = subprocess.run(shell, cwd=here, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def _quiet() -> dict[str, str]:
    """The environment without what `make test` gives on: a make within a make says where it is."""
    return {name: text for name, text in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}


def github(runner: Runner, scheduled: bool) -> tuple[list[str], Path]:
    """One run of the workflow: the branches that were made, and the site."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/pages-matrix.yml").read_text("utf-8"))["jobs"]
    values = {
        "steps.pages.outputs.base_url": URL.rstrip("/"),
        "github.event_name == 'schedule' && '--verify-cache=all' || ''": "--verify-cache=all" if scheduled else "",
    }

    def do(job: str, here: Path) -> None:
        output = here / "output"
        for step in jobs[job]["steps"]:
            if "run" in step and not step["run"].startswith("sudo"):
                told = {name: _filled(text, values) for name, text in step.get("env", {}).items()}
                runner.run(here, step["run"], told | {"GITHUB_OUTPUT": str(output)})
        said = [line.split("=", 1) for line in output.read_text("utf-8").splitlines()] if output.exists() else []
        values.update({f"steps.{job}.outputs.{name}": text for name, text in said})

    plan = runner.start()
    runner.restore("parts", plan, [] if scheduled else ["parts"])
    do("plan", plan)
    values.update(
        {f"needs.plan.outputs.{name}": _filled(text, values) for name, text in jobs["plan"]["outputs"].items()}
    )
    branches = json.loads(values["needs.plan.outputs.branches"])
    shutil.rmtree(runner.kept / "artifacts", ignore_errors=True)
    for branch in branches:
        values["matrix.branch"] = branch
        part = runner.start()
        runner.restore(f"part-{branch}", part, [".cache", "made"])
        do("part", part)
        runner.save(f"part-{branch}", part, [".cache", "made"])
        runner.add("artifacts", part, ["made"])
    join = runner.start()
    runner.restore("parts", join, [] if scheduled else ["parts"])
    runner.restore("artifacts", join, ["made"])
    do("join", join)
    runner.save("parts", join, ["parts"])
    return branches, join / "site"


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: values[found[1]], text)


def gitlab(runner: Runner, scheduled: bool) -> tuple[list[str], Path]:
    """One pipeline and its child: the branches that were made, and the site."""
    parent = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    told = {"PORTAL_SITE_URL": URL, "CI_PIPELINE_SOURCE": "schedule" if scheduled else "push"}
    plan = runner.start()
    runner.restore("parts", plan, parent["plan"]["cache"]["paths"])
    runner.run(plan, "\n".join(parent["plan"]["script"]), told)
    (trigger,) = parent["publish"]["trigger"]["include"]
    assert trigger == {"artifact": parent["plan"]["artifacts"]["paths"][0], "job": "plan"}
    child = yaml.safe_load((plan / trigger["artifact"]).read_text("utf-8"))
    (included,) = child["include"]
    jobs = yaml.safe_load((ROOT / included["local"]).read_text("utf-8"))
    told |= child["variables"]
    branches = _matrix(child)
    shutil.rmtree(runner.kept / "artifacts", ignore_errors=True)
    for branch in branches:
        job, name = jobs[child["part"]["extends"]], f"part-{branch}"
        assert job["cache"]["key"]["prefix"] == "part-$BRANCH"
        part = runner.start()
        runner.restore(name, part, job["cache"]["paths"])
        runner.run(part, "\n".join(job["script"]), told | {"BRANCH": branch})
        runner.save(name, part, job["cache"]["paths"])
        runner.add("artifacts", part, job["artifacts"]["paths"])
    pages = runner.start()
    runner.restore("parts", pages, jobs["pages"]["cache"]["paths"])
    runner.restore("artifacts", pages, ["made"])
    runner.run(pages, "\n".join(jobs["pages"]["script"]), told)
    runner.save("parts", pages, jobs["pages"]["cache"]["paths"])
    return branches, pages / jobs["pages"]["artifacts"]["paths"][0]


def _matrix(child: dict[str, Any]) -> list[str]:
    if "part" not in child:
        return []
    (row,) = child["part"]["parallel"]["matrix"]
    return list(row["BRANCH"])


@pytest.mark.parametrize("pipeline", [github, gitlab])
def test_only_what_is_touched_is_made_and_the_site_is_that_of_one_machine(
    tmp_path: Path, server: str, pipeline: Callable[[Runner, bool], tuple[list[str], Path]]
) -> None:
    runner = Runner(tmp_path, server)
    page = runner.project / "content/alpha/2026/pages/about.md"
    for scheduled, touched in ((True, ["alpha", "beta"]), (False, []), (False, ["alpha"])):
        if touched == ["alpha"]:
            page.write_text(page.read_text("utf-8") + "\n\n又写了一段。\n", "utf-8")
        day = now()
        branches, site = pipeline(runner, scheduled)
        expected = build(Request(runner.project, tmp_path / "whole", day, URL, handbooks=False))
        assert expected.published
        assert branches == touched
        assert whole.contents(site) == whole.contents(tmp_path / "whole")
