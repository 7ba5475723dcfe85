"""Coefficients of a Chinese sentence with what stands behind them: `间接效应值为0.18，Boot SE=0.05，95%置信区间为[0.14, 0.23]`.

Every number is told by the word before it. A coefficient opens a group; standard error, t, p and interval close to it
are its own, up to the next coefficient or the end of the clause.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence.read.late import late
from evidence.read.prose.effects.estimates import Group
from evidence.read.prose.figures import MINUS, printed
from evidence.records import Printed

__all__ = ["Coefficient", "coefficients_in"]

Span = tuple[int, int]

_NUMBER = rf"{MINUS}?\s?(?:\d+\.\s?\d+|\.\d+)"
_IS = r"\s*(?:[仅只均都则也高]?(?:为|是|达到?|等于)|=|:|≈)\s*"
_NOUN = (
    r"(?:(?:(?:特定|总)?间接|(?:部分)?中介|直接|总)的?(?:效应|影响|作用|效果)|(?:简单)?斜率|(?:路径|回归|影响|效应|作用|预测|估计|斜率|间接|直接)(?:的)?系数|标准化(?:路径|回归)?系数|"
    r"(?<!判定)效应|影响|预测作用|促进作用|抑制作用|作用|关系|预测力|点估计|估计值)"
)
# What may stand between the noun and its number: `效应值依然显著,其值为`, `影响较强,`, `中介效应的大小为`.
_SAID = r"(?:的?(?:效应)?(?:值|量|大小|系数|估计值|强度)|仍然?|依然|依旧|也|都|均|则|分别|并?不|且|但|并|显著|减弱|增强|减小|变[大小弱强]|[较更很]?[强弱大小](?!于)|明显|达到|水平|存在|为正|为负|正向|负向|有所|下降|降低|成立|其|,|\s)*"
_LETTER = r"(?:(?<![A-Za-z相关])(?:[βΒßγbB]|[Bb]eta|ab|a\s?[×*]\s?b|simple\s?slope|[Ee]ffect|[Ee]stimate)(?:[\s_]*(?:simple|slope|indirect|direct|total))?(?:\s*值)?(?![A-Za-z]))"
_TOKENS = late(
    rf"(?P<ci>(?:(?P<level>\d\d(?:\.\d)?)\s*%\s*)?(?:的|水平下?的?|置信度下?的?|偏差[校矫]正的?|非参数|百分位(?:数)?的?|[Bb]oot(?:strap)?(?:ping)?的?|Bias-?corrected|BC|\s)*(?:CI|C\.I\.|置信区间|信赖区间)(?:\s*\(?CI\)?)?\s*(?:均|在|内)?(?:{_IS})?\s*[\[(【]?\s*(?P<lo>{_NUMBER})\s*[,~;至到–—]\s*[,~]?\s*(?P<hi>{_NUMBER}))"
    rf"|(?P<bare>\[\s*(?P<lo2>{_NUMBER})\s*[,~;]\s*~?\s*(?P<hi2>{_NUMBER})\s*\])"
    rf"|(?P<ci_lo>(?:LL\s?CI|(?:CI)?\s*下[限界]值?)(?:{_IS})(?P<v1>{_NUMBER}))|(?P<ci_hi>(?:UL\s?CI|(?:CI)?\s*上[限界]值?)(?:{_IS})(?P<v2>{_NUMBER}))"
    rf"|(?P<se>(?:(?<![A-Za-z])[Ss]\.?\s?[Ee]\.?|标准误差?)(?:\s*\(\s*S\.?E\.?\s*\)|值)?(?:{_IS})(?P<v3>{_NUMBER}))"
    rf"|(?P<stat>(?<![A-Za-z])[tTzZ]\s*(?:值|统计量)?\s*(?:\(\s*\d+\s*\))?(?:{_IS})(?P<v4>{_NUMBER}|{MINUS}?\d+))"
    rf"|(?P<p>(?<![A-Za-z])[pPρ]\s*(?:值)?\s*(?:均|都)?\s*(?P<op>[=<>≤≥]|小于|大于|为|是)\s*(?P<v5>\d?\.\s?\d+))"
    r"|(?P<other>(?:Δ?R\s?2|Δ?F|(?<![A-Za-z])(?:r|[MNn]|SD|f2|d|Q2|VIF|index|INDEX))\s*(?:\([\d, ]+\))?\s*[=:为]\s*[-−]?\d*\.?\d+)"
    rf"|(?P<coef>(?:(?P<noun>{_NOUN}){_SAID}(?P<open>\(\s*)?)?(?:{_LETTER}|(?<=[^\W\d_(\s,])(?=\s*(?:[仅只均都则也高]?(?:为|是|达|等)|=|:)))(?P<is>{_IS})(?P<v>{_NUMBER})(?!\s*%|\d))"
)
_BREAK = re.compile(r"[;。]|假设|H\s?\d|占总|占比|比例")
_FARTHEST = 24  # characters between two statistics of one coefficient, as `,不包含0,`
_VALUES = {"ci_lo": "v1", "ci_hi": "v2", "se": "v3", "stat": "v4"}
_OPERATORS = {"≤": "<=", "≥": ">=", "小于": "<", "大于": ">", "=": "", "为": "", "是": ""}
_PRODUCT = late(rf"\s*[×*]\s*{_NUMBER}\s*=\s*(?P<v>{_NUMBER})")
_MORE = late(rf"\s*(?:[,、和与及]|以及)\s*(?P<v>{_NUMBER})(?!\s*%|\d)")


@dataclass
class Coefficient:
    """One coefficient (or several of a list), the noun it is called by, and its statistics."""

    start: int
    end: int
    noun: str
    letter: str
    values: dict[str, Printed] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    listed: list[tuple[Printed, Span]] = field(default_factory=list)  # `分别为0.44和0.24`: all of them

    @property
    def group(self) -> Group:
        """The statistics as other sentences have them."""
        return Group(self.start, self.end, self.values, self.places, self.letter.startswith("B"))


def coefficients_in(text: str) -> list[Coefficient]:
    """Every coefficient of a sentence with its own statistics."""
    return list(_grouped(text))


def _grouped(text: str) -> Iterator[Coefficient]:
    current: Coefficient | None = None
    position = 0
    while token := _TOKENS.search(text, position):
        position = token.end()
        if token["coef"]:
            opened = _opened(text, token)
            if opened is not None and current is not None and _both_scales(text, current, opened):
                position = current.end
            elif opened is not None:
                if current:
                    yield current
                current = opened
                position = max(position, current.end)
            continue
        if current is None:
            continue
        between = text[current.end : token.start()]
        if len(between) > _FARTHEST or _BREAK.search(between):
            yield current
            current = None
        elif not token["other"] and _put(current, token):
            current.end = token.end()
    if current:
        yield current


def _opened(text: str, token: re.Match[str]) -> Coefficient | None:
    value = printed(token["v"])
    if value is None or not (token["noun"] or _LED.search(text[token.start() : token.start("is")])):
        return None
    at = _trimmed(text, *token.span("v"))
    stop = token.end()
    if product := _PRODUCT.match(text, token.end()):  # `0.44×0.41=0.156`
        value, at, stop = printed(product["v"]) or value, _trimmed(text, *product.span("v")), product.end()
    letter = text[: token.start("is")].rstrip()[-1:] if not token["noun"] or token["open"] else ""
    made = Coefficient(token.start(), stop, token["noun"] or "", letter, {"beta": value}, {"beta": at})
    if re.search(r"分别|依次", text[max(0, token.start() - 4) : token.start("v")]):
        made.listed.append((value, at))
        while more := _MORE.match(text, made.end):
            if (number := printed(more["v"])) is None:
                break
            made.listed.append((number, _trimmed(text, *more.span("v"))))
            made.end = more.end()
    return made


_LED = late(rf"{_LETTER}\s*$")


def _both_scales(text: str, current: Coefficient, opened: Coefficient) -> bool:
    """`b=0.53, β=0.44`: the second is the standardized form of the first."""
    if current.letter not in ("b", "B") or opened.letter != "β" or text[current.end : opened.start].strip(" ,"):
        return False
    current.values |= {"b": current.values["beta"], "beta": opened.values["beta"]}
    current.places |= {"b": current.places["beta"], "beta": opened.places["beta"]}
    current.letter, current.end = "β", opened.end
    return True


def _put(current: Coefficient, token: re.Match[str]) -> bool:
    """One statistic beside the coefficient; whether it had none of the kind."""
    if token["ci"] or token["bare"]:
        lo, hi = ("lo", "hi") if token["ci"] else ("lo2", "hi2")
        read = {"ci_lo": lo, "ci_hi": hi} | ({"ci_level": "level"} if token["level"] else {})
    elif token["p"]:
        read = {"p": "v5"}
    else:
        name = next(n for n in _VALUES if token[n])
        read = {name: _VALUES[name]}
    if any(name in current.values for name in read):
        return False
    for name, key in read.items():
        value = printed(token[key])
        if value is None:
            continue
        operator = _OPERATORS.get(token["op"], token["op"]) if name == "p" else ""
        current.values[name] = Printed(operator + value)
        current.places[name] = _trimmed(token.string, *token.span(key))
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))
