"""Tracks, awards and days are read in whatever shape a notice tells them: all of them, without a mark, nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import gather
from generator.intake.tracks.wanted import Wanted
from tests.intake.corpus import made_up
from tests.intake.corpus.shapes import BEFORE_PRIZES, FOOT, HEAD, PRIZES, TIMES, TRACKS
from tests.intake.corpus.third import CONTEST, FORMS
from tests.intake.scoring import Item, items_of

COUNTS = {"一等奖": (1, 30000), "二等奖": (2, 20000), "三等奖": (3, 10000)}
PHASES = {
    "3月10日至4月10日": ("报名", "registration", "2026-03-10", "2026-04-10"),
    "4月20日至4月25日": ("初赛", "review", "2026-04-20", "2026-04-25"),
    "5月20日": ("决赛", "final", "2026-05-20", "2026-05-20"),
    "5月25日至5月29日": ("公示", "publicity", "2026-05-25", "2026-05-29"),
}


def read(section: str, *kinds: str) -> set[tuple[Item, bool]]:
    wanted = Wanted(2026, CONTEST, FORMS, False, made_up.FIELDS)
    gathered = gather(opened((".md", (HEAD + section + FOOT).encode())), wanted)
    return {found for found in items_of(gathered) if found[0][0] in kinds}


def sure(items: Iterable[Item]) -> set[tuple[Item, bool]]:
    return {(item, False) for item in items}


@pytest.mark.parametrize(("tracks", "section"), [(facts, text) for facts, texts in TRACKS for text in texts])
def test_tracks(tracks, section) -> None:
    names = (("track.name", str(at), name) for at, name in enumerate(tracks, 1))
    topics = [
        ("topic", f"{at}.{n}", title) for at, own in enumerate(tracks.values(), 1) for n, title in enumerate(own, 1)
    ]
    assert read(section, "track.name", "topic") == sure((*names, *topics))


@pytest.mark.parametrize(("each", "section"), [(each, text) for each, texts in PRIZES.items() for text in texts])
def test_awards(each, section) -> None:
    over = ("医疗健康", "城市治理") if each else ("edition",)
    quotas = (("quota", f"{level} {of}", str(count)) for level, (count, _) in COUNTS.items() for of in over)
    prizes = (("prize", level, str(cny)) for level, (_, cny) in COUNTS.items())
    assert read(BEFORE_PRIZES + section, "quota", "prize") == sure((*quotas, *prizes))


@pytest.mark.parametrize("section", TIMES)
def test_phases(section) -> None:
    facts = (
        item
        for text, (name, kind, start, end) in PHASES.items()
        for item in (
            ("phase", text, name),
            ("phase.kind", text, kind),
            ("phase.start", text, start),
            ("phase.end", text, end),
        )
    )
    assert read(section, "phase", "phase.kind", "phase.start", "phase.end") == sure(facts)


@pytest.mark.parametrize("upper", ["全国总决赛", "岭西省分赛", "岭西自治区“云帆”大赛选拔赛"])
def test_places_in_the_contest_above(upper) -> None:
    section = f"六、推荐\n推荐不超过20个优秀项目参加{upper}，其中中小企业项目不少于30%。\n"
    facts = (("finals.quota", "", "20"), ("finals.at_most", "", "true"), ("finals.sme_min_share", "", "0.3"))
    assert read(section, *(kind for kind, *_ in facts)) == sure(facts)


def test_a_last_round_of_its_own_is_not_the_contest_above() -> None:
    section = "五、赛程\n确定99个项目进入总决赛。\n六、推荐\n推荐20个项目参加全国总决赛。\n"
    assert read(section, "finals.quota") == sure([("finals.quota", "", "20")])


def test_who_offers_topics_stays_with_them_where_it_differs_anywhere() -> None:
    rows = "|医疗健康|挂号|甲院|\n|医疗健康|随访|乙院|\n|城市治理|井盖|丙局|\n|城市治理|渣土|丙局|\n"
    found = read(f"二、榜单\n|赛道|榜题名称|发榜单位|\n|-|-|-|\n{rows}", "track.unit", "topic.unit")
    units = {"1.1": "甲院", "1.2": "乙院", "2.1": "丙局", "2.2": "丙局"}
    assert found == sure(("topic.unit", at, unit) for at, unit in units.items())


def test_materials_below_a_sentence_and_what_a_write_up_has() -> None:
    section = "五、报名\n请按要求上传以下材料：\n1.申报书；\n2.营业执照副本。\n"
    assert read(section, "submission") == sure([("submission", "", "申报书"), ("submission", "", "营业执照副本")])
    section = "五、申报材料\n申报书、执照副本（企业提供）。申报书应当包括以下内容：\n1.核心技术\n2.团队情况\n"
    outline = [("outline", "", "核心技术"), ("outline", "", "团队情况")]
    assert read(section, "submission", "outline") == sure(
        [*outline, ("submission", "", "申报书"), ("submission", "", "执照副本")]
    )


def test_the_end_of_a_notice_is_in_no_rule() -> None:
    end = "（二）公示期5个工作日。\n联系人：张某，电话：0799-8812345。\n附件：1.报名表\n"
    assert read(f"八、有关要求\n（一）作品应当合法，不得侵犯他人权利。\n{end}", "rule") == set()
