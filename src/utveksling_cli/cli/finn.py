"""`utveksling finn`: search among host institutions."""

from typing import Annotated, Any, NamedTuple

import typer

from utveksling_cli.catalogue.lookup import search_hosts
from utveksling_cli.catalogue.queries import country_names, fields_of_study, institutions
from utveksling_cli.cli import language_options, options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host, complete_one_of
from utveksling_cli.cli.language_search import Answered, language_search
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_words, row_limit
from utveksling_cli.cli.resolve import find_country, find_hosts, find_language
from utveksling_cli.cli.session import Session, open_session, plan_marks
from utveksling_cli.cli.usage import one_of
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.search import Criteria, SearchResult
from utveksling_cli.planning.search import explain, search

_SORTS = {"best": "best", "navn": "name", "land": "country", "rapporter": "reports", "vedtak": "decisions"}
_LEVELS = ("bachelor", "master", "phd")
_AGREEMENTS = ("erasmus", "enhance", "nordplus", "nordlys", "nordtek", "semp", "bilateral", "freemover")
_AGREEMENT_CODES = {"semp": "swiss_semp"}
_EVIDENCE = ("listed", "reported", "historical", "list_only", "courses_only")

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling finn --land Tyskland --land Østerrike",
        "utveksling finn --tekst munchen",
        'utveksling finn --program "datateknologi" --sorter rapporter',
        "utveksling finn --fag 0613 --undervisning engelsk --format csv --ut treff.csv",
        "utveksling finn --land Japan --uten-skolepenger --hvorfor waseda",
        "utveksling finn --land USA --språk-ok --vgs-engelsk 5",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def finn(
    countries: options.Countries = None,
    city: Annotated[str | None, typer.Option("--by", metavar="BY", help="Byen lærestedet ligger i")] = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--tekst", metavar="TEKST", help="Ord i navn, forkortelse eller by; tåler skrivefeil og manglende prikker"
        ),
    ] = None,
    field: Annotated[
        str | None, typer.Option("--fag", metavar="FAG", help="ISCED-F-kode (06, 0613) eller ord (informatikk)")
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(
            "--program", metavar="PROGRAM", help="NTNU-program: steder som studenter derfra har rapportert fra"
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--nivå",
            "--niva",
            metavar="NIVÅ",
            help="bachelor, master eller phd",
            autocompletion=complete_one_of(_LEVELS),
        ),
    ] = None,
    agreements: Annotated[
        list[str] | None,
        typer.Option(
            "--avtale",
            metavar="TYPE",
            help=f"{', '.join(_AGREEMENTS)}; kan gjentas",
            autocompletion=complete_one_of(_AGREEMENTS),
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--undervisning", metavar="SPRÅK", help="Undervisningsspråk, for eksempel engelsk eller en"),
    ] = None,
    tuition_free: Annotated[
        bool,
        typer.Option("--uten-skolepenger", help="Bare steder uten skolepenger, etter avtalen eller ordningens regler"),
    ] = False,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidens",
            metavar="GRUNNLAG",
            help=f"Hva avtalen bygger på: {', '.join(_EVIDENCE)}; kan gjentas",
            autocompletion=complete_one_of(_EVIDENCE),
        ),
    ] = None,
    language_ok: Annotated[
        bool,
        typer.Option(
            "--språk-ok", "--sprak-ok", help="Bare steder der språkkunnskapene dine er nok, fra planen og valgene under"
        ),
    ] = False,
    toefl: language_options.Toefl = None,
    ielts: language_options.Ielts = None,
    cambridge: language_options.Cambridge = None,
    duolingo: language_options.Duolingo = None,
    cefr: language_options.Levels = None,
    grade: language_options.Grade = None,
    diploma: language_options.DiplomaYear = None,
    taken: language_options.TestDate = None,
    why: Annotated[
        str | None,
        typer.Option(
            "--hvorfor",
            metavar="LÆRESTED",
            help="Forklar hvilket krav som utelukker lærestedet",
            autocompletion=complete_host,
        ),
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sorter", metavar="ORDEN", help=", ".join(_SORTS), autocompletion=complete_one_of(tuple(_SORTS))
        ),
    ] = "best",
    count: options.Count = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Finn læresteder som NTNU har eller har hatt avtale med, og hvor sikkert det er.

    De som står i planen din, er merket. Et søk lover verken at avtalen gjelder for deg eller at du får plass."""
    form = check_format(form)
    limit = row_limit(count, is_table=form == TABLE)
    order = one_of("--sorter", sort, _SORTS)
    typed = language_options.Typed(toefl, ielts, cambridge, duolingo, tuple(cefr or ()), grade, diploma, taken)
    session = open_session(today, data)
    fields = {} if field is None else fields_of_study(session.catalogue)
    criteria, notices = _text_criteria(
        session,
        text,
        Criteria(
            countries=tuple(find_country(session.catalogue, name) for name in countries or ()),
            city=parse_words(city, "--by"),
            field=_field(field, fields),
            programme=parse_words(programme, "--program"),
            level=None if level is None else one_of("--nivå", level, _same(_LEVELS)),
            agreements=tuple(_agreement(name) for name in agreements or ()),
            teaching_language=None if language is None else find_language(language, "--undervisning"),
            tuition_free=tuition_free,
            tuition_free_agreements=_free_by_rule(session) if tuition_free else frozenset(),
            evidence=tuple(one_of("--evidens", name, _same(_EVIDENCE)) for name in evidence or ()),
            language_ok=language_ok,
        ),
    )
    plan = None
    if language_ok:
        from utveksling_cli.cli.plan import open_plan

        plan = open_plan(plan_file)
    answered, assumed = language_search(session, typed, criteria, plan)
    marks = plan_marks(plan_file, plan)
    if why is not None:
        hosts = find_hosts(session.catalogue, why)
        emit("why", _explained(session, hosts, answered(criteria, hosts), fields), form, out)
        return
    result = _search(session, criteria, Order(fields, order, answered))
    result = result._replace(notices=notices + result.notices + assumed)
    from utveksling_cli.render.finn import View

    names = country_names(session.catalogue)
    emit("finn", View(result, criteria, limit, session.data_version, names, order, marks), form, out)


class Order(NamedTuple):
    """How to search: the names of fields, what comes first, and what answers for languages."""

    fields: dict[str, str]
    sort: str
    answered: Answered


def _search(session: Session, criteria: Criteria, order: Order) -> SearchResult:
    """Hosts elsewhere and of other names matter only for what to loosen, so they are read when nothing is found."""
    hosts = institutions(session.catalogue, criteria.countries, None if criteria.text is None else criteria.text_ids)
    result = search(hosts, order.answered(criteria, hosts), order.fields, order.sort)
    if result.hits or (criteria.text is None and not criteria.countries):
        return result
    everywhere = institutions(session.catalogue)
    return search(everywhere, order.answered(criteria, everywhere), order.fields, order.sort)


def _explained(session: Session, hosts: list[Institution], criteria: Criteria, fields: dict[str, str]) -> Any:
    from utveksling_cli.render.why import Explained, View

    return View(tuple(Explained(host, explain(host, criteria, fields)) for host in hosts), session.data_version)


def _text_criteria(session: Session, text: str | None, criteria: Criteria) -> tuple[Criteria, tuple[Notice, ...]]:
    """Word search is the catalogue's work; a spelling that was read as another is told."""
    if text is None:
        return criteria, ()
    hits = search_hosts(session.catalogue, parse_words(text, "--tekst") or "")
    found = criteria._replace(text=text, text_ids=hits.ids)
    return found, (Notice("information", "search.corrected", {"text": hits.corrected}),) if hits.corrected else ()


def _free_by_rule(session: Session) -> frozenset[str]:
    """The kinds of agreement that are free of tuition by the rules of their programmes as they are today."""
    from utveksling_cli.catalogue.funding_queries import sets_named
    from utveksling_cli.model.rate_ids import TUITION_FREE_SETS
    from utveksling_cli.planning.rates import tuition_free_agreements

    return tuition_free_agreements(sets_named(session.catalogue, TUITION_FREE_SETS), session.today)


def _field(field: str | None, known: dict[str, str]) -> str | None:
    field = parse_words(field, "--fag")
    if field is not None and field.strip().isdigit() and field.strip() not in known:
        hint = "Kodene har to til fire siffer, for eksempel 06, 061 eller 0613. Ord virker også: --fag informatikk"
        raise UsageProblem(f"--fag: {field} er ikke en ISCED-F-kode.", hint=hint)
    return field.strip() if field is not None else None


def _same(words: tuple[str, ...]) -> dict[str, str]:
    return {word: word for word in words}


def _agreement(given: str) -> str:
    return one_of("--avtale", given, _same(_AGREEMENTS) | _AGREEMENT_CODES)
