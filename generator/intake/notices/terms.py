"""What a notice sets for entrants: teams, materials, publicity, places in the finals, benefits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.award_clauses import counted
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.structure.dates import without_periods
from generator.intake.structure.document_parts import NoticePart, NumberedPassage, Outline, OutlineBlock, heading_of
from generator.intake.structure.listings import INLINE
from generator.intake.structure.seeking import Said, cells, column, said, sentences, tables, titled
from generator.text.numerals import NUMERAL, number

_NUMBER = rf"(\d{{1,4}}|{NUMERAL})"
_TEAM = "代表|成员|队员|人员|团队|人数|作者|完成人|每件作品|每[队组]|队伍?|组队|组成"
_TO = r"\s*[-–—~～至到]\s*"
_PEOPLE = (
    rf"{_NUMBER}名(?:队长|领队|负责人)(?:和|、|及|以及|加)(?:不超过|至多|最多)?{_NUMBER}名(?:队员|成员)",
    rf"(?:{_TEAM})[^。；，]{{0,14}}?(?:不超过|不多于|不得超过|最多|至多|上限[为：]?|不得多于|限报?|控制在|以)为?{_NUMBER}\s*[人名]",
    rf"(?:{_TEAM})[^。；，]{{0,14}}?\d{{1,2}}{_TO}{_NUMBER}\s*[人名]",
    rf"(?:{_TEAM})[^。；]{{0,10}}?{_NUMBER}\s*[人名](?:以内|以下|（含）以内)",
    rf"\d{_TO}{_NUMBER}\s*[人名](?:[^，。；]{{0,4}}组[成队]|一队)",
    rf"每[支个]?(?:参赛)?(?:队伍?|团队)(?:由|含)?(?:选手|队员|成员)?{_NUMBER}\s*[人名]",
)
ADVISERS = re.compile(
    rf"(?:[和及与、]?(?:{_NUMBER}{_TO})?{_NUMBER}[名位][^，。；、]{{0,4}})?指导(?:教师|老师)[^，。；]*"
)
_DAYS = re.compile(
    rf"公示(?:(?!后|，在)[^。；]){{0,30}}?(?<![月\d.])(?P<days>\d{{1,2}}|{NUMERAL})\s*个?(?P<unit>工作日|自然日|天|日)(?!\d)"
    rf"|为期\s*(?P<days2>\d{{1,2}}|{NUMERAL})\s*个?(?P<unit2>工作日|自然日|天|日)的?公示"
)
_NO_PUBLICITY = re.compile("专家名单|聘书|日(?:内|之内)?[^，。；]{0,6}(?:答复|受理|反馈|处理)")
_LONGEST = 24
"""Characters of the name of a material or of a part of it."""
_WORD = 4
"""Characters of a cell that tells nothing of what stands beside it, but counts it or heads others."""
_UNITS = {"工作日": "working", "自然日": "calendar"}
_FINALS = (
    "总决赛|国赛|国家赛|全国赛|全国大赛|国家级比赛|上级|"
    "(?:参加|晋级|角逐)[^，。；]{0,8}(?:省|自治区)[^，。；]{0,8}(?:分赛|省赛|选拔赛)"
)
"""The contest to which the best go: the national finals, for a city that of its province."""
_OWN_ROUND = re.compile("^(?!.*(?:推荐|推选|选送|全国|国家?赛|国家|上级|省赛|分赛)).*(?:晋级|进入|入围|参加)总决赛")
_SENT = "推荐|晋级|入围|参加|参赛|选送|推选|报送|遴选|择优|名额|角逐"
"""What is said of those that go there."""
_PLACES = re.compile(
    rf"(?P<most>(?:不超过|不多于|至多|最多|不得超过|上限)为?)?\s*(?P<count>\d{{1,3}}|{NUMERAL})\s*(?:个|支|项|件|家)(?P<limit>为限|以内|（含）以内)?(?:的|参赛)*(?:（[^（）]*）)?(?:优秀|参赛)?(?P<what>项目|团队|队伍|作品|案例|名额)?"
)
_ENDS_IN_PLACES = re.compile("(?:(?:数量?|名额|项目|作品|队伍)[^，。；]{0,6}|推荐|报送|推选|选送|选拔)[：以为]?$")
_NOT_PLACES = (
    "限报|共有$|每[位名]|教师|只能|产生$|(?:每个?|同一)(?:参赛)?(?:团队|单位)|每条?个?赛道|各县|各市|各区|各地"
)
_SME = re.compile(
    rf"中小微?企业[^。；]{{0,12}}?(?:不少于|不低于|不得少于|不得低于|至少|达到|占)\s*(?:(\d{{1,2}}(?:\.\d+)?)\s*%"
    rf"|(?:({NUMERAL})分之)?({NUMERAL})(?=成|[，。；]|$))"
)
_MATERIALS = (
    "(?:提交|申报)(?:内容|材料|资料|要求)|(?:参赛|报名)(?:材料|资料)|材料(?:提交|清单|报送|目录)|申报材料|参赛材料|报名材料|材料要求|报送材料|"
    "作品(?:材料|提交|要求|(?:应)?包括)|申报(?:要求|内容)|(?:提交|准备)的材料"
)
_CONSISTS = re.compile(
    rf"(?:包括|包含|写明|内容为|按照?|由)(?:但不限于|(?:以下|下列)(?:提纲|顺序|内容|部分)(?:编写|撰写)?)?[：]?([^。；，]+?)等?(?:(?:{NUMERAL}|\d)个?)?(?:内容|部分|方面)*(?:[。；，]|撰写|编写|组成|$)"
)
_WRITTEN = re.compile(
    "(?:书|报告|方案|文档|案例材料)(?:的?(?:主要)?内容|正文|应当?|须|由)*(?:包括|包含|写明|按照?)|正文[应须]?按"
)
MATERIAL = re.compile(
    "(?!.*(?:必须|应当|须|不得))(?:.*(?:[书函证件照]|(?<!代)表)|.*(?:材料|视频|承诺|报告|方案|PPT|文档|清单|照片|附件|协议|正文|说明|代码|程序|作品|资料|数据|链接|"
    "概况|简介|介绍|声明|模型|权重|幻灯片|文稿|证明|意见|计划|系统|副本))$"
)
_HANDED_IN = re.compile(
    "(?:(?<![不无未]需)(?<!不[得用必])提交|报送|上传|[将把]|准备(?=[^，。]*[书表])|(?:材料|作品|内容)(?:应当?|[须需])?(?:包括|包含|[含有为：])+)(?P<list>(?:(?!上传|提交)[^。])*?(?:表|书|材料|视频|文档|承诺|报告|意见|幻灯片|文稿|回执)[^。]*?)"
    rf"(?:等(?:材料)?|(?:{NUMERAL}|\d)(?:部分|[项份种样类])|汇总|(?:一并)?(?:(?:[发报寄送]|提交|发送|报送)[至到]|报(?:所在|组委|[各省市县区承]))|[。]|$)"
)
"""What is handed in, behind the verb or the word for it."""
_LEADING = re.compile("^.*?(?:提交|包括|包含)(?:但不限于)?|^(?:但不限于|其(?!他))|^\\d+[^、]{1,3}(?:以内|以下)的")
_COPY = re.compile("的(?:盖章|签章|电子)*(?:扫描件|复印件|电子版|纸质版)$")
"""What is handed in of a paper."""
_FILLED_IN = re.compile(
    "(?:填报|填写)《?([^，。；、《》（）]{1,14}[书表函单卡])》?(?:（[^（）]*）)?(?:，?[并再](?:上传|提交)|，(?:上传|提交|连同))"
)
_BRACKETED = re.compile("材料（((?:[^（）、。]{2,}、)+[^（）、。]{2,})）")
"""Materials that stand in brackets behind the word for them."""
_ASIDE = re.compile(r"（(?!\d{1,2}）)[^（）]*）")
_NO_BENEFIT = re.compile("奖(?!励)|(?<!职称)评[分审]|设置|电话|咨询|联系|报名|编辑|往期|时间|地点")
_BENEFITS = (
    "权益",
    "激励",
    "支持(?:政策|措施|举措)|(?:政策|更多|落地|后续|赛后)支持",
    "赋能|扶持|配套",
    "成果(?:应用|支持|转化|推荐)|享受",
    "奖励",
)


def team(outline: Outline) -> Tree:
    """`team`: the most people of a team; where paragraphs say different numbers the first is doubted."""
    lines = (*said(*outline.parts), *cells(*outline.parts))
    spoken = ((f"{''.join(each.path[-1:])}：{each.text}", each.place) for each in lines)
    told = ((ADVISERS.sub("", text), place) for text, place in spoken)
    first = ((next(filter(None, (re.search(p, text) for p in _PEOPLE)), None), place) for text, place in told)
    found = [(sum(map(number, match.groups())), place) for match, place in first if match]
    doubt = "通知几处的人数不同，请核对" if len({most for most, _ in found}) > 1 else ""
    return {"max_representatives": Fact(found[0][0], found[0][1], doubt)} if found else {}


def publicity(outline: Outline) -> Tree | None:
    """`publicity`: how many days, of which kind."""
    told = (*sentences(*outline.parts), *cells(*outline.parts))
    fit = (each for each in told if not (_NO_PUBLICITY.search(each.text) or each.under("专家推荐|专家入库")))
    found = [(match, each) for each in fit if (match := _DAYS.search(without_periods(each.text)))]
    if not found:
        return None
    days = [number(match["days"] or match["days2"]) for match, _ in found]
    units = {unit for match, _ in found if (unit := _UNITS.get(match["unit"] or match["unit2"]))}
    place, doubt = found[0][1].place, "通知几处公示的天数不同，请核对" if len(set(days)) > 1 else ""
    made: dict[str, Tree] = {"days": Fact(days[0], place, doubt)}
    if len(units) == 1:
        made["unit"] = Fact(units.pop(), place)
    return made


def finals(outline: Outline, national: bool) -> Tree:
    """`finals`: how many may be recommended, whether that is a limit, the share of smaller firms."""
    made: dict[str, Tree] = {}
    spoken = ((sentence, each) for each in said(*outline.parts) for sentence in each.text.split("。"))
    told = [(sentence, each) for sentence, each in spoken if re.search(_FINALS, sentence + "".join(each.path))]
    for sentence, each in sorted(told, key=lambda pair: not re.search("推荐|全国|国家", pair[0])):
        if national or not _OWN_ROUND.search(sentence):  # a branch may call its own last round 总决赛
            _add_places(made, sentence, each, national)
    if made and "quota" not in made:
        made["quota"] = Gap("推荐名额，没有写明就删去")
    return made


def _add_places(made: dict[str, Tree], sentence: str, each: Said, national: bool) -> None:
    """What a sentence on the finals tells, where no one before it did."""
    found = _places(sentence) if re.search(_SENT, sentence + "".join(each.path)) else []
    ends = [*(match.start() for match in found[1:]), len(sentence)]
    near = [m for m, end in zip(found, ends, strict=False) if re.search(_FINALS, sentence[m.end() : end])]
    for match in near or found:
        doubt = "" if near or len(found) == 1 else "几个数中取了第一个，请核对"
        count = Fact(number(match["count"]), each.place, doubt)
        if re.search("每个?赛事|其他赛事", sentence[max(match.start() - 30, 0) : match.start()]):
            made.setdefault("others_at_most", count)
        elif "quota" not in made:
            made["quota"] = count
            if match["most"] or match["limit"]:
                made["at_most"] = Fact(True, each.place)
            if national:
                made["scope"] = Fact("each-branch", each.place)
    if "sme_min_share" not in made and (share := _share(sentence)):
        made["sme_min_share"] = Fact(share, each.place)


def _places(sentence: str) -> list[re.Match[str]]:
    """The numbers of places in a sentence, without those that count something else."""
    found = []
    for match in _PLACES.finditer(sentence):
        before = sentence[: match.start()]
        counts = match["what"] or match["limit"] or _ENDS_IN_PLACES.search(before)
        if counts and not re.search(_NOT_PLACES, re.split("[、，；]", before)[-1]):
            found.append(match)
    return found


def _share(sentence: str) -> float | None:
    """The least share of smaller firms, 0.3 for 30 % and for 三成."""
    if not (part := _SME.search(sentence)):
        return None
    return round(float(part[1]) / 100, 4) if part[1] else number(part[3]) / number(part[2] or "十")


def submission(outline: Outline) -> tuple[list[Tree], list[Fact]]:
    """`submission` with the parts that are told as a list, and `case_outline`: the parts of the first with any."""
    told_of = list(filter(None, map(_parts, _written(outline))))
    for passage in (each for chapter in outline.parts for each in _of_materials(chapter)):
        if items := _items(passage):
            parts = [_parts(inner) for _, inner in items]
            facts = ({"item": Fact(name, inner.place)} for name, inner in items)
            made = [{**fact, "parts": [*own]} if own else fact for fact, own in zip(facts, parts, strict=True)]
            return [*made], next(filter(None, [*parts, *told_of]), [])
    told = ((_listed_materials(text), place) for text, place in _told_materials(outline))
    listed: list[Tree] = next(([{"item": Fact(name, place)} for name in names] for names, place in told if names), [])
    return listed, next(iter(told_of), [])


def _items(passage: NumberedPassage) -> list[tuple[str, NumberedPassage]]:
    """The names of materials below a heading, each with its passage; none where most are something else."""
    lines = [NumberedPassage("line", 0, "", b.text, b.place) for b in passage.blocks if not b.grid]
    items = [(re.split("[，（。：；]", inner.text)[0], inner) for inner in passage.below or lines]
    known = sum(bool(MATERIAL.match(name)) for name, _ in items)
    return items if 1 < len(items) < 2 * known and all(len(name) <= _LONGEST for name, _ in items) else []


def _written(outline: Outline) -> Iterator[NumberedPassage]:
    """What says how a write-up is built: passages, sentences, annexes."""
    passages = (passage for part in outline.parts for passage, _ in part.walk() if passage.below)
    yield from (each for each in passages if _WRITTEN.search(_lead(each)))
    told = (each for each in sentences(*outline.parts) if _WRITTEN.search(each.text))
    yield from (NumberedPassage("line", 0, "", each.text, each.place) for each in told)
    yield from (annex.root for annex in outline.annexes if re.search("提纲|大纲|(?:申报|计划|方案)书$", annex.title))


def _of_materials(chapter: NoticePart) -> Iterator[NumberedPassage]:
    """The passages below headings on materials, and those that end in words for them."""
    for passage, above in chapter.walk():
        headed = any(re.search(_MATERIALS, each.title) for each in (*above, passage))
        if headed or re.search("(?:提交|报送|上传).{0,8}材料[^，。]{0,6}：$|以下材料.*：$", _lead(passage)):
            yield passage


def _lead(passage: NumberedPassage) -> str:
    """The words before what stands below a passage: its own, and the last paragraph behind them."""
    return passage.text + "".join(block.text for block in passage.blocks[-1:] if passage.below)


def _parts(passage: NumberedPassage) -> list[Fact]:
    found = [Fact(inner.title, inner.place) for inner in passage.below if len(inner.title) <= _LONGEST]
    if found:
        return found
    match = _CONSISTS.search(passage.text)
    names = re.split("、|和(?=[^、]+$)", match[1]) if match else []
    return [Fact(name, passage.place) for name in names if len(names) > 2 and all(2 <= len(n) <= 14 for n in names)]


def _told_materials(outline: Outline) -> Iterator[tuple[str, PrintedPlace]]:
    """What may say what is handed in; columns of materials and lists below headings on them as sentences."""
    for table in tables(*outline.parts):
        head, *rows = table.grid.rows
        if (at := column(head, "材料(?:名称|清单)?$")) is not None:
            yield f"提交{'、'.join(row[at] for row in rows)}", table.grid.place
    for each in (*said(*outline.parts), *cells(outline.main)):
        title = "".join(each.path[-1:])
        told = INLINE.sub("", re.split("[，。]", _ASIDE.sub("", each.text.removeprefix(title)).lstrip("：。"))[0])
        names = re.split("[、；]", told) if re.search(_MATERIALS, title) else []
        filled_in = _FILLED_IN.sub(r"提交\1、", _BRACKETED.sub(r"提交\1。", each.text))
        yield f"提交{'、'.join(names)}" if len(names) > 1 and all(map(MATERIAL.match, names)) else filled_in, each.place


def _listed_materials(text: str) -> list[str]:
    text = INLINE.sub("、", _ASIDE.sub("", text)).replace("》《", "》、《")
    for match in _HANDED_IN.finditer(text):
        clauses = re.split("，内容.*|，(?!包[括含])", match["list"])
        listed = next((each for each in clauses if "、" in each), clauses[0]).rpartition("：")[2].strip("、；")
        parts = filter(None, re.split("[、；]+|和|以及|及", listed))
        names = [_COPY.sub("", _LEADING.sub("", part)) for part in parts]
        fit = all(2 <= len(name) <= 20 and not re.search("[%％。]|奖|公示", name) for name in names)
        if len(names) > 1 and fit and any(map(MATERIAL.match, names)):
            return names
    return []


def benefits(outline: Outline) -> list[Tree]:
    """`benefits`: short names with a text; what they say must be written in one's own words."""
    walked = (each.walk() for words in _BENEFITS for each in titled(outline.main, words))
    passages = [inner for each in walked for inner, _ in reversed([*each])]
    for table in tables(outline.main):
        if re.search("|".join(_BENEFITS), table.before + table.grid.rows[0][0]):
            block = OutlineBlock("", "", table.grid.place, grid=table.grid)
            passages.append(NumberedPassage("table", 0, "", "", table.grid.place, blocks=[block]))
    for told in map(_named_texts, passages):
        fits = all(2 <= len(name) <= 12 and words and not _NO_BENEFIT.search(name) for name, words, _ in told)
        fits = fits and not any(counted(words) for _, words, _ in told)
        if len(told) > 1 and fits:
            return [{"name": Fact(name, place), "text": Gap("说明", words, place)} for name, words, place in told]
    return []


def _named_texts(passage: NumberedPassage) -> list[tuple[str, str, PrintedPlace]]:
    """Names in a passage, each with what is said of it: numbered passages, rows of two cells, lines with a colon."""
    below = passage.below
    found = [(each.title, each.rest + "".join(block.text for block in each.blocks), each.place) for each in below]
    for block in (OutlineBlock(passage.rest, "", passage.place), *passage.blocks):
        rows = block.grid.rows if block.grid else _told_apart(block.text)
        pairs = (row for row in rows if len(row) == 2 and len(row[1]) > _WORD)
        found += [(heading_of(name), words, block.place) for name, words in pairs]
    return found


def _told_apart(text: str) -> list[list[str]]:
    """The names that a paragraph tells of, each with what it says: of one, or of several that are numbered."""
    items = INLINE.split(text)[1:]
    return [re.split("[：。，]", item, maxsplit=1) for item in items] if len(items) > 1 else [text.split("：", 1)]


_REQUIREMENTS = {
    "goals": "目标$|宗旨|目的$",
    "eligibility": "参赛(?:单位|对象|主体|资格|条件|团队|要求|者)|报名条件|申报(?:主体|条件)",
    "project_requirements": "(?:参赛|申报)?(?:项目|作品|方案)(?:的)?要求",
}


def requirements(outline: Outline) -> dict[str, Tree]:
    """Goals and requirements: one gap for each numbered item, for nobody may copy its sentences."""
    made: dict[str, Tree] = {}
    for key, pattern in _REQUIREMENTS.items():
        for passage in titled(outline.main, pattern):
            walked = (each for each, _ in passage.walk() if each.below or each.blocks)
            inner = ([each for each in walked if re.search(pattern, each.title)] or [passage])[-1]
            items = [each for each in inner.below if not re.search("材料|内容", each.title[:12])]
            if gaps := [Gap("", each.text, each.place) for each in items or inner.blocks if each.text]:
                made[key] = [*gaps]
                break
    return made
