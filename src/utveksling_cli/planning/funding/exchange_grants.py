"""Grants for the exchange itself: which scheme gives one, SEMP in Switzerland, Nordplus, and NTNU-stipend.

A grant follows the rates of the study year in which the stay begins, however long the stay is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT
from utveksling_cli.model.money import NOK
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.planning.distance import Place
from utveksling_cli.planning.funding.erasmus import STAY as ERASMUS
from utveksling_cli.planning.funding.erasmus import erasmus
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

SEMP, NTNU, NORDPLUS, NORDPLUS_TRAVEL = "semp.opphold", "ntnu.stipend", "nordplus.opphold", "nordplus.reise"
SCHEMES = ("erasmus", "nordplus", "semp", "ntnu", "none")
# An agreement of a kind that nobody has written down may be any.
_UNKNOWN_KIND = "unknown"
# Lånekassen has the Nordics as a region of their own; no list of countries is needed to tell what lies in Europe.
_EUROPE = frozenset({"europa", rate_ids.NORDIC_REGION})
_GRANT_OF = {"erasmus": ERASMUS, "nordplus": NORDPLUS, "semp": SEMP, "ntnu": NTNU}
# Group 1 is known for longer than the rest, and without the rest it does not tell who is in the programme.
_LIST_OF = {
    "erasmus": rate_ids.ERASMUS_SETS[1],
    "nordplus": rate_ids.NORDPLUS_COUNTRIES,
    "semp": rate_ids.SEMP_COUNTRIES,
    "ntnu": rate_ids.ERASMUS_SETS[1],
}


def exchange_grants(stay: Stay, home: Place | None, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """The one grant that the stay can give: only one is paid for each stay.

    The student may say which scheme holds (`choices.scheme`); one that does not reach the country gives a notice.
    """
    day = rate_day(stay.semester)
    if stay.choices.scheme is not None:
        yield from _chosen(stay.choices.scheme, stay, home, book, exchange)
        return
    if _in_erasmus(stay, book):
        yield from _in_programme(stay, home, book, exchange)
        return
    if stay.country in book.codes(rate_ids.ERASMUS_PLANNED, day):
        yield Notice("unknown", "budget.erasmus_planned")
    if stay.country in book.codes(rate_ids.SEMP_COUNTRIES, day) and _allows(stay, rate_ids.SEMP_AGREEMENTS, book):
        yield from _semp(stay, book, exchange)
    elif stay.region in _EUROPE and _before_the_lists("erasmus", book, day):
        yield missing(ERASMUS)
    elif _by_nordplus(stay, book):
        yield from _nordplus(stay, book, exchange)
    elif networks := _of(stay, rate_ids.NORDIC_NETWORKS, book):
        # What such a network gives, if anything, is for itself to say.
        yield _grant_of_agreement_unknown(networks)
    else:
        yield from _ntnu(stay, book, exchange)


def _chosen(scheme: str, stay: Stay, home: Place | None, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    day = rate_day(stay.semester)
    reached = {
        "erasmus": _in_erasmus(stay, book),
        "nordplus": stay.country in book.codes(rate_ids.NORDPLUS_COUNTRIES, day),
        "semp": stay.country in book.codes(rate_ids.SEMP_COUNTRIES, day),
        "ntnu": not _in_erasmus(stay, book),
    }
    if _before_the_lists(scheme, book, day):
        yield missing(_GRANT_OF[scheme])
    elif not reached.get(scheme, True):
        yield Notice("warning", "budget.scheme_not_here", {"scheme": scheme})
    elif scheme == "erasmus":
        yield from erasmus(stay, home, book, exchange)
    elif scheme == "nordplus":
        yield from _nordplus(stay, book, exchange)
    elif scheme == "semp":
        yield from _semp(stay, book, exchange)
    elif scheme == "ntnu":
        yield from _ntnu(stay, book, exchange)


def _before_the_lists(scheme: str, book: RateBook, day: date) -> bool:
    """Whether the day is before the oldest list of the scheme's countries: then nothing is known of them."""
    return scheme in _LIST_OF and not book.codes(_LIST_OF[scheme], day)


def _in_erasmus(stay: Stay, book: RateBook) -> bool:
    day = rate_day(stay.semester)
    return any(stay.country in book.codes(group, day) for group in rate_ids.ERASMUS_SETS)


def _of(stay: Stay, kinds: str, book: RateBook) -> frozenset[str]:
    """Those of the host's agreements that are of the kinds of a set."""
    return (stay.agreements or frozenset()) & book.codes(kinds, rate_day(stay.semester))


def _allows(stay: Stay, kinds: str, book: RateBook) -> bool:
    """Nothing known of the host's agreements stands in the way of one of these."""
    return not stay.agreements or _UNKNOWN_KIND in stay.agreements or bool(_of(stay, kinds, book))


def _by_nordplus(stay: Stay, book: RateBook) -> bool:
    reached = stay.country in book.codes(rate_ids.NORDPLUS_COUNTRIES, rate_day(stay.semester))
    return reached and bool(_of(stay, rate_ids.NORDPLUS_AGREEMENTS, book))


def _grant_of_agreement_unknown(agreements: frozenset[str]) -> Notice:
    return Notice("unknown", "budget.grant_of_agreement_unknown", {"agreements": ", ".join(sorted(agreements))})


def _in_programme(stay: Stay, home: Place | None, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    if not stay.agreements or _allows(stay, rate_ids.ERASMUS_AGREEMENTS, book):
        yield from erasmus(stay, home, book, exchange)
    elif _by_nordplus(stay, book):
        yield from _nordplus(stay, book, exchange)
    else:
        yield _grant_of_agreement_unknown(stay.agreements)


def _nordplus(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """The most that a network may give, so an assumption: a sum a month and one for the journey, paid at the start."""
    day = rate_day(stay.semester)
    rate, least = book.find(rate_ids.NORDPLUS_GRANT, day), book.find(rate_ids.NORDPLUS_MIN_MONTHS, day)
    if rate is None or least is None:
        yield missing(rate_ids.NORDPLUS_GRANT)
        return
    if stay.whole_months < least.value:
        yield Notice("warning", "budget.nordplus_too_short", {"span": str(least.value)})
        return
    yield Notice("assumption", "budget.nordplus_by_network")
    ground = Ground((rate,), status="assumption")
    factors = (of_rate(rate), count("months", stay.months, "months"))
    yield exchange.line(Payment(NORDPLUS, stay.first_month, GRANT), factors, "EUR", ground)
    zone = next((zone for zone in rate_ids.NORDPLUS_TRAVEL if stay.country in book.codes(zone, day)), None)
    travel = book.find(zone, day) if zone else None
    if travel is None:
        yield missing(NORDPLUS_TRAVEL)
        return
    ground = Ground((travel,), status="assumption")
    yield exchange.line(Payment(NORDPLUS_TRAVEL, stay.first_month, GRANT), (of_rate(travel),), "EUR", ground)


def _semp(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Paid by the Swiss host, month by month; the host decides the amount."""
    day = rate_day(stay.semester)
    rate, least = book.find(rate_ids.SEMP_GRANT, day), book.find(rate_ids.SEMP_MIN_MONTHS, day)
    if rate is None or least is None:
        yield missing(SEMP)
        return
    if stay.whole_months < least.value:
        yield Notice("warning", "budget.semp_too_short", {"months": str(least.value)})
        return
    yield Notice("assumption", "budget.semp_by_host")
    for month in stay.calendar_months[: stay.months]:
        yield exchange.line(Payment(SEMP, month, GRANT), (of_rate(rate),), "CHF", Ground((rate,)))


def _ntnu(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One payment about the middle of the stay's first semester."""
    day = rate_day(stay.semester)
    rate, semester = book.find(rate_ids.NTNU_GRANT, day), book.find(rate_ids.NTNU_GRANT_SEMESTER, day)
    if rate is None or semester is None:
        yield missing(NTNU)
        return
    yield Notice("assumption", "budget.ntnu_grant_not_certain")
    if stay.country in book.codes(rate_ids.RECRUITMENT_COUNTRIES, day):
        yield Notice("unknown", "budget.ntnu_grant_with_recruitment")
    middle = stay.first_month + (min(stay.months, int(semester.value)) // 2)
    yield exchange.line(Payment(NTNU, middle, GRANT), (of_rate(rate),), NOK, Ground((rate,)))
