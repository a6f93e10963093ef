"""What a search can ask of a host, one function for each criterion.

Each gives YES, INFERRED, NO or UNKNOWN. What was deduced and not read in a source can speak for a host
(INFERRED) but never against it, and a host whose subject areas nobody has written down is not a host
without the subject. A search keeps YES and INFERRED; the result counts the rest that is not NO, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from utveksling_cli.model.institution import Institution, SubjectArea
from utveksling_cli.model.search import INFERRED, NO, UNKNOWN, YES, Criteria
from utveksling_cli.model.words import spellings

Test = Callable[[Institution], str]


def tests(criteria: Criteria, field_names: Mapping[str, str]) -> dict[str, Test]:
    """The criteria that were asked for, by the name of their option in English."""
    asked: dict[str, Test | None] = {
        "countries": _country(criteria.countries) if criteria.countries else None,
        "city": _city(criteria.city) if criteria.city is not None else None,
        "text": _text(criteria.text_ids) if criteria.text is not None else None,
        "field": _field(criteria.field, field_names) if criteria.field is not None else None,
        "programme": _programme(criteria.programme) if criteria.programme is not None else None,
        "level": _level(criteria.level) if criteria.level else None,
        "agreements": _agreement(criteria.agreements) if criteria.agreements else None,
        "teaching_language": _teaching_language(criteria.teaching_language) if criteria.teaching_language else None,
        "tuition_free": _tuition_free(criteria.tuition_free_agreements) if criteria.tuition_free else None,
        "evidence": _evidence(criteria.evidence) if criteria.evidence else None,
        "language_ok": _language(criteria.language_answers) if criteria.language_ok else None,
    }
    return {name: test for name, test in asked.items() if test is not None}


def fits_words(phrase: str, text: str) -> bool:
    """Each word of the phrase begins a word of the text, in one of their spellings; no words fit nothing."""
    return any(_starts_words(part, whole) for part in _spellings(phrase) for whole in _spellings(text))


@lru_cache(maxsize=4096)
def _spellings(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(spelling.split()) for spelling in spellings(text))


def _starts_words(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return bool(phrase) and all(any(word.startswith(part) for word in words) for part in phrase)


def _weigh(answers: Iterable[tuple[str, bool]]) -> str:
    """One answer of what several facts say; the flag tells that a fact was inferred."""
    given = frozenset(answers)
    if (YES, False) in given:
        return YES
    if (YES, True) in given:
        return INFERRED
    sure = (NO, False) in given and not any(answer == UNKNOWN for answer, _ in given)
    return NO if sure else UNKNOWN


def _yes_or_no(fits: bool) -> str:
    return YES if fits else NO


def _country(codes: tuple[str, ...]) -> Test:
    return lambda host: _yes_or_no(host.country in codes)


def _city(city: str) -> Test:
    return lambda host: _yes_or_no(fits_words(city, host.city))


def _text(ids: tuple[str, ...]) -> Test:
    wanted = frozenset(ids)
    return lambda host: _yes_or_no(host.id in wanted)


def _field(field: str, names: Mapping[str, str]) -> Test:
    asked = field.strip()
    codes = [asked] if asked.isdigit() else [code for code, name in names.items() if fits_words(asked, name)]

    def answer(area: SubjectArea) -> str:
        if area.text is not None and fits_words(asked, area.text):
            return YES
        if area.isced_f is None:
            return UNKNOWN
        answers = {_in_branch(code, area.isced_f) for code in codes}
        return next((one for one in (YES, UNKNOWN) if one in answers), NO)

    return lambda host: _weigh((answer(area), area.inferred) for area in host.subject_areas)


def _in_branch(asked: str, known: str) -> str:
    """06 asks for all of 0613; a host that is known by 06 alone may have 0613 or not."""
    asked, known = _branch(asked), _branch(known)
    if known.startswith(asked):
        return YES
    return UNKNOWN if asked.startswith(known) else NO


def _branch(code: str) -> str:
    """ISCED-F writes a field that is not further defined with a closing 0: 0310 says no more than 031."""
    return code[:2] + code[2:].rstrip("0")


def programme_reports(host: Institution, programme: str) -> int:
    """How many students of the programmes that fit the text have reported from the host."""
    if host.reports is None:
        return 0
    return sum(row.number for row in host.reports.programmes if fits_words(programme, row.programme))


def _programme(programme: str) -> Test:
    return lambda host: _yes_or_no(programme_reports(host, programme) > 0)


def _level(level: str) -> Test:
    return lambda host: _weigh((_yes_or_no(entry.level == level), entry.inferred) for entry in host.levels)


def _agreement(types: tuple[str, ...]) -> Test:
    def answer(kind: str) -> str:
        if kind in types:
            return YES
        return UNKNOWN if kind == "unknown" else NO

    return lambda host: _weigh((answer(entry.type), entry.inferred) for entry in host.agreements)


def _teaching_language(language: str) -> Test:
    return lambda host: _weigh((_yes_or_no(known == language), False) for known in host.teaching_languages)


def _tuition_free(agreements: frozenset[str]) -> Test:
    return lambda host: tuition_free(host, agreements)


def tuition_free(host: Institution, agreements: frozenset[str]) -> str:
    """Free when a source says so, or under an agreement of a programme whose rules say so: one of `agreements`.

    Where the agreement is only inferred, so is the answer, and what a source says of the host comes first.
    `partly` says that some places are free, not that this one is.
    """
    inferred = [entry.inferred for entry in host.agreements if entry.type in agreements]
    waived = host.tuition.waived if host.tuition else "unknown"
    if waived == "yes" or False in inferred:
        return YES
    if waived == "no":
        return NO
    return INFERRED if inferred and waived == "unknown" else UNKNOWN


def _language(answers: Mapping[str, str]) -> Test:
    return lambda host: answers.get(host.id, UNKNOWN)


def _evidence(kinds: tuple[str, ...]) -> Test:
    return lambda host: _yes_or_no(host.evidence in kinds)
