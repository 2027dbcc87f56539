"""What real pages, messengers and offices do to notices, each in a few invented lines: read as meant, or not at all."""

from __future__ import annotations

import pytest

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.proof.evidence import Evidence
from generator.intake.tracks.wanted import Wanted
from tests.intake.corpus import made_up
from tests.intake.corpus.third import CONTEST, FORMS
from tests.intake.scoring import items_of


def gathered(text: str, ending: str = ".txt") -> Gathered:
    return gather(opened((ending, text.encode())), Wanted(2026, CONTEST, FORMS, False, made_up.FIELDS))


def facts(text: str, *kinds: str, ending: str = ".txt") -> list[str]:
    """The values of some kinds, those that are doubted with a question mark."""
    return [value + "?" * doubt for (kind, _, value), doubt in items_of(gathered(text, ending)) if kind in kinds]


@pytest.mark.parametrize(
    "head",
    [
        "通知公告\n关于举办云川省数据竞赛的通知\n各有关单位：\n",
        "【技能竞赛】竞赛通知|关于举办云川省数据竞赛的通知\n各有关单位：\n",
        "政策文件\n关于举办云川省数据竞赛的通知\n",
        "当前位置：首页\n> 政务公开 > 通知公告 > 文件通知\n关于举办云川省数据竞赛的通知\n各有关单位：\n",
    ],
)
def test_what_a_site_puts_above_a_title_is_not_of_it(head) -> None:
    assert facts(f"{head}现将有关事项通知如下。\n", "document.title") == ["关于举办云川省数据竞赛的通知"]


@pytest.mark.parametrize(
    "section",
    [
        "1大赛主题\n数据有为 临河同行\n2举办时间\n2026年5月\n3组织机构\n主办单位：临河市数据局\n",
        "<h2>大赛主题</h2><p>数据有为 临河同行</p><h2>组织机构</h2><p>主办单位：临河市数据局</p>",
    ],
)
def test_usual_names_of_sections_head_them_whatever_their_numbers(section) -> None:
    ending = ".html" if section.startswith("<") else ".txt"
    title = "关于举办竞赛的通知"
    text = f"<h1>{title}</h1>{section}" if ending == ".html" else f"{title}\n{section}"
    assert facts(text, "edition.theme", "organisers.hosts", ending=ending) == ["数据有为临河同行", "临河市数据局"]


def test_phases_whose_days_stand_between_their_name_and_what_is_told_of_them() -> None:
    phases = [("报名", "4月1日-4月30日"), ("初赛评审", "5月10日-5月13日"), ("决赛路演", "6月1日-6月2日")]
    lines = "".join(f"{name}\n2026年{days}\n参赛团队按要求完成本阶段工作。\n" for name, days in phases)
    assert facts(f"关于举办竞赛的通知\n一、赛程安排\n{lines}二、其他\n另行通知。\n", "phase") == [*dict(phases)]


def test_a_landline_below_the_signature_is_kept_and_its_person_counted() -> None:
    foot = "临河市数据局\n2026年4月17日\n（联系人：王某某；联系电话：0961-88001234）\n"
    found = gathered(f"关于举办竞赛的通知\n各有关单位：\n请积极参加。\n{foot}")
    assert [value for (kind, _, value), _ in items_of(found) if kind == "contact.phone"] == ["0961-88001234"]
    assert "略去了 1 个姓名和 0 个手机号。" in found.notes


def test_the_name_in_a_title_is_offered_but_doubted() -> None:
    assert facts("关于举办第三届云川省数据竞赛的通知\n各有关单位：\n", "edition.name") == ["第三届云川省数据竞赛?"]


def test_until_some_day_of_another_year_is_no_end() -> None:
    section = "1.报名：2026年5月1日-5月9日。\n2.成果孵化：2026年12月-2027年。\n"
    found = dict(
        zip(("one", "other"), facts(f"关于举办竞赛的通知\n三、赛程安排\n{section}", "phase.end"), strict=False)
    )
    assert found == {"one": "2026-05-09"}


def test_the_first_line_of_a_title_issues_nothing() -> None:
    text = "关于举办竞赛的通知\n\n云川省数据竞赛组委会关于举办\n\n“云帆杯”云川省数据竞赛\n\n选拔赛的通知\n"
    assert facts(text, "document.issuer") == ["?"]


def test_a_body_that_signs_in_two_lines_is_one() -> None:
    foot = "云川省第五届“云帆杯”设计\n大赛组委会办公室\n2026年8月26日\n"
    text = f"关于公布结果的通知\n各有关单位：\n现予公布。\n请各单位加强宣传。\n{foot}"
    assert facts(text, "document.issuer") == ["云川省第五届“云帆杯”设计大赛组委会办公室"]


def test_addresses_begin_behind_what_is_not_of_them() -> None:
    assert facts("关于征集的通知\n请将PDF格式扫描件发送至邮箱yunfan@example.com。\n", "contact.email") == [
        "yunfan@example.com"
    ]


def test_a_standard_to_judge_by_is_no_ground_to_hold_a_contest() -> None:
    assert facts("关于举办竞赛的通知\n一、评选\n按照《云川好礼评定规范》评定。\n", "basis") == []


def test_days_that_a_page_says_of_itself_are_no_phases() -> None:
    text = "发布日期：2026年4月20日 2026年4月20日\n【公布日期】2026.04.20\n关于举办竞赛的通知\n请抓好落实。\n"
    assert facts(text, "phase") == []


@pytest.mark.parametrize(
    ("told", "text", "opens", "closes"),
    [
        (
            "初赛于2026年10月25日上午10∶00-11∶00举行。",
            "2026年10月25日上午10:00-11:00",
            "2026-10-25T10:00",
            "2026-10-25T11:00",
        ),
        ("（三）决赛阶段：10月第三周举行。", "10月第三周", "2026-10-01", "2026-10-31"),
        ("请于大赛报名截止（2026年8月31日）前报送汇总表。", "2026年8月31日", None, "2026-08-31"),
        ("截稿时间：2026-10-31", "2026-10-31", None, "2026-10-31"),
        ("报名截至日期：2026年6月20日", "2026年6月20日", None, "2026-06-20"),
    ],
)
def test_days_as_offices_write_them(told, text, opens, closes) -> None:
    found = {kind: value for (kind, of, value), doubt in items_of(gathered(f"三、赛程安排\n{told}\n")) if of == text}
    assert found.get("phase.start") == opens
    assert found["phase.end"] == closes
    assert not found["phase"].startswith("于")


@pytest.mark.parametrize(
    ("told", "role", "names"),
    [
        ("云川省数据局、临河机械联合会将共同举办云帆竞赛。", "hosts", ["云川省数据局", "临河机械联合会"]),
        ("大赛由云川省教育厅、云川省学联和云川省科协主办。", "hosts", ["云川省教育厅", "云川省学联", "云川省科协"]),
        ("大赛由云川省数据局主办。临河人才集团承办。临河电视台协办。", "undertakers", ["临河人才集团"]),
        ("总决赛由云川省数据局主办，由临河市数据局、临河大学等单位承办。", "undertakers", ["临河市数据局", "临河大学"]),
        ("大赛在团中央支持指导下开展。", "guiding", ["团中央"]),
        ("支持单位：云川大学、临河大学等本地高校及大中专院校", "supporters", ["云川大学", "临河大学"]),
        ("主办单位：\n临河区人民政府临河区旅游局临河区文体局", "hosts", ["临河区人民政府临河区旅游局临河区文体局?"]),
        ("由云川省旅游局主办的第二届云川旅游博览会将于5月举行。", "hosts", ["?"]),
        (
            "媒体支持：临河日报、临河电视台、36度传媒、云川晚报",
            "supporters",
            ["临河日报", "临河电视台", "36度传媒", "云川晚报"],
        ),
        ("主办单位：云川省数据局承办单位：临河大学、临河市数据局", "hosts", ["云川省数据局"]),
        ("主办单位：云川省数据局承办单位：临河大学、临河市数据局", "undertakers", ["临河大学", "临河市数据局"]),
        ("举办单位：云川省数据中心", "hosts", ["云川省数据中心"]),
        (
            "举办单位：\n云川省数据中心\n（云川省信息中心）\n临河研究中心",
            "hosts",
            ["云川省数据中心（云川省信息中心）", "临河研究中心"],
        ),
        (
            "由甲川省厅主办，由云川省数据安全产业发展研究中心（云川省信息中心）、临河大学等单位承办。",
            "undertakers",
            ["云川省数据安全产业发展研究中心（云川省信息中心）", "临河大学"],
        ),
        ("秘书处单位：临河财经大学", "secretariat", ["临河财经大学"]),
        (
            "（一）主办单位\n云川省科技局\n数字三年行动指挥部办公室\n承办单位：临河大学、临河市数据局",
            "hosts",
            ["云川省科技局", "数字三年行动指挥部办公室"],
        ),
        ("临河网络安全协会将于2026年8月23日举办云帆竞赛。", "hosts", ["临河网络安全协会"]),
        ("大赛在团中央支持指导下开展。", "hosts", ["?"]),
        ("其他赛区竞赛在市组委会指导下举行。", "guiding", []),
        ("特此举办云帆竞赛，本届赛事由云川创造学会主办，临河大学承办。", "hosts", ["云川创造学会"]),
        ("为增强意识，县委网信办决定在全县开展云帆竞赛活动。", "hosts", ["县委网信办"]),
        (
            "组委会下设办公室，负责执行。办公室设在云川高技术中心（以下简称：云川中心）。",
            "secretariat",
            ["云川高技术中心"],
        ),
        (
            "云帆大赛是由云川大学联合主办，面向高校的系列竞赛。本次大赛由临河大学、临河学院主办。",
            "hosts",
            ["临河大学", "临河学院"],
        ),
        ("支持单位：见附件", "supporters", []),
        ("媒体支持：《云川健康报》、《基层平台》", "supporters", ["《云川健康报》?", "《基层平台》?"]),
        ("云川大学承办，云川数据产教融合共同体协办。", "supporters", ["云川数据产教融合共同体"]),
        ("云帆竞赛由云川省爱国卫生“七个行动”领导小组办公室主办。", "hosts", ["云川省爱国卫生“七个行动”领导小组办公室"]),
        (
            "承办单位：云川大学\n执行承办单位：临河大学、临河市数据局",
            "undertakers",
            ["云川大学", "临河大学", "临河市数据局"],
        ),
    ],
)
def test_bodies_in_their_roles(told, role, names) -> None:
    assert facts(f"关于举办竞赛的通知\n一、组织机构\n{told}\n", f"organisers.{role}") == names


@pytest.mark.parametrize("told", ["邮件主题为：2026数据竞赛+队名。", "本届云川博览会以“融合共赢”为主题。"])
def test_themes_of_something_else(told) -> None:
    assert facts(f"关于举办竞赛的通知\n一、概况\n{told}\n", "edition.theme") == ["?"]


def test_the_contest_that_is_called_an_award_is_none_of_its_awards() -> None:
    text = "关于印发“2026云金奖·数据大赛”方案的通知\n一、奖项设置\n列入“云金奖”专项赛事，设一等奖1名。\n"
    assert facts(text, "level", "special") == ["一等奖"]


def test_awards_in_one_word_and_with_long_names() -> None:
    text = "关于举办竞赛的通知\n一、奖励办法\n前三名的学院获得本届冠亚季军。\n另设“年度最佳数据治理贡献奖”1名。\n"
    assert facts(text, "level", "special") == ["冠军", "亚军", "季军", "年度最佳数据治理贡献奖"]


def test_places_within_the_contest_are_not_those_above() -> None:
    for told in ("同一单位不超过2支队伍晋级总决赛。", "共产生224个项目入围全国总决赛路演。"):
        assert facts(f"关于举办竞赛的通知\n三、赛制\n{told}\n", "finals.quota") == ["?"]


@pytest.mark.parametrize(
    "section",
    [
        "一、征集范围\n1.民生案例。包括就业等领域。\n2.治理案例。包括基层等领域。\n二、征集类型\n1.部门案例。\n2.高校案例。\n",
        "一、赛事安排\n各赛项均设置职工组和学生组两个组别，均为双人团体赛。\n",
        "一、赛制\n竞赛分组：职工赛（个人赛）不设分组，专业赛（团体赛）按行业分为政企组和学生组2个组别。\n",
        "一、形式\n（一）综合赛\n综合赛分为产品组和概念组。\n1.产品组：已量产的产品。\n2.概念组：未量产的作品。\n（二）专项赛\n略。\n",
    ],
)
def test_lists_that_are_no_tracks(section) -> None:
    assert [name for name in facts(f"关于征集的通知\n{section}", "track.name") if not name.endswith("?")] == []


def test_the_state_of_an_entry_is_no_topic() -> None:
    text = (
        "二、赛道设置\n大赛分为产品组和概念组。\n1.产品组：已量产和已开发产品。\n2.概念组：未量产、未投入市场的作品。\n"
    )
    assert facts(text, "track.name", "topic") == ["产品组", "概念组"]


def test_markdown_of_a_messenger_keeps_its_words_only() -> None:
    text = (
        '# 关于举办竞赛的通知\n![](https://img.example/a_b/640?wx_fmt=png "")\n'
        "[](http://page.example/s?sn=ab0304884718c84c)\n"
        '<table><tr><td style="width: 10%;">主办单位：临河大学</td></tr></table>\n'
    )
    assert facts(text, "contact.phone", "registration.url", ending=".md") == []
    assert facts(text, "organisers.hosts", ending=".md") == ["临河大学"]


def test_what_content_adds_to_the_words_of_a_notice_is_no_difference() -> None:
    told = "根据《关于举办竞赛的通知》（云数〔2026〕5号，以下简称《通知》）要求，请登录www.jingsai.example.cn报名。\n"
    evidence = Evidence(opened((".txt", told.encode())))
    for words in ("http://www.jingsai.example.cn", "《关于举办竞赛的通知》（云数〔2026〕5号）"):
        assert evidence.find(words)
    assert not evidence.find("http://www.jingsai.example.com")


def test_a_site_tells_below_its_copyright_how_to_reach_its_owner() -> None:
    foot = "联系电话：0961-88001234\n版权所有 © 云川招生网\n地址：临河市1号\n电话：0961-88005678\n"
    assert facts(f"关于举办竞赛的通知\n请积极参加。\n{foot}", "contact.phone") == ["0961-88001234"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "承办单位：各省、自治区、直辖市及计划单列市、云川兵团相关主管部门，临河科技中心",
            ["各省?", "自治区?", "直辖市及计划单列市?", "云川兵团相关主管部门?", "临河科技中心"],
        ),
        ("承办单位：临河信息股份有限公司云川统计局综合处云川数科技有限公司", None),
        ("（一）主办：临河学院团委\n承办：电子工程学院团总支", ["电子工程学院团总支"]),
        ("本届由云川统计学会主办，国赛由临河财经大学承办。", ["临河财经大学"]),
        ("【承办单位】\n临河自媒体协会\n【活动执行】\n临河文化", ["临河自媒体协会"]),
    ],
)
def test_who_undertakes_and_who_is_only_told_of(told, names) -> None:
    found = facts(f"关于举办竞赛的通知\n一、组织机构\n{told}\n", "organisers.undertakers")
    assert found == names if names else all(name.endswith("?") for name in found)


def test_a_description_of_a_committee_names_nobody() -> None:
    told = "赛事组委会：有数据工程、数据科学、数据相关专业的云川高校和科研院所、临河统计局"
    found = facts(f"关于举办竞赛的通知\n一、组织机构\n{told}\n", "organisers.committee")
    assert [name for name in found if not name.endswith("?")] == ["临河统计局"]


def test_who_holds_a_contest_above_does_not_hold_its_heat() -> None:
    told = "云川大赛是由云川省教育厅主办的省级竞赛。校内选拔赛由教务处主办，经济学院承办。"
    assert facts(f"关于举办竞赛的通知\n一、组织机构\n{told}\n", "organisers.hosts") == ["教务处"]


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("一、预选赛时间\n2026年7月2日~7月18日\n", "2026年7月2日~7月18日", ["预选赛", "2026-07-02", "2026-07-18"]),
        (
            "一、校级初赛截止时间\n2026年7月31日中午12:00\n",
            "2026年7月31日中午12:00",
            ["校级初赛", None, "2026-07-31T12:00"],
        ),
        ("二、征集\n申报案例形成时间应在2025.09.01-2026.08.31\n", "2025.09.01-2026.08.31", [None, None, None]),
    ],
)
def test_a_heading_that_asks_for_a_day_names_the_one_below(section, text, expected) -> None:
    found = {kind: value for (kind, of, value), _ in items_of(gathered(f"关于举办竞赛的通知\n{section}")) if of == text}
    assert [found.get(kind) for kind in ("phase", "phase.start", "phase.end")] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("征集截止时间\n2026年7月31日\n报名表及作品资料打包发送\n", "document.issued", ["?"]),
        ("一、主题\n本届主题为“智汇田野”。内容为：\n1.播种机械；\n2.仿生机械。\n", "edition.theme", ["智汇田野"]),
        ("一、要求\n每位教师指导的作品进入全国总决赛的数量不超过2项。\n", "finals.quota", ["?"]),
        ("一、要求\n每支参赛队伍人数为3-5人，允许最多有2名指导教师。\n", "team.max_representatives", ["5"]),
        (
            "一、要求\n实施方案见网站：http://www.jingsai.example.cn/fangan\n",
            "registration.url",
            ["http://www.jingsai.example.cn/fangan?"],
        ),
        (
            "一、安排\n比赛时间：4月15日（周一）12:30\n邮箱：a@jingsai.example.cn\n决赛：4月17日（周三）中午\n",
            "contact.hours",
            [],
        ),
        (
            "一、材料\n提交申报材料（申报表、信息采集表，打包发送至组委会。\n",
            "submission",
            ["申报材料（申报表?", "信息采集表"],
        ),
        ("一、奖项设置\n成年组和少年组将各评选金奖3名。\n", "quota", ["3?"]),
    ],
)
def test_what_says_something_else_is_not_taken(text, kind, expected) -> None:
    assert facts(f"关于举办竞赛的通知\n{text}", kind) == expected


def test_awards_of_groups_that_stand_below_their_names() -> None:
    awards = "（1）一等奖1名。\n（2）二等奖2名。\n"
    groups = f"高校组：（云川高校）\n{awards}社会组：（其余作品）\n{awards}"
    text = f"一、赛道\n大赛分为社会组及高校组。\n二、奖项设置\n{groups}"
    found = [of for (kind, of, _), _ in items_of(gathered(text)) if kind == "quota"]
    assert found == ["一等奖 高校组", "二等奖 高校组", "一等奖 社会组", "二等奖 社会组"]


GROUPED = "一、赛道\n大赛分为甲类和乙类。\n1.甲类：硬件设备。\n2.乙类：软件信息。\n二、奖项设置\n"


@pytest.mark.parametrize(
    ("awards", "read"),
    [
        ("甲类：硬件设备。设一等奖1名。\n乙类：软件信息。设一等奖2名。\n", ["一等奖 甲类|1", "一等奖 乙类|2"]),
        (
            "（一）甲类：\n冠军：（1队），奖金5000元/队；\n优胜奖：（3队）\n（二）乙类：\n冠军：（1队）\n",
            ["冠军 甲类|1", "优胜奖 甲类|3", "冠军 乙类|1"],
        ),
        (
            "甲类：\n一等奖15%，二等奖25%。\n1.原则上同一院校获一等奖的队伍不超过3队。\n乙类：\n一等奖10%，二等奖20%。\n",
            ["一等奖 甲类|0.15", "二等奖 甲类|0.25", "一等奖 乙类|0.1", "二等奖 乙类|0.2"],
        ),
        ("甲类：\n设一等奖2名，同一企业至多获奖1项。\n乙类：\n设一等奖3名。\n", ["一等奖 甲类|2", "一等奖 乙类|3"]),
    ],
)
def test_awards_are_of_the_track_that_their_lines_begin_with(awards, read) -> None:
    found = items_of(gathered(f"关于举办竞赛的通知\n{GROUPED}{awards}"))
    assert [f"{of}|{value.strip()}" for (kind, of, value), _ in found if kind in ("quota", "share")] == read
    assert not [kind for (kind, *_), _ in found if kind == "awards.in_principle"]


def test_what_is_divided_into_levels_is_no_award_by_itself() -> None:
    text = "关于举办竞赛的通知\n一、奖项设置\n赛项设团体奖。团体奖的设定为：一等奖5名。另设优秀作品奖2项。\n"
    assert facts(text, "special") == ["优秀作品奖"]


def test_a_number_that_a_page_parts_from_its_title() -> None:
    files = "附件：\n1.\n竞赛规则.docx\n2.\n报名表.docx\n"
    for foot in ("", "临河市数据局\n2026年4月2日\n"):
        assert facts(f"关于举办竞赛的通知\n请参加。\n{foot}{files}", "attachment") == ["竞赛规则", "报名表"]
    files = "附件1.竞赛规则\n2.报名表\n3.团队报名表\n附件1、竞赛规则.pdf\n"
    assert facts(f"关于举办竞赛的通知\n请参加。\n{files}", "attachment") == ["竞赛规则", "报名表", "团队报名表"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "此次竞赛也是临河挑战赛（由云川数学学会和临河科学协会共同主办）的选拔赛。",
            ["云川数学学会?", "临河科学协会?"],
        ),
        ("竞赛（由云川数学学会主办）面向全省。", ["云川数学学会"]),
    ],
)
def test_who_holds_another_contest_is_doubted(told, names) -> None:
    assert facts(f"关于举办竞赛的通知\n一、组织机构\n{told}\n", "organisers.hosts") == names


def test_bodies_behind_their_part_of_the_contest_and_supporters_in_lines() -> None:
    told = "承办单位：\n东北分赛区：临河大学\n华北分赛区：云川大学/云川学会\n公益支持单位：\n云川光华基金会\n"
    text = f"关于举办竞赛的通知\n一、组织机构\n{told}"
    assert facts(text, "organisers.undertakers") == ["临河大学", "云川大学", "云川学会"]
    assert facts(text, "organisers.supporters") == ["云川光华基金会"]


def test_the_day_of_the_whole_is_a_phase_wherever_its_label_stands() -> None:
    text = "关于举办竞赛的通知\n一、题目\n每队任选一题。\n竞赛时间：2026年6月1日18:00-6月4日20:00。\n"
    assert facts(text, "phase", "phase.end") == ["竞赛", "2026-06-04T20:00"]


def test_groups_are_held_against_the_number_that_is_told() -> None:
    groups = ["阳光助残组", "节水护水组", "“碳达峰、碳中和”与分类", "心理健康组"]
    listed = "、".join(groups).replace("分类", "分类组")
    assert facts(f"一、赛制\n大赛下设五个参赛组别：{listed}和其他类。\n", "track.name") == groups
    many = facts(f"一、赛制\n大赛下设九个参赛组别：{listed}和其他类。\n", "track.name")
    assert many == [f"{name}?" for name in groups]


@pytest.mark.parametrize(
    ("awards", "read"),
    [
        ("A类：设一等奖1名、二等奖2名。\nB类：设一等奖1名、二等奖2名。", ["1?", "2?", "1?", "2?"]),
        ("设一等奖1名、二等奖2名。", ["1", "2"]),
        ("短视频和摄影作品\n分别设立一、二、三等奖\n各2、3、4名", ["4?", "3?", "2?"]),
        ("设一、二、三等奖各2、3、4名。", ["4", "3", "2"]),
    ],
)
def test_numbers_told_for_each_of_some_groups_are_no_numbers_of_the_whole(awards, read) -> None:
    assert facts(f"关于举办竞赛的通知\n一、奖项设置\n{awards}\n", "quota") == read


@pytest.mark.parametrize(
    ("told", "papers"),
    [
        (
            "为落实《甲意见》（云办发〔2026〕3号）和《乙方案》，举办竞赛。",
            ["《甲意见》（云办发〔2026〕3号）", "《乙方案》"],
        ),
        ("作品须符合《竞赛章程》和《参赛指南》的规定。", []),
        ("媒体支持：《云川健康报》、《基层服务平台》", []),
    ],
)
def test_papers_in_a_list_of_something_else_are_no_basis(told, papers) -> None:
    assert facts(f"关于举办竞赛的通知\n各有关单位：\n{told}\n", "basis") == papers


def test_what_a_contest_did_before_and_what_it_is_are_not_of_this_one() -> None:
    past = "2016年10月中心成立以来，在云川省工业厅的指导下，于2017年5月成功举办了首届数据竞赛。"
    theme = "一、大赛主题\n“数据+健康”创新大赛是面向在校学生的竞赛活动。\n"
    found = gathered(f"关于举办竞赛的通知\n各有关单位：\n{past}\n{theme}")
    kinds = {kind for (kind, _, value), _ in items_of(found) if value}
    assert not kinds & {"organisers.guiding", "phase", "edition.theme"}


def test_kinds_of_phases_are_not_guessed_and_the_age_of_a_case_is_none() -> None:
    days = "报名时间：2026年5月4日—6月1日\n比赛时间：2026年6月5日\n评审时间：2026年6月8日—6月9日\n"
    found = facts(f"关于举办竞赛的通知\n一、时间安排\n{days}", "phase.kind")
    assert found == ["registration", "review?", "review"]
    text = "一、范围\n参加评选的案例需为2026年5月31日前投入运营的案例。\n"
    assert facts(f"关于举办竞赛的通知\n{text}", "phase") == []


def test_months_that_share_their_unit() -> None:
    text = "一、时间安排\n案例征集：2026年4~5月\n决赛：2026年6月8日\n"
    assert facts(f"关于举办竞赛的通知\n{text}", "phase.start", "phase.end")[:2] == ["2026-04-01", "2026-05-31"]


def test_who_only_approves_what_a_page_offers_and_firms_run_together_are_no_bodies() -> None:
    notice = "个人中心\n云川数据竞赛\n经组委会研究决定举办云川数据竞赛。\n"
    assert facts(notice, "document.issuer", "organisers.hosts") == ["?", "?"]
    units = "承办单位：云川某某科技有限公司西北某某大学\n"
    assert facts(f"关于举办竞赛的通知\n一、组织机构\n{units}", "organisers.undertakers") == [f"{units[5:-1]}?"]


def test_levels_with_strokes_between_them() -> None:
    text = "关于举办竞赛的通知\n一、奖项设置\n个人组设一/二/三等奖。\n"
    assert facts(text, "level") == ["一等奖", "二等奖", "三等奖"]


def test_bodies_with_blanks_between_them_below_their_label() -> None:
    units = "承办单位：\n云川某某科技有限公司 西北某某大学(本科赛道) 临河某某学院(职教赛道)\n"
    found = facts(f"关于举办竞赛的通知\n一、组织机构\n{units}", "organisers.undertakers")
    assert found == ["云川某某科技有限公司", "西北某某大学（本科赛道）", "临河某某学院（职教赛道）"]


NOTICE = "关于举办云川省数据竞赛的通知\n各有关单位：\n"
NEWS = "云川省数据竞赛在临河落幕\n昨天，12个项目登上领奖台。本届竞赛评出一等奖2名、二等奖4名，由临河市数据局主办。\n"


def test_a_text_that_is_no_notice_says_so_once_and_only_what_has_a_name_stands() -> None:
    """News has no title, number, addressees, sections or signature of a notice."""
    assert sum("不像一份比赛通知" in note for note in gathered(NEWS).notes) == 1
    assert facts(NEWS, "level", "organisers.hosts") == ["临河市数据局?", "一等奖?", "二等奖?"]
    assert facts(f"{NEWS}咨询电话：0961-88001234\n", "contact.phone") == ["0961-88001234"]
    assert not any("不像" in note for note in gathered(f"{NOTICE}一、组织\n主办单位：临河市数据局\n").notes)


@pytest.mark.parametrize(
    ("told", "hosts"),
    [
        ("在省里指导下，临河市数据局联合有关部门举办竞赛。", ["临河市数据局?"]),
        ("竞赛由临河市数据局主办，临河学院承办。", ["临河市数据局"]),
        ("一、组织\n竞赛由临河市数据局主办。", ["临河市数据局"]),
        ("临河数据中心将联合地方主管部门共同举办竞赛。", ["临河数据中心将联合地方主管部门?"]),
        ("一、组织\n数据挑战赛是由云川部主办的全国性赛事，由云川部数据中心和地方数据局共同主办。", ["云川部?"]),
    ],
)
def test_bodies_of_a_sentence_stand_where_it_tells_of_the_organisation(told, hosts) -> None:
    assert facts(f"{NOTICE}{told}\n", "organisers.hosts") == hosts


def test_what_stands_above_the_addressees_is_of_the_page() -> None:
    above = "全国服务：0961-88001234\n2026年3月2日\n政策主题：引导扶持\n云数函〔2026〕9号\n"
    page = f"{above}各县数据局：\n一、组织\n主办单位：云川省数据局\n"
    assert facts(page, "contact.phone", "document.number", "organisers.hosts", "edition.theme") == [
        "引导扶持?",
        "云数函〔2026〕9号",
        "云川省数据局",
        "0961-88001234?",
    ]


@pytest.mark.parametrize(
    ("line", "phases"),
    [
        ("市数据局发布日期：2026-03-02 15:31 来源：市数据局", []),
        ("五、报名\n申报单位于2026年4月1日前填写。", ["申报单位?"]),
        ("五、其他\n组织申报主体在2026年4月1日前完成申报。", ["组织申报主体?"]),
        ("五、报名\n网络报名截止日期为：2026年4月1日", ["网络报名"]),
    ],
)
def test_phases_are_called_after_what_happens_not_who_does_it(line, phases) -> None:
    text = f"{NOTICE}{line}\n"
    assert facts(text, "phase") == phases
    assert facts(text, "registration.opens", "phase.start") == []


def test_a_notice_of_several_activities_has_no_theme_and_hosts_of_its_own() -> None:
    part = (
        "{}、{}展评活动\n（一）活动主题\n共绘{}\n（二）主办单位\n云川{}中心\n（三）联系方式\n联系电话：0961-8800123{}\n"
    )
    text = NOTICE + part.format("一", "绘画", "丰收", "绘画", 4) + part.format("二", "歌手", "晚会", "歌手", 5)
    found = facts(text, "edition.theme", "organisers.hosts", "contact.phone")
    assert len(found) > 2
    assert all(value.endswith("?") for value in found)
    assert "云川绘画中心" in facts(NOTICE + part.format("一", "绘画", "丰收", "绘画", 4), "organisers.hosts")


def test_who_issued_it_by_the_name_of_the_site_alone_is_doubted() -> None:
    site, section = "临河市数据局\n数据竞赛方案\n", "一、组织\n主办单位："
    assert facts(f"{site}{section}云川省数据局\n", "document.issuer") == ["临河市数据局?"]
    assert facts(f"{site}{section}临河市数据局\n", "document.issuer") == ["临河市数据局"]


def test_headings_whose_topics_are_only_read_from_sentences_are_no_tracks() -> None:
    section = "四、组别与领域\n（一）组别划分。分为产品设计组和概念设计组。\n（二）行业领域。分为装备类、汽车类。\n"
    assert [name.rstrip("?") for name in facts(f"{NOTICE}{section}", "track.name")] == ["产品设计组", "概念设计组"]


def test_an_annex_of_the_notice_itself_is_no_basis() -> None:
    told = "根据《云川省数据条例》及《竞赛方案》（附件1），开展申办。"
    assert facts(f"{NOTICE}{told}\n", "basis") == ["《云川省数据条例》"]


def test_what_need_not_be_handed_in_and_what_was_won_before_are_not_of_this_contest() -> None:
    text = "一、要求\n暂不需提交环保批文、土地证明。\n往届竞赛一、二等奖获奖作品可再次推荐。\n"
    assert facts(f"{NOTICE}{text}", "submission", "level") == ["?"]


def test_papers_by_their_short_names_and_standards_are_no_bases() -> None:
    told = "落实《云川省数据行动计划》，总结《三年行动计划》情况。根据《数据评估模型》（GB/T36073-2018）推荐。"
    assert facts(f"{NOTICE}{told}\n", "basis") == ["《云川省数据行动计划》"]


def test_a_body_above_a_title_that_begins_with_about_is_the_letterhead() -> None:
    text = "临河市委办公室\n关于做好数据竞赛工作的通知\n一、组织\n主办单位：云川省数据局\n"
    assert facts(text, "document.issuer") == ["临河市委办公室"]


PRIZED = "关于举办云川省数据竞赛的通知\n各有关单位：\n现将有关事项通知如下。\n"


@pytest.mark.parametrize(
    ("told", "levels"),
    [
        ("一、奖励办法\n设一等奖1名。获奖团队分享现金奖励共20万元。\n", ["一等奖"]),
        ("一、奖项设置\n决出的冠亚军为一等奖，前六名为二等奖。\n", ["一等奖", "二等奖"]),
        (
            "一、征集内容\n征集数据议题。\n二、文末抽奖\n转发本文即可参与。\n三等奖 3位\n雨伞\n一等奖 1位\n手环\n",
            ["?"],
        ),
    ],
)
def test_no_level_stands_within_another_word_or_in_a_lottery(told, levels) -> None:
    assert facts(PRIZED + told, "level") == levels


def test_about_so_many_is_no_exact_number() -> None:
    told = "一、奖励办法\n本次活动设一等奖约10名，二等奖20名。\n"
    assert facts(PRIZED + told, "quota") == ["10?", "20"]


def test_special_awards_that_are_counted_in_pieces_keep_their_names() -> None:
    told = "一、奖项设置\n金奖1件，奖杯＋证书；\n最佳设计扶贫奖5件，奖杯＋证书；\n最佳产业创新奖5件，奖杯＋证书；\n"
    assert facts(PRIZED + told, "special") == ["最佳设计扶贫奖", "最佳产业创新奖"]


def test_two_days_side_by_side_are_a_period_and_others_are_doubted() -> None:
    told = "一、时间安排\n（一）线下培训时间：3月18日、19日。\n（二）线下路演时间：4月2日、16日。\n"
    assert facts(PRIZED + told, "phase.start", "phase.end") == [
        "2026-03-18",
        "2026-03-19",
        "2026-04-02?",
        "2026-04-02?",
    ]


def test_what_only_ends_has_no_beginning() -> None:
    told = "<table><tr><th>时间</th><th>内容</th></tr><tr><td>2026.5.1-2026.5.20</td><td>报名</td></tr>"
    rows = "<tr><td>2026.5.28</td><td>补报名截止</td></tr><tr><td>2026.6.1</td><td>决赛</td></tr></table>"
    found = facts(f"<h1>云川省机器人大赛规则</h1><h2>竞赛赛程</h2>{told}{rows}", "phase.start", ending=".html")
    assert found == ["2026-05-01", "2026-06-01"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("（一）院（系）初赛阶段（2026年3月—4月）\n各院（系）自行组织初赛并推荐作品。\n", "院（系）初赛阶段"),
        ("校级赛起止时间：2026年4月1日8:00至4月7日20:00\n区域赛起止时间：2026年4月10日至4月12日\n", "校级赛"),
        ("1.2026年4月1日至4月9日，分赛区完成作品初赛评审，推荐优秀作品。\n", "作品初赛评审"),
        ("本届大赛的报名截止日期为2026年4月12日。\n线上初赛将于2026年4月15日举行。\n", "报名"),
        ("我校参赛作品的报名时间为4月1日-4月9日\n初赛时间为4月12日\n", "报名"),
    ],
)
def test_a_phase_is_called_as_it_is_printed(told, name) -> None:
    more = "（二）决赛阶段（2026年5月）\n组织决赛答辩并评出名次。\n"
    assert facts(f"{PRIZED}一、赛程安排\n{told}{more}", "phase")[0] == name


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("活动时间\n10.17-11.02 比赛报名\n11.05-11.06 线上预选赛\n", ["比赛报名", "线上预选赛"]),
        ("赛程安排\n5月7号-5月16号\n组队报名\n6月5号\n初赛（线下答辩）\n扫码报名！\n", ["组队报名", "初赛"]),
    ],
)
def test_an_article_without_numbers_has_headings_by_their_names(told, expected) -> None:
    text = f"# 云川省数据竞赛报名开启\n竞赛面向全省。\n参赛对象\n在校学生。\n{told}预览时标签不可点\n7.1-7.9 别的比赛\n"
    assert facts(text, "phase", ending=".md") == expected


def test_what_stands_below_a_code_to_scan_is_of_the_notice() -> None:
    foot = "微信扫一扫报名\n云川省数据局\n电话：0961-88001234\n"
    for below in ("", "推荐阅读\n云川省数据局\n2026年3月1日\n"):
        text = f"云川省数据竞赛报名开启\n竞赛面向全省。\n参赛对象\n在校学生。\n{foot}{below}"
        assert facts(text, "contact.role")[0].strip("?") == "云川省数据局"
        assert facts(text, "document.issued") == ["2026-03-01" if below else "?"]


def test_headings_before_lists_and_usual_ones_are_of_one_kind() -> None:
    groups = "竞赛分为两组\n（一）政企组：单位职工。\n（二）高校组：在校学生。\n参赛形式\n自由组队。\n"
    awards = "奖项设置\n（一）政企组：\n冠军（1队）\n（二）高校组：\n冠军（2队）\n联系方式\n电话：0961-88001234\n"
    text = f"云川省数据竞赛\n竞赛面向全省。\n{groups}{awards}"
    assert [name.strip("?") for name in facts(text, "track.name")] == ["政企组", "高校组"]
    assert facts(text, "quota", "contact.phone") == ["0961-88001234", "1", "2"]


def test_a_round_has_the_day_of_its_own_label() -> None:
    first = "（一）初赛\n报名采取线上方式：\n报名时间：2026年7月22日至8月2日\n初赛时间：2026年8月8日\n"
    text = f"{PRIZED}一、赛事安排\n{first}（二）决赛\n时间：2026年8月23日\n"
    assert facts(text, "phase", "phase.start") == ["初赛", "2026-08-08", "决赛", "2026-08-23"]


def test_a_title_over_two_lines_and_a_theme_are_whole() -> None:
    text = "第二届云川省大学生\n数据采集与分析大赛通知\n一、大赛主题\n数据有为 临河同行\n"
    assert facts(text, "document.title") == ["第二届云川省大学生数据采集与分析大赛通知"]
    listed = f"{PRIZED}一、概况\n1.大赛主题：数据有为 临河同行；\n2.大赛时间：2026年5月；\n"
    for told in (text, listed):
        assert gathered(told).files["edition.yml"]["theme"].value == "数据有为 临河同行"


def test_a_committee_that_is_part_of_an_association_signs_with_it() -> None:
    text = f"{PRIZED}请积极参加。\n云川省数据产业协会\n数据安全专业委员会\n2026年2月20日\n"
    assert facts(text, "document.issuer") == ["云川省数据产业协会数据安全专业委员会"]


def test_bodies_that_run_together_below_a_notice_are_doubted() -> None:
    text = f"{PRIZED}请积极参加。\n临 河 市 教 育 局 临 河 市 总 工 会\n2026年2月20日\n"
    assert facts(text, "document.issuer") == ["临河市教育局临河市总工会?"]


@pytest.mark.parametrize(
    "told", ["提交文本时请按照《参赛作品装订要求》提交。", "继续推广实施《云帆标识使用办法》，统一使用标识。"]
)
def test_papers_to_hand_in_by_are_no_grounds(told) -> None:
    assert facts(f"{PRIZED}一、作品要求\n{told}\n", "basis") == []


def test_days_within_which_money_is_paid_are_no_publicity() -> None:
    told = "一、奖金发放\n结果公示无异议后（公示期约1个月），在30个工作日内通过转账发放。\n"
    assert facts(PRIZED + told, "publicity.days") == []


def test_what_introduces_materials_is_no_material() -> None:
    told = "一、提交要求\n提交的材料包括但不限于模型参数文件、程序源代码及其说明文档。\n"
    assert facts(PRIZED + told, "submission") == ["模型参数文件", "程序源代码", "说明文档"]


def test_the_subject_of_a_mail_is_no_motto() -> None:
    assert facts(f"{PRIZED}请发送邮件，邮件主题为“申请书-姓名-单位”。\n", "edition.theme") == ["?"]


def test_a_rubric_without_a_name_is_doubted_and_its_sum_is_no_indicator() -> None:
    head = "<tr><th>编号</th><th>评分项</th><th>评审指标</th></tr>"
    rows = "<tr><td>1</td><td>创意（40分）</td><td>新</td></tr><tr><td>2</td><td>实用（60分）</td><td>好</td></tr>"
    total = "<tr><td>总分</td><td>100分</td><td></td></tr>"
    text = f"<h1>云川竞赛补充文件</h1><p>具体如下：</p><table>{head}{rows}{total}</table>"
    assert facts(text, "rubric.name", ending=".html") == ["评价指标?"]
    assert "100分" not in "".join(facts(text, "indicator", ending=".html"))


@pytest.mark.parametrize(
    "told",
    [
        "1. 前瞻性、战略性（50分）\n作品对技术有深刻洞察。\n2. 科学性，以数据为依据（50分）\n作品数据来源可靠。\n",
        "（一）主观分\n1. 研究思路（分值：30分）\n2. 技术路线（分值：20分）\n（二）客观分\n1. 特异性≥90%（50分）\n",
        "1. 论文\n科学性40%（意义15%、方法合理性25%）\n先进性60%（先进程度30%、难度30%）\n",
    ],
)
def test_indicators_with_their_points_in_lines_of_their_own_are_a_rubric(told) -> None:
    found = facts(f"{PRIZED}一、作品评选标准\n{told}二、其他\n另行通知。\n", "rubric.total")
    assert found == ["100"]


def test_rubrics_of_one_name_are_told_apart_by_somebody() -> None:
    told = (
        "1. 初审阶段\n（1）算法性能（60分）\n（2）文档（40分）\n2. 终审阶段\n（1）技术突破（50分）\n（2）答辩（50分）\n"
    )
    assert facts(f"{PRIZED}一、作品评选标准\n{told}", "rubric.name") == ["作品评选标准?"] * 2


def test_bodies_of_a_line_end_with_it() -> None:
    names = ["云川科技有限公司", "云川大学设计学院", "云川省设计协会", "云川·在线", "云川（临河）数据公司"]
    lines = ("举办单位", "主办单位", "云川省数据局", "承办单位", "、".join(names), "特邀合作平台", "云川村平台")
    text = "".join(f"<p>{line}</p>" for line in ("关于举办云川省数据竞赛的通知", *lines))
    assert facts(text, "organisers.undertakers", ending=".html") == names


@pytest.mark.parametrize("heading", ["大赛流程", "申报立项流程", "活动内容及时间"])
def test_phases_stand_below_what_offices_call_their_order(heading) -> None:
    told = "1.7月8日-7月14日，团队报名，填写申报书。\n2.7月15日-7月16日，专家评审，给出名次。\n"
    assert facts(f"{PRIZED}一、{heading}\n{told}", "phase") == ["团队报名", "专家评审"]


def test_the_day_that_is_called_the_end_of_entering_closes_it() -> None:
    flow = "一、大赛流程\n作品征集\n2026年6月24日—9月3日\n初评评审\n2026年9月4日—9月11日\n"
    text = f"{PRIZED}{flow}二、报名方式\n报名截止日期：2026年6月30日。\n"
    assert facts(text, "registration.closes") == ["2026-06-30"]


def test_awards_that_are_listed_in_quotation_marks() -> None:
    told = "一、表彰奖励\n按比例设特等奖、一等奖。\n本届竞赛设“优秀指导教师”“先进个人”奖项，奖励优秀的教师和学生。\n"
    assert facts(PRIZED + told, "special") == ["优秀指导教师", "先进个人"]


def test_questions_that_are_collected_for_a_quiz_are_no_entries() -> None:
    told = (
        "一、活动内容及时间\n1.征集竞赛题目，时间：2026年4月22日-5月31日。\n2.网上答题，时间：2026年9月1日-9月30日。\n"
    )
    assert facts(PRIZED + told, "registration.closes") == []


def test_materials_of_one_group_of_entrants_are_doubted() -> None:
    told = "1.创意组。报名需提交身份证件、商业计划书。\n2.创业组。报名需提交营业执照、项目报告。\n"
    assert facts(f"{PRIZED}一、参赛资格与报名\n{told}", "submission") == ["身份证件?", "商业计划书?"]


def test_a_heading_that_only_begins_like_entering_names_no_phase() -> None:
    told = "一、其他事宜\n1.报名人数较多的市县可以派领队参加，并于11月17日上午下班前发送回执至邮箱。\n"
    assert facts(PRIZED + told, "registration.closes", "phase.kind") in ([], ["other?"])


def test_awards_to_which_winners_are_put_forward_are_of_others() -> None:
    told = "一、奖项设置\n设组织奖3个。\n优先推荐获奖选手参与评选云川青年创业奖等评优活动。\n"
    assert facts(PRIZED + told, "special") == ["组织奖"]


def test_phases_say_when_in_their_text() -> None:
    first = "1.学习准备。2026年5月1日—5月9日，参赛者登录官网学习。\n"
    second = "2.网络竞赛。由云川大学承办，以网络形式开展。时间安排为：2026年6月4日9点—6月9日，共分4期。\n"
    found = facts(f"{PRIZED}一、活动时间\n{first}{second}", "phase", "phase.start")
    assert found == ["学习准备", "2026-05-01", "网络竞赛", "2026-06-04T09:00"]


def test_what_a_page_says_of_itself_is_no_place_to_enter_and_no_contact() -> None:
    foot = "如需转载，请注明出处：https://page.example.cn\n"
    text = f"征订热线：0961-88005678\n关于举办竞赛的通知\n一、报名\n报名网址：race.example.cn\n{foot}"
    assert facts(text, "registration.url", "contact.phone") == ["http://race.example.cn", "0961-88005678?"]
    assert facts("关于举办竞赛的通知\n联系人：王某 0961--88001234。\nQQ客服\n0961-88005678\n", "contact.phone") == [
        "0961-88001234"
    ]


def test_a_name_in_two_languages_and_numbers_of_kinds_are_no_places() -> None:
    name = "一、大赛名称\n项目名称：2026年“云帆”数据创新大赛（Cloud Sail Contest，简称CSC）\n"
    text = f"关于举办竞赛的通知\n{name}二、项目\n分为国赛精选项目（23个）等类。\n"
    assert facts(text, "edition.name", "finals.quota") == ["2026年“云帆”数据创新大赛?", "?"]


def test_what_stands_below_other_headings_is_of_the_contest_or_not() -> None:
    told = "四、相关要求\n本次活动由云川省教育厅主办，云川省电教馆承办。资料请登录网站下载，网址：http://page.example.cn。\n"
    theme = "二、征文主题\n围绕数据，主要包括：\n1.数据的组织、实施；\n2.数据的运用；\n"
    papers = "五、材料\n参评报送方式为报送文字材料、影像资料。\n二00九年二月十六日\n"
    text = f"关于举办竞赛的通知\n各校：\n{theme}{told}{papers}"
    assert facts(text, "organisers.hosts", "registration.url", "edition.theme") == [
        "?",
        "云川省教育厅",
        "http://page.example.cn?",
    ]
    assert facts(text, "document.issued") == ["2009-02-16?"]
    assert "方式为报送文字材料?" in facts(text, "submission")


def test_an_office_on_a_floor_is_doubted() -> None:
    told = "信箱：abc@example.com。报送地点：办公楼四楼宣传部。联系人：王某，电话：0961-88001234。\n"
    assert facts(f"关于举办竞赛的通知\n一、联系方式\n{told}", "contact.role")[-1].endswith("?")


def test_entering_that_has_begun_and_ends_elsewhere() -> None:
    begun, due = "报名已于2026年5月20日开启，以下为赛程详情：", "报名时间：截止至2026年6月12日18:00"
    found = items_of(gathered(f"关于举办竞赛的通知\n请积极参加。\n{begun}\n{due}\n决赛时间：2026年7月1日\n"))
    assert {kind: value for (kind, _, value), _ in found if kind.startswith("registration.")} == {
        "registration.opens": "2026-05-20",
        "registration.closes": "2026-06-12T18:00",
        "registration.text": "2026年5月20日",
    }
    assert [value for (kind, _, value), _ in found if kind == "phase"] == ["报名", "报名", "决赛"]


def test_representatives_are_no_papers() -> None:
    text = "关于举办竞赛的通知\n一、宣传\n大赛将向专家学者、企业代表、校园群体报送成果表。\n"
    assert "企业代表?" in facts(text, "submission")


def test_an_article_is_no_place_to_enter() -> None:
    told = "一、报名方式\n报名详情见https://mp.weixin.qq.com/s?biz=MzA&mid=22，登录https://race.example.cn报名。\n"
    assert facts(PRIZED + told, "registration.url") == ["https://race.example.cn"]


def test_topics_behind_the_word_for_directions_below_each_track() -> None:
    tracks = "".join(
        f"赛道{n}：{name}\n由云川省{by}牵头。\n方向：{topics}。\n"
        for n, name, by, topics in (
            (1, "现代农业", "农业农村厅", "草畜平衡核算；奶牛健康预警"),
            (2, "口岸贸易（特色赛道）", "商务厅", "班列单证互认；车辆排队调度"),
        )
    )
    text = f"关于举办竞赛的通知\n一、赛道及赛题\n共设2个赛道。\n{tracks}二、其他\n另行通知。\n"
    assert facts(text, "track.name") == ["现代农业", "口岸贸易"]
    assert facts(text, "topic") == ["草畜平衡核算", "奶牛健康预警", "班列单证互认", "车辆排队调度"]


def test_kinds_that_are_all_called_alike_are_kept_whatever_their_first_words() -> None:
    text = (
        "关于举办竞赛的通知\n一、竞赛类别\n1.质量追溯类：面向产品。\n2.指标体系类：面向管理。\n二、其他\n另行通知。\n"
    )
    assert [name.strip("?") for name in facts(text, "track.name")] == ["质量追溯", "指标体系"]


def test_levels_in_quotation_marks_and_those_that_are_no_prizes_by_their_names() -> None:
    for told in ("设“揭榜先锋”1名、“揭榜新锐”2名。", "设示范级成果1项、专业级成果2项，颁发证书。"):
        text = f"关于举办竞赛的通知\n一、奖项设置\n{told}\n二、其他\n另行通知。\n"
        assert facts(text, "quota") == ["1", "2"]


def test_days_below_any_heading_are_phases_where_most_are_usual_ones() -> None:
    lines = "1.报名（4月1日至4月30日）\n2.初赛（5月11日）\n3.供需洽谈（5月20日）\n"
    text = f"关于举办竞赛的通知\n一、怎么走完全程\n{lines}二、其他\n另行通知。\n"
    assert [name.strip("?") for name in facts(text, "phase")] == ["报名", "初赛", "供需洽谈"]


def test_what_a_track_is_for_is_no_list_of_topics() -> None:
    kinds = (
        "破阵赛：采取组队模式，题目类型包括综合、网络、逆向和移动等。\n擂台赛：主要面向基础扎实、富有创新思维的选手。\n"
    )
    about = "数据赛：综合考虑结果的准确性和提交时间的先后顺序评分。\n"
    text = f"关于举办竞赛的通知\n一、赛项说明\n{kinds}{about}二、其他\n另行通知。\n"
    assert all(title.endswith("?") for title in facts(text, "topic"))


def test_what_is_asked_of_the_entries_of_a_track_is_no_topic() -> None:
    asked = "1.作品要求：\n鼓励创新。\n2.提交形式：\n通过小程序提交。\n"
    text = f"关于举办竞赛的通知\n一、比赛内容\n主题一：创意设想\n{asked}主题二：创新制作\n{asked}二、其他\n另行通知。\n"
    assert facts(text, "topic") == []


def test_an_address_is_no_office_and_the_foot_of_a_page_no_contact() -> None:
    lines = "大赛组委会办公室：\n临河网络安全协会\n银河商务中心2101室\n电话：0961-88001234\n"
    foot = "商务合作，文章发布请联系page@site.example.cn\n"
    text = f"关于举办竞赛的通知\n一、联系方式\n{lines}{foot}"
    assert facts(text, "contact.role", "contact.email") == [
        "临河网络安全协会",
        "page@site.example.cn?",
        "临河网络安全协会?",
    ]


def test_a_table_of_bars_has_its_merged_cells() -> None:
    rows = "|新颖<br>（60分）|创意|想法新|\n|方法|做法新|\n|实用<br>（40分）|成效|有用|\n|推广|可用|\n"
    text = f"# 关于举办竞赛的通知\n## 一、评分标准\n|评分内容|评分项目|评分要点|\n|---|---|---|\n{rows}"
    assert facts(text, "indicator", ending=".md") == ["新颖", "创意", "方法", "实用", "成效", "推广"]


def test_a_group_of_a_messenger_is_no_telephone_and_a_fax_may_be_one() -> None:
    lines = "竞赛QQ群：800123456。\n联系电话：0961-88001234（传真同号）\n"
    assert facts(f"关于举办竞赛的通知\n一、联系方式\n{lines}", "contact.phone") == ["0961-88001234"]


def test_advisers_are_no_entrants() -> None:
    text = "关于举办竞赛的通知\n一、参赛对象\n每支队伍由3名学生和1至2名指导教师组成。\n"
    assert facts(text, "team.max_representatives") == ["3"]


def test_what_a_report_consists_of_is_not_handed_in_by_itself() -> None:
    text = "关于举办竞赛的通知\n一、成果形式\n需提交项目报告，内容包括项目概述、解决方案、应用价值等。\n"
    assert facts(text, "submission") == []


def test_what_one_track_of_several_asks_for_is_doubted() -> None:
    kinds = "1.图文类：提交作品原图和设计说明。\n2.视频类：时长不超过3分钟。\n"
    text = f"关于举办竞赛的通知\n一、作品类别\n{kinds}二、其他\n另行通知。\n"
    assert all(name.endswith("?") for name in facts(text, "submission"))


_TRACKS = "二、赛道\n设置医疗健康、城市治理2个国家赛道，以及低空经济、语料建设2个特色赛道。\n"
_KINDS = "二、赛道设置\n共设4个赛道。\n专业赛道（3个）：医疗健康、低空经济、语料。\n开放赛道（1个）：自由选题。\n"
_OF_ONES_OWN = "二、赛道\n|赛道|赛题|\n|-|-|\n|云栖创新|团队自拟|\n|医疗健康|挂号|\n|医疗健康|随访|\n"
_CELLS = "|1名，8万元|2名，各4万元|\n"
_LED = "二、赛道\n设2个赛道，分别是：医疗健康（牵头单位：市文旅局）、现代农业（牵头单位：市农业农村局）。\n"
_OFFERED = """一、榜单任务
（一）能源方向
1.灾害预警。发榜单位：云川能源集团。
2.泄漏感知。发榜单位：云川石油公司。
（二）农业方向
1.产业定价。
"""
_GROUPED = """三、赛道赛题
（一）数字枸杞（现代农业赛道）
赛题1：溯源
赛题2：定价
（二）数字酒庄（商贸流通赛道）
赛题1：画像
赛题2：预测
"""
_IN_CELLS = """五、赛程安排
|环节|时间|内容|
|-|-|-|
|申报|5月20日|登录平台提交申报书、路演PPT、承诺函|
|初赛|7月8日|线上评审|
"""
_SCORED = "六、评审标准\n|指标|分值|评审内容|\n|-|-|-|\n|价值|60|融合广度、复用方式|\n|示范|40|可复制性、行业影响|\n"
_STEPS = """四、报送
（一）自主申报。申报单位于2026年6月12日前填报。
（二）审核推荐。市局审核，于2026年6月26日前报送。
（三）专家评审。2026年7月，组织评审。
（四）公示。无异议的予以公布。
"""
_GROUPS = "|组别|奖项|名额|奖金（万元）|\n|-|-|-|-|\n|企业组|一等奖|1|50|\n|团队组|一等奖|1|40|\n"


@pytest.mark.parametrize(
    ("section", "kind", "expected"),
    [
        (
            _STEPS,
            "phase",
            ["自主申报", "审核推荐?", "专家评审", "公示?"],
        ),
        ("四、评审安排\n1.初审（6月1日—6月5日）\n2.专家评审（6月8日）\n", "phase.kind", ["review", "review"]),
        (
            "七、大赛流程：\n第一阶段：报名阶段（6月1日至7月15日），填报名表\n第二阶段：初评阶段（7月下旬），书面评审\n",
            "phase",
            ["报名阶段", "初评阶段"],
        ),
        (_TRACKS, "track.name", ["医疗健康", "城市治理", "低空经济", "语料建设"]),
        (f"{_TRACKS}三、奖项设置\n每个国家赛道设一等奖2个。每个特色赛道设一等奖1个。\n", "quota", ["2", "2", "1", "1"]),
        (f"{_KINDS}三、奖项\n（一）专业赛道。每个赛道设一等奖2个。\n", "quota", ["2", "2", "2"]),
        (f"{_KINDS}三、推荐\n20个项目晋级总决赛。\n", "track.name", ["医疗健康", "低空经济", "语料", "开放"]),
        (f"{_KINDS}三、推荐\n20个项目晋级总决赛。\n", "finals.quota", ["?"]),
        (_OF_ONES_OWN, "track.kind", ["open", "professional"]),
        (f"三、奖项\n|赛道|一等奖|二等奖|\n|-|-|-|\n|开放{_CELLS}|甲{_CELLS}", "prize", ["80000", "40000"]),
        (
            "五、评审指标\n甲组评价技术（35分）、市场（30分）、团队（35分）；乙组评价产品（40分）、业绩（30分）、潜力（30分）。\n",
            "indicator",
            ["技术?", "市场?", "团队?", "产品?", "业绩?", "潜力?"],
        ),
        ("九、联系方式\n市数据局：0531-88002201、88002202\n", "contact.phone", ["0531-88002201", "0531-88002202"]),
        ("五、报送\n请将推荐函、案例申报书的盖章扫描件报送至市局。\n", "submission", ["推荐函", "案例申报书"]),
        (
            "三、赛程\n（一）赛题征集。5月20日前\n（二）项目征集。6月1日至7月15日\n",
            "phase.kind",
            ["other?", "registration"],
        ),
        (
            "三、赛程\n|阶段|时间|内容|\n|-|-|-|\n|第一阶段|5月1日|报名|\n|第二阶段|6月1日|初赛|\n",
            "phase",
            ["报名", "初赛"],
        ),
        (_LED, "track.unit", ["市文旅局?", "市农业农村局?"]),
        (_OFFERED, "topic.unit", ["云川能源集团", "云川石油公司"]),
        (
            "七、奖励\n特等奖：3队\n一等奖：占参赛队总数的5%\n二等奖：占参赛队总数的10%\n",
            "level",
            ["特等奖", "一等奖", "二等奖"],
        ),
        (
            "二、组织\n主办单位：云川市数据局\n联合主办：云川市商务局\n",
            "organisers.hosts",
            ["云川市数据局", "云川市商务局"],
        ),
        (_GROUPED, "topic", ["溯源?", "定价?", "画像?", "预测?"]),
        (
            "二、赛道设置\n1.算力赛道：调度优化、协同预测\n2.牧业赛道：个体识别、草场评估\n3.青年赛道：不限题目\n",
            "track.kind",
            ["professional", "professional", "open"],
        ),
        (
            "六、评审标准\n|评审项|评审细则|满分|\n|-|-|-|\n|价值|有用|60|\n|技术|先进|40|\n",
            "indicator",
            ["价值", "技术"],
        ),
        ("三、征集方向\n1、企业空间：服务企业。\n2、行业空间：服务行业。\n", "track.name", ["企业空间?", "行业空间?"]),
        ("四、赛道\n设“数字工业、数字农业、数字文旅”三大赛道：\n", "track.name", ["数字工业", "数字农业", "数字文旅"]),
        ("二、赛项\n（一）分析师赛项（单人赛）\n（二）标注员赛项（双人赛）\n", "track.name", ["分析师", "标注员"]),
        ("九、联系\n大赛组委会办公室设在市数据局，电话：0791-88005001。\n", "contact.role", ["大赛组委会办公室"]),
        (
            "八、报名\n登录云川开放平台（data.yunchuan.example.cn）报名。\n",
            "registration.url",
            ["http://data.yunchuan.example.cn"],
        ),
        ("二、组织\n组委会下设秘书处，挂靠云川工业大学教务处。\n", "organisers.secretariat", ["云川工业大学教务处"]),
        (f"{_KINDS}三、奖项\n各赛道按甲组、乙组分别排名，设一等奖1名、二等奖1名。\n", "quota", ["1?"] * 8),
        ("三、赛程\n1.评审：2026年6月中上旬\n2.发布：7月下半月\n", "phase.start", ["2026-06-01", "2026-07-16"]),
        (_IN_CELLS, "submission", ["申报书", "路演PPT", "承诺函"]),
        ("七、奖项设置\n各赛道设一等奖1项。\n优秀组织单位不超过8家，颁发奖牌。\n", "special", ["优秀组织单位"]),
        ("八、联系\n赛事邮箱：a@yunchuan.example.cn\n", "contact.role", ["赛事联系?"]),
        (
            "八、联系\n市局：0931-88005566、市馆：0931-88005577\n咨询时间：工作日9:00-17:00\n",
            "contact.hours",
            ["工作日9:00-17:00"] * 2,
        ),
        (_SCORED, "focus", ["融合广度", "复用方式", "可复制性", "行业影响"]),
        (
            "二、赛道\n设“2个基础赛道+2个特色赛道”。\n基础赛道：医疗、治理；特色赛道：物流、网联。\n",
            "track.name",
            ["医疗", "治理", "物流", "网联"],
        ),
        (
            "二、赛道\n|赛道|主责部门|赛题|\n|-|-|-|\n|医疗|省卫健委|筛查|\n|文旅|省文旅厅|导览|\n",
            "track.unit",
            ["省卫健委", "省文旅厅"],
        ),
        (
            "一、组织\n主办单位：云川市人民政府\n联办单位：云川市教育局\n",
            "organisers.hosts",
            ["云川市人民政府", "云川市教育局"],
        ),
        ("六、评审\n决赛评分维度：创新性45%、可行性55%。\n", "rubric.name", ["决赛评分维度"]),
        (
            "四、日程\n|时间|事项|\n|-|-|\n|5月26日|初赛（书面评审）|\n|6月16日|决赛（现场答辩）|\n",
            "phase",
            ["初赛", "决赛"],
        ),
        ("四、赛程\n复赛评出一等奖1个、二等奖2个。\n五、奖励\n一等奖10万元，二等奖5万元。\n", "quota", ["1", "2"]),
        (
            "二、赛道：（一）智慧农业（二）口岸贸易（三）清洁能源\n",
            "track.name",
            ["智慧农业?", "口岸贸易?", "清洁能源?"],
        ),
        (
            "二、竞赛内容\n设攻防、治理两个赛项。\n（一）攻防。考察漏洞挖掘、应急响应能力。\n（二）治理。考察分类、评估能力。\n",
            "topic",
            [],
        ),
        ("三、奖项设置\n甲组、乙组分别设一等奖1名、二等奖2名。\n", "quota", ["1?", "2?"]),
        (f"三、奖项设置\n{_GROUPS}", "prize", ["400000?"]),
        ("三、奖项设置\n设一等奖1名，颁发证书，不设现金奖励。\n", "awards.no_cash", ["true"]),
        (
            "七、评审标准\n复赛采用百分制：\n1.技术（60分）：先进性、成熟度\n2.前景（40分）：市场规模、竞争优势\n",
            "focus",
            ["先进性", "成熟度", "市场规模", "竞争优势"],
        ),
        (
            "七、评分标准\n决赛评分由质量（60%）、答辩（30%）、文档（10%）三部分组成。\n",
            "indicator",
            ["质量", "答辩", "文档"],
        ),
        (
            "第一条 评审采用百分制，评审要素及分值如下：\n（一）创新性65分；\n（二）实用性35分。\n",
            "indicator",
            ["创新性?", "实用性?"],
        ),
        ("五、报名\n在平台填报揭榜申报书并上传相关证明材料。\n", "submission", ["揭榜申报书", "相关证明材料"]),
        ("五、报送\n请将申报材料（申报表、承诺书）纸质版邮寄至市局。\n", "submission", ["申报表", "承诺书"]),
        (
            "五、材料\n案例材料应包括基本情况、主要做法、应用成效三个部分。\n",
            "outline",
            ["基本情况", "主要做法", "应用成效"],
        ),
        ("九、联系方式\n组委会办公室联系人：林工\n联系电话：0596-88003301\n", "contact.role", ["组委会办公室"]),
    ],
)
def test_facts_in_the_words_of_offices(section, kind, expected) -> None:
    assert facts(f"关于举办2026年竞赛的通知\n各有关单位：\n{section}", kind) == expected


def test_who_seals_for_a_committee_is_not_of_its_name() -> None:
    foot = "云川数据竞赛组委会\n（云川市数据局代章）\n2026年3月12日\n"
    text = f"关于举办竞赛的通知\n各有关单位：\n请积极参加。\n请加强宣传。\n{foot}"
    assert facts(text, "document.issuer") == ["云川数据竞赛组委会"]


def test_a_title_whose_first_line_ends_in_a_contest() -> None:
    text = "第六届“云帆”数据创新大赛之\n云川数据建模挑战赛\n竞赛章程\n一、竞赛介绍\n由云川学会主办。\n"
    assert facts(text, "document.title") == ["第六届“云帆”数据创新大赛之云川数据建模挑战赛竞赛章程"]
