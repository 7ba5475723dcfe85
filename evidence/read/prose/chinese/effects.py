"""Effects in Chinese sentences: direct, indirect, total, at levels of a moderator, each with its statistics.

What a clause leaves out (`中介效应值为0.18`, `这一关系较弱(b=0.29)`) is that of the clause before, of a sentence near by,
or of the hypothesis that the sentence judges or that alone has this mediator or moderator.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.chinese.names import ChineseNames
from evidence.read.prose.chinese.statistics import Coefficient, coefficients_in
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.effects.estimates import Group
from evidence.read.prose.effects.path_made import path_of
from evidence.read.prose.labels import labels
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis, Path
from evidence.records.words import EffectKind
from evidence.settled import settled

__all__ = ["chinese_effects"]

# No cue among those of all sentences: in a paper without Chinese signs they would cost time for nothing.
_HINT = late(r"效应|影响|作用|系数|斜率|预测|关系|促进|抑制|提升|降低|增强|减少|效果|路径|→")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_NEAR = 3  # sentences of the paragraph in which the ends of an effect may have been named
_SORTS: tuple[tuple[EffectKind, re.Pattern[str]], ...] = (
    ("indirect", re.compile(r"间接|中介")),
    ("total", re.compile(r"总(?:的)?(?:效应|影响|作用)|总效")),
    ("direct", re.compile(r"直接|主效应")),
)
_SORTED = re.compile(r"间接|中介(?=的?(?:效应|作用|影响|效果))|总(?=的?(?:效应|影响|作用))|直接")
_ALL_INDIRECT = re.compile(r"总(?:的)?(?:间接|中介)|(?:间接|中介)效应(?:之和|总和|合计|总量)")
_DIFFERENCE = re.compile(r"差异|差值|之差|差别|判定指标|(?i:index)|[有被]调节的中介效应?值?$|分布|变化量")
_CITED = r"(?:[\u4e00-\u9fff]{2,3}(?:等|和[\u4e00-\u9fff]{2,3})?人?|[A-Z][a-z]+(?:\s*(?:等人?|et al\.?|(?:和|&|与|and)\s*[A-Z][a-z]+))?)\s*[(\[](?:(?:19|20)\d\d[a-z]?|\d{1,3})[)\]]"
_OTHERS = late(
    rf"{_CITED}\s*[^,。;]{{0,24}}?(?:发现|报告|指出|得出|证实|得到|为)|{_CITED}\s*(?:的)?(?:这一)?(?:研究|调查)?(?:的)?(?:结论|结果|发现|数值|系数|估计|水平)"
    r"|(?:以往|已有|前人|先前|既往|此前|国外|国内外?)(?:的)?(?:相关)?(?:研究|学者|文献|元分析)[^。;]{0,16}?(?:发现|报告|指出|表明|显示|得出|证实|[(=])"
    r"|(?:元分析|[Mm]eta\s?分析|预调[查研]|预测试|预实验|前测)[^。;]{0,16}?(?:显示|表明|发现|中|得到)|一项[^,。;]{0,20}(?:研究|调查|分析)|以[^,。;]{2,14}为(?:样本|对象|被试)的(?:研究|调查)"
)
_METHOD = late(r"编制|开发|提出|推荐|建议|的(?:方法|做法|程序|步骤|宏|检验|中介|Bootstrap)")


def chinese_effects(
    sentences: tuple[Sentence, ...], hypotheses: tuple[Found[Hypothesis], ...]
) -> tuple[Found[Path], ...]:
    """A path for each coefficient whose two ends the paper names."""
    reading = _Reading(tuple(h.value for h in hypotheses), ChineseNames.of(hypotheses))
    found: list[Found[Path]] = []
    before: _Told | None = None
    for i, sentence in enumerate(sentences):
        if sentence.text.isascii() or not (sentence.cues & DIGITS and _HAN.search(sentence.text)):
            continue
        if not _HINT.search(sentence.text):
            continue
        told = coefficients_in(sentence.text)
        if told and not of_others(sentence) and not _of_others(sentence.text):
            near = [s for s in sentences[max(0, i - _NEAR) : i + 2] if s.passage is sentence.passage]
            goes_on = before is not None and before.text.endswith(";") and before.sentence is sentences[i - 1]
            before = _Told(reading, sentence, near, before if goes_on else None)
            found += before.paths(told)
    return tuple(found)


def _of_others(text: str) -> bool:
    told = _OTHERS.search(text)
    return told is not None and not _METHOD.search(told[0])


@settled
class _Reading:
    """What is known before a sentence is read: the hypotheses and the names in them."""

    hypotheses: tuple[Hypothesis, ...]
    names: ChineseNames

    def mediated(self, via: str | None, ends: Relation | None, judged: list[str]) -> Relation | None:
        """The mediated relation of the hypothesis that is judged, or the only one that fits."""
        fits = [
            h for h in self.hypotheses if h.via and not h.moderator and (via is None or self.names.same(h.via, via))
        ]
        if ends:
            fits = [h for h in fits if self.names.same(h.from_, ends.from_) and self.names.same(h.to, ends.to)]
        return _one([h for h in fits if h.label in judged] or fits)

    def moderated(self, who: str, judged: list[str]) -> Relation | None:
        """The relation that a moderator changes, as a hypothesis has it."""
        fits = [h for h in self.hypotheses if h.moderator and not h.via and self.names.same(h.moderator, who)]
        return _one([h for h in fits if h.label in judged] or fits)


def _one(fits: list[Hypothesis]) -> Relation | None:
    ways = {(h.from_, h.to, h.via) for h in fits}
    return Relation(*ways.pop()) if len(ways) == 1 else None


# `咸度对喜悦的影响最大(β=0.27),脆度的影响较小(β=0.13)`: another source, the same outcome.
_ITS_EFFECT = late(
    r"(?:[^)]*\))?[\s,;、而但则且]*(?P<x>[^\s,;。、()的对]{2,14})的(?:正向|负向|直接|显著)*(?:影响|作用|效应|效果)(?=[较最更很也未不则均都仅为达没次]|显著|相对|\s*[(]|\s*$)"
)
_BARE = late(r"\s*(?:[、,和与及]|以及)+[\u4e00-\u9fff]{2,14}")


_OPEN_TOWARDS = late(r"对[^,;。、对]{2,14}\s*\(?\s*$")  # `盐分对喜悦(β=0.31)有显著影响`: the verb stands behind
_HAS_EFFECT = late(
    r"[^()]*\)\s*(?P<verb>(?:均|都|也|还|则)?(?:有|具有|产生了?|存在|起到?)[^,;。()]{0,12}?(?:影响|作用|效应))"
)


class _Told:
    """One sentence with what was said so far in it."""

    def __init__(
        self, reading: _Reading, sentence: Sentence, near: list[Sentence], before: "_Told | None" = None
    ) -> None:
        self.reading, self.names = reading, reading.names
        self.sentence, self.text = sentence, sentence.text
        at = next(i for i, s in enumerate(near) if s is sentence)
        self.above = [s.text for s in near[:at]]
        behind = [s.text for s in near[at + 1 :] if not coefficients_in(s.text)]
        self.judged = [x.label for t in (self.text, *behind) for x in labels(t)]
        self.behind = behind
        self.last: Relation | None = before.last if before else None
        self.who: str = before.who if before else ""

    def paths(self, told: list[Coefficient]) -> list[Found[Path]]:
        """The paths of all coefficients of the sentence."""
        if shared := self._shared_out(told):
            return shared
        found: list[Found[Path]] = []
        starts = [0, *(c.end for c in told[:-1])]
        for at, one in zip(starts, told, strict=True):
            clause = self.text[at : one.start]
            if _DIFFERENCE.search(clause[-12:] + one.noun) or _DIFFERENCE.search(one.noun):
                continue
            tail = self.text[told[-1].end :]
            found += self._paths(one, clause.rpartition("。")[2], tail)
        return found

    def _paths(self, one: Coefficient, clause: str, tail: str) -> Iterator[Found[Path]]:
        level, rest = self.names.level(clause, self.who)
        if level:
            self.who = level[1:]
        said = _SORTED.findall(rest + one.noun)
        sort: EffectKind = next((s for s, p in _SORTS if said and p.search(said[-1] + "效应")), "direct")
        other = _ITS_EFFECT.match(rest + one.noun) if self.last else None
        tie = Relation(other["x"], self.last.to) if other and self.last else self.names.relation(rest + one.noun)
        if one.listed:
            yield from self._sorts(one, rest + one.noun) if len(said) > 1 else self._listed(one, tie)
            return
        if tie is None:
            tie = self._left_out(rest, one.noun, sort, level, tail)
        elif sort == "indirect" and not tie.via:
            tie = self._through(tie, rest) if not _ALL_INDIRECT.search(rest + one.noun) else tie
        if tie is None or not (tie.from_ and tie.to):
            return
        if sort != "indirect" and not (tie.via and said == []):
            tie = replace(tie, via=None)
        elif sort == "direct" and tie.via:
            sort = "indirect"
        self.last = tie if not tie.via else Relation(tie.from_, tie.to, tie.via)
        made = path_of(self.sentence, one.group, replace(tie, sign=None), level or None)
        effect = sort if made.value.effect == "direct" else made.value.effect
        yield replace(made, value=replace(made.value, effect=effect))

    def _shared_out(self, told: list[Coefficient]) -> list[Found[Path]]:
        """`脆度对香气(β=0.44)和喜悦(β=0.24)有正向影响`: one clause, with a coefficient behind each name of its list."""
        begins = [self.text.rfind("(", 0, c.start + len(c.noun) + 1) for c in told]
        closes = [self.text.find(")", c.end - 1) for c in told]
        pieces = [self.text[a + 1 : b] for a, b in zip(closes, begins[1:], strict=False)]
        if (
            len(told) < 2
            or -1 in (*begins, *closes)
            or any(c.noun for c in told)
            or not all(map(_BARE.fullmatch, pieces))
        ):
            return []
        bare = self.text[: begins[0]] + "".join(pieces) + self.text[closes[-1] + 1 :]
        tie = self.names.relation(re.split(r"[;。]", bare)[0])
        many = self.names.listed(tie) if tie and not tie.via and not tie.moderator else []
        if len(many) != len(told):
            return []
        return [path_of(self.sentence, c.group, each, None) for c, each in zip(told, many, strict=True)]

    def _sorts(self, one: Coefficient, clause: str) -> Iterator[Found[Path]]:
        """`总效应、直接效应和间接效应分别为0.39、0.24和0.18`."""
        sorts = [next(s for s, p in _SORTS if p.search(x + "效应")) for x in _SORTED.findall(clause)]
        tie = self.names.relation(clause) or self._mediated(clause)
        if len(sorts) != len(one.listed) or len(set(sorts)) < len(sorts) or tie is None:
            return
        whole = self._through(tie, clause) if not tie.via else tie
        for sort, (value, place) in zip(sorts, one.listed, strict=True):
            group = Group(one.start, one.end, {"beta": value}, {"beta": place})
            each = Relation(tie.from_, tie.to, whole.via if sort == "indirect" else None)
            made = path_of(self.sentence, group, each, None)
            yield replace(made, value=replace(made.value, effect=sort))

    def _listed(self, one: Coefficient, tie: Relation | None) -> Iterator[Found[Path]]:
        """`A对B和C的路径系数分别为0.44和0.24`."""
        if tie is None or not tie.from_ or not tie.to:
            return
        many = self.names.listed(tie)
        if len(many) != len(one.listed):
            return
        for each, (value, place) in zip(many, one.listed, strict=True):
            yield path_of(self.sentence, Group(one.start, one.end, {"beta": value}, {"beta": place}), each, None)

    def _left_out(self, clause: str, noun: str, sort: EffectKind, level: str, tail: str) -> Relation | None:
        """The ends of an effect whose clause does not name both."""
        if sort == "indirect":
            return self._mediated(clause + noun)
        if sort == "total" or "直接" in (clause + noun)[-8:]:
            return self.last or self._ends_near()
        if level:
            return self.last or self._moderated(self.who)
        if bare := self.names.alone(clause):
            if self.last and self.last.from_:
                return Relation(self.last.from_, bare)
            return self.names.relation(bare + tail.partition(";")[0].lstrip(" )"))
        if _OPEN_TOWARDS.search(clause) and (behind := _HAS_EFFECT.match(tail)):
            return self.names.relation(clause.rstrip(" (") + behind["verb"])
        return None

    def _mediated(self, clause: str) -> Relation | None:
        """The mediated relation that the clause, one near by or a hypothesis has."""
        via = self.names.mediator(clause)
        if self.last and (self.last.via or via) and (via is None or self.names.same(via, self.last.via or via)):
            return replace(self.last, via=via or self.last.via)
        if self.last and (whole := self.reading.mediated(via, self.last, self.judged)):
            return whole
        for text in (self.text.replace(clause, "", 1) if not via else "", *reversed(self.above), *self.behind):
            for piece in re.split(r"[;。]", text):
                near = self.names.relation(piece)
                if near and near.via and not near.moderator and (via is None or self.names.same(via, near.via)):
                    return Relation(near.from_, near.to, near.via)
        if via is None:
            named = {m for text in (*self.above, *self.behind) if (m := self.names.mediator(text))}
            via = named.pop() if len(named) == 1 else None
        return self.reading.mediated(via, None, self.judged)

    def _through(self, tie: Relation, clause: str) -> Relation:
        """The mediator of an indirect effect of which the two ends are named."""
        via = self.names.mediator(clause, tie.from_, tie.to)
        whole = None if via else self.reading.mediated(None, tie, self.judged)
        return replace(tie, via=via or (whole.via if whole else None))

    def _ends_near(self) -> Relation | None:
        near = next((r for t in reversed(self.above) if (r := self.names.relation(t))), None)
        return near and Relation(near.from_, near.to)

    def _moderated(self, who: str) -> Relation | None:
        for text in reversed(self.above):
            for piece in re.split(r"[;。,]", text):
                near = self.names.relation(piece)
                if near and near.moderator and self.names.same(near.moderator, who):
                    return Relation(near.from_, near.to)
        return self.reading.moderated(who, self.judged)
