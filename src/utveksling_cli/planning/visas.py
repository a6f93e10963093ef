"""Who may need a visa or a permit for the stay, and the day to apply for it by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.country import Country, VisaTime
from utveksling_cli.model.plan import EU_EEA, NORDIC, NORWEGIAN
from utveksling_cli.model.stay import last_day_of
from utveksling_cli.model.time import Month

# Where a citizen of the EEA or Switzerland may live and study without a visa. The EEA is UDI's list
# (https://udi.no/ord-og-begreper/eueos-landa/). Switzerland asks no visa of students from the EU and EFTA
# (https://www.ethz.ch/en/studies/international-immigration-housing/visa-check.html).
_FREE_MOVEMENT = frozenset({
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
    "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
# Outside the EEA, and open to Nordic citizens alone:
# https://www.norden.org/en/info-norden/work-and-residence-permits-faroe-islands and the same page for Greenland.
_NORDIC_ONLY = frozenset({"FO", "GL"})
_UNTOLD = None
# The earliest that the Foreign Ministry advises, which stands in where nothing is known of the country.
_USUAL_MONTHS = 3


class VisaDay(NamedTuple):
    """`known` is what the data has of the country, if anything; `assumed` is whether the day rests on no such fact."""

    day: date
    known: VisaTime | None
    assumed: bool


def is_free(citizenship: str | None, code: str) -> bool:
    """Whether the student can live there without asking; a citizenship that is not told is taken to be Norwegian."""
    if code in _NORDIC_ONLY:
        return citizenship in {NORWEGIAN, NORDIC, _UNTOLD}
    return code in _FREE_MOVEMENT and citizenship in {NORWEGIAN, NORDIC, EU_EEA, _UNTOLD}


def needs_visa(citizenship: str | None, country: Country | None) -> bool:
    """Whether a visa or a permit may be needed."""
    return country is not None and not is_free(citizenship, country.code)


def visa_day(arrival: date, country: Country) -> VisaDay:
    """The last day to apply by the country's own advice, else the program's."""
    known = country.visa_time
    if known is None or not (known.months or known.weeks):
        return VisaDay(_before(arrival, _USUAL_MONTHS, 0), known, assumed=True)
    return VisaDay(_before(arrival, known.months or 0, known.weeks or 0), known, assumed=False)


def _before(day: date, months: int, weeks: int) -> date:
    month = Month(day.year, day.month) + -months
    within = min(day.day, last_day_of(month).day)
    return date(month.year, month.month, within) - timedelta(weeks=weeks)
