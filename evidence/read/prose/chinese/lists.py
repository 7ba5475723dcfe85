"""Reliabilities of several constructs in one Chinese sentence: in lists (`CR依次为0.96、0.93`), in brackets, or clause by clause."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.figures import printed
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["OF_OTHERS", "STATISTIC", "chinese_lists", "kind_of"]

Span = tuple[int, int]

_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
STATISTIC = (
    r"(?:(?:内部一致性|信度)?(?:的)?(?:Cronbach\s?['’′]?\s?s?\s*(?:α|[aA]lpha|a)?|克[隆朗]?巴[赫哈]?(?:\s*α)?|(?<![A-Za-z])(?:α|[aA]lpha)(?![A-Za-z])|内部一致性(?:信度)?|(?<![合成构同])信度)"
    r"|(?:组合|组成|建构|构建|合成|复合|构念)信度|(?<![A-Za-z])CR(?![A-Za-z])|(?:平均|均)(?:方差|变异)(?:数)?(?:抽取|提取|萃取|析出|抽取变异)(?:量|值)?|(?<![A-Za-z])AVE(?![A-Za-z]))"
    r"(?:\s*\((?:CR|AVE|α|C\.R\.)\))?\s*(?:信度)?(?:系数|值)*"
)
_STATISTIC = late(STATISTIC)
OF_OTHERS = re.compile(
    r"原(?:量表|问卷|版|始|作者|研究)|英文版|初始(?:量表|问卷)|预(?:测试?|调[研查]|试|实验)|前(?:测|人)|以往|重测|分半|元分析|(?:各|分|子)(?:个)?(?:维度|量表|问卷|因子)"
)
_VALUE = r"0?\.\d{2,3}(?![\d%])"
_NUMBERS = late(rf"{_VALUE}(?:\s*(?:[、,;和与及]|以及)\s*{_VALUE})+")
_ONE = re.compile(_VALUE)
_IN_TURN = late(rf"(?P<what>{STATISTIC})\s*(?:均|也)?(?:依次|分别)\s*(?:为|是|达到?|等于|=|:)*\s*")
_NAMED = late(
    rf"(?:^|[、,;和与及:]|以及)*\s*(?P<name>[\u4e00-\u9fffA-Za-z]{{2,16}}?)\s*(?:为|是|:|=|\()?\s*(?P<v>{_VALUE})\s*\)?"
)
_BEHIND_VALUE = late(rf"(?P<v>{_VALUE})\s*\((?P<name>[\u4e00-\u9fff]{{2,12}})\)")
_BRACKETED = late(rf"(?P<name>[\u4e00-\u9fff]{{2,24}})\s*\((?P<in>[^()]*?{STATISTIC}\s*[=:为][^()]*)\)")
_PAIR = late(rf"(?P<what>{STATISTIC})\s*(?:为|是|=|:|达到?|等于)\s*(?P<v>{_VALUE})(?!\s*[~～至])")
_OF = late(
    rf"(?:^|[,;。:])\s*(?:其中|而|且|本研究中|本文中)*[,]?\s*(?P<name>[\u4e00-\u9fff]{{2,16}}?)(?:量表|问卷|变量)?(?:的|在本研究中的)?\s*(?={STATISTIC}\s*(?:为|是|=|:|达))"
)
_SPLIT = re.compile(r"\s*(?:、|,|和|与|及|以及)\s*")
_BEHIND = late(
    r"(?:的|等)?(?:上述|这|该|以上)?(?:[一二两三四五六七八九十\d]{1,2}个)?(?:(?:主要|研究|潜在?|核心)?(?:变量|量表|问卷|构念|因子|维度|分量表|子量表|概念))?(?:上)?的?(?:标准化)?$"
)
_BEFORE = re.compile(
    r"^.*?(?:显示|表明|发现|可知|可见|看出|研究中|本文中|结果中|其中|模型中|检验|因此|而且|同时|此外|另外|并且)[,:]?(?=.{2})"
)


def kind_of(words: str) -> str:
    """Which of the three a reliability is called: alpha, cr, ave."""
    if re.search(r"AVE|平均|均方差", words):
        return "ave"
    return "cr" if re.search(r"CR|C\.R|(?:组合|组成|建构|构建|合成|复合|构念)信度", words) else "alpha"


def chinese_lists(sentences: tuple[Sentence, ...]) -> tuple[Found[Construct], ...]:
    """Each construct with the reliabilities that a list, its bracket or its clause gives."""
    found: list[Found[Construct]] = []
    for sentence in sentences:
        if sentence.text.isascii() or not (sentence.cues & DIGITS and _HAN.search(sentence.text)):
            continue
        if not _STATISTIC.search(sentence.text):
            continue
        if of_others(sentence) or OF_OTHERS.search(sentence.text):
            continue
        found += list(_in_turn(sentence)) or list(_in_brackets(sentence)) or list(_by_clause(sentence))
    return tuple(found)


def _made(sentence: Sentence, name: str, what: str, place: Span) -> Iterator[Found[Construct]]:
    value = printed(sentence.text[slice(*place)])
    if value is not None:
        piece = Construct(name, **{what: value})  # type: ignore[arg-type]
        yield Found(piece, {what: sentence.span(*place)}, confidence=0.9, page=sentence.page)


def _in_turn(sentence: Sentence) -> Iterator[Found[Construct]]:
    """Names, then their values in the same order; a second list goes by the same names."""
    text = sentence.text
    names: list[str] = []
    at = 0
    for match in _IN_TURN.finditer(text):
        own = _names(text[at : match.start()])
        names = own if len(own) > 1 else names
        values = _NUMBERS.match(text, match.end())
        pairs = _pairs(text, match.end()) if values is None else []
        if values:
            places = [m.span() for m in _ONE.finditer(text, values.start(), values.end())]
            pairs = list(zip(names, places, strict=True)) if len(names) == len(places) else []
            at = values.end()
        for name, place in pairs:
            yield from _made(sentence, name, kind_of(match["what"]), place)
        at = pairs[-1][1][1] if pairs else max(at, match.end())


def _names(text: str) -> list[str]:
    """The names of a list that ends a text: `脆度、香气和喜悦三个变量的`."""
    clause = re.split(r"[,;:。]", text.rstrip())[-1]
    if "、" not in clause and "," in text.strip(","):  # a list between commas
        clause = re.split(r"[;:。]", text.rstrip())[-1]
    clause = _BEFORE.sub("", _BEHIND.sub("", clause.strip(" ,)")))
    parts = [re.sub(r"(?:量表|问卷)$", "", p.strip()) for p in _SPLIT.split(clause)]
    return parts if all(1 < len(p) <= 16 and re.search(r"[\u4e00-\u9fffA-Z]", p) for p in parts) else []


def _pairs(text: str, at: int) -> list[tuple[str, Span]]:
    """Names with their values behind or in brackets: `脆度(0.74)、香气(0.69)`, `脆度0.94,香气0.90`."""
    found: list[tuple[str, Span]] = []
    behind = list(_BEHIND_VALUE.finditer(text, at))
    if len(behind) > 1 and behind[0].start() == at:  # `0.94(脆度)、0.90(香气)`
        return [(m["name"], m.span("v")) for m in behind]
    while (match := _NAMED.match(text, at)) and not _ANOTHER.search(match["name"]):
        found.append((match["name"], match.span("v")))
        at = match.end()
    return found if len(found) > 1 else []


_ANOTHER = late(rf"分别|依次|{STATISTIC}")  # the list of another statistic begins


def _in_brackets(sentence: Sentence) -> Iterator[Found[Construct]]:
    """`脆度(α=0.94)、香气(α=0.90)`."""
    for match in _BRACKETED.finditer(sentence.text):
        name = re.sub(r"(?:量表|问卷)$", "", _BEFORE.sub("", _SPLIT.split(match["name"])[-1]))
        for pair in _PAIR.finditer(sentence.text, match.start("in"), match.end("in")):
            if 1 < len(name) <= 12:
                yield from _made(sentence, name, kind_of(pair["what"]), pair.span("v"))


def _by_clause(sentence: Sentence) -> Iterator[Found[Construct]]:
    """`脆度的α为0.94，CR为0.95，AVE为0.74；香气的α为0.90`."""
    text = sentence.text
    heads = [m for m in _OF.finditer(text) if not _NO_NAME.search(m["name"])]
    stats = list(_PAIR.finditer(text))
    if len(stats) < 2 or not heads:
        return
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
        seen: set[str] = set()
        for pair in stats:
            what = kind_of(pair["what"])
            if head.end("name") <= pair.start() < end and what not in seen:
                seen.add(what)
                yield from _made(sentence, head["name"], what, pair.span("v"))


_NO_NAME = late(r"量表|问卷|研究|变量|系数|总体|整体|各|所有|其|信度|因子|题项")
