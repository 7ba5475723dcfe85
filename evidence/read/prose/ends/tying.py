"""Effects named by a noun (`the link of A to B`, `significant predictors of B`), and the words that judge or rank them.

Verbs are no concern of this module: `predication` finds them. The nouns are those of `predicates`.
"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.relations.predicates import COMPLEMENTS, HELD, any_of

__all__ = ["ARROW", "HEADED", "JUDGED", "NOMINAL", "RANKING"]

_FORE = any_of(noun for noun, frame in COMPLEMENTS.items() if not frame.back)
_TIED = r"(?:inter)?(?:un)?(?:related|associated|linked|tied|connected|correlated|coupled|bound\s+up)"
_BE = r"(?:is|are|was|were|be|been|being|remain(?:s|ed)?|proved?|proves|turned\s+out|appear(?:s|ed)?|seem(?:s|ed)?|prove[ds]?)(?:\s+to\s+be)?"

ARROW = re.compile(r"\s*(?:→|⇒|-{1,2}>)\s*")
# `the (standardized) effect of`, `the path from`; what follows parts in two at another preposition.
NOMINAL = re.compile(
    r"^(?:(?P<said>.*?\b(?:found|finds?|is|was|were|are|show(?:s|ed|n)?|reveal(?:s|ed)?|indicat(?:es?|ed)|confirm(?:s|ed)?|support(?:s|ed)?|there(?:\s+(?:is|was|are|were|exist(?:s|ed)?))?|observed?|obtain(?:s|ed)?|estimated|emerg(?:es?|ed)|yield(?:s|ed)?|regarding|concerning|for|as\s+to)\s+))?"
    r"(?:the\s+|an?\s+|that\s+|no\s+|this\s+|any\s+)*(?:(?!of\b|and\b|on\b|to\b|by\b|which\b)[\w’'-]+\s+|(?:and|but|yet)\s+(?=(?:[\w-]+\s+){1,2}(?:effects?|influences?|impacts?|relation|association|links?|paths?)\b)){0,6}?(?P<noun>effects?|influences?|impacts?|relationships?|relations?|associations?|correlations?|links?|linkages?|connections?|contributions?|paths?|routes?|slopes?|estimates?|coefficients?|weights?|sample\s+(?:values?|estimates?)|dependence)(?:\s+(?:was|were|is|are|could\s+be)(?:\s+(?:not|that|those|the\s+one))?(?:\s+(?:found|observed|obtained|detected|seen|established|discernible|evident))?)?"
    r"(?:\s+(?:coefficients?|values?|weights?|estimates?))?\s+(?P<first>of|between|from|for|linking|connecting|leading\s+from|running\s+from|(?:that\s+)?(?:led|runs?|ran|leads?|goes|went)\s+from|relating|joining)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
# `Significant predictors of joy were crust`, `Among the drivers of joy, crust`.
HEADED = re.compile(
    rf"^(?:(?:the|an?|as|of|among|both)\s+)*(?:[\w-]+\s+){{0,4}}?{_FORE}\s+(?:of|for|behind)\s+(?P<b>[^,;:]+?)\s*(?:\s(?:was|were|is|are|includes?|included|(?:turned\s+out|proved|appeared|seems|seemed)\s+to\s+be|emerged\s+as)\s+|[,:]\s+)(?P<a>\S.*)$",
    re.IGNORECASE,
)
# What follows a relation and judges it.
JUDGED = re.compile(
    rf"(?:^|\s)(?:(?:which|that)\s+)?(?:{_BE}|was|were|became|become[s]?|stayed|reach(?:es|ed)|attain(?:s|ed)|fail(?:s|ed)|fell|falls|lies?|lay|stands?|stood|came|comes|amount(?:s|ed)|equal(?:s|led|ed)?|did|does|do|has|had|have|receiv(?:es?|ed)|found|miss(?:es|ed)|just\s+miss(?:es|ed)|turn(?:s|ed)|dropped|hold(?:s)?|held|also|not)\b(?!\s+{_TIED}).*$",
    re.IGNORECASE,
)
RANKING = re.compile(
    r"\b(?:strongest|largest|greatest|highest|biggest|best|main|chief|foremost|dominant|primary|major|most\s+(?:\w+\s+)?\w+)\s+(?:\w+\s+){0,2}?"
    rf"(?:{_FORE}|{any_of(HELD)})\b",
    re.IGNORECASE,
)
