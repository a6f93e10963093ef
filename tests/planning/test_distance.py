"""Distances by arithmetic that owes nothing to the program, and the band of Erasmus+'s travel grant at each border."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.choices import Choices
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.distance import Place, great_circle_km
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook

from .conftest import Shipped

# 2 x pi x 6 371.0088 km / 360: a degree of a great circle.
DEGREE = 111.19508

TRONDHEIM, GJOVIK, ALESUND = (63.43049, 10.39506), (60.79574, 10.69155), (62.47225, 6.15492)
BERLIN, STOCKHOLM, LISBON = (52.52437, 13.41053), (59.33258, 18.0649), (38.71667, -9.13333)

places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("here", "there", "degrees"),
    [
        pytest.param((60.0, 10.0), (60.0, 10.0), 0, id="nowhere"),
        pytest.param((60.0, 10.0), (50.0, 10.0), 10, id="due south"),
        pytest.param((0.0, 10.0), (0.0, -10.0), 20, id="along the equator"),
        pytest.param((0.0, 179.0), (0.0, -179.0), 2, id="across the date line"),
        pytest.param((60.0, 0.0), (60.0, 180.0), 60, id="over the pole"),
        pytest.param((90.0, 0.0), (0.0, 77.0), 90, id="from the pole to the equator"),
        pytest.param((63.0, 10.0), (-63.0, -170.0), 180, id="to the other side of the Earth"),
    ],
)
def test_a_distance_is_its_arc_of_a_great_circle(here: Place, there: Place, degrees: int) -> None:
    assert great_circle_km(here, there) == pytest.approx(degrees * DEGREE, rel=1e-6)


@pytest.mark.parametrize(
    ("here", "there", "cosine", "degrees", "km"),
    [
        pytest.param(TRONDHEIM, BERLIN, 0.981562, 11.0196, 1225.3, id="Trondheim-Berlin"),
        pytest.param(GJOVIK, BERLIN, 0.989264, 8.4034, 934.4, id="Gjøvik-Berlin"),
        pytest.param(TRONDHEIM, STOCKHOLM, 0.995402, 5.4963, 611.2, id="Trondheim-Stockholm"),
        pytest.param(GJOVIK, STOCKHOLM, 0.997616, 3.9571, 440.0, id="Gjøvik-Stockholm"),
        pytest.param(TRONDHEIM, LISBON, 0.888332, 27.3356, 3039.6, id="Trondheim-Lisbon"),
        pytest.param(ALESUND, LISBON, 0.902511, 25.5099, 2836.6, id="Ålesund-Lisbon"),
    ],
)
def test_towns_are_as_far_apart_as_the_law_of_cosines_says(
    here: Place, there: Place, cosine: float, degrees: float, km: float
) -> None:
    """`cosine` is sin a x sin b + cos a x cos b x cos d, for the latitudes a and b and d degrees of longitude between.

    Trondheim and Berlin: 0.894392 x 0.793612 + 0.447283 x 0.608424 x 0.998615 = 0.981562, which is 11.0196 degrees.
    """
    assert 0 < cosine < 1
    assert degrees * DEGREE == pytest.approx(km, abs=0.06)
    assert great_circle_km(here, there) == pytest.approx(km, abs=0.1)


@given(places, places)
def test_a_distance_is_the_same_both_ways_and_at_most_half_the_earth(here: Place, there: Place) -> None:
    km = great_circle_km(here, there)
    assert km == pytest.approx(great_circle_km(there, here), abs=1e-6)
    assert 0 <= km <= 180 * DEGREE * 1.000001


# What the journey gives in 2025/26 by the national agency DAAD's table: standard and green, in euro.
BANDS = [
    (10, 28, 56), (100, 211, 285), (500, 309, 417), (2000, 395, 535), (3000, 580, 785), (4000, 1188, 1188),
    (8000, 1735, 1735),
]  # fmt: skip
BORDERS = [
    (lower + step, (standard, green) if step > 0 else below)
    for (lower, standard, green), below in zip(BANDS, [(0, 0), *(band[1:] for band in BANDS)], strict=False)
    for step in (-0.01, 0.01)
]


@pytest.mark.parametrize(("km", "euro"), BORDERS)
@pytest.mark.parametrize("green", [False, True])
def test_the_travel_grant_changes_at_the_border_of_each_band(
    shipped: Shipped, km: float, euro: tuple[int, int], green: bool
) -> None:
    assert (euro[green] or None) == travel_grant(shipped, km, "H2025", green=green)


@pytest.mark.parametrize(
    ("km", "green", "euro"),
    [(99, False, None), (100, False, 211), (2999, True, 535), (3001, True, None), (9000, False, None)],
)
def test_in_2024_25_only_some_bands_are_known(shipped: Shipped, km: float, green: bool, euro: int | None) -> None:
    """The table that was seen for that year has 100 to 2 999 km."""
    assert euro == travel_grant(shipped, km, "V2025", green=green)


def travel_grant(shipped: Shipped, km: float, semester: str, *, green: bool) -> Decimal | None:
    """The grant in euro for a host that is so far due south of home; None for none."""
    home, when = (64.0, 10.0), Semester.parse(semester)
    stay = Stay("FR", "europa", when, 5, when.first_month)
    stay = stay._replace(place=(home[0] - km / DEGREE, home[1]), choices=Choices(green=green))
    book = RateBook(shipped.rates, shipped.sets)
    budget = make_budget(stay, Facts(shipped.country("FR"), book, Exchange(shipped.exchange), home))
    amounts = [line.original.amount for line in budget.lines if line.id == "erasmus.reise" and line.original]
    return amounts[0] if amounts else None
