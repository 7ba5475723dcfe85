"""Simple slopes in Chinese: `当数字素养较低(M-1SD)时，信任对意愿的影响为0.69(P<0.001)；较高时，影响为0.48`."""

import re
from typing import Any

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.estimates import beside_statistics
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["chinese_levels"]

_CUES = SENTENCES.bit("较低", "较高", "低水平", "高水平", "水平低", "水平高", "1sd", "1 sd", "标准差")
_OPENS = re.compile(r"^(?:而?当|在|而|对于|于)+")
_HAN = r"[\u4e00-\u9fff]"
_LEVEL = re.compile(
    rf"(?:当|在|对于|而|，|,|；|;|^)(?P<who>{_HAN}{{0,12}}?)(?:的?水平)?(?:较|处于)?(?P<level>低|高)(?:水平|组|分组)?\s*(?:[（(][^（()）]{{1,16}}[)）])?(?:时|的情况下|条件下|的(?:个体|员工|游客|消费者|用户|学生|居民|农户)(?:中|而言)?)"
)
_TIE = re.compile(
    rf"(?P<a>{_HAN}{{2,14}}?)对(?P<b>{_HAN}{{2,14}}?)的(?=(?:显著|直接|间接)?(?:正向|负向|积极|消极)?(?:预测|促进|抑制)?(?:影响|效应|作用|斜率))"
)
_EFFECT = re.compile(
    rf"(?:影响|效应|作用|斜率)(?:系数|效应|值)?(?:仍|依然|均|也)?(?:不)?(?:显著|减弱|增强|较强|较弱|更强|更弱)?(?:[且但并]?不?显著)?[，,]?\s*(?P<open>[（(])?\s*(?:(?:简单)?(?:斜率|系数)(?:为|是)?|simple\s+slope|[βΒbB])?\s*(?:=|为|是)?\s*(?P<v>{NUMBER})(?!\s*%|\d)"
)


def chinese_levels(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """A path for each level of the moderator; what the second clause leaves out is that of the first."""
    found: list[Found[Path]] = []
    last: tuple[Sentence, tuple[str, str, str]] | None = None
    for sentence in sentences:
        if not (sentence.cues & _CUES and sentence.cues & DIGITS):
            continue
        before = last[1] if last and last[0].passage is sentence.passage else None
        for made, told in _slopes(sentence, before):
            found.append(made)
            last = sentence, told
    return tuple(found)


def _slopes(sentence: Sentence, told: tuple[str, str, str] | None) -> list[tuple[Found[Path], tuple[str, str, str]]]:
    text = sentence.text
    levels = list(_LEVEL.finditer(text))
    ends = [m.start() for m in levels[1:]] + [len(text)] * bool(levels)
    made = []
    for level, end in zip(levels, ends, strict=True):
        tie, effect = _TIE.search(text, level.end(), end), _EFFECT.search(text, level.end(), end)
        value = printed(effect["v"]) if effect else None
        who = _OPENS.sub("", level["who"]) or (told[2] if told else "")
        if tie:
            told = tie["a"].removeprefix("则"), tie["b"], who
        if told is None or effect is None or value is None or "." not in value or not who:
            continue
        told = told[0], told[1], who
        made.append((_path(sentence, effect, end, told, f"{level['level']}{who}"), told))
    return made


def _path(sentence: Sentence, effect: re.Match[str], end: int, told: tuple[str, str, str], level: str) -> Found[Path]:
    at = effect.end("v") - len(effect["v"].strip())
    values: dict[str, Any] = {"beta": printed(effect["v"])}
    places = {"beta": sentence.span(at, effect.end("v"))}
    for name, (number, (a, b)) in beside_statistics(sentence.text[effect.end("v") : end]).items():
        values.setdefault(name, number)
        places.setdefault(name, sentence.span(effect.end("v") + a, effect.end("v") + b))
    path = Path(told[0], told[1], table="text", group=level, effect="direct", **values)
    return Found(path, places, confidence=0.8, page=sentence.page)
