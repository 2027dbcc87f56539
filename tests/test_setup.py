"""Installation: what is missing is named with its remedy, what is there is left alone, what is locked is whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-mutate.txt", "requirements-audit.txt")


def run(folder: Path, goal: str, path: str = "", **fakes: str) -> subprocess.CompletedProcess[str]:
    """The system part of the set-up, with some commands replaced by others."""
    for name, script in fakes.items():
        command = folder / name.replace("_", "-")
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
    environment = {**os.environ, "PATH": path or f"{folder}:{os.environ['PATH']}"}
    command_line = [str(ROOT / "scripts/setup.sh"), goal, "--system-only"]
    return subprocess.run(command_line, env=environment, capture_output=True, text=True, check=False)


def test_missing_packages_are_named_with_the_command(tmp_path: Path) -> None:
    done = run(tmp_path, "site", dpkg_query="exit 1", id="echo 1000")
    assert done.returncode == 1
    assert "请先运行下面这条命令" in done.stderr
    assert "sudo apt-get update && sudo apt-get install --yes --no-install-recommends git libpango-1.0-0" in done.stderr


def test_root_installs_them_once(tmp_path: Path) -> None:
    done = run(tmp_path, "site", dpkg_query="exit 1", id="echo 0", apt_get=f'echo "$@" >>{tmp_path}/log')
    assert done.returncode == 0
    calls = (tmp_path / "log").read_text().splitlines()
    assert [call.split()[1] for call in calls] == ["update", "install"]
    assert {"fonts-noto-cjk", "fonts-noto-core", "fonts-hanazono", "fonts-babelstone-han"} <= set(calls[1].split())


@pytest.mark.parametrize("goal", ["site", "lint", "test", "mutate", "audit"])
def test_nothing_to_do_is_quiet(tmp_path: Path, goal: str) -> None:
    done = run(tmp_path, goal, dpkg_query="printf installed", chromium="true", apt_get="exit 9", id="echo 1000")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("browser", ["chromium-headless-shell", "chromium"])
def test_the_lighter_browser_is_taken_where_there_is_one(tmp_path: Path, browser: str) -> None:
    for tool in ("sh", "dirname", "grep"):
        (tmp_path / tool).symlink_to(shutil.which(tool) or "")
    fakes = {
        "dpkg_query": "printf installed",
        "apt_cache": f"[ $2 != {browser} ] || echo '  Candidate: 1.0'",
        "apt_get": f'echo "$@" >>{tmp_path}/log',
        "id": "echo 0",
        "python3": "",
    }
    assert run(tmp_path, "test", str(tmp_path), **fakes).returncode == 0
    assert (tmp_path / "log").read_text().split()[-1] == browser


def test_old_python_is_refused(tmp_path: Path) -> None:
    old = dict.fromkeys(("python3", "python3.13", "python3.12", "python3.11"), "exit 1")
    done = run(tmp_path, "site", **old)
    assert done.returncode == 1
    assert "需要 Python 3.11 或更高版本" in done.stderr


def test_unknown_goal(tmp_path: Path) -> None:
    assert run(tmp_path, "everything").returncode == 2


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_a_hash_for_everything_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    for requirement in re.split(r"\n(?=[a-z])", text)[1:]:
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", requirement)
        assert "--hash=sha256:" in requirement


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"]
    wanted = {
        "requirements.txt": [*project["project"]["dependencies"], *project["build-system"]["requires"]],
        "requirements-dev.txt": [*project["project"]["dependencies"], *extras["test"], *extras["dev"]],
        "requirements-mutate.txt": [*extras["test"], *project["dependency-groups"]["mutate"]],
        "requirements-audit.txt": project["dependency-groups"]["audit"],
    }
    for lock, asked in wanted.items():
        locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(), re.MULTILINE))
        names = {re.split(r"[<>=]", one)[0].lower().replace("_", "-") for one in asked}
        assert names <= locked


def test_development_runs_what_is_published() -> None:
    """Both locks name the same versions."""
    run_lock, dev_lock = (set(re.findall(r"^[a-z].*", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS[:2])
    assert run_lock <= dev_lock
