"""Norwegian words for what is known of a student's languages, and for why a requirement is met or not."""

from __future__ import annotations

import re
from typing import Any

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.institution import LanguageRequirement
from utveksling_cli.model.language import CEFR_LEVELS
from utveksling_cli.model.language_answer import Check, RequirementAnswer
from utveksling_cli.model.plan import CEFR, UPPER_SECONDARY, LanguageEvidence
from utveksling_cli.render.text import day, listed
from utveksling_cli.render.wording import EVIDENCE_KINDS, LEVELS, language

ANSWERS = {MET: "oppfylt", PROBABLY: "trolig oppfylt", NOT_MET: "ikke oppfylt", UNKNOWN: "ukjent"}
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_OLD_TOEFL = " (0–120)"
_REASONS = {
    "enough": "{given} er nok: kravet er {wanted}.",
    "too_low": "{given} er for {low}: kravet er {wanted}.",
    "printed_enough": "{given} er et anslag på den gamle skalaen, som står ved siden av poengene på 1–6. Kravet er "
    "{wanted}.",
    "comparable_enough": "{given} svarer til minst {wanted} på skalaen 0–120, etter tabellen fra ETS.",
    "comparable_between": "{given} svarer til et område på skalaen 0–120 som kravet ({wanted}) ligger midt i. "
    "Lærestedet avgjør hvordan det leses.",
    "comparable_too_low": "{given} svarer til mindre enn {wanted} på skalaen 0–120, etter tabellen fra ETS.",
    "level_enough": "{given} svarer til nivå {level}, og kravet er {wanted}. Lærestedet nevner ikke denne testen.",
    "level_too_low": "{given} svarer til {level}, og kravet er {wanted}. Lærestedet nevner ikke denne testen.",
    "not_comparable": "{given} kan ikke holdes opp mot kravet ({wanted}): ingen omregning er funnet.",
    "not_named": "Lærestedet nevner ikke {kind}. Om det godtas, er ukjent.",
    "no_minimum": "Kilden oppgir ikke noe minstekrav.",
    "expired": "{given} er for {old} på fristen{expires}.",
    "not_taken": "{given} er ikke tatt ennå.",
    "diploma_too_old": "{given} teller ikke: vitnemålet er for gammelt når oppholdet begynner.",
    "diploma_age_unknown": "{given} er nok, men det er uvisst om vitnemålet er for gammelt når oppholdet begynner. "
    "Oppgi dagen det ble skrevet ut, med --vgs-år.",
    "unknown_test": "Testen «{kind}» er ikke kjent.",
    "unreadable": "«{score}» er ikke et resultat på {kind}.",
    "no_evidence": "Du har ikke oppgitt noe i {language}.",
    "no_proof_asked": "Lærestedet ber ikke om dokumentasjon.",
    "taught_in": "Det undervises på {language}, men kravet er ikke kjent.",
    "nordic": "Det undervises på {language}. Norsk som morsmål holder vanligvis.",
    "other_level": "Kravet er bare kjent for {level}.",
    "level_not_told": "Svaret avhenger av nivået ditt.",
    "no_requirement_known": "Språkkravet er ikke kjent.",
}


def reason(entry: RequirementAnswer) -> str:
    """Why one requirement has its answer."""
    if entry.decided is not None and entry.reason == entry.decided.reason:
        return check_reason(entry.decided)
    level = LEVELS[entry.requirement.level] if entry.requirement and entry.requirement.level else ""
    return _REASONS[entry.reason].format(language=language(entry.language), level=level)


def host_reason(code: str) -> str:
    """For a host that no single requirement decides."""
    return _REASONS[code]


def check_reason(check: Check) -> str:
    values = {
        "given": given(check.evidence),
        "wanted": _wanted(check),
        "level": check.level or "et lavere nivå",
        "kind": kind(check.evidence.kind),
        "score": check.evidence.score,
        "low": "lav" if check.evidence.kind == UPPER_SECONDARY else "lavt",
        "old": "gammelt" if check.evidence.kind == CEFR else "gammel",
        "expires": f": resultatet går ut {day(check.expires)}" if check.expires else "",
    }
    sentence = _REASONS[check.reason].format(**values)
    return sentence[:1].upper() + sentence[1:]


def given(evidence: LanguageEvidence) -> str:
    """`TOEFL iBT 95`, `nivå C1`, `karakteren 5 fra videregående (2022)`."""
    score = score_words(evidence.score)
    when = f" ({day(evidence.date)})" if evidence.date else f" ({evidence.year})" if evidence.year else ""
    if evidence.kind == CEFR:
        return f"nivå {score}{when}"
    if evidence.kind == UPPER_SECONDARY:
        return f"karakteren {score} fra videregående{when}"
    return f"{kind(evidence.kind)} {score}{when}"


def kind(code: str) -> str:
    return EVIDENCE_KINDS.get(code, code)


def score_words(text: str) -> str:
    """A decimal comma in numbers, as many decimals as they are given with; all else stays as it is."""
    return text.replace(".", ",") if _NUMBER.fullmatch(text) else text


def _wanted(check: Check) -> str:
    wanted = score_words(check.wanted or "")
    return f"nivå {wanted}" if wanted in CEFR_LEVELS else wanted


def accepted(entry: LanguageRequirement) -> str:
    """`TOEFL iBT 100 (0–120), IELTS 6,5 eller karakteren 4 fra videregående`; empty when only words are known."""
    found = [
        f"nivå {entry.cefr}" if entry.cefr else "",
        f"TOEFL iBT {entry.toefl_ibt}{_OLD_TOEFL}" if entry.toefl_ibt is not None else "",
        f"IELTS {score_words(entry.ielts)}" if entry.ielts else "",
        f"Cambridge {entry.cambridge}" if entry.cambridge is not None else "",
        f"Duolingo {entry.duolingo}" if entry.duolingo is not None else "",
        _grade(entry),
        "en bekreftelse fra NTNU" if entry.proof == "home_statement" else "",
    ]
    return listed([part for part in found if part], "eller")


def _grade(entry: LanguageRequirement) -> str:
    if entry.upper_secondary_grade is None:
        return ""
    age = entry.upper_secondary_max_age_years
    limit = f" (vitnemål høyst {age} år gammelt ved start)" if age is not None else ""
    return f"karakteren {entry.upper_secondary_grade} fra videregående{limit}"


def scope(entry: RequirementAnswer) -> str:
    """Whom the requirement is for: empty for all."""
    level = entry.requirement.level if entry.requirement else None
    applies = {
        "courses": f"emner på {language(entry.language)}",
        "alternative": "kan erstatte de andre kravene",
    }.get(entry.applies, "")
    return ", ".join(part for part in (LEVELS[level] if level else "", applies) if part)


def plain_check(check: Check) -> dict[str, Any]:
    """For JSON: the evidence in the plan file's own words."""
    from utveksling_cli.render.json import plain

    found: dict[str, Any] = plain(check)
    return found | {"text": check_reason(check)}
