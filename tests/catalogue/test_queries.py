"""What stands in the YAML comes out of the catalogue, field by field: the records travel as plain lists in order."""

from __future__ import annotations

from utveksling_cli.catalogue import country_queries, queries
from utveksling_cli.model.country import Cost, CostPart, Country, OfficialLanguages, StayLength, Term, VisaTime
from utveksling_cli.model.institution import (
    Agreement,
    ApplicationWindow,
    CreditsMinimum,
    Decisions,
    GradeMinimum,
    HostDay,
    Institution,
    LanguageRequirement,
    ProgrammeReports,
    Reports,
    StudyLevel,
    SubjectArea,
    Tuition,
    TuitionPrice,
)

FULL_HOST = Institution(
    id="probehochschule-munchen",
    name="Probehochschule für Technik",
    local_name="Bayerische Probehochschule",
    aliases=("PHT", "Trial University of Technology"),
    country="DE",
    city="München",
    lat="48.10",
    lon="11.5",
    location_basis="campus_or_town",
    domain="pht.example.de",
    erasmus_code="D  MUNCHEN99",
    erasmus_code_basis="eche_list",
    evidence="listed",
    basis=("partner_or_network_page", "reports"),
    confidence="high",
    source="https://example.org/host",
    source_note="Les mer på siden",
    verified_on="2026-11-01",
    agreements=(
        Agreement(type="erasmus", inferred=True, scope="subject_specific"),
        Agreement(type="enhance", inferred=False, scope=None),
    ),
    subject_areas=(
        SubjectArea(isced_f="0713", text="Elektro", inferred=True),
        SubjectArea(isced_f=None, text="Maskin", inferred=False),
    ),
    levels=(StudyLevel(level="master", inferred=True), StudyLevel(level="bachelor", inferred=False)),
    teaching_languages=("de", "en"),
    language_requirements=(
        LanguageRequirement(
            language="en",
            cefr="B2",
            ielts="6.5",
            toefl_ibt=80,
            duolingo=110,
            level="master",
            text="Engelsk på B2",
            confidence="medium",
            source="https://example.org/language",
            verified_on="2026-11-02",
            cambridge=180,
            upper_secondary_grade=4,
            upper_secondary_max_age_years=5,
            applies="courses",
            proof="home_statement",
            certificate_max_age_years=3,
        ),
    ),
    tuition=Tuition(
        waived="partly",
        note="Bare studieavgift",
        source="https://example.org/tuition",
        price=TuitionPrice(
            amount="1500.50",
            currency="EUR",
            per="semester",
            year=2026,
            note="Uten bøker",
            source="https://example.org/price",
        ),
    ),
    grade_requirement="C i snitt",
    restrictions="Bare for elektro",
    places_note="To plasser i året",
    notes=("Husk bolig", "Søk tidlig"),
    reports=Reports(
        total=7,
        latest_year=2024,
        latest_report_id=4711,
        programmes=(
            ProgrammeReports(programme="Kybernetikk", number=4, latest_year=2023),
            ProgrammeReports(programme="Fysikk", number=2, latest_year=2024),
        ),
    ),
    decisions=Decisions(total=3, approved=1, conditional=0, rejected=1, unknown=1, latest="2026-01-31"),
    grade_minimum=GradeMinimum(
        letter="C", confidence="high", source="https://example.org/grade", verified_on="2026-11-03"
    ),
    credits_minimum=CreditsMinimum(
        ects=90, confidence="low", source="https://example.org/credits", verified_on="2026-11-04"
    ),
    application_windows=(
        ApplicationWindow(
            season="spring",
            nomination=HostDay(month=9, day=30, year_offset=-1),
            application=HostDay(month=1, day=15, year_offset=0),
            status="reported",
            confidence="medium",
            source="https://example.org/window",
            verified_on="2026-11-05",
            note="Åpner i oktober",
        ),
        ApplicationWindow(
            season="autumn",
            nomination=None,
            application=HostDay(month=4, day=1, year_offset=0),
            status="estimate",
            confidence="low",
            source=None,
            verified_on="2026-11-06",
            note=None,
        ),
    ),
)
BARE_HOST = Institution(
    id="ecole-de-l-essai",
    name="École de l'Essai",
    local_name=None,
    aliases=("EE",),
    country="FR",
    city="Saint-Étienne",
    lat="45.44",
    lon="4.39",
    location_basis="town_centre",
    domain=None,
    erasmus_code=None,
    erasmus_code_basis=None,
    evidence="list_only",
    basis=("list_2024",),
    confidence="low",
    source=None,
    source_note=None,
    verified_on="2026-11-20",
    agreements=(),
    subject_areas=(),
    levels=(),
    teaching_languages=(),
    language_requirements=(),
    tuition=None,
    grade_requirement=None,
    restrictions=None,
    places_note=None,
    notes=(),
    reports=None,
    decisions=None,
)


def test_a_host_with_everything(catalogue) -> None:
    assert queries.institutions_by_id(catalogue, ("probehochschule-munchen",)) == [FULL_HOST]


def test_a_host_of_which_nothing_is_known_stays_unknown(catalogue) -> None:
    assert queries.institutions_by_id(catalogue, ("ecole-de-l-essai",)) == [BARE_HOST]


def test_a_decision_without_a_time_has_no_latest(data, catalogue) -> None:
    (host,) = queries.institutions_by_id(catalogue, ("second-trial-university",))
    assert host.decisions == Decisions(total=1, approved=0, conditional=1, rejected=0, unknown=0, latest="2019")


def test_hosts_come_by_country_and_name_in_norwegian_order(catalogue) -> None:
    everyone = ["ecole-de-l-essai", "aas-hogskole", "probehochschule-munchen", "second-trial-university"]
    assert [host.id for host in queries.institutions(catalogue)] == everyone
    assert [host.id for host in queries.institutions(catalogue, ("DE", "FR"))] == [everyone[0], *everyone[2:]]
    assert queries.institutions(catalogue, ("SE",)) == []


def test_ids_and_names_of_all_hosts_for_completion(catalogue) -> None:
    assert queries.institution_names(catalogue, "", 9) == [
        ("aas-hogskole", "Ås Høgskole for Æresord"),
        ("ecole-de-l-essai", "École de l'Essai"),
        ("probehochschule-munchen", "Probehochschule für Technik"),
        ("second-trial-university", "Second Trial University"),
    ]
    assert queries.institution_names(catalogue, "s", 9) == [("second-trial-university", "Second Trial University")]
    assert [host for host, _ in queries.institution_names(catalogue, "", 2)] == ["aas-hogskole", "ecole-de-l-essai"]
    assert queries.institution_names(catalogue, "t", 9) == []


def test_a_country_with_everything(catalogue) -> None:
    assert country_queries.country(catalogue, "DE") == Country(
        code="DE",
        name="Tyskland",
        name_en="Germany",
        currency="EUR",
        region="europa",
        planning_month=Cost(
            kind="living",
            scope="hele landet",
            currency="EUR",
            amount="990",
            low=None,
            high=None,
            per="month",
            year=None,
            condition=None,
            status="estimate",
            confidence="low",
            source=None,
            verified_on="2026-11-03",
            note="Anslag",
        ),
        living_costs=(
            Cost(
                kind="living",
                scope="München",
                currency="EUR",
                amount=None,
                low="900",
                high="1200.75",
                per="month",
                year=2025,
                condition="alt",
                status="reported",
                confidence="medium",
                source="https://example.org/living",
                verified_on="2026-11-04",
                note="Med bolig",
                parts=(
                    CostPart(kind="rent", amount=None, low="500", high="700"),
                    CostPart(kind="food", amount="250", low=None, high=None),
                    CostPart(kind="transport", amount="60.50", low=None, high=None),
                    CostPart(kind="utilities", amount=None, low="30", high="35"),
                    CostPart(kind="phone", amount="10", low=None, high=None),
                    CostPart(kind="medical", amount="20", low=None, high=None),
                    CostPart(kind="other", amount="100", low=None, high=None),
                ),
                cities=("Berlin", "München"),
            ),
            Cost(
                kind="living",
                scope="hele landet",
                currency="EUR",
                amount="992",
                low=None,
                high=None,
                per="month",
                year=None,
                condition=None,
                status="official",
                confidence="high",
                source="https://example.org/living-2",
                verified_on="2026-11-05",
                note=None,
                parts=(),
                cities=(),
            ),
        ),
        one_off_costs=(
            Cost(
                kind="visa",
                scope="Visum",
                currency="EUR",
                amount="75",
                low=None,
                high=None,
                per="half_year",
                year=2024,
                condition="Utenfor EØS",
                status="official",
                confidence="high",
                source="https://example.org/visa",
                verified_on="2026-11-06",
                note="Per person",
            ),
            Cost(
                kind="other",
                scope="Depositum",
                currency=None,
                amount=None,
                low=None,
                high=None,
                per="once",
                year=None,
                condition="Opphold på minst 90 dager",
                status="estimate",
                confidence="low",
                source=None,
                verified_on="2026-11-07",
                note=None,
                stay_length=StayLength("at_least", 90, "days"),
            ),
        ),
        terms=(
            Term(
                season="autumn",
                scope="universitetene",
                start_month=10,
                end_month=3,
                text="Vintersemester",
                typical=True,
                status="reported",
                source="https://example.org/terms",
                verified_on="2026-11-08",
            ),
            Term(
                season="spring",
                scope=None,
                start_month=4,
                end_month=9,
                text="Sommersemester",
                typical=False,
                status="estimate",
                source=None,
                verified_on="2026-11-09",
            ),
        ),
        notes=("Anmeldung tar tid",),
        official_languages=OfficialLanguages(
            codes=("de", "da"), status="reported", source="https://example.org/languages", verified_on="2026-11-10"
        ),
        visa_time=VisaTime(
            months=2,
            weeks=1,
            text="Regn med ventetid",
            status="reported",
            confidence="low",
            source="https://example.org/visa-time",
            verified_on="2026-11-10",
            note="Udatert",
        ),
    )


def test_a_country_of_which_only_the_name_is_known(catalogue) -> None:
    assert country_queries.country(catalogue, "FR") == Country(
        code="FR",
        name="Frankrike",
        name_en="France",
        currency="EUR",
        region="europa",
        planning_month=None,
        living_costs=(),
        one_off_costs=(),
        terms=(),
        notes=(),
        official_languages=None,
        visa_time=None,
    )


def test_norway_is_a_country_and_not_false(catalogue) -> None:
    assert queries.country_names(catalogue) == {"DE": "Tyskland", "FR": "Frankrike", "NO": "Norge"}
