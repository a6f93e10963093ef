"""Parts of a host that several renderers show the same way."""

from __future__ import annotations

from typing import Any

from utveksling_cli.model.institution import Institution
from utveksling_cli.render.json import plain
from utveksling_cli.render.links import best, newest_report, own_site
from utveksling_cli.render.wording import AGREEMENTS, EVIDENCE, UNKNOWN


def agreement_words(host: Institution) -> str:
    """`ENHANCE, Erasmus+*`: `*` marks a type that was deduced; `ukjent type` when none is known."""
    words = [AGREEMENTS[entry.type] + ("*" if entry.inferred else "") for entry in host.agreements]
    return ", ".join(words) if words else AGREEMENTS["unknown"]


def evidence_words(host: Institution) -> str:
    """`oppgitt avtale`; with `?` where nothing but a copy of a list stands behind it."""
    return EVIDENCE[host.evidence] + ("?" if host.evidence == "list_only" else "")


def reports_words(host: Institution, of_programme: int | None) -> str:
    """`34 (2022)`: how many and the year of the newest; `3 av 34 (2022)` when a programme was asked for."""
    if host.reports is None:
        return "0"
    total = str(host.reports.total) if of_programme is None else f"{of_programme} av {host.reports.total}"
    return f"{total} ({host.reports.latest_year})"


def place(host: Institution, names: dict[str, str]) -> str:
    return f"{host.city}, {names.get(host.country, UNKNOWN)}"


def as_json(host: Institution, names: dict[str, str]) -> dict[str, Any]:
    """Every field of the record, with the country's name and the links beside."""
    record: dict[str, Any] = plain(host)
    record["country_name"] = names.get(host.country)
    record["links"] = {"site": own_site(host), "newest_report": newest_report(host), "read_on": best(host)}
    return record
