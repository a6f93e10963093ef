"""Norwegian words for the codes of the data files."""

from __future__ import annotations

EVIDENCE = {
    "listed": "oppgitt avtale",
    "reported": "rapport siden 2019",
    "historical": "bare eldre rapporter",
    "list_only": "bare 2024-lista",
    "courses_only": "bare emnevedtak",
}
EVIDENCE_SENTENCES = {
    "listed": "En avtale er nevnt i flere kilder, eller på en partnerside eller nettverksside.",
    "reported": "NTNU-studenter har rapportert fra opphold siden 2019, men ingen kilde nevner en avtale.",
    "historical": "Bare eldre studentrapporter viser opphold her.",
    "list_only": "Står bare i en studentlaget kopi av NTNUs avtaleliste fra 2024. Ikke bekreftet av andre kilder.",
    "courses_only": "Bare vedtak om emner viser at NTNU-studenter har tenkt seg hit.",
}
BASIS = {
    "list_2024": "studentlaget kopi av avtalelista fra 2024",
    "partner_or_network_page": "side hos partner eller nettverk",
    "reports": "rapporter fra NTNU-studenter",
    "course_decisions": "tidligere emnevedtak",
    "portal_stays": "opphold i studentlagde Utvekslingsportalen",
    "other_page": "annen nettside",
}
AGREEMENTS = {
    "erasmus": "Erasmus+",
    "enhance": "ENHANCE",
    "nordplus": "Nordplus",
    "nordlys": "Nordlys",
    "nordtek": "Nordtek",
    "swiss_semp": "SEMP",
    "bilateral": "bilateral",
    "freemover": "freemover",
    "unknown": "ukjent type",
}
LEVELS = {"bachelor": "bachelor", "master": "master", "phd": "ph.d."}
STAYS = {"exchange": "utveksling", "traineeship": "praksis", "freemover": "freemover"}
CAMPUSES = {"trondheim": "Trondheim", "gjovik": "Gjøvik", "alesund": "Ålesund"}
SEASONS = {"autumn": "høst", "spring": "vår"}
YES_NO = {True: "ja", False: "nei", None: "ukjent"}
CONFIDENCE = {"high": "høy", "medium": "middels", "low": "lav"}
STATUS = {
    "official": "offisiell",
    "reported": "gjengitt",
    "estimate": "anslag",
    "carried_forward": "videreført",
    "assumption": "antatt",
    "user": "oppgitt av deg",
}
# The status of a stated figure that only the student's exchange rate, or a rate put in with `--sats`, makes less sure.
OWN_EXCHANGE_RATE, OWN_RATE = "med din kurs", "med din sats"
# Shown after a figure in every table; nothing for what a source states for the period itself.
MARKS = {"official": "", "reported": "", "estimate": "~", "carried_forward": ">", "assumption": "*", "user": ""}
MARK_SENTENCES = {
    "~": "anslag",
    ">": "videreført: tallet gjelder et tidligere år, og et nyere er ikke funnet",
    "*": "antatt eller utledet, ikke lest i en kilde",
    "?": "ukjent eller uten kilde",
}
# What shows how well a student knows a language: ids of tests, and what is no test.
EVIDENCE_KINDS = {
    "toefl_ibt": "TOEFL iBT",
    "ielts": "IELTS",
    "cambridge": "Cambridge",
    "duolingo": "Duolingo",
    "delf_dalf": "DELF/DALF",
    "dele": "DELE",
    "goethe": "Goethe-Zertifikat",
    "cefr": "et CEFR-nivå",
    "upper_secondary": "karakteren fra videregående",
}
DECISIONS = {"approved": "godkjent", "conditional": "på vilkår", "rejected": "avslått", "unknown": "ukjent"}
UNKNOWN = "ukjent"
LANGUAGES = {
    "am": "amharisk", "ar": "arabisk", "bg": "bulgarsk", "bs": "bosnisk", "ca": "katalansk", "cs": "tsjekkisk",
    "da": "dansk", "de": "tysk", "el": "gresk", "en": "engelsk", "es": "spansk", "et": "estisk", "eu": "baskisk",
    "fi": "finsk", "fo": "færøysk", "fr": "fransk", "ga": "irsk", "he": "hebraisk", "hi": "hindi", "hr": "kroatisk",
    "hu": "ungarsk", "id": "indonesisk", "is": "islandsk", "it": "italiensk", "ja": "japansk", "kk": "kasakhisk",
    "kl": "grønlandsk", "ko": "koreansk", "lb": "luxemburgsk", "lt": "litauisk", "lv": "latvisk", "mi": "maori",
    "mk": "makedonsk", "ms": "malayisk", "mt": "maltesisk", "nb": "norsk", "ne": "nepali", "nl": "nederlandsk",
    "nn": "nynorsk", "no": "norsk", "ny": "nyanja", "pl": "polsk", "pt": "portugisisk", "qu": "quechua",
    "ro": "rumensk", "ru": "russisk", "sk": "slovakisk", "sl": "slovensk", "sr": "serbisk", "sv": "svensk",
    "sw": "swahili", "ta": "tamil", "th": "thai", "tr": "tyrkisk", "ur": "urdu", "vi": "vietnamesisk", "zh": "kinesisk",
}  # fmt: skip
# What students also call them.
ENGLISH_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "japanese": "ja", "chinese": "zh", "korean": "ko", "dutch": "nl", "danish": "da", "swedish": "sv",
}  # fmt: skip
CRITERIA = {
    "countries": "--land",
    "city": "--by",
    "text": "--tekst",
    "field": "--fag",
    "programme": "--program",
    "level": "--nivå",
    "agreements": "--avtale",
    "teaching_language": "--undervisning",
    "tuition_free": "--uten-skolepenger",
    "evidence": "--evidens",
    "language_ok": "--språk-ok",
}
LINES = {
    "lanekassen.basislan": "Basislån",
    "lanekassen.reise": "Reisestøtte",
    "lanekassen.skolepenger": "Skolepengestøtte",
    "lanekassen.tilleggslan": "Tilleggslån til skolepenger",
    "lanekassen.rekrutteringsstipend": "Rekrutteringsstipend",
    "lanekassen.sprakstipend": "Språkstipend",
    "erasmus.opphold": "Erasmus+-stipend",
    "erasmus.tillegg": "Erasmus+-tillegg",
    "erasmus.reise": "Erasmus+-reisestipend",
    "erasmus.reisedager": "Erasmus+-reisedager",
    "nordplus.opphold": "Nordplus-stipend",
    "nordplus.reise": "Nordplus-reisestipend",
    "semp.opphold": "SEMP-stipend",
    "ntnu.stipend": "NTNU-stipend",
    "cost.living": "Bolig, mat og annet",
    "cost.rent": "Husleie",
    "cost.food": "Mat",
    "cost.transport": "Transport",
    "cost.living_other": "Annet til livsopphold",
    "cost.tuition": "Skolepenger",
    "cost.flight": "Flyreise",
    "cost.visa": "Visum og oppholdstillatelse",
    "cost.insurance": "Helseforsikring",
    "cost.semester_fee": "Semesteravgift",
    "cost.language_test": "Språktest",
    "cost.deposit": "Depositum",
    "cost.other": "Andre kostnader",
    "income.work": "Egen inntekt",
}
KINDS = {"grant": "stipend", "loan": "lån", "income": "inntekt", "expense": "utgift"}
PER = {
    "once": "én gang",
    "month": "per måned",
    "semester": "per semester",
    "half_year": "per halvår",
    "quarter": "per kvartal",
    "year": "per år",
}
FACTORS = {
    "months": "måneder",
    "one_of_two_trips": "én av to turer",
    "share": "andel",
    "rest_of_two_trips": "resten av årets to turer",
    "loan_share": "resten er lån",
    "last_share": "resten, etter oppholdet",
    "semester_share": "andel av oppholdet",
    "monthly_cost": "per måned",
    "tuition": "skolepenger",
    "tuition_in_tier": "del av skolepengene under første tak",
    "tuition_above_tier": "del av skolepengene over første trinn",
    "tuition_above_ordinary_max": "del av skolepengene over ordinært tak",
    "flight_return": "flyreise tur-retur",
    "visa": "visum",
    "residence_permit": "oppholdstillatelse",
    "health_insurance": "forsikring",
    "semester_fee": "avgift",
    "host_fee": "avgift",
    "other": "gebyr",
    "home_cost": "avgift",
    "days": "dager",
    "month_of_days": "en dags del av måneden",
    "monthly_rates": "månedssatser",
    "monthly_income": "per måned",
    "own_cost": "oppgitt av deg",
    "comes_back": "tilbake",
    "tuition_extended": "del av skolepengene over ordinært tak",
}
UNITS = {
    "NOK": "kr",
    "NOK/month": "kr per måned",
    "NOK/year": "kr per år",
    "NOK/two return trips": "kr for to turer",
    "EUR": "EUR",
    "EUR/month": "EUR per måned",
    "EUR/day": "EUR per dag",
    "CHF/month": "CHF per måned",
    "share": "",
    "months": "måneder",
    "days": "dager",
    "weeks": "uker",
    "ECTS": "studiepoeng",
    "month number": "",
    "km": "km",
    "times": "gang",
    "one over days in a month": "",
}
# Who pays, by the first part of a rate's id.
PAYERS = {
    "lanekassen": "Lånekassen",
    "erasmus": "Erasmus+",
    "ntnu": "NTNU",
    "nordplus": "Nordplus",
    "semp": "SEMP (Sveits)",
    "budsjett": "Budsjettet",
}
ANSWERS = {"yes": "ja", "inferred": "ja, antatt", "no": "nei", "unknown": "ukjent"}


def language(code: str) -> str:
    return LANGUAGES.get(code, code)
