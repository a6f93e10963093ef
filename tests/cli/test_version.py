"""The version is told in one way, whether the command line had to be read for it or not."""

import pytest

from utveksling_cli.cli.main import main


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(arguments)
    return code, *capsys.readouterr()


def test_the_version_alone_is_told_as_after_another_option(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The option before it would otherwise stay for the tests that come after.
    monkeypatch.setenv("UTVEKSLING_I_DAG", "2026-11-24")
    alone = told(["--versjon"], capsys)
    assert alone[1].startswith("utveksling ")
    assert alone == told(["--i-dag", "2026-11-24", "--versjon"], capsys)
