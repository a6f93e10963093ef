"""Run `utveksling` with the arguments given, then write the name of every loaded module to the file named first."""

import atexit
import sys
from pathlib import Path

report = Path(sys.argv.pop(1))
atexit.register(lambda: report.write_text("\n".join(sys.modules), encoding="utf-8"))
sys.argv[0] = "utveksling"

from utveksling_cli.cli.main import main  # noqa: E402 - the command line has to be in place first

sys.exit(main())
