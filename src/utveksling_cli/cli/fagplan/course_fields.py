"""From what people write of a course, on the command line or in a spreadsheet, to the fields of a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from utveksling_cli.catalogue.characters import shown
from utveksling_cli.catalogue.messages import describe
from utveksling_cli.model.course import Course, is_ntnu_code
from utveksling_cli.model.words import fold
from utveksling_cli.planfile.courses import CourseEntry, to_course
from utveksling_cli.render.course_columns import TITLES
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES
from utveksling_cli.render.text import listed
from utveksling_cli.render.wording import ENGLISH_LANGUAGES, LANGUAGES

_ALLOWED = {"level": LEVELS, "semester": SEMESTERS, "status": STATUSES}
LISTS = ("replaces", "alternatives")
# A unit has no figures: `1e9` and `7.5.3` are no numbers with one.
_AMOUNT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)(?:\s*([^\W\d_][^\d]*))?", re.DOTALL)
_NTNU_SEMESTER = re.compile(r"([HhVv]) ?(?:20)?[0-9]{2}")
_NUMBER_WANTED = "skal være et tall, for eksempel 7,5 eller «7,5 ECTS»"
_LANGUAGE_WANTED = "skal være et språk, for eksempel engelsk, eller en språkkode med to bokstaver"
_MORE_WORDS = {
    "level": {"forste ar": "first_year", "freshman": "first_year", "undergraduate": "bachelor", "graduate": "master"},
    "semester": {"autumn": "autumn", "fall": "autumn", "host": "autumn", "hosten": "autumn", "spring": "spring"}
    | {"varen": "spring"},
    "status": {},
    "language": ENGLISH_LANGUAGES,
}


def read_fields(said: Mapping[str, str]) -> dict[str, Any]:
    """The fields as a plan file has them; an empty text is not told. What is not known is left for the check."""
    fields: dict[str, Any] = {name: text.strip() for name, text in said.items() if text.strip()}
    for name, names in _words().items():
        if name in fields:
            fields[name] = names.get(fold(fields[name]), fields[name])
    match = _AMOUNT.fullmatch(fields.get("credits", ""))
    if match:
        number, unit = match[1].replace(",", "."), (match[2] or "").strip()
        fields["credits"] = re.sub(r"^0+(?=[0-9])", "", number)
        if unit and "unit" not in fields:
            fields["unit"] = unit
    if "semester" in fields:
        fields["semester"] = _season(fields["semester"])
    for name in LISTS:
        if name in fields:
            fields[name] = [part.strip() for part in fields[name].split(";") if part.strip()]
    if "replaces" in fields and "id" not in fields:
        fields["replaces"] = [code for part in fields["replaces"] for code in _codes(part)]
    if "history" in fields:
        fields["history"] = [_change(part) for part in fields["history"].split(";") if part.strip()]
    return fields


def checked_course(
    fields: Mapping[str, Any], names: Mapping[str, str] = TITLES
) -> tuple[Course | None, tuple[str, ...]]:
    """The course, or what is wrong with it, by what its fields are called. Without an id it has an empty one."""
    try:
        course = to_course(CourseEntry.model_validate({"id": "x", **fields}))
    except ValidationError as error:
        return None, tuple(_sentence(one, names) for one in error.errors(include_url=False))
    return (course if "id" in fields else course._replace(id="")), ()


def _sentence(error: ErrorDetails, names: Mapping[str, str]) -> str:
    field = str(error["loc"][0])
    wrong = describe(error, CourseEntry).partition(": ")[2]
    if error["type"] == "literal_error":
        wrong = f"«{shown(error['input'])}» er ikke lov; skal være {listed(list(_ALLOWED[field].values()), 'eller')}"
    elif field == "credits" and wrong.startswith("skal være et tall"):
        wrong = _NUMBER_WANTED
    elif field == "language":
        wrong = _LANGUAGE_WANTED
    return f"{names.get(field, field)}: {wrong}"


def _words() -> dict[str, dict[str, str]]:
    known = {**_ALLOWED, "language": LANGUAGES}
    return {
        name: {fold(word): code for code, word in words.items()} | _MORE_WORDS[name] for name, words in known.items()
    }


def _codes(text: str) -> list[str]:
    """`TDT4171, TMA4240` and `TDT4171 + TMA4240` are two; anything else is one. Codes have large letters."""
    parts = [part.strip().upper() for part in re.split(r"[,+/&]|\bog\b|\band\b", text)]
    return parts if all(map(is_ntnu_code, parts)) else [text]


def _season(text: str) -> str:
    """`Høst 2027`, `H2027` and `Spring semester` too, as long as one season alone is named."""
    words = _words()["semester"]
    named = {words[word] for word in re.split(r"[^a-z]+", fold(text)) if word in words}
    if not named and (match := _NTNU_SEMESTER.fullmatch(text.strip())):
        named = {words[fold({"h": "høst", "v": "vår"}[match[1].casefold()])]}
    return named.pop() if len(named) == 1 else text


def _change(text: str) -> dict[str, str]:
    return dict(zip(("date", "change", "reason", "other"), text.split(), strict=False))
