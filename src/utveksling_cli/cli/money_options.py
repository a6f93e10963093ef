"""The options of `budsjett` that say what the student chooses or knows about the money."""

from __future__ import annotations

from typing import Annotated

import typer

from utveksling_cli.cli.complete import complete_one_of

Months = Annotated[
    str | None,
    typer.Option("--måneder", "--maneder", metavar="ANTALL", help="Hele måneder i utlandet, 1–12; uten dette 5"),
]
StudyYear = Annotated[
    str | None,
    typer.Option("--studieår", "--studiear", metavar="STUDIEÅR", help="Et helt studieår, for eksempel 2027/28"),
]
First = Annotated[
    str | None, typer.Option("--fra", metavar="DATO", help="Første dag i utlandet, sammen med --til eller --måneder")
]
Last = Annotated[str | None, typer.Option("--til", metavar="DATO", help="Siste dag i utlandet, sammen med --fra")]
Tuition = Annotated[
    str | None,
    typer.Option("--skolepenger", metavar="BELØP", help="Skolepenger for hele oppholdet, for eksempel «5700 USD»"),
]
Living = Annotated[
    str | None, typer.Option("--levekostnad", metavar="BELØP", help="Ditt eget tall for en måned, for eksempel 12000")
]
Rent = Annotated[
    str | None, typer.Option("--husleie", metavar="BELØP", help="Din egen husleie per måned, for eksempel 7500")
]
Costs = Annotated[
    list[str] | None,
    typer.Option(
        "--kostnad",
        metavar="NAVN=BELØP",
        help="Egen kostnad, for eksempel «sykkel=1200@2027-09», «fly=9000» eller «mat=3500@måned»; kan gjentas",
    ),
]
Savings = Annotated[
    str | None, typer.Option("--sparepenger", metavar="BELØP", help="Det du har på konto før oppholdet, i kroner")
]
Work = Annotated[
    str | None, typer.Option("--arbeid", metavar="BELØP", help="Det du tjener per måned i utlandet, etter skatt")
]
ExchangeRates = Annotated[
    list[str] | None,
    typer.Option("--kurs", metavar="VALUTA=KRONER", help="Din egen valutakurs, for eksempel USD=8,50; kan gjentas"),
]
Rates = Annotated[
    list[str] | None,
    typer.Option(
        "--sats", metavar="ID=VERDI", help="En nyere sats, for eksempel lanekassen.basislan=15600; kan gjentas"
    ),
]
Payout = Annotated[
    str | None, typer.Option("--utbetaling", metavar="MÅTE", help="Basislånet per semester (standard) eller månedlig")
]
WithParents = Annotated[
    bool,
    typer.Option("--hjemmeboende", help="Du bor hos foreldre ute: ingen reisestøtte, og basislånet blir aldri stipend"),
]
WithoutLoan = Annotated[bool, typer.Option("--uten-lån", "--uten-lan", help="Regn bare med stipend fra Lånekassen")]
ExtendedGrant = Annotated[
    bool, typer.Option("--utvidet-stipend", help="Lærestedet står på Lånekassens liste for utvidet stipend")
]
LanguageWeeks = Annotated[
    str | None,
    typer.Option("--språkkurs-uker", "--sprakkurs-uker", metavar="UKER", help="Forberedende språkkurs i så mange uker"),
]
Traineeship = Annotated[bool, typer.Option("--praksis", help="Oppholdet er praksis, med Erasmus+-satsen for det")]
Freemover = Annotated[bool, typer.Option("--freemover", help="Du reiser utenfor NTNUs avtaler, og ordner plassen selv")]
FewerOpportunities = Annotated[
    bool, typer.Option("--tillegg", help="Du har rett til Erasmus+-tillegget ved færre muligheter")
]
Home = Annotated[
    str | None,
    typer.Option("--hjemby", metavar="BY", help="Byen reisen begynner i: Trondheim (standard), Gjøvik, Ålesund"),
]
Green = Annotated[
    bool, typer.Option("--grønn", "--gronn", help="Minst halve reisen går med tog, buss eller annen grønn transport")
]
Scheme = Annotated[
    str | None,
    typer.Option(
        "--ordning", metavar="ORDNING", help="Hvor stipendet kommer fra: erasmus, nordplus, semp, ntnu, ingen"
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="tabell (standard), json, csv eller xlsx (regneark, til en fil med --ut)",
        autocompletion=complete_one_of(("tabell", "json", "csv", "xlsx")),
    ),
]
Explained = Annotated[
    str | None,
    typer.Option(
        "--forklar", metavar="LINJE", help="Vis regel, formel, sats og kilde for alle linjene, eller for den du nevner"
    ),
]
