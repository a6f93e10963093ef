"""What a case of a course plan asks of the program: the studiepoeng of each course, their sum, and the problems.

`courses` are as in a plan file. Each problem is under its id with its severity; one that is not there is nothing.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.cli.fagplan.judged import judged
from utveksling_cli.cli.session import Session
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.planfile.courses import CourseEntry, to_course


def course_plan(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`courses`, and if need be `host`, `semester`, `study_year` and the student's `level`."""
    courses = tuple(to_course(CourseEntry.model_validate(entry)) for entry in given.pop("courses"))
    host = given.pop("host", None)
    stay = StayWish(
        Semester.parse(given.pop("semester", "H2027")),
        study_year=given.pop("study_year", "false") == "true",
        hosts=(host,) if host else (),
    )
    plan = Plan(Profile(level=given.pop("level", None)), stay=stay, courses=courses)
    found = judged(Session(today, facts, ""), plan).found
    return {
        **{f"{code}:{course.id}": None for code in RULES for course in courses},
        **dict.fromkeys(RULES),
        **{problem.id: problem.severity for problem in found.problems},
        "sp": {course.id: found.sizes[course.id].sp for course in courses},
        "total": found.total.quantize(Decimal("0.01")),
        "problems": [problem.id for problem in found.problems],
        "unknown": found.unknown,
    }
