"""The options that tell how well a student knows a language; `evidence` reads what is typed in them."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

Toefl = Annotated[
    str | None, typer.Option("--toefl", metavar="POENG", help="TOEFL iBT, som 95 (0–120) eller 4,5 (1–6)")
]
Ielts = Annotated[str | None, typer.Option("--ielts", metavar="POENG", help="IELTS Academic, som 6,5")]
Cambridge = Annotated[
    str | None, typer.Option("--cambridge", metavar="POENG", help="Cambridge C1 Advanced eller C2 Proficiency, som 180")
]
Duolingo = Annotated[str | None, typer.Option("--duolingo", metavar="POENG", help="Duolingo English Test, som 120")]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--cefr", metavar="SPRÅK=NIVÅ", help="Nivå du kan dokumentere, som en=C1 eller spansk=B1; kan gjentas"
    ),
]
Grade = Annotated[
    str | None, typer.Option("--vgs-engelsk", metavar="KARAKTER", help="Karakteren i engelsk fra videregående, 1–6")
]
DiplomaYear = Annotated[
    str | None,
    typer.Option("--vgs-år", "--vgs-ar", metavar="ÅR", help="Året på vitnemålet fra videregående, eller datoen"),
]
TestDate = Annotated[
    str | None, typer.Option("--dato", metavar="DATO", help="Dagen testen ble tatt, for eksempel 2026-06-12")
]


class Typed(NamedTuple):
    """What the command line says, as text; None is not said."""

    toefl: str | None = None
    ielts: str | None = None
    cambridge: str | None = None
    duolingo: str | None = None
    cefr: tuple[str, ...] = ()
    grade: str | None = None
    diploma: str | None = None
    taken: str | None = None
