"""Hold places up against each other: what the facts answer to each of the student's seven questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from utveksling_cli.model.budget import STATUS_ORDER, Budget
from utveksling_cli.model.comparison import (
    ACADEMIC,
    CLIMATE,
    COUNTRY,
    CULTURE,
    DEPENDS,
    ECONOMY,
    HOST,
    LANGUAGE,
    SOCIAL,
    TERM,
    UNKNOWN,
    Fact,
    Side,
    Value,
)
from utveksling_cli.model.country import Country, Term
from utveksling_cli.model.institution import Institution, LanguageRequirement
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.place import Ntnu, Place
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning import criteria
from utveksling_cli.planning.deadlines import season_of

# Without these the account of one place lacks what that of another has, and the two cannot be held together.
_NO_COST = frozenset({"budget.living_unknown", "budget.exchange_unknown"})
_NO_RATE = frozenset({"budget.rate_unknown"})


class Subject(NamedTuple):
    """A place with all that is known of it. `host` is None for a whole country, and `hosts` are then all of its hosts.

    `minutes` are how far its clocks are ahead of NTNU's when the semester begins; none when that is unknown.
    """

    country: Country
    host: Institution | None
    hosts: tuple[Institution, ...]
    places: Mapping[str, Place]
    budget: Budget
    minutes: tuple[int, ...]


class Setting(NamedTuple):
    """What is the same for all: the semesters that the stay begins and ends in, and what is asked.

    Under one of `tuition_free_agreements` a stay is free of tuition by the programme's rules.
    """

    first: Semester
    last: Semester
    months: int
    programme: str | None
    ntnu: Ntnu
    tuition_free_agreements: frozenset[str]


def side(subject: Subject, setting: Setting) -> Side:
    """The place with its answers."""
    host, country = subject.host, subject.country
    return Side(
        host.id if host else country.code,
        HOST if host else COUNTRY,
        host.name if host else country.name,
        country.code,
        host.city if host else None,
        subject.budget,
        {
            LANGUAGE: tuple(_language(subject)),
            ECONOMY: tuple(_economy(subject, setting)),
            ACADEMIC: tuple(_academic(subject, setting.programme)),
            SOCIAL: tuple(_social(subject)),
            TERM: tuple(_terms(subject.country, setting)),
            CLIMATE: (_climate(subject),),
            CULTURE: (_or_unknown("minutes_ahead", subject.minutes or None),),
        },
    )


def notices(sides: Sequence[Side], setting: Setting) -> Iterator[Notice]:
    """What to know of the facts that were shown."""
    shown = {fact.name: fact.value for one in sides for facts in one.facts.values() for fact in facts if fact.value}
    yield Notice("information", "compare.money")
    if setting.programme is not None and "programme_reports" not in shown:
        yield Notice("unknown", "compare.programme_unknown", {"text": setting.programme})
    if "decisions" in shown:
        yield Notice("information", "compare.decisions")
    if "reports" in shown:
        yield Notice("information", "compare.reports")
    if any(one.kind == COUNTRY for one in sides):
        yield Notice("information", "compare.depends")
    following = _ntnu_begins(setting)
    if following is not None and "term_ends" in shown:
        yield Notice("estimate", "compare.ntnu_semester", {"month": str(following)})
    if setting.ntnu.climate is not None and "climate" in shown:
        yield Notice("information", "compare.ntnu_climate", {"climate": setting.ntnu.climate.koppen})
    if shown.keys() & {"climate", "official_languages", "population"}:
        yield Notice("information", "compare.sources")


def _ntnu_begins(setting: Setting) -> Month | None:
    """The first month of NTNU's semester after the stay; None when it is unknown."""
    following = setting.last.next()
    starts = (term.start_month for term in setting.ntnu.terms if term.season == season_of(following))
    return next((Month(following.year, start) for start in starts), None)


def _or_unknown(name: str, value: Value) -> Fact:
    return Fact(name, value) if value is not None else Fact(name, None, UNKNOWN)


def _language(subject: Subject) -> Iterator[Fact]:
    official, host = subject.country.official_languages, subject.host
    if official is None:
        yield Fact("official_languages", None, UNKNOWN)
    else:
        yield Fact("official_languages", official.codes, status=official.status, source=official.source)
    if host is None:
        yield Fact("teaching_languages", None, DEPENDS)
        yield Fact("language_minimum", None, DEPENDS)
    else:
        yield _or_unknown("teaching_languages", host.teaching_languages or None)
        yield _minimum(host.language_requirements)


def _minimum(requirements: tuple[LanguageRequirement, ...]) -> Fact:
    """Each language with its level, such as `en C1`; a requirement that is only known in words is just `en`."""
    told = tuple(dict.fromkeys(f"{entry.language} {_score(entry)}".strip() for entry in requirements))
    source = requirements[0].source if requirements else None
    return _or_unknown("language_minimum", told or None)._replace(source=source)


def _score(entry: LanguageRequirement) -> str:
    if entry.cefr:
        return entry.cefr
    scores = {"IELTS": entry.ielts, "TOEFL": entry.toefl_ibt, "Duolingo": entry.duolingo}
    return next((f"{test} {score}" for test, score in scores.items() if score is not None), "")


def _economy(subject: Subject, setting: Setting) -> Iterator[Fact]:
    """The account in whole kroner; what rests on an unknown cost or rate is unknown."""
    budget = subject.budget
    codes = {notice.code for notice in budget.notices}
    status = max((line.status for line in budget.lines), key=STATUS_ORDER.index, default=None)
    totals = budget.totals
    # Savings are what the student has, and not what the place leaves.
    left = Money((budget.months[-1].balance - totals.opening_balance) / setting.months).rounded().amount
    in_balance: dict[str, Value] = {
        "net_per_month": left,
        "lowest_balance": totals.lowest_balance,
        "lowest_month": str(totals.lowest_month),
    }
    for name, value in in_balance.items():
        yield Fact(name, value, status=status) if not codes & (_NO_COST | _NO_RATE) else Fact(name, None, UNKNOWN)
    for name, value in {"grant": totals.grant, "loan": totals.loan}.items():
        yield Fact(name, value, status=status) if not codes & _NO_RATE else Fact(name, None, UNKNOWN)
    yield _tuition(subject.host, setting.tuition_free_agreements)


def _tuition(host: Institution | None, agreements: frozenset[str]) -> Fact:
    """`yes`, `inferred` or `no` to whether the place is free of tuition."""
    if host is None:
        return Fact("tuition_free", None, DEPENDS)
    answer = criteria.tuition_free(host, agreements)
    return Fact("tuition_free", None, UNKNOWN) if answer == UNKNOWN else Fact("tuition_free", answer)


def _academic(subject: Subject, programme: str | None) -> Iterator[Fact]:
    """No decision and no report in the facts counts as none."""
    if programme is not None:
        reports = sum(criteria.programme_reports(host, programme) for host in subject.hosts)
        yield Fact("programme_reports", reports)
    decisions = [host.decisions for host in subject.hosts if host.decisions]
    yield Fact("approved_decisions", sum(entry.approved for entry in decisions))
    yield Fact("decisions", sum(entry.total for entry in decisions))
    if subject.host is None:
        yield Fact("hosts", len(subject.hosts))


def _social(subject: Subject) -> Iterator[Fact]:
    reports = [host.reports for host in subject.hosts if host.reports]
    yield Fact("reports", sum(entry.total for entry in reports))
    yield _or_unknown("latest_report", max((entry.latest_year for entry in reports), default=None))
    place = subject.places.get(subject.host.id) if subject.host else None
    town = place.town if place else None
    if subject.host is None:
        yield Fact("population", None, DEPENDS)
    elif town is None or town.population is None:
        yield Fact("population", None, UNKNOWN)
    else:
        yield Fact("population", town.population, status=town.status, source=town.source, note=town.name)


def _terms(country: Country, setting: Setting) -> Iterator[Fact]:
    """The host country's semesters, and how many months of NTNU's next one the last of them reaches into."""
    first, last = _typical(country, setting.first), _typical(country, setting.last)
    if first is None or last is None:
        yield from (Fact(name, None, UNKNOWN) for name in ("term_begins", "term_ends", "overlap_months"))
        return
    begins = Month(setting.first.year, first.start_month)
    ends = Month(setting.last.year + (last.end_month < last.start_month), last.end_month)
    yield Fact("term_begins", str(begins), status=first.status, source=first.source, note=first.scope)
    yield Fact("term_ends", str(ends), status=last.status, source=last.source, note=last.scope)
    following = _ntnu_begins(setting)
    if following is None:
        yield Fact("overlap_months", None, UNKNOWN)
    else:
        status = max((last.status, *(term.status for term in setting.ntnu.terms)), key=STATUS_ORDER.index)
        yield Fact("overlap_months", max(ends - following + 1, 0), status=status, source=last.source)


def _typical(country: Country, semester: Semester) -> Term | None:
    terms = (term for term in country.terms if term.typical and term.season == season_of(semester))
    return next(terms, None)


def _climate(subject: Subject) -> Fact:
    """The classes of the hosts' places, the most common first."""
    places = (subject.places.get(host.id) for host in subject.hosts)
    known = [place.climate for place in places if place and place.climate]
    if not known:
        return Fact("climate", None, UNKNOWN)
    classes = tuple(koppen for koppen, _ in Counter(climate.koppen for climate in known).most_common())
    note = known[0].note if subject.host else None
    return Fact("climate", classes, status=known[0].status, source=known[0].source, note=note)
