"""A few hundred cases of the long run, the same ones each time; `make fuzz` runs as many as wanted."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .cases import FuzzCase, drawn, from_json, numbered
from .commands import grammar
from .hostile import harmless
from .judge import judged
from .run import Run

# Cases that once ended in a fault, each cut down to what caused it.
FOUND = sorted((Path(__file__).parent / "found").glob("*.json"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@given(random=st.randoms(use_true_random=False))
@settings(derandomize=True, max_examples=120, suppress_health_check=list(HealthCheck))
def test_no_case_makes_the_program_fail(home: Path, random: Random) -> None:
    case = drawn(random)
    verdict = judged(case, home, home / "cache")
    assert verdict.fault == "", case.as_json()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_went_wrong_once_goes_right(home: Path, path: Path) -> None:
    verdict = judged(from_json(path.read_text(encoding="utf-8")), home, home / "cache")
    assert verdict.fault == ""


def test_a_case_is_the_same_for_the_same_numbers_and_comes_back_from_its_file() -> None:
    for number in range(50):
        case = numbered(7, number)
        assert numbered(7, number) == case
        assert from_json(case.as_json()) == case


def test_every_command_is_in_the_grammar_with_its_options() -> None:
    commands = {command.words: command for command in grammar().commands}
    assert {("finn",), ("fagplan", "legg-til"), ("data", "sjekk"), ("fullføring",)} <= commands.keys()
    assert commands[("finn",)].has("--land")
    assert commands["fagplan", "legg-til"].has("--fil")


@pytest.mark.parametrize("argument", ["/etc/passwd", "--ut=/etc/passwd", "../../x", "~/x", "--ut=../x", "//x"])
def test_no_argument_leads_out_of_the_cases_own_folder(argument: str) -> None:
    value = harmless(argument).rpartition("=")[2]
    assert not value.startswith(("/", "~"))
    assert "../" not in value


def test_a_fault_is_noticed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    case = FuzzCase("", ("finn", "--by", "Wien"), {}, {})
    assert judged(case, home, home / "cache").fault == ""
    monkeypatch.setattr("utveksling_cli.cli.finn.check_format", broken)
    assert "Uventet feil" in judged(case, home, home / "cache").fault


def test_a_workbook_on_standard_output_is_no_fault(home: Path) -> None:
    case = FuzzCase("", ("budsjett", "--land", "Japan", "--format", "xlsx"), {}, {})
    assert judged(case, home, home / "cache").fault == ""


def test_a_run_counts_only_what_its_log_says_was_run(tmp_path: Path) -> None:
    log = tmp_path / "1.jsonl"
    log.write_text('{"block": 0, "cases": 500, "seconds": 1.0, "slowest": 0.1, "faults": []}\n', encoding="utf-8")
    assert Run(1, log).cases == 500
