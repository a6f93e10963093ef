"""What every command starts from: the day it is, the facts, and where the student's plan is.

The plan is looked for here since a search that has none must not pay for importing what reads one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.queries import data_version
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.cli.parse import parse_date
from utveksling_cli.model.errors import UsageProblem

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.model.plan_marks import PlanMarks

TODAY_VARIABLE = "UTVEKSLING_I_DAG"
DATA_VARIABLE = "UTVEKSLING_DATA"
PLAN_VARIABLE = "UTVEKSLING_PLAN"
PLAN_FILE = "utveksling.yaml"


class Session(NamedTuple):
    today: date
    catalogue: sqlite3.Connection
    data_version: str


def inherit(today: str | None, data: str | None, plan: str | None) -> None:
    """Options before the command's name hold for the command as the environment variables do.

    An empty variable says nothing, and an empty option must not be lost in silence. Raises UsageProblem for a date
    that is not one, under the name that was typed.
    """
    if today is not None:
        parse_date(today, "--i-dag")
        os.environ[TODAY_VARIABLE] = today
    if data is not None:
        os.environ[DATA_VARIABLE] = data
    if plan is not None:
        os.environ[PLAN_VARIABLE] = plan or os.curdir


def open_session(today: str | None, data: str | None) -> Session:
    """Raises UsageProblem for a date that is not one, DataUnusable for a data folder with faults."""
    day = todays_date(today)
    catalogue = open_catalogue(data_folder(data), tell)
    return Session(day, catalogue, data_version(catalogue))


def tell(done: int, total: int) -> None:
    """Reading a large data folder takes its time, and only then is there something to import a bar for."""
    from utveksling_cli.cli.progress import show

    show(done, total)


def todays_date(given: str | None) -> date:
    if given is not None:
        return parse_date(given, "--i-dag")
    text = os.environ.get(TODAY_VARIABLE)
    if text:
        return parse_date(text, TODAY_VARIABLE)
    clock = date.today().isoformat()
    return parse_date(clock, "Klokka i maskinen", "Still klokka, eller oppgi dagen med --i-dag.")


def data_folder(given: str | None) -> Path | None:
    """The folder that was asked for; None for the facts that came with the program."""
    if given is not None:
        return Path(given)
    text = os.environ.get(DATA_VARIABLE)
    return Path(text) if text else None


def plan_path(given: str | None) -> Path | None:
    """The plan's file, as short as it can be said from here; a named one may not exist. None without a plan."""
    here = _here()
    path = find_plan(given, os.environ, here, _home())
    if path is None:
        return None
    return path.relative_to(here) if path.is_relative_to(here) else path


def own_plan_path(given: str | None, *, without_plan: bool) -> Path | None:
    """The same for a command that can do without; raises UsageProblem for a plan that is asked for and refused."""
    if not without_plan:
        return plan_path(given)
    if given is not None:
        raise UsageProblem("Oppgi bare ett av --plan og --uten-plan.", hint="Med --uten-plan brukes ingen plan.")
    return None


def plan_marks(given: str | None, plan: Plan | None = None) -> PlanMarks | None:
    """The hosts of the plan; None without one, and for one that only lies there and cannot be used.

    `plan` is what stands in it, for a command that has read it already.
    """
    path = plan_path(given)
    if path is None:
        return None
    from utveksling_cli.cli.marks import read_marks

    return read_marks(path, plan, named=plan_is_named(given))


def plan_is_named(given: str | None) -> bool:
    """Whether the student said which file the plan is, and did not just have one lying there."""
    return given is not None or bool(os.environ.get(PLAN_VARIABLE))


def find_plan(explicit: str | None, env: Mapping[str, str], cwd: Path, home: Path | None) -> Path | None:
    """The file that was named, whether it exists or not; else the nearest `utveksling.yaml`, or None.

    The search goes up from `cwd` and ends with the home folder or the root.
    """
    if explicit is not None:
        return cwd / explicit
    if env.get(PLAN_VARIABLE):
        return cwd / env[PLAN_VARIABLE]
    for folder in (cwd, *cwd.parents):
        file = folder / PLAN_FILE
        if file.is_file():
            return file
        if folder == home:
            break
    return None


def _here() -> Path:
    """Nothing is found in a folder that is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
