"""Whether the evidence in a plan is enough for each of its hosts, as `språk` answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.cli.occasions import Occasions
from utveksling_cli.planning.plan_language import language_answers

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.language_answer import HostAnswer
    from utveksling_cli.planning.timeline import Setting


def plan_languages(session: Session, setting: Setting) -> tuple[HostAnswer, ...]:
    occasions = Occasions(session, setting.semester, setting.plan.stay)
    return language_answers(setting, map(occasions.of, setting.hosts), language_facts(session.catalogue))
