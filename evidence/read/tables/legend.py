"""What the notes of a table say: stars, abbreviations, and what stands on, above and below a diagonal."""

import re
from dataclasses import field
from functools import lru_cache

from evidence.read.late import late
from evidence.read.tables.glyphs import plain
from evidence.settled import settled

__all__ = ["Legend", "legend", "places_told", "sentences_naming"]

_FEWEST = 3  # short names explained in a caption that make a list
LONGEST = 6000  # characters; longer notes are text that was taken for notes
_STARS = re.compile(
    r"""(?<![*\w])(?P<stars>[*†‡]{1,4})\s*[:：=,，]?\s*\$?\s*
    (?:(?:indicates?|denotes?|means?|represents?|correlation\s+is|is|are)\s+|表示|代表|为|指)?\s*
    (?:(?:statistically\s+)?signifi[ck]an\w*\s+(?:paths?\s+|correlations?\s+)?(?:at|with|level)?\s*)?(?:the\s+|at\s+)*
    (?:(?:p|ρ|sig\.?|α)\s*(?:-?values?)?\s*\{?\s*(?P<op><|≤|<=|=|＜)?\s*\}?\s*)?
    (?P<level>0?\s?\.\s?\d[\d\s]{0,4}|\d{1,2}\s?%)""",
    re.VERBOSE | re.IGNORECASE,
)
_MEANING = re.compile(
    r"(?:^|[;,.；，。:：(]|\bnotes?\b\.?:?)\s*(?P<short>(?!Notes?\b)[A-Z][A-Za-z0-9&_\-]{0,9})\s*(?:=|:|：|为|–|—|(?<=[A-Z]\s)-(?=\s)|\bis\b"
    r"|\bdenotes\b|\bstands for\b)\s*(?P<long>[^;,.；，。=:：()]{3,70})"
)
# `CP, competitive pressure; CX, complexity`: believed where one follows another.
_LISTED = late(
    r"(?:(?<=[.;:]\s)|^)(?P<short>[A-Z][A-Za-z0-9&_\-]{1,9}),\s+(?P<long>[^\W\d_][^;,.:=()]{2,70})(?=;|\s*\.(?:\s|$)|$)"
)
_DIAGONAL = re.compile(r"diagonal|triang|对角|三角")
_WHAT = (
    (
        "sqrt_ave",
        re.compile(r"(?:square[\s-]*roots?|(?<!unit )\broots?\s+(?:of|for)|ave\s+roots?|sqrt|√|开[平根]|平方根)"),
    ),
    ("squared", re.compile(r"squared\s+(?:inter-?\w*\s*)?(?:construct\s+)?correlations?|shared\s+variances?")),
    ("htmt", re.compile(r"htmt|heterotrait")),
    ("ave", re.compile(r"\baves?\b|average\s+variances?\s+extracted|平均方差")),
    ("covariance", re.compile(r"\bcovariances?|协方差")),
    ("partial", re.compile(r"partial\s+correlations?|偏相关")),
    ("p", re.compile(r"\bp[\s-]?values?\b|significance")),
    ("correlation", re.compile(r"correlations?|pearson|相关")),
    ("cr", re.compile(r"composite\s+reliabilit|construct\s+reliabilit|组合信度")),
    ("alpha", re.compile(r"cronbach|\balphas?\b|reliabilit|internal\s+consistenc|α|信度")),
)


@settled
class Legend:
    """Signs explained by the table itself."""

    stars: dict[str, str] = field(default_factory=dict)  # {"**": ".01"}
    meanings: dict[str, str] = field(default_factory=dict)
    diagonal: str | None = None
    above: str | None = None
    below: str | None = None
    above_for: str | None = None  # whose values these are: "women"
    below_for: str | None = None
    in_brackets: str | None = None  # what numbers in parentheses are: "t" | "se" | "p" | "sd" | "ave" | "cr" | "alpha"


_NAMELIKE = re.compile(r"[A-Za-z]{3}|[\u4e00-\u9fff]")


@lru_cache(maxsize=512)
def legend(notes: str, caption: str = "") -> Legend:
    """Read the notes.

    >>> legend("*p < 0.05; **p < 0.01").stars
    {'*': '0.05', '**': '0.01'}
    >>> legend("Square roots of AVE on the diagonal; HTMT above the diagonal").above
    'htmt'
    """
    notes = notes[:LONGEST]
    both = f"{caption[:LONGEST]}. {notes}".replace("\\*", "*")
    stars: dict[str, str] = {}
    for match in _STARS.finditer(both):
        level = re.sub(r"\s", "", match["level"])
        stars.setdefault(match["stars"], level)
    tidy = plain(notes)
    meanings: dict[str, str] = {}
    for match in _MEANING.finditer(tidy):
        long = match["long"].strip()
        if _NAMELIKE.search(long) and match["short"].lower() not in (
            "note",
            "notes",
            "source",
        ):
            meanings.setdefault(match["short"], long)
    above = list(_MEANING.finditer(plain(caption))) if caption.count("=") >= _FEWEST else []
    for match in above if len(above) >= _FEWEST else ():
        meanings.setdefault(match["short"], match["long"].strip())
    listed = list(_LISTED.finditer(tidy)) if ";" in tidy else []
    for match in listed if len(listed) > 1 else ():
        meanings.setdefault(match["short"], match["long"].strip())
    places = _places(plain(both))
    if "above_for" not in places or "below_for" not in places:
        places |= _samples(plain(both))
    return Legend(stars, meanings, **places, in_brackets=_brackets(both))


_SIDES = re.compile(r"\b(?:above|below|upper|lower|under)\b|上三角|下三角")
_PARTS = re.compile(r"[.;,；，。]|\band\b(?=[^.;,]*diagonal)|(?<=\))\s+and\b|\bwhile\b|\bwhereas\b")


def _places(text: str) -> dict[str, str]:
    """What each part of a square holds, clause by clause."""
    found: dict[str, str] = {}
    clauses = [(clause, s) for s in re.split(r"[.。]\s|\.$", text.lower()) for clause in _PARTS.split(s)]
    for clause, sentence in clauses:
        beside = _DIAGONAL.search(sentence) and _SIDES.search(clause)  # `correlations below, HTMT above the diagonal`
        if not _DIAGONAL.search(clause) and not beside:
            continue
        what = next((name for name, words in _WHAT if words.search(clause)), None)
        if what is None:
            continue
        if re.search(r"above|upper|上三角", clause):
            found.setdefault("above", what)
            found |= _whose("above_for", clause)
        elif re.search(r"below|lower|under|下三角", clause) or re.search(r"off[\s-]*diagonal", clause):
            found.setdefault("below", what)
            found |= _whose("below_for", clause)
        else:
            found.setdefault("diagonal", what)
    return found


_NEAR = 1500  # characters around a table in which a sentence about a diagonal is about its own
_TABLE = re.compile(r"\btab(?:le|\.)\s*(?P<number>[A-Z]?\.?\d+(?:\.\d+)?)", re.IGNORECASE)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n"))
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, at)) >= 0]
    return text[start + 1 : min([*ends, at + 400])]


def sentences_naming(text: str, label: str, span: tuple[int, int] | None) -> list[str]:
    """The sentences of the running text that name a table; captions begin with its name and are none."""
    own = _TABLE.search(label)
    if own is None:
        return []
    found = []
    for match in _TABLE.finditer(text):
        if match["number"] == own["number"] and not (span and span[0] <= match.start() < span[1]):
            said = _sentence(text, match.start())
            found += [] if said.strip().startswith(match[0]) else [said]
    return found


# In sentences `above` may be a limit, and what stands on the diagonal is compared with what stands off it.
_NO_SIDE = re.compile(
    r"\b(?:above|below|under|lower|upper)\b(?!\s+(?:(?:the|this|its|main)\s+)*(?:diagonal|triang|half|it\b))", re.I
)
_COMPARED = re.compile(
    r"\b(?:(?:is|are|was|were)\s+)?(?:larger|greater|higher|smaller|exceeds?|exceeded|than|with|to|against|and)\b|[,;]",
    re.I,
)


_DIAGONALS = re.compile(r"diagonal(?<!\w.{8})")  # the word first: a literal is looked for faster than a boundary


@lru_cache(maxsize=8)
def _diagonals(text: str) -> tuple[int, ...]:
    """Where a text speaks of a diagonal; asked once for each table of it."""
    return tuple(match.start() for match in _DIAGONALS.finditer(text))


def places_told(text: str, label: str, span: tuple[int, int]) -> dict[str, str]:
    """What the running text says of a square: `The diagonal of Table 2 holds the roots of AVE`."""
    own = _TABLE.search(label)
    said: dict[str, set[str]] = {}
    for at in _diagonals(text):
        if span[0] <= at < span[1]:
            continue
        sentence = _sentence(text, at)
        named = {m["number"] for m in _TABLE.finditer(sentence)}
        near = span[0] - _NEAR < at < span[1] + _NEAR
        if (own and own["number"] in named) or (near and not named):
            pieces = _COMPARED.split(_NO_SIDE.sub(" ", sentence))
            alone = ". ".join(piece for piece in pieces if len(re.findall(r"\bdiagonal", piece)) == 1)
            for place, what in _places(alone).items():
                said.setdefault(place, set()).add(what)
    return {place: what.pop() for place, what in said.items() if len(what) == 1}


_SIDE = r"(?P<side>below|under|lower|above|upper)"
_WHO = r"(?P<who>(?!(?:for|of|from|in|among|the)\b)[^\W\d_][\w\-]*(?:\s(?!(?:in|for|among)\s)[\w\-]+){0,3}?)"
_WITHIN = (
    r"(?P<who>(?:within|between)[\s\-](?:persons?|subjects?|individuals?|participants?|groups?|teams?|days?|couples?"
    r"|dyads?|classes|schools?)(?:[\s\-]level)?)"
)
_OF_A_SIDE = (
    re.compile(rf"\b{_SIDE}\b[^:]*?\b(?:are|is|represents?|shows?|=)\s(?:the\s)?{_WITHIN}\b", re.IGNORECASE),
    re.compile(
        rf"^(?:the\s)?{_WITHIN}\s(?:correlations?|coefficients?|values|associations?)\b.*?\b{_SIDE}\b", re.IGNORECASE
    ),
    re.compile(  # `Boys' correlations are shown below`
        rf"^(?:the\s)?{_WHO}(?:['’]s?|s['’])(?:\s(?:correlations?|coefficients?|values|data))?(?:\s(?:are|is|appears?|shown|presented|given|stand|in|the))*\s\(?{_SIDE}\b",
        re.IGNORECASE,
    ),
    *(
        re.compile(
            rf"{lead}(?:(?:the\s)?(?:sub)?(?:samples?|groups?)\sof\s)?(?:the\s)?{_WHO}(?:\s(?:sub)?(?:samples?|groups?))?(?:\s\(n[^)]*\))?"
            rf"(?:\s(?:is|are|appears?|shown|presented|given|data|in|the))*\s\(?{_SIDE}\b",
            re.IGNORECASE,
        )
        for lead in (r"\b(?:for|of|from|among|in|at)\s", "^")
    ),
    re.compile(
        rf"\b{_SIDE}\b[^:]*?(?:\b(?:for|of|from|to|at|represents?|shows?)|:|=)\s(?:(?:the\s)?(?:sub)?(?:samples?|groups?)\sof\s)?(?:the\s)?{_WHO}(?:\s(?:sub)?(?:samples?|groups?)\b|\s\(n|$)",
        re.IGNORECASE,
    ),
)
_NOBODY = late(
    r"correlat|coefficient|values?\b|htmt|ratio|square|ave\b|varianc|numbers?|entr(?:y|ies)|elements?|diagonal|construct|variable|latent"
    r"|estimat|reliab|triang|^(?:the|note|notes|table|and|is|are|those|these|that)\b|significan|\bp\b|factor|covarian|zero|partial|matrix|pearson|item"
)


_LABELLED = late(  # `Below the diagonal: 16 to 29 years (n = 140); above the diagonal: 60 years and over`
    r"\b(?P<side>above|below|upper|lower)\s+(?:the\s+)?(?:main\s+)?(?:diagonal|triang(?:le|ular\s+matrix))\s*[:=]\s*(?P<who>[^;:.,()=]{2,40}?)\s*(?:\(\s*[nN][^)]*\))?\s*(?=[;.,]|\band\s+(?:above|below)|$)",
    re.IGNORECASE,
    needs=(":", "="),
)
_CLAUSES = re.compile(r"[.;,]\s|\band\b|\bwhile\b|\bwhereas\b|\.$")
_BOTH_SIDES = re.compile(  # `correlations (boys below, girls above the diagonal)`
    r"[(\[](?P<both>(?=[^()\[\]]*\b(?:below|lower)\b)(?=[^()\[\]]*\b(?:above|upper)\b)[^()\[\]]*)[)\]]", re.IGNORECASE
)


_LOW, _HIGH = re.compile(r"below|under|lower", re.IGNORECASE), re.compile(r"above|upper", re.IGNORECASE)


def _samples(text: str) -> dict[str, str]:
    """Two samples in one square: `Boys below the diagonal, girls above`, `Lower triangle: nurses; upper: doctors`."""
    if not (_LOW.search(text) and _HIGH.search(text)):
        return {}  # two samples have a side each
    if not re.search(r"diagonal|triang|\((?:below|lower)\).*\((?:above|upper)\)", text, re.IGNORECASE):
        return {}
    found = {
        ("above_for" if m["side"].lower() in ("above", "upper") else "below_for"): " ".join(m["who"].split())
        for m in _LABELLED.finditer(text)
        if not _NOBODY.search(m["who"].lower())
    }
    if len(set(found.values())) == 2:
        return found
    found = {}
    text = _BOTH_SIDES.sub(r". \g<both>. ", text)
    for clause in _CLAUSES.split(text):
        for form in _OF_A_SIDE:
            match = form.search(" ".join(clause.split()).rstrip("."))
            who = match["who"].strip() if match else ""
            if match and not _NOBODY.search(who.lower()):
                side = "above_for" if match["side"].lower() in ("above", "upper") else "below_for"
                found.setdefault(side, who)
                break
    return found if len(set(found.values())) == 2 else {}


_WHOSE = re.compile(
    r"(?:correlations?|coefficients|values)\s+(?:for|of|among|from|in)\s+(?:the\s+)?(?P<who>[a-z][a-z\- ]{2,30}?)"
    r"(?:\s*\(n[^)]*\))?\s+(?:are\b|is\b|appear|sample|participants|group|respondents"
    r"|above|below|on\b|in the|presented)"
)


def _whose(name: str, clause: str) -> dict[str, str]:
    """The group a half of a square is printed for."""
    found = _WHOSE.search(clause)
    apart = found is not None and not re.search(r"construct|variable|latent|factor|scale", found["who"])
    return {name: found["who"].strip()} if found and apart else {}


_IN_BRACKETS = (
    ("se", re.compile(r"standard errors?|\bs\.?e\.?s?\b|标准误")),
    ("t", re.compile(r"\bt[\s-]*(?:values?|stat\w*|ratios?)?\b|\bt\s?值|critical ratio")),
    ("p", re.compile(r"\bp[\s-]*values?|\bp\s?值|显著")),
    ("sd", re.compile(r"standard deviations?|标准差")),
    ("ave", re.compile(r"\baves?\b|average variances?|(?:平均)?(?:方差|变异)|平方根|square[\s-]*roots?")),
    ("cr", re.compile(r"composite reliab|construct reliab|组合信度")),
    ("alpha", re.compile(r"alphas?\b|α|cronbach|reliabilit|信度")),
)


_NEAR_BRACKETS = re.compile(r"([^.;,]{0,120})\b(?:in|within|between)\s+(?:the\s+)?(?:parenthes[ie]s|brackets)")


_BEHIND_BRACKETS = late(
    r"(?:parenthes[ie]s|brackets)\s+(?:are|is|represents?|indicates?|denotes?|contains?|shows?|=|:)"
    r"\s*([^.;,]{0,60})"
    r"|括号[内中里](?:的)?(?:数值|数字|数据|值)?(?:为|是|表示|系)?([^;；。，,]{0,20})"
)
_BESIDE_BRACKETS = re.compile(
    r"(?:coefficients?|estimates?|betas?|[βb])\s*\(([^()]{1,20})\)"  # `coefficients (SE)`
)


def _brackets(text: str) -> str | None:
    text = text.lower()
    named = "parenthes" in text or "brackets" in text or "括号" in text
    near, behind = (_NEAR_BRACKETS.search(text), _BEHIND_BRACKETS.search(text)) if named else (None, None)
    beside = _BESIDE_BRACKETS.search(text) if "(" in text else None
    for said in (near[1] if near else "", (behind[1] or behind[2]) if behind else "", beside[1] if beside else ""):
        for name, words in _IN_BRACKETS:
            if words.search(said):
                return name
    return None
