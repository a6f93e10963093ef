"""One case: what stands in the folder, and the command that is run there; drawn from a `Random`."""

import json
from random import Random
from typing import NamedTuple

from .commands import command_line, environment, line_with
from .documents import (
    SMALL,
    bent_csv,
    bent_yaml,
    data_file,
    lists_of_courses,
    plans,
    small_file,
)
from .hostile import harmless
from .workbooks import workbook

PLAN = "utveksling.yaml"
# What stands in every case's folder beside its files, and is no file to read.
PIPE, RING, CLOSED, EMPTY = "roer", "ring.csv", "lukket", "tom"
NO_FILES = (PIPE, f"{PIPE}.csv", RING, CLOSED, EMPTY, "/dev/zero", "/dev/null", ".", "..", "finnes-ikke.xlsx", "")
_NAMES = ("emner.csv", "EMNER.TXT", "Mine emner æ.csv", "emner.xlsx")


class FuzzCase(NamedTuple):
    kind: str
    arguments: tuple[str, ...]
    environment: dict[str, str]
    files: dict[str, bytes]

    def as_json(self) -> str:
        """All that is needed to run it again. Bytes are written as Latin-1, which has a letter for each.

        So are the bytes of the arguments: two halves of signs side by side would come back from JSON as one sign.
        """
        return json.dumps(
            {
                "kind": self.kind,
                "arguments": [_written(argument) for argument in self.arguments],
                "environment": {name: _written(value) for name, value in self.environment.items()},
                "files": {name: content.decode("latin-1") for name, content in self.files.items()},
            }
        )


def from_json(text: str) -> FuzzCase:
    fields = json.loads(text)
    arguments = tuple(_read(argument) for argument in fields["arguments"])
    environment = {name: _read(value) for name, value in fields["environment"].items()}
    files = {name: content.encode("latin-1") for name, content in fields["files"].items()}
    return FuzzCase(fields["kind"], arguments, environment, files)


def _written(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def _read(text: str) -> str:
    return text.encode("latin-1").decode("utf-8", "surrogatepass")


def numbered(seed: int, number: int) -> FuzzCase:
    """The same case for the same two numbers, on any machine with the same tests and data."""
    return drawn(Random(f"{seed}/{number}"))


def drawn(random: Random) -> FuzzCase:
    chance = random.random()
    if chance < 0.5:
        return _command(random)
    if chance < 0.7:
        return _plan(random)
    if chance < 0.9:
        return _data(random)
    return _table(random)


def _command(random: Random) -> FuzzCase:
    files = {PLAN: random.choice(plans()).encode()} if random.random() < 0.4 else {}
    return FuzzCase("kommandolinje", command_line(random), environment(random), files)


def _plan(random: Random) -> FuzzCase:
    plan = bent_yaml(random, random.choice(plans()))
    line = line_with(random, "--plan", random.choice((*[PLAN] * 20, *NO_FILES)))
    if random.random() < 0.3:
        line = random.choice((("status",), ("sjekk",), ("start", "--ja"), ("velg", "tu-berlin"), ("fagplan", "vis")))
    return FuzzCase("planfil", line, {}, {PLAN: plan})


def _data(random: Random) -> FuzzCase:
    form = ("--format", random.choice(("json", "csv", "tabell")))
    if random.random() < 0.85:
        name, text = data_file(random)
        path = random.choice((*[name] * 20, *NO_FILES))
        return FuzzCase("datafil", ("data", "sjekk", path, *form), {}, {name: bent_yaml(random, text)})
    name, text = small_file(random)
    files = {path.name: path.read_bytes() for path in sorted(SMALL.iterdir())}
    files[name] = bent_csv(random, text) if name.endswith(".csv") else bent_yaml(random, text)
    line = ("data", "sjekk", ".") if random.random() < 0.7 else line_with(random, "--data", ".")
    return FuzzCase("datafil", line, {}, files)


def _table(random: Random) -> FuzzCase:
    name = random.choice(_NAMES)
    content = workbook(random) if name.endswith(".xlsx") else bent_csv(random, random.choice(lists_of_courses()))
    if random.random() < 0.05:
        name = name.replace("csv", "xlsx")
    files = {PLAN: random.choice(plans()).encode(), name: content}
    if random.random() < 0.03:
        name = random.choice(NO_FILES)
    line = line_with(random, random.choice(("--fil", "--emner", "--egne")), name)
    if random.random() < 0.7:
        line = random.choice(
            (
                ("fagplan", "legg-til", "--fil", name),
                ("fagplan", "forslag", "--lærested", "eth-zurich", "--emner", name),
                ("fagplan", "velg", "--lærested", "eth-zurich", "--egne", name),
            )
        )
    return FuzzCase("tabell", tuple(map(harmless, line)), {}, files)
