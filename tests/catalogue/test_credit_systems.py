"""Credit systems and earlier decisions come out of the catalogue as they stand, and contradictions are told."""

from __future__ import annotations

import pytest

from utveksling_cli.catalogue.credit_queries import credit_facts
from utveksling_cli.catalogue.decision_ids import with_ids
from utveksling_cli.catalogue.decision_queries import (
    course_decision,
    course_decisions,
    hosts_with_names,
    ntnu_course_codes,
)
from utveksling_cli.catalogue.decisions import DecisionRow
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.credits import FirstYearCourses, Norm, ReplacedCourse

FULL = Norm(
    id="probehochschule",
    institution="probehochschule-munchen",
    host=None,
    countries=("DE",),
    level="master",
    field="Maschinenbau",
    credits="48",
    credits_at_most="50.5",
    unit="Punkte",
    basis="full_time_load",
    status="reported",
    confidence="medium",
    source="https://example.org/credits",
    verified_on="2026-11-12",
    note="Uten oppgave",
)
CONTRADICTIONS = {
    "one norm twice": ("  - id: land", "  - id: probehochschule ←", "id «probehochschule» er brukt før"),
    "a host that is nowhere": (
        "    institution: probehochschule-munchen",
        "    institution: nowhere ←",
        "«nowhere» mangler i agreements.yaml",
    ),
    "a host in another country": ("    countries: [DE]", "    countries: [FR] ←", "lærestedet ligger i DE"),
    "a country that is nowhere": ("[DE, FR]", "[DE, XX] ←", "landet XX mangler i countries.yaml"),
    "one course twice": ("  - code: TDT0003", "  - code: TDT0001 ←", "code «TDT0001» er brukt før"),
    "first-year courses of one country twice": ("  - code: DE", "  - code: FR ←", "code «FR» er brukt før"),
    "first-year courses of a country that is nowhere": (
        "  - code: DE",
        "  - code: XX ←",
        "landet XX mangler i countries.yaml",
    ),
    "a course in its own place": (
        "    replaced_by: TDT0002",
        "    replaced_by: TDT0001 ←",
        "et emne erstatter",
    ),
}
UNREADABLE = {
    "a norm of two hosts": (
        "  - id: et-annet-sted",
        "  - id: et-annet-sted ←\n    institution: kth",
        "skal ha bare ett av institution og host",
    ),
    "no credits at all": ("credits: 120", "credits: 0 ←", "skal være større enn 0"),
    "a range that ends before it begins": ("  - id: probehochschule", "  - id: probehochschule ←", None),
    "a basis that is none": ("basis: ntnu_table", "basis: guess ←", "skal være ntnu_table, stated_equivalence eller"),
    "a level that no norm has": ("level: master", "level: phd ←", "skal være bachelor eller master"),
    "a rule that no check has": (
        "problem: course.first_year\n",
        "problem: course.first ←\n",
        "skal være course.first_year eller",
    ),
    "a course code that is none": ("code: TDT0003", "code: tdt3 ←", "skal være en emnekode ved NTNU"),
}


def test_every_field_comes_out_as_it_stands_in_the_file(catalogue) -> None:
    facts = credit_facts(catalogue)
    assert facts.norms[0] == FULL
    assert [(norm.id, norm.institution, norm.host, norm.countries) for norm in facts.norms[1:]] == [
        ("et-annet-sted", None, "Et annet sted", ("FR",)),
        ("land", None, None, ("DE", "FR")),
    ]
    source, note = "https://example.org/replaced", "Nytt navn også"
    assert facts.replaced == {
        "TDT0001": ReplacedCourse("TDT0001", "TDT0002", "2024-08-01", "reported", source, "2026-11-15", note),
        "TDT0003": ReplacedCourse("TDT0003", None, "2025-01-01", "estimate", None, "2026-11-16", None),
    }
    refused, source = "slike godtas ikke", "https://example.org/first-year"
    also = FirstYearCourses(
        "DE", "course.first_year_argentina", "slike godtas heller ikke", "estimate", None, "2026-11-18", None
    )
    assert facts.first_year == {
        "FR": FirstYearCourses("FR", "course.first_year", refused, "reported", source, "2026-11-17", "Til prøve"),
        "DE": also,
    }


@pytest.mark.parametrize(("old", "new", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_told_with_its_line(data, old: str, new: str, message: str) -> None:
    line = data.edit("credit_systems.yaml", old, new)
    (problem,) = data.problems()
    assert problem.startswith(f"credit_systems.yaml:{line}: {message}")


@pytest.mark.parametrize(("old", "new", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_value_that_is_none_is_told_with_its_line(data, old: str, new: str, message: str | None) -> None:
    line = data.edit("credit_systems.yaml", old, new)
    if message is None:
        data.edit("credit_systems.yaml", "credits_at_most: 50.5", "credits_at_most: 48")
        message = "credits_at_most skal være større enn credits"
    (problem,) = data.problems()
    assert problem.startswith(f"credit_systems.yaml:{line}: ")
    assert message in problem


def test_decisions_come_out_by_host_by_course_and_by_id(catalogue) -> None:
    found = course_decisions(catalogue)
    assert [one.ntnu_code for one in found] == ["TTK4105", "TTT4120", "TMA4100", "TDT4100"]
    assert found[0] == CourseDecision(
        id=found[0].id,
        institution="probehochschule-munchen",
        host_code="EI0001",
        host_title="Regelung, Teil 1",
        host_credits="6",
        ntnu_code="TTK4105",
        ntnu_title="Reguleringsteknikk",
        decision="approved",
        decided="2025-02",
        source_url="https://example.org/1",
        number=1,
    )
    assert course_decisions(catalogue, institution="second-trial-university") == found[3:]
    assert course_decisions(catalogue, ntnu_codes=("TMA4100", "TTK4105")) == [found[0], found[2]]
    assert course_decisions(catalogue, institution="second-trial-university", ntnu_codes=("TMA4100",)) == []
    assert course_decision(catalogue, found[2].id) == found[2]
    assert course_decision(catalogue, "3") == found[2]
    unknown = ("v00000000", "0", "5", "-1", "3.0", "", "9" * 40, "³")
    assert [course_decision(catalogue, name) for name in unknown] == [None] * len(unknown)


def test_the_courses_and_the_names_of_hosts_that_decisions_are_about(catalogue) -> None:
    assert ntnu_course_codes(catalogue) == ["TDT4100", "TMA4100", "TTK4105", "TTT4120"]
    names = hosts_with_names(catalogue, frozenset({"probehochschule-munchen"}))
    assert names == {"probehochschule-munchen": ("Probehochschule für Technik", "DE")}


def row(decided: str, title: str = "One") -> DecisionRow:
    return DecisionRow("a", "X1", title, "6", "TDT4100", "Objekt", "approved", decided, "https://example.org")


def test_an_id_stays_when_rows_come_and_go() -> None:
    first, second = row("2020"), row("2024", "Two")
    alone = dict(with_ids([second]))
    assert alone.items() <= dict(with_ids([first, second])).items()


def test_decisions_on_the_same_thing_are_numbered_from_the_oldest() -> None:
    newer, older = row("2024"), row("2020")
    (newer_id, _), (older_id, _) = with_ids([newer, older])
    assert (older_id + "-2", older_id) == (newer_id, newer_id.removesuffix("-2"))


def test_own_rows_have_a_letter_of_their_own() -> None:
    (shipped, _), (own, _) = [*with_ids([row("2020")]), *with_ids([row("2020")], "e")]
    assert (shipped[0], own[0], shipped[1:]) == ("v", "e", own[1:])
