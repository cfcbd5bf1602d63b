"""Elements of a C2SIM message, made one under the other in the namespace of its version."""

from __future__ import annotations

import re

from lxml import etree

# XML 1.0 has no place for them, not even written as references.
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Elements:
    """Makes elements of one namespace."""

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace
        self._tags: dict[str, str] = {}

    def root(self, name: str) -> etree._Element:
        """The element around all others."""
        return etree.fromstring(f'<{name} xmlns="{self._namespace}"/>')

    def add(self, parent: etree._Element, *names: str) -> etree._Element:
        """A new element under another, at the end of a path of new elements."""
        for name in names:
            parent = etree.SubElement(parent, self._tag(name))
        return parent

    def say(self, parent: etree._Element, name: str, text: str) -> None:
        """A new element under another that says something."""
        etree.SubElement(parent, self._tag(name)).text = clean(text)

    def _tag(self, name: str) -> str:
        if name not in self._tags:
            self._tags[name] = f"{{{self._namespace}}}{name}"
        return self._tags[name]


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _STRAY.sub("", text)


def content_of(root: etree._Element, comment: str) -> bytes:
    """The file of a message, with a comment before it that people read."""
    said = re.sub("-(?=-|$)", "- ", clean(comment))
    root.addprevious(etree.Comment(f" {said} "))
    written: bytes = etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True
    )
    return written
