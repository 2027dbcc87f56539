"""Everything but books needs only Python and its packages: no module, call or fork that Windows does not have."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from generator.commands.cli import main

HERE = Path(__file__).parent
DESK = {**os.environ, "PYTHONPATH": str(HERE / "fixtures" / "desk"), "PYTHONUTF8": "0", "LANG": "C.UTF-8"}
GENERATOR = HERE.parent / "generator"
PROGRAM = "from generator.commands.cli import main; main()"


def portal(project: Path, *order: str) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, *order], cwd=project, env=DESK, check=True)


def test_every_module_can_be_loaded_without_posix() -> None:
    """But for the engine of books, which needs libraries of the system that the manual names."""
    found = [".".join(path.relative_to(HERE.parent).with_suffix("").parts) for path in GENERATOR.rglob("*.py")]
    wanted = ", ".join(name.removesuffix(".__init__") for name in found if ".engine" not in name)
    subprocess.run([sys.executable, "-c", f"import {wanted}"], cwd=HERE.parent, env=DESK, check=True)


def test_a_site_built_without_posix_is_the_same(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(HERE / "fixtures" / "minimal", project)
    portal(project, "check")
    portal(project, "build", "--no-handbooks")
    other = ["--root", str(project), "--out", str(project / "other")]
    assert CliRunner().invoke(main, ["build", "--no-handbooks", *other]).exit_code == 0
    assert {path.name: path.read_bytes() for path in (project / "site").rglob("*.*") if path.is_file()} == {
        path.name: path.read_bytes() for path in (project / "other").rglob("*.*") if path.is_file()
    }
