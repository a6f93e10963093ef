"""A plan that no check has anything to say of, to change in one place and look at again."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import Basis, PlanDate
from utveksling_cli.planning.checks import Checked
from utveksling_cli.planning.deadlines import Calendar, deadlines
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.timeline import Setting

from .factory import PLAN_FACTS, deadline_rule, host

TODAY = date(2027, 1, 20)
WHOLE = Profile("Datateknologi", "bachelor", "trondheim", Decimal(90), Decimal(4), "norwegian")
STAY = StayWish(semester=Semester("H", 2027), hosts=("somewhere",))


def checked(*dates: PlanDate, **other: Any) -> Checked:
    """A plan with nothing to say of it, but for what is changed."""
    plan = other.pop("plan", Plan(profile=WHOLE, stay=STAY))
    hosts = other.pop("hosts", (host(),))
    semester = plan.stay.semester or Semester("H", 2027)
    rules = deadlines([deadline_rule("ntnu")], semester, Calendar(TODAY, {}))
    setting = Setting(plan, semester, TODAY, hosts, None, rules, PLAN_FACTS, plan_period(plan.stay, semester, None))
    return Checked(setting, **{"unknown": (), "dates": dates, "notices": (), "budget": None, "broken": None, **other})


def due(days: int, **other: Any) -> PlanDate:
    """A date so many days from today, a deadline of NTNU's but for what is changed."""
    day = TODAY + timedelta(days=days)
    basis = Basis(codes.SOURCE, "https://example.no", "2026-11-23")
    return PlanDate("ntnu", "ntnu", day, days, "ntnu_main", basis, day, title="Frist")._replace(**other)
