"""All checks of a plan, with what they need of the facts gathered: for `sjekk` and `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.funding_queries import dated_sets, rates
from utveksling_cli.catalogue.process_queries import process_facts
from utveksling_cli.catalogue.queries import fields_of_study
from utveksling_cli.cli.applied import applied
from utveksling_cli.cli.dates import Asked
from utveksling_cli.cli.plan_budget import plan_budget
from utveksling_cli.cli.plan_languages import plan_languages
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.errors import UtvekslingError
from utveksling_cli.planning.checks import Checked, check
from utveksling_cli.planning.eligibility import Facts
from utveksling_cli.planning.plan_language import language_problems, test_dates
from utveksling_cli.planning.plan_requirements import requirement_problems
from utveksling_cli.planning.plan_steps import documents, finished, step_problems
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.timeline import Timeline, timeline
from utveksling_cli.render.timeline_words import title

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.budget import Budget
    from utveksling_cli.model.course_plan import CoursePlan
    from utveksling_cli.model.language_answer import HostAnswer
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.model.problem import Problem
    from utveksling_cli.planning.timeline import Setting


class Findings(NamedTuple):
    """`unknown` are hosts that the facts do not know; `budget` is None where none can be made.

    `courses` is None for a plan without any.
    """

    setting: Setting
    unknown: tuple[str, ...]
    timeline: Timeline
    budget: Budget | None
    languages: tuple[HostAnswer, ...]
    courses: CoursePlan | None
    problems: tuple[Problem, ...]


def findings(session: Session, plan: Plan, own_file: str | None = None) -> Findings:
    """`own_file` has decisions on courses that the facts do not have."""
    planned = against_facts(session.catalogue, plan, session.today)
    setting = planned.setting
    languages = plan_languages(session, setting)
    dates = timeline(setting, test_dates(languages))
    steps = applied(session, process_facts(session.catalogue), Asked(plan, "", None, None), has_plan=True).application
    courses = _courses(session, setting, own_file)
    others = (
        *language_problems(setting, languages),
        *requirement_problems(setting, _requirements(session)),
        *step_problems(steps, dates.dates),
        *(courses.problems if courses else ()),
    )
    budget, broken = _budget(session, setting)
    checked = Checked(
        setting,
        planned.unknown,
        dates.dates,
        dates.notices,
        budget,
        broken,
        others,
        documents(steps),
        finished(steps),
        planned.open,
    )
    problems = _with_titles(check(checked), dates)
    return Findings(setting, planned.unknown, dates, budget, languages, courses, problems)


def _courses(session: Session, setting: Setting, own_file: str | None) -> CoursePlan | None:
    """Imported only where a plan has courses: one without any has a start-up time to keep."""
    if not setting.plan.courses and own_file is None:
        return None
    from utveksling_cli.cli.fagplan.judged import judged

    # A file that cannot be used is told of also where no course is held against it.
    found = judged(session, setting.plan, setting, own_file).found
    return found if setting.plan.courses else None


def _requirements(session: Session) -> Facts:
    book = RateBook(rates(session.catalogue), dated_sets(session.catalogue))
    return Facts(book, fields_of_study(session.catalogue))


def _budget(session: Session, setting: Setting) -> tuple[Budget | None, str | None]:
    """The budget, or why the plan's own figures give none."""
    try:
        return plan_budget(session, setting), None
    except UtvekslingError as error:
        return None, error.message


def _with_titles(problems: tuple[Problem, ...], dates: Timeline) -> tuple[Problem, ...]:
    """A problem speaks of a date by its id; a student reads its name."""
    titles = {found.id: title(found) for found in dates.dates}
    return tuple(
        problem._replace(values={**problem.values, "date": titles[problem.values["date"]]})
        if "date" in problem.values
        else problem
        for problem in problems
    )
