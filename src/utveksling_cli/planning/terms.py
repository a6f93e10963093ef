"""When a country's semesters begin, as far as is known, and how long a study year there is."""

from __future__ import annotations

from collections.abc import Iterable

from utveksling_cli.model.country import Term
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Month, Semester

_SEASONS = {"H": "autumn", "V": "spring"}
_USUAL_SEMESTER, _USUAL_YEAR, _CALENDAR_YEAR = 5, 10, 12


def first_month(terms: Iterable[Term], semester: Semester) -> tuple[Month, tuple[Notice, ...]]:
    """When the host country's semester begins; NTNU's own first month when that is unknown.

    A term that is known from one host only is used, and told.
    """
    typical = [term for term in terms if term.typical and term.season == _SEASONS[semester.season]]
    if not typical:
        month = semester.first_month
        return month, (Notice("assumption", "budget.term_unknown", {"month": str(month)}),)
    term = typical[0]
    month = Month(semester.year, term.start_month)
    values = {"month": str(month), "scope": term.scope or ""}
    code = "budget.term_of_one_host" if term.scope else "budget.term"
    return month, (Notice("assumption", code, values),)


def second_month(terms: Iterable[Term], first: Month, semester: Semester) -> Month | None:
    """When the country's semester after `semester` begins; None when that is unknown, or not after the first."""
    known, notices = first_month(terms, semester.next())
    unknown = any(notice.code == "budget.term_unknown" for notice in notices)
    return None if unknown or known <= first else known


def study_year_months(terms: Iterable[Term], autumn: Semester) -> int:
    """How long a study year is when nobody says it: from the first semester's start and five months into the second."""
    terms = tuple(terms)
    first, _ = first_month(terms, autumn)
    second = second_month(terms, first, autumn)
    return _USUAL_YEAR if second is None else min(max(second - first + _USUAL_SEMESTER, _USUAL_YEAR), _CALENDAR_YEAR)
