"""The role of each number of a sentence, by the words between it and its neighbours."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.samples.asides import is_aside
from evidence.read.prose.samples.counts import Count, kind_of, unbracketed
from evidence.read.prose.samples.fates import (
    ANALYSED,
    ASIDE,
    ASKED,
    COLLECTED,
    PART,
    SAID,
    SAMPLE,
    Role,
    role_of,
    told_of,
)
from evidence.read.prose.samples.parts import JOINED, OUT_OF, PLACED, named_apart, of_which, wholes

__all__ = ["roles_in"]

_FAR = 90  # characters from `population` to the bracket with its number
_WINDOW = 150  # characters that are looked at on either side of a number
_WITHIN = re.compile(r"\s*(?:[\w-]+\s+){0,4}?(?:of|in|at|from|across|within|between|by)\s+(?:[\w-]+\s+){0,2}?$")
_BASE_OF = re.compile(r"(?:^|[,;:(]|\band\b)\s*(?:out\s+of|of|among)\s+(?:the|these|those|all|our|total|\s)*$")
_GENDERS = re.compile(r"(?:wo)?men$|(?:fe)?males$|boys$|girls$")
_RANGE, _RANGE_AHEAD = re.compile(r"\d\s+to\s+$"), re.compile(r"\s+to\s+\d")
_REDUCED = re.compile(r"\b(?:reduc|brought|bring|shr[aiu]nk|fell|decreas|dropp|cut|lower|narrow)")
_RELATIVE = re.compile(
    r",\s*(?:who|which|all\s+of\s+(?:whom|which)|and\s+(?:were|was|took)|were|was|aged|mostly)\b|,\d"
)
_POPULATION = re.compile(
    r"\b(?:population|eligible|sent|invited|distributed|approached|contacted|targeted)\b[^,;]*$|\ball\s+(?!(?:[\w-]+\s+){0,2}(?:variables|constructs|measures|scales|items|factors|correlations)\b)(?:[\w-]+\s+){0,3}$"
)
_MEMBERS = re.compile(r"\b(?P<who>[a-z-]+s|people|staff)\s+(?:of|from|in|at|working\s+in|employed\s+by)\s+(?:the\s+)?$")
_INCLUDE = re.compile(r"\s*(?:include[sd]?|including|contain\w*|had|with)\s+$")
_NUMBER_OF = re.compile(
    r"\bnumber\s+of\s+(?:[\w-]+\s+){0,2}?(?P<who>[a-z-]+)\b[^,;:\d]{0,30}?\s(?:was|is|were|being|came\s+to|amount\w*\s+to|equal\w*|of)\s+(?:about\s+)?$"
)
_PLACES = re.compile(
    r"(?:schools|classes|classrooms|hospitals|universities|colleges|wards|villages|towns|branches|hotels|departments|clinics|centers|centres)$"
)
_GAP = re.compile(r"\b(?:and|but|versus)\s+$")
_WITH_MEMBERS = r"\s*(?:in|of|at|from|across|within|by|with)\s+(?!which|whom|them|these|those)(?:a\s+total\s+of\s+|(?!which\b|whom\b|and\b|or\b|but\b)[\w-]+\s+){0,2}?"
_LOOSE = re.compile(rf"(?:{_WITH_MEMBERS}|\s*and\s+(?:their\s+|the\s+)?)$")
_INSIDE = re.compile(_WITH_MEMBERS + "$")


def roles_in(text: str, lower: str, found: list[Count]) -> list[Role | None]:
    """The roles of the numbers of a sentence, in their order."""
    plain = unbracketed(lower)
    open_air = [plain[c.start] != " " or c.lead >= 0 for c in found]
    roles: list[Role | None] = [None] * len(found)
    order = [i for i in range(len(found)) if open_air[i]]
    for at, i in enumerate(order):
        before = order[at - 1] if at else None
        left, right, count = _around(plain, [found[j] for j in order], at)
        roles[i] = _in_the_open(
            plain,
            count,
            left,
            right,
            found[before] if before is not None else None,
            roles[before] if before is not None else None,
        )
        if before is not None:
            roles[before], roles[i] = of_which(plain, found[before], found[i], roles[before], roles[i])
            _further_back(plain, found, roles, order[: at + 1])
    for i in range(len(found)):
        if not open_air[i]:
            roles[i] = _in_brackets(plain, lower, found[i])
    for i in range(1, len(found)):
        one, inner = found[i - 1], found[i]
        if (
            not open_air[i]
            and open_air[i - 1]
            and _PLACES.match(one.noun)
            and inner.kind in ("people", "others")
            and inner.value > one.value
        ):
            roles[i - 1], roles[i] = PART, roles[i - 1] or roles[i]  # `in 41 schools (1,791 pupils)`
    named_apart(text, found, roles)
    wholes(lower, found, roles)
    return roles


def _further_back(plain: str, found: list[Count], roles: list[Role | None], order: list[int]) -> None:
    """`371 of 1,800 responded, 356 of whom ...`: what the last number came of may stand before another one."""
    *earlier, before, last = order
    if _weight(roles[before]):
        return
    for j in reversed(earlier):
        if found[j].value > found[last].value and _weight(roles[j]):
            whole = found[j]._replace(after=found[before].after)
            roles[j], roles[last] = of_which(plain, whole, found[last], roles[j], roles[last])
            return


def _weight(role: Role | None) -> float:
    return role.weight if role is not None else 0.0


def _around(plain: str, told: list[Count], at: int) -> tuple[str, str, Count]:
    """What leads up to a number and what is said of it; of `384 of the 431 forms` the noun and all behind it as well."""
    count = told[at]
    before = told[at - 1].after if at else 0
    start = max(before, plain.rfind(";", 0, count.start) + 1, count.start - _WINDOW)
    left = plain[start : count.lead if count.lead >= 0 else count.start]
    if at and told[at - 1].kind in ("people", "others") and _INSIDE.fullmatch(plain[before : count.start]):
        return left, "", count  # of `612 clerks from 48 stores took part` the stores
    following = told[at + 1 :]
    begin = count.after
    own = ""
    while following:
        other = following[0]
        between = plain[begin if count.kind != "alone" else count.end : other.start]
        if base := OUT_OF.fullmatch(between):
            begin = other.after
            if base["comma"] and (comma := plain.find(",", other.after)) > 0:
                begin = comma + 1  # `384 forms, out of 500 handed out, were valid`
            if count.kind == "alone":
                count = count._replace(kind=other.kind, noun=other.noun)
        elif count.kind != "alone" and _LOOSE.fullmatch(between):
            own += between
            begin = other.after  # `733 pupils from 34 classes filled in ...`
        else:
            break
        following = following[1:]
    end = min(following[0].start if following else len(plain), begin + _WINDOW)
    return left, own + _predicate(plain[begin:end]), count


def _in_the_open(
    plain: str, count: Count, left: str, right: str, before: Count | None, role_before: Role | None
) -> Role | None:
    if is_aside(plain, count, left, right):
        return ASIDE
    between = plain[before.after : count.start] if before else ""
    joined = before is not None and between.strip() != "," and JOINED.fullmatch(between) is not None
    if _RANGE.search(plain[max(0, count.start - 12) : count.start]):
        return ANALYSED if _REDUCED.search(plain[: count.start]) else None
    if _RANGE_AHEAD.match(plain, count.end):
        return COLLECTED if _REDUCED.search(plain[: count.start]) else None
    if (
        count.kind == "units"
        and before is not None
        and (_WITHIN.fullmatch(between) if not joined else before.kind in ("people", "forms", "others"))
    ):
        return PART  # `412 pupils in 61 classes`, `355 pupils and 41 schools`
    if count.kind == "units" and (members := _MEMBERS.search(left)) and kind_of(members["who"]) in ("people", "others"):
        return Role("said", 2)  # `the managers of 181 firms`
    role = role_of(count, left, right)
    if (
        role is None
        and count.kind == "alone"
        and (named := _NUMBER_OF.search(left))
        and kind_of(named["who"]) in ("people", "forms", "others")
    ):
        return Role("answered", 5)
    if count.value and plain[count.end : count.end + 1] == "-" and " sample" in plain[count.end : count.end + 22]:
        return SAMPLE  # `the 412-person sample`
    if role_before is not None and (role is None or role == SAID):
        if joined and role_before.name != "aside":
            role = role_before
        elif count.kind == "alone" and _GAP.search(left) and PLACED.match(right):
            role = role_before if role_before != ASIDE else Role("answered", 5) if _MAIN_ONE.search(right) else None
    if count.equals and (role is None or role == SAID):
        role = SAMPLE
    return _merely_said(plain, count, left, before) if role == SAID else role


_MAIN_ONE = re.compile(r"\b(?:main|final|actual|principal)\s+(?:study|survey|investigation)\b")


_ALL_OF = re.compile(r"(?:^|[,;:]|\b(?:the|our|this|all|present|final|total))\s*$")


def _merely_said(plain: str, count: Count, left: str, before: Count | None) -> Role:
    """The role of counted people of whom no word says what happened to them."""
    based = before is not None and _BASE_OF.search(plain[: before.start])
    if (
        based
        or count.share
        or _GENDERS.search(count.noun)
        or (before is not None and before.value > count.value and _INCLUDE.fullmatch(left))
    ):
        return PART
    if count.boxed and count.noun in ("sample", "participants", "respondents") and _ALL_OF.search(left):
        return SAMPLE
    if count.boxed or (count.kind == "units" and re.search(r"\b(?:in|at|within|across)\s+(?:the\s+)?$", left)):
        return PART
    sure = {"people": 3.0, "forms": 3.0, "units": 2.0, "others": 2.5}.get(count.kind, 0.0)
    return Role("said", sure + (0.5 if re.search(r"\b(?:with|on|from|for|all|the|among|by|of)\s+$", left) else 0))


def _predicate(text: str) -> str:
    """What is said behind the counted, up to the end of its clause."""
    stop = re.search(r"[;:?!]|\.\s", text)
    text = text[: stop.start()] if stop else text
    for comma in re.finditer(",", text):
        if not _RELATIVE.match(text, comma.start()):
            return text[: comma.start()]
    return text


_DIGIT = re.compile(r"\d")
_SOME = re.compile(
    r"\b(?:half|halves|(?<!took )(?<!take )(?<!taken )(?<!taking )part|third|quarter|subset|sub-?samples?|groups?|conditions?|rest|those|others|ones)(?:\s+of\s+(?:the\s+|our\s+)?\w+)?\s*$"
)


_CLAUSES = re.compile(r"[,;]|\band\s+(?=(?:the|we|our|this|all)\s)")


_EARLY_OR_LATE = re.compile(  # of a test for bias by those who did not answer
    r"\b(?:early|late|earlier|later)(?:\s+(?:respondents?|responders?|responses|returns|group|wave))?\s*$"
)


def _in_brackets(plain: str, lower: str, count: Count) -> Role | None:
    start = lower.rfind("(", 0, count.start)
    end = lower.find(")", count.end)
    if start < 0 or end < 0:
        return None
    if count.equals:
        left = plain[max(0, start - _WINDOW) : start]
        right = _predicate(plain[end + 1 : end + 1 + _WINDOW])
        if is_aside(plain, count, left, right):
            return ASIDE
        if _SOME.search(left) or _EARLY_OR_LATE.search(left):
            return PART
        if re.search(r"\b(?:f|t|q|χ|χ2|χ²|x2|r)\s?$", left):
            return Role("sample", 5)
        if left.rstrip().endswith("%"):
            role = role_of(count._replace(kind="alone", words=""), "", right)
            return role if role is not None else PART
        clause = _CLAUSES.split(left)[-1][-_FAR:]
        if not _DIGIT.search(clause) and (told := told_of(clause)):
            return told
        role = role_of(count._replace(kind="alone", words=""), left + " = ", right)
        if role is not None and role.name in ("analysed", "dropped", "refused", "asked"):
            return role
        return (
            ASKED
            if _POPULATION.search(left[-_FAR:]) and not re.search(r"\bsample\b", left[-60:])
            else Role("sample", 6.5)
        )
    left, right = lower[start + 1 : count.start], _predicate(lower[count.after : end])
    if is_aside(lower, count, left, right):
        return ASIDE
    role = role_of(count, left, right)
    if role == SAID and count.kind in ("people", "forms", "others") and not left.strip() and not right.strip():
        return SAMPLE if re.search(r"\bsample\s*$", lower[:start]) else Role("said", 2)
    return PART if role is not None and role.name not in ("analysed", "dropped", "refused", "asked") else role
