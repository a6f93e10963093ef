"""Every rule of a plan of courses has its words, and the words no more than its values."""

import pytest

from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.problem import Problem
from utveksling_cli.render.course_problem_words import WORDS
from utveksling_cli.render.problem_words import todo, what

# What any rule may tell, each as `planning` gives it.
VALUES = {
    "course": "A1 Emne",
    "names": "A1 Emne + B1 Emne",
    "host": "dtu",
    "have": "5.00",
    "most": "6.25",
    "need": "7.50",
    "count": "1",
    "fields": "title link",
    "season": "spring",
    "code": "TIØ4161",
    "has": "TIØ4162",
    "day": "2024-08-01",
    "successor": "TIØ4162",
    "decided": "2023-06",
    "later": "2024-01",
    "group": "g",
    "replaced": "K-EMNE 1",
    "refused": "slike godtas ikke",
}


def test_the_rules_and_the_words_are_the_same() -> None:
    assert set(RULES) == set(WORDS)


@pytest.mark.parametrize("code", RULES)
def test_what_and_what_to_do_are_whole_sentences(code: str) -> None:
    problem = Problem(f"{code}:a1", RULES[code].severity, VALUES)
    for text in (what(problem), todo(problem)):
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert "{" not in text
        assert "  " not in text


def test_a_range_a_least_and_a_number_are_told_as_what_they_are() -> None:
    def said(have: str, most: str) -> str:
        values = {"have": have, "most": most, "need": "30", "count": "1"}
        return what(Problem("course.total_unknown", "warning", values))

    assert "gir 28–35 studiepoeng" in said("28.00", "35.00")
    assert "gir minst 22,5 studiepoeng" in said("22.50", "")
    assert "gir 29,5 studiepoeng" in said("29.50", "29.50")
