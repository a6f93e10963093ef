"""The rates of a day on a screen: by who pays, with the value, when it applies, its mark and its source."""

from __future__ import annotations

from utveksling_cli.model.rate import AGREEMENTS, COUNTRIES, LANGUAGES, RateOnDay, RateValue, SetOnDay
from utveksling_cli.model.words import sort_key
from utveksling_cli.render import notices, wording
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.periods import period
from utveksling_cli.render.satser import ShownRate, View, payer, status_words
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import MONTHS, NBSP, clean, day, number, share
from utveksling_cli.render.wording import MARKS, PAYERS, UNITS, UNKNOWN

_RATES = (
    Column("Sats", prose=16),
    Column("Verdi", right=True),
    Column(""),
    Column("Gjelder", prose=10),
    Column("Kilde", right=True),
    Column("Status", drop=2),
    Column("Id", drop=1),
)
# What each kind of set is called, and what is in it.
LISTS = {
    COUNTRIES: ("Landliste", "Land"),
    AGREEMENTS: ("Avtaleliste", "Avtaletyper"),
    LANGUAGES: ("Språkliste", "Språk"),
}
_AFTER_LIST = (
    Column(""),
    Column("Gjelder", prose=10),
    Column("Kilde", right=True),
    Column("Status", drop=2),
    Column("Id", drop=1),
)

NO_SOURCE = "–"
_ONE = {"months": "måned", "days": "dag", "weeks": "uke"}


class Sources:
    """Addresses by number, in the order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.missing = False

    def number(self, url: str | None) -> str:
        """`7`; a dash where no page stands behind a figure."""
        self.missing = self.missing or url is None
        return str(self._numbers.setdefault(url, len(self._numbers) + 1)) if url else NO_SOURCE

    def lines(self, screen: Screen) -> list[str]:
        if not self._numbers:
            return []
        return [screen.bold("Kilder"), *(f"{found:>3}  {clean(url)}" for url, found in self._numbers.items())]


def as_table(view: View, screen: Screen) -> str:
    sources = Sources()
    blocks = [_heading(view, screen)]
    payers = dict.fromkeys([*(payer(shown.on_day.rate.id) for shown in view.rates), *(map(_set_payer, view.sets))])
    for name in payers:
        title = screen.bold(PAYERS.get(name, name))
        rates = [_rate_row(shown, sources, screen) for shown in view.rates if payer(shown.on_day.rate.id) == name]
        tables = [table(_RATES, rates, screen)] if rates else []
        for kind, (title_of_list, content) in LISTS.items():
            sets = [entry for entry in view.sets if _set_payer(entry) == name and entry.kind == kind]
            rows = [_set_row(entry, view.names, sources, screen) for entry in sets]
            head = (Column(title_of_list, prose=16), Column(content, prose=30), *_AFTER_LIST)
            tables += [table(head, rows, screen)] if rows else []
        blocks.append(f"{title}\n\n" + "\n".join(tables))
    found: list[RateOnDay | SetOnDay] = [*(shown.on_day for shown in view.rates), *view.sets]
    marks = "".join(mark(entry.status, entry.current.status) for entry in found if entry.current)
    return "\n".join([*blocks, below(view, marks, sources, screen)])


def _set_payer(entry: SetOnDay) -> str:
    return payer(entry.id)


def _heading(view: View, screen: Screen) -> str:
    when = f"studieåret {view.study_year}, fra {day(view.day)}" if view.study_year else day(view.day)
    about = f"Satser som nevner «{clean(view.text)}»" if view.text else "Satser"
    if not view.rates and not view.sets:
        about = f"Ingen satser nevner «{clean(view.text or '')}»"
    joint = " for " if view.study_year else ", "
    return "\n".join(bold(f"{about}{joint}{when}", screen)) + "\n"


def _rate_row(shown: ShownRate, sources: Sources, screen: Screen) -> Styled:
    rate, current, status = shown.on_day
    if current is None:
        applies = f"ukjent før {period(rate.values[0].from_date, None).removeprefix('fra ')}"
        return Styled([rate.title, UNKNOWN, "", applies, "", UNKNOWN, rate.id], screen.dim)
    cells = [
        rate.title,
        amount(current, rate.unit),
        mark(status, current.status),
        period(current.from_date, current.until_date),
        sources.number(current.source),
        status_words(status, current.status),
        rate.id,
    ]
    return Styled(cells, screen.dim if current.value is None else None)


def _set_row(entry: SetOnDay, names: dict[str, str], sources: Sources, screen: Screen) -> Styled:
    current = entry.current
    if current is None:
        applies = f"ukjent før {period(entry.periods[0].from_date, None).removeprefix('fra ')}"
        return Styled([entry.title, UNKNOWN, "", applies, "", UNKNOWN, entry.id], screen.dim)
    cells = [
        entry.title,
        named(current.codes, entry.kind, names),
        mark(entry.status, current.status),
        period(current.from_date, current.until_date),
        sources.number(current.source),
        status_words(entry.status, current.status),
        entry.id,
    ]
    return Styled(cells)


def named(codes: frozenset[str], kind: str, countries: dict[str, str]) -> str:
    """Norwegian names in Norwegian order; the code of what has no name, as a country that is not in the facts."""
    names = {COUNTRIES: countries, AGREEMENTS: wording.AGREEMENTS, LANGUAGES: wording.LANGUAGES}[kind]
    return ", ".join(sorted({names.get(code, code) for code in codes}, key=sort_key))


def amount(value: RateValue, unit: str) -> str:
    """`15 169 kr per måned`, `40 %`, `juli`; `ukjent` for a value that is left empty."""
    if value.value is None:
        return UNKNOWN
    if unit == "share":
        return share(value.value)
    if unit == "month number" and value.value in range(1, len(MONTHS) + 1):
        return MONTHS[int(value.value) - 1]
    words = _ONE.get(unit, UNITS[unit]) if value.value == 1 else UNITS[unit]
    return f"{number(value.value)} {words}".replace(" ", NBSP).strip(NBSP)


def mark(status: str, own_status: str) -> str:
    """`>`, `~` or `>~`, as in budgets; nothing where the value is unknown, which is said in words."""
    estimate = MARKS["estimate"] if own_status == "estimate" and status == "carried_forward" else ""
    return f"{MARKS.get(status, '')}{estimate}"


def below(view: View, used: str, sources: Sources, screen: Screen) -> str:
    """What the marks that were used mean, the notices, the sources, and how to see more."""
    lines = notices.legend(used, screen)
    lines += [f"{NO_SOURCE} uten kilde"] if sources.missing else []
    lines += notices.lines(view.notices, screen)
    blocks = [lines, sources.lines(screen), wrap(_more(view), screen.width)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _more(view: View) -> str:
    if view.below:
        return f"Se også: {', '.join(view.below)}"
    if view.over_time:
        return "Alle satsene: utveksling satser"
    example = view.rates[0].on_day.rate.id if view.rates else "lanekassen.basislan"
    return f"En sats over tid: utveksling satser --vis {example}. Navnet på satsen virker også."
