"""Read what people type: dates, semesters and counts; `amounts` reads money.

Each function takes the text and the option it stood in, and raises UsageProblem with what is allowed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.words import fold

if TYPE_CHECKING:
    from utveksling_cli.model.time import AcademicYear, Semester

MAX_MONTHS = 12
TABLE_ROWS = 25
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTHS = re.compile(r"[0-9]{1,4}")
_DATE_HINT = "Skriv år-måned-dag, for eksempel 2027-01-15."


def parse_date(text: str, option: str, hint: str = _DATE_HINT) -> date:
    """`2027-01-15`."""
    from utveksling_cli.model.time import FIRST_YEAR, LAST_YEAR

    if _ISO_DATE.fullmatch(text.strip()):
        try:
            day = date.fromisoformat(text.strip())
        except ValueError:
            raise UsageProblem(f"{option}: {text.strip()} finnes ikke i kalenderen.", hint=hint) from None
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
        raise UsageProblem(f"{option}: årstallet {day.year} er utenfor {FIRST_YEAR}–{LAST_YEAR}.", hint=hint)
    raise UsageProblem(f"{option}: «{text}» er ikke en dato.", hint=hint)


def parse_semester(text: str, option: str = "--semester") -> Semester:
    """`H2027` or `V2028`."""
    from utveksling_cli.model.time import Semester

    try:
        return Semester.parse(text)
    except ValueError:
        hint = "Skriv H for høst eller V for vår og så årstallet, for eksempel H2027 eller V2028."
        raise UsageProblem(f"{option}: «{text}» er ikke et semester.", hint=hint) from None


def parse_study_year(text: str, option: str = "--studieår") -> AcademicYear:
    """`2027/28`."""
    from utveksling_cli.model.time import AcademicYear

    try:
        return AcademicYear.parse(text)
    except ValueError:
        hint = "Skriv to år som følger hverandre, for eksempel 2027/28."
        raise UsageProblem(f"{option}: «{text}» er ikke et studieår.", hint=hint) from None


def parse_words(text: str | None, option: str) -> str | None:
    """Text with at least one letter or digit in it, if any was given; `%%%` would fit everything."""
    if text is not None and not fold(text):
        raise UsageProblem(f"{option}: «{text}» har ingen bokstaver å lete etter.", hint="Skriv minst ett ord.")
    return text


def parse_months(text: str, option: str = "--måneder") -> int:
    """A whole number of months from 1 to 12."""
    if _MONTHS.fullmatch(text.strip()) and 1 <= int(text) <= MAX_MONTHS:
        return int(text)
    raise UsageProblem(f"{option}: «{text}» er ikke lov.", hint=f"Skriv et helt antall måneder fra 1 til {MAX_MONTHS}.")


def parse_count(text: str, option: str) -> int | None:
    """A number of rows, at least 1; `alle` is None."""
    if text.strip().casefold() == "alle":
        return None
    if _MONTHS.fullmatch(text.strip()) and int(text) >= 1:
        return int(text)
    raise UsageProblem(f"{option}: «{text}» er ikke lov.", hint="Skriv et helt tall fra 1, eller alle.")


def row_limit(count: str | None, *, is_table: bool) -> int | None:
    """The most rows to show: what `--antall` says, else a screen or two of a table and all of the rest."""
    if count is not None:
        return parse_count(count, "--antall")
    return TABLE_ROWS if is_table else None
