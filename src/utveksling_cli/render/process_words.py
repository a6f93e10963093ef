"""Norwegian words for the steps of the application: phases, actors, how far a step has come and when it is."""

from __future__ import annotations

from utveksling_cli.model import process as codes
from utveksling_cli.model.process import BY, OPENS, TIME, PlannedStep, StepDate
from utveksling_cli.render.text import NBSP, day, lasting, plural, short_day, weekday

PHASES = {
    "plan": "Planlegg",
    "apply": "Søk ved NTNU",
    "place": "Svar og opptak",
    "prepare": "Før du reiser",
    "abroad": "Mens du er ute",
    "home": "Etter oppholdet",
}
WHO = {
    "student": "du",
    "ntnu": "NTNU",
    "faculty": "fakultetet",
    "host": "lærestedet",
    "lanekassen": "Lånekassen",
}
MARKS = {
    codes.DONE: "[x]",
    codes.IMPLIED: "[x]",
    codes.LATE: "[!]",
    codes.READY: "[>]",
    codes.WAITING: "[ ]",
    codes.LATER: "[ ]",
    codes.PASSED: "[-]",
}
STATES = {
    codes.DONE: "gjort",
    codes.IMPLIED: "regnet som gjort, siden planen er kommet lenger",
    codes.LATE: "for sent",
    codes.READY: "kan gjøres nå",
    codes.WAITING: "venter",
    codes.LATER: "ikke åpnet ennå",
    codes.PASSED: "datoen er passert",
}
CONDITIONS = {
    "visa": "når statsborgerskapet ditt krever visum i landet",
    "erasmus": "når oppholdet er et Erasmus+-opphold",
    "on_need": "når du trenger det",
}
LEFT_OUT = {
    "visa": "ikke nødvendig for norske, nordiske og andre EU/EØS-borgere i landet",
    "erasmus": "landet er ikke med i Erasmus+",
}
GROUNDS = {codes.RULE: "regel, lest i kilden", codes.ASSUMPTION: "antatt eller utledet", codes.OWN: "fra planen din"}
ROLES = {codes.OPENS: "fra", codes.BY: "innen", codes.EXPECTED: "ventet"}
ASSUMED = "*"


def when(planned: PlannedStep) -> str:
    """The date that matters now, or the facts' own words where none can be told."""
    if planned.done is not None:
        return f"gjort {short_day(planned.done)}"
    if planned.state == codes.IMPLIED:
        return "regnet som gjort"
    if planned.state == codes.LATER:
        # What has not opened yet has its deadline all the same.
        return ", ".join(dated(one) for one in (planned.opening, planned.limit) if one) or planned.step.when
    found = planned.limit or _coming(planned)
    return planned.step.when if found is None else dated(found)


def _coming(planned: PlannedStep) -> StepDate | None:
    opening = planned.opening
    return opening if opening is not None and opening.days_left > 0 else None


def dated(found: StepDate) -> str:
    """`innen man. 1. feb. 2027`, `ca. 30. apr. 2027*`, `innen søn. 12. sep. 2027 (søndag!)`."""
    exact = f"{weekday(found.day)[:3]}.{NBSP}{short_day(found.day)}"
    text = f"ca.{NBSP}{short_day(found.day)}" if found.approximate else exact
    mark = ASSUMED if found.ground == codes.ASSUMPTION else ""
    off = "" if found.safe_day == found.day else f" ({weekday(found.day)}!)"
    role = f"{ROLES[found.role]} " if found.role in {OPENS, BY} else ""
    return f"{role}{text}{mark}{off}"


def days_left(found: StepDate) -> str:
    """`69 dager igjen`, `i dag`, `3 dager siden`."""
    if found.days_left == 0:
        return "i dag"
    count = plural(abs(found.days_left), "dag", "dager")
    return f"{count} igjen" if found.days_left > 0 else f"{count} siden"


def rule(found: StepDate) -> str:
    """A date in its own sentence: the day, the rule and what stands behind it."""
    about = "omtrent " if found.approximate else ""
    off = "" if found.safe_day == found.day else f" Dagen er en fridag: vær ferdig {day(found.safe_day)}."
    ground = GROUNDS[found.ground]
    told = f"{ROLES[found.role]} {about}{day(found.day)} ({days_left(found)})."
    return f"{told} {rule_text(found)}{off} Grunnlag: {ground}."


def rule_text(found: StepDate) -> str:
    """The rule, with how long it takes in words."""
    time = found.time
    return found.text if time is None else found.text.replace(TIME, lasting(time.longest, time.unit, time.shortest))


def who(planned: PlannedStep) -> str:
    return ", ".join(WHO[actor] for actor in planned.step.who)
