"""Readers that end before their work is done: the files they had are read by the one who waits for them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable

import pytest

from utveksling_cli.catalogue.parts import Part
from utveksling_cli.catalogue.workers import _divided

NAMES = [f"agreements/{number}.yaml" for number in range(20)]


def read_elsewhere(fails: Callable[[str], bool], end: Callable[[], object]) -> Callable[[str], Part]:
    here = os.getpid()

    def read(name: str) -> Part:
        if os.getpid() != here and fails(name):
            end()
        return Part(name, [])

    return read


def raised() -> None:
    raise RuntimeError


@pytest.mark.parametrize("end", [lambda: os._exit(9), raised], ids=["killed", "raised"])
@pytest.mark.parametrize("fails", [lambda _: True, lambda name: "7" in name], ids=["all", "some"])
def test_every_file_is_read_once_and_in_order(
    monkeypatch: pytest.MonkeyPatch, fails: Callable[[str], bool], end: Callable[[], object]
) -> None:
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    assert [part.name for part in _divided(NAMES, read_elsewhere(fails, end), 2)] == NAMES


def test_where_no_process_can_be_started_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)

    def no_room(_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(context.Process, "start", no_room)
    assert [part.name for part in _divided(NAMES, read_elsewhere(lambda _: False, raised), 2)] == NAMES


def test_nobody_is_left_when_it_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    parts = _divided(NAMES, read_elsewhere(lambda _: False, raised), 2)
    next(parts)
    parts.close()
    assert multiprocessing.active_children() == []
