"""Constructs by their names in Chinese clauses: what affects what, through what, at which level of a moderator.

Chinese sets no spaces between words, so a name is found where the paper's hypotheses have it; other names are those that
the verbs leave.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.chinese.relation import told
from evidence.read.prose.relations.relation import Relation
from evidence.records import Hypothesis
from evidence.settled import settled

__all__ = ["ChineseNames"]

_HAN = r"[\u4e00-\u9fff]"
_ARROW = r"\s*(?:→|⇒|➝|—+>|-+>|–+>|=>)\s*"
_CHAIN = late(
    rf"(?P<all>[\u4e00-\u9fffA-Za-z]{{2,14}}(?:{_ARROW}[\u4e00-\u9fffA-Za-z]{{2,14}}?)+)(?=[\"”’'』」》()\s,:]|的|路径|这|$|间接|总|直接|中介|效应)"
)
_PRODUCT = late(
    r"^(?P<a>.{2,16}?)(?:[×*xX]|(?:与|和)(?=.{2,16}?的?(?:交互|乘积)))(?P<m>.{2,16}?)(?:的)?(?:交互(?:作用)?(?:项|效应)?|乘积(?:项)?)?(?:的)?(?P<rest>(?:能够?|会|也|均|显著|正向|负向|不|直接)*(?:对|预测|影响|作用于).+)$"
)
_TO = re.compile(r"^(?P<a>.{2,16}?)(?:到|至|指向)(?P<b>.{2,16}?)(?:之间|的|这一|路径|$)")
_BY = re.compile(
    r"(?P<a>.{2,16}?)(?:经由?|透过|借由)(?P<m>.{2,16}?)(?:对|影响|到|作用于|间接影响)(?P<b>.{2,16}?)(?:的|产生|$)"
)
_MEDIATOR = late(
    rf"(?:通过|经由?|透过|借由|以|检验|考察|验证)(?P<m>{_HAN}{{2,12}}?)(?:的|为中介|产生|这)|(?P<m2>{_HAN}{{2,12}}?)的?(?:在其中|在此)?(?:起|所?起|具有|发挥|存在)?(?:到|了|的)?(?:显著|部分|完全|特定|独立|并行|单独)*的?(?:中介|间接)"
)
_LEADS = late(
    r"^(?:而|且|但|则|其中|同时|此外|另外|当|在|对于?|于|结果|说明|表明|显示|发现|可知|即|因此|所以|随后|进一步|加入|控制|.*?(?:后|时|中|下|上|前|表明|显示|发现|可知|看出|说明))(?=.{2})"
)
_ALONE = late(
    r"^[\s,;)、]*(?:和|与|及|以及|并|并且|也|且|同时|而|但|还|能够?|对|均|显著|正向|负向|预测|影响)*(?P<n>[\u4e00-\u9fff]{2,14}?)(?:的.*|(?:正向|负向|显著)*)?$"
)
# What relations are told without: the sort of an effect, and that it is given as a coefficient.
_SORT = re.compile(r"(?:总|间接|直接|净|主)的?(?=效应|影响|作用|效果|预测|正向|负向|系数)")
_COEFFICIENT = re.compile(r"(?:非?标准化的?)?(?:路径|回归|影响|效应|作用)?系数")
_LIST = re.compile(r"[、,和与及]|以及")
_LISTED_BEFORE = re.compile(r"(?:[、和与及]|以及)$")
_LISTED_BEHIND = re.compile(r"^(?:[、和与及]|以及)")
_WHO = rf"(?P<who>{_HAN}{{0,12}}?)"
_WHEN = r"(?:时|时候|的?情况下|的?条件下|的?情境下|的?水平[下上]|下|的?情境中|的?组中?|组|者|[的]?(?:个体|被试|员工|游客|消费者|用户|学生|大学生|居民|农户|老人|患者|护士|青少年|企业|顾客|群体|面包|人群)(?:中|而言|来说)?)"
_BRACKET = r"\s*(?:\([^()]{1,20}\))?\s*"
_AHEAD = r"(?:^|[,;:。]|当|在|对于?|于|针对|而|发现|表明|显示|检验|可知|就)\s*"
_LEVELS = (
    late(rf"{_AHEAD}(?P<level>低|高|中等)(?:水平的?|程度的?)?(?P<who>{_HAN}{{2,10}}?){_BRACKET}(?:水平|分组|程度)?{_BRACKET}{_WHEN}{_BRACKET}(?=[,的]|{_HAN}|\s|$)"),
    late(rf"{_AHEAD}{_WHO}(?:的)?(?:水平|程度|得分|取值)?(?:较|处于|相对较?|为|取|偏|比较)?(?:的)?(?P<level>低|高)(?:水平|组|分组|值|分|分组|于(?:平?均值?|平均数?|平均水平)一个标准差)?{_BRACKET}{_WHEN}"),
    late(rf"{_AHEAD}{_WHO}(?:的)?(?:水平|程度|取值|得分)?(?:为|取|在|处于)?(?:平?均值|平均数|平均水平|M)?\s*(?P<level>减去?|加上?|[-−–+])\s*(?:一|1|1个|一个)?\s*(?:个)?(?:标准差|SD){_BRACKET}(?:的?水平)?{_WHEN}"),
)  # fmt: skip
_NOT_WHO = re.compile(r"^(?:而|当|在|对于?|则|且|但|于|相反|反之|同样|结果|表明|发现|显示|进一步|水平|组)+")


@settled
class ChineseNames:
    """The names that the hypotheses of a paper use, the longer before the shorter."""

    known: tuple[str, ...] = ()

    @classmethod
    def of(cls, hypotheses: Sequence[Found[Hypothesis]]) -> "ChineseNames":
        """The names in the paper's hypotheses."""
        ends = (n for h in hypotheses for n in (h.value.from_, h.value.to, h.value.via, h.value.moderator))
        plain = {n.strip() for n in ends if n and re.search(_HAN, n) and 2 <= len(n.strip()) <= 16}
        return cls(tuple(sorted(plain, key=lambda n: (-len(n), n))))

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether two phrases name one construct: the one may stand in the other."""
        if not a or not b:
            return False
        return a == b or self._in(a) == (self._in(b) or "") or a in b or b in a

    def _in(self, phrase: str) -> str | None:
        """The one known name in a phrase; the longest where one holds another."""
        hits = [n for n in self.known if n in phrase]
        return hits[0] if hits and all(n in hits[0] for n in hits) else None

    def relation(self, clause: str) -> Relation | None:
        """What the clause says of constructs, tried from its last part to all of it."""
        chain = list(_CHAIN.finditer(clause))
        if chain:
            parts = [p for p in re.split(_ARROW, chain[-1]["all"]) if p]
            parts[0] = self._in(parts[0]) or parts[0]
            return Relation(parts[0], parts[-1], "; ".join(parts[1:-1]) or None)
        pieces = re.split(r"[,;:。]", _COEFFICIENT.sub("影响", _SORT.sub("", clause)))
        weak: Relation | None = None
        for at in range(len(pieces) - 1, -1, -1):
            found = self._tied(",".join(pieces[at:]).strip())
            if found is None:
                continue
            sure = self._sure(found)
            if sure:
                return sure
            weak = weak or found
        return weak if weak and not self._any(weak) else None

    def _tied(self, text: str) -> Relation | None:
        text = re.sub(r"[“”\"《》]", "", text)
        while text and (lead := _LEADS.match(text)) and not self._starts(text):
            text = text[lead.end() :].lstrip(",")
        if product := _PRODUCT.match(text):
            rest = told(f"某某{product['rest']}")
            if rest:
                return Relation(
                    self._cut(product["a"], True), self._cut(rest.to, False), None, self._cut(product["m"], False)
                )
        for pattern in (_BY, _TO):
            if match := pattern.match(text):
                groups = match.groupdict()
                ends = self._cut(match["a"], True), self._cut(match["b"], False)
                if all(ends) and (pattern is _BY or all(self._in(e) for e in ends)):
                    return Relation(*ends, self._cut(groups["m"], False) if groups.get("m") else None)
        said = told(text)
        if said is None:
            return None
        ends = self._cut(said.from_, True), self._cut(said.to, False)
        via = self._cut(said.via, True) if said.via else None
        return Relation(*ends, via, None) if not said.moderator else Relation(*ends, via, said.moderator)

    def _starts(self, text: str) -> bool:
        return any(text.startswith(n) for n in self.known)

    def _cut(self, phrase: str, ends: bool) -> str:
        """A phrase without the words before (or behind) the one known name at its end (or beginning)."""
        fit = next((n for n in self.known if (phrase.endswith(n) if ends else phrase.startswith(n))), None)
        if fit is None:
            return phrase
        rest = phrase[: -len(fit)] if ends else phrase[len(fit) :]
        return phrase if (_LISTED_BEFORE if ends else _LISTED_BEHIND).search(rest) else fit

    def _sure(self, found: Relation) -> Relation | None:
        """A relation between two known constructs."""
        if not self.known:
            return found
        ends = [self._in(end) if not _LIST.search(end) else end for end in (found.from_ or "", found.to or "")]
        if not all(ends) or ends[0] == ends[1]:
            return None
        return replace(found, from_=ends[0], to=ends[1], via=self._in(found.via) or found.via if found.via else None)

    def _any(self, found: Relation) -> bool:
        """Whether an end holds more than one known name, so that it is no name."""
        return any(sum(n in (end or "") for n in self.known) > 1 for end in (found.from_, found.to))

    def listed(self, tie: Relation) -> list[Relation]:
        """The relations of `A对B和C`, `A、B对C`."""
        starts, ends = self._list(tie.from_ or ""), self._list(tie.to or "")
        if len(starts) > 1 and len(ends) > 1:
            return []
        return [Relation(a, b) for a in starts for b in ends]

    def _list(self, phrase: str) -> list[str]:
        parts = [p for p in _LIST.split(phrase) if p]
        return [phrase] if phrase in self.known or any(len(p) < 2 for p in parts) else parts

    def mediator(self, clause: str, *ends: str | None) -> str | None:
        """The construct, none of the ends, that a clause calls a mediator: `香气的中介效应`, `经由香气的间接效应`."""
        for piece in reversed(re.split(r"[,;:。]", clause)):
            for match in _MEDIATOR.finditer(piece):
                said = match["m"] or match["m2"]
                name = self._in(said) if self.known else said
                if name and name not in ends:
                    return name
            ending = [n for n in self.known if piece.endswith((n, f"{n}的")) and n not in ends]
            if ending:
                return ending[0]
        return None

    def alone(self, clause: str) -> str | None:
        """The one name that is all a clause says."""
        match = _ALONE.match(clause.rstrip("( "))
        return self._in(match["n"]) if match and match["n"] in self.known else None

    def level(self, clause: str, before: str) -> tuple[str, str]:
        """The level of a moderator that a clause begins with, as `低盐分`, and the clause without it."""
        for pattern in _LEVELS:
            for match in reversed(list(pattern.finditer(clause))):
                who = _NOT_WHO.sub("", match["who"])
                who = (self._in(who) or ("" if who else before)) if self.known else who or before
                if not who:
                    continue
                low = match["level"][0] in "低减-−–" if not match[0].endswith("+1SD)") else False
                word = "中等" if match["level"] == "中等" else "低" if low else "高"
                return f"{word}{who}", clause[match.end() :].lstrip(", ")
        return "", clause
