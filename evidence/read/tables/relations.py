"""What a row claims: `H2a: A → B`, `BI <--- PU`, `A → M → B`, `A towards B`; and what became of it.

Amos prints the target first (`TARGET <--- SOURCE`); every other form runs from source to target.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

from evidence.read.late import late
from evidence.read.nouns import joined, parted
from evidence.read.prose.chinese.relation import told
from evidence.read.tables.between import Third, third_between
from evidence.read.tables.glyphs import is_product, label_meant, plain
from evidence.settled import settled

__all__ = ["Relation", "hypothesis_label", "relation", "verdict", "verdict_beside"]

_FORWARD = r"(?:[-–—―−=~一]{0,4}\s?[>→⟶➔➝➞➡⇒⟹►▶〉]+|[-–—−=]{1,4}>+|→|⟶|⇒)"
_BACK = r"(?:<\s?[-–—―−=一]{1,4}|←|⟵|⇐|&lt;-+)"
_BOTH = r"(?:<\s?[-–—−=]{1,4}\s?>|↔|⟷|⇔)"
_ARROWS = re.compile(rf"\s*(?:(?P<both>{_BOTH})|(?P<forward>{_FORWARD})|(?P<back>{_BACK}))\s*")
_ARROWHEAD = re.compile(r"[>→⟶➔➝➞➡⇒⟹►▶〉<←⟵⇐↔⟷⇔]")
_HAN = late(r"[\u4e00-\u9fff]{2}")
_STANDING_IN = re.compile(r"\s*[\uf0e0\uf0e8\uf0ae\uf0d8\u2192]\s*")  # arrows of symbol fonts
# What such arrows become in conversion; trusted only in a column announced as relations.
_LIKE_ARROWS = re.compile(r"(?<=[\w)])\s+(?:à|®|!|¡|>|»|›|¿)\s+(?=[\w(])|(?<=[A-Z])(?:®|>|»)(?=[A-Z])")
_VERBS = r"""(?:has|have|had)\s+(?:an?\s+)?(?:\w+\s+){0,3}(?:effect|influence|impact)\s+(?:on|upon)
      | (?:will\s+)?(?:(?:significantly|positively|negatively|directly)\s+(?:and\s+\w+\s+)?)*
        (?:affects?|influences?|impacts?|predicts?|leads?\s+to|increases?|enhances?|promotes?|improves?|reduces?|decreases?)
        (?:\s+(?:on|in))?
      | (?:is|are|will\s+be)\s+(?:\w+ly\s+)?(?:and\s+\w+ly\s+)?
        (?:related\s+to|associated\s+with|linked\s+to|correlated\s+with)"""
_BY_VERB = re.compile(rf"\s+(?:{_VERBS})\s+", re.VERBOSE | re.IGNORECASE)
# `willingness to pay`, `intention to use`: this `to` belongs to a name.
_LEADS_ON = "".join(
    f"(?<!{noun})"
    for noun in (
        *(
            "willingness",
            "intention",
            "intentions",
            "readiness",
            "propensity",
            "tendency",
            "ability",
            "desire",
            "motivation",
        ),
        *("commitment", "resistance", "openness", "attachment", "loyalty", "likelihood"),
    )
)
_WORDS = re.compile(rf"\s+(?:{_VERBS} | towards?|対|对)\s+|{_LEADS_ON}\s+to\s+", re.VERBOSE | re.IGNORECASE)
_ON = re.compile(r"\s+(?:on|upon|ke|terhadap|sobre)\s+")  # `trust on loyalty`: the effect of the first on the second
_IN_BRACKETS = re.compile(r"[(\[（][^()]*[)\]）]")
# An item of a questionnaire: behind its code, or in the first person.
_STATEMENT = re.compile(
    r"^(?!P\d)[A-Za-z]{1,8}[_.-]?\d{1,2}[a-z]?\s*(?:[.:)–—-]\s*\S|\s(?:[A-Z][a-z]*|I)\s+[a-z])|\b(?:I|I'm|my|me|myself|we|us)\b(?!\.)"
)
_BETWEEN = re.compile(
    r"there\s+(?:is|will\s+be|exists)\s+(?:an?\s+)?(?:\w+\s+){0,3}"
    r"(?:relationship|relation|association|link|correlation)\s+between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)",
    re.IGNORECASE,
)
_EFFECT_OF = re.compile(
    r"(?:the\s+)?(?:\w+\s+){0,2}(?:effects?|influences?|impacts?)\s+of\s+(?P<a>.+?)\s+(?:on|upon)\s+(?P<b>.+)",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"^control variables?\s*[:\-–—]?\s+(?=\S)", re.IGNORECASE)  # a stub that ran into the relation
_EFFECT = r"(?:effects?|influences?|impacts?|relation(?:ship)?s?|associations?|links?|paths?)"
_MEDIATES = re.compile(
    rf"(?P<m>.+?)\s+(?:\w+ly\s+|will\s+|plays?\s+an?\s+)?mediat\w+\s+(?:role\s+(?:in|between)\s+)?(?:the\s+)?(?:\w+\s+)?(?:{_EFFECT}\s+)?"
    r"(?:of\s+(?P<a>.+?)\s+(?:on|upon)\s+(?P<b>.+)|(?:between\s+)?(?P<c>.+?)\s+and\s+(?P<d>.+))",
    re.IGNORECASE,
)
_MODERATES = re.compile(
    rf"(?P<m>.+?)\s+(?:\w+ly\s+|will\s+)*(?:moderat|buffer|strengthen|weaken)\w*\s+(?:the\s+)?(?:\w+\s+)?{_EFFECT}\s+"
    r"(?:of\s+(?P<a>.+?)\s+(?:on|upon)\s+(?P<b>.+)|between\s+(?P<c>.+?)\s+and\s+(?P<d>.+))",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:mediat|moderat|buffer|strengthen|weaken)\w*\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*\(?(?:hypothes[ie]s\s*"
    r"|hyp\.?\s*)?(?P<label>H\s?_?\s?\d{1,2}\s?(?:[-–.]?\s?\(?[a-z](?![a-z])\)?)?(?:[-–.]?\d{1,2}(?!\d))?[a-z]?)\)?[’'*+]"
    r"?(?:\s*\([+\-–−±]\))?\s*(?P<sep>[:：.)–—\-]|\s|$)",
    re.IGNORECASE,
)
_PLAIN_LABEL = re.compile(r"^\s*(?:hypothes[ie]s\s*|假设\s*)(?P<label>\d{1,2}[a-z]?)\s*(?:[:：.]|$|\s)", re.IGNORECASE)
_PROPOSITION_WORD = re.compile(r"^\s*propositions?\s*(?:P\s?)?(?P<label>\d{1,2}[a-z]?)(?=[:.)\s]|$)", re.IGNORECASE)
_PROPOSITION = late(r"^\s*\(?(?:propositions?\s*)?P?\s?(?P<label>\d{1,2}[a-z]?)(?=[:.)\s]|$)", re.IGNORECASE)
_TRAILING = re.compile(r"\s*[(\[（](?P<label>H\s?\d{1,2}\s?[a-z]?)[+\-–]?[)\]）]\s*$", re.IGNORECASE)
_LOST = re.compile(r"^\s*H\s*[:：]\s*")


@settled
class Relation:
    """From, through, to."""

    source: str
    target: str
    via: tuple[str, ...] = ()
    kind: Literal["direct", "indirect", "total", "interaction", "covariance"] = "direct"
    sure: bool = True  # an arrow, not a dash or `and`
    condition: str = ""  # the level of a moderator for which it is given


_NAMES = 5  # words of two names and a sign between them
_FIRST_WORD = re.compile(r"^[^\s:：]+")
_H_AND_NUMBER = re.compile(r"H\d")
_LABEL_MARKS = re.compile(r"[\s_()]")


_CLOSING = frozenset(")]）")


def _begins_plainly(text: str) -> bool:
    """Whether a text begins with a Latin letter, as most names do: no number, no letter that only looks like one."""
    return text[:1].isascii() and text[:1].isalpha()


@lru_cache(maxsize=8192)
def hypothesis_label(text: str, propositions: bool = False) -> tuple[str | None, str]:
    """The label a text begins with, normalised, and the rest of it; `P1` only in a column of propositions.

    >>> hypothesis_label("НЗЬ"), hypothesis_label("H1b-1: A → B")
    (('H3b', ''), ('H1b-1', 'A → B'))
    >>> hypothesis_label("P2", propositions=True), hypothesis_label("Proposition 2: A → B")
    (('P2', ''), ('P2', 'A → B'))
    """
    text = plain(text)
    if not propositions and _begins_plainly(text) and text[0] not in "HhPp" and text[-1] not in _CLOSING:
        return None, text
    if proposed := (_PROPOSITION if propositions else _PROPOSITION_WORD).match(text):
        return "P" + proposed["label"].lower(), text[proposed.end() :].strip(" :：.–—-)")
    meant = label_meant(text.split(" ")[0].split(":")[0]) if text else ""
    head = _FIRST_WORD.match(text)
    folded = meant + text[head.end() :] if head and _H_AND_NUMBER.match(meant) else text
    match = _LABEL.match(folded) or _PLAIN_LABEL.match(folded)
    behind = _TRAILING.search(text)
    if not match and behind:
        label, _ = hypothesis_label(behind["label"])
        return label, text[: behind.start()].strip()
    if not match:
        lost = _LOST.match(text)
        return ("H", text[lost.end() :].strip()) if lost else (None, text)
    label = _LABEL_MARKS.sub("", match["label"]).replace("–", "-")
    label = label if label[0] in "Hh" else "H" + label
    label = "H" + label[1:].lower()
    return label, folded[match.end() :].strip(" :：.–—-)")


_NAMED_BEFORE = late(
    r"^(?:(?:[A-Za-z][\w ]{0,24}\d{0,2})\s*:\s+"
    r"|(?:[Ii]nd|路径|间接效应|中介路径|path|[Mm]odel)\s?[\d一二三四五六]{1,2}\s*[:：]\s*)"
    r"(?=.*(?:→|->|⇒|<-))"
)
_SORTED_BEFORE = re.compile(  # `Total effect Trust → Loyalty`
    r"^(?:total|(?:specific |conditional )?(?:in)?direct)\s+effects?(?:\s+of)?\s*[:,–-]?\s+(?=.*(?:→|->|⇒|<-))",
    re.IGNORECASE,
)
_SORTED_BEFORE_CHINESE = re.compile(  # `总效应（脆度→喜悦）`
    r"^(?:特定|条件|总)?(?:总|直接|间接|中介)(?:效应|影响|作用)(?:值)?\s*(?P<open>[(（:：])?\s*(?=.*(?:→|->|⇒|<-))"
)
# `信任→满意（间接效应合计）`
_SORTED_BEHIND = re.compile(
    r"\s*[(（](?:总(?=间接))?(?P<sort>总|直接|间接|中介)(?:效应|影响)(?:合计|总和|之和|值)?[)）]\s*$"
)
_SORTS: dict[str, Literal["direct", "indirect", "total"]] = {
    "总": "total", "直接": "direct", "间接": "indirect", "中介": "indirect",
    "total": "total", "direct": "direct", "indirect": "indirect",
}  # fmt: skip
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[α-ω]\s?_?\d{1,2}\s*[:.)]\s*)")


# What a statement adds of how a relation changes: `..., such that it is weaker at high rent`.
_SPELT_OUT = re.compile(
    r",?\s+(?:such|so)\s+that\b.*$|,\s+(?:in\s+(?:such\s+a\s+way|that)|whereby|with\s+(?:the|an?)|(?:and\s+)?(?:this|the|that)\s+(?:positive\s+|negative\s+)?"
    r"(?:effect|influence|impact|relation\w*|link|association)\s+(?:is|will|being|becomes))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_DASHES = tuple(map(re.compile, (r"\s+[-–—−/]\s+", r"\s+and\s+", r"(?<=[A-Z])[-–—](?=[A-Z])", r"(?<=\w)[–—](?=[A-Z])")))


_SORT_AROUND = re.compile(
    r"(?:(?:the|specific|standardi[sz]ed)\s+)*(?:total\s+(?=indirect))?(?P<sort>total|direct|indirect)\s+effects?\s*[(\[:]\s*(?P<in>[^()\[\]]+?)\s*[)\]]?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def relation(text: str, announced: bool = False) -> Relation | None:
    """What runs from where to where; weaker forms count only in a column announced as relations.

    >>> relation("BI <--- PU")
    Relation(source='PU', target='BI', via=(), kind='direct', sure=True)
    >>> relation("A -> M -> B").via
    ('M',)
    """
    text = plain(text if text.isascii() else _STANDING_IN.sub(" → ", text))
    if not announced and text.isascii() and "<" not in text and ">" not in text:
        return None  # only an arrow tells, and ASCII has no other heads
    if announced:
        text = _LIKE_ARROWS.sub(" → ", text)
    _, text = hypothesis_label(_TRAILING.sub("", text) if text[-1:] in _CLOSING else text)
    text = _CONTROL.sub("", text)
    if ":" in text or "：" in text:
        text = _NAMED_BEFORE.sub("", text)
    if not text.isascii() and (behind := _SORTED_BEHIND.search(text)):
        found = relation(text[: behind.start()], announced)
        kind: Literal["direct", "indirect", "total"] = _SORTS[behind["sort"]]
        return replace(found, kind=kind) if found and found.kind in ("direct", "indirect") else found
    if sorted_ := _SORT_AROUND.fullmatch(text):  # `Total effect (A → B)`
        inner = relation(sorted_["in"], announced)
        return replace(inner, kind=_SORTS[sorted_["sort"].lower()]) if inner else None
    text = _SORTED_BEFORE.sub("", text)
    if not text.isascii() and (sort := _SORTED_BEFORE_CHINESE.match(text)):
        text = text[sort.end() :].rstrip(")） ") if sort["open"] in ("(", "（") else text[sort.end() :]
    if announced:
        text = _SPELT_OUT.sub("", text).rstrip(" .。")
    if not _begins_plainly(text):
        text = _NUMBERED.sub("", text)
    found = _by_arrows(text)
    if found or not announced:
        return found
    if third := third_between(text):
        return _of_third(third)
    if not text.isascii() and _HAN.search(text):
        said = told(text)
        return said and _in_chinese(*said[:4])
    between = _BETWEEN.fullmatch(text)
    if between:
        return _made([between["a"], between["b"]], sure=True)
    effect = _EFFECT_OF.fullmatch(text)
    if effect and re.match(r"(?:the )?(?:\w+ )?indirect", text, re.IGNORECASE):
        end, *via = re.split(r"\s+(?:via|through|mediated by)\s+", effect["b"])
        return Relation(effect["a"], end, tuple(via), "indirect")
    if effect:
        return _made([effect["a"], effect["b"]], sure=True)
    if _STATEMENT.search(text):
        return None
    if mediated := _MEDIATES.fullmatch(text.strip(" .")):
        source, target = mediated["a"] or mediated["c"], mediated["b"] or mediated["d"]
        return Relation(source, target, (mediated["m"],), "indirect")
    if moderated := _MODERATES.fullmatch(text.strip(" .")):
        source, target = moderated["a"] or moderated["c"], moderated["b"] or moderated["d"]
        return Relation(f"{source} × {moderated['m']}", target, (), "interaction")
    if _CONDITION.search(text) and len(text.split()) > _NAMES:
        return None  # a sentence whose `and` does not part from and to
    parts = [parted(p) for p in _BY_VERB.split(joined(text))]  # a verb before `to`: `... affects intention to use`
    if len(parts) != 2 and len(dashed := _DASHES[0].split(text)) == 2 and all(map(_namelike, dashed)):
        return _made(dashed, sure=False)  # before `to`, which may be part of a name: `Trust – Propensity to stay`
    parts = parts if len(parts) == 2 else [parted(p) for p in _WORDS.split(joined(text))]
    if len(parts) == 2 and all(_namelike(p) and not _IN_BRACKETS.fullmatch(p.strip()) for p in parts):
        return _made(parts, sure=True)
    parts = _ON.split(text)
    if len(parts) == 2 and all(_namelike(p) and not _IN_BRACKETS.fullmatch(p.strip()) for p in parts):
        return _made(parts, sure=False)
    for dash in _DASHES:
        parts = dash.split(text)
        if len(parts) == 2 and all(_namelike(p) for p in parts):
            return _made(parts, sure=False)
        if len(parts) == 3 and dash is _DASHES[0] and all(_namelike(p) for p in parts):
            return Relation(parts[0].strip(), parts[2].strip(), (parts[1].strip(),), "indirect", False)
    return None


def _of_third(third: Third) -> Relation:
    if third.mediates:
        return Relation(third.source, third.target, (third.between,), "indirect", False)
    return Relation(f"{third.source} × {third.between}", third.target, (), "interaction", False)


def _by_arrows(text: str) -> Relation | None:
    if not _ARROWHEAD.search(text):
        return None
    marks = [m for m in _ARROWS.finditer(text) if _ARROWHEAD.search(m[0]) and m[0].strip() not in ("<", ">")]
    if not marks:
        return None
    parts, at = [], 0
    for mark in marks:
        parts.append(text[at : mark.start()])
        at = mark.end()
    parts.append(text[at:])
    parts = [p.strip(" :;,.()（）") if p.count("(") != p.count(")") else p.strip(" :;,.") for p in parts]
    if not all(_namelike(p) for p in parts):
        return None
    if all(m["back"] for m in marks):
        parts.reverse()
    elif len(marks) == 1 and marks[0]["both"]:
        return Relation(parts[0], parts[1], (), "covariance")
    elif not all(m["forward"] for m in marks):
        return None
    return _made(parts, sure=True)


_SORT_BEHIND = re.compile(r"\s*\((?P<sort>total|direct|indirect)(?: effects?)?\)$", re.IGNORECASE)


def _made(parts: list[str], sure: bool) -> Relation:
    parts = [" ".join(p.split()) for p in parts]
    if told := _SORT_BEHIND.search(parts[-1]):  # `Trust → Joy (total)`
        sort: Any = told["sort"].lower()
        return Relation(parts[0], parts[-1][: told.start()], tuple(parts[1:-1]), sort, sure)
    kind: Literal["direct", "indirect", "interaction", "covariance"] = "direct"
    if len(parts) > 2:
        kind = "indirect"
    elif is_product(parts[0]):
        kind = "interaction"
    return Relation(parts[0], parts[-1], tuple(parts[1:-1]), kind, sure)


def _in_chinese(source: str, target: str, via: str | None, moderator: str | None) -> Relation:
    """`脆度对喜悦的影响`, `香气在脆度与喜悦之间起中介作用`, `盐分调节脆度与喜悦的关系`."""
    if moderator and not via:
        return Relation(f"{source} × {moderator}", target, (), "interaction", False)
    return Relation(source, target, (via,) if via else (), "indirect" if via else "direct", False)


_LETTER = re.compile(r"[^\W\d_]")
_ENDS_IN_NUMBER = re.compile(r"\s-?\d*\.\d+\W*$")


def _namelike(part: str) -> bool:
    part = part.strip()
    return bool(_LETTER.search(part)) and len(part) <= 90 and _ENDS_IN_NUMBER.search(part) is None


_FOR = (
    r"(?:support|accept|confirm|valid|establish|verif|prov|approv|corroborat|substantiat|sustain|uph[eo]ld|retain|affirm"
    r"|endors|adopt|demonstrat|evidenced|hold|held|borne[\s-]out|bears[\s-]out|pass(?:ed)?\b|agree)\w*"
)
_NO = re.compile(
    rf"^(?:(?:is |was |are )?(?:not|un|non|in|no|dis)[\s-]?(?:fully |been )?(?:{_FOR}|significan\w*|sig\b|true)"
    r"|no|n|×|✗|✘|x|(?:is |was )?(?:reject|refut|disprov|dismiss|discard|declin)\w*|fail\w*(?: to .*)?|false"
    r"|insignificant|n\.?s\.?|ditolak|tidak .*|(?:se )?rechaza(?:d[ao])?"
    r"|no (?:se )?(?:soport|acept|apoy|signific|confirm)\w*"
    r"|不支持|不成立|拒绝|未支持|不显著|否|nicht .*|abgelehnt|verworfen|widerlegt|infirm[ée]+e?|rejet[ée]+e?|n[ãa]o .*"
    r"|rejeitad[ao]|refutad[ao]|ret|red(?:dedildi)?|desteklenme\w*)$"
)
_IN_PART = r"(?:partial\w*|partly|in part)"
_IN_SOME = r"(?:(?:only )?(?:for|in|among|with|at) .+ only|only (?:for|in|among|with|at) .+)"  # `for the young only`
_PARTLY = re.compile(rf"^(?:{_IN_PART}(?:[\s-]{_FOR})?|{_FOR} (?:{_IN_PART}|{_IN_SOME})|部分支持|部分成立)$")
_YES = re.compile(
    rf"^(?:(?:is |was |are |fully |strongly |h\d+\w? )?(?:{_FOR}|significan\w*)|(?:is |was )?not[\s-]reject\w*"
    r"|yes|y|✓|✔|√|true|sig\.?"
    r"|diterima|didukung|terbukti|terdukung|(?:se )?(?:acepta|confirma|apoya|soporta)(?:d[ao])?|aceit[ao]|suportad[ao]"
    r"|signifi[ck]\w*|支持|成立|接受|显著|是|bestätigt|gestützt|unterstützt|angenommen|soutenue?|validée?|acceptée?|confirmée?"
    r"|sim|support\w*\*+|kabul(?: edildi)?|desteklen(?:di|miştir))$"
)


@lru_cache(maxsize=4096)
def verdict(text: str) -> Literal["supported", "not supported", "partially supported"] | None:
    """Supported or not, in the words papers use.

    >>> verdict("Rejected"), verdict("Yes"), verdict("Partially supported"), verdict("***")
    ('not supported', 'supported', 'partially supported', None)
    """
    words = re.sub(r"[.\s]+$", "", plain(text).lower()).strip(" *")
    words = _JUDGED.sub("", re.sub(r"^h\s?\d{1,2}[a-z]?\s*(?:[:–-]\s*|\s)(?=[a-z])", "", words))  # `H4 rejected`
    words = re.sub(r"\s*\(.*\)$|\s*\*+$|\s+h\s?\d{1,2}[a-z]?$", "", words)  # `Accept H1`
    said = {_judgement(part) for part in re.split(r"\s*[,;/]\s*(?:and\s+)?", words)}  # `Significant, accepted`
    return said.pop() if len(said) == 1 else None


# What is judged, said once more before the judgement: `Mediation supported`.
_JUDGED = re.compile(
    r"^(?:the )?(?:(?:hypothes[ie]s|mediation|moderation|(?:mediating|moderating|indirect) effect|relation(?:ship)?"
    r"|effect|path|假设)\b\s*)(?:is|was)?\s*(?=\S)"
)


def _judgement(words: str) -> Literal["supported", "not supported", "partially supported"] | None:
    if _NO.match(words):
        return "not supported"
    if _PARTLY.match(words):
        return "partially supported"
    return "supported" if _YES.match(words) else None


_P_BESIDE = late(  # `< .001 supported`, `supported, p < .001`
    r"^(?:[pP]\s*)?(?:[<>=≤≥]\s*)?0?[.,]\d+\s*\**\s*[,;:/–—-]?\s*(?=[^\W\d_]|[✓✔√×✗✘])|[\s,;:/]+(?:[pP]\s*)?[<>=≤≥]\s*0?[.,]\d+$"
)


_P_BEFORE = re.compile(r"(?:[pP]\s*)?(?:[<>=≤≥]\s*)?[01]?[.,]\d+\s*\**\s*[(\[](?P<told>[^()\[\]]+)[)\]]")


def verdict_beside(text: str) -> Literal["supported", "not supported", "partially supported"] | None:
    """The verdict of a cell that may give the p it rests on as well.

    >>> verdict_beside("< .001 supported"), verdict_beside("Rejected; p = .20"), verdict_beside(".05")
    ('supported', 'not supported', None)
    >>> verdict_beside("0.082 (rejected)")
    'not supported'
    """
    shown = plain(text)
    behind = _P_BEFORE.fullmatch(shown)
    return verdict(text) or verdict(behind["told"] if behind else _P_BESIDE.sub("", shown))
