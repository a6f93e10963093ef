"""JSON is a contract with other programs: one object, English keys in ASCII, text for amounts and days."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.render.json import dump, plain

PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
# The schema that each command names, and the plural that its list is called by.
COMMANDS = {
    ("finn", "--land", "Frankrike", "--program", "datateknologi"): ("utveksling.finn/1", "institutions"),
    ("finn", "--land", "Japan", "--by", "Berlin"): ("utveksling.finn/1", "institutions"),
    ("finn", "--land", "Japan", "--hvorfor", "waseda"): ("utveksling.finn.hvorfor/1", "institutions"),
    ("vis", "eth-zurich"): ("utveksling.vis/1", "institutions"),
    ("frister", "--semester", "V2027"): ("utveksling.frister/1", "deadlines"),
    ("budsjett", "--land", "USA", "--skolepenger", "5700 USD", "--måneder", "10"): ("utveksling.budsjett/1", "lines"),
    ("sammenlign", "kth", "Japan", "--program", "fysikk", "--vekt", "klima=2,kultur=1"): (
        "utveksling.sammenlign/1",
        "places",
    ),
    ("soknad", "--land", "Australia"): ("utveksling.soknad/1", "steps"),
    ("soknad", "vertssoknad", "--lærested", "rwth-aachen-university"): ("utveksling.soknad/1", "steps"),
    ("frister", "--plan", f"{PLANS}/mangler-spraak.yaml"): ("utveksling.frister/1", "deadlines"),
    ("status", "--plan", f"{PLANS}/tyskland.yaml"): ("utveksling.status/1", "problems"),
    ("sjekk", "--plan", f"{PLANS}/for-tidlig.yaml"): ("utveksling.sjekk/1", "problems"),
    ("fagplan", "forslag", "--lærested", "dtu"): ("utveksling.fagplan.forslag/1", "decisions"),
    ("fagplan", "velg", "--lærested", "dtu", "--emner", "TDT4171"): ("utveksling.fagplan.velg/1", "decisions"),
    ("fagplan", "vis", "--plan", f"{PLANS}/fag.yaml"): ("utveksling.fagplan/1", "courses"),
    ("fagplan", "vis", "--plan", f"{PLANS}/fag-aar.yaml"): ("utveksling.fagplan/1", "courses"),
    ("språk", "--plan", f"{PLANS}/tyskland.yaml"): ("utveksling.sprak/1", "hosts"),
    ("sprak", "dtu", "--ielts", "6"): ("utveksling.sprak/1", "hosts"),
    ("krav", "--studiepoeng", "45"): ("utveksling.krav/1", "checks"),
    ("krav", "--plan", f"{PLANS}/tyskland.yaml"): ("utveksling.krav/1", "hosts"),
    ("finn", "--språk-ok", "--cefr", "en=C1"): ("utveksling.finn/1", "institutions"),
    ("finn", "--land", "DE", "--plan", f"{PLANS}/tyskland.yaml"): ("utveksling.finn/1", "institutions"),
    ("vis", "kth", "--plan", f"{PLANS}/favoritter.yaml"): ("utveksling.vis/1", "institutions"),
    ("budsjett", "--plan", f"{PLANS}/med-penger.yaml"): ("utveksling.budsjett/1", "lines"),
    ("sammenlign", "--plan", f"{PLANS}/med-penger.yaml"): ("utveksling.sammenlign/1", "places"),
    ("krav", "--plan", f"{PLANS}/med-emner.yaml"): ("utveksling.krav/1", "hosts"),
    ("satser",): ("utveksling.satser/1", "rates"),
    ("data", "sjekk"): ("utveksling.data.sjekk/1", "problems"),
}
MONEY = {"grant", "loan", "expense", "balance", "amount", "may_become_grant", "buffer_needed", "nok", "value"}
DAYS = {"date", "safe_date", "today", "verified_on", "on", "data_version", "from", "until"}


def answer(run, arguments: tuple[str, ...]) -> dict[str, Any]:
    outcome = run(*arguments, "--format", "json")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    return json.loads(outcome.stdout, parse_float=pytest.fail)


def fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, at every depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_answer_names_its_schema_its_data_and_its_notices(run, arguments: tuple[str, ...]) -> None:
    schema, plural = COMMANDS[arguments]
    found = answer(run, arguments)
    assert found["schema"] == schema
    assert isinstance(found[plural], list)
    assert isinstance(found["notices"], list)
    # A check is of files that may have no version yet.
    assert schema == "utveksling.data.sjekk/1" or re.fullmatch("2[0-9]{3}-[0-9]{2}-[0-9]{2}", found["data_version"])


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_keys_are_english_in_ascii_and_values_are_exact(run, arguments: tuple[str, ...]) -> None:
    for key, value in fields(answer(run, arguments)):
        assert re.fullmatch("[a-z][a-z0-9_]*", key), key
        if key in MONEY and value is not None and not isinstance(value, dict):
            Decimal(value)
            assert isinstance(value, str), key
        if key in DAYS and value is not None:
            assert re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value), key
        if key in {"month", "first_month", "last_month"} and isinstance(value, str):
            assert re.fullmatch("[0-9]{4}-[0-9]{2}", value), key


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_count_is_how_many_there_are(run, arguments: tuple[str, ...]) -> None:
    found = answer(run, arguments)
    plural = COMMANDS[arguments][1]
    assert found.get("count", len(found[plural])) == len(found[plural])


def test_a_limit_shortens_the_list_and_not_the_count(run) -> None:
    found = answer(run, ("finn", "--land", "Frankrike", "--antall", "2"))
    assert len(found["institutions"]) == 2
    assert found["count"] > 2


def test_a_search_gives_back_what_was_asked(run) -> None:
    found = answer(run, ("finn", "--land", "Frankrike", "--land", "DE", "--uten-skolepenger"))
    assert found["query"] == {"countries": ["FR", "DE"], "tuition_free": True}


def test_an_institution_has_the_fields_that_were_promised(run) -> None:
    (host,) = answer(run, ("finn", "--tekst", "eurecom"))["institutions"]
    promised = {
        "id",
        "name",
        "country",
        "city",
        "domain",
        "erasmus_code",
        "evidence",
        "agreements",
        "reports",
        "decisions",
    }
    assert promised <= set(host)
    (shown,) = answer(run, ("vis", "eurecom"))["institutions"]
    assert shown.pop("unknown")
    assert host == shown


def test_the_lines_of_a_budget_add_up_to_its_totals(run) -> None:
    found = answer(run, ("budsjett", "--land", "USA", "--skolepenger", "5700 USD", "--måneder", "10"))
    for kind in ("grant", "loan", "expense"):
        total = sum(Decimal(line["amount"]) for line in found["lines"] if line["kind"] == kind)
        assert Decimal(found["totals"][kind]) == total
        assert sum(Decimal(month[kind]) for month in found["months"]) == total
    lowest = min(Decimal(month["balance"]) for month in found["months"])
    assert Decimal(found["totals"]["lowest_balance"]["amount"]) == lowest
    assert Decimal(found["totals"]["buffer_needed"]) == max(-lowest, Decimal(0))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize("ascii_only", [True, False])
@given(value=st.dictionaries(st.text(), JSON_VALUES))
def test_what_is_written_is_read_back(value: dict[str, Any], ascii_only: bool) -> None:
    text = dump(value, ascii_only=ascii_only)
    assert json.loads(text) == value
    assert text.isascii() or not ascii_only
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f]", text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_an_amount_is_written_exactly(amount: Decimal) -> None:
    assert Decimal(plain(amount)) == amount
    assert "E" not in plain(amount)
