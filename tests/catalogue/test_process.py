"""What stands in process.yaml comes out of the catalogue, field by field, and what contradicts it is told."""

from __future__ import annotations

import pytest

from utveksling_cli.catalogue.process_queries import process_facts, step_titles
from utveksling_cli.model.process import Contact, DateRule, Enhance, ProcessFacts, Step

ALL_STAYS = ("exchange", "traineeship", "freemover")
THINK = Step(
    id="tenk",
    title="Tenk",
    phase="plan",
    who=("student",),
    stays=ALL_STAYS,
    condition=None,
    after=(),
    text="Tenk først",
    variants={},
    documents=(),
    when="i god tid",
    dates=(),
    link=None,
    contact=None,
    status="estimate",
    confidence="low",
    source=None,
    verified_on="2026-11-03",
    note=None,
)
OPENS = DateRule(
    role="opens",
    text="Åpner da",
    season="autumn",
    anchor=None,
    months=0,
    days=0,
    month=12,
    day=1,
    year_offset=-1,
    approximate=True,
    status="estimate",
    confidence="low",
    source=None,
    verified_on="2026-11-04",
    note=None,
)
BY = DateRule(
    role="by",
    text="Fristen og litt til",
    season=None,
    anchor="ntnu_deadline",
    months=-1,
    days=7,
    month=None,
    day=None,
    year_offset=0,
    approximate=False,
    status="official",
    confidence="high",
    source="https://example.org/frist",
    verified_on="2026-11-05",
    note="Ordrett",
)
SEND = Step(
    id="send",
    title="Send",
    phase="apply",
    who=("student", "ntnu"),
    stays=("exchange", "freemover"),
    condition="on_need",
    after=("tenk",),
    text="Send den",
    variants={"freemover": "Send den selv"},
    documents=("et skjema",),
    when="før fristen",
    dates=(OPENS, BY),
    link="https://example.org/send",
    contact="kontor",
    status="reported",
    confidence="medium",
    source="https://example.org/steg",
    verified_on="2026-11-06",
    note="Husk",
)
OFFICE = Contact(
    id="kontor",
    name="Kontoret",
    email="kontor@example.org",
    link="https://example.org/kontor",
    status="official",
    confidence="high",
    source="https://example.org/kontakt",
    verified_on="2026-11-02",
    note="Ring ikke",
)
ENHANCE = Enhance(
    text="Fire fag er med",
    programmes=(("Urban Planning", ("urban planning", "byplanlegging")),),
    link="https://example.org/pathways",
    status="estimate",
    confidence="medium",
    source=None,
    verified_on="2026-11-01",
    note="Til prøve",
)


def test_every_field_comes_out_as_it_stands_in_the_file(catalogue) -> None:
    assert process_facts(catalogue) == ProcessFacts((THINK, SEND), {"kontor": OFFICE}, ENHANCE)


def test_the_steps_are_listed_in_the_order_of_the_file(catalogue) -> None:
    assert step_titles(catalogue) == [("tenk", "Tenk"), ("send", "Send")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    contact: kontor", "    contact: noen ←", "«noen» mangler i contacts"),
        ("    after: [tenk]", "    after: [tenke] ←", "«tenke» er ikke et steg"),
        ("    after: [tenk]", "    after: [send] ←", "«send» må stå før steget som venter på det"),
        ("      - stay: freemover", "      - stay: traineeship ←", "steget gjelder ikke for traineeship"),
        ("  - id: send", "  - id: tenk ←", "id «tenk» er brukt før"),
    ],
)
def test_what_contradicts_the_file_is_told_with_its_line(data, old: str, new: str, message: str) -> None:
    line = data.edit("process.yaml", old, new)
    assert f"process.yaml:{line}: {message}" in data.problems()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("        day: 1", "        day: 32", "skal være høyst 31, ikke 32"),
        ("        anchor: ntnu_deadline", "        season: spring", "skal ha enten anchor, eller month og day"),
        ("    email: kontor@example.org", "    email: Kontoret", "skal være en e-postadresse med små bokstaver"),
    ],
)
def test_a_value_that_is_none_is_told(data, old: str, new: str, message: str) -> None:
    data.edit("process.yaml", old, new)
    (problem,) = data.problems()
    assert message in problem


def test_a_month_has_the_days_that_it_has(data) -> None:
    data.edit("process.yaml", "        month: 12", "        month: 2")
    data.edit("process.yaml", "        day: 1", "        day: 30")
    (problem,) = data.problems()
    assert problem.endswith("måned 2 har ikke 30 dager")


def test_phases_follow_each_other(data) -> None:
    data.edit("process.yaml", "    phase: plan", "    phase: home")
    (problem,) = data.problems()
    assert problem.endswith("apply kommer før fasen til steget over")
