"""Row images say exactly what SQLite keeps, whatever that is."""

from __future__ import annotations

import math
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exerciseplanner.storage.images import added_image_sql, image_sql, read_image

values = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00")),
    st.text(st.sampled_from("',\"\n\r\t;NULLX0-1.e+%–ø演🙂")),
    st.binary(max_size=50),
)


@given(row=st.lists(values, min_size=1, max_size=6))
def test_that_a_row_image_reads_back_as_the_very_values(row):
    names = [f"c{number}" for number in range(len(row))]
    raw = sqlite3.connect(":memory:")
    raw.execute(f"CREATE TABLE t ({','.join(names)})")
    raw.execute(f"INSERT INTO t VALUES ({','.join('?' * len(row))})", row)
    kept = raw.execute("SELECT * FROM t").fetchone()
    image = raw.execute(f"SELECT {image_sql('t', names)} FROM t").fetchone()[0]
    raw.close()
    assert read_image(image) == kept
    assert all(type(a) is type(b) for a, b in zip(read_image(image), kept, strict=True))


@given(row=st.lists(values.filter(lambda value: value is not None), min_size=1, max_size=6))
def test_that_the_image_of_an_added_row_is_the_one_it_has_ever_after(row):
    names = [f"c{number}" for number in range(len(row))]
    texts = names[::2]
    raw = sqlite3.connect(":memory:")
    kinds = [f"{name} TEXT" if name in texts else name for name in names]
    raw.execute(f"CREATE TABLE t ({','.join(kinds)})")
    raw.execute(f"INSERT INTO t VALUES ({','.join('?' * len(row))})", row)
    added, ever = raw.execute(
        f"SELECT {added_image_sql('t', names, texts)}, {image_sql('t', names)} FROM t"
    ).fetchone()
    raw.close()
    assert added == ever


@pytest.mark.parametrize(
    "value", [0.1 + 0.2, 1e300, 5e-324, -1.5, math.inf, -math.inf, 1.0, 123456789.123456789]
)
def test_that_no_digit_of_a_number_is_lost(value):
    raw = sqlite3.connect(":memory:")
    image = raw.execute("SELECT quote(?)", (value,)).fetchone()[0]
    raw.close()
    assert math.copysign(1, read_image(image)[0]) == math.copysign(1, value)
    assert read_image(image)[0] == value


@pytest.mark.parametrize("image", ["", "'open", "1,", ",1", "1 2", "NULL NULL", "X'0'", "abc"])
def test_that_what_is_no_row_image_is_refused(image):
    with pytest.raises(ValueError, match=r"row image|hex"):
        read_image(image)
