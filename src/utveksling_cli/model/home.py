"""What is the same for every stay: NTNU's towns, which journeys begin in, and what a student pays at home."""

from typing import NamedTuple

DEFAULT_TOWN = "trondheim"


class HomeTown(NamedTuple):
    """`lat` and `lon` are degrees north and east as decimal text."""

    id: str
    name: str
    lat: str
    lon: str
    source: str
    verified_on: str


class HomeCost(NamedTuple):
    """A cost in Norway; `amount` is decimal text, and None when the source names the cost and no amount."""

    id: str
    title: str
    currency: str | None
    amount: str | None
    per: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None
