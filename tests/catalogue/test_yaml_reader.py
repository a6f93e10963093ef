"""The strict YAML reader, with the parser in C and with the one in Python."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.catalogue import yaml_reader
from utveksling_cli.catalogue.characters import unseen_at
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import LineMap, read_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(yaml_reader, "LOADER", getattr(yaml, request.param))
    return str(request.param)


def refused(text: str) -> str:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    return f"{caught.value.line}: {caught.value.message}"


KEPT_AS_TEXT = {
    "the country code of Norway, a boolean in YAML 1.1": ("a: NO", "NO"),
    "another boolean": ("a: on", "on"),
    "true": ("a: true", "true"),
    "a field code with a zero in front, an octal number": ("a: 0613", "0613"),
    "a time of day, a number to the base of sixty": ("a: 12:30", "12:30"),
    "a day that no calendar has": ("a: 2026-02-31", "2026-02-31"),
    "a day that it has": ("a: 2026-02-28", "2026-02-28"),
    "a decimal number, without loss": ("a: 0.40", "0.40"),
    "a number too large for anything": ("a: " + "9" * 5000, "9" * 5000),
    "not a number": ("a: .nan", ".nan"),
    "a number with underscores": ("a: 1_000", "1_000"),
    "the value key of YAML 1.1 as a value": ("a: =", "="),
    "null in quotes": ("a: 'null'", "null"),
    "nothing in quotes": ("a: ''", ""),
    "two spaces in an Erasmus code": ("a: D  BERLIN02", "D  BERLIN02"),
    "a folded block": ("a: >\n  en\n  to\n", "en to\n"),
    "letters of other scripts": ("a: Łódź 東京 🎓", "Łódź 東京 🎓"),
    "an escaped letter": (r'a: "\u00e5"', "å"),
}


@pytest.mark.parametrize(("text", "value"), KEPT_AS_TEXT.values(), ids=KEPT_AS_TEXT)
@pytest.mark.usefixtures("parser")
def test_a_scalar_is_the_text_that_stands_there(text: str, value: str) -> None:
    assert read_yaml(text) == {"a": value}


@pytest.mark.parametrize("text", ["a:", "a: null", "a: ~", "{a}", "? a"])
@pytest.mark.usefixtures("parser")
def test_nothing_is_none(text: str) -> None:
    assert read_yaml(text) == {"a": None}


DOCUMENTS = {
    "an empty file": ("", None),
    "only a comment": ("# nothing here\n", None),
    "a list": ("- a\n- b\n", ["a", "b"]),
    "a single word": ("a", "a"),
    "a byte order mark in front": ("\ufeffa: 1", {"a": "1"}),
    "Windows line ends": ("a: 1\r\nb:\r\n  - x\r\n", {"a": "1", "b": ["x"]}),
    "old Mac line ends": ("a: 1\rb: 2\r", {"a": "1", "b": "2"}),
    "marks for one document": ("---\na: 1\n...\n", {"a": "1"}),
    "the key of YAML 1.1 for a value": ("=: 1", {"=": "1"}),
    "keys that look like numbers and null": ("1: a\nnull: b", {"1": "a", "null": "b"}),
    "the same key in two maps": ("a: {x: 1}\nb: {x: 2}", {"a": {"x": "1"}, "b": {"x": "2"}}),
}


@pytest.mark.parametrize(("text", "value"), DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.usefixtures("parser")
def test_a_document_is_maps_lists_and_text(text: str, value: object) -> None:
    assert read_yaml(text) == value


_LAUGHS = 'a: &a ["lol", "lol"]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'
_NESTED = "for mange nivåer inni hverandre"
_UNCLOSED = "klammen som åpnes her, lukkes aldri, eller det mangler komma i den"
_QUOTE = "anførselstegnet som åpnes her, lukkes aldri"
_INDENT = "innrykket passer ikke med linjene over"
_FIRST_SIGN = "tekst kan ikke begynne med dette tegnet; sett anførselstegn rundt den"
_NOT_TEXT = "en nøkkel skal være tekst, ikke en liste eller et nytt oppslag"
_COLON = "kolon på et sted det ikke er ventet; sett anførselstegn rundt teksten"

REFUSED = {
    "a key given twice": ("a: 1\nb: 2\na: 3", "3: nøkkelen «a» står to ganger; den første er på linje 1"),
    "a key given twice on one line": ("{a: 1, a: 2}", "1: nøkkelen «a» står to ganger; den første er på linje 1"),
    "a key given twice in other quotes": ("a: 1\n'a': 2", "2: nøkkelen «a» står to ganger; den første er på linje 1"),
    "an anchor": ("a: 1\nb: &x 2", "2: anker (&x) er ikke lov; skriv verdien ut"),
    "an alias": ("a: *x", "1: alias (*navn) er ikke lov; skriv verdien ut"),
    "a billion laughs": (_LAUGHS, "1: anker (&a) er ikke lov; skriv verdien ut"),
    "a merge key": ("a:\n  <<: {b: 1}", "2: sammenslåing (<<) er ikke lov; skriv verdiene ut"),
    "a tag": ("a: !!str 1", "1: merket tag:yaml.org,2002:str er ikke lov"),
    "a tag that would run code": (
        "a: !!python/object/apply:os.system [ls]",
        "1: merket tag:yaml.org,2002:python/object/apply:os.system er ikke lov",
    ),
    "a bare tag": ("a: ! 1", "1: merket ! er ikke lov"),
    "a tab for indentation": ("a:\n\tb: 1", "2: tabulator er ikke lov; bruk mellomrom"),
    "a tab before a comment": ("a: 1\nb: 2\t# c", "2: tabulator er ikke lov; bruk mellomrom"),
    "two documents": ("a: 1\n---\nb: 2", "2: bare ett YAML-dokument i hver fil"),
    "text after the end": ("a: 1\n...\nb: 2", "3: tekst etter slutten på dokumentet"),
    "deep nesting on one line": ("[" * 100_000, f"1: {_NESTED}"),
    "deep nesting line by line": ("".join("  " * i + "a:\n" for i in range(60)), f"41: {_NESTED}"),
    "a list as a key": ("? [a]\n: 1", f"1: {_NOT_TEXT}"),
    "a map as a key": ("a: 1\n? {a: 1}\n: 2", f"2: {_NOT_TEXT}"),
    "a bracket never closed": ("a: 1\nb: [1,\n  2\n", f"2: {_UNCLOSED}"),
    "a bracket closed by the wrong one": ("a: [1}\n", f"1: {_UNCLOSED}"),
    "a quote never closed": ("a: 1\nb: 'x\n\n\n", f"2: {_QUOTE}"),
    "too little indentation": ("a:\n    b: 1\n  c: 2", f"3: {_INDENT}"),
    "a list that stops being one": ("a:\n  - b\n  c: 1", f"3: {_INDENT}"),
    "a second colon": ("a: b: c", f"1: {_COLON}"),
    "a key without a colon": ("a: 1\nbcd\ne: 2", "3: kolon mangler etter en nøkkel"),
    "a percent sign first": ("a: %x", f"1: {_FIRST_SIGN}"),
    "an at sign first": ("a: @x", f"1: {_FIRST_SIGN}"),
    "a list on the line of its key": ("a: - b", "1: en liste kan ikke begynne her; sett den på en egen linje"),
    "a value that is missing between brackets": ("a: 1\nb: [,]", "2: her mangler en verdi"),
    "a question mark first in a value": (
        "a: ? b",
        "1: spørsmålstegn på et sted det ikke er ventet; sett anførselstegn rundt teksten",
    ),
    "an unknown escape": (
        'a: "c:\\q"',
        "1: ukjent tegn etter \\ i tekst med doble anførselstegn; bruk enkle anførselstegn",
    ),
    "NUL": ("a: 1\nb: \0", "2: tegnet U+0000 vises ikke som tekst og er ikke lov i data"),
    "a bell": ("a: \a", "1: tegnet U+0007 vises ikke som tekst og er ikke lov i data"),
    "escape to the terminal": ("a: 1\r\nb: \x1b[31m", "2: tegnet U+001B vises ikke som tekst og er ikke lov i data"),
    "an escaped control character": (
        'a: 1\nb: "x\\e[31m"',
        "2: tegnet U+001B vises ikke som tekst og er ikke lov i data",
    ),
    "text turned around": ("a: x\u202ey", "1: tegnet U+202E vises ikke som tekst og er ikke lov i data"),
    "an escape that turns text around": (
        r'a: "\u202e"',
        "1: tegnet U+202E vises ikke som tekst og er ikke lov i data",
    ),
    "an invisible character in a key": ("a\u200b: 1", "1: tegnet U+200B vises ikke som tekst og er ikke lov i data"),
    "a second byte order mark": ("a: 1\n\ufeffb: 2", "2: tegnet U+FEFF vises ikke som tekst og er ikke lov i data"),
    "a line separator": ("a: b\u2028c: d", "1: tegnet U+2028 vises ikke som tekst og er ikke lov i data"),
    "half a surrogate pair": ("a: \ud800", "1: tegnet U+D800 vises ikke som tekst og er ikke lov i data"),
    "a letter lost earlier": ("a: M\ufffdnchen", "1: tegnet U+FFFD vises ikke som tekst og er ikke lov i data"),
    "UTF-16 read as UTF-8": ("a\0:\0 \x001\0", "1: tegnet U+0000 vises ikke som tekst og er ikke lov i data"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
@pytest.mark.usefixtures("parser")
def test_what_other_readers_guess_at_is_refused_with_its_line(text: str, message: str) -> None:
    assert refused(text) == message


def test_a_long_key_is_shortened_in_the_message() -> None:
    key = "k" * 500
    assert refused(f"{key}: 1\n{key}: 2") == f"2: nøkkelen «{'k' * 59}…» står to ganger; den første er på linje 1"


@pytest.mark.usefixtures("parser")
def test_a_value_stands_on_the_line_of_its_key_and_an_entry_on_its_own() -> None:
    lines = LineMap("# head\na: 1\nb:\n  - x\n  - c: 2\n    d:\n      3\ne: [4, 5]\n")
    places = [(), ("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 1, "d"), ("e", 1)]
    assert [lines.line(place) for place in places] == [2, 2, 3, 4, 5, 6, 8]


def test_a_place_that_does_not_exist_is_its_nearest_parent() -> None:
    lines = LineMap("a:\n  b:\n    c: 1\n")
    assert (lines.line(("a", "b", "x", "y")), lines.line(("z",))) == (2, 1)


def test_lines_count_from_one_in_an_empty_file() -> None:
    assert LineMap("").line(("a",)) == 1


_YAMLISH = st.text(st.sampled_from("ab:-[]{},'\"|>#?~%@&*!\\\n 0.\t\r\0æ\u2028\ufeff\ud800"))


@given(st.one_of(st.text(), _YAMLISH))
def test_no_text_makes_the_reader_fail_in_another_way(text: str) -> None:
    line, words = _outcome(text)
    assert 1 <= line <= text.count("\n") + text.count("\r") + 1
    assert unseen_at(words) is None


def _outcome(text: str) -> tuple[int, str]:
    try:
        return LineMap(text).line(()), repr(read_yaml(text))
    except YamlError as error:
        return error.line, error.message


_TREES = st.recursive(
    st.one_of(st.none(), st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.from_regex("[a-z]{1,3}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(_TREES)
def test_what_is_written_in_quotes_comes_back(tree: object) -> None:
    text = yaml.safe_dump(_unseen_gone(tree), default_style='"', allow_unicode=True)
    assert read_yaml(text.replace('!!null "null"', "null")) == _unseen_gone(tree)


def _unseen_gone(tree: object) -> object:
    if isinstance(tree, dict):
        return {key: _unseen_gone(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_unseen_gone(value) for value in tree]
    return "x" if isinstance(tree, str) and unseen_at(tree) is not None else tree
