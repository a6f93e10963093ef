"""What a schema demands of a whole record: sources, periods, evidence, amounts; the line is where the record begins."""

from __future__ import annotations

import pytest

_HOST = "institutions → 1 →"
CASES = {
    "a fact that names no source": (
        "countries.yaml",
        "      - status: reported\n        source: https://example.org/living\n",
        "      - status: reported ←\n",
        "countries → 1 → living_costs → 1: status reported krever source; uten kilde er det et anslag (estimate)",
    ),
    "a period that ends before it begins": (
        "deadlines.yaml",
        "      - from: 2020-08-01\n        until: 2023-08-01",
        "      - from: 2020-08-01 ←\n        until: 2020-08-01",
        "deadlines → 1 → values → 1: perioden slutter før den begynner",
    ),
    "deadline periods that overlap": (
        "deadlines.yaml",
        "  - id: proeve.tidlig\n",
        "  - id: proeve.tidlig ←\n",
        "deadlines → 1: perioden fra 2023-08-01 overlapper den før; sett until på den eldre",
    ),
    "a list copy that claims to be more": (
        "agreements.yaml",
        "  - id: ecole-de-l-essai\n",
        "  - id: ecole-de-l-essai ←\n",
        "institutions → 2: evidence skal være list_only når list_2024 er alt som står bak",
    ),
    "an agreement that rests on nothing": (
        "agreements.yaml",
        "  - id: aas-hogskole\n",
        "  - id: aas-hogskole ←\n",
        "institutions → 3: evidence listed krever basis",
    ),
    "a subject area that says nothing": (
        "agreements.yaml",
        "      - text: Maskin",
        "      - inferred: false ←",
        f"{_HOST} subject_areas → 2: skal ha isced_f, text eller begge",
    ),
    "a cost that is both a figure and a range": (
        "countries.yaml",
        "      - status: official\n        source: https://example.org/living-2",
        "      - status: official ←\n        low: 1\n        high: 2\n        source: https://example.org/living-2",
        "countries → 1 → living_costs → 2: skal ha enten amount eller både low og high",
    ),
    "parts of more than the highest figure": (
        "countries.yaml",
        "      - status: reported\n        source: https://example.org/living\n",
        "      - status: reported ←\n        source: https://example.org/living\n",
        # 731 + 250 + 60.50 + 30 + 10 + 20 + 100
        "countries → 1 → living_costs → 1: delene er minst 1201.50 til sammen, mer enn hele beløpet",
    ),
    "parts of more than the figure": (
        "countries.yaml",
        "      - status: official\n        source: https://example.org/living-2",
        "      - status: official ←\n        parts: {rent: {amount: 900}, food: {low: 93, high: 95}}\n"
        "        source: https://example.org/living-2",
        "countries → 1 → living_costs → 2: delene er minst 993 til sammen, mer enn hele beløpet",
    ),
    "a part without a figure": (
        "countries.yaml",
        "          other: {amount: 100}",
        "          other: {high: 100} ←",
        "countries → 1 → living_costs → 1 → parts → other: skal ha enten amount eller både low og high",
    ),
    "half a range": (
        "countries.yaml",
        "      - status: estimate\n        verified_on: 2026-11-07",
        "      - status: estimate ←\n        high: 1\n        currency: EUR\n        verified_on: 2026-11-07",
        "countries → 1 → one_off_costs → 2: skal ha enten amount eller både low og high",
    ),
    "a range turned around": (
        "countries.yaml",
        "      - status: estimate\n        verified_on: 2026-11-07",
        "      - status: estimate ←\n        low: 2\n        high: 1\n        verified_on: 2026-11-07",
        "countries → 1 → one_off_costs → 2: low er større enn high",
    ),
    "an amount of no currency": (
        "countries.yaml",
        "      - status: estimate\n        verified_on: 2026-11-07",
        "      - status: estimate ←\n        amount: 2\n        verified_on: 2026-11-07",
        "countries → 1 → one_off_costs → 2: beløpet mangler currency",
    ),
    "a length of the stay that no words tell": (
        "countries.yaml",
        "      - status: estimate\n        verified_on: 2026-11-07\n        kind: other\n        title: Depositum\n"
        "        only_if: Opphold på minst 90 dager\n",
        "      - status: estimate ←\n        verified_on: 2026-11-07\n        kind: other\n        title: Depositum\n",
        "countries → 1 → one_off_costs → 2: stay_length krever only_if, som sier det samme med ord",
    ),
    "a cost at home of no currency": (
        "agreements.yaml",
        "  - id: proeve.ukjent\n",
        "  - id: proeve.ukjent ←\n    amount: 2\n",
        "home_costs → 2: beløpet mangler currency",
    ),
    "a swing turned around": (
        "exchange_rates.yaml",
        "    swing: {from: 2021-10-31, until: 2026-10-31, low: 9.4,",
        "    swing: {from: 2021-10-31, until: 2026-10-31, low: 12.4, ←",
        "rates → 1 → swing: low er større enn high",
    ),
    "a lowest rate from before the swing begins": (
        "exchange_rates.yaml",
        "    swing: {from: 2021-10-31, until: 2026-10-31, low: 9.4, low_on: 2022-03-24",
        "    swing: {from: 2021-10-31, until: 2026-10-31, low: 9.4, ← low_on: 2021-10-30",
        "rates → 1 → swing: 2021-10-30 er utenfor perioden",
    ),
    "a highest rate from the day that the swing has ended": (
        "exchange_rates.yaml",
        "high_on: 2025-04-09}",
        "high_on: 2026-10-31} ←",
        "rates → 1 → swing: 2026-10-31 er utenfor perioden",
    ),
    "a rate higher than the highest": (
        "exchange_rates.yaml",
        "  - status: official\n    source: https://example.org/eur",
        "  - status: official ←\n    source: https://example.org/eur",
        "rates → 1: kursen er utenfor swing",
    ),
}
# The rest of the edit for the cases whose fault lies elsewhere than on the line that is named.
ELSEWHERE = {
    "parts of more than the highest figure": ("rent: {low: 500, high: 700}", "rent: {low: 731, high: 731}"),
    "a rate higher than the highest": ("nok: 11.50", "nok: 12.11"),
    "deadline periods that overlap": ("        until: 2023-08-01\n", ""),
    "a list copy that claims to be more": ("evidence: list_only", "evidence: historical"),
    "an agreement that rests on nothing": ("evidence: reported", "evidence: listed"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_message_says_where_and_what(data, name: str) -> None:
    file, old, new, message = CASES[name]
    if name in ELSEWHERE:
        data.edit(file, *ELSEWHERE[name])
    line = data.edit(file, old, new)
    assert data.problems() == [f"{file}:{line}: {message}"]
