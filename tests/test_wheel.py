"""The wheel holds the whole program: every file of the package, data included, and its entry points."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from flit_core import buildapi

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)  # build back ends work in the project's folder
        name = buildapi.build_wheel(str(folder))
    return ZipFile(folder / name)


def test_every_file_of_the_package_is_in_it(wheel: ZipFile) -> None:
    kept = {path for path in (ROOT / "generator").rglob("*") if path.is_file() and path.parent.name != "__pycache__"}
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert packed == {path.relative_to(ROOT).as_posix() for path in kept}
    assert "generator/handbook/page/coated.icc" in packed


def test_templates_and_content_are_not(wheel: ZipFile) -> None:
    """They belong to a project, which the commands find by `--root`."""
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"generator", "contest_portal"}


def test_commands_and_the_plugin_are_found(wheel: ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    points = wheel.read(name).decode()
    assert "portal=generator.commands.cli:main" in points
    assert "contest-portal=generator.plugin:PortalPlugin" in points
