"""What a language or an eligibility case asks of the program, and what its answer may name."""

from __future__ import annotations

import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.catalogue import funding_queries, queries
from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.cli.occasions import Occasions
from utveksling_cli.cli.session import Session
from utveksling_cli.model.eligibility import Applicant
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.language_answer import HostAnswer, RequirementAnswer, Student
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.eligibility import Facts
from utveksling_cli.planning.eligibility import eligibility as check_all
from utveksling_cli.planning.language import answer_host
from utveksling_cli.planning.rates import RateBook

from .sayable import sayable

_WHOLE = frozenset({"months", "days"})
_FLAGS = frozenset({"had_ntnu_grant", "study_year"})
_TEXT = frozenset({"level", "programme", "field", "stay_type"})


def language(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """The answer for one host, by language (and level, where the host has one for each), and the last day of each test.

    `evidence` is written `en toefl_ibt 95 2026-06-12`: language, kind, score, and the day or the year if it is known.
    """
    host = _host(facts, given)
    assert host is not None
    student = Student(tuple(map(_evidence, given.pop("evidence", []))), given.pop("level", None))
    occasions = Occasions(Session(today, facts, ""), Semester.parse(given.pop("semester")))
    return _shown(answer_host(host, student, occasions.of(host), language_facts(facts)))


def _evidence(text: str) -> LanguageEvidence:
    language, kind, score, *when = text.split()
    day = date.fromisoformat(when[0]) if when and "-" in when[0] else None
    return LanguageEvidence(language, kind, score, day, int(when[0]) if when and day is None else None)


def _shown(answer: HostAnswer) -> dict[str, object]:
    target = answer.occasion.target
    tests = {test.test: test for entry in answer.requirements for test in entry.tests}
    return {
        "answer": answer.answer,
        "reason": answer.reason,
        "languages": {_name(entry): _requirement(entry) for entry in answer.requirements},
        "deadline": f"{target.kind} {target.day}" if target else None,
        "starts": answer.occasion.starts,
        "tests": {identifier: test._asdict() for identifier, test in tests.items()} or None,
        "notices": [notice.code for notice in sayable(answer.notices)],
    }


def _name(entry: RequirementAnswer) -> str:
    level = entry.requirement.level if entry.requirement else None
    return f"{entry.language} {level}" if level else entry.language


def _requirement(entry: RequirementAnswer) -> dict[str, object]:
    check = entry.decided
    nothing: dict[str, object] = dict.fromkeys(("wanted", "level", "expires", "taken_from"))
    return {**(check._asdict() if check else nothing), "answer": entry.answer, "reason": entry.reason}


def eligibility(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """Each line by its id; nothing when it does not concern the stay."""
    host = _host(facts, given)
    known = Facts(
        RateBook(funding_queries.rates(facts), funding_queries.dated_sets(facts)), queries.fields_of_study(facts)
    )
    semester = Semester.parse(given.pop("semester"))
    found = check_all(_applicant(given.pop("applicant", {})), host, semester, today, known)
    missing: dict[str, object] = dict.fromkeys(
        ("host_credits", "erasmus_months", "ntnu_grant", "level", "stay_type", "subject_area")
    )
    shown = {
        check.id: {**check.values, "answer": check.answer, "reason": check.reason, "source": check.source}
        for check in found.checks
    }
    return missing | shown | {"notices": [notice.code for notice in sayable(found.notices)]}


def _applicant(asked: dict[str, str]) -> Applicant:
    read: dict[str, Any] = {}
    for name, value in asked.items():
        if name in _TEXT:
            read[name] = value
        elif name in _FLAGS:
            read[name] = value == "true"
        else:
            read[name] = int(value) if name in _WHOLE else Decimal(value)
    return Applicant(**read)


def _host(facts: sqlite3.Connection, given: dict[str, Any]) -> Institution | None:
    identifier = given.pop("institution", None)
    return queries.institutions_by_id(facts, (identifier,))[0] if identifier else None
