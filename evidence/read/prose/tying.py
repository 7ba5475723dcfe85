"""The words that tie two constructs, by what stands on which side of them: `A raises B`, `B rests on A`, `the link of A to B`.

Vocabulary only; `roles` knows what to do with it. Verbs are listed by their stem: what they end in is their grammar.
"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.lowered import for_lower

__all__ = ["ARROW", "BE", "HEADED", "JUDGED", "NOMINAL", "PREDICATE", "RANKING"]

_STEMS = (
    "affect|alleviat|amplif|augment|bolster|boost|caus|compromis|constrain|creat|curb|dampen|decreas|deepen|depress|determin|deter|diminish|discourag|driv|drov|eas|elevat|"
    "elicit|encourag|engender|enhanc|erod|evok|exacerbat|explain|facilitat|foster|fuel|generat|harm|heighten|hinder|hamper|impair|imped|impact|improv|increas|induc|influenc|"
    "inhibit|intensif|jeopardi[sz]|lessen|limit|lower|mitigat|motivat|nurtur|predict|prompt|promot|rais|reduc|restrain|restrict|shap|spark|spur|stimulat|strengthen|suppress|"
    "sustain|trigger|undermin|weaken|worsen"
)
_AUXILIARY = r"(?:will|would|can|could|may|might|should|does|do|did|has|have|had|to|cannot)"
_HOW = (
    r"(?:not|also|both|all|each|too|only|again|still|thereby|thus|then|likewise|even|just|no\s+longer|in\s+turn|in\s+part|once\s+more|almost|hardly|barely|neither|either|significantly|"
    r"(?!(?:family|supply|reply|elderly|anomaly)\b)\w{2,}ly)"
)
BE = r"(?:is|are|was|were|be|been|being|remain(?:s|ed)?|proved?|proves|turned\s+out|appear(?:s|ed)?|seem(?:s|ed)?|prove[ds]?)(?:\s+to\s+be)?"
_TENDS = r"(?:(?:fail|tend|help|seem|appear|serve|continue|need|manage)(?:s|ed)?(?:\s+to)?)"
_BEFORE = rf"(?:(?:{_AUXILIARY}|{_TENDS}|{_HOW}(?:,?\s+(?:and|but|yet)(?=\s+(?:\w+\s+)?\w+ly\b))?)\s*,?\s+)*"

# What one construct has, exerts or shows upon another.
_NOUN = (
    r"(?:effects?|influences?|impacts?|relationships?|relations?|associations?|correlations?|links?|linkages?|connections?|ties?|contributions?|roles?|part|bearing|say|weight|power|"
    r"(?:path\s+|regression\s+|structural\s+)?(?:coefficients?|weights?|paths?)|significance|importance|relevance|value|one|none)"
)
_HAVING = (
    r"(?:ha(?:s|ve|d|ving)|exert(?:s|ed|ing)?|show(?:s|ed|n|ing)?|play(?:s|ed)?|carr(?:y|ies|ied)|keeps?|kept|retain(?:s|ed)?|exhibit(?:s|ed)?|display(?:s|ed)?|demonstrat(?:es?|ed)|"
    r"possess(?:es|ed)?|yield(?:s|ed)?|makes?|made|holds?|held|bears?|bore|reveal(?:s|ed)?|gain(?:s|ed)?|maintain(?:s|ed)?|produc(?:es?|ed)|takes?|took|preserv(?:es?|ed)|los(?:es?|t))"
)
_QUALITY = r"(?:[\w’'-]+(?:\s*,)?\s+){0,7}?"
_ON = r"(?:up)?on|over|to|towards?|with|in\s+(?:predicting|explaining|determining|shaping|driving)|in\s+(?:the\s+)?(?:equation|model|regression|prediction|explanation)\s+(?:for|of)|in|for"
_TIED = r"(?:inter)?(?:un)?(?:related|associated|linked|tied|connected|correlated|coupled|bound\s+up)"
_APT = r"(?:conducive|detrimental|beneficial|harmful|important|crucial|decisive|essential|relevant|irrelevant|vital|critical|central|key|instrumental|indispensable|unimportant|immaterial|inimical)"
_FORE = r"(?:predictors?|determinants?|antecedents?|drivers?|causes?|correlates?|precursors?|barriers?|obstacles?|sources?|contributors?|inhibitors?|enablers?|influences?|factors?|lever|deterrents?|impediments?|catalysts?|promoters?)"

ARROW = re.compile(r"\s*(?:→|⇒|-{1,2}>)\s*")
# The first construct does something to the second, with a preposition or without.
_ACTS = (
    rf"{_HAVING}\s+{_QUALITY}{_NOUN}\s+(?:{_ON})",
    rf"{BE}\s+(?:{_HOW}\s+|\w+\s+(?=and\b|but\b)|and\s+|but\s+){{0,5}}?{_TIED}\s+(?:both\s+|only\s+|either\s+|neither\s+|not\s+only\s+)?(?:to|with)",
    rf"{BE}\s+(?:{_HOW}\s+|more\s+|most\s+|very\s+){{0,3}}{_APT}\s+(?:to|for|in)",
    rf"(?:{BE}|act(?:s|ed)?\s+as|serv(?:es?|ed)\s+as|emerg(?:es?|ed)\s+as|constitut(?:es?|ed)|represent(?:s|ed)?|form(?:s|ed)?)\s+(?:not\s+|no\s+|an?\s+|the\s+|one\s+of\s+the\s+|{_HOW}\s+)*{_QUALITY}{_FORE}\s+(?:of|for|to|behind|in)",
    rf"{BE}\s+(?:the|a|one)\s+(?:\w+\s+)?(?:factor|variable|construct|predictor|one)\s+(?:with|that\s+ha[sd]|having|exerting|that\s+exert(?:s|ed))\s+(?:the\s+|an?\s+)?(?:\w+\s+){{0,2}}(?:influence|effect|impact)\s+on",
    rf"{BE}\s+(?:{_HOW}\s+)*(?:predictive\s+of|responsible\s+for|indicative\s+of)",
    r"(?:leads?|led|leading|contribut(?:es?|ed|ing)|add(?:s|ed)?|giv(?:es?|ing)\s+rise|gave\s+rise|relat(?:es?|ed)|matter(?:s|ed)?|correspond(?:s|ed)?)(?:\s+\w+ly)?\s+(?:to|for)",
    r"(?:result(?:s|ed)?(?:\s+\w+ly)?\s+in|translat(?:es?|ed)(?:\s+\w+ly)?\s+into|feeds?\s+into|fed\s+into|bears?\s+(?:up)?on|bore\s+(?:up)?on|act(?:s|ed)\s+(?:up)?on|imping(?:es?|ed)\s+(?:up)?on|detract(?:s|ed)\s+from|carr(?:y|ies|ied)\s+over\s+(?:in)?to|spill(?:s|ed)?\s+over\s+(?:in)?to|work(?:s|ed)?\s+against|(?:ac)?count(?:s|ed)?\s+(?:for|towards?)|brings?\s+about|brought\s+about)",
    r"(?:(?:go(?:es)?|went)\s+(?:hand\s+in\s+hand\s+|along\s+|together\s+)?with|co-?varie[sd]\s+with|co-?vary\s+with|correlat(?:es?|ed|ing)\s+(?:\w+ly\s+)*with|coincid(?:es?|ed)\s+with|(?:comes?|came)\s+with)",
    rf"(?:{_STEMS})(?:es|s|ed|ies|ied|ove)",
)
# The second construct does something to the first.
_PASSIVE = (
    rf"{BE}\s+(?:{_HOW}\s+|most\s+|more\s+|best\s+){{0,4}}(?:(?:{_STEMS})(?:ed|en|ied|d)|driven|followed\s+up|brought\s+about|fed)\s+(?:(?:most\s+)?{_HOW}\s+|most\s+|best\s+|mainly\s+|above\s+all\s+){{0,3}}by",
    rf"(?:can|could|may|might)\s+be\s+(?:{_HOW}\s+)*(?:predicted|explained|inferred)\s+(?:from|by)|{BE}\s+(?:{_HOW}\s+)*predicted\s+from",
    rf"{BE}\s+(?:{_HOW}\s+)*(?:an?\s+|the\s+)?(?:\w+\s+)?(?:function|consequence|result|outcome|product)\s+of",
    rf"{BE}\s+(?:{_HOW}\s+)*(?:due|owing|attributable|sensitive|responsive|subject)\s+to",
    r"(?:depend(?:s|ed)?|hing(?:es?|ed)|rest(?:s|ed)?|reli(?:es|ed)|rely)\s+(?:\w+ly\s+|above\s+all\s+)?(?:up)?on",
    r"(?:go(?:es)?|went|trac(?:es?|ed)|dat(?:es?|ed))\s+back\s+to|(?:stem(?:s|med)?|result(?:s|ed)?|aris(?:es?)|arose|deriv(?:es?|ed)|follow(?:s|ed)?|benefit(?:s|ed|ted)?|profit(?:s|ed)?|suffer(?:s|ed)?|flow(?:s|ed)?|spr(?:ings?|ang))\s+(?:\w+ly\s+)?(?:from|under)|(?:respond(?:s|ed)?|react(?:s|ed)?)\s+(?:\w+ly\s+)?to|ow(?:es?|ed)\s+\w+\s+to",
    r"(?:r(?:i|o)ses?|grows?|grew|falls?|fell|increas(?:es?|ed)|decreas(?:es?|ed)|declin(?:es?|ed)|drops?|dropped|climb(?:s|ed)|sank|sinks?)\s+(?:\w+ly\s+)?(?:with|as\s+a\s+function\s+of)",
)
PREDICATE = for_lower(
    rf"(?:(?<=\s)|^)(?P<how>{_BEFORE})(?:(?P<passive>{'|'.join(_PASSIVE)})|(?P<active>{'|'.join(_ACTS)})"
    rf"|(?P<base>(?:(?<=\s)|^)(?:{_STEMS})(?:e|y)?))(?=\s)"
)
# `the (standardized) effect of`, `the path from`; what follows parts in two at another preposition.
NOMINAL = re.compile(
    r"^(?:(?P<said>.*?\b(?:found|finds?|is|was|were|are|show(?:s|ed|n)?|reveal(?:s|ed)?|indicat(?:es?|ed)|confirm(?:s|ed)?|support(?:s|ed)?|there|observed?|obtain(?:s|ed)?|estimated|emerg(?:es?|ed)|yield(?:s|ed)?|regarding|concerning|for|as\s+to)\s+))?"
    r"(?:the\s+|an?\s+|that\s+|no\s+|this\s+|any\s+)*(?:(?!of\b|and\b|on\b|to\b|by\b|which\b)[\w’'-]+\s+){0,5}?(?P<noun>effects?|influences?|impacts?|relationships?|relations?|associations?|correlations?|links?|linkages?|connections?|contributions?|paths?|routes?|slopes?|estimates?|coefficients?|weights?|sample\s+(?:values?|estimates?)|dependence)(?:\s+(?:was|were|is|are|could\s+be)(?:\s+(?:not|that|those|the\s+one))?(?:\s+(?:found|observed|obtained|detected|seen|established|discernible|evident))?)?"
    r"(?:\s+(?:coefficients?|values?|weights?|estimates?))?\s+(?P<first>of|between|from|for|linking|connecting|leading\s+from|running\s+from|(?:that\s+)?(?:led|runs?|ran|leads?|goes|went)\s+from|relating|joining)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
# `Significant predictors of joy were crust`, `Among the drivers of joy, crust`.
HEADED = re.compile(
    rf"^(?:(?:the|an?|as|of|among|both)\s+)*(?:[\w-]+\s+){{0,4}}?{_FORE}\s+(?:of|for|behind)\s+(?P<b>[^,;:]+?)\s*(?:\s(?:was|were|is|are|includes?|included)\s+|[,:]\s+)(?P<a>\S.*)$",
    re.IGNORECASE,
)
# What follows a relation and judges it.
JUDGED = re.compile(
    rf"(?:^|\s)(?:(?:which|that)\s+)?(?:{BE}|was|were|became|become[s]?|stayed|reach(?:es|ed)|attain(?:s|ed)|fail(?:s|ed)|fell|falls|lies?|lay|stands?|stood|came|comes|amount(?:s|ed)|equal(?:s|led|ed)?|did|does|do|has|had|have|receiv(?:es?|ed)|found|miss(?:es|ed)|just\s+miss(?:es|ed)|turn(?:s|ed)|hold(?:s)?|held|also|not)\b(?!\s+{_TIED}).*$",
    re.IGNORECASE,
)
RANKING = re.compile(
    r"\b(?:strongest|largest|greatest|highest|biggest|best|main|chief|foremost|dominant|primary|major|most\s+(?:\w+\s+)?\w+)\s+(?:\w+\s+){0,2}?"
    rf"(?:{_FORE}|{_NOUN})\b",
    re.IGNORECASE,
)
