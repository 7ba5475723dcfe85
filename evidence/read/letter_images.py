"""Letters set as pictures, as pages did before browsers had Greek ones: their alternative text says which."""

import re

__all__ = ["letter_of"]

_LETTERS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eta": "η", "lambda": "λ", "mu": "μ", "rho": "ρ",
    "sigma": "σ", "phi": "φ", "chi": "χ", "omega": "ω",
}  # fmt: skip
_NAMED = re.compile(
    r"\s*(?:greek\s+)?(?:small\s+)?(?:letter\s+)?(?P<letter>[a-z]+)"
    r"(?P<square>[\s_-]?(?:2|²|squared?))?(?:[\s_-](?:est\w*|hat|sign|symbol|letter|coefficient|value))?\s*",
    re.IGNORECASE,
)


def letter_of(alternative: str | None) -> str:
    """The letter a picture stands for; nothing for a picture of anything else.

    >>> letter_of("beta-est"), letter_of("chi squared"), letter_of("β"), letter_of("Figure 2"), letter_of("logo")
    ('β', 'χ²', 'β', '', '')
    """
    said = (alternative or "").strip()
    if said in _LETTERS.values():
        return said
    named = _NAMED.fullmatch(said)
    letter = _LETTERS.get(named["letter"].lower(), "") if named else ""
    return letter + "²" if letter and named and named["square"] else letter
