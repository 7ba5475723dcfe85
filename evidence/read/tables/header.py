"""What a column or a row is called: the words papers use for each statistic.

The words themselves are data in `vocabulary`; here they are put to use.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from evidence.kept import kept
from evidence.read.nouns import joined
from evidence.read.prose.lowered import at_words
from evidence.read.tables.glyphs import plain
from evidence.read.tables.vocabulary import CHINESE, FIT, TERMS

__all__ = ["FIT", "Heading", "grouped", "heading", "is_qualifier", "is_threshold", "sequence", "statistic", "words_of"]


_FIGURES = "0123456789.,-+ "


class _Names:
    """Expressions for names, asked as one: the first that fits the words whole tells the name."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self.terms = tuple(terms)

    @kept
    def _pattern(self) -> re.Pattern[str]:
        """Each term with an empty group behind it, whose number tells it; one around it would hide how it begins."""
        return re.compile("|".join(f"(?:{expression})()" for _, expression in self.terms))

    def of(self, words: str) -> str | None:
        """The name of these words; figures name nothing."""
        found = self._pattern.fullmatch(words) if words.strip(_FIGURES) else None
        return self.terms[(found.lastindex or 1) - 1][0] if found else None


_NAMES = _Names((*TERMS[:3], *FIT.items(), *TERMS[3:]))
# The same words where a conversion lost the spaces: `Compositereliability`.
_JOINED = _Names((name, expression.replace(" ", " ?")) for name, expression in _NAMES.terms if " " in expression)
# Two of these words make such a heading; to ask for all names compiles what hardly a paper needs.
_WORD_OF_A_NAME = re.compile(
    r"reliab|consisten|cronbach|alpha|composit|varian|averag|extract|explain|squar|root|stand|std|unst|coeff|estim|path|weight|regress"
    r"|effect|indirect|direct|total|interval|confid|limit|bound|lower|upper|boot|strap|sampl|origin|mean|deviat|error|stat|value|ratio"
    r"|critic|signific|level|prob|factor|load|outer|inner|item|measur|construct|latent|variab|indicat|dimens|correl|shared|index|indic"
    r"|fit|goodness|chi2|degree|freedom|norm|relat|comparat|increment|hypoth|propos|result|test|decis|conclus|support|accept|reject"
    r"|depend|independ|exogen|endogen|predict|outcome|mediat|moderat|size|adjust|determin|inflat|tail|beta|scale|number|descript|name|sign|raw|baseline|null|robust|model|bayes|inform|distanc|minim|divid"
    r"|posterior|median|mode|demograph|character|profile|attribut|caus|affect|influenc|impact|from|input|research|assumpt|theoretic|specific"
    r"|observ|delet|question|group|compar|condition|intern|converg|valid|order|main|study|alfa|fiab|comp[uo]|media|coef|caminh|trayect"
    r"|koef|jalur|samp|asli|fehler|expect|anticip|sqrt|upon|rmsea|limit|low|uniqu|cover|proport|percent|of|by|df|z-?$|^[tpz]"
)
# Indices whose capital I a scan read as l or 1: `lFl`, `CF1`.
_SCANNED = {
    form: name
    for name in ("ifi", "cfi", "gfi", "agfi", "nfi", "rfi", "tli", "pnfi", "pgfi", "pcfi")
    for form in {name.replace("i", other) for other in "l1|"} | {name[:-1] + other for other in "l1|"}
}
_CHINESE = _Names(CHINESE.items())
_HAN = re.compile(r"[\u4e00-\u9fff]")
# `Initial trust` and `Time pressure` are constructs; `Initial model`, `Initial` and `Time 2` set values apart.
_VERSION = (
    r"(?:initial|final|original|modified|revised)(?=\W*$|\s*[(\[,:;/–-]|\s+(?:[\w-]+\s+)?"
    r"(?:models?|solutions?|estimat\w*|versions?|samples?|runs?|loadings?|results?|scales?|items?|data|stud(?:y|ies)|cfa|sem|n)\b)"
)
_NUMBERED = r"(?:(?<!business )(?<!role )models?|steps?|stages?|blocks?|equations?|(?:eq|mod)\.\s?(?=\d)|m\s?\d{1,2})"
_OF_OCCASION = r"(?:one|two|three|four|of|in|by|and)\b|with|from\b|sample|mean|value"  # what may follow, of the words
_OCCASION = rf"(?:study|group|wave|time)(?!\s+(?!{_OF_OCCASION})[a-z]{{3,}})"
_QUALIFIER = re.compile(
    rf"\b(?:{_NUMBERED}|{_OCCASION}|studies|sample|subsample|full|{_VERSION})\b"
    r"|^\(?[ivx\d]{1,3}\)?$|\bn ?= ?\d|组|模型",
    re.IGNORECASE,
)
_RELIABILITY = re.compile(r"(?:\balphas?|α|\bCR|\bAVE|\bomega|ω)\s*=\s*0?\.\d")
_COUNTED = re.compile(r"\bn\s*=", re.IGNORECASE)
_MODEL = re.compile(rf"\b(?:{_NUMBERED}|{_VERSION})\b|模型|^方程\s?\d", re.IGNORECASE)


_ESTIMATOR = re.compile(  # methods of estimation at the top of a column: `(1) Fixed effects`
    r"\W*\d?\W*(?:(?:fixed|random|between|within)[ -](?:effects?|estimator|groups?)"
    r"|(?:pooled )?(?:ols|gls|fgls|gmm|2sls|tsls|iv|wls|tobit|probit|logit|poisson|negative binomial))",
    re.IGNORECASE,
)
_FLAT = str.maketrans({"’": "'", "`": "'", "´": "'", "‘": "'", **dict.fromkeys("‐‑‒–—―−", "-")})


_CRONBACH = re.compile(r"\b(?:ch?ronba(?:ch|h|ck|cch))(?=\b|s\b|'|alpha)|\bcronb?\.?(?=\s*(?:α|alpha))")
_CRONBACHS = re.compile(r"\bcronbach\s*'?\s*s?\s*'?\s*(?=α|alpha)")
_CHI = re.compile(r"(?:χ|\bx|\bchi)\s*-?\s*(?:2\b|2(?=\s?[/(il]))|chi\s*-?\s*sq(?:uared?)?(?![a-z])|χ(?=\s?/)")
_CHI_OVER = re.compile(r"chi2\s*[/÷]\s*")
# Words of headings as conversions leave them that lose the letters of a ligature: `Efect`, `Coef cient`.
_WHOLE = {
    lost: whole
    for whole, ways in {
        "effect": ("efect", "ef ect", "e ect"),
        "effects": ("efects", "ef ects", "e ects"),
        "coefficient": ("coefcient", "coeffcient", "coef cient", "coe cient"),
        "coefficients": ("coefcients", "coeffcients", "coef cients", "coe cients"),
        "confidence": ("confdence", "con dence", "conf dence"),
        "significance": ("signifcance", "signi cance", "signif cance"),
        "difference": ("diference", "dif erence", "di erence"),
        "fit indices": ("ft indices",),
        "specific": ("specifc", "speci c"),
        "modified": ("modifed", "modi ed"),
        "final": ("fnal",),
    }.items()
    for lost in ways
}
_LOST = re.compile(at_words(rf"\b(?:{'|'.join(_WHOLE)})\b"))
_ABSOLUTE = re.compile(r"^\|\s*([tz](?:[ -]?(?:values?|statistics?|ratios?))?)\s*\|")  # `|t|`: its sign left out
_MARKS_BEHIND = frozenset(":：;,")
_FOOTNOTED = re.compile(r"(?<=[a-z\u4e00-\u9fff])[*†‡]+|[:：;,]+$")


@lru_cache(maxsize=8192)
def words_of(text: str) -> str:
    """A heading in its plainest form: lower case, chi and squares in one spelling, footnote marks gone.

    >>> words_of("χ² / d.f."), words_of("Cronbach’s α*"), words_of("Chi-square")
    ('chi2/d.f.', "cronbach's α", 'chi2')
    """
    flat = plain(text).lower() if text.isascii() else unicodedata.normalize("NFKC", plain(text)).lower()
    flat = flat.translate(_FLAT)
    if "cron" in flat or "ronba" in flat:
        flat = _CRONBACHS.sub("cronbach's ", _CRONBACH.sub("cronbach", flat))
    if "χ" in flat or "x" in flat or "chi" in flat:
        flat = _CHI_OVER.sub("chi2/", _CHI.sub("chi2", flat))
    if "c" in flat or "f" in flat or "modi" in flat:
        flat = _LOST.sub(lambda lost: _WHOLE[lost[0]], flat)
    if flat[:1] == "|":
        flat = _ABSOLUTE.sub(r"\1", flat)
    if flat[-1:] in _MARKS_BEHIND or "*" in flat or "†" in flat or "‡" in flat:
        flat = _FOOTNOTED.sub("", flat)
    return " ".join(flat.split()).strip(" _*:")


_BRACKET_BEHIND = re.compile(r"\s*[(\[（][^()]*[)\]）]\s*$")


_LIMIT = re.compile(r"\d|above|below|>|<|≥|≤|\bn\b|%")


_SHARE_OF_EFFECT = re.compile(  # what part of an effect goes through a mediator
    r"(?:%|percent(?:age)?|proportion|share|ratio)\s+(?:of\s+)?(?:the\s+)?(?:(?:total|indirect)\s+effect|mediat)", re.I
)


@lru_cache(maxsize=8192)
def statistic(text: str) -> str | None:
    """The statistic a heading names, if it names just one.

    >>> statistic("Standardized path coefficient"), statistic("T Statistics"), statistic("Perceived trust")
    ('beta', 't', None)
    """
    if not text.strip(_FIGURES) or _SHARE_OF_EFFECT.match(text.strip()):
        return None
    words = words_of(text)
    if not words or len(words) > 90:
        return None
    named = statistic_name(words)
    if named:
        return named
    if words[0] + words[-1] in ("()", "[]") and (inside := statistic_name(words[1:-1].strip())):
        return inside  # `(t-value)`, `[90% CI]`
    bare = _BRACKET_BEHIND.sub("", words) if words[-1] in ")]）" else words  # AVE (above 0.5)
    if bare and bare != words and not (re.search(r"[(\[]n ?=", words) and statistic_name(bare) in ("ci_lo", "ci_hi")):
        inner = words[len(bare) :].strip(" ()[]（）")
        beside = statistic_name(inner)
        if _LIMIT.search(inner) or len(inner) > 3 or beside in (None, statistic_name(bare)):
            return statistic_name(bare) or beside
    return None


@lru_cache(maxsize=8192)
def statistic_name(words: str) -> str | None:
    """The statistic of words that are already plain."""
    behind = _SCALED.fullmatch(words) if "standardi" in words else None
    if behind and (of := statistic_name(behind["what"])) in _BESIDE:
        return of  # `Unstandardized S.E.`: a heading over two columns that was set into the second
    found = _NAMES.of(words)
    if found is None and words in _SCANNED:
        return _SCANNED[words]
    if found is None and len(words) > 7 and " " not in words and words.isascii():
        return _JOINED.of(words) if len(_WORD_OF_A_NAME.findall(words)) > 1 else None
    if found or not _HAN.search(words):
        return found
    joined = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", words.replace("（", "(").replace("）", ")"))
    return _CHINESE.of(joined)


_SCALED = re.compile(r"(?:un|non-?)?standardi[sz]ed (?:coefficients? |estimates? |solution )?(?P<what>.+)")
_BESIDE = frozenset({"se", "t", "z", "p", "ci", "ci_lo", "ci_hi"})


class Heading(NamedTuple):
    """What a heading announces: statistics in the order of their numbers, or a name."""

    statistics: tuple[str, ...]
    text: str


_PARTS = re.compile(r"\s*(?:[(\[（)\]）,;]|±|\+/-|\band\b|&)\s*|\s/\s|(?<=[a-zβ])/(?=[a-z])")


_WITH_INTERVAL = re.compile(  # `RMSEA with 90% confidence interval`
    r"(.+?)\s*(?:,|;|\bwith|\band|\bincluding)\s*(?:the\s+|its\s+)?\(?9\d(?:\.\d)?\s?%\s*(?:ci|confidence\s+(?:interval|limit)s?)\)?"
)


_SECOND_VARIABLE = re.compile(  # `Oven heat (X2)`, the second of the variables X1 to X3, and no chi-square
    r"(?P<name>(?!.*\b(?:chi|tests?|values?|statistics?|fit|likelihood|wald|ratio|squared?|models?|pearson|differences?|bentler|satorra|scaled|robust|adjusted)\b)[^\W\d_][^()]{2,})\s*\(X2\)",
    re.IGNORECASE,
)


_EFFECT_SIZE = re.compile(r"effect sizes?,? \(?f ?-?(?:2|squared?)\)?")


@lru_cache(maxsize=8192)
def heading(text: str) -> Heading:
    """All statistics a heading announces for one cell: `Coefficient (t-value)`, `Mean ± SD`.

    >>> heading("Coefficient (t-value)").statistics, heading("RMSEA [90% CI]").statistics
    (('coef', 't'), ('rmsea', 'ci'))
    """
    if not text.strip(_FIGURES):
        return Heading((), plain(text))
    if "(X2)" in text and (variable := _SECOND_VARIABLE.fullmatch(text.strip())):
        return Heading(heading(variable["name"]).statistics, plain(text))
    words = words_of(text)
    parts = [p for p in _PARTS.split(words) if p]
    if statistic_name(words) in ("rho_a", "cr", "omega") or _EFFECT_SIZE.fullmatch(words):
        # `Composite reliability (rho_a)` is one coefficient, and `Effect size (f2)` one size
        return Heading((statistic_name(words) or "f2",), plain(text))
    if len(parts) > 1 and "df" not in parts and all(map(statistic_name, parts)):
        found = [statistic_name(p) for p in parts]
        if len(set(found)) == len(found) and not set(found) & {"threshold", "difference"}:
            return Heading(tuple(f for f in found if f), plain(text))
    if (beside := _WITH_INTERVAL.fullmatch(words)) and (name := statistic(beside[1])):
        return Heading((name, "ci"), plain(text))
    if "chi2" in words:
        pair = re.fullmatch(r"(.*chi2[^()]*?)\s*[(\[](df|d\.f\.|p)[)\]]", words)
        if pair and statistic_name(pair[1]) == "chi2":  # also `S-B χ2 (df)`
            return Heading(("chi2", "p" if pair[2] == "p" else "df"), plain(text))
    one = statistic(text)
    return Heading((one,) if one else (), plain(text))


_GROUPED = frozenset(
    {"beta", "b", "coef", "t", "z", "se", "p", "mean", "sd", "alpha", "cr", "ave", "loading", "n", "percent"}
)


_GROUP = re.compile(r"[^\W_][\w \-]{2,40}")


@lru_cache(maxsize=2048)
def grouped(text: str) -> tuple[str, str] | None:
    """A statistic and the group it is printed for, in one heading.

    >>> grouped("Male β"), grouped("t-value (Repeaters)"), grouped("Cronbach's alpha")
    (('beta', 'Male'), ('t', 'Repeaters'), None)
    """
    shown = _OF_SIZE.sub(" ", plain(text)).strip()
    behind = re.fullmatch(r"(?P<what>[^()]+?)\s*\((?P<group>[^()<>=≥≤%]*[^\W\d_]{3}[^()<>≥≤%]*)\)", shown)
    if behind:
        what, group = statistic_name(words_of(behind["what"])), behind["group"].strip()
        if (
            what in _GROUPED
            and not statistic_name(words_of(group))
            and not re.search(r"\d?\.\d|above|below|value", group)
        ):
            return (what, group) if what not in ("n", "percent") and not _NOT_A_GROUP.search(group) else None
        return None
    words = joined(shown).split() if not _ONE_OF.fullmatch(shown) else []  # `Model B`
    for cut in range(1, len(words)):
        front, back = " ".join(words[:cut]), " ".join(words[cut:])
        for what, group in ((back, front), (front, back)):
            name = statistic_name(words_of(what))
            if (
                name in _GROUPED
                and _GROUP.fullmatch(group)
                and not any(statistic_name(w) for w in words_of(group).split() if len(w) > 1 or w == group)
            ):
                return None if _NOT_A_GROUP.search(group) or statistic_name(words_of(shown)) else (name, group)
    return None


_OF_SIZE = re.compile(r"\s*[(\[]\s*[nN]\s?=\s?\d[\d,. ]*[)\]]\s*")  # `Women (n = 120) β`
_ONE_OF = re.compile(r"(?:models?|groups?|samples?|stud(?:y|ies)|steps?|equations?|panels?)\s[A-Za-z]", re.IGNORECASE)
_NOT_A_GROUP = re.compile(
    r"relative|conditional|standardi|path|factor|item|composite|cronbach|average|sample|std|estimat|regress|standard|square"
    r"|original|boot|two|tailed|sig|abbrev|of\b|for\b|the\b|if\b|in\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def sequence(text: str) -> tuple[str, ...]:
    """The run of statistics that ends a text, where headings were fused into one cell or with a caption.

    >>> sequence("Table 2. Results of the analysis (N = 512) β SE t")
    ('beta', 'se', 't')
    """
    if _ONE_OF.fullmatch(text) or _SHARE_OF_EFFECT.match(text.strip()):  # `Model B`, `% of total effect`
        return ()
    tokens = words_of(re.sub(r"(?<=[a-z²])(?=[A-Z]{3,})", " ", text)).split()
    found: list[str] = []
    at = len(tokens)
    while at > 0:
        for width in (4, 3, 2, 1):
            if width > at:
                continue
            name = statistic_name(" ".join(tokens[at - width : at]))
            if width == 1 and re.fullmatch(r"\(?\d{1,2}\)?", tokens[at - 1]):
                name = tokens[at - 1].strip("()")  # the number of a column
            if tokens[at - 1] in ("of", "from"):
                name = None  # `Effect of` heads the names that stand first, and ends what is said before
            if name and name not in ("hypothesis", "relation", "construct", "source", "category", "path", "threshold"):
                found.insert(0, name)
                at -= width
                break
        else:
            break
    return tuple(found)


def is_threshold(text: str) -> bool:
    """Whether a heading announces limits and not results."""
    return statistic(text) == "threshold"


def is_qualifier(text: str) -> str | None:
    """`model` or `group` where a heading sets values apart: `Model 2`, `Repeaters (n=107)`."""
    before = text.partition("(")[0]
    if "=" in text and _RELIABILITY.search(text) and not _COUNTED.search(text) and not _QUALIFIER.search(before):
        return None  # `Trust (wave 1; α = .81)` is a scale
    if _MODEL.search(text) or _ESTIMATOR.fullmatch(text.strip()):
        return "model"
    return "group" if _QUALIFIER.search(text) else None
