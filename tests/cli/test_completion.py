"""The tabulator key completes names, countries and hosts in each shell, and never disturbs what is being typed."""

from pathlib import Path

import pytest

from ..golden.runner import Place


@pytest.fixture
def bash(run):
    """What bash is offered for the last word of a line."""

    def offered(line: str, **environment: str) -> list[str]:
        words = line.split(" ")
        outcome = run(
            _UTVEKSLING_COMPLETE="complete_bash",
            COMP_WORDS="\n".join(words),
            COMP_CWORD=str(len(words) - 1),
            **environment,
        )
        assert (outcome.stderr, outcome.exit_code) == ("", 0)
        return outcome.stdout.split()

    return offered


@pytest.fixture
def others(run):
    """What another shell is given for a line."""

    def given(shell: str, line: str, **environment: str) -> str:
        outcome = run(_UTVEKSLING_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_ARGS=line, **environment)
        assert (outcome.stderr, outcome.exit_code) == ("", 0)
        return outcome.stdout

    return given


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("utveksling fr", ["frister"]),
        ("utveksling fullf", ["fullføring"]),
        ("utveksling data ", ["sjekk"]),
        ("utveksling fullføring ", ["bash", "zsh", "fish", "powershell", "pwsh"]),
        ("utveksling fullforing z", ["zsh"]),
        ("utveksling finn --land Tysk", ["Tyskland"]),
        ("utveksling finn --land tysk", ["tyskland"]),
        ("utveksling finn --land Sør", ["Sør-Afrika", "Sør-Korea"]),
        ("utveksling finn --land sor-k", ["sor-korea"]),
        ("utveksling finn --land New", ["New-Zealand"]),
        ("utveksling finn --land Fær", ["Færøyene"]),
        ("utveksling finn --land faer", ["faeroyene"]),
        ("utveksling budsjett --land ø", ["østerrike"]),
        ("utveksling vis tu-be", ["tu-bergakademie-freiberg", "tu-berlin"]),
        ("utveksling frister --lærested tu-berl", ["tu-berlin"]),
        ("utveksling frister --laerested tu-berl", ["tu-berlin"]),
        ("utveksling finn --hvorfor tu-berl", ["tu-berlin"]),
        ("utveksling finn --format j", ["json"]),
        ("utveksling finn --avtale nord", ["nordplus", "nordlys", "nordtek"]),
        ("utveksling finn --sorter r", ["rapporter"]),
        ("utveksling finn --nivå m", ["master"]),
        ("utveksling vis finnes-ikke", []),
    ],
)
def test_bash_is_offered_what_begins_as_typed(bash, line: str, offered: list[str]) -> None:
    assert bash(line) == offered


@pytest.mark.parametrize(
    ("begun", "offered"),
    [("--m", ["--måneder"]), ("--må", ["--måneder"]), ("--ma", ["--maneder"]), ("--lær", ["--lærested"]),
     ("--lae", ["--laerested"]), ("--hjel", ["--hjelp"]), ("--he", ["--help"])],
)  # fmt: skip
def test_an_option_is_offered_with_its_letters_unless_ascii_was_begun(bash, begun: str, offered: list[str]) -> None:
    assert bash(f"utveksling budsjett {begun}") == offered


@pytest.mark.parametrize("country", ["New-Zealand", "Sør-Korea", "faeroyene", "østerrike", "bosnia-hercegovina"])
def test_a_country_as_it_is_offered_is_a_country(run, country: str) -> None:
    assert run("frister", "--land", country).exit_code == 0


def test_letters_that_a_latin_1_system_took_apart_are_put_together(bash) -> None:
    typed = "Øst".encode().decode("latin-1")
    assert bash(f"utveksling finn --land {typed}") == []
    assert bash("utveksling finn --land \udcc3\udc98st") == ["Østerrike"]


def test_zsh_shows_the_name_beside_the_id(others) -> None:
    said = others("zsh", "utveksling vis tu-berl")
    assert said == '_arguments \'*: :(("tu-berlin":"Technische Universität Berlin"))\'\n'


def test_fish_shows_the_name_beside_the_id(others) -> None:
    said = others("fish", "utveksling vis tu-berl", _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert said == "tu-berlin\tTechnische Universität Berlin\n".replace("\t", "<TAB>")


def test_powershell_shows_the_name_beside_the_id(others) -> None:
    line = "utveksling vis tu-berl"
    said = others("powershell", line, _TYPER_COMPLETE_WORD_TO_COMPLETE="tu-berl")
    assert said == "tu-berlin:::Technische Universität Berlin\n"


def test_options_have_norwegian_help_beside_them(others) -> None:
    said = others("fish", "utveksling budsjett --", _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert "--måneder<TAB>Hele måneder i utlandet, 1–12; uten dette 5\n" in said
    assert "--hjelp<TAB>Vis denne hjelpen\n" in said


@pytest.mark.parametrize(
    "words", ["utveksling vis tu", "utveksling finn --land Tysk", "utveksling frister --lærested tu"]
)
def test_broken_data_gives_no_offer_and_no_word(bash, place: Place, words: str) -> None:
    (place.folder / "data").mkdir()
    for folder in ("data", "finnes-ikke"):
        assert bash(words, UTVEKSLING_DATA=folder) == []


def test_a_name_with_signs_that_a_shell_would_obey_is_shown_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from utveksling_cli.catalogue import queries
    from utveksling_cli.cli import complete

    monkeypatch.setattr(complete, "_catalogue", lambda: None)
    monkeypatch.setattr(queries, "institution_names", lambda *_: [("a-b", "\\\"; rm -rf ~; $(id) `id` [bold] 'x' (é)")])
    ((identifier, name),) = complete.complete_host("a")
    assert identifier == "a-b"
    assert set(name) & set("\\\"';$()`[]~") == set()
    assert "é" in name


def test_more_hosts_than_a_shell_can_show_are_not_offered_in_part(bash, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("utveksling_cli.cli.complete._MOST", 1)
    assert bash("utveksling vis tu-be") == []
    assert bash("utveksling vis tu-berl") == ["tu-berlin"]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("shell", "script", "start"),
    [
        ("bash", ".bash_completions/utveksling.sh", ".bashrc"),
        ("zsh", ".zfunc/_utveksling", ".zshrc"),
        ("fish", ".config/fish/completions/utveksling.fish", None),
    ],
)
def test_installing_writes_one_file_and_one_line_below_home(
    run, place, shell: str, script: str, start: str | None
) -> None:
    mine = "# min oppstart, skrevet på en gammel maskin: bl\xe5b\xe6r".encode("latin-1")
    if start is not None:
        (place.home / start).write_bytes(mine)
    assert run("fullføring", shell, "--installer").exit_code == 0
    once = tree(place.home)
    assert set(once) == {script, *([start] if start else [])}
    assert once[script].decode() == run("fullføring", shell).stdout
    if start is not None:
        first, line, rest = once[start].split(b"\n")
        assert (first, rest) == (mine, b"")
        assert b"utveksling" in line or b"compinit" in line
    assert run("fullføring", shell, "--installer").exit_code == 0
    assert tree(place.home) == once
    assert list(place.folder.iterdir()) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_an_installation_that_cannot_be_written_is_told(run, place: Place, shell: str) -> None:
    blocked = place.folder / "fil"
    blocked.write_text("ikke en mappe", encoding="utf-8")
    outcome = run("fullføring", shell, "--installer", HOME=str(blocked))
    assert outcome.exit_code == 4
    assert outcome.stderr.startswith(
        "Feil: Kan ikke skrive skallets oppsett (en del av stien er en fil, ikke en mappe)."
    )


def test_bash_itself_completes_with_the_installed_script(shell) -> None:
    line = (
        'PATH="$(dirname "$utveksling"):$PATH"; "$utveksling" fullføring bash --installer > /dev/null;'
        " bash -c '. ~/.bashrc; COMP_WORDS=(utveksling budsjett --må); COMP_CWORD=2;"
        ' _utveksling_completion utveksling; printf "%s\\n" "${COMPREPLY[@]}"\''
    )
    done = shell(line)
    assert (done.stdout.decode(), done.stderr) == ("--måneder\n", b"")
