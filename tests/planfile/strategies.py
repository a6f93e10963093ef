"""Plans of every kind that a file can hold."""

from datetime import date

from hypothesis import strategies as st

from utveksling_cli.catalogue.characters import unseen_at
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.comparison import QUESTIONS
from utveksling_cli.model.course import (
    CHANGE_REASONS,
    CHANGES,
    COURSE_LEVELS,
    COURSE_SEMESTERS,
    COURSE_STATUSES,
    Course,
    CourseChange,
)
from utveksling_cli.model.plan import (
    CAMPUSES,
    CITIZENSHIPS,
    LEVELS,
    MOST_HOSTS,
    SCHEMA_VERSION,
    STAY_TYPES,
    LanguageEvidence,
    Plan,
    Profile,
    StayWish,
    StepDone,
)
from utveksling_cli.model.time import Semester

# Words that YAML has uses of its own for, beside whatever Hypothesis finds.
_TRICKY = (
    "null",
    "~",
    "no",
    "012",
    "1e3",
    "a: b",
    "- x",
    "# y",
    "'",
    '"',
    "{x}",
    "[",
    "&a",
    "*a",
    "!t",
    "%d",
    "@",
    "`",
    "|",
)
texts = st.one_of(
    st.sampled_from(_TRICKY),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=12),
    st.just("to\nlinjer"),
).filter(lambda text: bool(text.strip()) and unseen_at(text) is None)
ids = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def decimals(lowest: int, highest: int) -> st.SearchStrategy:
    return st.decimals(lowest, highest, places=2)


def maybe(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | values


profiles = st.builds(
    Profile,
    programme=maybe(texts),
    level=maybe(st.sampled_from(LEVELS)),
    campus=maybe(st.sampled_from(CAMPUSES)),
    credits_completed=maybe(decimals(0, 400)),
    grade_average=maybe(decimals(1, 5)),
    citizenship=maybe(st.sampled_from(CITIZENSHIPS)),
    earlier_erasmus_months=maybe(decimals(0, 36)),
    had_ntnu_grant=maybe(st.booleans()),
    completed_courses=maybe(st.lists(st.from_regex("[A-ZÆØÅ]{2,5}[0-9]{3,4}", fullmatch=True), max_size=3).map(tuple)),
    asks_reading_list=maybe(st.booleans()),
)
evidence = st.one_of(
    st.builds(
        LanguageEvidence,
        st.sampled_from(["en", "de", "no"]),
        st.sampled_from(["ielts", "cefr"]),
        texts,
        maybe(days),
        st.none(),
    ),
    st.builds(
        LanguageEvidence, st.just("en"), st.just("upper_secondary"), texts, st.none(), maybe(st.integers(1950, 2999))
    ),
)
host_lists = st.lists(ids, max_size=MOST_HOSTS, unique=True).map(tuple)


@st.composite
def stays(draw: st.DrawFn) -> StayWish:
    season = draw(st.sampled_from("HV"))
    span = sorted(draw(st.tuples(days, days)))
    first = draw(st.booleans())
    return StayWish(
        semester=draw(maybe(st.just(Semester(season, draw(st.integers(1900, 2999)))))),
        study_year=season == "H" and draw(st.booleans()),
        months=draw(maybe(st.integers(1, 12))),
        first_day=span[0] if first else None,
        last_day=span[1] if first and draw(st.booleans()) else None,
        type=draw(maybe(st.sampled_from(STAY_TYPES))),
        hosts=draw(host_lists),
    )


lists_of_text = st.lists(texts, max_size=3).map(tuple)
budgets = st.builds(
    BudgetWish,
    **dict.fromkeys(
        ("tuition", "living", "rent", "savings", "work", "payout", "scheme", "home", "language_weeks"), maybe(texts)
    ),
    **dict.fromkeys(("costs", "exchange_rates", "rates"), lists_of_text),
    **dict.fromkeys(("without_loan", "with_parents", "extended_grant", "fewer_opportunities", "green"), st.booleans()),
)


def _one_line(text: str) -> str:
    return "".join(sign for sign in text if unseen_at(sign) is None and sign != "\n").strip() or "x"


# Mapped and not filtered: a course has so many texts that filters would leave hardly any.
lines = (st.sampled_from(_TRICKY) | st.text(st.characters(max_codepoint=0x1FFFF), max_size=12)).map(_one_line)
items = lines.map(lambda text: text.replace(";", ","))
changes = st.builds(CourseChange, days, st.sampled_from(CHANGES), st.sampled_from(CHANGE_REASONS), maybe(ids))
course_entries = st.builds(
    Course,
    id=ids,
    title=maybe(lines),
    code=maybe(items),
    link=maybe(st.just("https://example.org/a?b=1&c=2")),
    credits=maybe(decimals(0, 60)),
    unit=maybe(items),
    replaces=st.lists(items, max_size=3).map(tuple),
    level=maybe(st.sampled_from(COURSE_LEVELS)),
    semester=maybe(st.sampled_from(COURSE_SEMESTERS)),
    language=maybe(st.sampled_from(["en", "no"])),
    group=maybe(items),
    alternatives=st.lists(items, max_size=2).map(tuple),
    status=st.sampled_from(COURSE_STATUSES),
    decided=maybe(days),
    host=maybe(ids),
    history=st.lists(changes, max_size=2).map(tuple),
    reading_list=maybe(st.just("https://example.org/pensum")),
)
courses = st.lists(course_entries, max_size=3, unique_by=lambda course: course.id).map(tuple)
plans = st.builds(
    Plan,
    profile=profiles,
    languages=st.lists(evidence, max_size=3).map(tuple),
    stay=stays(),
    favourites=st.lists(ids, max_size=4, unique=True).map(tuple),
    weights=st.dictionaries(st.sampled_from(QUESTIONS), decimals(0, 9), max_size=3),
    budget=budgets,
    courses=courses,
    year_credits=st.dictionaries(ids, decimals(1, 400), max_size=2),
    steps=st.dictionaries(ids, st.builds(StepDone, maybe(days), maybe(texts)), max_size=3),
    exceptions=st.dictionaries(ids, texts, max_size=2),
    schema_version=st.just(SCHEMA_VERSION),
)
