"""Plans made to harm, and plans that grow too large: refused in two seconds, with their line, and left as they are."""

import os
import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from utveksling_cli.model.errors import DataUnusable, UsageProblem
from utveksling_cli.planfile import edit, is_there, load
from utveksling_cli.planfile.read import MOST_BYTES
from utveksling_cli.planfile.schema import PlanFile

HEAD = "schema: utveksling.plan/1\n"
_MOST_SECONDS = 2.0
HARD = {
    "a bomb of aliases": (b"profile: &a {programme: x}\nweights: *a\n", ":2: anker (&a) er ikke lov"),
    "a merge key": (b"profile:\n  <<: {level: master}\n", ":3: sammenslåing (<<) er ikke lov"),
    "a tag": (b"favourites: !!set {kth}\n", ":2: merket"),
    "a key twice": (b"stay: {}\nstay: {}\n", ":3: nøkkelen «stay» står to ganger"),
    "a tab": (b"stay:\n\tmonths: 5\n", ":3: tabulator er ikke lov"),
    "NUL": (b"stay:\n  months: \0\n", ":3: tegnet U+0000"),
    "half of a sign": (b"profile: {programme: \xed\xa0\x80}\n", ":2"),
    "two plans": (b"---\nschema: utveksling.plan/1\n", ":2: bare ett YAML-dokument"),
    "very deep": (b"profile: " + b"[" * 100_000, ":2: for mange nivåer"),
    "the same host without end": (b"favourites: [" + b"a," * 200_000 + b"]\n", ":2: favourites: det samme"),
    "thousands of unknown keys": (b"".join(b"k%d: 1\n" % number for number in range(20_000)), ":2: k0: ukjent nøkkel"),
    "thousands of wrong courses": (b"courses:\n" + b"  - {a: 1}\n" * 20_000, ":3: courses → 1 → id: mangler"),
}


def refused(path: Path) -> DataUnusable:
    before = path.read_bytes() if path.is_file() else b""
    began = time.process_time()
    with pytest.raises(DataUnusable) as caught:
        load(path)
    assert time.process_time() - began < _MOST_SECONDS
    with pytest.raises(DataUnusable):
        edit(path, lambda plan: plan._replace(favourites=("kth",)))
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(("content", "said"), HARD.values(), ids=HARD)
def test_a_hard_plan_is_refused_with_its_line_and_left_as_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_bytes(HEAD.encode() + content)
    error = refused(path)
    assert f"{path}{said}" in "\n".join((error.where or "", *error.details))


def test_of_very_many_problems_the_first_hundred_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_text(HEAD + "".join(f"k{number}: 1\n" for number in range(250)), "utf-8")
    details = refused(path).details
    assert len(details) == 101
    assert details[-1] == f"{path}:102: … og 150 til herfra"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_plan_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_bytes(HEAD.encode(encoding))
    refused(path)


@pytest.mark.parametrize("change", [lambda text: f"\ufeff{text}", lambda text: text.replace("\n", "\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_are_harmless(tmp_path: Path, change: Any) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_bytes(change(f"{HEAD}favourites:\n  - kth\n").encode())
    assert load(path).favourites == ("kth",)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "utveksling.yaml"
    os.mkfifo(path)
    assert refused(path).message == "Planen kan ikke leses: er ikke en vanlig fil."
    path.unlink()
    path.symlink_to(path.name)
    assert refused(path).message == "Planen kan ikke leses: lenkene går i ring."


def test_a_plan_too_large_to_be_looked_through_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_text(HEAD + "#" * MOST_BYTES, "utf-8")
    with pytest.raises(DataUnusable, match=r"fila er større enn 0,5 MB"):
        load(path)


def test_no_command_makes_a_plan_that_is_too_large_to_be_read(tmp_path: Path) -> None:
    path = tmp_path / "utveksling.yaml"
    long = "x" * MOST_BYTES
    with pytest.raises(UsageProblem, match=r"Planen blir for stor\."):
        edit(path, lambda plan: plan._replace(profile=plan.profile._replace(programme=long)))
    assert not path.exists()


def test_nothing_has_a_name_that_is_not_allowed(tmp_path: Path) -> None:
    assert [is_there(tmp_path / name) for name in ("", "borte", "x" * 300, "\0", "\ud800")] == [True, *[False] * 4]


WRONG = ("☃ tull", "", "[a, [b]]", "{a: {b: c}}", "[{a: b}]", "-17", "9" * 5000, ".inf", "nan", "ja", "2026-02-31")


@pytest.mark.parametrize("value", WRONG, ids=lambda value: value[:12])
@pytest.mark.parametrize("key", [name for name in PlanFile.model_fields if name != "schema"])
def test_a_value_of_any_wrong_kind_is_refused_with_its_line_or_is_what_may_stand_there(
    tmp_path: Path, key: str, value: str
) -> None:
    parts = [part for part in _parts(PlanFile.model_fields[key].annotation) if isinstance(part, type)]
    models = [part for part in parts if issubclass(part, BaseModel)]
    texts = [f"{key}: {value}\n"]
    for model in models:
        texts += [f"{key}:\n  {dash}{field}: {value}\n" for field in model.model_fields for dash in ("", "- ")]
    for text in texts:
        path = tmp_path / "utveksling.yaml"
        path.write_text(HEAD + text, "utf-8")
        for detail in _details(path):
            assert detail.startswith(f"{path}:")
            assert len(detail) < 2_000


def _details(path: Path) -> tuple[str, ...]:
    try:
        load(path)
    except DataUnusable as error:
        return error.details
    return ()


def _parts(annotation: Any) -> list[Any]:
    inner = getattr(annotation, "__args__", ())
    return [annotation, *(part for one in inner for part in _parts(one))]
