"""What the front and the foot of a notice tell: name, theme, number, title, issuer, date, bases; and the organisers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import NoticePart, Outline
from generator.intake.structure.outline import FILE_NUMBER
from generator.intake.structure.paragraphs import cell_text
from generator.intake.structure.seeking import Said, labelled, said
from generator.intake.tracks.wanted import Wanted

_SHORT = re.compile("（(?:以下|下|后文)?(?:统)?简称.*?）|（[A-Za-z][^（）]*）$")
_DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_BASIS = re.compile(
    r"(?:根据|按照|依据|结合|落实|响应|围绕|推进|贯彻|(?<!推广)实施|遵照|依照|参照|(?<=[》）])[与和、及]|(?<=》)(?=《))"
    r"(?P<whose>(?:(?!下载|提示)[^《》。；，]){0,24})(?P<title>《[^》]*(?:《[^》]*》[^》]*)*》)(?:(?P<number>（[^（）]*〔\d{4}〕[^（），]*号)(?=[，）]))?"
    "(?!(?:进行)?(?:评[定审选]|定级)|执行|办理|提交|填[写报]|撰写|排版|（(?:GB|[^（）]{0,2}附件))"
)
_ABBREVIATED = re.compile("《(?:通知|方案|办法|意见|规则|(?:三年)?(?:行动)?计划|纲要)》")
_MOTTO = re.compile(
    "(?<!博览会)(?<!博会)(?<!论坛)(?<!宣传周)(?:以|围绕|坚持|紧扣|聚焦|突出|秉持)“([^”]{4,40})”(?:为(?:大赛|赛事|竞赛)?)?(?:这一)?主题|(?<!邮件)主题[为是：]“([^”]{4,40})”"
)
_BYLINE = re.compile(
    r"\s*(?:(?:发布|发文)(?:单位|机构|部门)：)?(?P<issuer>[\u4e00-\u9fff]{4,20})"
    r"(?:[\s　]+(?:(?:发布|发文|成文)(?:日期|时间)：)?(?P<day>20\d\d年\d{1,2}月\d{1,2}日))?\s*"
)
"""Who issued a notice, and when, in a line of its own."""
_BESIDE = 24
"""Characters that may stand beside a file number in its line."""
_IN_TITLE = re.compile("(?:关于|举办|开展|参加|做好|启动|印发《)((?:(?!关于|举办|开展|参加|做好|启动|印发).){4,}赛区?)")
"""A contest in the title of its notice."""
_HEAD = 4
"""Pieces of a notice among which such a line stands."""
_TRACKS = "赛道|赛题|组别|方向|领域"


def name(outline: Outline, wanted: Wanted) -> Fact | Gap:
    """The contest's name of that year."""
    main = outline.main
    for value, each in labelled(main, "(?:大赛|赛事|分赛|活动|竞赛|比赛)名称"):
        bare = re.sub("^[\u4e00-\u9fff]{2}名称：", "", re.split("[。；]", value)[0])
        return _named(_SHORT.sub("", bare), each.place, wanted)
    told = [Said(main.title, main.title_place or main.root.place), *said(main)]
    of_another = "《[^》]*》" if "转发" in main.title else "(?!)"  # the paper that is handed on has a name of its own
    for each, text in [(each, re.sub(of_another, "", each.text)) for each in told] + [
        (each, each.text) for each in told
    ]:
        if match := wanted.name.search(text):
            return _named(match[0], each.place, wanted)
    titled = _IN_TITLE.search(main.title)
    return _named(titled[1], main.title_place or main.root.place, wanted) if titled else Gap("赛事名称")


def _named(text: str, place: PrintedPlace, wanted: Wanted) -> Fact:
    doubt = "" if wanted.forms and wanted.name.fullmatch(text) else "与 contest.yml 的名称形式不同，请核对"
    return Fact(text, place, doubt)


def theme(outline: Outline) -> Fact | Gap:
    """The motto; blanks within it are kept."""
    headed = labelled(outline.main, "(?:(?!邮件)[\u4e00-\u9fff]){0,4}主题")
    told = [pair for pair in headed if _may_be_theme(*pair)]
    below = [each for each in said(outline.main) if each.under("主题") and _MOTTO.search(each.text)]
    told = [*((each.text, each) for each in below), *told]
    for value, each in told + [(each.text, each) for each in said(outline.main)]:
        quoted = _MOTTO.search(value) or (value != each.text and re.match("“([^”]+)”", value))
        if quoted or value != each.text:
            words = next(filter(None, quoted.groups())) if quoted else re.split("[。；]", value)[0].strip("“”【】* ")
            spaced = re.search(r"\s*".join(map(re.escape, words)), each.raw)  # as the paragraph has them
            return Fact(re.sub(r"\s+", " ", spaced[0]) if spaced else words, each.place)
    return Gap("主题")


def _may_be_theme(value: str, each: Said) -> bool:
    """Whether what a label tells is not asked for, told of the contest, or the first of a list below it."""
    return not re.search("？$|(?:赛|活动)是", value) and ("主题" in each.raw or not value.endswith("；"))


def document(outline: Outline, year: int) -> Tree:
    """`document`: what the notice is."""
    main = outline.main
    named = {"number": "文号", "title": "文件标题", "issuer": "发文机关", "issued": "成文日期"}
    found: dict[str, Tree] = {key: Gap(what) for key, what in named.items()}
    if number := _number(main):
        found["number"] = number
    if main.title:
        found["title"] = Fact(main.title, main.title_place)
    if main.signed:
        signed, *others = main.signed
        issuer = re.sub("（[^（）]*[代盖]章）$", "", signed.text)
        found["issuer"] = Fact(issuer + "等" * bool(others), signed.place, bodies.doubt(issuer, True))
    if main.issued and (match := _DATE.search(main.issued.text)):
        day = date(*map(int, match.groups()))
        far = "" if abs(day.year - year) <= 1 else "与本届年份相差太大，请核对"
        found["issued"] = Fact(day, main.issued.place, far)
    if not (main.signed or main.issued):
        found |= _byline(main)
    return {**found, "bases": _bases(main)}


def _number(main: NoticePart) -> Fact | None:
    """The file number: behind its label, or in a line that has little else."""
    for each in said(main):
        if match := FILE_NUMBER.search(each.text):
            alone = not each.path and len(each.text) < len(match[0]) + _BESIDE and not re.search("[《，。]", each.text)
            if alone or "文号：" in each.text:
                return Fact(match[0], each.place)
    return None


def _bases(main: NoticePart) -> list[Tree]:
    """The papers that the notice goes by, each with its number where that stands behind it."""
    found: dict[str, Tree] = {}
    for told in said(main):
        for match in _gone_by(_ABBREVIATED.sub("", told.text)):
            number = f"{match['number']}）" if match["number"] else ""
            found.setdefault(match["title"], Fact(match["title"] + number, told.place))
    return [*found.values()]


def _gone_by(text: str) -> Iterator[re.Match[str]]:
    """Papers behind a word that says so, and those listed behind such a one; other lists are of something else."""
    before: re.Match[str] | None = None
    for match in _BASIS.finditer(text):
        listed = match[0][0] in "与和、及《"
        if not listed or (before and re.fullmatch("）?(?:（[^（）]*）)?", text[before.end() : match.start()])):
            before = match
            yield match


def _byline(main: NoticePart) -> Iterator[tuple[str, Fact]]:
    """Who issued what nobody signed, and when, by lines at its head."""
    found = ((match, block.place) for block in main.root.blocks[:_HEAD] if (match := _BYLINE.fullmatch(block.raw)))
    lines = [(match, place) for match, place in found if bodies.is_unit(match["issuer"])]
    for match, place in lines[:1]:
        yield "issuer", Fact(match["issuer"] + "等" * (len(lines) > 1), place)
    for match, place in lines:
        if match["day"]:
            yield "issued", Fact(date(*map(int, re.findall(r"\d+", match["day"]))), place)


_ANNEX = (
    r"^附\s*件?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[：:]|(?<=\d)[.．、])|^\d{1,2}[.、．]"
    r"|\.(?:docx?|wps|pdf|xlsx?|et|zip)$"
)


def attachments(outline: Outline) -> list[Tree]:
    """`attachments`: the titles that the notice lists, else those of its annexes; somebody must put the files there."""
    apart = re.compile(r"(?<=[^\d件])(?=\d{1,2}[.、．])")
    listed = [(part, block.place) for block in outline.main.listed for part in apart.split(block.text)]
    texts = listed or [(annex.title, annex.title_place or annex.root.place) for annex in outline.annexes]
    titles = [(re.sub(_ANNEX, "", re.sub(_ANNEX, "", text)).strip(" 。；"), place) for text, place in texts]
    lacking = Gap("附件的文件名，放在本目录；不提供下载就删去这一项")
    places = dict(reversed(titles))  # a page lists the files again
    return [{"title": Fact(name, places[name]), "file": lacking} for name in dict(titles) if name]


_EVENT = "(?:博览会|博会|论坛|宣传周)"
_JOINTLY, _BODY = "(?:共同|联合|具体|执行|总)?", "(?:单位|方|机构)?"
_ROLES = {
    "guiding": (
        "(?:大赛)?指导(?:单位)?",
        "(?:在((?:(?!组委会)[^。；在])+?)(?:的|支持)?指导下|(?:由|^|答：)([^。；，：由]+?)(?:支持)?指导[，、])",
    ),
    "hosts": (
        f"(?:{_JOINTLY}主办{_BODY}|举办单位)",
        f"(?:由|，本[届次](?:赛事|[大竞比]赛|活动)由|，|。(?![^，。；]*由))([^。；，]+?){_JOINTLY}主办(?!单位|的[^，。；]*{_EVENT})",
    ),
    "undertakers": (
        f"{_JOINTLY}承办{_BODY}",
        f"(?:[，、]?由|[，、。](?![^，。；]*由))([^。；，]+?){_JOINTLY}承办(?!单位)",
    ),
    "supporters": (
        "[\u4e00-\u9fff]{0,4}(?:协办|支持|支撑|合作|协作|赞助|冠名)(?:单位|方|机构|媒体|伙伴|企业)?",
        "(?:由|[，、。]|^)([^。；，]+?)(?:作为支持单位|协办(?!单位)|提供(?:[^，。；]{0,4})支持|赞助(?!单位)|支持(?=[，。；的]))",
    ),
}
_ALSO = {"undertakers": "(?:执行|协同)承办(?:单位|方)", "hosts": "(?:(?:联合|共同)主办|联办)(?:单位|方)?"}
"""Labels of bodies beside those of a role."""
_HELD_BY = (
    "(?:^|，)(?!经)([^。；，]+?)(?:研究)?决定(?:在[^，。；]{2,8})?(?:联合|共同)?(?:举办|组织|开展)|(?:^|，)([^。；，等]+?)(?:共同|联合)举办"
    "|(?:^|，)([^。；，]+?)(?:会同|联合(?![会社]))([^。；，]+?)(?:共同|联合)?举办"
    "|(?:^|，)([^。；，]+?)(?:将|拟|定)于\\d[^。；，]{2,20}(?:举办|举行)(?!的)"
)
_COMMITTEE_SENTENCES = (
    "(?:组委会|组织委员会)[^。；]{0,12}成员单位(?:[为是有：]|包括)+([^。；]+)",
    "([^。；：]+?)(?:等)?(?:共同)?(?:作为|为|担任)(?:大赛|分赛|赛事)?组委会(?:的)?(?:成员|组成)单位",
    "([^。；，：]+?)(?:等)?(?:共同)?(?:组建|组成|成立|设立)(?:大赛|分赛|赛事)?(?:组委会|组织委员会)",
    "(?:组委会|组织委员会)由([^。；，：]+?)(?:等)?(?:共同)?组成",
)
_OFFICE_OF = (
    "(?:秘书处|办公室)（设立?[在于]([^）]+)）",
    "(?:秘书处|办公室)(?!设在)[^。；]*?由([^。；]+?)(?:等)?(?:共同)?组成",
    "(?:秘书处|办公室)(?:办公室)?[，：]?(?:(?:下)?设立?(?:在|于)|挂靠在?)([^。；，]+)(?:[，、](?:会同|联合|与)([^。；，]+))?",
)


def organisers(outline: Outline) -> Tree:
    """`organisers`: every body by its role."""
    found: dict[str, Tree] = {role: [*facts] for role in _ROLES if (facts := _in_role(outline, role))}
    if "hosts" not in found:
        found = {"hosts": [*_by_sentence(outline, _HELD_BY)] or [Gap("主办单位，没有写明就删去")], **found}
    if len(committee := _committee(outline)) > 1:
        found["committee"] = [*committee]
    office = (facts for pattern in _OFFICE_OF if (facts := _by_sentence(outline, pattern, split_and=True)))
    if facts := next(office, []) or _by_label(outline, "(?:组委会|赛事)?(?:办公室|秘书处)(?:单位)?"):
        found["secretariat"] = [*facts]
    return found


def _in_role(outline: Outline, role: str) -> list[Fact]:
    """The bodies of a role, those who execute among those who undertake, those who join among those who host."""
    labels, sentence = _ROLES[role]
    every = role == "supporters"
    facts = _by_label(outline, labels, every) or _by_sentence(outline, sentence)
    facts = facts or _by_label(outline, labels, every, unlike=True)
    beside = _ALSO.get(role, "(?!)")
    more = _by_label(outline, beside) if any(re.search(beside, each.text) for each in said(*outline.parts)) else []
    return [*{fact.value: fact for fact in (*facts, *more)}.values()]


def _committee(outline: Outline) -> list[Fact]:
    """The bodies of the committee, by its label or by a sentence, whichever tells more."""
    labelled = _by_label(outline, "(?:大赛|分赛|赛事)?(?:组委会|组织委员会)(?:成员单位|组成单位)?")
    sentences = (facts for pattern in _COMMITTEE_SENTENCES if len(facts := _by_sentence(outline, pattern)) > 1)
    spoken = next(sentences, [])
    return labelled if len(labelled) > len(spoken) else spoken


def _by_label(outline: Outline, labels: str, every: bool = False, unlike: bool = False) -> list[Fact]:
    """The bodies behind a label, of `every` paragraph or the first with one; doubtful, what is `unlike` bodies."""
    found: list[Fact] = []
    for value, each in _behind_label(outline, labels, every):
        names = bodies.listed(value)
        told = re.search(rf"(?:{labels})(?:名单)?[：为是有]", each.text)
        units = sum(map(bodies.is_unit, names))
        among = told and (units or unlike) and all(map(bodies.is_name, names))  # of a labelled list all are bodies
        if units * 2 > len(names) or among:
            plain = units > 0 and not any("的" in name for name in names)  # else a description, split at its marks
            found += [Fact(body, each.place, bodies.doubt(body, plain)) for body in names]
            if not every:
                break
    return found


def _behind_label(outline: Outline, labels: str, every: bool) -> Iterator[tuple[str, Said]]:
    """What follows a label, but for contacts and what belongs to a track."""
    parts = (outline.main,) if every else outline.parts  # a short notice has all in an annex
    run_on = rf"\s*(?:{labels})(?<=单位|支持)(?!单位|方|机构|媒体)\s*(?=[\u4e00-\u9fff])"  # a PDF may lose the blank
    spoken = said(outline.main)
    told_on = ((cell_text(each.raw[m.end() :]), each) for each in spoken if (m := re.match(run_on, each.raw)))
    for value, each in chain(*(labelled(part, labels) for part in parts), told_on):
        if not (each.under("联系|咨询") or (each.under(_TRACKS) and not each.under("组织|单位$"))):
            yield value, each


def _by_sentence(outline: Outline, pattern: str, split_and: bool = False) -> list[Fact]:
    told = sorted(_in_sentences(outline, pattern), key=lambda pair: _of_another(pair[0]))
    for match, each in told:
        names = [body for group in match.groups() if group for body in bodies.listed(group)]
        if names and (_are_bodies(names) or (split_and and bodies.is_unit(names[0]))):
            kept = [body for body in names if bodies.is_unit(body) or not split_and]
            unsure = "可能是别的比赛的，请核对" * _of_another(match)
            return [Fact(body, each.place, bodies.doubt(body, True) or unsure) for body in kept]
    return []


def _are_bodies(names: Sequence[str]) -> bool:
    """Whether at least half are units by their words, and the others may be."""
    units = sum(map(bodies.is_unit, names))
    return units * 2 >= len(names) and all(bodies.is_name(re.sub("（.*）$", "", name)) for name in names)


_OF_ALL = re.compile("(?:本次|本届)(?:[大竞比]赛|活动|赛事)由")
"""How a sentence begins that tells of the whole wherever it stands."""


def _in_sentences(outline: Outline, pattern: str) -> Iterator[tuple[re.Match[str], Said]]:
    """The first match of each paragraph that is of this contest; none below headings of tracks and the like."""
    elsewhere = f"^[^，]*(?:{_TRACKS}|标识|公示|条件|要求|奖)[^，]*$"  # a heading, no sentence that is numbered
    for each in said(outline.main):
        if not each.under(elsewhere) or each.under("组织|总体") or _OF_ALL.match(each.text):
            told = re.sub("(?<=[主承协]办)、", "，", _SHORT.sub("", each.text))
            if match := min(re.finditer(pattern, told), key=_of_another, default=None):
                yield match, each


def _of_another(match: re.Match[str]) -> bool:
    """Whether a contest is only told of: `甲大赛是由乙主办的省级竞赛`, `也是丙挑战赛（由丁主办）的选拔赛`."""
    before = match.string[: match.start() + 1]
    aside = before.endswith("（由") and match.string.startswith("）的", match.end())
    of_all = re.search("是[^，。；]*的[^，。；]*(?:赛事|[大竞比]赛|活动)，$", before)
    told_of = re.match("(?:的|，[^，。；]*的[^，。；]*系列)", match.string[match.end() :])
    return bool(aside or of_all or (told_of and "是" in before[-2:]))
