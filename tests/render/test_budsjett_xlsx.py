"""The workbook of a budget comes to the program's own figures, follows what the student changes, and obeys no text.

The small budget is worked out by hand; the shipped facts are there to see that every kind of line is carried over.
"""

import io
import json
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.budget import Assumptions, Budget, Factor, Line, MonthSum, Totals
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.render.budsjett import View, as_xlsx

from ..golden.runner import Case, Place, make_place, run_here
from ..planning.factory import host
from .calculator import Calculator

AUGUST, SEPTEMBER = Month(2027, 8), Month(2027, 9)
EURO = ExchangeRate("EUR", Decimal("11.00"), "2026-11-23", "official", "https://example.org/kurs")
RATE = UsedRate(
    "lanekassen.reise.europa", "Reisestøtte", "NOK", Decimal(1000), "carried_forward", "estimate", "2025-08-01",
    "2026-08-01", "https://example.org/reise", "2026-11-23", None, "En tur.",
)  # fmt: skip
HEADER, FIRST = 6, 7


def line(identifier: str, month: Month, kind: str, amount: int, original: str | None = None, **other: object) -> Line:
    exchange = EURO if original else None
    money = Money(Decimal(original), "EUR") if original else None
    factors = (Factor("own_cost", Decimal(1), ""),)
    known = Line(identifier, month, kind, Decimal(amount), money, "official", (), exchange, factors, None, None)
    return known._replace(**other)


def month_sum(month: Month, *amounts: int) -> MonthSum:
    return MonthSum(month, *map(Decimal, amounts))


# 100,50 euro à 11 kroner er 1105,50, altså 1106. Depositumet på 50,50 euro er 555,50 og kommer tilbake: −556.
# August: 1000 + 500 − 1106 = 394. September: −(1106 − 556) = −550, så saldoen er −156.
SMALL = Budget(
    Assumptions(
        "DE", None, Semester("H", 2027), 2, AUGUST, SEPTEMBER, None, None, None, Money(Decimal("100.50"), "EUR"),
        (EURO,), Choices(),
    ),
    (
        line("lanekassen.reise", AUGUST, "grant", 1000, status="carried_forward", rates=(RATE,)),
        line("lanekassen.basislan", AUGUST, "loan", 500),
        line("cost.living", AUGUST, "expense", 1106, "100.50", source="https://example.org/by#mat"),
        line("cost.living", SEPTEMBER, "expense", 1106, "100.50"),
        line("cost.deposit", SEPTEMBER, "expense", -556, "-50.50"),
    ),
    (month_sum(AUGUST, 1000, 500, 0, 1106, 394), month_sum(SEPTEMBER, 0, 0, 0, 550, -156)),
    Totals(
        Decimal(1000), Decimal(500), Decimal(0), Decimal(1656), Decimal(0), Decimal(200), SEPTEMBER, Decimal(-156),
        Decimal(156),
    ),
    (),
    (Notice("assumption", "budget.exchange_today"),),
)  # fmt: skip


def content(budget: Budget = SMALL, **other: object) -> bytes:
    return as_xlsx(View(budget, "Tyskland", None, "2026-11-24", None)._replace(**other))


def opened(data: bytes, *, cached: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=cached)


def months(calculator: Calculator, count: int) -> list[list[float]]:
    """Stipend, lån, inntekt, utgift og saldo for hver måned."""
    return [calculator.row("Måneder", FIRST + index)[1:] for index in range(count)]


def below(calculator: Calculator, count: int) -> dict[str, float]:
    """What stands beside each label under the months."""
    rows = range(FIRST + count, FIRST + count + 7)
    cells = [(calculator.value("Måneder", f"A{row}"), calculator.value("Måneder", f"B{row}")) for row in rows]
    return {label: value for label, value in cells if label}


def test_the_hand_made_budget_comes_to_what_was_worked_out_by_hand() -> None:
    calculator = Calculator(opened(content()))
    assert months(calculator, 2) == [[1000, 500, 0, 1106, 394], [0, 0, 0, 550, -156]]
    assert calculator.row("Måneder", FIRST + 2)[:6] == ["Sum", 1000, 500, 0, 1656, -156]
    found = below(calculator, 2)
    assert found["Laveste saldo"] == -156
    assert found["Laveste saldo er i"] == (datetime(2027, 9, 1) - datetime(1899, 12, 30)).days
    assert found["Du bør ha minst så mye mer før du reiser"] == 156
    assert found["Inntil så mye av basislånet kan bli stipend senere"] == 200


def test_a_line_is_its_amount_in_currency_times_the_rate_rounded_half_away_from_zero() -> None:
    book = opened(content())
    assert [book["Poster"][f"E{row}"].value for row in range(2, 7)] == [
        1000,
        500,
        "=ROUND(G4*I4,0)",
        "=ROUND(G5*I5,0)",
        "=ROUND(G6*I6,0)",
    ]
    assert [Calculator(book).value("Poster", f"E{row}") for row in range(2, 7)] == [1000, 500, 1106, 1106, -556]


def test_savings_that_the_student_writes_move_every_balance() -> None:
    calculator = Calculator(opened(content()), {"Måneder!B3": 200})
    assert [row[-1] for row in months(calculator, 2)] == [594, 44]
    assert below(calculator, 2)["Du bør ha minst så mye mer før du reiser"] == 0


def test_a_rate_that_the_student_writes_moves_the_lines_in_that_currency_and_no_other() -> None:
    """20 kroner: 100,50 euro er 2010, depositumet 1010. August 1500 − 2010 = −510, september −510 − 1000 = −1510."""
    calculator = Calculator(opened(content()), {"Kurser!B2": 20})
    assert months(calculator, 2) == [[1000, 500, 0, 2010, -510], [0, 0, 0, 1000, -1510]]
    assert below(calculator, 2)["Du bør ha minst så mye mer før du reiser"] == 1510


def test_a_line_that_the_student_adds_counts() -> None:
    book = opened(content())
    for column, value in {"A": "jobb", "C": datetime(2027, 9, 1), "D": "inntekt", "E": 300}.items():
        book["Poster"][f"{column}7"] = value
    assert months(Calculator(book), 2)[1] == [0, 0, 300, 550, 144]


def test_programs_that_do_not_calculate_show_the_same_figures() -> None:
    data = content()
    calculator, cached = Calculator(opened(data)), opened(data, cached=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in opened(data)
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) > 20
    for sheet, place in formulas:
        shown = cached[sheet][place].value
        value = (shown - datetime(1899, 12, 30)).days if isinstance(shown, datetime) else shown
        assert value == calculator.value(sheet, place), (sheet, place)


@given(
    st.decimals(-99_999, 99_999, places=2),
    st.decimals(Decimal("0.001"), 200, places=5),
)
def test_every_line_is_rounded_as_the_program_rounds(original: Decimal, rate: Decimal) -> None:
    exchange = EURO.__class__("EUR", rate, None, "user", None)
    money = Money(original, "EUR")
    amount = exchange.to_nok(money).rounded().amount
    changed = SMALL.lines[2]._replace(amount=amount, original=money, exchange=exchange)
    book = opened(content(SMALL._replace(lines=(changed,))))
    assert Calculator(book).value("Poster", "E2") == amount


SHIPPED = [
    pytest.param(("--land", "Australia"), id="southern"),
    pytest.param(("--land", "USA", "--skolepenger", "5700 USD", "--kurs", "USD=8,50"), id="tuition and own rate"),
    pytest.param(("--lærested", "tu-berlin", "--studieår", "2027/28", "--grønn"), id="a year with Erasmus+"),
    pytest.param(("--land", "Sveits", "--sparepenger", "20000", "--arbeid", "300 CHF"), id="savings and work"),
    pytest.param(("--land", "Japan", "--kostnad", "depositum=80000 JPY"), id="a deposit that comes back"),
    pytest.param(("--land", "Singapore", "--måneder", "1", "--utbetaling", "månedlig"), id="one month"),
    pytest.param(("--land", "Sverige", "--uten-lån"), id="no loan"),
]


@pytest.fixture
def place(tmp_path: Path, command_cache: Path) -> Place:
    return make_place(tmp_path, command_cache, tmp_path / "nothing")


@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")
@pytest.mark.parametrize("arguments", SHIPPED)
def test_the_workbook_of_a_real_budget_calculates_to_what_the_program_says(
    place: Place, arguments: tuple[str, ...]
) -> None:
    for form in ("json", "xlsx"):
        command = ("budsjett", *arguments, "--format", form, "--ut", f"svar.{form}")
        outcome = run_here(Case("", {}, command, None), place)
        assert outcome == ("", "", 0)
    said = json.loads((place.folder / "svar.json").read_text(encoding="utf-8"))
    calculator = Calculator(openpyxl.load_workbook(place.folder / "svar.xlsx"))
    kinds = ("grant", "loan", "income", "expense", "balance")
    assert [[float(month[kind]) for kind in kinds] for month in said["months"]] == months(
        calculator, len(said["months"])
    )
    lines = range(2, 2 + len(said["lines"]))
    assert [float(line["amount"]) for line in said["lines"]] == [calculator.value("Poster", f"E{row}") for row in lines]
    found = below(calculator, len(said["months"]))
    assert float(said["totals"]["lowest_balance"]["amount"]) == found["Laveste saldo"]
    assert float(said["totals"]["buffer_needed"]) == found["Du bør ha minst så mye mer før du reiser"]
    assert float(said["totals"]["opening_balance"]) == calculator.value("Måneder", "B3")


HOSTILE = ['=HYPERLINK("http://evil.example","klikk")', "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1+1", "=1+1"]
FORMULA = re.compile(
    r"=(SUMIFS|SUM|MIN|MAX|INDEX|ROUND)\(.*\)|=\$?[A-Z]\$?[0-9]+([-+][A-Z][0-9]+)*|=Kurser!\$B\$[0-9]+"
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_from_data_or_student_becomes_a_formula(text: str) -> None:
    hostile = line("cost.other", AUGUST, "expense", 1, note=text, source=text, rates=(RATE._replace(source=text),))
    notice = Notice("information", "budget.host_tuition", {"note": text})
    budget = SMALL._replace(lines=(*SMALL.lines, hostile), notices=(notice,))
    data = content(budget, country=text, institution=host(name=text))
    cells = [cell for sheet in opened(data) for row in sheet for cell in row if cell.value is not None]
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert [formula for formula in formulas if not FORMULA.fullmatch(formula)] == []
    seen = text.replace("\t", "\ufffd")
    assert sum(seen in str(cell.value) for cell in cells if cell.data_type == "s") >= 4


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "internal:Poster!A1", "javascript:alert(1)", "https://e.no/" + 2_100 * "a"]
)
def test_only_a_web_page_is_a_link(address: str) -> None:
    changed = SMALL.lines[2]._replace(source=address)
    cell = opened(content(SMALL._replace(lines=(changed,))))["Poster"]["M2"]
    assert (cell.value, cell.hyperlink) == (address, None)


def test_a_source_can_be_followed_to_its_place_on_the_page() -> None:
    cell = opened(content())["Poster"]["M4"]
    assert cell.value == "https://example.org/by#mat"
    assert (cell.hyperlink.target, cell.hyperlink.location) == ("https://example.org/by", "mat")


def test_the_sheets_say_what_a_reader_needs() -> None:
    book = opened(content())
    assert book.sheetnames == ["Måneder", "Poster", "Kurser", "Forutsetninger"]
    assert [cell.value for cell in book["Poster"][2]][:12] == [
        "lanekassen.reise", "Reisestøtte", datetime(2027, 8, 1), "stipend", 1000, ">~", None, None, None,
        "videreført anslag", "lanekassen.reise.europa fra 2025-08-01", None,
    ]  # fmt: skip
    assert [cell.value for cell in book["Kurser"][2]] == [
        "EUR", 11, datetime(2026, 11, 23), "offisiell", "https://example.org/kurs",
    ]  # fmt: skip
    told = notes(SMALL)
    assert told["Land"] == "Tyskland"
    assert told["Data fra"].replace("\u00a0", " ") == "24. november 2026"
    assert told["Antatt"].startswith("Utenlandske beløp er regnet om")
    assert told[">"].startswith("videreført")


def notes(budget: Budget) -> dict[str, str]:
    return {row[0].value: row[1].value for row in opened(content(budget))["Forutsetninger"].iter_rows() if row[0].value}


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        pytest.param(Choices(), "ingen utover dette", id="none"),
        pytest.param(
            Choices(with_parents=True, without_loan=True, extended_grant=True),
            "--hjemmeboende, --uten-lån, --utvidet-stipend",
            id="Lånekassen",
        ),
        pytest.param(
            Choices(traineeship=True, fewer_opportunities=True, green=True, scheme="erasmus"),
            "--praksis, --tillegg, --grønn, --ordning erasmus",
            id="Erasmus+",
        ),
        pytest.param(
            Choices(payout="monthly", language_weeks=6, scheme="none", home="gjovik"),
            "--utbetaling månedlig, --språkkurs-uker 6, --ordning ingen, --hjemby gjovik",
            id="the rest",
        ),
    ],
)
def test_the_choices_that_no_line_shows_are_told(choices: Choices, said: str) -> None:
    budget = SMALL._replace(assumptions=SMALL.assumptions._replace(choices=choices))
    assert notes(budget)["Dine valg"] == said


def test_headers_stay_in_view_text_wraps_and_kroner_have_norwegian_thousands() -> None:
    book = opened(content())
    assert (book["Måneder"].freeze_panes, book["Poster"].freeze_panes, book["Kurser"].freeze_panes) == (
        "B7",
        "B2",
        "B2",
    )
    assert book["Måneder"]["F7"].number_format == '[$-414]#,##0\\ "kr";[Red][$-414]-#,##0\\ "kr"'
    assert book["Poster"]["L2"].alignment.wrap_text is None
    assert book["Poster"]["K2"].alignment.wrap_text is True
    assert all(book["Poster"].column_dimensions[letter].width >= 8 for letter in "ABCDEFGHIJKLM")


def test_a_long_note_gets_a_row_that_is_high_enough() -> None:
    words = " ".join(["ord"] * 60)
    sheet = opened(content(SMALL._replace(lines=(line("cost.living", AUGUST, "expense", 1, note=words),))))["Poster"]
    assert sheet.row_dimensions[2].height == 15 * 5


def test_a_budget_without_foreign_money_has_no_rates_and_says_so() -> None:
    budget = SMALL._replace(lines=SMALL.lines[:2], assumptions=SMALL.assumptions._replace(exchange_rates=()))
    book = opened(content(budget))
    assert [cell.value for cell in book["Kurser"][2]] == ["Ingen", None, None, None, None]
    assert Calculator(book).row("Måneder", FIRST)[1:] == [1000, 500, 0, 0, 1500]


def test_the_same_budget_gives_the_same_bytes_and_no_macro() -> None:
    assert content() == content()
    with zipfile.ZipFile(io.BytesIO(content())) as archive:
        assert [name for name in archive.namelist() if "vba" in name.lower() or name.endswith(".bin")] == []
        assert b"2026-11-24T00:00:00Z" in archive.read("docProps/core.xml")
