"""Read and check a data folder or one file of it: YAML, then schema, then what must fit together."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from utveksling_cli.catalogue.decisions import DecisionsFile, read_decisions
from utveksling_cli.catalogue.file_rules import broken_rules
from utveksling_cli.catalogue.files import ALL_FILES, DECISIONS_FILE, schema_of
from utveksling_cli.catalogue.messages import describe
from utveksling_cli.catalogue.plain_yaml import Unsure, read_plain
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.schema.agreements import AgreementsFile
from utveksling_cli.catalogue.schema.countries import CountriesFile
from utveksling_cli.catalogue.schema.credit_systems import CreditSystemsFile
from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
from utveksling_cli.catalogue.schema.exchange import ExchangeFile
from utveksling_cli.catalogue.schema.fields import FieldsFile
from utveksling_cli.catalogue.schema.funding import FundingFile
from utveksling_cli.catalogue.schema.language_tests import LanguageTestsFile
from utveksling_cli.catalogue.schema.places import PlacesFile
from utveksling_cli.catalogue.schema.process import ProcessFile
from utveksling_cli.catalogue.source import SourceText, read_text
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import read_yaml


class Facts(NamedTuple):
    """Everything in a data folder, checked."""

    agreements: AgreementsFile
    countries: CountriesFile
    credits: CreditSystemsFile
    deadlines: DeadlinesFile
    exchange: ExchangeFile
    fields: FieldsFile
    funding: FundingFile
    language_tests: LanguageTestsFile
    places: PlacesFile
    process: ProcessFile
    decisions: DecisionsFile

    @property
    def data_version(self) -> str:
        """The newest of the files' data versions."""
        *files, decisions = self
        return max([file.data_version.isoformat() for file in files] + [decisions.data_version])


class Folder(NamedTuple):
    """The files outside the folder of parts; `facts` is None when any of them cannot be used by itself."""

    facts: Facts | None
    sources: dict[str, SourceText]
    problems: list[Problem]


def read_files(folder: Path) -> Folder:
    """Each file by itself; what must fit together across them is for `crosscheck`."""
    sources: dict[str, SourceText] = {}
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in ALL_FILES:
        source, faults = read_text(folder / name)
        if source is not None:
            sources[name] = source
            read[name], faults = check_text(name, source)
        problems += faults
    facts = None if problems else Facts._make(read[name] for name in ALL_FILES)
    return Folder(facts, sources, problems)


def check_text(name: str, source: SourceText) -> tuple[Any, list[Problem]]:
    """One file by itself: the checked content or None, and every problem found, by line."""
    if name == DECISIONS_FILE:
        return read_decisions(source.text, source.file)
    model = schema_of(name)
    assert model is not None
    try:
        content = model.model_validate(_as_map(_read(source.text)))
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


def _read(text: str) -> Any:
    try:
        return read_plain(text)
    except Unsure:
        return read_yaml(text)
