"""What holds for every format that comes back: what went out is known, and only changes count."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.delivery import export_forces
from exerciseplanner.exchange.force_formats import force_format, force_formats
from exerciseplanner.exchange.writing import Choices
from exerciseplanner.workspace.operations.editing import VERBS
from exerciseplanner.workspace.queries.forces import sides as all_sides
from exerciseplanner.workspace.workspace import Workspace
from tests.exchange.forces_at_hand import (
    awkward_units,
    exercise_at,
    many_units,
    picture_of,
    plain,
    sides,
    taken_back,
)
from tests.samples import sample_at

COMING_BACK = sorted(name for name, form in force_formats().items() if form.comes_back)
NOTHING = {"added": 0, "changed": 0, "kept": 0}


@pytest.fixture
def sample(tmp_path):
    """The sample exercise, open."""
    workspace = Workspace.open(sample_at(tmp_path / "sample.exercise"))
    yield workspace
    workspace.close()


def sent(workspace, folder, name, **choices):
    """The forces as a file in a format."""
    form = force_format(name)
    path = folder / f"forces{form.suffix}"
    export_forces(workspace, path, form, Choices(**choices))
    return path


def tree(workspace):
    """Every unit with its superior and side, by name, in order."""
    picture = picture_of(workspace)
    names = {row.id: row.name for row in (*picture.units, *picture.sides)}
    return [
        (row.name, names.get(row.parent_id), names.get(picture.side_of.get(row.id)))
        for row in picture.units
    ]


@pytest.mark.parametrize("name", COMING_BACK)
def test_that_the_sample_comes_back_as_it_went_under_any_name(sample, tmp_path, name):
    path = sent(sample, tmp_path, name)
    before = plain(sample)
    assert taken_back(path, sample) == NOTHING
    renamed = path.rename(tmp_path / f"from somebody{path.suffix}")
    assert taken_back(renamed, sample) == NOTHING
    assert plain(sample) == before


@pytest.mark.parametrize("name", COMING_BACK)
def test_that_a_picture_of_the_opposing_side_changes_nothing_when_it_comes_back(
    sample, tmp_path, name
):
    red = next(side.id for side in sample.ask(all_sides) if side.identity == "hostile")
    path = sent(sample, tmp_path, name, viewpoint=red)
    before = plain(sample)
    assert taken_back(path, sample) == NOTHING
    assert plain(sample) == before


@pytest.mark.parametrize("name", COMING_BACK)
def test_that_names_superiors_and_sides_come_whole_into_an_empty_exercise(sample, tmp_path, name):
    path = sent(sample, tmp_path, name)
    other = exercise_at(tmp_path, "OTHER")
    taken_back(path, other)
    assert sorted(tree(other)) == sorted(tree(sample))
    other.close()


def test_that_the_letter_of_a_standard_costs_letters_of_names_but_no_unit(sample, tmp_path):
    path = sent(sample, tmp_path, "msdl", strict=True)
    other = exercise_at(tmp_path, "OTHER")
    taken_back(path, other)
    depths = [[above is None for _, above, _ in tree(plan)] for plan in (other, sample)]
    assert sum(depths[0]) == sum(depths[1])
    assert len(tree(other)) == len(tree(sample))
    other.close()


@pytest.mark.parametrize("name", COMING_BACK)
@pytest.mark.parametrize("found", ["forces", "back by mail"])
def test_that_one_name_changed_in_the_file_is_exactly_one_change(tmp_path, name, found):
    if name == "xlsx":
        pytest.skip("a package: tests of lists change its cells")
    workspace = exercise_at(tmp_path, "PLAN", *sides(), *many_units(12))
    path = sent(workspace, tmp_path, name)
    content = path.read_bytes()
    assert content.count(b"7 Company") >= 1
    back = tmp_path / f"{found}{path.suffix}"
    back.write_bytes(content.replace(b"7 Company", b"Kompani No. 7"))
    assert taken_back(back, workspace) == {"added": 0, "changed": 1, "kept": 0}
    assert "Kompani No. 7" in {row.name for row in picture_of(workspace).units}
    workspace.close()


@pytest.mark.parametrize("name", COMING_BACK)
@pytest.mark.parametrize("rows", [(), sides(), (*sides(), *awkward_units())])
def test_that_plans_of_nothing_and_of_awkward_names_come_back(tmp_path, name, rows):
    workspace = exercise_at(tmp_path, "PLAN", *rows)
    if name.startswith("c2sim") and len(rows) <= len(sides()):
        with pytest.raises(Refusal, match="There is no unit to write"):
            sent(workspace, tmp_path, name)
        assert list(tmp_path.glob("forces*")) == []
        workspace.close()
        return
    path = sent(workspace, tmp_path, name)
    before = plain(workspace)
    assert taken_back(path, workspace) == NOTHING
    assert plain(workspace) == before
    workspace.close()


@pytest.mark.parametrize("name", sorted(force_formats()))
def test_that_the_same_plan_gives_the_same_file(sample, tmp_path, name):
    path = sent(sample, tmp_path, name)
    before = path.read_bytes()
    path.unlink()
    assert sent(sample, tmp_path, name).read_bytes() == before


@pytest.mark.parametrize("name", COMING_BACK)
def test_that_a_side_renamed_since_a_file_went_out_is_still_the_side_of_the_file(tmp_path, name):
    workspace = exercise_at(tmp_path, "PLAN", *sides(), *many_units(3))
    path = sent(workspace, tmp_path, name)
    blue = next(side.id for side in workspace.ask(all_sides) if side.name == "Blue")
    workspace.do(VERBS["side"].edit, [blue], {"name": "Azure"})
    before = plain(workspace)
    assert taken_back(path, workspace) == NOTHING
    assert plain(workspace) == before
    workspace.close()
