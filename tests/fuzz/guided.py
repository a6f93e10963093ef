"""Fuzzing that is led by what code it reaches: `make guided TARGET=yaml SECONDS=60`. Needs Atheris, which is for Linux.

Arguments: a target of `guided_targets`, a folder for the texts that reach new code, then those of libFuzzer.
"""

import importlib
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    name, folder, *others = sys.argv[1:]
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["utveksling_cli"]):
        targets = importlib.import_module("tests.fuzz.guided_targets").TARGETS
    task, seed = targets[name]
    corpus = Path(folder) / name
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "seed").write_text(seed(), encoding="utf-8")

    def one(data: bytes) -> None:
        task(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))

    atheris.Setup([sys.argv[0], *others, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
