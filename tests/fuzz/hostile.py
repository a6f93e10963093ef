"""Values that break programs, and ways to bend a good value; all chance comes from the `Random` that is given.

The same seed gives the same case, whoever draws: the long run, or Hypothesis with a `Random` that it shrinks.
"""

import unicodedata
from collections.abc import Sequence
from random import Random

TEXTS = (
    "",
    " ",
    "-",
    "--",
    "=",
    "@",
    ":",
    ",",
    "\0",
    "a\0b",
    "\n",
    "\t",
    "\r\n",
    "\x1b[31mrød\x1b]0;x\x07",
    "\x9b31m",
    "\ud83c",
    "\udcff\udcfe",
    "\udce5lesund",
    "\u202eegnever\u202c",
    "\u200b\u00ad\ufeff",
    "\u2028",
    "\ufffd\uffff",
    "Mu\u0308nchen",
    "ma\u030aneder",
    "I\u0307ıſẞ",
    "东京🎓👩‍🎓",
    "مرحبا",
    "a" * 300,
    "å" * 5_000,
    "[bold]x[/]",
    "[/",
    "%s %d %(x)s {0} {x!r} ${HOME} `id`",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"*" NEAR(',
    "*",
    "?",
    "(",
    "[",
    "\\",
    "((((((((((a*)*)*)*)*)*)*)*)*)*)b",
    "a" * 40 + "!",
    "true",
    "nei",
    "null",
    "NaN",
    "None",
    "con",
    "aux.txt",
)
NUMBERS = (
    "0",
    "-0",
    "00",
    "1",
    "-1",
    "+5",
    "5.",
    ".5",
    "5,0",
    "5,5",
    "4.5",
    "1e3",
    "1E400",
    "1e-400",
    "1_000",
    "1 000",
    "1\u00a0000",
    "25.686",
    "25,686",
    "25 686,50 AUD",
    "USD 5",
    "5 kr",
    "0x10",
    "0b1",
    "1/2",
    "½",
    "٣",
    "５",
    "²",
    "Ⅳ",
    "inf",
    "-inf",
    "nan",
    "sNaN",
    "9" * 20,
    "9" * 400,
    "9" * 5_000,
    "0." + "0" * 500 + "1",
    "1e999999999",
    "2147483648",
    "-9223372036854775809",
    "12",
    "13",
    "366",
    "1000",
    "100%",
)
DATES = (
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "2026-02-29",
    "2028-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "20260115",
    "2026-W03-1",
    "2026-015",
    "2026-01-15T10:00",
    "15.01.2027",
    "1/2/2027",
    "i dag",
    "2027",
    "2027-01",
    "1899-12-31",
    "2099-12-31",
    "H2027",
    "V2028",
    "h27",
    "X2027",
    "H0000",
    "H9999",
    "2027/28",
    "2027/2029",
    "9999/00",
)
# Nothing but what a test may read and write: a case runs in a folder of its own.
PATHS = (
    "/dev/null",
    "/dev/full",
    "/dev/zero",
    "/dev/stdin",
    ".",
    "..",
    "/",
    "/proc/self/mem",
    "finnes-ikke",
    "finnes/ikke",
    "ut.txt",
    "ut.csv/x",
    "~",
    "mappe med mellomrom/æ",
    "x" * 300,
    "-",
    "lenke",
    "ring",
    "tom",
    "lukket",
)
# What is doubled again and again would fill the memory of the fuzzer itself.
_LONGEST = 100_000
_ABSOLUTE = {path for path in PATHS if path.startswith("/")}
_LETTERS = "aåæø ÅØEnNtT019-_=@:;,.%+*#\"'\\()[]{}<>|&$!?~^`´" + (
    "\0\n\t\r\x1b\x7f\x85\xa0\u0308\u030a\u200b\u202e\ud800\udc80🎓ßİ東"
)


def any_text(random: Random) -> str:
    """Of a few letters; slashes are left out, so that no answer is written outside the case's own folder."""
    return "".join(random.choice(_LETTERS) for _ in range(random.choice((0, 1, 2, 3, 5, 8, 13, 40))))


def hostile(random: Random) -> str:
    kind = random.randrange(6)
    if kind == 5:
        return any_text(random)
    return random.choice((TEXTS, NUMBERS, DATES, PATHS, TEXTS)[kind])


def bent(random: Random, value: str) -> str:
    """A good value with one or a few things wrong."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        value = _bent_once(random, value)
    return value


def _bent_once(random: Random, value: str) -> str:
    place = random.randrange(len(value) + 1)
    before, after = value[:place], value[place:]
    match random.randrange(12):
        case 0:
            return before + after[1:]
        case 1:
            return before + random.choice(_LETTERS) + after
        case 2:
            return before + random.choice(_LETTERS) + after[1:]
        case 3:
            return before
        case 4:
            return before + hostile(random) + after
        case 5:
            return unicodedata.normalize(random.choice(("NFD", "NFKD", "NFKC")), value)
        case 6:
            return random.choice((value.upper, value.lower, value.swapcase, value.title))()
        case 7:
            return (value * random.choice((2, 3, 50)))[:_LONGEST]
        case 8:
            return f"{random.choice(_LETTERS)}{value}{random.choice(_LETTERS)}"
        case 9:
            return value[::-1]
        case 10:
            return _with_another_number(random, value)
        case _:
            return f"{value}{random.choice(('=', '@', ':', ' '))}{random.choice(NUMBERS + DATES)}"


def _with_another_number(random: Random, value: str) -> str:
    digits = [place for place, letter in enumerate(value) if letter.isascii() and letter.isdigit()]
    if not digits:
        return value + random.choice(NUMBERS)
    place = random.choice(digits)
    return value[:place] + random.choice(("0", "9", "-1", "13", "99", random.choice(NUMBERS))) + value[place + 1 :]


def harmless(argument: str) -> str:
    """The argument, unless it could make a command write outside the case's own folder."""
    name, equals, value = argument.partition("=")
    if argument in _ABSOLUTE or (equals and value in _ABSOLUTE):
        return argument
    parts = [part.lstrip("/~").replace("../", "") if part not in ("..", "~") else part for part in (name, value)]
    return equals.join(parts) if equals else parts[0]


def pick(random: Random, values: Sequence[str]) -> str:
    """A good value most of the time, else one that is bent or has nothing to do with it."""
    chance = random.random()
    if values and chance < 0.5:
        return random.choice(values)
    if values and chance < 0.8:
        return bent(random, random.choice(values))
    return hostile(random)
