"""Contrast and completeness of the themes."""

from __future__ import annotations

import re

import pytest

from exerciseplanner import paths
from exerciseplanner.ui.widgets import theme
from exerciseplanner.ui.widgets.tokens import THEMES, contrast, read_theme, style_template

TEXTS = ("text", "muted", "accent", "ok", "warn", "danger", "info")
GROUNDS = ("bg", "surface", "raised", "field", "hover")
PAIRS = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_selection", "selection"),
    ("muted", "selection"),
    ("text", "pressed"),
    ("text", "selection"),
    *((tone, "selection") for tone in ("accent", "ok", "warn", "danger", "info")),
    *(("muted", ground) for ground in ("pressed", "accent_soft")),
    *((tone, f"{tone}_soft") for tone in ("accent", "ok", "warn", "danger", "info", "muted")),
)


@pytest.mark.parametrize("name", THEMES)
def test_that_text_stands_out_from_every_ground_it_is_set_on(name):
    tokens = read_theme(name).tokens
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + list(PAIRS)
    faint = [(a, b) for a, b in pairs if contrast(tokens[a], tokens[b]) < 4.5]
    assert not faint


@pytest.mark.parametrize("name", THEMES)
def test_that_marks_stand_out_from_the_grounds_of_charts(name):
    read = read_theme(name)
    marks = [*read.lanes, *read.affiliations.values(), read.tokens["focus"], read.tokens["faint"]]
    marks += [fill.outline for fill in read.ratings.values()]
    marks += [read.tokens[name] for name in ("accent", "ok", "warn", "danger", "info", "muted")]
    for ground in ("bg", "surface", "raised"):
        assert not [m for m in marks if contrast(m, read.tokens[ground]) < 3]


@pytest.mark.parametrize("name", THEMES)
def test_that_letters_can_be_read_on_ratings_and_banners(name):
    read = read_theme(name)
    fills = [*read.ratings.values(), *read.classification.values()]
    assert not [fill for fill in fills if contrast(fill.ground, fill.letter) < 4.5]


def test_that_every_theme_names_the_same_colours():
    light = read_theme("light")
    for name in THEMES:
        other = read_theme(name)
        assert other.tokens.keys() == light.tokens.keys()
        assert other.ratings.keys() == light.ratings.keys()
        assert other.affiliations.keys() == light.affiliations.keys()
        assert len(other.lanes) == len(set(other.lanes)) == 12


def test_that_the_style_sheet_holds_no_colour_of_its_own():
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=\s*;)|rgb\(", style_template())


def test_that_words_are_faint_only_where_they_cannot_be_acted_on():
    rules = [rule for rule in style_template().split("}") if " color: $faint" in rule]
    assert not [rule for rule in rules if ":disabled" not in rule]


@pytest.mark.parametrize("name", THEMES)
def test_that_bars_stand_out_from_the_ground_they_are_filled_on(name):
    tokens = read_theme(name).tokens
    pairs = [("accent", "muted_soft"), ("accent", "field"), ("faint", "field")]
    pairs += [(mark, ground) for mark in ("accent", "danger", "warn") for ground in GROUNDS]
    assert not [(a, b) for a, b in pairs if contrast(tokens[a], tokens[b]) < 3]


def test_that_no_python_of_the_window_holds_a_colour():
    folder = paths.resources().parent / "exerciseplanner" / "ui"
    literal = re.compile(
        r"""["']#[0-9A-Fa-f]{6}["']|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)"""
    )
    found = [path.name for path in folder.rglob("*.py") if literal.search(path.read_text("utf-8"))]
    assert not found


def test_that_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_that_a_theme_nobody_made_is_refused_by_name():
    with pytest.raises(KeyError, match="no theme sepia"):
        read_theme("sepia")


def test_that_a_switch_changes_palette_and_announces_itself(qapp, qtbot):
    theme.apply(qapp, "light")
    with qtbot.waitSignal(theme.changed().changed):
        theme.apply(qapp, "dark")
    assert qapp.palette().window().color().name().upper() == read_theme("dark").tokens["bg"]
    theme.apply(qapp, "light")
