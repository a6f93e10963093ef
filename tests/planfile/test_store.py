"""Whatever happens while the plan is written, one whole file is there, and nobody else can read it."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from utveksling_cli.model.errors import DataUnusable, UsageProblem
from utveksling_cli.model.plan import Plan, StepDone
from utveksling_cli.planfile import edit, line_of, load, store
from utveksling_cli.planning.wishes import keep_in_mind

WRITER = Path(__file__).with_name("writers.py")
HEAD = "schema: utveksling.plan/1\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "utveksling.yaml"


def with_favourite(plan: Plan) -> Plan:
    return keep_in_mind(plan, "kth")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_fifty_writers_at_once_all_have_their_say(path: Path) -> None:
    commands = [[sys.executable, str(WRITER), str(path), str(number), "1"] for number in range(50)]
    writers = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * len(writers)
    assert set(load(path).favourites) == {f"sted-{number}" for number in range(50)}
    assert mode(path) == 0o600


@pytest.mark.parametrize("mask", [0, 0o022, 0o077, 0o277])
def test_only_the_owner_can_read_it_whatever_the_mask_says(path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        edit(path, with_favourite)
    finally:
        os.umask(before)
    assert mode(path) == 0o600


def test_a_file_that_all_could_read_is_the_owners_alone_from_the_first_change(path: Path) -> None:
    path.write_text(HEAD)
    path.chmod(0o644)
    assert load(path) == Plan()
    assert mode(path) == 0o644
    edit(path, with_favourite)
    assert mode(path) == 0o600


def test_a_link_stays_a_link(path: Path) -> None:
    real = path.with_name("annet sted.yaml")
    real.write_text(HEAD)
    path.symlink_to(real)
    edit(path, with_favourite)
    assert path.is_symlink()
    assert load(real).favourites == ("kth",)


def test_a_link_to_nothing_makes_the_file(path: Path) -> None:
    path.symlink_to(path.with_name("ny.yaml"))
    edit(path, with_favourite)
    assert path.is_symlink()
    assert load(path.with_name("ny.yaml")).favourites == ("kth",)


@pytest.mark.parametrize(
    "name",
    [
        "-rf.yaml",
        "a b.yaml",
        "å\u0308.yaml",
        "[x]*?.yaml",
        "%s{0}.yaml",
        "linje\nskift.yaml",
        "x" * 250,
        "🎓" * 60,
        "~",
    ],
    ids=repr,
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    edit(path, with_favourite)
    edit(path, lambda plan: keep_in_mind(plan, "dtu"))
    assert load(path).favourites == ("kth", "dtu")


def test_line_ends_and_byte_order_mark_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode() + b"# mitt\r\n")
    edit(path, with_favourite)
    assert path.read_bytes() == (
        b"\xef\xbb\xbfschema: utveksling.plan/1\r\n\r\nfavourites:\r\n  - kth\r\n\r\n# mitt\r\n"
    )


def test_a_change_of_nothing_writes_nothing(path: Path) -> None:
    path.write_text(HEAD)
    before = path.stat()
    edit(path, lambda plan: plan)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_broken_file_is_shown_and_left(path: Path) -> None:
    path.write_text("schema: utveksling.plan/1\nprofil:\n")
    with pytest.raises(DataUnusable) as caught:
        edit(path, with_favourite)
    assert caught.value.details == (f"{path}:2: profil: ukjent nøkkel; mente du profile?",)
    assert path.read_text() == "schema: utveksling.plan/1\nprofil:\n"


def test_what_cannot_stand_in_a_file_is_refused(path: Path) -> None:
    path.write_text(HEAD)
    with pytest.raises(UsageProblem) as caught:
        edit(path, lambda plan: plan._replace(steps={"visum": StepDone(None, "hei\x07")}))
    assert "U+0007" in caught.value.details[0]
    assert path.read_text() == HEAD


def test_a_writer_waits_a_while_and_then_says_so(path: Path) -> None:
    with store.one_writer(path, path), pytest.raises(DataUnusable) as caught, store.one_writer(path, path, wait=0.1):
        raise AssertionError("two writers at once")
    assert caught.value.message == "Planen er i bruk av en annen kommando."


def test_a_full_disk_leaves_what_was_there(path: Path) -> None:
    """The system refuses more than a few bytes in a file, as a full disk would."""
    path.write_text(HEAD)
    done = subprocess.run(
        [sys.executable, str(WRITER), str(path), "0", "1"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)),
    )
    assert "Kan ikke skrive planen (det er ikke mer plass)." in done.stderr
    assert path.read_text() == HEAD
    assert {entry.name for entry in path.parent.iterdir()} == {path.name, ".utveksling.yaml.lock"}


def test_a_folder_that_cannot_be_written_in_is_told() -> None:
    with pytest.raises(DataUnusable) as caught:
        edit(Path("/proc/utveksling.yaml"), with_favourite)
    assert caught.value.message.startswith("Kan ikke skrive planen (")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataUnusable) as caught:
        edit(tmp_path / "borte" / "utveksling.yaml", with_favourite)
    assert caught.value.message == "Kan ikke skrive planen (mappa finnes ikke)."


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(DataUnusable) as caught:
        edit(tmp_path, with_favourite)
    assert caught.value.message == "Planen kan ikke leses: er ikke en vanlig fil."


def test_links_in_a_ring_are_told(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(DataUnusable) as caught:
        edit(path, with_favourite)
    assert caught.value.message == "Planen kan ikke leses: lenkene går i ring."
    assert path.is_symlink()


def test_the_line_of_a_value_is_known(path: Path) -> None:
    path.write_text(f"{HEAD}stay:\n  # ønsker\n  hosts:\n    - kth\n    - dtu\n")
    assert line_of(path, "stay", "hosts", 1) == 6
    assert line_of(path, "stay", "months") == 2
