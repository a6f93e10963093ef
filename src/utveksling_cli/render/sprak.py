"""The answer of `språk`: for each host whether the student's evidence is enough, why, and when to take a test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.answers import ENOUGH, NOT_MET, UNKNOWN
from utveksling_cli.model.language import LanguageFacts
from utveksling_cli.model.language_answer import HOST_DAY, HostAnswer, RequirementAnswer, Target, TestDay
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.render import csv, notices
from utveksling_cli.render import language_words as words
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.layout import pair, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.sprak_tests import sources, test_table
from utveksling_cli.render.text import clean, day, iso_day, listed, plural, semester
from utveksling_cli.render.wording import CONFIDENCE, language

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
        "deadline": {**_dated(target), "title": _deadline_title(target)} if target else None,
        "take_test_by": _json_best(answer),
        "requirements": [_json_requirement(entry, answer) for entry in answer.requirements],
    }


def _json_best(answer: HostAnswer) -> dict[str, str] | None:
    last = best_test(answer)
    return {"test": last.test, "date": last.day.isoformat()} if last else None


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
    semesters = dict.fromkeys(answer.occasion.semester for answer in view.answers)
    title = f"Språkkrav for {listed([semester(one) for one in semesters])}, regnet fra {day(view.today)}"
    parts = ["\n".join([screen.bold(line) for line in wrap(title, screen.width)] + _evidence(view, screen)) + "\n"]
    parts += [_block(answer, screen) for answer in view.answers]
    below = notices.lines(view.notices, screen) + _advice(view, screen) + sources(view.answers, view.facts, screen)
    return "\n".join([*parts, "\n".join(below) + "\n"])


def _evidence(view: View, screen: Screen) -> list[str]:
    told = [f"{language(one.language)}: {words.given(one)}" for one in view.evidence]
    shown = "; ".join(told) or "ingenting oppgitt. Skriv det i planen, eller bruk for eksempel --toefl eller --cefr"
    return wrap(f"Du har {clean(shown)}.", screen.width)


def _block(answer: HostAnswer, screen: Screen) -> str:
    head = f"{answer.institution.name}: {headline(answer)}"
    style = screen.good if answer.answer in ENOUGH else screen.bad if answer.answer == NOT_MET else screen.warn
    lines = [style(line) for line in wrap(clean(head), screen.width, hanging="  ")]
    for entry in answer.requirements:
        lines += _requirement(entry, screen)
    if not answer.requirements:
        lines += pair("Krav", words.host_reason(answer.reason), screen)
    lines += _deadline(answer.occasion.target, screen)
    tests = [(entry, test) for entry in answer.requirements for test in entry.tests]
    return "\n".join(lines) + "\n" + (f"\n{test_table(tests, screen)}" if tests else "")


def headline(answer: HostAnswer) -> str:
    """The answer in a few words, with what to do."""
    said = words.ANSWERS[answer.answer]
    if answer.answer in ENOUGH:
        return said
    last = best_test(answer)
    ask = "spør lærestedet"
    if last is None:
        return f"{said}: {ask}"
    if last.days_left < 0:
        return f"{said}: siste testdag er passert, {ask}"
    by = f"ta en test senest {day(last.day)} ({last.name})"
    return f"{said}: {ask}, eller {by}" if answer.answer == UNKNOWN else f"{said}: {by}"


def best_test(answer: HostAnswer) -> TestDay | None:
    """The test that leaves most time, among those for what decided; one whose results take a known time goes first."""
    tests = [test for entry in answer.decided_by for test in entry.tests]
    return max(tests, key=lambda test: (test.results is not None, test.day), default=None)


def _requirement(entry: RequirementAnswer, screen: Screen) -> list[str]:
    scope = words.scope(entry)
    name = language(entry.language).capitalize()
    lines = pair(name, f"{words.ANSWERS[entry.answer]}{f' ({scope})' if scope else ''}", screen)
    lines += pair("Grunn", words.reason(entry), screen)
    stated = entry.requirement
    if stated is None:
        return lines
    takes = words.accepted(stated)
    lines += pair("Godtas", takes, screen) if takes else []
    sure = f"{stated.text} (sikkerhet: {CONFIDENCE[stated.confidence]}, kontrollert {iso_day(stated.verified_on)})"
    lines += pair("Hele kravet", sure, screen)
    return lines + (pair("Kilde", stated.source, screen) if stated.source else [])


def _deadline(target: Target | None, screen: Screen) -> list[str]:
    if target is None:
        return pair("Frist", "ukjent", screen)
    left = "passert" if target.days_left < 0 else f"{plural(target.days_left, 'dag', 'dager')} igjen"
    return pair("Frist", f"{day(target.day)} ({_deadline_title(target)}, {left})", screen)


def _deadline_title(target: Target) -> str:
    return "lærestedets egen søknadsfrist" if target.kind == HOST_DAY else target.title


def _advice(view: View, screen: Screen) -> list[str]:
    """What holds for tests as such, when a test may be needed."""
    needed = _advice_needed(view.answers)
    entries = [entry for code, entry in view.facts.advice.items() if code in needed]
    return [line for entry in entries for line in wrap(f"Råd: {clean(entry.text)}", screen.width, hanging="  ")]


def _advice_needed(answers: Iterable[HostAnswer]) -> set[str]:
    open_ones = [answer for answer in answers if answer.answer not in ENOUGH]
    reasons = {check.reason for answer in answers for entry in answer.requirements for check in entry.checks}
    found = {"ask_the_host", "book_early"} if open_ones else set()
    if any(entry.reason == "nordic" for answer in answers for entry in answer.requirements):
        found.add("nordic")
    if reasons & {"level_enough", "level_too_low"}:
        found.add("no_exact_levels")
    if reasons & {"comparable_enough", "comparable_between", "comparable_too_low", "printed_enough"}:
        found.add("old_toefl_minimum")
    return found
