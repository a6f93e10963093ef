"""On a screen of any width a line fits, unless it is one word that nothing can break, and no figure or date is cut."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from utveksling_cli.render.layout import width_of
from utveksling_cli.render.screen import Screen

# Every width that somebody works at, and fewer of those where everything fits.
WIDTHS = (*range(20, 121), *range(125, 201, 5))
PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
COMMANDS = {
    "finn": ("finn", "--land", "Tyskland", "--antall", "8"),
    "finn, no hits": ("finn", "--land", "Japan", "--fag", "0613", "--undervisning", "engelsk"),
    "finn, sorted": ("finn", "--sorter", "vedtak", "--antall", "4"),
    "why": ("finn", "--land", "Japan", "--fag", "0613", "--uten-skolepenger", "--hvorfor", "tu-berlin"),
    "vis": ("vis", "eth-zurich"),
    "vis, several": ("vis", "fau"),
    "frister": ("frister",),
    "frister, days off": ("frister", "--semester", "V2028", "--land", "USA"),
    "frister, none": ("frister", "--semester", "V2019"),
    "budsjett": ("budsjett", "--land", "Australia", "--måneder", "5"),
    "budsjett, long": ("budsjett", "--land", "Tyskland", "--måneder", "12"),
    "budsjett, explained": (
        "budsjett", "--land", "USA", "--skolepenger", "5700,50 USD", "--kurs", "USD=8,5", "--forklar",
    ),
    "budsjett, unknown": ("budsjett", "--land", "Colombia", "--måneder", "1"),
    "sammenlign": (
        "sammenlign", "kth", "hes-so", "Japan", "--program", "fysikk", "--vekt", "klima=2,språk=1,sosialt=1",
    ),
    "sammenlign, six": (
        "sammenlign", "Mali", "USA", "tu-berlin", "dtu", "AR", "burapha-university", "--vekt", "kultur=1",
    ),
    "soknad": ("soknad", "--semester", "V2028", "--lærested", "tu-berlin"),
    "soknad, one step": ("soknad", "vertssoknad", "--lærested", "rwth-aachen-university"),
    "soknad, not here": ("soknad", "visum", "--land", "Sverige"),
    "frister, plan": ("frister", "--plan", f"{PLANS}/mangler-spraak.yaml"),
    "status": ("status", "--plan", f"{PLANS}/tyskland.yaml"),
    "sjekk": ("sjekk", "--plan", f"{PLANS}/for-tidlig.yaml"),
    "fagplan_forslag": ("fagplan", "forslag", "--erstatter", "TIØ4161", "--antall", "6"),
    "fagplan_forslag, grouped": (
        "fagplan", "forslag", "--erstatter", "TMA4240", "--gruppér", "lærested", "--antall", "6",
    ),
    "fagplan_velg": ("fagplan", "velg", "--lærested", "epfl", "--emner", "TDT4171,TMR4115"),
    "fagplan_vis": ("fagplan", "vis", "--plan", f"{PLANS}/fag.yaml"),
    "fagplan_vis, a year": ("fagplan", "vis", "--plan", f"{PLANS}/fag-aar.yaml"),
    "sprak": ("sprak", "--plan", f"{PLANS}/tyskland.yaml", "--cefr", "de=A2"),
    "sprak, unknown": ("sprak", "tu-berlin"),
    "krav": ("krav", "eth", "--studiepoeng", "90", "--snitt", "3,8", "--erasmus-måneder", "9"),
    "krav, anywhere": ("krav",),
    "krav, plan": ("krav", "--plan", f"{PLANS}/emne-uten-omfang.yaml"),
    "finn, plan": ("finn", "--land", "Sverige", "--antall", "6", "--plan", f"{PLANS}/favoritter.yaml"),
    "vis, plan": ("vis", "kth", "--plan", f"{PLANS}/favoritter.yaml"),
    "budsjett, plan": ("budsjett", "--plan", f"{PLANS}/med-penger.yaml", "--lærested", "kth"),
    "sammenlign, plan": ("sammenlign", "--plan", f"{PLANS}/med-penger.yaml"),
    "satser": ("satser",),
    "satser, over time": ("satser", "--vis", "lanekassen.basislan", "--vis", "erasmus"),
}  # fmt: skip
# Where the renderer is not called as the command is.
RENDERERS = {
    "why": "why",
    "frister, plan": "timeline",
    "fagplan_forslag": "fagplan_forslag",
    "fagplan_forslag, grouped": "fagplan_forslag",
    "fagplan_velg": "fagplan_velg",
    "fagplan_vis": "fagplan_vis",
    "fagplan_vis, a year": "fagplan_vis",
}
AMOUNT = re.compile("-?[0-9]{1,3}(?:\u00a0[0-9]{3})+")
DATE = re.compile("[0-9]{1,2}\\.\u00a0[a-z]+\\.?\u00a0[0-9]{4}")
# A label in a column of its own, or an indent, and then one word.
ONE_WORD = re.compile(r" *(?:\S[^ ]*(?: [^ ]+)* {2,})?[^ ]+")


@pytest.fixture(scope="module")
def rendered() -> dict[str, dict[int, str]]:
    """What each command has shown so far, by width."""
    return {}


@pytest.fixture
def shown(run, rendered: dict[str, dict[int, str]], monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function from a name to what that command shows at each width; the command itself runs once."""

    def texts(name: str) -> dict[int, str]:
        if name not in rendered:
            arguments = COMMANDS[name]
            module = import_module(f"utveksling_cli.render.{RENDERERS.get(name, arguments[0])}")
            as_table, kept = module.as_table, list[Any]()
            monkeypatch.setattr(module, "as_table", lambda view, screen: kept.append(view) or "")
            outcome = run(*arguments)
            assert (outcome.stderr, outcome.exit_code) == ("", 0)
            rendered[name] = {width: as_table(kept[0], Screen(width, colour=False)) for width in WIDTHS}
        return rendered[name]

    return texts


@pytest.mark.parametrize("name", COMMANDS)
def test_a_line_fits_or_is_one_word(shown, name: str) -> None:
    at = shown(name)
    too_wide = [
        (width, line)
        for width in WIDTHS
        for line in at[width].splitlines()
        if width_of(line) > width and not ONE_WORD.fullmatch(line)
    ]
    assert too_wide == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_amount_and_no_date_is_cut_or_lost(shown, name: str) -> None:
    at = shown(name)
    for pattern in (AMOUNT, DATE):
        everywhere = Counter(pattern.findall(at[WIDTHS[-1]]))
        assert [width for width in WIDTHS if Counter(pattern.findall(at[width])) != everywhere] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_line_ends_in_blanks_and_the_last_one_ends(shown, name: str) -> None:
    at = shown(name)
    for width in WIDTHS:
        text = at[width]
        assert text.endswith("\n")
        assert [line for line in text.split("\n") if line != line.rstrip(" ")] == []


@pytest.mark.parametrize("columns", ["1", "0", "-5", "mange", "", "100000"])
def test_a_strange_width_is_no_obstacle(run, columns: str) -> None:
    outcome = run("frister", COLUMNS=columns)
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    assert "Søknadsfrist" in outcome.stdout
