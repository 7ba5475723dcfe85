"""Chinese sentences: slopes at levels of a moderator, reliabilities behind the names of measures."""

import pytest

from evidence.read.prose.chinese_alphas import chinese_alphas
from evidence.read.prose.chinese_levels import chinese_levels
from tests.read.test_prose_numbers import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当盐分较低(M-1SD)时，脆度对喜悦的影响为0.69(p<0.001)；当盐分较高(M+1SD)时，脆度对喜悦的影响为0.48(p<0.001)。", [("低盐分", "0.69", "<0.001"), ("高盐分", "0.48", "<0.001")]),
        ("盐分水平较高时，脆度对喜悦的正向影响显著(β=0.35,p<0.01)；盐分水平较低时，影响减弱且不显著(β=0.08,p>0.05)。", [("高盐分", "0.35", "<0.01"), ("低盐分", "0.08", ">0.05")]),
        ("在高盐分组，脆度对喜悦的影响较弱。", []),
        ("The slope was .35 at 1 SD above the mean.", []),
    ],
)  # fmt: skip
def test_slopes_at_levels_of_a_moderator(text: str, expected: list[tuple[str, ...]]) -> None:
    found = chinese_levels(said(text))
    assert [(f.value.group, f.value.beta, f.value.p) for f in found] == expected
    for one in found:
        assert (one.value.from_, one.value.to) == ("脆度", "喜悦")
        start, end = one.spans["beta"]
        assert text[start:end] == one.value.beta


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（1）感知脆度：采用某量表，选取5个题项，本研究中Cronbach's α系数为0.879。（2）喜悦：共4个题项，Cronbach's α系数为0.866。", {"感知脆度": "0.879", "喜悦": "0.866"}),
        ("感知脆度的Cronbach's α系数为0.91。", {"感知脆度": "0.91"}),
        ("（1）感知脆度：原量表的Cronbach's α系数为0.90。", {}),
        ("各量表的α系数均大于0.8。", {}),
    ],
)  # fmt: skip
def test_alphas_behind_the_names_of_measures(text: str, expected: dict[str, str]) -> None:
    assert {f.value.name: f.value.alpha for f in chinese_alphas(said(text, section="变量测量"))} == expected
