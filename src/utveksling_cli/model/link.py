"""A page to go on to: an official portal and the like."""

from typing import NamedTuple


class Link(NamedTuple):
    id: str
    title: str
    url: str
    verified_on: str
