"""A plan whose very text was accepted before is read again without its schema: Pydantic costs as much as all the rest.

What was accepted is remembered in the cache folder as a digest of the text, and nothing else of the plan. Whatever
stands there, only a text that the schema has accepted, in this release, has that digest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from utveksling_cli import __version__
from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.course import Course, CourseChange
from utveksling_cli.model.plan import SCHEMA_VERSION, LanguageEvidence, Plan, Profile, StayWish, StepDone
from utveksling_cli.model.time import Semester

# A thousand courses with all their fields take less, and all of it is looked through at each command.
MOST_BYTES = 500_000
SCHEMA = f"utveksling.plan/{SCHEMA_VERSION}"
# The names in the file of the questions of `model.comparison`.
WEIGHTS = {
    "språk": "language",
    "økonomi": "economy",
    "faglig": "academic",
    "sosialt": "social",
    "semesterlengde": "semester_length",
    "klima": "climate",
    "kultur": "culture",
}
_HERE = Path(__file__).parent
# A checkout's schema changes within a release.
_RULES = (_HERE / "schema.py", _HERE / "courses.py", _HERE.parent / "catalogue" / "schema" / "common.py")
_READERS: Mapping[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    Decimal: Decimal,
    bool: lambda text: text == "true",
    date: date.fromisoformat,
    Semester: Semester.parse,
}
Record = TypeVar("Record")


def remembered(source: SourceText) -> Plan | None:
    """The plan; None for a text that is not known to have been accepted."""
    place = _place(source.file)
    try:
        if place is None or place.read_text(encoding="ascii") != _digest(source.text):
            return None
        tree = read_yaml(source.text)
        return plan_of(tree) if tree.get("schema") == SCHEMA else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, YamlError):
        # Not there, cut short, or of a kind that is not known here: the schema will tell.
        return None


def remember(source: SourceText) -> None:
    """Where nothing can be written, the plan is checked each time."""
    place = _place(source.file)
    with suppress(OSError, ValueError):
        if place is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(_digest(source.text), encoding="ascii")


def plan_of(tree: Mapping[str, Any]) -> Plan:
    """The plan that an accepted tree of text says."""
    return Plan(
        profile=_record(Profile, tree.get("profile")),
        languages=tuple(_record(LanguageEvidence, entry) for entry in tree.get("languages") or ()),
        stay=_record(StayWish, tree.get("stay")),
        favourites=tuple(tree.get("favourites") or ()),
        weights={
            WEIGHTS[name]: Decimal(text) for name, text in (tree.get("weights") or {}).items() if text is not None
        },
        budget=_record(BudgetWish, tree.get("budget")),
        courses=tuple(map(_course, tree.get("courses") or ())),
        year_credits={host: Decimal(text) for host, text in (tree.get("year_credits") or {}).items()},
        steps={step: _record(StepDone, entry) for step, entry in (tree.get("steps") or {}).items()},
        exceptions=dict(tree.get("exceptions") or {}),
    )


def _course(entry: Mapping[str, Any]) -> Course:
    rest = {name: value for name, value in entry.items() if name != "history"}
    history = [
        {"day" if name == "date" else name: value for name, value in one.items()} for one in entry.get("history") or ()
    ]
    return _record(Course, rest)._replace(history=tuple(_record(CourseChange, change) for change in history))


def _record(kind: type[Record], part: Mapping[str, Any] | None) -> Record:
    """What is left empty in the file is as the record has it when nothing is told."""
    hints = get_type_hints(kind) if part else {}
    return kind(**{name: _value(hints[name], value) for name, value in (part or {}).items() if value is not None})


def _value(hint: Any, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    (read,) = [_READERS[one] for one in (get_args(hint) or (hint,)) if one in _READERS]
    return read(value)


def _place(file: str) -> Path | None:
    """One small file for each plan; None when there is no place for a cache."""
    from hashlib import blake2b

    from platformdirs import user_cache_path

    try:
        name = blake2b(str(Path(file).resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        place = user_cache_path("utveksling", appauthor=False) / f"{name}.plan"
    except (OSError, RuntimeError, ValueError):
        return None
    return place if place.is_absolute() else None


def _digest(text: str) -> str:
    from hashlib import blake2b

    rules = " ".join(str(rule.stat().st_mtime_ns) for rule in _RULES)
    return blake2b(f"{__version__} {rules}\0{text}".encode("utf-8", "surrogateescape"), digest_size=32).hexdigest()
