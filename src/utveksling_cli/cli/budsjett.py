"""`utveksling budsjett`: what a stay brings in and costs, month by month."""

import sqlite3
from decimal import Decimal
from typing import Annotated

import typer

from utveksling_cli.catalogue.funding_queries import country, country_sets, exchange_rates, rates
from utveksling_cli.cli import options
from utveksling_cli.cli.amounts import parse_amount, parse_exchange_rate
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_months, parse_semester
from utveksling_cli.cli.resolve import find_place
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.usage import nearest
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.money import NOK, ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.planning.budget import make_budget
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import first_month

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling budsjett --land Australia --måneder 5",
        "utveksling budsjett --lærested tu-berlin --måneder 10 --semester H2027",
        'utveksling budsjett --land USA --måneder 5 --skolepenger "5700 USD" --kurs USD=8,50 --forklar',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def budsjett(
    country_name: options.Country = None,
    host: options.Host = None,
    months: Annotated[
        str | None,
        typer.Option("--måneder", "--maneder", metavar="ANTALL", help="Hele måneder i utlandet, 1–12; uten dette 5"),
    ] = None,
    semester: options.SemesterOption = None,
    tuition: Annotated[
        str | None,
        typer.Option("--skolepenger", metavar="BELØP", help="Skolepenger for hele oppholdet, for eksempel «5700 USD»"),
    ] = None,
    living: Annotated[
        str | None,
        typer.Option("--levekostnad", metavar="BELØP", help="Ditt eget tall for en måned, for eksempel 12000"),
    ] = None,
    given_rates: Annotated[
        list[str] | None,
        typer.Option("--kurs", metavar="VALUTA=KRONER", help="Din egen valutakurs, for eksempel USD=8,50; kan gjentas"),
    ] = None,
    explanation: options.Explain = False,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Regn ut lån, stipend og utgifter for et opphold, måned for måned.

    Satser for et senere år enn dataene dekker, er videreført fra det siste kjente året og merket."""
    from utveksling_cli.render.budsjett import View

    form = check_format(form)
    number = _DEFAULT_MONTHS if months is None else parse_months(months)
    session = open_session(today, data)
    catalogue = session.catalogue
    code, institution = find_place(catalogue, country_name, host)
    if code is None:
        raise UsageProblem("Hvor skal du? Oppgi --land eller --lærested.", hint="utveksling budsjett --land Australia")
    place = country(catalogue, code)
    chosen = open_semester(catalogue, session.today, place.code) if semester is None else parse_semester(semester)
    exchange = _exchange(catalogue, given_rates or [])
    first, notices = first_month(place.terms, chosen)
    stay = Stay(
        place.code,
        place.region,
        chosen,
        number,
        first,
        institution.id if institution else None,
        frozenset(entry.type for entry in institution.agreements) if institution else None,
        _amount(tuition, "--skolepenger", exchange),
        _amount(living, "--levekostnad", exchange),
    )
    known = (*notices, *_host_notices(institution, tuition is not None))
    book = RateBook(rates(catalogue), country_sets(catalogue))
    result = make_budget(stay, place, book, Exchange(exchange), known)
    emit("budsjett", View(result, place.name, institution, session.data_version, explanation), form, out)


_DEFAULT_MONTHS = 5


def _exchange(catalogue: sqlite3.Connection, given: list[str]) -> dict[str, ExchangeRate | None]:
    """Every currency that the facts know, None for one without a rate; the student's own rates on top."""
    known = exchange_rates(catalogue)
    for text in given:
        currency, nok = parse_exchange_rate(text)
        if currency not in known:
            raise _unknown_currency(currency, "--kurs", known)
        if currency == NOK:
            raise UsageProblem("--kurs: kroner har ingen kurs i kroner.", hint="Skriv for eksempel USD=8,50.")
        known[currency] = ExchangeRate(currency, nok, None, "user", None)
    return known


def _amount(text: str | None, option: str, exchange: dict[str, ExchangeRate | None]) -> Money | None:
    if text is None:
        return None
    money = parse_amount(text, option)
    if money.currency not in exchange:
        raise _unknown_currency(money.currency, option, exchange)
    if money.currency != NOK and exchange[money.currency] is None:
        hint = f"Oppgi den selv, for eksempel --kurs {money.currency}=0,50."
        raise UsageProblem(f"{option}: kursen for {money.currency} er ukjent.", hint=hint)
    return money


def _unknown_currency(currency: str, option: str, known: dict[str, ExchangeRate | None]) -> UsageProblem:
    near = nearest(currency, known)
    allowed = f"Kjent er {', '.join(sorted(known))}."
    return UsageProblem(f"{option}: valutaen {currency} er ikke kjent.", hint=f"{near} {allowed}" if near else allowed)


def _host_notices(institution: Institution | None, tuition_given: bool) -> tuple[Notice, ...]:
    """What the facts say of the host's tuition, when the student gave no figure."""
    if institution is None or institution.tuition is None or tuition_given:
        return ()
    price = institution.tuition.price
    if institution.tuition.waived == "yes" or price is None:
        return (Notice("information", "budget.host_tuition", {"note": institution.tuition.note}),)
    values = {"amount": str(Decimal(price.amount)), "currency": price.currency, "per": price.per}
    return (Notice("warning", "budget.host_price", values),)
