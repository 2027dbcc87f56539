"""What was not wholly understood is marked, whatever the notice looks like; what was is not."""

from __future__ import annotations

import pytest

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.tracks.track_lists import short_name
from generator.intake.tracks.wanted import Wanted
from tests.intake.corpus import made_up
from tests.intake.corpus.shapes import BEFORE_PRIZES, FOOT, HEAD
from tests.intake.corpus.third import CONTEST, FORMS
from tests.intake.scoring import Item, items_of


@pytest.mark.parametrize(
    ("section", "kind", "doubts"),
    [
        ("四、奖项\n\n设一等奖1名、二等奖2名、三等奖3名。\n", "quota", {False}),
        ("四、奖项\n\n设一等奖1名、二等奖2名，三等奖按报名数的10%设置，最多3名。\n", "quota", {True}),
        ("四、奖项\n\n一等奖1名，奖金3万元；二等奖2名，奖金2万元或者1万元。\n", "prize", {False, True}),
        ("四、奖项\n\n设一等奖1名。\n\n全部赛道共评一等奖3名。\n", "quota", {True}),
        ("四、日程\n\n1.报名。3月10日至4月10日。\n2.决赛。5月20日。\n", "phase", {False}),
        ("四、日程\n\n1.报名。3月10日至4月10日，逾期的4月12日前补报。\n2.决赛。5月20日。\n", "phase", {False, True}),
        (
            "四、日程\n\n| 环节 | 部门 | 时间 |\n|--|--|--|\n| 报名 | 甲 | 3月1日 |\n| 决赛 | 乙 | 5月2日 |\n",
            "phase",
            {False},
        ),
        ("四、主题\n本届以“数据有为”为主题。\n", "edition.theme", {False}),
        ("四、日程\n1.3月10日—4月10日，报名。\n2.5月20日，决赛。\n", "phase", {False}),
        ("四、奖项\n设一等奖1名、二等奖2名。奖金分别为3万元、2万元。\n", "prize", {False}),
        ("四、组队\n每队3—5人，不得跨校。\n", "team.max_representatives", {False}),
        ("四、组队\n每队3—5人，不得跨校，每队顾问不多于2人。\n", "team.max_representatives", {True}),
        ("四、咨询\n\n咨询：大赛秘书处　电话0571-88001234\n", "contact.role", {False}),
    ],
)
def test_what_is_left_in_a_sentence_puts_its_facts_in_doubt(section, kind, doubts) -> None:
    assert {doubtful for item, doubtful in read(BEFORE_PRIZES + section) if item[0] == kind} == doubts


def test_topics_below_a_heading_that_nobody_read_put_tracks_in_doubt() -> None:
    topics = "三、比赛题目\n（一）枢纽客流疏运\n汇聚客流。\n（二）公路病害识别\n识别病害。\n"
    groups = f"二、参赛赛道\n设企业、高校两个赛道。\n{topics}"
    read_so = {item[2]: doubtful for item, doubtful in read(groups) if item[0] == "track.name"}
    assert read_so == {"企业": True, "高校": True}


@pytest.mark.parametrize(
    ("section", "kind", "doubted"),
    [
        (
            "四、日程\n\n1.报名。3月10日至4月10日。\n2.决赛。5月20日。\n\n五、其他\n\n逾4月10日18:00不候。\n",
            "phase.end",
            ["2026-04-10"],
        ),
        ("四、日程\n\n1.报名。3月10日至4月10日。\n2.决赛。4月1日。\n", "phase.end", ["2026-04-01"]),
        ("四、日程\n\n1.初赛。3月10日至4月10日。\n2.初赛。5月20日。\n3.决赛。6月1日。\n", "phase", ["初赛", "初赛"]),
        ("四、奖项\n\n设一等奖和二等奖，分别占参赛作品数的2%和5%，另有8%入围。\n", "share", ["0.05"]),
    ],
)
def test_what_contradicts_what_was_read_puts_it_in_doubt(section, kind, doubted) -> None:
    found = [item[2] for item, doubtful in read(BEFORE_PRIZES + section) if item[0] == kind and doubtful]
    assert [value.split()[0] for value in found] == doubted


@pytest.mark.parametrize(
    ("section", "kind", "values"),
    [
        (
            "四、日程\n\n1.报名（3月10日至4月10日）。4月10日18时截止。\n2.决赛。5月20日。\n",
            "phase.end",
            ["2026-04-10T18:00", "2026-05-20"],
        ),
        (
            "四、日程\n\n3月10日　启动报名\n\n4月10日　报名截止\n\n5月20日　决赛\n",
            "phase.start",
            ["2026-03-10", "2026-05-20"],
        ),
        ("四、日程\n\n报名：3.10—4.10\n\n决赛：2026.5.20（市文化公园）\n", "phase.end", ["2026-04-10", "2026-05-20"]),
        ("四、奖项\n\n一、二、三等奖分别占参赛作品数的2%、5%、8%。\n", "share", ["0.02", "0.05", "0.08"]),
        (
            "四、奖项\n\n各赛道按决赛作品数的10%、20%评出一等奖、二等奖，其余为三等奖。\n",
            "share",
            ["0.1", "0.1", "0.2", "0.2"],
        ),
        (
            "四、奖项\n\n医疗健康赛道：一等奖1名，奖金3万元。\n\n城市治理赛道：一等奖1名，奖金2万元。\n",
            "prize",
            ["20000", "30000"],
        ),
        ("四、奖项\n\n设一等奖1名，颁发证书，不设奖金。\n", "awards.no_cash", ["true"]),
        ("四、奖项\n\n设一等奖1名。2025年奖金由企业提供，本年度不设奖金。\n", "awards.no_cash", ["true"]),
        ("四、奖项\n\n设一等奖1名。学生组不设奖金。重复获奖的不再发放奖金。\n", "awards.no_cash", []),
        ("四、参赛要求\n\n每队3人，可跨专业组队，每队至多1名指导教师。\n", "team.max_representatives", ["3"]),
        ("四、日程\n\n1.评阅：2026年4月20日至4月25日。\n", "phase.kind", ["review"]),
        ("四、奖项\n\n设一等奖1名（奖金3万元），颁发荣誉证书。\n", "form", ["荣誉证书"]),
        (
            "四、评审规则\n\n评审从创新性（40分）、实效性（35分）、合规性（25分）三个维度进行。\n",
            "indicator",
            ["创新性", "实效性", "合规性"],
        ),
    ],
)
def test_what_stands_in_more_forms_is_read(section, kind, values) -> None:
    assert sorted(item[2].split()[0] for item, _ in read(BEFORE_PRIZES + section) if item[0] == kind) == sorted(values)


OF_ONE = [("江城市数据局", "027-88001234", "sjj@jiangcheng.example.cn")]
OF_TWO = [("咨询", "027-88001234", None), ("举报", None, "jb@jiangcheng.example.cn")]
HOURS = [("咨询", "027-88001234", None), ("咨询", None, "sjj@jiangcheng.example.cn")]


@pytest.mark.parametrize(
    ("line", "contacts"),
    [
        ("联系单位：江城市数据局，电话：027-88001234，邮箱：sjj@jiangcheng.example.cn。", OF_ONE),
        ("江城市数据局　电话：027-88001234　邮箱：sjj@jiangcheng.example.cn", OF_ONE),
        ("江城市数据局\n\n电话：027-88001234\n\n邮箱：sjj@jiangcheng.example.cn", OF_ONE),
        ("咨询电话：027-88001234，举报邮箱：jb@jiangcheng.example.cn", OF_TWO),
        ("咨询电话：027-88001234（工作日9:00—17:00），邮箱：sjj@jiangcheng.example.cn", HOURS),
    ],
)
def test_a_number_and_an_address_of_one_office_are_one_contact(line, contacts) -> None:
    found = gathered(f"{BEFORE_PRIZES}四、联系方式\n\n{line}\n").files["edition.yml"]["contacts"][: len(contacts)]
    told = [tuple(each[key].value if key in each else None for key in ("role", "phone", "email")) for each in found]
    assert told == contacts


def gathered(section: str) -> Gathered:
    wanted = Wanted(2026, CONTEST, FORMS, False, made_up.FIELDS)
    return gather(opened((".md", (HEAD + section + FOOT).encode())), wanted)


def read(section: str) -> list[tuple[Item, bool]]:
    return items_of(gathered(section))


def test_single_words_may_be_groups_of_topics() -> None:
    section = "二、赛道\n（一）算力赛道\n1.调度\n2.绿色\n（二）流通赛道\n1.跨境仓储盘点\n2.运单异常识别\n"
    topics = {item[1]: doubtful for item, doubtful in read(section) if item[0] == "topic"}
    assert topics == {"1.1": True, "1.2": True, "2.1": False, "2.2": False}


def test_points_beside_explanations_are_doubted() -> None:
    for row, doubts in (("|成效|50|降本、增效|\n", {False}), ("|成效|50|便于推广的程度和范围|\n", {True})):
        table = f"五、评审指标\n\n|指标|分值|要点|\n|-|-|-|\n|安全|50|分级、脱敏|\n{row}"
        assert {doubtful for item, doubtful in read(table) if item[0] == "focus"} == doubts


def test_levels_may_have_names_of_their_own() -> None:
    told = read(BEFORE_PRIZES + "四、奖项\n\n共评船长奖×1，奖金3万元；大副奖×2，奖金1万元。\n")
    assert (("quota", "船长奖 edition", "1"), False) in told
    assert (("prize", "大副奖", "10000"), False) in told


def test_a_series_of_names_of_their_own_stands_beside_usual_ones() -> None:
    section = "四、奖项\n\n共评金穗奖1名，奖金3万元；银穗奖2名，奖金1万元；最佳人气奖1名。提名奖若干。\n"
    told = read(BEFORE_PRIZES + section)
    levels = {item[-1] for item, doubt in told if item[0] == "level" and not doubt}
    assert (("quota", "金穗奖 edition", "1"), False) in told
    assert (("prize", "银穗奖", "10000"), False) in told
    assert "最佳人气奖" not in levels


def test_groups_keep_their_word_where_tracks_are_called_groups() -> None:
    names = [short_name("农产品包装组", Wanted(2026, track=track)) for track in ("赛道", "组别")]
    assert names == ["农产品包装", "农产品包装组"]


def test_groups_are_neither_professional_nor_of_a_field() -> None:
    """Nor are there finals above a contest without branches."""
    wanted = Wanted(2026, CONTEST, FORMS, True, made_up.FIELDS, "组别")
    section = "二、组别设置\n大赛分为小学组、初中组和高中组。\n小学组面向小学生，初中组面向初中生，高中组面向高中生。\n"
    made = gather(opened((".md", (HEAD + section + FOOT).encode())), wanted)
    assert "finals" not in made.files["edition.yml"]
    assert [sorted(each.front) for each in made.tracks] == [["guiding_units", "name", "number"]] * 3
