"""Whatever is missing, twice, empty or nonsense in a scenario, it is read or refused in words."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exerciseplanner.domain.intake import Link
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.msdl.reading import read_msdl

NORTHERN = Path(__file__).with_name("northern.xml")
WORDS = st.sampled_from(
    ["", " ", "UNIT", "-1", "1e999", "nan", "S-", "*" * 15, "é", "x" * 300, "\t"]
)
HARMS = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(["drop", "twice", "say", "rename"]), WORDS),
    min_size=1,
    max_size=12,
)


def harmed(harms):
    root = etree.parse(str(NORTHERN)).getroot()
    for place, harm, word in harms:
        elements = [each for each in root.iter() if isinstance(each.tag, str)][1:]
        if not elements:
            break
        element = elements[place % len(elements)]
        parent = element.getparent()
        if harm == "drop":
            parent.remove(element)
        elif harm == "twice":
            parent.append(copy.deepcopy(element))
        elif harm == "say":
            element.text = word
        else:
            element.tag = "Unexpected"
    return etree.tostring(root)


@settings(max_examples=150, deadline=None)
@given(HARMS)
def test_that_a_harmed_scenario_is_read_or_refused_and_every_link_leads_somewhere(harms):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forces.xml"
        path.write_bytes(harmed(harms))
        try:
            intake = read_msdl(path)
        except Refusal:
            return
    keys = [(row.noun, row.key) for row in intake.rows]
    assert len(keys) == len(set(keys))
    for row in intake.rows:
        for value in row.values.values():
            if isinstance(value, Link):
                assert (value.noun, value.key) in keys
