"""`fields_of_study.yaml`: the ISCED-F 2013 codes with Norwegian names, for search and display."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from utveksling_cli.catalogue.schema.agreements import Isced
from utveksling_cli.catalogue.schema.common import DataFile, Date, Model, Text, Url


class FieldOfStudy(Model):
    code: Isced
    name: Text


class FieldsFile(DataFile):
    schema_: Literal["utveksling.fields_of_study/1"] = Field(alias="schema")
    source: Url
    verified_on: Date
    note: Text | None = None
    fields: list[FieldOfStudy]
