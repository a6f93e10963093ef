"""`start` on a terminal and without one, and what `velg` and `fjern` do to the plan."""

import os
import pty
import select
from collections.abc import Callable
from pathlib import Path

import pytest

from utveksling_cli.planfile import load

from ..golden.runner import SCRIPT, Place

HEAD = "schema: utveksling.plan/1\n"
SILENCE, MOST_SILENCES = 0.5, 120


def talk(place: Place, environment: dict[str, str], typed: list[str]) -> tuple[str, int]:
    """Run `start` on a terminal of its own, and answer each question with a line, or `^C` until it ends."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(place.folder)
        os.execve(SCRIPT, ["utveksling", "start"], environment)
    said = b""
    try:
        for line in typed:
            said += heard(terminal, lambda heard: heard.endswith(b": "))
            if line != "^C":
                os.write(terminal, f"{line}\n".encode())
        # One that comes while the question is being put waits for the next, as at any prompt of Python's.
        said += heard(terminal, lambda heard: False, nudge=b"\x03" if typed[-1] == "^C" else b"")
    finally:
        # Hanging up ends one that still waits.
        os.close(terminal)
        _, status = os.waitpid(child, 0)
    return said.decode("utf-8"), os.waitstatus_to_exitcode(status)


def heard(terminal: int, enough: Callable[[bytes], bool], nudge: bytes = b"") -> bytes:
    """What is said until that is enough or the other end is gone; a silence is met with `nudge`."""
    said = b""
    for _ in range(MOST_SILENCES):
        while select.select([terminal], [], [], SILENCE)[0]:
            try:
                part = os.read(terminal, 1024)
            except OSError:
                return said
            said += part
            if not part or enough(said):
                return said
        if nudge:
            os.write(terminal, nudge)
    raise AssertionError(f"nothing more was said after {said!r}")


@pytest.fixture
def plan(place: Place) -> Path:
    return place.folder / "utveksling.yaml"


def test_an_average_may_be_a_letter(run, plan: Path) -> None:
    """A is 5, as `krav` reads it."""
    assert run("start", "--ja", "--snitt", "B").exit_code == 0
    assert load(plan).profile.grade_average == 4


def test_the_length_of_the_stay_can_be_told_and_taken_back(run, plan: Path) -> None:
    told = run("start", "--ja", "--semester", "H2027", "--studieår", "ja", "--maneder", "10")
    assert "  Lengde           et studieår, 10 måneder\n" in told.stdout
    assert (load(plan).stay.study_year, load(plan).stay.months) == (True, 10)
    assert run("start", "--ja", "--studiear", "nei", "--måneder", "").exit_code == 0
    assert (load(plan).stay.study_year, load(plan).stay.months) == (False, None)


@pytest.mark.parametrize("typed", ["0", "13", "5,5", "fem"])
def test_a_length_that_cannot_be_is_refused(run, plan: Path, typed: str) -> None:
    assert run("start", "--ja", "--måneder", typed).exit_code == 2
    assert not plan.exists()


def test_a_study_year_from_the_spring_is_refused(run, plan: Path) -> None:
    outcome = run("start", "--ja", "--semester", "V2028", "--studieår", "ja")
    assert (outcome.exit_code, plan.exists()) == (2, False)
    assert "et studieår begynner om høsten" in outcome.stderr


def test_the_answers_stand_in_the_plan(place: Place, plan: Path, surroundings) -> None:
    typed = [
        "Fysikk", "bachelr", "bachelor", "Ålesund", "90", "3,8", "norsk", "en:vgs=5@2023", "",
        "V2028", "", "kth", "dtu", "",
    ]  # fmt: skip
    said, code = talk(place, surroundings(), typed)
    assert code == 0
    assert "«bachelr» er ikke lov. Mente du «bachelor»?" in said
    assert "Planen din er laget: utveksling.yaml" in said
    made = load(plan)
    assert (made.profile.programme, made.profile.level, made.profile.campus) == ("Fysikk", "bachelor", "alesund")
    assert (str(made.profile.credits_completed), str(made.profile.grade_average)) == ("90", "3.8")
    assert (made.languages[0].kind, made.languages[0].year) == ("upper_secondary", 2023)
    assert (str(made.stay.semester), made.stay.type, made.stay.hosts) == ("V2028", None, ("kth", "dtu"))
    assert plan.stat().st_mode & 0o777 == 0o600


def test_enter_keeps_what_is_there_and_a_dash_takes_it_away(place: Place, plan: Path, surroundings) -> None:
    text = f"{HEAD}# mitt\nprofile:\n  programme: Fysikk  # kjemi?\n  grade_average: 3.8\nstay:\n  hosts: [kth, dtu]\n"
    plan.write_text(text, encoding="utf-8")
    said, code = talk(place, surroundings(), ["", "", "", "", "-", "", "", "", "", "", "", ""])
    assert code == 0
    assert "[Fysikk]: " in said
    assert plan.read_text(encoding="utf-8") == text.replace("  grade_average: 3.8\n", "")


@pytest.mark.parametrize("answered", [0, 3, 9])
def test_breaking_off_writes_nothing(place: Place, plan: Path, surroundings, answered: int) -> None:
    said, code = talk(place, surroundings(), [*[""] * answered, "^C"])
    assert code == 130
    assert "Avbrutt. Ingenting er skrevet." in said
    assert not plan.exists()


def test_start_again_changes_only_what_is_told(run, plan: Path) -> None:
    run("start", "--ja", "--program", "Fysikk", "--språk", "en:ielts=6,5@2026-05-01", "--lærested", "kth")
    plan.write_text(plan.read_text(encoding="utf-8").replace("  programme", "  # mitt\n  programme"), encoding="utf-8")
    run("start", "--ja", "--språk", "de:cefr=B1", "--språk", "en:ielts=7", "--type", "praksis")
    made = load(plan)
    assert (made.profile.programme, made.stay.type, made.stay.hosts) == ("Fysikk", "traineeship", ("kth",))
    assert [(one.language, one.kind, one.score) for one in made.languages] == [
        ("de", "cefr", "B1"),
        ("en", "ielts", "7"),
    ]
    assert "  # mitt\n  programme: Fysikk\n" in plan.read_text(encoding="utf-8")


def test_start_without_a_terminal_writes_nothing(run, plan: Path) -> None:
    outcome = run("start", "--program", "Fysikk")
    assert outcome.exit_code == 2
    assert not plan.exists()


def test_a_wrong_answer_writes_nothing(run, plan: Path) -> None:
    assert run("start", "--ja", "--program", "Fysikk", "--snitt", "9").exit_code == 2
    assert not plan.exists()


def test_a_plan_above_is_the_one_that_is_filled_in(run, place: Place, plan: Path, monkeypatch) -> None:
    plan.write_text(HEAD, encoding="utf-8")
    below = place.folder / "ute"
    below.mkdir()
    outcome = run("start", "--ja", "--program", "Fysikk", UTVEKSLING_PLAN="ute/../utveksling.yaml")
    assert outcome.exit_code == 0
    assert load(plan).profile.programme == "Fysikk"


@pytest.mark.parametrize(
    ("arguments", "hosts"),
    [
        (["eth"], ("kth", "dtu", "eth-zurich")),
        (["eth", "--prioritet", "1"], ("eth-zurich", "kth", "dtu")),
        (["eth", "--prioritet", "2"], ("kth", "eth-zurich", "dtu")),
        (["eth", "--prioritet", "3"], ("kth", "dtu", "eth-zurich")),
        (["dtu", "--prioritet", "1"], ("dtu", "kth")),
        (["kth", "--prioritet", "3"], ("dtu", "kth")),
        (["kth"], ("kth", "dtu")),
    ],
    ids=" ".join,
)
def test_a_wish_is_put_where_it_was_wanted(run, plan: Path, arguments: list[str], hosts: tuple[str, ...]) -> None:
    plan.write_text(f"{HEAD}stay:\n  hosts: [kth, dtu]\n", encoding="utf-8")
    assert run("velg", *arguments).exit_code == 0
    assert load(plan).stay.hosts == hosts


def test_a_fourth_wish_leaves_the_file_alone(run, plan: Path) -> None:
    text = f"{HEAD}stay:\n  hosts: [kth, dtu, nus]\n"
    plan.write_text(text, encoding="utf-8")
    assert run("velg", "eth", "--prioritet", "1").exit_code == 2
    assert plan.read_text(encoding="utf-8") == text


def test_a_favourite_stays_when_it_is_wished_for_and_goes_with_the_wish(run, plan: Path) -> None:
    run("velg", "kth", "--favoritt")
    run("velg", "kth", "--favoritt")
    run("velg", "kth")
    assert (load(plan).favourites, load(plan).stay.hosts) == (("kth",), ("kth",))
    run("fjern", "KTH")
    assert (load(plan).favourites, load(plan).stay.hosts) == ((), ())


def test_fjern_makes_no_plan(run, plan: Path) -> None:
    assert run("fjern", "kth").exit_code == 3
    assert run("fjern", "kth", "--plan", "borte.yaml").exit_code == 4
    assert not plan.exists()


@pytest.mark.parametrize("name", ["-- kth", "$(id)", "%s", "ÅÆØ 中文", "x" * 500, "'", "=1+1"])
def test_a_hostile_programme_is_only_text(run, plan: Path, name: str) -> None:
    outcome = run("start", "--ja", f"--program={name}")
    if outcome.exit_code == 0:
        assert load(plan).profile.programme == name
    else:
        assert (outcome.exit_code, plan.exists()) == (2, False)
