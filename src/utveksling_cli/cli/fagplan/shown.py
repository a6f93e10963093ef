"""The plan of courses as the commands that show or write it answer: judged, with what is known beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from utveksling_cli.cli.fagplan.decided import known_of
from utveksling_cli.cli.fagplan.judged import JudgedPlan, judged
from utveksling_cli.cli.fagplan.pages import APPROVAL, course_pages
from utveksling_cli.cli.output import emit
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.course_outlook import CourseOutlook
from utveksling_cli.model.deadline import NTNU
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.course_outlook import OutlookSetting, course_outlook
from utveksling_cli.planning.credits import HostCredits
from utveksling_cli.planning.deadlines import season_of
from utveksling_cli.render.fagplan import View
from utveksling_cli.render.fagplan_vis import PlanView

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.deadline import Deadline
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.planning.timeline import Setting


def show_plan(
    session: Session,
    plan: Plan,
    path: Path,
    written: tuple[str, ...],
    form: str,
    out: str,
    *,
    own_file: str | None = None,
) -> None:
    emit("fagplan_vis", plan_view(session, plan, path, written, own_file=own_file), form, out)


def plan_view(
    session: Session,
    plan: Plan,
    path: Path,
    written: tuple[str, ...] = (),
    *,
    step: str = APPROVAL,
    own_file: str | None = None,
) -> PlanView:
    setting = against_facts(session.catalogue, plan, session.today).setting
    result = judged(session, plan, setting, own_file)
    seasons = _seasons(plan, result.semester)
    outlook = _outlook(session, result, tuple(seasons))
    pages = course_pages(session, result.host, ntnu_deadlines(setting), step)
    assumed = plan.stay.semester is None and plan.stay.first_day is None
    return PlanView(checked_view(session, result, path, written), outlook, pages, seasons, assumed)


def checked_view(session: Session, result: JudgedPlan, path: Path, written: tuple[str, ...] = ()) -> View:
    return View(
        result.found,
        (result.host.id, result.host.name) if result.host else None,
        str(result.semester),
        str(path),
        session.today.isoformat(),
        session.data_version,
        written,
    )


def ntnu_deadlines(setting: Setting) -> tuple[Deadline, ...]:
    return tuple(one for one in setting.deadlines if one.kind in NTNU)


def _seasons(plan: Plan, first: Semester) -> dict[str, Semester]:
    """The semesters of the stay, by the time of year."""
    stay = (first, first.next()) if plan.stay.study_year else (first,)
    return {season_of(one): one for one in stay}


def _outlook(session: Session, result: JudgedPlan, seasons: tuple[str, ...]) -> CourseOutlook:
    host = result.host.id if result.host else None
    known = known_of(session, result.decisions, HostCredits(None), host)
    return course_outlook(result.found, OutlookSetting(host, seasons, result.decisions, known))
