"""The wheel works where there is no checkout, and the source archive is enough to build it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from exerciseplanner import __version__

CHECKOUT = Path(__file__).resolve().parents[1]
SHIPPED = {
    "exerciseplanner/py.typed",
    "exerciseplanner/_migrations/env.py",
    "exerciseplanner/_resources/assets.toml",
    "exerciseplanner/_resources/doctrine/nato-2023.toml",
    "exerciseplanner/_resources/assets/fonts/Text-Regular.ttf",
    "exerciseplanner/_resources/assets/fonts/LICENSE",
    "exerciseplanner/_resources/assets/milsymbol/milsymbol.js",
    "exerciseplanner/_resources/assets/milsymbol/LICENSE",
    "exerciseplanner/_resources/assets/world-atlas/countries-50m.json",
    "exerciseplanner/_resources/assets/world-atlas/countries-10m.json",
    "exerciseplanner/_resources/assets/icons/target-arrow.svg",
    "exerciseplanner/_resources/assets/icons/LICENSE",
}

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path, **environment: str) -> str:
    """The standard output of a command that has to succeed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(source: Path, out: Path, kind: str) -> Path:
    """The archive of that kind, built without fetching a build environment."""
    run(sys.executable, "-m", "build", "--no-isolation", kind, "--outdir", out, source, cwd=out)
    (archive,) = [path for path in out.iterdir() if path.suffix in {".whl", ".gz"}]
    return archive


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    return built(CHECKOUT, tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A Python away from the checkout with the wheel, what it depends on and nothing else."""
    folder = tmp_path_factory.mktemp("away") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder.parent)
    # A path in a .pth file brings the dependencies along, but not an editable install beside them.
    home = next(folder.glob("lib/python*/site-packages"))
    (home / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def test_that_the_wheel_holds_migrations_resources_and_assets(wheel):
    assert SHIPPED - names(wheel) == set()
    assert any(n.startswith("exerciseplanner/_migrations/versions/") for n in names(wheel))


def test_that_the_wheel_holds_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in names(wheel)}
    assert tops == {"exerciseplanner", f"exerciseplanner-{__version__}.dist-info"}
    assert [n for n in names(wheel) if "__pycache__" in n or n.endswith("fetch_assets.py")] == []


def test_that_the_source_archive_is_enough_to_build_the_same_wheel(wheel, tmp_path):
    sdist = built(CHECKOUT, tmp_path, "--sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked")
    (source,) = (tmp_path / "unpacked").iterdir()
    assert not (source / "resources" / "assets").exists()
    shutil.copytree(CHECKOUT / "resources" / "assets", source / "resources" / "assets")
    (tmp_path / "again").mkdir()
    assert names(built(source, tmp_path / "again", "--wheel")) == names(wheel)


def test_that_an_installed_package_finds_its_files_away_from_the_checkout(installed, tmp_path):
    question = "from exerciseplanner import paths; print(paths.migrations(), paths.assets())"
    found = run(installed / "bin" / "python", "-c", question, cwd=tmp_path).split()
    assert all(Path(path).is_relative_to(installed) and Path(path).is_dir() for path in found)


def test_that_an_installed_package_does_the_main_job_away_from_the_checkout(installed, tmp_path):
    if importlib.util.find_spec("exerciseplanner.cli") is None:
        pytest.skip("this checkout has no command line")
    planner = installed / "bin" / "exerciseplanner"
    home = {"EXERCISEPLANNER_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    assert str(installed) in run(planner, "doctor", cwd=tmp_path, **home).replace("\n", "")
    run(planner, "sample", "sample.exercise", cwd=tmp_path, **home)
    run(planner, "verify", "sample.exercise", cwd=tmp_path, **home)
    run(planner, "assess", "sample.exercise", cwd=tmp_path, **home)
    document = [planner, "print", "sample.exercise", "readiness-assessment", "-o", "out.pdf"]
    run(*document, cwd=tmp_path, **home)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
