"""From what people write of a course, on the command line or in a spreadsheet, to the fields of a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from utveksling_cli.catalogue.messages import describe
from utveksling_cli.model.course import Course
from utveksling_cli.model.words import fold
from utveksling_cli.planfile.courses import CourseEntry, to_course
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES
from utveksling_cli.render.wording import LANGUAGES

LISTS = ("replaces", "alternatives")
_AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(.*)", re.DOTALL)
_MORE_WORDS = {
    "level": {"forste ar": "first_year", "freshman": "first_year", "undergraduate": "bachelor", "graduate": "master"},
    "semester": {"autumn": "autumn", "fall": "autumn", "host": "autumn", "hosten": "autumn", "spring": "spring"}
    | {"varen": "spring"},
    "status": {},
    "language": {"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it"},
}


def read_fields(said: Mapping[str, str]) -> dict[str, Any]:
    """The fields as a plan file has them; an empty text is not told. What is not known is left for the check."""
    fields: dict[str, Any] = {name: text.strip() for name, text in said.items() if text.strip()}
    for name, names in _words().items():
        if name in fields:
            fields[name] = names.get(fold(fields[name]), fields[name])
    match = _AMOUNT.fullmatch(fields.get("credits", ""))
    if match:
        number, unit = match[1].replace(",", "."), match[2].strip()
        fields["credits"] = re.sub(r"^0+(?=[0-9])", "", number)
        if unit and "unit" not in fields:
            fields["unit"] = unit
    for name in LISTS:
        if name in fields:
            fields[name] = [part.strip() for part in fields[name].split(";") if part.strip()]
    if "history" in fields:
        fields["history"] = [_change(part) for part in fields["history"].split(";") if part.strip()]
    return fields


def checked_course(fields: Mapping[str, Any]) -> tuple[Course | None, tuple[str, ...]]:
    """The course, or what is wrong with it. Without an id it has an empty one."""
    try:
        course = to_course(CourseEntry.model_validate({"id": "x", **fields}))
    except ValidationError as error:
        return None, tuple(describe(one, CourseEntry) for one in error.errors(include_url=False))
    return (course if "id" in fields else course._replace(id="")), ()


def _words() -> dict[str, dict[str, str]]:
    known = {"level": LEVELS, "semester": SEMESTERS, "status": STATUSES, "language": LANGUAGES}
    return {
        name: {fold(word): code for code, word in words.items()} | _MORE_WORDS[name] for name, words in known.items()
    }


def _change(text: str) -> dict[str, str]:
    return dict(zip(("date", "change", "reason", "other"), text.split(), strict=False))
