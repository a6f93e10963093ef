"""The courses of a plan file: what may stand in each, and between the file and the model."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from utveksling_cli.catalogue.characters import refusal, unseen_at
from utveksling_cli.catalogue.schema.common import Date, LanguageCode, Model, Number, Slug, Url
from utveksling_cli.model.course import Course, CourseChange

_LONGEST, _LONGEST_ITEM, _MOST_ITEMS = 12_000, 200, 20
_FINEST = 4
# Variants of letters that nobody sees, and all that would break a line: a course has to fit in a cell.
_UNFIT = re.compile("[\n\U000e0080-\U000e0fff]")


def _fail(text: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError("utveksling", text, values)


def _line(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _fail("skal være tekst, ikke tomt")
    place = unseen_at(value)
    if place is not None:
        raise _fail("{reason}", reason=refusal(value[place]))
    if _UNFIT.search(value):
        raise _fail("skal stå på én linje")
    if value != value.strip():
        raise _fail("skal ikke begynne eller slutte med mellomrom")
    if len(value) > _LONGEST:
        raise _fail("er for lang; høyst {most} tegn", most=_LONGEST)
    return value


def _item(value: Any) -> str:
    text = _line(value)
    if ";" in text:
        raise _fail("skal ikke ha semikolon; skriv hvert for seg i lista")
    if len(text) > _LONGEST_ITEM:
        raise _fail("er for lang; høyst {most} tegn", most=_LONGEST_ITEM)
    return text


def _few_decimals(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_FINEST:
        raise _fail("har for mange desimaler; høyst {most}", most=_FINEST)
    return value


Line = Annotated[str, BeforeValidator(_line), WithJsonSchema({"type": "string", "minLength": 1})]
Item = Annotated[str, BeforeValidator(_item), WithJsonSchema({"type": "string", "minLength": 1})]
Items = Annotated[list[Item], Field(max_length=_MOST_ITEMS)]
Credits = Annotated[Number, Field(ge=0, le=1000), AfterValidator(_few_decimals)]


class ChangeEntry(Model):
    date: Date
    change: Literal["added", "removed"]
    reason: Literal[
        "not-available", "language-mismatch", "timetable-conflict", "substituting-deleted", "extending-mobility"
    ]
    other: Slug | None = None


class CourseEntry(Model):
    id: Slug
    title: Line | None = None
    code: Item | None = None
    link: Url | None = None
    credits: Credits | None = None
    unit: Item | None = None
    replaces: Items | None = None
    level: Literal["first_year", "bachelor", "master", "phd"] | None = None
    semester: Literal["autumn", "spring"] | None = None
    language: LanguageCode | None = None
    group: Item | None = None
    alternatives: Items | None = None
    status: Literal["planned", "sent", "approved", "conditional", "rejected", "removed"] | None = None
    decided: Date | None = None
    host: Slug | None = None
    history: list[ChangeEntry] | None = None
    reading_list: Url | None = None


def distinct(courses: list[CourseEntry] | None) -> list[CourseEntry] | None:
    if courses is not None and len({course.id for course in courses}) < len(courses):
        raise _fail("to emner har samme id")
    return courses


def to_course(entry: CourseEntry) -> Course:
    told = {name: value for name, value in dict(entry).items() if value is not None}
    told |= {name: tuple(told[name]) for name in ("replaces", "alternatives") if name in told}
    told["history"] = tuple(CourseChange(*dict(change).values()) for change in entry.history or ())
    return Course(**told)


def course_tree(course: Course) -> dict[str, Any]:
    """What the course tells, as text."""
    tree: dict[str, Any] = {}
    for name, value in course._asdict().items():
        if value == Course._field_defaults.get(name, ...):
            continue
        tree[name] = _tree(value)
    return tree


def _tree(value: Any) -> Any:
    if isinstance(value, CourseChange):
        names = ("date", "change", "reason", "other")
        return {name: _tree(inner) for name, inner in zip(names, value, strict=True) if inner is not None}
    if isinstance(value, tuple):
        return [_tree(inner) for inner in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)
