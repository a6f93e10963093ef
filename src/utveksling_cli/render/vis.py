"""The answer of `vis`: one host on one screen, what is unknown named, and where each thing was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from utveksling_cli.model.institution import Institution, LanguageRequirement, SubjectArea
from utveksling_cli.model.link import Link
from utveksling_cli.render import csv, host_terms, hosts
from utveksling_cli.render.layout import bold, pair
from utveksling_cli.render.links import newest_report, own_site
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import iso_day, listed, money, plural
from utveksling_cli.render.wording import (
    BASIS,
    CONFIDENCE,
    DECISIONS,
    EVIDENCE_SENTENCES,
    LEVELS,
    PER,
    UNKNOWN,
    language,
)

if TYPE_CHECKING:
    from utveksling_cli.model.plan_marks import PlanMarks

SCHEMA = "utveksling.vis/1"
_PROGRAMMES_SHOWN = 8
_WAIVED = {
    "yes": "fritak etter avtalen",
    "partly": "delvis fritak",
    "no": "du må betale skolepenger",
    "unknown": "ukjent om avtalen gir fritak",
}
_CSV_HEADER = ("id", "navn", "felt", "verdi")
Pairs = list[tuple[str, str]]
Day = Callable[[str], str]


class View(NamedTuple):
    """`names` is country code to Norwegian name, `fields` ISCED-F code to Norwegian name.

    `marks` are the hosts of the student's plan, None without one.
    """

    hosts: tuple[Institution, ...]
    data_version: str
    names: dict[str, str]
    fields: dict[str, str]
    links: tuple[Link, ...]
    marks: PlanMarks | None = None


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "count": len(view.hosts),
        "institutions": [_json_host(host, view) for host in view.hosts],
        "links": [link._asdict() for link in view.links],
        "notices": [],
        **({"plan": {"path": view.marks.path}} if view.marks else {}),
    }


def _json_host(host: Institution, view: View) -> dict[str, Any]:
    own = {"in_plan": view.marks.of(host.id)} if view.marks else {}
    return hosts.as_json(host, view.names) | {"unknown": _unknown(host)} | own


def as_csv(view: View) -> str:
    rows = [
        (host.id, host.name, label, value)
        for host in view.hosts
        for _, pairs in _sections(host, view, _iso)
        for label, value in pairs
    ]
    return csv.table(_CSV_HEADER, rows)


def as_table(view: View, screen: Screen) -> str:
    return ("\n" + "═" * min(screen.width, 40) + "\n\n").join(_card(host, view, screen) for host in view.hosts)


def _card(host: Institution, view: View, screen: Screen) -> str:
    lines = bold(host.name, screen)
    for title, pairs in _sections(host, view):
        lines += ["", *bold(title, screen)]
        for label, value in pairs:
            shown = pair(label, value, screen)
            lines += [screen.dim(line) for line in shown] if value == UNKNOWN else shown
    return "\n".join(lines) + "\n"


def _sections(host: Institution, view: View, day: Day = iso_day) -> list[tuple[str, Pairs]]:
    """All that is known of the host; `day` writes a date."""
    return [
        ("Lærestedet", _place(host, view)),
        ("Avtalen med NTNU", [*_agreement(host, view), *host_terms.pairs(host, day)]),
        ("Språk", _languages(host, day)),
        ("Erfaringer fra NTNU-studenter", _experience(host)),
        ("Kilder", _sources(host, view, day)),
    ]


def _iso(day: str) -> str:
    return day


def _place(host: Institution, view: View) -> Pairs:
    return [
        ("Sted", hosts.place(host, view.names)),
        *([("Lokalt navn", host.local_name)] if host.local_name else []),
        ("Også kalt", ", ".join(host.aliases) or "ingen kjente forkortelser"),
        ("Nettsted", own_site(host) or UNKNOWN),
        ("Erasmus-kode", _erasmus_code(host)),
        ("Id", host.id),
        *_in_plan(host, view),
    ]


def _in_plan(host: Institution, view: View) -> Pairs:
    if view.marks is None or view.marks.of(host.id) is None:
        return []
    rank = view.marks.ranks.get(host.id)
    return [("I planen din", "favoritt" if rank is None else "førstevalget" if rank == 1 else f"ønske nr. {rank}")]


def _erasmus_code(host: Institution) -> str:
    if host.erasmus_code is None:
        return UNKNOWN
    by_name = host.erasmus_code_basis == "eche_list_by_name"
    return f"{host.erasmus_code}{' (funnet ved navnelikhet)' if by_name else ''}"


def _agreement(host: Institution, view: View) -> Pairs:
    return [
        ("Grunnlag", f"{hosts.evidence_words(host)} (sikkerhet: {CONFIDENCE[host.confidence]})"),
        ("Det betyr", EVIDENCE_SENTENCES[host.evidence]),
        ("Type", _types(host)),
        ("Fagområder", "; ".join(_area(area, view.fields) for area in host.subject_areas) or UNKNOWN),
        ("Nivå", ", ".join(LEVELS[entry.level] + "*" * entry.inferred for entry in host.levels) or UNKNOWN),
        ("Skolepenger", _tuition(host)),
        ("Karakterkrav", host.grade_requirement or UNKNOWN),
        ("Begrensninger", host.restrictions or UNKNOWN),
        ("Plasser", host.places_note or UNKNOWN),
        *[("Merk", note) for note in host.notes],
    ]


def _types(host: Institution) -> str:
    if not host.agreements:
        return UNKNOWN
    inferred = any(entry.inferred for entry in host.agreements)
    return hosts.agreement_words(host) + (" (* utledet av landet, ikke lest i en kilde)" if inferred else "")


def _area(area: SubjectArea, names: dict[str, str]) -> str:
    known = names.get(area.isced_f) if area.isced_f else None
    words = area.text or known or ""
    code = f" ({area.isced_f})" if area.isced_f else ""
    return f"{words}{code}{'*' if area.inferred else ''}".strip()


def _tuition(host: Institution) -> str:
    tuition = host.tuition
    if tuition is None:
        return UNKNOWN
    text = f"{_WAIVED[tuition.waived]}. {tuition.note}"
    if tuition.price:
        from decimal import Decimal

        price = tuition.price
        year = f", {price.year}" if price.year else ""
        text += f" Oppgitt pris: {money(Decimal(price.amount), price.currency)} {PER[price.per]}{year}."
    return text


def _languages(host: Institution, day: Day) -> Pairs:
    teaching = ", ".join(language(code) for code in host.teaching_languages) or UNKNOWN
    requirements = [
        (language(entry.language).capitalize(), _requirement(entry, day)) for entry in host.language_requirements
    ]
    return [("Undervisning", teaching), *(requirements or [("Språkkrav", UNKNOWN)])]


def _requirement(entry: LanguageRequirement, day: Day) -> str:
    scores = [
        f"nivå {entry.cefr}" if entry.cefr else "",
        f"IELTS {entry.ielts}".replace(".", ",") if entry.ielts else "",
        f"TOEFL iBT {entry.toefl_ibt}" if entry.toefl_ibt is not None else "",
        f"Duolingo {entry.duolingo}" if entry.duolingo is not None else "",
    ]
    known = ", ".join(score for score in scores if score)
    checked = f"sikkerhet: {CONFIDENCE[entry.confidence]}, kontrollert {day(entry.verified_on)}"
    return f"{known}. {entry.text} ({checked})" if known else f"{entry.text} ({checked})"


def _experience(host: Institution) -> Pairs:
    reports, decisions = host.reports, host.decisions
    if reports is None:
        found: Pairs = [("Rapporter", "ingen i rapportportalen til og med våren 2023")]
    else:
        programmes = [f"{row.programme} {row.number} ({row.latest_year})" for row in reports.programmes]
        more = len(programmes) - _PROGRAMMES_SHOWN
        shown = programmes[:_PROGRAMMES_SHOWN] + ([f"og {more} program til"] if more > 0 else [])
        found = [
            ("Rapporter", f"{plural(reports.total, 'rapport', 'rapporter')}, nyeste opphold {reports.latest_year}"),
            ("Program", "; ".join(shown) or UNKNOWN),
        ]
    if decisions is None:
        return [*found, ("Emnevedtak", "ingen i dataene")]
    outcomes = [("approved", decisions.approved), ("conditional", decisions.conditional)]
    outcomes += [("rejected", decisions.rejected), ("unknown", decisions.unknown)]
    parts = [f"{number} {DECISIONS[outcome]}" for outcome, number in outcomes if number]
    latest = f", nyeste {decisions.latest}" if decisions.latest else ""
    text = f"{decisions.total}: {listed(parts)}{latest}. Gjort for ett NTNU-program; et ja der er ikke et ja for andre."
    return [*found, ("Emnevedtak", text)]


def _sources(host: Institution, view: View, day: Day) -> Pairs:
    return [
        ("Bygger på", ", ".join(BASIS[entry] for entry in host.basis) or UNKNOWN),
        ("Kilde", host.source or "ingen nettside"),
        *([("Om kilden", host.source_note)] if host.source_note else []),
        *([("Nyeste rapport", report)] if (report := newest_report(host)) else []),
        *[(link.title, link.url) for link in view.links],
        ("Kontrollert", day(host.verified_on)),
    ]


def _unknown(host: Institution) -> list[str]:
    """The names of what the facts do not tell of the host."""
    fields = (
        "domain", "erasmus_code", "subject_areas", "levels", "teaching_languages", "language_requirements", "tuition",
        "grade_requirement", "restrictions", "places_note", "reports", "decisions",
    )  # fmt: skip
    missing = [name for name in fields if not getattr(host, name)]
    known_type = any(entry.type != "unknown" for entry in host.agreements)
    return missing if known_type else [*missing, "agreements"]
