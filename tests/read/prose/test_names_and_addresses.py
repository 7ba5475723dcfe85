"""Names on title pages whose addresses follow without a comma, or whose letters ran into them."""

import pytest

from evidence.read.prose.front.authors import authors_in

NAMES = ("Ada Cole", "Bob Lind", "Mira Oak")


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Colea, Bob Lindb and Mira Oaka", "a Department of Bread, Oslo; b Institute for Rye, Bergen"],
        ["Ada Colea, Bob Lindb and Mira Oakc", "aSchool of Bread, Oslo; bInstitute of Rye; cUniversity of Salt"],
        ["Ada Cole a,n, Bob Lind b, Mira Oak c a School of Bread, Oslo b Lake Shore University"],
        [
            "Ada Cole School of Bread, Oslo, Norway Bob Lind Institute of Rye, Dingle, Ireland Mira Oak Department of Art, Rome"
        ],
        [
            "Ada Cole School of Bread, Oslo, Norway, and Bob Lind Institute of Rye, The Netherlands Mira Oak Department of Art"
        ],
        [
            "Ada Cole Department of Bread, Lake Shore University Oslo a.cole@oven.example.no",
            "Bob Lind College of Rye, Bergen b.lind@oven.example.no",
            "Mira Oak School of Art and Salt, Rome",
            "ABSTRACT",
            "Tom Elm Department of Frost",
        ],
    ],
)
def test_each_name_is_told_without_its_address(lines: list[str]) -> None:
    assert authors_in(lines) == NAMES


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Kenji Tanaka and Maria Costa", "a Department of Bread, Oslo"], ("Kenji Tanaka", "Maria Costa")),
        (["Kenji Tanaka, Bob Lind and Mira Costa", "a School of Rye; b School of Salt"], ("Kenji Tanaka", "Bob Lind", "Mira Costa")),
        (["Kenji Tanaka, Rosa Lima and Mira Costa", "Department of Bread, Oslo"], ("Kenji Tanaka", "Rosa Lima", "Mira Costa")),
    ],
)  # fmt: skip
def test_names_that_end_in_such_a_letter_keep_it(lines: list[str], names: tuple[str, ...]) -> None:
    assert authors_in(lines) == names
