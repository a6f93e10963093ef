"""From what people call a country, a host or a language to the one that the facts know, or an error that helps."""

from __future__ import annotations

import sqlite3

from utveksling_cli.catalogue.lookup import country_code, host_ids, near_countries, near_hosts, search_hosts
from utveksling_cli.catalogue.queries import country_names, institutions_by_id
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.words import fold
from utveksling_cli.render.text import inside, listed

_MAX_SHOWN = 8


def find_country(catalogue: sqlite3.Connection, text: str, option: str = "--land") -> str:
    """The ISO code; raises NotFound with the nearest names."""
    code = country_code(catalogue, text)
    if code is not None:
        return code
    near = near_countries(catalogue, text)
    hint = f"Mente du {listed(list(near), 'eller')}?" if near else "Skriv norsk eller engelsk navn, eller landkode."
    if "," in text:
        hint = "Skriv ett land om gangen."
    raise NotFound(f"{option}: landet «{text}» finnes ikke i dataene.", hint=hint)


def find_hosts(catalogue: sqlite3.Connection, text: str) -> list[Institution]:
    """Every host that is called exactly this, else the one host that the words fit.

    Raises NotFound when none does, UsageProblem when several do.
    """
    ids = host_ids(catalogue, text)
    if not ids:
        hits = search_hosts(catalogue, text)
        if hits.corrected is not None or not hits.ids:
            raise _unknown_host(catalogue, text, hits.ids)
        if len(hits.ids) > 1:
            raise _one_of_several(catalogue, text, hits.ids)
        ids = hits.ids
    return institutions_by_id(catalogue, ids)


def find_host(catalogue: sqlite3.Connection, text: str, option: str = "--lærested") -> Institution:
    """The one host; raises UsageProblem when the name is shared by several."""
    hosts = find_hosts(catalogue, text)
    if len(hosts) > 1:
        raise UsageProblem(
            f"{option}: «{text}» kan være flere læresteder.",
            details=tuple(_lines(catalogue, tuple(host.id for host in hosts))),
            hint="Bruk id-en som står først på linja.",
        )
    return hosts[0]


def find_place(
    catalogue: sqlite3.Connection, country: str | None, host: str | None
) -> tuple[str | None, Institution | None]:
    """The country's code and the host, as far as they were asked for; raises UsageProblem when they do not agree."""
    institution = None if host is None else find_host(catalogue, host)
    code = None if country is None else find_country(catalogue, country)
    if institution is None:
        return code, None
    if code not in {None, institution.country}:
        names = country_names(catalogue)
        where = f"{inside(names[institution.country])}, ikke {inside(names[str(code)])}"
        raise UsageProblem(f"{institution.name} ligger {where}.", hint="Bruk bare ett av --land og --lærested.")
    return institution.country, institution


def find_language(text: str, option: str) -> str:
    """An ISO 639-1 code by code, Norwegian name or English name; raises UsageProblem."""
    from utveksling_cli.cli.usage import nearest
    from utveksling_cli.render.wording import ENGLISH_LANGUAGES, LANGUAGES

    wanted = fold(text)
    names = {fold(name): code for code, name in LANGUAGES.items()} | ENGLISH_LANGUAGES
    if wanted in LANGUAGES:
        return wanted
    if wanted in names:
        return names[wanted]
    hint = nearest(wanted, names) or "Skriv for eksempel engelsk, tysk eller es."
    raise UsageProblem(f"{option}: språket «{text}» er ikke kjent.", hint=hint)


def _unknown_host(catalogue: sqlite3.Connection, text: str, ids: tuple[str, ...]) -> NotFound:
    """`ids` are the hosts that the words fit when they are read as others that look like them."""
    near = _lines(catalogue, ids) if ids else [f"{host}: {name}" for host, name in near_hosts(catalogue, text)]
    details = ("Ligner mest:", *(f"  {line}" for line in near)) if near else ()
    search = f"Let med: {_search_for(text)}"
    hint = f"Bruk id-en som står først på linja. {search}" if near else search
    return NotFound(f"Lærestedet «{text}» finnes ikke i dataene.", details=details, hint=hint)


def _one_of_several(catalogue: sqlite3.Connection, text: str, ids: tuple[str, ...]) -> UsageProblem:
    hint = f"Bruk id-en som står først på linja. Se alle med: {_search_for(text)}"
    details = tuple(_lines(catalogue, ids))
    return UsageProblem(f"«{text}» kan være flere læresteder.", details=details, hint=hint)


def _lines(catalogue: sqlite3.Connection, ids: tuple[str, ...]) -> list[str]:
    hosts = institutions_by_id(catalogue, ids)
    return [f"{host.id}: {host.name}, {host.city} ({host.country})" for host in hosts[:_MAX_SHOWN]]


def _search_for(text: str) -> str:
    if not fold(text):
        return "utveksling finn"
    return "utveksling finn --tekst " + (f'"{text}"' if " " in text else text)
