"""The answers of `språk` on a screen: a block for each host, then what holds for tests as such, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from utveksling_cli.model.answers import ENOUGH, NOT_MET, UNKNOWN
from utveksling_cli.model.language_answer import HostAnswer, RequirementAnswer, Target
from utveksling_cli.render import language_words as words
from utveksling_cli.render import notices
from utveksling_cli.render.layout import pair, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.sprak import View, best_test, deadline_title
from utveksling_cli.render.sprak_tests import sources, test_table
from utveksling_cli.render.text import clean, day, iso_day, listed, plural, semester
from utveksling_cli.render.wording import CONFIDENCE, language


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
    return pair("Frist", f"{day(target.day)} ({deadline_title(target)}, {left})", screen)


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
