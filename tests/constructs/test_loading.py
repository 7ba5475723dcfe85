"""Vocabularies from files, and the line that a refusal names."""

import pytest

from evidence.constructs import load, load_aliases, load_constructs, load_dct
from evidence.errors import InputError


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv_with_only_what_must_be_there(tmp_path):
    constructs = write(tmp_path, "mine.csv", "id,label,parent\n\na,Attention,\nb, Deep  attention ,a\n")
    aliases = write(tmp_path, "names.csv", "alias,construct,polarity\nfocus,a,\nneglect,a,-1\n")
    words = load(constructs, aliases)
    assert words["b"].label == "Deep attention"
    assert words["b"].line == 4
    assert [(each.alias, each.polarity, each.kind) for each in words.aliases] == [
        ("focus", 1, "name"),
        ("neglect", -1, "name"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("label\nTrust\n", "mine.csv:1: no column 'id'"),
        ("id,label\na,A\nb\n", "mine.csv:3: 1 cells under 2 columns"),
        ("id,label\na,A\n,B\n", "mine.csv:3: empty id"),
        ("id,label\na,A\nb,B\na,C\n", "mine.csv:4: construct id 'a' stands twice: first on line 2"),
        ("id,label,polarity\na,A,much\n", "mine.csv:2: polarity 'much'; use one of 1, 0, -1"),
        ('id,label\na,"A"x\n', "mine.csv:2: not readable as CSV"),
        ("id,label,parent\na,A,z\n", "mine.csv:2: construct 'a' has an unknown parent 'z'"),
    ],
)
def test_bad_constructs_are_refused_with_their_line(tmp_path, text, said):
    with pytest.raises(InputError) as refusal:
        load(write(tmp_path, "mine.csv", text))
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("alias,construct,kind\nx,a,nickname\n", "names.csv:2: unknown kind of alias 'nickname'"),
        ("alias,construct\nx,a\nX,b\n", "names.csv:3: alias 'X' stands twice: line 2 gives it to 'a'"),
        ("alias,construct,polarity\nx,a,0\n", "names.csv:2: polarity '0'"),
        ("alias,construct\nx,nobody\n", "names.csv:2: alias 'x' leads to an unknown construct 'nobody'"),
    ],
)
def test_bad_aliases_are_refused_with_their_line(tmp_path, text, said):
    constructs = write(tmp_path, "mine.csv", "id,label\na,A\nb,B\n")
    with pytest.raises(InputError) as refusal:
        load(constructs, write(tmp_path, "names.csv", text))
    assert said in str(refusal.value)


def test_an_abbreviation_may_mean_several(tmp_path):
    path = write(tmp_path, "names.csv", "alias,construct,polarity,kind\nPE,a,+1,abbreviation\nPE,b,1,abbreviation\n")
    assert [each.construct for each in load_aliases(path)] == ["a", "b"]


def test_unreadable_files(tmp_path):
    with pytest.raises(InputError, match="vocabulary cannot be read"):
        load_constructs(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes("id,label\na,Caf\xe9\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"latin.csv:2: not UTF-8"):
        load_constructs(path)


DCT = """---
dct:
  version: 0.1.0
  id: attitude_1
  label: Attitude
  definition:
    definition: "How good or bad doing it seems."
---
dct:
  id: instrumental_1
  label: Instrumental attitude
  definition: How useful doing it seems.
  rel:
    - id: attitude_1
      type: structural_part_of
    - id: somewhere
      type: causal_influences_product_of
"""


def test_dct_yaml_of_psyverse(tmp_path):
    words = load(write(tmp_path, "attitude.dct.yaml", DCT))
    assert words["instrumental_1"].parent == "attitude_1"
    assert words["attitude_1"].definition == "How good or bad doing it seems."
    assert words["instrumental_1"].line == 9


def test_dct_folder_and_lists_and_single_relations(tmp_path):
    write(tmp_path, "a.yaml", "- dct:\n    id: a\n    label: A\n- other: 1\n")
    write(tmp_path, "b.dct", "dct:\n  id: b\n  label: B\n  rel: {id: a, type: semantic_type_of}\n")
    words = load(tmp_path)
    assert words.ancestors("b") == ("a",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dct:\n  label: A\n", "a.yaml:1: a DCT without id"),
        ("dct: [\n", "a.yaml:2: not readable as YAML"),
        ("text: 1\n", "no construct found"),
        ("---\ndct: {id: a, label: A}\n---\ndct: {id: a, label: B}\n", "construct id 'a' stands twice"),
    ],
)
def test_bad_dct_is_refused(tmp_path, text, said):
    with pytest.raises(InputError) as refusal:
        load_dct(write(tmp_path, "a.yaml", text))
    assert said in str(refusal.value)
