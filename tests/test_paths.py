"""Where things lie, in a checkout and when installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner import paths

CHECKOUT = Path(__file__).resolve().parents[1]


def test_that_a_checkout_is_read_where_it_lies():
    assert paths.resources() == CHECKOUT / "resources"
    assert paths.migrations() == CHECKOUT / "migrations"
    assert not paths.is_installed()


def test_that_an_installed_package_reads_its_own_copy(tmp_path, monkeypatch):
    (tmp_path / "_resources").mkdir()
    (tmp_path / "_migrations").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "_resources"
    assert paths.migrations() == tmp_path / "_migrations"


@pytest.mark.parametrize("installed", [True, False])
def test_that_missing_assets_are_named_with_the_way_to_get_them(tmp_path, monkeypatch, installed):
    package = tmp_path / "exerciseplanner"
    (package / "_resources" if installed else tmp_path / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    with pytest.raises(paths.MissingFiles) as missing:
        paths.assets()
    assert "assets" in str(missing.value)
    remedy = "Install the product again" if installed else "python resources/fetch_assets.py"
    assert remedy in str(missing.value)


def test_that_one_missing_asset_is_named():
    with pytest.raises(paths.MissingFiles, match=r"fonts/Nobody\.ttf"):
        paths.asset("fonts/Nobody.ttf")


def test_that_a_missing_part_of_the_product_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "exerciseplanner")
    with pytest.raises(paths.MissingFiles, match="migrations"):
        paths.migrations()


@pytest.mark.parametrize("folder", ["user_data_dir", "user_config_dir", "backup_dir", "log_dir"])
def test_that_one_variable_moves_every_folder_of_the_planner(tmp_path, monkeypatch, folder):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "own"))
    found = getattr(paths, folder)()
    assert found.is_dir()
    assert found.is_relative_to(tmp_path / "own")


def test_that_without_the_variable_the_platform_decides(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    assert "exerciseplanner" in paths.user_data_dir().parts
    assert "exerciseplanner" in paths.log_dir().parts
