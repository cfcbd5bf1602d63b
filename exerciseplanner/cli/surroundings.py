"""What the system has to bring: a screen, and the libraries that Qt asks it for."""

from __future__ import annotations

import ctypes
import os
import sys

from exerciseplanner.domain.refusals import Refusal

_NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
}
"""Libraries without which Qt does not start at all, and the Debian packages that hold them."""

_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries that the window needs on an X11 screen."""

_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Libraries that the window needs on a Wayland screen."""


def needs_looking_after() -> bool:
    """Whether the system brings only some of what Qt needs: Linux, not Windows or macOS."""
    return sys.platform.startswith("linux")


def missing_packages() -> tuple[list[str], list[str]]:
    """Debian packages whose library cannot be loaded: those needed, those for a screen alone."""
    if not needs_looking_after():
        return [], []
    return _missing(_NEEDED), [*_missing(_FOR_X11), *_missing(_FOR_WAYLAND)]


def _missing(libraries: dict[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_line(packages: list[str]) -> str:
    """The line that installs Debian packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def has_screen() -> bool:
    """Whether there is an X11 or Wayland screen; always so on Windows and macOS."""
    if not needs_looking_after():
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_qt() -> None:
    """Raise Refusal where Qt would not start, with the line that installs what it misses."""
    if needs_looking_after():
        _refuse_missing(_missing(_NEEDED))


def check_screen() -> None:
    """Raise Refusal where the window could not be shown; says what works without it."""
    if not needs_looking_after():
        return
    check_qt()
    if os.environ.get("QT_QPA_PLATFORM"):
        return
    if not has_screen():
        raise Refusal(
            "There is no screen here for the window.",
            remedy="`exerciseplanner --help` lists what works without one.",
        )
    if not os.environ.get("WAYLAND_DISPLAY"):
        _refuse_missing(_missing(_FOR_X11))


def _refuse_missing(packages: list[str]) -> None:
    if packages:
        raise Refusal(
            "System libraries that the window needs are missing.",
            remedy=f"On Debian or Ubuntu run: {apt_line(packages)}",
        )
