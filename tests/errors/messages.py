"""Find in the source every error that can be raised, as a template of its message and its hint.

`…` stands for what is filled in at run time. A message that is put together in two ways gives two templates.
A name stands for what was last assigned to it in the function above the error, else in the module.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "src" / "utveksling_cli"
ERRORS = {"UtvekslingError", "UsageProblem", "NotFound", "DataUnusable"}
FILLED_IN = "…"
_MOST_STEPS = 4


class Template(NamedTuple):
    place: str
    message: str
    hint: str

    def fits(self, stderr: str) -> bool:
        """Whether this is what stands there, the details between message and hint aside."""
        first, *rest = stderr.splitlines()
        hints = [line for line in rest if line.startswith("Hint: ")] or [""]
        # The place in a file may stand before the message.
        said = any(_fits(f"Feil: {place}{self.message}", first) for place in ("", f"{FILLED_IN}: "))
        return said and _fits(f"Hint: {self.hint}" if self.hint else "", hints[-1])


def _fits(template: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, template.split(FILLED_IN))), text) is not None


def templates() -> list[Template]:
    return [
        template
        for path in sorted(PACKAGE.rglob("*.py"))
        for template in templates_in(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())
    ]


def templates_in(source: str, name: str) -> Iterator[Template]:
    tree = ast.parse(source)
    inside = {
        id(node): function
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ERRORS:
            scopes = [inside.get(id(call), tree), *tree.body]
            hint = next((keyword.value for keyword in call.keywords if keyword.arg == "hint"), ast.Constant(""))
            ways = product(_texts(call.args[0], scopes, _MOST_STEPS), _texts(hint, scopes, _MOST_STEPS))
            yield from (Template(f"{name}:{call.lineno}", *way) for way in ways)


def _texts(node: ast.expr, scopes: list[ast.AST], steps: int) -> list[str]:
    """Every way in which the expression can come out, as far as the source itself tells."""
    if isinstance(node, ast.Constant):
        return ["" if node.value is None else str(node.value)]
    if isinstance(node, ast.JoinedStr):
        parts = [_texts(part, scopes, steps) for part in node.values]
        return list(dict.fromkeys("".join(way) for way in product(*parts)))
    if isinstance(node, ast.FormattedValue):
        return _texts(node.value, scopes, steps)
    if isinstance(node, ast.IfExp | ast.BoolOp):
        ways = [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values
        return [text for way in ways for text in _texts(way, scopes, steps)]
    if isinstance(node, ast.Name) and steps:
        function, *module = scopes
        inner = [found for found in ast.walk(function) if _assigns(found, node.id) and found.lineno <= node.lineno]
        outer = [found for found in module if _assigns(found, node.id)]
        found = (inner or outer)[-1:]
        return _texts(found[0].value, scopes, steps - 1) if found else [FILLED_IN]
    return [FILLED_IN]


def texts_of(node: ast.expr, scopes: list[ast.AST]) -> list[str]:
    return _texts(node, scopes, _MOST_STEPS)


def _assigns(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == name for to in node.targets)
