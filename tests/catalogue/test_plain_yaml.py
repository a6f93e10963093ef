"""The quick reader gives exactly what the strict one gives, or leaves the text to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from utveksling_cli.catalogue.plain_yaml import Unsure, read_plain
from utveksling_cli.catalogue.store import shipped_folder
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import read_yaml

_PIECES = (
    "a", "b: c", "- ", "a:", "x: 'y'", "x: 'y", "z'", 'x: "y"', "x: [p, q]", "x: []", "# k", "x: null", "~", ": ", " #",
    "'", '"', "x: -1.5", "x: - y", "- - y", "x: y: z", "x: y #z", "x: y # z", "---", "...", "%", "&a", "*a", "<<: x",
    "!t", "|", ">", "æ", "x:y",
)  # fmt: skip
PIECES = st.sampled_from(_PIECES)
LINES = st.builds(
    lambda indent, dash, pieces, end: " " * indent + dash + " ".join(pieces) + end,
    st.integers(0, 6),
    st.sampled_from(["", "", "- "]),
    st.lists(PIECES, max_size=2),
    st.sampled_from(["", "", "", " ", ":"]),
)
SHAPES = st.sampled_from(["k{}: v", "k{}:", "- k{}: v", "- v", "more text", ""])
SHAPED = st.lists(st.tuples(st.sampled_from([0, 2, 2, 4, 4, 6]), SHAPES), max_size=14).map(
    lambda rows: "\n".join(" " * indent + line.format(number % 5) for number, (indent, line) in enumerate(rows))
)


def strictly(text: str) -> object:
    try:
        return read_yaml(text)
    except YamlError as error:
        return error


@pytest.mark.parametrize("name", ["agreements.yaml", "places.yaml", "funding_rates.yaml", "process.yaml"])
def test_large_files_of_the_project_are_plain(name: str) -> None:
    text = (shipped_folder() / name).read_text(encoding="utf-8")
    assert read_plain(text) == read_yaml(text)


@settings(max_examples=600)
@given(st.one_of(st.lists(LINES, max_size=8).map("\n".join), SHAPED, st.text(st.sampled_from("ab:-#'\"[], \n"))))
def test_what_is_read_is_what_the_strict_reader_reads(text: str) -> None:
    try:
        read = read_plain(text)
    except Unsure:
        return
    assert read == strictly(text)


READ = {
    "a: b\nc:\n  - d\n  - e: f\n    g: h\n": {"a": "b", "c": ["d", {"e": "f", "g": "h"}]},
    "a: en lang\n  setning\n": {"a": "en lang setning"},
    "a: 'en: lang\n  setning'\n": {"a": "en: lang setning"},
    "a: 'det''s'\n": {"a": "det's"},
    'a: "0613"\nb: [x, y]\nc: null\nd:\n': {"a": "0613", "b": ["x", "y"], "c": None, "d": None},
    "# først: dette\na: -34.5\n": {"a": "-34.5"},
    "a:\n- b\nc: d\n": {"a": ["b"], "c": "d"},
    "": None,
}


@pytest.mark.parametrize("text", READ)
def test_the_plain_way(text: str) -> None:
    assert (read_plain(text), read_yaml(text)) == (READ[text], READ[text])


UNSURE = [
    "a: b\na: c", "a: &x b", "a: *x", "a: !t b", "<<: b", "a: |\n  b", "a: b: c", "a: b # c", "a:\tb", "a: 'b",
    "\u200ba: b", "---\na: b", "a: b\n...", "a: b\n\n  c", "a: {b: c}", "A: b", "a: b \n", "a: 'b'\n  c",
    "a: b\n# c\n  d", "a: \ufeffb",
]  # fmt: skip


@pytest.mark.parametrize("text", UNSURE)
def test_all_else_is_left_to_the_strict_reader(text: str) -> None:
    with pytest.raises(Unsure):
        read_plain(text)


def test_deep_nesting_is_left_to_it_as_well() -> None:
    with pytest.raises(Unsure):
        read_plain("\n".join("  " * depth + "a:" for depth in range(3000)))
