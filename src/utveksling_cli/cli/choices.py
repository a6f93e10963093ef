"""Read what the student chooses or knows about the money of a stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from utveksling_cli.cli.currencies import Exchange, known_amount
from utveksling_cli.cli.numbers import parse_decimal
from utveksling_cli.cli.usage import not_allowed, one_of
from utveksling_cli.model.choices import MONTHLY, SEMESTER, OwnCost
from utveksling_cli.model.country import Country
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.model.home import HomeTown
from utveksling_cli.model.money import NOK
from utveksling_cli.model.rate import Rate
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month
from utveksling_cli.model.words import fold
from utveksling_cli.planning.living import counted_twice

_PAYOUTS = {"semester": SEMESTER, "månedlig": MONTHLY, "manedlig": MONTHLY}
_SCHEMES = {"erasmus": "erasmus", "nordplus": "nordplus", "semp": "semp", "ntnu": "ntnu", "ingen": "none"}
# What a student calls a cost that the budget knows: theirs stands in for it.
_KNOWN_COSTS = {
    "fly": "cost.flight",
    "flyreise": "cost.flight",
    "visum": "cost.visa",
    "semesteravgift": "cost.semester_fee",
    "depositum": "cost.deposit",
    "sprakprove": "cost.language_test",
    "spraktest": "cost.language_test",
}
_KNOWN_MONTHLY = {"husleie": "cost.rent", "mat": "cost.food", "transport": "cost.transport"}
# Paid once or each month, as the student says.
_KNOWN_EITHER = {"forsikring": "cost.insurance"}
_OTHER = "cost.other"
_EVERY_MONTH = frozenset({"måned", "maned"})
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_MAX_WEEKS = 52
_FAR_MONTHS = 12
# The units of rates that are no amount, and the most that each can be.
_MOST = {"months": 12, "month number": 12, "weeks": _MAX_WEEKS, "days": 366}
_COST_HINT = "Skriv navn=beløp, og gjerne når: «sykkel=1200@2027-09» eller «mat=3500@måned»."


def read_payout(text: str) -> str:
    return one_of("--utbetaling", text, _PAYOUTS, ("semester", "månedlig"))


def read_scheme(text: str | None) -> str | None:
    return None if text is None else one_of("--ordning", text, _SCHEMES)


def read_home(text: str, towns: tuple[HomeTown, ...]) -> HomeTown:
    """The NTNU town with this name or id."""
    for town in towns:
        if fold(text) in {fold(town.name), town.id}:
            return town
    raise not_allowed("--hjemby", text, [town.name for town in towns])


def read_weeks(text: str | None) -> int | None:
    """Whole weeks, 1 to 52."""
    if text is None:
        return None
    if text.strip().isascii() and text.strip().isdigit() and 1 <= int(text.strip()[:9]) <= _MAX_WEEKS:
        return int(text)
    raise UsageProblem(
        f"--språkkurs-uker: «{text}» er ikke lov.", hint=f"Skriv et helt antall uker fra 1 til {_MAX_WEEKS}."
    )


def read_savings(text: str | None, exchange: Exchange) -> Decimal:
    """What stands in the account, in NOK."""
    money = known_amount(text, "--sparepenger", exchange)
    if money is None:
        return Decimal(0)
    if money.currency != NOK:
        raise UsageProblem("--sparepenger: oppgi beløpet i kroner.", hint="For eksempel --sparepenger 20000")
    return money.rounded().amount


def read_costs(texts: list[str], rent: str | None, exchange: Exchange) -> tuple[OwnCost, ...]:
    """Each `--kostnad`, and the rent; the same known cost twice is an error."""
    costs = [_cost(text, exchange) for text in texts]
    amount = known_amount(rent, "--husleie", exchange)
    if amount is not None:
        costs.append(OwnCost(_KNOWN_MONTHLY["husleie"], "husleie", amount, None, monthly=True))
    known = [cost.id for cost in costs if cost.id != _OTHER]
    for identifier in known:
        if known.count(identifier) > 1:
            title = next(cost.title for cost in costs if cost.id == identifier)
            raise UsageProblem(f"«{title}» er oppgitt to ganger.", hint="Oppgi hver kostnad én gang.")
    return tuple(costs)


def _cost(text: str, exchange: Exchange) -> OwnCost:
    name, equals, rest = text.partition("=")
    amount, at, when = rest.partition("@")
    title = " ".join(name.split())
    if not equals or not fold(title) or (at and not when.strip()):
        raise UsageProblem(f"--kostnad: «{text}» kan ikke leses.", hint=_COST_HINT)
    money = known_amount(amount, f"--kostnad {title}", exchange)
    assert money is not None
    monthly = fold(title) in _KNOWN_MONTHLY or when.strip().casefold() in _EVERY_MONTH
    month = None if monthly or not at else _month(when, text)
    if monthly and at and when.strip().casefold() not in _EVERY_MONTH:
        raise UsageProblem(f"--kostnad: {title} betales hver måned.", hint=_COST_HINT)
    known = (_KNOWN_MONTHLY if monthly else _KNOWN_COSTS) | _KNOWN_EITHER
    identifier = known.get(fold(title).replace(" ", ""), _OTHER)
    return OwnCost(identifier, title, money, month, monthly)


def cost_name(text: str) -> str:
    """What the cost in `fly=9000` is: the known one that it stands in for, else what the student calls it."""
    name = fold(text.partition("=")[0])
    known = _KNOWN_MONTHLY | _KNOWN_COSTS | _KNOWN_EITHER
    return known.get(name.replace(" ", ""), name)


def check_costs(stay: Stay, country: Country) -> None:
    """Raises UsageProblem for a cost that would count twice, or that is paid long before or after the stay."""
    for cost in counted_twice(stay, country):
        raise UsageProblem(
            f"Hvor mye av månedstallet som er {cost.title}, er ukjent her.",
            hint="Oppgi også resten av måneden, for eksempel --levekostnad 6000",
        )
    for cost in stay.choices.costs:
        if cost.month and not stay.first_month + -_FAR_MONTHS <= cost.month <= stay.last_month + _FAR_MONTHS:
            raise UsageProblem(
                f"--kostnad: {cost.month} er mer enn et år fra oppholdet, som er fra {stay.first_month} "
                f"til {stay.last_month}.",
                hint=_COST_HINT,
            )


def _month(text: str, whole: str) -> Month:
    match = _MONTH.fullmatch(text.strip())
    if match is None:
        raise UsageProblem(f"--kostnad: «{text}» i «{whole}» er ikke en måned.", hint=_COST_HINT)
    return Month(int(match[1]), int(match[2]))


def read_rates(texts: list[str], known: Mapping[str, Rate]) -> dict[str, Decimal]:
    """`lanekassen.basislan=15600`, for each rate that the student has a newer figure for."""
    given: dict[str, Decimal] = {}
    for text in texts:
        identifier, equals, value = text.replace(" ", "").partition("=")
        hint = "Skriv id=verdi, for eksempel lanekassen.basislan=15600. Se id-ene med: utveksling satser"
        if not equals:
            raise UsageProblem(f"--sats: «{text}» kan ikke leses.", hint=hint)
        if identifier not in known:
            raise _unknown_rate(identifier, known)
        number = parse_decimal(value, f"--sats {identifier}", hint)
        _check_rate(identifier, known[identifier].unit, number, value)
        given[identifier] = number
    return given


def _check_rate(identifier: str, unit: str, number: Decimal, text: str) -> None:
    """A share, a length of time and a month of the year have limits; an amount of money has none."""
    if unit == "share" and number > 1:
        raise UsageProblem(f"--sats {identifier}: en andel er fra 0 til 1.", hint="Skriv 0,40 for 40 prosent.")
    if unit not in _MOST:
        return
    from utveksling_cli.model.rate_ids import DEPOSIT_BACK_MONTHS, NTNU_GRANT_SEMESTER, PAID_AHEAD_MONTHS

    least, most = (0, 12) if unit == "months" else (1, _MOST[unit])
    # A payment stands in a month of the calendar.
    whole = unit != "months" or identifier in {PAID_AHEAD_MONTHS, DEPOSIT_BACK_MONTHS, NTNU_GRANT_SEMESTER}
    if not least <= number <= most or (whole and number != number.to_integral_value()):
        hint = f"Skriv et {'helt ' if whole else ''}tall fra {least} til {most}."
        raise UsageProblem(f"--sats {identifier}: «{text}» er ikke lov.", hint=hint)


def _unknown_rate(identifier: str, known: Mapping[str, Rate]) -> NotFound:
    from difflib import get_close_matches

    near = get_close_matches(identifier, known, n=3, cutoff=0.5)
    hint = f"Mente du {' eller '.join(near)}? " if near else ""
    return NotFound(f"--sats: satsen «{identifier}» finnes ikke.", hint=f"{hint}Se alle med: utveksling satser")
