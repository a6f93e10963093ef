"""What `start` was told, by options or by answers to its questions, and the plan with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.cli import profile_values as values
from utveksling_cli.cli.evidence import together
from utveksling_cli.cli.evidence_text import parse_evidence
from utveksling_cli.cli.session import Session
from utveksling_cli.model.language import LanguageTest
from utveksling_cli.model.plan import LanguageEvidence, Plan


class Told(NamedTuple):
    """Text as typed. None is not told, an empty text takes away what was told before; `languages` are added."""

    programme: str | None = None
    level: str | None = None
    campus: str | None = None
    credits_completed: str | None = None
    grade_average: str | None = None
    citizenship: str | None = None
    languages: tuple[str, ...] = ()
    semester: str | None = None
    type: str | None = None
    hosts: tuple[str, ...] | None = None
    completed_courses: str | None = None
    asks_reading_list: str | None = None
    months: str | None = None
    study_year: str | None = None


PROFILE: dict[str, Callable[[str], Any]] = {
    "programme": values.programme,
    "level": values.level,
    "campus": values.campus,
    "credits_completed": values.credits_completed,
    "grade_average": values.grade_average,
    "citizenship": values.citizenship,
    "completed_courses": values.completed_courses,
    "asks_reading_list": values.asks_reading_list,
}
STAY: dict[str, Callable[[str], Any]] = {
    "semester": values.semester,
    "type": values.stay_type,
    "months": values.months,
    "study_year": values.study_year,
}


class Answers(NamedTuple):
    """What is to be put in the plan; a field that is not named is left as it is."""

    profile: dict[str, Any]
    stay: dict[str, Any]
    languages: tuple[LanguageEvidence, ...]

    def in_plan(self, plan: Plan) -> Plan:
        return plan._replace(
            profile=plan.profile._replace(**self.profile),
            stay=plan.stay._replace(**self.stay),
            languages=together(plan.languages, self.languages) if self.languages else plan.languages,
        )


def read_answers(told: Told, session: Session) -> Answers:
    """Raises UsageProblem and NotFound for what cannot be, before anything is written."""
    text = told._asdict()
    profile = {name: read(text[name]) for name, read in PROFILE.items() if text[name] is not None}
    stay = {name: read(text[name]) for name, read in STAY.items() if text[name] is not None}
    if told.hosts is not None:
        stay["hosts"] = values.hosts(session.catalogue, told.hosts)
    tests: dict[str, LanguageTest] = language_facts(session.catalogue).tests if told.languages else {}
    return Answers(profile, stay, tuple(parse_evidence(one, tests, session.today) for one in told.languages))


def evidence_reader(session: Session) -> Callable[[str], LanguageEvidence]:
    tests = language_facts(session.catalogue).tests
    today: date = session.today
    return lambda text: parse_evidence(text, tests, today)
