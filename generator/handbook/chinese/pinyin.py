"""Chinese words in the order of their pinyin, as indexes of books have them."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict, load_single_dict

OTHER = "#"
"""The group of words that begin with a digit or a mark."""

PLACES = {
    "曾都": "zēng dū",
    "朝阳": "cháo yáng",
    "大城县": "dài chéng xiàn",
    "单县": "shàn xiàn",
    "都匀": "dū yún",
    "繁峙": "fán shì",
    "洪洞": "hóng tóng",
    "华阴": "huà yīn",
    "华州": "huà zhōu",
    "会稽": "kuài jī",
    "珲春": "hún chūn",
    "解州": "xiè zhōu",
    "浚县": "xùn xiàn",
    "筠连": "jūn lián",
    "阆中": "làng zhōng",
    "曲靖": "qǔ jìng",
    "曲阳": "qǔ yáng",
    "任县": "rén xiàn",
    "若羌": "ruò qiāng",
    "婼羌": "ruò qiāng",
    "召陵": "shào líng",
    "天台": "tiān tāi",
    "荥经": "yíng jīng",
    "应县": "yìng xiàn",
    "长垣": "cháng yuán",
}
"""Places whose names are not read as their characters usually are, where the dictionary does not know it."""

_MARKS = re.compile(r"[\W_]+")

load_phrases_dict({name: [[syllable] for syllable in read.split()] for name, read in PLACES.items()})
load_single_dict({ord("𠮷"): "jí"})


@lru_cache(maxsize=20_000)
def sort_key(label: str) -> str:
    """A key by which labels sort: syllable by syllable, then tone, then the characters; marks do not count."""
    syllables = lazy_pinyin(_MARKS.sub("", label), style=Style.TONE3, neutral_tone_with_five=True, errors=str.lower)
    return " ".join(syllables) + "\0" + label


def initial(label: str) -> str:
    """The letter under which an index lists a label."""
    first = sort_key(label)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
