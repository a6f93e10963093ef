"""Semesters, months and study years read and count as a student would."""

import pytest

from utveksling_cli.model.time import AcademicYear, Month, Semester


@pytest.mark.parametrize(("text", "year"), [("H2027", "2027/28"), ("v2028", "2027/28"), ("V2100", "2099/00")])
def test_a_semester_belongs_to_one_study_year(text: str, year: str) -> None:
    assert str(Semester.parse(text).academic_year) == year


@pytest.mark.parametrize("text", ["", "H27", "2027H", "X2027", "H20277", "høst 2027"])
def test_what_is_not_a_semester_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Semester.parse(text)


@pytest.mark.parametrize("text", ["2027", "2027/29", "2027/2028", "27/28"])
def test_a_study_year_must_name_two_years_that_follow(text: str) -> None:
    with pytest.raises(ValueError):
        AcademicYear.parse(text)


def test_spring_follows_autumn_and_autumn_follows_spring() -> None:
    assert str(Semester.parse("H2027").next()) == "V2028"
    assert str(Semester.parse("V2028").next()) == "H2028"


def test_months_count_over_new_year() -> None:
    assert str(Month(2027, 11) + 3) == "2028-02"
    assert (Month(2028, 2) - Month(2027, 11)) == 3
