"""Which files a data folder holds, how they are read, and which schema each of them has."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from utveksling_cli.catalogue.schema.common import DataFile

DECISIONS_FILE = "course_decisions.csv"
# What each file says at its head that it is.
SCHEMAS = {
    "agreements.yaml": "utveksling.agreements/1",
    "countries.yaml": "utveksling.countries/1",
    "credit_systems.yaml": "utveksling.credit_systems/1",
    "deadlines.yaml": "utveksling.deadlines/1",
    "exchange_rates.yaml": "utveksling.exchange_rates/1",
    "fields_of_study.yaml": "utveksling.fields_of_study/1",
    "funding_rates.yaml": "utveksling.funding_rates/1",
    "language_tests.yaml": "utveksling.language_tests/1",
    "places.yaml": "utveksling.places/1",
    "process.yaml": "utveksling.process/1",
    DECISIONS_FILE: "utveksling.course_decisions/1",
}
ALL_FILES = tuple(SCHEMAS)
YAML_FILES = ALL_FILES[:-1]
# More hosts than one file is handy for stand in files of their own in this folder.
PARTS_FOLDER = "agreements"
PART_SCHEMA = "utveksling.institutions/1"
MAX_BYTES = 50_000_000


class TooLarge(OSError):
    """A file with more in it than may be read."""


def read_regular(path: Path, most: int = MAX_BYTES) -> bytes:
    """The file's bytes; TooLarge above `most`, OSError for what is no regular file: a pipe could last for ever."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "er ikke en vanlig fil")
    if status.st_size > most:
        raise TooLarge
    with path.open("rb") as file:
        content = file.read(most + 1)
    # It may have grown, or be one of those that the system makes up while they are read.
    if len(content) > most:
        raise TooLarge
    return content


def is_part(name: str) -> bool:
    """Whether the name is of one of the files in PARTS_FOLDER."""
    return name.startswith(f"{PARTS_FOLDER}/")


def parts(folder: Path) -> tuple[str, ...]:
    """The files of hosts in the folder of parts, by name: `agreements/asia.yaml`."""
    try:
        found = [entry.name for entry in (folder / PARTS_FOLDER).iterdir() if entry.name.endswith((".yaml", ".yml"))]
    except OSError:
        return ()
    return tuple(f"{PARTS_FOLDER}/{name}" for name in sorted(found) if not name.startswith("."))


def names(folder: Path) -> tuple[str, ...]:
    """Every file that the facts are read from, whether it exists or not."""
    return ALL_FILES + parts(folder)


def schema_of(name: str) -> type[DataFile] | None:
    """The Pydantic model of a data file by its name; None for a name that is not a YAML data file."""
    from utveksling_cli.catalogue.schema.agreements import AgreementsFile, InstitutionsFile
    from utveksling_cli.catalogue.schema.countries import CountriesFile
    from utveksling_cli.catalogue.schema.credit_systems import CreditSystemsFile
    from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
    from utveksling_cli.catalogue.schema.exchange import ExchangeFile
    from utveksling_cli.catalogue.schema.fields import FieldsFile
    from utveksling_cli.catalogue.schema.funding import FundingFile
    from utveksling_cli.catalogue.schema.language_tests import LanguageTestsFile
    from utveksling_cli.catalogue.schema.places import PlacesFile
    from utveksling_cli.catalogue.schema.process import ProcessFile

    models: dict[str, type[DataFile]] = {
        "agreements.yaml": AgreementsFile,
        "countries.yaml": CountriesFile,
        "credit_systems.yaml": CreditSystemsFile,
        "deadlines.yaml": DeadlinesFile,
        "exchange_rates.yaml": ExchangeFile,
        "fields_of_study.yaml": FieldsFile,
        "funding_rates.yaml": FundingFile,
        "language_tests.yaml": LanguageTestsFile,
        "places.yaml": PlacesFile,
        "process.yaml": ProcessFile,
    }
    return InstitutionsFile if is_part(name) else models.get(name)
