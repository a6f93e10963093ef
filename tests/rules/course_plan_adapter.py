"""What a case of a course plan asks of the program: the studiepoeng of each course, their sum, and the problems.

`courses` are as in a plan file. Each problem is under its id with its severity; one that is not there is nothing.
`problems` are the ids of errors and warnings, `unknown` the courses whose size is not one number.
`own_decisions` are the rows of the student's own file, each with the columns that are not empty.
"""

from __future__ import annotations

import csv
import sqlite3
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from utveksling_cli.catalogue.decisions import COLUMNS
from utveksling_cli.cli.fagplan.judged import judged
from utveksling_cli.cli.session import Session
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.problem import INFO
from utveksling_cli.model.time import Semester
from utveksling_cli.planfile.courses import CourseEntry, to_course


def course_plan(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`courses`, and if need be `host`, `semester`, `study_year`, `year_credits`, and of the student `level`,
    `completed`, `asks_reading_list` and `own_decisions`. A semester of `-` is one that the plan does not say."""
    courses = tuple(to_course(CourseEntry.model_validate(entry)) for entry in given.pop("courses"))
    host = given.pop("host", None)
    semester = given.pop("semester", "H2027")
    stay = StayWish(
        None if semester == "-" else Semester.parse(semester),
        study_year=given.pop("study_year", "false") == "true",
        hosts=(host,) if host else (),
    )
    completed, asked = given.pop("completed", None), given.pop("asks_reading_list", None)
    profile = Profile(
        level=given.pop("level", None),
        completed_courses=None if completed is None else tuple(completed),
        asks_reading_list=None if asked is None else asked == "true",
    )
    year = {one: Decimal(said) for one, said in given.pop("year_credits", {}).items()}
    plan = Plan(profile, stay=stay, courses=courses, year_credits=year)
    with tempfile.TemporaryDirectory() as folder:
        own_file = _own_file(Path(folder), given.pop("own_decisions", None))
        found = judged(Session(today, facts, ""), plan, own_file=own_file).found
    about = {*(course.id for course in courses), *(course.group for course in courses if course.group)}
    return {
        **{f"{code}:{one}": None for code in RULES for one in about},
        **dict.fromkeys(RULES),
        **{problem.id: problem.severity for problem in found.problems},
        "sp": {course.id: found.sizes[course.id].sp for course in courses},
        "total": found.total.quantize(Decimal("0.01")),
        "problems": [problem.id for problem in found.problems if problem.severity != INFO],
        "unknown": found.unknown,
    }


def _own_file(folder: Path, rows: list[dict[str, str]] | None) -> str | None:
    if rows is None:
        return None
    path = folder / "mine.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return str(path)
