"""Which files a data folder holds, and which schema each of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from utveksling_cli.catalogue.schema.common import DataFile

YAML_FILES = (
    "agreements.yaml",
    "countries.yaml",
    "deadlines.yaml",
    "exchange_rates.yaml",
    "fields_of_study.yaml",
    "funding_rates.yaml",
)
DECISIONS_FILE = "course_decisions.csv"
ALL_FILES = (*YAML_FILES, DECISIONS_FILE)


def schema_of(name: str) -> type[DataFile] | None:
    """The Pydantic model of a data file by its name; None for a name that is not a YAML data file."""
    from utveksling_cli.catalogue.schema.agreements import AgreementsFile
    from utveksling_cli.catalogue.schema.countries import CountriesFile
    from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
    from utveksling_cli.catalogue.schema.exchange import ExchangeFile
    from utveksling_cli.catalogue.schema.fields import FieldsFile
    from utveksling_cli.catalogue.schema.funding import FundingFile

    models: dict[str, type[DataFile]] = {
        "agreements.yaml": AgreementsFile,
        "countries.yaml": CountriesFile,
        "deadlines.yaml": DeadlinesFile,
        "exchange_rates.yaml": ExchangeFile,
        "fields_of_study.yaml": FieldsFile,
        "funding_rates.yaml": FundingFile,
    }
    return models.get(name)
