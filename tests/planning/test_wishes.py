"""The ranked hosts of a plan, and the favourites: what one change does to them."""

import pytest

from utveksling_cli.model.plan import Plan, StayWish
from utveksling_cli.planning.wishes import give_up, keep_in_mind, wish_for


def plan(*hosts: str, favourites: tuple[str, ...] = ()) -> Plan:
    return Plan(stay=StayWish(hosts=hosts), favourites=favourites)


@pytest.mark.parametrize(
    ("host", "place", "expected"),
    [
        pytest.param("c", None, ("a", "b", "c"), id="a new one comes last"),
        pytest.param("c", 1, ("c", "a", "b"), id="and first where that is asked for"),
        pytest.param("a", None, ("a", "b"), id="one that is there stays where it is"),
        pytest.param("a", 2, ("b", "a"), id="and is moved where that is asked for"),
        pytest.param("b", 1, ("b", "a"), id="up too"),
    ],
)
def test_a_wish_is_put_in_or_moved(host: str, place: int | None, expected: tuple[str, ...]) -> None:
    assert wish_for(plan("a", "b"), host, place).stay.hosts == expected


def test_a_favourite_is_kept_once() -> None:
    first = keep_in_mind(plan(favourites=("a",)), "b")
    assert first.favourites == keep_in_mind(first, "a").favourites == ("a", "b")


def test_a_host_that_is_given_up_is_neither_a_wish_nor_a_favourite() -> None:
    left = give_up(plan("a", "b", favourites=("c", "a")), "a")
    assert (left.stay.hosts, left.favourites) == (("b",), ("c",))
    assert give_up(left, "c").favourites == ()
