"""An index that takes over the verb of the one before it, with its short name in brackets."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand


@pytest.mark.parametrize(
    "text",
    [
        "The standardised root mean square residual (SRMR) of the model was 0.054 and the normed fit index (NFI) 0.861.",
        "SRMR was 0.054, below the limit of 0.08, and the normed fit index (NFI) 0.861.",
        "SRMR was 0.054, and NFI 0.861.",
    ],
)
def test_an_index_behind_another(text: str) -> None:
    page = f"# On bread and joy of bakers\n\n## Results\n\n{text}\n"
    (fit,) = understand(markdown.to_source(page.encode()))[0].fit
    assert (fit.srmr, fit.nfi) == ("0.054", "0.861")


@pytest.mark.parametrize("name", ["χ2/df", "χ2/d f", "χ2 / d f", "CMIN/d f", "χ2/d. f.", "chi-square/d f"])
def test_the_ratio_to_degrees_of_freedom_however_it_is_spaced(name: str) -> None:
    page = f"# On bread and joy of bakers\n\n## Results\n\nThe model fitted: {name} = 2.1, CFI = .95.\n"
    (fit,) = understand(markdown.to_source(page.encode()))[0].fit
    assert (fit.chi2_df, fit.chi2, fit.cfi) == ("2.1", None, ".95")
