"""Usage errors in Norwegian: what Typer found wrong with the command line, and the nearest name that is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any, TypeVar

import typer

from utveksling_cli.model.errors import UsageProblem

Meant = TypeVar("Meant")
_PATHS = frozenset({"FIL", "MAPPE"})
YES_NO = {"ja": True, "nei": False}


def parse_in_norwegian(
    parse: Callable[[typer.Context, list[str]], list[str]], context: typer.Context, arguments: list[str]
) -> list[str]:
    """Parse the arguments of one command; raises UsageProblem where Typer would fail in English."""
    if not context.resilient_parsing:
        _refuse_what_was_not_meant(context, arguments)
    context.allow_extra_args = True
    try:
        return parse(context, arguments)
    except typer.TyperException as error:
        raise _translated(error, context) from None


def extra_argument(context: typer.Context, argument: str) -> UsageProblem:
    """What was typed fits no place in the command; most often a name with a space and no quotes, or no option."""
    quotes = "anførselstegn rundt et navn med mellomrom"
    how = f"Sett {quotes}."
    if _takes_only_options(context):
        how = f'Skriv valget foran, og {quotes}: --land "New Zealand".'
    hint = f"{how} {see_help(context)}"
    return UsageProblem(f"Uventet argument «{argument}».", hint=hint)


def _takes_only_options(context: typer.Context) -> bool:
    params: list[Any] = context.command.get_params(context)
    return all(param.param_type_name == "option" for param in params) and "--land" in _options(context)


def see_help(context: typer.Context) -> str:
    return f"Se {context.command_path} --hjelp"


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """`Mente du «x»?`, or None when nothing is near."""
    from difflib import get_close_matches

    names = list(allowed)
    begun = [one for one in names if one.startswith(name)]
    found = begun if len(begun) == 1 else get_close_matches(name, names, n=1, cutoff=0.6)
    return f"Mente du «{found[0]}»?" if found else None


def not_allowed(what: str, given: str, allowed: Iterable[str]) -> UsageProblem:
    """A value outside a short list of allowed ones; `what` is the option as the user writes it."""
    choices = list(allowed)
    near = nearest(given.casefold(), choices)
    hint = f"Lov er {', '.join(choices)}."
    return UsageProblem(f"{what}: «{given}» er ikke lov.", hint=f"{near} {hint}" if near else hint)


def one_of(option: str, given: str, meant: Mapping[str, Meant], shown: Iterable[str] = ()) -> Meant:
    """What the word that was typed stands for; `shown` are the words to name when it is none of them, else all."""
    name = given.strip().casefold()
    if name not in meant:
        raise not_allowed(option, given, shown or meant)
    return meant[name]


def _refuse_what_was_not_meant(context: typer.Context, arguments: list[str]) -> None:
    """`--land --by Wien` forgot the country, and Typer would take `--by` for one; of two it would take the last."""
    options = _options(context)
    given: dict[int, str] = {}
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            return
        option, has_value, value = argument.partition("=")
        if option not in options or options[option].is_flag:
            continue
        if not has_value and following in options:
            raise _lacks_value(option, options[option], context)
        param, meant = options[option], value if has_value else following
        # An empty path is the folder that the user stands in.
        if not meant and getattr(param, "metavar", None) in _PATHS:
            raise _lacks_value(option, param, context)
        # A group meets the options of its command too, which may be named as its own.
        once = not param.multiple and not hasattr(context.command, "list_commands")
        if once and given.setdefault(id(param), meant) != meant:
            raise UsageProblem(f"Valget {option} er oppgitt to ganger.", hint=f"Oppgi det én gang. {see_help(context)}")


def _options(context: typer.Context) -> dict[str, Any]:
    params: list[Any] = context.command.get_params(context)
    return {name: param for param in params if param.param_type_name == "option" for name in param.opts}


def _translated(error: typer.TyperException, context: typer.Context) -> UsageProblem:
    """By the kind of error; Typer's kinds are private, so they are told apart by name."""
    kind = type(error).__name__
    name: str = getattr(error, "option_name", "")
    options = _options(context)
    if kind == "NoSuchOption":
        near = nearest(name.casefold(), options)
        hint = see_help(context)
        return UsageProblem(f"Valget {name} finnes ikke.", hint=f"{near} {hint}" if near else hint)
    if kind == "BadOptionUsage":
        if name in options and options[name].is_flag:
            return UsageProblem(f"Valget {name} tar ingen verdi.", hint=see_help(context))
        return _lacks_value(name, options.get(name), context)
    if kind == "MissingParameter":
        param: Any = getattr(error, "param", None)
        return UsageProblem(f"Mangler {_label(param)}.", hint=see_help(context))
    return UsageProblem("Kommandoen kan ikke leses slik den er skrevet.", hint=see_help(context))


def _lacks_value(option: str, param: Any, context: typer.Context) -> UsageProblem:
    value = getattr(param, "metavar", None)
    hint = f"Skriv {option} {value}. {see_help(context)}" if value else see_help(context)
    return UsageProblem(f"Valget {option} mangler en verdi.", hint=hint)


def _label(param: Any) -> str:
    if param is None:
        return "et argument"
    return (
        str(param.metavar or param.human_readable_name) if param.param_type_name == "argument" else str(param.opts[0])
    )
