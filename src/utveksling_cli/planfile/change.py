"""Change a plan file without losing anything that stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from utveksling_cli.catalogue.characters import refusal
from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.errors import DataUnusable, UsageProblem
from utveksling_cli.model.plan import SCHEMA_VERSION, Plan
from utveksling_cli.planfile import is_there
from utveksling_cli.planfile.accepted import MOST_BYTES
from utveksling_cli.planfile.convert import SCHEMA_PREFIX, Tree, to_tree
from utveksling_cli.planfile.merge import merge
from utveksling_cli.planfile.read import Document, document_of, read_document
from utveksling_cli.planfile.roundtrip import NOTHING, dumped, lost_comment, parse, survives
from utveksling_cli.planfile.store import keep_copy, one_writer, put

_NEW_FILE = f"""\
# Planen din for utveksling. Fila er privat: utveksling leser den på maskinen din og sender den aldri noe sted.
# Du kan endre den selv. Kommentarer og rekkefølge blir stående når en kommando endrer noe.

schema: {SCHEMA_PREFIX}{SCHEMA_VERSION}
"""
_BOM = b"\xef\xbb\xbf"


def edit_file(path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """As `planfile.edit`."""
    real = _real(path)
    with one_writer(path, real):
        if not is_there(real):
            document = document_of(SourceText(str(path), _NEW_FILE))
            plan = change(document.plan)
            put(path, real, changed_text(document, plan).encode())
            return plan
        document = read_document(path)
        plan = change(document.plan)
        if plan != document.plan or document.version != SCHEMA_VERSION:
            before = real.read_bytes()
            text = changed_text(document, plan)
            if document.version != SCHEMA_VERSION:
                keep_copy(path, real, document.version)
            put(path, real, _as_before(text, before))
        return plan


def changed_text(document: Document, plan: Plan) -> str:
    """The document's text with this plan in it; raises DataUnusable rather than lose anything of it."""
    text = document.source.text
    _refuse_loss(document.source)
    text = _merged(text, read_yaml(text), document.tree)
    tree = to_tree(plan)
    # It means nothing to `dumped`, so a text with it would be written without.
    if NOTHING in str(tree):
        raise _unwanted([refusal(NOTHING)])
    text = _merged(text, to_tree(document.plan), tree)
    _check(text, plan)
    return text


def _refuse_loss(source: SourceText) -> None:
    """Where the text would not survive even a change of nothing."""
    if not survives(source.text):
        raise DataUnusable(
            "Planen er skrevet slik at programmet ikke kan endre den uten at noe går tapt.",
            where=source.file,
            hint="Skriv hver nøkkel på formen «nøkkel: verdi», eller gjør endringen i fila selv. Fila er ikke endret.",
        )
    comment = lost_comment(source.text)
    if comment is not None:
        raise DataUnusable(
            "En kommentar inni klammer ville gått tapt om planen ble endret.",
            where=f"{source.file}:{comment.line}",
            hint="Flytt kommentaren ut av klammene, eller skriv lista med én linje til hver. Fila er ikke endret.",
        )


def _merged(text: str, old: Tree, new: Tree) -> str:
    if old == new:
        return text
    document = parse(text)
    merge(document, old, new)
    return dumped(document, text)


def _check(text: str, plan: Plan) -> None:
    """What is written can be read again, and says what was meant."""
    if len(text.encode()) > MOST_BYTES:
        raise UsageProblem("Planen blir for stor.", hint="Ta ut eller kort ned noe. Fila er ikke endret.")
    try:
        written = document_of(SourceText("ny tekst", text)).plan
    except DataUnusable as error:
        # Lines of a file that is never written would only lead astray.
        raise _unwanted(detail.partition(": ")[2] for detail in error.details) from None
    assert written == plan, "the plan file would say something else than the plan"


def _unwanted(details: Iterable[str]) -> UsageProblem:
    hint = "Rett det du skrev. Fila er ikke endret."
    return UsageProblem("Dette kan ikke stå i planen.", details=tuple(details), hint=hint)


def _as_before(text: str, before: bytes) -> bytes:
    """With the line ends and the byte order mark that the file had."""
    content = text.replace("\n", "\r\n") if b"\r\n" in before else text
    return (_BOM if before.startswith(_BOM) else b"") + content.encode()


def _real(path: Path) -> Path:
    """Where the file itself is, so that a link to it stays a link."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        # Links that lead in a ring, or no name that a file can have; reading tells.
        return path.absolute()
