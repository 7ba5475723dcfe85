"""Several subjects before one verb, and clauses that leave their verb out."""

from pathlib import Path

import pytest

from evidence.read import read

CASES = [
    ("As expected, crust (β = .34, p < .001), smell (β = .15, p = .004) and price (β = .41, p < .001) predicted joy.", {("crust", "joy"), ("smell", "joy"), ("price", "joy")}),
    ("Crust predicted joy (β = .48, p < .001), and so did smell (β = .12, p = .002).", {("Crust", "joy"), ("smell", "joy")}),
    ("Crust predicted joy (β = .48, p < .001), but price did not (β = .02, p = .602).", {("Crust", "joy"), ("price", "joy")}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "ends"), CASES)
def test_each_coefficient_has_its_own_subject(tmp_path: Path, said: str, ends: set[tuple[str, str]]) -> None:
    file = tmp_path / "bread.md"
    file.write_text(f"# On bread\n\n## Results\n\n{said}\n")
    (record,) = read(file)
    assert {(p.from_.lower(), p.to.lower()) for p in record.paths} == {(a.lower(), b) for a, b in ends}
