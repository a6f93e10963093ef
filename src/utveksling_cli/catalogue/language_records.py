"""What `language_tests.yaml` holds as plain lists in the field order of the NamedTuples in `model.language`."""

from __future__ import annotations

from typing import Any

from utveksling_cli.catalogue.records import text
from utveksling_cli.catalogue.schema.language_tests import (
    Advice,
    Comparable,
    LanguageTest,
    LanguageTestsFile,
    Levels,
    Price,
    ResultTime,
    Scale,
    Validity,
)
from utveksling_cli.model.language import CEFR_LEVELS


def language_record(file: LanguageTestsFile) -> list[Any]:
    """The fields of `model.language.LanguageFacts`, in their order."""
    margin = file.margin
    spare = [margin.days, margin.status, margin.source, margin.verified_on.isoformat(), margin.note]
    return [[_test(test) for test in file.tests], [_advice(entry) for entry in file.advice], spare]


def _test(test: LanguageTest) -> list[Any]:
    return [
        test.id,
        test.name,
        test.language,
        [_scale(scale) for scale in test.scales],
        [test.validity.years, *_standing(test.validity)] if test.validity else None,
        [test.results.days, *_standing(test.results)] if test.results else None,
        [[str(price.amount), price.currency, price.year, *_standing(price)] for price in test.prices],
    ]


def _scale(scale: Scale) -> list[Any]:
    return [
        scale.id,
        scale.name,
        scale.from_.isoformat() if scale.from_ else None,
        scale.until.isoformat() if scale.until else None,
        str(scale.lowest),
        str(scale.highest),
        str(scale.step),
        _levels(scale.levels) if scale.levels else None,
        _comparable(scale.comparable) if scale.comparable else None,
        *_standing(scale),
    ]


def _levels(levels: Levels) -> list[Any]:
    scores = [(level, text(getattr(levels, level))) for level in CEFR_LEVELS]
    return [[[level, score] for level, score in scores if score is not None], *_standing(levels)]


def _comparable(comparable: Comparable) -> list[Any]:
    bands = [[str(band.score), str(band.low), str(band.high)] for band in comparable.bands]
    printed = comparable.printed_until.isoformat() if comparable.printed_until else None
    return [comparable.scale, printed, bands, *_standing(comparable)]


def _advice(entry: Advice) -> list[Any]:
    return [entry.id, entry.text, *_standing(entry)]


def _standing(fact: Levels | Comparable | Scale | Validity | ResultTime | Price | Advice) -> list[Any]:
    return [fact.status, fact.confidence, fact.source, fact.verified_on.isoformat(), fact.note]
