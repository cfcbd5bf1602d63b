"""Python's search for unreachable objects, put off while many objects are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Let a bulk step make its objects without a search through them in between.

    Thousands of rows are all in use until the step ends, so that every search would find nothing.
    Where it is put off already, whoever did so ends it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
