"""Every notice that the rules give has its Norwegian sentence, and every sentence a rule that gives it."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from utveksling_cli.model.notice import Notice
from utveksling_cli.render import notices
from utveksling_cli.render.screen import Screen

PACKAGE = Path(__file__).parents[2] / "src" / "utveksling_cli"
SENTENCES = {code: text for group in ("search", "budget", "courses") for code, text in notices.sentences(group).items()}
PLAIN = Screen(60, colour=False)


def codes_in(source: str) -> Iterator[str]:
    """Text that looks like a notice's code, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            group, point, _ = node.value.partition(".")
            if point and group in GROUPS:
                yield node.value


GROUPS = {code.partition(".")[0] for code in SENTENCES}
GIVEN = {
    code
    for folder in ("cli", "planning")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
    for code in codes_in(path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("code", sorted(GIVEN))
def test_a_notice_that_is_given_has_a_sentence(code: str) -> None:
    """A code that ends in a point is put together from that and a status."""
    assert code in SENTENCES or (code.endswith(".") and any(known.startswith(code) for known in SENTENCES))


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_one_that_a_rule_gives(code: str) -> None:
    assert code in GIVEN or f"{code.partition('.')[0]}." in GIVEN


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_a_sentence(code: str) -> None:
    text = SENTENCES[code]
    assert text[0].isupper() or text[0] in "«{"
    assert text.rstrip("»)").endswith((".", "}"))
    assert "  " not in text
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text))


def test_values_are_shown_as_they_are_and_never_read_as_anything_else() -> None:
    hostile = "{code} [bold]%s\x1b[31m"
    notice = Notice("information", "budget.host_tuition", {"note": hostile})
    assert hostile in notices.sentence(notice)
    (line,) = notices.lines([notice], Screen(200, colour=False))
    assert "{code} [bold]%s\ufffd[31m" in line


def test_a_notice_is_told_once() -> None:
    notice = Notice("unknown", "deadlines.hour_unknown")
    assert notices.lines([notice, notice], PLAIN) == notices.lines([notice], PLAIN)


def test_only_the_label_of_a_notice_has_colour() -> None:
    first, *_ = notices.lines([Notice("unknown", "deadlines.hour_unknown")], Screen(200, colour=True))
    assert first.startswith("\x1b[33mUkjent:\x1b[0m Klokkeslettet")
