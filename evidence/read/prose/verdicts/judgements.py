"""The words with which papers judge a hypothesis: supported, borne out, refuted, in part."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.cues import Cues
from evidence.read.prose.lowered import for_lower, in_lower, word_first
from evidence.records.layout import Verdict
from evidence.settled import settled

__all__ = [
    "AGAINST",
    "FOR",
    "WORDS",
    "Cue",
    "cue_of",
    "judges",
    "left_out",
    "only_asks",
]

# `support` is a judgement where it is a verb or is lent to a hypothesis; else it may be a construct (`social support`).
_SUPPORT = (
    r"(?:supports(?!\s+act)|supported|supporting|supportive|"
    r"support(?=\s+(?:for\s+|of\s+|to\s+)?(?:(?:the|our|this|both|all|these|either|any|to|research|proposed)\s+){0,3}(?:[HP]\s?\d|hypothes|proposition|predict|expect|assum))|"
    r"support\s+(?:was|is|were|has\s+been|could\s+be)\s+(?:\w+\s+)?(?:found|obtained|provided|received|shown|established|lent|given)\s+(?:for|to)|"
    r"(?:in|lend\w*|lent|provid\w+|find\w*|found|receiv\w+|g[ia]ve[sn]?|gain\w*|gets?|got|garner\w*|offer\w*|yield\w*|show\w*|full|strong|clear|empirical|statistical|weak|mixed|no|not|any|some|further|partial|partially|fully|data|results?|findings?)\s+support\b)"
)
# `confirmation`, `acceptance` and `verification` are constructs too: as nouns they judge where they are those of a hypothesis.
_NOUN = r"(?:confirmation|acceptance|verification|validation|corroboration)"
_LENT = (
    rf"{_NOUN}(?=\s+(?:of|for|to)\s+(?:\w+\s+){{0,3}}?(?:[HP]\s?\d|hypothes|proposition|predict|expect|assum))"
    rf"|(?:find\w*|found|receiv\w+|obtain\w*|lend\w*|lent|provid\w+)\s+(?:\w+\s+)?{_NOUN}(?!\s+(?:bias|of\s+expectations?))\b"
)
WORDS = (
    rf"(?:{_SUPPORT}|{_LENT}|confirm(?:s|ed|ing)?\b|accept(?:s|ed|ing)?\b|verif(?:y|ies|ied|ying)\b|validat(?:es?|ed|ing)\b|valid\b|corroborat(?:es?|ed|ing)\b|substantiat\w*|proved|proven|passe[sd]|pass|established|hold(?:s)?|held|upheld|retained"
    r"|true|tenable|sustained|b(?:ears?|orn?e|earing)\s+(?:this\s+|it\s+|them\s+|these\s+)?out|vindicat\w*|endorsed|significant\s+effect)"
)
# Words that judge only where a hypothesis is what they are said of: behind a form of `to be`, or right before its name.
_NAME = r"(?=(?:(?:the|our|both|all|these|this|any|either)\s+){0,2}(?:(?:research\s+)?hypothes|proposition|[hp]\s?\d))"
_STOP = r"(?=\W*(?:$|[.,;:()]|(?:and|but|while|whereas|though|although|by|in|for|with|as|at|since|because|throughout|here|too|again)\b))"
_BEING = r"\b(?:was|were|is|are|be|been|being|prove[sd]?|proven|turn(?:s|ed)\s+out|remain(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|stands?|stood)\s+(?:to\s+be\s+|as\s+)?(?:(?:\w+ly|also|thus|therefore|hence|both|all|again|well|only|in\s+part|not)\s+)*"
_GOOD = r"(?:correct|right|proven|demonstrated|fulfilled|met(?:\s+with\s+(?:\w+\s+)?support)?|satisfied|backed(?:\s+up)?|affirmed|ratified|maintained|adopted|kept|shown(?:\s+to\s+(?:hold|be\s+(?:true|correct)))?|evidenced|approved|justified|warranted|convincing|well-founded|plausible|favou?red|attained|reinforced)"
_BAD = r"(?:wrong|incorrect|false|untrue|mistaken|abandoned|given\s+up|dropped|dispro(?:ved|ven)|negated|overturned|ruled\s+out|unfounded|unproven|unconfirmed|unsubstantiated|unwarranted|contradicted|challenged|doubtful|questionable|lacking|missing|absent|ruled\s+out|cast\s+aside|withdrawn|declined|nullified|overruled)"
_LENDS = (
    rf"(?:back(?:s|ed|ing)?(?:\s+up)?|match(?:es|ed)?|favou?r(?:s|ed|ing)?|affirm(?:s|ed|ing)?|prov(?:es?|ed|en|ing)|retain(?:s|ed)?|maintain(?:s|ed)?|adopt(?:s|ed)?|uphold(?:s|ing)?|keep|"
    rf"demonstrat(?:es?|ed|ing)|echo(?:es|ed)?|buttress(?:es|ed|ing)?|bolster(?:s|ed|ing)?|reinforc(?:es?|ed|ing)|fits?|attest(?:s|ed)?\s+to|(?:lend\w*|lent|g[ia]ve[sn]?|giving|add(?:s|ed|ing)?)\s+(?:\w+\s+)?(?:credence|weight|credibility)\s+to)\s+{_NAME}"
)
_ENJOYS = (
    r"(?:withst(?:ands?|ood)\s+the|surviv(?:es?|ed)\s+the|st(?:ands?|ood)\s+up\s+to|stands\b(?=\W*(?:$|[.,;]))|held\s+up|holds?\s+up|hold\s+good|enjoy(?:s|ed)\s+(?:\w+\s+)?support"
    r"|(?:bore|bears?|borne)\s+(?:hypothes[ie]s\s+)?[hp]\s?\d\w*\s+out|support\s+(?:emerged|existed|came))"
)
_FAVOUR = rf"(?:in\s+favou?r\s+of\s+{_NAME}|(?:evidence|backing|credence|proof)\s+(?:(?:was|is|could\s+be)\s+(?:\w+\s+)?(?:found|obtained|provided|given)\s+)?(?:for|of|to|in\s+favou?r\s+of)\s+{_NAME})"
_GOOD_ONES = rf"(?:{_BEING}{_GOOD}{_STOP}|\b{_LENDS}|\b{_ENJOYS}|\b{_FAVOUR}|\b(?:was|were|is|are|be)\s+not\s+(?:reject|refut|falsif|disprov)\w+)"
_NEVER = r"\b(?:not|never|cannot|can't|no\s+longer|none|fail(?:s|ed|ing)?\s+to|unable\s+to|neither|nor|hardly|barely|no|little|without|scant|\w+n't)\s+(?:\w+\s+){0,3}?"
_BAD_ONES = (
    rf"(?:{_BEING}{_BAD}{_STOP}|\b(?:abandon(?:s|ed)?|drop(?:s|ped)?|give\s+up|gave\s+up|disprov(?:es?|ed|ing)|negat(?:es?|ed|ing)|overturn(?:s|ed)?|rul(?:es?|ed)\s+out|challeng(?:es?|ed|ing)|disagree[sd]?\s+with|"
    rf"oppos(?:es?|ed)|cast(?:s|ing)?\s+(?:\w+\s+)?doubts?\s+(?:up)?on|against|opposite\s+(?:to|of)(?:\s+that\s+(?:in|of|stated\s+in))?)\s+{_NAME}|\black(?:s|ed|ing)?\s+(?:\w+\s+){{0,2}}?(?:support|evidence|confirmation)|\bfalls(?=\W*(?:$|[.,;]))|\bcollapse[sd]\b"
    rf"|\bsupport\s+(?:for\s+[^.;]{{0,30}}?\s+)?(?:was|is|were)\s+(?:\w+ly\s+)?(?:lacking|missing|absent)|\bno\s+(?:\w+\s+){{0,2}}?hypothes[ie]s\s+(?:\S+\s+){{1,6}}?{WORDS}"
    rf"|{_NEVER}(?:be\s+|been\s+)?(?:{_GOOD}{_STOP}|{_LENDS}|{_ENJOYS}|{_FAVOUR}))"
)
# `cannot be rejected`, of a hypothesis that is no null hypothesis.
_SPARED = for_lower(
    r"\b(?:not|never|cannot|can't|could\s+not|fail(?:s|ed|ing)?\s+to|unable\s+to|no\s+(?:reason|grounds?)\s+to|\w+n't)\s+(?:(?:be|been|have|to|being|therefore|thus|\w+ly)\s+){0,3}?(?:reject|refut|falsif|disconfirm|disprov|dismiss|discard|abandon)\w*"
)
_NULL_OF = re.compile(  # `the null hypothesis of H1 was rejected`
    r"\bnull\s+hypothes[ie]s(?:\s+(?:of|for|in)\s+(?:[hp]\s?\d\w*|hypothes[ie]s\s+\d\w*))?\s+(?:(?:was|were|is|are|could|can|be|been|has|have|thus|therefore|also)\s+)*$"
)
_OF_NULL = re.compile(r"\s+(?:of\s+)?(?:the\s+)?null\s+hypothes[ie]s\b")  # `we reject the null hypothesis for H1`
_NULL = re.compile(r"\bnull\b|\bh0\b", re.IGNORECASE)
_NOT = for_lower(word_first(
    rf"{_BAD_ONES}|"
    r"\bnothing\s+came\s+of\b|\b(?:nothing|little|no\s+\w+)\b(?:,[^.;:,]{3,30},)?\s+(?:\w+\s+){0,3}?to\s+(?:bear\s+out|support|confirm|corroborate|back|substantiate|verify)\b|"
    r"\b(?:reject\w*|refut\w*|disconfirm\w*|unsupported|untenable|invalid|fail(?:s|ed|ing)?\b|falsif\w*|dismissed|discarded|"
    r"(?:not|never|no\s+longer)\s+(?:\w+\s+){0,4}?" + WORDS
    + r"|\bneither\b(?:\s+\S+){1,9}?\s+" + WORDS
    + r"|(?:no|lack\w*\s+of|little|without|neither|hardly\s+any|scant)\s+(?:\w+\s+){0,2}?(?:support|evidence|confirmation)|no\s+(?:statistically\s+)?significant\b|exceptions?\s+(?:is|was|are|were|being)\b|(?:is|was|being|are|were)\s+(?:the|an)\s+(?:(?:only|sole|single|notable)\s+)?exceptions?\b|none(?=\W*(?:$|[.,;]))|un(?:able|successful)\s+to\s+(?:confirm|support)|"
    r"(?:cannot|could\s+not|can\s+not)\s+(?!only\b|previously\b)(?:\w+ly\s+)?(?:be\s+)?(?:confirm|support|accept)\w*|"
    r"(?<!to )(?:h\s?\d{1,2}\w?|(?<!null )hypothes[ei]s(?:\s+\d{1,2}\w?)?)\)?\s+(?:cannot|could\s+not|can\s+not)\s+(?!only|previously)(?:\w+ly\s+)?be\s+(?:uph[eo]ld|verif|validat|retain|corroborat|substantiat|affirm)\w*(?!\s+without)|in(?:consistent|compatible|congruent)\s+with|not\s+(?:\w+\s+){0,2}?(?:consistent|compatible|congruent|in\s+(?:line|accordance|accord|agreement|keeping|conformity))\s+with|(?:did|does|do)\s+not\s+(?:\w+\s+)?agree\s+with|in\s+disagreement\s+with|(?:in\s+contrast|opposed)\s+to\s+(?=(?:\w+\s+){0,3}?(?:[HP]\s?\d|hypothes|predict|expect))|contra(?:ry\s+to|dict\w*)|none\s+of|did(?:\s+not|n't)\s+(?:\w+\s+){0,3}?(?:support|confirm|find)\w*|"
    r"(?:was|were|is|are)(?:n't)\s+" + WORDS + r"|does\s+not\s+hold|support\s+(?:was|is|could)\s+not|at\s+odds\s+with|(?:r[ua]ns?\s+)?counter\s+to(?!\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}(?:direct|indirect|total|zero-order|bivariate)\b)|conflicts?\s+with|speaks?\s+against|spoke\s+against|"
    r"ditolak|tidak\s+(?:ter|di)?(?:dukung|bukti|terima)\w*|rechaz\w+|rejeitad\w+|abgelehnt|verworfen|nicht\s+(?:best[äa]tigt|gest[üu]tzt|unterst[üu]tzt)|rejet[ée]e?s?|no\s+(?:se\s+)?(?:confirm|acept|apoy|soport)\w+|não\s+(?:\w+\s+)?(?:confirm|suport|apoi)\w+)"
    r"|(?:不成立|不支持|拒绝|未得到|没有得到|未通过|不显著)",
))  # fmt: skip
_PARTLY = for_lower(
    rf"{_BEING}(?:partial(?:ly)?|partly|in\s+part)\s+{_GOOD}{_STOP}|\bpartial\s+(?:evidence|confirmation|backing)\b|\bmet\s+with\s+(?:only\s+)?partial\s+support|"
    # `was supported for men but not for women`
    rf"\b{WORDS}\s+(?:only\s+)?(?:for|in|among|at|with|under)\s+(?!(?:hypothes|[hp]\s?\d))(?:[\w'’-]+,?\s+){{1,5}}?(?:but|and|though)\s+not\s+(?:for|in|among|at|with|under)\s+(?!(?:hypothes|[hp]\s?\d))|"
    # `holds in the north and fails in the south`
    rf"\b{WORDS}\s+(?:for|in|among|with|under)\s+(?!(?:hypothes|[hp]\s?\d))(?:[\w'’-]+,?\s+){{1,5}}?(?:but|and|though)\s+(?:\w+\s+)?(?:fail(?:s|ed)?|rejected|refuted)\s+(?:for|in|among|with|under)\s+(?!(?:hypothes|[hp]\s?\d))|"
    rf"\b(?:largely|mostly|mainly|broadly|in\s+the\s+main)\W+(?:though|but|if|although|albeit)\s+not\s+(?:entirely|fully|completely|wholly|in\s+full)\W+{WORDS}|"
    r"\b(?:only\s+(?:limited|some|modest|qualified)|limited)\s+(?:\w+\s+)?support\b|"
    # `is supported for the German sample only`
    rf"\b{WORDS}\s+(?:for|in|among|at|with|under)\s+(?!(?:hypothes|[hp]\s?\d))(?:[\w'’-]+\s+){{1,4}}only\b|"
    # `was supported at one of the two lags`, `the evidence for H2 was mixed`
    rf"\b(?:h\s?\d{{1,2}}\w?|hypothes[ei]s\s+\d{{1,2}}\w?)\)?\s+(?:was|is|were|are|has\s+been)\s+(?:\w+ly\s+|thus\s+|therefore\s+)?{WORDS}\s+(?:only\s+)?(?:in|for|at)\s+(?:only\s+|just\s+)?"
    r"(?:one|two(?!\D{1,14}two)|three(?!\D{1,14}three)|four|some|half|most)\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+)?(?:two|three|four|five|six)\s+"
    r"(?:\w+\s+){0,2}?(?:lags?|waves?|stud(?:y|ies)|samples?|groups?|countries|outcomes?|cases|models?|sites?|dimensions?|indicators?|measures?|facets?|subscales?|cohorts?|paths?|tests?)\b(?!\s+(?:and\s+h\s?\d|cited))|"
    r"\b(?<!previous )(?<!prior )(?<!earlier )(?<!past )(?:evidence|results?|support|findings?|picture)\s+(?:for|on|concerning|regarding)\s+(?:hypothes[ei]s\s+|h)\s?\d\w?\s+(?:was|were|is|are|proved)\s+(?:\w+\s+)?mixed\b(?!.*(?:support|confirm|literature|pilot))|"
    r"\b(?:partial(?:ly)?|partly|in\s+part)\b(?!\s+mediat)\s*(?:\w+\s+){0,2}?"
    + WORDS
    + r"|\bpartial(?:ly)?\s+support\w*|"
    + WORDS
    + r"\s+(?:only\s+)?(?:partial(?:ly)?|partly|in\s+part|(?:in|for)\s+(?:one|half|some|part)\s+of\s+(?:its|the)\s+(?:\w+\s+){1,3}only)\b|\bmixed\s+(?:support|evidence)\b|部分(?:支持|成立)"
    # `held only among the young`, `was only confirmed in the second wave`
    + r"|\b(?:"
    + WORDS
    + r"\s+only|only\s+"
    + WORDS
    + r")\s+(?:in|for|among|amongst|within|when|under|with)\s+(?!(?:the\s+)?(?:hypothes|case\s+of\s+H|[HP]\s?\d|part\b))",
)
_YES = for_lower(
    word_first(
        rf"{_GOOD_ONES}|"
        r"\b(?:"
        + WORDS
        + r")\b(?!\s+(?:the\s+)?(?:\w+\s+)?(?:findings?|results?|past|previous|prior|earlier|works?|stud(?:y|ies)|claims?|views?|arguments?|literature|notion|idea)\b)"
        r"|\b(?:consistent|in\s+line|in\s+accordance|in\s+accord|in\s+agreement|in\s+keeping|in\s+conformity|agree\w*|compatible|congruent)\s+with\b|\b(?:speaks?|spoke)\s+(?:for|in\s+favou?r\s+of)\b|\b(?:evidence|confirmation)\s+(?:for|of)\s+(?=[HP]\s?\d|hypothes)"
        r"|\b(?:diterima|terdukung|didukung|terbukti|acept(?:ada|ado|a)s?|confirmad[ao]s?|apoyad[ao]s?|suportad[ao]s?|best[äa]tigt|angenommen|confirmée?s?|validée?s?)\b"
        r"|(?:成立|得到支持|得到验证|得到证实|通过检验|支持|证实|验证|接受|印证)",
    )
)
AGAINST, FOR = _NOT, _YES  # both for texts in lower case
# Of each of the three, words of which one stands in whatever it matches.
_CUES = Cues()
_MAYBE_PARTLY = _CUES.bit(
    "part",
    "mixed",
    "only",
    "limited",
    "largely",
    "mostly",
    "mainly",
    "broadly",
    "the main",
    "部分",
    "but not",
    "and not",
    "though not",
    "fail",
    "reject",
    "refut",
    " of the ",
    " of two",
    " of three",
    " of four",
    " of five",
    " of six",
    " of our ",
    " of its ",
)
_MAYBE_NOT = _CUES.bit(
    *(
        "reject",
        "refut",
        "disconfirm",
        "unsupported",
        "untenable",
        "invalid",
        "fail",
        "falsif",
        "dismissed",
        "discarded",
    ),
    *("not", "never", "longer", "neither", "support", "evidence", "confirm", "significant", "exception", "unable"),
    *("incompatible", "incongruent", "disagree", "opposed"),
    *("unsuccessful", "inconsistent", "contra", "none", "n't", "odds", "counter", "conflict", "against", "ditolak"),
    *("tidak", "rechaz", "rejeitad", "abgelehnt", "verworfen", "nicht", "rejet", "acept", "apoy", "apoi", "soport"),
    *(
        "wrong",
        "incorrect",
        "false",
        "untrue",
        "mistaken",
        "abandon",
        "give",
        "drop",
        "dispro",
        "negated",
        "negat",
        "overturn",
        "ruled",
    ),
    *(
        "un",
        "rul",
        "challeng",
        "doubt",
        "question",
        "lack",
        "missing",
        "absent",
        "cast",
        "disagree",
        "oppos",
        "falls",
        "collapse",
        "no ",
    ),
    *(
        "cannot",
        "can't",
        "little",
        "without",
        "scant",
        "hardly",
        "barely",
        "withdrawn",
        "declined",
        "nullified",
        "overruled",
        "gave",
    ),
    *("suport", "不成立", "不支持", "拒绝", "未得到", "没有得到", "未通过", "不显著"),
)
_MAYBE_YES = _CUES.bit(
    *("support", "confirm", "accept", "verif", "valid", "corroborat", "substantiat", "prove", "pass", "established"),
    *("hold", "held", "retained", "true", "tenable", "sustained", "bear", "bor", "vindicat", "endorsed", "significant"),
    *("consistent", "line", "accord", "agree", "keeping", "conformity", "compatible", "congruent", "speak", "spoke"),
    *("evidence", "diterima", "dukung", "terbukti", "acept", "apoyad", "suportad", "bestätigt", "bestatigt"),
    *(
        "correct",
        "right",
        "demonstrat",
        "fulfilled",
        "met",
        "satisfied",
        "back",
        "affirm",
        "ratified",
        "maintain",
        "adopt",
        "kept",
        "keep",
        "shown",
    ),
    *(
        "approved",
        "justified",
        "warranted",
        "convincing",
        "well-founded",
        "plausible",
        "favour",
        "favor",
        "attained",
        "reinforc",
        "match",
        "proving",
    ),
    *(
        "retain",
        "uphold",
        "echo",
        "buttress",
        "bolster",
        "fit",
        "attest",
        "credence",
        "weight",
        "credibility",
        "withst",
        "surviv",
        "stand",
        "stood",
    ),
    *("enjoy", "emerged", "existed", "came", "proof"),
    *("angenommen", "成立", "得到", "通过检验", "支持", "证实", "验证", "接受", "印证"),
)
_ASKS = re.compile(
    r"\b(?:will\s+be|(?<!had\s)(?<!has\s)(?<!have\s)to\s+be|if|whether|would|should|could(?!\s+(?:also\s+|thus\s+|therefore\s+|not\s+)*be\s+\w+ed)|(?<!\bas\s)can\s+be(?=\s.*\b(?:if|when|unless|only\s+after|tested|examined|derived|formulated|stated|proposed)\b)(?!\s+(?:seen|read|inferred|taken|gathered)\b)|in\s+order\s+to|to\s+(?:test|verify|examine|support)|hypothesi[sz]ed?|propose[ds]?|we\s+(?:posit|predict|expect)|previous\s+(?:stud|research)\w*\s+\w*\s*support)\b",
    re.IGNORECASE,
)
_SIGNIFICANT = re.compile(
    r"^[\s,)\]]*(?:also\s+|both\s+|all\s+|however\s*,?\s+)*(?:was|were|is|are|proved|turned\s+out|came\s+out|remained)\s+(?:(?:both|all|also|however|found|to\s+be|statistically|highly|clearly|therefore|thus)\s+)*"
    r"(?P<no>not\s+(?:\w+\s+)?|in|non-?)?significant\b(?!\s+\w+ly|\s+(?:at|only)\s+\w+\s+\w+\s+(?:but|not))"
    r"|^[\s,)\]]*(?:(?:too|also|finally|in\s+contrast|however|though)[\s,]+)?(?P<found>(?:was|were)\s+(?:also\s+|indeed\s+)?(?:found|observed|detected|established))\s*(?=[.;,(]|$)"
    r"|^[\s,)\]]*(?P<absent>(?:did\s+not|failed\s+to)\s+(?:materiali[sz]e|emerge|show\s+up)|could\s+not\s+be\s+(?:found|detected|observed|replicated|shown))\b",
    re.IGNORECASE,
)


_NONE = re.compile(r"\b(?:no|neither|nor|nothing|hardly\s+any)\b")  # `no mediation by calm (H3) was found`


@settled
class Cue:
    """A judgement and where its words stand."""

    verdict: Verdict
    start: int
    end: int


def cue_of(clause: str, behind: int = 0) -> Cue | None:
    """The judgement of one clause; `behind` is where its last label ends.

    >>> cue_of("H1 was borne out").verdict, cue_of("H2 found no support").verdict, cue_of("social support rose")
    ('supported', 'not supported', None)
    """
    lower = in_lower(clause)
    maybe = _CUES.within(lower)
    if maybe & _MAYBE_PARTLY and (partly := _PARTLY.search(lower)):
        return Cue("partially supported", partly.start(), partly.end())
    if maybe & _MAYBE_NOT and (spared := _SPARED.search(lower)):
        return Cue("not supported" if _NULL.search(lower) else "supported", spared.start(), spared.end())
    if maybe & _MAYBE_NOT and (against := _NOT.search(lower)):
        if against[0].startswith("reject") and (
            _NULL_OF.search(lower, 0, against.start()) or _OF_NULL.match(lower, against.end())
        ):
            return Cue("supported", against.start(), against.end())
        return Cue("not supported", against.start(), against.end())
    if maybe & _MAYBE_YES and (yes := _YES.search(lower)):
        return Cue("supported", yes.start(), yes.end())
    plain = _SIGNIFICANT.match(clause[behind:]) if behind else None
    if plain:
        lacking = plain["no"] or plain["absent"] or (plain["found"] and _NONE.search(lower, 0, behind))
        told: Verdict = "not supported" if lacking else "supported"
        return Cue(told, behind + plain.start(), behind + plain.end())
    return None


def judges(lower: str) -> bool:
    """Whether any word of judgement stands in a text in lower case."""
    maybe = _CUES.within(lower)
    return bool((maybe & _MAYBE_YES and _YES.search(lower)) or (maybe & _MAYBE_NOT and _NOT.search(lower)))


_NOT_FOR = re.compile(
    r"\b(?:(?:not|n't)(?:\s+(?:the\s+case|true|so))?|none|(?:the\s+)?(?:opposite|reverse|contrary)\s+(?:was|is|were|holds|held|applies)(?:\s+(?:true|the\s+case))?)(?:\s+(?:for|of|with|in))?\s*(?:hypothes[ie]s\s*)?\W*$",
    re.IGNORECASE,
)


def left_out(clause: str, before: Cue, label: int = 0) -> Cue | None:
    """A judgement taken from the clause before: `whereas H2 was not`, `so was H3`, `nor was H4`, `but not for H5`.

    `label` is where the first label of the clause stands.
    """
    if before.verdict not in ("supported", "not supported"):
        return None
    turned_by = _NOT_FOR.search(clause[:label]) if label else None
    if turned_by and (before.verdict == "supported" or not turned_by[0].lower().startswith(("not", "none", "n't"))):
        opposite: Verdict = "not supported" if before.verdict == "supported" else "supported"
        return Cue(opposite, turned_by.start(), max(turned_by.end(), turned_by.start() + 1))
    unlike = re.search(r"\bthe\s+same\s+(?:cannot|can\s+not|could\s+not|can't)\s+be\s+said\b", clause, re.IGNORECASE)
    if unlike:
        turned_to: Verdict = "not supported" if before.verdict == "supported" else "supported"
        return Cue(turned_to, *unlike.span())
    same = re.search(
        r"\b(?:fares?|fared|did|does)\s+no\s+better\b|\b(?:so|as)\s+(?:was|were|is|are|did|does|do|has|have)\b|\b(?:likewise|similarly)\b|\bthe\s+same\s+(?:holds|applies|goes|is\s+true|was\s+true|held)\b|\b(?:too|as\s+well)\W*$",
        clause,
        re.IGNORECASE,
    )
    if same:
        return Cue(before.verdict, *same.span())
    nor = re.match(r"\W*nor\b", clause, re.IGNORECASE)
    if nor and before.verdict == "not supported":
        return Cue("not supported", *nor.span())
    turned = re.search(
        r"\b(?:was|were|is|are|did|does|do|has|have)(?P<no>(?:,?\s+however,?)?\s+not|n't)?\W*?(?:,\s*(?:meaning|suggesting|indicating|implying|which|as|since|because)\b.*|\W*)$",
        clause,
        re.IGNORECASE,
    )
    if turned is None or (before.verdict == "supported") != bool(turned["no"]):
        return None
    against: Verdict = "not supported" if turned["no"] else "supported"
    return Cue(against, *turned.span())


_TOLD = re.compile(r"\b(?:did\s+not|could\s+not|failed\s+to|found|shown?|results?|was|were|is|are)\b", re.I)


def only_asks(clause: str, cue: Cue) -> bool:
    """`to test whether H1 holds` judges nothing."""
    ask = _ASKS.search(clause)
    if ask and ask[0].lower() in ("whether", "if") and ask.start() < cue.start:
        return not _TOLD.search(clause[cue.end :])
    return ask is not None and ask.start() < cue.start and not _TOLD.search(clause[ask.end() :])
