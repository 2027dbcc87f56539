"""Days, times and numbers with their units in Chinese text: what stands on one line."""

from __future__ import annotations

_UNITS = """
个百分点 平方公里 平方千米 平方米 立方米 千瓦时 人次 人天 个月 小时 分钟 毫秒 公里 千米 厘米 毫米 微米 公斤 千克 毫克
公顷 毫升 个工作日 个自然日 工作日 自然日 余家 余个 元 美元 人 户 吨 辆 次 条 亩 张 份 台 家 个 项 件 名 位 万 亿 天 日
年 月 周 岁 秒 米 升 度 倍 页 字 分 支 组 门 套 场 期
""".split()
_LATIN = "[kKMGTPmcnμ]?(?:B|Wh?|V|A|Hz|g|m[²³23]?|L|s|t|Pa|J|bps|px)|dpi|[%％‰℃°]"
_SPACE = "[ \u00a0]?"
_DAY = rf"\d{{1,2}}{_SPACE}月{_SPACE}(?:\d{{1,2}}{_SPACE}[日号]|[上中下]旬|[初底末])"
_TIME = rf"\d{{1,2}}(?:[:：]\d\d(?:[:：]\d\d)?(?!\d)|{_SPACE}[时点](?:{_SPACE}\d{{1,2}}{_SPACE}分|[半整])?)"
_COUNT = (
    rf"\d[\d.,]*{_SPACE}(?:[十百千万亿]{{0,2}}[余多]?(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    rf"|(?:{_LATIN})(?![A-Za-z]))"
)

QUANTITY = rf"(?<![\dA-Za-z.])(?:(?:(?:[上下中]午|晚上?){_SPACE})?(?:{_TIME})|{_DAY}|{_COUNT})"
"""A pattern without groups, for text as it is written and as books set it, with spaces after numbers."""
