"""XML of other people is read without trust, and asked by local name."""

from __future__ import annotations

from pathlib import Path

import pytest

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.xml_reading import (
    DEEPEST,
    child,
    children,
    line_of,
    local_name,
    parse_xml,
    read_xml,
    text,
    texts,
)

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY a "ha ha ha ha ha ha ha ha ha ha">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
 <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
 <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
 <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
 <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">
]>
<a b="&g;">&g;</a>"""


def nested(levels: int) -> bytes:
    return b"\n".join([b"<a>"] * levels + [b"</a>"] * levels)


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        parse_xml(content, "forces.xml")
    assert refusal.value.remedy
    assert refusal.value.message.startswith("forces.xml ")
    assert "The exercise was not changed." in refusal.value.message
    return refusal.value.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"<a>\n<b>", "only a part of it arrived: it cannot be read on at line 2"),
        (b"\n\n\n<a>\n<b>", "at line 5"),
        (b"<a>\n<b></a>", "at line 2"),
        (b"<a>&secret;</a>", "uses an entity at line 1"),
        (b"<a>\x00</a>", "damaged"),
        (b"<?xml version='1.0' encoding='klingon'?>\n<a/>", "not written in the encoding"),
        (b"<?xml version='1.0' encoding='utf-8'?>\n<a>\xf6</a>", "not written in the encoding"),
        (BOMB, "declares a document type (DOCTYPE) at line 2"),
        (b"\n" + BOMB[22:], "declares a document type (DOCTYPE) at line 2"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "DOCTYPE"),
        (b"<!-- first -->\n<!DOCTYPE a><a/>", "at line 2"),
        ("<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16"), "DOCTYPE"),
        (b"<?xml version='1.0' encoding='shift_jis'?><!DOCTYPE a><a/>", "DOCTYPE"),
        (nested(DEEPEST + 1), f"more than 256 levels deep at line {DEEPEST + 1}"),
        (nested(10_000), "more than 256 levels deep"),
        (b"<a>" + b"x" * 11_000_000 + b"</a>", "beyond measure"),
        (b"<a>" + b"<b/>" * 6_000_001 + b"</a>", "made of more than 3,000,000 elements"),
    ],
    ids=range(19),
)
def test_that_what_cannot_be_trusted_is_refused_by_name_place_and_remedy(
    content: bytes, said: str
) -> None:
    assert said in refused(content)


def test_that_the_deepest_file_allowed_is_read() -> None:
    assert local_name(parse_xml(nested(DEEPEST), "forces.xml")) == "a"


def test_that_a_document_type_in_a_comment_is_none() -> None:
    assert text(parse_xml(b"<!-- <!DOCTYPE a> --><a>x</a>", "forces.xml")) == "x"


def test_that_a_file_of_another_place_is_never_fetched(tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text("<secret>42</secret>")
    address = (tmp_path / "other.xml").as_uri()
    include = f'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="{address}"/></a>'
    root = parse_xml(include.encode(), "forces.xml")
    assert [local_name(each) for each in root.iter()] == ["a", "include"]


def test_that_elements_are_found_in_any_namespace_and_text_is_stripped() -> None:
    root = parse_xml(
        b"""<m:Scenario xmlns:m="urn:m" xmlns="urn:d">
        <Units><Unit><Name> 1st
          Battalion </Name><Name>second</Name></Unit>
          <m:Unit><Name xmlns="">2<!-- a remark -->nd</Name></m:Unit><Other/></Units>
        </m:Scenario>""",
        "forces.xml",
    )
    units = list(children(child(root, "Units"), "Unit"))
    assert [text(unit, "Name").split()[0] for unit in units] == ["1st", "2nd"]
    assert [local_name(each) for each in children(child(root, "Units"))] == [
        "Unit",
        "Unit",
        "Other",
    ]
    assert texts(units[0])["Name"].startswith("1st\n")
    assert [line_of(unit) for unit in units] == [2, 4]


def test_that_what_is_not_there_is_nothing() -> None:
    root = parse_xml(b"<a><b/></a>", "forces.xml")
    assert child(root, "b", "c", "d") is None
    assert text(root, "b", "c") == text(root, "b") == text(None) == ""
    assert list(children(child(root, "c"))) == []
    assert texts(child(root, "c")) == {}


def test_that_a_byte_order_mark_and_blanks_before_the_declaration_do_no_harm() -> None:
    marked = b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?><a>\xc3\xb6</a>'
    late = b'\n  <?xml version="1.0"?><a>\xc3\xb6</a>'
    wide = '<?xml version="1.0" encoding="UTF-16"?><a>ö</a>'.encode("utf-16")
    for content in (marked, late, wide):
        assert text(parse_xml(content, "forces.xml")) == "ö"


def test_that_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no file .*forces\.xml"):
        read_xml(tmp_path / "forces.xml")
    with pytest.raises(Refusal, match="cannot be read"):
        read_xml(tmp_path)
