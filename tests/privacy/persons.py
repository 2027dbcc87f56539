"""Fabricated people and other numbers: sentences with one personal datum, and sentences with none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容")
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰峰宇鑫浩然子涵梓萱思远志国建文博雅婷晓琳嘉怡俊熙"
_PLATES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_REGIONS = ("110105", "310104", "440106", "440305", "210102", "640104", "650102", "330106", "510104")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PINYIN = ("zhang", "wang", "liu", "chen", "zhao", "huang", "zhou", "xu", "sun", "guo")
_GIVEN_PINYIN = ("wei", "fang", "xiaoming", "lili", "jianguo", "min", "jing", "haoran", "yuting")


def digits(random: Random, count: int) -> str:
    return "".join(random.choices("0123456789", k=count))


def mobile(random: Random) -> str:
    return f"1{random.choice('3456789')}{digits(random, 9)}"


def identity(random: Random) -> str:
    day = f"{random.randint(1949, 2008)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    first = random.choice((*_REGIONS, "810000", "830000")) + day + digits(random, 3)
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, _WEIGHTS, strict=True)) % 11]


def old_identity(random: Random) -> str:
    day = f"{random.randint(30, 90)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return random.choice(_REGIONS) + day + digits(random, 3)


def card(random: Random) -> str:
    start, length = random.choice((("622202", 19), ("621700", 19), ("622848", 19), ("625965", 16), ("621226", 19)))
    first = start + digits(random, length - len(start) - 1)
    return next(first + last for last in "0123456789" if luhn(first + last))


def luhn(number: str) -> bool:
    values = [int(digit) for digit in reversed(number)]
    return (sum(values[::2]) + sum(sum(divmod(2 * value, 10)) for value in values[1::2])) % 10 == 0


def name(random: Random) -> str:
    surname = random.choice(_COMPOUND) if random.random() < 0.15 else random.choice(_SURNAMES)
    return surname + "".join(random.sample(_GIVEN, random.choice((1, 2, 2))))


def plate(random: Random) -> str:
    start, sign = random.choice(_PLATES) + random.choice("ABCDEFGH"), random.choice(("", "·", " "))
    tails = (
        digits(random, 5),
        f"{random.choice('ABCD')}{digits(random, 4)}",
        f"D{digits(random, 5)}",
        digits(random, 5) + "F",
    )
    return start + sign + random.choice(tails)


def office(random: Random) -> str:
    return f"0{random.choice(('10', '20', '24', '755', '991', '951'))}-{random.randint(2, 8)}{digits(random, 7)}"


def home(random: Random) -> str:
    places = (
        "广州市天河区体育西路",
        "沈阳市和平区文化路",
        "银川市兴庆区解放街",
        "乌鲁木齐市天山区光明路",
        "临河市花园小区",
    )
    doors = ("{}号{}栋{}室", "{}号{}单元{}室", "{}弄{}号{}室", "{}号{}楼{}号", "{}号院{}号楼{}室")
    numbers = (random.randint(1, 200), random.randint(1, 20), random.randint(101, 2604))
    return random.choice(places) + random.choice(doors).format(*numbers)


def account(random: Random) -> str:
    return random.choice(("zhangsan_88", "wxid_a1b2c3d4e5", "li-ming2020", "sunny0912"))


def mail(random: Random) -> str:
    hosts = (
        "qq.com",
        "163.com",
        "126.com",
        "gmail.com",
        "foxmail.com",
        "sina.com",
        "139.com",
        "outlook.com",
        "vip.qq.com",
    )
    person = random.choice(_PINYIN) + random.choice(_GIVEN_PINYIN)
    return f"{random.choice((digits(random, 8), person, 'happy.day', 'abc_123'))}@{random.choice(hosts)}"


def work_mail(random: Random) -> str:
    sign = random.choice(("", ".", "_"))
    return f"{random.choice(_PINYIN)}{sign}{random.choice(_GIVEN_PINYIN)}@company.example"


def credit_code(random: Random) -> str:
    """A unified social credit code; half of them of digits only."""
    letters = random.choice(("0123456789ABCDEFGHJKLMNPQRTUWXY", "0123456789"))
    start = random.choice(("91", "12", "52", "11")) + random.choice(_REGIONS)
    return start + "".join(random.choices(letters, k=10))


def figure(random: Random) -> str:
    return random.choice(("{}", "{:,}")).format(random.randint(10**3, 10 ** random.randint(4, 18)))


_MADE: dict[str, Callable[[Random], str]] = {
    "<office>": office,
    "<figure>": figure,
    "<credit>": credit_code,
    "<mobile>": mobile,
    "<region>": lambda random: random.choice(_REGIONS),
    "#": lambda random: digits(random, 1),
}


def say(random: Random, form: str) -> str:
    """The sentence of a form: `{a|b}` is one of them, `#` a digit, `<office>` and the like are made up."""
    chosen = re.sub(r"\{([^{}]*)\}", lambda match: random.choice(match[1].split("|")), form)
    return re.sub(r"<[a-z]+>|#", lambda match: _MADE.get(match[0], lambda _: match[0])(random), chosen)


# One datum

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_YAO = str.maketrans("0123456789", "〇幺二三四五六七八九")

Writing = Callable[[str], str]


def parted(sign: str, *sizes: int) -> Writing:
    """Writes a number in groups of those sizes and the rest."""

    def write(number: str) -> str:
        ends = [sum(sizes[: count + 1]) for count in range(len(sizes))]
        return sign.join(number[start:end] for start, end in zip([0, *ends], [*ends, None], strict=True))

    return write


_GROUPS = (" ", "-", ".", "·", "  ", " - ", "—", "\u3000", "\u00a0", "－", "‑", "/", "\ufeff", "&nbsp;", "&ensp;")
MOBILES: tuple[Writing, ...] = (
    str,
    *(parted(sign, 3, 4) for sign in _GROUPS),
    parted("-", 3, 3),
    parted(" ", 4, 4),
    parted(" ", 3),
    parted("\u200d", 5),
    parted("\u00ad", 7),
    parted("<br>", 7),
    parted("\n", 6),
    parted("-\n", 3),
    " ".join,
    "-".join,
    "\u200b".join,
    lambda number: number.translate(_WIDE),
    lambda number: parted("－", 3, 4)(number.translate(_WIDE)),
    lambda number: number.translate(_HAN),
    lambda number: number.translate(_YAO),
    lambda number: parted(" ", 3, 4)(number.translate(_YAO)),
    lambda number: number[:3].translate(_HAN) + number[3:],
    lambda number: number[:7] + number[7:].translate(_HAN),
    lambda number: f"+86{number}",
    lambda number: f"+86 {parted('-', 3, 4)(number)}",
    lambda number: f"0086{number}",
    lambda number: f"86-{number}",
    lambda number: f"（+86）{number}",
    lambda number: f"＋８６ {number.translate(_WIDE)}",
    lambda number: f"**{number[:3]}**{number[3:]}",
    lambda number: "".join(f"&#{ord(digit)};" for digit in number),
)
IDENTITIES: tuple[Writing, ...] = (
    str,
    str.lower,
    lambda number: number.translate(_WIDE),
    parted(" ", 6, 8),
    parted("-", 6, 8),
    parted(" ", 3, 3, 4, 4),
    parted("\n", 10),
    parted("\u2060", 6, 8),
    " ".join,
    "\u200b".join,
)
CARDS: tuple[Writing, ...] = (
    str,
    parted(" ", 4, 4, 4, 4),
    parted("-", 4, 4, 4, 4),
    parted(" ", 6),
    parted("\n", 8),
    lambda number: number.translate(_WIDE),
)
_PLAIN: tuple[Writing, ...] = (str,)

_AROUND = (
    "{}",
    "备注{}。",
    "（{}）",
    "- 备注：{}",
    "| 其他 | {} |",
    "资料由办公室整理，{}，欢迎来函",
    "《说明》\n\n{}\n\n以上",
)
_MOBILE_PLACES = ("{}", "联系{}。", "（{}）", "手机：{}", "| 电话 | {} |", "或拨打{}报名", "办公电话010-68557325，{}")
_NAME_PLACES = (
    *(
        "联系人：{}",
        "联系人: {}，电话 <office>",
        "负责人：{}",
        "项目负责人：{}（高级工程师）",
        "联络人 {}",
        "经办人：{}\n日期：6月1日",
    ),
    *(
        "联系人{}，电话<office>",
        "| 联系人 | {} | <office> |",
        "**联系人**：{}",
        "负责人为{}。",
        "电话联系：{} <office>",
    ),
    *(
        "联系人（技术）：{}",
        "联络员：{}、",
        "团队负责人：{}；",
        "联系人：\n{}",
        "请联系{}先生，电话<office>",
        "{}女士 <office>",
    ),
    *("{}老师（<office>）", "咨询：{}老师，<office>", "<office> {}先生", "请与{}女士联系，邮箱 office@contest.example"),
)
_CHAT_PLACES = (
    "微信：{}",
    "微信号{}",
    "加微信 {}",
    "vx：{}",
    "VX:{}",
    "wechat: {}",
    "微信ID：{}",
    "ＶＸ：{}",
    "微信号是{}",
)
_QQ_PLACES = ("QQ：{}", "QQ {}", "qq号：{}", "QQ号码是{}", "ＱＱ：{}", "扣扣{}", "加QQ{}")
_HOME_PLACES = (
    "家住{}",
    "家庭住址：{}",
    "住址：{}",
    "家庭地址 {}",
    "现住{}",
    "现住址：{}",
    "户籍地址：{}",
    "居住地址：{}",
)
_PASSPORT_PLACES = ("护照号：{}", "护照 {}", "持{}号护照", "护照号码为{}，有效期五年", "passport No. {}")

Made = Callable[[Random], str]

PLANTED: tuple[tuple[str, Made, tuple[Writing, ...], tuple[str, ...]], ...] = (
    ("手机号码", mobile, MOBILES, _MOBILE_PLACES),
    ("身份证号", identity, IDENTITIES, _AROUND),
    ("身份证号", old_identity, _PLAIN, _AROUND),
    ("身份证号", old_identity, IDENTITIES, ("身份证号码：{}，已核对",)),
    ("银行卡号", card, CARDS, ("{}", "银行卡号：{}", "奖金汇入{}（储蓄卡）", "开户账号 {}，工商银行")),
    ("个人姓名", name, _PLAIN * 3, _NAME_PLACES),
    ("车牌号码", plate, _PLAIN * 6, ("{}", "车牌号：{}", "请将{}停入地下车库", "车辆（{}）已登记")),
    ("护照号码", lambda random: random.choice("EGDSP") + digits(random, 8), _PLAIN * 3, _PASSPORT_PLACES),
    ("护照号码", lambda random: random.choice(("EA", "PE")) + digits(random, 7), _PLAIN, _PASSPORT_PLACES),
    (
        "通行证号",
        lambda random: random.choice("HM") + digits(random, 8),
        _PLAIN * 2,
        ("通行证 {}", "回乡证：{}", "通行证号码{}"),
    ),
    ("通行证号", lambda random: digits(random, 8), _PLAIN, ("台胞证号：{}",)),
    ("微信号", account, _PLAIN * 2, _CHAT_PLACES),
    ("QQ 号", lambda random: f"{random.randint(1, 9)}{digits(random, random.randint(5, 9))}", _PLAIN * 3, _QQ_PLACES),
    ("私人邮箱", mail, _PLAIN * 8, ("邮箱：{}", "<{}>", "请发送至{}。", "[写信](mailto:{})")),
    ("私人邮箱", work_mail, _PLAIN * 8, ("邮箱 {}",)),
    ("家庭住址", home, _PLAIN * 4, _HOME_PLACES),
)
"""A kind, how its data are made, in how many ways they are written, and where they stand."""


def planted(random: Random) -> Iterator[tuple[str, str]]:
    """Every kind in every writing and place, with its name."""
    for kind, make, writings, places in PLANTED:
        for writing in writings:
            for place in places:
                yield kind, say(random, place.replace("{}", "\0")).replace("\0", writing(make(random)))


# None

OTHERS = (
    "联系电话：<office>",
    "分赛组委会办公室<office>转####",
    "咨询电话（020）8#######、<office>",
    "服务热线400-###-####，技术支持800#######",
    "热线 400 ### ####，传真 <office>-####",
    "电话：<office>，12345 热线，邮编 51####",
    "粤数〔2026〕1##号，辽数政发〔2025〕#号",
    "2026年{1|6|12}月{3|28}日至2026-{07|11}-{01|30} 17:00:##",
    "2026-0{3|6}-01 2026-0{7|9}-30，20260{3|6}01######",
    "节约资金<figure>元，产值<figure>万元，补贴¥<figure>",
    "累计调用<figure>次，处理数据<figure>条，用户<figure>人",
    "沉淀<figure> 条记录、<figure> MB、<figure>KB 图像",
    "<mobile>{元|条|次|千瓦时|人次| kWh|余元|吨|亿元|字节}",
    "统一社会信用代码：<credit>",
    "税号<credit>，纳税人识别号 <region>#########",
    "粤ICP备########号-1，粤公网安备<region>########号",
    "增值电信业务经营许可证粤B2-2026####，网站标识码##########",
    "专利号 ZL2023########.#，申请号2024########.X，软著登字第########号",
    "（2026）粤01民初#####号，GB/T #####-2026，T/CAS ###.#—2025",
    "订单编号：<mobile>，流水号##################，合同编号 ################",
    "ISBN 978-7-####-####-#，条形码 69###########",
    "https://data.example/###########/t2026####_<mobile>.html?id=<mobile>",
    "IP 10.1##.#.##，版本 3.#.####，坐标 113.######, 23.######",
    "| 1## | 4### | 8### | 9#.##% |",
    "准确率由8#.###%提高到9#.####%，误差 0.############",
    "分别为1##、1###、8###家，合1#,###,###,###元",
    "{联系人|项目负责人|经办人}：{大赛组委会|高新区管委会|商务部|安全处|秘书处|平台运营组|宣传部|党委办公室}，电话<office>",
    "{联系人|联络员}：{综合处|见附件|同上|财务部|万山集团公司|任务组|金融办|成都市数据局|方案组}，电话<office>",
    "{负责人签字|联系人及电话|项目负责人应当在线填报|负责人单位公章|联系人信息|法定代表人签名}，<office>",
    "{项目负责人须为在职人员|负责人任职满三年|负责人于6月30日前提交|经办人栏由单位填写}，<office>",
    "{老师和学生都能使用|高校老师可以报名|请有关老师联系组委会|任课老师|指导老师不超过两名|班主任老师}，电话<office>",
    "{各位专家、老师|技术负责人、安全主任到场|项目经理负责统筹}，<office>",
    "邮箱：{bgs|office|zsj_sjzdjisc|shujuju|dsjj|service|xinxizhongxin|luohuqu}@{gd.gov.cn|xj.gov.cn|contest.example}",
    "{关注微信公众号“数据要素”|微信小程序、微信支付接口|企业微信 4.1.30 版|微信搜索“知行数据”}，覆盖<figure>人次",
    "{QQ 浏览器可打开|QQ交流群由组委会建立}，覆盖<figure>人次",
    "云A100服务器##台，新V2026版接口，型号 SN###########，设备编号 E########",
    "家住山区的老人1##位，住在解放路一带，住址信息已脱敏，户籍数据<figure>条",
    "发放护照3##本，车牌识别准确率9#.##%，银行卡交易<figure>笔，身份证号已脱敏为110105********####",
    "手机号138****####，卡号6222 **** **** ####，联系人：张**，微信号w****8",
    "二〇二六年六月三十日，一九四九至二〇二六，三四五六七八九月，第一百三十八条，{一|二}、{四|五}",
)
