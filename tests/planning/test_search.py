"""Filters only remove, sorting only reorders, and what is not sure is counted."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.institution import Decisions, Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.search import Criteria, Loosening, SearchResult, Verdict
from utveksling_cli.planning.search import EVIDENCE_ORDER, SORTS, explain, search

from .factory import FIELDS, agreement, area, host, level, reports, tuition

AGREEMENTS = ("erasmus", "nordplus", "bilateral", "unknown")
CODES = ("06", "0613", "0714", "0310")
LEVELS = ("bachelor", "master")
PROGRAMMES = ("Datateknologi", "Fysikk")
CITIES = ("Köln", "Ås", "Oulu")

some_agreements = st.builds(
    lambda kind, flag: agreement(kind, inferred=flag), st.sampled_from(AGREEMENTS), st.booleans()
)
some_areas = st.builds(lambda code, flag: area(code, inferred=flag), st.sampled_from(CODES), st.booleans())
some_levels = st.builds(lambda name, flag: level(name, inferred=flag), st.sampled_from(LEVELS), st.booleans())
some_reports = st.dictionaries(st.sampled_from(PROGRAMMES), st.integers(1, 5), min_size=1)
some_hosts = st.builds(
    host,
    st.uuids().map(str),
    name=st.sampled_from(("Aalto", "Zürich", "Ærlig", "Østlandet", "Åbo")),
    country=st.sampled_from(("DE", "FI")),
    city=st.sampled_from(CITIES),
    evidence=st.sampled_from(EVIDENCE_ORDER),
    agreements=st.lists(some_agreements, max_size=2).map(tuple),
    subject_areas=st.lists(some_areas, max_size=2).map(tuple),
    levels=st.lists(some_levels, max_size=2).map(tuple),
    teaching_languages=st.sampled_from(((), ("en",), ("de", "en"))),
    tuition=st.none() | st.sampled_from(("yes", "partly", "no", "unknown")).map(tuition),
    reports=st.none() | some_reports.map(lambda counts: reports(**counts)),
    decisions=st.none() | st.integers(1, 9).map(lambda total: Decisions(total, total, 0, 0, 0, None)),
)
many_hosts = st.lists(some_hosts, max_size=12)
ASKED: Mapping[str, st.SearchStrategy[object]] = {
    "countries": st.sampled_from((("DE",), ("DE", "FI"))),
    "city": st.sampled_from(("koln", "", "å")),
    "field": st.sampled_from(("06", "0613", "elektronikk", "%")),
    "programme": st.sampled_from(("data", "fys")),
    "level": st.sampled_from(LEVELS),
    "agreements": st.sampled_from((("erasmus",), ("nordplus", "bilateral"))),
    "teaching_language": st.sampled_from(("en", "de")),
    "tuition_free": st.just(True),
    "evidence": st.sampled_from((("listed",), ("listed", "reported"))),
}
some_names = st.lists(st.sampled_from(sorted(ASKED)), max_size=3, unique=True)
some_criteria = some_names.flatmap(lambda names: st.builds(Criteria, **{name: ASKED[name] for name in names}))
NOTHING = Criteria()


def ids(result: SearchResult) -> set[str]:
    return {hit.institution.id for hit in result.hits}


def without(criteria: Criteria, name: str) -> Criteria:
    return criteria._replace(**{name: getattr(NOTHING, name)})


@given(many_hosts, some_criteria, st.sampled_from(sorted(ASKED)))
def test_one_criterion_more_never_adds_a_hit(hosts: list[Institution], criteria: Criteria, name: str) -> None:
    assert ids(search(hosts, criteria, FIELDS)) <= ids(search(hosts, without(criteria, name), FIELDS))


@given(many_hosts, some_criteria, st.sampled_from(SORTS))
def test_sorting_only_reorders(hosts: list[Institution], criteria: Criteria, sort: str) -> None:
    result = search(hosts, criteria, FIELDS, sort)
    assert ids(search(hosts, criteria, FIELDS)) == ids(result)
    assert len(ids(result)) == len(result.hits)


@given(many_hosts, some_criteria)
def test_a_loosening_counts_what_the_search_without_the_criterion_finds(
    hosts: list[Institution], criteria: Criteria
) -> None:
    result = search(hosts, criteria, FIELDS)
    assert not (result.hits and result.loosen)
    for name, number in result.loosen:
        assert len(search(hosts, without(criteria, name), FIELDS).hits) == number > 0


@given(many_hosts, some_criteria)
def test_the_explanation_agrees_with_the_search(hosts: list[Institution], criteria: Criteria) -> None:
    found = ids(search(hosts, criteria, FIELDS))
    for one in hosts:
        answers = {verdict.answer for verdict in explain(one, criteria, FIELDS)}
        assert (one.id in found) == (answers <= {"yes", "inferred"})


@given(many_hosts, some_criteria)
def test_a_host_is_counted_as_unknown_when_that_is_all_that_keeps_it_out(
    hosts: list[Institution], criteria: Criteria
) -> None:
    counted = sum(int(n.values["count"]) for n in search(hosts, criteria, FIELDS).notices if n.code == "search.unknown")
    in_the_way = [[v.answer for v in explain(one, criteria, FIELDS) if v.answer in {"no", "unknown"}] for one in hosts]
    assert counted == in_the_way.count(["unknown"])


def test_unknown_is_not_no() -> None:
    hosts = [host("yes", levels=(level("master"),)), host("no", levels=(level("phd"),)), host("unknown")]
    result = search(hosts, Criteria(level="master"), FIELDS)
    assert ids(result) == {"yes"}
    assert Notice("unknown", "search.unknown", {"criterion": "level", "count": "1"}) in result.notices


def test_a_host_with_several_unknown_answers_is_counted_too() -> None:
    hosts = [host("a", levels=(), teaching_languages=()), host("b", levels=(), teaching_languages=("en",))]
    result = search(hosts, Criteria(level="master", teaching_language="en"), FIELDS)
    assert result.hits == ()
    assert Notice("unknown", "search.unknown_several", {"count": "1"}) in result.notices
    assert Notice("unknown", "search.unknown", {"criterion": "level", "count": "1"}) in result.notices


def test_an_unknown_host_that_another_criterion_rules_out_is_not_counted() -> None:
    result = search([host(country="FI")], Criteria(countries=("DE",), level="master"), FIELDS)
    assert result.notices == ()


def test_hits_that_rest_on_inferred_facts_are_counted() -> None:
    maybe = (level("master", inferred=True),)
    hosts = [host("a", levels=maybe), host("b", levels=(level("master"),)), host("c", levels=maybe, country="FI")]
    result = search(hosts, Criteria(level="master", countries=("DE",)), FIELDS)
    assert ids(result) == {"a", "b"}
    assert Notice("estimate", "search.inferred", {"criterion": "level", "count": "1"}) in result.notices


def test_a_waiver_by_rule_says_how_many_hits_rest_on_an_inferred_agreement() -> None:
    hosts = [
        host("sure", agreements=(agreement("erasmus"),)),
        host("maybe", agreements=(agreement("erasmus", inferred=True),)),
        host("unknown", agreements=(agreement("bilateral"),)),
    ]
    result = search(hosts, Criteria(tuition_free=True, tuition_free_agreements=frozenset({"erasmus"})), FIELDS)
    assert ids(result) == {"sure", "maybe"}
    assert result.notices[1:3] == (
        Notice("assumption", "search.tuition_rule"),
        Notice("estimate", "search.tuition_inferred", {"criterion": "tuition_free", "count": "1"}),
    )


def test_list_only_hits_are_counted_and_no_place_is_promised() -> None:
    result = search([host("a"), host("b", evidence="list_only")], Criteria(), FIELDS)
    assert result.notices == (
        Notice("estimate", "search.list_only", {"count": "1"}),
        Notice("information", "search.no_promise"),
    )


def test_no_hits_say_what_to_loosen_best_first() -> None:
    hosts = [host("a", country="DE", city="Köln"), host("b", country="DE", city="Bonn"), host("c", country="FI")]
    result = search(hosts, Criteria(countries=("DE",), city="Oulu", evidence=("listed",)), FIELDS)
    assert result.loosen == (Loosening("city", 2),)
    result = search(hosts, Criteria(countries=("FI",), city="Köln"), FIELDS)
    assert result.loosen == (Loosening("countries", 1), Loosening("city", 1))
    result = search([*hosts, host("d", country="FI")], Criteria(countries=("FI",), city="Köln"), FIELDS)
    assert result.loosen == (Loosening("city", 2), Loosening("countries", 1))


def test_with_hits_there_is_nothing_to_loosen() -> None:
    hosts = [host("a", country="DE", city="Köln"), host("b", country="DE", city="Bonn")]
    assert search(hosts, Criteria(countries=("DE",), city="Köln"), FIELDS).loosen == ()


def test_the_only_criterion_is_never_one_to_loosen() -> None:
    assert search([host()], Criteria(city="Oulu"), FIELDS).loosen == ()


def test_a_search_in_nothing_finds_nothing() -> None:
    assert search([], Criteria(city="Oulu"), FIELDS) == SearchResult((), (), ())


def test_the_explanation_names_each_criterion_asked_for_and_no_other() -> None:
    verdicts = explain(host(country="FI"), Criteria(countries=("DE",), level="master"), FIELDS)
    assert verdicts == (Verdict("countries", "no"), Verdict("level", "unknown"))


ZURICH = host("zurich", name="Zürich", country="CH", evidence="list_only", reports=reports(Fysikk=9))
AALTO = host("aalto", name="Aalto", country="FI", evidence="reported", reports=reports(Datateknologi=1))
OERSTED = host("orsted", name="Ørsted", country="DK", decisions=Decisions(3, 3, 0, 0, 0, None))
AERLIG = host("arlig", name="Ærlig", country="DK")
# By country and name, as the catalogue gives them: Danmark, Finland, Sveits.
IN_ORDER = (AERLIG, OERSTED, AALTO, ZURICH)


@pytest.mark.parametrize(
    ("sort", "criteria", "expected"),
    [
        pytest.param("name", Criteria(), ["aalto", "zurich", "arlig", "orsted"], id="Norwegian order"),
        pytest.param("country", Criteria(), ["arlig", "orsted", "aalto", "zurich"], id="country and name"),
        pytest.param("reports", Criteria(), ["zurich", "aalto", "arlig", "orsted"], id="most reports first"),
        pytest.param("decisions", Criteria(), ["orsted", "zurich", "aalto", "arlig"], id="most decisions first"),
        pytest.param("best", Criteria(), ["arlig", "orsted", "aalto", "zurich"], id="surest evidence first"),
        pytest.param("best", Criteria(programme="data"), ["aalto"], id="the programme asked for"),
        pytest.param("best", Criteria(text="x", text_ids=()), [], id="no text hit"),
        pytest.param(
            "best",
            Criteria(text="x", text_ids=("zurich", "aalto", "arlig")),
            ["zurich", "aalto", "arlig"],
            id="the best text hit before the surest evidence",
        ),
    ],
)
def test_hits_come_in_the_order_asked_for(sort: str, criteria: Criteria, expected: list[str]) -> None:
    assert [hit.institution.id for hit in search(IN_ORDER, criteria, FIELDS, sort).hits] == expected


def test_a_hit_tells_how_many_of_the_programme_have_reported() -> None:
    counted = search([AALTO], Criteria(programme="data"), FIELDS).hits
    assert [hit.programme_reports for hit in counted] == [1]
    assert [hit.programme_reports for hit in search([AALTO], Criteria(), FIELDS).hits] == [None]


def order(hosts: list[Institution], criteria: Criteria, sort: str) -> list[str]:
    return [hit.institution.id for hit in search(hosts, criteria, FIELDS, sort).hits]


def test_in_the_order_of_countries_nothing_else_counts() -> None:
    unsure = AERLIG._replace(evidence="list_only")
    assert order([unsure, OERSTED, ZURICH], NOTHING, "country") == ["arlig", "orsted", "zurich"]


@pytest.mark.parametrize("sort", ["reports", "best"])
def test_most_of_the_programme_comes_before_most_of_all_and_before_the_surest_evidence(sort: str) -> None:
    few = host("few", reports=reports(Fysikk=1, Kjemi=9))
    many = host("many", evidence="list_only", reports=reports(Fysikk=2))
    assert order([few, many], Criteria(programme="fysikk"), sort) == ["many", "few"]


@pytest.mark.parametrize("sort", ["reports", "decisions", "best"])
def test_one_is_more_than_none(sort: str) -> None:
    """Of two that are equal in all else the one with a report, or a decision, comes first."""
    none = host("none", name="Aalto")
    some = host("some", name="Zürich", reports=reports(Fysikk=1), decisions=Decisions(1, 1, 0, 0, 0, None))
    assert order([none, some], NOTHING, sort) == ["some", "none"]
    undecided = some._replace(id="undecided", decisions=None)
    assert order([undecided, some], NOTHING, "decisions") == ["some", "undecided"]


def test_a_criterion_is_explained_by_its_own_name() -> None:
    asked = {**dict.fromkeys(ASKED), "text": "x", "language_ok": True}
    criteria = Criteria(
        countries=("DE",), city="x", text="x", field="06", programme="x", level="master", agreements=("erasmus",),
        teaching_language="en", tuition_free=True, evidence=("listed",), language_ok=True,
    )  # fmt: skip
    assert {verdict.criterion for verdict in explain(host(), criteria, FIELDS)} == set(asked)
