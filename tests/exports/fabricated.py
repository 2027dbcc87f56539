"""A small contest that exists nowhere: one full edition, and one whose notice says almost nothing."""

from __future__ import annotations

from datetime import date

from generator.catalog import Catalog
from generator.model import (
    Approximation,
    AwardScheme,
    Branch,
    BranchId,
    CaseId,
    CaseText,
    Contest,
    Edition,
    EditionId,
    Judging,
    Metric,
    Notice,
    NoticeId,
    Phase,
    PhaseKind,
    Prize,
    Quota,
    QuotaScope,
    Rubric,
    Sector,
    SectorId,
    SpecialAward,
    Timeline,
    Topic,
    TopicGroup,
    Track,
    TrackId,
    TrackKind,
    WinningCase,
)
from generator.model.branch import Colours, Footer
from generator.model.case import FinalsResult
from generator.model.contest import NameForms, SiteSettings
from generator.model.edition import Contact, Finals, Organisers, Publicity, Registration, SourceDocument
from generator.model.judging import Indicator

FULL = EditionId("yunchuan/2026")
SILENT = EditionId("silent/2026")
SITE = "https://contest.invalid/portal/"


def catalog() -> Catalog:
    """Everything, freshly made."""
    tracks = _tracks()
    cases = _cases()
    notices = _notices()
    return Catalog(
        contest=Contest(
            name="“样例×”大赛",
            name_forms=NameForms(national="{year}年大赛", branch="{year}年大赛{branch}分赛"),
            site=SiteSettings(title="样例大赛门户", mark="样", colours=Colours(primary="#12466b", accent="#a34a00")),
        ),
        sectors={SectorId("transport"): Sector(id="transport", name="交通运输")},
        branches={BranchId(name): _branch(name, short) for name, short in (("yunchuan", "云川"), ("silent", "静默"))},
        editions={FULL: _edition(), SILENT: _silent_edition()},
        timelines={FULL: _timeline()},
        awards={FULL: _awards()},
        judging={FULL: _judging()},
        tracks={track.id: track for track in tracks},
        notices={notice.id: notice for notice in notices},
        cases={case.id: case for case in cases},
        case_texts={case.id: CaseText() for case in cases},
    )


def _branch(branch_id: str, name: str) -> Branch:
    return Branch(
        id=branch_id,
        name=name,
        full_name=f"{name}省",
        kind="provincial",
        colours=Colours(primary="#0b4f8a", accent="#a85b00"),
        mark=name[0],
        footer=Footer(organiser=f"{name}省数据局"),
    )


def _edition() -> Edition:
    return Edition(
        id=FULL,
        branch=BranchId("yunchuan"),
        year=2026,
        name="2026年大赛云川分赛",
        theme="数据赋能 乘数而上",
        summary="云川分赛的一句话介绍。",
        document=SourceDocument(number="云数〔2026〕1号", issued=date(2026, 6, 1)),
        organisers=Organisers(guiding=("某部",), hosts=("云川省数据局",), committee=("甲厅", "乙厅")),
        registration=Registration(url="https://register.invalid/"),
        publicity=Publicity(days=7, unit="calendar"),
        finals=Finals(quota=34, sme_min_share=0.3),
        contacts=(Contact(role="组委会办公室", phone="000-00000000", hours="工作日"),),
    )


def _silent_edition() -> Edition:
    return Edition(
        id=SILENT,
        branch=BranchId("silent"),
        year=2026,
        name="2026年大赛静默分赛",
        document=SourceDocument(),
        organisers=Organisers(),
    )


def _timeline() -> Timeline:
    review = PhaseKind.REVIEW
    return Timeline(
        phases=(
            Phase(
                id="registration",
                name="启动报名",
                kind=PhaseKind.REGISTRATION,
                start=date(2026, 6, 22),
                end=date(2026, 7, 18),
                text="6月22日—7月18日",
                description="登录平台报名，填写; 逗号, 与反斜杠\\。",
            ),
            Phase(
                id="review",
                name="初赛评审",
                kind=review,
                start=date(2026, 7, 11),
                end=date(2026, 8, 20),
                text="7月中旬至8月中旬",
                approximate=Approximation.TEN_DAY,
            ),
            Phase(id="verify", name="技术验证", kind=review, start=date(2026, 8, 21), text="8月21日起"),
            Phase(id="objections", name="异议受理", kind=review, end=date(2026, 8, 28), text="8月28日前"),
            Phase(id="ceremony", name="颁奖仪式", kind=PhaseKind.CEREMONY, text="另行通知"),
        )
    )


def _awards() -> AwardScheme:
    return AwardScheme(
        levels=("一等奖", "二等奖"),
        quotas=(
            Quota(scope=QuotaScope.TRACK, level="一等奖", count=1),
            Quota(scope=QuotaScope.GROUP, tracks=("transport",), level="二等奖", count=2),
            Quota(scope=QuotaScope.EDITION, level="二等奖", count=None),
        ),
        prizes=(Prize(level="一等奖", cny=30000),),
        special=(SpecialAward(name="科技创新奖", rule="按表现评定"),),
        total=6,
    )


def _judging() -> Judging:
    supply = Indicator(
        name="数据供给",
        children=(Indicator(name="合规治理", points=60.0), Indicator(name="融合供给", points=39.5)),
    )
    third = Indicator(name="应用", children=(Indicator(name="成效", children=(Indicator(name="就业", points=0.5),)),))
    return Judging(
        rubrics=(
            Rubric(name="赛题评价指标", total=100.0, indicators=(supply, third)),
            Rubric(name="综合评价指标", tracks=("composite",), indicators=(Indicator(name="创新"),)),
        )
    )


def _tracks() -> tuple[Track, ...]:
    transport = Track(
        id=TrackId(f"{FULL}/transport"),
        edition=FULL,
        slug="transport",
        name="交通运输",
        number=1,
        kind=TrackKind.PROFESSIONAL,
        sectors=("transport",),
        guiding_units=("交通厅",),
        topics=(
            Topic(id="topic-1", number=1, title="畅通路网", summary="一句话。", place=1),
            Topic(id="topic-2", number=2, title="多式联运", place=2, guiding_units=("商务厅",)),
        ),
    )
    composite = Track(
        id=TrackId(f"{FULL}/composite"),
        edition=FULL,
        slug="composite",
        name="综合",
        number=2,
        kind=TrackKind.COMPOSITE,
        groups=True,
        topic_groups=(TopicGroup(number=1, title="金融服务"),),
        topics=(Topic(id="topic-1", number=1, title="普惠金融", group=1, place=1),),
    )
    return composite, transport


def _cases() -> tuple[WinningCase, ...]:
    river = WinningCase(
        id=CaseId(f"{FULL}/river"),
        edition=FULL,
        slug="river",
        title="从雨滴到门牌",
        track="transport",
        topic="畅通路网",
        award="一等奖",
        unit="云川智测公司",
        partners=("临河水文站", "云川理工大学"),
        region="临河市",
        sme=True,
        finals=FinalsResult(recommended=True, award="二等奖"),
        tags=("水文", "预警"),
        summary='摘要，含“引号”与"双引号"。',
        metrics=(Metric(label="合格率", value=94.2, unit="%"), Metric(label="成效", value="显著")),
        demo=True,
    )
    risky = WinningCase(
        id=CaseId(f"{FULL}/risky"),
        edition=FULL,
        slug="risky",
        title='=HYPERLINK("https://evil.invalid")',
        track="composite",
        award="二等奖",
        unit="@命令公司",
        tags=("+8",),
        region="-5",
        summary="</script><script>alert(1)</script> & \u2028",
    )
    return risky, river


def _notices() -> tuple[Notice, ...]:
    launch = Notice(
        id=NoticeId(f"{FULL}/launch"),
        edition=FULL,
        slug="launch",
        title="分赛启动",
        date=date(2026, 6, 1),
        summary="<b>启动</b> & 报名",
        source="云数〔2026〕1号",
        body="正文",
    )
    result = Notice(
        id=NoticeId(f"{FULL}/result"),
        edition=FULL,
        slug="result",
        title="结果公示\u000b",
        date=date(2026, 8, 21),
        body="正文",
        demo=True,
    )
    return launch, result
