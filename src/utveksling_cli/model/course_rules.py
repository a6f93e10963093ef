"""The rules that a plan of courses is held against: how grave a breach is, and where the rule is read.

A rule without a source is the program's own caution and is shown as that, unless the problem itself has the source
of the fact that it rests on.
"""

from typing import NamedTuple

from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem

_WIKI = "https://i.ntnu.no/wiki/-/wiki/"
_PLANS = f"{_WIKI}English/Pre-approval+of+study+abroad+plans"
_FORM = f"{_WIKI}Norsk/Forh%C3%A5ndsgodkjenning+av+fagplan+ved+utenlandsopphold"
_STAFF = f"{_WIKI}Norsk/Forh%C3%A5ndsgodkjenning+av+utenlandsk+utdanning+-+for+saksbehandler"
_SIZES = f"{_WIKI}Norsk/Omfangsvurdering+av+utveksling"
_INDMAT = "https://wiki.math.ntnu.no/student/indmat/utveksling"
_ISL = "https://www.ntnu.no/isl/utveksling"


class CourseRule(NamedTuple):
    severity: str
    source: str | None


# What is not known is a finding of its own: a rule that could not be tried is never a rule that is kept.
RULES = {
    "course.too_few": CourseRule(ERROR, _PLANS),
    "course.total_unknown": CourseRule(WARNING, _PLANS),
    "course.no_norm": CourseRule(WARNING, _SIZES),
    "course.missing": CourseRule(ERROR, _FORM),
    "course.reading_list": CourseRule(ERROR, _FORM),
    "course.reading_list_unknown": CourseRule(INFO, _FORM),
    "course.twice": CourseRule(WARNING, None),
    "course.overlap": CourseRule(WARNING, _PLANS),
    "course.overlap_possible": CourseRule(WARNING, _PLANS),
    "course.slot_twice": CourseRule(ERROR, None),
    "course.completed": CourseRule(ERROR, _PLANS),
    "course.completed_possible": CourseRule(WARNING, _PLANS),
    "course.completed_unknown": CourseRule(INFO, _PLANS),
    "course.level": CourseRule(WARNING, _STAFF),
    "course.first_year": CourseRule(ERROR, None),
    "course.first_year_argentina": CourseRule(ERROR, None),
    "course.level_unknown": CourseRule(INFO, _STAFF),
    "course.rejected": CourseRule(WARNING, None),
    "course.rejected_before": CourseRule(WARNING, None),
    "course.old_approval": CourseRule(INFO, None),
    "course.approval_undated": CourseRule(INFO, None),
    "course.discontinued": CourseRule(WARNING, None),
    "course.k_slot": CourseRule(ERROR, _INDMAT),
    "course.k_slot_unknown": CourseRule(WARNING, _INDMAT),
    "course.group_total": CourseRule(ERROR, _INDMAT),
    "course.group_unknown": CourseRule(WARNING, _INDMAT),
    "course.group_broken": CourseRule(WARNING, _ISL),
    "course.wrong_semester": CourseRule(ERROR, None),
    "course.semester_unknown": CourseRule(INFO, None),
    "course.other_host": CourseRule(WARNING, None),
}


def source_of(problem: Problem) -> str | None:
    return problem.values.get("source") or RULES[problem.code].source
