"""Texts that mean harm, in every place that takes any text, are harmless in every format of every command."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile import accepted, read

from ..fuzz.commands import grammar
from ..golden.runner import Case, Outcome, Place, make_place, run_here
from .corpus import CALM, TURNS, hostile
from .judge import build_of, content_of, steering
from .lines import LINES, PLAN
from .seeded import WORD, rewrite, seed

COMMANDS = [command.words for command in grammar().commands if command.has("--format")]
REFUSED = "Dette kan ikke stå i planen"
# Where it matters what a text begins with; the others have had everything in two turns.
BEGINNINGS_MATTER = {"csv", "md"}


class Hostile(NamedTuple):
    """A seeded folder, and what is run with it after another text has been put in each place."""

    place: Place
    data: Path
    calm: Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    top = tmp_path_factory.mktemp("vond")
    seed(top / "data")
    place = make_place(top, top / "cache")
    found = Hostile(place, top / "data", top / "rolig.sqlite")
    outcome = _run(found, ("finn",))
    assert outcome.exit_code == 0, outcome.stderr
    found.calm.write_bytes(_catalogue(found).read_bytes())
    return found


def _catalogue(folder: Hostile) -> Path:
    (file,) = folder.place.cache.rglob("*.sqlite")
    return file


def _run(folder: Hostile, words: tuple[str, ...]) -> Outcome:
    (folder.place.folder / "utveksling.yaml").write_text(PLAN, encoding="utf-8")
    return run_here(Case("", {"UTVEKSLING_DATA": str(folder.data)}, words, None), folder.place)


@pytest.fixture
def put(folder: Hostile, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[int], str]], None]:
    """Put a text for each number in the catalogue and, as it is read, in the plan."""

    def changed(value: Any, text_for: Callable[[int], str]) -> Any:
        if isinstance(value, str):
            return WORD.sub(lambda match: text_for(int(match[1])), value)
        if isinstance(value, dict):
            return {key: changed(inner, text_for) for key, inner in value.items()}
        if isinstance(value, tuple):
            inner = [changed(one, text_for) for one in value]
            return type(value)(*inner) if hasattr(value, "_fields") else tuple(inner)
        return value

    def put_in(text_for: Callable[[int], str]) -> None:
        file = _catalogue(folder)
        file.write_bytes(folder.calm.read_bytes())
        rewrite(file, text_for)
        for module, name in ((accepted, "plan_of"), (read, "to_plan")):
            inner = _ORIGINAL[name]

            def reader(*given: Any, inner: Callable[..., Plan] = inner) -> Any:
                return changed(inner(*given), text_for)

            monkeypatch.setattr(module, name, reader)

    return put_in


_ORIGINAL: dict[str, Callable[..., Plan]] = {"plan_of": accepted.plan_of, "to_plan": read.to_plan}


def _formats(folder: Hostile, words: tuple[str, ...]) -> list[str]:
    """As the command itself names them when it is given another."""
    error = _run(folder, (*words, *LINES[words][0], "--format", "finnes-ikke")).stderr
    found = re.search(r"Lov er (.*?)\.", error)
    assert found, error
    return re.split(r", | og | eller ", found[1])


def _answers(
    folder: Hostile, words: tuple[str, ...], forms: list[str]
) -> Iterator[tuple[tuple[str, ...], str, Outcome, bytes]]:
    takes_file = next(command for command in grammar().commands if command.words == words).has("--ut")
    for form in forms:
        for options in LINES[words]:
            file = folder.place.folder / "svar"
            file.unlink(missing_ok=True)
            where = ("--ut", "svar") if takes_file and form != "tabell" else ()
            outcome = _run(folder, (*words, *options, "--format", form, *where))
            yield options, form, outcome, content_of(file, outcome.stdout)


def test_each_command_with_formats_has_a_line() -> None:
    assert set(LINES) == set(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_hostile_does_harm(folder: Hostile, put: Any, words: tuple[str, ...]) -> None:
    put(lambda number: f"{CALM} {number}")
    calm, forms = {}, _formats(folder, words)
    for options, form, outcome, content in _answers(folder, words, forms):
        assert outcome.exit_code in {0, 1}, outcome.stderr
        calm[options, form] = (outcome.exit_code, build_of(form, content))
    for turn in range(TURNS):
        put(lambda number, turn=turn: hostile(number, turn))
        tried = [form for form in forms if turn < 2 or form in BEGINNINGS_MATTER]
        for options, form, outcome, content in _answers(folder, words, tried):
            assert "Uventet feil" not in outcome.stderr, outcome.stderr
            assert steering(outcome.stderr) == set()
            if REFUSED in outcome.stderr:
                # A plan may not be written with what it may not be read with.
                assert (outcome.exit_code, outcome.stdout, content) == (2, "", b"")
                continue
            assert (outcome.exit_code, build_of(form, content)) == calm[options, form], (options, form, outcome)
