"""Statements written for these tests, in the many words in which papers tie two constructs, and some that tie none."""

import pytest

from evidence.read.prose.aligned import Names
from evidence.read.prose.hypotheses import hypotheses
from evidence.read.prose.named_ends import named_ends
from evidence.read.prose.predication import predicates
from evidence.read.prose.relation import relation
from tests.read.test_prose_statements import passage

# `from > to`, then `via` or `mod` and a third, then the sign where the words commit to one.
STATEMENTS = (
    "Substance yield rises with soil quality | soil quality > Substance yield +",
    "Loyalty grows with trust in the seller | trust in the seller > Loyalty +",
    "Commitment declines as workload increases | workload > Commitment -",
    "Turnover falls with job autonomy | job autonomy > Turnover -",
    "Job strain increases with time pressure | time pressure > Job strain +",
    "Purchase intention depends on perceived quality | perceived quality > Purchase intention",
    "Dropout risk is shaped by family background | family background > Dropout risk",
    "Soil care is a function of farm income | farm income > Soil care",
    "Knowledge sharing stems from mutual trust | mutual trust > Knowledge sharing",
    "Satisfaction results from service quality | service quality > Satisfaction",
    "Burnout arises from role conflict | role conflict > Burnout",
    "Innovation hinges on absorptive capacity | absorptive capacity > Innovation",
    "Performance benefits from team diversity | team diversity > Performance",
    "Sleep quality suffers from screen time | screen time > Sleep quality",
    "The greater the perceived risk, the lower the purchase intention | perceived risk > purchase intention -",
    "There is a link between screen time and obesity | screen time > obesity",
    "There is a positive association between grit and grades | grit > grades +",
    "Grit and grades go together | Grit > grades",
    "Grit goes hand in hand with achievement | Grit > achievement",
    "A higher income is accompanied by a higher life satisfaction | income > life satisfaction +",
    "Curiosity is a driver of exploration | Curiosity > exploration",
    "Curiosity is an important driver behind exploration | Curiosity > exploration",
    "Curiosity is a significant antecedent to exploration | Curiosity > exploration",
    "Price is a barrier to adoption | Price > adoption -",
    "Debt is a threat to well-being | Debt > well-being",
    "Fear is a source of avoidance | Fear > avoidance",
    "Mentoring spurs career growth | Mentoring > career growth",
    "Noise disturbs concentration | Noise > concentration",
    "Ritual sparks enjoyment | Ritual > enjoyment",
    "Debt erodes well-being | Debt > well-being -",
    "Mindfulness buffers stress | Mindfulness > stress",
    "Mindfulness dampens the stress of staff | Mindfulness > stress of staff -",
    "Greenwashing hurts brand trust | Greenwashing > brand trust -",
    "Greenwashing will harm brand trust | Greenwashing > brand trust -",
    "Ownership begets care | Ownership > care",
    "Play fuels creativity | Play > creativity",
    "Peer support helps students' persistence | Peer support > students' persistence",
    "Anxiety deters participation | Anxiety > participation -",
    "Irony detracts from credibility | Irony > credibility -",
    "Anger translates into protest | Anger > protest",
    "Tutor presence gives rise to engagement | Tutor presence > engagement",
    "Reading carries over into vocabulary | Reading > vocabulary",
    "Work stress spills over to family conflict | Work stress > family conflict",
    "Sunlight brings about a better mood | Sunlight > mood",
    "Trust is conducive to cooperation | Trust > cooperation",
    "Trust is beneficial for cooperation | Trust > cooperation",
    "Trust is important for cooperation | Trust > cooperation",
    "Trust matters for cooperation | Trust > cooperation",
    "Rumination is detrimental to sleep | Rumination > sleep -",
    "Rumination is harmful to sleep | Rumination > sleep -",
    "Sleep is adversely affected by rumination | rumination > Sleep -",
    "Sleep is impaired by rumination | rumination > Sleep",
    "Adoption is driven mainly by cost savings | cost savings > Adoption",
    "Adoption will be fostered by cost savings | cost savings > Adoption +",
    "Adoption is hampered by complexity | complexity > Adoption",
    "Adoption can be explained by complexity | complexity > Adoption",
    "Employees who perceive more support show higher commitment | support > commitment",
    "The influence of peers on smoking is positive | peers > smoking +",
    "The impact of leverage upon profitability is negative | leverage > profitability -",
    "Leverage exerts an adverse effect on profitability | Leverage > profitability -",
    "Leverage has no significant effect on profitability | Leverage > profitability",
    "Leverage does not affect profitability | Leverage > profitability",
    "There is no relationship between leverage and profitability | leverage > profitability",
    "Leverage is unrelated to profitability | Leverage > profitability",
    "Profitability is independent of leverage | leverage > Profitability",
    "Leverage and profitability are not correlated | Leverage > profitability",
    "Leverage correlates negatively with profitability | Leverage > profitability -",
    "Leverage is negatively correlated with profitability | Leverage > profitability -",
    "Leverage plays a significant role in determining profitability | Leverage > profitability",
    "Leverage plays a role in profitability | Leverage > profitability",
    "Leverage is a factor in profitability | Leverage > profitability",
    "Leverage predicts lower profitability | Leverage > profitability -",
    "Higher leverage leads to lower profitability | leverage > profitability -",
    "Higher levels of leverage are associated with lower levels of profitability | leverage > profitability -",
    "An increase in leverage leads to a decrease in profitability | leverage > profitability -",
    "An increase in leverage reduces profitability | leverage > profitability -",
    "As leverage increases, profitability decreases | leverage > profitability -",
    "When leverage is high, profitability is low | leverage > profitability -",
    "If trust is higher, cooperation is higher | trust > cooperation +",
    "With increasing age, recall declines | age > recall -",
    "Perceived ease of use has a direct bearing on usefulness | Perceived ease of use > usefulness",
    "Humour has a favourable effect on learning | Humour > learning +",
    "Humour affects learning favourably | Humour > learning +",
    "Service quality directly and positively drives loyalty | Service quality > loyalty +",
    "Service quality significantly and positively influences loyalty | Service quality > loyalty +",
    "Service quality has both a direct and an indirect effect on loyalty | Service quality > loyalty",
    "Service quality contributes to the explanation of loyalty | Service quality > loyalty",
    "Service quality accounts for loyalty | Service quality > loyalty",
    "Loyalty is a consequence of service quality | service quality > Loyalty",
    "Loyalty is an outcome of service quality | service quality > Loyalty",
    "Loyalty is rooted in service quality | service quality > Loyalty",
    "Loyalty is contingent on service quality | service quality > Loyalty",
    "Loyalty can be traced back to service quality | service quality > Loyalty",
    "Loyalty responds to service quality | service quality > Loyalty",
    "Loyalty is sensitive to service quality | service quality > Loyalty",
    "Loyalty varies with service quality | service quality > Loyalty",
    "Loyalty is higher when service quality is higher | service quality > Loyalty +",
    "Loyalty increases when service quality increases | service quality > Loyalty +",
    "Source harmonisation and exploration tools together shape platform readiness | Source harmonisation and exploration tools > platform readiness",
    "Work meaning is positively linked with vigor | Work meaning > vigor +",
    "Work meaning bears a positive relation to vigor | Work meaning > vigor +",
    "Work meaning stands in a positive relation to vigor | Work meaning > vigor +",
    "A positive relationship exists between work meaning and vigor | work meaning > vigor +",
    "We expect a negative link from gossip to morale | gossip > morale -",
    "The path from gossip to morale is negative | gossip > morale -",
    "Gossip, in turn, lowers morale | Gossip > morale -",
    "Gossip -- in turn -- lowers morale | Gossip > morale -",
    "Gossip will be negatively associated with morale among nurses | Gossip > morale -",
    "Parents' beliefs will influence children's effort | Parents' beliefs > children's effort",
    "Cost pressure pushes up prices | Cost pressure > prices +",
    "Cost pressure renders outsourcing more likely | Cost pressure > outsourcing +",
    "Cost pressure makes outsourcing more likely | Cost pressure > outsourcing +",
    "Cost pressure raises the likelihood of outsourcing | Cost pressure > outsourcing +",
    "Outsourcing is more likely under high cost pressure | cost pressure > Outsourcing +",
    "Perceived control stands out as a predictor of voting | Perceived control > voting",
    "Voting is best predicted by perceived control | perceived control > Voting",
    "Perceived control positively predicts voting | Perceived control > voting +",
    "Perceived control is expected to influence voting positively | Perceived control > voting +",
    "Perceived control is hypothesized to have a positive effect on voting | Perceived control > voting +",
    "Perceived control is assumed to be positively related to voting | Perceived control > voting +",
    "It is expected that perceived control increases voting | perceived control > voting +",
    "A significant relationship is expected between fatigue and errors | fatigue > errors",
    "Perceived control has an influence on the voting of students | Perceived control > voting of students",
    "Trust mediates the relationship between fairness and effort | fairness > effort via Trust",
    "Trust acts as a mediator between fairness and effort | fairness > effort via Trust",
    "Fairness influences effort indirectly via trust | fairness > effort via trust",
    "Fairness has an indirect effect on effort through trust | Fairness > effort via trust",
    "The relation of fairness with effort runs through trust | fairness > effort via trust",
    "The effect of fairness on effort is transmitted by trust | fairness > effort via trust",
    "The effect of fairness on effort is carried by trust | fairness > effort via trust",
    "The link between fairness and effort depends on age | fairness > effort mod age",
    "The effect of fairness on effort differs by age | fairness > effort mod age",
    "The effect of fairness on effort varies with age | fairness > effort mod age",
    "The effect of fairness on effort is contingent upon age | fairness > effort mod age",
    "The effect of fairness on effort is buffered by age | fairness > effort mod age",
    "The effect of fairness on effort is weaker at high levels of age diversity | fairness > effort mod age diversity",
    "Age diversity attenuates the effect of fairness on effort | fairness > effort mod Age diversity",
    "Age diversity changes the effect of fairness on effort | fairness > effort mod Age diversity",
)


def told(statement: str, signed: bool) -> str:
    found = relation(statement)
    if found is None:
        return "nothing"
    third = f" via {found.via}" if found.via else f" mod {found.moderator}" if found.moderator else ""
    return f"{found.from_} > {found.to}{third}" + (f" {found.sign or ''}" if signed else "")


@pytest.mark.parametrize("row", STATEMENTS)
def test_a_statement_ties_two_constructs_whatever_its_verb(row: str) -> None:
    statement, _, ends = row.partition(" | ")
    assert told(statement, ends.endswith((" +", " -"))).lower() == ends.lower()


@pytest.mark.parametrize(
    "statement",
    [
        "Brand love encourages consumers to recommend the brand",
        "The more a firm invests in training, the higher its productivity",
        "Age moderates the habit-use relationship",
        "Job stress differs between nurses and doctors",
    ],
)
def test_where_no_two_constructs_are_tied_nothing_is_told(statement: str) -> None:
    assert relation(statement) is None


def test_a_verb_that_no_table_has_is_known_by_what_stands_before_it() -> None:
    assert told("Salt will zorgle joy", signed=False) == "Salt > joy"
    assert told("Salt positively zorgles joy", signed=True) == "Salt > joy +"
    assert predicates("Salt zorgles joy") == []


def test_names_of_other_hypotheses_tell_the_ends_behind_an_unknown_verb() -> None:
    found = hypotheses((passage("H1: Salt raises joy. H2: Crust raises joy. H3: Salt zorgles crust."),))
    assert [(h.value.from_, h.value.to) for h in found][2] == ("Salt", "crust")


@pytest.mark.parametrize(
    "statement", ["Salt zorgles with joy", "Salt, joy and crust", "Salt and joy", "Age zorgles salt"]
)
def test_names_alone_do_not_tell_who_acts(statement: str) -> None:
    assert named_ends(statement, Names(["salt", "joy"])) is None
