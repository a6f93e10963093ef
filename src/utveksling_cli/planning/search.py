"""Search among hosts: filter, sort, count what is unknown, and say what to loosen when nothing is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.words import sort_key
from utveksling_cli.planning.criteria import UNKNOWN, YES, Criteria, Test, programme_reports, tests

# From what is surest to what is least sure to be an agreement today.
EVIDENCE_ORDER = ("listed", "reported", "historical", "courses_only", "list_only")
SORTS = ("best", "name", "country", "reports", "decisions")


class Hit(NamedTuple):
    """`programme_reports` counts reports by students of the programme asked for; None when none was."""

    institution: Institution
    programme_reports: int | None


class Loosening(NamedTuple):
    """Without `criterion` the search would have `number` hits."""

    criterion: str
    number: int


class SearchResult(NamedTuple):
    hits: tuple[Hit, ...]
    loosen: tuple[Loosening, ...]
    notices: tuple[Notice, ...]


class Verdict(NamedTuple):
    """Whether the host meets one criterion: `yes`, `no` or `unknown`."""

    criterion: str
    answer: str


def search(
    institutions: Sequence[Institution], criteria: Criteria, field_names: Mapping[str, str], sort: str = "best"
) -> SearchResult:
    """The hosts that meet every criterion for certain; filters only remove, sorting only reorders."""
    asked = tests(criteria, field_names)
    found = [host for host in institutions if _meets(host, asked)]
    hits = [Hit(host, _reports_of(host, criteria)) for host in found]
    hits.sort(key=lambda hit: _sort_key(hit, sort, criteria))
    loosen = () if hits else _loosenings(institutions, asked)
    return SearchResult(tuple(hits), loosen, _notices(institutions, asked, hits))


def explain(institution: Institution, criteria: Criteria, field_names: Mapping[str, str]) -> tuple[Verdict, ...]:
    """Each criterion that was asked for, and whether this host meets it."""
    asked = tests(criteria, field_names)
    return tuple(Verdict(name, test(institution)) for name, test in asked.items())


def _meets(host: Institution, asked: Mapping[str, Test]) -> bool:
    return all(test(host) == YES for test in asked.values())


def _reports_of(host: Institution, criteria: Criteria) -> int | None:
    return programme_reports(host, criteria.programme) if criteria.programme else None


def _sort_key(hit: Hit, sort: str, criteria: Criteria) -> tuple[int | str, ...]:
    host = hit.institution
    name = sort_key(host.name)
    total = host.reports.total if host.reports else 0
    if sort == "name":
        return (name,)
    if sort == "country":
        return (host.country, name)
    if sort == "reports":
        return (-(hit.programme_reports or 0), -total, name)
    if sort == "decisions":
        return (-(host.decisions.total if host.decisions else 0), -total, name)
    place = criteria.text_ids.index(host.id) if criteria.text_ids else 0
    return (-(hit.programme_reports or 0), place, EVIDENCE_ORDER.index(host.evidence), -total, name)


def _loosenings(institutions: Sequence[Institution], asked: Mapping[str, Test]) -> tuple[Loosening, ...]:
    """For each criterion, how many hosts there would be without it; only those that help, best first."""
    found = []
    for name in asked:
        others = {other: test for other, test in asked.items() if other != name}
        count = sum(_meets(host, others) for host in institutions) if others else 0
        if count:
            found.append(Loosening(name, count))
    return tuple(sorted(found, key=lambda loosening: -loosening.number))


def _notices(institutions: Sequence[Institution], asked: Mapping[str, Test], hits: Sequence[Hit]) -> tuple[Notice, ...]:
    notices = []
    for name, test in asked.items():
        others = [other for key, other in asked.items() if key != name]
        unknown = sum(test(host) == UNKNOWN and all(t(host) == YES for t in others) for host in institutions)
        if unknown:
            notices.append(Notice("unknown", "search.unknown", {"criterion": name, "count": str(unknown)}))
    list_only = sum(hit.institution.evidence == "list_only" for hit in hits)
    if list_only:
        notices.append(Notice("estimate", "search.list_only", {"count": str(list_only)}))
    if "tuition_free" in asked and hits:
        notices.append(Notice("assumption", "search.tuition_rule"))
    if hits:
        notices.append(Notice("information", "search.no_promise"))
    return tuple(notices)
