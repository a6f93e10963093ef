"""What `søknad` writes in the plan: steps that are done or not, and notes on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.cli.step_names import find_step
from utveksling_cli.cli.titles import Titles
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan, StepDone

if TYPE_CHECKING:
    from pathlib import Path


class Typed(NamedTuple):
    """What the command line says, as text; `note` belongs to the one step that is named."""

    shown: str | None
    done: tuple[str, ...]
    undone: tuple[str, ...]
    note: str | None

    @property
    def changes_anything(self) -> bool:
        return bool(self.done or self.undone or self.note is not None)


class Changes(NamedTuple):
    """Ids of steps; an empty note takes the note away."""

    done: tuple[str, ...]
    undone: tuple[str, ...]
    noted: str | None
    note: str

    @property
    def steps(self) -> tuple[str, ...]:
        noted = () if self.noted is None else (self.noted,)
        return tuple(dict.fromkeys((*self.done, *self.undone, *noted)))


def read_changes(typed: Typed, titles: Titles) -> Changes:
    """Raises NotFound for what is no step, UsageProblem for what contradicts itself."""
    done = tuple(find_step(titles, text, "--ferdig") for text in typed.done)
    undone = tuple(find_step(titles, text, "--angre") for text in typed.undone)
    both = [step for step in done if step in undone]
    if both:
        raise UsageProblem(
            f"Steget «{both[0]}» kan ikke være både ferdig og ikke.", hint="Bruk bare ett av --ferdig og --angre."
        )
    return Changes(done, undone, _noted(typed, titles, (*done, *undone)), (typed.note or "").strip())


def _noted(typed: Typed, titles: Titles, changed: tuple[str, ...]) -> str | None:
    if typed.note is None:
        return None
    named = [find_step(titles, typed.shown)] if typed.shown is not None else list(dict.fromkeys(changed))
    if len(named) != 1:
        raise UsageProblem(
            "--notat: hvilket steg gjelder notatet?", hint='For eksempel: utveksling søknad visum --notat "Time 3. mai"'
        )
    return named[0]


def write_changes(path: Path, changes: Changes, today: date) -> Plan:
    """Raises DataUnusable for a file that is not there or cannot be changed; a new one is never made here."""
    from utveksling_cli.planfile import edit, load

    load(path)
    return edit(path, lambda plan: changed(plan, changes, today))


def changed(plan: Plan, changes: Changes, today: date) -> Plan:
    """A step that is already done keeps its day; one of which nothing is left to tell goes out of the plan."""
    steps = dict(plan.steps)
    for step in changes.steps:
        before = steps.get(step, StepDone())
        day = None if step in changes.undone else before.done or (today if step in changes.done else None)
        note = (changes.note or None) if step == changes.noted else before.note
        steps[step] = StepDone(day, note)
    return plan._replace(steps={step: entry for step, entry in steps.items() if entry != StepDone()})
