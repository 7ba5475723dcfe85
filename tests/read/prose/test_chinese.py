"""Chinese sentences: slopes at levels of a moderator, reliabilities behind the names of measures."""

import pytest

from evidence.read.clear import clear
from evidence.read.prose.chinese.alphas import chinese_alphas
from evidence.read.prose.chinese.effects import chinese_effects
from evidence.read.prose.relations.relation import relation
from tests.read.prose.test_numbers import said


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
    text = clear(text).text
    found = chinese_effects(said(text), ())
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


@pytest.mark.parametrize(
    ("text", "from_", "to", "via", "moderator", "sign"),
    [
        ("脆度正向预测员工的喜悦", "脆度", "喜悦", None, None, "+"),
        ("脆度对喜悦具有显著的负向影响", "脆度", "喜悦", None, None, "-"),
        ("感知盐分会降低顾客的重购意愿", "感知盐分", "重购意愿", None, None, "-"),
        ("脆度与喜悦呈负相关", "脆度", "喜悦", None, None, "-"),
        ("脆度越高，喜悦越强", "脆度", "喜悦", None, None, "+"),
        ("香气在脆度与喜悦之间发挥部分中介作用", "脆度", "喜悦", "香气", None, None),
        ("香气在脆度与喜悦的关系中起中介作用", "脆度", "喜悦", "香气", None, None),
        ("香气在脆度对喜悦的影响中起中介作用", "脆度", "喜悦", "香气", None, None),
        ("脆度通过香气对喜悦产生积极影响", "脆度", "喜悦", "香气", None, None),
        ("脆度通过提升香气，进而影响喜悦", "脆度", "喜悦", "香气", None, None),
        ("年龄调节脆度与喜悦之间的关系，即年龄越大，二者的联系越弱", "脆度", "喜悦", None, "年龄", "-"),
        ("脆度对喜悦的影响受到年龄的调节", "脆度", "喜悦", None, "年龄", None),
        ("年龄在脆度与喜悦之间起负向调节作用", "脆度", "喜悦", None, "年龄", "-"),
        (
            "盐分支持调节脆度与喜悦之间的关系，支持水平越高，两者之间的负向关系越弱",
            "脆度",
            "喜悦",
            None,
            "盐分支持",
            "+",
        ),
        (
            "盐分支持调节脆度与喜悦之间的关系，支持水平越高，两者之间的正向关系越弱",
            "脆度",
            "喜悦",
            None,
            "盐分支持",
            "-",
        ),
        ("年龄负向调节脆度对喜悦的正向影响", "脆度", "喜悦", None, "年龄", "-"),
        ("年龄负向调节脆度对喜悦的负向影响", "脆度", "喜悦", None, "年龄", None),
        ("年龄调节脆度对喜悦的负向影响，年龄越大，负向影响越强", "脆度", "喜悦", None, "年龄", "-"),
        ("年龄能够缓冲脆度对喜悦的负向影响", "脆度", "喜悦", None, "年龄", "+"),
        ("年龄增强脆度与喜悦之间的关系", "脆度", "喜悦", None, "年龄", "+"),
        ("年龄会增强脆度", "年龄", "脆度", None, None, "+"),
        ("脆度同样应当与喜悦正相关", "脆度", "喜悦", None, None, "+"),
        ("脆度同喜悦正相关", "脆度", "喜悦", None, None, "+"),
    ],
)
def test_relations_by_the_verbs_that_papers_use(
    text: str, from_: str, to: str, via: str | None, moderator: str | None, sign: str | None
) -> None:
    told = relation(text)
    assert told is not None
    assert (told.from_, told.to, told.via, told.moderator, told.sign) == (from_, to, via, moderator, sign)


def test_what_is_no_relation() -> None:
    assert relation("问卷分为两个部分") is None
    assert relation("香气很好，通过检验") is None
