"""When a stay at a host would be, by the facts: its first day, and the day that its papers must be ready by."""

from __future__ import annotations

from datetime import date

from utveksling_cli.catalogue.calendar_queries import deadline_rules, holidays
from utveksling_cli.catalogue.country_queries import country
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.session import Session
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.language_answer import Occasion
from utveksling_cli.model.plan import StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.deadlines import Calendar, deadlines, season_of
from utveksling_cli.planning.language_dates import target
from utveksling_cli.planning.terms import first_month


class Occasions:
    """Reads what several hosts of a country share only once.

    `semester` None is, for each country, the next one that can still be applied for.
    """

    def __init__(self, session: Session, semester: Semester | None, wish: StayWish | None = None) -> None:
        self._session = session
        self._semester = semester
        self._first_day = wish.first_day if wish and wish.semester in {None, semester} else None
        self._calendar = Calendar(session.today, holidays(session.catalogue))
        self._known: dict[str, tuple[Semester, date, tuple[Deadline, ...]]] = {}

    def of(self, host: Institution) -> Occasion:
        semester, starts, found = self._of_country(host.country)
        today = self._session.today
        return Occasion(semester, today, self._first_day or starts, target(host, semester, found, today))

    def _of_country(self, code: str) -> tuple[Semester, date, tuple[Deadline, ...]]:
        if code not in self._known:
            catalogue = self._session.catalogue
            semester = self._semester or open_semester(catalogue, self._session.today, code)
            month, _ = first_month(country(catalogue, code).terms, semester)
            rules = deadline_rules(catalogue, season_of(semester))
            self._known[code] = (semester, month.first_day, deadlines(rules, semester, self._calendar, code))
        return self._known[code]
