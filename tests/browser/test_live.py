"""`portal serve` as an editor uses it: pages keep up with what is written, and mistakes never empty them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
ABOUT = "content/alpha/2026/pages/about.md"
OTHER = "branches/beta/branch.yml"
LATER = "content/alpha/2026/notices/2026-06-01-later.md"


class Preview:
    """A running `portal serve`."""

    def __init__(self, project: Path, log: Path, *options: str) -> None:
        self.project = project
        self._log = log
        code = "from generator.commands.cli import main; main()"
        serve = ["serve", "--root", str(project), "--port", "0", "--as-of", "2026-09-01", *options]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code, *serve], stdout=out, stderr=subprocess.STDOUT, env=env, cwd=project
            )

    @property
    def told(self) -> str:
        """What stands on the terminal."""
        return self._log.read_text("utf-8")

    @property
    def address(self) -> str:
        """Where it serves."""
        wait_for(lambda: "预览地址" in self.told or self.process.poll() is not None)
        return re.findall(r"预览地址：(http://127\.0\.0\.1:\d+/)", self.told)[0]

    def ask(self, path: str) -> tuple[int, str]:
        connection = HTTPConnection(self.address.split("/")[2], timeout=30)
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()

    def change(self, old: str, new: str, name: str = ABOUT) -> None:
        path = self.project / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def wait_for(true: Callable[[], bool], seconds: float = 60) -> None:
    """Until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def previewed(project: Path, log: Path, *options: str) -> Iterator[Preview]:
    preview = Preview(project, log, *options)
    try:
        yield preview
    finally:
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=10) == 0, preview.told
        assert "Traceback" not in preview.told


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What the browser complains of; nothing, but for pages that are not there."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [each for each in said if "404 (Not Found)" not in each] == []


@pytest.mark.usefixtures("said")
def test_pages_keep_up_and_survive_mistakes(project: Path, tmp_path: Path, page: Page) -> None:
    with previewed(project, tmp_path / "log") as preview:
        page.goto(f"{preview.address}alpha/2026/about/")
        main = page.locator("main")
        preview.change("这是虚构的比赛", "这是改过的比赛")
        expect(main).to_contain_text("这是改过的比赛")

        preview.change("title: 关于大赛", "title: 关于: 大赛")
        problems = page.get_by_role("alert", name="内容有错误")
        expect(problems).to_contain_text("内容有 1 处错误")
        expect(problems.get_by_role("link")).to_have_text(re.compile(rf"{ABOUT}:2:\d+"))
        expect(problems.get_by_role("link")).to_have_attribute("href", re.compile(rf"^vscode://file/.*/{ABOUT}:2:\d+$"))
        expect(problems).to_contain_text("提示：")
        expect(main).to_contain_text("这是改过的比赛")
        assert "错误[yaml-syntax]" in preview.told
        page.reload()
        expect(main).to_contain_text("这是改过的比赛")
        expect(problems).to_be_visible()
        page.goto(f"{preview.address}beta/")
        expect(problems).to_have_count(0)

        page.goto(f"{preview.address}alpha/2026/about/")
        preview.change("title: 关于: 大赛", "title: 关于改好的大赛")
        expect(page.get_by_role("heading", level=1)).to_have_text("关于改好的大赛")
        expect(problems).to_have_count(0)

        page.goto(f"{preview.address}nowhere/at/all")
        expect(page.get_by_text("页面不存在或已经移走")).to_be_visible()
        assert page.evaluate("document.styleSheets.length") == 1


@pytest.mark.usefixtures("said")
def test_what_is_not_finished_is_shown_with_a_note_that_is_in_nobodys_way(
    project: Path, tmp_path: Path, page: Page
) -> None:
    with previewed(project, tmp_path / "log") as preview:
        page.goto(f"{preview.address}alpha/2026/about/")
        preview.change("这是虚构的比赛", "待补充：这是什么比赛")
        expect(page.locator("main")).to_contain_text("待补充：这是什么比赛")
        note = page.get_by_role("status", name="内容没有写完")
        expect(note).to_contain_text("还有 1 处没有写完")
        expect(note.get_by_role("link")).to_be_hidden()
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.usefixtures("said")
def test_only_what_changed_is_loaded_again(project: Path, tmp_path: Path, page: Page) -> None:
    """A page whose text stays is not touched by edits of others; a style sheet is exchanged in place."""
    (project / "templates").unlink()
    shutil.copytree(ROOT / "templates", project / "templates")
    with previewed(project, tmp_path / "log") as preview:
        page.goto(f"{preview.address}alpha/2026/timeline/")
        page.evaluate("window.kept = true; scrollTo(0, 50)")
        preview.change("这是虚构的比赛", "这是改过的比赛")
        wait_for(lambda: "这是改过的比赛" in preview.ask("/alpha/2026/about/")[1])
        sheet = next((project / "templates/shell/assets/css").glob("*.css"))
        sheet.write_text(sheet.read_text("utf-8") + "\nmain h1 { letter-spacing: 7px }\n", "utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_css("letter-spacing", "7px")
        assert page.evaluate("window.kept") is True
        preview.change("{{", "<i id=edited></i>{{", "templates/portal/timeline.html")
        expect(page.locator("#edited").first).to_be_attached()
        assert page.evaluate("window.kept") is None


@pytest.mark.usefixtures("said")
def test_lists_and_search_keep_up(project: Path, tmp_path: Path, page: Page) -> None:
    case = next((project / "content").glob("alpha/2026/cases/*/index.md"))
    with previewed(project, tmp_path / "log") as preview:
        preview.change("title: ", "title: 独此一家", case.relative_to(project).as_posix())
        for address in ("alpha/2026/cases/", "alpha/search/?q=独此一家"):
            page.goto(f"{preview.address}{address}")
            expect(page.locator("main")).to_contain_text("独此一家")
        page.goto(f"{preview.address}alpha/search/?q=举世无双")
        expect(page.locator("main")).to_contain_text("没有找到")
        preview.change("title: 独此一家", "title: 举世无双", case.relative_to(project).as_posix())
        expect(page.locator("main mark").first).to_have_text("举世无双")


@pytest.mark.usefixtures("said")
def test_a_mistake_at_the_start_is_shown_and_stops_no_other_portal(project: Path, tmp_path: Path, page: Page) -> None:
    text = (project / ABOUT).read_text("utf-8")
    (project / ABOUT).write_text(text.replace("title: 关于大赛", "title: 关于: 大赛"), "utf-8")
    with previewed(project, tmp_path / "log", "alpha") as preview:
        assert preview.ask("/alpha/2026/about/")[0] == 503
        assert preview.ask("/beta/")[0] == 200
        assert "上一次" not in preview.told, "there was none"
        preview.change("title: 关于: 大赛", "title: 关于大赛")
        wait_for(lambda: preview.ask("/alpha/2026/about/")[0] == 200)
        page.goto(f"{preview.address}alpha/2026/about/")
        expect(page.locator("main")).to_contain_text("这是虚构的比赛")


def test_drafts_and_what_is_not_public_yet(project: Path, tmp_path: Path) -> None:
    front = "---\ntitle: 以后的通知\ndate: 2026-06-01\n"
    (project / LATER).write_text(f"{front}publish_at: 2026-10-01\n---\n尚未公布。\n", "utf-8")
    draft = project / LATER.replace("later", "draft")
    draft.write_text(f"{front}draft: true\n---\n还没写完。\n".replace("以后", "草拟"), "utf-8")
    with previewed(project, tmp_path / "log", "--as-of", "2026-09-30") as preview:
        assert [preview.ask(f"/alpha/2026/notices/{name}/")[0] for name in ("later", "draft")] == [404, 404]
        listed = preview.ask("/alpha/2026/notices/")[1]
        assert ("以后的通知" in listed, "草拟的通知" in listed) == (False, False)
    with previewed(project, tmp_path / "log", "--drafts", "--as-of", "2026-10-01") as preview:
        assert [preview.ask(f"/alpha/2026/notices/{name}/")[0] for name in ("later", "draft")] == [200, 200]


@pytest.mark.usefixtures("said")
def test_the_page_that_is_edited_is_followed(project: Path, tmp_path: Path, page: Page) -> None:
    with previewed(project, tmp_path / "log", "alpha", "--follow") as preview:
        page.goto(f"{preview.address}alpha/")
        preview.change("这是虚构的比赛", "这是改过的比赛")
        expect(page.locator("main")).to_contain_text("这是改过的比赛")
        assert page.url == f"{preview.address}alpha/2026/about/index.html"


def test_files_come_and_go(project: Path, tmp_path: Path) -> None:
    """By rename as some editors save, a thousand at once as git does, half-written, deleted with their folder."""
    notices = project / "content/alpha/2026/notices"
    with previewed(project, tmp_path / "log") as preview:
        assert preview.ask("/alpha/2026/about/")[0] == 200
        beside = project / f"{ABOUT}.tmp"
        beside.write_text((project / ABOUT).read_text("utf-8").replace("虚构的比赛", "换名保存的比赛"), "utf-8")
        beside.rename(project / ABOUT)
        wait_for(lambda: "换名保存的比赛" in preview.ask("/alpha/2026/about/")[1])

        for number in range(1000):
            text = f"---\ntitle: 通知{number}\ndate: 2026-06-01\n---\n第{number}则。\n"
            (notices / f"2026-06-01-n{number}.md").write_text(text, "utf-8")
        wait_for(lambda: preview.ask("/alpha/2026/notices/n999/")[0] == 200)
        with (notices / "2026-06-01-n999.md").open("w", encoding="utf-8") as half:
            half.write("---\ntitle: 写了一")
            half.flush()
            wait_for(lambda: "2026-06-01-n999.md" in preview.told)
            assert "第999则" in preview.ask("/alpha/2026/notices/n999/")[1]
            half.write("半\ndate: 2026-06-01\n---\n另外一半。\n")
        wait_for(lambda: "另外一半" in preview.ask("/alpha/2026/notices/n999/")[1])
        (notices / "2026-06-01-n998.md").rename(notices / "2026-06-01-renamed.md")
        wait_for(lambda: preview.ask("/alpha/2026/notices/renamed/")[0] == 200)
        assert preview.ask("/alpha/2026/notices/n998/")[0] == 404
        shutil.rmtree(notices)
        wait_for(lambda: preview.ask("/alpha/2026/notices/renamed/")[0] == 404)
        (project / "content").rename(project / "elsewhere")
        wait_for(lambda: "缺少这个文件" in preview.told or "content" in preview.told)
        assert preview.ask("/alpha/2026/about/")[0] == 200, "what was last right"
        (project / "elsewhere").rename(project / "content")
        preview.change("换名保存的比赛", "回来了的比赛")
        wait_for(lambda: "回来了的比赛" in preview.ask("/alpha/2026/about/")[1])


def test_a_template_in_the_making_is_told_in_the_browser(project: Path, tmp_path: Path) -> None:
    (project / "templates").unlink()
    shutil.copytree(ROOT / "templates", project / "templates")
    with previewed(project, tmp_path / "log") as preview:
        preview.change("{{", "{{ nothing.at.all }}{{", "templates/portal/timeline.html")
        wait_for(lambda: preview.ask("/alpha/2026/timeline/")[0] == 500)
        assert "nothing" in preview.ask("/alpha/2026/timeline/")[1]
        assert preview.ask("/alpha/2026/about/")[0] == 200
        preview.change("{{ nothing.at.all }}", "", "templates/portal/timeline.html")
        wait_for(lambda: preview.ask("/alpha/2026/timeline/")[0] == 200)
