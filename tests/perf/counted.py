"""Run `utveksling` with the arguments given, and write what it cost to the file named first, as JSON.

Counted are the program's own modules, files opened (not those of imports), statements sent to SQLite, and rows that
came back.
"""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

report = Path(sys.argv.pop(1))
sys.argv[0] = "utveksling"
CODE = (".py", ".pyc", ".so", ".pyd", ".pth")
opened: list[str] = []
statements: list[str] = []
rows: list[int] = []
connect = sqlite3.connect


def listen(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].endswith(CODE):
        opened.append(Path(arguments[0]).name)


def count_row(_: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
    rows.append(1)
    return row


def counted_connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
    connection = connect(*arguments, **options)
    connection.set_trace_callback(statements.append)
    connection.row_factory = count_row
    return connection


sqlite3.connect = counted_connect
sys.addaudithook(listen)

from utveksling_cli.cli.main import main  # noqa: E402 - what it imports is counted

code = main()
counts = {
    "modules": sum(name.partition(".")[0] == "utveksling_cli" for name in sys.modules),
    "packages": sorted({name.partition(".")[0] for name in sys.modules}),
    "files": list(opened),
    "statements": len(statements),
    "rows": len(rows),
}
report.write_text(json.dumps(counts), encoding="utf-8")
sys.exit(code)
