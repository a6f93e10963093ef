"""The Norwegian sentence behind each notice code, and how notices look below a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from utveksling_cli.model.notice import Notice
from utveksling_cli.render.climate import climate
from utveksling_cli.render.course_sentences import SENTENCES as COURSE_SENTENCES
from utveksling_cli.render.text import clean, inside, iso_day, month, number, share
from utveksling_cli.render.wording import CRITERIA, EVIDENCE_KINDS, LINES, PER

if TYPE_CHECKING:
    from utveksling_cli.render.screen import Screen

LABELS = {
    "estimate": "Anslag",
    "carried_forward": "Videreført",
    "assumption": "Antatt",
    "unknown": "Ukjent",
    "warning": "Obs",
    "information": "Merk",
}
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
    "ikke funnet: spør internasjonal seksjon.",
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
    "budget.whole_semesters": "Basislånet er regnet for hele semestre, fem månedssatser om høsten og seks om våren, "
    "enten du er ute kortere eller lenger. Det forutsetter heltidsstudier hele semesteret.",
    "budget.paid_before_departure": "Flyreise og visum er ført måneden før oppholdet begynner, og bare én reise "
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
    "budget.nordplus_too_short": "Oppholdet er for kort til Nordplus-stipend per måned: det må vare minst én måned.",
    "budget.nordplus_by_network": "Nordplus-beløpene er det høyeste som gis. Nettverket bestemmer, og kan gi mindre.",
    "budget.living_and_parts": "Husleie, mat og transport som du har oppgitt, er lagt til din egen levekostnad.",
    "budget.days_of_month": "I måneder der du bare er ute noen av dagene, er månedsbeløpene regnet for de dagene. "
    "Husleie må ofte betales for hele måneden.",
    "budget.living_of_town": "Månedskostnaden er for {scope}.",
    "budget.deposit_returns": "Depositumet er ført tilbake måneden etter oppholdet.",
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
    **COURSE_SENTENCES,
}


def sentence(notice: Notice) -> str:
    """The notice as a Norwegian sentence; its values are data and are never read as anything else."""
    return SENTENCES[notice.code].format_map(_readable(notice.values))


def lines(notices: Iterable[Notice], screen: Screen) -> list[str]:
    """`Obs: …`, wrapped; each notice once."""
    from utveksling_cli.render.layout import wrap

    found: list[str] = []
    for notice in dict.fromkeys((notice.kind, sentence(notice)) for notice in notices):
        kind, text = notice
        first, *rest = wrap(f"{LABELS[kind]}: {clean(text)}", screen.width, hanging="  ")
        label, colon, remainder = first.partition(":")
        found += [screen.warn(label + colon) + remainder, *rest]
    return found


def _readable(values: Mapping[str, str]) -> dict[str, str]:
    """The values as a Norwegian reads them; `price` is what `amount`, `currency` and `per` say together."""
    readable = {key: _READERS[key](value) if key in _READERS else value for key, value in values.items()}
    if {"amount", "currency", "per"} <= readable.keys():
        readable["price"] = " ({amount} {currency} {per})".format_map(readable)
    return {"price": "", **readable}


def _month(text: str) -> str:
    year, number = text.split("-")
    from utveksling_cli.model.time import Month

    return month(Month(int(year), int(number)))


def _number(text: str) -> str:
    from decimal import Decimal

    return number(Decimal(text))


def _share(text: str) -> str:
    from decimal import Decimal

    return share(Decimal(text))


_READERS: dict[str, Callable[[str], str]] = {
    "amount": _number,
    "climate": climate,
    "country": inside,
    "criterion": CRITERIA.__getitem__,
    "day": iso_day,
    "line": lambda text: LINES[text].lower(),
    "month": _month,
    "per": PER.__getitem__,
    "safe": iso_day,
    "share": _share,
    "test": lambda text: EVIDENCE_KINDS.get(text, text),
}
