"""Reliabilities of Chinese method sections: `（1）感知信任：采用...量表，共5个题项，本研究中Cronbach's α系数为0.91`。"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.chinese.lists import OF_OTHERS, STATISTIC, kind_of
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.figures import printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["chinese_alphas"]

_CUES = SENTENCES.bit("系数", "信度", "题项", "量表", "问卷", "一致性", "α")
_NAMED = re.compile(
    r"^\s*(?:在?本(?:研究|文|次调查)中?,?)?(?:[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）.、．]?\s*)?(?P<name>[\u4e00-\u9fff]{2,14}?)(?:的?(?:测量|量表|问卷))?\s*(?:[（(][A-Za-z ,]{1,40}[)）])?\s*"
    r"(?:[:：。]|的\s*(?=Cronbach|α|克|测量)|(?:主要|均)?(?:采用|使用|选用|借鉴|参考|参照|改编自|沿用|来自|源于)(?=.))"
)
_VALUE = re.compile(rf"(?P<what>{STATISTIC})\s*(?:为|是|=|:|达到?)?\s*(?P<v>0?\.\d{{2,3}})(?![\d~～至%])")
_WHOLE = re.compile(r"(?:总|全|整个|整体)(?:量表|问卷|体)?(?:的)?(?:在本研究中的)?\s*$")
_HERE = re.compile(r"本(?:研究|文|次)|该(?:量表|问卷)|此次")
_HEADING = re.compile(
    r"^[\d.．、\s（()）一二三四五六七八九十]*(?P<name>[\u4e00-\u9fff]{2,16}?)(?P<scale>的?(?:测量|量表|问卷))?\s*(?:[（(][^（()）]*[)）])?$"
)


def chinese_alphas(sentences: tuple[Sentence, ...], names: tuple[str | None, ...] = ()) -> tuple[Found[Construct], ...]:
    """The alpha that follows the name of its measure, in its sentence or the next ones of the paragraph or section."""
    found: list[Found[Construct]] = []
    measure, passage, section, headed = "", None, "", ""
    for sentence in sentences:
        if sentence.section != section:
            section, headed = sentence.section, _heading(sentence.section, names)
        if sentence.passage is not passage:
            measure, passage = headed, sentence.passage
        if not sentence.cues & _CUES:
            continue
        named = _NAMED.match(sentence.text)
        if named and not _NO_NAME.search(named["name"]):
            measure = named["name"]
        value = _value(sentence) if sentence.cues & DIGITS else None
        if value and (own := _BEFORE_VALUE.search(sentence.text[: value.start()])) and not _NO_NAME.search(own["name"]):
            measure = own["name"]
        if measure and value is not None:
            digits = printed(value["v"])
            if digits is not None:
                place = {"alpha": sentence.span(*value.span("v"))}
                found.append(Found(Construct(measure, alpha=digits), place, confidence=0.85, page=sentence.page))
                measure = ""
    return tuple(found)


_BEFORE_VALUE = late(
    r"(?:^|[,;。]|研究中|本文中)(?P<name>[\u4e00-\u9fff]{2,14}?)(?:量表|问卷)(?:的|在本研究中的?)?\s*$"
)
_NO_NAME = late(r"研究|本文|量表|问卷|变量|所有|各|调查|数据|其|采用|均|选取|为了")


def _heading(section: str, names: tuple[str | None, ...]) -> str:
    """The measure that a section is headed by: `2.2.1 脆度量表`, or the name of a construct."""
    head = _HEADING.match(section.strip())
    if head is None or not (head["scale"] or head["name"] in names) or _NO_NAME.search(head["name"]):
        return ""
    return head["name"]


def _value(sentence: Sentence) -> re.Match[str] | None:
    """The one alpha of this study's whole measure in a sentence."""
    text = sentence.text
    values = [m for m in _VALUE.finditer(text) if kind_of(m["what"]) == "alpha"]
    own = [m for m in values if not OF_OTHERS.search(_clause(text, m.start()))]
    whole = [m for m in own if _WHOLE.search(text[: m.start()])]
    here = [m for m in own if _HERE.search(_clause(text, m.start()))]
    told = whole or (here if len(own) > 1 else own)
    return told[0] if len(told) == 1 else None


def _clause(text: str, at: int) -> str:
    """What stands before a place since the last comma but one."""
    return ",".join(re.split(r"[,;。]", text[:at])[-2:])
