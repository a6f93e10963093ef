"""Run the program: repair the command line, run a command, and turn errors into text and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from utveksling_cli.cli.argv import repaired
from utveksling_cli.cli.late import put_off
from utveksling_cli.model.errors import UtvekslingError

_INTERRUPTED = 130
_PROGRAM = "utveksling"
_VERSION = "--versjon"
_COMPLETION = "_UTVEKSLING_COMPLETE"
_DEBUG = "UTVEKSLING_FEILSOK"


def run() -> NoReturn:
    """The console script: `main`, then an end without the tidying that only a longer life would need.

    Nothing is left to write or to close by then, and taking the modules down one by one takes as long
    as a search.
    """
    try:
        # A run is over before there is garbage worth the looking.
        gc.disable()
        sys.unraisablehook = _interrupt_again
        put_off()
        # It would look for plugins to itself in the metadata of every installed package.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        code = main()
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
    except KeyboardInterrupt:
        # Ctrl-C where `main` is not there to catch it: just before, or just after.
        code = _INTERRUPTED
    os._exit(code)


def _interrupt_again(lost: Any) -> None:
    """Ctrl-C where a library cannot pass it on, such as a callback from Rust, would be told of and then forgotten."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        import _thread

        # From beside, since what is raised here is lost too.
        _thread.start_new_thread(_thread.interrupt_main, ())
    else:
        sys.__unraisablehook__(lost)


def main(arguments: list[str] | None = None) -> int:
    """The exit code of one run; `arguments` as in `sys.argv[1:]`."""
    given = repaired(sys.argv[1:] if arguments is None else arguments)
    try:
        _prepare_streams()
        code = _run(given)
        sys.stdout.flush()
    except UtvekslingError as error:
        return _report(error, given)
    except BrokenPipeError:
        return _without_reader()
    except SystemExit as end:
        # Typer's own way to end: a completion was given, or the reader of a pipe is gone.
        return int(end.code or 0) if _COMPLETION in os.environ else _without_reader()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # no traceback reaches a student
        if os.environ.get(_DEBUG):
            raise
        return _report(_unexpected(error), given)
    return code


def _without_reader() -> int:
    """The reader (`| head`) has what it wanted; leave nothing for the interpreter to flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _unexpected(error: Exception) -> UtvekslingError:
    return UtvekslingError(
        f"Uventet feil i programmet ({type(error).__name__}: {error}).",
        hint=f"Meld gjerne fra, med kommandoen du skrev. {_DEBUG}=1 viser hvor i koden det skjedde.",
    )


def _run(arguments: list[str]) -> int:
    if arguments == [_VERSION] and _COMPLETION not in os.environ:
        return _tell_version()
    import typer.main

    from utveksling_cli.cli.app import app

    if _COMPLETION in os.environ:
        # Makes the shells known; Typer does this itself only when it adds its own English options.
        import typer.completion

        typer.completion.get_completion_inspect_parameters()
        _repair_typed_words()
    command = typer.main.get_command(app)
    result = command.main(arguments, prog_name=_PROGRAM, standalone_mode=False)
    return result if isinstance(result, int) else 0


def _tell_version() -> int:
    """Asked for nothing else there is no command line to read, and reading it takes longer than the answer."""
    from utveksling_cli.cli.version import print_version

    print_version()
    return 0


def _repair_typed_words() -> None:
    """What has been typed so far comes in the environment when the shell asks for a completion."""
    for name in ("COMP_WORDS", "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_WORD_TO_COMPLETE"):
        # An environment in ASCII cannot hold the letters; it then stays as it is.
        with suppress(KeyError, UnicodeError):
            (os.environ[name],) = repaired([os.environ[name]])


def _prepare_streams() -> None:
    from utveksling_cli.cli.output import nowhere, survive_any_encoding

    # A stream that was closed before the start is None, and what is written to it is lost as was wished.
    sys.stdout = sys.stdout or nowhere()
    sys.stderr = sys.stderr or nowhere()
    survive_any_encoding(sys.stdout)
    survive_any_encoding(sys.stderr)


def _report(error: UtvekslingError, arguments: list[str]) -> int:
    from utveksling_cli.cli.report import report

    report(error, arguments)
    return error.exit_code
