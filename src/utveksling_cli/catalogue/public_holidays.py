"""Norway's public holidays, from the `holidays` package, for the years that deadlines can fall in.

Computed when the catalogue is compiled, so that no command has to import the package.
"""

from __future__ import annotations

FIRST_YEAR = 2018
LAST_YEAR = 2040


def norwegian_holidays() -> list[tuple[str, str]]:
    """(ISO date, Norwegian name) of every public holiday from FIRST_YEAR to LAST_YEAR; Sundays are not among them."""
    from holidays.countries.norway import Norway

    found = Norway(years=range(FIRST_YEAR, LAST_YEAR + 1), include_sundays=False, language="no")
    return sorted((day.isoformat(), name) for day, name in found.items())
