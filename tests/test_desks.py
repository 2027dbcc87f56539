"""Everything but books needs only Python and its packages: no module, call or fork that Windows does not have."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands.cli import main
from generator.intake import office
from generator.machine.faults import is_of_the_machine, words
from generator.machine.paths import name_in, unlink

HERE = Path(__file__).parent
PATH = os.pathsep.join(map(str, (HERE / "fixtures" / "desk", HERE.parent)))
DESK = {**os.environ, "PYTHONPATH": PATH, "PYTHONUTF8": "0", "LANG": "C.UTF-8"}
GENERATOR = HERE.parent / "generator"
PROGRAM = "from generator.commands.cli import main; main()"


def portal(project: Path, *order: str) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, *order], cwd=project, env=DESK, check=True)


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


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
    assert files(project / "site") == files(project / "other")


def test_paths_of_windows_are_told_with_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Manifests, links and messages name files the same way on every desk."""
    monkeypatch.setattr(os, "sep", "\\")
    assert name_in("C:\\大赛\\site", "C:\\大赛\\site\\demo\\2026/index.html") == "demo/2026/index.html"
    assert name_in("C:\\大赛\\site", "C:\\大赛\\site") == ""


@pytest.mark.parametrize(
    ("letters", "written"), [("cp1252", "utf-8"), ("ascii", "utf-8"), ("gbk", "gbk"), ("utf-8", "utf-8")]
)
def test_what_is_no_window_is_told_in_chinese(tmp_path: Path, letters: str, written: str) -> None:
    """A pipeline on an English Windows has no letters for it; a Chinese one lacks some."""
    page = tmp_path / "content" / "contest.yml"
    page.parent.mkdir()
    page.write_text("name: 大赛\nʘ: 1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check"],
        check=False,
        cwd=tmp_path,
        env={**DESK, "PYTHONIOENCODING": letters},
        capture_output=True,
    )
    assert "不认识的键 `" + ("?" if written == "gbk" else "ʘ") in done.stdout.decode(written)
    assert done.returncode == 1


def test_a_file_that_excel_holds_on_windows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens it is told no more than of a right that is missing."""
    error = PermissionError(13, "Permission denied")
    assert words(error) == "没有权限"
    monkeypatch.setattr(os, "name", "nt")
    told = words(error)
    monkeypatch.undo()  # pathlib asks for it, too
    assert told == "没有权限，或者文件正在别的程序（如 Excel）里打开着"


def test_a_path_that_is_too_long_for_windows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that it is not there, which where files are written would be a bug of ours."""
    missing, deep = (FileNotFoundError(2, "No such file or directory", f"/大赛/{name}") for name in ("a", "a" * 250))
    assert [is_of_the_machine(error) for error in (missing, deep)] == [False, False]
    monkeypatch.setattr(os, "name", "nt")
    found = [(is_of_the_machine(error), words(error)) for error in (missing, deep)]
    monkeypatch.undo()
    assert found == [(False, "它不存在"), (True, "路径太长，把项目移到层数少、名字短的目录里")]


def test_files_that_are_marked_as_read_only_go_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who copied a site with that mark could never build it again."""
    marked, remove = tmp_path / "index.html", os.unlink
    marked.touch(0o400)

    def kept(path: Path) -> None:
        if not os.stat(path).st_mode & stat.S_IWRITE:  # noqa: PTH116 - `Path` asks for the system, too
            raise PermissionError(13, "Permission denied", str(path))
        remove(path)

    monkeypatch.setattr(os, "unlink", kept)
    with pytest.raises(PermissionError):
        unlink(marked)
    monkeypatch.setattr(os, "name", "nt")
    unlink(marked)
    monkeypatch.undo()
    assert not marked.exists()


def test_libreoffice_is_found_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its installers for Windows and macOS do not put it where programs are looked for."""
    for place in (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ):
        monkeypatch.setattr(os.path, "expandvars", lambda path: path.replace("%ProgramFiles%", r"C:\Program Files"))
        monkeypatch.setattr(shutil, "which", {place: place}.get)
        assert office.program() == place
