"""How long a command takes, as a multiple of `python -c pass` on the same machine in the same moment, and its memory.

Every round runs each command once, in random order, and divides by that round's own `pass`; the median over
the rounds is shown. The times include starting Python, so 1.0 is the floor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from cases import BARE, PASS, cases
from installed import install, versions
from measure import measure
from report import Circumstances, lines, write_page


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="utveksling-benchmark-") as temporary:
        try:
            copy = install(Path(temporary))
            wanted = [case for case in cases(copy) if case.name in {PASS, BARE} or options.bare in case.name]
            results = measure(copy, wanted, options.runder, options.seed)
        except subprocess.CalledProcessError as error:
            told = (error.stderr or b"").decode(errors="replace")
            print(f"{error.cmd} avsluttet med {error.returncode}:\n{told}", file=sys.stderr)
            return 1
        circumstances = Circumstances(
            options.runder, options.seed, versions(copy.python), versions(Path(copy.naive[0]))
        )
    print("\n".join(lines(results)))
    if options.skriv:
        write_page(results, circumstances)
    over = [result for result in results if result.too_slow or result.too_big]
    return 1 if over and options.sjekk else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål tid og minne for hver kommando i den installerte pakka.")
    parser.add_argument("--runder", type=int, default=25, help="antall runder (standard: 25)")
    parser.add_argument("--seed", type=int, default=2027, help="frøet som rekkefølgen trekkes med (standard: 2027)")
    parser.add_argument("--bare", default="", metavar="TEKST", help="bare kommandoer med denne teksten i")
    parser.add_argument("--sjekk", action="store_true", help="avslutt med 1 når et mål er brutt")
    parser.add_argument("--skriv", action="store_true", help="skriv resultatet inn i docs/ytelse.md")
    options = parser.parse_args()
    if options.skriv and options.bare:
        parser.error("--skriv trenger alle kommandoene, og kan ikke brukes sammen med --bare")
    return options


if __name__ == "__main__":
    sys.exit(main())
