"""What a sentence says of constructs: which affects which, through what, under what condition, with which sign."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from functools import lru_cache

from evidence.read.late import late
from evidence.read.nouns import joined, parted
from evidence.read.prose.chinese.relation import told as told_in_chinese
from evidence.read.prose.cues import Cues
from evidence.read.prose.relations.comparisons import compared
from evidence.read.prose.relations.moderated_sign import moderated_sign, told_at_level
from evidence.read.prose.relations.other_languages import TIES
from evidence.read.prose.relations.predicates import CHANGED, CHANGES, NOMINAL, any_of
from evidence.read.prose.relations.predication import predicates
from evidence.read.prose.relations.the_more import DEGREES, less_of, of_two_degrees, says_the_more
from evidence.records.layout import Sign
from evidence.settled import settled

__all__ = ["Relation", "bound", "construct_phrase", "relation", "sign_of", "unframed"]


@settled
class Relation:
    """From, to, and what stands between or beside them."""

    from_: str | None = None
    to: str | None = None
    via: str | None = None
    moderator: str | None = None
    sign: Sign | None = None


_EFFECT = any_of(NOMINAL)
_ADVERBS = r"(?:(?:will|would|can|could|may|might|should|does|do|did|also|not|(?:\w+ly)|have|has|had|been|be|is|are|was|were|both|and|in turn|to|a|an)\s+){0,6}?"
# `exposure to news` and `commitment to the team` are names: where `on` or `and` follows, `to` joins no two.
_OF_ON = r"of\s+(?P<a>.+?)\s+(?:on|upon|over|(?:to|towards?|with|in)(?!.*\s(?:on|upon)\s))\s+(?P<b>.+)"
_FROM_TO = r"from\s+(?P<a>.+?)\s+to\s+(?P<b>.+?)"
_BETWEEN = r"between\s+(?P<a>.+?)\s+(?:and|(?:with|to)(?!.*\sand\s))\s+(?P<b>.+)"
_PAIR = rf"(?:{_BETWEEN}|{_OF_ON.replace('?P<a>', '?P<c>').replace('?P<b>', '?P<d>')})"

# Each pattern with a bit for words of which one stands in whatever it matches; none where any may.
_CUES = Cues()
_NOUNS = tuple(noun for noun in NOMINAL if not noun.endswith("s"))
_TIES = ("related", "associated", "linked", "correlated", "connected", "tied")
_MEDIATION = (
    (_CUES.bit("mediat"), late(rf"(?P<m>.+?)\s+(?:\w+ly\s+|will\s+|would\s+|can\s+|may\s+|has\s+|have\s+|plays?\s+|as\s+|an?\s+|the\s+)*mediat\w+\b.{{0,60}}?\b(?:{_EFFECT}|path)\s+(?:linking\s+)?{_PAIR}", re.I)),
    (_CUES.bit("mediat"), late(rf"{_EFFECT}\s+{_PAIR}\s+(?:is|are|was|were|will\s+be|would\s+be)\s+(?:\w+\s+){{0,2}}mediated\s+by\s+(?P<m>.+)", re.I)),
    (_CUES.bit("mediat", "intermedia", "interven", "transmit", "carries", "carry", "convey", "channel", "explain", "account"), late(
        rf"(?!.*\bvarian)(?P<m>.+?)\s+{_ADVERBS}(?:(?:acts?|serves?|functions?|operates?|works?|is|are|be|interven\w+|lies?|stands?)\s+(?:as\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:mediators?|intermediar\w+|mediating\s+\w+|intervening\s+\w+)?\s*(?:in\s+the\s+\w+\s+)?{_BETWEEN}|(?:transmit(?:s|ted)?|carries|carry|conveys?|channels?|explains?|accounts?\s+for)\s+(?:the\s+)?(?:\w+\s+)?{_EFFECT}\s+(?:{_OF_ON.replace('?P<a>', '?P<c>').replace('?P<b>', '?P<d>')}|{_BETWEEN.replace('?P<a>', '?P<e>').replace('?P<b>', '?P<f>')}))", re.I)),
    (_CUES.bit("through", "via", "by "), re.compile(
        rf"(?:the\s+)?(?:\w+\s+)?{_EFFECT}\s+(?:{_FROM_TO}|(?:of|between)\s+(?P<c>.+?)\s+(?:on|upon|and|(?:to|with)(?!.*\s(?:and|on|upon)\s))\s+(?P<d>.+?))\s+{_ADVERBS}(?:(?:runs?|operates?|works?|flows?|goes|go|occurs?|unfolds?|arises?|comes?\s+about)\s+(?:\w+ly\s+|in\s+part\s+)?(?:through|via|by\s+way\s+of)|(?:transmitted|carried|conveyed|channell?ed|mediated|transported|explained|accounted\s+for)\s+(?:\w+ly\s+|in\s+part\s+)?(?:by|through|via))\s+(?P<m>.+)", re.I)),
    (_CUES.bit("mediat"), late(rf"(?P<m>.+?)\s+{_ADVERBS}mediat\w+\s+{_BETWEEN}", re.I)),
)  # fmt: skip
_MODERATION = (
    (_CUES.bit(*CHANGES), re.compile(rf"(?P<m>.+?)\s+(?:\w+ly\s+|will\s+|would\s+|can\s+|may\s+|has\s+|have\s+|plays?\s+|an?\s+|the\s+|significant\s+|positive\s+|negative\s+)*(?:moderat\w+|modif\w+|strengthen\w*|weaken\w*|amplif\w+|attenuat\w+|buffer\w*|dampen\w*|reinforc\w+|intensif\w+|mitigat\w+|alleviat\w+|aggravat\w+|exacerbat\w+|(?:enhances?|reduces?|increases?|decreases?|lessens?|softens?)(?=\s+the\s+(?:\w+\s+)?(?:effect|influence|impact|relation\w*)\s+(?:of|between)))\b.{{0,60}}?\b{_EFFECT}\s+{_PAIR}", re.I)),
    (_CUES.bit("moderated"), late(rf"{_EFFECT}\s+{_PAIR}\s+(?:is|are|was|were|will\s+be|would\s+be)\s+(?:\w+\s+){{0,2}}moderated\s+by\s+(?P<m>.+)", re.I)),
    (_CUES.bit(*CHANGED, "driven"), re.compile(rf"(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_EFFECT}\s+{_PAIR}\s+{_ADVERBS}(?:{'|'.join(CHANGED)})\s+by\s+(?!(?:more|less|about|nearly|almost|over|around|roughly|half|\d|an?\s+(?:third|quarter|half|factor))\b)(?P<m>.+)", re.I)),
    (_CUES.bit("depend", "conting", "differ", "var", "condition", "change", "increase", "decrease", "rise", "grow", "decline", "rose", "grew", "weak", "strong", "great", "small"), re.compile(rf"(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_EFFECT}\s+{_PAIR}\s+{_ADVERBS}(?:(?:depend(?:s|ed)?|dependent|contingent|conditional)\s+(?:up)?on|(?:differ(?:s|ed)?|var(?:y|ies|ied)|change[sd]?|increase[sd]?|decrease[sd]?|rises?|rose|grows?|grew|decline[sd]?|weaken(?:s|ed)?|strengthen(?:s|ed)?|(?:becomes?|became|gets?|is|are|was|were|be)\s+(?:stronger|weaker|greater|smaller))\s+(?:\w+ly\s+)?(?:by|with|across|between|according\s+to|depending\s+on|as\s+a\s+function\s+of|as(?=\s+.*\s(?:increase[sd]?|decrease[sd]?|rises?|rose|grows?|grew|falls?|fell|decline[sd]?)$)|the\s+(?:higher|lower|greater|more)))\s+(?P<m>.+?)(?:\s+(?:increase[sd]?|decrease[sd]?|rises?|rose|grows?|grew|falls?|fell|decline[sd]?|is))?$", re.I)),
    (_CUES.bit(*DEGREES.split("|")), re.compile(rf"the\s+(?:{DEGREES})\s+(?P<m>.+?),?\s+the\s+(?:stronger|weaker|larger|smaller|greater|lower|higher)\s+(?:the\s+)?(?:\w+\s+)?{_EFFECT}\s+{_PAIR}", re.I)),
    (_CUES.bit("chang", "alter", "shap", "condition", "affect", "influenc", "determin"), re.compile(rf"(?P<m>.+?)\s+{_ADVERBS}(?:chang|alter|shap|condition|affect|influenc|determin)(?:e?s|e|ed)?\s+(?:the\s+)(?:strength\s+of\s+the\s+)?(?:\w+\s+)?(?:effects?|influence|impact|relationships?|relations?|associations?|links?)\s+{_PAIR}", re.I)),
)  # fmt: skip
_GO_TOGETHER = r"(?:go(?:es)?\s+(?:hand\s+in\s+hand|together)|co-?var(?:y|ies)|co-?occur|coincide|correlate|interrelated|intertwined|(?:inter)?connected|(?:inter)?linked|(?:(?:is|are|be)\s+(?:not\s+|(?:\w+ly\s+)*)(?:related|associated|correlated)$)|(?:have|share|show)\s+an?\s+(?:\w+\s+){0,3}(?:relationship|association|correlation|link|connection)|move\s+together|rise\s+and\s+fall\s+together)"
_GOES = re.compile(_GO_TOGETHER, re.I)
_GO = _CUES.bit(
    *("hand in", "together", "co-", "covar", "cooccur", "coincide", "correlat", "related", "intertwined", "connected"),
    *("linked", "relationship", "associat", "link", "connection"),
)
_TOGETHER = re.compile(  # neither before the other, but in the order named
    rf"(?P<a>[^,]+?)\s+and\s+(?P<b>[^,]+?)\s+{_ADVERBS}{_GO_TOGETHER}(?:\s+(?:\w+ly|together|with\s+(?:each\s+other|one\s+another)))*$",
    re.I,
)
_NOMINAL = (
    (_CUES.bit(*DEGREES.split("|")), re.compile(rf"\bthe\s+(?:{DEGREES})\s+(?P<a>.+?),?\s+the\s+(?:{DEGREES})\s+(?P<b>.+)", re.I)),
    (_CUES.bit(*_NOUNS), re.compile(rf"\b(?:there\s+(?:is|are|was|will\s+be|exists?)\s+)?(?:an?\s+|the\s+)?(?:[\w,-]+\s+){{0,5}}?{_EFFECT}\s+(?:of\s+(?P<a>.+?)\s+(?:on|upon|over|towards?)\s+(?P<b>.+)|between\s+(?P<c>.+?)\s+and\s+(?P<d>.+))", re.I)),
    (_CUES.bit(*_NOUNS), re.compile(r"\b(?:associations?|relationships?|relations?|links?|correlations?)\s+of\s+(?P<a>.+?)\s+(?:with|to)\s+(?P<b>.+)", re.I)),
    (_CUES.bit("between"), re.compile(rf"(?:an?\s+|the\s+)?(?:[\w,-]+\s+){{0,5}}?{_EFFECT}\s+(?:\w+\s+){{1,6}}?between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)", re.I)),
    (_CUES.bit("from "), re.compile(rf"(?:.*?\b)?(?:{_EFFECT}|paths?)\s+(?:(?:leads?|leading|runs?|running|exists?)\s+)?from\s+(?P<a>.+?)\s+(?:to|on)\s+(?P<b>.+)", re.I)),
)  # fmt: skip
_FOREIGN = tuple((_CUES.bit(*words), pattern) for words, pattern in TIES)
_IS_STRONGER = _CUES.bit("stronger", "weaker", "larger", "smaller", "greater")
_HAS_ARROW = _CUES.bit("→", "⇒", ">")
_STRONGER = re.compile(
    rf"(?:the\s+)?(?:\w+\s+){{0,3}}?{_EFFECT}\s+{_PAIR}\s+(?:will\s+be|would\s+be|is|are|was|were)\s+(?:\w+\s+)?(?:stronger|weaker|larger|smaller|greater)\s+(?:for|among|when|in|under|with|at)\s+(?P<m>.+)",
    re.I,
)
_ARROW = late(  # `Status → Effort (+)`
    r"(?P<a>[^→⇒>]{2,80}?)\s*(?:→|⇒|-{1,2}>|—>|–>)\s*(?P<b>[^→⇒>()]{2,80}?)\s*(?:\(?(?P<sign>[+−–-])\)?)?", re.I
)
# `the more trust customers have`, `the more positive the attitude`
_NEGATIVE = re.compile(
    r"\b(?:negativ\w*|invers\w*|reduc\w+|decreas\w+|weaken\w*|undermin\w+|diminish\w*|negatif\w*|inhibit\w*|hinder\w*|lower(?:s|ed)?|mitigat\w+|imped\w+|alleviat\w+|detriment\w+|advers\w+)\b|负向|消极",
    re.I,
)
_POSITIVE = re.compile(
    r"\b(?:positi[vf]\w*|enhanc(?:e[sd]?|ing)|increas\w+|improv(?:e[sd]?|ing)|promot(?:e[sd]?|ing)|facilitat(?:e[sd]?|ing)|strengthen\w*|foster\w*|boost\w*|favou?rabl\w+|stimulat(?:e[sd]?|ing)|encourag(?:e[sd]?|ing))\b|正向|积极|促进",
    re.I,
)
_FRAME = re.compile(
    r"^\s*(?:(?:and|but|or|so)\s+)?(?:H\s?\d{1,2}[a-z]?\b[\s,:]*(?:which\s+\w+\s+)?(?:that\s+)?)?"
    r"(?:(?:in|as|with|for|regarding|concerning|consistent|contrary|however|thus|therefore|hence|accordingly|consequently|further(?:more)?|finally|moreover|also|"
    r"first(?:ly)?|second(?:ly)?|third(?:ly)?|similarly|specifically|additionally|besides|interestingly|surprisingly|overall|likewise|taken|together|all|on|by|among|after|to|from|based|given|ceteris|other|everything|generally|all\s+else|controlling|whilst|while|although|though|since|because|when|using|employing|applying|following)\b[^,]{0,80},\s+)*"
    r"(?:[^,;]{0,120}?\b(?:hypothesi[sz]ed?s?|suppos(?:e|es|ed)|surmis(?:e|es|ed)|presum(?:e|es|ed)|conjectur(?:e|es|ed)|contend(?:s|ed)?|propos(?:e|es|ed)|expect(?:s|ed)?|assum(?:e|es|ed)|predict(?:s|ed)?|posit(?:s|ed)?|postulat(?:e|es|ed)|suggest(?:s|ed)?|found|finds?|"
    r"show(?:s|ed|n)?|reveal(?:s|ed)?|indicat(?:e|es|ed|ing)|demonstrat(?:e|es|ed)|confirm(?:s|ed)?|noted?|report(?:s|ed)?|argued?|seen|evident|known|observed?)\s+that\s+)?"
    r"(?:(?:we|this study|the study|it)\s+(?:\w+\s+){0,2}?(?:find|found|see|saw|observed?|hypothesi[sz]e|propose|expect)\s+)?",
    re.I,
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_ADJUSTED = re.compile(  # `Adjusting for age, humour ...`, `With sex held constant, humour ...`
    r"^(?:(?:after\s+)?(?:adjust|controll|account)ing\s+for|(?:after\s+)?taking|with)\s+[^,;]{2,80}?(?:\s+(?:into\s+account|held\s+constant|controlled(?:\s+for)?|in\s+the\s+(?:model|equation)))?,\s+",
    re.I,
)
_IN_OURS = re.compile(
    r"^(?:(?:and|but)\s+)?(?:in|for|across|within)\s+(?:our|this|the\s+present|the\s+current)\s+(?:data|samples?|study|survey|model|analysis|case)\s*,?\s+(?=\S+\s+\S)",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:that|the|an?|la|el|los|las|les?|die|der|das|den|their|its|his|her|our|these|this|those|such|both|of|later|subsequent|more|higher|greater|better|stronger|lower|less|fewer|high|increased|"
    r"(?:variable|construct)\s+of|(?:the\s+)?(?:levels?|degrees?|extent|amounts?|effects?|impacts?|influences?|roles?|likelihood|probability|explanation|(?:share|amount|part|proportion)\s+of\s+(?:the\s+)?varian(?:ce|t))\s+(?:of|in)|"
    r"significant\s+(?=(?:share|amount|part|proportion)\s+of)|(?:an?\s+)?(?:increase|rise|growth|decrease|decline|drop|reduction|fall)s?\s+in)\s+)+",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:[;:。]|,(?!\s*\d)|\.(?=\s|$)|\b(?:in the (?:\w+\s+){0,2}?(?:context|case|field|process|era|environment|sector|industry|setting|workplace)\b|among\b|when\b|such that\b|in such a (?:way|manner)\b|(?:does|do|did)\s+not\b|because\b|while\b|"
    r"whereas\b|if\b|during\b|through\b|via\b|which\b|who\b|as well as\b|was\b|were\b|is\b|are\b|will\b|but\b|so that\b|after\s+controlling\b|controlling\s+for\b|over\s+time\b|to\s+an?\s+(?:greater|lesser|larger|smaller|higher|lower)\s+(?:extent|degree)\b|(?:more|less)\s+\w+ly(?=\s+(?:than|for|among|in|when)\b|\s*$)|regardless\b|"
    r"irrespective\b|above\s+and\s+beyond\b|over\s+and\s+above\b|(?<=\w)\s*beyond\b(?!\s+\w+$)|and\s+explains?\s+(?:\w+\s+)?varian|compared\s+(?:to|with)\b|even\s+(?:if|though|after)\b|under the\b|(?<!\bfear )(?<!\bconcern )(?<!\brespect )(?<!\bcare )(?<!\bneed )(?<!\bdesire )(?<!\bsupport )(?<!\bpreference )(?<!\bresponsibility )(?<!\bfeeling )(?<!\bwillingness to pay )for (?:the|users|customers|consumers)\b)).*$",
    re.I | re.S,
)
_OPENER = re.compile(  # `Hence, crust`
    r"^\W*(?:(?:hence|thus(?!\s+far)|therefore|consequently|accordingly)\s+(?=\w)|(?:hence|thus|therefore|consequently|accordingly|finally|moreover|furthermore|similarly|likewise|conversely|specifically|however|instead|again|overall|interestingly|notably|together|"
    r"(?:first|second|third|last)(?:ly)?|in\s+(?:addition|turn|contrast|sum|short|particular)|by\s+contrast|as\s+(?:expected|predicted|hypothesi[sz]ed|anticipated)),\s+)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]")


@lru_cache(maxsize=512)  # the same clause is asked for the labels in it, and for each of them
def relation(statement: str) -> Relation | None:
    """The relation a statement asserts, or None when none can be told.

    >>> relation("Comfort has a positive effect on loyalty")
    Relation(from_='Comfort', to='loyalty', via=None, moderator=None, sign='+')
    """
    if _HAN.search(statement):
        told = told_in_chinese(statement)
        return Relation(*told) if told else None
    text = unframed(joined(" ".join(statement.split()))).replace(" ought to ", " should ")
    said = _CUES.within(text.lower())
    if arrow := _ARROW.fullmatch(text) if said & _HAS_ARROW else None:
        made = _made(arrow, "")
        return made and replace(made, sign="-" if arrow["sign"] not in ("+", None) else "+" if arrow["sign"] else None)
    if (
        said & _IS_STRONGER
        and (stronger := _STRONGER.match(text))
        and not re.search(r"\bmoderat", stronger[0][: stronger.start("m") - stronger.start()], re.I)
    ):
        made = _made(stronger, "moderator")
        name, sign = told_at_level((made and made.moderator) or "", text)
        return made and replace(made, moderator=name, sign=sign)
    return (
        _bound(text, said)
        or _matched(text, said, _FOREIGN, "")
        or _compared(_LABEL.sub("", joined(" ".join(statement.split()))).strip(" .:;,"))
        or _compared(text)
        or _matched(text, said, _NOMINAL, "")
        or (None if says_the_more(text) else _predicated(text, said) or _predicated(text, said, loosely=True))
    )


def bound(clause: str) -> Relation | None:
    """What ties two constructs through a third, under a third, or by comparing: more than the noun or verb alone says.

    >>> bound("the effect of salt on joy is transmitted by calm")
    Relation(from_='salt', to='joy', via='calm', moderator=None, sign=None)
    >>> bound("salt raises joy")
    """
    text = joined(" ".join(clause.split()))
    return _bound(text, _CUES.within(text.lower())) or _compared(text)


@lru_cache(maxsize=512)
def _bound(text: str, said: int) -> Relation | None:
    return (
        _matched(text, said, _MEDIATION, "via")
        or (_through(text) if said & _HAS_THROUGH else None)
        or _matched(text, said, _MODERATION, "moderator")
    )


_HAS_THROUGH = _CUES.bit("through", "via", "by way", "by means")
_BY_WAY = r"(?:through|via|by\s+(?:way|means)\s+of)\s+(?:the\s+mediat\w+\s+\w+\s+of\s+)?"
_THROUGH_FIRST = late(rf"{_BY_WAY}(?P<m>[^,]+?),\s+(?P<rest>.+)", re.I)
_THROUGH_LAST = late(rf"\s+{_BY_WAY}(?P<m>.+)", re.I)


def _through(text: str) -> Relation | None:
    """`Through calm, salt raises joy`, `salt raises joy through calm`: a relation with what it goes through."""
    first = _THROUGH_FIRST.match(text)
    ways = [(first["rest"], first["m"])] if first else []
    ways += [(text[: last.start()], last["m"]) for last in [_THROUGH_LAST.search(text)] if last]
    for rest, middle in ways:
        here = _CUES.within(rest.lower())
        found = _matched(rest, here, _NOMINAL, "") or _predicated(rest, here)
        name = construct_phrase(parted(middle))
        if found and name:
            return replace(found, via=name, sign=None)
    return None


_LABEL = re.compile(r"^\s*H\s?\d{1,2}[a-z]?\b[\s:.]*", re.I)


def _matched(text: str, said: int, patterns: tuple[tuple[int, re.Pattern[str]], ...], place: str) -> Relation | None:
    for needed, pattern in patterns:
        if not needed & said:
            continue
        match = pattern.search(text) if pattern.pattern.startswith((r"\b", _EFFECT)) else pattern.match(text)
        found = match and _made(match, place)
        if found:
            sign = moderated_sign(text, sign_of(text)) if place == "moderator" else sign_of(text)
            return replace(found, sign=None if place == "via" else sign)
    return None


_ASIDE = re.compile(
    r",\s+(?:which|who|whose)\s[^,;()]+,(?=\s+\w+(?:s|ed|d|t)\b)"
)  # `salt, which had no effect on joy, raised calm`


def unframed(text: str) -> str:
    """A statement without the words that lead up to it: `As expected, the results show that`."""
    return _IN_OURS.sub("", _ADJUSTED.sub("", _FRAME.sub("", _ASIDE.sub("", text), count=1).strip(" .:;,")))


def _compared(text: str) -> Relation | None:
    """`As trust increases, churn decreases`."""
    told = compared(text)
    if told and any(_EFFECT_OF.search(x) for x in told[:2]):
        return None
    ends = [construct_phrase(parted(x)) for x in told[:2]] if told else []
    return Relation(ends[0], ends[1], sign=told[2]) if told and all(map(_names, ends)) else None


def _predicated(text: str, said: int, loosely: bool = False) -> Relation | None:
    """By the word that is the statement's predicate; `salt and joy go together` in the order named.

    Loosely also what no name begins with is taken for one: `it raised joy`, which its reader puts right.
    """
    together = _TOGETHER.match(text) if not loosely and said & _GO and _GOES.search(text) else None
    if together:
        made = _made(together, "")
        return made and replace(made, sign=sign_of(text))
    plain = _EXTENT.sub("", _BRACKET.sub("", text))
    for one in predicates(plain):
        if one.form == "ing":
            continue
        raw = plain[: one.start], plain[one.end :]
        a, b = (construct_phrase(parted(x)) for x in raw)
        if not (a and b) or a.lower() == b.lower() or (loosely and not one.sure and one.form != "ed"):
            continue
        named = _names(a) and _names(b) and not any(_EFFECT_OF.search(x) for x in raw)
        if named or (loosely and not _SOMEBODY_TO.match(b) and not _PREPOSED.match(b)):
            sign = sign_of(text) if loosely else _sign_by(one.sign, *raw, text)
            return Relation(b, a, sign=sign) if one.back else Relation(a, b, sign=sign)
    return None


_PREPOSED = re.compile(r"(?:by|with|from|in|as|if|when)\s", re.I)
_SOMEBODY_TO = re.compile(  # `encourages buyers to return`: what is encouraged is not named
    r"(?:people|persons|individuals|firms|companies|women|men|children|\w+(?:ers|ors|ees|ants|ents))\s+to\s", re.I
)
_EXTENT = re.compile(
    r"\s+(?:to\s+an?\s+(?:\w+\s+)?(?:extent|degree)(?!\s+than)|in\s+part|for\s+the\s+most\s+part|above\s+all|by\s+and\s+large|in\s+general|in\s+an?\s+(?:\w+\s+)?(?:and\s+\w+\s+)?(?:way|manner|fashion|direction)"
    r"|(?:one|two|three|four|five|six|several|some)\s+(?:years?|months?|weeks?|days?)\s+later)\b",
    re.I,
)
_EFFECT_OF = re.compile(
    rf"\b{_EFFECT}\s+(?:of\s+\S.*\s(?:on|upon|with|to)|between\s+\S.*\sand|that\s+\S.*\son)\s|\bmoderat(?:es?|ed)\b|\bmediat(?:es?|ed)\b",
    re.I,
)
_POLAR = re.compile(r"\b(?:positiv|negativ|invers|advers|favou?rabl|detriment)\w*", re.I)
_UPWARD = re.compile(
    r"^\s*(?:an?\s+|the\s+)?(?:more|higher|greater|better|stronger|larger|increased|increases?\s+in|growth\s+in|gains?\s+in)\b",
    re.I,
)
_DOWNWARD = re.compile(
    r"^\s*(?:an?\s+|the\s+)?(?:less|lower|fewer|weaker|smaller|poorer|worse|decreased|reduced|(?:decrease|decline|drop|reduction|fall)s?\s+in)\b",
    re.I,
)


def _sign_by(sign: Sign | None, before: str, behind: str, text: str) -> Sign | None:
    """The verb's sign turned by `less` or `lower` on either side, where no word like `positively` says it."""
    down = sum(_DOWNWARD.match(x) is not None for x in (before, behind))
    if _POLAR.search(text) or (sign is None and not down and not _UPWARD.match(behind)):
        return sign_of(text)
    return "-" if (down + (sign == "-")) % 2 else "+"


_NO_END = re.compile(
    r"(?:they|it|we|he|she|them|this|these|that|those|who|which|there|one|people|high|low|perceived|social|an?|the|all|both|some|it\s+is|not)|"
    r"(?:by|with|from|to|of|on|in|as|if|when|do|does|did|not)\s.*|.*\b(?:which|who|that|whether)\b.*",
    re.I,
)


def _names(phrase: str) -> bool:
    """Whether a phrase can name a construct."""
    return bool(phrase) and _NO_END.fullmatch(phrase) is None and _SOMEBODY_TO.match(phrase) is None


def _made(match: re.Match[str], place: str) -> Relation | None:
    groups = match.groupdict()
    a, b = (next((groups[k] for k in keys if groups.get(k)), None) for keys in ("ace", "bdf"))
    if two := of_two_degrees(match[0], a or "", b or ""):
        a, b = two
    start, end = construct_phrase(parted(a or "")), construct_phrase(parted(b or ""))
    if not start or not end or start.lower() == end.lower() or _SOMEBODY_TO.match(end) or _PREPOSED.match(end):
        return None
    middle = construct_phrase(parted(groups.get("m") or "")) or None
    if place and not middle:
        return None
    return Relation(start, end, middle if place == "via" else None, middle if place == "moderator" else None)


def sign_of(text: str) -> Sign | None:
    """`+` or `-` when the words commit to one."""
    lower = re.search(
        rf"\bthe\s+({DEGREES})\b(.+?),?\s+the\s+({DEGREES})\b(.*)",
        text,
        re.I,
    )
    if lower:
        return "-" if less_of(lower[1], lower[2]) != less_of(lower[3], lower[4]) else "+"
    if _NEGATIVE.search(text):
        return "-" if not re.search(r"\bpositiv", text, re.I) else None
    return "+" if _POSITIVE.search(text) else None


_INTERACTION_OF = re.compile(
    r"(?i)^(?:the\s+)?(?:interactions?|products?)\s+(?:terms?\s+|effects?\s+)?(?:of|between)\s+(?P<a>.+?)\s+and\s+(?:the\s+)?(?P<b>.+)$"
)
_TRAILING_WORD = re.compile(
    r"(?:\s+(?:significantly|positively|negatively|directly|indirectly|favou?rably|adversely|strongly|together|jointly|alone|too|and|also|has|have|had|acts?|the|a|an|on|of|to))+$|\s+(?:-+|–|—)\s*in\s+turn\s*(?:-+|–|—)?$"
)
_COEFFICIENT = re.compile(r"\s+(?:path\s+)?(?:coefficients?|paths?)$")
_THAN = re.compile(r"\s+than\b.*$", re.I)
_NO_NAME = re.compile(r"[=<>()\[\]]|\d\.\d|\b(?:magnitude|significance)$")


_INTERACTION = late(
    r"(?i)^(?:the\s+)?(?:two-way\s+)?interaction(?:\s+(?:term|effect))?\s+(?:of\s+)?|\s+(?:interaction|product)(?:\s+(?:term|effect))?$"
)


@lru_cache(maxsize=1024)  # a stretch is tried in many ways
def construct_phrase(text: str) -> str:
    """A construct's name as it stands in a sentence, without articles, brackets and what follows it.

    >>> construct_phrase("the level of perceived usefulness (PU) of newspapers, which")
    'perceived usefulness of newspapers'
    """
    plain = _OPENER.sub("", _BRACKET.sub("", " ".join(text.split())))
    lower = plain.lower()
    if "interaction" in lower or "product" in lower:
        plain = _INTERACTION_OF.sub(r"\g<a> × \g<b>", plain)
    if "×" in plain or " x " in plain or "*" in plain:
        plain = _INTERACTION.sub("", plain)
    plain = _TAIL.sub("", plain)
    plain = _THAN.sub("", plain) if " than" in lower else plain
    previous = None
    while previous != plain:
        previous, plain = plain, _LEAD.sub("", plain)
    plain = _COEFFICIENT.sub("", _TRAILING_WORD.sub("", plain.strip(" .,;:'\"“”‘’")))
    if _NO_NAME.search(plain):
        return ""  # statistics, not a construct
    return plain if 1 < len(plain) <= 120 and len(plain.split()) <= 14 else ""
