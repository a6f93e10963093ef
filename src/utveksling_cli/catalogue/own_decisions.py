"""Read decisions out of a student's own CSV file, with the columns of `course_decisions.csv`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from utveksling_cli.catalogue.decision_ids import with_ids
from utveksling_cli.catalogue.decisions import DecisionsFile, read_own_decisions
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.source import read_text
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.errors import DataUnusable

_OWN = "e"
_MOST_SHOWN = 100


def own_decisions(path: Path, today: date, is_host: Callable[[str], bool], *, after: int) -> list[CourseDecision]:
    """Its rows, numbered after the last of the facts; raises DataUnusable with every problem by file and line."""
    source, problems = read_text(path)
    rows: DecisionsFile | None = None
    if source is not None:
        rows, problems = read_own_decisions(source.text, source.file, today.isoformat())
    if rows is not None:
        problems = [
            Problem(str(path), line, f"institution_id: «{row.institution_id}» finnes ikke i dataene")
            for row, line in zip(rows.rows, rows.lines, strict=True)
            if not is_host(row.institution_id)
        ]
    if problems or rows is None:
        raise DataUnusable(
            f"«{path}» kan ikke brukes.",
            details=tuple(f"{problem.where}: {problem.message}" for problem in problems[:_MOST_SHOWN]),
            hint="Fila skal ha de samme kolonnene som data/course_decisions.csv. Finn id-er med: utveksling finn",
        )
    return [
        CourseDecision(identifier, *row, programme=None, number=number)
        for number, (identifier, row) in enumerate(with_ids(rows.rows, _OWN), start=after + 1)
    ]
