"""Panels: the waves that names and alphas are of."""

import pytest

from evidence.read.html import READER
from evidence.read.text import to_source
from evidence.read.understanding import understand
from evidence.read.waves import of_wave

PAPER = (
    "Why bakers stay: a survey\n\nAda Cole\n\n1 Introduction\n\nWords.\n\n2 Method\n\n{}\n\n3 Results\n\nThis is all.\n"
)


def alphas(said: str) -> dict[str, str]:
    record = understand(to_source(PAPER.format(said).encode()))[0]
    return {c.name: str(c.alpha) for c in record.constructs if c.alpha}


@pytest.mark.parametrize(
    "said",
    [
        "Cronbach's α was .69 at Time 1, .72 at Time 2, and .71 at Time 3.",
        "The items were averaged (αs = .69, .72, and .71 at Times 1, 2, and 3, respectively).",
        "The items were averaged (αs = .69, .72 and .71 at Time 1, Time 2 and Time 3).",
        "The items were averaged (Time 1: α = .69; Time 2: α = .72; Time 3: α = .71).",
        "It was given at Time 1 (α = .69), Time 2 (α = .72) and Time 3 (α = .71).",
    ],
)
def test_alphas_of_waves_are_told_apart(said: str) -> None:
    assert alphas(f"Joy was measured with four items. {said}") == {
        "Joy Time 1": ".69",
        "Joy Time 2": ".72",
        "Joy Time 3": ".71",
    }


def test_they_are_of_the_scale_that_is_named() -> None:
    said = "Warmth was measured twice. For frost, Cronbach's alpha was .78 at T1 and .80 at T2."
    assert alphas(said) == {"frost T1": ".78", "frost T2": ".80"}
    said = "Warmth was measured twice. The alphas of frost were .78 at Wave 1 and .80 at Wave 2."
    assert alphas(said) == {"frost Wave 1": ".78", "frost Wave 2": ".80"}


@pytest.mark.parametrize(
    "said",
    [
        "Joy was measured with four items, the alphas of which ranged from .81 to .84.",
        "Joy correlated with salt, r = .31 at T1 and r = .32 at T2; alpha was .80.",
        "Joy was measured with four items (α = .81).",
    ],
)
def test_other_figures_are_of_no_wave(said: str) -> None:
    assert not any(of_wave(name) for name in alphas(said))


@pytest.mark.parametrize(
    ("name", "wave"),
    [
        ("Joy at Time 1", ("Joy", "1")),
        ("T2 joy", ("joy", "2")),
        ("Joy (wave 3)", ("Joy", "3")),
        ("Joy, T1", ("Joy", "1")),
        ("Overtime 3", None),
        ("Joy 2", None),
        ("Time 1", None),
        ("T1", None),
    ],
)
def test_the_wave_of_a_name(name: str, wave: tuple[str, str] | None) -> None:
    found = of_wave(name)
    assert (found and (found[0], found[2])) == wave


PANEL = """<html><body><h1>Salt and joy over a year</h1><p>Bakers were asked three times.</p>
<table><caption>Table 1. Means, standard deviations and correlations</caption>
<tr><th>Variable</th><th>M</th><th>SD</th><th>1</th><th>2</th><th>3</th></tr>
<tr><td>1. Salt T1</td><td>3.1</td><td>0.8</td><td></td><td></td><td></td></tr>
<tr><td>2. Joy T1</td><td>3.2</td><td>0.9</td><td>.31</td><td></td><td></td></tr>
<tr><td>3. Joy T2</td><td>3.3</td><td>0.7</td><td>.22</td><td>.53</td><td></td></tr></table>
<table><caption>Table 2. Path coefficients</caption>
<tr><th>Path</th><th>β</th><th>p</th></tr>
<tr><td>Salt Time 1 → Joy Time 2</td><td>.12</td><td>.031</td></tr>
<tr><td>Joy Time 1 → Joy Time 2</td><td>.48</td><td>.001</td></tr>
<tr><td>Joy Time 2 → Joy Time 3</td><td>.51</td><td>.002</td></tr></table></body></html>"""


def test_a_variable_of_a_wave_has_one_name_in_all_tables() -> None:
    record = understand(READER.to_source(PANEL.encode()))[0]
    assert [(p.from_, p.to) for p in record.paths] == [
        ("Salt T1", "Joy T2"),
        ("Joy T1", "Joy T2"),
        ("Joy T2", "Joy T3"),
    ]


LAGGED = PANEL.replace("Salt T1", "Salt (T1)").replace("Joy T1", "Calm (T1)").replace("Joy T2", "Joy (T2)")


def test_what_was_measured_once_is_not_named_by_its_wave() -> None:
    record = understand(READER.to_source(LAGGED.split("<table><caption>Table 2")[0].encode()))[0]
    assert record.correlations[0].names == ("Salt", "Calm", "Joy")
    twice = LAGGED.split("<table><caption>Table 2")[0].replace("Calm (T1)", "Joy (T1)")
    assert understand(READER.to_source(twice.encode()))[0].correlations[0].names == ("Salt", "Joy (T1)", "Joy (T2)")


@pytest.mark.parametrize(
    "said",
    [
        "Cronbach's alpha exceeded .70 at Time 1 and .80 at Time 2.",
        "Alphas of the subscales ranged from .71 (T1) to .86 (T3).",
        "With alpha set at 5%, power was .80 at Time 1 and .76 at Time 2.",
        "Smith and Jones (2010) reported alphas of .81 at Time 1 and .84 at Time 2.",
        "Alphas of the two facets, warmth and frost, were .81 and .84 at T1 and T2.",
    ],
)
def test_figures_of_something_else_at_each_wave_are_no_alphas(said: str) -> None:
    assert alphas(f"Joy was measured with four items. {said}") == {}


def test_another_figure_at_each_wave_leaves_the_alpha() -> None:
    said = "Cronbach's α was .88, with average variances extracted of .55 and .58 at Wave 1 and Wave 2."
    assert alphas(f"Joy was measured with four items. {said}") == {"Joy": ".88"}


def test_a_bare_list_is_of_the_waves_of_the_scale_before() -> None:
    said = "2.1 Joy\n\nCronbach's alpha was .69, .72, and .71 at T1, T2, and T3, respectively.\n\n2.2 Calm\n\n{}"
    told = alphas(said.format("Three items were averaged (αs = .80, .77, and .78)."))
    assert {name: a for name, a in told.items() if "Calm" in name} == {"Calm T1": ".80", "Calm T2": ".77", "Calm T3": ".78"}  # fmt: skip
    for other in ("(αs = .80 and .77).", "(αs = .80, .77, and .78, AVE = .55)."):
        assert not any("Calm T" in name for name in alphas(said.format(f"Items were averaged {other}")))
