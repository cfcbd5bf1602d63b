"""Who sits at which workstation, as histories and holds name them."""

from __future__ import annotations

import getpass
import platform
from functools import cache

_UNKNOWN = "unknown"


@cache
def user_name() -> str:
    """The name under which somebody is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # ImportError: Windows without any of its variables
        return _UNKNOWN


@cache
def workstation_name() -> str:
    """The name of this computer in its network."""
    return platform.node() or _UNKNOWN
