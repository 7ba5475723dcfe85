"""People whose addresses follow without a comma: `Ada Cole School of Bread, Oslo, Norway Bob Lind School of Art`."""

import re
from collections.abc import Callable

__all__ = ["before_addresses"]

_ADDRESS = re.compile(
    r"\s+(?=(?:Graduate\s+|Business\s+)?(?:Department|School|Faculty|College|Institute|Division|Cent(?:er|re)|Chair)\s+(?:of|for)\s)"
)
_ENDS = re.compile(r"[,;\n\d@]|\.\w+\s|\s(?:and|&)\s")  # of what stands before the name
_COUNTRY = re.compile(
    r"\s*(?:(?:(?:[Tt]he\s+)?(?:United\s+(?:States(?:\s+of\s+America)?|Kingdom|Arab\s+Emirates)|Netherlands|Philippines)|(?:South|North)\s+(?:Korea|Africa|Macedonia)"
    r"|(?:P\.?\s?R\.?\s+|People['’]s\s+Republic\s+of\s+)?China|Republic\s+of\s+\w+|(?:New|Saudi|Sri|Hong|Costa|Puerto|Czech|Bosnia)\s+\w+|Viet\s?nam|Australia|Austria|Belgium|Brazil|Bulgaria"
    r"|Canada|Chile|Colombia|Croatia|Cyprus|Denmark|Egypt|England|Estonia|Finland|France|Germany|Ghana|Greece|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy"
    r"|Japan|Jordan|Kenya|Korea|Kuwait|Latvia|Lebanon|Lithuania|Malaysia|Mexico|Morocco|Nigeria|Norway|Oman|Pakistan|Peru|Poland|Portugal|Qatar|Romania|Russia|Scotland|Serbia"
    r"|Singapore|Slovakia|Slovenia|Spain|Sweden|Switzerland|Taiwan|Tanzania|Thailand|Tunisia|T[uü]rki?ye|Turkey|Uganda|Ukraine|UAE|UK|USA|Wales)\b\.?\s*)+"
)


def before_addresses(text: str, is_name: Callable[[str], object]) -> list[str]:
    """The names that stand right before a department or a school, where there are several."""
    found: list[str] = []
    for match in _ADDRESS.finditer(text):
        ends = [m.end() for m in _ENDS.finditer(text, 0, match.start())]
        before = text[ends[-1] if ends else 0 : match.start()]
        name = _COUNTRY.sub("", before, count=1) if _COUNTRY.match(before) else before
        if is_name(name.strip()):
            found.append(name.strip())
    return found if len(found) > 1 else []
