"""Files of text, bent: plans, data files and lists of courses, from those that the tests and the project have."""

from functools import cache
from pathlib import Path
from random import Random

from utveksling_cli.catalogue.files import DECISIONS_FILE, YAML_FILES

from .hostile import bent, hostile

_TESTS = Path(__file__).parents[1]
SMALL = _TESTS / "catalogue" / "small"
_DATA = _TESTS.parent / "data"
_MOST_RECORDS = 2
_MOST_LINES = 40
_DEEP = 3_000
# What YAML knows and this project does not, and what its parsers have stumbled on.
_YAML = (
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "!!python/object/apply:os.system [ls]",
    "! ",
    "--- ",
    "---\n",
    "...\n",
    "%YAML 1.1\n---\n",
    "%TAG ! tag:x,2000:\n---\n",
    "? ",
    "? [a]\n: b\n",
    "- ",
    "- - - -\n",
    ": ",
    "|\n",
    ">-\n  ",
    "|9\n",
    "[",
    "]",
    "{",
    "}",
    "{a: 1, a: 2}",
    "[a, b, [c, {d: e}]]",
    "[" * _DEEP,
    "{a: " * _DEEP,
    "- " * _DEEP,
    "a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n",
    "'",
    '"',
    '"\\u0000"',
    '"\\uD800"',
    '"\\x1b"',
    '"\\N\\L\\P"',
    "# ",
    "\t",
    "\r",
    "\r\n",
    "\ufeff",
    "\x85",
    "\u2028",
    "null",
    "~",
    "yes",
    "0o17",
    "012",
    "1:30",
    ".inf",
    "2026-02-31",
    "=",
)
_CELLS = (";", ",", "\t", '"', '""', "\n", "\r", ';"', "=1+1", "'=1", "\0", "sep=;\n", " ", "\ufeff")


@cache
def plans() -> tuple[str, ...]:
    found = [_TESTS / "errors" / "files" / "plan.yaml"]
    for folder in ("golden/files", "errors/files"):
        found += sorted((_TESTS / folder).rglob("*.yaml"))
    texts = (path.read_text(encoding="utf-8") for path in found if path.stat().st_size < 20_000)
    return tuple(text for text in texts if "utveksling.plan/" in text)


@cache
def lists_of_courses() -> tuple[str, ...]:
    found = [path for folder in ("golden", "errors") for path in sorted((_TESTS / folder / "files").rglob("*.csv"))]
    rows = "".join((_DATA / DECISIONS_FILE).read_text(encoding="utf-8").splitlines(keepends=True)[2:9])
    return (*(path.read_text(encoding="utf-8")[:20_000] for path in found), rows)


@cache
def _data_files() -> dict[str, tuple[list[str], dict[int, list[list[str]]]]]:
    return {name: _parted((_DATA / name).read_text(encoding="utf-8").splitlines(keepends=True)) for name in YAML_FILES}


def _parted(lines: list[str]) -> tuple[list[str], dict[int, list[list[str]]]]:
    """The lines at the margin, and below each the records of its list."""
    top: list[str] = []
    records: dict[int, list[list[str]]] = {}
    for line in lines:
        if not line.strip():
            continue
        if not line.startswith(" "):
            top.append(line)
        elif line.startswith("  - ") or not records.get(len(top)):
            records.setdefault(len(top), []).append([line])
        else:
            records[len(top)][-1].append(line)
    return top, records


def data_file(random: Random) -> tuple[str, str]:
    """The name of a data file, and its text with only a few of its records."""
    name = random.choice(sorted(_data_files()))
    top, records = _data_files()[name]
    lines: list[str] = []
    for place, line in enumerate(top, start=1):
        lines.append(line)
        known = records.get(place, [])
        for _ in range(min(len(known), random.randrange(1, _MOST_RECORDS + 1))):
            lines += random.choice(known)[:_MOST_LINES]
    return name, "".join(lines)


def small_file(random: Random) -> tuple[str, str]:
    """A file of the small folder, which fits with the others in it."""
    name = random.choice((*YAML_FILES, DECISIONS_FILE))
    return name, (SMALL / name).read_text(encoding="utf-8")


def bent_yaml(random: Random, text: str) -> bytes:
    return _bent_text(random, text, _YAML)


def bent_csv(random: Random, text: str) -> bytes:
    return _bent_text(random, text, _CELLS)


def _bent_text(random: Random, text: str, signs: tuple[str, ...]) -> bytes:
    lines = text.splitlines(keepends=True)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3, 6))):
        lines = _bent_lines(random, lines or ["\n"], signs)
    return _encoded(random, "".join(lines))


def _bent_lines(random: Random, lines: list[str], signs: tuple[str, ...]) -> list[str]:
    place = random.randrange(len(lines))
    line = lines[place]
    before, after = lines[:place], lines[place + 1 :]
    column = random.randrange(len(line) + 1)
    key, colon, value = line.partition(":")
    match random.randrange(11):
        case 0:
            return before + after
        case 1:
            return [*before, line, line, *after]
        case 2:
            return [*before, *random.sample(lines, min(len(lines), 3)), *after]
        case 3:
            return [*before, line[:column] + random.choice(signs) + line[column:], *after]
        case 4:
            return [*before, line[:column] + random.choice(signs) + line[column + 1 :], *after]
        case 5 if colon:
            return [*before, f"{key}: {random.choice(signs)}\n", *after]
        case 6 if colon:
            return [*before, f"{key}: {hostile(random)}\n", *after]
        case 7 if colon:
            return [*before, f"{key}: {bent(random, value.strip())}\n", *after]
        case 8:
            return [*before, bent(random, line), *after]
        case 9:
            return [*before, " " * random.randrange(9) + line.lstrip(), *after]
        case _:
            return lines[: place + 1] + lines[random.randrange(len(lines)) :]


def _encoded(random: Random, text: str) -> bytes:
    chance = random.random()
    content = text.encode("utf-8", "surrogatepass")
    if chance < 0.85:
        return content
    if chance < 0.9:
        return text.encode(random.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "cp865", "utf-8-sig")), "replace")
    if chance < 0.95:
        return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\0\n", b"\x0c")))
    place = random.randrange(len(content) + 1)
    return content[:place] + random.randbytes(random.choice((1, 4, 64))) + content[place + 1 :]
