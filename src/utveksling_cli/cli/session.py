"""What every command starts from: the day it is, the facts, and where the answer goes."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import NamedTuple

from utveksling_cli.catalogue.queries import data_version
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.cli.parse import parse_date

TODAY_VARIABLE = "UTVEKSLING_I_DAG"
DATA_VARIABLE = "UTVEKSLING_DATA"


class Session(NamedTuple):
    today: date
    catalogue: sqlite3.Connection
    data_version: str


def inherit(today: str | None, data: str | None) -> None:
    """Options before the command's name hold for the command as the environment variables do."""
    if today is not None:
        os.environ[TODAY_VARIABLE] = today
    if data is not None:
        os.environ[DATA_VARIABLE] = data


def open_session(today: str | None, data: str | None) -> Session:
    """Raises UsageProblem for a date that is not one, DataUnusable for a data folder with faults."""
    day = todays_date(today)
    catalogue = open_catalogue(data_folder(data))
    return Session(day, catalogue, data_version(catalogue))


def todays_date(given: str | None) -> date:
    if given is not None:
        return parse_date(given, "--i-dag")
    text = os.environ.get(TODAY_VARIABLE)
    return parse_date(text, TODAY_VARIABLE) if text else date.today()


def data_folder(given: str | None) -> Path | None:
    """The folder that was asked for; None for the facts that came with the program."""
    if given is not None:
        return Path(given)
    text = os.environ.get(DATA_VARIABLE)
    return Path(text) if text else None
