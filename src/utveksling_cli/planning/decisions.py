"""Search among earlier decisions on host courses: which fit, in which order, and how old each is on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from utveksling_cli.model.course_decision import (
    ACCEPTED,
    APPROVED,
    CONDITIONAL,
    PROGRAMME,
    REJECTED,
    UNDECIDED,
    CourseDecision,
)
from utveksling_cli.model.course_search import (
    BY_HOST,
    YEARS_UNTIL_OLD,
    DecisionGroup,
    DecisionSearch,
    DecisionWish,
    Suggestion,
)
from utveksling_cli.model.credits import IN_HOST_UNIT, IN_SP, NO_NORM, NO_UNIT, RANGE, CreditFacts, ReplacedCourse
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.words import fold, sort_key
from utveksling_cli.planning.credits import HostCredits, size_of, year_norm

_ORDER = (APPROVED, CONDITIONAL, UNDECIDED, REJECTED)


class Known(NamedTuple):
    """What decisions are read with: host id to (name, country), the credits, and the day it is.

    `own` is what the student says of a host's credits, used for every host of the search.
    """

    hosts: Mapping[str, tuple[str, str]]
    credits: CreditFacts
    today: date
    own: HostCredits = HostCredits(None)


def search_decisions(
    decisions: Iterable[CourseDecision], wish: DecisionWish, known: Known, group: str | None = None
) -> DecisionSearch:
    """Approvals first, the newest first of them."""
    among = [one for one in decisions if _fits(one, wish, known)]
    found = [one for one in among if wish.approved_after is None or _approved_after(one, wish.approved_after)]
    found.sort(key=lambda one: _order(one, known))
    years = _year_norms(found, known)
    suggestions = tuple(suggestion(one, known, years[one.institution]) for one in found)
    groups = _groups(suggestions, group) if group else ()
    return DecisionSearch(suggestions, groups, (*numbers_read(known.own), *_notices(suggestions, among, wish)))


def suggestion(one: CourseDecision, known: Known, host: HostCredits) -> Suggestion:
    """The decision as it stands today."""
    name, country = known.hosts[one.institution]
    years = None if not one.decided else whole_years(first_day(one.decided), known.today)
    old = None if not one.decided else is_old(one.decided, known.today)
    size = size_of(one.host_credits, host)
    return Suggestion(one, name, country, size, years, old, replaced_on(one.ntnu_code, known))


def host_credits(institution: str, known: Known, level: str | None = None) -> HostCredits:
    """What the student says goes before the facts."""
    country = known.hosts[institution][1]
    return HostCredits(known.own.year or year_norm(known.credits.norms, institution, country, level), known.own.unit)


def replaced_on(ntnu_code: str, known: Known) -> ReplacedCourse | None:
    """The course's end, when it has come."""
    found = known.credits.replaced.get(ntnu_code)
    return found if found and date.fromisoformat(found.ended) <= known.today else None


def first_day(decided: str) -> date:
    """The earliest day that a year, a month or a day can mean: an age is never shown as less than it may be."""
    return date.fromisoformat(decided + "-01-01"[len(decided) - len("2026") :])


def whole_years(since: date, today: date) -> int:
    return max(today.year - since.year - ((today.month, today.day) < (since.month, since.day)), 0)


def is_old(decided: str, today: date) -> bool:
    """More than YEARS_UNTIL_OLD years before today."""
    day = first_day(decided)
    return (day.year + YEARS_UNTIL_OLD, day.month, day.day) < (today.year, today.month, today.day)


def _year_norms(found: Iterable[CourseDecision], known: Known) -> dict[str, HostCredits]:
    return {host: host_credits(host, known) for host in {one.institution for one in found}}


def _fits(one: CourseDecision, wish: DecisionWish, known: Known) -> bool:
    if one.institution not in known.hosts or (wish.institution and one.institution != wish.institution):
        return False
    if wish.ntnu_codes and one.ntnu_code not in wish.ntnu_codes:
        return False
    if wish.programme and not (one.programme and fold(wish.programme) in fold(one.programme)):
        return False
    return wish.text is None or all(word in _words(one, known) for word in fold(wish.text).split())


def _words(one: CourseDecision, known: Known) -> str:
    texts = (one.host_code, one.host_title, one.ntnu_code, one.ntnu_title, known.hosts[one.institution][0])
    return fold(" ".join(texts))


def _approved_after(one: CourseDecision, after: str) -> bool:
    """Whether all of the decision's day, month or year lies after the one given."""
    return one.decision in ACCEPTED and one.decided[: len(after)] > after


def _order(one: CourseDecision, known: Known) -> tuple[int, str, str, str, str]:
    """The newest first: each digit is turned around, and a year alone counts as its first day."""
    newest = "".join(chr(ord("9") - int(sign)) if sign.isdigit() else sign for sign in one.decided) + "~"
    return _ORDER.index(one.decision), newest, sort_key(known.hosts[one.institution][0]), one.host_code, one.id


def _groups(suggestions: Iterable[Suggestion], by: str) -> tuple[DecisionGroup, ...]:
    members: dict[str, list[Suggestion]] = {}
    for one in suggestions:
        members.setdefault(one.decision.institution if by == BY_HOST else one.decision.ntnu_code, []).append(one)
    groups = [_group(key, found, by) for key, found in members.items()]
    return tuple(sorted(groups, key=lambda one: (-one.approved, -one.conditional, sort_key(one.name), one.key)))


def _group(key: str, found: list[Suggestion], by: str) -> DecisionGroup:
    outcomes = [one.decision.decision for one in found]
    titles = [one.decision.ntnu_title for one in found if one.decision.ntnu_title] if key else []
    name = found[0].host_name if by == BY_HOST else (max(titles, key=titles.count) if titles else "")
    latest = max((one.decision.decided for one in found if one.decision.decision in ACCEPTED), default="")
    return DecisionGroup(
        key,
        name,
        approved=outcomes.count(APPROVED),
        conditional=outcomes.count(CONDITIONAL),
        rejected=outcomes.count(REJECTED),
        unknown=outcomes.count(UNDECIDED),
        latest=latest or None,
        numbers=tuple(one.number for one in found),
    )


def _notices(found: tuple[Suggestion, ...], among: list[CourseDecision], wish: DecisionWish) -> Iterable[Notice]:
    if wish.programme and not found:
        yield Notice("unknown", "courses.other_programme", {"known": PROGRAMME})
    undated = sum(1 for one in among if one.decision in ACCEPTED and not one.decided)
    if wish.approved_after and undated:
        yield Notice("unknown", "courses.undated", {"count": str(undated)})
    for ended in {one.replaced.code: one.replaced for one in found if one.replaced}.values():
        yield _ended(ended)
    if any(one.old for one in found):
        yield Notice("warning", "courses.old", {"years": str(YEARS_UNTIL_OLD)})
    yield from size_notices(found)
    if found:
        yield Notice("information", "courses.one_programme", {"programme": PROGRAMME})


def size_notices(found: Iterable[Suggestion]) -> Iterable[Notice]:
    """What keeps sizes from being studiepoeng, and what the student can tell to help."""
    states = [(one.size.state, one.host_name) for one in found]
    no_unit = sum(1 for state, _ in states if state == NO_UNIT)
    if no_unit:
        yield Notice("unknown", "courses.no_unit", {"count": str(no_unit)})
    for name in dict.fromkeys(name for state, name in states if state == NO_NORM):
        yield Notice("unknown", "courses.no_norm", {"host": name})
    for name in dict.fromkeys(name for state, name in states if state == RANGE):
        yield Notice("unknown", "courses.range", {"host": name})


def _ended(course: ReplacedCourse) -> Notice:
    told = {"code": course.code, "day": course.ended}
    if course.replaced_by is None:
        return Notice("warning", "courses.ended", told)
    return Notice("warning", "courses.replaced", {**told, "by": course.replaced_by})


def numbers_read(own: HostCredits) -> tuple[Notice, ...]:
    """That the student's word decides what a number without a unit counts."""
    codes = {IN_SP: "courses.numbers_sp", IN_HOST_UNIT: "courses.numbers_host"}
    return (Notice("assumption", codes[own.unit]),) if own.unit else ()
