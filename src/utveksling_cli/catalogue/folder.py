"""Read and check a data folder or one file of it: YAML, then schema, then what must fit together."""

from __future__ import annotations

from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from utveksling_cli.catalogue.decisions import DecisionsFile, read_decisions
from utveksling_cli.catalogue.files import ALL_FILES, DECISIONS_FILE, schema_of
from utveksling_cli.catalogue.messages import describe
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.catalogue.schema.agreements import AgreementsFile
from utveksling_cli.catalogue.schema.common import DataFile
from utveksling_cli.catalogue.schema.countries import CountriesFile
from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
from utveksling_cli.catalogue.schema.exchange import ExchangeFile
from utveksling_cli.catalogue.schema.fields import FieldsFile
from utveksling_cli.catalogue.schema.funding import FundingFile
from utveksling_cli.catalogue.yaml_reader import YamlError, line_of, read_yaml

_MAX_BYTES = 50_000_000


class Facts(NamedTuple):
    """Everything in a data folder, checked."""

    agreements: AgreementsFile
    countries: CountriesFile
    deadlines: DeadlinesFile
    exchange: ExchangeFile
    fields: FieldsFile
    funding: FundingFile
    decisions: DecisionsFile

    @property
    def data_version(self) -> str:
        """The newest of the files' data versions."""
        files = (self.agreements, self.countries, self.deadlines, self.exchange, self.fields, self.funding)
        return max([file.data_version.isoformat() for file in files] + [self.decisions.data_version])


class SourceText(NamedTuple):
    """A file's text and the path that problems in it are shown with."""

    file: str
    text: str

    def problem(self, path: KeyPath, message: str) -> Problem:
        return Problem(self.file, line_of(self.text, path), message)


def read_folder(folder: Path) -> tuple[Facts | None, list[Problem]]:
    """All facts of the folder, or the problems that keep them from being used (never both)."""
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
    """The file's text, or the reason why it cannot be read."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None, [Problem(str(path), 0, f"fila er større enn {_MAX_BYTES // 1_000_000} MB")]
        return SourceText(str(path), path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")), []
    except FileNotFoundError:
        return None, [Problem(str(path), 0, "fila finnes ikke")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Problem(str(path), line, "er ikke UTF-8; lagre fila på nytt som UTF-8")]
    except OSError as error:
        return None, [Problem(str(path), 0, f"kan ikke leses ({error.strerror})")]


def check_text(name: str, source: SourceText) -> tuple[Any, list[Problem]]:
    """One file by itself: the checked content or None, and every problem found."""
    if name == DECISIONS_FILE:
        return read_decisions(source.text, source.file)
    model = schema_of(name)
    assert model is not None
    try:
        return model.model_validate(_as_map(read_yaml(source.text))), []
    except YamlError as error:
        return None, [Problem(source.file, error.line, error.message)]
    except ValidationError as error:
        return None, _schema_problems(error, model, source)


def _as_map(document: Any) -> Any:
    return {} if document is None else document


def _schema_problems(error: ValidationError, model: type[DataFile], source: SourceText) -> list[Problem]:
    def known_keys(path: KeyPath) -> list[str]:
        return _keys_at(model, path)

    return [source.problem(tuple(found["loc"]), describe(found, known_keys)) for found in error.errors()]


def _keys_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that the schema allows in the map at `path`."""
    for step in path:
        if isinstance(step, str):
            fields = {info.alias or name: info for name, info in model.model_fields.items()}
            inner = _model_in(fields[step].annotation) if step in fields else None
            if inner is None:
                return []
            model = inner
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {list, Union, UnionType} or get_args(annotation):
        return next((found for found in map(_model_in, get_args(annotation)) if found is not None), None)
    return None
