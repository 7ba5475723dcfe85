"""A reader that errs in one digit of every document, for tests of the second reading."""

from dataclasses import replace
from pathlib import Path

from evidence.checks import check
from evidence.checks.model import LOUD
from evidence.read import read as read_truly
from evidence.records import Printed


def loud(report):
    return {(f.check, f.at) for f in check(report).findings if f.level in LOUD}


def spoil(record):
    """The record as a reader would make it that misreads one digit of a number that others determine."""
    for at, (start, end) in sorted(record.spans.items()):
        section, number, name, *_ = [*at.split("/")[1:], "", ""]
        if section not in ("paths", "fit", "constructs") or not number.isdigit() or not name or at.count("/") > 3:
            continue
        things = getattr(record, section)
        right = getattr(things[int(number)], name)
        if right is None or record.text[start:end] != right or not set(right) & set("123456789"):
            continue
        first = next((i for i, c in enumerate(right) if c in "123456789"), -1)
        wrong = Printed(right[:first] + str((int(right[first]) + 4) % 9 + 1) + right[first + 1 :])
        changed = replace(things[int(number)], **{name: wrong})
        spoilt = replace(record, **{section: (*things[: int(number)], changed, *things[int(number) + 1 :])})
        if loud(spoilt.to_dict()) > loud(record.to_dict()):
            return at, right, wrong, spoilt
    raise AssertionError("no number of this sample is determined by others")


def misread(monkeypatch):
    """Make the reader err in one digit of every document; gives what it spoilt, by file."""
    spoilt = {}

    def read(path):
        first, *others = read_truly(path)
        at, right, wrong, changed = spoil(first)
        spoilt[Path(path).name] = (at, right, wrong)
        return [changed, *others]

    monkeypatch.setattr("evidence.read.read", read)
    return spoilt
