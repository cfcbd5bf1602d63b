"""What is checked about a file before any parser sees it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exerciseplanner.domain.refusals import Refusal

LARGEST_FILE = 200_000_000
"""Bytes; a MSEL of ten thousand injects is about two million."""
MOST_MEMBERS = 5_000
LARGEST_CONTENT = 1_000_000_000
"""Bytes of all members of a package together, unpacked."""
STEEPEST_RATIO = 200
"""Unpacked to packed size; ordinary sheets reach about 60 where cells are only coloured."""
_SMALL = 20_000_000
_CHUNK = 1 << 20
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_PROTECTED = "Open it with the password, save it without one and import that copy."
_AGAIN = "Open it in the program it came from, save it again as .xlsx and import that."


def check_file(path: Path) -> None:
    """Raise Refusal for what is missing, a folder, unreadable, empty or beyond all measure."""
    name = path.name or str(path)
    if path.is_dir():
        raise Refusal(f"{name} is a folder.", remedy="Name a file in it.")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError as error:
        raise Refusal(f"There is no file {path}.", remedy="Check the name and folder.") from error
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        raise Refusal(f"{name} cannot be read: {reason}.", remedy="Copy it elsewhere.") from error
    if not size:
        raise Refusal(f"{name} is empty: it holds no bytes.", remedy="Ask for it to be sent again.")
    if size > LARGEST_FILE:
        raise Refusal(
            f"{name} is larger than {LARGEST_FILE // 1_000_000} MB.",
            remedy="Take pictures and other sheets out of it.",
        )


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip package, checked for its measure; whatever is wrong with it becomes a Refusal."""
    try:
        with zipfile.ZipFile(path) as package:
            _check_directory(path.name, package.infolist())
            yield package
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise Refusal(
            f"{path.name} is damaged, or only a part of it arrived.",
            remedy="Ask for it to be sent again.",
        ) from error
    except RuntimeError as error:
        raise protected(path.name) from error


def _check_directory(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise _bomb(name, f"holds {len(members)} parts")
    if sum(member.file_size for member in members) > LARGEST_CONTENT:
        raise _bomb(name, f"unpacks to more than {LARGEST_CONTENT // 1_000_000} MB")
    for member in members:
        if _too_steep(member.file_size, member.compress_size):
            raise _bomb(
                name, f"unpacks to {member.file_size // max(1, member.compress_size)} times"
            )


def chunks(source: str, package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """A member of the package piece by piece.

    The bytes are counted while they are unpacked, because a package may lie about its size.
    """
    packed = package.getinfo(name).compress_size
    count = 0
    with package.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            count += len(chunk)
            if _too_steep(count, packed):
                raise _bomb(source, "unpacks without end")
            yield chunk


def _too_steep(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > STEEPEST_RATIO * max(1, packed)


def _bomb(name: str, what: str) -> Refusal:
    return Refusal(
        f"{name} {what}, far more than a MSEL needs, and was not opened.",
        remedy="Copy the rows into a new workbook and import that.",
    )


def check_compound(path: Path) -> None:
    """Raise Refusal for an OLE file that is a protected workbook or no workbook at all."""
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise Refusal(f"{path.name} is protected with a password.", remedy=_PROTECTED)
    if not any(book in content for book in _BOOKS):
        raise Refusal(
            f"{path.name} is not a workbook: it is another kind of office file, or only a part "
            "of one.",
            remedy=_AGAIN,
        )


def unreadable(name: str) -> Refusal:
    """The refusal for a workbook that its parser gives up on."""
    return Refusal(f"{name} is damaged and cannot be read as a workbook.", remedy=_AGAIN)


def protected(name: str) -> Refusal:
    """The refusal for a workbook that asks for a password."""
    return Refusal(f"{name} is protected with a password.", remedy=_PROTECTED)
