"""The editor page in real Chromium: over a folder and over repositories, and what it makes passes the check."""

from __future__ import annotations

import base64
import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.project import load
from tests import whole
from tests.browser.accessibility import Examiner
from tests.browser.conftest import Quiet
from tests.browser.forges import BRANCH, PROJECT, TOKEN, Forge, serving
from tests.web.markup import findings_live

EDITION = "content/alpha/2026"
NOTICE = f"{EDITION}/notices/2026-06-01-launch.md"
PICTURE = whole.MINIMAL / EDITION / "cases/kiln-heat-map/flow.png"

FILL = """async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, content] of Object.entries(files)) {
        const names = path.split("/");
        let folder = root;
        for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
        const file = await (await folder.getFileHandle(names.pop(), { create: true })).createWritable();
        await file.write(Uint8Array.from(atob(content), (each) => each.charCodeAt(0)));
        await file.close();
    }
}"""
READ = """async () => {
    const found = {};
    const look = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
            if (handle.kind === "directory") { await look(handle, `${path}${name}/`); continue; }
            const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
            found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        }
    };
    await look(await navigator.storage.getDirectory(), "");
    return found;
}"""


@dataclass(frozen=True)
class Desk:
    """The editor page of a contest."""

    page: Page
    contest: Path

    def open(self, path: str) -> None:
        """Open a file from the list."""
        self.page.goto(f"{self.page.url.partition('#')[0]}#{path}")
        expect(self.page.locator(".admin-path")).to_have_text(path)

    def field(self, *path: str | int) -> Locator:
        """The control of a value."""
        return self.page.locator(f"#field-{'-'.join(map(str, path))}")

    def new(self, kind: str, **values: str) -> None:
        """Begin a new file in the edition."""
        self.page.goto(f"{self.page.url.partition('#')[0]}#")
        self.page.get_by_label("种类").select_option(label=kind)
        self.page.get_by_label("届次（分赛/年份）").fill("alpha/2026")
        for name, value in values.items():
            self.page.locator(f"#new-{name}").fill(value)
        self.page.get_by_role("button", name="新建").click()
        expect(self.page.get_by_role("heading", name=f"新建{kind}")).to_be_visible()

    def save(self, said: str = "已保存。") -> None:
        """Save, and be told so."""
        self.page.get_by_role("button", name="保存", exact=True).click()
        expect(self.page.locator("#status")).to_have_text(said)

    def add(self, *path: str) -> None:
        """Add an item to a list, which may be closed."""
        group = self.page.locator("details.admin-group", has=self.page.locator(f"> #field-{'-'.join(path)}"))
        if group.get_attribute("open") is None:
            self.field(*path).click()
        group.locator(".admin-add").last.click()


def files(contest: Path) -> dict[str, bytes]:
    """The content of a contest by path."""
    found = (path for top in ("content", "branches") for path in (contest / top).rglob("*") if path.is_file())
    return {path.relative_to(contest).as_posix(): path.read_bytes() for path in found}


def stored(page: Page) -> dict[str, bytes]:
    """The files of the browser's folder."""
    return {path: base64.b64decode(content) for path, content in page.evaluate(READ).items()}


def lay(contest: Path, now: dict[str, bytes]) -> None:
    """Bring files into the contest."""
    for path, content in now.items():
        (contest / path).parent.mkdir(parents=True, exist_ok=True)
        (contest / path).write_bytes(content)


def errors(contest: Path) -> list[str]:
    """What the program's own check finds."""
    return [each.to_text() for each in load(contest).report.errors]


def changed_lines(before: bytes, after: bytes) -> tuple[set[str], set[str]]:
    """Lines that went, and lines that came."""
    old, new = set(before.decode().splitlines()), set(after.decode().splitlines())
    return old - new, new - old


def made(folder: Path, editor: str) -> Path:
    """A contest with an editor page, and its site."""
    contest = whole.lay(folder)
    with (contest / "content/contest.yml").open("a", encoding="utf-8", newline="\n") as settings:
        settings.write(f"editor:{editor}\n")
    whole.make(contest, handbooks=False)
    return contest


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("editor") / "contest", " {}")


class Opened:
    """A page of a site on a server of its own; fails when a script failed or the policy was violated."""

    def __init__(self, browser: Browser, contest: Path) -> None:
        self.browser, self.contest = browser, contest

    def __enter__(self) -> Desk:
        handler = functools.partial(Quiet, directory=str(self.contest / "site"))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()
        self.context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(10_000)
        page = self.context.new_page()
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self.wrong.append(said.text) if "Security Policy" in said.text else None)
        page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
        page.goto(f"http://127.0.0.1:{self.server.server_port}/admin/index.html")
        return Desk(page, self.contest)

    def __exit__(self, *_: object) -> None:
        self.context.close()
        self.server.shutdown()
        self.server.server_close()
        assert self.wrong == []


@pytest.fixture
def desk(browser: Browser, contest: Path, tmp_path: Path) -> Iterator[Desk]:
    """The page with a copy of the contest open as a folder."""
    with Opened(browser, contest) as opened:
        copy = whole.copied(tmp_path / "contest")
        opened.page.evaluate(FILL, {path: base64.b64encode(each).decode() for path, each in files(copy).items()})
        opened.page.get_by_role("button", name="打开文件夹").click()
        opened.page.wait_for_selector("#filter")
        yield Desk(opened.page, copy)


def test_what_is_only_opened_and_saved_stays(desk: Desk) -> None:
    for path in sorted(files(desk.contest)):
        if path.endswith((".md", ".yml")):
            desk.open(path)
            desk.save("没有改动。")
    assert stored(desk.page) == files(desk.contest)


def test_a_notice_is_made_and_edited(desk: Desk) -> None:
    desk.new("通知", date="2026-07-01", slug="new-venue")
    desk.field("title").fill("决赛地点变更")
    desk.field("summary").fill("决赛改在二号厅。")
    desk.page.get_by_label("正文（Markdown）").fill("决赛改在二号厅，见[赛程](record:timeline)。\n")
    desk.field("draft").uncheck()
    desk.field("demo").check()
    desk.save()
    desk.open(NOTICE)
    desk.field("title").fill("第一届: 启动 #1")
    desk.save()
    now, before = stored(desk.page), files(desk.contest)
    new = f"{EDITION}/notices/2026-07-01-new-venue.md"
    text = now.pop(new).decode()
    assert "date: 2026-07-01  " in text
    assert "# source: 待补充：依据文件" in text
    assert "draft" not in text
    gone, came = changed_lines(before.pop(NOTICE), now.pop(NOTICE))
    assert len(gone) == len(came) == 1
    assert came == {'title: "第一届: 启动 #1"'}
    assert now == before
    lay(desk.contest, stored(desk.page))
    assert errors(desk.contest) == []


def test_a_case_with_a_picture_is_made(desk: Desk) -> None:
    desk.new("案例", slug="tide-table")
    for name, value in {"title": "潮汐表", "track": "clear-water", "award": "优秀奖", "unit": "甲州海洋站"}.items():
        desk.field(name).fill(value)
    desk.field("summary").fill("用验潮站的数据预报潮位。")
    desk.add("metrics")
    desk.field("metrics", 0, "label").fill("准确率")
    desk.field("metrics", 0, "value").fill("99.90")
    desk.add("images")
    desk.page.locator("#field-images-0-file-choose").set_input_files(
        {"name": "潮位 Chart.PNG", "mimeType": "image/png", "buffer": PICTURE.read_bytes()}
    )
    expect(desk.field("images", 0, "file")).to_have_value("chart.png")
    expect(desk.page.locator(".admin-picture img")).to_be_visible()
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.locator(".admin-summary")).to_contain_text("替代文字")
    desk.field("images", 0, "alt").fill("潮位曲线")
    body = desk.page.get_by_label("正文（Markdown）")
    assert body.input_value().count("## ") == 3, "the sections of this edition"
    body.fill(body.input_value().replace("待补充", "正文。"))
    desk.page.get_by_role("button", name="插入图片").click()
    assert "![潮位曲线](chart.png)" in body.input_value()
    desk.field("draft").uncheck()
    desk.field("demo").check()
    desk.save()
    now = stored(desk.page)
    folder = f"{EDITION}/cases/tide-table"
    assert now[f"{folder}/chart.png"] == PICTURE.read_bytes()
    assert 'value: "99.90"' in now[f"{folder}/index.md"].decode()
    lay(desk.contest, now)
    assert errors(desk.contest) == []


def test_a_phase_a_quota_and_entries_are_edited(desk: Desk) -> None:
    before = files(desk.contest)
    desk.open(f"{EDITION}/timeline.yml")
    count = desk.page.locator(".admin-item").count()
    desk.add("phases")
    for name, value in {"id": "roadshow", "name": "路演", "text": "10月中旬", "start": "2026-10-11"}.items():
        desk.field("phases", count, name).fill(value)
    desk.field("phases", count, "end").fill("2026-10-20T17:00")
    desk.field("phases", count, "kind").select_option(label="其他")
    desk.field("phases", count, "approximate").select_option(label="上旬、中旬、下旬")
    desk.save()
    desk.open(f"{EDITION}/awards.yml")
    desk.field("quotas", 3).click()
    quota = desk.field("quotas", 3, "count")
    new = str(int(quota.input_value()) + 1)
    quota.fill(new)
    desk.field("total").fill("8")
    desk.save()
    desk.new("项目与名单")
    desk.add("lists")
    desk.field("lists", 0, "stage").select_option(label="入围名单")
    desk.field("lists", 0, "title").fill("入围名单公示")
    desk.add("entries")
    row = {"number": "JS-01", "title": "潮汐表", "unit": "甲州海洋站", "track": "clear-water"}
    for name, value in row.items():
        desk.field("entries", 0, name).fill(value)
    desk.field("entries", 0, "finalist").select_option(label="是")
    desk.save()
    now = stored(desk.page)
    gone, came = changed_lines(before[f"{EDITION}/timeline.yml"], now[f"{EDITION}/timeline.yml"])
    assert gone == set()
    assert {line.strip(" -") for line in came} >= {"id: roadshow", "start: 2026-10-11", "end: 2026-10-20T17:00"}
    gone, came = changed_lines(before[f"{EDITION}/awards.yml"], now[f"{EDITION}/awards.yml"])
    assert len(gone) == len(came) == 2, (gone, came)
    assert now[f"{EDITION}/entries.yml"].decode().startswith("# 每份名单")
    lay(desk.contest, now)
    assert errors(desk.contest) == []


def test_what_is_wrong_is_said_at_once_and_not_saved(desk: Desk) -> None:
    desk.open(f"{EDITION}/timeline.yml")
    desk.add("phases")
    count = desk.page.locator(".admin-item").count() - 1
    desk.field("phases", count, "id").fill("路演")
    desk.field("phases", count, "start").fill("2026-02-30")
    said = desk.page.locator(f"#field-phases-{count}-id-problem")
    expect(said).to_have_text("写法不对，应为小写字母、数字和单个连字符")
    expect(desk.field("phases", count, "id")).to_have_attribute("aria-invalid", "true")
    expect(desk.page.locator(f"#field-phases-{count}-start-problem")).to_have_text("没有这一天或这一刻")
    desk.page.get_by_role("button", name="保存", exact=True).click()
    summary = desk.page.locator(".admin-summary")
    expect(summary).to_contain_text("还有 5 处要改，没有保存")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(summary).to_contain_text(f"“赛程阶段，第 {count + 1} 项，名称”要填写")
    summary.get_by_role("link", name="名称").click()
    expect(desk.field("phases", count, "name")).to_be_focused()
    assert stored(desk.page) == files(desk.contest)


def test_choices_come_from_the_catalog_and_others_are_doubted(desk: Desk) -> None:
    desk.open(f"{EDITION}/cases/river-gauge/index.md")
    offered = desk.page.locator("#field-track-choices option")
    assert [each.get_attribute("value") for each in offered.all()] == ["smart-factory", "clear-water", "common-good"]
    desk.field("award").fill("特等奖")
    expect(desk.page.get_by_text("已发布的内容里没有这一项，请确认。")).to_be_visible()
    desk.page.once("dialog", lambda asked: asked.accept())
    desk.open(f"{EDITION}/tracks/02-clear-water.md")
    expect(desk.page.locator("#field-sectors input").first).to_be_attached()


def test_a_file_that_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    desk.open(NOTICE)
    desk.field("title").fill("我的标题")
    other = files(desk.contest)[NOTICE] + "别人的一行。\n".encode()
    desk.page.evaluate(FILL, {NOTICE: base64.b64encode(other).decode()})
    desk.save(f"{NOTICE} 在您打开以后被别人改过，没有保存，您的改动还在这里。")
    assert stored(desk.page)[NOTICE] == other
    assert "title: 我的标题" in desk.page.get_by_label("您的版本").input_value()
    desk.page.get_by_role("button", name="打开现在的版本").click()
    expect(desk.page.get_by_label("正文（Markdown）")).to_have_value(other.decode().partition("\n---\n")[2])
    desk.field("title").fill("我的标题")
    desk.save()
    assert "别人的一行" in stored(desk.page)[NOTICE].decode()


def test_a_new_file_never_replaces_one(desk: Desk) -> None:
    desk.new("页面", slug="rules")
    taken = {f"{EDITION}/pages/rules.md": base64.b64encode("别人的".encode()).decode()}
    desk.page.evaluate(FILL, taken)
    desk.field("title").fill("规则")
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.locator("#status")).to_contain_text("没有保存")
    assert stored(desk.page)[f"{EDITION}/pages/rules.md"].decode() == "别人的"


def test_the_source_can_be_edited_and_odd_files_open_there(desk: Desk) -> None:
    odd = f"{EDITION}/judging.yml"
    text = "rubrics: &all\n  - name: 甲\n    indicators: [{name: 乙}]\n"
    desk.page.evaluate(FILL, {odd: base64.b64encode(text.encode()).decode()})
    desk.open(odd)
    expect(desk.page.get_by_text("表单打不开这个文件：用了别名")).to_be_visible()
    source = desk.page.get_by_label("源文")
    source.fill("rubrics: [\n")
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.locator(".admin-summary")).to_contain_text("YAML 写法有误")
    source.fill("rubrics: [{name: 甲, indicators: []}]\n")
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.locator(".admin-summary")).to_contain_text("“评价指标，第 1 项，指标”至少要有 1 项")
    assert stored(desk.page)[odd].decode() == text
    source.fill(text.replace(" &all", "   # 注"))
    desk.page.get_by_role("button", name="填表单").click()
    desk.field("rubrics", 0, "name").fill("丙")
    desk.save()
    assert stored(desk.page)[odd].decode() == text.replace(" &all", "   # 注").replace("甲", "丙")


@pytest.mark.parametrize("address", ["content/../../secret.yml", "%E0%A4%A", "README.md", "<img src=x>"])
def test_an_odd_address_leads_to_the_list(desk: Desk, address: str) -> None:
    desk.page.evaluate("address => { location.hash = address; }", address)
    expect(desk.page.get_by_role("heading", name="选择文件")).to_be_visible()
    desk.open(NOTICE)


def test_everything_works_by_keyboard(desk: Desk) -> None:
    desk.open(f"{EDITION}/timeline.yml")
    page = desk.page
    count = page.locator(".admin-item").count()
    page.get_by_role("button", name="添加赛程阶段").focus()
    page.keyboard.press("Enter")
    expect(desk.field("phases", count)).to_be_focused()
    for key in ("Tab", "Enter"):  # to “move up”, which follows the summary
        page.keyboard.press(key)
    expect(desk.field("phases", count - 1)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".admin-item")).to_have_count(count)
    desk.save("没有改动。")


def test_screens_are_valid_and_accessible_and_fit_a_phone(desk: Desk, tmp_path: Path) -> None:
    examiner = Examiner()
    found = list(examiner.faults(desk.page, 1280, 390))
    for path in ("cases/river-gauge/index.md", "edition.yml", "awards.yml"):
        desk.open(f"{EDITION}/{path}")
        desk.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found += examiner.faults(desk.page, 1280, 390)
    desk.page.get_by_role("button", name="改源文").click()
    found += examiner.faults(desk.page, 390)
    desk.page.get_by_role("button", name="断开").click()
    found += examiner.faults(desk.page, 1280, 390)
    assert found + findings_live(examiner.markup, tmp_path) == []


FORGES = [pytest.param(kind, marks=pytest.mark.xdist_group(kind)) for kind in ("github", "gitlab", "gitea", "gitee")]


@pytest.fixture(scope="module", params=FORGES)  # each has a site of its own, built once a run
def forge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Forge, Path]]:
    """A repository, and a contest whose editor page leads there."""
    forge = Forge(request.param)
    with serving(forge) as address:
        told = f"\n  repository: {{kind: {forge.kind}, url: '{address}/{PROJECT}', branch: {BRANCH}}}"
        yield forge, made(tmp_path_factory.mktemp(forge.kind) / "contest", told)


@pytest.fixture
def remote(browser: Browser, forge: tuple[Forge, Path], tmp_path: Path) -> Iterator[tuple[Desk, Forge]]:
    """The page, connected."""
    repository, contest = forge
    copy = whole.copied(tmp_path / "contest")
    repository.files, repository.messages, repository.asked = files(copy), [], []
    with Opened(browser, contest) as opened:
        opened.page.get_by_label("访问令牌").fill(TOKEN)
        opened.page.get_by_role("button", name="连接").click()
        opened.page.wait_for_selector("#filter")
        yield Desk(opened.page, copy), repository


def test_a_repository_takes_what_is_saved(remote: tuple[Desk, Forge]) -> None:
    desk, forge = remote
    desk.open(NOTICE)
    desk.field("title").fill("新的标题")
    desk.save()
    desk.new("页面", slug="venue")
    desk.field("title").fill("会场")
    desk.add("images")
    desk.page.locator("#field-images-0-file-choose").set_input_files(PICTURE)
    expect(desk.field("images", 0, "file")).to_have_value("flow.png")
    desk.field("images", 0, "alt").fill("会场平面图")
    desk.page.get_by_label("正文（Markdown）").fill("会场在二号厅。\n\n![会场平面图](flow.png)\n")
    desk.save()
    before = files(desk.contest)
    gone, came = changed_lines(before.pop(NOTICE), forge.files[NOTICE])
    assert len(gone) == len(came) == 1
    assert forge.files[f"{EDITION}/pages/flow.png"] == PICTURE.read_bytes()
    assert {path: forge.files[path] for path in before} == before
    assert set(forge.messages) == {f"修改 {NOTICE}", f"新建 {EDITION}/pages/venue.md"}
    lay(desk.contest, forge.files)
    assert errors(desk.contest) == []
    assert not any(TOKEN in each for each in forge.asked)
    kept = "() => [JSON.stringify(localStorage), document.cookie, Object.keys(sessionStorage)]"
    assert desk.page.evaluate(kept) == ["{}", "", ["editor-token"]]
    desk.page.get_by_role("button", name="断开").click()
    assert desk.page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("late", [False, True])
def test_a_repository_that_went_on_is_not_overwritten(remote: tuple[Desk, Forge], late: bool) -> None:
    """Somebody saves before us, or in the moment between our look and our saving."""
    desk, forge = remote
    desk.open(NOTICE)
    desk.field("title").fill("我的标题")
    other = forge.files[NOTICE] + "别人的一行。\n".encode()
    if late:
        find = forge._expect

        def overtaken(name: str, version: str | None, status: int) -> None:
            forge.files[NOTICE] = other
            find(name, version, status)

        forge._expect = overtaken  # type: ignore[method-assign]
    else:
        forge.files[NOTICE] = other
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.get_by_label("您的版本")).to_be_visible()
    if late:
        forge._expect = find  # type: ignore[method-assign]
    assert forge.files[NOTICE] == other
    assert forge.messages == []


@pytest.mark.parametrize(("status", "said"), [(403, "令牌没有权限"), (500, "没有接受（500）")])
def test_a_refusal_is_told_and_nothing_is_lost(remote: tuple[Desk, Forge], status: int, said: str) -> None:
    desk, forge = remote
    desk.open(NOTICE)
    desk.field("title").fill("我的标题")
    forge.refuses = status
    desk.page.get_by_role("button", name="保存", exact=True).click()
    expect(desk.page.locator("#status")).to_contain_text(said)
    desk.save()
    assert "我的标题" in forge.files[NOTICE].decode()


def test_a_wrong_token_is_told(browser: Browser, forge: tuple[Forge, Path]) -> None:
    with Opened(browser, forge[1]) as desk:
        desk.page.get_by_label("访问令牌").fill("wrong")
        desk.page.get_by_role("button", name="连接").click()
        expect(desk.page.locator("#status")).to_have_text("令牌无效或已过期。")


def test_no_other_page_knows_of_it(contest: Path, tmp_path: Path) -> None:
    plain = whole.lay(tmp_path / "plain")
    whole.make(plain, handbooks=False)
    with_editor, without = whole.contents(contest / "site"), whole.contents(plain / "site")
    ours = {path for path in with_editor if path.startswith("admin/")}
    assert ours == {f"admin/{name}" for name in ("index.html", "admin.css", "admin.js", "yaml.js")}
    assert {path for path in without if path.startswith("admin")} == set()
    assert {path for path in without if with_editor[path] != without[path]} == {"manifest.json"}
    assert len(with_editor) == len(without) + len(ours)


def test_the_page_asks_nobody_but_its_repository(contest: Path, forge: tuple[Forge, Path]) -> None:
    page = (contest / "site/admin/index.html").read_text("utf-8")
    assert "connect-src" not in page.partition("<title>")[0]
    page = (forge[1] / "site/admin/index.html").read_text("utf-8").partition("<title>")[0]
    assert "connect-src http://127.0.0.1:" in page
    assert page.count("connect-src") == 1
