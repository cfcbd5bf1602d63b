"""The formats that forces can be handed out in: each package's `writing` module has a `FORMATS`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from exerciseplanner import exchange
from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.exchange.writing import ForceFormat


@cache
def force_formats() -> Mapping[str, ForceFormat]:
    """Every format by its name: those that come back first, then in the order of their titles."""
    found: list[ForceFormat] = []
    for folder in map(Path, exchange.__path__):
        for package in pkgutil.iter_modules([str(folder)]):
            if package.ispkg and (folder / package.name / "writing.py").exists():
                found += import_module(f"{exchange.__name__}.{package.name}.writing").FORMATS
    ordered = sorted(found, key=lambda form: (not form.comes_back, form.title.casefold()))
    return {form.name: form for form in ordered}


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
