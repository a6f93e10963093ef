"""The steps of the application in the shipped data: what other parts of the program count on."""

from typing import get_args

import pytest

from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.schema import process as schema
from utveksling_cli.model import process as model
from utveksling_cli.model.plan import STAY_TYPES
from utveksling_cli.planning.date_steps import _STEPS as STEPS_WITH_DATES
from utveksling_cli.render import process_words as words
from utveksling_cli.render import wording

# The steps that were gathered from NTNU's pages and information meeting, by the ids that they have here.
GATHERED = (
    "finn-sted forhandsgodkjenning soknad innlogging personopplysninger svar nominasjon vertssoknad opptaksbrev tilbud "
    "klarsignal lanekassen visum forsikring vaksiner bolig tilrettelegging semesterregistrering ankomst emneendring "
    "forlengelse avreise rapport sluttgodkjenning"
)


def test_every_step_that_was_gathered_is_here(facts: Facts) -> None:
    assert set(GATHERED.split()) - {step.id for step in facts.process.steps} == set()


def test_a_date_of_the_plan_belongs_to_a_step_that_exists(facts: Facts) -> None:
    assert set(STEPS_WITH_DATES.values()) - {step.id for step in facts.process.steps} == set()


@pytest.mark.parametrize("stay", STAY_TYPES)
def test_each_type_of_stay_goes_through_every_phase(facts: Facts, stay: str) -> None:
    assert set(model.PHASES) == {step.phase for step in facts.process.steps if stay in step.stays}


def test_lanekassen_waits_for_ntnus_go_ahead_and_that_for_the_letter_and_the_courses(facts: Facts) -> None:
    after = {step.id: step.after for step in facts.process.steps}
    assert after["lanekassen"] == ["klarsignal"]
    assert set(after["klarsignal"]) == {"tilbud", "emnesvar"}
    assert "opptaksbrev" in after["tilbud"]


def test_every_code_of_a_step_has_its_norwegian_word() -> None:
    fields = schema.Step.model_fields
    (who,) = get_args(fields["who"].annotation)
    assert set(words.WHO) == set(get_args(who))
    assert set(words.PHASES) == set(get_args(fields["phase"].annotation)) == set(model.PHASES)
    assert set(wording.STAYS) == set(STAY_TYPES)
    assert set(words.CONDITIONS) == {model.VISA, model.ERASMUS, model.ON_NEED}
    assert set(words.MARKS) == set(words.STATES)


def test_the_four_fields_of_enhance_are_those_that_ntnu_named(facts: Facts) -> None:
    named = [programme.name for programme in facts.process.enhance.programmes]
    assert named == ["Urban Planning", "Mechanical Engineering", "Energy Engineering", "Computer Science"]
