"""What must hold between the records of `process.yaml`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from utveksling_cli.catalogue.characters import shown
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.schema.process import ProcessFile, Step
from utveksling_cli.model.process import NTNU_REPLY, PHASES, TIME, VISA_APPLICATION

_COMMON_YEAR = 2027


def broken_process_rules(file: ProcessFile) -> Iterator[tuple[KeyPath, str]]:
    """Every contradiction: where, and a Norwegian sentence."""
    contacts = {contact.id for contact in file.contacts}
    steps = {step.id for step in file.steps}
    before: set[str] = set()
    furthest = 0
    for index, step in enumerate(file.steps):
        path: KeyPath = ("steps", index)
        if step.contact is not None and step.contact not in contacts:
            yield (*path, "contact"), f"«{shown(step.contact)}» mangler i contacts"
        for place, name in enumerate(step.after):
            if name not in before:
                wrong = "må stå før steget som venter på det" if name in steps else "er ikke et steg"
                yield (*path, "after", place), f"«{shown(name)}» {wrong}"
        if PHASES.index(step.phase) < furthest:
            yield (*path, "phase"), f"{step.phase} kommer før fasen til steget over"
        furthest = max(furthest, PHASES.index(step.phase))
        yield from _of_step(step, path)
        before.add(step.id)


def _of_step(step: Step, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for place, variant in enumerate(step.variants):
        if variant.stay not in step.stays:
            yield (*path, "variants", place, "stay"), f"steget gjelder ikke for {variant.stay}"
    for place, rule in enumerate(step.dates):
        if rule.month is not None and rule.day is not None and rule.day > monthrange(_COMMON_YEAR, rule.month)[1]:
            yield (*path, "dates", place, "day"), f"måned {rule.month} har ikke {rule.day} dager"
        if TIME in rule.text and rule.anchor not in {NTNU_REPLY, VISA_APPLICATION}:
            yield (*path, "dates", place, "text"), f"{TIME} går bare med anchor {NTNU_REPLY} eller {VISA_APPLICATION}"
