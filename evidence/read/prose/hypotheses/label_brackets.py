"""Labels of hypotheses in brackets: which of them announce a statement, and where it ends."""

import re
from dataclasses import replace

from evidence.read.prose.labels import Label

__all__ = ["closes", "ends_a_bracket", "in_its_bracket", "within_bracket"]

_LISTED = re.compile(r"(?<!\w)\(?[a-h1-9]\)", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(?:hypothes[ie]s|propositions?)\s*\((?=[HP]\s?\d)", re.IGNORECASE)
_SAID = re.compile(r"\s*(?:[:：.]|[-–—]\s)\s*\w")


def ends_a_bracket(text: str, label: Label) -> bool:
    """`(b = .2; H1). Both effects were small`: what follows is no statement of it."""
    opened = max(text.rfind("(", 0, label.start), text.rfind("（", 0, label.start))
    inside = text[opened + 1 : label.start].strip() if opened >= 0 else ""
    return text[label.end - 1] in ")）" and len(inside) > 1 and not any(c in inside for c in ")）")


def within_bracket(text: str, label: Label) -> bool:
    """`We expect both (H1a: A affects B; H1b: A affects C)`: whether a label begins a bracket, or a part of one."""
    closed = label.printed.endswith((")", "）", "]")) and label.printed[0] not in "(（["  # `... affects B (H1a). Next`
    if closed or not _SAID.match(text, label.end):
        return False
    if "(" in label.printed and ")" not in label.printed:
        return True  # `two hypotheses (H1a: ...`
    before = _LISTED.sub("", text[max(0, label.start - 400) : label.start]).rstrip()
    if not before.endswith(("(", "（", "[", ";", "；", ",")):
        return False
    opened = max(before.rfind(c) for c in "(（[")
    return opened >= 0 and not any(c in before[opened:] for c in ")）]")


def closes(text: str) -> int:
    """Where the bracket closes that a text stands in."""
    depth = 0
    marks = {m.end() - 1 for m in _LISTED.finditer(text) if m[0][0] not in "(（"}
    for at, c in enumerate(text):
        depth += (c in "(（[") - (c in ")）]" and at not in marks)
        if depth < 0:
            return at
    return len(text)


def in_its_bracket(label: Label) -> Label:
    """`our last hypothesis (H9)`: the label alone, without the word before its bracket."""
    word = _WORD_BEFORE.match(label.printed)
    return replace(label, start=label.start + word.end(), printed=label.printed[word.end() :]) if word else label
