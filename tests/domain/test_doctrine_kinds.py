"""The kinds of term that planners choose among."""

from __future__ import annotations

import pytest

from exerciseplanner.domain.doctrine_kinds import (
    EVIDENCE_WORDS,
    TERM_KINDS,
    attribute_fields,
    references,
    term_kind,
    term_noun,
)
from exerciseplanner.domain.doctrine_tables import TERM_TABLES
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.domain.terms import EVIDENCE_TAGS


def test_that_every_table_of_a_doctrine_pack_can_be_chosen():
    known = {each.kind for each in TERM_KINDS}
    assert {shape.kind for shape in TERM_TABLES.values()} <= known
    assert len(known) == len(TERM_KINDS)


def test_that_every_evidence_tag_has_its_words():
    assert tuple(code for code, _ in EVIDENCE_WORDS) == EVIDENCE_TAGS


def test_that_no_field_of_a_kind_hides_one_that_all_terms_have():
    for each in TERM_KINDS:
        names = [field.name for field in term_noun(each.kind).fields]
        assert len(names) == len(set(names)), each.kind


def test_that_a_state_says_what_it_means_for_the_plan():
    standing = {field.name: field for field in attribute_fields("inject_state")}["standing"]
    assert standing.kind == "pick"
    assert "delivered" in dict(standing.options)


def test_that_stages_know_who_names_them():
    assert ("planning_event", "stage") in references("stage")
    assert ("document", "owner_role") in references("role")


def test_that_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(Refusal) as told:
        term_kind("colour")
    assert "stage" in told.value.remedy
