"""`check_path`: what `utveksling data sjekk` is told of a folder, a file, or something else altogether."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.catalogue.check import CheckReport, check_path
from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.model.errors import DataUnusable

KNOWN = (
    "agreements.yaml (utveksling.agreements/1), countries.yaml (utveksling.countries/1), "
    "credit_systems.yaml (utveksling.credit_systems/1), "
    "deadlines.yaml (utveksling.deadlines/1), exchange_rates.yaml (utveksling.exchange_rates/1), "
    "fields_of_study.yaml (utveksling.fields_of_study/1), funding_rates.yaml (utveksling.funding_rates/1), "
    "language_tests.yaml (utveksling.language_tests/1), places.yaml (utveksling.places/1), "
    "process.yaml (utveksling.process/1), course_decisions.csv (utveksling.course_decisions/1)"
)


def test_a_good_folder_names_the_files_that_were_read(data) -> None:
    assert check_path(data.path) == CheckReport(tuple(str(data.path / name) for name in ALL_FILES), ())


def test_a_file_that_is_missing_was_not_read(data) -> None:
    missing = data.path / "fields_of_study.yaml"
    missing.unlink()
    report = check_path(data.path)
    assert str(missing) not in report.files
    assert len(report.files) == len(ALL_FILES) - 1
    assert report.problems == (Problem(str(missing), 0, "fila finnes ikke"),)


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    lacking = tuple(Problem(str(tmp_path / name), 0, "fila finnes ikke") for name in ALL_FILES)
    assert check_path(tmp_path) == CheckReport((), lacking)


def test_problems_come_by_file_and_line(data) -> None:
    last = data.edit("agreements.yaml", "evidence: courses_only", "evidence: kurs ←")
    first = data.edit("agreements.yaml", "      lat: 48.10", "      lat: nord ←")
    middle = data.edit("agreements.yaml", "    city: Saint-Étienne", "    by: Saint-Étienne ←")
    rate = data.edit("exchange_rates.yaml", "nok: 11.50", "nok: mye ←")
    data.write("course_decisions.csv", "")
    found = [(Path(problem.file).name, problem.line) for problem in check_path(data.path).problems]
    # The missing `city` stands where its host begins, before the unknown key in it.
    missing = data.read("agreements.yaml").split("  - id: ecole")[0].count("\n") + 1
    agreements = [("agreements.yaml", line) for line in (first, missing, middle, last)]
    assert found == [*agreements, ("exchange_rates.yaml", rate), ("course_decisions.csv", 1)]


def test_one_file_is_checked_by_itself_and_by_its_name(data) -> None:
    path = data.path / "deadlines.yaml"
    line = data.edit("deadlines.yaml", "        day: 28", "        day: 31 ←")
    data.edit("deadlines.yaml", "except_country_sets: [semp.land]", "except_country_sets: [fra.en.annen.fil]")
    (problem,) = check_path(path).problems
    assert problem == Problem(str(path), line, "måned 2 har ikke 31 dager")


@pytest.mark.parametrize("name", ALL_FILES)
@pytest.mark.parametrize("elsewhere", ["kladd.txt", "countries (2).yaml", "min-fil"])
def test_a_file_under_another_name_is_known_by_its_schema(data, name: str, elsewhere: str) -> None:
    path = (data.path / name).rename(data.path / elsewhere)
    assert check_path(path) == CheckReport((str(path),), ())


@pytest.mark.parametrize("head", ['schema: "utveksling.countries/2"', "schema: 'utveksling.countries/2'"])
def test_a_file_of_a_later_schema_is_known_and_refused(data, head: str) -> None:
    data.write("nytt.yaml", f"# head\n{head}\ndata_version: 2026-11-20\nfree_movement: []\ncountries: []\n")
    (problem,) = check_path(data.path / "nytt.yaml").problems
    wanted = "schema: «utveksling.countries/2» er ikke lov; skal være utveksling.countries/1"
    assert (problem.line, problem.message) == (2, wanted)


@pytest.mark.parametrize("text", ["", "hei", "schema: noe.annet/1\n", "\n" * 30 + "schema: utveksling.countries/1\n"])
def test_a_file_that_says_nothing_of_itself_is_told_what_is_known(data, text: str) -> None:
    data.write("notat.txt", text)
    path = str(data.path / "notat.txt")
    message = f"ukjent fil; gi den navnet eller nøkkelen schema til en datafil: {KNOWN}"
    assert check_path(Path(path)) == CheckReport((path,), (Problem(path, 0, message),))


@pytest.mark.parametrize("name", ["nowhere.yaml", "x" * 1000, "a\0b"])
def test_a_path_to_nothing_is_an_error_with_a_hint(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataUnusable) as caught:
        check_path(tmp_path / name)
    assert caught.value.message == f"«{tmp_path / name}» finnes ikke."
    assert caught.value.hint
    assert caught.value.exit_code == 4


NOT_TEXT = {
    "UTF-16": ("schema: x\n".encode("utf-16"), 1, "er ikke UTF-8; lagre fila på nytt som UTF-8"),
    "Latin-1": ("# head\nnavn: Tromsø\n".encode("latin-1"), 2, "er ikke UTF-8; lagre fila på nytt som UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", 1, "er ikke UTF-8; lagre fila på nytt som UTF-8"),
    "UTF-16 without its mark": (
        "a: 1".encode("utf-16-le"),
        1,
        "tegnet U+0000 vises ikke som tekst og er ikke lov i data",
    ),
}


@pytest.mark.parametrize(("content", "line", "message"), NOT_TEXT.values(), ids=NOT_TEXT)
def test_a_file_that_is_not_utf8_says_so(data, content: bytes, line: int, message: str) -> None:
    path = data.path / "countries.yaml"
    path.write_bytes(content)
    assert check_path(path).problems == (Problem(str(path), line, message),)


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_marks_and_line_ends_of_windows_change_nothing(data, change) -> None:
    for name in ALL_FILES:
        data.write(name, change(data.read(name)))
    assert data.problems() == []
    line = data.edit("countries.yaml", "lanekassen_region: norden", "lanekassen_region: nord ←")
    (problem,) = check_path(data.path).problems
    assert problem.line == line


def test_a_file_that_is_too_large_is_not_read_to_its_end(data) -> None:
    path = data.path / "countries.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert check_path(path).problems == (Problem(str(path), 0, "fila er større enn 50 MB"),)


def test_a_file_that_may_not_be_read_says_so(data, monkeypatch) -> None:
    def refuse(path: Path, most: int) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("utveksling_cli.catalogue.source.read_regular", refuse)
    (problem,) = check_path(data.path / "countries.yaml").problems
    assert problem.message == "kan ikke leses; du mangler lesetilgang"


def test_ten_thousand_problems_take_seconds_and_not_minutes(data) -> None:
    """Each of the entries lacks a name and has an unknown key; 20 000 problems in one file."""
    entries = "".join(f'  - code: "01"\n    unknown_{number}: x\n' for number in range(10_000))
    head = "schema: utveksling.fields_of_study/1\ndata_version: 2026-11-20\nsource: https://x.org\n"
    data.write("fields_of_study.yaml", f"{head}verified_on: 2026-11-20\nfields:\n{entries}")
    began = time.perf_counter()
    problems = check_path(data.path / "fields_of_study.yaml").problems
    assert time.perf_counter() - began < 15
    assert len(problems) == 20_000
    assert (problems[-2].line, problems[-1].line) == (20_004, 20_005)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(name=st.sampled_from([*ALL_FILES, "other"]), content=st.binary(max_size=200), keep=st.booleans())
def test_no_bytes_make_the_check_fail_in_another_way(data, name: str, content: bytes, keep: bool) -> None:
    """Arbitrary bytes, by themselves or after a good head."""
    head = (data.path / ALL_FILES[1]).read_bytes()[:200] if keep else b""
    path = data.path / name
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(head + content)
    assert check_path(path).problems
    assert check_path(path.parent).problems or name == "other"
    path.unlink() if before is None else path.write_bytes(before)
