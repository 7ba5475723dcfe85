"""How statements in Spanish, Portuguese, French, Italian, German and Indonesian tie two constructs, as data."""

# ruff: noqa: E501 - a pattern is read whole

import re

__all__ = ["TIES"]

_FEW = r"(?:[\w'’-]+\s+){0,5}?"
# Words of which one stands in whatever the pattern matches, and the pattern.
TIES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (("efecto", "influ", "impacto", "rela", "efeito"), rf"(?P<a>.+?)\s+(?:tienen?|ejercen?|t[eê]m|exercem?)\s+{_FEW}(?:efectos?|influencia|impacto|relaci[óo]n|efeitos?|influ[êe]ncia|rela[çc][ãa]o)\s+(?:\w+\s+){{0,3}}?(?:sobre|en|con|na|no|em|com)\s+(?P<b>.+)"),
        (("influye", "afecta", "influencia", "impacta"), r"(?P<a>.+?)\s+(?:influye|afecta|influencia|impacta)n?\s+(?:\w+mente\s+)?(?:en|sobre|a|na|no)?\s*(?P<b>.+)"),
        (("effet", "influence", "impact"), rf"(?P<a>.+?)\s+(?:a|ont|aura|auront|exercent?)\s+(?:une?|des|l['’])\s*{_FEW}(?:effets?|influence|impact)\s+(?:\w+\s+){{0,3}}?sur\s+(?P<b>.+)"),
        (("influenc", "affecte", "améliore"), r"(?P<a>(?:l[ae]s?|l['’]|une?)\s?.+?)\s+(?:influence|affecte|améliore)(?:nt)?\s+(?:\w+ment\s+)?(?P<b>(?:l[ae]s?\s|l['’]).+)"),
        (("effetto", "influenza", "impatto"), rf"(?P<a>.+?)\s+(?:ha|hanno|avrà|esercita)\s+(?:un['’]?|una|l['’])\s*{_FEW}(?:effetto|influenza|impatto)\s+(?:\w+\s+){{0,3}}?su(?:l(?:l[ao'’e])?|i|gli)?\s?(?P<b>.+)"),
        (("einfluss", "effekt", "wirkung", "zusammenhang"), rf"(?P<a>.+?)\s+(?:hat|haben|übt|üben)\s+(?:eine?n?|keine?n?)\s+{_FEW}(?:Einfluss|Effekt|(?:Aus)?wirkung)\s+auf\s+(?P<b>.+?)(?:\s+aus)?$"),
        (("beeinflus",), r"(?P<a>.+?)\s+(?:beeinflusst|beeinflussen)\s+(?:(?:positiv|negativ|signifikant)\s+)?(?P<b>.+?)(?:\s+(?:positiv|negativ|signifikant))?$"),
        (("desto", "umso"), r"je\s+\w+\s+(?P<a>[^,]+),\s+(?:desto|umso)\s+\w+\s+(?:ist\s+)?(?P<b>.+)"),
        (("pengaruh",), r"(?:terdapat|ada)\s+(?:\w+\s+)?pengaruh\s+(?:(?:yang|positif|negatif|signifikan|dan|langsung|antara)\s+)*(?P<a>.+?)\s+terhadap\s+(?P<b>.+)"),
        (("pengaruh",), r"(?P<a>.+?)\s+(?:(?:memiliki|mempunyai|tidak|secara|signifikan|positif|negatif)\s+)*(?:ber|mem)?pengaruh\w*\s+(?:\w+\s+){0,4}?terhadap\s+(?P<b>.+)"),
    )
)  # fmt: skip
