"""Usage errors are Norwegian whatever Typer finds wrong, and help pages are true."""

import shlex
import shutil
from pathlib import Path

import pytest
import typer.core
import typer.main

from utveksling_cli.catalogue.store import shipped_folder
from utveksling_cli.cli.app import COMMANDS, app
from utveksling_cli.cli.fagplan import COMMANDS as FAGPLAN
from utveksling_cli.cli.usage import parse_in_norwegian
from utveksling_cli.model.errors import UsageProblem

from ..golden.runner import Place

ENGLISH = ("Show this message", "Usage:", "Options:", "Error", "Missing", "No such", "default", "required")
PAGES = [(), *((name,) for name in COMMANDS), ("data", "sjekk"), *(("fagplan", name) for name in FAGPLAN)]


def command_and_context(path: tuple[str, ...]):
    command = typer.main.get_command(app)
    context = command.make_context("utveksling", [], resilient_parsing=True)
    for name in path:
        command = command.get_command(context, name)
        context = command.make_context(name, [], parent=context, resilient_parsing=True)
    return command, context


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
@pytest.mark.parametrize("name", ["--hjelp", "-h", "--help"])
def test_every_page_of_help_is_norwegian(run, path: tuple[str, ...], name: str) -> None:
    outcome = run(*path, name)
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    assert outcome.stdout.startswith("Bruk: utveksling")
    assert [word for word in ENGLISH if word in outcome.stdout] == []


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_every_option_and_argument_says_what_it_is_for(path: tuple[str, ...]) -> None:
    command, context = command_and_context(path)
    assert [param.name for param in command.get_params(context) if not param.help] == []


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_name_with_norwegian_letters_has_a_twin_in_ascii(path: tuple[str, ...]) -> None:
    command, context = command_and_context(path)
    spelled = [param.opts for param in command.get_params(context) if param.param_type_name == "option"]
    assert [names for names in spelled if not any(name.isascii() for name in names)] == []


FILES = Path(__file__).parents[1] / "golden" / "files"
PLAN, PLAN_OF_COURSES = FILES / "planer" / "tyskland.yaml", FILES / "planer" / "fag.yaml"


# A plan with room for a wish more, and with the hosts that the examples take out of it.
ONE_WISH = "schema: utveksling.plan/1\nstay:\n  hosts: [eth-zurich]\nfavourites: [national-university-of-singapore]\n"
# Here is no terminal to answer at, and it says so.
ASKS_QUESTIONS = "utveksling start"


def examples() -> list[str]:
    found = []
    for path in PAGES:
        command, _ = command_and_context(path)
        found += (command.epilog or "").splitlines()
    return sorted(set(found))


def make_files_of_courses(run, folder: Path) -> None:
    """What the examples name: a plan, which lacks something, a sheet that can be read back, and own decisions."""
    shutil.copy(PLAN_OF_COURSES, folder / "utveksling.yaml")
    shutil.copy(FILES / "emner" / "mine.csv", folder / "mine-vedtak.csv")
    run("fagplan", "eksporter", "--format", "xlsx", "--ut", "emner.xlsx")


@pytest.mark.parametrize("line", examples())
def test_every_example_in_the_help_works(run, place: Place, line: str) -> None:
    for folder in ("data", "min-mappe"):
        shutil.copytree(shipped_folder(), place.folder / folder)
    for plan in ("utveksling.yaml", "min-plan.yaml"):
        shutil.copy(PLAN, place.folder / plan)
    if line.startswith(("utveksling velg", "utveksling fjern")):
        (place.folder / "utveksling.yaml").write_text(ONE_WISH)
    if line.startswith("utveksling fagplan"):
        make_files_of_courses(run, place.folder)
    if line.startswith("utveksling fagplan legg-til"):
        shutil.copy(PLAN, place.folder / "utveksling.yaml")
    outcome = run(*shlex.split(line.partition(" > ")[0])[1:])
    if line.startswith("utveksling fagplan sjekk"):
        assert (outcome.exit_code, outcome.stderr) == (1, "")
    elif line == ASKS_QUESTIONS:
        assert (outcome.exit_code, "terminal" in outcome.stderr) == (2, True)
    else:
        assert (outcome.exit_code, outcome.stderr) == (0, "")


def test_what_typer_finds_wrong_in_a_way_not_known_today_is_still_told_in_norwegian() -> None:
    _, context = command_and_context(("vis",))
    context.resilient_parsing = False

    def parse(*_: object) -> list[str]:
        raise typer.TyperException("something new")

    with pytest.raises(UsageProblem) as caught:
        parse_in_norwegian(parse, context, [])
    assert caught.value.message == "Kommandoen kan ikke leses slik den er skrevet."
    assert caught.value.hint == "Se utveksling vis --hjelp"


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("finn", "--lnad", "Japan"), "--land"),
        (("finn", "--lan", "Japan"), "--land"),
        (("finn", "--LAND", "Japan"), "--land"),
        (("FINN", "--land", "Japan"), "finn"),
        (("budsjett", "--maaneder", "5"), "--maneder"),
        (("frister", "--lærsted", "ETH"), "--lærested"),
        (("bugdsjett",), "budsjett"),
        (("fullforing", "bahs"), "bash"),
        (("finn", "--sorter", "raporter"), "rapporter"),
    ],
)
def test_a_slip_of_the_finger_is_met_with_the_right_name(run, arguments: tuple[str, ...], suggestion: str) -> None:
    outcome = run(*arguments)
    assert outcome.exit_code == 2
    assert f"Mente du «{suggestion}»?" in outcome.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--i-dag", "2027-02-10", "frister"), ("frister", "--i-dag", "2027-02-10"), ("--i-dag=2027-02-10", "frister")],
    ids=" ".join,
)
def test_today_can_stand_before_the_command_or_after(run, arguments: tuple[str, ...]) -> None:
    assert "regnet fra 10. februar 2027" in run(*arguments).stdout.replace("\u00a0", " ")


def test_what_stands_nearest_the_command_wins(run) -> None:
    outcome = run("--i-dag", "2020-01-01", "frister", "--i-dag", "2027-02-10", UTVEKSLING_I_DAG="2026-01-01")
    assert "regnet fra 10. februar 2027" in outcome.stdout.replace("\u00a0", " ")


def test_the_middle_of_what_was_pasted_is_left_out(run) -> None:
    for pasted in ("x" * 10_000, "a b " * 2_500):
        outcome = run("finn", "--land", pasted)
        assert outcome.exit_code == 3
        assert f"landet «{pasted[:60]}…{pasted[-60:]}» finnes ikke" in outcome.stderr
        assert len(outcome.stderr) < 500
    path = "mappe/" * 40 + "plan.yaml"
    assert path in run("status", "--plan", path).stderr
