"""Make a data folder with as many hosts as wanted, each unlike the others and like the real ones.

The texts of the records, and so their lengths and the facts that they lack, are those of `data/agreements.yaml`;
names, towns, domains, codes and places on the map are invented. The same number and seed give the same bytes.
Nothing in such a folder is true. It is for measuring only.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
PER_FILE = 500
_HEAD = "schema: utveksling.institutions/1\ndata_version: 2026-11-24\n\ninstitutions:\n"
_OWN = re.compile(
    r"^    (?:name|local_name|city|domain|erasmus_code|aliases):.*\n(?:      .*\n)*"
    r"|^    location:\n(?:      .*\n)+",
    re.MULTILINE,
)
_KINDS = ("University of {}", "{} University", "Universität {}", "Université de {}", "{} Institute of Technology",
          "Universidad de {}", "{} Høgskole", "Technical University of {}", "{} School of Business")  # fmt: skip
_BEGIN = (
    "Al", "Bran", "Cor", "Dun", "Est", "Fal", "Gra", "Hol", "Iver", "Jor", "Kal", "Lun", "Mar",
    "Nor", "Os", "Pel", "Quin", "Ros", "Sal", "Tor", "Ul", "Ver", "Wal", "Yst", "Zan", "Ås",
)  # fmt: skip
_MIDDLE = (
    "a", "be", "di", "e", "fo", "ga", "hi", "in", "ko", "la", "men", "ni", "o",
    "pa", "ra", "se", "ti", "u", "va", "win",
)  # fmt: skip
_END = (
    "berg", "borg", "by", "dal", "feld", "gard", "ham", "hus", "lund", "mark", "nes", "ow", "polis",
    "rup", "stad", "sund", "ton", "vik", "wick", "å",
)  # fmt: skip


def write_folder(folder: Path, hosts: int, seed: int = 1) -> None:
    """A data folder with the shipped files, and beside the shipped hosts this many in files of PER_FILE."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("schema", "catalogue.sqlite"))
    parts = folder / "agreements"
    parts.mkdir()
    records = invented(hosts, seed)
    for number in range(-(-hosts // PER_FILE)):
        text = "\n".join(record for _, record in zip(range(PER_FILE), records, strict=False))
        (parts / f"del-{number:05}.yaml").write_text(_HEAD + text, encoding="utf-8", newline="\n")


def invented(hosts: int, seed: int = 1) -> Iterator[str]:
    """The records, one after the other."""
    chance = random.Random(seed)
    patterns = _patterns()
    for number in range(hosts):
        yield _record(chance, number, chance.choice(patterns))


def _patterns() -> list[tuple[str, str]]:
    """The keys before and after the town of each real record, without what names the host."""
    text = (DATA / "agreements.yaml").read_text(encoding="utf-8").partition("\ninstitutions:\n")[2]
    records = re.split(r"\n(?=  - id: )", text.strip("\n") + "\n")
    country = re.compile(r"^    country: ([A-Z]{2})\n", re.MULTILINE)
    found = []
    for record in records:
        _, _, rest = _OWN.sub("", record).partition("\n")
        found.append((country.findall(rest)[0], country.sub("", rest).strip("\n")))
    return found


def _record(chance: random.Random, number: int, pattern: tuple[str, str]) -> str:
    country, rest = pattern
    town = chance.choice(_BEGIN) + chance.choice(_MIDDLE) * chance.randint(0, 1) + chance.choice(_END)
    founder = chance.choice(_BEGIN) + chance.choice(_MIDDLE) + chance.choice(_MIDDLE) + chance.choice(_END)
    name = chance.choice(_KINDS).format(f"{founder} {town}" if chance.random() < 0.5 else town)
    letters = "".join(word[0] for word in name.split())
    lines = [
        f"  - id: vert-{number:07}",
        f"    name: {name}",
        *([f"    local_name: {founder} {chance.choice(_END)} {town}"] if chance.random() < 0.4 else []),
        f"    aliases: [{letters}{number % 1000}, {founder}]",
        f"    country: {country}",
        f"    city: {town}",
        f"    location:\n      lat: {chance.uniform(-55, 68):.4f}\n      lon: {chance.uniform(-170, 175):.4f}",
        "      basis: town_centre",
        f"    domain: vert-{number:07}.example.org",
        *([f'    erasmus_code: "D  OPPDIKT{number % 1000:03}"'] if chance.random() < 0.4 else []),
        rest,
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Lag en datamappe med oppdiktede læresteder, til måling.")
    parser.add_argument("mappe", type=Path, help="en mappe som ikke finnes fra før")
    parser.add_argument("antall", type=int, help="hvor mange læresteder")
    parser.add_argument("--frø", dest="seed", type=int, default=1, help="samme tall gir samme mappe (standard: 1)")
    options = parser.parse_args()
    write_folder(options.mappe, options.antall, options.seed)


if __name__ == "__main__":
    main()
