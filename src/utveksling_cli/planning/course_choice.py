"""Choose among earlier approved courses at one host: those that cover the wanted NTNU courses and enough studiepoeng.

In this order: most wanted courses covered, least missing, least too much, fewest of unknown size, on conditions or old,
then fewest courses and newest approvals. The search goes through every set, slot by slot, and keeps the best one
for each sum; at most MOST_STATES sums are kept, so that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course_choice import (
    NEVER_TRIED,
    NO_ANSWER,
    REJECTED_LATER,
    TAKEN,
    Chosen,
    CourseChoice,
    NotCovered,
)
from utveksling_cli.model.course_choice import REJECTED as SAID_NO
from utveksling_cli.model.course_decision import ACCEPTED, CONDITIONAL, PROGRAMME, REJECTED, CourseDecision
from utveksling_cli.model.course_search import YEARS_UNTIL_OLD, DecisionGroup, Suggestion
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.words import fold
from utveksling_cli.planning.credits import rounded
from utveksling_cli.planning.decisions import first_day, size_notices

MOST_STATES = 4000
MOST_HOSTS = 3
_NOTHING = Decimal(0)
# How bad a set is, beyond its sum: the less the better, and two sets' badness can be added up.
Badness = tuple[int, int, int, int, int, tuple[str, ...]]
_Key = tuple[int, Decimal, frozenset[str]]
_NO_BADNESS: Badness = (0, 0, 0, 0, 0, ())


class _Item(NamedTuple):
    """A course for one slot. `courses` are the host courses it takes: each can be used once."""

    suggestion: Suggestion
    wanted: bool
    courses: frozenset[str]
    sp: Decimal
    badness: Badness


class _State(NamedTuple):
    """`covered` counts wanted slots."""

    covered: int
    total: Decimal
    taken: frozenset[str]
    badness: Badness
    items: tuple[_Item, ...]


def choose(decisions: Sequence[Suggestion], wanted: Sequence[str], target: Decimal, today: date) -> CourseChoice:
    """`decisions` are all that are known of the host; `wanted` the NTNU codes in the student's order."""
    usable = [one for one in decisions if one.decision.decision in ACCEPTED and not _rejected_later(one, decisions)]
    slots = [[_item(one, today, wanted=True) for one in usable if one.decision.ntnu_code == code] for code in wanted]
    slots += _fillers(usable, wanted, today)
    best, exact = _search(slots, len(wanted), target)
    chosen = tuple(Chosen(item.suggestion, item.wanted, _rejected_before(item, decisions)) for item in best.items)
    covered = {one.suggestion.decision.ntnu_code for one in chosen}
    missing = tuple(NotCovered(code, _reason(code, decisions, usable), ()) for code in wanted if code not in covered)
    unknown = sum(1 for item in best.items if item.suggestion.size.sp is None)
    return CourseChoice(
        target, chosen, rounded(best.total), unknown, missing, exact, tuple(_notices(chosen, exact, decisions))
    )


def tried_elsewhere(choice: CourseChoice, groups: Mapping[str, Iterable[DecisionGroup]]) -> CourseChoice:
    """The same with the hosts where each missing course has been approved most often; `groups` by NTNU code."""
    told = tuple(
        one._replace(
            elsewhere=tuple((g.key, g.name, g.approved) for g in groups.get(one.code, ()) if g.approved)[:MOST_HOSTS]
        )
        for one in choice.not_covered
    )
    return choice._replace(not_covered=told)


def _fillers(usable: Iterable[Suggestion], wanted: Sequence[str], today: date) -> list[list[_Item]]:
    """Courses that only fill up: one for each other NTNU course, and electives each by itself; size must be known."""
    slots: dict[str, list[_Item]] = {}
    for one in usable:
        code = one.decision.ntnu_code
        if code not in wanted and one.size.sp and not one.replaced:
            slots.setdefault(code or one.decision.id, []).append(_item(one, today, wanted=False))
    return [slots[key] for key in sorted(slots)]


def _item(one: Suggestion, today: date, *, wanted: bool) -> _Item:
    sp = one.size.sp
    conditional = one.decision.decision == CONDITIONAL
    aged = one.old is not False or one.replaced is not None
    # An answer without a date may be older than any with one.
    day = first_day(one.decision.decided) if one.decision.decided else date.min
    badness = (int(sp is None), int(conditional), int(aged), 1, (today - day).days, (one.decision.id,))
    return _Item(one, wanted, _courses(one.decision), _NOTHING if sp is None else sp, badness)


def _courses(one: CourseDecision) -> frozenset[str]:
    """`A1 + B2` takes both courses; without a code the title stands for the course."""
    names = re.split(r"[+,/&]| og | and ", one.host_code) if one.host_code.strip() else [one.host_title]
    return frozenset(filter(None, map(fold, names)))


def _search(slots: Sequence[Sequence[_Item]], wanted: int, target: Decimal) -> tuple[_State, bool]:
    """The best set, and whether every set was looked at."""
    states = [_State(0, _NOTHING, frozenset(), _NO_BADNESS, ())]
    exact = True
    for place, slot in enumerate(slots):
        if place == wanted:
            # What only fills up covers nothing more, so those that cover less are out.
            covered = max(state.covered for state in states)
            states = [state for state in states if state.covered == covered]
        later = _courses_in(slots[place + 1 :])
        found: dict[_Key, _State] = {}
        for state in states:
            _keep(found, state, later)
            if place >= wanted and rounded(state.total) >= target:
                continue
            for item in slot:
                if not item.courses & state.taken:
                    _keep(found, _with(state, item), later)
        states = sorted(found.values(), key=lambda state: _rank(state, target))
        exact = exact and len(states) <= MOST_STATES
        states = states[:MOST_STATES]
    return min(states, key=lambda state: _rank(state, target)), exact


def _courses_in(slots: Iterable[Iterable[_Item]]) -> frozenset[str]:
    """Host courses that can still be asked for: only they set two sets of one sum apart."""
    return frozenset(course for slot in slots for item in slot for course in item.courses)


def _keep(found: dict[_Key, _State], state: _State, later: frozenset[str]) -> None:
    key = (state.covered, rounded(state.total), state.taken & later)
    other = found.get(key)
    if other is None or state.badness < other.badness:
        found[key] = state


def _with(state: _State, item: _Item) -> _State:
    *counts, ids = state.badness
    *more, own = item.badness
    unknown, conditional, aged, number, days = (a + b for a, b in zip(counts, more, strict=True))
    badness = (unknown, conditional, aged, number, days, (*ids, *own))
    total, covered = state.total + item.sp, state.covered + item.wanted
    return _State(covered, total, state.taken | item.courses, badness, (*state.items, item))


def _rank(state: _State, target: Decimal) -> tuple[int, Decimal, Decimal, Badness]:
    total = rounded(state.total)
    return -state.covered, max(target - total, _NOTHING), max(total - target, _NOTHING), state.badness


def _same(one: CourseDecision, other: CourseDecision) -> bool:
    return one.ntnu_code == other.ntnu_code and bool(_courses(one) & _courses(other))


def _rejections(one: CourseDecision, decisions: Iterable[Suggestion]) -> list[str]:
    """When the same course was refused for the same NTNU course; electives have no code to compare."""
    if not one.ntnu_code:
        return []
    found = [other.decision for other in decisions if other.decision.decision == REJECTED]
    return [other.decided for other in found if _same(one, other)]


def _rejected_later(one: Suggestion, decisions: Iterable[Suggestion]) -> bool:
    """A no that may be newer than the yes takes it away; so does one of which the date is not known."""
    approved = one.decision.decided
    return any(not day or not approved or day >= approved[: len(day)] for day in _rejections(one.decision, decisions))


def _rejected_before(item: _Item, decisions: Iterable[Suggestion]) -> bool:
    return bool(_rejections(item.suggestion.decision, decisions))


def _reason(code: str, decisions: Iterable[Suggestion], usable: Iterable[Suggestion]) -> str:
    outcomes = {one.decision.decision for one in decisions if one.decision.ntnu_code == code}
    if any(one.decision.ntnu_code == code for one in usable):
        return TAKEN
    if outcomes & ACCEPTED:
        return REJECTED_LATER
    if REJECTED in outcomes:
        return SAID_NO
    return NO_ANSWER if outcomes else NEVER_TRIED


def _notices(chosen: Sequence[Chosen], exact: bool, decisions: Iterable[Suggestion]) -> Iterable[Notice]:
    if not exact:
        yield Notice("warning", "courses.cut_short")
    for one in chosen:
        if one.rejected_before:
            course = one.suggestion.decision.host_code or one.suggestion.decision.host_title
            code = one.suggestion.decision.ntnu_code
            yield Notice("warning", "courses.rejected_before", {"course": course, "code": code})
    if any(one.suggestion.old for one in chosen):
        yield Notice("warning", "courses.old", {"years": str(YEARS_UNTIL_OLD)})
    yield from size_notices([one for one in decisions if one.decision.decision in ACCEPTED])
    yield Notice("information", "courses.one_programme", {"programme": PROGRAMME})
