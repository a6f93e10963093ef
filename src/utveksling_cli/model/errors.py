"""The one exception tree; only `cli.main` turns an error into text and an exit code.

UtvekslingError          exit 1
├── UsageProblem         exit 2   the command line asks for something impossible
├── NotFound             exit 3   a country or host that the facts do not know
└── DataUnusable         exit 4   a data folder or file that cannot be used
"""

from __future__ import annotations


class UtvekslingError(Exception):
    """Something that a person can mend: what is wrong, where, and what to do next.

    `message` and `hint` are Norwegian sentences; `where` is a place such as `data/x.yaml:12`, and
    `details` are lines to show between them (each problem in a data folder, each host that fits).
    """

    exit_code = 1
    code = "error"

    def __init__(
        self, message: str, *, hint: str | None = None, where: str | None = None, details: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where
        self.details = details


class UsageProblem(UtvekslingError):
    """The command line cannot be carried out as written."""

    exit_code = 2
    code = "usage"


class NotFound(UtvekslingError):
    """The thing asked for does not exist in the facts."""

    exit_code = 3
    code = "not_found"


class DataUnusable(UtvekslingError):
    """A data folder, data file or output file cannot be read or written."""

    exit_code = 4
    code = "data_unusable"
