"""From a host's credits to studiepoeng by what makes a full year there; a norm that is not known is never invented.

Studiepoeng are not rounded here: what is added up must not lose what rounding took from each part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

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
    RANGE,
    UNCLEAR,
    Norm,
    SaidSize,
    Size,
    YearNorm,
)
from utveksling_cli.planning.credit_text import read_size

_CENT = Decimal("0.01")
_CONFIDENCE = ("high", "medium", "low")


class HostCredits(NamedTuple):
    """What sizes at one host are read with.

    `unit` says what a number without a unit counts, IN_SP or IN_HOST_UNIT, where the student knows; None where not.
    """

    year: YearNorm | None
    unit: str | None = None


def year_norm(norms: Iterable[Norm], institution: str, country: str, level: str | None = None) -> YearNorm | None:
    """The host's own norm, else its country's; None when none fits.

    Norms of a single field do not speak for the host. Where several fit, those with the strongest basis and the
    highest confidence decide, and if they differ the year is a range.
    """
    fitting = [norm for norm in norms if norm.field is None and norm.host is None and _fits_level(norm, level)]
    own = [norm for norm in fitting if norm.institution == institution]
    found = own or [norm for norm in fitting if norm.institution is None and country in norm.countries]
    if not found:
        return None
    # Without a level all of them may be the one; with it the strongest is.
    strongest = [one for group in _by_level(found) for one in _strongest(group)] if level is None else _strongest(found)
    lowest = min(Decimal(norm.credits) for norm in strongest)
    highest = max(Decimal(norm.credits_at_most or norm.credits) for norm in strongest)
    return YearNorm(lowest, highest, strongest[0].unit, tuple(strongest))


def own_year_norm(per_year: Decimal) -> YearNorm:
    """A full year as the student says it is."""
    return YearNorm(per_year, per_year, None, ())


def studiepoeng(host_credits: Decimal, per_year: Decimal) -> Decimal:
    """`24 of 48 a year` is 30."""
    return host_credits * FULL_YEAR / per_year


def rounded(sp: Decimal) -> Decimal:
    """To hundredths, as studiepoeng are shown and compared."""
    return sp.quantize(_CENT, rounding=ROUND_HALF_UP)


def size_of(text: str, host: HostCredits) -> Size:
    """A course's size from what the page says of it."""
    said = read_size(text)
    if not text.strip():
        return Size(said, NO_SIZE)
    if said.credits is None:
        return Size(said, UNCLEAR)
    in_ects = host.year is not None and host.year.unit == ECTS
    unit = said.unit if said.unit in {IN_SP, IN_HOST_UNIT} else IN_SP if in_ects else host.unit
    if unit is None:
        return Size(said, NO_UNIT)
    if unit == IN_SP:
        return Size(said, AS_SAID, said.credits, said.credits, said.credits)
    return convert(said, host.year)


def convert(said: SaidSize, year: YearNorm | None) -> Size:
    """The host's own credits by its full year; the more credits a year takes, the less each is worth."""
    if said.credits is None:
        return Size(said, UNCLEAR)
    if year is None:
        return Size(said, NO_NORM)
    lowest, highest = studiepoeng(said.credits, year.highest), studiepoeng(said.credits, year.lowest)
    if year.lowest != year.highest:
        return Size(said, RANGE, None, lowest, highest, year)
    return Size(said, CONVERTED, lowest, lowest, highest, year)


def _fits_level(norm: Norm, level: str | None) -> bool:
    return norm.level is None or level is None or norm.level == level


def _by_level(norms: Sequence[Norm]) -> list[list[Norm]]:
    levels = dict.fromkeys(norm.level for norm in norms)
    return [[norm for norm in norms if norm.level == level] for level in levels]


def _strongest(norms: Sequence[Norm]) -> list[Norm]:
    """A stated equivalence or NTNU's own table goes before a normal load, and then high confidence before low."""
    best = min(map(_strength, norms))
    return [norm for norm in norms if _strength(norm) == best]


def _strength(norm: Norm) -> tuple[bool, int]:
    return norm.basis == FULL_TIME, _CONFIDENCE.index(norm.confidence)
