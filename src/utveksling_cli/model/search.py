"""What a search asks of hosts, and what it finds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice

# INFERRED speaks for a host but was deduced, not read in a source.
YES, INFERRED, NO, UNKNOWN = "yes", "inferred", "no", "unknown"
FITS = frozenset({YES, INFERRED})


class Criteria(NamedTuple):
    """What was asked for; an empty tuple or None asks nothing, and text without a letter or number fits no host.

    `text_ids` are the hosts that fit the text, best first: word search is the catalogue's work. Under one of
    `tuition_free_agreements` a stay is free by the programme's rules. `language_answers` are YES to UNKNOWN by host id,
    for whether the student's evidence of languages is enough; one that lacks is UNKNOWN.
    """

    countries: tuple[str, ...] = ()
    city: str | None = None
    text: str | None = None
    text_ids: tuple[str, ...] = ()
    field: str | None = None
    programme: str | None = None
    level: str | None = None
    agreements: tuple[str, ...] = ()
    teaching_language: str | None = None
    tuition_free: bool = False
    tuition_free_agreements: frozenset[str] = frozenset()
    evidence: tuple[str, ...] = ()
    language_ok: bool = False
    language_answers: Mapping[str, str] = MappingProxyType({})


class Hit(NamedTuple):
    """`programme_reports` counts reports by students of the programme asked for; None when none was."""

    institution: Institution
    programme_reports: int | None


class Loosening(NamedTuple):
    """Without `criterion` the search would have `number` hits."""

    criterion: str
    number: int


class SearchResult(NamedTuple):
    hits: tuple[Hit, ...]
    loosen: tuple[Loosening, ...]
    notices: tuple[Notice, ...]


class Verdict(NamedTuple):
    """Whether the host meets one criterion: `yes`, `inferred`, `no` or `unknown`."""

    criterion: str
    answer: str
