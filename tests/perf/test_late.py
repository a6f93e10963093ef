"""Standard modules that are put off: nothing that a run does loads them, and whoever asks for them gets them whole."""

import subprocess
import sys

import pytest

from utveksling_cli.cli.late import LATE

PUT_OFF = "import sys; from utveksling_cli.cli.late import put_off; put_off(); "
# For each module something that only works when all of it is there.
USES = {
    "bz2": "import bz2; assert bz2.decompress(bz2.compress(b'a')) == b'a'",
    "ipaddress": "import ipaddress; assert str(ipaddress.ip_address('::1')) == '::1'",
    "lzma": "import lzma; assert lzma.decompress(lzma.compress(b'a')) == b'a'",
    "ntpath": "from ntpath import join; assert join('a', 'b') == 'a' + chr(92) + 'b'",
    "subprocess": "from subprocess import run; assert run([sys.executable, '-c', 'exit(3)']).returncode == 3",
    "textwrap": "import textwrap; assert textwrap.dedent('  a') == 'a'",
    "tokenize": "import io, tokenize; assert next(tokenize.generate_tokens(io.StringIO('a').readline)).string == 'a'",
}


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8")


def test_typer_leaves_what_was_put_off_alone() -> None:
    """When this fails, Typer or Python has begun to use one of them while it is imported: take it off the list."""
    shown = (
        "import typer.main; print([name for name, module in sys.modules.items() if type(module).__name__ == '_Late'])"
    )
    done = python(PUT_OFF + shown)
    assert done.stderr == ""
    assert sorted(eval(done.stdout)) == sorted(LATE)


@pytest.mark.parametrize("name", LATE)
def test_a_module_that_was_put_off_is_whole_when_it_is_used(name: str) -> None:
    kept = f"import {name}; assert type({name}) is type(sys) and {name}.__spec__.name == {name!r}"
    done = python(f"{PUT_OFF}first = sys.modules['{name}']; {USES[name]}; {kept}; assert {name} is first")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_that_is_loaded_already_stays_as_it_is() -> None:
    done = python(
        f"import textwrap; {PUT_OFF}assert sys.modules['textwrap'] is textwrap; assert 'dedent' in vars(textwrap)"
    )
    assert (done.returncode, done.stderr) == (0, "")
