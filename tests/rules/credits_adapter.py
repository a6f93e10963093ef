"""What the cases of credits.yaml ask: what one course's size at a host is in studiepoeng."""

from __future__ import annotations

import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.catalogue.credit_queries import credit_facts
from utveksling_cli.catalogue.decision_queries import hosts_with_names
from utveksling_cli.planning.credits import HostCredits, own_year_norm, rounded, size_of, year_norm


def host_credits(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`host` and `size`, and if need be `level`, `norm` and `unit`; the day it is has no say in it."""
    host = given.pop("host")
    country = hosts_with_names(facts, frozenset({host}))[host][1]
    level, norm = given.pop("level", None), given.pop("norm", None)
    year = own_year_norm(Decimal(norm)) if norm else year_norm(credit_facts(facts).norms, host, country, level)
    found = size_of(given.pop("size"), HostCredits(year, given.pop("unit", None)))
    shown = {name: None if value is None else rounded(value) for name, value in (
        ("sp", found.sp), ("lowest", found.lowest), ("highest", found.highest),
    )}  # fmt: skip
    return {"state": found.state, **shown, "norms": [norm.id for norm in found.year.norms] if found.year else []}
