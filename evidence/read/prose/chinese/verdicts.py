"""How Chinese sentences judge hypotheses: `H1和H2均得到验证`, `验证了假设3`, `拒绝H4`, `除H5外，其余假设均成立`."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from evidence.read.late import late
from evidence.read.prose.labels import Label
from evidence.read.prose.verdicts.judgements import Cue
from evidence.records.layout import Verdict

__all__ = ["ChineseJudgement", "chinese_judgements"]

_BY = r"(?:能够?|被|得到|得以|获得?|获取|通过|受到?|经过|予以|有效|完全|充分|全部|进一步|均|都|皆|也|了|到|数据|实证|研究|样本|结果|本|的|所|统计学?|显著性|显著|经验|证据|较好|很好|良好|强有力|初步|上|地)*"
_UPHELD = r"(?:支持|验证|证实|检验|成立|接受|印证|通过|证明|采纳|认可|得证)"
_PARTLY = late(
    rf"部分(?:地)?{_BY}{_UPHELD}|(?:得到|获得?|通过|受到)(?:了)?(?:数据的?)?部分(?:的)?{_UPHELD}|部分{_UPHELD}"
    rf"|(?<!不)仅(?:仅)?(?:在|对|于|就)[^,;。]{{1,30}}?{_UPHELD}"
)
_AGAINST = late(
    rf"(?:[不未没非]|没有|难以|无法|尚未|并未|未能|不能|不予){_BY}(?:部分)?{_UPHELD}|(?<!不能)(?<!无法)(?<!未能)拒绝|否定|推翻|证伪|被拒|不(?:相?一致|相?符|吻合)|相悖|相反|矛盾|不显著|不明显"
)
_FOR = late(rf"{_BY}{_UPHELD}(?:了|着)?|(?:相?一致|相符|吻合|符合)")
# A verb that stands before the label asks as often as it tells: `验证假设H1` does so with a sign of completion or a result.
_TELLS = re.compile(r"支持|接受|拒绝|证实|印证|推翻|否定|了|符合|一致")
_RESULT = late(r"结果|这|由此|因此|从而|进而|即|也|再次|均|都|说明|表明|故|所以|据此|可见|综上|数据")
_ASKS = late(
    r"是否|能否|为了|为(?=检验|验证|进一步)|(?<![得予加])以(?=检验|验证)|旨在|用于|用以|拟(?!合)|将(?=对|检验|验证|进一步)|如果|假如|倘若|若(?!干)|下面|接下来|首先(?=检验|验证)|需要|[尚还仍]需|有待|待(?=检验|验证)|进行(?:了)?(?:验证|检验)|(?:检验|验证)(?:方法|过程|步骤|程序|模型)"
)
_CUT = late(r"[,;。]|(?<=[^不])但是?(?!书)|然而|而(?=[HН假]\s?[设\d])|(?<=[\d)])\s*而(?=不)")
_EXCEPT = re.compile(r"除(?:了)?(?P<who>[^,;。]*?)(?:之外|以外|外|(?=,))")
_REST = late(
    r"(?:其余|其他|其它|剩余|余下|剩下)(?:的)?(?:[\u4e00-\u9fff\d]{1,3}(?:个|条|项))?(?:的)?(?:研究)?(?:假设|假说)?"
)
_ALL = late(
    r"(?:所有|全部|各(?:项|个)?|每(?:个|条)|(?:提出|本文|本研究)的)(?:的)?(?:研究|理论|上述)?(?:假设|假说)|(?:假设|假说)(?:均|都|全部|全都|皆)"
)
_PART = late(
    r"(?P<whole>\d{1,2}|[二两三四五六七八九十]{1,2})[个条项](?:研究)?(?:假设|假说)(?:之?中)?,?(?:共?有)(?P<part>\d{1,2}|[一二两三四五六七八九十]{1,2})[个条项]"
)
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def _counted(word: str) -> int:
    """`6`, `六`, `十二`."""
    return int(word) if word.isdigit() else sum(_DIGITS[sign] for sign in word)


_THESE = late(
    r"(?:该|这一|此|上述|以上|这(?:两|三|些)?(?:个|条)?|前述|本)(?:[两二三四五六]?(?:个|条))?(?:研究)?(?:假设|假说)"
)


class ChineseJudgement(NamedTuple):
    """A judgement on one label, or (label empty) on `all` hypotheses, on the `rest`, or on `these` of the sentence before."""

    label: str
    cue: Cue
    scope: Literal["", "all", "rest", "these", "part"] = ""
    many: int = 0
    of: int = 0


def chinese_judgements(text: str, named: Sequence[Label]) -> list[ChineseJudgement]:
    """What a sentence says became of the hypotheses it names."""
    found: list[ChineseJudgement] = []
    left_out = _left_out(text, named)
    waiting: list[str] = []
    for start, end in _clauses(text):
        clause = text[start:end]
        inside = [x for x in named if start <= x.start < end and x.label not in left_out]
        cue = _cue(clause, [(x.start - start, x.end - start) for x in inside])
        if cue is None:
            waiting += [x.label for x in inside]
            continue
        cue = Cue(cue.verdict, start + cue.start, start + cue.end)
        found += [ChineseJudgement(x.label, cue) for x in inside]
        if inside:
            waiting = []
            continue
        if waiting and (cue.start - start <= _NEAR or re.search(r"假设|假说", clause)):
            found += [ChineseJudgement(label, cue) for label in waiting]
            waiting = []
        elif part := _PART.search(clause):
            found.append(ChineseJudgement("", cue, "part", _counted(part["part"]), _counted(part["whole"])))
        elif _REST.search(clause) or (left_out and _ALL.search(clause)):
            found.append(ChineseJudgement("", cue, "rest"))
        elif _ALL.search(clause):
            found.append(ChineseJudgement("", cue, "all"))
        elif _THESE.search(clause) and not named:
            found.append(ChineseJudgement("", cue, "these"))
    if found and left_out:
        turned: Verdict = "not supported" if found[0].cue.verdict == "supported" else "supported"
        found += [ChineseJudgement(label, Cue(turned, found[0].cue.start, found[0].cue.end)) for label in left_out]
    return found


_NEAR = 6  # characters before a judgement that goes on from the clause before: `,均得到支持`, `,结果不成立`


def _left_out(text: str, named: Sequence[Label]) -> list[str]:
    """The labels behind `除`."""
    cut = _EXCEPT.search(text)
    return [x.label for x in named if cut and cut.start() < x.start < cut.end()] if cut else []


def _clauses(text: str) -> list[tuple[int, int]]:
    """Stretches between commas and contrasts; none within brackets."""
    outside = [m for m in _CUT.finditer(text) if text.count("(", 0, m.start()) <= text.count(")", 0, m.start())]
    cuts = [0, *(m.end() if m[0] in ",;。" else m.start() for m in outside), len(text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def _cue(clause: str, labels: list[tuple[int, int]]) -> Cue | None:
    """The judgement of a clause, if it makes one."""
    if _ASKS.search(clause) and not re.search(r"结果|表明|发现|得到|获得", clause):
        return None
    found = next(
        ((v, m) for v, p in _JUDGEMENTS if (m := _search(p, clause, labels))),
        None,
    )
    if found is None:
        return None
    verdict, match = found
    before = bool(labels) and match.end() <= labels[0][0]
    if before and not (_TELLS.search(match[0]) or _RESULT.search(clause[: match.start()])):
        return None
    return Cue(verdict, match.start(), match.end())


_JUDGEMENTS: tuple[tuple[Verdict, re.Pattern[str]], ...] = (
    ("partially supported", _PARTLY),
    ("not supported", _AGAINST),
    ("supported", _FOR),
)
_CONSTRUCT = late(
    r"(?:社会|组织|家庭|同伴|父母|情感|主管|上级|领导|政府|政策|朋友|工具性|感知|技术|学业|老师|教师|自主|亲友)$"
)
_OF_A_NAME = late(
    r"^(?:水平|程度|感|调节|对|与|和|在|于|会|能|可以|越|愈|行为|氛围|策略|系统|政策|的(?!假设|假说|[HН]))"
)


def _search(pattern: re.Pattern[str], clause: str, labels: list[tuple[int, int]]) -> re.Match[str] | None:
    """The first judgement that is no part of a name: `社会支持`, `检验模型`."""
    for match in pattern.finditer(clause):
        said = match[0]
        if _CONSTRUCT.search(clause[: match.start()]) or any(a <= match.start() < b for a, b in labels):
            continue
        if said == "支持" and _OF_A_NAME.search(clause[match.end() :]):
            continue  # `校长支持调节…`: what moderates, and no judgement
        if said in ("检验", "通过", "验证", "证明", "不显著", "不明显") and not _ends_here(said, clause, match, labels):
            continue
        return match
    return None


def _ends_here(said: str, clause: str, match: re.Match[str], labels: list[tuple[int, int]]) -> bool:
    """Bare `检验` or `通过` judges nothing; `不显著` does behind the label whose effect it is."""
    if said in ("不显著", "不明显"):
        return bool(labels) and labels[-1][1] <= match.start()
    return said in ("通过", "验证", "证明") and bool(labels) and not clause[match.end() :].strip(" )。")
