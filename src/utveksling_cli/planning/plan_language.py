"""What the languages of a plan ask for: a test to take at the latest on a day, and what a check has to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.answers import ENOUGH, UNKNOWN
from utveksling_cli.model.language import LanguageFacts
from utveksling_cli.model.language_answer import HostAnswer, Occasion, Student, TestDay
from utveksling_cli.model.problem import INFO, WARNING, Problem
from utveksling_cli.model.timeline import Basis, PlanDate
from utveksling_cli.planning.language import answer_host
from utveksling_cli.planning.timeline import Setting


def language_answers(setting: Setting, occasions: Iterable[Occasion], facts: LanguageFacts) -> tuple[HostAnswer, ...]:
    """For each choice of the plan, the first one first; `occasions` are those of the hosts in that order."""
    student = Student(setting.plan.languages, setting.plan.profile.level)
    pairs = zip(setting.hosts, occasions, strict=True)
    return tuple(answer_host(host, student, occasion, facts) for host, occasion in pairs)


def test_dates(answers: Iterable[HostAnswer]) -> tuple[PlanDate, ...]:
    """One day for each host whose requirement is not met: the last on which one of the tests that it takes is in time.

    The others, with a day of their own, are among the values.
    """
    return tuple(date for answer in answers for date in _test_date(answer))


def tests_of(answer: HostAnswer) -> tuple[TestDay, ...]:
    """The tests that would mend it; none where it is met or unknown."""
    if answer.answer in ENOUGH or answer.answer == UNKNOWN:
        return ()
    return tuple(test for requirement in answer.decided_by for test in requirement.tests)


def _test_date(answer: HostAnswer) -> Iterator[PlanDate]:
    tests, due = tests_of(answer), answer.occasion.target
    if not tests or due is None:
        return
    last = max(tests, key=lambda test: test.day)
    host = answer.institution
    yield PlanDate(
        id=f"{codes.LANGUAGE_TEST}:{host.id}",
        code=codes.LANGUAGE_TEST,
        day=last.day,
        days_left=last.days_left,
        kind=codes.KINDS[codes.LANGUAGE_TEST],
        basis=Basis(codes.ASSUMPTION, due.ground.source),
        safe_day=last.day,
        host=host.id,
        values={
            "host": host.name,
            "tests": "\n".join(dict.fromkeys(map(_told, tests))),
            "until": due.day.isoformat(),
            "margin": str(last.margin),
        },
    )


def _told(test: TestDay) -> str:
    """The test, what it takes, and its own last day, for `render` to put in words."""
    return "\t".join((test.name, test.wanted_now or test.wanted, test.day.isoformat()))


def language_problems(setting: Setting, answers: Iterable[HostAnswer]) -> Iterator[Problem]:
    """A requirement that is not met is a warning for the first choice; for the others, and where unknown, a remark."""
    for rank, answer in enumerate(answers):
        if answer.answer in ENOUGH:
            continue
        host = answer.institution
        keys = ("stay", "hosts", setting.plan.stay.hosts.index(host.id))
        code = "language.unknown" if answer.answer == UNKNOWN else "language.not_met"
        severity = WARNING if rank == 0 and answer.answer != UNKNOWN else INFO
        yield Problem(f"{code}:{host.id}", severity, {"host": host.name}, keys)


def last_day_for_test(answer: HostAnswer) -> date | None:
    """None where no test is needed, or no day can be told."""
    return max((test.day for test in tests_of(answer)), default=None)
