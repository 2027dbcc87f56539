"""Headings in everyday words, as questions, messengers and letters have them, by the names that notices give them."""

from __future__ import annotations

import re

_USUAL = {
    "组织单位": "谁[^，]{0,4}办|谁组织",
    "主题": "主题",
    "赛道设置": "(?:哪些|几个)(?:赛道|题目|赛题|方向)|[比赛]些?什么",
    "报名方式": "怎[么样]报|如何报名|哪里?报名",
    "提交材料": "交(?:什么|哪些)|要交的",
    "报名时间": "报名[^，]{0,6}什么时|什么时[候间]报名",
    "时间安排": "什么时[候间]|何时",
    "参赛对象": "谁[^，]{0,3}(?:参加|参赛|报名|来$)|什么人",
    "评审办法": "怎[么样]评|评审怎|如何评",
    "奖项设置": "得(?:到|些)?什么|什么奖|怎么奖|奖[励金项][^，]{0,3}多少",
    "赛事权益": "好处|福利|还[有能].{0,3}什么",
    "推荐国赛": "全国(?:比赛|大赛)|国赛",
    "联系方式": "[找问]谁|谁问|有[问疑][题问]|联系谁",
}
_ASKS = re.compile("谁|什么|哪|怎|何|多少|能不能|要交的|有[问疑][题问]")
_LONGEST = 40
"""Characters of a question that heads its answer."""


def usual(text: str) -> str:
    """What a short question or an everyday heading is about, by usual names; empty where it is neither."""
    if len(text) > _LONGEST or not _ASKS.search(text) or re.search("[。；]", text):
        return ""
    return "·".join(name for name, words in _USUAL.items() if re.search(words, text))
