"""What a search can ask of a host, one function for each criterion.

Each gives YES, NO or UNKNOWN: a host whose subject areas nobody has written down is not a host
without the subject. A search keeps only YES; the result counts the unknown ones and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.words import fold, spellings

YES, NO, UNKNOWN = "yes", "no", "unknown"

# Exchange under these programmes is free of tuition at the host by the programmes' own rules.
TUITION_FREE_AGREEMENTS = frozenset({"erasmus", "enhance", "nordplus"})


class Criteria(NamedTuple):
    """What was asked for; an empty tuple or None asks nothing.

    `text_ids` are the hosts that fit the text, best first: word search is the catalogue's work.
    """

    countries: tuple[str, ...] = ()
    city: str | None = None
    text: str | None = None
    text_ids: tuple[str, ...] = ()
    field: str | None = None
    programme: str | None = None
    level: str | None = None
    agreements: tuple[str, ...] = ()
    teaching_language: str | None = None
    tuition_free: bool = False
    evidence: tuple[str, ...] = ()


Test = Callable[[Institution], str]


def tests(criteria: Criteria, field_names: Mapping[str, str]) -> dict[str, Test]:
    """The criteria that were asked for, by the name of their option in English."""
    asked: dict[str, Test | None] = {
        "countries": _country(criteria.countries) if criteria.countries else None,
        "city": _city(criteria.city) if criteria.city else None,
        "text": _text(criteria.text_ids) if criteria.text else None,
        "field": _field(criteria.field, field_names) if criteria.field else None,
        "programme": _programme(criteria.programme) if criteria.programme else None,
        "level": _level(criteria.level) if criteria.level else None,
        "agreements": _agreement(criteria.agreements) if criteria.agreements else None,
        "teaching_language": _teaching_language(criteria.teaching_language) if criteria.teaching_language else None,
        "tuition_free": tuition_free if criteria.tuition_free else None,
        "evidence": _evidence(criteria.evidence) if criteria.evidence else None,
    }
    return {name: test for name, test in asked.items() if test is not None}


def _verdict(known: bool, fits: bool) -> str:
    if fits:
        return YES
    return NO if known else UNKNOWN


def _country(codes: tuple[str, ...]) -> Test:
    return lambda host: YES if host.country in codes else NO


def _city(city: str) -> Test:
    wanted = set(spellings(city))

    def test(host: Institution) -> str:
        return YES if any(starts_words(phrase, place) for phrase in wanted for place in spellings(host.city)) else NO

    return test


def starts_words(phrase: str, text: str) -> bool:
    """Each word of the folded phrase begins a word of the folded text."""
    words = text.split()
    return all(any(word.startswith(part) for word in words) for part in phrase.split())


def _text(ids: tuple[str, ...]) -> Test:
    wanted = frozenset(ids)
    return lambda host: YES if host.id in wanted else NO


def _field(field: str, names: Mapping[str, str]) -> Test:
    if field.isdigit():
        return lambda host: _verdict(bool(host.subject_areas), _in_branch(field, host))
    phrase = fold(field)
    codes = {code for code, name in names.items() if starts_words(phrase, fold(name))}

    def test(host: Institution) -> str:
        fits = any(
            (area.isced_f is not None and any(area.isced_f.startswith(code) for code in codes))
            or (area.text is not None and starts_words(phrase, fold(area.text)))
            for area in host.subject_areas
        )
        return _verdict(bool(host.subject_areas), fits)

    return test


def _in_branch(asked: str, host: Institution) -> bool:
    """Asking for 06 finds 0613; asking for 0613 finds a host that is only known to have 06."""
    codes = [area.isced_f for area in host.subject_areas if area.isced_f is not None]
    return any(code.startswith(asked) or asked.startswith(code) for code in codes)


def programme_reports(host: Institution, programme: str) -> int:
    """How many students of the programmes that fit the text have reported from the host."""
    if host.reports is None:
        return 0
    phrase = fold(programme)
    return sum(row.number for row in host.reports.programmes if starts_words(phrase, fold(row.programme)))


def _programme(programme: str) -> Test:
    return lambda host: YES if programme_reports(host, programme) else NO


def _level(level: str) -> Test:
    return lambda host: _verdict(bool(host.levels), any(entry.level == level for entry in host.levels))


def _agreement(types: tuple[str, ...]) -> Test:
    def test(host: Institution) -> str:
        known = any(entry.type != "unknown" for entry in host.agreements)
        return _verdict(known, any(entry.type in types for entry in host.agreements))

    return test


def _teaching_language(language: str) -> Test:
    return lambda host: _verdict(bool(host.teaching_languages), language in host.teaching_languages)


def tuition_free(host: Institution) -> str:
    """Free when the source says so, or by the rules of Erasmus+, ENHANCE and Nordplus."""
    waived = host.tuition.waived if host.tuition else "unknown"
    if waived == "yes" or any(entry.type in TUITION_FREE_AGREEMENTS for entry in host.agreements):
        return YES
    return UNKNOWN if waived == "unknown" else NO


def _evidence(kinds: tuple[str, ...]) -> Test:
    return lambda host: YES if host.evidence in kinds else NO
