"""A half-open period is named by the years it follows, and by its first and last day when it follows none."""

import pytest

from utveksling_cli.render.periods import period


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        pytest.param("2025-08-01", "2026-08-01", "2025/26", id="a study year"),
        pytest.param("2099-08-01", "2100-08-01", "2099/00", id="over a century"),
        pytest.param("2018-08-01", "2023-08-01", "2018/19–2022/23", id="study years"),
        pytest.param("2019-08-01", None, "fra 2019/20", id="from a study year on"),
        pytest.param("2025-01-01", "2026-01-01", "2025", id="a calendar year"),
        pytest.param("2023-01-01", "2026-01-01", "2023–2025", id="calendar years"),
        pytest.param("2025-01-01", None, "fra 2025", id="from a calendar year on"),
        pytest.param("2026-02-01", "2026-03-01", "1. feb. 2026–28. feb. 2026", id="other days"),
        pytest.param("2026-02-01", None, "fra 1. feb. 2026", id="from another day on"),
        pytest.param("2025-08-01", "2026-01-01", "1. aug. 2025–31. des. 2025", id="an autumn is no year"),
        pytest.param("2025-01-01", "2026-08-01", "1. jan. 2025–31. juli 2026", id="two kinds of years"),
    ],
)
def test_a_period_as_a_norwegian_reads_it(begins: str, ends: str | None, expected: str) -> None:
    assert expected == period(begins, ends).replace("\u00a0", " ")
