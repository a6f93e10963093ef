"""The parameters of `funding_rates.yaml` that the rules ask for by name."""

from __future__ import annotations

BASISLAN = "lanekassen.basislan"
BASISLAN_MONTHS_AUTUMN = "lanekassen.basislan.maneder_host"
BASISLAN_MONTHS_SPRING = "lanekassen.basislan.maneder_var"
CONVERTIBLE_SHARE = "lanekassen.basislan.omgjoring"
TUITION_FIRST_TIER = "lanekassen.skolepenger.forste_trinn"
TUITION_GRANT_SHARE = "lanekassen.skolepenger.stipendandel"
TUITION_ORDINARY_MAX = "lanekassen.skolepenger.ordinaer_maks"
TUITION_TOTAL_MAX = "lanekassen.skolepenger.samlet_maks"
TUITION_NORDIC_MAX = "lanekassen.skolepenger.norden_maks"
TUITION_SEMESTER_SHARE = "lanekassen.skolepenger.semesterandel"
TRAVEL_GRANT_SHARE = "lanekassen.reise.stipendandel"
TRAVEL_GRANT_SHARE_LONG = "lanekassen.reise.stipendandel_lange_opphold"
TRAVEL_ONE_TRIP_MONTHS = "lanekassen.reise.en_tur_maneder"
TRAVEL_TRIP_SHARE = "lanekassen.reise.andel_per_tur"
TUITION_EXTENDED_MAX = "lanekassen.skolepenger.utvidet_stipend_maks"
TUITION_CURRENCY_LIMIT = "lanekassen.skolepenger.valutaterskel"
LANGUAGE_GRANT = "lanekassen.sprakstipend"
LANGUAGE_MIN_WEEKS = "lanekassen.sprakstipend.minste_uker"
INCOME_LIMIT = "lanekassen.inntektsgrense"
MIN_STAY_WEEKS = "lanekassen.minste_opphold"
MONTHLY_START = "lanekassen.utbetaling.norge_semesterstart"
MONTHLY_ORDINARY = "lanekassen.utbetaling.norge_vanlig_maned"
RECRUITMENT_GRANT = "lanekassen.rekrutteringsstipend"
RECRUITMENT_MAX_MONTHS = "lanekassen.rekrutteringsstipend.maks_maneder"
PAYOUT_AUTUMN = "lanekassen.utbetaling.host_maned"
PAYOUT_AUTUMN_EARLY = "lanekassen.utbetaling.host_maned_tidlig"
PAYOUT_SPRING = "lanekassen.utbetaling.var_maned"
ERASMUS_GROUP_1 = "erasmus.opphold.gruppe1"
ERASMUS_GROUPS_2_3 = "erasmus.opphold.gruppe2_3"
ERASMUS_FIRST_SHARE = "erasmus.utbetaling.forste_andel"
ERASMUS_PAYOUT_WEEKS = "erasmus.utbetaling.uker"
ERASMUS_DAYS_PER_MONTH = "erasmus.dager_per_maned"
ERASMUS_MIN_DAYS = "erasmus.minste_dager"
ERASMUS_MAX_MONTHS = "erasmus.maks_maneder"
ERASMUS_TRAINEE_1 = "erasmus.praksis.gruppe1"
ERASMUS_TRAINEE_2_3 = "erasmus.praksis.gruppe2_3"
ERASMUS_TOP_UP = "erasmus.tillegg"
ERASMUS_GREEN_DAYS = "erasmus.reisedager.gronn"
ERASMUS_GREEN_SHARE = "erasmus.reise.gronn_minsteandel"
ERASMUS_NEAR_BAND = "erasmus.reise.naer_grense"
NORDPLUS_GRANT = "nordplus.opphold"
NORDPLUS_MIN_MONTHS = "nordplus.minste_maneder"
NTNU_GRANT = "ntnu.stipend"
NTNU_GRANT_TIMES = "ntnu.stipend.ganger"
NTNU_GRANT_SEMESTER = "ntnu.stipend.semester_maneder"
NTNU_GRANT_CREDITS = "ntnu.stipend.min_studiepoeng"
EXCHANGE_CREDITS = "ntnu.utveksling.min_studiepoeng"
SEMESTER_CREDITS = "ntnu.utveksling.studiepoeng_per_semester"
K_SLOT_CREDITS = "ntnu.k_emne.min_studiepoeng"
SEMP_GRANT = "semp.opphold"
SEMP_MIN_MONTHS = "semp.minste_maneder"

# What the budget itself assumes, of which no source tells.
PAID_AHEAD_MONTHS = "budsjett.betalt_for_reisen"
DEPOSIT_BACK_MONTHS = "budsjett.depositum_tilbake"

# The lower end of each distance band in km is part of the ids: `erasmus.reise.gronn_500`.
ERASMUS_BANDS = (10, 100, 500, 2000, 3000, 4000, 8000)
ERASMUS_TRAVEL = {band: (f"erasmus.reise.standard_{band}", f"erasmus.reise.gronn_{band}") for band in ERASMUS_BANDS}
# Country set and rate have the same id.
NORDPLUS_TRAVEL = ("nordplus.reise.norden_baltikum", "nordplus.reise.island_faroyene", "nordplus.reise.gronland")

# The travel support has one parameter for each of Lånekassen's regions.
NORDIC_REGION = "norden"
TRAVEL_BY_REGION = {
    region: f"lanekassen.reise.{region}"
    for region in ("europa", "afrika", "asia", "nord_og_mellom_amerika", "sor_amerika", "oseania")
}

RECRUITMENT_COUNTRIES = "lanekassen.rekrutteringsland"
EARLY_PAYOUT_COUNTRIES = "lanekassen.tidlig_utbetaling"
UNSUPPORTED_COUNTRIES = "lanekassen.uten_stotte"
ERASMUS_SETS = ("erasmus.gruppe1", "erasmus.gruppe2", "erasmus.gruppe3")
ERASMUS_PLANNED = "erasmus.planlagt"
SEMP_COUNTRIES = "semp.land"
NORDPLUS_COUNTRIES = "nordplus.land"
NO_LANGUAGE_GRANT_COUNTRIES = "lanekassen.uten_sprakstipend"

# Kinds of agreement, and languages.
ERASMUS_AGREEMENTS = "erasmus.avtaler"
SEMP_AGREEMENTS = "semp.avtaler"
NORDPLUS_AGREEMENTS = "nordplus.avtaler"
NORDIC_NETWORKS = "nordplus.nettverk"
TUITION_FREE_SETS = ("erasmus.uten_skolepenger", "nordplus.uten_skolepenger")
KNOWN_LANGUAGES = "lanekassen.sprakstipend.kjente_sprak"

RATES = frozenset(
    {
        BASISLAN,
        BASISLAN_MONTHS_AUTUMN,
        BASISLAN_MONTHS_SPRING,
        CONVERTIBLE_SHARE,
        TUITION_FIRST_TIER,
        TUITION_GRANT_SHARE,
        TUITION_ORDINARY_MAX,
        TUITION_TOTAL_MAX,
        TUITION_NORDIC_MAX,
        TUITION_SEMESTER_SHARE,
        TRAVEL_GRANT_SHARE,
        TRAVEL_GRANT_SHARE_LONG,
        TRAVEL_ONE_TRIP_MONTHS,
        TRAVEL_TRIP_SHARE,
        TUITION_EXTENDED_MAX,
        TUITION_CURRENCY_LIMIT,
        LANGUAGE_GRANT,
        LANGUAGE_MIN_WEEKS,
        INCOME_LIMIT,
        MIN_STAY_WEEKS,
        MONTHLY_START,
        MONTHLY_ORDINARY,
        ERASMUS_MAX_MONTHS,
        ERASMUS_TRAINEE_1,
        ERASMUS_TRAINEE_2_3,
        ERASMUS_TOP_UP,
        ERASMUS_GREEN_DAYS,
        ERASMUS_GREEN_SHARE,
        ERASMUS_NEAR_BAND,
        NORDPLUS_GRANT,
        NORDPLUS_MIN_MONTHS,
        *NORDPLUS_TRAVEL,
        *(identifier for pair in ERASMUS_TRAVEL.values() for identifier in pair),
        RECRUITMENT_GRANT,
        RECRUITMENT_MAX_MONTHS,
        PAYOUT_AUTUMN,
        PAYOUT_AUTUMN_EARLY,
        PAYOUT_SPRING,
        ERASMUS_GROUP_1,
        ERASMUS_GROUPS_2_3,
        ERASMUS_FIRST_SHARE,
        ERASMUS_PAYOUT_WEEKS,
        ERASMUS_DAYS_PER_MONTH,
        ERASMUS_MIN_DAYS,
        NTNU_GRANT,
        NTNU_GRANT_TIMES,
        NTNU_GRANT_SEMESTER,
        NTNU_GRANT_CREDITS,
        EXCHANGE_CREDITS,
        SEMESTER_CREDITS,
        K_SLOT_CREDITS,
        SEMP_GRANT,
        SEMP_MIN_MONTHS,
        PAID_AHEAD_MONTHS,
        DEPOSIT_BACK_MONTHS,
        *TRAVEL_BY_REGION.values(),
    }
)
COUNTRY_SETS = frozenset(
    {
        RECRUITMENT_COUNTRIES,
        EARLY_PAYOUT_COUNTRIES,
        UNSUPPORTED_COUNTRIES,
        SEMP_COUNTRIES,
        ERASMUS_PLANNED,
        NORDPLUS_COUNTRIES,
        NO_LANGUAGE_GRANT_COUNTRIES,
        *NORDPLUS_TRAVEL,
        *ERASMUS_SETS,
    }
)
AGREEMENT_SETS = frozenset(
    {ERASMUS_AGREEMENTS, SEMP_AGREEMENTS, NORDPLUS_AGREEMENTS, NORDIC_NETWORKS, *TUITION_FREE_SETS}
)
LANGUAGE_SETS = frozenset({KNOWN_LANGUAGES})
