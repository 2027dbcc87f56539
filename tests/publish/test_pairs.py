"""Two builds at once, of other days and into other places: neither sees anything of the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import whole

BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 5)
CANARY = "zqx7canary"


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a picture that becomes public between the two days; both days have been built once."""
    made = whole.lay(tmp_path_factory.mktemp("pairs") / "contest")
    case = made / "content/alpha/2026/cases/night-bus"
    text = (case / "index.md").read_text("utf-8")
    text = text.replace("publish_at: 2026-08-20", "publish_at: 2026-10-02").replace("夜班车", f"夜班车{CANARY}")
    (case / "index.md").write_text(text, "utf-8")
    for day in (BEFORE, AFTER):
        whole.make(made, day, made.parent / f"alone-{day}")
    return made


def test_a_build_at_every_step_of_another(contest: Path, tmp_path: Path) -> None:
    """Where the public build stands between two steps, the build of a later day runs from its beginning to its end."""
    steps: list[str] = []

    def meanwhile(step: str, done: int, _total: int) -> None:
        if done == 0 and step != "读取内容":
            whole.make(contest, AFTER, tmp_path / "later")
            steps.append(step)

    whole.make(contest, BEFORE, tmp_path / "public", progress=meanwhile)
    assert steps == ["排印手册", "生成网页", "导出数据", "核对链接", "发布"]
    public, later = whole.contents(tmp_path / "public"), whole.contents(tmp_path / "later")
    assert public == whole.contents(contest.parent / f"alone-{BEFORE}")
    assert later == whole.contents(contest.parent / f"alone-{AFTER}")
    assert not any(CANARY.encode() in data or CANARY in name for name, data in public.items())
    assert any(CANARY.encode() in data for data in later.values()), "the canary would have been seen"
