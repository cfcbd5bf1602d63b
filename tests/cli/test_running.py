"""Which command runs, exit codes, and that nobody ever sees a traceback."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from exerciseplanner import __version__, paths
from exerciseplanner.cli import running, steps
from exerciseplanner.cli.commands import application
from tests.cli.conftest import is_one_line_for_people

COMMANDS = sorted(command.name for command in application.registered_commands)


def start(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "exerciseplanner", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def test_that_the_version_is_told(planner):
    answer = planner("--version")
    assert (answer.code, answer.out) == (0, f"exerciseplanner {__version__}\n")


def test_that_every_command_of_the_house_is_there():
    wanted = (
        "assess, check, doctor, export, history, import, new, picture, print, redo, sample, show, "
        "undo, verify"
    )
    assert ", ".join(COMMANDS) == wanted


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_says_how_it_is_used(planner, command):
    answer = planner(command, "--help")
    assert answer.code == 0
    assert f"exerciseplanner {command}" in answer.out
    assert answer.err == ""


def test_that_the_list_of_commands_fits_its_lines(planner):
    listed = planner("--help").out.split("Commands:")[1].strip().splitlines()
    assert len(listed) == len(COMMANDS)
    assert [line for line in listed if line.endswith("...")] == []


def test_that_without_arguments_the_window_opens_on_the_start_screen(planner):
    assert planner().code == 0
    assert planner.opened == [None]


def test_that_an_exercise_file_alone_opens_the_window(planner, sample):
    assert planner(sample).code == 0
    assert planner.opened == [sample]


def test_that_an_exercise_file_that_is_not_there_is_refused(planner):
    answer = planner("storm.exercise")
    assert (answer.code, planner.opened) == (1, [])
    assert answer.err.startswith("There is no file storm.exercise.")


def test_that_two_files_for_the_window_are_wrong_use(planner, sample):
    assert planner(sample, "another.exercise").code == 2
    assert planner.opened == []


def test_that_without_a_screen_the_window_says_what_works_instead(planner, sample, monkeypatch):
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux runs without a screen")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    answer = planner(sample)
    assert (answer.code, planner.opened) == (1, [])
    assert answer.err.startswith("There is no screen here")


@pytest.mark.parametrize(
    ("word", "hint"), [("shwo", "Is `show` meant?"), ("xyzzy", "`exerciseplanner --help`")]
)
def test_that_a_word_that_is_no_command_and_no_file_is_wrong_use(planner, word, hint):
    answer = planner(word)
    assert answer.code == 2
    assert f"There is no command and no file “{word}”." in answer.err
    assert hint in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "a.exercise"),
        ("show", "a.exercise", "weather"),
        ("show", "a.exercise", "injects", "--yaml"),
        ("history", "a.exercise", "--limit", "some"),
        ("print", "a.exercise", "readiness-assessment"),
        ("picture", "a.exercise", "overview", "-o", "a.png", "--size", "big"),
        ("picture", "a.exercise", "overview", "-o", "a.png", "--theme", "pink"),
        ("--loud",),
    ],
)
def test_that_wrong_use_ends_with_2_and_says_where_help_is(planner, arguments):
    answer = planner(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert "--help` says how it is used." in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "storm.exercise", "injects"),
        ("assess", "storm.exercise"),
        ("check", "storm.exercise"),
        ("import", "storm.exercise", "forces.json"),
        ("export", "storm.exercise", "forces.json", "--format", "orbat-mapper"),
        ("print", "storm.exercise", "readiness-assessment", "-o", "a.pdf"),
        ("undo", "storm.exercise"),
        ("redo", "storm.exercise"),
        ("history", "storm.exercise"),
        ("verify", "storm.exercise"),
    ],
)
def test_that_a_missing_exercise_file_is_one_sentence_for_every_command(
    planner, arguments, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    answer = planner(*arguments)
    assert answer.code == 1
    assert "There is no file storm.exercise" in answer.err
    assert is_one_line_for_people(answer.err)
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_of_another_kind_is_no_exercise(planner, tmp_path):
    path = tmp_path / "notes.exercise"
    path.write_text("not a database", encoding="utf-8")
    answer = planner("show", path, "injects")
    assert answer.code == 1
    assert "notes.exercise is not an exercise file." in answer.err


def test_that_a_mistake_of_the_program_ends_in_a_sentence_and_a_log(
    planner, sample, monkeypatch, planners_home
):
    def broken(*_args, **_kwargs):
        raise ZeroDivisionError("a secret mistake")

    monkeypatch.setattr(steps, "say_history", broken)
    answer = planner("history", sample)
    log = planners_home / "log" / "exerciseplanner.log"
    assert answer.code == 1
    assert str(log) in answer.err
    assert is_one_line_for_people(answer.err)
    assert "a secret mistake" in log.read_text(encoding="utf-8")
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_that_an_interruption_is_told_and_ends_with_130(planner, sample, monkeypatch):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "say_history", interrupted)
    answer = planner("history", sample)
    assert answer.code == 130
    assert answer.err.startswith("Stopped.")


def test_that_a_missing_part_of_the_product_is_named(planner, monkeypatch, sample):
    def missing(*_args, **_kwargs):
        raise paths.MissingFiles("The fetched assets are missing.")

    monkeypatch.setattr(steps, "say_history", missing)
    assert planner("history", sample).err == "The fetched assets are missing.\n"


def test_that_commands_start_without_qt_and_help_without_the_database(sample):
    code = (
        "import sys; from exerciseplanner.cli.running import run\n"
        "run(['--help'], None)\n"
        "assert 'sqlalchemy' not in sys.modules\n"
        f"run(['show', {str(sample)!r}, 'threats'], None)\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_text_is_utf_8_whatever_the_terminal_prefers(sample):
    done = start("show", sample, "injects", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "…" in done.stdout.decode("utf-8")


def test_that_a_reader_who_stops_reading_is_no_failure(sample):
    show = subprocess.Popen(
        [sys.executable, "-m", "exerciseplanner", "show", str(sample), "injects", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert show.stdout is not None
    assert show.stderr is not None
    show.stdout.read(10)
    show.stdout.close()
    said = show.stderr.read()
    show.stderr.close()
    assert (show.wait(timeout=60), said) == (0, b"")


def test_that_refused_things_end_with_1_for_a_real_process(tmp_path):
    done = start("verify", tmp_path / "none.exercise")
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"There is no file none.exercise" in done.stderr


def test_that_a_closed_standard_output_is_borne(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert running.run(["--version"], lambda _: 0) == 0
