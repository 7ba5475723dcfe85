"""Each format's own sample gives the record we hold to be right, with places that show the printed values."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from evidence.assets import seeds
from evidence.read import read as read_file
from evidence.records import from_dict

read = cache(read_file)
SAMPLES = sorted(p for p in seeds("samples").iterdir() if p.suffix != ".json")


def expected_of(sample: Path) -> list[dict[str, object]]:
    records: list[dict[str, object]] = json.loads(sample.with_name(sample.name + ".json").read_text(encoding="utf-8"))
    return records


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_a_sample_reads_as_its_expected_records(sample: Path) -> None:
    assert [record.to_dict() for record in read(sample)] == expected_of(sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_every_place_shows_its_number(sample: Path) -> None:
    for record in read(sample):
        data = record.to_dict()
        for pointer, (start, end) in record.spans.items():
            value = value_at(data, pointer)
            if pointer == "/conventions/scale_points":  # `five-point` is a number in letters
                continue
            if isinstance(value, str) and re.fullmatch(r"[-<>=.\d%]+", value):
                digits = re.sub(r"\D", "", value).lstrip("0")
                shown = re.sub(r"\D", "", unicodedata.normalize("NFKC", record.text[start:end]).replace("O", "0"))
                assert digits in shown, (pointer, value, record.text[start:end])


def value_at(data: object, pointer: str) -> object:
    for part in pointer.strip("/").split("/"):
        data = data[int(part)] if isinstance(data, list) else data.get(part) if isinstance(data, dict) else None
    return data


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_reading_twice_is_reading_once(sample: Path) -> None:
    assert read_file(sample) == read(sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_records_survive_their_json(sample: Path) -> None:
    for record in read(sample):
        assert from_dict(record.to_dict()) == record


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_an_extracted_record_can_be_read_again(sample: Path, tmp_path: Path) -> None:
    """Extracted, looked over and ingested: every number of it has a place, stars and limits of fit too."""
    extracted = tmp_path / "extracted.json"
    extracted.write_text(json.dumps([record.to_dict() for record in read(sample)]), encoding="utf-8")
    assert [record.to_dict().get("spans") for record in read_file(extracted)] == [
        record.to_dict().get("spans") for record in read(sample)
    ]


def test_every_format_has_a_sample() -> None:
    kinds = {record.reader.name for sample in SAMPLES for record in read(sample)}
    assert {"text", "markdown", "html", "jats", "tei", "pdf", "docx"} <= kinds
