"""The registry of diagnostic codes: permanent names, gravity, and what each means to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """ERROR: a page would be wrong, the build stops. WARNING: right but poorer."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        """The word an editor reads."""
        return "错误" if self is Severity.ERROR else "警告"


@dataclass(frozen=True)
class Code:
    """What a code stands for, in the editor's words."""

    severity: Severity
    meaning: str


def _of(severity: Severity, meanings: dict[str, str]) -> dict[str, Code]:
    return {name: Code(severity, meaning) for name, meaning in meanings.items()}


CODES: dict[str, Code] = {
    **_of(
        Severity.ERROR,
        {
            # Files and syntax
            "encoding": "文件不是 UTF-8 编码",
            "missing-file": "缺少必需的文件",
            "unreadable-file": "不是能读取的普通文件",
            "unsafe-path": "文件或目录的名字不能用作网址，或者有的系统上没有这样的名字",
            "unsafe-file": "文件不能放在网站上",
            "front-matter": "文件开头的 --- 元数据块缺失或没有结束",
            "yaml-syntax": "YAML 写法有误",
            "conflict-marker": "文件里有没有合并的两个版本",
            "fullwidth-colon": "键后面用了全角冒号",
            "duplicate-key": "同一个键写了两次",
            "alias-bomb": "YAML 别名展开后过大",
            "table-shape": "表格的行列不齐，或者不是表格",
            # Keys and values
            "unknown-key": "不认识的键",
            "missing-key": "缺少必填的键",
            "wrong-type": "值的类型不对",
            "unquoted-value": "未加引号的文字被 YAML 读成了别的类型",
            "invalid-value": "值不在允许的范围内",
            "joined-names": "几个名称写成了一个",
            "wrong-isbn": "书号不对",
            "odd-date": "日期不存在，或与本届相差太远",
            "duplicate-entry": "列表中有重复的项",
            "to-do": "公开的内容里有待补充、待核对的记号",
            # References
            "unknown-track": "引用的赛道不存在",
            "unknown-topic": "引用的赛题不存在",
            "unknown-award": "引用的奖项不存在",
            "unknown-sector": "引用的领域不存在",
            "unknown-case": "选收的案例不存在",
            # Editions
            "edition-name": "届次名称不是规范形式",
            "phase-order": "赛程阶段先后颠倒",
            "phase-outside": "赛程阶段不在本届年份内",
            "registration-dates": "报名起止日期自相矛盾",
            "track-number": "赛道序号不连续或与文件名不一致",
            "rubric-total": "评价指标分值之和不等于满分",
            "award-total": "奖项总数与各名额之和不符",
            "figures-total": "统计数字前后不符",
            "low-contrast": "分赛颜色与背景的对比度不足",
            # Cases
            "quota-exceeded": "获奖数超过奖项名额",
            "copied-content": "复制另一届时留下的内容",
            "repeated-project": "同一项目在同一年重复获奖",
            "too-many-representatives": "参赛代表人数超过上限",
            "organiser-awarded": "组织单位或其关联企业获奖",
            "finals-quota": "推荐全国总决赛的数量超过名额",
            "sme-share": "推荐项目的中小企业比例不足",
            "unknown-entry": "引用的项目不在项目表里",
            "entry-mismatch": "项目表与案例的说法不一",
            "entry-ended": "退出、取消或被替换的项目还在后面的名单里",
            "publicity-period": "公示期短于通知的规定",
            "barred-unit": "不得参赛的单位在名单里",
            "missing-section": "案例缺少规定的部分",
            "missing-image": "图片文件不存在",
            "broken-image": "图片损坏、过大或格式不受支持",
            "unregistered-image": "正文用了没有登记的图片",
            "missing-alt": "图片没有替代文字",
            "chart": "图表的数据前后不符，或者写的地方不对",
            # Attachments
            "missing-attachment": "附件文件不存在",
            "broken-attachment": "附件的内容与后缀不符、打不开、带宏或脚本、会从别处取内容，或过大",
            # Text, links and addresses
            "dead-link": "站内链接没有指向的内容",
            "address-collision": "两项内容的网址相同",
            "publish-dates": "撤下日期不晚于发布日期",
            "private-data": "公开的内容中出现个人信息",
            "public-names": "没有准许公开的姓名",
            "empty-column": "表格中有一列全是空的",
            "control-character": "文字里有控制字符、隐形字符或乱码",
            "too-many-marks": "文字里的标记过多",
            "text-too-long": "文字过长",
            "text-too-deep": "文字的层次过深",
            "slow-text": "文字太复杂，排不出来",
            "changed-number": "编号会与所写的不同",
            "footnote": "脚注的标记和注文不成对",
            "not-demo": "虚构内容没有标明",
            # Handbooks
            "print-layout": "这部分内容不能排版",
            "print-check": "做好的手册没有通过核对",
        },
    ),
    **_of(
        Severity.WARNING,
        {
            "draft-to-do": "草稿里有待补充、待核对的记号",
            "unused-exception": "个人信息例外没有用到",
            "no-edition": "分赛还没有届次",
            "unread-file": "这里的文件不会被读取",
            "unreferenced-image": "图片没有被使用",
            "odd-picture": "图片太小或太细长，看不出内容，或者是动画",
            "sme-unknown": "推荐项目是不是中小企业没有写全",
            "case-not-listed": "案例不在项目表的获奖名单里",
            "unknown-holidays": "还没有这一年的放假安排",
            "extra-section": "案例多出一部分",
            "section-order": "案例各部分的顺序与规定不同",
            "long-summary": "摘要过长",
            "missing-summary": "赛题没有简介",
            "numbered-heading": "赛题的标题里有序号",
            "near-duplicate-unit": "单位名称只有细微差别",
            "formula": "公式排不出来",
            "number-form": "数值的写法不规范",
            "no-text": "通知或页面没有正文",
            "date-text": "日期与文字的写法不一致",
            "unpaired-mark": "引号、书名号或括号没有配对",
            "shown-mark": "Markdown 标记会照原样显示",
            "lost-table": "表格不会排成表格",
            "lost-list": "列表会连成一段",
            "indented-text": "段首的空格把文字变成了代码",
            "lost-asterisk": "星号会消失",
            "removed-html": "HTML 标签或属性会被去掉",
            "no-history": "没有完整的 git 修改记录",
            "no-font": "没有字体画分享图片和网站图标",
            "missing-glyph": "没有字体能印这个字",
            "low-resolution": "图片印出来不够清晰",
        },
    ),
}

BUILT = frozenset(
    {"slow-text", "no-history", "no-font", "print-layout", "missing-glyph", "print-check", "low-resolution"}
)
"""Found only when the site is built or books are printed; all others are found by reading the content."""
