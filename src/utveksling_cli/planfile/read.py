"""Read a plan file strictly: every problem with its line, and a newer program's file left alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from utveksling_cli.catalogue.messages import describe
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.source import SourceText, read_text
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.plan import SCHEMA_VERSION, Plan
from utveksling_cli.planfile.accepted import MOST_BYTES
from utveksling_cli.planfile.convert import SCHEMA_PREFIX, Tree, to_plan
from utveksling_cli.planfile.migrations import MIGRATIONS, migrated, version_of
from utveksling_cli.planfile.schema import PlanFile

_UNTOUCHED = "Fila er ikke endret."
_SHOWN_PROBLEMS = 100


class Document(NamedTuple):
    """A plan file that was read: its text with LF line ends, what stands there, and the plan that this is.

    `tree` has this program's schema, `version` is the one that the file itself has.
    """

    source: SourceText
    tree: Tree
    version: int
    plan: Plan


def read_document(path: Path) -> Document:
    """Raises DataUnusable with every problem in the file."""
    source, problems = read_text(path, MOST_BYTES)
    if source is None:
        raise _unreadable(problems)
    return document_of(source)


def document_of(source: SourceText) -> Document:
    """The same from a text."""
    try:
        tree = read_yaml(source.text)
    except YamlError as error:
        raise _broken([Problem(source.file, error.line, error.message)]) from None
    return _checked(source, tree)


def _checked(source: SourceText, tree: object) -> Document:
    if not isinstance(tree, dict):
        raise _broken([Problem(source.file, 1, f"skal begynne med schema: {SCHEMA_PREFIX}{SCHEMA_VERSION}")])
    version = version_of(tree.get("schema"))
    if version is None:
        raise _broken([source.problem(("schema",), f"schema: skal være {SCHEMA_PREFIX}{SCHEMA_VERSION}")])
    if version > SCHEMA_VERSION:
        raise _from_the_future(source, version)
    current = migrated(tree, version, MIGRATIONS)
    if current is None:
        raise _too_old(source, version)
    try:
        file = PlanFile.model_validate(current)
    except ValidationError as error:
        raise _broken(_problems(error, source)) from None
    return Document(source, current, version, to_plan(file, SCHEMA_VERSION))


def _problems(error: ValidationError, source: SourceText) -> list[Problem]:
    """By line, the first of them. Pydantic marks a key of a free map with a step of its own, that no file has."""
    found: list[tuple[Problem, ErrorDetails]] = []
    for one in error.errors(include_url=False):
        path = tuple(step for step in one["loc"] if step != "[key]")
        one["loc"] = path
        found.append((source.problem(path, ""), one))
    found.sort(key=lambda pair: pair[0].line)
    problems = [place._replace(message=describe(one, PlanFile)) for place, one in found[:_SHOWN_PROBLEMS]]
    if len(found) > len(problems):
        problems.append(found[len(problems)][0]._replace(message=f"… og {len(found) - len(problems)} til herfra"))
    return problems


def _broken(problems: list[Problem]) -> DataUnusable:
    details = tuple(f"{problem.where}: {problem.message}" for problem in problems)
    return DataUnusable("Planen har feil og kan ikke brukes.", details=details, hint=f"Rett opp fila. {_UNTOUCHED}")


def _unreadable(problems: list[Problem]) -> DataUnusable:
    why = problems[0].message.removeprefix("kan ikke leses").strip(" ();") or problems[0].message
    return DataUnusable(f"Planen kan ikke leses: {why}.", where=problems[0].where, hint="Sjekk stien til fila.")


def _from_the_future(source: SourceText, version: int) -> DataUnusable:
    return DataUnusable(
        f"Planen er laget av en nyere utgave av programmet (schema {SCHEMA_PREFIX}{version}).",
        where=source.problem(("schema",), "").where,
        hint=f"Oppgrader programmet, så kan den brukes. {_UNTOUCHED}",
    )


def _too_old(source: SourceText, version: int) -> DataUnusable:
    return DataUnusable(
        f"Planen har et gammelt skjema som programmet ikke kjenner ({SCHEMA_PREFIX}{version}).",
        where=source.problem(("schema",), "").where,
        hint=f"Lag en ny plan med utveksling start i en annen mappe. {_UNTOUCHED}",
    )
