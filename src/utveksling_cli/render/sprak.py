"""The answer of `språk`: for each host whether the student's evidence is enough, why, and when to take a test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from utveksling_cli.model.language import LanguageFacts
from utveksling_cli.model.language_answer import HOST_DAY, HostAnswer, RequirementAnswer, Target, TestDay
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.render import csv
from utveksling_cli.render import language_words as words
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.wording import CONFIDENCE, language

if TYPE_CHECKING:
    from utveksling_cli.render.screen import Screen

SCHEMA = "utveksling.sprak/1"
_CSV_HEADER = (
    "id", "navn", "semester", "svar", "språk", "gjelder", "svar_språk", "grunn", "godtas", "krav", "sikkerhet", "kilde",
    "frist", "siste_testdag", "test", "kontrollert",
)  # fmt: skip


class View(NamedTuple):
    """`evidence` is what the student has; `names` country code to Norwegian name."""

    answers: tuple[HostAnswer, ...]
    evidence: tuple[LanguageEvidence, ...]
    level: str | None
    facts: LanguageFacts
    today: date
    data_version: str
    names: dict[str, str]
    notices: tuple[Notice, ...]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today.isoformat(),
        "level": view.level,
        "evidence": [plain(one) for one in view.evidence],
        "count": len(view.answers),
        "hosts": [_json_host(answer, view) for answer in view.answers],
        "margin": plain(view.facts.margin),
        "advice": [plain(entry) for entry in view.facts.advice.values()],
        "notices": json_notices(view.notices),
    }


def _json_host(answer: HostAnswer, view: View) -> dict[str, Any]:
    host = answer.institution
    target = answer.occasion.target
    return {
        "id": host.id,
        "name": host.name,
        "country": host.country,
        "country_name": view.names.get(host.country),
        "semester": str(answer.occasion.semester),
        "answer": answer.answer,
        "reason": answer.reason,
        "deadline": {**_dated(target), "title": deadline_title(target)} if target else None,
        "take_test_by": _json_best(answer),
        "requirements": [_json_requirement(entry, answer) for entry in answer.requirements],
    }


def _json_best(answer: HostAnswer) -> dict[str, str] | None:
    last = best_test(answer)
    return {"test": last.test, "date": last.day.isoformat()} if last else None


def best_test(answer: HostAnswer) -> TestDay | None:
    """The test that leaves most time, among those for what decided; one whose results take a known time goes first."""
    tests = [test for entry in answer.decided_by for test in entry.tests]
    return max(tests, key=lambda test: (test.results is not None, test.day), default=None)


def deadline_title(target: Target) -> str:
    return "lærestedets egen søknadsfrist" if target.kind == HOST_DAY else target.title


def _json_requirement(entry: RequirementAnswer, answer: HostAnswer) -> dict[str, Any]:
    stated = plain(entry.requirement) if entry.requirement else {}
    return {
        "language": entry.language,
        "applies": entry.applies,
        "answer": entry.answer,
        "reason": entry.reason,
        "text": words.reason(entry),
        "decides": entry in answer.decided_by,
        "minimum": stated or None,
        "checks": [words.plain_check(check) for check in entry.checks],
        "tests": [_dated(test) for test in entry.tests],
    }


def _dated(record: Target | TestDay) -> dict[str, Any]:
    fields: dict[str, Any] = plain(record)
    return {"date" if name == "day" else name: value for name, value in fields.items()}


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [row for answer in view.answers for row in _csv_rows(answer)])


def _csv_rows(answer: HostAnswer) -> list[list[object]]:
    host, target = answer.institution, answer.occasion.target
    head = [host.id, host.name, str(answer.occasion.semester), words.ANSWERS[answer.answer]]
    deadline = target.day.isoformat() if target else None
    if not answer.requirements:
        return [[*head, None, None, None, words.host_reason(answer.reason), *[None] * 4, deadline, *[None] * 3]]
    rows: list[list[object]] = []
    for entry in answer.requirements:
        stated = entry.requirement
        last = max(entry.tests, key=lambda test: test.day, default=None)
        rows.append([
            *head,
            language(entry.language),
            words.scope(entry),
            words.ANSWERS[entry.answer],
            words.reason(entry),
            words.accepted(stated) if stated else None,
            stated.text if stated else None,
            CONFIDENCE[stated.confidence] if stated else None,
            stated.source if stated else None,
            deadline,
            last.day.isoformat() if last else None,
            last.name if last else None,
            stated.verified_on if stated else None,
        ])  # fmt: skip
    return rows


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import sprak_table

    return sprak_table.as_table(view, screen)
