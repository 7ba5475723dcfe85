"""Chinese front matter: people by their surnames in lines with marks and addresses, and the year of the issue."""

# ruff: noqa: E501 - a pattern is read whole

import re
import unicodedata
from collections.abc import Sequence

from evidence.read.late import late

__all__ = ["chinese_authors", "chinese_year", "spaced_doi", "subtitle_in"]

_TWO_SIGNS = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|独孤|南宫|呼延|轩辕|钟离|宇文|长孙|申屠|闻人|公冶|淳于|单于|太史|濮阳|百里|东郭|拓跋"
_ONE_SIGN = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史"
    "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴"
    "蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡"
    "鞠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘厉伊仝区郜阚屠豆朴廉祖漆巴狄扈晁芮普阙浦戈伏鹿薄邸雍辜裘亓修邰赫杭逯隆茹诺危亢嵇哈湛戎勾尧谯冒洪"
)
_GIVEN = r"[\u4e00-\u9fff]"
_NAME = late(
    rf"(?:(?:{_TWO_SIGNS}){_GIVEN}{{1,2}}|[{_ONE_SIGN}]{_GIVEN}{{1,2}}|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff·]{{1,8}})"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BRACKET = late(r"\((?:[^()]|\([^()]*\)|(?<=\d)\))*[\u4e00-\u9fff]{3}(?:[^()]|\([^()]*\)|(?<=\d)\))*\)")
_LEAD = late(r"^\W*(?:作\s*者|文|著)?\s*[:/]?\s*(?=[\u4e00-\u9fff])|^\W+")
_MARK = re.compile(r"[\d*†‡§#^{}$\\()\[\]✉∗☆Δ△▲]+")
_SEPARATOR = re.compile(r"\s*[,;、·•|/&]\s*|\s+")
_PLACE = late(
    r"大学|学院|学系|学校|研究|中心|医院|实验室|公司|图书馆|中国|部门|集团|银行|[省市县区]|摘要|关键|引言|编辑|基金|收稿|作者|通信|通讯|邮编|@"
)
_ENDS = re.compile(
    r"^\W*(?:摘\s*要|关\s*键\s*词|abstract|引\s*言|key\s*words?|[【\[]\s*摘|中图分类|doi\b|基金|收稿|分类号)", re.I
)
_LONGEST = 400


def chinese_authors(lines: Sequence[str]) -> tuple[str, ...]:
    """The people in the first lines under a Chinese title that hold names.

    >>> chinese_authors(["林小满¹ 邓一帆*1,2 罗佳³", "（¹某某大学，北京，100000）"])
    ('林小满', '邓一帆', '罗佳')
    """
    found: list[str] = []
    for block in lines:
        for line in block.split("\n"):
            if _ENDS.match(line):
                return tuple(dict.fromkeys(found))
            names = _names(line)
            if found and not names:
                return tuple(dict.fromkeys(found))
            found += names
    return tuple(dict.fromkeys(found))


def _names(line: str) -> list[str]:
    """The names a line is made of, before the addresses in it."""
    if not _HAN.search(line) or len(line) > _LONGEST:
        return []
    text = unicodedata.normalize("NFKC", line.replace("\\", ""))
    plain = _LEAD.sub("", _BRACKET.sub(" ; ", text))
    at = _PLACE.search(plain)
    words = [w for w in _SEPARATOR.split(_MARK.sub(" ", plain)) if w]
    words = _closed_up(words)
    count = next((i for i, w in enumerate(words) if not _NAME.fullmatch(w) or _PLACE.search(w)), len(words))
    if count == len(words):
        return words
    marked = _MARK.search(plain[: at.start()]) or "/" in plain[: at.start()] if at else None
    return words[:count] if at and marked and count and _PLACE.search("".join(words[count : count + 1])) else []


def _closed_up(words: list[str]) -> list[str]:
    """`张 三` set with a space between the signs of a short name is one name."""
    out: list[str] = []
    for word in words:
        if out and len(out[-1]) == 1 and len(word) == 1 and _HAN.match(out[-1]) and _HAN.match(word):
            out[-1] += word
        else:
            out.append(word)
    return out


_Y = r"(?P<y>(?:19|20)\d\d)"
_YEARS = tuple(
    late(pattern)
    for pattern in (
        rf"{_Y}\s*年?\s*(?:\d{{1,2}}\s*月)?\s*[,;]?\s*第?\s*\d{{1,3}}\s*卷",  # `2017年第25卷第4期`, `第36卷2021年第8期`
        rf"{_Y}\s*年\s*[,;]?\s*第?\s*\d{{1,2}}\s*期",
        rf"卷\s*[,;]?\s*(?:第\s*\d{{1,3}}\s*期)?\s*[,;]?\s*{_Y}(?!\d)",  # `第12卷 第3期 2019年3月`
        rf"期\s*[,;]?\s*{_Y}\s*(?:年|$)",
        rf"(?<![\d(]){_Y}\s*[,;]\s*(?:[Vv]ol\.?\s*)?\d{{1,3}}\s*\(\s*\d{{1,3}}\s*\)\s*[:,]\s*\d",  # `2021,44(4):876~309`
        rf"\b\d{{4}}-\d{{3}}[\dXx]\s*\(\s*{_Y}\s*\)",  # the number of the article
        rf"(?:网络)?(?:首发|出版|发表|刊出)(?:时间|日期)?\s*[:：]?\s*{_Y}",
        rf"(?i:doi)[^\n]{{0,40}}\d{{4}}\s*-\s*\d{{3}}[\dXx]\s*\.\s*{_Y}\s*\.",  # `DOI: 10.3969/j.issn.1000-0001.2018.05.012`
        rf"j\s*\.\s*cnki\s*\.\s*[\w-]+\s*\.\s*{_Y}\s*\.\s*\d\d",
        rf"(?m)^\W*{_Y}\s*年\s*\d{{1,2}}\s*月\W*$",
    )
)


def chinese_year(text: str) -> str | None:
    """The year of the issue, as the first page of a Chinese paper prints it."""
    if not _HAN.search(text):
        return None
    plain = unicodedata.normalize("NFKC", text).replace("\\", "")
    return next((m["y"] for pattern in _YEARS if (m := pattern.search(plain))), None)


_SUBTITLE = re.compile(r"^\s*(?:[—–―-]{1,2}|─+)\s*(?=[\u4e00-\u9fff“《])")
_SPACED_DOI = re.compile(
    r"(?i:doi)\s*:?\s*(?:https?\W+(?:dx\.)?doi\.org/)?(?P<doi>10\s*\.\s*\d[\d\s]{3,6}/\s*[A-Za-z0-9][A-Za-z0-9 .()/_:-]{4,60})"
)


def subtitle_in(text: str) -> str | None:
    """What a line behind a dash adds to the title above it: `——基于香气的视角`."""
    first = text.split("\n")[0].strip()
    dash = _SUBTITLE.match(first)
    return "——" + first[dash.end() :].strip(" *") if dash and len(first) <= 60 else None


def spaced_doi(text: str) -> str | None:
    """A DOI that a Chinese journal prints with spaces between its parts: `DOI：10. 3969 / j. issn. 1000 － 0001`."""
    plain = unicodedata.normalize("NFKC", text).replace("\\", "") if _HAN.search(text) else ""
    found = _SPACED_DOI.search(plain)
    return "".join(found["doi"].split()).rstrip(".,;:(-") if found else None
