"""The Norwegian sentences behind the notices of earlier decisions on courses.

They stand apart from `decision_words`, so that a search for hosts need not know what a course is.
"""

from __future__ import annotations

SENTENCES = {
    "courses.one_programme": "Vedtakene i dataene er fra {programme}. Et ja der er ikke et ja for andre programmer: "
    "fakultetet ditt avgjør, og forhåndsgodkjenner planen din.",
    "courses.other_programme": "Ingen vedtak fra programmet er kjent. Vedtakene i dataene er fra {known}.",
    "courses.undated": "{count} godkjenninger uten dato er ikke med, siden det er ukjent om de er nye nok.",
    "courses.replaced": "{code} finnes ikke lenger fra {day}. Nytt emne: {by}. Gamle vedtak er historie og må "
    "vurderes på nytt.",
    "courses.ended": "{code} finnes ikke lenger fra {day}. Et nytt emne er ikke kjent.",
    "courses.old": "Vedtak merket «eldre» er mer enn {years} år gamle. Regn med ny vurdering. Er bare året eller "
    "måneden kjent, er alderen regnet fra den første dagen.",
    "courses.no_unit": "For {count} emner sier ikke kilden om tallet er studiepoeng eller lærestedets egne poeng. "
    "De er ikke regnet om. Vet du det, oppgi --tall sp eller --tall vert.",
    "courses.numbers_sp": "Tall uten enhet er lest som studiepoeng, slik du sier med --tall. Sjekk dem hos lærestedet.",
    "courses.numbers_host": "Tall uten enhet er lest som lærestedets egne poeng, slik du sier med --tall. Sjekk dem "
    "hos lærestedet.",
    "courses.no_norm": "Hvor mange poeng et helt år er ved {host}, er ukjent. Vet du det, oppgi --norm, for "
    "eksempel --norm 48.",
    "courses.range": "For {host} oppgir kildene et område, så poengene er ikke regnet om til ett tall. "
    "Vet du tallet, oppgi --norm.",
    "courses.cut_short": "Det er for mange muligheter til å prøve alle. Forslaget er det beste av dem som ble prøvd.",
    "courses.draft_agreement": "Et utkast å skrive av i Online Learning Agreement. Ingen har signert, og EWP tar ikke "
    "imot fila.",
    "courses.no_isced": "Fagkoden (ISCED-F) for studiet ditt er ukjent. Vet du den, oppgi for eksempel --fag 0613.",
    "courses.no_cefr": "Språknivået ditt i undervisningsspråket er ukjent. Skriv språket på emnene og et CEFR-nivå "
    "under languages i planfila.",
    "courses.rejected_before": "{course} er også avslått for {code}, før det ble godkjent.",
}
