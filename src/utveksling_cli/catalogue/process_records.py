"""What `process.yaml` holds as plain lists in the field order of the NamedTuples in `model.process`."""

from __future__ import annotations

from typing import Any

from utveksling_cli.catalogue.schema.process import Contact, DateRule, Enhance, ProcessFile, Step


def process_record(file: ProcessFile) -> list[Any]:
    """The fields of `model.process.ProcessFacts`, in their order."""
    return [[_step(step) for step in file.steps], [_contact(entry) for entry in file.contacts], _enhance(file.enhance)]


def _step(step: Step) -> list[Any]:
    return [
        step.id,
        step.title,
        step.phase,
        step.who,
        step.stays,
        step.condition,
        step.after,
        step.text,
        {variant.stay: variant.text for variant in step.variants},
        step.documents,
        step.when,
        [_date(rule) for rule in step.dates],
        step.link,
        step.contact,
        *_standing(step),
    ]


def _date(rule: DateRule) -> list[Any]:
    counted = [rule.anchor, rule.months, rule.days, rule.month, rule.day, rule.year_offset, rule.approximate]
    return [rule.role, rule.text, rule.season, *counted, *_standing(rule)]


def _contact(entry: Contact) -> list[Any]:
    return [entry.id, entry.name, entry.email, entry.link, *_standing(entry)]


def _enhance(entry: Enhance) -> list[Any]:
    programmes = [[programme.name, programme.words] for programme in entry.programmes]
    return [entry.text, programmes, entry.link, *_standing(entry)]


def _standing(fact: Step | DateRule | Contact | Enhance) -> list[Any]:
    return [fact.status, fact.confidence, fact.source, fact.verified_on.isoformat(), fact.note]
