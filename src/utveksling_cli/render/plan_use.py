"""What an answer took from the plan, the same way below each heading and in JSON."""

from __future__ import annotations

from typing import Any

from utveksling_cli.model.plan_use import FirstChoice, PlanUse
from utveksling_cli.render.layout import wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, listed

INPUTS = {
    "stay.hosts": "lærested",
    "favourites": "favoritter",
    "stay.semester": "semester",
    "stay.study_year": "studieår",
    "stay.months": "måneder",
    "stay.first_day": "første dag",
    "stay.last_day": "siste dag",
    "stay.type": "slags opphold",
    "profile.programme": "program",
    "profile.campus": "campus",
    "weights": "vekter",
    "budget.tuition": "skolepenger",
    "budget.living": "levekostnad",
    "budget.rent": "husleie",
    "budget.savings": "sparepenger",
    "budget.work": "arbeid",
    "budget.costs": "egne kostnader",
    "budget.exchange_rates": "valutakurser",
    "budget.rates": "satser",
    "budget.payout": "utbetaling",
    "budget.scheme": "ordning",
    "budget.home": "hjemby",
    "budget.language_weeks": "språkkurs",
    "budget.without_loan": "uten lån",
    "budget.with_parents": "hjemmeboende",
    "budget.extended_grant": "utvidet stipend",
    "budget.fewer_opportunities": "tillegg",
    "budget.green": "grønn reise",
}


def as_json(use: PlanUse | None) -> dict[str, Any]:
    """`{"plan": …}`, and nothing without a plan."""
    if use is None:
        return {}
    first = use.first
    only = {"id": first.id, "used": first.among, "inputs": list(first.inputs)} if first else None
    return {"plan": {"path": use.path, "used": list(use.used), "first_choice_only": only}}


def sentences(use: PlanUse | None) -> list[str]:
    if use is None:
        return []
    taken = _words(use.used) or "ingenting"
    return [f"Fra planen ({use.path}): {taken}.", *([_only(use.first)] if use.first else [])]


def lines(use: PlanUse | None, screen: Screen) -> list[str]:
    return [line for text in sentences(use) for line in wrap(clean(text), screen.width, hanging="  ")]


def _only(first: FirstChoice) -> str:
    words = _words(first.inputs)
    if first.among:
        return f"Bare for {first.name}: {words}."
    return f"Ikke brukt, for det gjelder {first.name}: {words}."


def _words(keys: tuple[str, ...]) -> str:
    return listed([INPUTS[key] for key in keys])
