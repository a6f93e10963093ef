"""What is measured: every command in every format, with the most that it may take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from installed import Installed

PASS = "python -c pass"
BARE = "bare Typer-app"
# Kinds of case: what stands ready when the command begins.
ALONE, CREATING, PLANNED, WRITING, CACHED, REBUILT = "alone", "creating", "planned", "writing", "cached", "rebuilt"
_HELP = 13.0
_MEGABYTES = 30.0
_TABLE, _JSON, _CSV = ("tabell",), ("json",), ("csv",)


@dataclass(frozen=True, slots=True)
class Case:
    """A command line; `limit` is the multiple of `pass` it may take at most and `megabytes` its memory, if set.

    A slow one takes part in every fifth round.
    """

    name: str
    section: str
    arguments: tuple[str, ...]
    kind: str = ALONE
    limit: float | None = None
    megabytes: float | None = None
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """A command of the program with the formats it has, and the limits of those that have one."""

    arguments: str
    formats: str = "tabell json csv"
    limits: tuple[tuple[str, float], ...] = ()
    kind: str = ALONE
    query: bool = True


_SEARCH = (("tabell", 10.5), ("json", 7.5))
_MONEY = (("tabell", 12.0), ("json", 9.0))
_FULL_CHECK = (("tabell", 16.0), ("json", 16.0), ("csv", 16.0), ("github", 16.0))
_SECTIONS = {
    "Uten plan": (
        Measured("--versjon", "", (("", 6.5),)),
        Measured("--hjelp", "", (("", 6.5),)),
        Measured("finn --land Tyskland", limits=_SEARCH),
        Measured("finn --tekst munchen", limits=_SEARCH),
        Measured("finn --land USA --språk-ok --vgs-engelsk 5"),
        Measured("vis aarhus-university"),
        Measured("frister", "tabell json csv ics", _SEARCH),
        Measured("sammenlign tu-berlin Japan"),
        Measured("budsjett --land Australia --måneder 5", "tabell json csv xlsx", _MONEY),
        Measured("satser"),
        Measured("fagplan forslag --erstatter TDT4171", limits=_SEARCH),
        Measured("fagplan velg --lærested dtu --emner TDT4171,TMA4240"),
        Measured("søknad --lærested tu-berlin"),
        Measured("språk kaist --toefl 95", limits=_SEARCH),
        Measured("krav tu-berlin --studiepoeng 60"),
        Measured("fullføring bash", ""),
        Measured("start --ja", "tabell json", kind=CREATING, query=False),
        Measured("fagplan ny --lærested dtu", "tabell", kind=CREATING, query=False),
    ),
    "Med full plan": (
        Measured("frister", "tabell json csv ics", kind=PLANNED),
        Measured("søknad", kind=PLANNED),
        Measured("språk", kind=PLANNED),
        Measured("krav", kind=PLANNED),
        Measured("status", kind=PLANNED),
        Measured("sjekk", "tabell json csv github", _FULL_CHECK, kind=PLANNED),
        Measured("finn --land Danmark --språk-ok", kind=PLANNED),
        Measured("fagplan vis", kind=PLANNED),
        Measured("fagplan sjekk", kind=PLANNED),
        Measured("fagplan eksporter", "md html csv xlsx json", kind=PLANNED),
        Measured("velg kth --prioritet 1", kind=WRITING, query=False),
        Measured("fjern kth", "tabell", kind=WRITING, query=False),
        Measured("fagplan legg-til --tittel Robotikk --poeng 5", "tabell", kind=WRITING, query=False),
        Measured("fagplan endre 41639 --status sendt", "tabell", kind=WRITING, query=False),
        Measured("fagplan bytt 41639 --grunn timetable-conflict", "tabell json", kind=WRITING, query=False),
        Measured("fagplan fjern 41639", "tabell", kind=WRITING, query=False),
        Measured("søknad --ferdig nominasjon", "tabell", kind=WRITING, query=False),
    ),
}
_HELP_OF = (
    "finn", "vis", "frister", "sammenlign", "budsjett", "satser", "fagplan", "fagplan forslag", "fagplan velg",
    "fagplan ny", "fagplan legg-til", "fagplan endre", "fagplan fjern", "fagplan bytt", "fagplan vis", "fagplan sjekk",
    "fagplan eksporter", "søknad", "språk", "krav", "start", "velg", "fjern", "status", "sjekk", "data", "data sjekk",
    "fullføring",
)  # fmt: skip


def cases(copy: Installed) -> Iterator[Case]:
    """All of them, in the order of the report; those to compare with come first."""
    python, program = str(copy.python), str(copy.command)
    yield Case(PASS, "Å sammenligne med", (python, "-c", "pass"))
    yield Case(BARE, "Å sammenligne med", (python, "-c", "from bare_typer_app import app; app()"))
    for form in ("tabell", "json"):
        naive = (*copy.naive, "--land", "DE", "--format", form)
        yield Case(f"naivt søk i {form}", "Å sammenligne med", naive, slow=True)
    for section, commands in _SECTIONS.items():
        for command in commands:
            yield from _formats(program, section, command)
    for name in _HELP_OF:
        line = (*name.split(), "--hjelp")
        yield Case(" ".join(line), "Hjelp", (program, *line), limit=_HELP, megabytes=_MEGABYTES)
    search = (program, "finn", "--land", "Tyskland", "--data", str(copy.facts))
    first = "Første kjøring"
    yield Case("finn, med egen datamappe, katalogen i mellomlageret", first, search, CACHED)
    yield Case("finn, med egen datamappe, katalogen bygges", first, search, REBUILT, slow=True)
    yield Case("data sjekk", first, (program, "data", "sjekk", str(copy.facts)), slow=True)


def _formats(program: str, section: str, command: Measured) -> Iterator[Case]:
    for form in command.formats.split() or [""]:
        line = [*command.arguments.split(), *(["--format", form] if form else [])]
        limit = dict(command.limits).get(form)
        # A workbook is for others to open, and takes the library that writes it.
        memory = _MEGABYTES if command.query and form != "xlsx" else None
        name = " ".join(line).removesuffix(" --format tabell")
        yield Case(name, section, (program, *line), command.kind, limit, memory)
