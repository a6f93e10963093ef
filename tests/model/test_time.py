"""Semesters, months and study years read and count as a student would."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.time import FIRST_YEAR, LAST_YEAR, AcademicYear, Month, Semester, day_in

years = st.integers(FIRST_YEAR, LAST_YEAR)
semesters = st.builds(Semester, st.sampled_from("HV"), years)
months = st.builds(Month, years, st.integers(1, 12))
steps = st.integers(-1_000, 1_000)


@pytest.mark.parametrize(("text", "year"), [("H2027", "2027/28"), ("v2028", "2027/28"), ("V2100", "2099/00")])
def test_a_semester_belongs_to_one_study_year(text: str, year: str) -> None:
    assert str(Semester.parse(text).academic_year) == year


@pytest.mark.parametrize(
    "text",
    ["", "H", "H27", "2027H", "X2027", "H20277", "høst 2027", "H 2027", "H-2027", "H2027/28", "H２０２７", "Ｈ2027"],
)
def test_what_is_not_a_semester_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Semester.parse(text)


@pytest.mark.parametrize("text", ["2027", "2027/29", "2027/26", "2027/2028", "27/28", "2027-28", "", "２０２７/28"])
def test_a_study_year_must_name_two_years_that_follow(text: str) -> None:
    with pytest.raises(ValueError):
        AcademicYear.parse(text)


@pytest.mark.parametrize("year", ["0000", "0001", "1899", "3000", "9999"])
def test_a_year_that_no_stay_can_have_is_refused(year: str) -> None:
    following = f"{(int(year) + 1) % 100:02d}"
    with pytest.raises(ValueError, match="1900–2999"):
        Semester.parse(f"H{year}")
    with pytest.raises(ValueError, match="1900–2999"):
        AcademicYear.parse(f"{year}/{following}")


@pytest.mark.parametrize("year", [FIRST_YEAR, LAST_YEAR])
def test_the_first_and_the_last_year_can_be_counted_from(year: int) -> None:
    semester = Semester.parse(f"H{year}")
    assert semester.first_month.first_day == date(year, 8, 1)
    assert semester.next().next() == Semester("H", year + 1)


def test_letters_and_spaces_around_do_not_matter() -> None:
    assert Semester.parse(" h2027\n") == Semester("H", 2027)
    assert AcademicYear.parse(" 2027/28 ") == AcademicYear(2027)


@given(semesters)
def test_a_semester_reads_back_as_it_is_written(semester: Semester) -> None:
    assert Semester.parse(str(semester)) == semester


@given(years.map(AcademicYear))
def test_a_study_year_reads_back_as_it_is_written(year: AcademicYear) -> None:
    assert AcademicYear.parse(str(year)) == year


@given(years.map(AcademicYear))
def test_a_study_year_is_its_autumn_and_the_spring_after(year: AcademicYear) -> None:
    autumn = year.first_semester
    assert autumn.season == "H"
    assert year == autumn.academic_year == autumn.next().academic_year
    assert year != autumn.next().next().academic_year


def test_spring_follows_autumn_and_autumn_follows_spring() -> None:
    assert str(Semester.parse("H2027").next()) == "V2028"
    assert str(Semester.parse("V2028").next()) == "H2028"


@given(semesters)
def test_semesters_begin_in_august_and_january_one_after_another(semester: Semester) -> None:
    gap = semester.next().first_month - semester.first_month
    assert gap == (5 if semester.season == "H" else 7)


def test_months_count_over_new_year() -> None:
    assert str(Month(2027, 11) + 3) == "2028-02"
    assert str(Month(2028, 1) + -1) == "2027-12"
    assert (Month(2028, 2) - Month(2027, 11)) == 3
    assert Month(2028, 2).first_day == date(2028, 2, 1)


@given(months, steps)
def test_moving_on_and_back_again_ends_where_it_began(month: Month, number: int) -> None:
    assert (month + number) + -number == month
    assert (month + number) - month == number


@given(months, steps, steps)
def test_two_moves_are_one_long_move(month: Month, first: int, second: int) -> None:
    assert (month + first) + second == month + (first + second)


@given(months, st.integers(0, 1_000))
def test_later_months_sort_later_as_values_and_as_text(month: Month, number: int) -> None:
    later = month + number
    assert month <= later
    assert str(month) <= str(later)
    assert 1 <= later.month <= 12


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        pytest.param(2028, 2, 29, date(2028, 2, 29), id="leap year"),
        pytest.param(2027, 2, 29, date(2027, 2, 28), id="common year"),
        pytest.param(2100, 2, 29, date(2100, 2, 28), id="no leap year at the turn of most centuries"),
        pytest.param(2027, 12, 31, date(2027, 12, 31), id="the year's last"),
    ],
)
def test_29_february_is_the_28th_in_years_that_lack_it(year: int, month: int, day: int, expected: date) -> None:
    assert day_in(year, month, day) == expected
