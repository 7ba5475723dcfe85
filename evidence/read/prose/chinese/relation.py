"""What a Chinese sentence says of constructs: `A正向预测B`, `M在A与B之间起中介作用`, `W调节A对B的影响`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import NamedTuple

from evidence.read.late import late
from evidence.records.layout import Sign

__all__ = ["Told", "told"]


class Told(NamedTuple):
    """The ends of a relation, what stands between or beside them, and its sign."""

    from_: str
    to: str
    via: str | None = None
    moderator: str | None = None
    sign: Sign | None = None


_ADVERB = r"(?:显著|直接|间接|应当|应该|亦应|理应|可能|亦|能够?|可以?|会|将|也|均|都|同样|仍然?|依然|有效|在一定程度上|地|积极|消极|进一步|具有|产生|存在|呈现?出?|负|正|反|着|较强|更强|很强|强|重要|一定|明显|不|的)*"
_DOES = r"(?:预测|影响|促进|提高|提升|增强|增加|加强|激发|改善|强化|推动|带来|导致|引发|引起|加剧|降低|减少|抑制|缓解|削弱|减弱|阻碍|弱化|减轻|决定|驱动|作用于)"
_EFFECT = r"(?:影响|作用|效应|预测力|促进|抑制|效果|关系|贡献)"
_NAME = r"[^，,；;：:。]{1,40}?"
_AND = r"(?:(?<!参)与|和|同(?!样|时|等|为)|跟|及其?|以及)"
_FRAME = late(
    r"^\s*(?:(?:因此|据此|基于此|由此|综上|综上所述|于是|所以|故|鉴于此|基于以上分析|结果表明|研究表明|结果显示|可见|说明|表明|即|且|而|并且|此外|另外|同时|其中|首先|其次|最后|[^，,；;。]{0,8}(?:推断|推论|分析|讨论|论述)(?=[，,：:]))[，,：:]?"
    r"|(?:本研究|本文|我们|研究)?(?:提出|假设|认为|预期|推测|假定)(?:如下)?(?:假设|研究假设)?[，,：:]?)+"
)
_MEDIATION = (
    late(
        rf"(?P<m>{_NAME}){_ADVERB}(?:在|于)(?P<a>{_NAME})(?:{_AND}(?P<b>{_NAME})(?:之?间(?:的?(?:关系|关联|联系))?|的?(?:关系|关联|联系|路径|过程))|对(?P<d>{_NAME})(?:的)?{_ADVERB}{_EFFECT})(?:之?间|之?中|里|过程)*{_ADVERB}[^，。；]{{0,12}}?中介"
    ),
    late(rf"(?P<a>{_NAME}){_AND}(?P<b>{_NAME})(?:之?间)?(?:的关系)?[^，。；]{{0,4}}?(?:受|由|被)(?P<m>{_NAME})(?:的|所)?中介"),
    late(rf"(?P<m>{_NAME}){_ADVERB}(?:部分|完全)?中介了?(?P<a>{_NAME})(?:{_AND}|对)(?P<b>{_NAME})(?:之?间)?(?:的|$)"),
    late(rf"(?P<a>{_NAME}){_ADVERB}(?:通过|经由|经过|借助|借由)(?P<m>{_NAME})(?:的(?:部分|完全)?中介(?:作用|效应)?|这一中介|这一路径)?[，,]?(?:从而|进而|来)?{_ADVERB}(?:对(?P<b>{_NAME})(?:的)?{_ADVERB}{_EFFECT}|{_DOES}了?(?P<d>[^，,；;。]{{1,40}}))"),
    late(rf"(?P<a>{_NAME})对(?P<b>{_NAME})的{_ADVERB}{_EFFECT}(?:是|可以?|能够?)?(?:通过|经由|由)(?P<m>{_NAME})(?:的|来|所|而|传[导递]|实现|中介)"),
)  # fmt: skip
# `盐分调节香气在脆度与喜悦之间的中介作用`: what is moderated is the mediated relation.
_MODERATED_MEDIATION = late(
    rf"(?P<w>{_NAME}){_ADVERB}调节(?:了|着)?(?P<m>{_NAME})(?:在|于)(?P<a>{_NAME}){_AND}(?P<b>{_NAME})(?=之?间|的|关系|联系|过程|中介|起)[^，。；]{{0,14}}?中介"
    rf"|(?P<w2>{_NAME}){_ADVERB}调节(?:了|着)?(?P<a2>{_NAME})(?:通过|经由?|经过)(?P<m2>{_NAME})对(?P<b2>{_NAME})的[^，。；]{{0,8}}?(?:间接|影响|中介|作用)"
)
_SHIFTS = r"(?:削弱|减弱|缓冲|弱化|增强|加强|强化|放大|加剧)"
_MODERATION = (
    late(
        rf"(?P<m>{_NAME})(?:的)?(?:水平|程度)?[越愈](?:高|强|多|大|深|好|低|弱|少|小)[，,]?(?:则|那么)?(?P<a>{_NAME})(?:对(?P<b>{_NAME})的|{_AND}(?P<d>{_NAME})(?:之?间)?的){_ADVERB}{_EFFECT}(?:就|也|则)?[越愈]"
    ),
    late(
        rf"(?P<m>{_NAME}){_ADVERB}调节(?:了|着|作用于)?(?P<a>{_NAME})(?:{_AND}(?P<b>{_NAME})(?:之?间|的关系|的联系|的正|的负|$)|对(?P<d>{_NAME})(?:的|$))"
    ),
    late(
        rf"(?P<m>{_NAME}){_ADVERB}(?:在|于|对)(?P<a>{_NAME})(?:{_AND}(?P<b>{_NAME})(?:之?间|的?关系|的?联系)|对(?P<d>{_NAME})的?{_ADVERB}{_EFFECT})[^，。；]{{0,10}}?(?:起|有|具有|发挥|存在|产生)[^，。；]{{0,8}}?调节"
    ),
    late(rf"(?P<a>{_NAME})(?:对(?P<b>{_NAME})的{_ADVERB}{_EFFECT}|{_AND}(?P<d>{_NAME})(?:之?间)?的关系)[^，。；]{{0,4}}?(?:受到?|由|被)(?P<m>{_NAME})(?:的|所)?调节"),
    late(rf"(?P<m>{_NAME}){_ADVERB}{_SHIFTS}(?:了|着)?(?P<a>{_NAME})(?:对(?P<b>{_NAME})的|{_AND}(?P<d>{_NAME})(?:之?间)?的){_ADVERB}(?:[正负]向的?)?{_EFFECT}"),
)  # fmt: skip
_DIRECT = (
    late(rf"(?P<a>{_NAME}){_ADVERB}对(?P<b>{_NAME}){_ADVERB}(?:有|具有|产生|存在|起到?|发挥|造成|的){_ADVERB}(?:正向|负向|反向)?{_ADVERB}(?:预测|解释)?{_EFFECT}"),
    late(rf"(?P<a>{_NAME}){_ADVERB}(?:正向|负向|反向)?{_ADVERB}{_DOES}(?:了|着)?(?P<b>[^，,；;。]{{1,40}})"),
    late(rf"(?P<a>{_NAME}){_AND}(?P<b>{_NAME})(?:之?间)?{_ADVERB}(?:正|负)?(?:相关|关联|关系)"),
    late(r"(?P<a>[^，,；;。]{2,20}?)(?:水平|程度)?(?:越|愈)(?:高|强|多|好|大)[，,]?(?:则)?(?P<b>[^，,；;。]{2,20}?)(?:水平|程度|也|就)*(?:越|愈)(?:高|强|多|好|大|低|弱|少)"),
)  # fmt: skip
_DOWN = late(
    r"负向|反向|负相关|负的?(?:影响|预测|作用)|消极|降低|减少|抑制|缓解|削弱|减弱|阻碍|弱化|减轻|[越愈](?:低|弱|少)"
)
_UP = late(r"正向|正相关|正的?(?:影响|预测|作用)|积极|促进|提高|提升|增强|增加|加强|改善|推动|[越愈](?:高|强|多|好|大)")
_LEAD = late(
    r"^(?:(?:显著|直接|能够|会|并且|而且|且|并|即|在一定程度上|提升|提高|增强|降低|减少|改变|感受到的|较高的?|高水平的?|更高的?)|(?:大学生|学生|员工|消费者|用户|游客|旅游者|企业|教师|个体|青少年|顾客|居民|读者|护士|老年人|被试|公众|人们|其|他们|自身)的)+"
)
_TAIL = re.compile(
    r"(?:之间|的(?:水平|程度|显著|关系|影响|正向|负向)|水平|(?:能够|可以|会|将|也|均|都|仍|应当|应该|亦应|理应|可能|亦|同样|显著|正向|负向|直接|积极|不|的|具有|有|呈|起))+$"
)


def told(statement: str) -> Told | None:
    """The relation a Chinese statement asserts, or None when none can be told.

    >>> told("热情正向预测员工的忠诚")
    Told(from_='热情', to='忠诚', via=None, moderator=None, sign='+')
    >>> told("信任在热情与忠诚之间起部分中介作用")[:3], told("年龄调节热情对忠诚的影响")[:4]
    (('热情', '忠诚', '信任'), ('热情', '忠诚', None, '年龄'))
    """
    text = _FRAME.sub("", "".join(statement.split()))
    through = "介" in text or "通过" in text or "经" in text
    if through and "调节" in text and (whole := _MODERATED_MEDIATION.match(text)):
        a, b, m, w = (_name(whole[g] or whole[f"{g}2"]) for g in "abmw")
        if a and b and m and w:
            return Told(a, b, m, w, _sign(text))
    for patterns, kind in ((_MEDIATION, "via"), (_MODERATION, "moderator"), (_DIRECT, "")):
        if (
            kind
            and {"via": "介", "moderator": "调节"}[kind] not in text
            and not (kind == "moderator" and (_THE_MORE.search(text) or _MOVES_AN_EFFECT.search(text)))
            and not (kind == "via" and _BY_WAY.search(text))
        ):
            continue
        for pattern in patterns:
            if (match := pattern.match(text)) and (made := _made(match, kind, text)):
                return made
    return None


def _sign(text: str) -> Sign | None:
    return "-" if _DOWN.search(text) else "+" if _UP.search(text) else None


_MODERATED = re.compile(r"(?P<sign>[正负])向?的?(?:关系|影响|预测|作用|效应|联系|关联)")
_HOW_MODERATED = re.compile(r"(?P<sign>[正负反])向?(?:地)?(?:显著)?调节")
_SHIFT = late(
    r"[越愈](?P<less>弱|小|低)(?!.*[越愈])|削弱|减弱|缓冲|缓解|弱化|减轻|降低|[越愈](?P<more>强|大|高)(?!.*[越愈])|(?P<up>增强|加强|强化|放大|加剧)"
)


def _turned(text: str) -> Sign | None:
    """The sign of the product: a negative relation that is the weaker the more there is of the moderator turns up."""
    relations, how = {m["sign"] for m in _MODERATED.finditer(text)}, _HOW_MODERATED.search(text)
    if how:
        return None if "负" in relations else "+" if how["sign"] == "正" else "-"
    shift = _SHIFT.search(text)
    if len(relations) != 1 or not shift:
        return None if relations else _sign(text)
    return "+" if bool(shift["more"] or shift["up"]) == ("正" in relations) else "-"


_THE_MORE = re.compile(r"[越愈].*[越愈]")
_MOVES_AN_EFFECT = re.compile(rf"{_SHIFTS}.*[对与和]")
_BY_WAY = re.compile(r"通过|经由|经过|借助|借由")


def _made(match: re.Match[str], kind: str, text: str) -> Told | None:
    groups = match.groupdict()
    start, end = _name(groups["a"]), _name(groups.get("b") or groups.get("d") or "")
    middle = _name(groups.get("m") or "") or None
    if not start or not end or start == end or (kind and not middle):
        return None
    sign: Sign | None = None
    if kind != "via":
        sign = _turned(text) if kind == "moderator" else _sign(text)
    return Told(start, end, middle if kind == "via" else None, middle if kind == "moderator" else None, sign)


def _name(words: str) -> str:
    """A construct's name without the adverbs, owners and particles around it."""
    plain = re.sub(r"[（(][^（）()]*[)）]", "", words).strip(" “”\"'的")
    plain = _TAIL.sub("", _LEAD.sub("", plain))
    return plain if 1 < len(plain) <= 24 else ""
