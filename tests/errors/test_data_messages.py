"""Whatever can be said of a data file or a plan stands in a test: a golden case, or a case of the rule that says it."""

import pytest

from .data_messages import Said, all_said, told_in_tests


@pytest.mark.parametrize("said", all_said(), ids=lambda said: f"{said.place} {said.message}"[:80])
def test_every_message_about_data_has_a_case(said: Said) -> None:
    assert any(said.is_held_by(told) for told in told_in_tests()), said


def test_the_messages_are_found_where_they_stand() -> None:
    messages = {said.message for said in all_said()}
    assert {
        "nøkkelen «…» står to ganger; den første er på linje …",
        "fila er større enn … MB",
        "last_day trenger first_day",
        "her mangler en verdi",
        "… «…» er brukt før",
    } <= messages
    assert len(messages) > 100


def test_a_message_is_held_by_itself_filled_in_and_by_a_good_part_of_it_only() -> None:
    said = Said("x.py:1", "byen … mangler; avstander regnes fra den")
    assert said.is_held_by("places.yaml:3: byen Ås mangler; avstander regnes fra den")
    assert said.is_held_by("avstander regnes fra den")
    assert not said.is_held_by("mangler")
    assert not said.is_held_by("byen Ås mangler")
