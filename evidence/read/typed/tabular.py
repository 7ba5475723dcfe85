r"""Tables typed in LaTeX, as converters leave them in Markdown: `\begin{tabular}{lc} Joy & 0.3 \\ \end{tabular}`."""

import html
import re

__all__ = ["as_html"]

_BRACED = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_BEGIN = rf"\\begin\{{tabular[x*]?\}}(?:\{{[^{{}}]*\}}(?=\s*[\[{{]))?(?:\[[^\]]*\])?{_BRACED}"
_INNERMOST = re.compile(
    rf"{_BEGIN}(?P<body>(?:(?!\\begin\{{tabular|\\end\{{tabular).)*)\\end\{{tabular[x*]?\}}", re.DOTALL
)
_FLOAT = re.compile(r"\\(?:begin|end)\{table\*?\}(?:\[[^\]]*\])?|\\(?:captionsetup|label)\{[^{}]*\}|\\centering\b")
_CAPTION = re.compile(r"\\caption\*?\{(?P<text>(?:[^{}]|\{[^{}]*\})*)\}")
_ROW = re.compile(r"\\\\\s*(?:\[[^\]]{0,12}\])?|\\tabularnewline\b")
_CELL = re.compile(r"(?<!\\)&")
_RULE = re.compile(r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]*\}|cmidrule(?:\([^()]*\))?\{[^{}]*\})")
_STACKED = re.compile(r"\\(?:makecell|shortstack)(?:\[[^\]]*\])?\{(?P<text>[^{}]*)\}")  # lines within a cell
_WIDE = re.compile(r"^\s*\\multicolumn\{(?P<n>\d{1,2})\}\{(?:[^{}]|\{[^{}]*\})*\}\{(?P<text>.*)\}\s*$", re.DOTALL)
_TALL = re.compile(
    r"\\multirow(?:\[[^\]]*\])?\{[^{}]*\}(?:\[[^\]]*\])?\{[^{}]*\}\{(?P<text>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
)
_STYLE = re.compile(
    r"\\(?:text(?:bf|it|rm|sc|tt|up)|emph|underline|mathbf|boldsymbol|textsuperscript)\s*\{(?P<text>[^{}]*)\}"
)
_DEEPEST = 8  # styles, or tables, in one another
_LONGEST = 200_000  # characters of one table


def as_html(text: str) -> str:
    """The text with each such table as one of HTML, a table within a cell as the words of this cell."""
    if "\\begin{tabular" not in text:
        return text
    text = _STACKED.sub(lambda m: _ROW.sub(" ", m["text"]), text)
    text = _CAPTION.sub(lambda m: f"\n\n{_plain(m['text'])}\n\n", _FLOAT.sub("", text))
    for _ in range(_DEEPEST):
        changed = _INNERMOST.sub(_converted, text)
        if changed == text:
            break
        text = changed
    return text


def _converted(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LONGEST) : match.start()]
    nested = before.count("\\begin{tabular") > before.count("\\end{tabular")
    if nested:
        return " ".join(_plain(cell) for row in _ROW.split(match["body"]) for cell in _CELL.split(row)).strip()
    rows = (_CELL.split(row) for row in _ROW.split(_RULE.sub("", match["body"])) if row.strip())
    return "\n\n<table>" + "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows) + "</table>\n\n"


def _cell(text: str) -> str:
    wide = _WIDE.match(text)
    reach = f' colspan="{wide["n"]}"' if wide else ""
    return f"<td{reach}>{html.escape(_plain(wide['text'] if wide else text), quote=False)}</td>"


def _plain(text: str) -> str:
    """The words of a cell without the commands that set them."""
    text = _TALL.sub(lambda m: m["text"], _RULE.sub("", text)).replace("\\textless{}", "<")
    for _ in range(_DEEPEST):
        changed = _STYLE.sub(lambda m: m["text"], text)
        if changed == text:
            break
        text = changed
    return " ".join(text.split())
