"""What each command is run with in the hostile folder, so that as much as possible of the data is shown."""

HOST, OTHER = "probehochschule-munchen", "second-trial-university"
# For each command that has `--format`, found in the app; the test fails for one that has no line here.
LINES: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    ("finn",): ((), ("--hvorfor", HOST, "--fag", "0713", "--undervisning", "engelsk"), ("--sorter", "vedtak")),
    ("vis",): ((HOST,), (OTHER,)),
    ("frister",): ((), ("--semester", "V2028", "--lærested", HOST), ("--land", "DE")),
    ("sammenlign",): ((HOST, OTHER), ("DE", "FR", "--vekt", "klima=1,økonomi=2")),
    ("budsjett",): (("--lærested", HOST, "--forklar"), ("--land", "DE", "--uten-plan", "--kostnad", "@1 <b>=5")),
    ("satser",): ((), ("--vis", "lanekassen.basislan"), ("--vis", "erasmus")),
    ("fagplan", "forslag"): (("--lærested", HOST), ("--gruppér", "lærested", "--erstatter", "TDT4000")),
    ("fagplan", "velg"): (("--lærested", HOST, "--emner", "TDT4000,TDT4100"),),
    ("fagplan", "ny"): ((),),
    ("fagplan", "legg-til"): (("--tittel", "Nytt", "--kode", "=N1"), ("--forslag", "1")),
    ("fagplan", "endre"): (("a", "--kode", "@N2"),),
    ("fagplan", "fjern"): (("a",),),
    ("fagplan", "bytt"): (("a", "@N3", "--grunn", "timetable-conflict"),),
    ("fagplan", "vis"): ((),),
    ("fagplan", "sjekk"): ((),),
    ("fagplan", "eksporter"): ((),),
    ("søknad",): ((), ("send",), ("--ferdig", "tenk")),
    ("språk",): ((), (HOST,)),
    ("krav",): ((), (HOST,)),
    ("start",): (("--ja",),),
    ("velg",): ((OTHER,),),
    ("fjern",): ((HOST,),),
    ("status",): ((),),
    ("sjekk",): ((),),
    ("data", "sjekk"): ((),),
}
# Every text that a plan may hold, each with a word of `seeded` in it.
PLAN = f"""\
schema: utveksling.plan/1
profile:
  programme: Zq 900 x
  level: master
  campus: trondheim
  credits_completed: 120
  grade_average: 3.5
  asks_reading_list: true
languages:
  - {{language: en, kind: ielts, score: "7.0", date: 2026-05-01}}
  - {{language: de, kind: prove_a, score: Zq 902 x}}
stay:
  semester: H2027
  hosts: [{HOST}, second-trial-university, ecole-de-l-essai]
favourites: [aas-hogskole]
budget:
  costs: ["@SUM(1) <b>[x](y)</b> |=1000"]
courses:
  - id: a
    title: Zq 904 x
    code: Zq 905 x
    link: "https://example.org/a?b='c'&d=(e)[f]*_g_~$h!#;i"
    credits: 5
    unit: Zq 906 x
    replaces: [Zq 907 x, TDT4100]
    level: master
    semester: autumn
    language: en
    group: Zq 908 x
    alternatives: [Zq 909 x]
    reading_list: https://example.org/pensum
  - {{id: b, title: Zq 910 x, code: Zq 911 x, credits: 7.5, unit: ECTS, replaces: [Zq 912 x], status: removed}}
  - {{id: c, title: Zq 913 x, code: Zq 905 x, unit: Zq 914 x, host: second-trial-university}}
steps:
  send: {{done: 2026-11-20, note: Zq 915 x}}
  finnes.ikke: {{note: Zq 916 x}}
exceptions:
  finnes.ikke: Zq 917 x
"""
