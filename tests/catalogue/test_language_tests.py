"""What stands in language_tests.yaml comes out of the catalogue, field by field, and what contradicts it is told."""

from __future__ import annotations

import pytest

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.model.language import (
    Advice,
    Band,
    Comparable,
    LanguageFacts,
    LanguageTest,
    Levels,
    Margin,
    Price,
    ResultTime,
    Scale,
    Validity,
)

LEVELS = Levels(
    scores=(("A1", "10"), ("A2", "20"), ("B1", "40"), ("B2", "70"), ("C1", "95"), ("C2", "114")),
    status="official",
    confidence="high",
    source="https://example.org/levels",
    verified_on="2026-11-04",
    note="Laveste poeng",
)
COMPARABLE = Comparable(
    scale="0_120",
    printed_until="2028-02-01",
    bands=(Band("4.5", "86", "94"), Band("5", "95", "106")),
    status="reported",
    confidence="low",
    source="https://example.org/bands",
    verified_on="2026-11-06",
    note="To av dem",
)
TOEFL = LanguageTest(
    id="toefl_ibt",
    name="TOEFL iBT",
    language="en",
    scales=(
        Scale(
            id="0_120",
            name="0–120",
            from_date=None,
            until_date="2026-01-21",
            lowest="0",
            highest="120",
            step="1",
            levels=LEVELS,
            comparable=None,
            status="official",
            confidence="medium",
            source="https://example.org/old",
            verified_on="2026-11-05",
            note="Den gamle",
        ),
        Scale(
            id="1_6",
            name="1–6",
            from_date="2026-01-21",
            until_date=None,
            lowest="1",
            highest="6",
            step="0.5",
            levels=None,
            comparable=COMPARABLE,
            status="official",
            confidence="high",
            source="https://example.org/new",
            verified_on="2026-11-07",
            note=None,
        ),
    ),
    validity=Validity(2, "reported", "high", "https://example.org/validity", "2026-11-08", None),
    results=ResultTime(3, "estimate", "low", None, "2026-11-09", "Omtrent"),
    prices=(Price("290.50", "USD", 2020, "reported", "low", "https://example.org/price", "2026-11-10", "Gammel"),),
)
FOR_EVER = Validity(None, "estimate", "medium", None, "2026-11-11", None)
CONTRADICTIONS = {
    "one test twice": ("  - id: ielts", "  - id: toefl_ibt ←", "id «toefl_ibt» er brukt før"),
    "one advice twice": ("  - id: guess", "  - id: ask ←", "id «ask» er brukt før"),
    "a level above the scale": (
        "highest: 120\n        step: 1\n        levels:\n",
        "highest: 113\n        step: 1\n        levels: ←\n",
        "poengene skal være fra 0 til 113",
    ),
    "a scale that the test lacks": (
        'comparable:\n          scale: "0_120"',
        'comparable: ←\n          scale: "0_121"',
        "testen har ingen annen skala 0_121",
    ),
    "a scale compared with itself": (
        'comparable:\n          scale: "0_120"',
        'comparable: ←\n          scale: "1_6"',
        "testen har ingen annen skala 1_6",
    ),
    "a band of no score": (
        'comparable:\n          scale: "0_120"\n          printed_until: 2028-02-01\n          bands:\n',
        'comparable: ←\n          scale: "0_120"\n          bands:\n            - {score: 0.5, low: 0, high: 0}\n',
        "score skal være fra 1 til 6",
    ),
}
UNREADABLE = {
    "levels that fall": ("          B2: 70", "          B2: 40 ←", "hvert nivå skal ha høyere poeng enn nivået under"),
    "both a limit and none": (
        "{unlimited: true, status",
        "{unlimited: true, years: 2, ← status",
        "skal ha enten years",
    ),
    "neither a limit nor none": ("{unlimited: true, status", "{unlimited: false, ← status", "skal ha enten years"),
    "results on the day": ("{days: 3, status", "{days: 0, ← status", "skal være større enn 0"),
    "a name with a hyphen": ("  - id: duolingo", "  - id: duo-lingo ←", "skal være en id med små bokstaver, tall og"),
}


def test_all_that_is_known_of_language_tests(catalogue) -> None:
    assert language_facts(catalogue) == LanguageFacts(
        tests={
            "toefl_ibt": TOEFL,
            "ielts": LanguageTest("ielts", "IELTS", "en", (), None, None, ()),
            "cambridge": LanguageTest("cambridge", "Cambridge", "en", (), FOR_EVER, None, ()),
            "duolingo": LanguageTest("duolingo", "Duolingo", "en", (), None, None, ()),
        },
        advice={
            "ask": Advice(
                "ask", "Spør der du skal", "reported", "high", "https://example.org/advice", "2026-11-02", "Ordrett"
            ),
            "guess": Advice("guess", "Prøv deg fram", "estimate", "low", None, "2026-11-03", None),
        },
        margin=Margin(10, "estimate", None, "2026-11-01", "Til prøve"),
    )


@pytest.mark.parametrize(("old", "new", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_told_with_its_line(data, old: str, new: str, message: str) -> None:
    line = data.edit("language_tests.yaml", old, new)
    assert f"language_tests.yaml:{line}: {message}" in data.problems()


@pytest.mark.parametrize(("old", "new", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_value_that_is_none_is_told(data, old: str, new: str, message: str) -> None:
    data.edit("language_tests.yaml", old, new.replace(" ←", ""))
    (problem,) = data.problems()
    assert problem.startswith("language_tests.yaml:")
    assert message in problem


@pytest.mark.parametrize("test", ["ielts", "cambridge", "duolingo"])
def test_a_test_that_minima_are_given_in_cannot_be_missing(data, test: str) -> None:
    data.edit("language_tests.yaml", f"  - id: {test}", "  - id: another")
    (problem,) = data.problems()
    assert problem.endswith(f"testen {test} mangler; lærestedenes språkkrav er oppgitt med den")


def test_the_scale_that_minima_for_toefl_are_given_on_cannot_be_missing(data) -> None:
    text = (
        data.read("language_tests.yaml")
        .replace('id: "0_120"', 'id: "0_130"')
        .replace('scale: "0_120"', 'scale: "0_130"')
    )
    data.write("language_tests.yaml", text)
    (problem,) = data.problems()
    assert problem.endswith("skalaen 0_120 mangler; lærestedenes språkkrav er oppgitt på den")


@pytest.mark.parametrize("score", ["121", "-1"])
def test_a_hosts_minimum_is_a_score_that_the_test_can_give(data, score: str) -> None:
    line = data.edit("agreements.yaml", "        toefl_ibt: 80", f"        toefl_ibt: {score} ←")
    message = f"{score} er ikke på skalaen 0–120 i language_tests.yaml"
    assert data.problems() == [f"agreements.yaml:{line}: {message}"]


def test_a_host_has_one_window_for_each_season(data) -> None:
    line = data.edit("agreements.yaml", "      - season: autumn", "      - season: spring ←")
    assert data.problems() == [f"agreements.yaml:{line}: bare én frist for spring hos hvert lærested"]


def test_a_hosts_day_is_a_day(data) -> None:
    line = data.edit(
        "agreements.yaml", "          month: 4\n          day: 1", "          month: 4\n          day: 31 ←"
    )
    assert data.problems() == [f"agreements.yaml:{line}: måned 4 har ikke 31 dager"]


def test_a_window_names_a_day(data) -> None:
    data.edit("agreements.yaml", "        application:\n          month: 4\n          day: 1\n", "")
    (problem,) = data.problems()
    assert problem.endswith("skal ha nomination, application eller begge")
