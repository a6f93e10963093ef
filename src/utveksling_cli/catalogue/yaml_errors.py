"""What is wrong with a YAML text, as a line and a Norwegian sentence; the parsers' own words are English and differ."""

from __future__ import annotations

import yaml

TOO_DEEP = "for mange nivåer inni hverandre"
# Part of what PyYAML's parser in C or the one in Python says, and what that means to somebody who edits a file.
_IN_NORWEGIAN = (
    ("that cannot start any token", "tekst kan ikke begynne med dette tegnet; sett anførselstegn rundt den"),
    ("mapping values are not allowed", "kolon på et sted det ikke er ventet; sett anførselstegn rundt teksten"),
    ("mapping keys are not allowed", "spørsmålstegn på et sted det ikke er ventet; sett anførselstegn rundt teksten"),
    ("did not find expected key", "innrykket passer ikke med linjene over"),
    ("did not find expected '-' indicator", "innrykket passer ikke med linjene over"),
    ("expected <block end>", "innrykket passer ikke med linjene over"),
    ("sequence entries are not allowed", "en liste kan ikke begynne her; sett den på en egen linje"),
    ("could not find expected ':'", "kolon mangler etter en nøkkel"),
    ("expected the node content", "her mangler en verdi"),
    ("did not find expected node content", "her mangler en verdi"),
    ("escape c", "ukjent tegn etter \\ i tekst med doble anførselstegn; bruk enkle anførselstegn"),
    ("exceeded maximum nesting depth", TOO_DEEP),
    ("<document start>", "tekst etter slutten på dokumentet"),
)
# What was opened and never closed is to be mended where it was opened, not where the parser gave up.
_LEFT_OPEN = (
    ("unexpected end of stream", "anførselstegnet som åpnes her, lukkes aldri"),
    ("expected ',' or", "klammen som åpnes her, lukkes aldri, eller det mangler komma i den"),
)
_UNREADABLE = "kan ikke leses som YAML; se etter spesialtegn som trenger anførselstegn, og feil innrykk"


class YamlError(Exception):
    """The text is not YAML that this project accepts; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def from_parser(error: yaml.YAMLError, text: str) -> YamlError:
    """The parser's finding in `text` as an error of ours."""
    problem = getattr(error, "problem", None) or ""
    found, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    for words, norwegian in _LEFT_OPEN:
        if words in problem:
            return YamlError(_line(began or found, text), norwegian)
    message = next((norwegian for words, norwegian in _IN_NORWEGIAN if words in problem), _UNREADABLE)
    return YamlError(_line(found, text), message)


def _line(mark: yaml.Mark | None, text: str) -> int:
    """The mark's line; the parsers count one past the last line when the text ends too early."""
    return min(mark.line + 1, len(text.splitlines()) or 1) if mark else 1
