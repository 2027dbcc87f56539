"""The wheel holds the whole program with its templates, and makes sites of a project that has nothing but content."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling import build

from generator.start.growing import MANUALS

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.xdist_group("wheel")  # it is made once a run

PROGRAM = """
import generator
assert "installed" in generator.__file__
from generator.commands.cli import main
main()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)  # build back ends work in the project's folder
        return folder / build.build_wheel(str(folder))


def files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"}


def test_every_file_of_the_package_and_every_template_is_in_it(wheel: Path) -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in files_of(ROOT / "generator")}
    kept |= {f"generator/{path.relative_to(ROOT).as_posix()}" for path in files_of(ROOT / "templates")}
    kept |= {f"generator/docs/{name}" for name in MANUALS}
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == kept
    assert {"generator/handbook/page/coated.icc", "generator/templates/portal/home.html"} <= packed


def test_commands_and_the_plugin_are_found(wheel: Path) -> None:
    opened = ZipFile(wheel)
    (name,) = [name for name in opened.namelist() if name.endswith("entry_points.txt")]
    points = opened.read(name).decode().replace(" ", "")
    assert "portal=generator.commands.cli:main" in points
    assert "contest-portal=generator.plugin:PortalPlugin" in points


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which the installed program is found."""
    folder = tmp_path_factory.mktemp("on") / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*pip, str(wheel)], check=True)
    return {**os.environ, "PYTHONPATH": str(folder)}


def test_an_installed_program_begins_a_project_in_an_empty_folder(installed: dict[str, str], tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    branch = ["new", "branch", "hubei", "--name", "湖北", "--year", "2026"]
    for order in (["new", "project", "知行大赛"], branch, ["new", "track", "hubei", "2026", "城市治理"]):
        subprocess.run([sys.executable, "-c", PROGRAM, *order], cwd=project, env=installed, check=True)
    assert (project / "content/hubei/2026/tracks/01-urban-governance.md").is_file()
    assert all((project / "docs" / name).is_file() for name in MANUALS)


def test_an_installed_program_needs_no_templates_of_a_project_but_takes_them(
    installed: dict[str, str], tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "fixtures" / "minimal", project)
    own = project / "templates" / "portal" / "404.html"
    own.parent.mkdir(parents=True)
    own.write_text("<!doctype html><title>自己的模板</title>", "utf-8")
    for order in (["build", "--no-handbooks"], ["print", "checklist", "alpha", "2026", "--out", "printed"]):
        subprocess.run([sys.executable, "-c", PROGRAM, *order], cwd=project, env=installed, check=True)
    assert "自己的模板" in (project / "site" / "alpha" / "404.html").read_text("utf-8")
    assert "青岭" in (project / "site" / "alpha" / "index.html").read_text("utf-8")
    assert list((project / "printed").rglob("*.pdf"))
