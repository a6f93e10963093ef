"""A change of the plan leaves everything else in the file as somebody wrote it."""

import difflib
import os
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.model.plan import LanguageEvidence, Plan, StayWish, StepDone
from utveksling_cli.model.time import Semester
from utveksling_cli.planfile.change import changed_text
from utveksling_cli.planfile.roundtrip import comments_in

from .strategies import plans
from .written import document, text_of, written

slow = settings(
    max_examples=int(os.environ.get("UTVEKSLING_EXAMPLES", "30")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def own_comments(text: str) -> list[str]:
    return [comment.text for comment in comments_in(text) if re.fullmatch("# c[0-9]+", comment.text)]


@slow
@given(plans, plans)
def test_what_is_written_is_read_again(first: Plan, second: Plan) -> None:
    text = text_of(first)
    assert document(text).plan == first
    changed = changed_text(document(text), second)
    assert document(changed).plan == second
    assert changed_text(document(changed), second) == changed


@slow
@given(plans, plans, st.data())
def test_comments_on_lines_of_their_own_survive_any_change_in_their_order(
    first: Plan, second: Plan, data: st.DataObject
) -> None:
    text, own_lines = data.draw(written(first))
    changed = changed_text(document(text), second)
    assert document(changed).plan == second
    before, after = own_comments(text), own_comments(changed)
    assert [comment for comment in after if comment in own_lines] == [c for c in before if c in own_lines]
    assert len(set(after)) == len(after), "no comment stands twice"


@slow
@given(plans, st.data())
def test_what_is_only_added_loses_no_comment_and_keeps_their_order(plan: Plan, data: st.DataObject) -> None:
    text, _ = data.draw(written(plan))
    more = plan._replace(
        profile=plan.profile._replace(level="phd"),
        favourites=(*plan.favourites, "zz-nytt-sted"),
        weights={**plan.weights, "climate": Decimal("0.125")},
        steps={**plan.steps, "zz-nytt-steg": StepDone(date(2027, 1, 10))},
    )
    changed = changed_text(document(text), more)
    assert own_comments(changed) == own_comments(text)


@slow
@given(plans, st.data())
def test_a_change_of_nothing_changes_nothing_but_the_style_of_lists(plan: Plan, data: st.DataObject) -> None:
    text, _ = data.draw(written(plan))
    assert changed_text(document(text), plan) == text


WRITTEN = """\
# Min plan
schema: "utveksling.plan/1"
languages: [{language: en, kind: ielts, score: "6.5"}]  # prøven i mai

# Hvor
stay:
    semester: H2027   # kanskje V2028
    hosts:
    # drømmen først
    - eth-zurich   # drømmen
    # så de trygge
    - 'kth'   # trygt
    - dtu
favourites: [ntu, "nus"]

# Penger
budget:
    tuition:
    # husk depositum
    rent: "7500"
    costs: []
# slutt
"""


def changed(**fields: object) -> str:
    """WRITTEN with fields of its stay and its budget changed, as the lines that differ."""
    plan = document(WRITTEN).plan
    stay = {name: value for name, value in fields.items() if name in plan.stay._fields}
    budget = {name: value for name, value in fields.items() if name in plan.budget._fields}
    rest = {name: value for name, value in fields.items() if name in plan._fields}
    new = plan._replace(**{"stay": plan.stay._replace(**stay), "budget": plan.budget._replace(**budget), **rest})
    text = changed_text(document(WRITTEN), new)
    assert document(text).plan == new
    _, _, *lines = difflib.unified_diff(WRITTEN.splitlines(), text.splitlines(), n=0, lineterm="")
    return "".join(f"{line[0]} {line[1:]}\n" for line in lines if line[0] in "+-")


_HOSTS = """\
-     - eth-zurich   # drømmen
-     - 'kth'   # trygt
"""
CASES = {
    "a value": (
        {"semester": Semester("V", 2028)},
        "-     semester: H2027   # kanskje V2028\n+     semester: V2028   # kanskje V2028\n",
    ),
    "a value in quotes": ({"rent": "8000"}, '-     rent: "7500"\n+     rent: "8000"\n'),
    "a value that was left empty": ({"tuition": "5700 USD"}, "-     tuition:\n+     tuition: 5700 USD\n"),
    "an empty list": ({"costs": ("fly=9000",)}, "-     costs: []\n+     costs:\n+     - fly=9000\n"),
    "more in brackets": (
        {"favourites": ("ntu", "nus", "kaist")},
        '- favourites: [ntu, "nus"]\n+ favourites: [ntu, "nus", kaist]\n',
    ),
    "less in brackets": ({"favourites": ("nus",)}, '- favourites: [ntu, "nus"]\n+ favourites: ["nus"]\n'),
    "a part goes": ({"favourites": ()}, '- favourites: [ntu, "nus"]\n'),
    "a host moves, with its quotes and its comment": (
        {"hosts": ("kth", "eth-zurich", "dtu")},
        "+     - 'kth'   # trygt\n-     - 'kth'   # trygt\n",
    ),
    "the first hosts go, and what is said of the others stays": ({"hosts": ("dtu",)}, _HOSTS),
    "all hosts go": ({"hosts": ()}, f"-     hosts:\n{_HOSTS}-     - dtu\n"),
    "the stay goes": (
        {"stay": StayWish()},
        f"- stay:\n-     semester: H2027   # kanskje V2028\n-     hosts:\n{_HOSTS}-     - dtu\n",
    ),
    "a new part": ({"exceptions": {"plan.stale": "vet"}}, "+ \n+ exceptions:\n+     plan.stale: vet\n"),
    "a new part among the others": ({"weights": {"climate": Decimal(2)}}, "+ weights:\n+     klima: 2\n+ \n"),
    "words that others read as a yes or a no": (
        {"languages": (LanguageEvidence("no", "cefr", "C2"),)},
        '- languages: [{language: en, kind: ielts, score: "6.5"}]  # prøven i mai\n'
        '+ languages: [{language: "no", kind: cefr, score: C2}]    # prøven i mai\n',
    ),
}


@pytest.mark.parametrize(("fields", "lines"), CASES.values(), ids=CASES)
def test_only_these_lines_change(fields: dict[str, object], lines: str) -> None:
    assert changed(**fields) == lines


def test_a_list_that_is_emptied_stands_beside_its_key_and_its_comment() -> None:
    text = "schema: utveksling.plan/1\nprofile:\n  completed_courses:  # det jeg har\n  - TDT4171  # KI\n  # mer\n"
    plan = document(text).plan
    emptied = changed_text(document(text), plan._replace(profile=plan.profile._replace(completed_courses=())))
    assert document(emptied).plan.profile.completed_courses == ()
    assert re.search(r"^  completed_courses: +\[\] +# det jeg har\n  # mer$", emptied, re.MULTILINE)
