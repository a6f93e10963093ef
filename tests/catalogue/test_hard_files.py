"""Files made to harm: refused with their line in two seconds, or read as what they are where there is no harm."""

import os
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
import yaml
from pydantic import BaseModel

from utveksling_cli.catalogue.check import check_path
from utveksling_cli.catalogue.files import MAX_BYTES, YAML_FILES, schema_of
from utveksling_cli.catalogue.folder import check_text
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.source import SourceText, read_text
from utveksling_cli.catalogue.yaml_reader import read_yaml

_SMALL = Path(__file__).parent / "small"
_DATA = Path(__file__).parents[2] / "data"
_MOST_SECONDS = 2.0
# What is put below the second line of a file, and the line and the words of the first problem.
HARD = {
    "a bomb of aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 3, "anker (&a) er ikke lov"),
    "a thousand aliases of nothing": ("a: [" + "*a, " * 1000 + "]\n", 3, "alias (*navn) er ikke lov"),
    "a tag that runs code": ("a: !!python/object/apply:os.system [ls]\n", 3, "er ikke lov"),
    "a tag for binary content": ("a: !!binary aGVp\n", 3, "er ikke lov"),
    "a merge key": ("a:\n  <<: {b: 1}\n", 4, "sammenslåing (<<) er ikke lov"),
    "a key twice": ("a: 1\na: 2\n", 4, "nøkkelen «a» står to ganger"),
    "the file's own key twice": ("data_version: 2026-11-01\n", 3, "nøkkelen «data_version» står to ganger"),
    "a tab": ("a:\n\tb: 1\n", 4, "tabulator er ikke lov"),
    "NUL": ("a: \0\n", 3, "tegnet U+0000"),
    "NUL spelled out": ('a: "\\0"\n', 3, "tegnet U+0000"),
    "half of a sign spelled out": ('a: "\\uD800"\n', 3, ""),
    "a second byte order mark": ("\ufeffa: 1\n", 3, "tegnet U+FEFF"),
    "two documents": ("---\na: 1\n", 3, "bare ett YAML-dokument"),
    "a directive in the middle": ("%YAML 1.1\n", 3, ""),
    "very deep flow": ("a: " + "[" * 100_000 + "\n", 3, "for mange nivåer"),
    "very deep maps in flow": ("a: " + "{a: " * 100_000 + "\n", 3, "for mange nivåer"),
    "very deep blocks": ("".join(" " * depth + "a:\n" for depth in range(500)), 43, "for mange nivåer"),
    "very many dashes": ("a:\n" + "- " * 100_000 + "\n", 4, "for mange nivåer"),
    "very many question marks": ("? " * 100_000 + "\n", 3, ""),
    "a quote never closed": ("a: '" + "x\n" * 10_000, 3, "anførselstegnet som åpnes her, lukkes aldri"),
    "a very long key": ("k" * 1_000_000 + ": 1\n", 3, ""),
    "a very long value of an unknown key": ("a: " + "x" * 1_000_000 + "\n", 3, "ukjent nøkkel"),
    "three thousand unknown keys": ("".join(f"k{number}: 1\n" for number in range(3_000)), 3, "ukjent nøkkel"),
}


def first_problem(path: Path) -> tuple[int, str]:
    began = time.process_time()
    found = check_path(path).problems
    assert time.process_time() - began < _MOST_SECONDS
    assert found, "nothing was wrong with it"
    return found[0].line, found[0].message


@pytest.mark.parametrize(("text", "line", "said"), HARD.values(), ids=HARD)
@pytest.mark.parametrize("name", ["countries.yaml", "process.yaml"])
def test_a_hard_file_is_refused_with_its_line(tmp_path: Path, name: str, text: str, line: int, said: str) -> None:
    lines = (_SMALL / name).read_text(encoding="utf-8").splitlines(keepends=True)
    head = [one for one in lines if one.startswith(("schema:", "data_version:"))]
    (tmp_path / name).write_text("".join(head) + text, encoding="utf-8")
    found, message = first_problem(tmp_path / name)
    # Keys that the file has to have are told of at its first line.
    assert found in {1, line}
    assert said in message or found == 1
    assert said in " ".join(problem.message for problem in check_path(tmp_path / name).problems)


BYTES = {
    "nothing at all": (b"", 1, "mangler"),
    "only spaces": (b"   \n \n", 1, "mangler"),
    "only a comment": (b"# hei\n", 1, "mangler"),
    "a list": (b"- a\n", 1, "skal være et oppslag med nøkler"),
    "a word": (b"hei\n", 1, "skal være et oppslag med nøkler"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, "er ikke UTF-8"),
    "UTF-16 without its mark": ("a: 1\n".encode("utf-16-le"), 1, "tegnet U+0000"),
    "UTF-32": ("a: 1\n".encode("utf-32-le"), 1, "tegnet U+0000"),
    "Latin-1": ("# en\n# to\na: på\n".encode("latin-1"), 3, "er ikke UTF-8"),
    "half of a sign": (b"a: 1\nb: \xed\xa0\x80\n", 2, "er ikke UTF-8"),
    "a letter cut in two": (b"a: 1\nb: \xc3\n", 2, "er ikke UTF-8"),
    "a longer spelling than is allowed": (b"a: \xc0\xaf\n", 1, "er ikke UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 1, "er ikke UTF-8"),
    "an archive": (b"PK\x03\x04" + b"\0" * 100, 1, "tegnet U+"),
}


@pytest.mark.parametrize(("content", "line", "said"), BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_data_are_refused_with_their_line(
    tmp_path: Path, content: bytes, line: int, said: str
) -> None:
    path = tmp_path / "countries.yaml"
    path.write_bytes(content)
    found, message = first_problem(path)
    assert (found, said in message) == (line, True), message


HARMLESS = {
    "a byte order mark": lambda text: "\ufeff" + text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "marks of one document": lambda text: f"---\n{text}...\n",
    "a very long comment": lambda text: f"# {'x' * 1_000_000}\n{text}",
    "very many blank lines": lambda text: text + "\n" * 100_000,
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
@pytest.mark.parametrize("name", ["exchange_rates.yaml", "countries.yaml"])
def test_what_does_no_harm_is_read(tmp_path: Path, name: str, change: Any) -> None:
    text = (_SMALL / name).read_text(encoding="utf-8")
    (tmp_path / name).write_bytes(change(text).encode("utf-8"))
    began = time.process_time()
    assert check_path(tmp_path / name).problems == ()
    assert time.process_time() - began < _MOST_SECONDS


def test_a_file_of_100_mb_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "countries.yaml"
    with path.open("wb") as file:
        file.truncate(2 * MAX_BYTES)
    assert first_problem(path) == (0, "fila er større enn 50 MB")


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "countries.yaml"
    os.mkfifo(path)
    assert first_problem(path) == (0, "kan ikke leses (er ikke en vanlig fil)")
    path.unlink()
    path.symlink_to("/dev/zero")
    assert first_problem(path) == (0, "kan ikke leses (er ikke en vanlig fil)")


def test_a_folder_links_in_a_ring_and_names_that_nothing_can_have_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    paths = (tmp_path, tmp_path / "a.yaml", tmp_path / ("x" * 300), tmp_path / "\0")
    reasons = [read_text(path)[1][0].message for path in paths]
    assert reasons == [
        "kan ikke leses (er ikke en vanlig fil)",
        "kan ikke leses (lenkene går i ring)",
        "kan ikke leses (navnet er for langt)",
        "kan ikke leses (navnet er ikke lov)",
    ]


class Slot(NamedTuple):
    """A key of a schema: the model that has it, and where one of that model stands in a file."""

    model: str
    key: str
    file: str
    parent: KeyPath

    def __str__(self) -> str:
        return f"{self.file}:{self.model}.{self.key}"


def slots() -> list[Slot]:
    """Each key of each model that the data files have an example of, once."""
    found: dict[tuple[str, str], Slot] = {}
    for name in YAML_FILES:
        schema = schema_of(name)
        assert schema is not None
        for tree in _trees(name):
            for model, place in _places(schema, tree, ()):
                for field, info in model.model_fields.items():
                    slot = Slot(model.__name__, info.alias or field, name, place)
                    found.setdefault((f"{name}:{model.__name__}", slot.key), slot)
    return list(found.values())


@cache
def _trees(name: str) -> tuple[Any, ...]:
    """What stands in the file of the small folder and in that of the project."""
    return tuple(read_yaml((folder / name).read_text(encoding="utf-8")) for folder in (_SMALL, _DATA))


def _places(model: type[BaseModel], tree: Any, place: KeyPath) -> Iterator[tuple[type[BaseModel], KeyPath]]:
    if not isinstance(tree, dict):
        return
    yield model, place
    for field, info in model.model_fields.items():
        key = info.alias or field
        for inner in _models_in(info.annotation):
            value = tree.get(key)
            entries = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, entry in entries:
                yield from _places(inner, entry, (*place, key) if index is None else (*place, key, index))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


WRONG: dict[str, Any] = {
    "text": "\N{SNOWMAN} tull",
    "nothing": None,
    "empty text": "",
    "a list": ["a", ["b"]],
    "a map": {"a": {"b": "c"}},
    "a list of maps": [{"a": "b"}],
    "a number": "-17",
    "a very large number": "9" * 5000,
    "infinity": ".inf",
    "not a number": "nan",
    "a yes": "ja",
    "an impossible day": "2026-02-31",
    "very long text": "å" * 5_000,
}
SLOTS = slots()


def test_every_model_of_every_schema_has_an_example_to_break() -> None:
    known = {(slot.file, slot.model) for slot in SLOTS}
    models = {(name, model.__name__) for name in YAML_FILES for model in _all_models(schema_of(name))}
    assert models - known <= WITHOUT_AN_EXAMPLE


# Models that neither the data nor the small folder has one of yet.
WITHOUT_AN_EXAMPLE: set[tuple[str, str]] = set()


def _all_models(model: Any) -> set[type[BaseModel]]:
    found = {model}
    for info in model.model_fields.values():
        for inner in _models_in(info.annotation):
            found |= _all_models(inner)
    return found


@pytest.mark.parametrize("slot", SLOTS, ids=str)
def test_a_value_of_any_wrong_kind_gives_problems_with_lines_and_in_norwegian(slot: Slot) -> None:
    for kind, value in WRONG.items():
        text = _with(slot, value)
        content, problems = check_text(slot.file, SourceText(slot.file, text))
        assert (content is None) == bool(problems), kind
        for problem in problems:
            assert 1 <= problem.line <= text.count("\n") + 1, kind
            assert len(problem.message) < 2_000, kind
            assert not [word for word in ENGLISH if word in problem.message], (kind, problem.message)


ENGLISH = ("Input ", " should ", " valid ", "Value error", "String ", "Field required", " must ")


def _with(slot: Slot, value: Any) -> str:
    """The small file around the one record, with this value; everything else is as it was."""
    tree = next(tree for tree in _trees(slot.file) if isinstance(_at(tree, slot.parent), dict))
    trimmed = _only(tree, slot.parent)
    _at(trimmed, tuple(0 if isinstance(step, int) else step for step in slot.parent))[slot.key] = value
    dumped: str = yaml.dump(trimmed, Dumper=_Quoted, allow_unicode=True, sort_keys=False)
    return dumped


def _at(tree: Any, place: KeyPath) -> Any:
    for step in place:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _only(tree: Any, place: KeyPath) -> Any:
    """The tree with the lists along the way cut down to the entry that the place goes through."""
    if not place:
        return dict(tree)
    step, *rest = place
    if isinstance(step, int):
        return [_only(tree[step], tuple(rest))]
    return {
        key: _only(inner, tuple(rest)) if key == step else (inner[:1] if isinstance(inner, list) else inner)
        for key, inner in tree.items()
    }


class _Quoted(yaml.SafeDumper):
    """Text in quotes, so that it stays what it is; nothing without them."""


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
