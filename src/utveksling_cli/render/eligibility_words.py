"""Norwegian sentences for why a condition of an exchange is met or not, and what to do about it."""

from __future__ import annotations

from utveksling_cli.model.eligibility import EligibilityCheck
from utveksling_cli.render.language_words import score_words
from utveksling_cli.render.wording import EVIDENCE, LEVELS

TITLES = {
    "credits_before_departure": "Studiepoeng før avreise",
    "credits_per_semester": "Studiepoeng ute",
    "stay_type": "Type opphold",
    "level": "Nivå",
    "subject_area": "Fagområde",
    "grade_average": "Karaktersnitt",
    "host_credits": "Studiepoeng, lærestedets krav",
    "erasmus_months": "Måneder med Erasmus+",
    "ntnu_grant": "NTNU-stipend",
}
ABOUT = {"exchange": "NTNU", "host": "Lærestedet og avtalen", "grant": "Stipend"}
_NO_RATE = "Vilkåret er ikke kjent for dette semesteret."
_SENTENCES = {
    "credits_before_departure": {
        "enough": "Du har {have} studiepoeng, og minst {need} må være fullført før du reiser.",
        "not_yet": "Du har {have} av {need} studiepoeng. De {missing} som mangler, må være fullført før du reiser.",
        "too_few": "Du har {have} studiepoeng, og minst {need} må være fullført før du reiser.",
        "not_told": "Minst {need} må være fullført før du reiser. Oppgi dine med --studiepoeng.",
    },
    "credits_per_semester": {
        "enough": "Planen er på {have} studiepoeng, og minst {need} kreves.",
        "too_few": "Planen er på {have} studiepoeng, og minst {need} kreves.",
        "not_told": "Planen må svare til minst {need} studiepoeng. Oppgi den med --planlagt.",
    },
    "stay_type": {
        "freemover": "Utenfor avtale ordner du plassen selv, men søker også NTNU innen de vanlige fristene.",
        "traineeship": "NTNU har et eget skjema for praksis og feltarbeid. Om lærestedet tar imot, er ikke kjent.",
        "agreement_listed": "En avtale er nevnt. Sjekk i NTNUs avtaleportal at den gjelder for deg.",
        "agreement_unsure": "Om NTNU har en avtale nå, er usikkert ({evidence}). Sjekk i NTNUs avtaleportal.",
    },
    "level": {
        "stated": "Avtalen er oppgitt for {known}.",
        "inferred": "At avtalen gjelder {level}, er utledet og ikke lest i en kilde.",
        "other_only": "Avtalen er oppgitt bare for {known}.",
        "not_known": "Hvilket nivå avtalen gjelder, er ikke kjent.",
        "not_told": "Oppgi nivået ditt med --nivå.",
    },
    "subject_area": {
        "general": "Avtalen er oppgitt for alle fag.",
        "reports": "Studenter på programmet ditt har rapportert herfra ({count}). Sjekk at avtalen gjelder faget nå.",
        "stated": "Faget er oppgitt for avtalen.",
        "inferred": "Faget er nevnt eller utledet. Sjekk i NTNUs avtaleportal at avtalen gjelder det.",
        "other_only": "Avtalen er oppgitt bare for andre fag.",
        "not_known": "Om avtalen gjelder faget ditt, er ikke kjent.",
        "not_told": "Oppgi programmet med --program eller faget med --fag.",
    },
    "grade_average": {
        "enough": "Snittet ditt er {average} (A er 5), og lærestedet krever {letter}.",
        "too_low": "Snittet ditt er {average} (A er 5), og lærestedet krever {letter}.",
        "rounding": "Snittet ditt er {average} (A er 5), rett under {letter}. Spør lærestedet hvordan det rundes av.",
        "not_told": "Lærestedet krever {letter}. Oppgi snittet ditt med --snitt.",
        "other_scale": "Kravet er oppgitt på en annen skala eller bare i ord: {text}.",
        "not_stated": "Ingen karaktergrense er funnet hos lærestedet.",
    },
    "host_credits": {
        "enough": "Du har {have} studiepoeng, og lærestedet krever {need}.",
        "too_few": "Du har {have} studiepoeng, og lærestedet krever {need} før oppholdet.",
        "not_told": "Lærestedet krever {need} før oppholdet. Oppgi dine med --studiepoeng.",
    },
    "erasmus_months": {
        "enough": "{earlier} måneder før og {planned} nå er innenfor de {most} du kan få på hvert nivå.",
        "too_many": "{earlier} måneder før og {planned} nå er mer enn de {most} du kan få på hvert nivå. "
        "Du kan få stipend for {left}. Måneder på et annet nivå teller ikke.",
        "not_told": "Du kan få {most} måneder på hvert nivå. Oppgi hva du har hatt med --erasmus-måneder.",
    },
    "ntnu_grant": {
        "first_time": "Stipendet gis én gang, og du har ikke hatt det før.",
        "had_before": "Stipendet gis bare én gang, og du har hatt det. Det hindrer ikke selve oppholdet.",
        "had_erasmus": "Stipendet gis ikke etter et tidligere Erasmus+-stipend. Det hindrer ikke selve oppholdet.",
        "not_told": "Stipendet gis én gang, og ikke etter et tidligere Erasmus+-stipend. Oppgi hva du har hatt, med "
        "--tidligere-stipend og --erasmus-måneder.",
    },
}


def reason(check: EligibilityCheck) -> str:
    if check.reason == "no_rate":
        return _NO_RATE
    values = {key: _readable(key, text) for key, text in check.values.items()}
    return _SENTENCES[check.id][check.reason].format_map(values)


def _readable(key: str, text: str) -> str:
    if key == "evidence":
        return EVIDENCE[text]
    if key == "level":
        return LEVELS[text]
    if key == "known":
        return ", ".join(LEVELS[level] for level in text.split())
    return score_words(text)
