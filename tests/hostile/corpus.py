"""Texts that mean harm to whatever shows them: each begins as a formula does, and all of them hold everything else."""

_STARTS = ("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "- 1. ", "# ", "| a |", "\u202e::error::")
# Each kind of harm once: terminals, screens with markup, pages, calendars, tickets, Markdown, unseen signs, formats.
_HARM = (
    "\x1b[31m\x1b]0;t\x07\x9b31m\x85\0\x7f",
    "[bold red]x[/] [link=https://eksempel.no]y[/link] [/",
    '</td></table></style></title><script>alert(1)</script><img src=x onerror=y>"\'><a href="javascript:z">&lt;&#0;',
    "\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:x;A=B,c\\n\\,",
    "\r\n::error file=a,line=1::x%0A::stop-commands::y",
    "\n\n# h\n| a | b |\n- c\n> d\n```\n[e](javascript:f) ![g](data:h) **i** _j_ ~~k~~ $l$ <b>m</b> @n #1 \\",
    '\n<http://eksempel.no/"><script>o</script>',
    "\u202e\u2066\u061c\u200b\u00ad\ufeff\u2028\u2029\u180e\U000e0041",
    "\ud83c p \udfff\udcff \ufffe\uffff",
    "%s {0} {name} %(x)s \\x1b ${HOME} `id`",
    "_x0041_ ]]> <!-- <?q ?> <![CDATA[",
)
CALM = "Rolig tekst"


def hostile(number: int, turn: int) -> str:
    """Another text for each place and each turn; after as many turns as there are, each place has had all of them."""
    return f"{_STARTS[(number + turn) % TURNS]} {number} {' '.join(_HARM)}"


TURNS = len(_STARTS)
