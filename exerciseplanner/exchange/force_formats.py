"""The formats that forces can be handed out in: each package's `writing` module has a `FORMATS`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from exerciseplanner import exchange
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.writing import ForceFormat


@cache
def force_formats() -> Mapping[str, ForceFormat]:
    """Every format by its name, in the order of their titles."""
    packages = (
        f"{exchange.__name__}.{each.name}.writing"
        for each in pkgutil.iter_modules(exchange.__path__)
        if each.ispkg
    )
    found: list[ForceFormat] = []
    for name in packages:
        if find_spec(name) is not None:
            found += import_module(name).FORMATS
    return {form.name: form for form in sorted(found, key=lambda form: form.title.casefold())}


def force_format(name: str) -> ForceFormat:
    """One format by its name.

    Raises:
        Refusal: there is none of that name; names those there are.
    """
    found = force_formats().get(name)
    if found is None:
        raise Refusal(
            f"There is no format “{name}”.",
            field="format",
            remedy=f"Choose one of: {', '.join(force_formats())}.",
        )
    return found
