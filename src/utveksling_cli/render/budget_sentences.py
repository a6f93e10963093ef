"""The Norwegian sentences behind the notices of a budget."""

from __future__ import annotations

SENTENCES = {
    "budget.carried_forward": "Tall merket > gjelder et tidligere år. Nyere er ikke funnet, så beløpene kan bli andre.",
    "budget.without_source": "Anslag merket ~? er allmenn kunnskap uten kilde. Sjekk dem før du stoler på dem.",
    "budget.exchange_today": "Utenlandske beløp er regnet om med kursene ovenfor. Kursen når du reiser, er ukjent.",
    "budget.support_follows_currency": "Når kursen endrer seg mer enn {share} fra 1. april, justerer Lånekassen "
    "skolepengestøtten. Det er regnet med i det andre kurser gir.",
    "budget.exchange_unknown": "Kursen for {currency} er ukjent, så {line} er ikke med. "
    "Oppgi den med --kurs {currency}=KRONER.",
    "budget.rate_unknown": "Satsen {rate} er ukjent for dette semesteret, så beløpet er ikke med.",
    "budget.payout": "Lånekassens støtte er ført som én utbetaling ved starten av hvert semester, i den tidligste "
    "måneden. Regelen er bekreftet for 2020/21.",
    "budget.whole_semesters": "Basislånet er regnet for hele semestre, med alle månedssatsene i hvert, "
    "enten du er ute kortere eller lenger. Det forutsetter heltidsstudier hele semesteret.",
    "budget.paid_before_departure": "Flyreise og visum er ført {span} før oppholdet begynner, og bare én reise "
    "tur-retur er regnet med.",
    "budget.months_unknown": "Hvordan basislånet fordeles på måneder, er ikke funnet for alle semestrene. Der det er "
    "ukjent, er det ført ved semesterstart.",
    "budget.payout_monthly": "Basislånet er ført måned for måned, som i Norge. Resten av støtten fra Lånekassen er "
    "ført ved starten av hvert semester.",
    "budget.not_included": "Ikke med: utstyr, språktest, depositum og annet som du ikke har oppgitt. "
    "Legg til med --kostnad, --sparepenger og --arbeid.",
    "budget.language_course_too_short": "Språkstipend krever et kurs på minst {weeks} uker. Det er ikke regnet med.",
    "budget.language_grant_not_here": "Språkstipend gis ikke når undervisningen er på engelsk eller et skandinavisk "
    "språk, og ikke i Skandinavia.",
    "budget.language_grant_conditions": "Språkstipendet krever minst 15 timer i uka, og at undervisningen ikke er på "
    "engelsk eller et skandinavisk språk.",
    "budget.income_limit": "Basislånet kan bli stipend bare under en inntektsgrense: {amount} kr for hele {year}. "
    "Du må bo borte fra foreldrene og bestå.",
    "budget.income_limit_old": "Basislånet kan bli stipend bare under en inntektsgrense; den siste kjente er "
    "{amount} kr for hele {year}. Du må bo borte fra foreldrene og bestå.",
    "budget.lanekassen_not_here": "Lånekassen støtter ikke nye studier i landet. Ingenting derfra er regnet med.",
    "budget.lanekassen_too_short": "Lånekassen støtter ikke opphold på under {weeks} uker. Ingenting derfra er "
    "regnet med.",
    "budget.citizenship": "Planen sier at du ikke er norsk statsborger. Hva Lånekassen krever da, er ikke i dataene: "
    "Spør dem om du får støtten som er regnet med.",
    "budget.without_loan": "Lån fra Lånekassen er ikke regnet med. Uten basislån blir heller ingenting stipend senere.",
    "budget.with_parents": "Bor du hos foreldre mens du er ute, blir basislånet aldri stipend, og Lånekassen gir ikke "
    "reisestøtte.",
    "budget.extended_grant_unknown": "Satsen for utvidet stipend er ukjent for dette studieåret, så det er ikke "
    "regnet med.",
    "budget.extended_grant_not_here": "Utvidet stipend er ikke regnet med: det krever skolepenger, og et lærested "
    "utenfor Norden.",
    "budget.extended_grant_conditions": "Utvidet stipend gis bare ved lærestedene på Lånekassens liste, "
    "som ikke er i dataene.",
    "budget.erasmus_top_up": "Erasmus+-tillegget må dokumenteres, og NTNU avgjør om du får det.",
    "budget.erasmus_travel": "Reisestipendet fra Erasmus+ følger EUs satser for {km} km i luftlinje, og er ført i "
    "siste utbetaling. NTNUs egen tabell er ikke funnet.",
    "budget.two_travel_grants": "Om reisestipendet fra Erasmus+ gjør reisestøtten fra Lånekassen mindre, er ikke "
    "funnet. Begge er regnet med.",
    "budget.travel_paid_by_others": "Lånekassen gir ikke reisestøtte når andre betaler reisen, så den er ikke regnet "
    "med ved siden av Nordplus.",
    "budget.flight_though_green": "Reisen er regnet som flyreise. Oppgi hva den grønne reisen koster, med "
    "--kostnad fly=BELØP.",
    "budget.erasmus_band_near": "Avstanden er nær grensen til en annen sats for reisestipendet. EUs avstandskalkulator "
    "avgjør.",
    "budget.erasmus_travel_needs_host": "Reisestipendet fra Erasmus+ følger avstanden, så det er ikke med uten "
    "--lærested.",
    "budget.erasmus_green": "Grønn reise krever at minst {share} av hele strekningen er grønn, med billetter og "
    "erklæring. Reisedagene er det meste som gis ({days}).",
    "budget.scheme_not_here": "Ordningen du valgte, gjelder ikke for dette landet, så stipendet er ikke regnet med.",
    "budget.nordplus_too_short": "Oppholdet er for kort til Nordplus-stipend per måned: det må vare minst {span}.",
    "budget.nordplus_by_network": "Nordplus-beløpene er det høyeste som gis. Nettverket bestemmer, og kan gi mindre.",
    "budget.living_and_parts": "Husleie, mat og transport som du har oppgitt, er lagt til din egen levekostnad.",
    "budget.days_of_month": "I måneder der du bare er ute noen av dagene, er månedsbeløpene regnet for de dagene. "
    "Husleie må ofte betales for hele måneden.",
    "budget.living_of_town": "Månedskostnaden er for {scope}.",
    "budget.deposit_returns": "Depositumet er ført tilbake {span} etter oppholdet.",
    "budget.no_travel_in_nordics": "Lånekassen gir ikke reisestøtte i Norden.",
    "budget.travel_share_unknown": "Hvor mye av reisestøtten som er stipend ved opphold over seks måneder, er ukjent. "
    "Ingenting av den er regnet som stipend.",
    "budget.tuition_uncovered": "{amount} kr av skolepengene er over Lånekassens tak og må dekkes på annen måte.",
    "budget.ordinary_max_unknown": "Bare samlet tak for skolepengestøtten er kjent. "
    "Hva som er lån og hva som er tilleggslån, er ukjent.",
    "budget.tuition_not_given": "Skolepenger er ikke regnet med. Må du betale, oppgi dem med --skolepenger.",
    "budget.host_tuition": "Om skolepenger ved lærestedet: {note}",
    "budget.host_price": "Lærestedet oppgir {amount} {currency} i skolepenger ({per}). Om avtalen gir fritak, "
    "må du sjekke. Må du betale, oppgi beløpet for hele oppholdet med --skolepenger.",
    "budget.living_unknown": "Levekostnader {country} er ukjent, så utgiftene er for lave. "
    "Oppgi ditt eget tall med --levekostnad.",
    "budget.cost_unknown": "{title}: beløpet er ukjent og ikke med.",
    "budget.home_cost_unknown": "{title} er ikke med: prisen er ukjent.",
    "budget.conditional_cost": "Kan komme i tillegg: {title}{price}, hvis dette gjelder: {condition}.",
    "budget.erasmus_assumed": "Erasmus+-stipendet forutsetter at avtalen er en Erasmus+-avtale, "
    "og at NTNU tildeler det.",
    "budget.erasmus_too_short": "Oppholdet er for kort til Erasmus+: det må vare minst {days} dager.",
    "budget.erasmus_too_long": "Erasmus+ gir støtte i høyst {months} måneder på hvert studienivå, også medregnet det "
    "du har fått før. Resten av oppholdet er uten Erasmus+-stipend.",
    "budget.erasmus_choices_unused": "Valgene --praksis, --tillegg og --grønn gjelder bare Erasmus+-stipendet, som "
    "ikke er med her.",
    "budget.erasmus_planned": "Landet har undertegnet en avtale om å bli med i Erasmus+ for dette studieåret. Om den "
    "gjelder for deg, og med hvilken sats, er ikke funnet: budsjettet følger ordningen før den.",
    "budget.semp_too_short": "Oppholdet er for kort til SEMP-stipend: det må vare minst {months} måneder.",
    "budget.semp_by_host": "I Sveits gir lærestedet SEMP-stipend i stedet for Erasmus+. "
    "Lærestedet bestemmer beløpet: spør der.",
    "budget.ntnu_grant_not_certain": "NTNU-stipendet må tildeles av NTNU, gis bare én gang, og beløpet er omtrentlig. "
    "Det utbetales omtrent midt i semesteret.",
    "budget.ntnu_grant_with_recruitment": "NTNU gir bare ett av sine stipend per opphold, og rekrutteringsstipend til "
    "utvalgte land står på NTNUs liste. Om det er Lånekassens, og om du da også får NTNU-stipendet, er ikke funnet.",
    "budget.grant_of_agreement_unknown": "Stipend for avtaletypen ({agreements}) er ikke regnet med.",
    "budget.freemover": "Du reiser utenfor NTNUs avtaler: Regn ikke med fritak for skolepenger. Erasmus+-stipend er "
    "for dem NTNU nominerer. NTNU kan gi stipend også uten avtale.",
    "budget.term_unknown": "Når semesteret begynner i landet, er ukjent. Budsjettet begynner i {month}, som ved NTNU.",
    "budget.term": "Semesteret i landet begynner vanligvis i {month}.",
    "budget.term_of_one_host": "Semesterstart i {month} er lest hos ett lærested ({scope}). Sjekk hos ditt.",
}
