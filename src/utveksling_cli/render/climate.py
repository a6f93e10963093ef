"""A Köppen class in Norwegian words, letter by letter; docs/data.md has the limits behind them."""

from __future__ import annotations

_WHOLE = {
    "BSh": "varm steppe",
    "BSk": "kjølig steppe",
    "BWh": "varm ørken",
    "BWk": "kjølig ørken",
    "ET": "tundra",
    "EF": "evig frost",
}
_GROUPS = {"A": "tropisk", "C": "temperert med mild vinter", "D": "temperert med kald vinter"}
_RAIN = {"f": "nedbør hele året", "m": "monsun", "s": "tørr sommer", "w": "tørr vinter"}
_HEAT = {"": "", "a": "varm sommer", "b": "mild sommer", "c": "kort, kjølig sommer", "d": "svært kald vinter"}


def climate(koppen: str) -> str:
    """`temperert med mild vinter, nedbør hele året, mild sommer (Cfb)`."""
    if koppen in _WHOLE:
        return f"{_WHOLE[koppen]} ({koppen})"
    group, rain, heat = koppen[0], koppen[1], koppen[2:]
    words = [_GROUPS[group], _RAIN[rain], _HEAT[heat]]
    if rain == "s" and heat in {"a", "b", "c"}:
        words[1:] = [_HEAT[heat].replace(" sommer", ", tørr sommer")]
    return f"{', '.join(word for word in words if word)} ({koppen})"
