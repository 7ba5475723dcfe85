"""The ways to say how many were asked, answered and analysed, as patterns with the words that each needs."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass

from evidence.read.prose.cues import Cues

__all__ = ["NEEDED", "RULES", "SORTS", "WANTED", "Rule"]

_N = r"(?P<n>\d(?:\d{0,2}(?:[,\s]\d{3})+|\d{1,6}))"  # its first digit apart: what begins with it is found at once
_PEOPLE = (
    r"(?:respondents?|participants?|responses?|questionnaires?|students?|users?|customers?|consumers?|employees?|teachers?|firms?|companies|samples?|"
    r"surveys?|answers?|individuals?|people|persons?|cases|observations?|tourists?|visitors?|residents?|adults?|managers?|subjects?|nurses?|patients?|organi[sz]ations?|"
    r"undergraduates?|citizens?|readers?|developers?|owners?|farmers?|enterprises?|businesses|professionals?|practitioners?|engineers?|physicians?|doctors?|clinicians?|librarians?|academics?|researchers?|"
    r"scholars?|drivers?|passengers?|travell?ers?|guests?|clients?|subscribers?|followers?|players?|gamers?|learners?|pupils?|graduates?|staff|executives?|leaders?|supervisors?|dyads?|teams?|couples?|parents?|mothers?|"
    r"youths?|donors?|voters?|investors?|retailers?|suppliers?|consultants?|accountants?|volunteers?|entrepreneurs?|freelancers?|officers?|"
    r"shoppers?|buyers?|workers?|data points|copies|replies|returns|forms?|households?|members?|viewers?|adolescents?|children|women|men)"
)
_ADJ = r"(?:[\w()'’./-]+\s+){0,5}?"
# People of any name, and not what a study counts besides.
_ASKED = (
    rf"(?:{_ADJ}{_PEOPLE}|(?!items|years|months|weeks|days|variables|questions|countr|studies|articles|factors|constructs|scales|"
    r"hypotheses|indicators|models|sites|cities)[a-z]+s)\b"
)
_USABLE = r"(?:valid|usable|qualified|effective|final|useful|eligible|retained|remaining|analy[sz]able|useable)"


@dataclass(frozen=True)
class Rule:
    """A way to say a size; `weight` orders the claims to be the analysed n."""

    name: str
    weight: float
    needs: tuple[str, ...]  # sorts of words, of each of which one stands in every match
    pattern: re.Pattern[str]  # for text in lower case


def _rule(name: str, weight: float, needs: str, pattern: str) -> Rule:
    return Rule(
        name,
        weight,
        tuple(needs.split()),
        re.compile(
            pattern.replace("~N", _N)
            .replace("~ASKED", _ASKED)
            .replace("~PEOPLE", _PEOPLE)
            .replace("~ADJ", _ADJ)
            .replace("~USABLE", _USABLE)
        ),
    )


RULES = (
    _rule("valid", 10, "people usable", r"~N\s+~ADJ~USABLE\s+~ADJ~PEOPLE"),
    _rule("valid", 10, "usable", r"~USABLE\s+(?:\w+\s+){0,3}(?:of|were|was|is|are|totall?ed|reached|n\s*=|=|:)\s*(?:a\s+total\s+of\s+)?~N(?!\s*%)"),
    _rule("valid", 10, "people judged", r"~N\s+~ADJ~PEOPLE\s+(?:were|was|are)\s+(?:\w+\s+){0,3}(?:~USABLE|used|analy[sz]ed|included|kept|considered\s+valid)"),
    _rule("valid", 9, "yield sized", r"(?:resulting|resulted|leaving|left|yield\w*|final|obtain\w*|retain\w*)\s+(?:in\s+|us\s+with\s+|with\s+)?(?:an?\s+|the\s+)?(?:\w+\s+){0,4}?(?:of\s+|sample\s+(?:size\s+)?(?:of|was|is|included|comprised|consisted\s+of)\s+)(?:a\s+total\s+of\s+)?~N\b(?!\s*%)"),
    _rule("valid", 9, "yield people", r"(?:resulting|resulted|leaving|left|yield\w*)\s+(?:in\s+|us\s+with\s+|with\s+)?(?:an?\s+|the\s+)?(?:total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("valid", 7.5, "people completed", r"~N\s+~ADJcompleted?\s+~ADJ~PEOPLE"),
    _rule("valid", 8, "people whole", r"(?:complete|usable|valid)\s+(?:data|responses|answers|information|records)\s+(?:\w+\s+){0,3}?(?:for|from|by|on)\s+~N\s+~ADJ~PEOPLE"),
    _rule("valid", 9, "foreign", r"~N\s+(?:cuestionarios|encuestas|respuestas|question[áa]rios|respostas|inqu[ée]ritos|kuesioner|responden)\s+(?:[a-zá-ú]+\s+){0,2}?(?:v[áa]lid[oa]s?|complet[oa]s?|valid|layak)"),
    _rule("n", 6, "muestra", r"(?:muestra|amostra|sampel|stichprobe|[ée]chantillon)\s+(?:[a-zá-ú]+\s+){0,3}?(?:de|von|sebanyak|adalah)\s+~N(?!\s*%)"),
    _rule("valid", 9, "left", r"(?:leaving|leaves|left)\s+(?:us\s+)?(?:with\s+)?(?:a\s+total\s+of\s+)?~N(?!\s*%)(?=\s+(?:for|to\s+be|in\s+the)\b|\s*[.,;:(])"),
    _rule("valid", 9, "remaining", r"\b(?:the|these|those)\s+(?:remaining|resulting|retained)\s+~N\s+(?:~ADJ)?[a-z]+s\b"),
    _rule("valid", 9, "analysis", r"\banalys[ie]s\s+(?:\w+\s+){0,3}?(?:based|conducted|performed|carried\s+out|run|done|rests?|draws?|drew|relies|relied)\s+(?:up)?on\s+(?:the\s+)?(?:(?:data|responses?|answers|questionnaires|replies|information|a\s+(?:final\s+)?sample)\s+(?:from|of|by)\s+)?(?:a\s+total\s+of\s+|(?:the|these|those|all)\s+)?~N(?!\s*%)"),
    _rule("valid", 9, "analysis", r"\banalys[ie]s\s+(?:[a-z]+ly\s+|therefore\s+|thus\s+|then\s+|below\s+|here\s+)?(?:concerns?|concerned|covers?|covered|includes?|included|compris\w+|uses?|used|(?:is|was|were|are)\s+(?:limited|restricted|confined)\s+to)\s+(?:the\s+|a\s+total\s+of\s+|all\s+)?~N(?!\s*%)\s+~ASKED"),
    _rule("valid", 9, "used", r"\banaly[sz](?:ed|e|ing)\s+(?:the\s+|all\s+)?(?:data|responses?|answers|questionnaires|replies|information)\s+(?:from|of|by)\s+(?:the\s+|these\s+|all\s+|a\s+total\s+of\s+)?~N\s+~ASKED"),
    _rule("valid", 8, "used", r"~N\s+(?:were|was)\s+(?:\w+\s+){1,4}(?:and|or)\s+(?:used|analy[sz]ed|retained|kept)"),
    _rule("n", 5, "people answered", r"~N\s+~ADJ~PEOPLE\s+(?:\w+\s+)?(?:took\s+part|participated|responded|answered|replied|agreed\s+to\s+(?:take|participate)|filled\s+in|completed)"),
    _rule("n", 5, "answered", r"~N\s+[a-z]+s\s+(?:[a-z]+\s+){0,5}?(?:took\s+part|participated)\b"),
    _rule("valid", 9, "kept", r"~N\s+(?:~ADJ~PEOPLE\s*|[a-z-]+s\s+)?(?:\([^()]{1,30}\)\s*)?(?:(?:were|was|are|have\s+been|being|could\s+be)\s+(?:\w+\s+){0,2}(?:retained|kept|usable|valid|suitable|fit\s+for|available|entered|used\s+(?:for|in)|analy[sz]ed|included\s+in\s+the\s+(?:\w+\s+)?(?:analys|sample|study))|could\s+(?:\w+\s+)?be\s+(?:used|analy[sz]ed|evaluated|included|processed|considered\s+(?:for|in|valid|usable))\b|remain(?:ed)?\b|(?:were|was)\s+left\b(?!\s+(?:blank|out|empty|un))|entered\s+the\s+analys)"),
    _rule("valid", 9, "people kept", r"(?:responses?|questionnaires?|sample|data|answers|surveys?)\s+(?:from|of|by)\s+~N\s+~ADJ~PEOPLE\s+(?:(?:were|was|are|form\w*|constitut\w+|provid\w+|serv\w+|mak\w+)\s+)(?:\w+\s+){0,3}?(?:used|analy[sz]ed|basis|retained|usable|valid|sample)"),
    _rule("valid", 9, "people usable", r"~USABLE\s+(?:~ADJ)?~PEOPLE\s+(?:numbered|came\s+to|amounted\s+to|stood\s+at)\s+~N"),
    _rule("valid", 9, "people usable", r"(?:number|count|total)\s+of\s+(?:\w+\s+){0,2}?~USABLE\s+~PEOPLE\s+(?:was|is|to|of|being|came\s+to|reached)\s+~N"),
    _rule("valid", 9, "brought", r"(?:brought|reduced|reducing|bringing|narrowed|narrowing|ended\s+up)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:to|with|at)\s+~N(?!\s*%)(?=\s+~ADJ~PEOPLE|\s*[.,;(])"),
    _rule("valid", 9, "given", r"(?:giving|gave|giv\w+|produc\w+|provid\w+)\s+(?:an?\s+|us\s+)?(?:\w+\s+){0,3}?(?:[Nn]|sample(?:\s+size)?)\s+of\s+~N(?!\s*%)"),
    _rule("valid", 9, "有效", r"~N\s*份?有效(?:问卷|样本)"),
    _rule("valid", 9, "有效", r"有效(?:问卷|样本)\D{0,8}?~N\s*份?"),
    _rule("valid", 10, "leaving", r"(?:of\s+(?:which|these|them|those)|leaving),?\s+~N(?=\s+(?:\w+\s+){0,2}~USABLE|\s+(?:were|was|are)\s+(?:\w+\s+){0,2}(?:~USABLE|used|analy[sz]ed|retained|kept))"),
    _rule("collected", 0, "came", r"~N\s+(?:\w+\s+)?(?:came\s+back|were\s+(?:returned|received|recovered|collected))\b"),
    _rule("distributed", 0, "people out", r"(?:of\s+)?(?:the\s+)?~N\s+~PEOPLE\s+(?:that\s+were\s+|which\s+were\s+)?(?:handed|given|sent|mailed)\s+out"),
    _rule("n", 8, "final", r"\bfinal\s+(?:sample|data\s*set|dataset)\D{0,40}?~N\b(?!\s*%)"),
    _rule("n", 7, "sample", r"\b(?:sample\s+(?:size\s+)?(?:thus\s+|therefore\s+|then\s+|hence\s+|finally\s+)?(?:of|was|is|consist\w*\s+of|compris\w*|includ\w*|contain\w*)|(?:sample|participants|respondents|subjects)\s+(?:were|was|are|included|consisted\s+of|comprised)|survey\s+(?:of|with))\s+(?:a\s+total\s+of\s+)?~N\b(?!\s*(?:%|years|items|points))"),
    _rule("n", 7, "sample", r"\bsample\s+size\s+(?:of|for|in)\s+(?:the|this|our)\s+(?:\w+\s+){0,2}?(?:study|survey|analys[ie]s|research|sample)\s+(?:is|was|=)\s+~N\b(?!\s*%)"),
    _rule("n", 6, "data people", r"(?:collected|gathered|obtained|received|drew|drawn)\s+(?:\w+\s+){0,3}?(?:data|responses|answers|information)\s+(?:\w+\s+)?from\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("n", 7, "n=", r"(?<![A-Za-z])[Nn]\s*=\s*~N\b(?!\.\d)"),
    _rule("n", 6, "data", r"\b(?:data|responses|surveys|questionnaires|information)\s+(?:\w+\s+){0,4}?(?:collected|gathered|obtained|received|completed|delivered|administered|returned|relating|referring)\s+(?:from|by|to)\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("n", 6, "data", r"\b(?:data|responses|answers)\s+(?:\w+\s+){0,3}?(?:collected|gathered|obtained)\s+from\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ[a-z]+s\b"),
    _rule("n", 5, "taken people", r"\b(?:total\s+of|surveyed|(?:completed|answered|filled\s+(?:in|out)|returned)\s+by|delivered\s+to|participat\w+|on)\s+~N\s+~ADJ~PEOPLE"),
    _rule("n", 5.5, "asked", r"\b(?:we|authors?|study|interviewers|researchers)\s+(?:\w+\s+){0,2}?(?:surveyed|interviewed|polled|followed|sampled|recruited|studied|assessed)\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ[a-z]+s\b"),
    _rule("n", 5, "study people", r"\b(?:study|survey|panel|cohort|investigation)\s+(?:of|with|among|in)\s+~N\s+~ADJ~PEOPLE"),
    _rule("n", 5, "answered", r"~N\s+(?:took\s+part|participated)\b"),
    _rule("n", 5, "answered", r"(?:answered|completed|filled\s+(?:in|out))\s+by\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ[a-z]+s\b"),
    _rule("valid", 9, "interviews completed", r"~N\s+(?:questionnaires|responses|surveys|forms|answers|replies|interviews)\s+(?:were|was)\s+(?:\w+\s+){0,2}complete\b"),
    _rule("distributed", 0, "invited", r"\bof\s+(?:the\s+|all\s+)?~N\s+(?:~ADJ)?(?:eligible|invited|approached|contacted|registered|potential)\s+[a-z]+s?,"),
    _rule("collected", 6, "took people", r"(?:the|all)\s+~N\s+(?:returned|collected|received|completed|recovered)\s+~ADJ~PEOPLE"),
    _rule("n", 3, "told", r"~N\s+~ADJ(?:respondents|participants|responses|students|questionnaires|samples)\b"),
    _rule("distributed", 0, "people sent", r"~N\s+~ADJ~PEOPLE\s+(?:\w+\s+){0,3}(?:distributed|sent|mailed|e-?mailed|issued|administered|handed|delivered)\b"),
    _rule("distributed", 0, "people sent", r"(?:distribut\w+|sent|mailed|issued|handed)\s+(?:out\s+)?(?:a\s+total\s+of\s+)?(?:to\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("collected", 0, "people returned", r"~N\s+~ADJ~PEOPLE\s+(?:\w+\s+){0,3}(?:collected|returned|received|recovered|retrieved|gathered|obtained)\b"),
    _rule("collected", 0, "people returned", r"(?:collected|received|recovered|gathered|returned|obtained)\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("n", 12, "studies sums", r"\b(?:across|over|in|from)\s+(?:(?:the\s+|all\s+)?(?:two|three|four|five)|both|all)\s+(?:studies|samples)\b[^.;\d]{0,80}?\b(?:total|overall|combined|pooled)\b[^.;\d]{0,40}?~N(?!\s*%)"),
    _rule("n", 12, "studies sums", r"\b(?:total\s+of|total\s+sample\s+of|combined|total\s+n\s*=)\s+~N\s+(?:~ADJ~PEOPLE\s+)?(?:\w+\s+){0,3}?(?:across|over|in)\s+(?:(?:the\s+|all\s+)?(?:two|three|four|five)|both|all)\s+(?:studies|samples)\b"),
)  # fmt: skip
NEEDED: dict[str, tuple[str, ...]] = {
    "people": (
        *("respondent", "participant", "response", "questionnaire", "student", "user", "customer", "consumer", "employee"),
        *("teacher", "firm", "companies", "sample", "survey", "answer", "individual", "people", "person", "cases"),
        *("observation", "tourist", "visitor", "resident", "adult", "manager", "subject", "nurse", "patient", "organi"),
        *("undergraduate", "citizen", "shopper", "reader", "developer", "owner"),
        *("farmer", "enterprise", "business", "professional", "practitioner", "engineer", "physician", "doctor", "clinician"),
        *("librarian", "academic", "researcher", "scholar", "driver", "passenger", "travel", "guest", "client", "subscriber"),
        *("follower", "player", "gamer", "learner", "pupil", "graduate", "staff", "executive", "leader", "supervisor", "dyad"),
        *("team", "couple", "parent", "mother", "youth", "donor", "voter", "investor", "retailer", "supplier", "consultant"),
        *("accountant", "volunteer", "entrepreneur", "freelancer", "officer", "buyer", "worker", "data points", "copies", "replies", "return", "form"),
        *("household", "member", "viewer", "adolescent", "children", "women", "men"),
    ),
    "usable": (
        *("valid", "usable", "qualified", "effective", "final", "useful", "eligible", "retained", "remaining"),
        *("analy", "useable"),
    ),
    "judged": (
        *("valid", "usable", "qualified", "effective", "final", "useful", "eligible", "retained", "remaining"),
        *("analy", "useable", "used", "included", "kept"),
    ),
    "yield": ("resulting", "resulted", "leaving", "left", "yield", "final", "obtain", "retain"),
    "sized": ("of", "sample"),
    "leaving": ("leaving", "which", "these", "them", "those"),
    "kept": (
        *("retained", "kept", "usable", "used", "valid", "suitable", "fit", "available", "entered", "analy", "included"),
        *("remain", "basis", "sample", "left", "evaluated", "processed", "considered"),
    ),
    "asked": ("surveyed", "interviewed", "polled", "followed", "sampled", "recruited", "studied", "assessed"),
    "study": ("study", "survey", "panel", "cohort", "investigation"),
    "interviews": ("interviews", "questionnaire", "response", "survey", "form", "answer", "replies"),
    "invited": ("eligible", "invited", "approached", "contacted", "registered", "potential"),
    "used": ("used", "analy", "retained", "kept"),
    "completed": ("complete",),
    "whole": ("complete", "usable", "valid"),
    "foreign": ("cuestionarios", "encuestas", "respuestas", "question", "respostas", "inqu", "kuesioner", "responden"),
    "muestra": ("muestra", "amostra", "sampel", "stichprobe", "chantillon"),
    "left": ("leaving", "leaves", "left"),
    "remaining": ("remaining", "resulting", "retained"),
    "analysis": ("analysis", "analyses"),
    "answered": ("part", "responded", "answered", "replied", "agreed", "filled", "completed"),
    "brought": ("brought", "reduc", "bringing", "narrow", "ended"),
    "given": ("giv", "gave", "produc", "provid"),
    "returned": ("came", "return", "receiv", "recover", "collect", "retriev", "gather", "obtain"),
    "came": ("came", "returned", "received", "recovered", "collected"),
    "told": ("respondents", "participants", "responses", "students", "questionnaires", "samples"),
    "out": ("out",),
    "final": ("final",),
    "sample": ("sample", "participants", "respondents", "subjects", "survey"),
    "n=": ("=",),
    "data": ("data", "responses", "surveys", "questionnaires", "information", "answers"),
    "taken": ("total", "surveyed", "completed", "answered", "filled", "returned", "delivered", "participat", "on"),
    "took": ("return", "collected", "received", "completed", "recovered"),
    "studies": ("studies", "samples"),
    "sums": ("total", "overall", "combined", "pooled"),
    "sent": ("distribut", "sent", "mail", "issued", "administered", "handed", "delivered"),
    "有效": ("有效",),
}  # fmt: skip
SORTS = Cues()
_BITS = {sort: SORTS.bit(*words) for sort, words in NEEDED.items()}
WANTED = tuple((sum(_BITS[sort] for sort in set(rule.needs)), rule) for rule in RULES)  # the bits that a rule needs
