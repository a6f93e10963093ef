"""The Norwegian sentences behind most notices; those of budgets and of courses stand in modules of their own."""

from __future__ import annotations

SENTENCES = {
    "search.unknown": "{count} læresteder til kan passe, men {criterion} er ukjent for dem, og de er ikke med.",
    "search.unknown_several": "{count} læresteder til kan passe, men flere av kravene er ukjent for dem, "
    "og de er ikke med.",
    "search.list_only": "{count} av treffene står bare i en studentlaget kopi av avtalelista fra 2024. "
    "Sjekk dem i NTNUs avtaleportal før du planlegger.",
    "search.tuition_rule": "«Uten skolepenger» følger av ordningens regler (Erasmus+ og Nordplus) eller av "
    "en kilde om avtalen. NTNUs egne vilkår er ikke i dataene.",
    "search.inferred": "{count} av treffene oppfyller {criterion} bare etter det som er utledet, ikke lest i en kilde.",
    "search.tuition_inferred": "For {count} av treffene er avtaletypen, og dermed fritaket for skolepenger, utledet av "
    "landet og ikke lest i en kilde. Sjekk dem.",
    "search.corrected": "Ingen treff på det du skrev; vist er treff på «{text}».",
    "search.no_promise": "Et treff betyr ikke at avtalen gjelder for deg, eller at du får plass. "
    "Plassene fordeles etter karakterer.",
    "search.language_undated": "Tester uten dato er regnet som gyldige. De fleste gjelder bare i to år.",
    "proof.taken_from": "{host}: datoen for {test} er ikke oppgitt. Svaret gjelder bare hvis testen er tatt {day} "
    "eller senere.",
    "proof.expires_before_stay": "{host}: {test} gjelder på fristen, men går ut før oppholdet begynner ({day}). "
    "Spør lærestedet om det er greit.",
    "proof.level_not_told": "{host}: kravet avhenger av nivået. Oppgi det med --nivå.",
    "proof.home_statement": "{host} godtar en bekreftelse fra NTNU i stedet for en test. Om NTNU skriver slike, er "
    "ikke funnet: spør NTNU (EIR).",
    "proof.host_day_unsure": "{host}: en usikker kilde oppgir {day} som lærestedets egen frist. Den er ikke brukt.",
    "proof.no_deadline": "{host}: ingen frist er kjent for semesteret. Gyldigheten er regnet i dag.",
    "proof.no_promise": "Svaret er et hjelpemiddel og ikke et løfte: lærestedet avgjør. Bare det samlede resultatet er "
    "holdt opp mot kravet; les hele kravet for krav til hver del, og for unntak.",
    "eligibility.months_assumed": "Oppholdet er regnet som {months} måneder. Oppgi lengden med --måneder.",
    "eligibility.courses": "Studiepoengene ute er summen av emnene i planen: {amount}.",
    "eligibility.courses_at_least": "Studiepoengene ute er summen av emnene i planen: minst {amount}. Omfanget er "
    "ukjent for noen ({count}).",
    "eligibility.courses_unknown": "Emner i planen uten kjent omfang: {count}. De andre er på {amount} studiepoeng. "
    "Se dem med utveksling fagplan vis, eller oppgi summen med --planlagt.",
    "eligibility.no_promise": "Dette er en sjekk av vilkår som er funnet, og lover ingenting. Plassene fordeles etter "
    "karaktersnitt blant dem som søker.",
    "deadlines.early_list_unknown": "Noen læresteder i landet har den tidlige fristen. NTNUs liste over dem er ikke i "
    "dataene: regn med den tidlige til du vet noe annet.",
    "deadlines.day_off": "{title} faller på en fridag ({day}). Om fristen da flyttes, er ukjent: vær ferdig {safe}.",
    "deadlines.hour_unknown": "Klokkeslettet for NTNUs frister er ikke funnet. Lever i god tid før dagen er omme.",
    "deadlines.ntnu_unknown": "NTNUs søknadsfrist for dette semesteret er ikke kjent.",
    "deadlines.none_known": "Ingen frister er kjent for dette semesteret.",
    "timeline.window_unknown": "Når lærestedet tar imot nominasjon og søknad, er ikke funnet for: {hosts}. Spør dem "
    "når NTNU har nominert deg.",
    "timeline.own_window_unknown": "Når lærestedet tar imot søknader, er ikke funnet for: {hosts}. Spør dem så snart "
    "du vet at du vil dit.",
    "timeline.citizenship_unknown": "Statsborgerskapet står ikke i planen. Pass og visum er regnet som for en norsk "
    "statsborger.",
    "timeline.passport_unknown": "Hvor lang tid et annet lands pass tar, er ukjent. Sjekk hos myndighetene der.",
    "timeline.visa_time_unknown": "Behandlingstiden for visum {country} er ikke funnet. Sjekk ambassadens side så "
    "snart du har søkt om utveksling.",
    "timeline.visa_condition": "{title} gjelder bare hvis: {condition}.",
    "timeline.term_unknown": "Når semesteret begynner i landet, er ukjent. Oppholdet er regnet fra {month}, som ved "
    "NTNU.",
    "timeline.term": "Semesteret i landet begynner vanligvis i {month}; oppholdet er regnet fra den første.",
    "timeline.term_of_one_host": "Semesterstart i {month} er lest hos ett lærested ({scope}). Sjekk hos ditt.",
    "timeline.end_unknown": "Når oppholdet slutter, er ukjent, så det er ikke holdt opp mot NTNUs neste semester. "
    "Sett last_day eller months i planen.",
    "timeline.host_before_ntnu": "{host} har frist {day}, ikke etter NTNUs egen. Spør NTNU (EIR) hvordan du rekker "
    "det.",
    "timeline.collision": "Oppholdet varer til omtrent {day}, og NTNUs neste semester begynner i {month}. Avklar med "
    "studieveilederen hva du går glipp av.",
    "timeline.exam_collision": "Oppholdet begynner {day}, før NTNUs eksamener er over ({month}). Sjekk dine "
    "eksamensdatoer.",
    "timeline.host_unknown": "Lærestedet «{host}» i planen finnes ikke i dataene, og er ikke med.",
    "process.written": "Skrevet i {file}: {steps}.",
    "process.no_plan": "Uten en plan vet ikke programmet hva du har gjort, så ingenting er krysset av eller regnet som "
    "for sent. Kommandoen utveksling start lager en.",
    "process.semester_assumed": "Semesteret er ikke oppgitt. Regnet for {semester}, det neste NTNU tar imot søknader "
    "til.",
    "process.stay_assumed": "Typen opphold er ikke oppgitt. Regnet som ordinær utveksling; velg en annen med --type.",
    "process.no_place": "Uten lærested eller land er NTNUs vanlige søknadsfrist brukt. Noen land og læresteder i Asia "
    "og Nord-Amerika har en tidligere.",
    "process.earliest_of_choices": "Landene du har valgt, har ulike frister. Den tidligste er brukt, siden valgene "
    "står i samme søknad.",
    "process.deadline_passed": "NTNUs søknadsfrist var {day}. Har du ikke søkt, spør Enhet for internasjonale "
    "relasjoner med en gang.",
    "process.citizenship_assumed": "Statsborgerskapet er ikke oppgitt. Visum er regnet som for en norsk statsborger.",
    "process.step_unknown": "Planen har steg som programmet ikke kjenner: {steps}.",
    "process.enhance_nominated": "Med i ENHANCE: {hosts}. {programme} ligner på faget {field}. På NTNUs "
    "informasjonsmøte høsten 2025 ble det sagt at studenter i det faget nomineres gjennom ENHANCE automatisk. Hør om "
    "det gjelder programmet ditt. Ferdig godkjente emnepakker (lenke fra møtet, siden er ikke lest): {link}",
    "process.enhance": "Med i ENHANCE: {hosts}. På NTNUs informasjonsmøte høsten 2025 ble det sagt at studenter i "
    "byplanlegging, maskinteknikk, energiteknikk og datateknologi nomineres automatisk. Hvilke programmer det er, er "
    "ikke funnet: spør studieveilederen. Emnepakker (lenke fra møtet, siden er ikke lest): {link}",
    "rates.carried_forward": "Satser fra et tidligere år: {count}. Nyere er ikke funnet.",
    "rates.unknown": "Satser som er ukjent denne dagen: {count}. De er ikke funnet, eller dagen er før det "
    "dataene dekker.",
    "rates.changes_within_year": "{title}: satsen endres i løpet av studieåret, {day}.",
    "compare.more_favourites": "Det er ikke plass til alle favorittene: {count} er ikke med.",
    "compare.money": "«Igjen per måned» er stipend og lån minus utgifter, delt på månedene. Lånet skal betales "
    "tilbake.",
    "compare.programme_unknown": "Ingen har rapportert fra disse stedene fra et program som passer med «{text}».",
    "compare.decisions": "Emnevedtakene er fra ett NTNU-program, Industriell økonomi og teknologiledelse. "
    "Et ja der er ikke et ja for ditt.",
    "compare.reports": "Rapportene er fra NTNUs rapportportal, som stopper våren 2023.",
    "compare.ntnu_semester": "NTNUs neste semester er regnet fra {month}, etter en eldre studiekalender. "
    "Overlappet er regnet i hele måneder.",
    "compare.depends": "Undervisningsspråk, språkkrav, skolepenger og by avhenger av lærestedet. Sammenlign læresteder "
    "for å se dem.",
    "compare.sources": "Klimaet er fra Rubel m.fl. 2017, byene fra GeoNames (CC BY 4.0) og de offisielle språkene fra "
    "Unicode CLDR. Adressene står i --format json og csv.",
    "compare.ntnu_climate": "Trondheim har på det samme kartet klimaet {climate}.",
}
