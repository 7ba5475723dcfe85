"""Which words are one word: families, spelling, and the words that seldom carry the meaning of a construct's name.

The lists are of English survey research; a language of its own would be a module of its own.
"""

import re
from functools import lru_cache

__all__ = [
    "ACTORS", "BESIDE_THEM", "FAMILIES", "FILLERS", "OF_RESPONDENTS", "REFERENTS", "SETTINGS", "word", "words_in",
]  # fmt: skip


def words_in(text: str) -> frozenset[str]:
    """The words of a list written as a line."""
    return frozenset(text.split())


# One word stands for its family: authors choose freely among these, and no two constructs differ by them alone.
FAMILIES = {
    "intention": "intention intent intentions intend willingness willing readiness plan desire",
    "behaviour": "behaviour behavior behavioural behavioral behaviours behaviors acts",
    "use": "use usage using uses used utilisation utilise utilising",
    "purchase": "purchase purchasing purchases purchased buy buying shop shopping",
    "repurchase": "repurchase repurchasing rebuy rebuying",
    "continuance": "continuance continue continued continuous continuing continual sustained continuity",
    "discontinuance": "discontinuance discontinue discontinued discontinuous discontinuing",
    "adoption": "adoption adopt adopting",
    "recommend": "recommend recommendation recommending recommendations",
    "revisit": "revisit revisiting return returning",
    "visit": "visit visiting visitation",
    "switching": "switching switch",
    "participation": "participation participate participating participative",
    "engagement": "engagement engage engaging engaged",
    "trust": "trust trusting trusts",
    "satisfaction": "satisfaction satisfied satisfying",
    "loyalty": "loyalty loyal",
    "enjoyment": "enjoyment enjoy enjoyable enjoying",
    "usefulness": "usefulness useful",
    "easy": "ease easy easiness",
    "entertainment": "entertainment entertaining",
    "hedonic": "hedonic hedonistic hedonism",
    "utilitarian": "utilitarian utilitarianism",
    "emotion": "emotion emotional emotions emotionally affect affective affects",
    "cognition": "cognition cognitive cognitions",
    "norm": "norm norms normative",
    "social": "social socially societal",
    "security": "security secure",
    "privacy": "privacy private",
    "risk": "risk risks risky riskiness",
    "benefit": "benefit benefits beneficial",
    "cost": "cost costs costly",
    "economic": "economic economical",
    "finance": "financial finance",
    "interaction": "interaction interactions interacting interact",
    "interactivity": "interactivity interactive",
    "personalisation": "personalisation personalised personalise",
    "customisation": "customisation customised",
    "innovation": "innovation innovations",
    "credibility": "credibility credible",
    "attractiveness": "attractiveness attractive",
    "expertise": "expertise expert",
    "convenience": "convenience convenient",
    "compatibility": "compatibility compatible",
    "confirmation": "confirmation confirm confirmed",
    "expectation": "expectation expectations expectancy expectancies expected",
    "sharing": "sharing share",
    "seeking": "seeking seek search searching",
    "disclosure": "disclosure disclose disclosing",
    "vulnerability": "vulnerability susceptibility",
    "self": "self oneself",
    "efficacy": "efficacy efficacious",
    "autonomy": "autonomy autonomous",
    "competence": "competence competency competences",
    "motivation": "motivation motivations motive motives motivational",
    "leader": "leader supervisor supervisory manager superior",
    "co_worker": "colleague colleagues coworker coworkers",
    "job": "job work occupational working workplace",
    "organisation": "organisation organisational corporate company firm enterprise",
    "turnover": "turnover leave quit quitting",
    "environment": "environmental environment green ecological eco sustainable",
    "stress": "stress stressful stressed strain",
    "overload": "overload overloading",
    "support": "support supporting supportive",
    "identification": "identification identify identifying",
    "attachment": "attachment attached",
    "attitude": "attitude attitudes attitudinal",
    "image": "image imagery",
    "fair": "fairness fair",
    "creativity": "creativity creative",
    "experience": "experience experiences experiential experienced",
    "flow": "flow flowing",
    "immersion": "immersion immersive immersed",
    "scarcity": "scarcity scarce",
    "streamer": "streamer broadcaster anchor host livestreamer anchors streamers",
    "seller": "seller vendor merchant retailer sellers vendors merchants",
    "platform": "platform website site app webpage platforms websites",
    "playfulness": "playfulness playful",
    "quality": "quality qualities",
    "value": "value values worth",
    "pay": "pay paying payment",
    "word_of_mouth": "wom",
    "government": "government governmental",
    "capacity": "capacity capability capabilities capacities",
    "psychology": "psychological",
    "function": "functional function functionality",
    "symbol": "symbolic symbolism",
    "imitation": "imitation imitating",
    "herd": "herd herding",
    "reciprocity": "reciprocity reciprocal",
    "altruism": "altruism altruistic",
    "addiction": "addiction addicted addictive",
    "impulse": "impulse impulsive impulsively",
    "compulsive": "compulsive compulsively",
    "academic": "academic academically",
    "learning": "learning learn",
    "exhaustion": "exhaustion exhausted",
    "complexity": "complexity complex",
    "aesthetic": "aesthetic aesthetics esthetic esthetics",
    "entrepreneur": "entrepreneurial entrepreneurship entrepreneur",
    "transform": "transformational transformative",
    "authenticity": "authenticity authentic",
    "transparency": "transparency transparent",
    "empower": "empowerment empowering",
    "community": "community communities",
    "benevolence": "benevolence benevolent",
    "popularity": "popularity popular",
    "visibility": "visibility visible",
    "responsiveness": "responsiveness responsive",
    "concern": "concern concerns concerned worry worries",
    "anxiety": "anxiety anxious",
    "safety": "safety safe",
    "uncertainty": "uncertainty uncertain",
}
_FAMILY = {member: head for head, members in FAMILIES.items() for member in members.split()}

# British and American, by rule: American endings become British ones; the exceptions have no z-form.
_SPELLING = (
    (re.compile(r"iz(e|ed|ing|ation|ations|ational|es|er)$"), r"is\1"),
    (re.compile(r"yz(e|ed|ing)$"), r"ys\1"),
    (re.compile(r"^(behavi|lab|fav|hon|hum|flav|vig|endeav|neighb)or"), r"\1our"),
    (re.compile(r"^skeptic"), "sceptic"),
    (re.compile(r"fill?ment$"), "filment"),
    (re.compile(r"^center"), "centre"),
    (re.compile(r"^program(?:me)?"), "programme"),
    (re.compile(r"ie?s$(?<=[a-z]{3}ies)"), "y"),
)

# Who answers, or where: seldom part of what the construct is. A construct may own such a word (user satisfaction).
ACTORS = words_in(
    "customer consumer user viewer buyer shopper tourist traveller traveler visitor guest resident citizen "
    "employee worker staff student learner teacher patient member people individual respondent audience client "
    "player passenger participant adopter nurse parent farmer driver subscriber follower fan adolescent adult "
    "elderly youth"
)
SETTINGS = words_in(
    "online mobile digital internet electronic web virtual livestream commerce ecommerce service system "
    "technology product brand social_media platform shopping e tourism hotel restaurant bank banking health smart "
    "ai chatbot vr ar app application information daily personal live broadcast business cross border rural fresh "
    "agricultural media network networking"
)
# Who or what is judged: "streamer attractiveness" is attractiveness, though "trust in streamer" is its own construct.
REFERENTS = words_in("streamer seller source influencer celebrity endorser destination reviewer message content leader")
FILLERS = words_in(
    "perceived perception perceive perceiving overall level degree extent sense feeling general scale factor "
    "construct score variable dimension new current own actual different relevant certain specific towards such "
    "it other generalised measure subjective self-reported reported expressed felt high higher great strong "
    "positive"
)
# Control variables: a correlation with gender or income means something only beside the coding of one study.
OF_RESPONDENTS = words_in(
    "age gender sex income education educational marital tenure ethnicity race nationality occupation"
)
BESIDE_THEM = words_in("status monthly annual household respondent family year level group job organisation")


@lru_cache(maxsize=65536)
def word(token: str) -> str:
    """The family a word belongs to, after making its spelling British and its number singular.

    >>> [word(w) for w in ("purchasing", "personalization", "behavior", "streamers", "happiness")]
    ['purchase', 'personalisation', 'behaviour', 'streamer', 'happiness']
    """
    if token in _FAMILY:
        return _FAMILY[token]
    for pattern, spelling in _SPELLING:
        token = pattern.sub(spelling, token)
    if token in _FAMILY:
        return _FAMILY[token]
    if len(token) > 3 and token.endswith("s") and not token.endswith(("ss", "us", "is", "ness", "ics")):
        token = token[:-1]
    return _FAMILY.get(token, token)
