"""`--ut` writes a file whole or not at all, and leaves everything else about it as it was."""

import errno
import os
import stat
from pathlib import Path

import pytest

from utveksling_cli.cli.output import check_place, write
from utveksling_cli.model.errors import DataUnusable, UsageProblem

from ..golden.runner import Place

BEFORE = "det som sto der før\n"


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def run_out_of_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_file_holds_what_the_screen_would_show(run, place: Place, form: str) -> None:
    shown = run("finn", "--land", "Island", "--format", form)
    silent = run("finn", "--land", "Island", "--format", form, "--ut", "svar.txt")
    assert silent == ("", "", 0)
    written = (place.folder / "svar.txt").read_bytes().decode("utf-8")
    assert written.replace("\ufeff", "<BOM>").replace("\r", "<CR>") == shown.stdout


def test_a_table_in_a_file_is_as_wide_whatever_the_screen(run, place: Place) -> None:
    for width in ("40", "200"):
        run("finn", "--land", "Island", "--ut", f"{width}.txt", COLUMNS=width)
    texts = [(place.folder / f"{width}.txt").read_text(encoding="utf-8") for width in ("40", "200")]
    assert texts[0] == texts[1]
    assert "\x1b" not in texts[0]


def test_a_hyphen_is_the_screen(run) -> None:
    assert run("frister", "--ut", "-") == run("frister")


@pytest.mark.parametrize(
    ("broken", "failure", "why"),
    [
        ("pathlib.Path.replace", run_out_of_space, "det er ikke mer plass"),
        ("pathlib.Path.chmod", refuse, "du mangler skrivetilgang"),
        ("tempfile.mkstemp", refuse, "du mangler skrivetilgang"),
    ],
)
def test_a_write_that_fails_leaves_the_file_and_nothing_beside_it(tmp_path, monkeypatch, broken, failure, why) -> None:
    path = tmp_path / "svar.txt"
    path.write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(broken, failure)
    with pytest.raises(DataUnusable) as caught:
        write("nytt\n", str(path))
    monkeypatch.undo()
    assert caught.value.message == f"Kan ikke skrive «{path}» ({why})."
    assert [entry.name for entry in tmp_path.iterdir()] == ["svar.txt"]
    assert path.read_text(encoding="utf-8") == BEFORE


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "svar.txt"
    path.write_text(BEFORE, encoding="utf-8")
    path.chmod(mode)
    write("nytt\n", str(path))
    assert (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode)) == ("nytt\n", mode)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_gets_the_permissions_that_the_user_gives_new_files(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write("nytt\n", str(tmp_path / "svar.txt"))
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "svar.txt").stat().st_mode) == mode


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_a_link_and_what_it_points_at_is_written(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "mappe").mkdir()
    target, link = tmp_path / "mappe" / "ekte.txt", tmp_path / "lenke.txt"
    if exists:
        target.write_text(BEFORE, encoding="utf-8")
    link.symlink_to(target)
    write("nytt\n", str(link))
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "nytt\n"


def test_links_in_a_ring_are_told_and_stay(tmp_path: Path) -> None:
    link = tmp_path / "ring.txt"
    link.symlink_to(link.name)
    for place in (link, link / "svar.txt"):
        with pytest.raises(DataUnusable) as caught:
            write("nytt\n", str(place))
        assert caught.value.message == f"Kan ikke skrive «{place}» (lenkene går i ring)."
    assert link.is_symlink()


def test_a_pipe_gets_the_text_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "roer"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write("nytt\n", str(path))
    assert os.read(reader, 100) == b"nytt\n"
    os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_name_with_letters_and_spaces_is_a_name_as_any_other(run, place: Place) -> None:
    assert run("frister", "--ut", "mine frister på våren.txt").exit_code == 0
    assert (place.folder / "mine frister på våren.txt").is_file()


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataUnusable, match="navnet er ikke lov"):
        write("nytt\n", str(tmp_path / "a\0b"))
    with pytest.raises(DataUnusable, match="navnet er for langt"):
        write("nytt\n", str(tmp_path / ("a" * 300)))


@pytest.mark.parametrize("name", ["x" * 255, "å" * 127, "🎓" * 63], ids=["ascii", "norsk", "emoji"])
def test_a_name_as_long_as_a_name_can_be_will_do(tmp_path: Path, name: str) -> None:
    write("nytt\n", str(tmp_path / name))
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_what_an_ended_writer_left_is_swept_away_when_it_is_surely_nobodys(tmp_path: Path) -> None:
    names = [".svar.txt.abcd_123.tmp", ".svar.txt.abcd_124.tmp", ".svar.txt.tmp", ".annet.txt.abcd_123.tmp"]
    for name in names:
        (tmp_path / name).write_text(BEFORE, encoding="utf-8")
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    write("nytt\n", str(tmp_path / "svar.txt"))
    assert {entry.name for entry in tmp_path.iterdir()} == {"svar.txt", *names[1:]}


def test_half_a_sign_does_not_stop_the_writing(tmp_path: Path) -> None:
    write("a\ud800b\n", str(tmp_path / "svar.txt"))
    assert (tmp_path / "svar.txt").read_text(encoding="utf-8") == "a?b\n"


WRITERS = (
    ("fagplan", "ny", "--lærested", "kth"),
    ("fagplan", "legg-til", "--tittel", "Nytt"),
    ("fagplan", "endre", "a1", "--poeng", "5"),
    ("fagplan", "fjern", "a1"),
    ("fagplan", "bytt", "a1", "B2", "--grunn", "not-available"),
    ("velg", "eth-zurich"),
    ("fjern", "dtu"),
    ("søknad", "--ferdig", "forhandsgodkjenning"),
    ("sjekk", "--unnta", "course.missing:a1", "--grunn", "avklart"),
)
PLAN = "schema: utveksling.plan/1\nstay: {semester: H2027, hosts: [dtu]}\ncourses:\n  - {id: a1, title: A, code: A1}\n"


@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
@pytest.mark.parametrize(("out", "code"), [("finnes-ikke/svar.txt", 4), (".", 4), ("min.yaml", 2)])
def test_a_plan_is_not_changed_when_the_answer_cannot_be_written(
    run, place: Place, command: tuple[str, ...], out: str, code: int
) -> None:
    plan = place.folder / "min.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    outcome = run(*command, "--plan", "min.yaml", "--ut", out)
    assert (outcome.exit_code, plan.read_text(encoding="utf-8")) == (code, PLAN), outcome.stderr


@pytest.mark.parametrize("start", ["", "\ufeff", "# min\n", "stay: {}\n"])
@pytest.mark.parametrize("schema", ["schema: utveksling.plan/1", 'schema:  "utveksling.plan/9"'])
def test_an_answer_never_takes_the_place_of_a_plan(tmp_path: Path, start: str, schema: str) -> None:
    plan = tmp_path / "annet-navn.txt"
    plan.write_text(f"{start}{schema}\n", encoding="utf-8")
    with pytest.raises(UsageProblem):
        write("svar\n", str(plan))
    assert plan.read_text(encoding="utf-8") == f"{start}{schema}\n"


def test_trying_a_place_leaves_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "fra-for.txt").write_text(BEFORE, encoding="utf-8")
    for name in ("ny.txt", "fra-for.txt"):
        check_place(str(tmp_path / name))
    assert [one.name for one in tmp_path.iterdir()] == ["fra-for.txt"]
    assert (tmp_path / "fra-for.txt").read_text(encoding="utf-8") == BEFORE
