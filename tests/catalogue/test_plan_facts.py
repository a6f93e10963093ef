"""What the dates of any plan rest on comes out of the catalogue, field by field, and what contradicts it is told."""

from __future__ import annotations

import pytest

from utveksling_cli.catalogue.plan_fact_queries import plan_facts
from utveksling_cli.model.place import NtnuTerm
from utveksling_cli.model.plan_facts import FreeMovement, LeadTime, Statement

CONTRADICTIONS = {
    "a country that is nowhere": (
        "countries.yaml",
        "countries: [DE, FR]",
        "countries: [DE, XX] ←",
        "landet XX mangler i countries",
    ),
    "a citizenship that no plan has": (
        "countries.yaml",
        "[norwegian, nordic]",
        "[norsk, nordic] ←",
        "«norsk» er ikke lov",
    ),
    "a time from more to less": (
        "process.yaml",
        "  reply:\n    shortest: 2",
        "  reply: ←\n    shortest: 3",
        "shortest skal være",
    ),
    "an assumption that says nothing": ("process.yaml", "    text: ventetid for visum\n", "", "text mangler"),
    "a time in years": (
        "process.yaml",
        "    unit: weeks\n    text: Svartid",
        "    unit: years ←\n    text: Svartid",
        "«years» er ikke lov",
    ),
    "a time where none is counted": (
        "process.yaml",
        "        text: Fristen og litt til",
        "        text: Fristen og {time} til ←",
        "{time} går bare med anchor ntnu_reply eller visa_application",
    ),
}


def test_every_field_comes_out_as_it_stands_in_the_files(catalogue) -> None:
    found = plan_facts(catalogue)
    source = "https://example.org/"
    assert found.pre_approval == Statement(
        "Sammen med søknaden", "official", f"{source}pre-approval", "2026-11-07", "Først"
    )
    assert found.reply == LeadTime(2, 3, "weeks", "Svartid", "official", "high", f"{source}reply", "2026-11-08", "Så")
    assert found.passport == LeadTime(
        None, 4, "weeks", "ventetid for pass", "estimate", "low", f"{source}passport", "2026-11-09", "Eldre"
    )
    assert found.visa == LeadTime(
        None, 1, "months", "ventetid for visum", "estimate", "medium", None, "2026-11-10", None
    )
    free = FreeMovement(
        frozenset({"norwegian", "nordic"}), frozenset({"DE", "FR"}), "official", f"{source}free", "2026-11-11",
        "Uten å søke",
    )  # fmt: skip
    assert found.free_movement == (free,)
    assert [type(term) for term in found.ntnu_terms] == [NtnuTerm, NtnuTerm]


@pytest.mark.parametrize(("name", "old", "new", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_what_contradicts_the_files_is_told(data, name: str, old: str, new: str, message: str) -> None:
    line = data.edit(name, old, new)
    (problem,) = data.problems()
    assert message in problem
    assert not line or problem.startswith(f"{name}:{line}: ")


def test_two_rules_of_free_movement_have_two_names(data) -> None:
    first = data.read("countries.yaml").partition("free_movement:\n")[2].partition("\n\n")[0]
    line = data.edit("countries.yaml", first, f"{first}\n\n{first.replace('fritt', 'fritt ←')}")
    assert data.problems() == [f"countries.yaml:{line}: id «fritt» er brukt før"]
