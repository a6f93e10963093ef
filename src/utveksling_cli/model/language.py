"""Language tests as the facts know them: scales, levels, how long a result counts and how long it takes.

Scores are decimal text on a scale of their own; a test without scales is marked with CEFR levels.
"""

from typing import NamedTuple

# The tests that hosts' minima speak of, by the field of `LanguageRequirement` that holds the minimum.
TOEFL, IELTS, CAMBRIDGE, DUOLINGO = "toefl_ibt", "ielts", "cambridge", "duolingo"
KNOWN_TESTS = (TOEFL, IELTS, CAMBRIDGE, DUOLINGO)
# Hosts give their minimum for TOEFL on the scale that was in use until January 2026.
MINIMUM_SCALES = {TOEFL: "0_120"}
CEFR_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


class Levels(NamedTuple):
    """(CEFR level, lowest score) from the lowest level to the highest; a level that is missing is unknown."""

    scores: tuple[tuple[str, str], ...]
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Band(NamedTuple):
    """A score, and the range on the other scale that it stands for."""

    score: str
    low: str
    high: str


class Comparable(NamedTuple):
    """What scores are worth on `scale`; until `printed_until` reports print that score beside their own."""

    scale: str
    printed_until: str | None
    bands: tuple[Band, ...]
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Scale(NamedTuple):
    """The marks of tests taken in [from_date, until_date), in steps of `step`."""

    id: str
    name: str
    from_date: str | None
    until_date: str | None
    lowest: str
    highest: str
    step: str
    levels: Levels | None
    comparable: Comparable | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Validity(NamedTuple):
    """`years` None is for ever."""

    years: int | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class ResultTime(NamedTuple):
    """The most days from the test to its result."""

    days: int
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Price(NamedTuple):
    """`amount` is decimal text; `year` is when it was asked."""

    amount: str
    currency: str
    year: int | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class LanguageTest(NamedTuple):
    """A part that is None or empty is unknown."""

    id: str
    name: str
    language: str
    scales: tuple[Scale, ...]
    validity: Validity | None
    results: ResultTime | None
    prices: tuple[Price, ...]


class Advice(NamedTuple):
    """Something that holds for language tests as such, in a Norwegian sentence."""

    id: str
    text: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Margin(NamedTuple):
    """Days to spare between a result and the deadline that needs it."""

    days: int
    status: str
    source: str | None
    verified_on: str
    note: str | None


class LanguageFacts(NamedTuple):
    """All of `language_tests.yaml`, tests and advice by id."""

    tests: dict[str, LanguageTest]
    advice: dict[str, Advice]
    margin: Margin
