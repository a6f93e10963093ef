"""From what was typed about a stay to the stay itself: where, when and how long."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.catalogue.country_queries import country
from utveksling_cli.cli.parse import MAX_MONTHS, parse_date, parse_months, parse_semester, parse_study_year
from utveksling_cli.cli.resolve import find_place
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.country import Country
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay, months_begun
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.planning.terms import first_month, second_month, study_year_months

_DEFAULT_MONTHS = 5
# From July a first day abroad belongs to the autumn: Australia's second semester begins then. In June it does when the
# stay lasts beyond September, for that is no spring.
_JUNE, _SEPTEMBER = 6, 9


class Typed(NamedTuple):
    """What the command line says of a stay, as text; None is not said."""

    country: str | None = None
    host: str | None = None
    months: str | None = None
    semester: str | None = None
    study_year: str | None = None
    first: str | None = None
    last: str | None = None


class Place(NamedTuple):
    country: Country
    institution: Institution | None


class Period(NamedTuple):
    """`first_day` and `last_day` are None when only months are known; `first_month` then follows the country."""

    semester: Semester
    months: int
    first_day: date | None = None
    last_day: date | None = None


def read_place(catalogue: sqlite3.Connection, typed: Typed) -> Place:
    """Raises NotFound for what the facts do not know, UsageProblem when no place or two places are named."""
    code, institution = find_place(catalogue, typed.country, typed.host)
    if code is None:
        raise UsageProblem(
            "Hvor skal du? Oppgi --land eller --lærested.", hint="For eksempel: utveksling budsjett --land Australia"
        )
    return Place(country(catalogue, code), institution)


def read_period(catalogue: sqlite3.Connection, typed: Typed, today: date, code: str) -> Period:
    """Raises UsageProblem for what cannot be, or contradicts itself."""
    if typed.first is not None or typed.last is not None:
        return _by_days(typed)
    if typed.study_year is not None:
        if typed.semester is not None:
            raise UsageProblem("Oppgi bare ett av --studieår og --semester.", hint="Et studieår begynner om høsten.")
        year = parse_study_year(typed.study_year)
        terms = country(catalogue, code).terms
        return Period(year.first_semester, _months(typed, study_year_months(terms, year.first_semester)))
    chosen = parse_semester(typed.semester) if typed.semester is not None else open_semester(catalogue, today, code)
    return Period(chosen, _months(typed, _DEFAULT_MONTHS))


def make_stay(place: Place, period: Period, choices: Choices) -> tuple[Stay, tuple[Notice, ...]]:
    """The stay without the student's figures, and how its first month was found."""
    host = place.institution
    first, notices = first_month(place.country.terms, period.semester)
    if period.first_day is not None:
        first, notices = Month(period.first_day.year, period.first_day.month), ()
    second = second_month(place.country.terms, first, period.semester)
    stay = Stay(
        country=place.country.code,
        region=place.country.region,
        semester=period.semester,
        months=period.months,
        first_month=first,
        first_day=period.first_day,
        last_day=period.last_day,
        choices=choices,
        second_month=second,
    )
    if host is None:
        return stay, notices
    return stay._replace(
        institution=host.id,
        agreements=frozenset(entry.type for entry in host.agreements),
        city=host.city,
        place=(float(host.lat), float(host.lon)),
        teaching_languages=frozenset(host.teaching_languages),
    ), notices


def host_notices(host: Institution | None, *, tuition_given: bool) -> tuple[Notice, ...]:
    """What the facts say of the host's tuition, when the student gave no figure."""
    if host is None or host.tuition is None or tuition_given:
        return ()
    price = host.tuition.price
    if host.tuition.waived == "yes" or price is None:
        return (Notice("information", "budget.host_tuition", {"note": host.tuition.note}),)
    values = {"amount": str(Decimal(price.amount)), "currency": price.currency, "per": price.per}
    return (Notice("warning", "budget.host_price", values),)


def _months(typed: Typed, default: int) -> int:
    return default if typed.months is None else parse_months(typed.months)


def _by_days(typed: Typed) -> Period:
    if typed.first is None:
        raise UsageProblem("--til trenger --fra.", hint="For eksempel: --fra 2027-08-20 --til 2027-12-18")
    if typed.study_year is not None:
        raise UsageProblem("Oppgi bare ett av --studieår og --fra.", hint="Med --fra og --til vet vi dagene.")
    first = parse_date(typed.first, "--fra")
    last = _last_day(typed, first)
    months = months_begun(first, last)
    if months > MAX_MONTHS:
        raise UsageProblem(f"Oppholdet er lengre enn {MAX_MONTHS} måneder.", hint="Del det i to budsjetter.")
    return Period(_semester_of(typed, first, last), months, first, last)


def _semester_of(typed: Typed, first: date, last: date) -> Semester:
    """The semester in which the stay begins; a stay from June may be said to be an autumn."""
    beyond = last >= date(first.year, _SEPTEMBER + 1, 1)
    autumn = first.month > _JUNE or (first.month == _JUNE and beyond)
    usual = Semester(AUTUMN if autumn else SPRING, first.year)
    said = usual if typed.semester is None else parse_semester(typed.semester)
    if said != usual and not (first.month == _JUNE and said.year == first.year):
        raise UsageProblem(f"--fra {first} er ikke i {typed.semester}.", hint="Bruk bare --fra og --til.")
    return said


def _last_day(typed: Typed, first: date) -> date:
    if typed.last is None:
        months = _months(typed, _DEFAULT_MONTHS)
        return _same_day(Month(first.year, first.month) + months, first.day) - timedelta(days=1)
    if typed.months is not None:
        raise UsageProblem("Oppgi bare ett av --til og --måneder.", hint="--fra og --til er nok.")
    last = parse_date(typed.last, "--til")
    if last < first:
        raise UsageProblem(f"--til {last} er før --fra {first}.", hint="Bytt om på datoene.")
    return last


def _same_day(month: Month, day: int) -> date:
    """That day of the month, or the month's last when it has fewer days."""
    last = ((month + 1).first_day - timedelta(days=1)).day
    return date(month.year, month.month, min(day, last))
