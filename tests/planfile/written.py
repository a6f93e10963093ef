"""The text of a plan as somebody might have written it: own indentation, lists in brackets, comments, empty parts."""

import io
import re
from typing import Any, NamedTuple

from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile.change import changed_text
from utveksling_cli.planfile.read import Document, document_of
from utveksling_cli.planfile.roundtrip import NOTHING, parse

HEAD = "schema: utveksling.plan/1\n"
_LAST_PARTS = ("weights", "favourites", "exceptions", "profile", "stay", "budget")


class Written(NamedTuple):
    """`own_lines` are the comments that stand beside nothing."""

    text: str
    own_lines: frozenset[str]


def document(text: str) -> Document:
    return document_of(SourceText("utveksling.yaml", text))


def text_of(plan: Plan) -> str:
    """As the program itself writes it into an empty file."""
    return changed_text(document(HEAD), plan)


@st.composite
def written(draw: st.DrawFn, plan: Plan) -> Written:
    """Each comment is `# c` and a number of its own, in the order of the lines."""
    count = 0

    def comment() -> str:
        nonlocal count
        count += 1
        return f"# c{count}"

    lines: list[str] = []
    for line in _restyled(draw, text_of(plan)).splitlines():
        above = [" " * draw(st.integers(0, 6)) + comment() for _ in range(draw(st.sampled_from([0, 0, 1, 2])))]
        if above and draw(st.booleans()):
            above.insert(0, "")
        beside = f"  {comment()}" if line and draw(st.integers(0, 3)) == 0 else ""
        lines += [*above, line + beside]
    for part in _LAST_PARTS:
        if not any(line.startswith(f"{part}:") for line in lines) and draw(st.integers(0, 3)) == 0:
            lines += [f"{part}:{draw(st.sampled_from(['', ' null', ' ~  ' + comment()]))}", f"  {comment()}"]
    if draw(st.booleans()):
        lines.append(comment())
    own_lines = frozenset(line.strip() for line in lines if line.lstrip().startswith("# c"))
    return Written("\n".join(lines) + "\n", own_lines)


def _restyled(draw: st.DrawFn, text: str) -> str:
    """The same document with another indentation, and some of its lists in brackets."""
    content = parse(text)
    for part, key in (("stay", "hosts"), ("budget", "costs"), ("budget", "rates")):
        if key in content.get(part, {}) and draw(st.booleans()):
            _put_in_brackets(content[part], key)
    for part in ("favourites", "languages"):
        if part in content and draw(st.integers(0, 3)) == 0:
            _put_in_brackets(content, part)
    stream, yaml = io.StringIO(), YAML()
    yaml.width = 10_000
    offset = draw(st.integers(0, 3))
    yaml.indent(mapping=draw(st.integers(2, 4)), sequence=offset + 2, offset=offset)
    yaml.dump(content, stream)
    return re.sub(f" ?{NOTHING}", "", stream.getvalue())


def _put_in_brackets(content: CommentedMap, key: str) -> None:
    """In quotes, since readers differ on what is text in brackets, and without what ruamel hangs on the entries."""
    content[key] = _quoted(content[key])
    content[key].fa.set_flow_style()


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap((key, _quoted(entry)) for key, entry in value.items())
    if isinstance(value, list):
        return CommentedSeq(map(_quoted, value))
    return DoubleQuotedScalarString(value)
