"""What README.md shows is what the program says: each ```text block that begins with a command.

`pytest --golden-update` writes what the commands say now.
"""

import re
from pathlib import Path

from .runner import ROOT, make_place, read, run_here

README = ROOT / "README.md"
_SHOWN = re.compile(r"```text\n\$ (?P<command>utveksling [^\n]*)\n(?P<output>.*?)```", re.DOTALL)


def test_the_readme_shows_what_the_program_says(tmp_path: Path, command_cache: Path, golden_update: bool) -> None:
    place = make_place(tmp_path, command_cache, Path("no files"))
    text = README.read_text("utf-8")
    blocks = list(_SHOWN.finditer(text))
    outcomes = {block["command"]: run_here(read(f"$ {block['command']}\n"), place) for block in blocks}
    assert [command for command, outcome in outcomes.items() if outcome.exit_code] == []
    said = {command: outcome.stdout for command, outcome in outcomes.items()}
    if golden_update:
        fresh = _SHOWN.sub(lambda block: f"```text\n$ {block['command']}\n{said[block['command']]}```", text)
        README.write_text(fresh, "utf-8")
    else:
        assert said == {block["command"]: block["output"] for block in blocks}
        assert said, "README.md shows no command"
