"""Search among hosts: filter, sort, count what is unknown, and say what to loosen when nothing is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.search import FITS, INFERRED, NO, UNKNOWN, Criteria, Hit, Loosening, SearchResult, Verdict
from utveksling_cli.model.words import sort_key
from utveksling_cli.planning.criteria import programme_reports, tests

# From what is surest to what is least sure to be an agreement today.
EVIDENCE_ORDER = ("listed", "reported", "historical", "courses_only", "list_only")
SORTS = ("best", "name", "country", "reports", "decisions")


class _Row(NamedTuple):
    """A host and its answers, in the order of the criteria."""

    host: Institution
    answers: tuple[str, ...]

    def may_fit_but_for_several(self) -> bool:
        """Nothing speaks against the host, but more than one of its answers is unknown."""
        return NO not in self.answers and self.answers.count(UNKNOWN) > 1

    def meets_all(self, but: int | None = None) -> bool:
        return all(answer in FITS for index, answer in enumerate(self.answers) if index != but)


def search(
    institutions: Sequence[Institution], criteria: Criteria, field_names: Mapping[str, str], sort: str = "best"
) -> SearchResult:
    """The hosts that meet every criterion; filters only remove, sorting only reorders.

    `institutions` come by country and name in Norwegian order.
    """
    asked = tests(criteria, field_names)
    rows = [_Row(host, tuple(test(host) for test in asked.values())) for host in institutions]
    hits = [Hit(row.host, _reports_of(row.host, criteria)) for row in rows if row.meets_all()]
    ranks = {identifier: rank for rank, identifier in enumerate(criteria.text_ids)}
    # Sorting is stable: what is equal stays in the order that the hosts came in.
    hits.sort(key=lambda hit: _sort_key(hit, sort, ranks))
    loosen = () if hits else _loosenings(rows, tuple(asked))
    return SearchResult(tuple(hits), loosen, tuple(_notices(rows, tuple(asked), hits)))


def explain(institution: Institution, criteria: Criteria, field_names: Mapping[str, str]) -> tuple[Verdict, ...]:
    """Each criterion that was asked for, and whether this host meets it."""
    asked = tests(criteria, field_names)
    return tuple(Verdict(name, test(institution)) for name, test in asked.items())


def _reports_of(host: Institution, criteria: Criteria) -> int | None:
    return programme_reports(host, criteria.programme) if criteria.programme is not None else None


def _sort_key(hit: Hit, sort: str, ranks: Mapping[str, int]) -> tuple[int | str, ...]:
    host = hit.institution
    total = host.reports.total if host.reports else 0
    if sort == "country":
        return ()
    if sort == "name":
        return (sort_key(host.name),)
    if sort == "reports":
        return (-(hit.programme_reports or 0), -total, sort_key(host.name))
    if sort == "decisions":
        return (-(host.decisions.total if host.decisions else 0), -total, sort_key(host.name))
    rank = ranks.get(host.id, len(ranks))
    evidence = EVIDENCE_ORDER.index(host.evidence)
    return (-(hit.programme_reports or 0), rank, evidence, -total, sort_key(host.name))


def _loosenings(rows: Sequence[_Row], names: Sequence[str]) -> tuple[Loosening, ...]:
    """How many hosts there would be without each criterion, best first; those that help, and never the only one."""
    if len(names) < 2:
        return ()
    found = [Loosening(name, sum(row.meets_all(but=index) for row in rows)) for index, name in enumerate(names)]
    return tuple(sorted((entry for entry in found if entry.number), key=lambda entry: -entry.number))


def _notices(rows: Sequence[_Row], names: Sequence[str], hits: Sequence[Hit]) -> Iterator[Notice]:
    for index, name in enumerate(names):
        unknown = sum(row.answers[index] == UNKNOWN and row.meets_all(but=index) for row in rows)
        if unknown:
            yield Notice("unknown", "search.unknown", {"criterion": name, "count": str(unknown)})
        inferred = sum(row.answers[index] == INFERRED and row.meets_all() for row in rows)
        if name == "tuition_free" and hits:
            yield Notice("assumption", "search.tuition_rule")
        if inferred:
            code = "search.tuition_inferred" if name == "tuition_free" else "search.inferred"
            yield Notice("estimate", code, {"criterion": name, "count": str(inferred)})
    several = sum(row.may_fit_but_for_several() for row in rows)
    if several:
        yield Notice("unknown", "search.unknown_several", {"count": str(several)})
    list_only = sum(hit.institution.evidence == "list_only" for hit in hits)
    if list_only:
        yield Notice("estimate", "search.list_only", {"count": str(list_only)})
    if hits:
        yield Notice("information", "search.no_promise")
