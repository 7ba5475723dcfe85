"""Reliabilities of Chinese method sections: `（1）感知信任：采用...量表，共5个题项，本研究中Cronbach's α系数为0.88`。"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.figures import printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["chinese_alphas"]

_CUES = SENTENCES.bit("系数", "信度", "题项", "量表")
_NAMED = re.compile(
    r"^\s*(?:[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）.、．]?\s*)?(?P<name>[\u4e00-\u9fff]{2,14}?)(?:的?(?:测量|量表))?\s*(?:[（(][A-Za-z]{1,10}[)）])?\s*(?:[:：]|的\s*(?=Cronbach|α|克))"
)
_VALUE = re.compile(
    r"(?:Cronbach\s?['’′]?\s?s?\s*(?:α|[aA]lpha|a)?|α|克[隆朗]?巴[赫哈]?(?:\s*α)?|内部一致性)\s*(?:信度)?(?:系数|值)*\s*(?:为|是|=|达到?)\s*(?P<v>0?\.\d{2,3})(?!\d)"
)
_OTHERS = re.compile(r"原量表|原始量表|原研究|预(?:测试|调研|调查|试)|前人")


def chinese_alphas(sentences: tuple[Sentence, ...]) -> tuple[Found[Construct], ...]:
    """The alpha that follows the name of its measure, in its sentence or the next ones of the paragraph."""
    found: list[Found[Construct]] = []
    measure, passage = "", None
    for sentence in sentences:
        if sentence.passage is not passage:
            measure, passage = "", sentence.passage
        if not sentence.cues & _CUES:
            continue
        named = _NAMED.match(sentence.text)
        measure = named["name"] if named else measure
        values = list(_VALUE.finditer(sentence.text)) if sentence.cues & DIGITS else []
        value = printed(values[0]["v"]) if len(values) == 1 else None
        if measure and value is not None and not _OTHERS.search(sentence.text[: values[0].start()]):
            place = {"alpha": sentence.span(*values[0].span("v"))}
            found.append(Found(Construct(measure, alpha=value), place, confidence=0.85, page=sentence.page))
            measure = ""
    return tuple(found)
