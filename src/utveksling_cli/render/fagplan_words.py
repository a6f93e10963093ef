"""The Norwegian words of a plan of courses: its columns, its codes and its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from utveksling_cli.model import course as codes
from utveksling_cli.model import credits as sizes
from utveksling_cli.model.credits import FULL_YEAR, Size, YearNorm
from utveksling_cli.render.decision_words import BASIS, arithmetic, hundredths
from utveksling_cli.render.text import number
from utveksling_cli.render.wording import CONFIDENCE, SEASONS

LEVELS = {codes.FIRST_YEAR: "første år", codes.BACHELOR: "bachelor", codes.MASTER: "master", codes.PHD: "phd"}
SEMESTERS = SEASONS
STATUSES = {
    codes.PLANNED: "planlagt",
    codes.SENT: "sendt",
    codes.APPROVED: "godkjent",
    codes.CONDITIONAL: "godkjent på vilkår",
    codes.REJECTED: "avslått",
    codes.REMOVED: "tatt ut",
}
REASONS = {
    codes.NOT_AVAILABLE: "emnet kan ikke tas likevel",
    codes.LANGUAGE_MISMATCH: "emnet går på et annet språk enn oppgitt",
    codes.TIMETABLE_CONFLICT: "emnet kolliderer i timeplanen",
    codes.SUBSTITUTING_DELETED: "emnet kommer i stedet for et som går ut",
    codes.EXTENDING_MOBILITY: "oppholdet er forlenget",
}
FIELDS = {"title": "tittel", "code": "kode", "link": "lenke til emnebeskrivelse", "credits": "omfang"}
# Rules that are no sum: shown, never worked out.
PROSE = (
    "Fakultetet eller instituttet avgjør hvilke emner som godkjennes, og hvor mye de teller.",
    "Et emne som overlapper med noe du har fra før, gir mindre eller ingen uttelling. Hvilke NTNU-emner som overlapper "
    "med hverandre, er ikke i dataene.",
    "Førsteårsemner fra noen andre land enn USA godtas heller ikke; hvilke land er ikke oppgitt.",
)


def sp(value: Decimal) -> str:
    """To hundredths, as `7,5`."""
    return number(hundredths(value))


def size_words(size: Size) -> str:
    """`24 units av 48 i året: 24 × 60 / 48 = 30 sp`, with what it rests on, or why it is not known."""
    if size.state == sizes.NO_SIZE:
        return "omfang mangler"
    if size.state == sizes.AS_SAID and size.sp is not None:
        return f"{sp(size.sp)} sp"
    if size.year is None or size.said.credits is None or size.lowest is None or size.highest is None:
        return "studiepoengene er ukjent, for det er årsnormen ved lærestedet også"
    told = arithmetic(size)
    if told is None:
        given, year = number(size.said.credits), f"{number(size.year.lowest)}–{number(size.year.highest)}"
        told = f"{given} av {year} i året: {given} × {FULL_YEAR} / {year} = {sp(size.lowest)}–{sp(size.highest)} sp"
    return f"{told} ({basis(size.year)})"


def size_sources(sizes: Iterable[Size]) -> list[str]:
    """`Kilde: …` for each norm that sizes were converted with, each once."""
    years = [size.year for size in sizes]
    return list(dict.fromkeys(f"Kilde: {norm.source}" for year in years if year for norm in year.norms if norm.source))


def basis(year: YearNorm) -> str:
    """What kind of word the norm rests on, and how sure it is; of the weakest where there are several."""
    if not year.norms:
        return "ditt eget tall i planen"
    weakest = max(year.norms, key=lambda norm: list(CONFIDENCE).index(norm.confidence))
    return f"{BASIS[weakest.basis]}, sikkerhet {CONFIDENCE[weakest.confidence]}"
