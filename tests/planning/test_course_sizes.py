"""What a page says of a course's size, and the studiepoeng it gives."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.course import Course
from utveksling_cli.model.credits import (
    AS_SAID,
    CONVERTED,
    ECTS,
    FULL_TIME,
    FULL_YEAR,
    IN_HOST_UNIT,
    IN_SP,
    NO_NORM,
    NO_SIZE,
    NO_UNIT,
    NOT_SAID,
    RANGE,
    STATED,
    UNCLEAR,
    Norm,
    SaidSize,
    Size,
    YearNorm,
)
from utveksling_cli.planning.course_plan import course_size
from utveksling_cli.planning.credit_text import read_size
from utveksling_cli.planning.credits import (
    HostCredits,
    convert,
    own_year_norm,
    rounded,
    size_of,
    studiepoeng,
    year_norm,
)

SAID = {
    "7.5": ("7.5", NOT_SAID),
    "7,5": ("7.5", NOT_SAID),
    " 6 + 4 ": ("10", NOT_SAID),
    "6 sp": ("6", IN_SP),
    "6+4 stp": ("10", IN_SP),
    "4.5stp + 4.5 stp": ("9", IN_SP),
    "3 credits / 6 sp": ("6", IN_SP),
    "7.5 sp / 4 credits": ("7.5", IN_SP),
    "2+4 cr/3+6 sp": ("9", IN_SP),
    "3cr/6sp + 4sp": ("10", IN_SP),
    "7.5 ECTS": ("7.5", IN_SP),
    "4 credits": ("4", IN_HOST_UNIT),
    "20 NQF credits": ("20", IN_HOST_UNIT),
    "3AU": ("3", IN_HOST_UNIT),
    "6?": (None, NOT_SAID),
    "6/8": (None, NOT_SAID),
    "9-10": (None, NOT_SAID),
    "6 6": (None, NOT_SAID),
    "5+": (None, NOT_SAID),
    "-5": (None, NOT_SAID),
    "45 hours": (None, NOT_SAID),
    "4.5 sp 4.5 sp": (None, IN_SP),
    "2 cr/5 sp + ?": (None, NOT_SAID),
    "6 sp + lab": (None, IN_SP),
    "lab + 6 sp": (None, IN_SP),
    "lab+6 sp/6 sp": (None, IN_SP),
    "[/]": (None, NOT_SAID),
    "=1+1": (None, NOT_SAID),
    "": (None, NOT_SAID),
}
numbers = st.decimals("0.01", 200, places=2)


def norm(identifier: str, year: str, **fields: object) -> Norm:
    standing = ("reported", "high", None, "2026-11-23", None)
    plain = Norm(identifier, "a", None, ("US",), None, None, year, None, None, STATED, *standing)
    return plain._replace(**fields)  # type: ignore[arg-type]


def norms_used(norms: list[Norm], institution: str, country: str) -> list[str]:
    found = year_norm(norms, institution, country)
    return [one.id for one in found.norms] if found else []


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_a_size_is_read_only_where_it_has_one_reading(text: str, expected: tuple[str | None, str]) -> None:
    said = read_size(text)
    number = None if expected[0] is None else Decimal(expected[0])
    assert (number, expected[1], text) == (said.credits, said.unit, said.text)


@given(st.text(max_size=60))
def test_whatever_stands_there_is_kept_and_never_negative(text: str) -> None:
    said = read_size(text)
    assert said.text == text
    assert said.credits is None or said.credits >= 0


@given(st.lists(numbers, min_size=1, max_size=12), numbers)
def test_no_credit_is_lost_when_a_sum_is_converted(parts: list[Decimal], per_year: Decimal) -> None:
    apart = sum((studiepoeng(part, per_year) for part in parts), Decimal(0))
    assert abs(apart - studiepoeng(sum(parts, Decimal(0)), per_year)) < Decimal("0.000001")


@given(numbers)
def test_a_full_year_is_sixty_whatever_it_is_called(per_year: Decimal) -> None:
    found = size_of(f"{per_year:f} credits", HostCredits(own_year_norm(per_year)))
    assert found.sp is None or rounded(found.sp) == FULL_YEAR


def test_a_half_hundredth_is_rounded_up() -> None:
    assert [rounded(Decimal(sp)) for sp in ("0.125", "0.135", "0.1249")] == [
        Decimal(sp) for sp in ("0.13", "0.14", "0.12")
    ]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        pytest.param(" ", "48", (NO_SIZE, None, None, None), id="nothing"),
        pytest.param("6?", "48", (UNCLEAR, None, None, None), id="no single reading"),
        pytest.param("24 units", None, (NO_NORM, None, None, None), id="no norm"),
        pytest.param("24", "48", (NO_UNIT, None, None, None), id="no unit"),
        pytest.param("24 units", "48", (CONVERTED, "30", "30", "30"), id="24 of 48 a year"),
        pytest.param("24 sp", "48", (AS_SAID, "24", "24", "24"), id="studiepoeng"),
    ],
)
def test_a_size_keeps_what_the_page_said(
    text: str, year: str | None, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    state, *sp = expected
    norm = own_year_norm(Decimal(year)) if year else None
    found = size_of(text, HostCredits(norm))
    used = norm if state == CONVERTED else None
    assert found == Size(read_size(text), state, *(None if one is None else Decimal(one) for one in sp), used)


def test_a_size_that_nobody_could_read_is_unclear_whatever_the_norm() -> None:
    said = SaidSize("6/8", None, NOT_SAID)
    assert convert(said, own_year_norm(Decimal(48))) == Size(said, UNCLEAR)
    lowest, highest = Decimal(40), Decimal(50)
    year = YearNorm(lowest, highest, None, ())
    ten = SaidSize("10 units", Decimal(10), IN_HOST_UNIT)
    assert convert(ten, year) == Size(ten, RANGE, None, Decimal(12), Decimal(15), year)


EURO_YEAR = YearNorm(Decimal(60), Decimal(60), ECTS, ())


@pytest.mark.parametrize(
    ("course", "year", "expected"),
    [
        pytest.param(Course("a", unit="ECTS"), None, Size(SaidSize("", None, IN_HOST_UNIT), NO_SIZE), id="no size"),
        pytest.param(
            Course("a", credits=Decimal("7.5"), unit="ECTS"),
            own_year_norm(Decimal(48)),
            Size(SaidSize("7.5 ECTS", Decimal("7.5"), IN_SP), AS_SAID, *[Decimal("7.5")] * 3),
            id="ECTS whatever the year is",
        ),
        pytest.param(
            Course("a", credits=Decimal(10)), EURO_YEAR,
            Size(SaidSize("10", Decimal(10), IN_SP), AS_SAID, *[Decimal(10)] * 3),
            id="no unit where the year is in ECTS",
        ),
        pytest.param(
            Course("a", credits=Decimal(10), unit="units"), None,
            Size(SaidSize("10 units", Decimal(10), IN_HOST_UNIT), NO_NORM),
            id="the host's own, of which the year is not known",
        ),
    ],
)  # fmt: skip
def test_a_course_of_a_plan_has_its_size_by_its_unit(course: Course, year: YearNorm | None, expected: Size) -> None:
    assert course_size(course, year) == expected


def test_the_hosts_own_norm_goes_before_its_countrys() -> None:
    own, country = norm("own", "48"), norm("country", "30", institution=None)
    assert norms_used([country, own], "a", "US") == ["own"]
    assert norms_used([country, own], "b", "US") == ["country"]
    assert norms_used([country, own], "b", "CA") == []


def test_what_is_stated_goes_before_a_normal_load() -> None:
    found = year_norm([norm("load", "48", basis=FULL_TIME), norm("stated", "40", confidence="low")], "a", "US")
    assert found is not None
    assert (found.lowest, found.highest, [one.id for one in found.norms]) == (40, 40, ["stated"])


def test_equally_strong_norms_that_differ_are_a_range() -> None:
    found = year_norm([norm("one", "40"), norm("two", "50")], "a", "US")
    assert found is not None
    assert (found.lowest, found.highest) == (40, 50)
    size = size_of("10 units", HostCredits(found))
    assert (size.sp, size.lowest, size.highest) == (None, 12, 15)


def test_where_the_level_is_not_told_the_strongest_norm_of_each_level_counts() -> None:
    """A stated one for all and a normal load for master: only who studies for neither, or does not say, has both."""
    both = [norm("all", "40"), norm("master", "50", level="master", basis=FULL_TIME)]
    found = year_norm(both, "a", "US")
    assert found is not None
    assert (found.lowest, found.highest, [one.id for one in found.norms]) == (40, 50, ["all", "master"])
    master = year_norm(both, "a", "US", "master")
    assert master is not None
    assert (master.lowest, master.highest, [one.id for one in master.norms]) == (40, 40, ["all"])


def test_a_norm_of_another_level_or_of_one_field_does_not_count() -> None:
    assert year_norm([norm("one", "40", level="master")], "a", "US", "bachelor") is None
    assert year_norm([norm("one", "40", field="Design")], "a", "US") is None
    assert year_norm([norm("one", "40", host="Elsewhere", institution=None)], "a", "US") is None
