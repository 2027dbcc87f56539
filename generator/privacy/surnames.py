"""Chinese surnames, and the words that begin like a name and are none."""

from __future__ import annotations

import re

SINGLE = (
    "方赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤花俞任袁柳鲍史唐费廉岑薛雷贺倪"
    "汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝臧成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀甄曲封储靳邴松段富巫焦牧山"
    "谷侯班秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰鄂索赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡姬申冉郦雍桑桂濮牛寿边扈燕冀郏浦"
    "尚农温别庄晏柴瞿阎充慕连茹习艾鱼古易慎戈廖庾暨居衡耿弘匡文寇广东欧沃蔚越隆巩聂晁勾敖融冷辛阚简饶曾沙乜鞠丰巢关蒯查荆红游竺权逯盖益桓"
    "公肖闫代覃仝佟岳付涂占阳苟车扶苑敬帅揭揣隗亓麦原豆冼冮初邸仉哈杲漆矫卿牟鹿双闾兰邝佘侬刀赫迟逄战褟尧晋楚藏候粟尉"
)
COMPOUND = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于"
    "|司空|令狐|百里|呼延|东郭|南门|西门|轩辕|拓跋|完颜|爱新觉罗|纳兰|叶赫那拉|第五|左丘|谷梁|段干|梁丘|乐正|漆雕|壤驷|公西|巫马"
    "|次仁|扎西|卓玛|达瓦|尼玛|格桑|旦增|丹增|索朗|德吉|平措|洛桑|央金|仁青|多吉"
)

_ENDS = re.compile(r"[部处局厅办组委院室科司所站网市区县省厂库队者员署团党集级校社镇乡旗盟州会中线类]$")
"""The last character of bodies, places and roles; few people are called so."""

_KEPT = re.compile(r".[科州会中校社镇]$")

_NO_NAMES = re.compile(
    "单[位独项个一元]|任[何务职一意免课教]|常[务委驻规见用态年]|项目|高[级校管层新等效度端速铁清质]|方[式案法面向便可能]|管[理委辖控道]"
    "|商[务会品家业]|文[件化旅字档]|计划|成[员果立功为本效都]|何[人时处种]|金[额融属]|党[委员办组支政校]|支[持付部队撑]|关[于键注系联]"
    "|平[台等均安时方顶]|简[介历称单]|严[格禁重]|许[可多]|广[告泛大]|解[决释答]|安[排全装静]|应[当该为急用有聘届邀付]|车[辆间牌号站]"
    "|房[产地屋]|温[度馨]|武[汉术]|山[东西]|东[北南部]|白[银色]|公[司共布告示众开益正章]|原[则因始有件]|连续|初[赛审评]|居[民委住]"
    "|权[利益限]|代[表码理办]|乐于|全[体部程国]|元[旦件]|包[括含]|宣[传布]|贵[方司]|余[额下]|毕业|季度|边[界缘]|程[序度]|段落|祖国|荣誉"
    "|封[面底]|贡献|申[报请诉]|晋级|古代|万元|富有|易[于用]|练习|资[料格]|边疆|辛苦|舒适|班[主长级]"
)
"""How words and bodies begin that start with a surname."""

_PLACES = re.compile(
    "常[德州]|安[徽庆阳康]|金[华昌]|黄[冈山石]|江[门苏西阴]|广[东州西元]|宁[波夏德]|石家庄|东[莞营]|吉[林安]|成都|沈阳|温州|武威|郑州|许昌|贵[州阳港]"
    "|连云港|伊[犁宁春]|衡[阳水]|桂林|柳州|梅州|韶关|苏州|杭州|徐州|荆[州门]|鄂[州尔]|阳[江泉]|曲靖|红河|张[掖家口]|乐山|文[山昌]|万[州宁]|晋[江城]|平[凉顶山]"
)
"""Provinces and cities that begin with a surname."""


def is_name(text: str) -> bool:
    """Whether characters that begin with a surname are a person's name and not a word, a body or a place."""
    name = text.replace(" ", "")
    if "." in name or name[0].isascii():
        return True
    if "某" in name or (_ENDS.search(name) and not (_KEPT.search(name) and len(name) == 2)):
        return False
    return not (_NO_NAMES.match(name) or _PLACES.fullmatch(name))


PINYIN = (
    "zhao|qian|sun|li|zhou|wu|zheng|wang|feng|chen|chu|wei|jiang|shen|han|yang|zhu|qin|xu|he|lv|lyu|shi|zhang|kong|cao|yan|jin|tao|jiang|xie|zou"
    "|dou|su|pan|ge|fan|peng|lang|lu|ma|miao|hua|fang|yu|ren|yuan|liu|bao|tang|xue|lei|ni|teng|luo|bi|hao|an|chang|le|fu|qi|kang|meng|huang|xiao"
    "|yin|yao|shao|mao|song|xiong|ji|shu|qu|xiang|dong|liang|du|lan|jia|tong|guo|mei|lin|diao|zhong|qiu|gao|xia|cai|tian|hu|ling|huo|wan|ke|guan|mo"
    "|ding|deng|hong|cui|gong|cheng|xing|pei|rong|qu|hou|ning|long|ye|bai|lai|zhuo|qiao|tan|wen|zhai|niu|zhuang|chai|ouyang|sima|zhuge|shangguan"
)
_INITIAL = "(?:[bpmfdtnlgkhjqxryw]|zh?|ch?|sh?)?"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
)
SYLLABLE = f"(?:{_INITIAL}{_FINAL})"
OFFICES = re.compile(
    "shuju|xinxi|fuwu|huiwu|jiwei|wangzhan|zhengwu|renshi|xuanchuan|dasai|zixun|jubao|jianyi|gongwu|heping|hedong|hexi"
    "|wangluo|wenhua|caiwu|shangwu|fawu|jishu|guanli|yunying|xiangmu|ziliao|zhaobiao|caigou|yewu|pingshen|zonghe|hezuo"
    "|tongzhi|lianxi|shichang"
)
"""Words of offices that read like a surname with a given name."""
