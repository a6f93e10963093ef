"""What `guided` tries: each target takes any text, and whatever it raises of its own accord is a finding."""

from collections.abc import Callable
from contextlib import suppress

from utveksling_cli.catalogue.decisions import read_decisions
from utveksling_cli.catalogue.folder import check_text
from utveksling_cli.catalogue.plain_yaml import Unsure, read_plain
from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.catalogue.store import shipped_folder
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.planfile.read import document_of

from .documents import plans

_PART = "agreements/del.yaml"
_SEED_LINES = 60


def _yaml(text: str) -> None:
    """The quick reader gives what the strict one gives, or leaves the text to it."""
    try:
        quick = read_plain(text)
    except Unsure:
        return
    try:
        strict: object = read_yaml(text)
    except YamlError as error:
        strict = error
    assert quick == strict, (quick, strict)


def _data(text: str) -> None:
    content, problems = check_text(_PART, SourceText(_PART, text))
    assert (content is None) == bool(problems)
    assert all(problem.message for problem in problems)


def _plan(text: str) -> None:
    with suppress(DataUnusable):
        document_of(SourceText("utveksling.yaml", text))


def _decisions(text: str) -> None:
    content, problems = read_decisions(text, "vedtak.csv")
    assert (content is None) == bool(problems)


def _hosts() -> str:
    _, _, hosts = _shipped("agreements.yaml").partition("\ninstitutions:\n")
    return "schema: utveksling.institutions/1\ndata_version: 2026-11-24\n\ninstitutions:\n" + _beginning(hosts)


def _shipped(name: str) -> str:
    return (shipped_folder() / name).read_text(encoding="utf-8")


def _beginning(text: str) -> str:
    return "\n".join(text.splitlines()[:_SEED_LINES]) + "\n"


# What each is tried with, and a text of its kind to begin with.
TARGETS: dict[str, tuple[Callable[[str], None], Callable[[], str]]] = {
    "yaml": (_yaml, lambda: _beginning(_shipped("process.yaml"))),
    "data": (_data, _hosts),
    "plan": (_plan, lambda: plans()[0]),
    "decisions": (_decisions, lambda: _beginning(_shipped("course_decisions.csv"))),
}
