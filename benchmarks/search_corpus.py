"""Made-up cases for measuring the search: words of a large vocabulary, used as unevenly as in real texts.

The vocabulary is made of real characters of the commoner half of GB 2312, so pairs of characters are as varied as in
real Chinese; words of the contest stand at the head of the list, because every real case has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from random import Random

from generator.catalog.addresses import Address
from generator.search.entries import SearchEntry, Value

COMMON = """
数据 的 项目 系统 平台 应用 服务 企业 通过 实现 技术 管理 模型 建设 分析 和 在 了 为 与 是 形成 提升 智能 融合 要素 流通
共享 治理 场景 预警 监测 安全 标准 质量 效率 成本 接口 算法 农业 工业 城市 交通 气象 医疗 水位 灌溉 设备 产业链 供应链
可信 数据集 隐私计算 预测 调度 公共数据 数据要素 授权运营 知识产权 发明专利 软件著作权
价值创造 商业模式 5G-A CIM 2026年 AI
大模型 区块链 物联网 IoT
""".split()
HEADINGS = ("项目概述", "解决方案", "应用成效", "价值创造和实现模式", "知识产权情况")
LEVELS = ("一等奖", "二等奖", "三等奖", "优秀奖")
CITIES = tuple(
    f"{name}市" for name in "云川 临河 青岭 南屏 海棠 白沙 北岸 东溪 西江 明湖 长丰 永安 新塘 石桥 松岭".split()
)
TRACKS = """
工业制造 现代农业 商贸流通 交通运输 金融服务 科技创新 文化旅游 医疗健康 应急管理 气象服务 城市治理 绿色低碳
""".split()
TOPICS = 6
WORDS = 14_000
LENGTH = 1_700
"""Characters of a case's text, as in the sample cases of this project."""


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """All words from the commonest, with the sums of their weights (Zipf)."""
    random = Random(20)
    characters = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFA)]
    weights = [1 / (rank + 20) for rank in range(len(characters))]
    random.shuffle(characters)
    made: dict[str, None] = dict.fromkeys(COMMON)
    while len(made) < WORDS:
        made["".join(random.choices(characters, weights, k=random.choice((2, 2, 2, 2, 3, 4))))] = None
    return list(made), list(accumulate(1 / (rank + 8) for rank in range(len(made))))


def portals(branches: int, years: int, cases: int) -> dict[str, list[SearchEntry]]:
    """Portals of so many years with so many cases each, by branch."""
    editions = [(f"b{branch:02}", 2026 - year) for branch in range(branches) for year in range(years)]
    made: dict[str, list[SearchEntry]] = {branch: [] for branch, _ in editions}
    for number, (branch, year) in enumerate(editions):
        made[branch] += _edition(branch, year, range(number * cases, (number + 1) * cases))
    return made


def _edition(branch: str, year: int, numbers: range) -> Iterator[SearchEntry]:
    """Cases in the order of a portal: by track, then award."""
    ordered = sorted(numbers, key=lambda number: (number % len(TRACKS), _level(number - numbers.start), number))
    return (_case(number, branch, year, _level(number - numbers.start)) for number in ordered)


def _level(number: int) -> int:
    return min(number // len(TRACKS) % 10, 3)


def _case(number: int, branch: str, year: int, award: int) -> SearchEntry:
    random = Random(number)
    track, topic = TRACKS[number % len(TRACKS)], random.randrange(TOPICS)
    level, city = LEVELS[award], random.choice(CITIES)
    named, _ = vocabulary()
    question = f"{named[60 + TOPICS * (number % len(TRACKS)) + topic]}数据融合与{named[400 + topic]}应用"
    tags = random.sample(named[20:600], 4)
    texts = {
        "title": (_words(random, random.randint(14, 26)),),
        "unit": (f"{city[:2]}{_words(random, 4)}科技有限公司",),
        "partners": (f"{random.choice(CITIES)}{_words(random, 3)}研究院",),
        "tags": tuple(tags),
        "topic": (question,),
        "track": (f"{track}赛道",),
        "place": (level, city, f"测速{branch}", f"{year}年"),
        "summary": (_words(random, random.randint(60, 110)),),
        "headings": HEADINGS,
        "body": tuple(_paragraph(random, LENGTH // 12) for _ in range(12)),
    }
    return SearchEntry(
        "case",
        Address(f"{branch}/{year}/cases/case-{number:05}/index.html"),
        texts,
        {
            "branch": ((branch, f"测速{branch}"),),
            "year": ((str(year), f"{year}年"),),
            **_facets(track, question, level, city, tags, random),
        },
        award + 1,
        demo=True,
    )


def _facets(
    track: str, topic: str, level: str, city: str, tags: list[str], random: Random
) -> dict[str, tuple[Value, ...]]:
    sme = ("yes", "中小企业") if random.random() < 0.4 else ("no", "其他单位")
    return {
        "kind": (("case", "案例"),),
        "track": ((track, track),),
        "sector": ((track, track),),
        "topic": ((topic, topic),),
        "award": ((level, level),),
        "region": ((city, city),),
        "sme": (sme,),
        "tags": tuple((tag, tag) for tag in tags),
    }


def _paragraph(random: Random, length: int) -> str:
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        clauses = [_words(random, random.randint(6, 18)) for _ in range(random.randint(2, 4))]
        sentences.append("，".join(clauses) + random.choice(("。", "。", "；", f"，达到{random.randint(2, 990)}%。")))
    return "".join(sentences)


def _words(random: Random, length: int) -> str:
    words, sums = vocabulary()
    text = ""
    while len(text) < length:
        text += "".join(random.choices(words, cum_weights=sums, k=4))
    return text[: max(length, 1)]
