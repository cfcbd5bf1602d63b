"""Every document that can be printed: one package each, found here by its `DOCUMENT`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from exerciseplanner.domain.refusals import Refusal
from exerciseplanner.reports.document_spec import DocumentSpec


@cache
def documents() -> Mapping[str, DocumentSpec]:
    """Every kind of document by its code."""
    modules = (import_module(f"{__name__}.{each.name}") for each in pkgutil.iter_modules(__path__))
    specs: list[DocumentSpec] = [module.DOCUMENT for module in modules]
    return {spec.code: spec for spec in sorted(specs, key=lambda spec: spec.title)}


def document(code: str) -> DocumentSpec:
    """One kind of document by its code.

    Raises:
        Refusal: there is none of that code; names those there are.
    """
    found = documents().get(code)
    if found is None:
        raise Refusal(
            f"There is no document “{code}”.", remedy=f"Choose one of: {', '.join(documents())}."
        )
    return found
