"""Tables left as bare lines over two groups, in text and in Markdown, where a converter escapes their stars."""

from pathlib import Path

import pytest

from evidence.read import read
from evidence.read.markdown import to_source
from evidence.read.understanding import understand

TABLE = """# On bread

We asked 948 bakers.

Table 7. Paths between the waves

{groups}

Path β SE β SE{behind}

Calm T1 → Joy T2 .10* .04 .09* .04{first}

Joy T1 → Salt T2 .12** .04 .14*** .03{second}

Salt T1 → Calm T2 −.01 .04 .04 .04{third}

Note. *p < .05, **p < .01, ***p < .001.
"""
TESTED = {"behind": " Wald p", "first": " 0.01 .91", "second": " 0.21 .65", "third": " 0.85 .36"}
BARE = dict.fromkeys(TESTED, "")


@pytest.mark.parametrize("written", ["bread.txt", "bread.md"])
@pytest.mark.parametrize("behind", [TESTED, BARE])
@pytest.mark.parametrize(
    ("groups", "named"),
    [
        ("Girls (n = 431) Boys (n = 517)", ("Girls (n = 431)", "Boys (n = 517)")),
        ("Girls Boys", ("Girls", "Boys")),
    ],
)
def test_each_group_has_its_own_columns(
    tmp_path: Path, written: str, behind: dict[str, str], groups: str, named: tuple[str, str]
) -> None:
    text = TABLE.format(groups=groups, **behind)
    file = tmp_path / written
    file.write_text(text.replace("*", r"\*") if written.endswith(".md") else text)
    record = read(file)[0]
    assert [(p.from_, p.to, p.beta, p.se, p.p, p.group) for p in record.paths] == [
        ("Calm T1", "Joy T2", ".10", ".04", None, named[0]),
        ("Calm T1", "Joy T2", ".09", ".04", None, named[1]),
        ("Joy T1", "Salt T2", ".12", ".04", None, named[0]),
        ("Joy T1", "Salt T2", ".14", ".03", None, named[1]),
        ("Salt T1", "Calm T2", "-.01", ".04", None, named[0]),
        ("Salt T1", "Calm T2", ".04", ".04", None, named[1]),
    ]


def test_the_place_of_an_escaped_number_is_where_it_is_shown() -> None:
    written = TABLE.format(groups="Girls Boys", **BARE).replace("*", r"\*") + "\nAfter the table the bakers rest.\n"
    source = to_source(written.encode())
    found = understand(source)[0]
    shown = {pointer: source.text[a:b] for pointer, (a, b) in found.spans.items()}
    assert [shown[f"/paths/{i}/beta"].rstrip("*") for i in range(6)] == [".10", ".09", ".12", ".14", "−.01", ".04"]
    assert source.text.count("the bakers rest.") == 1
    assert source.text.count("We asked 948 bakers.") == 1
