"""Read and check a data folder or one file of it: YAML, then schema, then what must fit together."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from utveksling_cli.catalogue.decisions import DecisionsFile, read_decisions
from utveksling_cli.catalogue.file_rules import broken_rules
from utveksling_cli.catalogue.files import ALL_FILES, DECISIONS_FILE, MAX_BYTES, read_regular, schema_of
from utveksling_cli.catalogue.messages import describe
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.catalogue.schema.agreements import AgreementsFile
from utveksling_cli.catalogue.schema.countries import CountriesFile
from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
from utveksling_cli.catalogue.schema.exchange import ExchangeFile
from utveksling_cli.catalogue.schema.fields import FieldsFile
from utveksling_cli.catalogue.schema.funding import FundingFile
from utveksling_cli.catalogue.schema.places import PlacesFile
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import LineMap, read_yaml


class Facts(NamedTuple):
    """Everything in a data folder, checked."""

    agreements: AgreementsFile
    countries: CountriesFile
    deadlines: DeadlinesFile
    exchange: ExchangeFile
    fields: FieldsFile
    funding: FundingFile
    places: PlacesFile
    decisions: DecisionsFile

    @property
    def data_version(self) -> str:
        """The newest of the files' data versions."""
        *files, decisions = self
        return max([file.data_version.isoformat() for file in files] + [decisions.data_version])


class SourceText:
    """A file's text and the path that problems in it are shown with."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _lines(self) -> LineMap:
        return LineMap(self.text)

    def problem(self, path: KeyPath, message: str) -> Problem:
        return Problem(self.file, self._lines.line(path), message)


def read_folder(folder: Path) -> tuple[Facts | None, list[Problem]]:
    """All facts of the folder, or the problems that keep them from being used (never both), by file and line."""
    from utveksling_cli.catalogue.crosscheck import crosscheck

    sources: dict[str, SourceText] = {}
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in ALL_FILES:
        source, faults = read_text(folder / name)
        if source is not None:
            sources[name] = source
            read[name], faults = check_text(name, source)
        problems += faults
    if problems:
        return None, problems
    facts = Facts._make(read[name] for name in ALL_FILES)
    problems = crosscheck(facts, sources)
    return (None, problems) if problems else (facts, [])


def read_text(path: Path) -> tuple[SourceText | None, list[Problem]]:
    """The file's text with LF line ends, or the reason why it cannot be read."""
    try:
        content = read_regular(path)
        if len(content) > MAX_BYTES:
            return None, [Problem(str(path), 0, f"fila er større enn {MAX_BYTES // 1_000_000} MB")]
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return SourceText(str(path), text), []
    except FileNotFoundError:
        return None, [Problem(str(path), 0, "fila finnes ikke")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Problem(str(path), line, "er ikke UTF-8; lagre fila på nytt som UTF-8")]
    except PermissionError:
        return None, [Problem(str(path), 0, "kan ikke leses; du mangler lesetilgang")]
    except OSError as error:
        return None, [Problem(str(path), 0, f"kan ikke leses ({error.strerror})")]


def check_text(name: str, source: SourceText) -> tuple[Any, list[Problem]]:
    """One file by itself: the checked content or None, and every problem found, by line."""
    if name == DECISIONS_FILE:
        return read_decisions(source.text, source.file)
    model = schema_of(name)
    assert model is not None
    try:
        content = model.model_validate(_as_map(read_yaml(source.text)))
        problems = [source.problem(path, message) for path, message in broken_rules(content)]
    except YamlError as error:
        return None, [Problem(source.file, error.line, error.message)]
    except ValidationError as error:
        content = None
        found = error.errors(include_url=False)
        problems = [source.problem(tuple(one["loc"]), describe(one, model)) for one in found]
    return (None if problems else content), sorted(problems, key=lambda problem: problem.line)


def _as_map(document: Any) -> Any:
    return {} if document is None else document
