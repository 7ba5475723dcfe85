"""The two ends of an effect that is named (`the effect of crust on joy`, `the path from crust to joy`), and what is a name."""

# ruff: noqa: E501 - a pattern is read whole

import re
from functools import lru_cache

from evidence.read.late import late
from evidence.read.prose.ends.tying import JUDGED, NOMINAL
from evidence.read.prose.mentions import mentions
from evidence.read.prose.relations.predication import acting, predicates
from evidence.read.prose.relations.relation import construct_phrase, unframed

__all__ = ["a_name", "between_ends", "is_sort_of_effect", "no_name", "prepared", "turned_ends"]

_NEVER = (  # words of no construct's name, nor of a list of names
    r"is|are|was|were|(?<!\bto )be|does|do|did|has|had|not|which|who|than|also|no|none|each|neither|nor|either|by|because|when|"
    r"however|whereas|while|although|but|if|significant(?:ly)?|non-?significant|insignificant|effects?|hypothes[ie]s|hypothesi[sz]ed|H\s?\d+\w?|results?|findings?|table|figure|"
    r"coefficients?|estimates?|respectively|follow(?:ed|s)|there|remaining|former|latter|found|associated|correlated|showed|shown|stronger|weaker|strongest|weakest|second|third|controls|control\s+variables?|covariates|interact(?:s|ed|ing)?|(?:the|an?|this|two-way|three-way)\s+interactions?|interactions?(?=\s+(?:of|between|terms?|effects?)\b)|(?<![\w’'-]\s)interactions?$|matter(?:s|ed)|three|four|factors|predictors|confirm\w*|both|all|other|that|it|they|them|we|from|another|others|same|support(?:ed|s)"
)
_SORTS = r"(?:direct|indirect|total|own|direct\s+and\s+indirect)\s+(?:relation(?:ship)?s?|associations?|links?|paths?)\b|\bconventional\s+levels?\b|^just\s"
_SIGNS = r"[=<>%;:()\[\]]|\d\.\d"
_TIE = r"^(?:its|their|his|her|as|so|than)$|^(?:its|their)\s|^(?:neither|none|both|all|each|some|most)\s+of\b|^(?:the\s+)?(?:relation(?:ship)?s?|associations?|slopes?|links?|paths?|models?|equations?|regressions?)$"
_NO_NAME = re.compile(rf"\b(?:{_NEVER}|these|those|this|our)\b|{_SORTS}|{_SIGNS}|{_TIE}", re.IGNORECASE)
_NOT_IN_LISTS = re.compile(
    rf"\b(?:{_NEVER})\b|{_SIGNS}|{_TIE}|^(?:it|they|them|this|these|those|both|all|others?|and|but|or|nor|so|yet|also|while|whereas)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r",|\s(?:and|or|as\s+well\s+as)\s", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:the|an?|only|merely|(?:prediction|explanation)\s+of(?=\s+\w+\s+\w)|(?:the\s+)?(?:dependent|independent|latent|outcome)\s+(?:variable|construct|factor)|(?:(?:significant|additional|unique|some)\s+)?(?:variance|variation)\s+in|(?:(?:a|an|about|some|some|another|nearly)\s+)*(?:\d[\d.]*\s*(?:%|per\s?cent)|(?:[\w-]+\s+)?(?:share|portion|amount|part|half))\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:variance|variation)\s+(?:of|in)|their|its|his|her|such|neither|nor|either|more|higher|greater|lower|(?:the\s+)?(?:levels?|degrees?|extent|amounts?)\s+of|(?:most|much|half|part|terms)\s+of|the\s+(?:construct|variable|factor)\s+of|the\s+construct|the\s+variables?|finally|lastly|likewise|similarly|notably|here|both|in\s+turn|(?:the\s+)?(?:path|link|relation)(?=\s+\w))[\s,]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?<![\s,])(?:[\s,]+(?:not\s+only|both\s+\w+ly\s+and\s+\w+ly|both|directly|indirectly|significantly|positively|negatively|strongly|weakly|moderately|substantially|as\s+well|too|also|itself|themselves|in\s+turn|in\s+particular|again|respectively|well|best|"
    r"however|alone|worth\s+(?:speaking|mentioning|noting)(?:\s+of)?|either|most(?:\s+strongly)?|more\s+strongly|more\s+weakly|less\s+strongly|to\s+a\s+(?:lesser|greater|smaller|similar)\s+(?:extent|degree)|entered\s+(?:in|at|into)\s+.*|in\s+an?\s+(?:\w+\s+)?(?:way|manner|fashion)|(?:one|two|three|four|five|six|several)\s+(?:years?|months?|weeks?|days?)\s+later|in\s+(?:both|each|all)\s+(?:of\s+)?(?:the\s+)?[\w\s-]+|only|once\s+more|for\s+(?:its|their)\s+part|at\s+all|above\s+all|"
    r"(?:once|when|after|if)\s+.*|(?:differ(?:s|ed)?|var(?:ies|ied))(?:\s+(?:among|between|across|by|in|with)\s.*)?|in\s+(?:the|this|our|an?)\s+(?:\w+\s+)?(?:model|sample|study|data|analysis|equation|direction)|as\s+(?:expected|predicted|hypothesi[sz]ed|assumed)|at\s+the\s+\S+\s+level|(?:quite|rather|very)\s+\w+ly|negatively\s+so))+$",
    re.IGNORECASE,
)
_STARTS_ILL = re.compile(
    r"^(?:of|on|upon|in|to|for|with|at|as|and|or|so|then|only|even|over|above|beyond|through|via|without|despite|rather|under|after|before|once|besides|except|among|between|out)\s",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:\W|(?:for|in|as|and|so|thus)\b)*(?:(?:hypothes[ei]s\s+|H\s?)\d+[a-z]?)(?:\s*(?:,|:|\.|which\s+\w+\s+that|that|predicted\s+that))*\s*",
    re.IGNORECASE,
)
_COMMENT = re.compile(  # `, which supports H1;`
    r"^\s*,\s*(?:(?:which|thus|thereby|so\s+that|hence|so|as|in|this|H\d+\w?)\s+)*(?:support|confirm|corroborat|reject|lend|line\s+with|consistent|accept|is\s+support|is\s+reject|was\s+support|was\s+reject|predicted|expected|hypothesi)[^;]*?(?=;|,\s+(?:and|but|while|whereas)\b)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^\s*(?:states?|stated|propose[sd]|posits|posited|predict(?:s|ed)|suggests|suggested|holds|held|claims|claimed|assume[sd]|says|said|postulate[sd]|argue[sd]|maintains|maintained|expects|expected)\s+that\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*,?\s*\bto\s+a\s+(?:much\s+|far\s+)?(?:lesser|smaller|greater|larger|weaker|similar)\s+(?:extent|degree)\s*,?\s+(?=\w)|\s*,\s*(?:with\s+an?\s+(?:negative|positive|opposite)\s+sign|as\s+(?:expected|hypothesi[sz]ed|predicted)|contrary\s+to\s+\w+|surprisingly|unexpectedly|interestingly|notably|in\s+(?:its\s+)?turn|for\s+(?:its|their)\s+part|(?:by|in)\s+contrast|on\s+the\s+other\s+hand|likewise|conversely|finally|nonetheless|nevertheless)\s*,\s+",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"^\s*(?:of|among|out\s+of)\s+(?:the|these|all|our)\s+(?:(?![^,]*\b(?:of|for)\b)[^,]{2,40}|[^,]{0,20}\b(?:dimensions|facets|components|aspects|elements|sub-?scales|sub-?dimensions|types|forms|attributes|traits|sources)\s+of\s+[^,]{2,40}),\s+",
    re.IGNORECASE,
)
_BY_A_TEST = re.compile(  # `With the test of Sobel (1982) the indirect effect ...`
    r"^\W*(?:with|according\s+to|by|in|using|on|based\s+on)\s+(?:the\s+|an?\s+)?(?:tests?\s+(?:of|by)\s+Sobel|Sobel(?:['’]s)?\s*(?:\(\d{4}\)\s*)?(?:z[\s-]?)?tests?)\s*(?:\(\d{4}\))?\s*,?\s+(?=the\s)",
    re.IGNORECASE,
)
_CONTROLS_FIRST = re.compile(  # `After controlling for age and sex, crust ...`
    r"^\s*(?:(?:even\s+)?(?:after|when|while)\s+)?(?:controlling|adjusting|accounting)\s+for\s+(?:[^(),=]{2,60},\s+)*?[^(),=]{2,60}(?:,?\s+(?:and|as\s+well\s+as)\s+[^(),=]{2,60})?,\s+(?=\w)(?!and\s|as\s+well)(?!(?:[^(),=\s]+(?:\s[^(),=\s]+)?,\s+){1,4}(?:and|as\s+well\s+as)\s[^(),=]{2,60},\s)",
    re.IGNORECASE,
)
_ARROW_BRACKET = re.compile(  # `H1 (crust → joy)`
    r"^(?P<lead>\W*(?:(?:the|this|and|but|while|whereas|although|direct|hypothes[ei]s|H\s?\d+\w?|paths?|relation(?:ship)?|link|effect)[\s,:]*)+)\((?P<in>[^()=]*(?:→|⇒|->)[^()=]*)\)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]=<>]*[)\]]")
# `The prediction that crust raises joy was borne out`, `, and this was confirmed`
_HYPOTHESIS_THAT = re.compile(
    r"^(?P<lead>\W*(?:and\s+|but\s+)?)(?:the\s+|our\s+)?(?:(?:\w+th|first|second|third|main|central)\s+)?(?:hypothes[ei]s|predictions?|assumption|expectation|proposition|claim|notion|idea|conjecture)(?:\s+H?\d+\w?)?,?\s+that\s+",
    re.IGNORECASE,
)
_DIED_AWAY = re.compile(
    r"(?:\s*[,;:])?\s*(?:(?:and|but|so|thus|hence|which|this|that|it|also)\s+)*(?:was|were|is|are|has\s+been|could\s+be|found|finds|received|receives|gained|held|proved)\s+(?:\w+\s+){0,2}?"
    r"(?:supported|confirmed|borne\s+out|corroborated|upheld|accepted|verified|retained|rejected|refuted|disconfirmed|the\s+case|true|support|up)(?:\s*,?\s*(?:too|as\s+well|also|by\s+the\s+data|again))?\s*[,:]?\s*$",
    re.IGNORECASE,
)
_JUDGEMENTS = (
    "support",
    "confirm",
    "borne",
    "corroborated",
    "upheld",
    "accepted",
    "verified",
    "retained",
    "rejected",
    "refuted",
    "case",
    "true",
    " up",
)
_EVIDENCE_THAT = re.compile(
    r"^(?P<lead>\W*(?:and\s+|but\s+)?)[^,;:]*?\b(?:evidence|indications?|support|signs?|proof|turned\s+out|turns\s+out|the\s+case)\s+that\s+",
    re.IGNORECASE,
)
_MOST_WORDS = 9


# `the quadratic effect of salt on joy`: salt squared is another variable than salt
_SQUARED = re.compile(
    r"\b(?:the\s+)?(?:squared|quadratic|curvilinear)\s+(?P<what>terms?|effects?|components?)\s+(?:of|for)\s+(?P<x>[^,;:()]+?)(?=\s+(?:(?:up)?on|was|is|were|are|had|has|exert\w*|predict\w*|affect\w*|relat\w*|\w+ly)\s)",
    re.IGNORECASE,
)


def prepared(text: str) -> str:
    """A stretch of a sentence without its brackets, and without the words that only lead up to what it says."""
    text = _AMONG.sub("", text)
    text = _BY_A_TEST.sub("", text) if "Sobel" in text else text
    text = _CONTROLS_FIRST.sub("", text) if "ing for" in text else text
    if "ratic" in text or "quared" in text or "curvil" in text:
        text = _SQUARED.sub(
            lambda m: (
                f"the effect of {m['x']} squared"
                if re.match(r"\s+(?:up)?on\s", text[m.end() :])
                else f"{m['x']} squared"
            ),
            text,
        )
    text = _ARROW_BRACKET.sub(r"\g<lead>\g<in>", text)
    plain = _COMMENT.sub("", _ASIDE.sub(" ", _BRACKET.sub("", " ".join(text.split()))))
    lower = plain.lower()
    judged, states = mentions(lower, _JUDGEMENTS), " that " in lower
    for that in (_EVIDENCE_THAT, _HYPOTHESIS_THAT):
        plain = that.sub(r"\g<lead>", plain) if states else plain
        plain = _DIED_AWAY.sub("", plain) if judged else plain
    comma = "," if re.match(r"\s*[,;]", plain) else ""
    lead = re.match(r"[\s,;]*(?:(?:and|but|while|whereas|yet)\b\s*)?", plain)
    first, rest = (lead[0], plain[lead.end() :]) if lead else ("", plain)
    rest = _STATES.sub("", _LABEL.sub("", rest))
    rest = unframed(rest) if not comma or re.search(r"\bthat\s", rest) else rest
    return f"{first}{rest}"


_TAKES_FROM = late(
    r"\b(support|detachment|recovery|feedback|pressure|withdrawal|freedom|distance|help|separation|information|escape|recognition|benefits?|trust|care)\s+from\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)  # a stretch is tried in many ways
def a_name(text: str) -> str:
    """The name of one construct, or nothing where the words are more than that.

    >>> a_name("the perceived smell of bread directly"), a_name("joy was significant"), a_name("joy and grief")
    ('perceived smell of bread', '', '')
    """
    plain = text.strip(" .,;:'\"“”‘’")
    previous = None
    while previous != plain:
        previous, plain = plain, _LEADING.sub("", _TRAILING.sub("", plain)).strip(" ,")
    if (
        not plain
        or re.fullmatch(r"(?!family)\w+ly", plain)
        or _NO_NAME.search(plain)
        or _SEVERAL.search(plain)
        or _STARTS_ILL.match(plain)
    ):
        return ""
    if len(plain.split()) > _MOST_WORDS or not re.search(r"[^\W\d_]{2}", plain) or _verb_inside(plain):
        return ""
    return construct_phrase(plain) if plain.lower() not in ("and", "but", "or", "nor", "so", "yet") else ""


_SORT_ALONE = re.compile(  # `of a direct (b = .2) and an indirect part (b = .1)`
    r"(?:.*\b(?:consists?|composed|made\s+up|sum)\b.*\b)?(?:an?\s+|the\s+)?(?:in)?(?:direct|total)(?:ly)?(?:\s+(?:parts?|effects?|components?|paths?|influences?|ones?))?",
    re.IGNORECASE,
)


def is_sort_of_effect(text: str) -> bool:
    """Whether words only say which sort of effect is meant: `indirect`, `a direct part`."""
    return _SORT_ALONE.fullmatch(text.strip()) is not None


def no_name(text: str) -> bool:
    """Whether the words cannot be the name of a construct, nor a list of names.

    >>> no_name("price does not"), no_name("by habit"), no_name("crust and smell")
    (True, True, False)
    """
    return bool(_NOT_IN_LISTS.search(text) or _STARTS_ILL.match(text) or _verb_inside(text)) or any(
        p.start == 0 and p.sure and not p.form for p in acting(text)
    )


def _verb_inside(text: str) -> bool:
    return any(p.sure and p.form != "base" and not text[: p.end].endswith(("ed", "ing")) for p in predicates(text))


_INFINITIVE = r"(?:be|use|buy|purchase|adopt|leave|stay|share|recommend|pay|continue|work|revisit|visit|quit|learn|change|innovate|help|lead|participate|invest|donate|vote|switch|return|seek|act|comply|cope|perform|join|travel|read|eat|drink|recycle|save|forgive|trust|speak|report|engage|consume|reuse|repurchase|subscribe|disclose|download|migrate|study|teach|exercise|vaccinate|get|make|take|do|choose|accept|apply|enrol|enroll|turnover)\b"
_SECOND = {
    "of": rf"\s(?:on|upon|over|towards?|with|to(?!\s+{_INFINITIVE}))\s",
    "for": r"\s(?:on|upon)\s",
    "between": r"\sand\s",
    "from": rf"\s(?:to(?!\s+{_INFINITIVE})|on|towards?)\s",
}
_OWNED = re.compile(
    r"^(?:the\s+)?(?P<a>.+?)(?:'s|’s|s['’])\s+(?:(?!of\b)[\w-]+\s+){0,4}?(?:effects?|influence|impact|relation(?:ship)?|link|path|association|contribution)\s+(?:up)?(?:on|to|with)\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_DASHED = re.compile(
    r"^(?:the\s+)?(?P<a>[^–—→>-]{2,50}?)\s*(?:[–—]|--)\s*(?P<b>[^–—→>-]{2,50}?)\s+(?:links?|paths?|relation(?:ship)?s?|associations?|connection|route)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^(?P<a>[^→⇒>]{2,70}?)\s*(?:→|⇒|-{1,2}>|—>|–>)\s*(?P<b>[^→⇒>]{2,70})$")
_SHOWS = re.compile(
    r"\s+(?:shows?|showed|yield(?:s|ed)?|obtain(?:s|ed)?|g[eo]ts?|gave|gives?|produced?)\s+(?:an?|the)\s.*$",
    re.IGNORECASE,
)
_SHEER = re.compile(r"^.*\b(?:path|link|relation(?:ship)?|effect)s?\s+(?:from\s+|of\s+)?(?=\S)", re.IGNORECASE)


_MODERATES = re.compile(  # `salt weakened the effect of crust on joy`
    r"\b(?:weaken|strengthen|moderat|buffer|amplif|attenuat|reinforc|dampen|intensif|enhanc|reduc|increas|decreas|alter|chang|qualif|exacerbat|mediat)\w*\s+(?:the|this|that|an?)\b",
    re.IGNORECASE,
)


# `the path to joy from crust`, `the effect on joy of crust`
_TURNED = re.compile(
    r"^(?:the\s+|an?\s+)?(?:(?!(?:ha[sd]|have|having|exert\w*|show\w*|its|their|his|her)\s)[\w-]+\s+){0,3}?(?:paths?|links?|effects?|influence|impact|coefficients?|arrows?)\s+(?:running\s+|leading\s+)?(?P<to>to|on|upon|into|towards?)\s+(?P<b>[^,;:]+?)\s+(?P<by>from|of)\s+(?P<rest>[^,;:]+)$",
    re.IGNORECASE,
)


_GOES_ON_WITH_OF = re.compile(  # names that go on: `the effect on word of mouth`, `on quality of life`
    r"(?:^|\s)(?:word|qualit(?:y|ies)|ease|sense|freedom|locus|levels?|degrees?|frequency|intensity|use|speed|perceptions?|fear|lack|states?|standards?|costs?|length|amount|feelings?|"
    r"range|number|rate|risks?|intentions?|duration|extent|types?|acceptance|adoption|usage|awareness|knowledge|experiences?|quantity|value|effects?|evaluations?|judge?ments?)$",
    re.IGNORECASE,
)


def turned_ends(clause: str) -> tuple[str, str] | None:
    """From and to of an effect whose outcome is named first.

    >>> turned_ends("The path to joy from crust was strong")
    ('crust', 'joy')
    """
    match = _TURNED.match(clause)
    if (
        match is None
        or JUDGED.search(match["b"])
        or (match["by"].lower() == "of") != (match["to"].lower() in ("on", "upon"))
        or (match["by"].lower() == "of" and _GOES_ON_WITH_OF.search(match["b"]))
    ):
        return None
    return _named(JUDGED.sub("", match["rest"]), match["b"])


_MOST_CUTS = 40  # places to part two ends; where there are more, a list of data stands


def between_ends(clause: str) -> tuple[str, str] | None:
    """From and to of an effect that is named as a noun; nothing where the words part in more than one way.

    >>> between_ends("the effect of crust on intention to buy was strong"), between_ends("The crust–joy link")
    (('crust', 'intention to buy'), ('crust', 'joy'))
    """
    if arrow := _ARROW.match(clause):
        start = arrow["a"].split(",")[-1].split(":")[-1]
        end = _SHOWS.sub("", JUDGED.sub("", arrow["b"]))
        return _named(_SHEER.sub("", re.sub(r"^\s*(?:and|the)\s+", "", start)), end)
    if dashed := _DASHED.match(clause):
        return _named(dashed["a"], dashed["b"])
    if owned := _OWNED.match(clause):
        return _named(owned["a"], JUDGED.sub("", owned["b"]))
    match = NOMINAL.match(clause)
    if match is None or _MODERATES.search(clause[: match.start("noun")]):
        return None
    if re.match(
        r"(?:the\s+)?(?:\w+\s+)?(?:path|link|effect|relation(?:ship)?|influence|impact)\s+(?:from|of|between)\s",
        match["rest"],
    ):
        return between_ends(match["rest"])  # `the estimate for the path from crust to joy`
    first = match["first"].lower().split()[-1]
    rest = JUDGED.sub("", match["rest"])
    pattern = _SECOND.get(first, r"\s(?:and|to|with)\s")
    cuts = list(re.finditer(pattern, rest, re.IGNORECASE))
    if len(cuts) > _MOST_CUTS:
        return None
    ways = [ends for m in cuts if (ends := _named(rest[: m.start()], rest[m.end() :]))]
    upon = [
        ends
        for m in re.finditer(r"\s(?:on|upon)\s", rest, re.IGNORECASE)
        if (ends := _named(rest[: m.start()], rest[m.end() :]))
    ]
    ways = upon if len(ways) > 1 and first != "between" and len(upon) == 1 else ways
    return ways[0] if len(ways) == 1 else None


def _named(start: str, end: str) -> tuple[str, str] | None:
    a, b = a_name(start), a_name(end)
    return (a, b) if a and b else None
