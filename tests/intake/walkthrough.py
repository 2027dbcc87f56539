"""The office files of docs/walkthrough.zh-CN.md: `python -m tests.intake.walkthrough FOLDER`. All of it is made up."""

from __future__ import annotations

import sys
from itertools import islice, product
from pathlib import Path

import docx
import openpyxl

from tests.intake.corpus.render import Pieces, write
from tests.intake.office_files import picture

TRACKS = {
    "现代农业": ("云台省农业农村厅", ("果园病虫害早期识别", "高标准农田用水调度", "农产品产地追溯")),
    "城市治理": ("云台省住房和城乡建设厅", ("老旧小区安全隐患识别", "城市内涝预警", "停车资源共享")),
    "医疗健康": ("云台省卫生健康委员会", ("基层慢病随访管理", "检查检验结果互认")),
    "文化旅游": ("云台省文化和旅游厅", ("景区客流预测与疏导", "文物病害监测")),
}
AWARDS = (("一等奖", 1), ("二等奖", 2), ("三等奖", 3))
OUTLINE = ("项目概述", "解决方案", "应用成效", "推广价值")
HAN = "一二三四五六七八"
_THINGS = (
    "果园病害",
    "渠道用水",
    "雨水管网",
    "电梯运行",
    "慢病随访",
    "影像报告",
    "景区客流",
    "石窟湿度",
    "停车泊位",
    "粮仓温度",
)
_AIMS = (
    "早知道",
    "一张图",
    "智能预警",
    "精细管理",
    "协同调度",
    "全程追溯",
    "共享平台",
    "数字底座",
    "便民服务",
    "风险识别",
)
TITLES = [f"{thing}{aim}" for thing, aim in product(_THINGS, _AIMS)]


def notice() -> Pieces:
    """An official notice of four pages."""
    pieces: Pieces = [
        ("line", "云数发〔2026〕16号"),
        ("title", "云台省数据局关于举办2026年“知行数据”大赛云台分赛的通知"),
        ("p", "各市州数据局，各有关单位："),
        ("p", "为落实《云台省数据条例》，决定举办2026年“知行数据”大赛云台分赛。现将有关事项通知如下。"),
        ("h", 1, "一、", "大赛主题"),
        ("p", "知数于行 用数于民"),
        ("h", 1, "二、", "组织机构"),
        ("p", "（一）主办单位：云台省数据局、云台省科学技术厅"),
        ("p", "（二）承办单位：云台大学、云台数字集团有限公司"),
        ("h", 1, "三、", "赛程安排"),
        ("p", "（一）报名（3月2日—4月30日）。登录 https://sai.yuntai.example.cn 报名，报名以后不得更换赛道。"),
        ("p", "（二）初赛（5月11日—5月22日）。专家在线评审，从创新性、实用性、推广性三个维度打分。"),
        ("p", "（三）决赛（6月中旬）。入围团队现场展示和答辩，专家当场打分。"),
        ("p", "（四）颁奖（6月下旬）。举办颁奖仪式和供需对接会。"),
        ("h", 1, "四、", "参赛要求"),
        ("p", "1.参赛单位须在云台省注册，具有独立法人资格。"),
        ("p", "2.每个团队参赛代表不超过5人，一人只能代表一个团队。"),
        ("p", "3.项目应已落地应用，不涉及国家秘密。"),
        ("h", 1, "五、", "提交材料"),
        ("p", f"1.项目申报书。包括{'、'.join(OUTLINE)}。"),
        ("p", "2.知识产权证明"),
        ("h", 1, "六、", "奖项设置"),
        (
            "p",
            f"每个赛道设{'、'.join(f'{award}{count}名' for award, count in AWARDS)}，奖金分别为5万元、3万元、1万元。",
        ),
        ("h", 1, "七、", "公示与举报"),
        ("p", "获奖名单在省数据局网站公示5个工作日。"),
        ("p", "对公示结果有异议的，应当在公示期内实名提出。"),
        ("h", 1, "八、", "联系方式"),
        ("p", "云台省数据局：0980-8800101（工作日9:00—17:00）"),
        ("p", "技术支持：0980-8800202"),
        ("p", "附件：1.赛题清单"),
        ("p", "2.项目申报书（模板）"),
        ("right", "云台省数据局"),
        ("right", "2026年2月20日"),
        ("break",),
        ("p", "附件1"),
        ("title", "赛题清单"),
    ]
    for number, (track, (unit, topics)) in enumerate(TRACKS.items()):
        pieces += [("h", 1, f"{HAN[number]}、", f"{track}赛道"), ("p", f"指导单位：{unit}")]
        for place, topic in enumerate(topics):
            text = f"围绕{topic}汇聚多源数据，提出能够落地的方案。"
            pieces += [("h", 2, f"（{HAN[place]}）", topic), ("p", text)]
    pieces += [
        ("break",),
        ("p", "附件2"),
        ("title", "评分标准"),
        (
            "table",
            [
                ["一级指标", "二级指标", "分值", "评审要点"],
                ["创新性", "技术创新", "20", "算法、模型、架构"],
                [None, "模式创新", "15", "机制、流程、合作"],
                ["实用性", "解决问题", "25", "痛点、覆盖面、用户数"],
                [None, "应用成效", "20", "经济效益、社会效益"],
                ["推广性", "可复制", "20", "成本、条件、示范"],
            ],
        ),
    ]
    return pieces


def winners(path: Path, rows: int = 100) -> None:
    """A list of winners as offices make it: a title, a head in two lines, sections, sums, a remark."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "获奖名单"
    sheet.append(["2026年“知行数据”大赛云台分赛获奖名单"])
    sheet.append(["序号", "作品名称", "申报单位", None, "获奖等级", "所在市州", "备注"])
    sheet.append([None, None, "牵头", "合作", None, None, None])
    tracks = list(TRACKS)
    levels = [award for award, count in AWARDS for _ in range(count)]
    for place, track in enumerate(tracks):
        mine = list(islice(TITLES, place * rows // 4, (place + 1) * rows // 4))
        sheet.append([f"{HAN[place]}、{track}赛道（{len(mine)}项）"])
        for number, title in enumerate(mine):
            award = levels[number] if number < len(levels) else None
            partner = "云台农业学院" if number % 3 == 0 else "无"
            sheet.append(
                [number + 1, title, unit(title), partner, award, "云台市", "首次参赛" if number == 4 else None]
            )
        sheet.append([f"小计：{len(mine)}项"])
    book.save(path)


def unit(title: str) -> str:
    """Who did it."""
    return f"云台市{title}科技有限公司"


def write_up(path: Path, title: str) -> None:
    """A case of two pages: a cover, four sections, a table and a picture."""
    document = docx.Document()
    document.add_heading(title, 0)
    document.add_paragraph(f"申报单位：{unit(title)}")
    document.add_paragraph("联系人：示例　电话：13800138000")
    for number, heading in enumerate(OUTLINE):
        document.add_paragraph(f"{HAN[number]}、{heading}")
        document.add_paragraph(
            f"{title}项目汇聚{number + 3}类数据，服务{number * 7 + 12}家单位，平均处理时间缩短{number + 21}%。" * 3
        )
    table = document.add_table(3, 3)
    for place, text in enumerate(
        ["指标", "建设前", "建设后", "响应时间（分钟）", "45", "12", "覆盖点位（个）", "80", "640"]
    ):
        table.cell(place // 3, place % 3).text = text
    document.add_picture(picture(size=(800, 500)))
    document.add_paragraph("图1 系统界面")
    document.save(str(path))


def main(folder: Path, rows: int = 100, cases: int = 20) -> None:
    """All files: a notice, a list of winners, a folder of write-ups."""
    (folder / "案例").mkdir(parents=True, exist_ok=True)
    write(notice(), folder / "通知.docx")
    winners(folder / "获奖名单.xlsx", rows)
    prized = [title for place in range(4) for title in TITLES[place * rows // 4 :][: min(6, rows // 4)]]
    for title in prized[:cases]:
        write_up(folder / "案例" / f"{title}.docx", title)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
