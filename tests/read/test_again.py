"""A number read a second time: the whole printed number, and the same place by another parser."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from evidence.read import read, read_again
from evidence.read.again import SecondLook, tokens
from evidence.read.characters import by_pdfium, unpacked, untagged
from evidence.records import Path as Effect
from evidence.records import Printed, Record
from evidence.records.places import look_up, numbers
from tests.conftest import SEEDS

SAMPLES = sorted(p for p in (SEEDS / "samples").iterdir() if p.suffix != ".json")
TABLE = (
    "Table 2. Paths\nPath Beta t p\nTrust -> Loyalty {} 4.10 .001\nRisk -> Loyalty -.12 -2.04 .042\nEnd of the table."
)


def record(text: str, **printed: str) -> Record:
    """A record of one path whose numbers stand in the text as given, first place first."""
    values, spans = {}, {}
    for name, digits in printed.items():
        at = text.index(digits)
        values[name], spans[f"/paths/0/{name}"] = Printed(digits), (at, at + len(digits))
    return Record(paths=(Effect("Trust", "Loyalty", **values),), spans=spans, text=text)


def look(first: str, second: str, **printed: str) -> dict[str, str]:
    pointer = f"/paths/0/{next(iter(printed))}"
    return SecondLook(record(first, **printed), lambda: second)(pointer)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_both_readings_of_a_sound_document_agree(path: Path) -> None:
    for found in read(path):
        second = read_again(path, found)
        assert second is not None or not found.spans
        if second is None:
            continue
        assert {at: other for at, _ in numbers(found) if (other := second(at))} == {}


@pytest.mark.parametrize("path", [p for p in SAMPLES if not p.name.startswith("brand")], ids=lambda p: p.name)
def test_a_number_that_the_first_reader_spoilt_is_read_rightly_by_another_parser(path: Path) -> None:
    chance = random.Random(5)
    (found, *_) = read(path)
    placed = [at for at, v in numbers(found) if at in found.spans and found.text[slice(*found.spans[at])] == v]
    tried = right = 0
    for at in chance.sample(placed, min(12, len(placed))):
        start, end = found.spans[at]
        digits = str(look_up(found, at))
        spoilt = digits[:-1] + str((int(digits[-1]) + 3) % 10) if digits[-1].isdigit() else digits
        text = found.text[:start] + spoilt + found.text[end:]
        parts = at.split("/")[1:]
        if spoilt == digits or parts[0] != "paths":
            continue
        path_no = int(parts[1])
        changed = replace(found.paths[path_no], **{parts[2]: Printed(spoilt)})
        paths = (*found.paths[:path_no], changed, *found.paths[path_no + 1 :])
        second = read_again(path, replace(found, paths=paths, text=text))
        assert second is not None
        tried += 1
        right += second(at) == {"a second parser": digits}
    assert right == tried


def test_a_number_cut_short_is_read_whole() -> None:
    text = TABLE.format("-.485")
    assert look(text, text, beta=".48") == {"the whole printed number": "-.485"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (".43", ".48", {"a second parser": ".48"}),
        (".43", "-.48", {"a second parser": "-.48"}),
        (".43", "−.48**", {"a second parser": "-.48"}),
        (".48", ".48", {}),
        (".43", "O.48", {"a second parser": "0.48"}),
        (".43", "none", {}),
    ],
)
def test_what_stands_between_the_same_neighbours_is_the_second_reading(
    first: str, second: str, expected: dict[str, str]
) -> None:
    text = TABLE.format(first)
    assert look(text, TABLE.format(second), beta=first) == expected


def test_a_number_that_fell_apart_is_whole_in_the_other_text() -> None:
    assert look(TABLE.format("0.4 8"), TABLE.format("0.48"), beta="0.4") == {"a second parser": "0.48"}
    assert look(TABLE.format("0.4 8"), TABLE.format("x y z"), beta="0.4") == {}


def test_an_operator_and_a_percent_sign_stay() -> None:
    assert look("before p < .01 after it all", "before p < .03 after it all", p=".01") == {"a second parser": ".03"}
    bounded = record("the p of it < .01 after all that", p=".01")
    bounded = replace(bounded, paths=(replace(bounded.paths[0], p=Printed("<.01")),))
    assert SecondLook(bounded, lambda: "the p of it < .03 after all that")("/paths/0/p") == {"a second parser": "<.03"}
    assert look("rate of the day 31% was high", "rate of the day 37% was high", beta="31%") == {
        "a second parser": "37%"
    }
    assert look("rate of the day 31% was high", "rate of the day 31% was high", beta="31") == {}


def test_a_place_that_is_not_found_for_sure_is_not_read() -> None:
    text = TABLE.format(".43")
    assert look(text, "", beta=".43") == {}
    assert look(text, "Nothing of it stands here, not a single row of the table.", beta=".43") == {}
    twice = TABLE.format(".48") + "\n" + "filler " * 300 + TABLE.format(".49")
    assert look(text, twice, beta=".43") == {}


def test_a_table_of_another_order_is_not_taken_for_the_same_place() -> None:
    shuffled = "Table 2. Paths\n.001 Path 4.10 Beta\n9 8 7 6 5 4 3 2 1"
    assert look(TABLE.format(".43"), shuffled, beta=".43") == {}


def test_pointers_without_a_number_or_a_place_have_no_second_reading() -> None:
    found = record(TABLE.format(".43"), beta=".43")
    second = SecondLook(found, lambda: TABLE.format(".48"))
    assert second("/paths/0/stat") == second("/paths/0/from") == second("/nothing") == {}
    words = replace(found, spans={"/paths/0/beta": (0, 5)})
    assert SecondLook(words, lambda: TABLE.format(".48"))("/paths/0/beta") == {}
    assert read_again("nowhere.pdf", Record()) is None


def test_a_file_of_coded_evidence_has_no_second_parser(tmp_path: Path) -> None:
    coded = tmp_path / "coded.json"
    coded.write_text('{"schema": "evidence-record/1", "paths": [{"from": "a", "to": "b", "beta": ".43"}]}')
    second = read_again(coded, record(TABLE.format(".43"), beta=".43"))
    assert second is not None
    assert second("/paths/0/beta") == {}


def test_dashes_are_minus_signs_only_where_they_touch_nothing_before() -> None:
    cases = {"a -.4": "-.4", "ages 21-30": "30", "COVID-19": "19", "(-2)": "-2", "x − 3": "-3"}
    for text, expected in cases.items():
        digits = expected.removeprefix("-")
        found = look(text, text, b=digits)
        assert next(iter(found.values()), digits) == expected


def test_tokens_are_words_numbers_and_minus_signs() -> None:
    assert [t.text for t in tokens("H3b: −O.85** [1,023] 样本377份")] == [
        "h3b", "0.85", "1,023", "样", "本", "377", "份",
    ]  # fmt: skip


def test_the_other_parsers_give_the_characters() -> None:
    page = "<p>a<b>b</b></p><script>no</script><td>1</td><td>2</td><br/>&minus;3"
    assert untagged(page.encode()).split() == ["ab", "1", "2", "−3"]
    assert untagged(b"<p>kept</p> <![if x]> <p>and</p>").split()[0] == "kept"
    assert unpacked(b"no archive") == ""
    assert by_pdfium(b"%PDF-1.4 broken") == ""
    sample = next(p for p in SAMPLES if p.suffix == ".pdf")
    assert "Table" in by_pdfium(sample.read_bytes())
    assert "Table" in unpacked(next(p for p in SAMPLES if p.suffix == ".docx").read_bytes())
